//! What an act is called: form, issuer, number and day of adoption together identify it.
//! A title is no identity, since titles change; the IRI is derived here and nowhere else.

use super::day::Adopted;
use super::named::named;
use serde::{Deserialize, Serialize};
use std::fmt;

named! {
    /// The legal form of an act.
    ActType {
        /// Конституциялық заң.
        ConstitutionalLaw = "constitutional_law",
        /// Кодекс.
        Code = "code",
        /// Заң.
        Law = "law",
        /// Жарлық.
        Decree = "decree",
        /// Қаулы.
        Resolution = "resolution",
        /// Бұйрық.
        Order = "order",
        /// Шешім.
        Decision = "decision",
    }
}

impl ActType {
    /// True for the forms whose only issuer is parliament: the IRI names no issuer.
    pub fn is_law(self) -> bool {
        matches!(self, ActType::ConstitutionalLaw | ActType::Code | ActType::Law)
    }

    /// The rank of the form in the hierarchy of acts (Law «On legal acts», article 10): of two
    /// forms, that of the higher force has the greater one.
    pub fn force(self) -> u8 {
        match self {
            ActType::ConstitutionalLaw => 7,
            ActType::Code => 6,
            ActType::Law => 5,
            ActType::Decree => 4,
            ActType::Resolution => 3,
            ActType::Order => 2,
            ActType::Decision => 1,
        }
    }
}

impl fmt::Display for ActType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Who issued an act, as a slug: `government`, `president`, or the issuer's own words in
/// Latin letters. Empty for laws.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Issuer(pub String);

impl Issuer {
    /// The Government (Үкімет).
    pub fn government() -> Self {
        Issuer("government".into())
    }

    /// The President.
    pub fn president() -> Self {
        Issuer("president".into())
    }

    /// Parliament: the issuer of laws, which IRIs leave out.
    pub fn parliament() -> Self {
        Issuer(String::new())
    }
}

/// What identifies an act. Two acts are the same when all four are equal.
///
/// The number has Latin Roman numerals and no suffix `ҚРЗ`: `418-V`, `832`, `343/НҚ`. An act
/// without a number carries the slug of its card with a leading `~`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ActId {
    /// Day of adoption. First, so that acts sort by it.
    pub adopted: Adopted,
    /// Legal form.
    pub form: ActType,
    /// Issuer.
    pub issuer: Issuer,
    /// Number as registered.
    pub number: String,
}

impl ActId {
    /// The IRI by the Akoma Ntoso naming convention: `/akn/kz/act/2015-11-24/418-V`,
    /// `/akn/kz/act/resolution/government/2016-12-20/832`; a slash in the number becomes a dash.
    pub fn iri(&self) -> String {
        let number = self.number.trim_start_matches('~').replace('/', "-");
        let date = self.adopted;
        match (self.form, self.issuer.0.as_str()) {
            (ActType::Law, _) => format!("/akn/kz/act/{date}/{number}"),
            (form, "") => format!("/akn/kz/act/{form}/{date}/{number}"),
            (form, issuer) => format!("/akn/kz/act/{form}/{issuer}/{date}/{number}"),
        }
    }

    /// The act that an IRI of this form names; `None` for other words. A slash in a number stays
    /// the dash that the IRI has in its place, and a slug is known by its lack of digits.
    pub fn from_iri(iri: &str) -> Option<ActId> {
        let steps: Vec<&str> = iri.strip_prefix("/akn/kz/act/")?.split('/').collect();
        let (form, issuer, day, number) = match steps[..] {
            [day, number] => (ActType::Law, "", day, number),
            [form, day, number] => (ActType::from_name(form)?, "", day, number),
            [form, issuer, day, number] => (ActType::from_name(form)?, issuer, day, number),
            _ => return None,
        };
        let named = |word: &str| !word.is_empty() && !word.contains(char::is_whitespace);
        if !named(number) || form.is_law() != issuer.is_empty() {
            return None;
        }
        let slug = !number.contains(|letter: char| letter.is_ascii_digit());
        Some(ActId {
            adopted: Adopted(day.parse().ok()?),
            form,
            issuer: Issuer(issuer.to_owned()),
            number: if slug { format!("~{number}") } else { number.to_owned() },
        })
    }

    /// A short name for nodes: adoption day and number.
    pub fn short(&self) -> String {
        format!("{}№{}", self.adopted, self.number)
    }
}

impl fmt::Display for ActId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iri())
    }
}
