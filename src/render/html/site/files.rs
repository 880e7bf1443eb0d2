//! An act with everything that is told of it → the files of its page; and the files that go with
//! every page. The same bytes for the same answers.

use super::act::{self, Setting};
use super::data::Beside;
use super::directory::Directory;
use super::{ASSETS, Shelved, comparison, comparison_name, data, data_name, strings};
use crate::audit::finding::Finding;
use crate::model::act::ActId;
use crate::query::upcoming::Upcoming;
use crate::render::html::script_of;

/// The file of the sentences that scripts say.
const STRINGS: &str = "strings.js";

/// The file of a page.
pub fn page_file(name: &str) -> String {
    format!("{name}.html")
}

/// The file of this name, where it is one of those that go with every page and tell of no act.
pub fn fixed(name: &str) -> Option<String> {
    if name == STRINGS {
        return Some(strings::script());
    }
    let asset = ASSETS.iter().find(|(known, _)| *known == name);
    asset.map(|(_, content)| (*content).to_owned())
}

/// The names of those files.
pub fn fixed_names() -> impl Iterator<Item = &'static str> {
    ASSETS.iter().map(|(name, _)| *name).chain([STRINGS])
}

/// An act with everything that is told of it.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its book, and what its page is called.
    pub shelved: Shelved,
    /// What the audit found in it.
    pub findings: Vec<Finding>,
    /// Its changes to come.
    pub coming: Vec<Upcoming>,
}

impl Told {
    /// Its page in a language.
    pub fn page(&self, setting: Setting<'_>) -> String {
        act::page(&self.shelved, &self.coming, setting)
    }

    /// The files from which the scripts of its page show any day and compare any two: name and
    /// content of each, the same in every language.
    pub fn scripts(&self, directory: &Directory, setting: Setting<'_>) -> [(String, String); 2] {
        let Shelved { book, comparisons, name, .. } = &self.shelved;
        let links = setting.links;
        let address_of = |act: &ActId| directory.page_of(act).map(|name| links.page(name));
        let beside = Beside {
            name,
            findings: &self.findings,
            coming: &self.coming,
            page_of: &address_of,
            folder: setting.folder,
        };
        let data = serde_json::to_string(&data::data(book, beside)).unwrap_or_default();
        let compared = comparison::data(book, comparisons, beside);
        let compared = serde_json::to_string(&compared).unwrap_or_default();
        [
            (data_name(name), script_of("act", &data)),
            (comparison_name(name), script_of("compared", &compared)),
        ]
    }

    /// All files of the act: name and content of each.
    pub fn files(&self, directory: &Directory, setting: Setting<'_>) -> Vec<(String, String)> {
        let page = (page_file(&self.shelved.name), self.page(setting));
        self.scripts(directory, setting).into_iter().chain([page]).collect()
    }
}
