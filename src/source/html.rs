//! HTML as the portal serves it turned into lines: a paragraph a line, cells parted by tabs, line
//! breaks as hard line breaks. Only the text of the page's article counts; markup, scripts,
//! menus and buttons are no text.

use super::document::{Line, is_blank};
use super::entity::entity;
use super::lists::{self, Lists};
use super::spanned::Spanned;

/// True for a text that is an HTML page or the part of one.
pub fn is_html(text: &str) -> bool {
    const ENOUGH: usize = 2000;
    let end = text.char_indices().nth(ENOUGH).map_or(text.len(), |(at, _)| at);
    let start = text[..end].trim_start().to_ascii_lowercase();
    start.starts_with("<!doctype html")
        || start.starts_with("<html")
        || start.starts_with("<?xml") && start.contains("<html")
        || start.starts_with('<')
            && ["<body", "<article", "<div", "<p>", "<p "].iter().any(|tag| start.contains(tag))
}

/// The words of a page, every one with the way back to its bytes, and its lines with the number
/// of the line of the file in which each begins.
pub fn read(raw: &Spanned) -> (Spanned, Vec<Line>) {
    let mut page = Page::new(raw, Lists::default());
    page.read();
    if page.lists.is_counting_down() {
        page = Page::new(raw, page.lists.again());
        page.read();
    }
    (page.out, page.lines)
}

/// True for a page of which a style sheet of its own decides which numbers a browser draws before
/// the items of its lists: they are not known then.
pub fn has_lists_of_a_style_sheet(text: &str) -> bool {
    is_html(text) && lists::are_styled_elsewhere(&text.to_ascii_lowercase())
}

/// Elements whose content nobody reads as text of the act.
const SILENT: [&str; 14] = [
    "head", "script", "style", "noscript", "nav", "button", "select", "svg", "template", "iframe",
    "aside", "textarea", "footer", "form",
];

/// Elements that begin a paragraph of their own.
const BLOCKS: [&str; 24] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "section",
    "article",
    "main",
    "header",
    "blockquote",
    "pre",
    "center",
    "hr",
    "body",
    "html",
];

/// Elements that hold items.
const LISTS: [&str; 4] = ["ol", "ul", "menu", "dir"];

/// How deep tables may stand in tables before the inner ones are read as plain words.
const DEEPEST: usize = 1;

struct Page<'a> {
    raw: &'a Spanned,
    out: Spanned,
    lines: Vec<Line>,
    /// Where the open line begins in `out`, and the line of the file that it begins in.
    start: usize,
    start_number: usize,
    /// Number of the file's line at which the reading stands.
    number: usize,
    /// Rows of the open table.
    table: Vec<Vec<Cell>>,
    /// How many tables are open.
    depth: usize,
    /// White space was met since the last word.
    blank: bool,
    /// Digits are set above the line.
    raised: bool,
    lists: Lists,
    /// The numbers of list items that have begun and have no words yet.
    drawn: String,
}

/// A cell: its words, the line in which it begins, offsets of line breaks in it, columns it spans.
struct Cell {
    words: Spanned,
    number: usize,
    breaks: Vec<usize>,
    columns: usize,
}

impl<'a> Page<'a> {
    fn new(raw: &'a Spanned, lists: Lists) -> Self {
        Page {
            raw,
            out: Spanned::new(0),
            lines: Vec::new(),
            start: 0,
            start_number: 1,
            number: 1,
            table: Vec::new(),
            depth: 0,
            blank: false,
            raised: false,
            lists,
            drawn: String::new(),
        }
    }

