//! The last full stop of a list: where a new member comes behind the member that ended the list,
//! that member takes the semicolon and the new one the full stop. Publishers do so without an
//! order.

use super::Desk;
use super::draft::{DraftUnit, Slot};
use crate::model::address::Step;
use crate::model::kind::Kind;

impl Desk<'_> {
    /// Moves the full stop of a list to its new last member.
    pub(super) fn end_list(&mut self, new: Slot) {
        let Some(before) = self.draft.before(new) else { return };
        if !self.are_members(before, new) || !self.follows_a_member(before) {
            return;
        }
        let last = self.draft.after(new).is_none_or(|next| !self.are_members(new, next));
        let (Some(old), Some(own)) = (self.last_words(before), self.last_words(new)) else {
            return;
        };
        if !last || !ends_list(self.draft.get(old)) {
            return;
        }
        self.end_with(old, '.', ';');
        self.end_with(own, ';', '.');
    }

    /// Two sub-points, or two unnumbered paragraphs that begin with a small letter or a dash.
    fn are_members(&self, a: Slot, b: Slot) -> bool {
        let (a, b) = (self.draft.get(a), self.draft.get(b));
        let subparagraphs = a.kind == Kind::Subparagraph && b.kind == Kind::Subparagraph;
        let indents = [a, b].iter().all(|unit| {
            let item = unit.text.as_deref().is_some_and(is_item);
            matches!(unit.address.last(), Some(Step::Text(_))) && item
        });
        subparagraphs || indents
    }

    /// A list has more than one member, all but the last of which end with a semicolon.
    fn follows_a_member(&self, slot: Slot) -> bool {
        let Some(before) = self.draft.before(slot) else { return false };
        let words = self.last_words(before).and_then(|slot| self.draft.get(slot).text.as_deref());
        self.are_members(before, slot) && words.is_some_and(|words| words.ends_with(';'))
    }

    /// The last paragraph of a unit, which carries its last mark.
    fn last_words(&self, slot: Slot) -> Option<Slot> {
        self.draft.subtree(slot).last().copied()
    }

    fn end_with(&mut self, slot: Slot, mark: char, instead: char) {
        let unit = self.draft.get(slot).clone();
        let Some(bare) = unit.text.as_deref().and_then(|text| text.strip_suffix(mark)) else {
            return;
        };
        let text = Some(format!("{bare}{instead}"));
        self.set(slot, DraftUnit { text, ..unit });
    }
}

fn ends_list(unit: &DraftUnit) -> bool {
    unit.text.as_deref().is_some_and(|text| text.ends_with('.') && !text.ends_with(".."))
}

fn is_item(text: &str) -> bool {
    text.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '–'))
}
