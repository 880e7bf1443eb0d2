//! Editorial notes, not read yet.
/// Not read yet.
pub fn read(_: &crate::model::tree::Tree) -> Vec<crate::model::event::Note> {
    Vec::new()
}