    fn read(&mut self) {
        let raw = self.raw;
        let text = raw.text();
        let lower = text.to_ascii_lowercase();
        let (mut at, end) = article(&lower);
        self.number += lower[..at].matches('\n').count();
        while at < end {
            let rest = &text[at..end];
            if rest.starts_with("<!--") {
                let length = rest.find("-->").map_or(rest.len(), |close| close + 3);
                at = self.pass(at, length);
            } else if is_tag(rest) {
                let length = tag_length(rest);
                let tag = &lower[at..at + length];
                let (name, closing) = tag_name(tag);
                if SILENT.contains(&name) && !closing {
                    let close = format!("</{name}");
                    let after = at + length;
                    let found = lower[after..end].find(&close).map(|found| after + found);
                    let skip = found.map_or(end, |found| found + tag_length(&text[found..end]));
                    at = self.pass(at, skip - at);
                    continue;
                }
                if LISTS.contains(&name) || name == "li" {
                    self.list(name, closing, &text[at..at + length], at);
                }
                self.tag(name, closing, tag);
                if name == "li" && !closing {
                    self.drawn += &self.lists.item(&text[at..at + length]);
                }
                at = self.pass(at, length);
                if name == "sup" {
                    self.raise(closing, at, &text[at..end]);
                }
            } else if let Some((length, character)) = entity(rest) {
                self.character(character, at, length);
                at += length;
            } else {
                let Some(c) = rest.chars().next() else { break };
                self.character(c, at, c.len_utf8());
                self.number += usize::from(c == '\n');
                at += c.len_utf8();
            }
        }
        self.draw(end);
        self.end_table();
        self.end_line();
    }

    /// A list begins or ends, or an item ends, be it by the beginning of the next. The number of
    /// an item without words stands alone.
    fn list(&mut self, name: &str, closing: bool, tag: &str, at: usize) {
        match (name, closing) {
            ("li", true) => self.draw(at),
            ("li", false) => {
                if !self.lists.begins() {
                    self.draw(at);
                }
            }
            (_, true) => {
                self.draw(at);
                self.lists.close();
            }
            (_, false) => self.lists.open(name, tag),
        }
    }

    /// Writes the numbers that wait for words.
    fn draw(&mut self, at: usize) {
        let drawn = std::mem::take(&mut self.drawn);
        for c in drawn.chars() {
            self.character(c, at, 0);
        }
    }

    /// Raised digits stay raised (`м²`), but those of a number of a unit are a part of it: what
    /// old prints set as `7¹-бап` is article 7-1.
    fn raise(&mut self, closing: bool, at: usize, rest: &str) {
        self.raised = !closing;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        const CLOSE: &str = "</sup>";
        let close = rest.get(digits..digits + CLOSE.len());
        if !close.is_some_and(|close| close.eq_ignore_ascii_case(CLOSE)) {
            return;
        }
        let after = &rest[digits + CLOSE.len()..];
        if !closing && digits > 0 && continues_a_number(self.open_words(), after) {
            self.raised = false;
            self.character('-', at, 0);
        }
    }

    /// The words of the open line or cell.
    fn open_words(&self) -> &str {
        match self.table.last().and_then(|row| row.last()) {
            Some(cell) => &cell.words.text()[cell.breaks.last().copied().unwrap_or(0)..],
            None => &self.out.text()[self.start..],
        }
    }

    /// Goes past bytes that hold no text.
    fn pass(&mut self, at: usize, length: usize) -> usize {
        self.number += self.raw.text()[at..at + length].matches('\n').count();
        at + length
    }

    fn character(&mut self, c: char, at: usize, length: usize) {
        if is_blank(c) {
            self.blank = true;
            return;
        }
        if !self.drawn.is_empty() && length > 0 {
            let raised = std::mem::take(&mut self.raised);
            self.draw(at);
            self.raised = raised;
        }
        // Words between rows belong to no cell: they get one of their own, in their place.
        if self.table.last().is_some_and(Vec::is_empty) {
            self.open_cell(1);
        }
        let c = if self.raised { superscript(c) } else { c };
        let file = self.raw.origin_of(at..at + length);
        let blank = std::mem::take(&mut self.blank);
        let number = self.number;
        let (words, empty) = match self.table.last_mut().and_then(|row| row.last_mut()) {
            Some(cell) => {
                let empty = cell.words.is_empty();
                if empty {
                    cell.number = number;
                }
                (&mut cell.words, empty)
            }
            None => {
                let empty = self.out.text().len() == self.start;
                if empty {
                    self.start_number = number;
                }
                (&mut self.out, empty)
            }
        };
        if blank && !empty {
            words.push_reading(" ", file.start..file.start);
        }
        words.push(c, file);
    }

