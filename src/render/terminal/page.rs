//! Words, fields and lists → lines of a given width. Wrapping counts columns, not characters,
//! and never breaks a number such as `17-1`.

use super::style::{FIELD, PLAIN, QUIET};
use anstyle::Style;
use std::fmt::Write;
use textwrap::{Options, WordSeparator, WordSplitter};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns of a page; `None` does not wrap at all, as a file or another program wants it.
pub type Width = Option<usize>;

/// The narrowest measure that is still wrapped; a narrower terminal gets lines of this width.
const NARROWEST: usize = 20;

/// A page under construction.
pub struct Page {
    width: Width,
    lines: String,
}

impl Page {
    /// An empty page.
    pub fn new(width: Width) -> Self {
        Page { width: width.map(|columns| columns.max(NARROWEST)), lines: String::new() }
    }

    /// The page, with styles as escape sequences.
    pub fn finish(self) -> String {
        self.lines
    }

    /// Columns that remain beside an indent.
    pub fn room(&self, indent: usize) -> Width {
        self.width.map(|columns| columns.saturating_sub(indent).max(NARROWEST))
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.lines.push('\n');
    }

    /// A line of differently styled runs, which is not wrapped.
    pub fn line(&mut self, runs: &[(Style, &str)]) {
        for (style, words) in runs {
            self.styled(*style, words);
        }
        self.blank();
    }

    /// Differently styled runs of words, wrapped as one paragraph.
    pub fn runs(&mut self, indent: usize, runs: &[(Style, String)]) {
        let text: String = runs.iter().map(|(_, words)| words.replace('\n', " ")).collect();
        let mut left = runs.iter().map(|(style, words)| (*style, words.chars().count()));
        let (mut style, mut count) = left.next().unwrap_or((PLAIN, 0));
        let mut letters = text.chars();
        for part in self.wrap(indent, &text) {
            let _ = write!(self.lines, "{:indent$}", "");
            let mut run = String::new();
            let mut part = part.chars().peekable();
            while part.peek().is_some() {
                let Some(letter) = letters.next() else { break };
                while count == 0 {
                    let words = std::mem::take(&mut run);
                    self.styled(style, &words);
                    let Some(next) = left.next() else { break };
                    (style, count) = next;
                }
                count -= usize::from(count > 0);
                // Blanks at which a line is broken are not printed.
                if part.peek() == Some(&letter) {
                    run.push(letter);
                    part.next();
                }
            }
            self.styled(style, &run);
            self.blank();
        }
    }

    /// Words in one style, wrapped, every line indented; line feeds in them begin new lines.
    pub fn words(&mut self, indent: usize, style: Style, words: &str) {
        for line in words.split('\n') {
            for part in self.wrap(indent, line) {
                let _ = write!(self.lines, "{:indent$}", "");
                self.styled(style, &part);
                self.blank();
            }
        }
    }

    /// A field: its name in a column of `column` columns, its values one below the other beside
    /// it. Nothing is printed where there is no value.
    pub fn field(&mut self, column: usize, name: &str, values: &[Value]) {
        let mut name = name;
        for value in values {
            let (mark, words) = match value {
                Value::Words(words) => ("", words),
                Value::Quote(words) => ("│ ", words),
            };
            for part in self.wrap(column + mark.width(), words) {
                let filling = column.saturating_sub(name.width());
                self.styled(FIELD, name);
                let _ = write!(self.lines, "{:filling$}", "");
                self.styled(QUIET, mark);
                self.lines.push_str(&part);
                self.blank();
                name = "";
            }
        }
    }

    fn wrap(&self, indent: usize, line: &str) -> Vec<String> {
        let Some(columns) = self.room(indent) else { return vec![line.to_owned()] };
        // A file name or an IRI that is too long runs over: cut in two, it cannot be copied.
        let options = Options::new(columns)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation)
            .break_words(false);
        let glued = glued(line);
        textwrap::wrap(&glued, options).iter().map(|part| part.replace(GLUE, " ")).collect()
    }

    fn styled(&mut self, style: Style, words: &str) {
        if style == PLAIN || words.is_empty() {
            self.lines.push_str(words);
        } else {
            let _ = write!(self.lines, "{style}{words}{style:#}");
        }
    }
}

