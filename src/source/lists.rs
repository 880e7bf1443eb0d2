//! Lists of an HTML page, tag by tag → the number that a browser draws before each item. A number
//! that only the browser makes is a word of the act: without it, an item would lose its address.

/// The number that a browser draws before an item, the blank behind it included; empty where it
/// draws none or a mere dot.
type Print = String;

/// Lists in lists, as far as the reading has come.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Vec<List>,
    /// Items of each list that was opened, in the order of the opening tags.
    counts: Vec<i32>,
    /// A list counts down from the number of its items, which is not known before its end.
    counts_needed: bool,
    /// What a first reading counted.
    counted: Vec<i32>,
}

#[derive(Debug)]
struct List {
    /// Position among all lists.
    index: usize,
    style: Style,
    /// The number of the next item.
    next: i32,
    step: i32,
}

/// How the numbers of a list are written, after `list-style-type` of CSS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    /// A dot, or nothing.
    Mark,
    Decimal,
    /// At least two digits.
    Padded,
    Latin {
        large: bool,
    },
    Roman {
        large: bool,
    },
}

impl Lists {
    /// Lists of which a first reading counted the items.
    pub(super) fn again(self) -> Lists {
        Lists { counted: self.counts, ..Lists::default() }
    }

    /// True where the numbers need a second reading.
    pub(super) fn is_counting_down(&self) -> bool {
        self.counts_needed
    }

    /// A list begins; `tag` is its opening tag.
    pub(super) fn open(&mut self, name: &str, tag: &str) {
        let ordered = name == "ol";
        let usual = if ordered { Style::Decimal } else { Style::Mark };
        let typed = attribute(tag, "type").and_then(typed).filter(|_| ordered);
        let style = styled(tag).or(typed).unwrap_or(usual);
        let down = ordered && attribute(tag, "reversed").is_some();
        let start = attribute(tag, "start").and_then(number).filter(|_| ordered);
        let index = self.counts.len();
        self.counts.push(0);
        self.counts_needed |= down && start.is_none();
        let first = match (start, down) {
            (Some(start), _) => start,
            (None, true) => self.counted.get(index).copied().unwrap_or(1),
            (None, false) => 1,
        };
        self.open.push(List { index, style, next: first, step: if down { -1 } else { 1 } });
    }

    /// True where the innermost list has no item yet.
    pub(super) fn begins(&self) -> bool {
        self.open.last().is_some_and(|list| self.counts.get(list.index) == Some(&0))
    }

    /// A list ends.
    pub(super) fn close(&mut self) {
        self.open.pop();
    }

    /// An item begins; `tag` is its opening tag.
    pub(super) fn item(&mut self, tag: &str) -> Print {
        let Some(list) = self.open.last_mut() else { return String::new() };
        let own = attribute(tag, "value").and_then(number);
        let number = own.unwrap_or(list.next);
        list.next = number.saturating_add(list.step);
        if let Some(count) = self.counts.get_mut(list.index) {
            *count = count.saturating_add(1);
        }
        let typed = attribute(tag, "type").and_then(typed);
        match styled(tag).or(typed).unwrap_or(list.style) {
            Style::Mark => String::new(),
            style => format!("{}. ", written(number, style)),
        }
    }
}

/// The value of an attribute; empty where it has none.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let inner = tag.trim_start_matches('<').trim_end_matches(['>', '/']);
    let end_of_name = inner.find(|c: char| c.is_whitespace())?;
    let mut rest = inner[end_of_name..].trim_start();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let found = rest[..end].eq_ignore_ascii_case(name);
        rest = rest[end..].trim_start();
        let value = match rest.strip_prefix('=').map(str::trim_start) {
            None => "",
            Some(value) => {
                let quote = value.chars().next().filter(|sign| matches!(sign, '"' | '\''));
                let (inside, after) = match quote {
                    Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                    None => {
                        let end = value.find(char::is_whitespace).unwrap_or(value.len());
                        value.split_at(end)
                    }
                };
                rest = after.trim_start();
                inside
            }
        };
        if found {
            return Some(value);
        }
        // A sign of equality without a name before it.
        rest = if end == 0 { rest.trim_start_matches('=') } else { rest };
    }
    None
}

/// A whole number as HTML reads it: digits, whatever follows them.
fn number(value: &str) -> Option<i32> {
    let value = value.trim();
    let sign = value.len() - value.trim_start_matches(['-', '+']).len();
    let digits = value.get(sign..)?.bytes().take_while(u8::is_ascii_digit).count();
    if sign > 1 || digits == 0 {
        return None;
    }
    value[..sign + digits].parse().ok()
}

