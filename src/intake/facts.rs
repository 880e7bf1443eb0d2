//! A row of a table of facts and the card of its act → the facts that the card gets, those that it
//! has already, and those that it contradicts. A contradiction is told and never settled.

use super::card::with_fact;
use crate::model::day::EffectRule;
use crate::source::card::{Card, day};
use crate::source::facts::Fact;
use jiff::civil::Date;

/// What becomes of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The card gets it.
    Written,
    /// The card says the same.
    Present,
    /// The card says otherwise; its word stays.
    Conflict,
    /// The corpus has no folder of the act.
    NoAct,
    /// The table does not tell which of several acts of other issuers is meant.
    SeveralActs,
    /// The row speaks of units or of a day that no card holds.
    NoPlace,
    /// The card cannot be changed without touching its other lines.
    Unchangeable,
}

impl Outcome {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Outcome::Written => "written",
            Outcome::Present => "present",
            Outcome::Conflict => "conflict",
            Outcome::NoAct => "no_act",
            Outcome::SeveralActs => "several_acts",
            Outcome::NoPlace => "no_place",
            Outcome::Unchangeable => "unchangeable",
        }
    }
}

/// A fact of a row, and what becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The key of the card, dotted; that of the table where no card has one.
    pub key: &'static str,
    /// The day.
    pub day: Date,
    /// What the card says.
    pub said: Option<String>,
    /// What becomes of it.
    pub outcome: Outcome,
}

/// The days that a row tells, by the column that tells them.
pub fn told(fact: &Fact) -> Vec<(&'static str, Date)> {
    let days = [
        ("first_published", fact.first_published),
        ("in_force", fact.in_force),
        ("redaction_date", fact.redaction_date),
    ];
    days.into_iter().filter_map(|(key, day)| Some((key, day?))).collect()
}

/// The facts of a row in the text of a card, and the card with them.
pub fn place(fact: &Fact, text: &str, card: &Card, source: &str) -> (String, Vec<Placed>) {
    let mut new = text.to_owned();
    let mut placed = Vec::new();
    for (column, told) in told(fact) {
        let (key, said) = match column {
            "first_published" => {
                let said = day("days.first_published", card.days.first_published.as_ref());
                ("days.first_published", said.ok().flatten().map(|day| day.to_string()))
            }
            "in_force" => {
                let rule = card.entry_into_force.as_ref();
                let said = rule.map(|effect| match effect.rule() {
                    Ok(EffectRule::OnDate(day)) => day.to_string(),
                    _ => effect.rule.clone(),
                });
                ("entry_into_force.date", said)
            }
            _ => (column, None),
        };
        let whole = fact.units.is_empty() && column != "redaction_date";
        let outcome = match &said {
            _ if !whole => Outcome::NoPlace,
            Some(said) if *said == told.to_string() => Outcome::Present,
            Some(_) => Outcome::Conflict,
            None => match written(&new, column, told, source) {
                Some(card) => {
                    new = card;
                    Outcome::Written
                }
                None => Outcome::Unchangeable,
            },
        };
        placed.push(Placed { key, day: told, said, outcome });
    }
    (new, placed)
}

fn written(card: &str, column: &str, day: Date, source: &str) -> Option<String> {
    let day = day.to_string();
    match column {
        "first_published" => with_fact(card, ("days", "first_published", &day), source),
        _ => {
            let card = with_fact(card, ("entry_into_force", "rule", "\"on_date\""), source)?;
            with_fact(&card, ("entry_into_force", "date", &day), source)
        }
    }
}
