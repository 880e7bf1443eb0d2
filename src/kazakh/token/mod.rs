//! A text → the tokens by which it is found: words with their keys, numbers, act numbers, dates
//! and compounds, each with the bytes of the text that it was read from.

pub mod day;

use super::letters::{is_letter, letters_set_apart};
use super::spelling::{is_invisible, spelling};
use super::stem;
use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};

/// One token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the text, half-open.
    pub bytes: Range<usize>,
    /// Its place among the tokens, counted from 0.
    pub position: usize,
    /// As it is spelt: small letters, scripts repaired, an ending after a hyphen left out.
    pub surface: String,
    /// The keys under which it is found: its stem first; then, where it begins one,
    /// `c:` a compound, `n:` the number of an act, `d:` a day (see [`day`]).
    pub keys: Vec<String>,
}

/// What words are found by. Only stems are good for anything but comparison.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keys {
    /// The stem, folded.
    #[default]
    Stems,
    /// The word as spelt.
    Words,
    /// Its first five letters.
    Beginnings,
}

impl Keys {
    /// Every choice.
    pub const ALL: [Keys; 3] = [Keys::Stems, Keys::Words, Keys::Beginnings];

    /// The name on the command line and in the index.
    pub fn name(self) -> &'static str {
        match self {
            Keys::Stems => "stems",
            Keys::Words => "words",
            Keys::Beginnings => "beginnings",
        }
    }

    /// The choice with this name.
    pub fn named(name: &str) -> Option<Keys> {
        Keys::ALL.into_iter().find(|keys| keys.name() == name)
    }
}

/// Keys of words that were met before: a text repeats its words.
#[derive(Clone, Debug, Default)]
pub struct Analyzer {
    by: Keys,
    /// Shared by clones.
    keys: Arc<Mutex<HashMap<String, String, RandomState>>>,
    /// Shared by clones.
    words: Arc<RwLock<Words>>,
}

/// By word as printed: as spelt, and its key.
type Words = HashMap<String, (String, String), RandomState>;

/// The words that were met before, read while one text is; those met first in it are added after.
struct Met<'a> {
    words: RwLockReadGuard<'a, Words>,
    new: Words,
}

/// What becomes of the tokens of a text.
trait Sink {
    /// A run of letters: its place, how it is spelt and its key.
    fn letters(&mut self, bytes: Range<usize>, surface: &str, key: &str);
    /// The tokens of another run, which are taken.
    fn tokens(&mut self, tokens: &mut Vec<Token>);
}

impl Sink for Vec<Token> {
    fn letters(&mut self, bytes: Range<usize>, surface: &str, key: &str) {
        let (position, surface) = (self.len(), surface.to_string());
        self.push(Token { bytes, position, surface, keys: vec![key.to_string()] });
    }

    fn tokens(&mut self, tokens: &mut Vec<Token>) {
        for token in tokens.drain(..) {
            let position = self.len();
            self.push(Token { position, ..token });
        }
    }
}

/// The tokens of a text of which only few are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// Where each token stands: bytes of the text, half-open.
    pub places: Vec<Range<usize>>,
    /// Those that are wanted, in order.
    pub tokens: Vec<Token>,
}

struct Marker<'a> {
    wanted: &'a dyn Fn(&str) -> bool,
    marked: Marked,
}

impl Sink for Marker<'_> {
    fn letters(&mut self, bytes: Range<usize>, surface: &str, key: &str) {
        if (self.wanted)(key) {
            let (position, surface) = (self.marked.places.len(), surface.to_string());
            let keys = vec![key.to_string()];
            self.marked.tokens.push(Token { bytes: bytes.clone(), position, surface, keys });
        }
        self.marked.places.push(bytes);
    }

    fn tokens(&mut self, tokens: &mut Vec<Token>) {
        for token in tokens.drain(..) {
            let position = self.marked.places.len();
            self.marked.places.push(token.bytes.clone());
            if token.keys.iter().any(|key| (self.wanted)(key)) {
                self.marked.tokens.push(Token { position, ..token });
            }
        }
    }
}

/// A token while it is handed on, without its place in the text.
#[derive(Clone, Copy, Debug)]
pub struct Passed<'a> {
    /// See [`Token::position`].
    pub position: usize,
    /// See [`Token::surface`].
    pub surface: &'a str,
    /// The first of [`Token::keys`].
    pub key: &'a str,
    /// The others.
    pub more: &'a [String],
}

impl<'a> Passed<'a> {
    /// All of [`Token::keys`].
    pub fn keys(self) -> impl Iterator<Item = &'a str> {
        std::iter::once(self.key).chain(self.more.iter().map(String::as_str))
    }
}

