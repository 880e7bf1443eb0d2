//! What is said where a question was understood and cannot be answered, or a file cannot be
//! read or written.

use super::Message;

super::catalogue! {
    Message;

    unknown_act(text) {
        kk: "корпуста `{text}` деген акт жоқ",
        ru: "акта `{text}` в корпусе нет",
        en: "the corpus has no act `{text}`",
    }
    ambiguous_act(text) {
        kk: "`{text}` бірнеше актіге сәйкес келеді; біреуін толық атаңыз",
        ru: "`{text}` подходит к нескольким актам; назовите один полнее",
        en: "`{text}` fits several acts; name one of them in full",
    }
    unknown_address(text, act) {
        kk: "`{text}` деген жер жоқ: {act}",
        ru: "места `{text}` нет: {act}",
        en: "there is no place `{text}` in {act}",
    }
    address_before_the_first(text, act, first) {
        kk: "корпустағы мәтіндерде `{text}` басылмаған, олардағы біріншісі – `{first}`; одан бұрын не тұрғаны белгісіз: {act}",
        ru: "тексты в корпусе не печатают `{text}`, первое в них – `{first}`; что стояло перед ним, неизвестно: {act}",
        en: "the texts in the corpus do not print `{text}`, the first there is `{first}`; what stood before it is not known: {act}",
    }
    address_after_the_last(text, act, last) {
        kk: "корпустағы мәтіндер `{text}` дегенге жетпейді, соңғысы – `{last}`; мұндай жер болған-болмағаны белгісіз: {act}",
        ru: "тексты в корпусе не доходят до `{text}`, последнее в них – `{last}`; было ли такое место, неизвестно: {act}",
        en: "the texts in the corpus end before `{text}`, the last there is `{last}`; whether there was such a place is not known: {act}",
    }
    address_not_printed(text, act, before, after) {
        kk: "корпустағы мәтіндерде `{text}` басылмаған: `{before}` дегеннен кейін `{after}` тұр; ол өзін қамтыған бөлікпен бірге алып тасталған болуы мүмкін: {act}",
        ru: "тексты в корпусе не печатают `{text}`: после `{before}` идёт `{after}`; возможно, оно исключено вместе с частью, в которой стояло: {act}",
        en: "the texts in the corpus do not print `{text}`: after `{before}` comes `{after}`; it may have been removed together with what contained it: {act}",
    }
    ambiguous_address(text, act) {
        kk: "`{text}` бірнеше жерге сәйкес келеді: {act}",
        ru: "`{text}` подходит к нескольким местам: {act}",
        en: "`{text}` fits several places in {act}",
    }
    address_not_understood(text) {
        kk: "`{text}` мекенжай ретінде оқылмады; `6/17)`, `7-баптың 11) тармақшасы` немесе `art_7__point_11` деп жазыңыз",
        ru: "`{text}` не читается как адрес; пишите `6/17)`, `7-баптың 11) тармақшасы` или `art_7__point_11`",
        en: "`{text}` is not an address; write `6/17)`, `7-баптың 11) тармақшасы` or `art_7__point_11`",
    }
    orders_for_another_act(file, act) {
        kk: "{file}: {act} үшін нұсқама жоқ",
        ru: "{file}: предписаний для этого акта нет: {act}",
        en: "{file} holds no orders on {act}",
    }
    day_without_act(file) {
        kk: "`--on` корпустағы актінің күнін таңдайды, ал `{file}` – файл",
        ru: "`--on` выбирает день акта из корпуса, а `{file}` – файл",
        en: "`--on` chooses a day of an act in the corpus, but `{file}` is a file",
    }
    act_without_text(act) {
        kk: "{act}: корпуста өз мәтіні жоқ",
        ru: "{act}: собственного текста в корпусе нет",
        en: "{act}: the corpus has no text of its own",
    }
    several_texts(act) {
        kk: "{act}: корпуста бірнеше мәтіні бар; біреуін `--witness` арқылы көрсетіңіз",
        ru: "{act}: в корпусе несколько текстов; укажите один через `--witness`",
        en: "{act}: the corpus has several texts of it; name one with `--witness`",
    }
    unknown_witness(file, act) {
        kk: "{act}: `{file}` деген мәтіні жоқ",
        ru: "{act}: текста `{file}` нет",
        en: "{act}: there is no text `{file}`",
    }
    witness_without_act(file) {
        kk: "`--witness` актінің мәтінін таңдайды, ал `{file}` – файл",
        ru: "`--witness` выбирает текст акта, а `{file}` – файл",
        en: "`--witness` chooses a text of an act, but `{file}` is a file",
    }

    file_missing(file) {
        kk: "`{file}` файлы табылмады",
        ru: "файл `{file}` не найден",
        en: "there is no file `{file}`",
    }
    file_unreadable(file, cause) {
        kk: "`{file}` файлы оқылмайды: {cause}",
        ru: "файл `{file}` не читается: {cause}",
        en: "the file `{file}` cannot be read: {cause}",
    }
    file_changed(file) {
        kk: "`{file}` файлы индекс құрылғаннан бері өзгерген; алдымен `nusqa build` орындаңыз",
        ru: "файл `{file}` изменился после построения индекса; сначала выполните `nusqa build`",
        en: "the file `{file}` has changed since the index was built; run `nusqa build` first",
    }
    file_no_regular(path) {
        kk: "{path} – кәдімгі файл емес; құбырлар мен құрылғылар оқылмайды",
        ru: "{path} – не обычный файл; каналы и устройства не читаются",
        en: "{path} is no regular file; pipes and devices are not read",
    }
    file_too_large(path) {
        kk: "{path} тым үлкен; мәтін 256 МиБ-тан аспауы керек",
        ru: "{path} слишком велик; текст не должен превышать 256 МиБ",
        en: "{path} is too large; a text may have 256 MiB at most",
    }
    record_too_large(path, most) {
        kk: "{path} тым үлкен; мұндай файл {most} МиБ-тан аспауы керек. Карточкада актінің мәтіні емес, деректемелері ғана тұрады",
        ru: "{path} слишком велик; такой файл не должен превышать {most} МиБ. В карточке стоит не текст акта, а только сведения о нём",
        en: "{path} is too large; such a file may have {most} MiB at most. A card holds facts about an act, not its text",
    }
    docx_damaged(path, cause) {
        kk: "{path}: Word құжаты бүлінген: {cause}",
        ru: "{path}: документ Word повреждён: {cause}",
        en: "{path}: the Word document is damaged: {cause}",
    }
    docx_dangerous(path, cause) {
        kk: "{path}: Word құжаты қауіпті болуы мүмкін, сондықтан ашылмады: {cause}",
        ru: "{path}: документ Word может быть опасен и не открыт: {cause}",
        en: "{path}: the Word document may be dangerous and was not opened: {cause}",
    }
    docx_tracked_changes(path) {
        kk: "{path}: Word құжатында қабылданбаған түзетулер бар, яғни мәтін екеу; алдымен оларды қабылдайсыз ба, әлде бас тартасыз ба?",
        ru: "{path}: в документе Word есть непринятые исправления, то есть текстов два; сначала принять их или отклонить?",
        en: "{path}: the Word document has tracked changes, so it holds two texts; accept or reject them first?",
    }
    docx_hidden_text(path) {
        kk: "{path}: Word құжатында жасырын мәтін бар; алдымен оны көрсетесіз бе, әлде жоясыз ба?",
        ru: "{path}: в документе Word есть скрытый текст; сначала показать его или удалить?",
        en: "{path}: the Word document has hidden text; show or delete it first?",
    }
    docx_unsupported(path, what) {
        kk: "{path}: Word құжатында оқылмайтын элемент бар: {what}",
        ru: "{path}: в документе Word есть то, что не читается: {what}",
        en: "{path}: the Word document has something that is not read: {what}",
    }
    file_not_utf8(file) {
        kk: "`{file}` файлы UTF-8 мәтіні емес",
        ru: "файл `{file}` не является текстом UTF-8",
        en: "the file `{file}` is not UTF-8 text",
    }
    file_empty(file) {
        kk: "`{file}` файлында мәтін жоқ",
        ru: "в файле `{file}` нет текста",
        en: "the file `{file}` holds no text",
    }
    export_exists(path) {
        kk: "`{path}` файлы бар және мазмұны басқа; оның үстінен `--overwrite` жазады",
        ru: "файл `{path}` уже есть, и содержание его другое; заменить его можно с `--overwrite`",
        en: "the file `{path}` is there with other contents; `--overwrite` replaces it",
    }
    no_repository(path) {
        kk: "`{path}` оқылатын git репозиторийі емес",
        ru: "`{path}` не является читаемым репозиторием git",
        en: "`{path}` is no git repository that can be read",
    }
    shallow_repository(path) {
        kk: "`{path}` тарихы кесілген; `git fetch --unshallow` қалғанын алып келеді",
        ru: "история `{path}` обрезана; остальное возьмёт `git fetch --unshallow`",
        en: "`{path}` is a shallow clone; `git fetch --unshallow` brings the rest",
    }
    damaged_commit(path, commit) {
        kk: "`{path}`: {commit} коммиті жоқ не бүлінген, оған дейінгі тарих белгісіз",
        ru: "`{path}`: коммит {commit} отсутствует или повреждён, история до него неизвестна",
        en: "`{path}`: the commit {commit} is missing or damaged, and so is the history before it",
    }
    repository_exists(path) {
        kk: "`{path}` бұрыннан бар; репозиторий жаңа қалтаға ғана жазылады",
        ru: "`{path}` уже существует; репозиторий записывается только в новую папку",
        en: "`{path}` is there already; a repository is only written to a new folder",
    }
    export_failed(path, cause) {
        kk: "`{path}` файлы жазылмады: {cause}",
        ru: "файл `{path}` не записан: {cause}",
        en: "the file `{path}` cannot be written: {cause}",
    }
    folder_of_others(folder, name) {
        kk: "{folder} қалтасында осы команда жазбаған нәрсе бар ({name}); жаңа немесе бос қалтаны көрсетіңіз",
        ru: "в папке {folder} есть то, чего эта команда не писала ({name}); укажите новую или пустую папку",
        en: "the folder {folder} holds something that this command did not write ({name}); name a new or an empty one",
    }
    output_failed(cause) {
        kk: "нәтиже жазылмады: {cause}",
        ru: "результат не записан: {cause}",
        en: "the output cannot be written: {cause}",
    }
    paper_exists(file) {
        kk: "`{file}` файлы бар; оның орнына жазу үшін `--force` қосыңыз",
        ru: "файл `{file}` уже есть; чтобы записать вместо него, добавьте `--force`",
        en: "the file `{file}` is there already; add `--force` to write over it",
    }
    paper_folder_missing(file, folder) {
        kk: "`{file}` жазылмады: `{folder}` қалтасы жоқ; алдымен оны құрыңыз",
        ru: "`{file}` не записан: папки `{folder}` нет; сначала создайте её",
        en: "`{file}` was not written: there is no folder `{folder}`; make it first",
    }
    paper_is_folder(file) {
        kk: "`{file}` – қалта; файлдың атын жазыңыз",
        ru: "`{file}` – папка; укажите имя файла",
        en: "`{file}` is a folder; name a file",
    }
    paper_not_written(file, cause) {
        kk: "`{file}` жазылмады: {cause}",
        ru: "`{file}` не записан: {cause}",
        en: "`{file}` was not written: {cause}",
    }
    paper_ending(file) {
        kk: "`{file}` атынан кестенің түрі көрінбейді; файл аты `.html` не `.docx` деп бітеді, ал `--table` өзі соңында тұрса, кестені терминалға шығарады",
        ru: "по имени `{file}` не видно, какой нужна таблица; имя файла кончается на `.html` или `.docx`, а `--table` без имени печатает таблицу в терминале",
        en: "the name `{file}` does not tell which kind of table to write; end it in `.html` or `.docx`, or give `--table` no name to print the table in the terminal",
    }

    folder_not_writable(path, cause) {
        kk: "`{path}` қалтасына жазу мүмкін емес: {cause}",
        ru: "в папку `{path}` нельзя записать: {cause}",
        en: "the folder `{path}` cannot be written: {cause}",
    }

    corpus_folder(path, cause) {
        kk: "`{path}` корпус қалтасы оқылмайды: {cause}",
        ru: "папка корпуса `{path}` не читается: {cause}",
        en: "the corpus folder `{path}` cannot be read: {cause}",
    }
    corpus_missing(path) {
        kk: "`{path}` корпус қалтасы табылмады; оны `--corpus` арқылы көрсетіңіз",
        ru: "папка корпуса `{path}` не найдена; укажите её через `--corpus`",
        en: "there is no corpus folder `{path}`; name it with `--corpus`",
    }
    corpus_empty(path) {
        kk: "`{path}` корпус қалтасында бірде-бір акт жоқ",
        ru: "в папке корпуса `{path}` нет ни одного акта",
        en: "the corpus folder `{path}` holds no act",
    }
    card_missing(path) {
        kk: "`{path}` қалтасында `act.toml` карточкасы жоқ",
        ru: "в папке `{path}` нет карточки `act.toml`",
        en: "the folder `{path}` has no card `act.toml`",
    }
    card_unreadable(path, cause) {
        kk: "`{path}` карточкасы қате жазылған: {cause}",
        ru: "карточка `{path}` записана с ошибкой: {cause}",
        en: "the card `{path}` is not well written: {cause}",
    }
    card_unknown_key(path, key) {
        kk: "`{path}` карточкасында `{key}` деген кілт болмайды",
        ru: "в карточке `{path}` не бывает ключа `{key}`",
        en: "the card `{path}` has a key that no card has: `{key}`",
    }
    card_value(path, key, found) {
        kk: "`{path}` карточкасында `{key}` мәні жарамайды: `{found}`",
        ru: "в карточке `{path}` значение `{key}` не подходит: `{found}`",
        en: "in the card `{path}` the value of `{key}` cannot be used: `{found}`",
    }
    card_without_text(path) {
        kk: "`{path}` карточкасы бірде-бір мәтінді атамайды; әр мәтін үшін `[[text]]` бөлімін `file` және `role` кілттерімен қосыңыз",
        ru: "карточка `{path}` не называет ни одного текста; добавьте для каждого текста раздел `[[text]]` с ключами `file` и `role`",
        en: "the card `{path}` names no text; add a section `[[text]]` with the keys `file` and `role` for each text",
    }
    card_day_before_adoption(path, key, day, adopted) {
        kk: "`{path}` карточкасында `{key}` күні ({day}) акт қабылданған күннен ({adopted}) бұрын тұр; қайсысы дұрыс екенін тексеріңіз",
        ru: "в карточке `{path}` день `{key}` ({day}) раньше дня принятия акта ({adopted}); проверьте, какой из них верен",
        en: "in the card `{path}` the day of `{key}` ({day}) lies before the adoption of the act ({adopted}); check which of them is right",
    }
    text_missing(path, file) {
        kk: "`{path}` карточкасы атаған `{file}` мәтіні сол қалтада жоқ",
        ru: "текста `{file}`, названного в карточке `{path}`, в её папке нет",
        en: "the text `{file}`, named by the card `{path}`, is not in its folder",
    }
    card_incomplete(path, key) {
        kk: "актінің `{key}` дерегін `{path}` карточкасы да, мәтіндері де айтпайды",
        ru: "`{key}` акта не указан ни в карточке `{path}`, ни в текстах",
        en: "neither the card `{path}` nor a text tells `{key}` of the act",
    }
    act_twice(act, first, second) {
        kk: "{act} актісі екі қалтада тұр: `{first}` және `{second}`",
        ru: "акт {act} лежит в двух папках: `{first}` и `{second}`",
        en: "the act {act} stands in two folders: `{first}` and `{second}`",
    }
    link_outside(path) {
        kk: "`{path}` – корпустан тыс жерге апаратын сілтеме; ондай сілтемелер оқылмайды, файлдың өзін қойыңыз",
        ru: "`{path}` – ссылка, которая ведёт за пределы корпуса; такие ссылки не читаются, положите сам файл",
        en: "`{path}` is a link that leads out of the corpus; such links are not read, put the file itself there",
    }
    facts_differ(path, first, found) {
        kk: "`{path}` кестесіндегі бұл жол {first}-жолға қайшы: {found}; қайсысы дұрыс екенін тексеріңіз",
        ru: "эта строка таблицы `{path}` противоречит строке {first}: {found}; проверьте, которая верна",
        en: "this row of the table `{path}` contradicts line {first}: {found}; check which of them is right",
    }
    fact_unreadable(path, found) {
        kk: "`{path}` кестесінде `{found}` оқылмады",
        ru: "в таблице `{path}` не читается `{found}`",
        en: "in the table `{path}`, `{found}` cannot be read",
    }

    index_missing(path) {
        kk: "`{path}` қалтасында индекс жоқ; оны `nusqa build` құрады",
        ru: "в папке `{path}` нет индекса; его строит `nusqa build`",
        en: "the folder `{path}` holds no index; `nusqa build` makes one",
    }
    index_other_version(path, found, expected) {
        kk: "`{path}` индексі басқа нұсқада жазылған ({found}, керегі {expected}); `nusqa build` оны жаңадан құрады",
        ru: "индекс `{path}` записан в другом формате ({found} вместо {expected}); `nusqa build` построит его заново",
        en: "the index `{path}` has another format ({found}, expected {expected}); `nusqa build` makes it anew",
    }
    index_damaged(path, cause) {
        kk: "`{path}` индексі бүлінген: {cause}; `nusqa build --fresh` оны жаңадан құрады",
        ru: "индекс `{path}` повреждён: {cause}; `nusqa build --fresh` построит его заново",
        en: "the index `{path}` is damaged: {cause}; `nusqa build --fresh` makes it anew",
    }
    index_not_writable(path, cause) {
        kk: "`{path}` индекс қалтасына жазу мүмкін емес: {cause}",
        ru: "в папку индекса `{path}` нельзя записать: {cause}",
        en: "the index folder `{path}` cannot be written: {cause}",
    }
}
