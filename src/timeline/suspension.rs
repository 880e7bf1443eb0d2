//! States of a place and the orders that suspend it → the states with the stretches cut out in
//! which it did not work. What stood before goes on afterwards, with whatever changed meanwhile.

use super::change::What;
use super::fill::Touching;
use super::state::State;
use crate::model::certainty::Status;
use crate::model::day::Window;
use crate::model::reason::Reason;

/// Cuts the suspended stretches out of the states.
pub fn cut(touching: &Touching<'_>, states: Vec<State>) -> Vec<State> {
    let mut states = states;
    for (index, (change, _)) in touching.iter().enumerate() {
        let What::Suspended { until } = &change.what else { continue };
        // A suspension until an event may end on any day after it began.
        let end = until.as_ref().map(|until| match until.day() {
            Some(day) => Window::exact(day),
            None => Window { earliest: change.window.latest, latest: None },
        });
        let day = until.as_ref().and_then(|until| until.day());
        let act = change.by.clone();
        let suspended = |from: &State, start: Window| State {
            start,
            cause: Some(index),
            by: Some(act.clone()),
            rule: Some(change.rule.clone()),
            status: Status::Suspended,
            words: None,
            words_at: None,
            printed: Vec::new(),
            differs: None,
            reason: Some(Reason::Suspended { act: act.clone(), until: day }),
            evidence: change.evidence.clone(),
            ..from.clone()
        };
        let mut cut: Vec<State> = Vec::new();
        for (i, state) in states.iter().enumerate() {
            let next = states.get(i + 1).map(|next| next.start.moment());
            let before_next = |moment: &Window| next.is_none_or(|next| moment.moment() < next);
            let begins = state.start.moment();
            let over = end.as_ref().is_some_and(|end| end.moment() <= begins);
            if state.status != Status::InForce || over || !before_next(&change.window) {
                cut.push(state.clone());
                continue;
            }
            let already = begins >= change.window.moment();
            let start = if already { state.start } else { change.window };
            if !already {
                cut.push(state.clone());
            }
            cut.push(suspended(state, start));
            if let Some(end) = end.filter(before_next) {
                cut.push(State {
                    start: end,
                    cause: Some(index),
                    by: Some(act.clone()),
                    rule: None,
                    ..state.clone()
                });
            }
        }
        states = cut;
    }
    states
}
