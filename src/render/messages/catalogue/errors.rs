//! What is said where a question was understood and cannot be answered, or a file cannot be read.

super::catalogue! {
    error() { kk: "қате", ru: "ошибка", en: "error" }
    candidates() { kk: "мүмкін нұсқалар", ru: "возможные варианты", en: "possible readings" }
    nearest() { kk: "ең жақындары", ru: "ближайшие", en: "nearest" }

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
        kk: "{act:loc} `{text}` деген мекенжай жоқ",
        ru: "такого адреса нет: `{text}` ({act})",
        en: "`{text}` is not an address in {act}",
    }
    ambiguous_address(text, act) {
        kk: "{act:loc} `{text}` мекенжайы бірнеше жерге сәйкес келеді",
        ru: "`{text}` подходит к нескольким местам ({act})",
        en: "`{text}` fits several places in {act}",
    }
    address_not_understood(text) {
        kk: "`{text}` мекенжай ретінде оқылмады; `6/17)`, `7-баптың 11) тармақшасы` немесе `art_7__point_11` деп жазыңыз",
        ru: "`{text}` не читается как адрес; пишите `6/17)`, `7-баптың 11) тармақшасы` или `art_7__point_11`",
        en: "`{text}` is not an address; write `6/17)`, `7-баптың 11) тармақшасы` or `art_7__point_11`",
    }
    act_without_text(act) {
        kk: "{act}: корпуста мәтіні жоқ, тек басқа актілерде аталған",
        ru: "{act}: текста в корпусе нет, акт лишь назван в других",
        en: "{act}: the corpus has no text of it, other acts only name it",
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
    witness_without_act() {
        kk: "`--witness` актіні талап етеді, ал мұнда файл аталған",
        ru: "`--witness` относится к акту, а здесь назван файл",
        en: "`--witness` belongs to an act, but a file was named",
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
    file_not_utf8(file) {
        kk: "`{file}` файлы UTF-8 мәтіні емес",
        ru: "файл `{file}` не является текстом UTF-8",
        en: "the file `{file}` is not UTF-8 text",
    }
    file_empty(file) {
        kk: "`{file}` файлы бос",
        ru: "файл `{file}` пуст",
        en: "the file `{file}` is empty",
    }
    output_failed(cause) {
        kk: "нәтиже жазылмады: {cause}",
        ru: "результат не записан: {cause}",
        en: "the output cannot be written: {cause}",
    }
}
