//! Words of a description in Kazakh, Russian or English → legal form, number and issuer.
//! Words that name two forms name none.

use crate::model::act::{ActType, Issuer};
use crate::parse::mention;

const FORMS: &[(&str, ActType)] = &[
    ("constitutional", ActType::ConstitutionalLaw),
    ("конституциялық", ActType::ConstitutionalLaw),
    ("конституционный", ActType::ConstitutionalLaw),
    ("конституционного", ActType::ConstitutionalLaw),
    ("code", ActType::Code),
    ("кодекс", ActType::Code),
    ("law", ActType::Law),
    ("закон", ActType::Law),
    ("закона", ActType::Law),
    ("законом", ActType::Law),
    ("decree", ActType::Decree),
    ("указ", ActType::Decree),
    ("указом", ActType::Decree),
    ("resolution", ActType::Resolution),
    ("постановление", ActType::Resolution),
    ("постановлением", ActType::Resolution),
    ("order", ActType::Order),
    ("приказ", ActType::Order),
    ("приказом", ActType::Order),
    ("decision", ActType::Decision),
    ("решение", ActType::Decision),
];

/// The legal form that words name.
pub fn form(words: &str) -> Option<ActType> {
    let mut found: Option<ActType> = None;
    for word in words.split(|letter: char| !letter.is_alphabetic()) {
        let word = word.to_lowercase();
        let named = FORMS.iter().find(|(name, _)| *name == word).map(|(_, form)| *form);
        let named = named.or_else(|| mention::form_word(&word).map(|(form, _)| form));
        found = match (found, named) {
            (known, None) => known,
            (Some(ActType::ConstitutionalLaw), Some(ActType::Law)) => found,
            (Some(known), Some(named)) if known != named => return None,
            (_, named) => named,
        };
    }
    found
}

/// A number as registered: without its sign, Roman numerals in Latin letters.
pub fn number(words: &str) -> String {
    match mention::number_after_sign(words) {
        Some((number, _)) => number,
        None => mention::normalised(words.trim()),
    }
}

/// Who issued an act of this form.
pub fn issuer(words: &str, form: ActType) -> Option<Issuer> {
    let lower = words.to_lowercase();
    let named = |names: &[&str]| names.iter().any(|name| lower.contains(name));
    if named(&["government", "правительств"]) {
        return Some(Issuer::government());
    }
    if named(&["president", "президент рк", "президента"]) {
        return Some(Issuer::president());
    }
    // The name of a form names nobody.
    let nobody = |name: &str| name.is_empty() || FORMS.iter().any(|(form, _)| *form == name);
    mention::issuer(words, form).filter(|issuer| !nobody(&issuer.0))
}
