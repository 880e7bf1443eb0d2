//! What the server says: to those who ask it over HTTP, and to the one who started it.

use super::Message;

super::catalogue! {
    Message;

    unknown_path(path) {
        kk: "бұл серверде `{path}` деген мекенжай жоқ; барлығы `/api/openapi.json` құжатында тізілген",
        ru: "адреса `{path}` на этом сервере нет; все адреса перечислены в `/api/openapi.json`",
        en: "this server has no address `{path}`; `/api/openapi.json` lists them all",
    }
    page_missing() {
        kk: "Мұндай бет жоқ: сілтеме ескірген не қате терілген болуы мүмкін.",
        ru: "Такой страницы нет: возможно, ссылка устарела или набрана с ошибкой.",
        en: "There is no such page: the link may be old, or mistyped.",
    }
    page_being_made() {
        kk: "Беттер дайындалып жатыр. Бұл бет өзі қайта ашылады.",
        ru: "Страницы готовятся. Эта страница откроется сама.",
        en: "The pages are being made. This one will open by itself.",
    }
    method_not_allowed(method) {
        kk: "`{method}` әдісі қабылданбайды: бұл сервер тек `GET` және `HEAD` сұрауларына жауап береді",
        ru: "метод `{method}` не принимается: этот сервер отвечает только на `GET` и `HEAD`",
        en: "the method `{method}` is not accepted: this server answers `GET` and `HEAD` only",
    }
    body_not_wanted() {
        kk: "сұраудың денесі болмауы керек: барлық параметрлер мекенжайда беріледі",
        ru: "у запроса не должно быть тела: все параметры передаются в адресе",
        en: "a request has no body here: all parameters stand in the address",
    }
    request_too_long(most) {
        kk: "сұраудың мекенжайы тым ұзын: {most} байттан аспауы керек",
        ru: "адрес запроса слишком длинный: допускается не более {most} байт",
        en: "the address of the request is too long: at most {most} bytes are read",
    }
    encoding_not_understood(text) {
        kk: "`{text}` дұрыс кодталмаған: UTF-8 мәтіні пайыздық кодтаумен беріледі",
        ru: "`{text}` закодировано неверно: нужен текст UTF-8 в процентной кодировке",
        en: "`{text}` is not well encoded: what is wanted is UTF-8 text, percent-encoded",
    }
    host_not_served(host) {
        kk: "бұл сервер `{host}` деген атпен жауап бермейді; қажет болса, атын `--host` арқылы қосыңыз",
        ru: "под именем `{host}` этот сервер не отвечает; если нужно, добавьте имя через `--host`",
        en: "this server does not answer to the name `{host}`; where it should, add the name with `--host`",
    }
    too_busy() {
        kk: "сервер қазір бос емес; сәлден кейін қайта сұраңыз",
        ru: "сервер сейчас занят; повторите запрос чуть позже",
        en: "the server is busy; ask again in a moment",
    }
    took_too_long(seconds) {
        kk: "жауап {seconds} секундта дайын болмады; сұрауды тарылтыңыз",
        ru: "ответ не подготовлен за {seconds} {seconds:секунду|секунды|секунд}; сузьте запрос",
        en: "the answer was not ready within {seconds} {seconds:second|seconds}; ask for less",
    }
    internal_fault() {
        kk: "сұрау бағдарламаның қатесінен орындалмады; бұл – біздің қатеміз, ол туралы хабарлаңыз",
        ru: "запрос не выполнен из-за ошибки в программе; это наша ошибка, сообщите о ней",
        en: "the request failed through a fault of the program; that is a bug, please report it",
    }
    too_many_hits(limit, most) {
        kk: "`limit` тым үлкен: {limit}; сервер бір жауапта ең көбі {most} норма береді",
        ru: "`limit` слишком велик: {limit}; сервер отдаёт за один раз не более {most} норм",
        en: "`limit` is too large: {limit}; the server gives at most {most} provisions at a time",
    }
    bind_not_possible(address, cause) {
        kk: "`{address}` мекенжайында тыңдау мүмкін емес: {cause}",
        ru: "на адресе `{address}` слушать нельзя: {cause}",
        en: "it is not possible to listen on `{address}`: {cause}",
    }
}

