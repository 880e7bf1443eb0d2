//! An understood text → its card, or the section that a card gets for one more text; a fact → the
//! line that a card gets for it. Every change of a card leaves its other lines as they are.

use super::Understood;
use super::akn;
use super::role::Because;
use crate::source::card::{Card, Role};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Where the bytes of a text come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Name of the file as it was given, without its folder.
    pub name: String,
    /// BLAKE3 of the file as it was given.
    pub hash: String,
    /// The encoding from which it was converted to UTF-8, or the format from which to HTML.
    pub converted: Option<&'static str>,
}

/// The card of an act with this text as its first.
pub fn new(text: &Understood, file: &str, origin: &Origin) -> String {
    let id = &text.id;
    let mut card = format!("# Added from {}.\n\n[act]\n", plain(&origin.name));
    let mut line = |key: &str, value: String| {
        let _ = writeln!(card, "{key} = {value}");
    };
    line("type", quoted(id.form.name()));
    if !id.form.is_law() {
        line("issuer", quoted(&id.issuer.0));
    }
    match id.number.strip_prefix('~') {
        Some(slug) => line("slug", quoted(slug)),
        None => line("number", quoted(&id.number)),
    }
    line("adopted", id.adopted.to_string());
    if let Some(title) = text.title.as_ref().filter(|_| text.title_given || text.title_named) {
        line("title", quoted(title));
    }
    if let Some((day, _)) = &text.registered {
        let _ = write!(card, "\n[days]\nregistered = {day}\n");
    }
    let _ = write!(card, "\n{}\n[sources]\n", section(text, file));
    for (key, words) in sources(text, file, origin) {
        let _ = writeln!(card, "{} = {}", quoted(&key), quoted(&words));
    }
    card
}

/// A card with one more text; `None` where that cannot be done without touching other lines.
pub fn with_text(card: &str, text: &Understood, file: &str, origin: &Origin) -> Option<String> {
    let mut new = insert_section(card, &section(text, file));
    let (_, words) = sources(text, file, origin).pop()?;
    new = set(&new, "sources", &source_key(file), &quoted(&words))?;
    let (old, read) = (parsed(card)?, parsed(&new)?);
    let kept = read.texts.len() == old.texts.len() + 1 && same_but_texts(&old, &read);
    kept.then_some(new)
}

/// A card with one more fact and its source; `None` where that cannot be done without touching
/// other lines. The value is written as TOML has it.
pub fn with_fact(card: &str, fact: (&str, &str, &str), source: &str) -> Option<String> {
    let (section, key, value) = fact;
    let new = set(card, section, key, value)?;
    let new = set(&new, "sources", &quoted(&format!("{section}.{key}")), &quoted(source))?;
    let (old, read) = (parsed(card)?, parsed(&new)?);
    let kept = format!("{:?}", (&old.act, &old.texts)) == format!("{:?}", (&read.act, &read.texts));
    let sourced = old.sources.iter().all(|(key, said)| read.sources.get(key) == Some(said));
    (kept && sourced).then_some(new)
}

/// A string as TOML has it.
pub fn quoted(words: &str) -> String {
    toml::Value::String(words.to_owned()).to_string()
}

fn parsed(card: &str) -> Option<Card> {
    toml::from_str(card).ok()
}

fn same_but_texts(old: &Card, new: &Card) -> bool {
    let facts = |card: &Card| format!("{:?} {:?} {:?}", card.act, card.days, card.entry_into_force);
    facts(old) == facts(new)
        && old.sources.iter().all(|(key, said)| new.sources.get(key) == Some(said))
}

