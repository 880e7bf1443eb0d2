//! Words, fields and lists → lines of a given width. Wrapping counts columns, not characters,
//! and never breaks a number such as `17-1`.

use super::style::{FIELD, PLAIN, QUIET};
use crate::render::printable::printable;
use anstyle::Style;
use std::borrow::Cow;
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
        for line in wrapped_runs(self.room(indent), runs) {
            let _ = write!(self.lines, "{:indent$}", "");
            for (style, words) in &line {
                self.styled(*style, words);
            }
            self.blank();
        }
    }

    /// Two paragraphs of runs beside each other, each `columns` wide, with `gap` between them.
    pub fn beside(&mut self, columns: usize, gap: &str, sides: [&[(Style, String)]; 2]) {
        let [left, right] = sides.map(|runs| wrapped_runs(Some(columns), runs));
        for row in 0..left.len().max(right.len()) {
            let mut used = 0;
            for (style, words) in left.get(row).into_iter().flatten() {
                used += words.width();
                self.styled(*style, words);
            }
            let filling = columns.saturating_sub(used);
            let _ = write!(self.lines, "{:filling$}", "");
            match right.get(row) {
                Some(line) if !line.is_empty() => self.styled(QUIET, gap),
                _ => self.styled(QUIET, gap.trim_end()),
            }
            for (style, words) in right.get(row).into_iter().flatten() {
                self.styled(*style, words);
            }
            self.blank();
        }
    }

    /// Words in one style, wrapped, every line indented; line feeds in them begin new lines.
    pub fn words(&mut self, indent: usize, style: Style, words: &str) {
        for line in words.split('\n') {
            for part in wrap(self.room(indent), line) {
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
            for part in wrap(self.room(column + mark.width()), words) {
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

    fn styled(&mut self, style: Style, words: &str) {
        let words = harmless(words);
        if style == PLAIN || words.is_empty() {
            self.lines.push_str(&words);
        } else {
            let _ = write!(self.lines, "{style}{words}{style:#}");
        }
    }
}

/// The words as a terminal may be given them: what would control it, or turn the direction of the
/// writing around, is shown by a sign that stands for it. A tab is a blank.
pub fn harmless(words: &str) -> Cow<'_, str> {
    match printable(words) {
        shown if shown.contains('\t') => Cow::Owned(shown.replace('\t', " ")),
        shown => shown,
    }
}

/// The lines of words without styles.
fn wrap(columns: Width, line: &str) -> Vec<String> {
    let line = harmless(line);
    let Some(columns) = columns else { return vec![line.into_owned()] };
    // A file name or an IRI that is too long runs over: cut in two, it cannot be copied.
    let options = Options::new(columns)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    let glued = glued(&line);
    textwrap::wrap(&glued, options).iter().map(|part| part.replace(GLUE, " ")).collect()
}

/// Runs of one paragraph as lines of runs.
fn wrapped_runs(columns: Width, runs: &[(Style, String)]) -> Vec<Vec<(Style, String)>> {
    let plain = |words: &str| harmless(words).replace(['\n', '\u{a0}'], " ");
    let runs: Vec<(Style, String)> =
        runs.iter().map(|(style, words)| (*style, plain(words))).collect();
    let text: String = runs.iter().map(|(_, words)| words.as_str()).collect();
    let mut letters = runs.iter().flat_map(|(style, words)| words.chars().map(|c| (*style, c)));
    let mut lines = Vec::new();
    for part in wrap(columns, &text) {
        let mut line: Vec<(Style, String)> = Vec::new();
        let mut part = part.chars().peekable();
        while part.peek().is_some() {
            let Some((style, letter)) = letters.next() else { break };
            // Blanks at which a line is broken are not printed.
            if part.peek() != Some(&letter) {
                continue;
            }
            part.next();
            match line.last_mut() {
                Some((last, words)) if *last == style => words.push(letter),
                _ => line.push((style, letter.to_string())),
            }
        }
        lines.push(line);
    }
    lines
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
    let line = harmless(text).split_whitespace().collect::<Vec<_>>().join(" ");
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
    fn nothing_that_controls_a_terminal_reaches_it() {
        let words = "бір\u{1b}[31mекі\u{7}\u{9b}2J\tүш\u{202e}төрт";
        assert_eq!(harmless(words), "бір␛екі␇[U+009B] үш[U+202E]төрт");
        for width in [None, Some(30)] {
            let lines = page(width, |page| {
                page.words(0, PLAIN, words);
                page.line(&[(PLAIN, words)]);
                page.runs(0, &[(PLAIN, words.to_owned()), (QUIET, words.to_owned())]);
                page.field(4, words, &[Value::Quote(words.to_owned())]);
            });
            assert!(!lines.contains(|c: char| c.is_control() && c != '\n'), "{lines:?}");
        }
        assert!(!excerpt(words, None).contains('\u{1b}'));
    }

    #[test]
    fn paragraphs_stand_beside_each_other() {
        let left = [(PLAIN, "бір екі үш".to_owned())];
        let right = [(PLAIN, "төрт ".to_owned()), (QUIET, "бес алты жеті".to_owned())];
        let lines = page(Some(30), |page| page.beside(9, " │ ", [&left, &right]));
        assert_eq!(lines, "бір екі   │ төрт бес\nүш        │ алты жеті\n");
    }

    #[test]
    fn excerpts_are_cut_at_columns() {
        assert_eq!(excerpt("бір\nекі үш", Some(8)), "бір екі…");
        assert_eq!(excerpt("бір\nекі үш", Some(10)), "бір екі үш");
        assert_eq!(excerpt("бір\nекі үш", None), "бір екі үш");
        assert_eq!(excerpt("漢字漢字", Some(5)), "漢字…");
    }
}
