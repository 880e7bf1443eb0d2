//! One line of JSON → the question that it asks, and the reply to it. What a line leaves out, the
//! command line says for all of them.

use super::failure::Failure;
use super::params::{Days, Provision, Search, Show};
use super::{Asked, Desk, Outcome, Reply};
use crate::render::messages::Lang;
use crate::render::messages::catalogue::causes::cause_in_content;
use crate::render::messages::catalogue::{batch, usage};
use crate::render::wire::Generator;
use crate::render::wire::reply::{self, Document, Id};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The longest line that is read, in bytes; no question is that long.
pub const LONGEST: usize = 64 << 10;

/// A question that can be asked line by line.
pub trait Batched: Asked<Reply: Reply<Document: Into<Document>>> + Sized {
    /// A line.
    type Line: DeserializeOwned;

    /// The question of a line and what it is called, with what `self` says where the line says
    /// nothing.
    fn with(&self, line: Self::Line) -> (Self, Option<Id>);

    /// The days that it asks about.
    fn days(&self) -> &Days;
}

/// A line of `show`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShowLine {
    id: Option<Id>,
    act: String,
    address: Option<String>,
    on: Option<String>,
    known_by: Option<String>,
    adopted_by: Option<String>,
}

/// A line of `search`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchLine {
    id: Option<Id>,
    query: String,
    act: Option<String>,
    limit: Option<usize>,
    on: Option<String>,
    known_by: Option<String>,
    adopted_by: Option<String>,
}

impl Batched for Show {
    type Line = ShowLine;

    fn with(&self, line: ShowLine) -> (Show, Option<Id>) {
        let own = Days { on: line.on, known_by: line.known_by, adopted_by: line.adopted_by };
        let days = own_or(own, &self.provision.days);
        let provision = Provision { act: line.act, address: line.address, days };
        (Show { provision, ..self.clone() }, line.id)
    }

    fn days(&self) -> &Days {
        &self.provision.days
    }
}

impl Batched for Search {
    type Line = SearchLine;

    fn with(&self, line: SearchLine) -> (Search, Option<Id>) {
        let own = Days { on: line.on, known_by: line.known_by, adopted_by: line.adopted_by };
        let asked = Search {
            query: vec![line.query],
            days: own_or(own, &self.days),
            within: line.act.or_else(|| self.within.clone()),
            limit: line.limit.unwrap_or(self.limit),
            ..self.clone()
        };
        (asked, line.id)
    }

    fn days(&self) -> &Days {
        &self.days
    }
}

/// The days of a line that names any, else those of the command line.
fn own_or(own: Days, otherwise: &Days) -> Days {
    let names_any = own.on.is_some() || own.known_by.is_some() || own.adopted_by.is_some();
    if names_any { own } else { otherwise.clone() }
}

/// Answers a line, which must not end in a line feed; `None` stands for one that is too long.
/// A line that cannot be read or answered gets an error for its document.
pub fn answer<Q: Batched>(
    asked: &Q,
    number: usize,
    line: Option<&[u8]>,
    desk: &dyn Desk,
) -> reply::Reply {
    let lang = desk.lang();
    let (id, answered) = match read(asked, line, lang) {
        Ok((question, id)) => (id, question.answer(desk)),
        Err((id, failure)) => (id, Err(failure)),
    };
    let (exit, document) = match answered {
        Ok(reply) => (u8::from(reply.outcome() == Outcome::Nothing), reply.document().into()),
        Err(failure) => {
            let exit = if failure.is_an_empty_answer() { 1 } else { 2 };
            (exit, Document::Error(failure.document()))
        }
    };
    let stamp = desk.engine().ok().map(|engine| engine.stamp());
    let generator = stamp.map_or_else(|| Generator::new(None), Generator::of);
    reply::Reply { schema: "nusqa/reply/1", generator, line: number, id, exit, document }
}

type Unread = (Option<Id>, Failure);

fn read<Q: Batched>(asked: &Q, line: Option<&[u8]>, lang: Lang) -> Result<(Q, Option<Id>), Unread> {
    let nameless = |message| (None, Failure::usage(message));
    let line = line.ok_or_else(|| nameless(batch::line_too_long(lang, LONGEST)))?;
    let text = std::str::from_utf8(line).map_err(|_| nameless(batch::line_not_utf8(lang)))?;
    let read: Q::Line = serde_json::from_str(text).map_err(|error| {
        let cause = cause_in_content(&error.to_string(), lang);
        (id(text), Failure::usage(batch::line_not_understood(lang, cause)))
    })?;
    let (question, id) = asked.with(read);
    let days = question.days();
    let other = days.on.as_ref().map(|_| "on").or(days.known_by.as_ref().map(|_| "known_by"));
    match other {
        Some(other) if days.adopted_by.is_some() => {
            let message = usage::conflicting_options(lang, "adopted_by", other);
            Err((id, Failure::usage(message)))
        }
        _ => Ok((question, id)),
    }
}

/// What a line calls itself that says something wrong besides.
fn id(line: &str) -> Option<Id> {
    #[derive(Deserialize)]
    struct Named {
        id: Option<Id>,
    }
    serde_json::from_str::<Named>(line).ok()?.id
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flags() -> Show {
        let days = Days { on: Some("2021-01-01".into()), ..Days::default() };
        let provision = Provision { act: "-".into(), address: None, days };
        Show { provision, as_printed: false, explain: true, refs: false }
    }

    fn code(line: &[u8]) -> (Option<Id>, String) {
        let (id, failure) = read(&flags(), Some(line), Lang::En).expect_err("refused");
        (id, failure.message().code.to_owned())
    }

    #[test]
    fn a_line_says_more_than_the_command_line() {
        let line = r#"{"id": 7, "act": "832", "address": "8", "known_by": "2022-01-01"}"#;
        let (show, id) = read(&flags(), Some(line.as_bytes()), Lang::En).expect("a question");
        assert_eq!(id, Some(Id::Number(7)));
        assert_eq!((show.provision.days.on, show.explain), (None, true));
        let line = r#"{"id": "a", "act": "832"}"#;
        let (show, id) = read(&flags(), Some(line.as_bytes()), Lang::En).expect("a question");
        assert_eq!(id, Some(Id::Words("a".into())));
        assert_eq!(show.provision.days.on.as_deref(), Some("2021-01-01"));
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        let named = Some(Id::Number(1));
        for (line, id, expected) in [
            (&b"{"[..], None, "line_not_understood"),
            (b"[]", None, "line_not_understood"),
            (b"{\"id\": 1}", named.clone(), "line_not_understood"),
            (b"{\"id\": 1, \"act\": \"832\", \"when\": 1}", named.clone(), "line_not_understood"),
            (b"{\"act\": \"832\", \"act\": \"12\"}", None, "line_not_understood"),
            (b"{\"id\": 1.5, \"act\": \"832\"}", None, "line_not_understood"),
            (b"\xff", None, "line_not_utf8"),
            (
                b"{\"id\": 1, \"act\": \"832\", \"on\": \"x\", \"adopted_by\": \"y\"}",
                named,
                "conflicting_options",
            ),
        ] {
            assert_eq!(code(line), (id, expected.to_owned()), "{line:?}");
        }
        let deep = format!("{}1{}", "[".repeat(50_000), "]".repeat(50_000));
        assert_eq!(code(deep.as_bytes()).1, "line_not_understood");
        let (_, failure) = read(&flags(), None, Lang::En).expect_err("refused");
        assert_eq!(failure.message().code, "line_too_long");
    }
}
