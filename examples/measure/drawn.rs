//! An index → questions about places that it has, drawn by a seed: the same index gives the same
//! questions, of every act about as many.

use crate::{Outcome, fault};
use jiff::ToSpan;
use jiff::civil::Date;
use nusqa::index::{Index, Layout, StoredAct};
use nusqa::model::address::Address;
use nusqa::model::version::Axis;
use serde_json::json;
use std::error::Error;
use std::path::Path;

/// Questions of one act.
const OF_AN_ACT: usize = 3;

/// A question.
pub struct Drawn {
    /// IRI of the act.
    pub act: String,
    /// A place that it has.
    pub address: String,
    /// A day on which the words stand there, or the last day of all where that is open.
    pub day: Date,
    /// Three words of letters that follow each other there; empty where there are fewer.
    pub words: String,
}

/// A generator of numbers (xorshift): speed of drawing does not matter, the same row does.
pub struct Draw(u64);

impl Draw {
    pub fn new() -> Draw {
        Draw(0x9e37_79b9_7f4a_7c15)
    }

    /// A number below this one.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}

/// Every act that has texts; of these one of so many.
pub fn acts(index: &Index, every: usize) -> Result<Vec<StoredAct>, Box<dyn Error>> {
    let mut acts = index.acts().map_err(fault)?;
    acts.retain(|act| !act.witnesses.is_empty());
    Ok(acts.into_iter().step_by(every.max(1)).collect())
}

/// So many questions, or fewer where the index is small.
pub fn draw(path: &Path, most: usize, every: usize) -> Result<Vec<Drawn>, Box<dyn Error>> {
    let index = Index::open(&Layout::new(path)).map_err(fault)?;
    let mut acts = acts(&index, every)?;
    let mut draw = Draw::new();
    let mut questions = Vec::new();
    let of_an_act = OF_AN_ACT.max(most / acts.len().max(1) + 1);
    while questions.len() < most && !acts.is_empty() {
        let act = acts.swap_remove(draw.below(acts.len()));
        let iri = act.id.iri();
        let mut versions =
            index.versions_under(&iri, &Address::whole(), Axis::InForce).map_err(fault)?;
        versions.retain(|stored| {
            let version = &stored.version;
            version.text.is_some() && version.known_to.is_none() && !version.address.is_whole()
        });
        for _ in 0..of_an_act {
            if versions.is_empty() {
                break;
            }
            let version = versions.swap_remove(draw.below(versions.len())).version;
            let text = version.text.unwrap_or_default();
            let words: Vec<&str> = text
                .split_whitespace()
                .map(|word| word.trim_matches(|c: char| !c.is_alphabetic()))
                .filter(|word| word.chars().count() > 2 && word.chars().all(char::is_alphabetic))
                .collect();
            let start = draw.below(words.len().saturating_sub(3) + 1);
            let words = words.get(start..start + 3).map(|words| words.join(" "));
            let first = version.valid_from.latest.unwrap_or(jiff::civil::date(2010, 1, 1));
            let last = version.valid_to.and_then(|window| window.earliest);
            let last = last.unwrap_or(jiff::civil::date(2025, 1, 1)).max(first);
            let days = first.until(last).map(|span| span.get_days()).unwrap_or_default();
            let ahead = draw.below(days.max(1) as usize) as i32;
            questions.push(Drawn {
                act: iri.clone(),
                address: version.address.to_string(),
                day: first.saturating_add(ahead.days()),
                words: words.unwrap_or_default(),
            });
        }
    }
    questions.truncate(most);
    Ok(questions)
}

pub fn print(index: &Path, most: usize, every: usize) -> Outcome {
    for one in draw(index, most, every)? {
        let day = one.day.to_string();
        let line =
            json!({ "act": one.act, "address": one.address, "day": day, "words": one.words });
        println!("{line}");
    }
    Ok(())
}
