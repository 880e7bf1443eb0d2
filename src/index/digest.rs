//! An act and its versions → short hashes of what they say, place by place. They outlive the
//! format of the index, so that builds by different versions of the program can be compared.

use super::short;
use super::stored::{StoredAct, StoredVersion};
use crate::model::act::ActId;
use crate::model::day::Window;
use crate::model::evidence::Span;
use crate::model::version::Version;
use foldhash::fast::RandomState;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Display;
use std::io::Write;

/// What an act says, hashed. Two hashes of the same kind are equal where the same is said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActDigest {
    /// Its titles, its texts, its horizon and the acts that amend it.
    pub facts: u64,
    /// Where everything is printed: files, their hashes, lines and bytes; and the order of places.
    pub printed: u64,
    /// By address: every version of the place on both axes, in words, days, certainty and the acts
    /// that made it. Where these words are printed is left to `printed`: one line more at the head
    /// of a text moves all of them and changes none.
    #[serde(with = "short")]
    pub places: BTreeMap<String, u64>,
}

impl ActDigest {
    /// The hashes of an act with its versions, these in document order.
    pub fn of(act: &StoredAct, versions: &[StoredVersion]) -> ActDigest {
        let mut printed = Said::default();
        let mut places: BTreeMap<String, Said> = BTreeMap::new();
        let mut names = Names::default();
        for place in versions.chunk_by(|a, b| a.version.address == b.version.address) {
            let Some(first) = place.first() else { continue };
            let address = first.version.address.to_string();
            for stored in place {
                printed.text(&address).word(stored.order);
                printed.stretch(stored.version.words_at.as_ref());
                for evidence in &stored.version.evidence {
                    printed.stretch(Some(&evidence.span));
                }
            }
            let said = places.entry(address).or_default();
            place.iter().for_each(|stored| said.version(stored, &mut names));
        }
        ActDigest {
            facts: facts(act, &mut names),
            printed: printed.hash(),
            places: places.into_iter().map(|(address, said)| (address, said.hash())).collect(),
        }
    }
}

fn facts<'a>(act: &'a StoredAct, names: &mut Names<'a>) -> u64 {
    let mut said = Said::default();
    said.maybe(act.title.as_ref()).words(&act.titles).maybe(act.horizon);
    said.word(&act.effect).word(act.referenced);
    for witness in &act.witnesses {
        said.word(&witness.file).word(&witness.role).word(&witness.component);
    }
    for amending in act.amending.iter().chain(&act.amending_on_adoption) {
        said.act(Some(&amending.id), names).word(amending.complete);
        for window in &amending.windows {
            said.window(Some(window));
        }
    }
    said.hash()
}

/// IRIs of the acts that versions name again and again.
type Names<'a> = HashMap<&'a ActId, String, RandomState>;

/// Words one after the other, each with its length, so that no two rows of words run together.
#[derive(Default)]
struct Said(Vec<u8>);

impl Said {
    fn word(&mut self, word: impl Display) -> &mut Self {
        let start = self.0.len() + size_of::<u64>();
        self.0.extend([0; size_of::<u64>()]);
        // Writing to memory does not fail.
        let _ = write!(self.0, "{word}");
        let length = (self.0.len() - start) as u64;
        self.0[start - size_of::<u64>()..start].copy_from_slice(&length.to_le_bytes());
        self
    }

    /// As [`Said::word`].
    fn number(&mut self, number: usize) -> &mut Self {
        self.text(itoa::Buffer::new().format(number))
    }

    fn text(&mut self, text: &str) -> &mut Self {
        self.0.extend((text.len() as u64).to_le_bytes());
        self.0.extend_from_slice(text.as_bytes());
        self
    }

    fn maybe_text(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.number(1).text(text),
            None => self.number(0),
        }
    }

    fn maybe(&mut self, word: Option<impl Display>) -> &mut Self {
        match word {
            Some(word) => self.number(1).word(word),
            None => self.number(0),
        }
    }

    fn words(&mut self, words: &[impl Display]) -> &mut Self {
        self.number(words.len());
        for word in words {
            self.word(word);
        }
        self
    }

    fn window(&mut self, window: Option<&Window>) -> &mut Self {
        let (earliest, latest) = (window.map(|w| w.earliest), window.map(|w| w.latest));
        self.word(window.is_some()).maybe(earliest.flatten()).maybe(latest.flatten())
    }

    fn stretch(&mut self, span: Option<&Span>) -> &mut Self {
        let Some(span) = span else { return self.number(0) };
        self.text(&span.source.file).text(&span.source.hash);
        self.number(span.bytes.start).number(span.bytes.end);
        self.number(span.lines.0).number(span.lines.1)
    }

    fn act<'a>(&mut self, act: Option<&'a ActId>, names: &mut Names<'a>) -> &mut Self {
        let iri = act.map(|act| names.entry(act).or_insert_with(|| act.iri()).as_str());
        self.maybe_text(iri)
    }

    fn version<'a>(&mut self, stored: &'a StoredVersion, names: &mut Names<'a>) {
        let Version { node, kind, axis, status, text, body, heading, parts_known, .. } =
            &stored.version;
        let version = &stored.version;
        self.text(axis.name()).word(node).text(kind.name()).text(status.name());
        self.maybe_text(text.as_deref())
            .number(*body)
            .maybe_text(heading.as_deref())
            .word(parts_known);
        self.window(Some(&version.valid_from)).window(version.valid_to.as_ref());
        self.maybe(version.known_from).maybe(version.known_to);
        self.maybe(version.begins_by.as_ref()).maybe(version.ends_by.as_ref());
        self.act(version.introduced_by.as_ref(), names);
        self.act(version.ended_by.as_ref(), names);
        self.maybe(version.moved_from.as_ref()).maybe(version.moved_to.as_ref());
        self.number(version.grades.len());
        for grade in &version.grades {
            let reasons: Vec<_> = grade.reasons.iter().map(|reason| reason.code()).collect();
            self.maybe(grade.from).word(grade.certainty.name()).words(&reasons);
        }
        self.number(version.evidence.len());
        for evidence in &version.evidence {
            self.text(evidence.kind.name()).text(&evidence.span.source.file);
        }
        for (code, argument) in &version.warnings {
            self.text(code).text(argument);
        }
        self.words(&stored.groups).number(stored.depth).word(stored.has_words);
        self.words(&stored.context.notes);
    }

    fn hash(&self) -> u64 {
        let hash = blake3::hash(&self.0);
        hash.as_bytes().iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
    }
}
