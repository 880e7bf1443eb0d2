//! Editorial notes → events: which act did what to which unit, from when. Knows nothing of
//! wording; a note that cannot be read stays in the list without events.

mod clause;
mod mark;
mod printed_date;
mod verb;

use crate::model::act::{ActId, ActType};
use crate::model::address::{Address, Step};
use crate::model::day::{EffectRule, EndRule};
use crate::model::event::{Event, EventKind, Note, NoteForm};
use crate::model::kind::Kind;
use crate::model::tree::{Tree, Unit, UnitIndex};
use crate::parse::citation::expand::Scope;
use crate::parse::effect;
use crate::parse::identity::requisites;
use clause::{Clause, Subject};

/// Every note of a text, in document order.
///
/// A note that tells of changes to different units gives one `Note` for each group of targets.
/// Dates that contradict the rest of the text are corrected and kept as printed in the event.
pub fn read(tree: &Tree) -> Vec<Note> {
    let own = requisites(tree).map(|requisites| requisites.act);
    let in_code = own.as_ref().is_some_and(|act| act.form == ActType::Code);
    let mut printed = Vec::new();
    for (index, unit) in tree.units.iter().enumerate() {
        let Some((form, words)) = mark::note(unit) else { continue };
        let scope = Scope { address: unit.address.clone(), in_code };
        let reader = Reader { index, unit, form, scope };
        printed.extend(reader.notes(words, own.as_ref()));
    }
    printed_date::settle(printed)
}

/// An event whose day may still prove to be a misprint.
struct Told {
    kind: EventKind,
    by: clause::Named,
    until: Option<EndRule>,
}

/// A note whose days are not yet settled.
struct Draft {
    note: Note,
    told: Vec<Told>,
}

struct Reader<'t> {
    index: UnitIndex,
    unit: &'t Unit,
    form: NoteForm,
    scope: Scope,
}

impl Reader<'_> {
    fn notes(&self, words: &str, own: Option<&ActId>) -> Vec<Draft> {
        if let Some(draft) = self.see_clause(words, own) {
            return vec![draft];
        }
        if let Some(draft) = self.by_own_act(words, own) {
            return vec![draft];
        }
        let mut drafts: Vec<Draft> = Vec::new();
        for clause in clause::clauses(words) {
            let until = &clause.until;
            let told = clause.acts.iter().map(|by| Told {
                kind: clause.kind,
                by: by.clone(),
                until: until.clone(),
            });
            let told = told.collect::<Vec<_>>();
            let placed = self.place(&clause);
            match (placed, drafts.last_mut()) {
                // A later clause without a subject of its own speaks of the same unit.
                (None, Some(draft)) => draft.told.extend(told),
                (Some((targets, _)), Some(draft)) if targets == draft.note.targets => {
                    draft.told.extend(told);
                }
                (placed, _) => {
                    let (targets, container) = placed.unwrap_or_else(|| (self.standing(), None));
                    let mut note = self.empty(targets, container);
                    note.old_words.clone_from(&clause.old_words);
                    note.new_words.clone_from(&clause.new_words);
                    drafts.push(Draft { note, told });
                }
            }
        }
        if drafts.is_empty() {
            drafts.push(Draft { note: self.empty(self.standing(), None), told: Vec::new() });
        }
        drafts
    }

    fn empty(&self, targets: Vec<Address>, container: Option<String>) -> Note {
        Note {
            unit: self.index,
            form: self.form,
            targets,
            container,
            events: Vec::new(),
            old_words: Vec::new(),
            new_words: Vec::new(),
        }
    }

    /// The unit at which the note stands; the whole document for a note at its title.
    fn standing(&self) -> Vec<Address> {
        let address = &self.unit.address;
        let at_top = matches!(
            address.last().map(Step::kind),
            Some(Kind::Title | Kind::ActIdentity | Kind::Preamble | Kind::Stamp)
        );
        vec![if at_top { address.component() } else { address.clone() }]
    }

    /// The targets of a clause and the place of an addition; `None` where it has no subject.
    fn place(&self, clause: &Clause) -> Option<(Vec<Address>, Option<String>)> {
        if self.form == NoteForm::Inline {
            return Some((vec![self.unit.address.clone()], None));
        }
        match &clause.subject {
            Subject::None => None,
            Subject::Document => Some((vec![self.unit.address.component()], None)),
            Subject::Units { chains, container } => {
                let addresses = clause::addresses(&self.scope, chains);
                let container = container.as_ref().map(|place| place.print(&self.scope));
                let targets = if addresses.is_empty() { self.standing() } else { addresses };
                Some((targets, container))
            }
        }
    }

    /// «Қолданысқа енгізілу тәртібін 2-тармақтан қараңыз»: told by the act of itself.
    fn see_clause(&self, words: &str, own: Option<&ActId>) -> Option<Draft> {
        if !clause::names_no_act(words) {
            return None;
        }
        let rule = effect::read(words)?;
        let EffectRule::SeeClause(_) = &rule else { return None };
        let event = own.map(|own| Event {
            kind: EventKind::SeeEntryIntoForce,
            by: own.clone(),
            effect: rule,
            until: None,
            adopted_printed: None,
        });
        let mut note = self.empty(self.standing(), None);
        note.events.extend(event);
        Some(Draft { note, told: Vec::new() })
    }

    /// What the act does to one of its own units by another of its provisions.
    fn by_own_act(&self, words: &str, own: Option<&ActId>) -> Option<Draft> {
        if !clause::names_no_act(words) {
            return None;
        }
        let (clause, by) = (clause::by_own_act(words)?, own?.clone());
        let (targets, container) = self.place(&clause).unwrap_or_else(|| (self.standing(), None));
        let mut note = self.empty(targets, container);
        note.old_words = clause.old_words;
        note.new_words = clause.new_words;
        note.events.push(Event {
            kind: clause.kind,
            by,
            effect: clause.from.unwrap_or(EffectRule::Unstated),
            until: clause.until,
            adopted_printed: None,
        });
        Some(Draft { note, told: Vec::new() })
    }
}
