//! What kinds of evidence, of texts and of faults of a copy are called.

super::catalogue! {
    String;

    evidence_instruction() { kk: "нұсқама", ru: "предписание", en: "order" }
    evidence_consolidated() { kk: "шоғырландырылған мәтін", ru: "консолидированный текст", en: "consolidated text" }
    evidence_original() { kk: "алғашқы мәтін", ru: "первоначальный текст", en: "text as adopted" }
    evidence_note() { kk: "ескерту, мәтінсіз", ru: "примечание, без текста", en: "note, without words" }
    evidence_citation() { kk: "басқа актідегі дәйексөз", ru: "цитата в другом акте", en: "quoted by another act" }
    evidence_derived() { kk: "есептеліп шығарылған", ru: "выведено", en: "derived" }
    evidence_undone() { kk: "өзгерісті кері қайтару", ru: "отмена изменения", en: "change undone" }

    role_consolidated() { kk: "шоғырландырылған мәтін", ru: "консолидированный текст", en: "consolidated text" }
    role_original() { kk: "алғашқы мәтін", ru: "первоначальный текст", en: "text as adopted" }
    role_amending() { kk: "өзгерістер енгізетін акт", ru: "изменяющий акт", en: "amending act" }

    fault_foreign_letter() { kk: "сөздегі бөтен әліпби әрпі", ru: "буква другого алфавита в слове", en: "letter of another script" }
    fault_number_letter() { kk: "цифрдың орнындағы әріп", ru: "буква вместо цифры", en: "letter in place of a digit" }
    fault_page_break() { kk: "бетаралық үзіліс", ru: "разрыв страницы", en: "paragraph cut by a page break" }
    fault_merged_headings() { kk: "бір жолдағы екі тақырып", ru: "два заголовка в одной строке", en: "two headings on one line" }
    fault_heading_mark() { kk: "тақырып белгісі дұрыс қойылмаған", ru: "заголовок размечен неверно", en: "heading marked wrongly" }
    fault_list_dash() { kk: "нөмірдің алдындағы сызықша", ru: "тире перед номером", en: "dash before a number" }
    fault_artefact() { kk: "порталдың қызметтік белгісі", ru: "служебная пометка портала", en: "mark left by the portal" }
    fault_letter_spacing() { kk: "әріптері ажыратылған сөз", ru: "слово вразрядку", en: "letters of a word set apart" }
    fault_run_together() { kk: "біріктіріліп жазылған сөздер", ru: "слитно напечатанные слова", en: "words run together" }
    fault_number_sign() { kk: "№ орнына N", ru: "N вместо №", en: "N in place of №" }
    fault_numbering() { kk: "нөмірлеу реті бұзылған", ru: "нарушен порядок номеров", en: "numbering out of order" }
    fault_lost_heading() { kk: "тақырып түсіп қалған", ru: "заголовок утрачен", en: "heading lost" }
    fault_wrong_date() { kk: "күн актінің өз күніне қайшы", ru: "дата противоречит дате самого акта", en: "date contradicts that of the act" }
    fault_meaning() { kk: "мағынасы бұзылған болуы мүмкін", ru: "смысл мог быть искажён", en: "meaning may be damaged" }
    fault_encoding() { kk: "таңбалардың кодтауы бұзылған", ru: "повреждена кодировка", en: "damaged encoding" }
}

use crate::model::evidence::EvidenceKind;
use crate::model::tree::FaultKind;
use crate::render::messages::Lang;

/// A kind of evidence in words.
pub fn kind(kind: EvidenceKind, lang: Lang) -> String {
    match kind {
        EvidenceKind::Instruction => evidence_instruction(lang),
        EvidenceKind::Consolidated => evidence_consolidated(lang),
        EvidenceKind::Original => evidence_original(lang),
        EvidenceKind::Note => evidence_note(lang),
        EvidenceKind::Citation => evidence_citation(lang),
        EvidenceKind::Derived => evidence_derived(lang),
        EvidenceKind::Undone => evidence_undone(lang),
    }
}

/// The role of a text by its name on the card; a role that the catalogue does not know stays
/// as it is.
pub fn role(name: &str, lang: Lang) -> String {
    match name {
        "consolidated" => role_consolidated(lang),
        "original" => role_original(lang),
        "amending" => role_amending(lang),
        other => other.to_owned(),
    }
}

/// A kind of fault in words.
pub fn fault(kind: FaultKind, lang: Lang) -> String {
    match kind {
        FaultKind::ForeignLetter => fault_foreign_letter(lang),
        FaultKind::NumberLetter => fault_number_letter(lang),
        FaultKind::PageBreak => fault_page_break(lang),
        FaultKind::MergedHeadings => fault_merged_headings(lang),
        FaultKind::HeadingMark => fault_heading_mark(lang),
        FaultKind::ListDash => fault_list_dash(lang),
        FaultKind::Artefact => fault_artefact(lang),
        FaultKind::LetterSpacing => fault_letter_spacing(lang),
        FaultKind::RunTogether => fault_run_together(lang),
        FaultKind::NumberSign => fault_number_sign(lang),
        FaultKind::Numbering => fault_numbering(lang),
        FaultKind::LostHeading => fault_lost_heading(lang),
        FaultKind::WrongDate => fault_wrong_date(lang),
        FaultKind::Meaning => fault_meaning(lang),
        FaultKind::Encoding => fault_encoding(lang),
    }
}
