//! The message of a commit, a description in YAML and a text → a redaction, or a question.

use nusqa::corpus::imported::{imported, own};
use nusqa::source::history::{Committed, Content};

pub fn run(bytes: &[u8]) {
    let (message, rest) = super::two(bytes);
    let (meta, text) = super::two(rest);
    let commit = Committed {
        id: "0".repeat(40),
        message: super::text(message).into_owned(),
        author_day: Some(jiff::civil::date(2020, 1, 1)),
        number: 0,
        of: 1,
    };
    let content = Content {
        meta: Some(super::text(meta).into_owned()),
        text: Some(super::text(text).into_owned()),
    };
    for author_dates in [false, true] {
        let _ = imported(&commit, &content, author_dates);
    }
    if let Some(Ok(documents)) = own(&commit) {
        for document in documents {
            let _ = document.read(&super::text(text));
        }
    }
}
