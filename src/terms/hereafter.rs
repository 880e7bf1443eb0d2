//! The bracket `(бұдан әрі – БТ)` → the term that it introduces and the words that it shortens.

use super::{Introduction, Passage, Term, document};
use crate::kazakh::words::{Word, Wording, words};
use crate::parse::citation::token::is_dash;
use crate::parse::quotes::{is_quote, quotations};
use std::ops::Range;
use std::sync::LazyLock;

static HEREAFTER: LazyLock<[Wording; 3]> =
    LazyLock::new(|| ["бұдан әрі", "бұдан былай", "бұдан кейін"].map(Wording::new));
static NAMED: LazyLock<[Wording; 3]> =
    LazyLock::new(|| ["деп аталады", "деп аталатын", "деп аталатындар"].map(Wording::new));

/// Adds the terms that brackets of a unit introduce.
pub(super) fn read(passage: &Passage<'_>, terms: &mut Vec<Term>) {
    let text = passage.text;
    let mut from = passage.body.min(text.len());
    let mut last = from;
    while let Some(open) = text.get(from..).and_then(|rest| rest.find('(')).map(|at| from + at) {
        let inside = open + 1;
        from = inside;
        let Some(close) = closing(text, inside) else { continue };
        let Some(term) = introduced(&text[inside..close]) else { continue };
        let bytes = inside + term.start..inside + term.end;
        let said = &text[bytes.clone()];
        let start = meaning_start(text, last..open, said);
        let meaning = text[start..open].trim();
        if meaning.is_empty() {
            continue;
        }
        terms.push(Term {
            term: said.to_owned(),
            meaning: meaning.to_owned(),
            introduced: Introduction::Hereafter,
            address: passage.address.clone(),
            bytes,
            scope: document(passage.address),
        });
        last = close + 1;
        from = last;
    }
}

/// The longest bracket that is read: a term is no sentence.
const LONGEST: usize = 400;

/// Where the bracket that opened before `from` closes.
fn closing(text: &str, from: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (at, letter) in text[from..].char_indices().take(LONGEST) {
        match letter {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(from + at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The term inside a bracket, as bytes of its words.
fn introduced(bracket: &str) -> Option<Range<usize>> {
    let said = words(bracket);
    let wording = HEREAFTER.iter().find(|wording| wording.starts(&said))?;
    let mut end = bracket.len();
    if let Some(place) = NAMED.iter().find_map(|wording| wording.find(&said)) {
        end = said[place.start].bytes.start;
    }
    let start = said[wording.len() - 1].bytes.end;
    let mark = |c: char| c.is_whitespace() || is_dash(c) || is_quote(c) || matches!(c, ',' | ':');
    let rest = bracket.get(start..end)?;
    let term = rest.trim_start_matches(mark);
    let start = start + rest.len() - term.len();
    // A mark that closes a quotation inside the term belongs to it.
    let plain = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.');
    let trimmed = term.trim_end_matches(plain);
    let balanced = trimmed.chars().filter(|c| is_quote(*c)).count() % 2 == 0;
    let term = if balanced { trimmed } else { trimmed.trim_end_matches(is_quote) };
    let term = term.trim_end();
    (!term.is_empty()).then(|| start..start + term.len())
}

/// The longest meaning, in bytes.
const LONGEST_MEANING: usize = 4000;

/// Where the words begin that a term shortens: at the word with the first of its initials, where
/// it is made of initials; else behind the last mark that divides the sentence.
fn meaning_start(text: &str, before: Range<usize>, term: &str) -> usize {
    let mut from = before.start.max(before.end.saturating_sub(LONGEST_MEANING));
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let before = from..before.end;
    let said: Vec<Word<'_>> = words(&text[before.clone()]);
    let words = &text[before.clone()];
    let quoted = quotations(words);
    let is_quoted = |at: usize| quoted.iter().any(|quotation| quotation.outer.contains(&at));
    let mut start = 0;
    let mut previous = ' ';
    let mut open: Vec<usize> = Vec::new();
    let mut letters = words.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, next)| *next);
        let end = at + letter.len_utf8();
        let divides = match letter {
            '(' => {
                open.push(end);
                false
            }
            ')' => {
                open.pop();
                false
            }
            ',' | ';' | ':' => true,
            '.' => next.is_whitespace(),
            dash => is_dash(dash) && previous.is_whitespace() && next.is_whitespace(),
        };
        // What a bracket or a quotation holds does not divide the sentence around it.
        let inside = !open.is_empty() || is_quoted(at);
        if divides && !inside && !words[end..].trim().is_empty() {
            start = end;
        }
        previous = letter;
    }
    // A bracket that is still open has the words inside it.
    let start = open.last().map_or(start, |open| start.max(*open));
    let start = start + attached(&words[start..]);
    let start = start + accorded(&words[start..]);
    match by_initials(&said, term) {
        // The subject with which a sentence begins is the whole of what is shortened.
        Some(_) if start == 0 && !is_oblique(words) => before.start,
        Some(initial) => {
            // A mark that opens a quotation stands before its first word.
            let behind_mark = words[..initial].trim_end_matches(is_quote).len();
            before.start + behind_mark
        }
        None => before.start + start,
    }
}

/// Bytes of the words that say where a document is, before what it is called: `қоса беріліп
/// отырған`.
fn attached(text: &str) -> usize {
    static ATTACHED: LazyLock<[Wording; 2]> =
        LazyLock::new(|| ["қоса беріліп отырған", "қоса берілген"].map(Wording::new));
    let said = words(text);
    let wording = ATTACHED.iter().find(|wording| wording.starts(&said));
    wording.map_or(0, |wording| said[wording.len() - 1].bytes.end)
}

/// Bytes of the words that say according to what something is so: `заңға сәйкес`. They stand
/// before what is named, and do not belong to its name.
fn accorded(text: &str) -> usize {
    let said = words(text);
    let key = crate::kazakh::skeleton::skeleton("сәйкес");
    said.iter().rev().find(|word| word.key == key).map_or(0, |word| word.bytes.end)
}

/// True for words that end in a case other than the nominative.
fn is_oblique(text: &str) -> bool {
    let endings = [
        "ның", "нің", "дың", "дің", "тың", "тің", "ға", "ге", "қа", "ке", "на", "не", "ды", "ді",
        "ты", "ті", "ын", "ін", "да", "де", "та", "те", "дан", "ден", "тан", "тен", "нан", "нен",
        "мен", "бен", "пен",
    ];
    let text = text.trim_end_matches(|letter: char| !letter.is_alphabetic());
    endings.iter().any(|ending| text.ends_with(ending))
}

/// The first byte of the words whose initials a term in capitals is made of.
fn by_initials(said: &[Word<'_>], term: &str) -> Option<usize> {
    let mut letters: Vec<char> = term.chars().collect();
    if letters.len() < 2 || !letters.iter().all(|letter| letter.is_uppercase()) {
        return None;
    }
    for word in said.iter().rev() {
        let first = word.text.chars().flat_map(char::to_uppercase).next()?;
        if letters.last() == Some(&first) {
            letters.pop();
            if letters.is_empty() {
                return Some(word.bytes.start);
            }
        } else if !matches!(word.text, "және" | "мен" | "бен" | "пен") {
            return None;
        }
    }
    None
}
