//! The words of what an export tells.

super::catalogue! {
    String;

    export_done(count) {
        kk: "{count} файл дайын",
        ru: "{count:готов|готовы|готово} {count} {count:файл|файла|файлов}",
        en: "{count} {count:file|files} ready",
    }
    export_gaps(count) {
        kk: "{count} жердің мәтіні не құрамы белгісіз; олар құжатта көрсетілген",
        ru: "{count} {count:место|места|мест} с неизвестным текстом или составом; они отмечены в документе",
        en: "{count} {count:place|places} with unknown words or parts, marked in the document",
    }
    export_replaced(character, count) {
        kk: "{character} таңбасы XML-де болмайды, {count} рет U+FFFD таңбасымен алмастырылды",
        ru: "символ {character} в XML недопустим и {count} {count:раз|раза|раз} заменён на U+FFFD",
        en: "XML cannot hold the character {character}; replaced by U+FFFD {count} {count:time|times}",
    }
}
