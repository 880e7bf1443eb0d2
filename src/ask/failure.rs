//! What went wrong → one clear message, with its place and what was probably meant, and the
//! object that tells programs so.

use crate::build::BuildError;
use crate::corpus::ReadError;
use crate::index::IndexError;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::query::Refusal;
use crate::query::absent::Absent;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::Message;
use crate::render::messages::catalogue::causes::{cause, cause_in_content, cause_in_toml};
use crate::render::messages::catalogue::errors;
use crate::render::messages::catalogue::usage::hints;
use crate::render::wire;
use crate::source::SourceError;
use crate::source::docx::Refused;
use crate::source::folder::CorpusError;
use std::io;

/// Near names that are listed to people; programs get all.
const LISTED: usize = 8;

/// Why there is no answer.
#[derive(Debug)]
pub struct Failure(Box<Details>);

#[derive(Debug)]
struct Details {
    message: Message,
    file: Option<String>,
    line: Option<usize>,
    /// What was probably meant, best first.
    candidates: Vec<String>,
    /// Lines that follow the message for people.
    hints: Vec<String>,
    /// A question that was understood and has no answer ends with 1, everything else with 2.
    empty: bool,
}

impl Failure {
    fn new(message: Message) -> Self {
        Failure(Box::new(Details {
            message,
            file: None,
            line: None,
            candidates: Vec::new(),
            hints: Vec::new(),
            empty: false,
        }))
    }

    /// A command line that cannot be understood.
    pub fn usage(message: Message) -> Self {
        Failure::new(message)
    }

    /// The same with what was probably meant, and lines that help.
    pub fn with_hints(mut self, candidates: Vec<String>, hints: Vec<String>) -> Self {
        self.0.candidates = candidates;
        self.0.hints = hints;
        self
    }

    /// An output that cannot be written.
    pub fn output(error: &io::Error, lang: Lang) -> Self {
        Failure::new(errors::output_failed(lang, cause(error, lang)))
    }

    /// An answer that cannot be put into JSON, which would be our own fault.
    pub fn json_output(error: &serde_json::Error, lang: Lang) -> Self {
        Failure::new(errors::output_failed(lang, cause_in_content(&error.to_string(), lang)))
    }

    /// A failure that a file causes, at a line where one is known.
    pub fn in_file(message: Message, file: &str, line: Option<usize>) -> Self {
        let mut failure = Failure::new(message);
        failure.0.file = Some(file.to_owned());
        failure.0.line = line;
        failure
    }

    /// A failure that lists what was probably meant.
    pub fn with_candidates(message: Message, candidates: Vec<String>, lang: Lang) -> Self {
        Failure::new(message).listing(candidates, hints::candidates(lang))
    }

    /// A question that the index refuses; `act` is the one that it was put to.
    pub fn refusal(refusal: Refusal, act: Option<&ActId>, lang: Lang) -> Self {
        let named = |number: String| match act {
            Some(act) => crate::render::messages::act_names::title_case(act, lang),
            None => number,
        };
        let mut empty = false;
        let (message, candidates, heading) = match refusal {
            Refusal::Index(error) => return Failure::index(error, lang),
            Refusal::NoAddress { asked } => {
                return Failure::new(errors::address_not_understood(lang, asked));
            }
            Refusal::UnknownAct { asked, candidates } => {
                (errors::unknown_act(lang, asked), candidates, hints::nearest(lang))
            }
            Refusal::SeveralActs { asked, candidates } => {
                (errors::ambiguous_act(lang, asked), candidates, hints::candidates(lang))
            }
            Refusal::UnknownAddress { act, asked, absent, candidates } => {
                let (act, place) = (named(act), |address: &Address| address.to_string());
                let message = match absent.map(|absent| *absent) {
                    None => errors::unknown_address(lang, asked, act),
                    Some(Absent::Before(first)) => {
                        errors::address_before_the_first(lang, asked, act, place(&first))
                    }
                    Some(Absent::After(last)) => {
                        errors::address_after_the_last(lang, asked, act, place(&last))
                    }
                    Some(Absent::Between(before, after)) => {
                        let (before, after) = (place(&before), place(&after));
                        errors::address_not_printed(lang, asked, act, before, after)
                    }
                };
                empty = true;
                (message, candidates, hints::nearest(lang))
            }
            Refusal::SeveralAddresses { act, asked, candidates } => {
                let message = errors::ambiguous_address(lang, asked, named(act));
                (message, candidates, hints::candidates(lang))
            }
        };
        let mut failure = Failure::new(message).listing(candidates, heading);
        failure.0.empty = empty;
        failure
    }

