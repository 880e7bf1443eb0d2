//! States of a place → the nodes that they belong to: which unit stood there, through time.
//! A container is worked out before its parts, whose nodes lie inside its own.

use super::place::Place;
use super::state::State;
use crate::model::address::Address;
use crate::model::day::Window;
use crate::model::node::{Node, Origin};
use jiff::civil::Date;
use std::collections::HashMap;

/// The lives of the places already worked out, by day of knowledge: beginning and node.
#[derive(Debug, Default)]
pub struct Nodes(HashMap<(Address, Option<Date>), Vec<Life>>);

/// The beginning of a state and the node that it belongs to.
type Life = (Window, Node);

impl Nodes {
    /// The node of each state, by what is known before a day (`None`: all).
    pub fn of(&mut self, place: &Place, states: &[State], known: Option<Date>) -> Vec<Node> {
        let parent = place.address.parent().filter(|parent| !parent.is_whole());
        let containers = parent.and_then(|parent| {
            let known = self.0.get(&(parent.clone(), known));
            known.or_else(|| self.0.get(&(parent, None)))
        });
        let Some(step) = place.address.last().cloned() else { return Vec::new() };
        let mut own: Vec<Life> = Vec::new();
        let mut life = None;
        for state in states {
            if life == Some(state.life)
                && let Some((_, node)) = own.last()
            {
                let node = node.clone();
                own.push((state.start, node));
                continue;
            }
            life = Some(state.life);
            let container = containers.and_then(|lives| {
                let begun = |window: &Window| {
                    window.latest <= state.start.latest || window.latest.is_none()
                };
                lives.iter().rev().find(|(window, _)| begun(window)).or(lives.first())
            });
            let container = container.map(|(_, node)| node.clone());
            let origin = match &state.brought_by {
                Some(act) => Origin::Brought(act.clone()),
                None => container.as_ref().map_or(Origin::Enacted, |node| node.origin().clone()),
            };
            own.push((state.start, Node::new(container, step.clone(), origin)));
        }
        let all = own.iter().map(|(_, node)| node.clone()).collect();
        self.0.insert((place.address.clone(), known), own);
        all
    }
}