/// Hands tokens on as they come.
struct Passing<F> {
    position: usize,
    pass: F,
}

impl<F: FnMut(Passed<'_>)> Passing<F> {
    fn token(&mut self, surface: &str, key: &str, more: &[String]) {
        let position = self.position;
        self.position += 1;
        (self.pass)(Passed { position, surface, key, more });
    }
}

impl<F: FnMut(Passed<'_>)> Sink for Passing<F> {
    fn letters(&mut self, _: Range<usize>, surface: &str, key: &str) {
        self.token(surface, key, &[]);
    }

    fn tokens(&mut self, tokens: &mut Vec<Token>) {
        for token in tokens.drain(..) {
            if let Some((key, more)) = token.keys.split_first() {
                self.token(&token.surface, key, more);
            }
        }
    }
}

/// Words kept at most; a hostile text must not fill the memory.
const KEPT: usize = 200_000;

impl Analyzer {
    /// An analyzer that has met no words. Its clones share what they meet.
    pub fn new() -> Self {
        Analyzer::default()
    }

    /// An analyzer that finds words by these keys.
    pub fn by(by: Keys) -> Self {
        Analyzer { by, ..Analyzer::default() }
    }

    /// The key of a word as spelt.
    pub fn key(&mut self, surface: &str) -> String {
        // A word that somebody panicked over is as good as any other.
        let lock = || self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = lock().get(surface) {
            return known.clone();
        }
        let key = match self.by {
            Keys::Stems if surface.chars().all(is_letter) => stem::key(surface),
            Keys::Stems => stem::fold(surface),
            Keys::Words => surface.to_string(),
            Keys::Beginnings => surface.chars().take(5).collect(),
        };
        let mut keys = lock();
        if keys.len() < KEPT {
            keys.insert(surface.to_string(), key.clone());
        }
        drop(keys);
        key
    }

    /// The tokens of a text, in order. Linear in its length.
    pub fn tokens(&mut self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        self.read(text, &mut tokens);
        day::mark(&mut tokens);
        tokens
    }

    /// Hands on the tokens of a text, in order: those of [`Analyzer::tokens`], but quicker.
    /// Returns how many there are.
    pub fn pass(&mut self, text: &str, pass: impl FnMut(Passed<'_>)) -> usize {
        let mut passing = Passing { position: 0, pass };
        // A day in words has digits; its key stands at a token before those that make it a day.
        if text.bytes().any(|b| b.is_ascii_digit()) {
            Sink::tokens(&mut passing, &mut self.tokens(text));
        } else {
            self.read(text, &mut passing);
        }
        passing.position
    }

    /// The places of the tokens of a text, and those tokens one of whose keys is wanted. As
    /// [`Analyzer::tokens`], but that a day in words has no key of its own, and quicker.
    pub fn marked(&mut self, text: &str, wanted: &dyn Fn(&str) -> bool) -> Marked {
        let mut marker = Marker { wanted, marked: Marked::default() };
        self.read(text, &mut marker);
        marker.marked
    }

    fn read(&mut self, text: &str, sink: &mut impl Sink) {
        let shared = Arc::clone(&self.words);
        let words = shared.read().unwrap_or_else(PoisonError::into_inner);
        let mut met = Met { words, new: Words::default() };
        self.read_by(text, &mut met, sink);
        let new = met.new;
        drop(met.words);
        if !new.is_empty() {
            let mut words = shared.write().unwrap_or_else(PoisonError::into_inner);
            let room = KEPT.saturating_sub(words.len());
            words.extend(new.into_iter().take(room));
        }
    }

    fn read_by(&mut self, text: &str, met: &mut Met<'_>, sink: &mut impl Sink) {
        let mut tokens = Vec::new();
        let apart = letters_set_apart(text);
        let mut apart = apart.iter().peekable();
        let mut numbered = false;
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            if apart.next_if(|run| run.end <= at).is_some() {
                continue;
            }
            if let Some(run) = apart.next_if(|run| run.start == at) {
                let word: String =
                    text[run.clone()].chars().filter(|c| !c.is_whitespace()).collect();
                self.word(spelling(&word), run.clone(), &mut tokens);
                sink.tokens(&mut tokens);
                at = run.end;
                continue;
            }
            if is_sign(c) {
                numbered = true;
            } else if is_part(c) {
                let (end, letters) = end_of_run(text, at);
                let run = at..end;
                at = end;
                if letters {
                    let printed = &text[run.clone()];
                    self.letters(printed, run, met, sink);
                    numbered = matches!(printed, "N" | "No");
                } else {
                    numbered = self.run(text, run, numbered, &mut tokens);
                    sink.tokens(&mut tokens);
                }
                continue;
            } else if !c.is_whitespace() && !matches!(c, '.' | '_') {
                numbered = false;
            }
            at += c.len_utf8();
        }
    }

