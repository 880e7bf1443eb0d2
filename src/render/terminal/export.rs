//! What an export wrote, for people.

use crate::render::messages::Lang;
use crate::render::messages::catalogue::export;
use crate::render::wire::export::Export;

/// The page.
pub fn page(written: &Export, lang: Lang) -> String {
    let mut page = String::new();
    for file in &written.files {
        page.push_str(&format!("{}/{}\n", written.out.trim_end_matches('/'), file.path));
        if file.gaps > 0 {
            page.push_str(&format!("    {}\n", export::export_gaps(lang, file.gaps)));
        }
        for replaced in &file.replaced {
            let character = replaced.character.as_str();
            let line = export::export_replaced(lang, character, replaced.count);
            page.push_str(&format!("    {line}\n"));
        }
    }
    if !page.is_empty() {
        page.push('\n');
    }
    page.push_str(&export::export_done(lang, written.files.len()));
    page.push('\n');
    page
}
