//! The parsed tree of one text as printed.

use super::failure::Failure;
use super::params::Tree;
use super::text::Text;
use super::{Asked, Desk, Outcome, Reply};
use crate::model::address::Address;
use crate::model::tree;
use crate::parse::parse;
use crate::query::answer::ActInfo;
use crate::render::wire;
use crate::render::wire::Generator;

/// The answer.
pub struct Parsed {
    /// The tree.
    pub tree: tree::Tree,
    /// The document of the act that the text prints.
    pub component: Address,
    /// The act; `None` for a loose file.
    pub act: Option<ActInfo>,
    generator: Generator,
}

impl From<Text> for Parsed {
    fn from(text: Text) -> Self {
        let tree = parse(&text.document);
        let Text { act, component, generator, .. } = text;
        Parsed { tree, component, act, generator }
    }
}

impl Asked for Tree {
    type Reply = Parsed;

    /// Answers for an act of the corpus; a loose file is opened by whoever may open files.
    fn answer(&self, desk: &dyn Desk) -> Result<Parsed, Failure> {
        Text::of_act(&self.target, self.witness.as_deref(), desk).map(Parsed::from)
    }
}

impl Reply for Parsed {
    type Document = wire::tree::Tree;

    fn document(&self) -> Self::Document {
        let (act, generator) = (self.act.as_ref(), self.generator.clone());
        wire::tree::Tree::new(&self.tree, &self.component, act, generator)
    }

    fn outcome(&self) -> Outcome {
        Outcome::Answer
    }
}
