//! Why an order was not carried out, or cannot be taken back.

super::catalogue! {
    String;

    problem_not_read() {
        kk: "нұсқама түсініксіз",
        ru: "предписание не понято",
        en: "the order was not understood",
    }
    problem_no_target() {
        kk: "мұндай құрылымдық элемент жоқ",
        ru: "такого структурного элемента нет",
        en: "there is no such unit",
    }
    problem_ambiguous_target() {
        kk: "осы нөмірмен бірнеше элемент тұр",
        ru: "под этим номером стоит несколько элементов",
        en: "several units carry this number",
    }
    problem_already_removed() {
        kk: "бұл элемент бұрын алып тасталған",
        ru: "этот элемент уже исключён",
        en: "this unit was removed before",
    }
    problem_no_words() {
        kk: "тырнақшадағы сөздер бұл жерде осы тұлғада кездеспейді",
        ru: "слов в кавычках в этом месте в такой форме нет",
        en: "the quoted words do not stand there in this form",
    }
    problem_too_many_words() {
        kk: "тырнақшадағы сөздер бұл жерде бірнеше рет кездеседі, қайсысы екені белгісіз",
        ru: "слова в кавычках встречаются здесь несколько раз, и не сказано, которые",
        en: "the quoted words stand there several times, and the order does not say which are meant",
    }
    problem_words_unknown() {
        kk: "бұл жердің қолданыстағы мәтіні белгісіз",
        ru: "текст этого места неизвестен",
        en: "the wording of this place is not known",
    }
    problem_unequal_lists() {
        kk: "«тиісінше» деп берілген ескі және жаңа сөздердің саны тең емес",
        ru: "число старых и новых слов, соединённых словом «тиісінше», не совпадает",
        en: "old and new words that are to be paired (“тиісінше”) differ in number",
    }
    problem_duplicate_number() {
        kk: "мұндай нөмірмен элемент бар",
        ru: "элемент с таким номером уже есть",
        en: "a unit with this number is already there",
    }
    problem_no_new_text() {
        kk: "жаңа мәтін жоқ немесе нұсқамадағы элементтерге сәйкес келмейді",
        ru: "нового текста нет или он не отвечает названным элементам",
        en: "the new text is missing or does not have the units that the order names",
    }
    problem_no_place() {
        kk: "жаңа мәтінге аталған орын жоқ",
        ru: "названного места для нового текста нет",
        en: "there is no such place for the new text",
    }
    problem_ambiguous_place() {
        kk: "абзацтарды нөмірленген бөліктермен бірге де, оларсыз да санауға болады, орны белгісіз",
        ru: "абзацы можно считать и с нумерованными частями, и без них: место не определено",
        en: "paragraphs can be counted with the numbered parts or without: the place is not certain",
    }
    problem_nothing_left() {
        kk: "бұл элементте ештеңе қалмас еді",
        ru: "от этого элемента ничего бы не осталось",
        en: "nothing would remain of the unit",
    }
    problem_not_supported() {
        kk: "мұндай нұсқама әзірге орындалмайды",
        ru: "такие предписания пока не выполняются",
        en: "orders of this kind are not carried out yet",
    }

    undo_not_applied() {
        kk: "нұсқама орындалмаған еді",
        ru: "предписание не было выполнено",
        en: "the order was not carried out",
    }
    undo_changed_since() {
        kk: "бұл жер кейін өзгерген",
        ru: "это место с тех пор изменилось",
        en: "the place was changed since",
    }
    undo_old_wording_unknown() {
        kk: "бұрынғы мәтін белгісіз",
        ru: "прежний текст неизвестен",
        en: "the earlier wording is not known",
    }
    undo_not_there() {
        kk: "нұсқама енгізген мәтін бұл жерде жоқ",
        ru: "того, что внесло предписание, здесь нет",
        en: "what the order brought does not stand there",
    }
    undo_doubtful_places() {
        kk: "жаңа сөздердің қайсысы бұрын да тұрғаны белгісіз",
        ru: "неизвестно, которые из новых слов стояли здесь и прежде",
        en: "some of the new words may have stood there before",
    }
    undo_not_understood() {
        kk: "нұсқама түсініксіз",
        ru: "предписание не понято",
        en: "the order was not understood",
    }
}

use crate::amend::apply::{NotUndoable, Problem};
use crate::render::messages::{Lang, catalogue};

/// Why an order was not carried out.
pub fn message(problem: Problem, lang: Lang) -> String {
    said(&format!("problem_{}", problem.name()), lang)
}

/// Why an order cannot be taken back.
pub fn undo_message(cause: NotUndoable, lang: Lang) -> String {
    said(&format!("undo_{}", cause.name()), lang)
}

/// The message of a code; the tests see to it that every code has one.
fn said(code: &str, lang: Lang) -> String {
    catalogue::entry(code).map(|entry| entry.say(lang, Vec::new())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_worded() {
        for lang in Lang::ALL {
            assert!(Problem::ALL.iter().all(|problem| !message(*problem, lang).is_empty()));
            assert!(NotUndoable::ALL.iter().all(|cause| !undo_message(*cause, lang).is_empty()));
        }
    }
}
