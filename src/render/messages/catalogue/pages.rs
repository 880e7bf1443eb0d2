//! The fixed words of the pages that people read: names of fields, headings, counts.

super::catalogue! {
    String;

    page_in_force_on(day) { kk: "{day:loc}", ru: "на {day}", en: "on {day}" }
    page_known_by(day) {
        kk: "{day:dat} дейін (қоса алғанда) қабылданған актілер бойынша",
        ru: "по актам, принятым по {day}",
        en: "by the acts adopted up to {day}",
    }
    page_adopted_by(day) {
        kk: "{day:dat} дейін қабылданған барлық өзгерістермен, қолданысқа енгізілген-енгізілмегеніне қарамастан",
        ru: "со всеми изменениями, принятыми по {day}, независимо от введения в действие",
        en: "with every change adopted up to {day}, in force or not",
    }

    field_valid() { kk: "Мерзімі", ru: "Период", en: "Period" }
    field_introduced() { kk: "Енгізген", ru: "Введено", en: "Introduced by" }
    field_brought() { kk: "Енгізетін", ru: "Вводится", en: "Brought by" }
    field_ended() { kk: "Аяқтаған", ru: "Прекращено", en: "Ended by" }
    own_end() {
        kk: "өз мерзімі аяқталды",
        ru: "истёк собственный срок действия",
        en: "its own term ended",
    }
    field_why() { kk: "Негіздеме", ru: "Основание", en: "Why" }
    field_evidence() { kk: "Дәлел", ru: "Источник", en: "Evidence" }
    field_horizon() { kk: "Мәлімет шегі", ru: "Известен по", en: "Known up to" }
    field_unknown_parts() { kk: "Белгісіз бөліктер", ru: "Неизвестно", en: "Not known" }
    field_warnings() { kk: "Назар аударыңыз", ru: "Внимание", en: "Take care" }
    field_node() { kk: "Түйін", ru: "Узел", en: "Node" }
    field_certainty() { kk: "Сенімділік", ru: "Надёжность", en: "Certainty" }

    rule_begins(rule) { kk: "Басталуы: {rule}", ru: "Начало: {rule}", en: "Begins {rule}" }
    rule_ends(rule) { kk: "Аяқталуы: {rule}", ru: "Окончание: {rule}", en: "Ends {rule}" }
    rule_of_both(rule) {
        kk: "Басталуы да, аяқталуы да: {rule}",
        ru: "Начало и окончание: {rule}",
        en: "Begins and ends {rule}",
    }
    rule_after_publication_days(days) {
        kk: "алғашқы ресми жарияланған күнінен кейін күнтізбелік {days} күн өткен соң; жарияланған күні белгісіз",
        ru: "по истечении {days} календарных дней после дня первого официального опубликования; этот день неизвестен",
        en: "once {days} calendar days have passed after the day of first official publication, which is not known",
    }
    rule_after_publication_months(months) {
        kk: "алғашқы ресми жарияланған күнінен кейін {months} ай өткен соң; жарияланған күні белгісіз",
        ru: "по истечении {months} {months:месяца|месяцев|месяцев} после дня первого официального опубликования; этот день неизвестен",
        en: "once {months} {months:month|months} have passed after the day of first official publication, which is not known",
    }
    rule_on_publication() {
        kk: "алғашқы ресми жарияланған күнінен бастап; жарияланған күні белгісіз",
        ru: "со дня первого официального опубликования; этот день неизвестен",
        en: "on the day of first official publication, which is not known",
    }
    rule_see_clause(clause) {
        kk: "актінің өзі айқындайды ({clause}), ол жері оқылмаған",
        ru: "определяется положением акта ({clause}), которое не прочитано",
        en: "as a clause of the act says ({clause}), which was not read",
    }
    rule_on_event(event) {
        kk: "күні жоқ оқиғамен байланысты: «{event}»",
        ru: "связано с событием без даты: «{event}»",
        en: "with an event that has no date: “{event}”",
    }
    rule_unstated() {
        kk: "қолданысқа енгізілу тәртібін дереккөз айтпайды",
        ru: "порядок введения в действие источник не называет",
        en: "by a rule that no source states",
    }
    history_horizon(day) {
        kk: "Акт {day:dat} дейін (қоса алғанда) белгілі; одан кейінгі күндер туралы айтылғанның бәрі болжамнан аспайды.",
        ru: "Акт известен по {day} включительно; всё сказанное о более поздних днях – не более чем предположение.",
        en: "The act is known up to {day}; of later days nothing is more than presumed.",
    }
    history_expected() {
        kk: "Бұрын күтілген, кейін кері күші бар өзгеріс ауыстырған нұсқалар (енді қолданылмайды)",
        ru: "Ожидалось прежде, затем заменено изменениями с обратной силой (более не верно)",
        en: "Expected once, and since replaced by changes that work backwards (not so any more)",
    }
    expected_until(status, to) {
        kk: "{to:dat} дейін осылай күтілген: {status}",
        ru: "так ожидалось до {to}: {status}",
        en: "was expected until {to}: {status}",
    }
    known_between(from, to) {
        kk: "{from:abl} бастап {to:dat} дейін осылай белгілі болған",
        ru: "так было известно с {from} до {to}",
        en: "as it was known from {from} until {to}",
    }
    known_since(from) {
        kk: "{from:abl} бастап осылай белгілі",
        ru: "так известно с {from}",
        en: "as it is known since {from}",
    }
    known_until(to) {
        kk: "{to:dat} дейін осылай белгілі болған",
        ru: "так было известно до {to}",
        en: "as it was known until {to}",
    }
    gap_explained() {
        kk: "[…] – осы күнгі мәтіні корпуста жоқ жер",
        ru: "[…] – место, текста которого на этот день в корпусе нет",
        en: "[…] marks words of this day that the corpus does not have",
    }
    unknown_siblings(address) {
        kk: "{address}: қалған бөліктері",
        ru: "{address}: остальные части",
        en: "the other parts of {address}",
    }
    unknown_opening(address) {
        kk: "{address}: кіріспе сөздері",
        ru: "{address}: вводные слова",
        en: "the opening words of {address}",
    }
    unknown_heading(address) {
        kk: "{address}: тақырыбы",
        ru: "{address}: заголовок",
        en: "the heading of {address}",
    }
    and_more(count) {
        kk: "… тағы {count}",
        ru: "… и ещё {count}",
        en: "… and {count} more",
    }
    in_part() { kk: "мәтіні ішінара белгілі", ru: "текст известен частично", en: "known in part" }
    one_of_these() {
        kk: "Мына жауаптардың бірі дұрыс:",
        ru: "Верен один из этих ответов:",
        en: "One of these answers is right:",
    }
    no_wording() {
        kk: "Осы күнгі мәтін белгісіз.",
        ru: "Текст на этот день неизвестен.",
        en: "The wording of this day is not known.",
    }

    alternative_in_effect(act) {
        kk: "Егер {act} бұл күні қолданысқа енгізіліп қойған болса",
        ru: "Если {act} в этот день уже действует",
        en: "If {act} was already in effect on this day",
    }
    alternative_not_in_effect(act) {
        kk: "Егер {act} бұл күні әлі қолданысқа енгізілмеген болса",
        ru: "Если {act} в этот день ещё не действует",
        en: "If {act} was not yet in effect on this day",
    }
    alternative_yes() { kk: "Бір нұсқа", ru: "Один вариант", en: "On one reading" }
    alternative_no() { kk: "Екінші нұсқа", ru: "Другой вариант", en: "On the other reading" }

    history_none() {
        kk: "бірде-бір редакция белгілі емес",
        ru: "ни одной редакции не известно",
        en: "no version is known",
    }
    history_count(count) {
        kk: "{count} редакция",
        ru: "{count} {count:редакция|редакции|редакций}",
        en: "{count} {count:version|versions}",
    }

    outline_of(count) {
        kk: "{count} құрылымдық элемент",
        ru: "{count} {count:структурный элемент|структурных элемента|структурных элементов}",
        en: "{count} {count:unit|units}",
    }
    terms_count(count) {
        kk: "{count} ұғым мен қысқарту",
        ru: "{count} {count:понятие или сокращение|понятия и сокращения|понятий и сокращений}",
        en: "{count} {count:term|terms}",
    }
    terms_everywhere() { kk: "бүкіл актіде", ru: "во всём акте", en: "in the whole act" }
    terms_inside(place) { kk: "шегі: {place}", ru: "в пределах: {place}", en: "within {place}" }
    refs_cites(count) {
        kk: "{count} сілтеме жасайды",
        ru: "{count} {count:ссылка|ссылки|ссылок} из этого места",
        en: "{count} {count:citation|citations} from here",
    }
    refs_cited_by(count) {
        kk: "мұнда {count} сілтеме жасалған",
        ru: "{count} {count:ссылка|ссылки|ссылок} на это место",
        en: "{count} {count:citation|citations} of this",
    }
    refs_unknown_parts(count, places) {
        kk: "Мәтіні белгісіз элементтер ({count}), оларда тағы болуы мүмкін: {places}",
        ru: "Элементы, текст которых неизвестен ({count}), могут содержать ещё: {places}",
        en: "Units whose wording is not known ({count}) may hold more: {places}",
    }
    refs_inner(words) {
        kk: "одан әрі: {words}",
        ru: "далее внутри: {words}",
        en: "further inside: {words}",
    }
    refs_leads_nowhere() {
        kk: "ондай норма жоқ",
        ru: "такой нормы нет",
        en: "there is no such provision",
    }
    refs_not_in_corpus() {
        kk: "актінің мәтіні корпуста жоқ",
        ru: "текста акта нет в корпусе",
        en: "the corpus has no text of the act",
    }
    refs_place_unknown() {
        kk: "бұл жердің мәтіні корпуста белгісіз",
        ru: "текст этого места в корпусе неизвестен",
        en: "the corpus does not know the words of that place",
    }
    refs_not_understood() {
        kk: "сілтеме түсініксіз",
        ru: "ссылка не понята",
        en: "the citation was not understood",
    }
    refs_nowhere(count) {
        kk: "Жоқ нормаға жасалған сілтемелер: {count}",
        ru: "Ссылки на несуществующие нормы: {count}",
        en: "Citations that lead nowhere: {count}",
    }
    text_unknown() { kk: "мәтіні белгісіз", ru: "текст неизвестен", en: "wording not known" }

    acts_horizon(day) { kk: "{day:dat} дейін белгілі", ru: "известен по {day}", en: "known up to {day}" }
    acts_referenced() {
        kk: "Тек аталған актілер",
        ru: "Акты, которые только названы",
        en: "Acts that are only named",
    }
    acts_untitled() { kk: "тақырыбы белгісіз", ru: "название неизвестно", en: "title not known" }
    acts_none() { kk: "корпуста акт жоқ", ru: "в корпусе нет актов", en: "the corpus holds no act" }
    acts_known_from_orders() {
        kk: "өз мәтіні жоқ, тек өзгерістері белгілі",
        ru: "своего текста нет, известен только по изменениям",
        en: "no text of its own, known only from orders that amend it",
    }

    check_covered(covered, characters, share) {
        kk: "{characters} таңбаның {covered} таңбасы оқылды ({share})",
        ru: "прочитано {covered} из {characters} знаков ({share})",
        en: "{covered} of {characters} characters read ({share})",
    }
    check_units(count) {
        kk: "{count} элемент",
        ru: "{count} {count:элемент|элемента|элементов}",
        en: "{count} {count:unit|units}",
    }
    check_notes(read, all) {
        kk: "ескертулер: {all}, оқылғаны {read}",
        ru: "примечания: {all}, прочитано {read}",
        en: "notes: {all}, read {read}",
    }
    check_instructions(read, all) {
        kk: "нұсқамалар: {all}, оқылғаны {read}",
        ru: "предписания: {all}, прочитано {read}",
        en: "orders: {all}, read {read}",
    }
    check_faults(count) {
        kk: "көшірменің ақаулары: {count}",
        ru: "дефекты копии: {count}",
        en: "faults of the copy: {count}",
    }
    check_more(count) {
        kk: "… тағы {count}; барлығы: `--json`, үзінділермен: `--explain`",
        ru: "… и ещё {count}; полностью: `--json`, с выдержками: `--explain`",
        en: "… and {count} more; all of them: `--json`, with excerpts: `--explain`",
    }
    check_unread(count) {
        kk: "оқылмаған жерлер: {count}",
        ru: "не прочитано мест: {count}",
        en: "places not read: {count}",
    }
    check_read_as(printed, reading) {
        kk: "«{printed}» → «{reading}»",
        ru: "«{printed}» → «{reading}»",
        en: "“{printed}” → “{reading}”",
    }
    check_joined(printed, reading) {
        kk: "«…{printed} | {reading}…»",
        ru: "«…{printed} | {reading}…»",
        en: "“…{printed} | {reading}…”",
    }
    check_printed(printed) { kk: "«{printed}»", ru: "«{printed}»", en: "“{printed}”" }
    check_cards(count) {
        kk: "Карточкалар туралы ескерту: {count}",
        ru: "Замечания к карточкам: {count}",
        en: "Doubts about cards: {count}",
    }
    check_references_not_asked() {
        kk: "Сілтемелер тексерілген жоқ: оларды іздейтін корпус жоқ",
        ru: "Ссылки не проверены: нет корпуса, в котором их можно найти",
        en: "Citations were not followed: there is no corpus to follow them in",
    }
    check_unnamed_text(file, card) {
        kk: "{file}: мәтін оқылмаған, себебі {card} карточкасы оны атамайды; оған `[[text]]` бөлімін қосыңыз",
        ru: "{file}: текст не прочитан, так как карточка {card} его не называет; добавьте в неё раздел `[[text]]`",
        en: "{file}: the text is not read, since the card {card} does not name it; add a section `[[text]]` to it",
    }
    check_contradicted(card, key, said, text, printed) {
        kk: "{card}: `{key}` – {said}, ал мәтіннің өз деректемесі бойынша {printed} ({text}); карточка басым",
        ru: "{card}: `{key}` – {said}, а по реквизитам самого текста {printed} ({text}); верх берёт карточка",
        en: "{card}: `{key}` is {said}, but the text's own requisites say {printed} ({text}); the card prevails",
    }
    check_facts_differ(card, key, said, table, told) {
        kk: "{card}: `{key}` – {said}, ал деректер кестесі бойынша {told} ({table}); карточка басым",
        ru: "{card}: `{key}` – {said}, а по таблице сведений {told} ({table}); верх берёт карточка",
        en: "{card}: `{key}` is {said}, but the table of facts says {told} ({table}); the card prevails",
    }
    check_line(line) { kk: "{line}-жол", ru: "строка {line}", en: "line {line}" }
    check_all_read() {
        kk: "барлығы оқылды",
        ru: "прочитано всё",
        en: "everything was read",
    }
    check_something_unread() {
        kk: "оқылмаған мәтін бар",
        ru: "есть непрочитанный текст",
        en: "some text was not read",
    }

    orders_done(done, all) {
        kk: "нұсқамалар: {all}, орындалғаны {done}",
        ru: "предписания: {all}, выполнено {done}",
        en: "orders: {all}, carried out {done}",
    }
    orders_read(read, all) {
        kk: "нұсқамалар: {all}, түсінілгені {read}",
        ru: "предписания: {all}, понято {read}",
        en: "orders: {all}, understood {read}",
    }
    orders_none() {
        kk: "нұсқама табылмады",
        ru: "предписаний не найдено",
        en: "no orders were found",
    }
    order_not_done(reason) {
        kk: "орындалмады: {reason}",
        ru: "не выполнено: {reason}",
        en: "not carried out: {reason}",
    }
    order_near(places) {
        kk: "жақын жерлер: {places}",
        ru: "ближайшие места: {places}",
        en: "nearest places: {places}",
    }
    order_left_behind(words) {
        kk: "нұсқамада аталмаған тұлғада тұрып, өзгермеген сөздер: {words}",
        ru: "не тронуты слова в формах, не названных предписанием: {words}",
        en: "left as they are, in forms that the order does not quote: {words}",
    }
    order_words_found(found) {
        kk: "табылған сөздер: {found}",
        ru: "слов найдено: {found}",
        en: "words found: {found}",
    }
    ledger_unread(count) {
        kk: "түсінілмеген мәтін: {count} жер",
        ru: "непонятый текст: {count} {count:место|места|мест}",
        en: "text that was not understood: {count} {count:place|places}",
    }
    table_unit() {
        kk: "Құрылымдық элемент",
        ru: "Структурный элемент",
        en: "Unit",
    }
    table_before() {
        kk: "Қолданыстағы редакция",
        ru: "Действующая редакция",
        en: "Present wording",
    }
    table_after() {
        kk: "Ұсынылатын редакция",
        ru: "Предлагаемая редакция",
        en: "Proposed wording",
    }
    table_absent() { kk: "Жоқ", ru: "Отсутствует", en: "None" }
    table_gone() { kk: "Алып тасталсын", ru: "Исключить", en: "Removed" }
    redline_none() {
        kk: "мәтін өзгерген жоқ",
        ru: "текст не изменился",
        en: "the text did not change",
    }
    whole_act() { kk: "бүкіл акт", ru: "весь акт", en: "the whole act" }
    wording_unknown() {
        kk: "[мәтіні белгісіз]",
        ru: "[текст неизвестен]",
        en: "[wording not known]",
    }
    events_count(count) {
        kk: "өзгерістер: {count}",
        ru: "изменений: {count}",
        en: "changes: {count}",
    }
    event_day_printed(printed) {
        kk: "қабылданған күні «{printed}» деп басылған: мұндай күн болуы мүмкін емес",
        ru: "день принятия напечатан как «{printed}»: таким он быть не может",
        en: "the day of adoption is printed as «{printed}», which it cannot be",
    }
    events_none() {
        kk: "бірде-бір өзгеріс белгілі емес",
        ru: "ни одного изменения не известно",
        en: "no change is known",
    }

    build_progress() { kk: "индекс құрылуда", ru: "строится индекс", en: "building the index" }
    acts_progress() { kk: "актілер қаралуда", ru: "просматриваются акты", en: "going through the acts" }
    build_done(acts, texts) {
        kk: "индекс дайын: {acts} акт, {texts} мәтін",
        ru: "индекс готов: {acts} {acts:акт|акта|актов}, {texts} {texts:текст|текста|текстов}",
        en: "index built: {acts} {acts:act|acts}, {texts} {texts:text|texts}",
    }
    build_verified(acts, texts) {
        kk: "индекс бүтін: {acts} акт, {texts} мәтін",
        ru: "индекс цел: {acts} {acts:акт|акта|актов}, {texts} {texts:текст|текста|текстов}",
        en: "the index is whole: {acts} {acts:act|acts}, {texts} {texts:text|texts}",
    }
    build_stale() {
        kk: "корпус содан бері өзгерген: `nusqa build` индексті жаңартады",
        ru: "корпус с тех пор изменился: `nusqa build` обновит индекс",
        en: "the corpus has changed since: `nusqa build` brings the index up to date",
    }
    build_current() {
        kk: "индекс жаңа, өзгеріс жоқ",
        ru: "индекс актуален, изменений нет",
        en: "the index is up to date",
    }
}
