//! A file that is to be added → refused or understood, with a card that can be read back.

use nusqa::intake::card::{Origin, new};
use nusqa::intake::{Answers, place, understand};
use nusqa::source::card::Card;
use nusqa::source::document::Document;
use nusqa::source::{docx, encoding};

pub fn run(bytes: &[u8]) {
    let converted = if docx::is_docx(bytes) { None } else { encoding::to_utf8(bytes).ok() };
    let text = converted.as_ref().map_or(bytes, |(text, _)| text.as_bytes());
    let Ok(document) = Document::open("fuzz", text) else { return };
    if let Ok(read) = understand(&document, &Answers::default()) {
        let origin = Origin { name: "fuzz".into(), hash: String::new(), converted: None };
        let card = new(&read, &place::file(&read, 1), &origin);
        assert!(toml::from_str::<Card>(&card).is_ok(), "{card}");
    }
}
