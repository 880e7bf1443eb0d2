//! One printed line turned into clean words and the marks that stood around them: Markdown,
//! portal bookmarks, list dashes, emphasis, entities. Every repair is recorded; the words keep
//! the way back to their bytes.

use super::opening;
use crate::kazakh::letters;
use crate::model::tree::{Fault, FaultKind};
use crate::source::document::{Document, Line, is_blank};
use crate::source::entity::entity;
use crate::source::spanned::Spanned;
use std::ops::Range;

/// What a line looks like, apart from its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// Number of `#` before the words.
    pub heading: u8,
    /// The whole line is set bold or italic.
    pub emphasis: bool,
    /// Columns of white space before the words.
    pub indent: usize,
    /// A list dash stood before the number and was taken off.
    pub list_dash: bool,
    /// The line ends in a hard line break: the paragraph goes on.
    pub hard_break: bool,
}

/// A line, read.
#[derive(Clone, Debug)]
pub struct Lexed {
    /// Number of the line in the file, counted from 1.
    pub number: usize,
    /// Bytes of the file from the first to the last character that a reader sees.
    pub bytes: Range<usize>,
    /// The words, blanks collapsed, marks taken off.
    pub words: Spanned,
    /// How it looks.
    pub marks: Marks,
    /// Cells where the line is a row of a tab-separated table; else empty.
    pub cells: Vec<Spanned>,
}

impl Lexed {
    /// True for a line on which a reader sees nothing.
    pub fn is_blank(&self) -> bool {
        self.bytes.is_empty()
    }
}

/// Reads one line.
pub fn lex(document: &Document, line: &Line, faults: &mut Vec<Fault>) -> Lexed {
    let text = document.line(line);
    let start = line.text.start;
    let head = text.find(|c| !is_blank(c)).unwrap_or(text.len());
    let tail = text.trim_end_matches(is_blank).len().max(head);
    let mut lexer = Lexer { document, number: line.number, faults };
    let mut marks = Marks {
        indent: columns(&text[..head]),
        hard_break: tail > head && is_hard_break(&text[tail..]),
        ..Marks::default()
    };
    let content = lexer.take_off_marks(start + head..start + tail, &mut marks);
    let words = lexer.clean(content.clone());
    let cells = lexer.cells(line.text.clone(), start + head..start + tail);
    let bytes = if head < tail {
        document.origin_of(start + head..start + tail)
    } else {
        let at = document.origin(start);
        at..at
    };
    tell_of_signs(&words, line.number, lexer.faults);
    for run in letters::letters_set_apart(words.text()) {
        let printed = words.text()[run.clone()].to_owned();
        let reading = printed.replace(' ', "");
        let (bytes, kind) = (words.origin_of(run), FaultKind::LetterSpacing);
        lexer.faults.push(Fault { line: line.number, bytes, kind, printed, reading });
    }
    let mut lexed = Lexed { number: line.number, bytes, words, marks, cells };
    take_off_list_dash(&mut lexed, lexer.faults);
    lexed
}

/// Tells of `N` where the sign `№` should stand, and of words run together, a capital in the
/// middle telling where: `РеспубликасыныңПрезиденті`. The words stay as they are.
fn tell_of_signs(words: &Spanned, line: usize, faults: &mut Vec<Fault>) {
    let text = words.text();
    let mut tell = |kind, at: Range<usize>, reading: String| {
        let printed = text[at.clone()].to_owned();
        faults.push(Fault { line, bytes: words.origin_of(at), kind, printed, reading });
    };
    for (at, sign) in text.match_indices(" N ") {
        if text[at + sign.len()..].starts_with(|c: char| c.is_ascii_digit()) {
            tell(FaultKind::NumberSign, at + 1..at + 2, "№".to_owned());
        }
    }
    let mut start = 0;
    for word in text.split(' ') {
        if let Some(seam) = seam(word) {
            let reading = format!("{} {}", &word[..seam], &word[seam..]);
            tell(FaultKind::RunTogether, start..start + word.len(), reading);
        }
        start += word.len() + 1;
    }
}

/// Where two words have been run together: a capital between small letters, with enough of a
/// word on either side that it is no abbreviation (`кВт`).
fn seam(word: &str) -> Option<usize> {
    const SHORTEST: usize = 4;
    // Kazakh letters take two bytes.
    if word.len() < 4 * SHORTEST {
        return None;
    }
    let capital = |c: &char| matches!(c, 'А'..='Я' | 'Қ' | 'Ғ' | 'Ң' | 'Ү' | 'Ұ' | 'Ө' | 'Ә' | 'І');
    let small = |c: char| letters::is_cyrillic(c) && !capital(&c);
    let (seam, _) = word.char_indices().skip(SHORTEST).find(|(_, c)| capital(c))?;
    let before = word[..seam].chars().rev().take(SHORTEST).filter(|&c| small(c)).count();
    let after = word[seam..].chars().skip(1).take(SHORTEST - 1).filter(|&c| small(c)).count();
    (before == SHORTEST && after == SHORTEST - 1).then_some(seam)
}

