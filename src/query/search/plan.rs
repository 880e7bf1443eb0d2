//! What was asked for → the plan of a search: every word with the ways in which the corpus may
//! have it, judged by the corpus's own vocabulary.

use super::syntax::Piece;
use crate::index::search::{Alternative, Key, Moment, Part, Phrase, Plan, Word};
use crate::index::{Index, IndexError};
use crate::kazakh::spelling::from_latin;
use crate::kazakh::stem;
use crate::kazakh::token::{Analyzer, Token};
use crate::model::act::ActId;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Words of a question that are looked for; further ones are left out.
pub const MOST_WORDS: usize = 40;
/// Words that one beginning stands for at most.
const MOST_OF_BEGINNING: usize = 48;
/// An abbreviation stands for this many words at most.
const LONGEST_LONG_FORM: usize = 8;

const JOINED: f32 = 0.7;
const SPLIT: f32 = 0.7;
const LONG_FORM: f32 = 0.4;
const SHORT_FORM: f32 = 0.6;
const COMPOUND: f32 = 0.5;
const OTHER_VOICE: f32 = 0.5;

/// Words that only ask, or that join others; dropped where other words remain.
const FUNCTION_WORDS: &str =
    "деген дегеніміз не нені неге нің кім кімге кімнің қай қандай қанша неше қашан
    қайда қалай ма ме ба бе па пе керек тиіс бар жоқ және мен пен бен немесе да де та те үшін туралы
    бойынша бұл осы ол";
/// Words by which a question asks what a term means.
const ASKING_FOR_MEANING: &str = "білдіру анықтамасы ұғымы мағынасы дегеніміз";
/// Words of orders and notes: a question that has them asks for changes.
const OF_CHANGES: &str = "ауыстырылды толықтырылды тасталды жойылды редакцияда жазылды";

static FUNCTION: LazyLock<BTreeSet<String>> = LazyLock::new(|| keys(FUNCTION_WORDS));
static MEANING: LazyLock<BTreeSet<String>> = LazyLock::new(|| keys(ASKING_FOR_MEANING));
static CHANGES: LazyLock<BTreeSet<String>> = LazyLock::new(|| keys(OF_CHANGES));

fn keys(words: &str) -> BTreeSet<String> {
    words.split_whitespace().map(stem::key).collect()
}

/// A plan, and how the words of the question were read.
pub struct Planned {
    /// The plan.
    pub plan: Plan,
    /// As typed, word by word of the plan.
    pub asked: Vec<String>,
    /// Words that the corpus does not have.
    pub unknown: Vec<String>,
    /// Function words and words beyond the limit.
    pub left_out: Vec<String>,
    /// Names of acts as typed.
    pub acts: Vec<String>,
}

/// Makes plans.
pub struct Planner<'a> {
    index: &'a Index,
    analyzer: &'a mut Analyzer,
    planned: Planned,
}

impl<'a> Planner<'a> {
    /// The plan of a question.
    ///
    /// # Errors
    /// A damaged index.
    pub fn plan(
        index: &'a Index,
        analyzer: &'a mut Analyzer,
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
        let mut planner = Planner { index, analyzer, planned };
        planner.read(pieces)?;
        Ok(planner.planned)
    }

