//! A draft of which only some words are known → what an order tells of those; and quoted words →
//! the forms of them that stand in a text. For readers that check a print instead of making one.

use super::draft::{Draft, DraftUnit, ROOT};
use super::fold::Folded;
use super::occurrence::Finder;
use super::reword;
use crate::model::address::Address;
use crate::model::instruction::Instruction;
use std::ops::Range;

/// Quoted words as they stand in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Which of the quoted words, counted from 0.
    pub word: usize,
    /// Bytes of the text, half-open.
    pub bytes: Range<usize>,
    /// True where the words stand as they are quoted; false for another form of them.
    pub as_quoted: bool,
}

/// Every form of these words in a text, in order.
pub fn forms(quoted: &[String], text: &str) -> Vec<Form> {
    let found = Finder::new(quoted).find(text);
    let form = |as_quoted| {
        move |one: super::occurrence::Occurrence| Form {
            word: one.word,
            bytes: one.bytes,
            as_quoted,
        }
    };
    let whole = found.whole.into_iter().map(form(true));
    let mut forms: Vec<Form> = whole.chain(found.left.into_iter().map(form(false))).collect();
    forms.sort_by_key(|form| form.bytes.start);
    forms
}

/// A text by the letters that a reader sees: look-alikes, blanks, dashes and quotation marks are
/// one, as where quoted words are looked for.
pub fn folded(text: &str) -> String {
    Folded::new(text).exact
}

impl Draft {
    /// Forgets what a unit and everything inside it says; where nothing stands, nothing happens.
    pub fn forget(&mut self, address: &Address) {
        let Ok(top) = self.slot(address) else { return };
        for slot in self.subtree(top) {
            if slot != ROOT {
                let unit = DraftUnit { text: None, body: 0, ..self.get(slot).clone() };
                self.set(slot, unit, None);
            }
        }
    }

    /// Carries an order on words out wherever the words are known, each unit by itself; the units
    /// that changed. What the rest of the act says is left open.
    pub fn reword_known(&mut self, order: &Instruction) -> Vec<Address> {
        let mut touched = Vec::new();
        for slot in self.subtree(ROOT).into_iter().skip(1) {
            let unit = self.get(slot);
            if unit.text.is_none() {
                continue;
            }
            if let Ok(Some(unit)) = reword(order, unit) {
                touched.push(unit.address.clone());
                self.set(slot, unit, None);
            }
        }
        touched
    }
}