/// What the one who started the server reads.
pub mod operator {
    super::super::catalogue! {
        String;

        serve_listening(address) {
            kk: "{address} мекенжайында жауап береді; тоқтату: Ctrl-C",
            ru: "отвечает по адресу {address}; остановить: Ctrl-C",
            en: "answers at {address}; stop it with Ctrl-C",
        }
        serve_open_to_others(address) {
            kk: "`{address}` мекенжайы басқа компьютерлерге де ашық; сұраушы тексерілмейді, байланыс шифрланбайды",
            ru: "адрес `{address}` открыт и другим компьютерам; спрашивающий не проверяется, связь не шифруется",
            en: "`{address}` is open to other computers too; nobody is asked who they are, and nothing is encrypted",
        }
        serve_building() {
            kk: "индекс құрылып жатыр; дайын болғанша сұрауларға 503 коды қайтарылады",
            ru: "индекс строится; до его готовности на запросы возвращается код 503",
            en: "the index is being built; until it is ready, requests are answered with 503",
        }
        left_out(count) {
            kk: "корпустың {count} файлы не бөлігі оқылмады, индекс оларсыз құрылды",
            ru: "не {count:читается|читаются|читаются} {count} {count:файл или часть|файла или части|файлов или частей} корпуса; индекс построен без них",
            en: "{count} {count:file or part|files or parts} of the corpus cannot be read; the index is built without them",
        }
        left_out_help() {
            kk: "Оларды түзетіңіз немесе корпустан алып тастаңыз, содан кейін `nusqa build` іске қосыңыз; оған дейінгі жауаптар оларды ескермейді",
            ru: "Исправьте их или уберите из корпуса и запустите `nusqa build`; до тех пор ответы их не учитывают",
            en: "Repair them or take them out of the corpus and run `nusqa build`; until then no answer knows of them",
        }
        left_out_before(count) {
            kk: "индексте корпустың оқылмаған {count} файлы не бөлігі жоқ; `nusqa check` оларды атайды",
            ru: "в индексе нет {count} {count:нечитаемого файла или части|нечитаемых файлов или частей|нечитаемых файлов или частей} корпуса; их назовёт `nusqa check`",
            en: "{count} {count:file or part|files or parts} of the corpus that cannot be read {count:is|are} not in the index; `nusqa check` names them",
        }
        build_waits() {
            kk: "индексті басқа процесс құрып жатыр; ол біткенше күтеміз",
            ru: "индекс строит другой процесс; ждём, пока он закончит",
            en: "another process is building the index; waiting until it is done",
        }
        renews_format(found, expected) {
            kk: "индекс басқа нұсқада жазылған ({found}, керегі {expected}), ол жаңадан құрылады",
            ru: "индекс записан в другом формате ({found} вместо {expected}), он строится заново",
            en: "the index has another format ({found}, expected {expected}) and is made anew",
        }
        renews_damaged(path, cause) {
            kk: "`{path}` индексі бүлінген: {cause}; ол жаңадан құрылады",
            ru: "индекс `{path}` повреждён: {cause}; он строится заново",
            en: "the index `{path}` is damaged: {cause}; it is made anew",
        }
        serve_ready() { kk: "индекс дайын", ru: "индекс готов", en: "the index is ready" }
        serve_start_title() { kk: "nusqa: JSON API", ru: "nusqa: JSON API", en: "nusqa: JSON API" }
        serve_start_operations() {
            kk: "Сұрақтар",
            ru: "Вопросы",
            en: "Questions",
        }
        serve_start_documents() {
            kk: "Бағдарламалар үшін",
            ru: "Для программ",
            en: "For programs",
        }
        serve_parameter_lang() {
            kk: "Хабарлар мен түсіндірмелердің тілі: `kk`, `ru`, `en` (көрсетілмесе: `Accept-Language`, одан кейін сервердің тілі)",
            ru: "Язык сообщений и пояснений: `kk`, `ru`, `en` (иначе `Accept-Language`, затем язык сервера)",
            en: "Language of messages and explanations: `kk`, `ru`, `en` (else `Accept-Language`, then that of the server)",
        }
        serve_openapi_description() {
            kk: "Әр жауап сол параметрлермен берілген команданың `--json` режиміндегі жауабымен бірдей.",
            ru: "Каждый ответ совпадает с тем, что команда с теми же параметрами печатает с `--json`.",
            en: "Every answer is what the command with the same parameters prints with `--json`.",
        }
        serve_response_answer() { kk: "Жауап", ru: "Ответ", en: "The answer" }
        serve_response_unchanged() {
            kk: "`If-None-Match` аталған жауаптан бері өзгермеген",
            ru: "Не изменился с ответа, названного в `If-None-Match`",
            en: "Unchanged since the answer that `If-None-Match` names",
        }
        serve_response_error() { kk: "Қате", ru: "Ошибка", en: "An error" }
    }
}