/// Two blanks before the line end, or a backslash, as Markdown has it.
fn is_hard_break(tail: &str) -> bool {
    tail.starts_with("  ")
}

fn columns(blank: &str) -> usize {
    blank.chars().map(|c| if c == '\t' { 1 } else { usize::from(c != '\u{feff}') }).sum()
}

struct Lexer<'a> {
    document: &'a Document,
    number: usize,
    faults: &'a mut Vec<Fault>,
}

impl Lexer<'_> {
    fn text(&self, range: &Range<usize>) -> &str {
        &self.document.text()[range.clone()]
    }

    fn fault(&mut self, kind: FaultKind, printed: Range<usize>, reading: &str) {
        let fault = Fault {
            line: self.number,
            bytes: self.document.origin_of(printed.clone()),
            kind,
            printed: self.text(&printed).to_owned(),
            reading: reading.to_owned(),
        };
        self.faults.push(fault);
    }

    /// Takes bookmarks, anchors, quotation and heading marks off both ends.
    fn take_off_marks(&mut self, mut range: Range<usize>, marks: &mut Marks) -> Range<usize> {
        loop {
            let text = self.text(&range);
            let lead = text.len() - text.trim_start_matches(is_blank).len();
            let text = text.trim_start_matches(is_blank);
            let taken = if text.starts_with("[bookmark:") {
                let length = text.find(']').map_or(0, |at| at + 1);
                if length > 0 {
                    let start = range.start + lead;
                    self.fault(FaultKind::Artefact, start..start + length, "");
                    // The indent that says "a paragraph begins" stands behind the bookmark.
                    let rest = self.text(&(start + length..range.end));
                    let indent = rest.len() - rest.trim_start_matches(is_blank).len();
                    marks.indent = columns(&rest[..indent]);
                }
                length
            } else if text.starts_with("<a ") || text.starts_with("<a>") || text.starts_with("</a>")
            {
                text.find('>').map_or(0, |at| at + 1)
            } else if text.starts_with('>') {
                1
            } else if text.starts_with('#') {
                let count = text.bytes().take_while(|&b| b == b'#').count();
                let followed = text[count..].chars().next().is_none_or(is_blank);
                if count <= 6 && followed {
                    marks.heading = u8::try_from(count).unwrap_or(6);
                    count
                } else {
                    0
                }
            } else {
                0
            };
            if taken == 0 {
                range.start += lead;
                break;
            }
            range.start += lead + taken;
        }
        let text = self.text(&range);
        if let Some(rest) = text.strip_suffix('\\') {
            marks.hard_break = true;
            range.end = range.start + rest.trim_end_matches(is_blank).len();
        }
        let text = self.text(&range);
        marks.emphasis = text.len() > 4
            && (text.starts_with("**") && text.ends_with("**")
                || text.starts_with('*')
                    && !text[1..].starts_with(is_blank)
                    && text.ends_with('*'));
        range
    }

    /// The cells of a row: between bars, where the line begins and ends with one, or between tabs
    /// that stand between words, or several behind them. A line that only begins with a tab is
    /// indented.
    fn cells(&mut self, line: Range<usize>, range: Range<usize>) -> Vec<Spanned> {
        let text = self.text(&range);
        let inside = text.strip_prefix('|').and_then(|text| text.strip_suffix('|'));
        if inside.is_some_and(|inside| inside.contains('|')) {
            return self.between(range.start + 1..range.end - 1, '|');
        }
        let inner = self.text(&range).contains('\t');
        let behind = self.text(&(range.end..line.end)).bytes().filter(|&b| b == b'\t').count();
        if range.is_empty() || !inner && behind < 2 {
            return Vec::new();
        }
        self.between(line, '\t')
    }

    fn between(&mut self, line: Range<usize>, mark: char) -> Vec<Spanned> {
        let mut cells = Vec::new();
        let mut start = line.start;
        for part in self.document.text()[line].split(mark) {
            let cell = start..start + part.len();
            start = cell.end + 1;
            let mut quiet = Vec::new();
            let cell = Lexer { document: self.document, number: self.number, faults: &mut quiet }
                .clean(cell);
            cells.push(cell);
        }
        cells
    }

    /// The words of a stretch of the text: blanks collapsed, emphasis, escapes and entities
    /// resolved, letters of other scripts inside Kazakh words read as Kazakh ones.
    fn clean(&mut self, range: Range<usize>) -> Spanned {
        let mut out = Spanned::new(self.document.origin(range.start));
        let verbatim = self.document.is_verbatim(&range);
        let origin = self.document.origin(range.start);
        let text = self.document.text()[range.clone()].to_owned();
        let emphasis = emphasis_marks(&text);
        let mut at = 0;
        let mut blank = false;
        while let Some(c) = text[at..].chars().next() {
            if is_blank(c) {
                // A soft hyphen or a mark without width joins; a blank parts.
                blank |= c.is_whitespace();
                at += c.len_utf8();
                continue;
            }
            if emphasis.binary_search(&at).is_ok() {
                at += 1;
                continue;
            }
            if blank && !out.is_empty() {
                let file = self.document.origin(range.start + at);
                out.push(' ', file.saturating_sub(1)..file);
            }
            blank = false;
            if c == '\\' && text[at + 1..].starts_with(|c: char| c.is_ascii_punctuation()) {
                at += 1;
                let length = text[at..].chars().next().map_or(0, char::len_utf8);
                self.copy(&mut out, &text, range.start, at..at + length, verbatim, origin);
                at += length;
                continue;
            }
            if c == '&'
                && let Some((length, character)) = entity(&text[at..])
            {
                let span = range.start + at..range.start + at + length;
                if character == '\u{a0}' {
                    blank = true;
                } else {
                    let file = self.document.origin_of(span);
                    out.push_reading(character.encode_utf8(&mut [0; 4]), file);
                }
                at += length;
                continue;
            }
            let length = if letters::is_letter(c) {
                text[at..].find(|c: char| !letters::is_letter(c)).unwrap_or(text.len() - at)
            } else {
                c.len_utf8()
            };
            let word = &text[at..at + length];
            let initial = stands_for_initial(word, &text[at + length..]);
            match initial.or_else(|| letters::repair_word(word)) {
                Some(repaired) => {
                    let span = range.start + at..range.start + at + length;
                    self.fault(FaultKind::ForeignLetter, span.clone(), &repaired);
                    out.push_reading(&repaired, self.document.origin_of(span));
                }
                None => {
                    if letters::is_misspelt(word) {
                        let span = range.start + at..range.start + at + length;
                        self.fault(FaultKind::Meaning, span, word);
                    }
                    self.copy(&mut out, &text, range.start, at..at + length, verbatim, origin);
                }
            }
            at += length;
        }
        out
    }

    fn copy(
        &self,
        out: &mut Spanned,
        text: &str,
        start: usize,
        part: Range<usize>,
        verbatim: bool,
        origin: usize,
    ) {
        if verbatim {
            out.push_str(&text[part.clone()], origin + part.start);
            return;
        }
        for (at, c) in text[part.clone()].char_indices() {
            let at = start + part.start + at;
            out.push(c, self.document.origin_of(at..at + c.len_utf8()));
        }
    }
}

