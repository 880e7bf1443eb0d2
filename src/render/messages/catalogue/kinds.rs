//! What the kinds of unit are called.

super::catalogue! {
    String;

    kind_act() { kk: "акт", ru: "акт", en: "act" }
    kind_title() { kk: "тақырып", ru: "название", en: "title" }
    kind_act_identity() { kk: "реквизит", ru: "реквизиты", en: "requisites" }
    kind_preamble() { kk: "кіріспе", ru: "преамбула", en: "preamble" }
    kind_part() { kk: "бөлім", ru: "раздел", en: "part" }
    kind_subpart() { kk: "кіші бөлім", ru: "подраздел", en: "subpart" }
    kind_chapter() { kk: "тарау", ru: "глава", en: "chapter" }
    kind_section() { kk: "параграф", ru: "параграф", en: "section" }
    kind_article() { kk: "бап", ru: "статья", en: "article" }
    kind_paragraph() { kk: "тармақ", ru: "пункт", en: "point" }
    kind_subparagraph() { kk: "тармақша", ru: "подпункт", en: "sub-point" }
    kind_text() { kk: "абзац", ru: "абзац", en: "indent" }
    kind_annex() { kk: "қосымша", ru: "приложение", en: "annex" }
    kind_stamp() { kk: "бекіту белгісі", ru: "гриф утверждения", en: "approval mark" }
    kind_signature() { kk: "қолтаңба", ru: "подпись", en: "signature" }
    kind_form() { kk: "нысан", ru: "форма", en: "form" }
    kind_addressee() { kk: "адресат", ru: "адресат", en: "addressee" }
    kind_table() { kk: "кесте", ru: "таблица", en: "table" }
    kind_column_numbers() { kk: "баған нөмірлері", ru: "номера граф", en: "column numbers" }
    kind_table_group() { kk: "кесте тобы", ru: "группа строк", en: "table group" }
    kind_row() { kk: "жол", ru: "строка", en: "row" }
    kind_footnote() { kk: "ескертпе", ru: "сноска", en: "footnote" }
    kind_abbreviations() { kk: "аббревиатуралар", ru: "сокращения", en: "abbreviations" }
    kind_abbreviation() { kk: "аббревиатура", ru: "сокращение", en: "abbreviation" }
    kind_contents() { kk: "мазмұны", ru: "оглавление", en: "contents" }
    kind_note() { kk: "ескерту", ru: "примечание", en: "note" }
    kind_editorial() { kk: "редакциялық жол", ru: "строка издателя", en: "editorial line" }
    kind_context() { kk: "бағыттама", ru: "область правки", en: "scope" }
    kind_instruction() { kk: "нұсқама", ru: "предписание", en: "order" }
    kind_quoted() { kk: "жаңа мәтін", ru: "новый текст", en: "new text" }
    kind_unread() { kk: "оқылмаған", ru: "не прочитано", en: "unread" }
}

use crate::model::kind::Kind;
use crate::render::messages::{Lang, catalogue};

/// A kind in words.
pub fn kind(kind: Kind, lang: Lang) -> &'static str {
    named(kind.name(), lang)
}

/// The kind with this JSON name in words; a name that the catalogue lacks, which the tests rule
/// out, is empty.
pub fn named(name: &str, lang: Lang) -> &'static str {
    let entry = catalogue::entry(&format!("kind_{name}"));
    entry.map_or("", |entry| entry.template(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_word() {
        for unit in Kind::ALL {
            for lang in Lang::ALL {
                assert_ne!(kind(*unit, lang), "", "{unit}");
            }
        }
    }
}