    fn read(&mut self, pieces: &[Piece]) -> Result<(), IndexError> {
        let mut tokens: Vec<(Token, bool)> = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Words(words) => {
                    tokens.extend(self.analyzer.tokens(words).into_iter().map(|t| (t, false)));
                }
                Piece::Phrase { words, exact } => {
                    let phrase = self.analyzer.tokens(words);
                    if phrase.is_empty() {
                        continue;
                    }
                    let key = |token: &Token| match exact {
                        true => Key::Spelt(token.surface.clone()),
                        false => Key::Stem(token.keys[0].clone()),
                    };
                    self.planned
                        .plan
                        .phrases
                        .push(Phrase { keys: phrase.iter().take(MOST_WORDS).map(key).collect() });
                    tokens.extend(phrase.into_iter().map(|t| (t, true)));
                }
                Piece::Not(words) => {
                    let keys: Vec<Key> = self
                        .analyzer
                        .tokens(words)
                        .into_iter()
                        .take(MOST_WORDS)
                        .map(|token| Key::Stem(token.keys[0].clone()))
                        .collect();
                    if !keys.is_empty() {
                        self.planned.plan.excluded.push(Phrase { keys });
                    }
                }
                Piece::Beginning(beginning) => self.beginning(beginning)?,
                Piece::Act(act) => self.planned.acts.push(act.clone()),
                Piece::In(part) => self.planned.plan.part = *part,
            }
        }
        self.words(tokens)
    }

    fn words(&mut self, tokens: Vec<(Token, bool)>) -> Result<(), IndexError> {
        let (function, meaning, changes) = (&*FUNCTION, &*MEANING, &*CHANGES);
        let key = |token: &Token| token.keys[0].clone();
        let asks = tokens.windows(2).any(|pair| {
            pair[0].0.surface == "деген" && matches!(pair[1].0.surface.as_str(), "не" | "кім")
        });
        let plan = &mut self.planned.plan;
        plan.wants_definition =
            asks || tokens.iter().any(|(token, _)| meaning.contains(&key(token)));
        plan.wants_changes = tokens.iter().any(|(token, _)| {
            let special =
                token.keys.iter().any(|key| key.starts_with("n:") || key.starts_with("d:"));
            special || changes.contains(&key(token))
        });
        let drops =
            |token: &Token| function.contains(&key(token)) || (meaning.contains(&key(token)));
        let content = tokens.iter().any(|(token, phrase)| *phrase || !drops(token));
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut kept: Vec<Token> = Vec::new();
        for (token, phrase) in tokens {
            if content && !phrase && drops(&token) {
                self.planned.left_out.push(token.surface);
            } else if !seen.insert(key(&token)) {
                // A word that stands twice counts once.
            } else if kept.len() < MOST_WORDS {
                kept.push(token);
            } else {
                self.planned.left_out.push(token.surface);
            }
        }
        let first = self.planned.plan.words.len();
        for token in &kept {
            let alternatives = self.alternatives(token)?;
            let word = Word { alternatives, spelt: token.surface.clone() };
            self.planned.plan.words.push(word);
            self.planned.asked.push(token.surface.clone());
        }
        self.joined(&kept, first)?;
        self.long_forms(&kept, first)?;
        let words = &self.planned.plan.words[first..];
        let unknown = words.iter().filter(|word| word.alternatives.is_empty());
        self.planned.unknown.extend(unknown.map(|word| word.spelt.clone()));
        Ok(())
    }

    fn is_known(&self, key: &str) -> Result<bool, IndexError> {
        Ok(self.index.frequency(&Key::Stem(key.to_string()))? > 0)
    }

    /// The ways in which one word may stand in a text.
    fn alternatives(&mut self, token: &Token) -> Result<Vec<Alternative>, IndexError> {
        let key = &token.keys[0];
        let mut found = Vec::new();
        for special in &token.keys[1..] {
            let weight = if special.starts_with("c:") { COMPOUND } else { 1.0 };
            found.push(alternative(&[special], weight));
        }
        let numbered = token.keys.len() > 1 && !token.keys[1].starts_with("c:");
        if self.is_known(key)? || self.stands_around(key)? {
            let plain = alternative(&[key], if numbered { 0.3 } else { 1.0 });
            found.insert(if numbered { found.len() } else { 0 }, plain);
        } else if let Some(other) = self.otherwise(token)? {
            found.push(other);
        }
        self.other_voices(key, &mut found)?;
        self.short_form(key, &mut found)?;
        Ok(found)
    }

    /// The passive of a verb and the active of a passive: қорғау, қорғалу. Another word of the
    /// law, but often what a question means.
    fn other_voices(&mut self, key: &str, found: &mut Vec<Alternative>) -> Result<(), IndexError> {
        if key.chars().count() < 4 || !key.chars().all(char::is_alphabetic) {
            return Ok(());
        }
        let mut voices: Vec<String> = Vec::new();
        let vowel = key.ends_with(['а', 'е']);
        for ending in ["ыл", "ил", "ын", "ин"] {
            match key.strip_suffix(ending) {
                Some(active) if active.chars().count() > 2 => voices.push(active.to_string()),
                _ if !vowel => voices.push(format!("{key}{ending}")),
                _ => {}
            }
        }
        for ending in ["л", "н"] {
            let active = key.strip_suffix(ending).filter(|active| active.ends_with(['а', 'е']));
            voices.extend(active.map(str::to_string));
            if vowel {
                voices.push(format!("{key}{ending}"));
            }
        }
        for voice in voices {
            if self.is_known(&voice)? {
                found.push(alternative(&[&voice], OTHER_VOICE));
            }
        }
        Ok(())
    }

    fn stands_around(&self, key: &str) -> Result<bool, IndexError> {
        Ok(self.index.frequency_around(key)? > 0)
    }

    /// A word that no text has as it is typed: read by its sound, with a hyphen, or as two words.
    fn otherwise(&mut self, token: &Token) -> Result<Option<Alternative>, IndexError> {
        if let Some(read) = from_latin(&token.surface) {
            let key = self.analyzer.key(&read);
            if self.is_known(&key)? {
                return Ok(Some(alternative(&[&key], 1.0)));
            }
        }
        let key = &token.keys[0];
        let compound = format!("c:{key}");
        if self.is_known(&compound)? {
            return Ok(Some(alternative(&[&compound], 1.0)));
        }
        let letters: Vec<char> = token.surface.chars().collect();
        if letters.len() <= 40 {
            for at in 3..letters.len().saturating_sub(2) {
                let (head, tail) = letters.split_at(at);
                let head: String = head.iter().collect();
                let (head, tail) =
                    (stem::fold(&head), self.analyzer.key(&tail.iter().collect::<String>()));
                if self.is_known(&head)? && self.is_known(&tail)? {
                    return Ok(Some(alternative(&[&head, &tail], SPLIT)));
                }
            }
        }
        Ok(None)
    }

    /// The words that an abbreviation stands for, in the acts where it does.
    fn short_form(&mut self, key: &str, found: &mut Vec<Alternative>) -> Result<(), IndexError> {
        for act in self.index.acts_with_short_form(key)? {
            for abbreviation in &act.abbreviations {
                if self
                    .analyzer
                    .tokens(&abbreviation.short)
                    .first()
                    .is_none_or(|t| t.keys[0] != key)
                {
                    continue;
                }
                let long = self.analyzer.tokens(&abbreviation.long);
                let keys = long.iter().map(|token| Key::Stem(token.keys[0].clone())).collect();
                let acts = scope(&act.id, &act.amended_by);
                found.push(Alternative { keys, weight: LONG_FORM, acts });
            }
        }
        Ok(())
    }

    /// Two neighbouring words that texts write as one: қол жетімділік.
    fn joined(&mut self, tokens: &[Token], first: usize) -> Result<(), IndexError> {
        for (i, pair) in tokens.windows(2).enumerate() {
            let letters = |token: &Token| token.surface.chars().all(char::is_alphabetic);
            if !pair.iter().all(letters) {
                continue;
            }
            let key = self.analyzer.key(&format!("{}{}", pair[0].surface, pair[1].surface));
            if self.is_known(&key)? {
                for word in &mut self.planned.plan.words[first + i..first + i + 2] {
                    word.alternatives.push(alternative(&[&key], JOINED));
                }
            }
        }
        Ok(())
    }

    /// Words that an act abbreviates: its texts may have the short form.
    fn long_forms(&mut self, tokens: &[Token], first: usize) -> Result<(), IndexError> {
        for start in 0..tokens.len() {
            let longest = (start + LONGEST_LONG_FORM).min(tokens.len());
            for end in start + 2..=longest {
                let keys: Vec<&str> =
                    tokens[start..end].iter().map(|token| token.keys[0].as_str()).collect();
                let keys = keys.join(" ");
                for act in self.index.acts_with_long_form(&keys)? {
                    for abbreviation in &act.abbreviations {
                        let long = self.analyzer.tokens(&abbreviation.long);
                        let same = long.iter().map(|t| t.keys[0].as_str()).eq(keys.split(' '));
                        let short = self.analyzer.tokens(&abbreviation.short);
                        let Some(short) = short.first().filter(|_| same) else { continue };
                        let acts = scope(&act.id, &act.amended_by);
                        for word in &mut self.planned.plan.words[first + start..first + end] {
                            let keys = vec![Key::Stem(short.keys[0].clone())];
                            word.alternatives.push(Alternative {
                                keys,
                                weight: SHORT_FORM,
                                acts: acts.clone(),
                            });
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// Every word that begins so.
    fn beginning(&mut self, typed: &str) -> Result<(), IndexError> {
        let spelt = crate::kazakh::spelling::spelling(typed);
        let mut keys: Vec<Key> = Vec::new();
        let mut words = self.index.beginning(&Key::Spelt(spelt.clone()), 4 * MOST_OF_BEGINNING)?;
        words.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        keys.extend(words.into_iter().take(MOST_OF_BEGINNING).map(|(word, _)| Key::Spelt(word)));
        if keys.is_empty() {
            let stems = self.index.beginning(&Key::Stem(stem::fold(&spelt)), MOST_OF_BEGINNING)?;
            keys.extend(stems.into_iter().map(|(word, _)| Key::Stem(word)));
        }
        if keys.is_empty() {
            self.planned.unknown.push(format!("{typed}*"));
        }
        let one = |key: Key| Alternative { keys: vec![key], weight: 1.0, acts: Vec::new() };
        let alternatives = keys.into_iter().map(one).collect();
        self.planned.plan.words.push(Word { alternatives, spelt: String::new() });
        self.planned.asked.push(format!("{spelt}*"));
        Ok(())
    }
}

fn alternative(keys: &[&String], weight: f32) -> Alternative {
    let keys = keys.iter().map(|key| Key::Stem((*key).clone())).collect();
    Alternative { keys, weight, acts: Vec::new() }
}

/// An abbreviation holds in the act that defines it and in those that amend it.
fn scope(act: &ActId, amended_by: &[ActId]) -> Vec<String> {
    std::iter::once(act).chain(amended_by).map(ActId::iri).collect()
}
