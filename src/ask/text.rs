//! The text that was meant: one of the texts of an act in the corpus, or one given whole.

use super::failure::Failure;
use super::{Desk, generator, question};
use crate::model::address::Address;
use crate::query::answer::{ActInfo, WitnessInfo};
use crate::render::messages::Lang;
use crate::render::messages::act_names::title_case;
use crate::render::messages::catalogue::errors;
use crate::render::wire::Generator;
use crate::source::document::Document;
use crate::source::folder::shown;
use crate::source::read_file;
use std::path::Path;

/// A text that was opened.
pub struct Text {
    /// The text.
    pub document: Document,
    /// The act that it belongs to; `None` for a loose file.
    pub act: Option<ActInfo>,
    /// The document of the act that it prints.
    pub component: Address,
    /// What made the answer.
    pub generator: Generator,
}

impl Text {
    /// A text that belongs to no act.
    pub fn loose(document: Document) -> Text {
        let generator = Generator::new(None);
        Text { document, act: None, component: Address::whole(), generator }
    }

    /// The text of an act; `witness` says which where there are several.
    ///
    /// # Errors
    /// An act that is not there, no text or several of it, a text that cannot be read.
    pub fn of_act(named: &str, witness: Option<&str>, desk: &dyn Desk) -> Result<Text, Failure> {
        let lang = desk.lang();
        let act = question::act(named, desk)?;
        let chosen = choose(&act, witness, lang)?;
        let path = Path::new(&chosen.file);
        let document =
            read_file(path, &chosen.file).map_err(|error| Failure::source(&error, lang))?;
        let component = chosen.component.clone();
        Ok(Text { document, act: Some(act), component, generator: generator(desk.engine()?) })
    }
}

fn choose<'a>(
    act: &'a ActInfo,
    witness: Option<&str>,
    lang: Lang,
) -> Result<&'a WitnessInfo, Failure> {
    let name = title_case(&act.id, lang);
    let files = || act.witnesses.iter().map(|witness| witness.file.clone()).collect();
    if let Some(wanted) = witness {
        let wanted = shown(Path::new(wanted));
        let fits = |witness: &&WitnessInfo| {
            witness.file == wanted || witness.file.ends_with(&format!("/{wanted}"))
        };
        return act.witnesses.iter().find(fits).ok_or_else(|| {
            let message = errors::unknown_witness(lang, &wanted, &name);
            Failure::with_candidates(message, files(), lang)
        });
    }
    match act.witnesses.as_slice() {
        [] => Err(Failure::usage(errors::act_without_text(lang, &name))),
        [only] => Ok(only),
        _ => {
            let message = errors::several_texts(lang, &name);
            Err(Failure::with_candidates(message, files(), lang))
        }
    }
}
