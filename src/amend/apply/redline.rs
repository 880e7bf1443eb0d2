//! An act before and after → the units that changed, with the difference word by word. Units
//! are compared first, words only inside a unit, and no word is ever cut.

use super::draft::DraftUnit;
use crate::amend::wording::{Op, exact_words};
use crate::model::address::{Address, Step};
use crate::model::tree::PrintedStatus;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// What happened to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// Other words, or another state.
    Changed,
    /// It was not there before.
    Added,
    /// It is gone.
    Removed,
}

impl ChangeKind {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            ChangeKind::Changed => "changed",
            ChangeKind::Added => "added",
            ChangeKind::Removed => "removed",
        }
    }
}

/// What happened to a run of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// It stayed.
    Equal,
    /// It went.
    Delete,
    /// It came.
    Insert,
}

/// A unit that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redline {
    /// Where it stands afterwards; for a removed unit where it stood.
    pub address: Address,
    /// What happened to it.
    pub change: ChangeKind,
    /// Its words before.
    pub before: Option<String>,
    /// Its words afterwards.
    pub after: Option<String>,
    /// The difference, in order.
    pub words: Vec<(Tag, String)>,
}

/// What tells a unit from another, whatever it says: unnumbered paragraphs have no identity of
/// their own but their words.
fn key(unit: &DraftUnit) -> (Address, Option<&str>, PrintedStatus, bool) {
    let address = match unit.address.last() {
        Some(Step::Text(_)) => unit.address.parent().unwrap_or_default().child(Step::Text(0)),
        _ => unit.address.clone(),
    };
    (address, unit.text.as_deref(), unit.status, unit.suspended)
}

/// The units that differ, in document order.
pub fn redline(before: &[&DraftUnit], after: &[&DraftUnit]) -> Vec<Redline> {
    let old: Vec<_> = before.iter().map(|unit| key(unit)).collect();
    let new: Vec<_> = after.iter().map(|unit| key(unit)).collect();
    let mut out = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        match op {
            DiffOp::Equal { .. } => {}
            DiffOp::Delete { old_index, old_len, .. } => {
                out.extend(before[old_index..old_index + old_len].iter().map(|u| removed(u)));
            }
            DiffOp::Insert { new_index, new_len, .. } => {
                out.extend(after[new_index..new_index + new_len].iter().map(|u| added(u)));
            }
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                let old = &before[old_index..old_index + old_len];
                let new = &after[new_index..new_index + new_len];
                block(old, new, &mut out);
            }
        }
    }
    out
}

/// Units that went and units that came at one place: those at one address belong together.
fn block(old: &[&DraftUnit], new: &[&DraftUnit], out: &mut Vec<Redline>) {
    let mut paired = vec![false; old.len()];
    let partner = |unit: &DraftUnit| old.iter().position(|o| o.address == unit.address);
    let mut from = 0;
    for unit in new {
        let found = partner(unit);
        if let Some(i) = found.filter(|i| *i >= from) {
            let gone = old[from..i].iter().filter(|o| new.iter().all(|n| n.address != o.address));
            out.extend(gone.map(|unit| removed(unit)));
            for skipped in &mut paired[from..i] {
                *skipped = true;
            }
            from = i + 1;
        }
        match found {
            Some(i) => {
                paired[i] = true;
                out.push(changed(old[i], unit));
            }
            None => out.push(added(unit)),
        }
    }
    let left = old.iter().zip(&paired).skip(from).filter(|(_, paired)| !**paired);
    out.extend(left.map(|(unit, _)| removed(unit)));
}

fn removed(unit: &DraftUnit) -> Redline {
    Redline {
        address: unit.address.clone(),
        change: ChangeKind::Removed,
        before: unit.text.clone(),
        after: None,
        words: unit.text.iter().map(|text| (Tag::Delete, text.clone())).collect(),
    }
}

fn added(unit: &DraftUnit) -> Redline {
    Redline {
        address: unit.address.clone(),
        change: ChangeKind::Added,
        before: None,
        after: unit.text.clone(),
        words: unit.text.iter().map(|text| (Tag::Insert, text.clone())).collect(),
    }
}

fn changed(old: &DraftUnit, new: &DraftUnit) -> Redline {
    let (before, after) = (old.text.clone(), new.text.clone());
    let words = words(before.as_deref().unwrap_or_default(), after.as_deref().unwrap_or_default());
    Redline { address: new.address.clone(), change: ChangeKind::Changed, before, after, words }
}

/// The difference of two texts in runs of whole words, as every redline shows it.
pub fn words(before: &str, after: &str) -> Vec<(Tag, String)> {
    let tag = |op| match op {
        Op::Equal => Tag::Equal,
        Op::Delete => Tag::Delete,
        Op::Insert => Tag::Insert,
    };
    exact_words(before, after).into_iter().map(|run| (tag(run.op), run.text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn definitions_that_share_a_word_by_chance_are_two() {
        let before = "17) құпияландырылған байланыс – құпияландыру аппаратурасы байланыс;";
        let after = "17) сыртқы шеңбердің желісі – субъектілердің желісі, ол байланыс операторлары \
                     ұсынатын Интернетке қосылған;";
        let runs = words(before, after);
        let stayed: Vec<_> = runs
            .iter()
            .filter(|(tag, _)| *tag == Tag::Equal)
            .map(|(_, text)| text.trim())
            .collect();
        assert!(stayed.iter().all(|text| !text.contains("байланыс")), "{runs:?}");
    }

    #[test]
    fn words_are_never_cut() {
        let runs = words("2 400 мың теңге;", "2 880 мың теңге;");
        let shown: Vec<_> = runs.iter().map(|(tag, text)| (*tag, text.as_str())).collect();
        assert_eq!(
            shown,
            [
                (Tag::Equal, "2 "),
                (Tag::Delete, "400"),
                (Tag::Insert, "880"),
                (Tag::Equal, " мың теңге;"),
            ]
        );
    }
}
