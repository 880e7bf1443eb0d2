//! The card of an imported act ↔ its text. The first line carries a hash of the rest, so that a
//! card that somebody changed by hand is known and left alone.

use crate::model::act::ActId;
use crate::model::address::Address;
use jiff::civil::Date;
use std::collections::BTreeMap;

const MARK: &str = "# nusqa import-git ";

/// An entry of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The redaction's date; with the component and the file the order of the entries.
    pub state: Date,
    /// The document of the act.
    pub component: Address,
    /// Commit and path.
    pub from: String,
    /// The entry as TOML.
    pub entry: String,
}

/// A card under way.
#[derive(Clone, Debug)]
pub struct Card {
    /// The act.
    pub act: ActId,
    /// Its title.
    pub title: Option<String>,
    /// Texts by file.
    pub texts: BTreeMap<String, Text>,
}

/// True for a card that stands as this command wrote it.
pub fn is_own(card: &str) -> bool {
    let Some((mark, rest)) = card.split_once('\n') else { return false };
    mark.strip_prefix(MARK).is_some_and(|hash| hash == hash_of(rest))
}

fn hash_of(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

/// A word as TOML writes it.
pub fn quoted(word: &str) -> String {
    toml::Value::String(word.to_owned()).to_string()
}

/// A list of words as TOML writes it.
pub fn list(words: impl IntoIterator<Item = String>) -> String {
    let words: Vec<String> = words.into_iter().map(|word| quoted(&word)).collect();
    format!("[{}]", words.join(", "))
}

/// An act as a card names it: its IRI, and its number where the IRI has another sign in it.
pub fn named(act: &ActId) -> String {
    match act.number.contains('/') {
        true => format!("{} № {}", act.iri(), act.number),
        false => act.iri(),
    }
}

impl Card {
    /// The card as TOML.
    pub fn text(&self) -> String {
        let act = &self.act;
        let mut text = format!("\n[act]\ntype = \"{}\"\n", act.form);
        if !act.issuer.0.is_empty() {
            text.push_str(&format!("issuer = {}\n", quoted(&act.issuer.0)));
        }
        match act.number.strip_prefix('~') {
            Some(slug) => text.push_str(&format!("slug = {}\n", quoted(slug))),
            None => text.push_str(&format!("number = {}\n", quoted(&act.number))),
        }
        text.push_str(&format!("adopted = {}\n", act.adopted));
        if let Some(title) = &self.title {
            text.push_str(&format!("title = {}\n", quoted(title)));
        }
        let mut texts: Vec<(&String, &Text)> = self.texts.iter().collect();
        texts.sort_by(|a, b| {
            (a.1.state, &a.1.component, a.0).cmp(&(b.1.state, &b.1.component, b.0))
        });
        for (file, entry) in texts {
            text.push_str(&format!("\n[[text]]\nfile = {}\n{}", quoted(file), entry.entry));
        }
        text.push_str(
            "\n[sources]\n\"act\" = \"description and commits of the imported repository\"\n",
        );
        format!("{MARK}{}\n{text}", hash_of(&text))
    }
}
