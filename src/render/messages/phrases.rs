//! An answer → the phrases by which every page and paper tells of it: its period, the sides of an
//! open question, its gaps, the steps that led to it, and where a stretch of text stands.

use super::catalogue::{diff, following, pages, reasons, states};
use super::{Lang, days, explanation};
use crate::kazakh::noun::Case;
use crate::model::act::ActId;
use crate::model::address::{Address, Step};
use crate::model::certainty::Status;
use crate::model::evidence::Span;
use crate::model::reason::Reason;
use crate::parse::citation::parse_address;
use crate::query::answer::{Alternative, Answer};
use crate::query::chain::Link;
use crate::query::diff::sums::{self, Knowledge, Turnover};
use crate::query::diff::told::{Entry, Told};
use crate::query::diff::{Comparison, Known, Unit};
use crate::render::citation::label;

/// From when to when, and by which rules where a day is not known.
pub fn period(answer: &Answer, lang: Lang) -> Vec<String> {
    let (from, to) = (&answer.valid_from, answer.valid_to.as_ref());
    let days = explanation::period(from, to, lang);
    let begins = explanation::rule(from, lang);
    let ends = to.and_then(|to| explanation::rule(to, lang));
    let rules = match (begins, ends) {
        (Some(begins), Some(ends)) if begins == ends => vec![pages::rule_of_both(lang, begins)],
        (begins, ends) => {
            let begins = begins.map(|rule| pages::rule_begins(lang, rule));
            begins.into_iter().chain(ends.map(|rule| pages::rule_ends(lang, rule))).collect()
        }
    };
    days.map(|days| explanation::capitalised(&days)).into_iter().chain(rules).collect()
}

/// The condition under which a side of an open question is right.
pub fn condition(side: &Alternative, lang: Lang) -> String {
    match (&side.act, side.in_effect) {
        (Some(act), true) => pages::alternative_in_effect(lang, act),
        (Some(act), false) => pages::alternative_not_in_effect(lang, act),
        (None, true) => pages::alternative_yes(lang),
        (None, false) => pages::alternative_no(lang),
    }
}

/// What began and what ended a state of something in an act: the name of each field, and the act
/// that did it, by its name as it stands there. What ends by its act's own term was ended by nobody.
pub fn turning_points(
    status: Status,
    act: &ActId,
    [begun, ended]: [Option<&ActId>; 2],
    name: impl Fn(&ActId) -> String,
    lang: Lang,
) -> [(String, Option<String>); 2] {
    let by = |by: &ActId| name(by);
    let end = |by: &ActId| if by == act { pages::own_end(lang) } else { name(by) };
    match status {
        Status::NotYet => [
            (pages::field_ended(lang), begun.map(end)),
            (pages::field_brought(lang), ended.map(by)),
        ],
        Status::Repealed => [
            (pages::field_ended(lang), begun.map(end)),
            (pages::field_introduced(lang), ended.map(by)),
        ],
        _ => [
            (pages::field_introduced(lang), begun.map(by)),
            (pages::field_ended(lang), ended.map(end)),
        ],
    }
}

/// One of the states that led to an answer: from when, what, by whose word.
pub fn step(number: usize, link: &Link, answer: &Answer, lang: Lang) -> String {
    let from = explanation::capitalised(&days::from(link.valid_from.window, lang));
    let status = states::status(link.status, answer.ask.axis, lang);
    let mut step = format!("{number}. {from}: {status}");
    if link.address != answer.address {
        step = format!("{number}. {}. {from}: {status}", label(&link.address));
    }
    if let Some(act) = &link.by {
        step.push_str(&format!(", {}", following::chain_by(lang, act)));
    }
    if link.status == Status::InForce {
        step.push_str(&format!("; {}", following::words(link.words, lang)));
    }
    if let Some(place) = &link.moved_from {
        step.push_str(&format!("; {}", following::moved_from(lang, label(place))));
    }
    step
}

/// The gaps of an answer on `whole` by their citations, at most `listed` and the number of the
/// others; where nothing is known, there is nothing to list.
pub fn unknown_parts(parts: &[String], whole: &Address, listed: usize, lang: Lang) -> Vec<String> {
    let inside: Vec<&String> =
        parts.iter().filter(|part| part.as_str() != whole.to_string()).collect();
    let named = inside.iter().take(listed).map(|part| unknown_part(part, lang));
    let mut named: Vec<String> = named.collect();
    if inside.len() > listed {
        named.push(pages::and_more(lang, inside.len() - listed));
    }
    named
}

fn unknown_part(part: &str, lang: Lang) -> String {
    let cited = |address: &str| match parse_address(address).first() {
        Some(found) => format!("{} ({address})", label(found)),
        None => address.to_owned(),
    };
    if let Some(container) = part.strip_suffix("/*") {
        return pages::unknown_siblings(lang, cited(container));
    }
    let found = parse_address(part).into_iter().next();
    match found.as_ref().and_then(|found| Some((found.parent()?, found.last()?))) {
        Some((unit, Step::Title)) if unit != unit.component() => {
            pages::unknown_heading(lang, cited(&unit.to_string()))
        }
        // The first words of a point are its own, and open what follows them.
        Some((unit, Step::Text(1))) if is_point(&unit) => {
            pages::unknown_opening(lang, cited(&unit.to_string()))
        }
        _ => cited(part),
    }
}

fn is_point(unit: &Address) -> bool {
    matches!(unit.last(), Some(Step::Paragraph(_) | Step::Subparagraph(_)))
}

/// A stretch of a text: `file:78-98`.
pub fn place(span: &Span) -> String {
    let (first, last) = span.lines;
    match first == last {
        true => format!("{}:{first}", span.source.file),
        false => format!("{}:{first}-{last}", span.source.file),
    }
}

