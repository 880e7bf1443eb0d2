//! What an import did, for people.

use crate::render::messages::Lang;
use crate::render::messages::catalogue::importing::page as words;
use crate::render::wire::import::Import;

/// The page.
pub fn page(import: &Import, lang: Lang) -> String {
    let mut page = String::new();
    for text in &import.imported {
        let by = match text.made_by.is_empty() {
            true => words::import_maker_untold(lang),
            false => text.made_by.join(", "),
        };
        page.push_str(&format!("{} {}  {by}\n", text.act, text.state.0));
        if !text.unknown_keys.is_empty() {
            let keys = text.unknown_keys.join(", ");
            page.push_str(&format!("    {}\n", words::import_unknown_keys(lang, keys)));
        }
    }
    for refused in &import.refused {
        let short: String = refused.commit.chars().take(12).collect();
        page.push_str(&format!("{short} {}\n    {}\n", refused.path, refused.question));
    }
    if !page.is_empty() {
        page.push('\n');
    }
    let (done, refused) = (import.imported.len(), import.refused.len());
    let line = match import.dry_run {
        true => words::import_would(lang, done, import.known, refused),
        false => words::import_done(lang, done, import.known, refused),
    };
    page.push_str(&line);
    page.push('\n');
    page
}
