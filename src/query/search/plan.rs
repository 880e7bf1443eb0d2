//! What was asked for → the plan of a search, with what was made of every word.

use super::intent;
use super::syntax::Piece;
use super::ways::Vocabulary;
use crate::index::search::{Key, Moment, Part, Phrase, Plan, Word, whole_term};
use crate::index::{Index, IndexError};
use crate::kazakh::spelling::spelling;
use crate::kazakh::token::{Analyzer, Token};
use std::collections::BTreeSet;

/// Words of a question that are looked for; further ones are left out.
const MOST_WORDS: usize = 40;
/// Readings of words in Latin letters that are tried.
const MOST_READINGS: usize = 400;
/// Phrases, exclusions and beginnings of each kind that are looked for.
const MOST_MARKS: usize = 12;

/// A plan, and how the words of the question were read.
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// In standard letters, word by word of the plan.
    pub asked: Vec<String>,
    /// Words that the corpus does not have.
    pub unknown: Vec<String>,
    /// Words that only ask, and what is beyond the limits.
    pub left_out: Vec<String>,
    /// Names of acts as typed.
    pub acts: Vec<String>,
}

/// The plan of a question.
///
/// # Errors
/// A damaged index.
pub fn plan(
    index: &Index,
    analyzer: &mut Analyzer,
    pieces: &[Piece],
    moment: Moment,
    candidates: usize,
) -> Result<Planned, IndexError> {
    let plan = Plan {
        words: Vec::new(),
        phrases: Vec::new(),
        excluded: Vec::new(),
        acts: Vec::new(),
        without_amending: false,
        part: Part::Anywhere,
        moment,
        term: None,
        wants_definition: false,
        wants_changes: false,
        candidates,
    };
    let planned = Planned {
        plan,
        asked: Vec::new(),
        unknown: Vec::new(),
        left_out: Vec::new(),
        acts: Vec::new(),
    };
    let vocabulary = Vocabulary { index, analyzer, readings: MOST_READINGS };
    let mut planner = Planner { vocabulary, planned };
    planner.read(pieces)?;
    Ok(planner.planned)
}

struct Planner<'a> {
    vocabulary: Vocabulary<'a>,
    planned: Planned,
}

impl Planner<'_> {
    fn read(&mut self, pieces: &[Piece]) -> Result<(), IndexError> {
        let mut tokens: Vec<Token> = Vec::new();
        // The tokens of phrases are looked for whatever they are.
        let mut in_phrase: Vec<bool> = Vec::new();
        let mut beginnings = 0;
        for piece in pieces {
            match piece {
                Piece::Words(words) => tokens.extend(self.vocabulary.tokens(words)?),
                Piece::Phrase { words, exact } => {
                    let phrase = self.vocabulary.tokens(words)?;
                    let phrases = &mut self.planned.plan.phrases;
                    if phrases.len() == MOST_MARKS {
                        self.planned.left_out.push(words.clone());
                    } else if !phrase.is_empty() {
                        phrases.push(of_tokens(&phrase, *exact));
                    }
                    in_phrase.resize(tokens.len(), false);
                    in_phrase.resize(tokens.len() + phrase.len(), true);
                    tokens.extend(phrase);
                }
                Piece::Not(words) => {
                    let phrase = self.vocabulary.tokens(words)?;
                    let excluded = &mut self.planned.plan.excluded;
                    if excluded.len() == MOST_MARKS {
                        self.planned.left_out.push(format!("-{words}"));
                    } else if !phrase.is_empty() {
                        excluded.push(of_tokens(&phrase, false));
                    }
                }
                Piece::Beginning(beginning) if beginnings < MOST_MARKS => {
                    beginnings += 1;
                    self.beginning(beginning)?;
                }
                Piece::Beginning(beginning) => self.planned.left_out.push(format!("{beginning}*")),
                Piece::Act(act) => self.planned.acts.push(act.clone()),
                Piece::In(part) => self.planned.plan.part = *part,
            }
        }
        in_phrase.resize(tokens.len(), false);
        self.words(&tokens, &in_phrase)
    }

    fn words(&mut self, tokens: &[Token], in_phrase: &[bool]) -> Result<(), IndexError> {
        self.planned.plan.wants_definition = intent::wants_definition(tokens);
        self.planned.plan.wants_changes = intent::wants_changes(tokens);
        let drops: Vec<bool> =
            (0..tokens.len()).map(|at| !in_phrase[at] && intent::only_asks(tokens, at)).collect();
        let content = drops.contains(&false);
        let mut seen: BTreeSet<&str> = BTreeSet::new();
        let mut kept: Vec<Token> = Vec::new();
        for (token, drop) in tokens.iter().zip(drops) {
            if content && drop {
                self.planned.left_out.push(token.surface.clone());
            } else if !seen.insert(&token.keys[0]) {
                // A word that stands twice counts once.
            } else if kept.len() < MOST_WORDS {
                kept.push(token.clone());
            } else {
                self.planned.left_out.push(token.surface.clone());
            }
        }
        let whole: Vec<&str> = kept.iter().map(|token| token.keys[0].as_str()).collect();
        self.planned.plan.term = (!whole.is_empty()).then(|| whole_term(&whole));
        if let Some(at) = intent::own_act(&kept) {
            kept.splice(at..at, self.vocabulary.tokens("осы")?);
        }
        let mut words = Vec::with_capacity(kept.len());
        for token in &kept {
            let alternatives = self.vocabulary.ways(token)?;
            words.push(Word { alternatives, spelt: token.surface.clone() });
        }
        self.vocabulary.add_neighbours(&kept, &mut words)?;
        let unknown = words.iter().filter(|word| word.alternatives.is_empty());
        self.planned.unknown.extend(unknown.map(|word| word.spelt.clone()));
        self.planned.asked.extend(kept.into_iter().map(|token| token.surface));
        self.planned.plan.words.extend(words);
        Ok(())
    }

    /// Every word that begins so.
    fn beginning(&mut self, typed: &str) -> Result<(), IndexError> {
        let shown = format!("{}*", spelling(typed));
        if self.planned.asked.contains(&shown) {
            return Ok(());
        }
        let alternatives = self.vocabulary.beginning(typed)?;
        if alternatives.is_empty() {
            self.planned.unknown.push(format!("{typed}*"));
        }
        self.planned.asked.push(shown);
        self.planned.plan.words.push(Word { alternatives, spelt: String::new() });
        Ok(())
    }
}

/// Words that follow each other: in any of their forms, or in these very ones.
fn of_tokens(tokens: &[Token], exact: bool) -> Phrase {
    let key = |token: &Token| match exact {
        true => Key::Spelt(token.surface.clone()),
        false => Key::Stem(token.keys[0].clone()),
    };
    Phrase { keys: tokens.iter().take(MOST_WORDS).map(key).collect() }
}
