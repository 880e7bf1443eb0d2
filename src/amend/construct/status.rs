//! `5-тармақтың күші жойылды деп танылсын`, `… қолданылуы … дейін тоқтатыла тұрсын` → units or
//! a whole act repealed or suspended.

use super::super::line::{self, Line};
use super::Reading;
use crate::model::instruction::Operation;
use crate::parse::citation::expand::Scope;
use crate::parse::effect;

/// Reads an order that repeals units, or the act itself where it names no unit.
pub(super) fn repeal(line: &Line, scope: &Scope) -> Option<Reading> {
    let targets = match line.citations.as_slice() {
        [] => vec![scope.address.clone()],
        cited => line::addresses(scope, cited)?,
    };
    Some(Reading::new(Operation::Repeal, targets))
}

/// Reads an order that suspends units, or the act itself where it names no unit.
pub(super) fn suspension(line: &Line, scope: &Scope) -> Option<Reading> {
    let targets = match line.citations.as_slice() {
        [] => vec![scope.address.clone()],
        cited => line::addresses(scope, cited)?,
    };
    let (from, until) = (effect::starting(&line.plain), effect::until(&line.plain));
    Some(Reading { from, until, ..Reading::new(Operation::Suspend, targets) })
}