/// Words for a comment: nothing in them ends the line.
fn plain(words: &str) -> String {
    words.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn section(text: &Understood, file: &str) -> String {
    let mut section =
        format!("[[text]]\nfile = {}\nrole = {}\n", quoted(file), quoted(text.role.name()));
    if !text.component.is_whole() {
        let _ = writeln!(section, "component = {}", quoted(&text.component.to_string()));
    }
    let days: [(&str, Option<Date>); 2] =
        [("state", text.redaction), ("retrieved", text.retrieved)];
    for (key, day) in days {
        if let Some(day) = day {
            let _ = writeln!(section, "{key} = {day}");
        }
    }
    section
}

fn source_key(file: &str) -> String {
    quoted(&format!("text.{file}"))
}

/// Where each fact comes from; that of the text itself is the last.
fn sources(text: &Understood, file: &str, origin: &Origin) -> Vec<(String, String)> {
    const TOLD: &str = "told when the text was added";
    let of_line = |line: usize| format!("requisites line of the text (line {line} of {file})");
    let differs: BTreeMap<&str, &str> =
        text.contradicted.iter().map(|fact| (fact.key, fact.printed.as_str())).collect();
    let mut sources = Vec::new();
    let act = match text.requisites_line {
        Some(line) if differs.is_empty() => of_line(line),
        Some(line) => {
            let printed: Vec<String> =
                differs.iter().map(|(key, words)| format!("{key} {words}")).collect();
            format!("{TOLD}; the {} prints {}", of_line(line), printed.join(", "))
        }
        None => TOLD.to_owned(),
    };
    sources.push(("act".to_owned(), act));
    if text.title_given {
        sources.push(("act.title".to_owned(), TOLD.to_owned()));
    }
    if text.title_named {
        let words = format!("metadata of {}; the text prints none", origin.name);
        sources.push(("act.title".to_owned(), words));
    }
    if let (Some((_, number)), Some(line)) = (&text.registered, text.requisites_line) {
        let words = format!("{}, registered under № {number}", of_line(line));
        sources.push(("days.registered".to_owned(), words));
    }
    let why = match (text.because, text.role) {
        (Because::Told, _) => TOLD,
        (Because::Title, _) => "by its title",
        (Because::Orders, _) => "most of it orders changes",
        (Because::Notes, _) => "its notes tell of changes",
        (Because::NoNotes, Role::Original) => "no note tells of a change",
        (Because::NoNotes, _) => TOLD,
    };
    let mut words = format!("{}, BLAKE3 {}; role: {why}", plain(&origin.name), origin.hash);
    if let Some(last) = &text.last_change {
        let _ = write!(words, "; last applied change: {last}");
    }
    if let Some(from) = origin.converted {
        let to = if from == akn::NAME { "HTML" } else { "UTF-8" };
        let _ = write!(words, "; converted from {from} to {to}");
    }
    if text.redaction.is_some() {
        let _ = write!(words, "; state: {TOLD}");
    }
    sources.push((format!("text.{file}"), words));
    sources
}

/// Puts a section before `[sources]`, or at the end where there is none.
fn insert_section(card: &str, section: &str) -> String {
    match heading(card, "sources") {
        Some(at) => {
            let (before, after) = card.split_at(at);
            format!("{}\n\n{section}\n{after}", before.trim_end())
        }
        None => format!("{}\n\n{section}", card.trim_end()),
    }
}

/// Sets a key at the end of a section, which is made where it is not there. Where the key is set
/// already, nothing is done.
fn set(card: &str, section: &str, key: &str, value: &str) -> Option<String> {
    let line = format!("{key} = {value}\n");
    let Some(at) = heading(card, section) else {
        let made = format!("[{section}]\n{line}");
        return Some(match section {
            "sources" => format!("{}\n\n{made}", card.trim_end()),
            _ => {
                let before = card.find("[[text]]").filter(|at| is_line_start(card, *at))?;
                let (head, rest) = card.split_at(before);
                match head.trim_end() {
                    "" => format!("{made}\n{rest}"),
                    head => format!("{head}\n\n{made}\n{rest}"),
                }
            }
        });
    };
    let body = at + card[at..].find('\n').map_or(card.len() - at, |end| end + 1);
    let end = card[body..].find("\n[").map_or(card.len(), |end| body + end);
    let own = &card[body..end];
    if own.lines().any(|own| own.split_once('=').is_some_and(|(own, _)| own.trim() == key)) {
        return None;
    }
    let filled = own.trim_end();
    let gap = &own[filled.len()..];
    let gap = gap.strip_prefix('\n').unwrap_or(gap);
    let start = if filled.is_empty() { String::new() } else { format!("{filled}\n") };
    let open = &card[..body];
    let open = if open.ends_with('\n') { open.to_owned() } else { format!("{open}\n") };
    Some(format!("{open}{start}{line}{gap}{}", &card[end..]))
}

/// The byte at which the heading of a section stands.
fn heading(card: &str, section: &str) -> Option<usize> {
    let heading = format!("[{section}]");
    let mut found = card.match_indices(&heading).filter(|(at, _)| is_line_start(card, *at));
    found.next().map(|(at, _)| at)
}

fn is_line_start(card: &str, at: usize) -> bool {
    at == 0 || card[..at].ends_with('\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: &str = "# A remark.\n\n[act]\nnumber = \"5\"\n\n[[text]]\nfile = \"a.md\"\nrole = \"original\"\n\n[sources]\n\"act\" = \"a line\"\n";

    #[test]
    fn a_fact_is_added_beside_what_is_there() {
        let fact = ("days", "first_published", "2021-01-20");
        let card = with_fact(CARD, fact, "a newspaper").expect("a card");
        assert_eq!(
            card,
            "# A remark.\n\n[act]\nnumber = \"5\"\n\n[days]\nfirst_published = 2021-01-20\n\n[[text]]\nfile = \"a.md\"\nrole = \"original\"\n\n[sources]\n\"act\" = \"a line\"\n\"days.first_published\" = \"a newspaper\"\n"
        );
        let more = ("days", "registered", "2021-01-19");
        let card = with_fact(&card, more, "a stamp").expect("a card");
        assert!(card.contains("first_published = 2021-01-20\nregistered = 2021-01-19\n\n[[text]]"));
        assert_eq!(with_fact(&card, more, "a stamp"), None);
        assert_eq!(card.lines().next(), Some("# A remark."));
    }

    #[test]
    fn words_with_marks_stay_one_string() {
        let card = with_fact(CARD, ("days", "first_published", "2021-01-20"), "a \"b\"\n[act]");
        let card = parsed(&card.expect("a card")).expect("a card");
        let source = card.sources.get("days.first_published");
        assert_eq!(source.map(String::as_str), Some("a \"b\"\n[act]"));
    }
}
