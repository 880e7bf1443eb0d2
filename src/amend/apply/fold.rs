//! Text → the letters by which quoted words are found in it: look-alikes, blanks, dashes and
//! quotation marks folded, small letters beside capital ones, each byte traced to the text.

use crate::kazakh::letters::look_alike;
use crate::parse::quotes::is_quote;
use std::ops::Range;

/// A folded text.
pub(super) struct Folded {
    /// Capitals kept.
    pub exact: String,
    /// All small; as many bytes as `exact`, at the same places.
    pub small: String,
    /// For every folded byte the bytes of the text's character that it comes from.
    origins: Vec<(usize, usize)>,
}

impl Folded {
    /// Folds a text.
    pub fn new(text: &str) -> Folded {
        let mut folded = Folded {
            exact: String::with_capacity(text.len()),
            small: String::with_capacity(text.len()),
            origins: Vec::with_capacity(text.len()),
        };
        let mut pending: Option<Range<usize>> = None;
        for (at, letter) in text.char_indices() {
            let bytes = at..at + letter.len_utf8();
            let Some(letter) = fold(letter) else { continue };
            if letter == ' ' {
                let start = pending.map_or(bytes.start, |blank| blank.start);
                pending = Some(start..bytes.end);
                continue;
            }
            if let Some(blank) = pending.take()
                && !folded.exact.is_empty()
                && !closes(letter)
                && !folded.exact.ends_with('-')
            {
                folded.push(' ', &blank);
            }
            folded.push(letter, &bytes);
        }
        folded
    }

    fn push(&mut self, letter: char, bytes: &Range<usize>) {
        let small = letter.to_lowercase().next().filter(|c| c.len_utf8() == letter.len_utf8());
        self.exact.push(letter);
        self.small.push(small.unwrap_or(letter));
        let origin = (bytes.start, bytes.end);
        self.origins.extend(std::iter::repeat_n(origin, letter.len_utf8()));
    }

    /// Bytes of the text from which these folded bytes come.
    pub fn origin(&self, folded: Range<usize>) -> Range<usize> {
        let start = self.origins.get(folded.start).map_or(0, |(start, _)| *start);
        let end = folded.end.checked_sub(1).and_then(|last| self.origins.get(last));
        start..end.map_or(start, |(_, end)| *end)
    }
}

/// Marks before which a blank says nothing: copies set and drop it at will.
fn closes(letter: char) -> bool {
    matches!(letter, '-' | ',' | ';' | ':' | '.' | ')' | '!' | '?')
}

/// A letter as it is compared; `None` for what no reader sees.
fn fold(letter: char) -> Option<char> {
    Some(match letter {
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}' | '\u{2060}' => return None,
        blank if blank.is_whitespace() => ' ',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '№' => 'N',
        '’' | 'ʼ' | '`' => '\'',
        mark if is_quote(mark) => '"',
        letter => look_alike(letter).unwrap_or(letter),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_told_apart_in_print_is_equal() {
        for (a, b) in [
            ("өзгерiстер мен", "өзгерістер  мен"),
            ("«Қор» туралы", "\"Қор\" туралы"),
            ("2016 – 2018 жыл", "2016-2018\u{a0}жыл"),
            ("N 12", "№ 12"),
            ("белгілейді .", "белгілейді."),
            ("VРN", "VPN"),
        ] {
            assert_eq!(Folded::new(a).exact, Folded::new(b).exact);
        }
        assert_ne!(Folded::new("Орган").exact, Folded::new("орган").exact);
        assert_eq!(Folded::new("Орган").small, Folded::new("орган").small);
    }

    #[test]
    fn folded_bytes_lead_back_to_the_text() {
        let text = "А  –  Б, «в»";
        let folded = Folded::new(text);
        assert_eq!(folded.exact, "А-Б, \"в\"");
        let at = folded.exact.find("Б, \"в").unwrap();
        assert_eq!(&text[folded.origin(at..folded.exact.len())], "Б, «в»");
        assert_eq!(&text[folded.origin(0..2)], "А");
    }
}
