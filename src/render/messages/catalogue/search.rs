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