/// What stands beside the name of a field.
pub enum Value {
    /// Words of ours.
    Words(String),
    /// Words of a source, with a mark before every line.
    Quote(String),
}

/// A blank at which no line is broken.
const GLUE: &str = "\u{a0}";

/// The line with its numbers glued to what they belong to: `№ 12`, `18 қаңтар`.
fn glued(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let (mut before, mut sign_before) = (None, false);
    for word in line.split(' ') {
        let sign = before.is_some_and(|before: &str| before.ends_with('№') || before == "No.");
        if let Some(before) = before {
            let short = matches!(before.len(), 1 | 2);
            let day = short && !sign_before && before.bytes().all(|byte| byte.is_ascii_digit());
            out.push_str(if sign || day { GLUE } else { " " });
        }
        out.push_str(word);
        (before, sign_before) = (Some(word), sign);
    }
    out
}

/// The beginning of a text on one line: line feeds become blanks, and what does not fit into
/// `columns` ends in `…`.
pub fn excerpt(text: &str, columns: Width) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(columns) = columns else { return line };
    if line.width() <= columns {
        return line;
    }
    let mut cut = String::new();
    let mut used = 1;
    for letter in line.graphemes(true) {
        used += letter.width();
        if used > columns {
            break;
        }
        cut.push_str(letter);
    }
    format!("{}…", cut.trim_end())
}

/// The words and the blanks that fill them up to a number of columns.
pub fn padded(words: &str, columns: usize) -> String {
    let filling = columns.saturating_sub(words.width());
    format!("{words}{:filling$}", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(width: Width, write: impl FnOnce(&mut Page)) -> String {
        let mut page = Page::new(width);
        write(&mut page);
        anstream::adapter::strip_str(&page.finish()).to_string()
    }

    #[test]
    fn wraps_at_blanks_and_never_inside_a_number() {
        let words = "17-1-тармақпен толықтырылсын, 224-33-9-жолдан кейін";
        let lines = page(Some(22), |page| page.words(2, PLAIN, words));
        assert_eq!(lines, "  17-1-тармақпен\n  толықтырылсын,\n  224-33-9-жолдан\n  кейін\n");
    }

    #[test]
    fn a_number_stays_with_its_word() {
        let words = "қаулысы 2021 жылғы 18 қаңтардағы № 12 қаулысы";
        let lines = page(Some(22), |page| page.words(0, PLAIN, words));
        assert_eq!(lines, "қаулысы 2021 жылғы\n18 қаңтардағы № 12\nқаулысы\n");
        let lines =
            page(Some(20), |page| page.words(0, PLAIN, "corpus/a-very-long-folder/text.md"));
        assert_eq!(lines, "corpus/a-very-long-folder/text.md\n");
    }

    #[test]
    fn without_a_width_a_paragraph_is_a_line() {
        let long = "сөз ".repeat(200);
        let lines = page(None, |page| page.words(2, PLAIN, long.trim_end()));
        assert_eq!(lines.lines().count(), 1);
    }

    #[test]
    fn fields_hang_beside_their_name() {
        let words = |words: &str| Value::Words(words.to_owned());
        let values =
            [words("бір екі үш төрт бес алты жеті"), Value::Quote("сегіз тоғыз он".into())];
        let lines = page(Some(30), |page| page.field(10, "Дәлел", &values));
        let expected =
            "Дәлел     бір екі үш төрт бес\n          алты жеті\n          │ сегіз тоғыз он\n";
        assert_eq!(lines, expected);
        assert_eq!(page(Some(30), |page| page.field(10, "Дәлел", &[])), "");
    }

    #[test]
    fn excerpts_are_cut_at_columns() {
        assert_eq!(excerpt("бір\nекі үш", Some(8)), "бір екі…");
        assert_eq!(excerpt("бір\nекі үш", Some(10)), "бір екі үш");
        assert_eq!(excerpt("бір\nекі үш", None), "бір екі үш");
        assert_eq!(excerpt("漢字漢字", Some(5)), "漢字…");
    }
}