    fn tag(&mut self, name: &str, closing: bool, tag: &str) {
        match (name, closing) {
            ("table", false) => {
                self.depth += 1;
                if self.depth == DEEPEST {
                    self.end_paragraph();
                }
            }
            ("table", true) => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth < DEEPEST {
                    self.end_table();
                }
            }
            ("tr", false) if self.depth == DEEPEST => self.table.push(Vec::new()),
            ("td" | "th", false) if self.depth == DEEPEST => self.open_cell(columns(tag)),
            ("tr" | "td" | "th", _) => self.blank = true,
            ("br", _) => self.hard_break(),
            _ if BLOCKS.contains(&name) => {
                if self.table.is_empty() {
                    self.end_paragraph();
                } else {
                    self.hard_break();
                }
            }
            _ => {}
        }
    }

    fn open_cell(&mut self, columns: usize) {
        let words = Spanned::new(self.out.origin(usize::MAX));
        let cell = Cell { words, number: self.number, breaks: Vec::new(), columns };
        match self.table.last_mut() {
            Some(row) => row.push(cell),
            None => self.table.push(vec![cell]),
        }
        self.blank = false;
    }

    fn hard_break(&mut self) {
        self.blank = true;
        if let Some(cell) = self.table.last_mut().and_then(|row| row.last_mut()) {
            let at = cell.words.text().len();
            if at > 0 && cell.breaks.last() != Some(&at) {
                cell.breaks.push(at);
            }
        } else if self.out.text().len() > self.start {
            self.write("  ");
            self.end_line();
        }
    }

    /// Writes marks that stand for markup.
    fn write(&mut self, marks: &str) {
        let at = self.out.origin(usize::MAX);
        self.out.push_reading(marks, at..at);
    }

    fn end_line(&mut self) {
        let end = self.out.text().len();
        if end > self.start {
            self.lines.push(Line { number: self.start_number, text: self.start..end });
            self.write("\n");
        }
        self.start = self.out.text().len();
        self.blank = false;
    }

    /// Ends the line and sets a blank one behind it.
    fn end_paragraph(&mut self) {
        self.end_line();
        let number = self.number;
        let gap = self.lines.last().is_none_or(|line| line.text.is_empty());
        if !gap {
            self.lines.push(Line { number, text: self.start..self.start });
            self.write("\n");
            self.start = self.out.text().len();
        }
    }

    /// Writes the open table: its rows, cells parted by tabs. A table of one row with one or two
    /// filled cells is a way to set stamps and signatures: each cell is a paragraph.
    fn end_table(&mut self) {
        const FEW: usize = 2;
        let mut rows = std::mem::take(&mut self.table);
        rows.retain(|row| row.iter().any(|cell| !cell.words.is_empty()));
        if let [row] = &mut rows[..] {
            row.retain(|cell| !cell.words.is_empty());
            if row.len() <= FEW {
                for cell in row.drain(..) {
                    self.end_paragraph();
                    self.write_paragraph(cell);
                }
                self.end_paragraph();
                return;
            }
        }
        for row in rows {
            for (index, cell) in row.into_iter().enumerate() {
                if index == 0 {
                    self.start_number = cell.number;
                } else {
                    self.write("\t");
                }
                self.out.append(&cell.words);
                self.write(&"\t".repeat(cell.columns.saturating_sub(1)));
            }
            self.end_line();
        }
        self.end_paragraph();
    }

    fn write_paragraph(&mut self, mut cell: Cell) {
        self.start_number = cell.number;
        let mut parts = Vec::new();
        for at in cell.breaks.into_iter().rev() {
            parts.push(cell.words.split_off(at));
        }
        parts.push(cell.words);
        let last = parts.len() - 1;
        for (index, mut part) in parts.into_iter().rev().enumerate() {
            if part.text().starts_with(' ') {
                part = part.split_off(1);
            }
            self.out.append(&part);
            if index < last {
                self.hard_break();
            }
        }
        self.end_line();
    }
}

