//! What a user typed → words, phrases, exclusions and filters. Nothing is an error: what makes
//! no sense as a mark is read as words.

use crate::index::search::Part;

/// One thing that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words as typed.
    Words(String),
    /// The beginning of a word: `қорғал*`.
    Beginning(String),
    /// Words that follow each other; in these very forms where `exact`.
    Phrase {
        /// The words.
        words: String,
        /// `"…"~`.
        exact: bool,
    },
    /// What must not stand there: `-word`, `-"words"`.
    Not(String),
    /// `act:832`.
    Act(String),
    /// `in:heading`, `in:note`.
    In(Part),
}

/// What was asked for, in order. Linear in the text's length.
pub fn read(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c.is_whitespace() || c.is_control() {
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let (negated, inner) = match rest.strip_prefix(['-', '−']) {
            Some(inner) if starts_word(inner) => (true, inner),
            _ => (false, rest),
        };
        if let Some((words, after)) = quoted(inner) {
            let (exact, after) = match after.strip_prefix('~') {
                Some(after) => (true, after),
                None => (false, after),
            };
            let words = words.to_string();
            if !words.trim().is_empty() {
                pieces.push(if negated {
                    Piece::Not(words)
                } else {
                    Piece::Phrase { words, exact }
                });
            }
            rest = after;
            continue;
        }
        let end = inner.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(inner.len());
        let end = if end == 0 { inner.chars().next().map_or(0, char::len_utf8) } else { end };
        let (word, after) = inner.split_at(end);
        rest = after;
        if negated {
            pieces.push(Piece::Not(word.to_string()));
        } else {
            add(word, &mut pieces);
        }
    }
    pieces
}

fn add(word: &str, pieces: &mut Vec<Piece>) {
    for name in ["act:", "акт:"] {
        if let Some(act) = word.strip_prefix(name).filter(|act| !act.is_empty()) {
            pieces.push(Piece::Act(act.to_string()));
            return;
        }
    }
    match word {
        "in:heading" | "in:title" => return pieces.push(Piece::In(Part::Headings)),
        "in:note" => return pieces.push(Piece::In(Part::Notes)),
        _ => {}
    }
    if let Some(beginning) = word.strip_suffix('*')
        && beginning.chars().filter(|c| c.is_alphanumeric()).count() >= 2
        && beginning.chars().all(char::is_alphanumeric)
    {
        pieces.push(Piece::Beginning(beginning.to_string()));
        return;
    }
    // Neighbouring words are read together: `№ 343/НҚ`, `2023 жылғы 10 ақпан`.
    match pieces.last_mut() {
        Some(Piece::Words(words)) => {
            words.push(' ');
            words.push_str(word);
        }
        _ => pieces.push(Piece::Words(word.to_string())),
    }
}

fn starts_word(text: &str) -> bool {
    text.chars().next().is_some_and(|c| c.is_alphanumeric() || is_quote(c))
}

/// True for a mark with which words that follow each other begin or end.
pub fn is_quote(c: char) -> bool {
    matches!(c, '"' | '«' | '“' | '„' | '»' | '”')
}

/// The words between a quotation mark and its partner, and what follows; `None` where the mark
/// has none.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let mut letters = text.chars();
    let close: &[char] = match letters.next()? {
        '"' => &['"'],
        '«' => &['»'],
        '“' | '„' => &['”', '“'],
        _ => return None,
    };
    let inner = letters.as_str();
    let end = inner.find(close)?;
    let mark = inner[end..].chars().next().map_or(0, char::len_utf8);
    Some((&inner[..end], &inner[end + mark..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Piece {
        Piece::Words(text.into())
    }

    #[test]
    fn marks_are_understood() {
        let phrase = |words: &str, exact| Piece::Phrase { words: words.into(), exact };
        assert_eq!(read("\"желіаралық экран\""), [phrase("желіаралық экран", false)]);
        assert_eq!(
            read("«желіаралық экран»~ сервер"),
            [phrase("желіаралық экран", true), words("сервер")]
        );
        assert_eq!(
            read("act:832 in:heading қорға* -жоба сервер"),
            [
                Piece::Act("832".into()),
                Piece::In(Part::Headings),
                Piece::Beginning("қорға".into()),
                Piece::Not("жоба".into()),
                words("сервер"),
            ]
        );
    }

    #[test]
    fn what_makes_no_sense_is_words() {
        assert_eq!(read("\"желі экран"), [words("\" желі экран")]);
        assert_eq!(read("- act: * AND ( ["), [words("- act: * AND ( [")]);
        assert_eq!(read("\u{0}\u{7}"), []);
    }
}
