//! The text that a user means: a loose file, or one of the texts of an act in the corpus.

use super::failure::Failure;
use super::{Context, engine};
use crate::model::address::Address;
use crate::query::answer::{ActInfo, WitnessInfo};
use crate::render::messages::act_names::title_case;
use crate::render::messages::catalogue::errors;
use crate::render::wire::Generator;
use crate::source::document::Document;
use crate::source::folder::{TEXT_ENDINGS, shown};
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

/// Opens a file, or the text of an act. A file of that name goes before an act.
pub fn open(target: &str, witness: Option<&str>, context: &Context) -> Result<Text, Failure> {
    let lang = context.lang;
    if let Some(document) = loose(target, context)? {
        if witness.is_some() {
            return Err(Failure::usage(errors::witness_without_act(lang, target)));
        }
        let generator = Generator::new(None);
        return Ok(Text { document, act: None, component: Address::whole(), generator });
    }
    let engine = engine::open(context)?;
    let act = engine::act(&engine, target, context)?;
    let chosen = choose(&act, witness, context)?;
    let path = Path::new(&chosen.file);
    let document = read_file(path, &chosen.file).map_err(|error| Failure::source(&error, lang))?;
    let component = chosen.component.clone();
    let generator = engine::generator(&engine);
    Ok(Text { document, act: Some(act), component, generator })
}

/// The file of this name; `None` for what can only be the name of an act.
pub fn loose(target: &str, context: &Context) -> Result<Option<Document>, Failure> {
    let path = Path::new(target);
    if !path.exists() && !has_ending_of_a_text(path) && !is_spelt_as_a_path(target) {
        return Ok(None);
    }
    let document = read_file(path, &shown(path));
    document.map(Some).map_err(|error| Failure::source(&error, context.lang))
}

/// Names of acts have no ending of a file; what has one is a file that is not there.
fn has_ending_of_a_text(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    TEXT_ENDINGS.contains(&ending)
}

/// A number may hold a slash too (`343/НҚ`), but neither begins with one nor follows the name of
/// a folder.
fn is_spelt_as_a_path(target: &str) -> bool {
    let path = Path::new(target);
    let beginning = ["/", "./", "../", "~/"].iter().any(|start| target.starts_with(start));
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    !target.starts_with("/akn/") && (beginning || folder.is_some_and(Path::is_dir))
}

fn choose<'a>(
    act: &'a ActInfo,
    witness: Option<&str>,
    context: &Context,
) -> Result<&'a WitnessInfo, Failure> {
    let lang = context.lang;
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
