//! The words of the pages that are read in a browser: what stands printed on them, and what
//! their scripts say. Scripts fill in plain words only, so that no place here has a selector.

super::catalogue! {
    String;

    site_name() { kk: "nusqa", ru: "nusqa", en: "nusqa" }
    site_about() {
        kk: "Норма белгілі бір күні не деген, қандай дәлел бойынша және қаншалықты анық",
        ru: "Что говорила норма в тот или иной день, на каком основании и насколько это достоверно",
        en: "What a provision said on a day, on what evidence, and how sure that is",
    }
    site_skip() { kk: "Мәтінге өту", ru: "К тексту", en: "Skip to the text" }
    site_not_official() {
        kk: "Бұл – ресми жарияланым емес. Ресми мәтінді «Әділет» жүйесінен және ресми басылымдардан қараңыз.",
        ru: "Это не официальная публикация. Официальный текст – в системе «Әділет» и официальных изданиях.",
        en: "This is not an official publication. The official text is found in «Әділет» and the official gazettes.",
    }
    site_left_out(count) {
        kk: "Корпустың бір бөлігі оқылмады (файлдар не бөліктер саны: {count}). Сол бөлік өзгерткен болуы мүмкін нормалар туралы айтылғанның бәрі болжамнан аспайды.",
        ru: "Часть корпуса не прочитана (файлов или их частей: {count}). Всё сказанное о нормах, которые она может менять, не более чем предположительно.",
        en: "Part of the corpus could not be read (files or parts of files: {count}). What is said of provisions that it may change is presumed at most.",
    }
    site_generator(version, corpus) {
        kk: "nusqa {version} жасаған, корпус {corpus}",
        ru: "Создано nusqa {version}, корпус {corpus}",
        en: "Made by nusqa {version}, corpus {corpus}",
    }
    site_language() { kk: "Тіл", ru: "Язык", en: "Language" }
    site_main_menu() { kk: "Беттер", ru: "Страницы", en: "Pages" }
    site_acts() { kk: "Актілер", ru: "Акты", en: "Acts" }
    site_upcoming() { kk: "Күтілетін өзгерістер", ru: "Ожидаемые изменения", en: "Changes to come" }
    site_audit() { kk: "Қайшылықтар", ru: "Расхождения", en: "Findings" }
    site_search() { kk: "Іздеу", ru: "Поиск", en: "Search" }
    site_guide() { kk: "Қалай оқу керек", ru: "Как читать", en: "How to read" }

    site_search_words() { kk: "Іздейтін сөздер", ru: "Слова для поиска", en: "Words to search for" }
    site_search_day() { kk: "Қай күні", ru: "На какой день", en: "On which day" }
    site_search_act() { kk: "Қай актіде", ru: "В каком акте", en: "In which act" }
    site_search_everywhere() { kk: "барлық актіде", ru: "во всех актах", en: "in every act" }
    site_search_go() { kk: "Іздеу", ru: "Искать", en: "Search" }
    site_search_hint() { kk: "мысалы: ақпараттық жүйе", ru: "например: ақпараттық жүйе", en: "for example: ақпараттық жүйе" }
    site_search_found(count, day) {
        kk: "{day:loc}: табылғаны – {count}",
        ru: "{day}: найдено – {count}",
        en: "{day}: {count} found",
    }
    site_search_none(day) {
        kk: "{day:loc}: ештеңе табылмады. Басқа күнді немесе азырақ сөзді байқап көріңіз.",
        ru: "{day}: ничего не найдено. Попробуйте другой день или меньше слов.",
        en: "{day}: nothing was found. Try another day or fewer words.",
    }
    site_search_left_out(words) {
        kk: "Корпуста жоқ сөздер: {words}",
        ru: "Слов нет в корпусе: {words}",
        en: "Not in the corpus: {words}",
    }
    site_search_plain(act, part) {
        kk: "Бұл бет сөздерді, «тырнақшаны», -сөз бен сөз* белгісін таниды; {act}, {part}, мекенжай мен күн ескерілмеді: олар командалық жолда және серверде істейді.",
        ru: "Эта страница понимает слова, «кавычки», -слово и слово*; {act}, {part}, адреса и даты не учтены: они работают в командной строке и на сервере.",
        en: "This page knows words, \"quotation marks\", -word and word*; {act}, {part}, addresses and days were not heeded: they work on the command line and on a server.",
    }
    site_search_no_answer() { kk: "Сервер жауап бермеді.", ru: "Сервер не ответил.", en: "The server did not answer." }
    site_search_more(count) { kk: "тағы {count} көрсету", ru: "показать ещё {count}", en: "show {count} more" }
    site_search_empty() {
        kk: "Сөз бір тұлғада жазылса да, оның барлық тұлғалары ізделеді.",
        ru: "Ищутся все формы слова, в какой бы форме оно ни было набрано.",
        en: "Every form of a word is searched for, whichever form is typed.",
    }
    site_search_by_command() {
        kk: "Бұл беттегі іздеу сценарийлерді қажет етеді. Оларсыз командалық жолдан іздеңіз:",
        ru: "Поиск на этой странице требует сценариев. Без них ищите из командной строки:",
        en: "Searching on this page needs scripts. Without them, search on the command line:",
    }

    site_acts_known() { kk: "Мәтіні немесе өзгерістері белгілі актілер", ru: "Акты, текст или изменения которых известны", en: "Acts whose text or changes are known" }
    site_acts_known_to() { kk: "Қай күнге дейін белгілі", ru: "Известен по", en: "Known up to" }
    site_acts_texts() { kk: "Мәтіндер", ru: "Тексты", en: "Texts" }
    site_acts_units() { kk: "Элемент", ru: "Элементов", en: "Units" }
    site_acts_turns() { kk: "Өзгеріс күндері", ru: "Дней изменений", en: "Days of change" }
    site_acts_no_text() { kk: "өз мәтіні жоқ", ru: "своего текста нет", en: "no text of its own" }
    site_acts_named(count) {
        kk: "Тек аталған актілер ({count})",
        ru: "Акты, которые только названы ({count})",
        en: "Acts that are only named ({count})",
    }
    site_acts_why_named() {
        kk: "Бұл актілердің мәтіні корпуста жоқ: олардың аты басқа актілердің ескертулері мен нұсқамаларынан белгілі.",
        ru: "Текстов этих актов в корпусе нет: они названы в примечаниях и предписаниях других актов.",
        en: "The corpus has no text of these acts: notes and orders of other acts name them.",
    }

    site_requisites() { kk: "Деректемелер", ru: "Реквизиты", en: "Requisites" }
    site_adopted() { kk: "Қабылданған күні", ru: "Принят", en: "Adopted" }
    site_horizon() { kk: "Қай күнге дейін белгілі", ru: "Известен по", en: "Known up to" }
    site_horizon_unknown() { kk: "белгісіз", ru: "неизвестно", en: "not known" }
    site_texts() { kk: "Мәтіндері", ru: "Тексты", en: "Texts" }
    site_iri() { kk: "Тұрақты атауы", ru: "Постоянное имя", en: "Permanent name" }
    site_former_titles() { kk: "Бұрынғы тақырыптары", ru: "Прежние названия", en: "Earlier titles" }
    site_contents() { kk: "Мазмұны", ru: "Содержание", en: "Contents" }
    site_text() { kk: "Актінің мәтіні", ru: "Текст акта", en: "Text of the act" }
    site_day() { kk: "Күн", ru: "День", en: "Day" }
    site_day_choice() { kk: "Күнді таңдау", ru: "Выбор дня", en: "Choice of the day" }
    site_timeline() { kk: "Уақыт жолағы", ru: "Лента времени", en: "Timeline" }
    site_timeline_help() {
        kk: "← және →: көрші өзгеріс күні; Shift бірге: бір күн. Сызық – өзгеріс күні, штрихталған жолақ – күні дәл белгісіз.",
        ru: "← и →: соседний день изменения; с Shift: один день. Черта – день изменения, штриховка – день точно не известен.",
        en: "← and →: the nearest day of change; with Shift: one day. A stroke is a day of change, hatching a day that is not known exactly.",
    }
    site_day_before() { kk: "Алдыңғы өзгеріс", ru: "Предыдущее изменение", en: "Change before" }
    site_day_after() { kk: "Келесі өзгеріс", ru: "Следующее изменение", en: "Next change" }
    site_days_of_change() { kk: "Барлық өзгеріс күндері", ru: "Все дни изменений", en: "All days of change" }
    site_days_of_change_count(days, places) {
        kk: "{days}: {places} жер",
        ru: "{days}: мест – {places}",
        en: "{days}: {places} places",
    }
    site_shown(day) { kk: "{day:loc} қолданыста болған мәтін", ru: "Текст на {day}", en: "The text on {day}" }
    site_after_horizon(day) {
        kk: "Корпус бұл актіні {day:dat} дейін ғана біледі. Одан кейінгі күндердің бәрі – болжам.",
        ru: "Корпус знает этот акт только по {day}. Всё, что позже, – предположение.",
        en: "The corpus knows this act only up to {day}. Everything later is presumed.",
    }
    site_go_to_horizon() { kk: "Сол күнге өту", ru: "Перейти к этому дню", en: "Go to that day" }
    site_act_not_yet() {
        kk: "Бұл күні акт әлі қолданысқа енгізілмеген.",
        ru: "В этот день акт ещё не введён в действие.",
        en: "On this day the act is not in force yet.",
    }
    site_act_repealed() {
        kk: "Бұл күні акт енді қолданыста емес.",
        ru: "В этот день акт уже не действует.",
        en: "On this day the act is no longer in force.",
    }
    site_act_unknown() {
        kk: "Бұл күні актінің қолданыста болған-болмағаны белгісіз.",
        ru: "Действует ли акт в этот день, неизвестно.",
        en: "Whether the act is in force on this day is not known.",
    }
    site_legend() { kk: "Белгілер", ru: "Знаки", en: "Signs" }
    site_state_gone() { kk: "енді қолданыста емес", ru: "не действует", en: "no longer in force" }
    site_state_suspended() { kk: "тоқтатыла тұрған", ru: "приостановлено", en: "suspended" }
    site_state_open() { kk: "күні белгісіз: бір жауап таңдалмаған", ru: "день неизвестен: ответ не выбран", en: "day not known: no side is chosen" }
    site_state_gap() { kk: "мәтіні белгісіз", ru: "текст неизвестен", en: "wording not known" }
    site_gap_parts() { kk: "қалған бөліктері белгісіз", ru: "остальные части неизвестны", en: "the other parts are not known" }
    site_gap_may_stand() { kk: "бұл жерде норма болуы мүмкін", ru: "здесь может стоять норма", en: "a provision may stand here" }
    site_one_of_these() { kk: "Мына жауаптардың бірі дұрыс", ru: "Верен один из этих ответов", en: "One of these answers is right" }

    site_no_script(command) {
        kk: "Сценарийлерсіз бұл бет бір ғана күннің мәтінін көрсетеді. Басқа күн үшін: {command}",
        ru: "Без сценариев страница показывает текст одного дня. Для другого дня: {command}",
        en: "Without scripts this page shows the text of one day. For another day: {command}",
    }

    site_panel() { kk: "Норма туралы", ru: "О норме", en: "About the provision" }
    site_close() { kk: "Жабу", ru: "Закрыть", en: "Close" }
    site_permalink() { kk: "Тұрақты сілтеме", ru: "Постоянная ссылка", en: "Permanent link" }
    site_copy_citation() { kk: "Сілтемені көшіру", ru: "Скопировать ссылку", en: "Copy the citation" }
    site_copied() { kk: "Көшірілді", ru: "Скопировано", en: "Copied" }
    site_copy_failed() { kk: "Көшірілмеді, мына мәтінді қолмен көшіріңіз:", ru: "Не скопировалось, возьмите этот текст вручную:", en: "Copying failed, take this text by hand:" }
    site_citation(place, act, day, certainty, link) {
        kk: "{act}, {place}, {day} ({certainty}): {link}",
        ru: "{act}, {place}, на {day} ({certainty}): {link}",
        en: "{act}, {place}, as of {day} ({certainty}): {link}",
    }
    site_history() { kk: "Тарихы", ru: "История", en: "History" }
    site_why() { kk: "Неге осылай", ru: "Почему так", en: "Why" }
    site_brought_by() { kk: "Енгізген", ru: "Внесено", en: "Brought by" }
    site_ended_by() { kk: "Аяқтаған", ru: "Прекращено", en: "Ended by" }
    site_words_by() { kk: "Сөздерін кім енгізген", ru: "Кем внесены слова", en: "Who brought the words" }
    site_not_known_who() { kk: "енгізген акт белгісіз", ru: "кем внесено, неизвестно", en: "nothing tells who brought this" }
    site_repeated_by() { kk: "жаңа редакцияда қайталаған", ru: "повторено в новой редакции", en: "repeated in the new wording of" }
    site_or_by() { kk: "немесе", ru: "либо", en: "or" }
    site_version_shown() { kk: "көрсетіліп тұрған", ru: "показано", en: "shown" }
    site_moved_from() { kk: "сөздері бұрын осында тұрған сияқты", ru: "слова, по-видимому, стояли здесь", en: "the words seem to have stood here before" }
    site_moved_to() { kk: "сөздері осында көшкен сияқты", ru: "слова, по-видимому, перенесены сюда", en: "the words seem to have gone here" }
    site_in_part() { kk: "мәтіні ішінара белгілі", ru: "текст известен частично", en: "known in part" }
    site_by_command() { kk: "Командалық жолда", ru: "В командной строке", en: "On the command line" }

    site_how_sure() { kk: "Мәтінінің анықтығы", ru: "Достоверность текста", en: "How sure the wording is" }
    site_coming_here() { kk: "Осы актіге күтілетін өзгерістер", ru: "Ожидаемые изменения этого акта", en: "Changes to come to this act" }
    site_coming_place() { kk: "Күтілетін өзгеріс", ru: "Ожидаемое изменение", en: "Change to come" }
    site_axis() {
        kk: "Бүгінге дейін белгілі барлық акт бойынша қолданыста болған мәтін. Сол күні не белгілі болғаны (--known-by) және қабылданған күндер бойынша мәтін (--adopted-by) – командалық жолда.",
        ru: "Действовавший текст по всем известным сейчас актам. Что было известно тогда (--known-by) и текст по дням принятия (--adopted-by) – в командной строке.",
        en: "The text in force, by all acts known now. What was known then (--known-by) and the text by days of adoption (--adopted-by): on the command line.",
    }

    site_compare() { kk: "Екі күнді салыстыру", ru: "Сравнить два дня", en: "Compare two days" }
    site_compare_from() { kk: "Бұрынғы күн", ru: "Прежний день", en: "Earlier day" }
    site_compare_to() { kk: "Кейінгі күн", ru: "Поздний день", en: "Later day" }
    site_compare_inline() { kk: "Бір бағанмен", ru: "В одну колонку", en: "In one column" }
    site_compare_beside() { kk: "Қатар", ru: "Рядом", en: "Side by side" }
    site_compare_end() { kk: "Мәтінге қайту", ru: "Вернуться к тексту", en: "Back to the text" }
    site_compare_turned() {
        kk: "Күндер кері ретпен берілген еді: ертерегінен кейінгісіне қарай салыстырылды.",
        ru: "Дни были даны в обратном порядке: сравнение идёт от раннего к позднему.",
        en: "The days were given in reverse: they are compared from the earlier to the later.",
    }
    site_compare_failed() {
        kk: "Салыстыру деректері жүктелмеді.",
        ru: "Данные для сравнения не загрузились.",
        en: "The data of the comparison could not be loaded.",
    }
    site_compare_places() {
        kk: "Өзгерістер орны бойынша саналған: норма не оның бөлігі.",
        ru: "Изменения сосчитаны по местам: норма или её часть.",
        en: "Changes are counted by place: a provision or a part of one.",
    }
    site_compare_touched(count) { kk: "{count} жерде", ru: "мест: {count}", en: "places: {count}" }
    site_change_no_words() { kk: "мәтіні жоқ", ru: "текста нет", en: "no words" }

    site_no_address(asked) {
        kk: "Бұл актіде «{asked}» деген жер жоқ. Ең жақындары:",
        ru: "Места «{asked}» в этом акте нет. Ближайшие:",
        en: "This act has no place “{asked}”. The nearest ones:",
    }
    site_several_addresses(asked) {
        kk: "«{asked}» бірнеше құжатта бар. Қайсысы:",
        ru: "«{asked}» есть в нескольких документах. Какой из них:",
        en: "Several documents have “{asked}”. Which one:",
    }
    site_no_day(asked) {
        kk: "«{asked}» деген күн жоқ. Күнді былай жазыңыз: 2022-01-01. Ең жақыны:",
        ru: "Дня «{asked}» нет. День пишется так: 2022-01-01. Ближайший:",
        en: "There is no day “{asked}”. A day is written like 2022-01-01. The nearest one:",
    }
    site_not_on_day(place, day) {
        kk: "{day:loc}: {place} жоқ немесе белгісіз. Ол бар күндер:",
        ru: "{day}: {place} – нет или неизвестно. Дни, когда это место есть:",
        en: "{day}: {place} is not there or not known. Days on which it is:",
    }

    site_upcoming_of(day) {
        kk: "{day:loc} әлі қолданысқа енгізілмеген немесе енгізілгені анық емес өзгерістер",
        ru: "Изменения, которые на {day} ещё не вступили в силу или могли не вступить",
        en: "Changes that were not, or not surely, in force yet on {day}",
    }
    site_upcoming_empty() {
        kk: "Мұндай өзгеріс белгілі емес.",
        ru: "Таких изменений не известно.",
        en: "No such change is known.",
    }
    site_audit_about() {
        kk: "Шоғырландырылған мәтіндер, олардың ескертулері және өзгертетін актілер бір-бірімен салыстырылды. Табылғаны – мәтінді түзету емес, тексеруге негіз.",
        ru: "Консолидированные тексты, их примечания и изменяющие акты сверены между собой. Расхождение – не правка текста, а повод проверить.",
        en: "Consolidated texts, their notes and the amending acts were compared. A finding corrects no text: it is a reason to look.",
    }
    site_audit_none() { kk: "Қайшылық табылған жоқ.", ru: "Расхождений не найдено.", en: "Nothing disagrees." }
    site_audit_not_done() {
        kk: "Салыстыру жасалмаған: корпус бұл жерде жоқ.",
        ru: "Сверка не проводилась: корпуса здесь нет.",
        en: "Nothing was compared: the corpus is not at hand.",
    }
    site_findings_here() { kk: "Осы жердегі қайшылықтар", ru: "Расхождения в этом месте", en: "Findings here" }

    site_guide_signs() { kk: "Белгілердің мағынасы", ru: "Что значат знаки", en: "What the signs mean" }
    site_guide_days() { kk: "Күндер", ru: "Дни", en: "Days" }
    site_guide_days_text() {
        kk: "Әр бет таңдалған күні қолданыста болған мәтінді бүгінге дейін белгілі барлық акт бойынша көрсетеді. Өзгерістің күні дәл белгісіз болса, аралықтың екі жауабы да беріледі, біреуі таңдалмайды.",
        ru: "Страница показывает текст, действовавший в выбранный день, по всем известным сейчас актам. Где день изменения точно не известен, даны оба ответа, и ни один не выбран.",
        en: "A page shows the text in force on the chosen day, by all acts known now. Where the day of a change is not known exactly, both answers are given and no side is chosen.",
    }
    site_guide_links() { kk: "Сілтемелер", ru: "Ссылки", en: "Links" }
    site_guide_links_text() {
        kk: "Беттің мекенжайынан кейін # белгісі, норманың мекенжайы және @ белгісімен күн жазылады. Екі күнді .. белгісі айырса, олар салыстырылады.",
        ru: "После адреса страницы ставится #, адрес нормы и через @ день. Два дня через .. сравниваются.",
        en: "After the address of the page come #, the address of the provision, and @ with the day. Two days joined by .. are compared.",
    }
    site_guide_keys() { kk: "Пернелер", ru: "Клавиши", en: "Keys" }
    site_guide_keys_text() {
        kk: "Мәтінде ↑ және ↓ көрші элементке өтеді, Enter оның тарихын ашады, Esc жабады.",
        ru: "В тексте ↑ и ↓ переходят к соседнему элементу, Enter открывает его историю, Esc закрывает.",
        en: "In the text ↑ and ↓ go to the unit beside, Enter opens its history, Esc closes it.",
    }

    site_written(pages, folder) {
        kk: "{folder}: {pages} файл жазылды",
        ru: "{folder}: записано {pages} {pages:файл|файла|файлов}",
        en: "{folder}: {pages} {pages:file|files} written",
    }
}
