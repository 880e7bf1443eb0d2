//! What the reader of an answer should distrust.

super::catalogue! {
    String;

    warning_meaning(words) {
        kk: "көшірмеде мағынасы бұзылған болуы мүмкін: «{words}»",
        ru: "в копии мог быть искажён смысл: «{words}»",
        en: "the copy may have damaged the meaning: “{words}”",
    }
    warning_words_left_behind(words) {
        kk: "ауыстырылуға тиіс болған, бірақ нұсқамада аталмаған тұлғада тұрған сөздер: «{words}»",
        ru: "слова, которые следовало заменить, но стоят в форме, не названной предписанием: «{words}»",
        en: "words that were to be replaced but stand in a form that the order does not quote: “{words}”",
    }
    warning_words_may_have_stood(words) {
        kk: "бұрын басқаша тұруы мүмкін сөздер: «{words}»",
        ru: "слова, которые раньше могли быть другими: «{words}»",
        en: "words that may have been different before: “{words}”",
    }
    warning_suspended(place) {
        kk: "қолданысы тоқтатыла тұрған бөлік көрсетілмеген: {place}",
        ru: "часть, действие которой приостановлено, не показана: {place}",
        en: "a part that is suspended is not shown: {place}",
    }
    warning_same_day(act) {
        kk: "осы күннен бастап бұл жерді басқа акт те өзгертеді: {act}",
        ru: "с этого же дня это место изменяет и другой акт: {act}",
        en: "another act changes this place from the same day: {act}",
    }
    warning_sources_differ(words) {
        kk: "дереккөздер бұл жерде әртүрлі: «{words}»",
        ru: "источники расходятся в этом месте: «{words}»",
        en: "the sources differ at this place: “{words}”",
    }
}

use crate::render::messages::{Lang, catalogue};

/// The message of a warning; one whose code the catalogue does not know is its argument.
pub fn message(code: &str, argument: &str, lang: Lang) -> String {
    let entry = catalogue::entry(&format!("warning_{code}")).or_else(|| catalogue::entry(code));
    match entry {
        Some(entry) if entry.arguments.len() == 1 => entry.say(lang, vec![argument.into()]),
        _ => argument.to_owned(),
    }
}
