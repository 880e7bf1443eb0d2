//! A text that remembers from which bytes of the file each of its characters comes. Repairs
//! change the text and leave the memory right.

use std::ops::Range;

/// A text with the way back to its file. Offsets are in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spanned {
    /// The text.
    text: String,
    /// Where runs begin that stand in the file as they stand here: (offset in the text,
    /// offset in the file), ascending in both.
    runs: Vec<(usize, usize)>,
    /// Offset in the file at which the last character ends.
    end: usize,
}

impl Spanned {
    /// An empty text whose way back leads to `at`.
    pub fn new(at: usize) -> Self {
        Spanned { text: String::new(), runs: Vec::new(), end: at }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// True where there is no text.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Appends a character that stands in these bytes of the file.
    pub fn push(&mut self, c: char, file: Range<usize>) {
        let in_step = self.end == file.start
            && self
                .runs
                .last()
                .is_some_and(|&(text, origin)| origin + (self.text.len() - text) == file.start);
        if !in_step {
            self.runs.push((self.text.len(), file.start));
        }
        self.text.push(c);
        self.end = file.end;
    }

    /// Appends words that stand in the file just as they are.
    pub fn push_str(&mut self, words: &str, file_start: usize) {
        if words.is_empty() {
            return;
        }
        let in_step = self.end == file_start
            && self
                .runs
                .last()
                .is_some_and(|&(text, origin)| origin + (self.text.len() - text) == file_start);
        if !in_step {
            self.runs.push((self.text.len(), file_start));
        }
        self.text.push_str(words);
        self.end = file_start + words.len();
    }

    /// Appends words read in place of what stands in these bytes of the file.
    pub fn push_reading(&mut self, words: &str, file: Range<usize>) {
        self.runs.push((self.text.len(), file.start));
        self.text.push_str(words);
        self.end = file.end;
    }

    /// Appends another text.
    pub fn append(&mut self, other: &Spanned) {
        let shift = self.text.len();
        self.text.push_str(&other.text);
        self.runs.extend(other.runs.iter().map(|&(text, file)| (text + shift, file)));
        if !other.text.is_empty() {
            self.end = other.end;
        }
    }

    /// The byte of the file in which the character at this offset of the text begins; for the
    /// end of the text the byte after its last character.
    pub fn origin(&self, offset: usize) -> usize {
        if offset >= self.text.len() {
            return self.end;
        }
        let run = self.runs.partition_point(|&(text, _)| text <= offset);
        let Some(&(text, file)) = run.checked_sub(1).and_then(|run| self.runs.get(run)) else {
            return self.end;
        };
        let next = self.runs.get(run).map_or(self.end, |&(_, file)| file);
        (file + (offset - text)).min(next.max(file))
    }

    /// The bytes of the file in which this stretch of the text stands.
    pub fn origin_of(&self, stretch: Range<usize>) -> Range<usize> {
        let start = self.origin(stretch.start);
        let end = if stretch.end >= self.text.len() { self.end } else { self.origin(stretch.end) };
        start..end.max(start)
    }

    /// True where this stretch stands in the file just as it stands here.
    pub fn is_verbatim(&self, stretch: &Range<usize>) -> bool {
        let first = self.runs.partition_point(|&(text, _)| text <= stretch.start);
        let origin = self.origin_of(stretch.clone());
        self.runs.get(first).is_none_or(|&(text, _)| text >= stretch.end)
            && origin.len() == stretch.len()
    }

    /// The text from this offset on.
    pub fn split_off(&mut self, offset: usize) -> Spanned {
        let mut rest = Spanned::new(self.origin(offset));
        let file = self.origin(offset);
        rest.text = self.text.split_off(offset);
        rest.end = self.end;
        let run = self.runs.partition_point(|&(text, _)| text < offset);
        if self.runs.get(run).is_none_or(|&(text, _)| text > offset) && !rest.text.is_empty() {
            rest.runs.push((0, file));
        }
        rest.runs.extend(self.runs.drain(run..).map(|(text, file)| (text - offset, file)));
        self.end = file.min(rest.runs.first().map_or(file, |&(_, file)| file));
        rest
    }

    /// Removes white space at the end.
    pub fn trim_end(&mut self) {
        let kept = self.text.trim_end().len();
        if kept < self.text.len() {
            drop(self.split_off(kept));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_way_back() {
        let mut text = Spanned::new(0);
        text.push_str("ab", 10);
        text.push('я', 20..21);
        text.push_str("c", 21);
        assert_eq!(text.text(), "abяc");
        assert_eq!(text.origin_of(0..2), 10..20);
        assert_eq!(text.origin_of(2..4), 20..21);
        assert_eq!(text.origin_of(4..5), 21..22);
        let rest = text.split_off(2);
        assert_eq!(rest.origin_of(0..2), 20..21);
        assert_eq!(rest.origin(3), 22);
        assert_eq!(text.text(), "ab");
    }
}
