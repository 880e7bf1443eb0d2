//! The notes of a text → the first day from which on they list the acts that amended the document.
//! A restatement or removal replaces the notes of a provision; an act of which no note is left
//! would have changed nothing but provisions that were replaced since.

use super::change::{Change, What};
use super::record::Witness;
use crate::model::address::{Address, Step};
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::tree::PrintedStatus;
use jiff::civil::Date;
use std::collections::HashMap;

/// So many provisions have kept their notes, at least, where these list the acts of a time;
const LEAST: usize = 20;
/// and so many for each one whose notes were replaced. Acts mostly change several provisions.
const FOR_ONE_REPLACED: usize = 2;

/// An article or point of a text, with the days that its notes know.
#[derive(Debug, Clone, Copy, Default)]
struct Provision {
    /// When it was added.
    added: Option<Date>,
    /// When its notes were last replaced.
    replaced: Option<Date>,
    /// False for what is gone.
    stands: bool,
}

/// The first day from which on the notes of a text list the acts that amended the document.
/// `None` where they never do.
pub fn from(witness: &Witness, changes: &[Change]) -> Option<Date> {
    let provisions = provisions(witness, changes);
    // What turns on a day: provisions that tell from then on, and replaced ones.
    let mut turns: Vec<(Date, isize, isize)> = Vec::new();
    for provision in &provisions {
        let begins = provision.added.unwrap_or(Date::MIN);
        let replaced = provision.replaced.map(|day| day.max(begins));
        if let Some(day) = replaced {
            turns.push((begins, 0, 1));
            turns.push((day, 0, -1));
        }
        if provision.stands {
            turns.push((replaced.unwrap_or(begins), 1, 0));
        }
    }
    turns.sort_unstable();
    let (mut telling, mut replaced): (isize, isize) = (0, 0);
    let mut from = None;
    for day in turns.chunk_by(|a, b| a.0 == b.0) {
        for (_, tells, hides) in day {
            telling += tells;
            replaced += hides;
        }
        let (telling, replaced) = (telling.unsigned_abs(), replaced.unsigned_abs());
        let lists = telling >= LEAST && telling >= FOR_ONE_REPLACED * replaced;
        from = if lists { from.or(day.first().map(|(day, ..)| *day)) } else { None };
    }
    from
}

/// The articles of a text, or its points outside of articles.
fn provisions(witness: &Witness, changes: &[Change]) -> Vec<Provision> {
    let mut provisions: HashMap<Address, Provision> = HashMap::new();
    for unit in &witness.tree.units {
        let top = unit.address.parent().is_none_or(|parent| parent == parent.component());
        let counted = matches!(unit.address.last(), Some(Step::Article(_) | Step::Paragraph(_)));
        if top && counted && !unit.kind.is_editorial() {
            let stands = unit.status == PrintedStatus::InForce;
            let address = unit.address.prefixed(&witness.component);
            provisions.entry(address).or_insert(Provision { stands, ..Provision::default() });
        }
    }
    let file = &witness.tree.source;
    for change in changes {
        let noted =
            |piece: &Evidence| piece.kind == EvidenceKind::Note && piece.span.source == *file;
        if !change.evidence.iter().any(noted) {
            continue;
        }
        let Some(provision) = provisions.get_mut(&change.target) else { continue };
        let day = Some(change.window.latest.unwrap_or(Date::MAX));
        match change.what {
            What::Added => provision.added = provision.added.max(day),
            What::Restated | What::Removed | What::Repealed => {
                provision.replaced = provision.replaced.max(day);
            }
            _ => {}
        }
    }
    provisions.into_values().collect()
}
