//! What is said of a line of a batch that cannot be read.

use super::Message;

super::catalogue! {
    Message;

    line_not_understood(cause) {
        kk: "жол сұрақ ретінде оқылмады: {cause}",
        ru: "строка не читается как вопрос: {cause}",
        en: "the line is not a question: {cause}",
    }
    line_not_utf8() {
        kk: "жол UTF-8 мәтіні емес",
        ru: "строка не является текстом UTF-8",
        en: "the line is not UTF-8 text",
    }
    line_too_long(count) {
        kk: "жол тым ұзын: ең көбі {count} байт",
        ru: "строка слишком длинна: не более {count} {count:байта|байт|байт}",
        en: "the line is too long: at most {count} {count:byte|bytes}",
    }
    input_failed(cause) {
        kk: "кіріс оқылмады: {cause}",
        ru: "ввод не прочитан: {cause}",
        en: "the input cannot be read: {cause}",
    }
}
