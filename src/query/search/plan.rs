//! What was asked for → the plan of a search, with what was made of every word.

use super::intent;
use super::syntax::Piece;
use super::ways::Vocabulary;
use super::why::{Keys, keys};
use crate::index::search::{Key, Moment, Part, Phrase, Plan, Word, whole_term};
use crate::index::{Index, IndexError};
use crate::kazakh::spelling::spelling;
use crate::kazakh::token::{Analyzer, Token, day};
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
    /// The words of the plan by their keys.
    pub keys: Keys,
    /// Words that the corpus does not have.
    pub unknown: Vec<String>,
    /// Words that only ask, and what is beyond the limits.
    pub left_out: Vec<String>,
    /// Names of acts as typed.
    pub acts: Vec<String>,
    /// Words with an asterisk that means nothing where it stands.
    pub asterisks: Vec<String>,
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
        keys: Keys::new(),
        unknown: Vec::new(),
        left_out: Vec::new(),
        acts: Vec::new(),
        asterisks: Vec::new(),
    };
    let vocabulary = Vocabulary { index, analyzer, readings: MOST_READINGS };
    let mut planner = Planner { vocabulary, planned };
    planner.read(pieces)?;
    let keys = keys(&planner.planned.plan.words);
    Ok(Planned { keys, ..planner.planned })
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
                Piece::Words(words) => {
                    self.read_over(words);
                    tokens.extend(with_days(self.vocabulary.tokens(words)?));
                }
                Piece::Phrase { words, exact } => {
                    self.read_over(words);
                    let phrase = self.vocabulary.tokens(words)?;
                    let phrases = &mut self.planned.plan.phrases;
                    if phrases.len() == MOST_MARKS {
                        self.planned.left_out.push(words.clone());
                    } else if !phrase.is_empty() {
                        phrases.push(of_tokens(&phrase, *exact));
                    }
                    in_phrase.resize(tokens.len(), false);
                    tokens.extend(with_days(phrase));
                    in_phrase.resize(tokens.len(), true);
                }
                Piece::Not(words) => {
                    self.read_over(words);
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

    /// Remembers asterisks that stand where they mean nothing.
    fn read_over(&mut self, words: &str) {
        let marked = words.split_whitespace().filter(|word| word.contains('*'));
        let room = MOST_MARKS.saturating_sub(self.planned.asterisks.len());
        self.planned.asterisks.extend(marked.take(room).map(str::to_string));
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

/// The tokens of a question, those of one day taken together: a day is one thing to look for,
/// however a text spells it.
fn with_days(tokens: Vec<Token>) -> Vec<Token> {
    let days = day::days(&tokens);
    if days.is_empty() {
        return tokens;
    }
    let mut merged = Vec::with_capacity(tokens.len());
    let mut at = 0;
    for (range, date) in days {
        merged.extend_from_slice(&tokens[at..range.start]);
        let of_day = &tokens[range.clone()];
        let words: Vec<&str> = of_day.iter().map(|token| token.surface.as_str()).collect();
        merged.push(Token {
            bytes: of_day[0].bytes.start..of_day[of_day.len() - 1].bytes.end,
            position: of_day[0].position,
            surface: words.join(" "),
            keys: vec![day::key(date)],
        });
        at = range.end;
    }
    merged.extend_from_slice(&tokens[at..]);
    merged
}

/// Words that follow each other: in any of their forms, or in these very ones. A day may stand in
/// a text in figures or in words.
fn of_tokens(tokens: &[Token], exact: bool) -> Phrase {
    let tokens = &tokens[..tokens.len().min(MOST_WORDS)];
    if exact {
        let spelt = tokens.iter().map(|token| Key::Spelt(token.surface.clone()));
        return Phrase { readings: vec![spelt.enumerate().collect()] };
    }
    let days = day::days(tokens);
    let widths: &[usize] = if days.is_empty() { &[1] } else { &[1, day::LONGEST] };
    let reading = |width: &usize| {
        let mut keys = Vec::with_capacity(tokens.len());
        let (mut place, mut at) = (0, 0);
        while at < tokens.len() {
            match days.iter().find(|(range, _)| range.start == at) {
                Some((range, date)) => {
                    keys.push((place, Key::Stem(day::key(*date))));
                    (place, at) = (place + width, range.end);
                }
                None => {
                    keys.push((place, Key::Stem(tokens[at].keys[0].clone())));
                    (place, at) = (place + 1, at + 1);
                }
            }
        }
        keys
    };
    Phrase { readings: widths.iter().map(reading).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_one_word_of_a_question_and_two_readings_of_a_phrase() {
        let tokens = Analyzer::new().tokens("Үкіметтің 2021 жылғы 18 қаңтардағы қаулысы");
        let keys: Vec<String> =
            with_days(tokens.clone()).into_iter().map(|t| t.keys[0].clone()).collect();
        assert_eq!(keys, ["укимет", "d:2021-01-18", "каул"]);
        let places = |reading: &Vec<(usize, Key)>| -> Vec<usize> {
            reading.iter().map(|(place, _)| *place).collect()
        };
        let phrase = of_tokens(&tokens, false);
        let readings: Vec<Vec<usize>> = phrase.readings.iter().map(places).collect();
        assert_eq!(readings, [[0, 1, 2], [0, 1, 5]]);
        assert_eq!(of_tokens(&tokens, true).readings[0].len(), 6);
    }
}
