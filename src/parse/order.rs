//! Paragraphs of an amending point told apart by the logic of orders: the line that names or
//! narrows the target, the order itself, the new text that it brings. Quotation marks are
//! nested, missing and merged in print and are the weakest of the signs used.

use super::command::{Command, commands, ends_in_command};
use super::opening::{self, Opening};
use crate::kazakh::letters::{skeleton, skeleton_prefix};
use crate::model::kind::Kind;
use crate::model::number::Number;

/// What a paragraph of an amending point is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Names the act or its component, or narrows the target.
    Context,
    /// An order.
    Order,
    /// New text.
    New,
    /// No part of the amending point any more.
    Outside,
}

/// True for words that open an amending point: they end in a colon and name the act in which
/// the changes are made.
pub(super) fn is_header(text: &str) -> bool {
    let Some(words) = text.trim_end().strip_suffix(':') else { return false };
    let key = skeleton(words.trim_end());
    announces_changes(text)
        || names_act_as_place(strip_bracket(&key))
        || names_document(&key)
        || names_unit_of_act(&key)
}

/// «… № 90-VII Қазақстан Республикасы Заңының 5-бабында».
fn names_unit_of_act(key: &str) -> bool {
    const ACTS: [&str; 6] =
        ["каулысынын", "буирыгынын", "занынын", "кодексинин", "жарлыгынын", "шешиминин"];
    ACTS.iter().any(|act| match key.rfind(act) {
        Some(at) => {
            let place = &key[at + act.len()..];
            place.starts_with([' ', '(']) && ends_in_place(place)
        }
        None => false,
    })
}

/// «… № 832 қаулысымен бекітілген … қағидаларда».
fn names_document(key: &str) -> bool {
    const ACTS: [&str; 5] = ["каулысымен", "буирыгымен", "жарлыгымен", "занымен", "шешимимен"];
    let approved = |act: &&str| key.contains(&format!("{act} бекитилген"));
    ACTS.iter().any(approved) && ["да", "де", "та", "те"].iter().any(|end| key.ends_with(end))
}

/// True for «… өзгерістер енгізілсін:».
fn announces_changes(text: &str) -> bool {
    skeleton(text.trim_end().trim_end_matches([':', ' '])).ends_with("енгизилсин")
}

/// Words without a bracket at their end: the source of publication follows the act's name.
fn strip_bracket(key: &str) -> &str {
    let key = key.trim_end();
    if !key.ends_with(')') {
        return key;
    }
    let mut depth = 0usize;
    for (at, c) in key.char_indices().rev() {
        match c {
            ')' => depth += 1,
            '(' => {
                depth -= 1;
                if depth == 0 {
                    return key[..at].trim_end();
                }
            }
            _ => {}
        }
    }
    key
}

fn names_act_as_place(key: &str) -> bool {
    const ACTS: [&str; 12] = [
        "каулысында",
        "каулысына",
        "буирыгында",
        "буирыгына",
        "занында",
        "занына",
        "кодексинде",
        "кодексине",
        "жарлыгында",
        "жарлыгына",
        "шешиминде",
        "шешимине",
    ];
    ACTS.iter().any(|act| key.strip_suffix(act).is_some_and(|rest| rest.ends_with([' ', '"', '»'])))
}

/// True for a paragraph that ends in the words of an order, or in which such words are followed
/// by the new text.
pub(super) fn is_order(text: &str) -> bool {
    ends_in_command(text) || announces_inline(text)
}

fn announces_inline(text: &str) -> bool {
    if text.starts_with(['"', '«']) || !text.contains("сын: ") {
        return false;
    }
    ["жазылсын: \"", "жазылсын: «", "толықтырылсын: \"", "толықтырылсын: «"]
        .iter()
        .any(|words| text.contains(words))
}

/// True for an order that is followed by new text.
pub(super) fn announces_text(text: &str) -> bool {
    text.trim_end().ends_with(':')
}

/// Units in which a line says that something changes.
const PLACES: [&str; 22] = [
    "тармакта",
    "тармактарда",
    "тармагында",
    "тармакшада",
    "тармакшасында",
    "бапта",
    "баптарда",
    "бабында",
    "боликте",
    "болигинде",
    "болимде",
    "болиминде",
    "тарауда",
    "тарауында",
    "параграфта",
    "параграфында",
    "абзацта",
    "абзацында",
    "косымшада",
    "косымшасында",
    "мазмунында",
    "тараудын такырыбында",
];

