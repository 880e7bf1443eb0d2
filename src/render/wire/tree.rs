//! One text as printed, without any question of time: `nusqa/tree/1`.

use super::Generator;
use super::act::Act;
use super::check::Fault;
use super::evidence::Source;
use super::outline::Unit;
use crate::model::address::Address;
use crate::model::tree;
use crate::query::answer::ActInfo;
use schemars::JsonSchema;
use serde::Serialize;

/// The parsed tree of one text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Tree {
    /// `nusqa/tree/1`.
    #[schemars(extend("const" = "nusqa/tree/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The act; null for a loose file.
    pub act: Option<Act>,
    /// Always null: the tree of a text knows no day.
    pub date: Option<super::Day>,
    /// The file.
    pub file: String,
    /// BLAKE3 of its bytes, in hexadecimal.
    pub hash: String,
    /// Non-blank characters of the text.
    pub characters: usize,
    /// Those of them that stand in a unit of a known kind.
    pub covered: usize,
    /// Units in document order.
    pub units: Vec<Unit>,
    /// Faults of the copy with the reading chosen, by line.
    pub faults: Vec<Fault>,
}

impl Tree {
    /// The tree of a text; `component` is the document of the act that the text prints, and
    /// goes before every address.
    pub fn new(
        tree: &tree::Tree,
        component: &Address,
        act: Option<&ActInfo>,
        generator: Generator,
    ) -> Self {
        let units = tree.units.iter().enumerate().map(|(index, unit)| {
            let address = unit.address.prefixed(component);
            Unit {
                eid: address.eid(),
                address: address.to_string(),
                node: None,
                kind: unit.kind.name(),
                number: unit.number.as_ref().map(ToString::to_string),
                heading: unit.heading.clone(),
                text: Some(unit.text.clone()),
                status: unit.status.name(),
                certainty: None,
                depth: unit.depth,
                cells: (!unit.cells.is_empty()).then(|| unit.cells.clone()),
                source: Some(Source::from(&tree.span(index))),
            }
        });
        Tree {
            schema: "nusqa/tree/1",
            generator,
            act: act.map(Act::from),
            date: None,
            file: tree.source.file.to_string(),
            hash: tree.source.hash.to_string(),
            characters: tree.characters,
            covered: tree.covered,
            units: units.collect(),
            faults: tree.faults.iter().map(Fault::from).collect(),
        }
    }
}
