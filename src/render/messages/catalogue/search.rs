//! The words of pages of search results.

super::catalogue! {
    String;

    search_found(count) {
        kk: "{count} норма табылды",
        ru: "{count:найдена|найдены|найдено} {count} {count:норма|нормы|норм}",
        en: "{count} {count:provision|provisions} found",
    }
    search_found_at_least(count) {
        kk: "кемінде {count} норма табылды",
        ru: "не менее {count} {count:нормы|норм|норм}",
        en: "at least {count} {count:provision|provisions} found",
    }
    search_nothing() { kk: "ештеңе табылмады", ru: "ничего не найдено", en: "nothing found" }
    search_any_date() { kk: "кез келген күнге", ru: "на любой день", en: "on any day" }
    search_between(from, to) {
        kk: "{from} және {to} аралығында өзгергендер",
        ru: "изменилось между {from} и {to}",
        en: "changed between {from} and {to}",
    }
    search_took(milliseconds) {
        kk: "{milliseconds} мс",
        ru: "{milliseconds} мс",
        en: "{milliseconds} ms",
    }
    search_read_words(words) {
        kk: "Сұрау былай оқылды: {words}",
        ru: "Запрос прочитан так: {words}",
        en: "The question was read as: {words}",
    }
    search_read_address(address) {
        kk: "Сұрау мекенжай ретінде оқылды: {address}",
        ru: "Запрос прочитан как адрес: {address}",
        en: "The question was read as an address: {address}",
    }
    search_read_unknown(word) {
        kk: "{word} → корпуста жоқ",
        ru: "{word} → в корпусе нет",
        en: "{word} → not in the corpus",
    }
    search_left_out(words) {
        kk: "Ізделмеген сөздер: {words}",
        ru: "Не искали: {words}",
        en: "Not looked for: {words}",
    }
    search_asterisk_read_over(words) {
        kk: "Жұлдызша тек сөздің соңында, кемінде екі әріптен кейін оқылады; ол ескерілмеген жерлер: {words}",
        ru: "Звёздочка читается только в конце слова, после двух букв или более; здесь она не учтена: {words}",
        en: "An asterisk is read only at the end of a word, after two letters or more; it was ignored in: {words}",
    }
    search_only_excluded() {
        kk: "Тек болмауға тиіс сөздер аталған. Болуға тиіс сөзді де, немесе қарап шығатын актіні (act:832) атаңыз.",
        ru: "Названы только слова, которых не должно быть. Назовите и слово, которое должно быть, или акт, который просмотреть (act:832).",
        en: "Only words that must not stand there are named. Name a word that must, too, or an act to look through (act:832).",
    }
    search_only_part() {
        kk: "Мәтіндердің тек бөлігі аталған. Ізделетін сөзді, немесе қарап шығатын актіні (act:832) де атаңыз.",
        ru: "Названа только часть текстов. Назовите и слово, которое искать, или акт, который просмотреть (act:832).",
        en: "Only a part of the texts is named. Name a word to look for, too, or an act to look through (act:832).",
    }
    search_no_word() {
        kk: "Сұрауда ізделетін сөз жоқ.",
        ru: "В запросе нет слова, которое искать.",
        en: "The question has no word to look for.",
    }
    search_address_in(count, acts) {
        kk: "Бұл мекенжай {count} актіде бар: {acts}",
        ru: "Такой адрес есть в {count} {count:акте|актах|актах}: {acts}",
        en: "{count} {count:act has|acts have} this address: {acts}",
    }
    search_open(count) {
        kk: "Өзгергені белгісіз: {count} норма. Олардың сол күндердің бірінде қандай болғаны белгісіз.",
        ru: "Изменились ли, не известно: {count} {count:норма|нормы|норм}. Их текст на один из этих дней не известен.",
        en: "Whether it changed is not known: {count} {count:provision|provisions}, whose wording on one of the days is not known.",
    }
    search_did_you_mean(word, near) {
        kk: "«{word}» сөзіне жақын сөздер: {near}",
        ru: "Близкие к «{word}» слова: {near}",
        en: "Words near “{word}”: {near}",
    }
    search_also(act, address) {
        kk: "Дәл осы сөздер: {act}, {address}",
        ru: "Те же слова: {act}, {address}",
        en: "The same words: {act}, {address}",
    }
    search_earlier_words() {
        kk: "Осы күнгі мәтіні белгісіз; бұрынғы сөздері:",
        ru: "Текст на этот день неизвестен; прежние слова:",
        en: "The wording of this day is not known; its earlier words:",
    }
    search_redactions(count) {
        kk: "{count} редакцияда",
        ru: "в {count} {count:редакции|редакциях|редакциях}",
        en: "in {count} {count:redaction|redactions}",
    }
    search_in_note() { kk: " (ескертуде)", ru: " (в примечании)", en: " (in a note)" }
    search_around() { kk: "айналасында", ru: "в окружении", en: "around it" }
    search_score(score) { kk: "балл {score}", ru: "балл {score}", en: "score {score}" }
}