/// True for a line that only narrows the target: `6-тармақта:`, `1) тармақшада:`.
fn is_scope(text: &str) -> bool {
    const LONGEST: usize = 160;
    let Some(words) = text.trim_end().strip_suffix(':') else { return false };
    if words.chars().count() > LONGEST || words.starts_with(['"', '«']) {
        return false;
    }
    ends_in_place(&skeleton(words.trim_end()))
}

fn ends_in_place(key: &str) -> bool {
    PLACES.iter().any(|place| {
        key.strip_suffix(place).is_some_and(|rest| rest.is_empty() || rest.ends_with([' ', '-']))
    })
}

/// True for a line that enters a component of the act: «көрсетілген қаулымен бекітілген …
/// талаптарда:», numbered among the orders or not.
fn is_component_scope(text: &str) -> bool {
    let Some(words) = text.trim_end().strip_suffix(':') else { return false };
    let end = match opening::read(text) {
        Opening::Paragraph { end, .. } | Opening::Subparagraph { end, .. } => end,
        _ => 0,
    };
    let key = skeleton(words.get(end..).unwrap_or_default().trim());
    let start = ["корсетилген", "осы", "аталган", "жогарыда аталган"]
        .iter()
        .any(|word| key.starts_with(word));
    start
        && key.contains("бекитилген")
        && ["да", "де", "та", "те"].iter().any(|end| key.ends_with(end))
}

/// The numbers with which the announced units begin, in the order of the announcement: the list
/// before the last unit word of the order.
fn announced(order: &str) -> Vec<Opening> {
    let key = skeleton(order);
    let key = key.trim_end_matches([' ', ':', '.', ';']);
    let mut found = Vec::new();
    // The unit word of the last noun phrase governs the numbers right before it.
    let Some((at, is_sub)) = ["тармакша", "тармак", "бап"]
        .iter()
        .filter_map(|word| key.rfind(word).map(|at| (at, *word == "тармакша")))
        .max_by_key(|&(at, is_sub)| (at, is_sub))
    else {
        return found;
    };
    let list = key[..at].trim_end_matches(['-', ' ']);
    for word in list.split([' ', ',', '–']).rev() {
        let word = word.trim_matches(['-', '(', '"']);
        let bare = word.trim_end_matches(')');
        if let Some(number) =
            Number::parse(bare).filter(|_| bare.starts_with(|c: char| c.is_ascii_digit()))
        {
            found.push(if is_sub || word.ends_with(')') {
                Opening::Subparagraph { number, end: 0 }
            } else {
                Opening::Paragraph { number, end: 0 }
            });
        } else if !matches!(word, "жане" | "мен" | "") {
            break;
        }
    }
    found.reverse();
    found
}

/// True for words that amend: they name the act in which changes are made, or are themselves an
/// order that new text follows.
pub(super) fn amends(text: &str) -> bool {
    text.trim_end().ends_with(':') && (is_header(text) || brings_text(text))
}

/// True for an order that brings new text: a list of acts to be repealed ends in a colon too.
fn brings_text(text: &str) -> bool {
    ends_in_command(text)
        && commands(text)
            .last()
            .is_some_and(|(command, _)| matches!(command, Command::Word | Command::Supplement))
}

/// Reads the paragraphs of one amending point in turn.
#[derive(Debug)]
pub(super) struct Reader {
    state: State,
    /// Kinds and numbers of the amending point and of the units around it, to know the next
    /// ones.
    owners: Vec<(Kind, Number)>,
    /// The point announces changes in so many words, or an order has come.
    amends: bool,
}

#[derive(Debug)]
enum State {
    /// An order or a scope must come.
    Expecting,
    /// An order announced new text, none of which has come.
    Due { last: Option<Number> },
    /// New text has begun. `closed`: its last paragraph ends in a closing quotation mark;
    /// `complete`: the last announced unit has begun.
    Open { closed: bool, last: Option<Number>, complete: bool, marks: Marks },
}

/// Quotation marks met since new text began.
#[derive(Clone, Copy, Debug, Default)]
struct Marks {
    /// Marks that do not tell which side they close.
    straight: usize,
    /// Opening ones less closing ones.
    open: i64,
}

impl Marks {
    fn and(mut self, text: &str) -> Marks {
        for letter in text.chars() {
            match letter {
                '"' => self.straight += 1,
                '«' | '“' => self.open += 1,
                '»' | '”' => self.open -= 1,
                _ => {}
            }
        }
        self
    }

    fn are_balanced(self) -> bool {
        self.straight.is_multiple_of(2) && self.open == 0
    }
}

