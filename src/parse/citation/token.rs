//! Text → tokens of a citation: numbers with their bracket, words, marks.
//! Blanks are left out; every token knows the bytes that it takes.

use crate::kazakh::letters::is_letter;
use crate::model::number::Number;
use std::ops::Range;

/// One token with its bytes in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// What it is.
    pub kind: TokenKind<'t>,
    /// Bytes of the text, half-open.
    pub bytes: Range<usize>,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenKind<'t> {
    /// `17-1`, or `17-1)` with a bracket; `а)` is a number with a bracket too.
    Number {
        /// The number.
        number: Number,
        /// Whether a closing bracket stands right after it.
        bracket: bool,
    },
    /// A run of letters.
    Word(&'t str),
    /// A dash of any length.
    Dash,
    /// Any other character that is no blank.
    Mark(char),
}

/// The tokens of a text, in order.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    each_token(text).collect()
}

/// The tokens of a text one by one: for readers that stop early.
pub fn each_token(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        at += text[at..].find(|c: char| !c.is_whitespace())?;
        let rest = &text[at..];
        let first = rest.chars().next()?;
        let (kind, len) = if first.is_ascii_digit() {
            number(rest)
        } else if is_letter(first) {
            word(rest)
        } else if is_dash(first) {
            (TokenKind::Dash, first.len_utf8())
        } else {
            (TokenKind::Mark(first), first.len_utf8())
        };
        let start = at;
        at += len;
        Some(Token { kind, bytes: start..at })
    })
}

/// True for every dash that acts use.
pub fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '‐' | '‑' | '‒' | '–' | '—' | '−')
}

/// `17-1)`: digits, joined by hyphens or full stops without blanks, and the bracket.
fn number(rest: &str) -> (TokenKind<'_>, usize) {
    let digits_end = |from: usize| {
        let tail = &rest[from..];
        from + tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len())
    };
    let mut end = digits_end(0);
    let mut separator = None;
    while let Some(mark) = rest[end..].chars().next().filter(|c| matches!(c, '-' | '‑' | '.')) {
        let next = end + mark.len_utf8();
        let kind = if mark == '.' { '.' } else { '-' };
        if separator.is_some_and(|s| s != kind) || digits_end(next) == next {
            break;
        }
        separator = Some(kind);
        end = digits_end(next);
    }
    let Some(number) = Number::parse(&rest[..end].replace('‑', "-")) else {
        return (TokenKind::Word(&rest[..end]), end);
    };
    let bracket = rest[end..].starts_with(')');
    (TokenKind::Number { number, bracket }, end + usize::from(bracket))
}

fn word(rest: &str) -> (TokenKind<'_>, usize) {
    let end = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
    let word = &rest[..end];
    if rest[end..].starts_with(')')
        && let Some(number) = Number::parse(&word.to_lowercase())
    {
        return (TokenKind::Number { number, bracket: true }, end + 1);
    }
    (TokenKind::Word(word), end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        tokens(text)
            .iter()
            .map(|token| match &token.kind {
                TokenKind::Number { number, bracket: true } => format!("{number})"),
                TokenKind::Number { number, bracket: false } => number.to_string(),
                TokenKind::Word(word) => (*word).to_owned(),
                TokenKind::Dash => "-".into(),
                TokenKind::Mark(mark) => mark.to_string(),
            })
            .collect()
    }

    #[test]
    fn numbers_keep_their_dashes_and_brackets() {
        assert_eq!(shown("54 және 54-1-тармақтар"), ["54", "және", "54-1", "-", "тармақтар"]);
        assert_eq!(shown("1) – 4) тармақшалар"), ["1)", "-", "4)", "тармақшалар"]);
        assert_eq!(shown("а) тармақшасы"), ["а)", "тармақшасы"]);
        assert_eq!(shown("1.1-жол:"), ["1.1", "-", "жол", ":"]);
        assert_eq!(shown("2,40-баптар"), ["2", ",", "40", "-", "баптар"]);
        assert_eq!(shown("99999999999)"), ["99999999999", ")"]);
    }

    #[test]
    fn bytes_tile_everything_but_blanks() {
        let text = "«А» 3\u{a0}- бап, १२ №";
        let covered: String = tokens(text).iter().map(|t| &text[t.bytes.clone()]).collect();
        let expected: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        assert_eq!(covered, expected);
    }
}
