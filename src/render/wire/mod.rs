//! The JSON that nusqa prints: types of its own, so that no inner change alters a field.
//! Every document opens with `schema` and `generator`; fields are never left out, and their
//! order is that of the declarations.

pub mod act;
pub mod acts;
pub mod add;
pub mod analyze;
pub mod apply;
pub mod audit;
pub mod blame;
pub mod build;
pub mod bulk;
pub mod changes;
pub mod check;
pub mod diff;
pub mod effect;
pub mod error;
pub mod events;
pub mod evidence;
pub mod export;
pub mod history;
pub mod import;
pub mod instructions;
mod names;
pub mod outline;
pub mod refs;
pub mod reply;
pub mod schema;
pub mod search;
pub mod show;
pub mod site;
pub mod terms;
pub mod tree;
pub mod upcoming;
pub mod version;
pub mod window;

use crate::index::Stamp;
use crate::render::printable::is_unprintable;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What made a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Generator {
    /// Version of nusqa.
    pub version: String,
    /// Hash of the corpus that the answer rests on; null where no corpus was asked.
    pub corpus: Option<String>,
    /// What of this corpus could not be read: no answer knows of it, and what it may have changed is
    /// presumed at most. Not there where everything was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<LeftOut>,
}

/// Files of the corpus that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LeftOut {
    /// How many files or parts of files.
    pub count: usize,
    /// The first of them, by their paths inside the corpus; `nusqa check` names all.
    pub files: Vec<String>,
}

impl Generator {
    /// This version of nusqa on a corpus with this hash.
    pub fn new(corpus: Option<&str>) -> Self {
        Generator {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            corpus: corpus.map(str::to_owned),
            left_out: None,
        }
    }

    /// This version of nusqa on the corpus of which an index was made.
    pub fn of(stamp: &Stamp) -> Self {
        let Stamp { corpus, left_out, .. } = stamp;
        let (count, files) = (left_out.count, left_out.files.clone());
        let left_out = (count > 0).then_some(LeftOut { count, files });
        Generator { left_out, ..Generator::new(Some(corpus)) }
    }
}

/// A calendar day, printed by ISO 8601: `2021-01-29`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Day(#[schemars(with = "String", extend("format" = "date"))] pub Date);

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Day(date)
    }
}

/// A document as it is printed: indented, with a line feed at its end, and not escaped but for
/// what would control a terminal or turn the direction of the writing around.
///
/// # Errors
/// When a value cannot be serialised, which no wire type allows.
pub fn to_json(document: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut json = escaped(serde_json::to_string_pretty(document)?);
    json.push('\n');
    Ok(json)
}

/// The same as one line without a line feed.
///
/// # Errors
/// As [`to_json`].
pub fn to_json_line(document: &impl Serialize) -> Result<String, serde_json::Error> {
    serde_json::to_string(document).map(escaped)
}

/// JSON in which characters that cannot be printed are escaped: they can only stand in a string,
/// and mean the same there.
fn escaped(json: String) -> String {
    if !json.contains(is_unprintable) {
        return json;
    }
    let mut out = String::with_capacity(json.len());
    for letter in json.chars() {
        if is_unprintable(letter) {
            for unit in letter.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(letter);
        }
    }
    out
}
