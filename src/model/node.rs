//! Identity of a unit through time: its container's node, its own step, and what brought it.
//! Sub-point 17) of point 6 before and after a restatement of point 6 is two nodes at one address.

use super::act::ActId;
use super::address::{Address, Step};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// What brought a unit into the act.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Origin {
    /// The act as adopted.
    Enacted,
    /// An amending act that added the unit or restated its container.
    Brought(ActId),
}

/// A unit's identity. Two nodes are equal when container, step and origin are.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Node(Arc<Inner>);

#[derive(Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
struct Inner {
    container: Option<Node>,
    step: Step,
    origin: Origin,
}

impl Node {
    /// A unit inside a container; `None` for a unit at the top of the act.
    pub fn new(container: Option<Node>, step: Step, origin: Origin) -> Self {
        Node(Arc::new(Inner { container, step, origin }))
    }

    /// What brought it.
    pub fn origin(&self) -> &Origin {
        &self.0.origin
    }

    /// What brought each unit on the way to it, itself last: one for every step of its address.
    pub fn origins(&self) -> Vec<&Origin> {
        let mut origins = self.0.container.as_ref().map(Node::origins).unwrap_or_default();
        origins.push(&self.0.origin);
        origins
    }

    /// The address at which it stands.
    pub fn address(&self) -> Address {
        match &self.0.container {
            Some(container) => container.address().child(self.0.step.clone()),
            None => Address::new(vec![self.0.step.clone()]),
        }
    }
}

/// The steps of the address; where a unit came with another act than its container, that act
/// follows: `бекітілген/6@2022-06-10№383/17)`.
impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inherited = match &self.0.container {
            Some(container) => {
                write!(f, "{container}")?;
                if !matches!(self.0.step, Step::Text(_)) {
                    write!(f, "/")?;
                }
                container.origin()
            }
            None => &Origin::Enacted,
        };
        write!(f, "{}", self.0.step)?;
        match &self.0.origin {
            origin if origin == inherited => Ok(()),
            Origin::Enacted => write!(f, "@"),
            Origin::Brought(act) => write!(f, "@{}", act.short()),
        }
    }
}
