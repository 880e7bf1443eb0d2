//! Units of an expression in document order → branches, each with what stands in it, and the
//! parts of a document: preface, preamble, body, conclusions, attachments.

use super::eid::Eids;
use super::time::Times;
use crate::model::kind::Kind;
use crate::query::expression::Placed;
use std::ops::Deref;

/// A unit as a document prints it.
pub struct Printed<'a> {
    /// The unit.
    pub placed: &'a Placed,
    /// Its eId.
    pub eid: String,
    /// The eId that every version of it has in common, in a document of all versions.
    pub place: Option<String>,
    /// The name of its version, in a document of all versions.
    pub version_id: Option<String>,
    /// The reference to the period of its version.
    pub period: Option<String>,
}

impl Deref for Printed<'_> {
    type Target = Placed;

    fn deref(&self) -> &Placed {
        self.placed
    }
}

/// A unit with the units in it.
pub struct Branch<'a> {
    /// The unit.
    pub unit: Printed<'a>,
    /// What stands directly in it.
    pub inner: Vec<Branch<'a>>,
}

impl<'a> Branch<'a> {
    /// The units of one expression: those at the top, each with all that stands in it.
    pub fn grow(units: &'a [Placed], eids: &Eids, times: &Times) -> Vec<Branch<'a>> {
        let mut roots = Vec::new();
        let mut stack: Vec<Branch<'a>> = Vec::new();
        for placed in units {
            while stack.last().is_some_and(|around| !placed.is_inside(&around.unit)) {
                settle(&mut stack, &mut roots);
            }
            let unit = Printed {
                placed,
                eid: eids.get(&placed.address),
                place: None,
                version_id: None,
                period: placed.version.as_ref().and_then(|version| times.period(version)),
            };
            stack.push(Branch { unit, inner: Vec::new() });
        }
        while !stack.is_empty() {
            settle(&mut stack, &mut roots);
        }
        roots
    }

    /// The units in it at any depth, in document order.
    pub fn descendants(&self) -> Vec<Inside<'_, 'a>> {
        let mut units = Vec::new();
        let mut left: Vec<Inside<'_, 'a>> = Vec::new();
        left.extend(self.inner.iter().rev().map(|branch| Inside { branch, around: None }));
        while let Some(inside) = left.pop() {
            let around = Some(&inside.branch.unit);
            left.extend(inside.branch.inner.iter().rev().map(|branch| Inside { branch, around }));
            units.push(inside);
        }
        units
    }
}

/// A unit at any depth in another.
pub struct Inside<'b, 'a> {
    /// The unit.
    pub branch: &'b Branch<'a>,
    /// The unit directly around it; `None` where that is the outer one.
    pub around: Option<&'b Printed<'a>>,
}

fn settle<'a>(stack: &mut Vec<Branch<'a>>, roots: &mut Vec<Branch<'a>>) {
    if let Some(branch) = stack.pop() {
        match stack.last_mut() {
            Some(around) => around.inner.push(branch),
            None => roots.push(branch),
        }
    }
}

/// The parts of a document, in the order in which the standard wants them. What stands elsewhere
/// than there stays in the body, so that the order of the text is kept.
pub struct Parts<'b, 'a> {
    /// Title, identity, approval mark.
    pub preface: &'b [Branch<'a>],
    /// Preamble or enacting words.
    pub preamble: &'b [Branch<'a>],
    /// Everything else.
    pub body: &'b [Branch<'a>],
    /// Signatures.
    pub conclusions: &'b [Branch<'a>],
    /// Approved documents and annexes.
    pub attachments: &'b [Branch<'a>],
}

impl<'b, 'a> Parts<'b, 'a> {
    /// The parts of what stands at the top of a document.
    pub fn of(branches: &'b [Branch<'a>]) -> Self {
        let kind = |branch: &Branch<'a>| branch.unit.kind;
        let leads = |branch: &Branch<'a>| {
            matches!(kind(branch), Kind::Title | Kind::ActIdentity | Kind::Stamp)
        };
        let is_document = |branch: &Branch<'a>| {
            let component = branch.unit.address.last().is_some_and(|step| step.is_component());
            kind(branch) == Kind::Annex && component
        };
        let (preface, rest) = branches.split_at(leading(branches, leads));
        let (preamble, rest) = rest.split_at(leading(rest, |b| kind(b) == Kind::Preamble));
        let (rest, attachments) = rest.split_at(rest.len() - trailing(rest, is_document));
        let signed = trailing(rest, |branch| kind(branch) == Kind::Signature);
        let (body, conclusions) = rest.split_at(rest.len() - signed);
        Parts { preface, preamble, body, conclusions, attachments }
    }
}

fn leading<T>(list: &[T], is: impl Fn(&T) -> bool) -> usize {
    list.iter().take_while(|one| is(one)).count()
}

fn trailing<T>(list: &[T], is: impl Fn(&T) -> bool) -> usize {
    list.iter().rev().take_while(|one| is(one)).count()
}
