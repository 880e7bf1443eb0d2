//! An understood text → the names of its folder and of its file in the corpus. The names are for
//! people; the program never reads them.

use super::Understood;
use crate::kazakh::slug::slug;
use crate::model::act::ActId;
use crate::source::document::Format;

/// The name of the folder of an act: day of adoption, number, the first words of its title.
pub fn folder(id: &ActId, title: Option<&str>) -> String {
    const LONGEST: usize = 40;
    let number = match id.number.strip_prefix('~') {
        Some(slug) => slug.to_owned(),
        None => slug(&id.number).to_uppercase(),
    };
    let mut name = format!("{}-{number}", id.adopted);
    let mut room = LONGEST;
    for word in slug(title.unwrap_or_default()).split('-').filter(|word| !word.is_empty()) {
        if word.len() + 1 > room {
            break;
        }
        room -= word.len() + 1;
        name = format!("{name}-{word}");
    }
    name
}

/// The name of the file of a text: the document of the act that it prints, its role, the day of
/// its redaction; the `copy`-th of that name, counted from 1.
pub fn file(text: &Understood, copy: usize) -> String {
    let mut name = String::new();
    if !text.component.is_whole() {
        name = slug(&text.component.to_string()) + "-";
    }
    name += text.role.name();
    if let Some(day) = text.redaction {
        name = format!("{name}-{day}");
    }
    if copy > 1 {
        name = format!("{name}-{copy}");
    }
    let ending = match text.format {
        Format::Markdown => "md",
        Format::Portal => "txt",
        Format::Html => "html",
        Format::Docx => "docx",
    };
    format!("{name}.{ending}")
}
