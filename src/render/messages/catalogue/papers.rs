//! The fixed words of the papers that are printed and handed on: the evidence sheet, the redline
//! paper and the comparative table.

super::catalogue! {
    String;

    paper_evidence() { kk: "Дәлел парағы", ru: "Лист доказательств", en: "Evidence sheet" }
    paper_redline() { kk: "Өзгерістер парағы", ru: "Лист изменений", en: "Redline" }
    paper_table() { kk: "Салыстырма кесте", ru: "Сравнительная таблица", en: "Comparative table" }

    paper_act() { kk: "Акт", ru: "Акт", en: "Act" }
    paper_form() { kk: "Нысаны", ru: "Форма", en: "Form" }
    paper_number() { kk: "Нөмірі", ru: "Номер", en: "Number" }
    paper_adopted() { kk: "Қабылданған күні", ru: "Дата принятия", en: "Adopted" }
    paper_title() { kk: "Тақырыбы", ru: "Название", en: "Title" }
    paper_provision() { kk: "Норма", ru: "Норма", en: "Provision" }
    paper_question() { kk: "Сұралған күн", ru: "Дата вопроса", en: "Day asked about" }
    paper_answer() { kk: "Жауап", ru: "Ответ", en: "Answer" }
    paper_address() { kk: "Мекенжайы", ru: "Адрес", en: "Address" }
    paper_without_number() { kk: "нөмірсіз", ru: "без номера", en: "without a number" }

    paper_words() { kk: "Мәтін", ru: "Текст", en: "Words" }
    paper_no_words_hold() {
        kk: "Бұл күні қолданыстағы мәтін жоқ.",
        ru: "В этот день действующего текста нет.",
        en: "No words hold on this day.",
    }
    paper_open() { kk: "Ашық сұрақ", ru: "Открытый вопрос", en: "Open question" }
    paper_sureness() { kk: "Сенімділік дәрежесі", ru: "Степень надёжности", en: "How sure" }
    paper_time() { kk: "Қолданылу мерзімі", ru: "Срок действия", en: "Period of effect" }
    paper_sources() { kk: "Дереккөздер", ru: "Источники", en: "Sources" }
    paper_steps() { kk: "Жауапқа апарған қадамдар", ru: "Шаги к ответу", en: "Steps to the answer" }
    paper_cited() { kk: "Сілтеме жасалған нормалар", ru: "Нормы, на которые есть ссылки", en: "Provisions cited" }
    paper_citing() { kk: "Дайын сілтеме", ru: "Готовая ссылка", en: "How to cite" }
    paper_hash() { kk: "файлдың BLAKE3 хэші", ru: "хэш файла BLAKE3", en: "BLAKE3 of the file" }
    paper_lines_left_out(count) {
        kk: "… тағы {count} жол көрсетілмеген",
        ru: "… ещё {count} {count:строка не показана|строки не показаны|строк не показано}",
        en: "… {count} more {count:line is|lines are} not shown",
    }
    paper_source_gone() {
        kk: "бұл файл оқылмайды немесе индекс құрылғаннан бері өзгерген, сондықтан жолдары келтірілмеді",
        ru: "файл не читается или изменился после построения индекса, поэтому его строки не приведены",
        en: "the file cannot be read, or has changed since the index was built, so its lines are not quoted",
    }
    cite_as_of(citation, day) {
        kk: "{citation} ({day} жағдай бойынша)",
        ru: "{citation} (по состоянию на {day})",
        en: "{citation} (as of {day})",
    }
    cite_with_changes(citation, day) {
        kk: "{citation} ({day} дейін қабылданған өзгерістермен)",
        ru: "{citation} (с изменениями, принятыми по {day})",
        en: "{citation} (with the changes adopted up to {day})",
    }

    paper_not_official() {
        kk: "Бұл құжат ресми жарияланым емес. Мәтінді nusqa корпустағы дереккөздерден құрастырды; ресми пайдалану үшін ресми жарияланымды қараңыз.",
        ru: "Этот документ не является официальной публикацией. Текст составлен программой nusqa по источникам корпуса; для официального использования обращайтесь к официальной публикации.",
        en: "This paper is no official publication. nusqa put its words together from the sources of the corpus; for official use consult the official publication.",
    }
    paper_made_by(version) {
        kk: "nusqa {version} жасаған",
        ru: "Составлено nusqa {version}",
        en: "Made by nusqa {version}",
    }
    paper_corpus(hash) {
        kk: "Корпустың хэші: {hash}",
        ru: "Хэш корпуса: {hash}",
        en: "Corpus hash: {hash}",
    }
    paper_no_corpus() {
        kk: "Корпус пайдаланылмаған",
        ru: "Корпус не использовался",
        en: "No corpus was used",
    }
    paper_written(file) {
        kk: "жазылды: {file}",
        ru: "записано: {file}",
        en: "written: {file}",
    }

    table_number() { kk: "Р/с №", ru: "№ п/п", en: "No." }
    table_ground() { kk: "Негіздеме", ru: "Обоснование", en: "Ground" }
    table_draft() { kk: "Жоба", ru: "Проект", en: "Draft" }
    table_base() { kk: "Өзгертілетін мәтін", ru: "Изменяемый текст", en: "Text to be amended" }
    table_base_day() { kk: "Қай күнгі мәтіні", ru: "Текст на день", en: "As of" }
    table_result() { kk: "Нәтиже", ru: "Итог", en: "Result" }
    table_not_done(reason) {
        kk: "Нұсқама орындалмады: {reason}.",
        ru: "Предписание не выполнено: {reason}.",
        en: "The order was not carried out: {reason}.",
    }
    table_order_words() { kk: "Нұсқаманың сөздері", ru: "Слова предписания", en: "Words of the order" }
    table_by_no_order() {
        kk: "нұсқамасы анықталмады",
        ru: "предписание не определено",
        en: "the order could not be told",
    }
    table_repealed() {
        kk: "Күші жойылды деп танылсын",
        ru: "Признать утратившим силу",
        en: "Repealed",
    }
    table_suspended() {
        kk: "Қолданысы тоқтатыла тұрсын",
        ru: "Приостановить действие",
        en: "Suspended",
    }
    table_empty() {
        kk: "Салыстыратын ештеңе жоқ: мәтін өзгерген жоқ.",
        ru: "Сравнивать нечего: текст не изменился.",
        en: "There is nothing to compare: the text did not change.",
    }
    table_marks() {
        kk: "Белгілер: сызылған сөздер алып тасталады, қалың қаріптегі сөздер енгізіледі.",
        ru: "Обозначения: зачёркнутые слова исключаются, полужирные включаются.",
        en: "Marks: words struck out go, words in bold come.",
    }

    redline_days(from, to) {
        kk: "{from:nom} → {to:nom}",
        ru: "{from} → {to}",
        en: "{from} → {to}",
    }
    redline_summary() { kk: "Қысқаша", ru: "Кратко", en: "In short" }
    redline_open() { kk: "Не белгісіз", ru: "Что неизвестно", en: "What is not known" }
    redline_inline() { kk: "Бір мәтіндегі өзгерістер", ru: "Изменения в одном тексте", en: "Changes in one text" }
    redline_beside() { kk: "Екі редакция қатар", ru: "Две редакции рядом", en: "Both wordings side by side" }
    redline_act() { kk: "Акт", ru: "Акт", en: "Act" }
    redline_from() { kk: "Қашаннан бастап", ru: "С какого дня", en: "From when" }
    redline_count() { kk: "Не өзгерді", ru: "Что изменилось", en: "What changed" }
    redline_remark() { kk: "Ескертпе", ru: "Примечание", en: "Remark" }

    legend() { kk: "Белгілер", ru: "Обозначения", en: "Legend" }
    legend_added() { kk: "қосылған сөздер", ru: "добавленные слова", en: "words that came" }
    legend_removed() { kk: "алынған сөздер", ru: "исключённые слова", en: "words that went" }
    legend_gap() { kk: "мәтіні белгісіз жер", ru: "место с неизвестным текстом", en: "words that are not known" }
}