/// The stretch of the page that is the text of the act: its article, else its main part, else
/// its body.
fn article(lower: &str) -> (usize, usize) {
    for name in ["article", "main", "body"] {
        let open = lower.match_indices(&format!("<{name}")).find(|(at, mark)| {
            !lower[at + mark.len()..].starts_with(|c: char| c.is_ascii_alphanumeric())
        });
        if let Some((at, _)) = open {
            let start = at + tag_length(&lower[at..]);
            let end = lower.rfind(&format!("</{name}")).filter(|&end| end >= start);
            return (start, end.unwrap_or(lower.len()));
        }
    }
    (0, lower.len())
}

fn is_tag(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next() == Some('<')
        && chars.next().is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?'))
}

/// The length of a tag; a `>` between quotation marks does not end it.
fn tag_length(tag: &str) -> usize {
    const LONGEST: usize = 10_000;
    let mut quote = None;
    for (at, b) in tag.bytes().enumerate().take(LONGEST) {
        match (b, quote) {
            (b'>', None) => return at + 1,
            (b'"' | b'\'', None) => quote = Some(b),
            (b, Some(open)) if b == open => quote = None,
            _ => {}
        }
    }
    tag.find('>').map_or(tag.len(), |at| at + 1)
}

/// The name of a tag in small letters, and whether it closes.
fn tag_name(tag: &str) -> (&str, bool) {
    let inner = tag.trim_start_matches('<');
    let (inner, closing) = inner.strip_prefix('/').map_or((inner, false), |inner| (inner, true));
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inner.len());
    (&inner[..end], closing)
}

/// True where raised digits between these words make a number of a unit: behind a number that
/// opens the paragraph, or before the hyphen of a unit word (`7¹-баптың`).
fn continues_a_number(before: &str, after: &str) -> bool {
    const DIGITS: usize = 4;
    let opens =
        || (1..=DIGITS).contains(&before.len()) && before.bytes().all(|b| b.is_ascii_digit());
    let mut next = after.chars();
    match next.next() {
        Some('-') => {
            let of_unit = next.next().is_some_and(char::is_alphabetic);
            of_unit && before.ends_with(|c: char| c.is_ascii_digit())
        }
        Some('.' | ')') => opens(),
        _ => false,
    }
}

fn superscript(c: char) -> char {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    c.to_digit(10).and_then(|digit| RAISED.get(digit as usize)).copied().unwrap_or(c)
}