    /// An index that cannot be read or written.
    pub fn index(error: IndexError, lang: Lang) -> Self {
        let (message, path) = match error {
            IndexError::Missing { path } => (errors::index_missing(lang, &path), path),
            IndexError::OtherVersion { path, found, expected } => {
                let (found, expected) = (found.to_string(), expected.to_string());
                (errors::index_other_version(lang, &path, found, expected), path)
            }
            IndexError::Damaged { path, cause } => {
                (errors::index_damaged(lang, &path, cause_in_content(&cause, lang)), path)
            }
            IndexError::NotWritable { path, cause: error } => {
                (errors::index_not_writable(lang, &path, cause(&error, lang)), path)
            }
        };
        Failure::in_file(message, &path, None)
    }

    /// A text that cannot be read.
    pub fn source(error: &SourceError, lang: Lang) -> Self {
        let shown = |path: &std::path::Path| crate::source::folder::shown(path);
        let (message, path) = match error {
            SourceError::Unreadable { path, cause: error } => {
                let path = shown(path);
                let message = if error.kind() == io::ErrorKind::NotFound {
                    errors::file_missing(lang, &path)
                } else {
                    errors::file_unreadable(lang, &path, cause(error, lang))
                };
                (message, path)
            }
            SourceError::NotUtf8 { path, .. } => {
                let path = shown(path);
                (errors::file_not_utf8(lang, &path), path)
            }
            SourceError::NoFile { path } => {
                let path = shown(path);
                (errors::file_no_regular(lang, &path), path)
            }
            SourceError::TooLarge { path } => {
                let path = shown(path);
                (errors::file_too_large(lang, &path), path)
            }
            SourceError::Docx { path, cause } => {
                let path = shown(path);
                let message = match cause {
                    Refused::Damaged { cause } => {
                        errors::docx_damaged(lang, &path, cause_in_content(cause, lang))
                    }
                    Refused::Dangerous { cause } => {
                        errors::docx_dangerous(lang, &path, cause_in_content(cause, lang))
                    }
                    Refused::TrackedChanges => errors::docx_tracked_changes(lang, &path),
                    Refused::HiddenText => errors::docx_hidden_text(lang, &path),
                    Refused::Unsupported { what } => {
                        errors::docx_unsupported(lang, &path, what.as_str())
                    }
                };
                (message, path)
            }
            SourceError::Changed { path } => {
                let path = shown(path);
                (errors::file_changed(lang, &path), path)
            }
            SourceError::Empty { path } => {
                let path = shown(path);
                (errors::file_empty(lang, &path), path)
            }
        };
        Failure::in_file(message, &path, None)
    }