    fn word(&mut self, surface: String, bytes: Range<usize>, tokens: &mut Vec<Token>) {
        let position = tokens.len();
        let keys = vec![self.key(&surface)];
        tokens.push(Token { bytes, position, surface, keys });
    }

    /// A run of nothing but letters: what it is spelt as and its key do not depend on what stands
    /// around it.
    fn letters(
        &mut self,
        printed: &str,
        bytes: Range<usize>,
        met: &mut Met<'_>,
        sink: &mut impl Sink,
    ) {
        if let Some((surface, key)) = met.words.get(printed).or_else(|| met.new.get(printed)) {
            return sink.letters(bytes, surface, key);
        }
        let surface = spelling(printed);
        let key = self.key(&surface);
        sink.letters(bytes, &surface, &key);
        if met.new.len() < KEPT {
            met.new.insert(printed.to_string(), (surface, key));
        }
    }

    /// A run of letters, digits and what joins them. Returns true where a sign of number before
    /// the next run would be meant by it: `N 112`.
    fn run(
        &mut self,
        text: &str,
        run: Range<usize>,
        numbered: bool,
        tokens: &mut Vec<Token>,
    ) -> bool {
        let whole = &text[run.clone()];
        let parts = parts(text, run.clone());
        let first = tokens.len();
        // What follows a sign of number is a number, whatever it looks like.
        if !numbered && let Some((day, printed)) = day::in_figures(whole) {
            self.word(printed.to_string(), run, tokens);
            if let Some(token) = tokens.last_mut() {
                token.keys.push(day::key(day));
            }
            return false;
        }
        let mut i = 0;
        let mut words: Vec<String> = Vec::new();
        while i < parts.len() {
            let part = parts[i].clone();
            let printed = &text[part.clone()];
            let mut end = part.end;
            let mut surface = spelling(printed);
            let next = parts.get(i + 1).map(|next| spelling(&text[next.clone()]));
            let ending = next.filter(|next| stem::is_ending(next));
            if let Some(ending) = ending {
                let bare = is_number(printed) || is_abbreviation(printed);
                if bare || (parts.len() == i + 2 && surface.chars().count() > 3) {
                    // An ending after an abbreviation, or a word broken at the end of a line.
                    if !bare {
                        surface.push_str(&ending);
                    }
                    end = parts[i + 1].end;
                    i += 1;
                }
            }
            words.push(surface.clone());
            self.word(surface, part.start..end, tokens);
            i += 1;
        }
        let compound = words.len() > 1 && words.iter().all(|word| word.chars().all(is_letter));
        if compound && let Some((last, head)) = words.split_last() {
            let key = format!("c:{}{}", stem::fold(&head.concat()), self.key(last));
            if let Some(token) = tokens.get_mut(first) {
                token.keys.push(key);
            }
        }
        let digits: String = whole.chars().take_while(char::is_ascii_digit).collect();
        let slashed = whole.contains('/') && words.iter().any(|word| word.chars().all(is_letter));
        if !digits.is_empty()
            && (numbered || slashed)
            && let Some(token) = tokens.get_mut(first)
        {
            let number = act_number(whole);
            if number != digits {
                token.keys.push(format!("n:{number}"));
            }
            token.keys.push(format!("n:{digits}"));
        }
        matches!(whole, "N" | "No" | "№")
    }
}

/// The number of an act as it is looked up: small letters, one script, its ending left out.
fn act_number(printed: &str) -> String {
    let read = spelling(printed).replace(['‐', '‑', '–', '−'], "-");
    match read.rsplit_once('-') {
        Some((number, ending)) if stem::is_ending(ending) => number.to_string(),
        _ => read,
    }
}

fn is_sign(c: char) -> bool {
    c == '№'
}

fn is_part(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    is_letter(c) || (c.is_numeric() && !is_sign(c)) || is_mark(c)
}

/// Marks that stand on the letter before them, and those without width.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}') || is_invisible(c)
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '−')
}

