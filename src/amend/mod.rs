//! Orders of amending acts, not read yet.
/// The act's own clause.
pub mod effect {
    /// Not read yet.
    pub fn clause(_: &crate::model::tree::Tree) -> Option<crate::model::day::EffectRule> {
        None
    }
}
/// Not read yet.
pub fn read(
    _: &crate::model::tree::Tree,
    _: &crate::model::act::ActId,
) -> crate::model::instruction::Orders {
    Default::default()
}
