//! Labels of the pages that follow words and changes through time: blame, upcoming changes, the
//! chain of evidence, moves.

super::catalogue! {
    String;

    upcoming_heading(day) {
        kk: "{day:abl} кейін күтілетін өзгерістер",
        ru: "Изменения, ожидаемые после {day}",
        en: "Changes to come after {day}",
    }
    upcoming_none() {
        kk: "күтілетін өзгеріс белгілі емес",
        ru: "ожидаемых изменений не известно",
        en: "no change to come is known",
    }
    upcoming_planned() {
        kk: "мәтіні корпуста жоқ",
        ru: "текста в корпусе нет",
        en: "its wording is not in the corpus",
    }
    turn_added() { kk: "қосылады", ru: "добавляется", en: "comes" }
    turn_changed() { kk: "өзгереді", ru: "меняется", en: "changes" }
    turn_removed() { kk: "күшін жояды", ru: "перестаёт действовать", en: "goes" }
    turn_suspended() { kk: "тоқтатыла тұрады", ru: "приостанавливается", en: "is suspended" }
    turn_resumed() { kk: "қайта қолданылады", ru: "возобновляется", en: "works again" }

    blame_unknown() {
        kk: "енгізген акт белгісіз",
        ru: "кем введено, неизвестно",
        en: "nothing tells who brought this",
    }
    blame_restated(act) {
        kk: "{act:ins} жаңа редакцияда қайталанған",
        ru: "повторено в новой редакции {act:ins}",
        en: "repeated in the new wording of {act}",
    }
    blame_or(acts) {
        kk: "немесе {acts:ins} енгізілген болуы мүмкін",
        ru: "либо внесено {acts:ins}",
        en: "or brought by {acts}",
    }
    blame_none() {
        kk: "бұл күні мәтіні белгісіз немесе қолданыста емес",
        ru: "в этот день текста нет или он неизвестен",
        en: "no words are known, or none held, on this day",
    }

    field_chain() { kk: "Дәлелдер тізбегі", ru: "Цепочка доказательств", en: "Chain of evidence" }
    chain_by(act) { kk: "енгізген {act:nom}", ru: "основание: {act}", en: "by {act}" }
    chain_order() {
        kk: "мәтіні нұсқамада басылған",
        ru: "текст напечатан в предписании",
        en: "the words are printed in the order",
    }
    chain_text() {
        kk: "мәтіні шоғырландырылған мәтінде басылған",
        ru: "текст напечатан в консолидированном тексте",
        en: "the words are printed in a consolidated text",
    }
    chain_original() {
        kk: "мәтіні алғашқы редакцияда басылған",
        ru: "текст напечатан в первоначальной редакции",
        en: "the words are printed in the act as adopted",
    }
    chain_derived() {
        kk: "мәтіні нұсқаманы бұрынғы мәтінге орындау арқылы алынған",
        ru: "текст получен исполнением предписания на прежнем тексте",
        en: "the words follow from carrying out the order on the earlier ones",
    }
    chain_undone() {
        kk: "мәтіні нұсқаманы кейінгі мәтіннен кері қайтару арқылы алынған",
        ru: "текст получен отменой предписания на позднейшем тексте",
        en: "the words follow from taking the order back on the later ones",
    }
    chain_cited() {
        kk: "мәтінін басқа акт келтіреді",
        ru: "текст приводит другой акт",
        en: "another act quotes the words",
    }
    chain_no_words() {
        kk: "мәтіні корпуста жоқ",
        ru: "текста в корпусе нет",
        en: "the words are not in the corpus",
    }

    moved_from(place) {
        kk: "сөздері бұрын {place} болып тұрған сияқты",
        ru: "слова, по-видимому, перенесены отсюда: {place}",
        en: "the words seem to have stood at {place} before",
    }
    moved_to(place) {
        kk: "сөздері осында көшкен сияқты: {place}",
        ru: "слова, по-видимому, перенесены сюда: {place}",
        en: "the words seem to have gone to {place}",
    }
}

use crate::model::proof::SourceKind;
use crate::query::upcoming::ChangeKind;
use crate::render::messages::Lang;

/// What a change makes of a provision.
pub fn turn(turn: ChangeKind, lang: Lang) -> String {
    match turn {
        ChangeKind::Added => turn_added(lang),
        ChangeKind::Changed => turn_changed(lang),
        ChangeKind::Removed => turn_removed(lang),
        ChangeKind::Suspended => turn_suspended(lang),
        ChangeKind::Resumed => turn_resumed(lang),
    }
}

/// How the words of a state are known.
pub fn words(source: Option<SourceKind>, lang: Lang) -> String {
    match source {
        None => chain_no_words(lang),
        Some(SourceKind::Order) => chain_order(lang),
        Some(SourceKind::Citation) => chain_cited(lang),
        Some(SourceKind::Derived) => chain_derived(lang),
        Some(SourceKind::Undone) => chain_undone(lang),
        Some(SourceKind::Text { original: false }) => chain_text(lang),
        Some(SourceKind::Text { original: true }) => chain_original(lang),
    }
}