/// The attribute `type`, in which small and capital letters differ.
fn typed(value: &str) -> Option<Style> {
    Some(match value {
        "1" => Style::Decimal,
        "a" => Style::Latin { large: false },
        "A" => Style::Latin { large: true },
        "i" => Style::Roman { large: false },
        "I" => Style::Roman { large: true },
        "disc" | "circle" | "square" | "none" => Style::Mark,
        _ => return None,
    })
}

/// The style that the tag itself sets.
fn styled(tag: &str) -> Option<Style> {
    let rules = attribute(tag, "style")?.to_ascii_lowercase();
    let rule = rules.split(';').rev().find_map(|rule| {
        let (name, value) = rule.split_once(':')?;
        matches!(name.trim(), "list-style" | "list-style-type").then(|| value.to_owned())
    })?;
    rule.split(|c: char| c.is_whitespace() || c == '!').find_map(|word| {
        Some(match word {
            "none" | "disc" | "circle" | "square" => Style::Mark,
            "decimal" => Style::Decimal,
            "decimal-leading-zero" => Style::Padded,
            "lower-alpha" | "lower-latin" => Style::Latin { large: false },
            "upper-alpha" | "upper-latin" => Style::Latin { large: true },
            "lower-roman" => Style::Roman { large: false },
            "upper-roman" => Style::Roman { large: true },
            _ => return None,
        })
    })
}

/// A number as a style writes it; in digits where the style has no sign for it.
fn written(number: i32, style: Style) -> String {
    const LARGEST_ROMAN: i32 = 3999;
    let sized = |letters: String, large: bool| match large {
        true => letters.to_ascii_uppercase(),
        false => letters,
    };
    match style {
        Style::Latin { large } if number > 0 => sized(latin(number), large),
        Style::Roman { large } if (1..=LARGEST_ROMAN).contains(&number) => {
            sized(roman(number), large)
        }
        Style::Padded if (0..=9).contains(&number) => format!("0{number}"),
        _ => number.to_string(),
    }
}

/// a … z, aa, ab.
fn latin(number: i32) -> String {
    const LETTERS: i32 = 26;
    let mut rest = number;
    let mut letters = Vec::new();
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % LETTERS).unwrap_or_default();
        letters.push(char::from(b'a' + letter));
        rest = (rest - 1) / LETTERS;
    }
    letters.into_iter().rev().collect()
}

fn roman(number: i32) -> String {
    const SIGNS: [(i32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = number;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

/// True where a style sheet of the page itself decides how lists are numbered, so that the tags
/// alone do not tell what a browser draws. `lower`: the page in small letters.
pub(super) fn are_styled_elsewhere(lower: &str) -> bool {
    let mut rest = lower;
    let has_lists = lower.contains("<ol");
    while let Some(at) = rest.find("<style").filter(|_| has_lists) {
        let sheet = &rest[at..];
        let end = sheet.find("</style").unwrap_or(sheet.len());
        if ["list-style", "counter-", "::marker", "@counter-style"]
            .iter()
            .any(|rule| sheet[..end].contains(rule))
        {
            return true;
        }
        rest = &sheet[end..];
        rest = rest.get(1..).unwrap_or_default();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_with_and_without_quotation_marks() {
        let tag = "<ol class='x y' start = \"7\" reversed type=I>";
        assert_eq!(attribute(tag, "start"), Some("7"));
        assert_eq!(attribute(tag, "type"), Some("I"));
        assert_eq!(attribute(tag, "reversed"), Some(""));
        assert_eq!(attribute(tag, "class"), Some("x y"));
        assert_eq!(attribute(tag, "value"), None);
        for broken in ["<ol", "<ol =", "<ol = = x", "<ol start", "<ol start=", "<ol a='"] {
            assert_eq!(attribute(broken, "value"), None, "{broken}");
        }
    }

    #[test]
    fn numbers_are_written_as_browsers_write_them() {
        let latin = Style::Latin { large: false };
        let of = |number, style| written(number, style);
        assert_eq!(
            [of(1, latin), of(26, latin), of(27, latin), of(53, latin)],
            ["a", "z", "aa", "ba"]
        );
        assert_eq!(of(0, latin), "0");
        assert_eq!(of(1994, Style::Roman { large: true }), "MCMXCIV");
        assert_eq!(of(4000, Style::Roman { large: true }), "4000");
        assert_eq!(of(-3, Style::Decimal), "-3");
        assert_eq!(of(7, Style::Padded), "07");
    }

    #[test]
    fn values_of_numbers_are_read_as_far_as_they_are_digits() {
        assert_eq!([number("7"), number(" -2x"), number("+5")], [Some(7), Some(-2), Some(5)]);
        assert_eq!([number("x"), number("--2"), number(""), number("9999999999")], [None; 4]);
    }
}