    /// A corpus that cannot be read.
    pub fn corpus(error: CorpusError, lang: Lang) -> Self {
        let (message, path, line) = match error {
            CorpusError::Folder { path, cause: error } => {
                let message = if error.kind() == io::ErrorKind::NotFound {
                    errors::corpus_missing(lang, &path)
                } else {
                    errors::corpus_folder(lang, &path, cause(&error, lang))
                };
                (message, path, None)
            }
            CorpusError::Empty { path } => (errors::corpus_empty(lang, &path), path, None),
            CorpusError::CardMissing { path } => (errors::card_missing(lang, &path), path, None),
            CorpusError::Unreadable { path, cause: error } => {
                (errors::file_unreadable(lang, &path, cause(&error, lang)), path, None)
            }
            CorpusError::NoFile { path } => (errors::file_no_regular(lang, &path), path, None),
            CorpusError::TooLarge { path, most } => {
                (errors::record_too_large(lang, &path, most.to_string()), path, None)
            }
            CorpusError::NotUtf8 { path } => (errors::file_not_utf8(lang, &path), path, None),
            CorpusError::Card { path, line, message } => {
                // The reader of TOML puts an unknown key between the first two backticks.
                let key = message.strip_prefix("unknown field `");
                let key = key.and_then(|rest| rest.split('`').next());
                let worded = match key {
                    Some(key) => errors::card_unknown_key(lang, &path, key),
                    None => errors::card_unreadable(lang, &path, cause_in_toml(&message, lang)),
                };
                (worded, path, Some(line))
            }
            CorpusError::CardValue { path, line, fault } => {
                let message = errors::card_value(lang, &path, fault.key, fault.found);
                (message, path, Some(line))
            }
            CorpusError::NoText { path, line } => {
                (errors::card_without_text(lang, &path), path, Some(line))
            }
            CorpusError::BeforeAdoption { path, line, key, day, adopted } => {
                let message = errors::card_day_before_adoption(lang, &path, key, day, adopted);
                (message, path, Some(line))
            }
            CorpusError::TextMissing { path, line, file } => {
                (errors::text_missing(lang, &path, file), path, Some(line))
            }
            CorpusError::Outside { path } => (errors::link_outside(lang, &path), path, None),
            CorpusError::FactsDiffer { path, line, first, found } => {
                (errors::facts_differ(lang, &path, first, found), path, Some(line))
            }
            CorpusError::Fact { path, line, found } => {
                (errors::fact_unreadable(lang, &path, found), path, Some(line))
            }
        };
        Failure::in_file(message, &path, line)
    }

    /// An act of the corpus that cannot be read.
    pub fn read(error: ReadError, lang: Lang) -> Self {
        match error {
            ReadError::Corpus(error) => Failure::corpus(error, lang),
            ReadError::Source(error) => Failure::source(&error, lang),
            ReadError::NoIdentity { card, key } => {
                Failure::in_file(errors::card_incomplete(lang, &card, key), &card, None)
            }
        }
    }

    /// An index that could not be built.
    pub fn build(error: BuildError, lang: Lang) -> Self {
        match error {
            BuildError::Read(error) => Failure::read(error, lang),
            BuildError::Index(error) => Failure::index(error, lang),
            BuildError::SameAct(act, first, second) => {
                Failure::in_file(errors::act_twice(lang, act, first, &second), &second, None)
            }
        }
    }

    fn listing(mut self, candidates: Vec<String>, heading: String) -> Self {
        if !candidates.is_empty() {
            self.0.hints.push(format!("{heading}:"));
            let listed = candidates.iter().take(LISTED).map(|name| format!("  {name}"));
            self.0.hints.extend(listed);
        }
        self.0.candidates = candidates;
        self
    }

    /// The message with its code.
    pub fn message(&self) -> &Message {
        &self.0.message
    }

    /// The file and the line that it speaks of, where both are known.
    pub fn place(&self) -> Option<(&str, usize)> {
        Some((self.0.file.as_deref()?, self.0.line?))
    }

    /// Lines that help a person.
    pub fn hints(&self) -> &[String] {
        &self.0.hints
    }

    /// True for a question that was understood and has no answer.
    pub fn is_an_empty_answer(&self) -> bool {
        self.0.empty
    }

    /// The error object for programs.
    pub fn document(&self) -> wire::error::Error {
        let mut error = wire::error::Error::new(self.0.message.code, self.0.message.words.clone());
        error.file.clone_from(&self.0.file);
        error.line = self.0.line;
        error.candidates.clone_from(&self.0.candidates);
        error
    }
}