/// The columns that a cell spans.
fn columns(tag: &str) -> usize {
    const MOST: usize = 40;
    let Some((_, value)) = tag.split_once("colspan=") else { return 1 };
    let value = value.trim_start_matches(['"', '\'']);
    let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    value[..end].parse().unwrap_or(1).clamp(1, MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(html: &str) -> Vec<String> {
        let mut raw = Spanned::new(0);
        raw.push_str(html, 0);
        let (text, lines) = read(&raw);
        lines.iter().map(|line| text.text()[line.text.clone()].to_owned()).collect()
    }

    #[test]
    fn reads_paragraphs_cells_and_breaks() {
        let page = "<html><head><title>x</title></head><body><nav>menu</nav><article><h1>Туралы</h1>\n\
             <p>\u{a0}\u{a0}1. Бірінші\n жол &laquo;A&raquo;</p><table><tr><td><p>&nbsp;</p></td>\n\
             <td>Үкіметінің<br>№ 12 қаулысымен<br/>бекітілген</td></tr></table>\n\
             <table><tr><td>Р/с</td><td>Аты</td><td>Мерзімі</td></tr>\n\
             <tr><td colspan=\"3\">1. Топ</td></tr></table></article><footer>x</footer></body></html>";
        assert!(is_html(page));
        assert_eq!(
            lines(page),
            [
                "Туралы",
                "",
                "1. Бірінші жол «A»",
                "",
                "Үкіметінің  ",
                "№ 12 қаулысымен  ",
                "бекітілген",
                "",
                "Р/с\tАты\tМерзімі",
                "1. Топ\t\t",
                "",
            ]
        );
    }

    #[test]
    fn raised_digits_stay_raised_unless_they_are_a_part_of_a_number() {
        let page = "<html><body><p>7<sup>1</sup>-бап. Ауданы 10<sup>2</sup> м<sup>2</sup>.</p>\
             <p>осы Заңның 7<sup>2</sup>-бабы</p><p>3<sup>4</sup>) сөз</p></body></html>";
        let words: Vec<String> = lines(page).into_iter().filter(|line| !line.is_empty()).collect();
        assert_eq!(words, ["7-1-бап. Ауданы 10² м².", "осы Заңның 7-2-бабы", "3-4) сөз"]);
    }

    #[test]
    fn items_of_lists_have_the_numbers_that_a_browser_draws() {
        let words = |body: &str| -> Vec<String> {
            let page = format!("<html><body>{body}</body></html>");
            lines(&page).into_iter().filter(|line| !line.is_empty()).collect()
        };
        assert_eq!(
            words(
                "<ol><li>бір</li><li><p>екі</p><p>жалғасы</p></li><li value=7>жеті<li>сегіз</ol>"
            ),
            ["1. бір", "2. екі", "жалғасы", "7. жеті", "8. сегіз"]
        );
        assert_eq!(
            words(
                "<ol start='3' type=\"a\"><li>үш<ol type=I><li>ішкі<li>ішкі</ol><li>төрт</ol>соңы"
            ),
            ["c. үш", "I. ішкі", "II. ішкі", "d. төрт", "соңы"]
        );
        assert_eq!(
            words("<ol><li><ol type=a><li>тең</ol></ol><ul><li>нүкте<li type=1>сан</ul>"),
            ["1. a. тең", "нүкте", "2. сан"]
        );
        assert_eq!(
            words(
                "<ol reversed><li>х<ol reversed><li>у</ol><li>z</ol><ol reversed start=9><li>w</ol>"
            ),
            ["2. х", "1. у", "1. z", "9. w"]
        );
        assert_eq!(
            words(
                "<ol style='list-style: none'><li>1) бар</ol><ol style='list-style-type:lower-roman'><li>x</ol>"
            ),
            ["1) бар", "i. x"]
        );
        // An item without words has its number all the same.
        assert_eq!(words("<ol><li></li><li>екі</ol>"), ["1.", "2. екі"]);
        assert_eq!(
            words(
                "<table><tr><td>а<td>б<td><ol><li>бір<li>екі</ol></table><table><tr><td>x<td>y<td>z</table>"
            ),
            ["а\tб\t1. бір 2. екі", "x\ty\tz"]
        );
    }

    #[test]
    fn a_style_sheet_that_numbers_lists_is_noticed() {
        let page = |style: &str| {
            format!("<html><head><style>{style}</style></head><body><ol><li>x</ol></body>")
        };
        assert!(has_lists_of_a_style_sheet(&page("ol { list-style-type: none }")));
        assert!(has_lists_of_a_style_sheet(&page(
            "li::before { content: counter(n) ')'; counter-increment: n }"
        )));
        assert!(!has_lists_of_a_style_sheet(&page("p { color: red }")));
    }

    #[test]
    fn never_fails() {
        for html in ["<p", "<!--", "<a href='", "<", "<table><td>x", "</p></table>", "<script>x"] {
            lines(html);
        }
    }
}