/// Where the run that begins at `start` ends: letters and digits, with single hyphens, slashes
/// and, between digits, full stops inside. Also whether it has nothing but letters.
fn end_of_run(text: &str, start: usize) -> (usize, bool) {
    let mut end = start;
    let mut all_letters = true;
    let mut rest = text[start..].char_indices().peekable();
    let mut before = ' ';
    while let Some((i, c)) = rest.next() {
        let letter = is_letter(c);
        if !letter {
            let joins = |next: char| match c {
                '/' => is_part(next),
                '.' => before.is_ascii_digit() && next.is_ascii_digit(),
                c if is_hyphen(c) => is_part(next),
                _ => false,
            };
            let inside = is_part(c) || rest.peek().is_some_and(|(_, next)| joins(*next));
            if !inside {
                break;
            }
            all_letters = false;
        }
        end = start + i + c.len_utf8();
        before = c;
    }
    (end, all_letters)
}

/// The parts of a run between hyphens and slashes; numbers joined by a hyphen (`17-1`) are one.
fn parts(text: &str, run: Range<usize>) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut start = run.start;
    let mut cut = |start: usize, end: usize| {
        if start >= end {
            return;
        }
        if let Some(last) = parts.last_mut()
            && is_number(&text[last.clone()])
            && is_number(&text[start..end])
            && text[last.end..start].chars().all(is_hyphen)
        {
            last.end = end;
        } else {
            parts.push(start..end);
        }
    };
    for (i, c) in text[run.clone()].char_indices() {
        if is_hyphen(c) || c == '/' {
            cut(start, run.start + i);
            start = run.start + i + c.len_utf8();
        }
    }
    cut(start, run.end);
    parts
}

fn is_number(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || is_hyphen(c) || c == '.')
}

/// Capitals alone, as abbreviations are printed.
fn is_abbreviation(text: &str) -> bool {
    let count = text.chars().count();
    (2..=8).contains(&count)
        && text.chars().filter(|c| c.is_uppercase()).count() + 1 >= count
        && text.chars().last().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surfaces(text: &str) -> Vec<String> {
        Analyzer::new().tokens(text).into_iter().map(|token| token.surface).collect()
    }

    fn keys(text: &str) -> Vec<String> {
        Analyzer::new().tokens(text).into_iter().flat_map(|token| token.keys).collect()
    }

    #[test]
    fn endings_after_a_hyphen_belong_to_no_word() {
        assert_eq!(surfaces("АҚ-ны ОМО–ның 1000-нан 10-ынан"), ["ақ", "омо", "1000", "10"]);
        assert_eq!(
            surfaces("17-1-тармақ, Республика-сының"),
            ["17-1", "тармақ", "республикасының"]
        );
    }

    #[test]
    fn compounds_are_found_with_and_without_hyphen() {
        let compound = keys("интернет-ресурстың");
        assert_eq!(compound, ["интернет", "c:интернетресурс", "ресурс"]);
    }

    #[test]
    fn numbers_of_acts_and_dates_are_one_token() {
        assert!(keys("10.02.2023 № 112").contains(&"d:2023-02-10".to_string()));
        assert!(keys("№112-қаулы").contains(&"n:112".to_string()));
        assert!(keys("2023 жылғы 10 ақпандағы № 343/НҚ").contains(&"d:2023-02-10".to_string()));
        assert!(
            keys("№ 343/НҚ бұйрық").contains(&"n:343/нк".to_string())
                || keys("№ 343/НҚ").contains(&"n:343/нқ".to_string())
        );
        assert!(keys("N 418-V").contains(&"n:418-v".to_string()));
    }

    #[test]
    fn words_set_apart_are_words() {
        assert_eq!(surfaces("т а л а п қою"), ["талап", "қою"]);
    }

    #[test]
    fn what_is_marked_are_the_tokens_that_have_a_key() {
        let text = "АҚ-ны т а л а п № 343/НҚ, интернет-ресурстың талабы e\u{301} N 5 17-1";
        let mut analyzer = Analyzer::new();
        let tokens = analyzer.tokens(text);
        for wanted in ["талап", "n:343", "c:интернетресурс", "5", ""] {
            let marked = analyzer.marked(text, &|key| key == wanted);
            let has = |token: &&Token| token.keys.iter().any(|key| key == wanted);
            let places: Vec<Range<usize>> =
                tokens.iter().map(|token| token.bytes.clone()).collect();
            let own: Vec<Token> = tokens.iter().filter(has).cloned().collect();
            assert_eq!((marked.places, marked.tokens), (places, own), "{wanted}");
        }
    }

    #[test]
    fn bytes_are_those_of_the_text() {
        let text = "«Заңның» 7-бабы, VPN; e\u{301}";
        for token in Analyzer::new().tokens(text) {
            assert!(!text[token.bytes].trim().is_empty());
        }
    }
}
