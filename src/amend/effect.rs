//! The last words of an act → when it takes effect, and what of it takes effect otherwise.

use crate::model::address::Address;
use crate::model::day::EffectRule;
use crate::model::instruction::Instruction;
use crate::model::tree::Tree;

/// The rule by which the act takes effect; `None` where it has no clause that can be read.
pub fn clause(tree: &Tree) -> Option<EffectRule> {
    commencement(tree).map(|commencement| commencement.rule)
}

/// When an act takes effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commencement {
    /// The rule for the whole.
    pub rule: EffectRule,
    /// Parts of the act with rules of their own.
    pub exceptions: Vec<(Address, EffectRule)>,
}

/// The act's clause on its own entry into force.
pub fn commencement(_tree: &Tree) -> Option<Commencement> {
    None
}

impl Commencement {
    /// Gives every order its rule.
    pub fn apply(&self, _tree: &Tree, instructions: &mut [Instruction]) {
        for instruction in instructions {
            instruction.in_force = Some(self.rule.clone());
        }
    }
}