impl Reader {
    /// A reader for the paragraphs after the words of an amending unit, given with kinds and
    /// numbers of the unit and of those around it.
    pub fn new(words: &str, owners: Vec<(Kind, Number)>) -> Self {
        let state = if is_header(words) {
            State::Expecting
        } else {
            State::Due { last: announced(words).pop().and_then(|o| number_of(&o)) }
        };
        let amends = !matches!(state, State::Expecting) || announces_changes(words);
        Reader { state, owners, amends }
    }

    /// True where the point is known to amend, and its end is known by the number of the next
    /// one: then a paragraph that is no order is one that nobody understands, even the last.
    pub fn surely_amends(&self) -> bool {
        self.amends && !self.owners.is_empty()
    }

    /// True where an order or a scope must come: a paragraph that is neither and before others
    /// that are is an order which nobody understands.
    pub fn expects_order(&self) -> bool {
        matches!(self.state, State::Expecting)
    }

    /// True while new text is open: headings and numbers met belong to it.
    pub fn in_new_text(&self) -> bool {
        matches!(self.state, State::Due { .. } | State::Open { closed: false, .. })
    }

    /// What the next paragraph is.
    pub fn read(&mut self, text: &str) -> Role {
        let role = self.role(text);
        match role {
            Role::Order => {
                self.amends = true;
                self.state = if announces_text(text) {
                    State::Due { last: announced(text).pop().and_then(|o| number_of(&o)) }
                } else if announces_inline(text) {
                    let marks = Marks::default().and(text);
                    State::Open { closed: closes(text), last: None, complete: true, marks }
                } else {
                    State::Expecting
                };
            }
            Role::Context => self.state = State::Expecting,
            Role::New => {
                let (last, complete, marks) = match &mut self.state {
                    State::Due { last } => (last.take(), false, Marks::default()),
                    State::Open { last, complete, marks, .. } => (last.take(), *complete, *marks),
                    State::Expecting => (None, true, Marks::default()),
                };
                let begun = number_of(&opening::read(text.trim_start_matches(['"', '«', ' '])));
                let complete = complete || last.is_some() && begun == last;
                let marks = marks.and(text);
                self.state = State::Open { closed: closes(text), last, complete, marks };
            }
            Role::Outside if self.has_ended() => self.state = State::Expecting,
            Role::Outside => {}
        }
        role
    }

    fn role(&self, text: &str) -> Role {
        let quoted = text.starts_with(['"', '«', '“']);
        match &self.state {
            State::Due { .. } => {
                if !quoted && is_order(text) && is_scope_or_target(text) {
                    Role::Order
                } else {
                    Role::New
                }
            }
            State::Expecting => {
                if self.is_left_by(text) {
                    Role::Outside
                } else if is_header(text) {
                    Role::Context
                } else if is_order(text) {
                    Role::Order
                } else if text.trim_end().ends_with(':') && !quoted {
                    Role::Context
                } else if quoted {
                    Role::New
                } else {
                    Role::Outside
                }
            }
            State::Open { closed, complete, .. } => {
                if *closed && self.is_next_point(text) {
                    Role::Outside
                } else if !quoted
                    && is_order(text)
                    && (*closed || *complete && is_scope_or_target(text))
                {
                    Role::Order
                } else if is_scope(text) && (*closed || *complete)
                    || *closed && is_component_scope(text)
                    || !quoted && self.opens_scope(text)
                {
                    Role::Context
                } else if !quoted && self.has_ended() && self.surely_amends() {
                    Role::Outside
                } else {
                    Role::New
                }
            }
        }
    }

    /// True for a line in a point that amends, behind new text that has come to its end, which
    /// ends in a colon: it names a place, whether or not anybody reads which.
    fn opens_scope(&self, text: &str) -> bool {
        let colon = text.trim_end().ends_with(':');
        colon && self.has_ended() && self.surely_amends() && !self.is_left_by(text)
    }

    /// True where new text has come to its end: every mark in it is closed.
    fn has_ended(&self) -> bool {
        matches!(self.state, State::Open { closed: true, marks, .. } if marks.are_balanced())
    }

    /// True for a point with which the amending point ends, where no new text is open.
    pub fn is_left_by(&self, text: &str) -> bool {
        self.is_next_point(text) || is_point_header(text)
    }

    /// True for the point or article that follows the amending one, or one of those around it,
    /// in the amending act itself.
    fn is_next_point(&self, text: &str) -> bool {
        let (kind, number) = match opening::read(text) {
            Opening::Paragraph { number, .. } => (Kind::Paragraph, number),
            Opening::Subparagraph { number, .. } => (Kind::Subparagraph, number),
            Opening::Heading { kind, number, closed: true, .. } => (kind, number),
            _ => return false,
        };
        self.owners.iter().any(|(owner_kind, owner)| match (owner, &number) {
            (Number::Dashed(owner), Number::Dashed(next)) if *owner_kind == kind => {
                matches!((owner.as_slice(), next.as_slice()), ([owner], [next]) if *next == owner + 1)
            }
            _ => false,
        })
    }
}

