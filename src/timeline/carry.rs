//! States filled from texts, and orders on words → the states after those orders: the order is
//! carried out on the words that a text prints for the days before it.

use super::change::{Change, What};
use super::fill::Touching;
use super::place::Place;
use super::reach::Shown;
use super::state::{Printed, State, Words, is_contradicted};
use super::touching::Touch;
use crate::amend::apply::reword;
use crate::model::certainty::Status;
use crate::model::evidence::EvidenceKind;
use crate::model::reason::Reason;

/// Carries the words of texts over the orders that came after them.
pub fn forward(
    place: &Place,
    touching: &Touching<'_>,
    shown: &[Shown<'_>],
    alone: bool,
    states: &mut Vec<State>,
) {
    for (index, (change, touch)) in touching.iter().enumerate() {
        let What::Words { old, .. } = &change.what else { continue };
        let own = states.iter().position(|state| state.cause == Some(index));
        let before = match own {
            Some(own) => own.checked_sub(1),
            None => states.iter().rposition(|state| state.start.moment() <= change.window.moment()),
        };
        let Some(before) = before else { continue };
        let known_after = own.is_some_and(|own| states[own].words.is_some());
        let last = &states[before];
        let Some(words) = last.words.as_ref().filter(|_| last.status == Status::InForce) else {
            continue;
        };
        let own_act = last.by.as_ref() == Some(&change.by);
        if known_after || own_act || !all_before(last, index, change, shown) {
            continue;
        }
        let carried = change.order.as_deref().map(|order| reword(order, &words.as_unit(place)));
        if alone && is_contradicted(*touch, &carried) && !words.hold_any(old) {
            if !states[before].contradicted_by.contains(&change.by) {
                states[before].contradicted_by.push(change.by.clone());
            }
            continue;
        }
        let next = match carried {
            Some(Ok(None)) => None,
            Some(Ok(Some(unit))) => Some(Some(Words {
                text: unit.text.unwrap_or_default(),
                body: unit.body,
                heading: unit.heading,
            })),
            Some(Err(_)) | None if words.hold_any(old) => Some(None),
            Some(Err(_)) | None => None,
        };
        let Some(new) = next else {
            // The order leaves these words alone: no other state began.
            if let Some(own) = own.filter(|_| *touch == Touch::Around) {
                states.remove(own);
            }
            continue;
        };
        let mut state = last.after(change, index, change.window);
        match new {
            Some(words) => {
                state.words = Some(words);
                state.words_at = last.words_at.clone();
                state.printed = vec![Printed::Derived];
                state.evidence = change.evidence_as(EvidenceKind::Derived);
                state.evidence.extend(last.evidence.iter().cloned());
            }
            None => state.reason = Some(Reason::NewTextMissing { act: change.by.clone() }),
        }
        match own {
            Some(own) => states[own] = State { start: states[own].start, ..state },
            None => states.insert(before + 1, state),
        }
    }
}

/// True where the words of a state are those of texts that do not show the change.
fn all_before(state: &State, index: usize, change: &Change, shown: &[Shown<'_>]) -> bool {
    state.printed.iter().all(|printed| match printed {
        Printed::ByText(number) => !shown[*number].includes(change),
        // What an order prints was followed before any text was asked.
        Printed::Derived => state.cause < Some(index),
        Printed::ByOrder | Printed::ByHeader(_) | Printed::Undone => false,
    })
}
