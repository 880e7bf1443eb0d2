//! Text → the words that it quotes, singly and in the groups of orders and notes on words
//! (`"A", "B" деген сөздер … "C" деген сөздермен`). For quotations inside one sentence: new text
//! of whole units is delimited by the logic of orders instead.

use super::citation::token::{TokenKind, each_token};
use crate::kazakh::noun::{Case, Lexicon, Stem};
use crate::kazakh::skeleton::skeleton;
use std::ops::Range;
use std::sync::LazyLock;

/// One quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Bytes with the marks, half-open.
    pub outer: Range<usize>,
    /// Bytes between the marks, half-open.
    pub inner: Range<usize>,
}

/// True for a mark that opens or closes a quotation.
pub fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '«' | '»' | '“' | '”' | '„' | '‟')
}

/// The outermost quotations of a text, in order. The straight mark opens and closes alike: it
/// opens after a blank or an opening bracket, closes before a blank or a mark, and a quotation
/// inside another of the same sign is left inside. An unclosed quotation is none.
pub fn quotations(text: &str) -> Vec<Quotation> {
    let mut out = Vec::new();
    let mut depth = 0usize;
    let mut start = 0;
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let next = text[at + letter.len_utf8()..].chars().next().unwrap_or(' ');
        if is_quote(letter) {
            if opens(letter, before, next, depth) {
                if depth == 0 {
                    start = at;
                }
                depth += 1;
            } else if depth > 0 {
                depth -= 1;
                if depth == 0 {
                    let open = text[start..].chars().next().map_or(0, char::len_utf8);
                    out.push(Quotation {
                        outer: start..at + letter.len_utf8(),
                        inner: start + open..at,
                    });
                }
            }
        }
        before = letter;
    }
    out
}

fn opens(letter: char, before: char, next: char, depth: usize) -> bool {
    match letter {
        '«' | '„' | '“' if letter != '“' || depth == 0 => true,
        '»' | '”' | '“' | '‟' => false,
        _ => {
            let after_blank = before.is_whitespace() || matches!(before, '(' | '[' | '–' | '-');
            let after_open = is_quote(before) && depth > 0;
            let blank_next = next.is_whitespace() || matches!(next, ',' | ';' | '.' | ')' | ':');
            let closes_nothing = !before.is_whitespace() && !after_blank && blank_next;
            (depth == 0 && !closes_nothing) || ((after_blank || after_open) && !blank_next)
        }
    }
}

/// Quoted words that stand together under one noun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The words without their marks, in printed order.
    pub words: Vec<String>,
    /// Case of the noun after them (`деген сөздермен`); `None` where none follows.
    pub case: Option<Case>,
    /// Bytes from the first mark to the end of the noun, half-open.
    pub bytes: Range<usize>,
}

static WORD_NOUNS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    let nouns =
        ["сөз", "сан", "белгі", "таңба", "әріп", "аббревиатура", "сөйлем", "тіркес", "дата"];
    let mut stems: Vec<_> = nouns.iter().map(|noun| (Stem::new(noun), ())).collect();
    stems.push((Stem::back("цифр"), ()));
    Lexicon::new(&stems)
});

/// The quoted words of a text in their groups, in order.
pub fn groups(text: &str) -> Vec<Group> {
    let mut out: Vec<Group> = Vec::new();
    for quotation in quotations(text) {
        let words = text[quotation.inner.clone()].to_owned();
        match out.last_mut().filter(|group| group.case.is_none()) {
            Some(group) if is_separator(&text[group.bytes.end..quotation.outer.start]) => {
                group.words.push(words);
                group.bytes.end = quotation.outer.end;
            }
            _ => out.push(Group { words: vec![words], case: None, bytes: quotation.outer.clone() }),
        }
        if let Some(group) = out.last_mut()
            && let Some((case, len)) = noun_after(&text[group.bytes.end..])
        {
            group.case = Some(case);
            group.bytes.end += len;
        }
    }
    out
}

/// True for what stands between the members of a list.
fn is_separator(text: &str) -> bool {
    each_token(text).all(|token| match token.kind {
        TokenKind::Mark(',') => true,
        TokenKind::Word(word) => matches!(word, "және" | "мен" | "бен" | "пен"),
        _ => false,
    })
}

/// `деген сөздермен`, `деген цифрлар мен сөздерден`: the case of the last noun and the bytes up
/// to its end.
fn noun_after(text: &str) -> Option<(Case, usize)> {
    let mut found = None;
    for token in each_token(text).take(6) {
        let TokenKind::Word(word) = token.kind else { break };
        if let Some((_, form)) = WORD_NOUNS.get(word) {
            found = Some((form.case, token.bytes.end));
        } else if found.is_some() && !matches!(word, "мен" | "бен" | "және") {
            break;
        } else if found.is_none() && !is_said(word) {
            return None;
        }
    }
    found
}

/// `деген` (that is said), and words that stand before the noun.
fn is_said(word: &str) -> bool {
    ["деген", "сөз", "тиісті"].iter().any(|known| skeleton(known) == skeleton(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(text: &str) -> Vec<&str> {
        quotations(text).iter().map(|q| &text[q.inner.clone()]).collect()
    }

    #[test]
    fn quotations_of_either_sign_and_inside_each_other() {
        assert_eq!(inner("\"A\", \"B\" деген"), ["A", "B"]);
        assert_eq!(inner("«А «Б» В» деген «Г»"), ["А «Б» В", "Г"]);
        assert_eq!(
            inner("\"\"электрондық үкімет\" желісі\" деген"),
            ["\"электрондық үкімет\" желісі"]
        );
        assert_eq!(inner("\" электрондық үкімет\" ақпараттандыру"), [" электрондық үкімет"]);
        assert_eq!(inner("\"қолдану үшін жібереді.\" деген"), ["қолдану үшін жібереді."]);
        assert_eq!(inner("\"жабылмаған"), [""; 0]);
    }

    #[test]
    fn groups_know_the_case_of_their_noun() {
        let text = "\"а\", \"б\" деген сөздер тиісінше \"в\" деген сөзбен ауыстырылсын";
        let groups = groups(text);
        let shown: Vec<_> = groups.iter().map(|g| (g.words.join("+"), g.case)).collect();
        assert_eq!(
            shown,
            [
                ("а+б".to_owned(), Some(Case::Nominative)),
                ("в".to_owned(), Some(Case::Instrumental))
            ]
        );
        let mixed = "«22» деген цифрлар мен сөздерден кейін «23» деген цифрлармен";
        let cases: Vec<_> = super::groups(mixed).iter().map(|g| g.case).collect();
        assert_eq!(cases, [Some(Case::Ablative), Some(Case::Instrumental)]);
    }
}