/// True for a numbered point that is a header itself: the acts which an omnibus law amends.
fn is_point_header(text: &str) -> bool {
    opening::read(text).is_numbered() && is_header(text)
}

fn number_of(opening: &Opening) -> Option<Number> {
    match opening {
        Opening::Paragraph { number, .. }
        | Opening::Subparagraph { number, .. }
        | Opening::Heading { number, .. } => Some(number.clone()),
        Opening::Plain => None,
    }
}

/// True when the paragraph ends in a closing quotation mark, with or without a mark behind it.
fn closes(text: &str) -> bool {
    let bare = text.trim_end().trim_end_matches(['.', ';', ',']);
    bare.ends_with(['"', '»', '”'])
}

/// True for an order that begins with a target and not with running text: a number, an ordinal,
/// «мынадай мазмұндағы», «бүкіл мәтін».
fn is_scope_or_target(text: &str) -> bool {
    let start = text.trim_start();
    start.starts_with(|c: char| c.is_ascii_digit())
        || ["мынадай мазмұндағы", "бүкіл мәтін", "тақырып", "кіріспе"]
            .iter()
            .any(|words| start.starts_with(words))
        || skeleton_prefix(start, 200).contains("абзац")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_headers_and_orders() {
        assert!(is_header(
            "4. \"Талаптарды бекіту туралы\" Қазақстан Республикасы Үкіметінің 2016 жылғы 20 желтоқсандағы № 832 қаулысында (ПУАЖ-ы, 2016 ж., № 65, 428-құжат):"
        ));
        assert!(is_header("Заңына (Жаршысы, N 23) мынадай толықтыру енгізілсін:"));
        assert!(!is_header("3. БТ ережелері:"));
        assert!(is_order("134-тармақ алып тасталсын;"));
        assert!(is_order("3-тармақ мынадай редакцияда жазылсын:"));
        assert!(!is_order("зиянды кодты анықтау мен алдын алу;"));
        assert!(is_scope("6-тармақта:") && is_scope("3-бапта :"));
        assert!(!is_scope("АҚ-ны қамтамасыз ету үшін:"));
    }

    #[test]
    fn new_text_ends_where_its_marks_are_closed() {
        let mut reader = Reader::new(
            "Заңына мынадай өзгерістер енгізілсін:",
            vec![(Kind::Article, Number::plain(1))],
        );
        use Role::{New, Order, Outside};
        for (text, role) in [
            ("1) 2-баптың 1-тармағы мынадай редакцияда жазылсын:", Order),
            ("\"1. \"Құжат\" деген сөз", New),
            ("құжатты, оның ішінде \"Шаралар\"", New),
            ("және басқаны білдіреді.\";", New),
            ("2) 4-бап жаңартылсын;", Outside),
            ("3) 5-бап алып тасталсын.", Order),
            ("4) 6-бап жаңартылсын.", Outside),
        ] {
            assert_eq!(reader.read(text), role, "{text}");
        }
        assert!(reader.surely_amends());
    }

    #[test]
    fn reads_announcements() {
        let numbers = |text| -> Vec<String> {
            announced(text).iter().filter_map(number_of).map(|n| n.to_string()).collect()
        };
        assert_eq!(numbers("29 және 30-тармақтар мынадай редакцияда жазылсын:"), ["29", "30"]);
        assert_eq!(
            numbers("мынадай мазмұндағы 26) және 27) тармақшалармен толықтырылсын:"),
            ["26", "27"]
        );
        assert_eq!(numbers("5-тармақтың 3) тармақшасы мынадай редакцияда жазылсын:"), ["3"]);
    }

    #[test]
    fn follows_the_logic_of_orders() {
        let mut reader =
            Reader::new("№ 832 қаулысында:", vec![(Kind::Paragraph, Number::plain(4))]);
        let roles: Vec<Role> = [
            "6-тармақта:",
            "17) тармақша мынадай редакцияда жазылсын:",
            "\"17) желі;\"",
            "мынадай мазмұндағы 26) және 27) тармақшалармен толықтырылсын:",
            "\"26) экран;",
            "27) субъектілер.\";",
            "134-тармақ алып тасталсын;",
            "5. \"Шаралар туралы\" қаулысында:",
        ]
        .iter()
        .map(|text| reader.read(text))
        .collect();
        use Role::{Context, New, Order, Outside};
        assert_eq!(roles, [Context, Order, New, Order, New, New, Order, Outside]);
    }
}
