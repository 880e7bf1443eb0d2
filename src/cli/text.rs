//! The text that a user means: a loose file, or one of the texts of an act in the corpus.

use super::Context;
use super::failure::Failure;
pub use crate::ask::text::Text;
use crate::render::messages::catalogue::errors;
use crate::source::document::Document;
use crate::source::folder::{TEXT_ENDINGS, shown};
use crate::source::read_file;
use std::path::Path;

/// Opens a file, or the text of an act. A file of that name goes before an act.
pub fn open(target: &str, witness: Option<&str>, context: &Context) -> Result<Text, Failure> {
    match loose(target, context)? {
        None => Text::of_act(target, witness, context),
        Some(_) if witness.is_some() => {
            Err(Failure::usage(errors::witness_without_act(context.lang, target)))
        }
        Some(document) => Ok(Text::loose(document)),
    }
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