/// A name in each language.
type Name = fn(Lang) -> String;

/// What is counted together, in the order of telling.
const COUNTED: [(Name, &[Told]); 9] = [
    (diff::count_added, &[Told::Added, Told::AddedUnknown]),
    (diff::count_removed, &[Told::Removed, Told::RemovedUnknown]),
    (diff::count_changed, &[Told::Changed, Told::Suspended, Told::Resumed]),
    (diff::count_moved, &[Told::Moved, Told::Renumbered]),
    (diff::count_unknown, &[Told::FormerUnknown, Told::LatterUnknown, Told::BothUnknown]),
    (diff::count_restated, &[Told::Restated]),
    (diff::count_open, &[Told::Open]),
    (diff::count_doubtful, &[Told::Unknown]),
    (diff::count_same, &[Told::Same]),
];

/// The name under which what became of an entry is counted, and its place among these names.
pub fn counted_as(told: Told, lang: Lang) -> Option<(usize, String)> {
    let at = COUNTED.iter().position(|(_, counted)| counted.contains(&told))?;
    Some((at, COUNTED.get(at)?.0(lang)))
}

/// The same on paper, which goes to people who have other disks: a path that begins at the root
/// of one is cut down to folder and file, as the corpus holds them.
pub fn place_on_paper(span: &Span) -> String {
    let place = place(span);
    let rooted = place.starts_with(['/', '~']) || place.get(1..2) == Some(":");
    let place = place.trim_start_matches("../").trim_start_matches("./");
    match rooted {
        true => {
            let last: Vec<&str> = place.rsplit('/').take(2).collect();
            last.into_iter().rev().collect::<Vec<_>>().join("/")
        }
        false => place.to_owned(),
    }
}

/// The same without folders, beside the name of the act that the file holds: `amending.md:60-62`.
pub fn place_in_file(span: &Span) -> String {
    let place = place(span);
    place.rsplit('/').next().unwrap_or(&place).to_owned()
}

/// How many provisions came and went between the days, so that the counts of the days add up;
/// nothing where none did, or where one day knows of none.
pub fn turnover(units: &[Unit], lang: Lang) -> Option<String> {
    let count = |side| sums::knowledge(units, side).provisions();
    let (before, after) = (count(Unit::before), count(Unit::after));
    let Turnover { gone, come } = sums::turnover(units);
    let turned = before > 0 && after > 0 && come + gone > 0;
    turned.then(|| diff::diff_turnover(lang, before, come, gone, after))
}

/// "Added: 2; changed: 5", each place with its own parts once. Of a whole act it is said that places
/// are counted, because its provisions are counted beside them.
pub fn counts(all: &[Entry<'_>], whole: bool, lang: Lang) -> String {
    let tally = sums::tally(all);
    let count = |wanted: &[Told]| -> usize {
        tally.iter().filter(|(told, _)| wanted.contains(told)).map(|(_, count)| count).sum()
    };
    let counted = COUNTED.map(|(name, wanted)| (name(lang), count(wanted)));
    let counts = said(counted.into_iter(), "; ");
    match whole {
        true => diff::diff_counts(lang, counts),
        false => explanation::capitalised(&counts),
    }
}

/// How much is known of a day: "174 provisions; wording by the notes: 104, not known: 70".
pub fn knowledge(knowledge: &Knowledge, lang: Lang) -> String {
    let known = knowledge.known.iter();
    let known = known.map(|(certainty, count)| (states::certainty(*certainty, lang), *count));
    let rest = [
        (diff::knowledge_in_part(lang), knowledge.in_part),
        (diff::knowledge_unknown(lang), knowledge.unknown),
    ];
    diff::diff_knowledge(lang, knowledge.provisions(), said(known.chain(rest), ", "))
}

fn said(counted: impl Iterator<Item = (String, usize)>, gap: &str) -> String {
    let said = counted.filter(|(_, count)| *count > 0);
    let said: Vec<String> = said.map(|(what, count)| format!("{what}: {count}")).collect();
    said.join(gap)
}

/// The last words known between the days of a comparison: what they are and from when to when.
pub fn last_known(known: &Known, told: Told, lang: Lang) -> String {
    let days = explanation::period(&known.valid_from, known.valid_to.as_ref(), lang);
    let days = days.unwrap_or_default();
    match told {
        Told::FormerUnknown | Told::Restated => diff::diff_known_between(lang, days),
        _ => diff::diff_last_known(lang, days),
    }
}

/// Why nothing that is said of a comparison is more than presumed: up to which day the act is
/// known, with the days asked about that are later; and what of the corpus was not read.
pub fn limits(comparison: &Comparison, lang: Lang) -> Vec<String> {
    let mut words = horizon(comparison, lang);
    let answers = [&comparison.before, &comparison.after];
    let mut reasons = answers.into_iter().flat_map(|answer| &answer.reasons);
    let unread = reasons.find(|reason| matches!(reason, Reason::FilesUnread { .. }));
    words.extend(unread.map(|reason| reasons::sentence(reason, lang)));
    words
}

fn horizon(comparison: &Comparison, lang: Lang) -> Vec<String> {
    let Some(horizon) = comparison.act.horizon else { return Vec::new() };
    let day = days::day(horizon, Case::Nominative, lang);
    let mut words = vec![format!("{}: {day}", pages::field_horizon(lang))];
    let asked = [comparison.before.ask.date, comparison.after.ask.date];
    let later = asked.into_iter().filter(|day| *day > horizon);
    words.extend(later.map(|day| explanation::capitalised(&diff::diff_after_horizon(lang, day))));
    words.dedup();
    words
}
