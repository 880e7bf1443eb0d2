//! The card of an act (`act.toml`) → what it says of the act and of its texts.
//! A card supplies or overrides what a text does not say of itself, and names its sources.

use crate::model::act::ActType;
use crate::model::day::EffectRule;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The name of the card in an act's folder.
pub const CARD_FILE: &str = "act.toml";

/// A card as written. Every fact is optional: what is missing is read from the texts.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// What the act is called.
    #[serde(default)]
    pub act: CardAct,
    /// The days of the act.
    #[serde(default)]
    pub days: CardDays,
    /// The rule by which the act took effect, where its text in the corpus does not state it.
    pub entry_into_force: Option<CardEffect>,
    /// The texts in the folder.
    #[serde(default, rename = "text")]
    pub texts: Vec<CardText>,
    /// Where each fact of this card comes from: key of the fact → source in words.
    #[serde(default)]
    pub sources: BTreeMap<String, String>,
}

/// Identity and title.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardAct {
    /// `law`, `code`, `constitutional_law`, `decree`, `resolution`, `order`, `decision`.
    #[serde(rename = "type")]
    pub form: Option<String>,
    /// Slug of the issuer: `government`, `president`, …; left out for laws.
    pub issuer: Option<String>,
    /// Number as registered: `832`, `418-V`, `343/НҚ`.
    pub number: Option<String>,
    /// Name for an act without a number, in Latin letters and dashes.
    pub slug: Option<String>,
    /// Day of adoption.
    pub adopted: Option<toml::value::Datetime>,
    /// Title of the act.
    pub title: Option<String>,
}

/// Days of the act that its text does not tell.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardDays {
    /// Day of registration with the Ministry of Justice.
    pub registered: Option<toml::value::Datetime>,
    /// Day of first official publication.
    pub first_published: Option<toml::value::Datetime>,
}

/// A rule of effect.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardEffect {
    /// `after_publication_days`, `after_publication_months`, `on_publication`, `on_signing`,
    /// `on_date`.
    pub rule: String,
    /// For `after_publication_days`.
    pub days: Option<u16>,
    /// For `after_publication_months`.
    pub months: Option<u16>,
    /// For `on_date`.
    pub date: Option<toml::value::Datetime>,
}

/// One text of the act.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardText {
    /// File name inside the folder.
    pub file: String,
    /// What the text is.
    pub role: Role,
    /// The document of the act that it prints, as an address: `бекітілген`, `1-қосымша`;
    /// left out for the act itself.
    pub component: Option<String>,
    /// The day on which the text was taken from its publisher.
    pub retrieved: Option<toml::value::Datetime>,
    /// The date that a publisher gives the redaction: amendments adopted up to it are carried out
    /// in the text. It is no day of effect.
    pub state: Option<toml::value::Datetime>,
    /// The IRIs of the acts that made this redaction of the one before; with `state`.
    #[serde(default)]
    pub made_by: Vec<String>,
    /// How sure the words are at most: `certain` (the default), `derived`, `noted`, `presumed`.
    pub certainty: Option<String>,
    /// Places of the act that the text does not tell of though it goes on around them, as
    /// addresses; `13-бап/*` is an unknown set of parts.
    #[serde(default)]
    pub gaps: Vec<String>,
    /// Where an import took the text from: the commit and the path in it.
    pub imported_from: Option<String>,
}

/// What a text witnesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The act with later changes carried out in it.
    Consolidated,
    /// The act as adopted.
    Original,
    /// An amending act: its orders are read. Its own text may carry later notes.
    Amending,
}

impl Role {
    /// The name in JSON and in cards.
    pub fn name(self) -> &'static str {
        match self {
            Role::Consolidated => "consolidated",
            Role::Original => "original",
            Role::Amending => "amending",
        }
    }
}

/// A fault of a card: the key, and what is wrong with it as a message code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardFault {
    /// The key, dotted: `act.adopted`.
    pub key: &'static str,
    /// What stands there.
    pub found: String,
}

/// The calendar day of a TOML date.
///
/// # Errors
/// A time of day, or a day that the calendar does not have.
pub fn day(
    key: &'static str,
    value: Option<&toml::value::Datetime>,
) -> Result<Option<Date>, CardFault> {
    let Some(value) = value else { return Ok(None) };
    let fault = || CardFault { key, found: value.to_string() };
    if value.time.is_some() {
        return Err(fault());
    }
    let date = value.date.ok_or_else(fault)?;
    let (Ok(year), Ok(month), Ok(day)) =
        (i16::try_from(date.year), i8::try_from(date.month), i8::try_from(date.day))
    else {
        return Err(fault());
    };
    Date::new(year, month, day).map(Some).map_err(|_| fault())
}

impl CardAct {
    /// The legal form, where the card names one.
    ///
    /// # Errors
    /// A name that is no legal form.
    pub fn form(&self) -> Result<Option<ActType>, CardFault> {
        let Some(name) = &self.form else { return Ok(None) };
        match ActType::from_name(name) {
            Some(form) => Ok(Some(form)),
            None => Err(CardFault { key: "act.type", found: name.clone() }),
        }
    }
}

impl CardEffect {
    /// The rule as a value.
    ///
    /// # Errors
    /// An unknown rule, or one whose number or day is missing.
    pub fn rule(&self) -> Result<EffectRule, CardFault> {
        let fault = || CardFault { key: "entry_into_force.rule", found: self.rule.clone() };
        match self.rule.as_str() {
            "after_publication_days" => {
                self.days.map(EffectRule::AfterPublicationDays).ok_or_else(fault)
            }
            "after_publication_months" => {
                self.months.map(EffectRule::AfterPublicationMonths).ok_or_else(fault)
            }
            "on_publication" => Ok(EffectRule::OnPublication),
            "on_signing" => Ok(EffectRule::OnSigning),
            "on_date" => {
                let date = day("entry_into_force.date", self.date.as_ref())?;
                date.map(EffectRule::OnDate).ok_or_else(fault)
            }
            _ => Err(fault()),
        }
    }
}
