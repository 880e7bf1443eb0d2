//! An amending act, however it was given → its text, its orders and what it is called.

use super::failure::Failure;
use super::{Desk, generator, question};
use crate::amend;
use crate::model::act::{ActId, ActType, Issuer};
use crate::model::day::{ActDays, Adopted};
use crate::model::instruction::Orders;
use crate::model::kind::Kind;
use crate::model::tree::Tree;
use crate::parse::identity::requisites;
use crate::parse::parse;
use crate::render::messages::act_names::title_case;
use crate::render::messages::catalogue::errors;
use crate::render::wire::Generator;
use crate::render::wire::act::Act;
use crate::source::document::Document;
use crate::source::read_file;
use jiff::civil::Date;
use std::path::Path;

/// An amending act, read.
pub struct Amending {
    /// Its text.
    pub tree: Tree,
    /// Its orders.
    pub orders: Orders,
    /// What it is called, where it says so.
    pub act: Option<Act>,
    /// Its identity, where it has one yet.
    pub id: Option<ActId>,
    /// Its days, as far as known.
    pub days: Option<ActDays>,
    /// What made the answer.
    pub generator: Generator,
}

impl Amending {
    /// A loose text, also a draft without number and date.
    pub fn of_document(document: &Document) -> Amending {
        let tree = parse(document);
        let told = requisites(&tree);
        let own = told.as_ref().map_or_else(unnamed, |told| told.act.clone());
        let orders = amend::read(&tree, &own);
        let title = tree.units.iter().find(|unit| unit.kind == Kind::Title);
        let title = title.map(|unit| unit.text.clone());
        let days = told.as_ref().map(|told| ActDays {
            registered: told.registered.as_ref().map(|(day, _)| *day),
            ..ActDays::adopted_only(told.act.adopted)
        });
        let id = told.map(|told| told.act);
        let act = id.as_ref().map(|id| Act::new(id, title));
        Amending { tree, orders, act, id, days, generator: Generator::new(None) }
    }

    /// The amending text of an act of the corpus.
    ///
    /// # Errors
    /// An act that is not there or has no text, a text that cannot be read.
    pub fn of_act(named: &str, desk: &dyn Desk) -> Result<Amending, Failure> {
        let lang = desk.lang();
        let act = question::act(named, desk)?;
        let amending = act.witnesses.iter().find(|witness| witness.role == "amending");
        let Some(witness) = amending.or(act.witnesses.first()) else {
            return Err(Failure::usage(errors::act_without_text(lang, title_case(&act.id, lang))));
        };
        let document = read_file(Path::new(&witness.file), &witness.file)
            .map_err(|error| Failure::source(&error, lang))?;
        let tree = parse(&document);
        let orders = amend::read(&tree, &act.id);
        let days = ActDays {
            registered: requisites(&tree).and_then(|told| told.registered).map(|(day, _)| day),
            ..ActDays::adopted_only(act.id.adopted)
        };
        let generator = generator(desk.engine()?);
        let id = Some(act.id.clone());
        Ok(Amending { tree, orders, act: Some((&act).into()), id, days: Some(days), generator })
    }

    /// Its title as its text prints it; `None` for a text without one.
    pub fn title(&self) -> Option<&str> {
        let title = self.tree.units.iter().find(|unit| unit.kind == Kind::Title);
        title.map(|unit| unit.text.as_str())
    }
}

/// Stands for an act that does not say which one it is: no act bears this name.
pub fn unnamed() -> ActId {
    ActId {
        adopted: Adopted(Date::MAX),
        form: ActType::Law,
        issuer: Issuer::parliament(),
        number: "~".to_owned(),
    }
}
