//! What language models read: what the tools do, and how far an answer may be relied on.

super::catalogue! {
    String;

    mcp_instructions() {
        kk: "nusqa қазақ тіліндегі заңнаманың қай нормасы қай күні қалай жазылғанын, оның дәлелі мен сенімділігін айтады. Норманы не күнді ойдан шығармаңыз: алдымен `search` немесе `acts`, сосын `show` құралын шақырыңыз. Жауапты әрқашан күнімен, дәлелімен (файл мен жолдар) және сенімділігімен бірге келтіріңіз. `certain` мен `derived` – анық; `noted` жариялаушының ескертулеріне ғана сүйенеді, оны осы ескертпемен айтыңыз; `presumed` пен `unknown` – анық емес, оларды ешқашан анық деп бермеңіз, ал жетіспейтін сөздерді өз бетіңізше толықтырмаңыз. Мәтіндегі `[…]` – белгісіз сөздер. `alternatives` болса, екі жағын да айтыңыз. Жауаптар ресми жарияланым болып табылмайды.",
        ru: "nusqa говорит, что гласила норма казахскоязычного законодательства в указанный день, чем это подтверждено и насколько надёжно. Не придумывайте нормы и даты: сначала вызовите `search` или `acts`, затем `show`. Приводите ответ всегда вместе с днём, источником (файл и строки) и степенью надёжности. `certain` и `derived` надёжны; `noted` держится только на примечаниях издателя, говорите об этом; `presumed` и `unknown` ненадёжны: никогда не выдавайте их за достоверные и не дополняйте недостающие слова от себя. `[…]` в тексте – неизвестные слова. Если есть `alternatives`, назовите обе стороны. Ответы не являются официальной публикацией.",
        en: "nusqa tells what a provision of Kazakh-language law said on a day, on what evidence, and how sure that is. Never make up a provision or a date: call `search` or `acts` first, then `show`. Always give an answer together with its day, its evidence (file and lines) and its certainty. `certain` and `derived` can be relied on; `noted` rests on the publisher's notes alone, say so; `presumed` and `unknown` are not sure: never present them as sure, and never fill in missing words yourself. `[…]` in a text stands for words that are not known. Where there are `alternatives`, give both sides. The answers are no official publication.",
    }
    mcp_tool_search() {
        kk: "Сөздері бойынша бір күнгі нормаларды табады, кез келген тұлғада. Ең жақын нормаларды мекенжайымен, мәтінімен, күйімен, сенімділігімен және дәлелімен қайтарады. Мәтінді дәл келтірмес бұрын табылған норманы `show` арқылы сұраңыз. Күн берілмесе – бүгін.",
        ru: "Находит нормы, действующие в указанный день, по словам в любой форме. Возвращает лучшие нормы с адресом, текстом, состоянием, надёжностью и источником. Прежде чем цитировать, запросите найденную норму через `show`. Без дня – сегодня.",
        en: "Finds provisions by Kazakh words, in any of their forms, on a day. Gives the best provisions with address, words, state, certainty and evidence. Ask `show` for a provision before you quote it. Without a day: today.",
    }
    mcp_tool_show() {
        kk: "Актінің немесе норманың бір күнгі мәтінін, дәлелін және сенімділігін айтады. Бір норманың мекенжайын беріңіз: бүкіл акт өте ұзын болуы мүмкін. `status` мәні `unknown` болса, мәтін белгісіз: оны ойдан шығармаңыз, `alternatives` пен `explanation` мазмұнын айтыңыз. `known_by` – сол күнге дейін қабылданған актілер бойынша ғана.",
        ru: "Говорит, что гласил акт или норма в указанный день, чем это подтверждено и насколько надёжно. Указывайте адрес одной нормы: целый акт может быть очень длинным. Если `status` – `unknown`, текст неизвестен: не придумывайте его, а передайте `alternatives` и `explanation`. `known_by` – только по актам, принятым до этого дня.",
        en: "Tells what an act or a provision said on a day, on what evidence, and how sure that is. Give the address of one provision: a whole act may be very long. Where `status` is `unknown` the words are not known: do not make them up, pass on `alternatives` and `explanation`. `known_by` counts only acts adopted up to that day.",
    }
    mcp_tool_history() {
        kk: "Норманың барлық редакцияларын ескісінен бастап, күндерімен, оларды енгізген және тоқтатқан актілермен, сенімділігімен бірге береді. Күні дәл белгісіз болса, `earliest` пен `latest` аралығын айтыңыз.",
        ru: "Даёт все редакции нормы, начиная со старейшей, с днями действия, актами, которые их ввели и прекратили, и надёжностью. Где день точно не известен, называйте промежуток от `earliest` до `latest`.",
        en: "Gives every version of a provision, oldest first, with its days, the acts that began and ended it, and its certainty. Where a day is not known exactly, name the stretch from `earliest` to `latest`.",
    }
    mcp_tool_diff() {
        kk: "Акт немесе норма екі күн арасында қалай, қай актімен өзгергенін айтады. `unknown` деген өзгеріс – қосылған да, алынған да емес: салыстыру мүмкін болмады.",
        ru: "Говорит, что и каким актом изменено в акте или норме между двумя днями. Изменение `unknown` не значит ни добавления, ни исключения: сравнить было нельзя.",
        en: "Tells what changed in an act or a provision between two days, and by which act. A change `unknown` is neither an addition nor a removal: it could not be compared.",
    }
    mcp_tool_audit() {
        kk: "Акт мәтіндері, олардағы ескертулер мен өзгерістер енгізетін актілер бір-біріне қай жерде қайшы келетінін екі жағының дәлелімен айтады. Қайшылық – қате бар екенінің белгісі; қай жағы дұрыс екенін өзіңіз шешпеңіз.",
        ru: "Говорит, где тексты акта, примечания в них и изменяющие акты противоречат друг другу, с источниками обеих сторон. Находка показывает, что где-то есть ошибка; не решайте сами, которая сторона права.",
        en: "Tells where the texts of an act, their notes and the amending acts disagree, with the evidence of both sides. A finding shows that there is a fault somewhere; do not decide yourself which side is right.",
    }
    mcp_tool_acts() {
        kk: "Корпустағы актілерді және әрқайсысы қай күнге дейін белгілі екенін тізеді. `referenced` деген актінің мәтіні корпуста жоқ. Тізімде жоқ акт туралы nusqa ештеңе білмейді.",
        ru: "Перечисляет акты корпуса и день, до которого каждый из них известен. Текста акта с пометкой `referenced` в корпусе нет. Об актах вне списка nusqa ничего не знает.",
        en: "Lists the acts of the corpus and the day up to which each is known. Of an act marked `referenced` the corpus has no text. Of acts that are not listed nusqa knows nothing.",
    }
    mcp_tool_changes() {
        kk: "Бұрынғы индекспен (`since`: корпус хэші не күн) салыстырғанда қай акт пен қай жер туралы жауап өзгергенін айтады. Бұл заңның өзі өзгергенін білдірмейді: корпусқа мәтін қосылған немесе бағдарлама басқаша оқитын болған шығар. Сақталған жауаптарды жаңарту үшін пайдаланыңыз.",
        ru: "Говорит, для каких актов и мест ответ изменился по сравнению с прежним индексом (`since`: хэш корпуса или день). Это не значит, что изменился закон: могли добавить текст или программа могла стать читать иначе. Служит для обновления сохранённых ответов.",
        en: "Tells of which acts and places the answer has changed since an earlier index (`since`: hash of its corpus, or a day). It does not mean that the law changed: a text may have been added, or the program may read otherwise. Use it to renew answers that were kept.",
    }
    mcp_parameter_lang() {
        kk: "Хабарлар мен түсіндірмелердің тілі: `kk`, `ru`, `en`; нормалардың өзі аударылмайды",
        ru: "Язык сообщений и пояснений: `kk`, `ru`, `en`; сами нормы не переводятся",
        en: "Language of messages and explanations: `kk`, `ru`, `en`; the provisions themselves are never translated",
    }
    mcp_meaning(certainty, meaning) {
        kk: "{certainty}: {meaning}",
        ru: "{certainty}: {meaning}",
        en: "{certainty}: {meaning}",
    }
    mcp_pass_on_noted() {
        kk: "Бұл жауапты тек жариялаушының ескертулеріне сүйенетінін айтып келтіріңіз.",
        ru: "Приводите этот ответ с оговоркой, что он держится на примечаниях издателя.",
        en: "Pass this answer on with the remark that it rests on the publisher's notes.",
    }
    mcp_pass_on_presumed() {
        kk: "Бұл жауап анық емес: оны анық деп бермеңіз, болжам екенін айтыңыз.",
        ru: "Этот ответ ненадёжен: не выдавайте его за достоверный, скажите, что это предположение.",
        en: "This answer is not sure: do not present it as sure, say that it is presumed.",
    }
    mcp_pass_on_unknown() {
        kk: "Жауап не оның бір бөлігі белгісіз: оны ойдан толықтырмаңыз, белгісіз екенін және себебін айтыңыз.",
        ru: "Ответ или его часть неизвестны: ничего не дополняйте от себя, скажите, что это неизвестно, и почему.",
        en: "The answer or a part of it is not known: fill in nothing yourself, say that it is not known, and why.",
    }
    mcp_evidence() { kk: "Дәлел", ru: "Источник", en: "Evidence" }
}

/// Why a tool gives no answer.
pub mod failures {
    use super::super::Message;

    super::super::catalogue! {
        Message;

        arguments_too_long(most) {
            kk: "құралдың аргументтері тым ұзын: барлығы {most} байттан аспауы керек",
            ru: "аргументы инструмента слишком длинные: всего допускается не более {most} байт",
            en: "the arguments of the tool are too long: at most {most} bytes are read in all",
        }
        argument_not_plain(argument) {
            kk: "`{argument}` аргументі мәтін, сан, логикалық мән немесе олардың тізімі болуы керек",
            ru: "аргумент `{argument}` должен быть текстом, числом, логическим значением или их списком",
            en: "the argument `{argument}` must be a text, a number, a truth value or a list of these",
        }
        unknown_tool(tool, known) {
            kk: "`{tool}` деген құрал жоқ; бар құралдар: {known}",
            ru: "инструмента `{tool}` нет; есть: {known}",
            en: "there is no tool `{tool}`; there are: {known}",
        }
        client_not_understood(cause) {
            kk: "клиентпен байланыс MCP бойынша басталмады: {cause}",
            ru: "связь с клиентом не началась по MCP: {cause}",
            en: "the client did not open the exchange by MCP: {cause}",
        }
    }
}