/// The Kazakh capital for a Latin one that looks the same, where it is the initial of a name in
/// Kazakh letters: `H. НАЗАРБАЕВ`.
fn stands_for_initial(word: &str, after: &str) -> Option<String> {
    let mut letters_of_word = word.chars();
    let (Some(letter), None) = (letters_of_word.next(), letters_of_word.next()) else {
        return None;
    };
    let name = after.strip_prefix('.')?.trim_start();
    let surname = name.chars().take(2).all(|c| c.is_uppercase() || letters::is_cyrillic(c));
    let begins = name.chars().next().is_some_and(|c| c.is_uppercase() && letters::is_cyrillic(c));
    (letter.is_ascii_uppercase() && surname && begins)
        .then(|| letters::look_alike(letter))
        .flatten()
        .map(String::from)
}

/// Places of asterisks that only mark emphasis: runs of two or more, and pairs of single ones
/// that hug the words between them; ascending.
fn emphasis_marks(text: &str) -> Vec<usize> {
    if !text.contains('*') {
        return Vec::new();
    }
    let bytes = text.as_bytes();
    let mut marks = Vec::new();
    let mut open = None;
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b'*' {
            at += 1;
            continue;
        }
        let run = bytes[at..].iter().take_while(|&&b| b == b'*').count();
        if run > 1 {
            marks.extend(at..at + run);
        } else {
            let before = text[..at].chars().next_back();
            let after = text[at + 1..].chars().next();
            let hugs_next = after.is_some_and(|c| !is_blank(c));
            let hugs_last = before.is_some_and(|c| !is_blank(c));
            match open {
                Some(start) if hugs_last => {
                    marks.push(start);
                    marks.push(at);
                    open = None;
                }
                None if hugs_next && before.is_none_or(|c| !c.is_alphanumeric()) => open = Some(at),
                _ => {}
            }
        }
        at += run;
    }
    marks.sort_unstable();
    marks
}

/// A dash before a number is a mark of the list and no part of the text; before other words it
/// is text (`- VPN;`).
fn take_off_list_dash(lexed: &mut Lexed, faults: &mut Vec<Fault>) {
    let text = lexed.words.text();
    let Some(rest) = ["- ", "* ", "+ ", "• "].iter().find_map(|dash| text.strip_prefix(dash))
    else {
        return;
    };
    let dash = text.len() - rest.len();
    let mark = text.chars().next().map_or(0, char::len_utf8);
    if !opening::read(rest).is_numbered() {
        return;
    }
    faults.push(Fault {
        line: lexed.number,
        bytes: lexed.words.origin_of(0..mark),
        kind: FaultKind::ListDash,
        printed: text[..mark].to_owned(),
        reading: String::new(),
    });
    lexed.words = lexed.words.split_off(dash);
    lexed.marks.list_dash = true;
}
