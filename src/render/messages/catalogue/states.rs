//! What a state and a degree of certainty are called, and what each degree means.

super::catalogue! {
    String;

    status_in_force() {
        kk: "қолданыста",
        ru: "действует",
        en: "in force",
    }
    status_not_yet() {
        kk: "әлі қолданысқа енгізілмеген",
        ru: "ещё не введено в действие",
        en: "not yet in force",
    }
    status_repealed() {
        kk: "енді қолданыста емес",
        ru: "действие прекращено",
        en: "no longer in force",
    }
    printed_repealed() {
        kk: "күшін жойған",
        ru: "утратило силу",
        en: "repealed",
    }
    status_suspended() {
        kk: "қолданылуы тоқтатыла тұрған",
        ru: "действие приостановлено",
        en: "suspended",
    }
    status_unknown() {
        kk: "белгісіз",
        ru: "неизвестно",
        en: "not known",
    }
    status_stands() {
        kk: "мәтінде тұр",
        ru: "стоит в тексте",
        en: "stands in the text",
    }
    status_not_in_text_yet() {
        kk: "мәтінде әлі жоқ",
        ru: "в тексте ещё нет",
        en: "not yet in the text",
    }
    status_not_in_text() {
        kk: "мәтіннен алынып тасталған",
        ru: "из текста исключено",
        en: "no longer in the text",
    }
    printed_excluded() {
        kk: "алып тасталған",
        ru: "исключено",
        en: "removed",
    }
    certainty_certain() {
        kk: "анық",
        ru: "достоверно",
        en: "certain",
    }
    certainty_derived() {
        kk: "есептеліп шығарылған",
        ru: "выведено",
        en: "derived",
    }
    certainty_noted() {
        kk: "ескертулер бойынша",
        ru: "по примечаниям",
        en: "by the notes",
    }
    certainty_presumed() {
        kk: "болжам",
        ru: "предположительно",
        en: "presumed",
    }
    certainty_unknown() {
        kk: "мәтіні белгісіз",
        ru: "текст неизвестен",
        en: "wording not known",
    }
    meaning_certain() {
        kk: "дереккөз осы күні қолданыста болған мәтінді басып шығарған немесе оқиғаның өзін айтады",
        ru: "источник печатает текст, действующий в этот день, или сообщает о самом событии",
        en: "a source prints the words that hold on this day, or tells the event itself",
    }
    meaning_derived() {
        kk: "мәтін анық мәтіннен корпустағы барлық өзгерістерді орындау немесе кері қайтару арқылы алынған",
        ru: "текст получен из достоверного исполнением или отменой изменений, и все они есть в корпусе",
        en: "computed from a certain text by carrying out or undoing orders, all of which are in the corpus",
    }
    meaning_noted() {
        kk: "құжат осы аралықта өзгертілген, бірақ жариялаушының ескертулері бұл жердің өзгергенін айтпайды; жауап сол ескертулер қаншалықты толық болса, соншалықты сенімді",
        ru: "документ за это время менялся, но примечания издателя не говорят об изменении этого места; ответ надёжен настолько, насколько полны примечания",
        en: "the document was amended meanwhile, but the publisher's notes tell of no change here; as good as the notes are complete",
    }
    meaning_presumed() {
        kk: "бұл жер корпус көрсетпейтіндей болып өзгерген болуы мүмкін (себебі негіздемеде); мұндай мәтіндердің шамамен үштен екісі дұрыс болып шығады",
        ru: "это место могло измениться так, что корпус этого не показывает (причина – в основании); верны примерно два таких текста из трёх",
        en: "this place may have changed in a way that the corpus does not show (the reason is given); about two of three such texts are right",
    }
    meaning_unknown() {
        kk: "осы күнгі мәтін корпуста жоқ",
        ru: "текста на этот день в корпусе нет",
        en: "the wording of this day is not in the corpus",
    }
}

use crate::model::certainty::{Certainty, Status};
use crate::model::tree::PrintedStatus;
use crate::model::version::Axis;
use crate::render::messages::Lang;

/// A state in words. On the axis of adoption a unit stands in the text or does not, whether or
/// not it is in force.
pub fn status(status: Status, axis: Axis, lang: Lang) -> String {
    match (axis, status) {
        (Axis::Adopted, Status::InForce) => status_stands(lang),
        (Axis::Adopted, Status::NotYet) => status_not_in_text_yet(lang),
        (Axis::Adopted, Status::Repealed) => status_not_in_text(lang),
        (_, Status::InForce) => status_in_force(lang),
        (_, Status::NotYet) => status_not_yet(lang),
        (_, Status::Repealed) => status_repealed(lang),
        (_, Status::Suspended) => status_suspended(lang),
        (_, Status::Unknown) => status_unknown(lang),
    }
}

/// The state that a print itself tells.
pub fn printed_status(status: PrintedStatus, lang: Lang) -> String {
    match status {
        PrintedStatus::InForce => status_stands(lang),
        PrintedStatus::Excluded => printed_excluded(lang),
        PrintedStatus::Repealed => printed_repealed(lang),
    }
}

/// A degree of certainty in words.
pub fn certainty(certainty: Certainty, lang: Lang) -> String {
    match certainty {
        Certainty::Certain => certainty_certain(lang),
        Certainty::Derived => certainty_derived(lang),
        Certainty::Noted => certainty_noted(lang),
        Certainty::Presumed => certainty_presumed(lang),
        Certainty::Unknown => certainty_unknown(lang),
    }
}

/// What a degree of certainty means.
pub fn meaning(certainty: Certainty, lang: Lang) -> String {
    match certainty {
        Certainty::Certain => meaning_certain(lang),
        Certainty::Derived => meaning_derived(lang),
        Certainty::Noted => meaning_noted(lang),
        Certainty::Presumed => meaning_presumed(lang),
        Certainty::Unknown => meaning_unknown(lang),
    }
}
