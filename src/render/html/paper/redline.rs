//! A comparison of two days as a paper: in short what changed, by whom and from when, what is not
//! known; then the changes in one text, and both wordings side by side.

use super::Frame;
use super::words::GAP;
use crate::amend::wording::{Op, Run};
use crate::kazakh::noun::Case;
use crate::model::certainty::{Certainty, Status};
use crate::model::version::Axis;
use crate::query::answer::Answer;
use crate::query::diff::sums::{self, Changer};
use crate::query::diff::told::{Entry, Line, Told, entries};
use crate::query::diff::{Cause, Change, Comparison, Known, Side, Unit};
use crate::render::citation::label;
use crate::render::messages::catalogue::{diff, evidence, pages, papers, states};
use crate::render::messages::{Lang, act_names, days, explanation, phrases};
use crate::render::printable::printable;
use crate::render::signs::{self, Sign};
use crate::render::wire::Generator;
use maud::{Markup, html};

/// Entries that are listed by address of what an act did.
const LISTED: usize = 60;

/// What the paper is made of.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The comparison.
    pub comparison: &'a Comparison,
    /// True where what stayed the same is shown, too.
    pub all: bool,
    /// What made it.
    pub generator: &'a Generator,
}

/// The paper as a file.
pub fn page(sheet: Sheet<'_>, lang: Lang) -> String {
    let comparison = sheet.comparison;
    let all = entries(&comparison.units);
    let changed: Vec<&Entry<'_>> =
        all.iter().filter(|entry| entry.unit.change != Change::Same).collect();
    let shown: Vec<&Entry<'_>> = if sheet.all { all.iter().collect() } else { changed.clone() };
    let content = html! {
        (heading(comparison, lang))
        section {
            h2 { (papers::redline_summary(lang)) }
            (summary(comparison, &all, &changed, lang))
        }
        (acts(comparison, &all, lang))
        (not_known(&changed, &all, lang))
        @if !shown.is_empty() {
            (legend(&shown, lang))
            section {
                h2 { (papers::redline_inline(lang)) }
                @for entry in &shown { (inline_entry(comparison, entry, lang)) }
            }
            section {
                h2 { (papers::redline_beside(lang)) }
                (beside(comparison, &shown, lang))
            }
        }
    };
    let act = act_names::title_case(&comparison.act.id, lang);
    let (from, to) = (comparison.before.ask.date, comparison.after.ask.date);
    let about = format!("{act} {} {from} → {to}", comparison.address);
    let frame = Frame {
        name: papers::paper_redline(lang),
        about: &about,
        landscape: false,
        data: None,
        generator: sheet.generator,
    };
    frame.document(&content, lang)
}

fn heading(comparison: &Comparison, lang: Lang) -> Markup {
    let act = act_names::title_case(&comparison.act.id, lang);
    let (from, to) = (comparison.before.ask.date, comparison.after.ask.date);
    html! {
        @if comparison.address.is_whole() {
            h1 { (printable(&act)) }
        } @else {
            h1 lang="kk" { (printable(&label(&comparison.address))) }
            p class="of" { (printable(&act)) }
        }
        @if let Some(title) = &comparison.act.title {
            p class="act-title" lang="kk" { "«" (printable(title)) "»" }
        }
        p class="verdict" { strong { (papers::redline_days(lang, from, to)) } }
    }
}

/// What the whole is on either day, and how many units became what.
fn summary(
    comparison: &Comparison,
    all: &[Entry<'_>],
    changed: &[&Entry<'_>],
    lang: Lang,
) -> Markup {
    let (before, after) = (&comparison.before, &comparison.after);
    let unknown = changed.iter().all(|entry| entry.unit.told() == Told::Unknown);
    html! {
        dl {
            (state(comparison, before, Unit::before, lang))
            (state(comparison, after, Unit::after, lang))
            @for words in phrases::limits(comparison, lang) { p class="note" { (words) } }
        }
        @for (absent, other) in [(before, after), (after, before)] {
            @if comparison.address.is_whole() && is_absent(absent) && !is_absent(other) {
                p {
                    @match absent.status {
                        Status::NotYet => (diff::diff_not_yet(lang, absent.ask.date)),
                        _ => (diff::diff_no_more(lang, absent.ask.date)),
                    }
                }
            }
        }
        @if before.ask.date > after.ask.date { p class="note" { (diff::diff_backwards(lang)) } }
        @if changed.is_empty() {
            p { (explanation::capitalised(&diff::diff_none(lang))) "." }
        } @else {
            @if !comparison.differs() && unknown {
                p { (explanation::capitalised(&diff::diff_none_known(lang))) "." }
            }
            @if comparison.address.is_whole() && let Some(turned) = phrases::turnover(&comparison.units, lang) {
                p { (turned) "." }
            }
            p { strong { (phrases::counts(all, comparison.address.is_whole(), lang)) } }
        }
    }
}

fn is_absent(answer: &Answer) -> bool {
    matches!(answer.status, Status::NotYet | Status::Repealed)
}

/// What the whole is on one of the days; of an act, how much of it is known how surely.
fn state(comparison: &Comparison, answer: &Answer, side: fn(&Unit) -> &Side, lang: Lang) -> Markup {
    let question = explanation::capitalised(&explanation::question(&answer.ask, lang));
    let partial = answer.text.is_some() && !answer.unknown_parts.is_empty();
    let knowledge = sums::knowledge(&comparison.units, side);
    let whole = answer.address.is_whole() && knowledge.provisions() > 0;
    html! {
        div class="field" {
            dt { (question) }
            dd {
                p {
                    (states::status(answer.status, answer.ask.axis, lang))
                    @if !whole {
                        (certainty(answer.certainty, lang))
                        @if partial { " · " strong class="unknown" { (pages::in_part(lang)) } }
                    }
                }
                @if whole { p { (phrases::knowledge(&knowledge, lang)) } }
            }
        }
    }
}

/// How sure, after a sign that parts it from what stands before; nothing where no words are known.
fn certainty(certainty: Certainty, lang: Lang) -> Markup {
    html! {
        @if certainty != Certainty::Unknown {
            " · " strong class=(certainty.name()) { (states::certainty(certainty, lang)) }
        }
    }
}

/// Every act that changed something, and every act that may have: from when, how much, and whether
/// its text is at hand.
fn acts(comparison: &Comparison, all: &[Entry<'_>], lang: Lang) -> Markup {
    let changers = sums::changers(all);
    let (sure, open): (Vec<Changer<'_>>, Vec<Changer<'_>>) =
        changers.into_iter().partition(|one| one.surely);
    html! {
        @for (heading, acts) in [(diff::diff_by(lang), sure), (diff::diff_by_maybe(lang), open)] {
            @if !acts.is_empty() {
                section {
                    h2 { (heading) }
                    table class="law acts" {
                        thead {
                            tr {
                                th scope="col" { (papers::redline_act(lang)) }
                                th scope="col" { (papers::redline_from(lang)) }
                                th scope="col" { (papers::redline_count(lang)) }
                                th scope="col" { (papers::redline_remark(lang)) }
                            }
                        }
                        tbody { @for one in acts { (act_row(comparison, all, one, lang)) } }
                    }
                }
            }
        }
    }
}

/// What an act did and where, in the order in which the entries stand.
fn touched<'a>(
    cause: &Cause,
    all: &'a [Entry<'a>],
    lang: Lang,
) -> Vec<(String, Vec<&'a Entry<'a>>)> {
    let mut found: Vec<(String, Vec<&Entry<'_>>)> = Vec::new();
    for entry in all.iter().filter(|entry| entry.unit.change != Change::Same) {
        let own = entry.all().flat_map(|unit| &unit.caused_by).find(|known| known.is_same(cause));
        let Some(own) = own else { continue };
        let made = diff::made(own, lang);
        match found.iter_mut().find(|(known, _)| *known == made) {
            Some((_, entries)) => entries.push(entry),
            None => found.push((made, vec![entry])),
        }
    }
    found
}

/// Entries by their addresses, at most so many; the document of the act in which all of them
/// stand is not named each time.
fn places(entries: &[&Entry<'_>], all: &[Entry<'_>], most: usize) -> Markup {
    let changed = all.iter().filter(|entry| entry.unit.change != Change::Same);
    let mut documents = changed.map(|entry| entry.unit.address.component());
    let first = documents.next();
    let one = documents.all(|document| Some(document) == first);
    let name = |entry: &Entry<'_>| match entry.unit.address.within_component() {
        inner if one && !inner.is_whole() => inner.to_string(),
        _ => entry.unit.address.to_string(),
    };
    html! {
        @for (n, entry) in entries.iter().take(most).enumerate() {
            @if n > 0 { ", " }
            span class="place" { (printable(&name(entry))) }
        }
        @if entries.len() > most { ", …" }
    }
}

fn act_row(comparison: &Comparison, all: &[Entry<'_>], one: Changer<'_>, lang: Lang) -> Markup {
    let cause = one.cause;
    let own = cause.act == comparison.act.id;
    let rule = explanation::rule(&cause.valid_from, lang);
    html! {
        tr {
            td { (printable(&name(comparison, cause, lang))) }
            td {
                (explanation::capitalised(&days::from(cause.valid_from.window, lang)))
                @if let Some(rule) = rule { "; " (printable(&rule)) }
            }
            td {
                @for (made, entries) in touched(cause, all, lang) {
                    p {
                        (explanation::capitalised(&made)) ": " (entries.len()) " – "
                        span lang="kk" { (places(&entries, all, LISTED)) }
                    }
                }
            }
            td {
                @if !cause.in_corpus && !own { p { (diff::diff_no_text(lang)) } }
                @for words in doubts(comparison, cause, lang) { p { (words) } }
            }
        }
    }
}

fn name(comparison: &Comparison, cause: &Cause, lang: Lang) -> String {
    match cause.act == comparison.act.id {
        true => explanation::capitalised(&diff::diff_enacted(lang)),
        false => act_names::title_case(&cause.act, lang),
    }
}

/// The days of the comparison on which an act may not have been in effect.
fn doubts(comparison: &Comparison, cause: &Cause, lang: Lang) -> Vec<String> {
    let asks = [comparison.before.ask.date, comparison.after.ask.date];
    let open =
        asks.into_iter().filter(|day| cause.open && cause.valid_from.window.leaves_open(*day));
    open.map(|day| diff::diff_open(lang, day)).collect()
}

/// The places of which something is not known: what that is, and where.
fn not_known(changed: &[&Entry<'_>], all: &[Entry<'_>], lang: Lang) -> Markup {
    let those = |told: Told| -> Vec<&Entry<'_>> {
        changed.iter().filter(|entry| entry.unit.told() == told).copied().collect()
    };
    let kinds = Told::ALL.iter().filter(|told| is_unknown(**told));
    let kinds: Vec<(Told, Vec<&Entry<'_>>)> = kinds
        .map(|told| (*told, those(*told)))
        .filter(|(_, entries)| !entries.is_empty())
        .collect();
    html! {
        @if !kinds.is_empty() {
            section class="warned" {
                h2 { (papers::redline_open(lang)) }
                dl {
                    @for (told, entries) in kinds {
                        dt {
                            (explanation::capitalised(&diff::told(told, "", lang))) ": "
                            (entries.len())
                        }
                        dd lang="kk" { (places(&entries, all, entries.len())) }
                    }
                }
            }
        }
    }
}

fn is_unknown(told: Told) -> bool {
    Sign::of(told) == Sign::Unknown || matches!(told, Told::AddedUnknown | Told::RemovedUnknown)
}

fn legend(shown: &[&Entry<'_>], lang: Lang) -> Markup {
    html! {
        p class="note legend" {
            (papers::legend(lang)) ": "
            ins { (papers::legend_added(lang)) } ", "
            del { (papers::legend_removed(lang)) } ", "
            span class="gap" { (GAP) } " " (papers::legend_gap(lang)) ". "
            (signs::legend(shown, lang)) "."
        }
    }
}

/// The title of an entry: its sign, its citation, and what became of it.
fn title(entry: &Entry<'_>, lang: Lang) -> Markup {
    let told = entry.unit.told();
    let from = entry.unit.address_before.as_ref().map(label).unwrap_or_default();
    html! {
        span class="sign" { (Sign::of(told).mark()) } " "
        span lang="kk" { (printable(&label(&entry.unit.address))) }
        span class="told" { " – " (printable(&diff::told(told, &from, lang))) }
    }
}

fn inline_entry(comparison: &Comparison, entry: &Entry<'_>, lang: Lang) -> Markup {
    let unit = entry.unit;
    let axis = comparison.before.ask.axis;
    let moved = matches!(unit.told(), Told::Moved | Told::Renumbered);
    html! {
        article class="change" {
            h3 { (title(entry, lang)) }
            p class="note" {
                (side_state(&unit.before, axis, lang)) " → " (side_state(&unit.after, axis, lang))
                @if moved { ". " (explanation::capitalised(&diff::diff_by_likeness(lang))) }
            }
            div class="words" {
                (inline(comparison, entry, lang))
            }
            (alternatives(comparison, unit, lang))
            @for cause in entry.causes() {
                p class="note" {
                    (printable(&name(comparison, cause, lang))) ", "
                    (days::from(cause.valid_from.window, lang))
                    @if cause.act != comparison.act.id { ": " strong { (diff::made(cause, lang)) } }
                    @for words in doubts(comparison, cause, lang) { "; " (words) }
                    @if let Some(piece) = &cause.source {
                        " · " code { (printable(&phrases::place_on_paper(&piece.span))) }
                        " (" (evidence::kind(piece.kind, lang)) ")"
                    }
                }
            }
            @if unit.cause_unknown.is_some() { p class="note" { (diff::diff_cause_unknown(lang)) } }
            @if let Some(known) = &unit.last_known { (last_known(known, unit.told(), lang)) }
        }
    }
}

/// The last words that are known of the days between, in full.
fn last_known(known: &Known, told: Told, lang: Lang) -> Markup {
    html! {
        p class="told" {
            (phrases::last_known(known, told, lang)) (certainty(known.certainty, lang)) ":"
        }
        div class="words earlier" lang="kk" { (super::words::lines(&known.text)) }
    }
}

fn side_state(side: &Side, axis: Axis, lang: Lang) -> Markup {
    html! {
        (states::status(side.status, axis, lang))
        @if side.hidden { " · " strong class="unknown" { (pages::text_unknown(lang)) } }
        @else { (certainty(side.certainty, lang)) }
    }
}

/// What went and what came in one text; units whose wording is not known for one of the days are
/// told day by day.
fn inline(comparison: &Comparison, entry: &Entry<'_>, lang: Lang) -> Markup {
    let lines = entry.lines();
    let days = [comparison.before.ask.date, comparison.after.ask.date];
    let by_day = |line: &Line<'_>| line.apart || line.unit.words.is_empty();
    html! {
        @for lines in lines.chunk_by(|a, b| by_day(a) == by_day(b)) {
            @if lines.iter().all(|line| !by_day(line)) {
                @for line in lines {
                    p lang="kk" { @for run in &line.unit.words { (marked(run, run.after())) } }
                }
            } @else {
                @for (other, day) in [Op::Insert, Op::Delete].into_iter().zip(days) {
                    @let lines = day_lines(lines, other, lang);
                    @if !lines.is_empty() {
                        p class="told" { (days::day(day, Case::Nominative, lang)) ":" }
                        @for line in lines { (line) }
                    }
                }
            }
        }
    }
}

/// What units say on one of the days, without the words of the other day; gaps that follow each
/// other are one gap.
fn day_lines(units: &[Line<'_>], other: Op, lang: Lang) -> Vec<Markup> {
    let mut lines = Vec::new();
    let mut gap = false;
    for Line { unit, apart } in units {
        let first = other == Op::Insert;
        let side = if first { &unit.before } else { &unit.after };
        match &side.text {
            Some(_) if *apart => lines.push(html! {
                p class="told" { (printable(&diff::diff_apart(lang, label(&unit.address)))) }
            }),
            Some(text) if unit.words.is_empty() => {
                lines.push(html! { p lang="kk" { (printable(text)) } });
            }
            Some(_) => lines.push(html! {
                p lang="kk" {
                    @for run in unit.words.iter().filter(|run| run.op != other) {
                        (marked(run, if first { run.before() } else { run.after() }))
                    }
                }
            }),
            None if side.hidden && !gap => lines.push(html! { p class="gap" { (GAP) } }),
            None => {}
        }
        gap = side.text.is_none() && (side.hidden || gap);
    }
    lines
}

/// A run of words; those that went are told by their own words.
fn marked(run: &Run, words: &str) -> Markup {
    match run.op {
        Op::Equal => html! { (printable(words)) },
        Op::Delete => html! { del { (printable(run.before())) } },
        Op::Insert => html! { ins { (printable(run.after())) } },
    }
}

fn alternatives(comparison: &Comparison, unit: &Unit, lang: Lang) -> Markup {
    let sides = [(&unit.before, comparison.before.ask), (&unit.after, comparison.after.ask)];
    html! {
        @for (side, ask) in sides {
            @if !side.alternatives.is_empty() {
                p class="of" {
                    (days::day(ask.date, Case::Nominative, lang)) ": " (pages::one_of_these(lang))
                }
                @for answer in &side.alternatives {
                    p {
                        (printable(&phrases::condition(answer, lang))) ": "
                        strong { (states::status(answer.status, ask.axis, lang)) }
                        (certainty(answer.certainty, lang))
                    }
                    @if let Some(text) = &answer.text {
                        div class="words" lang="kk" { (super::words::lines(text)) }
                    }
                }
            }
        }
    }
}

/// Both wordings in a table, a row a unit.
fn beside(comparison: &Comparison, shown: &[&Entry<'_>], lang: Lang) -> Markup {
    let days = [comparison.before.ask.date, comparison.after.ask.date];
    html! {
        table class="comparison beside" {
            thead {
                tr {
                    th scope="col" class="name" { (pages::table_unit(lang)) }
                    @for day in days {
                        th scope="col" { (days::day(day, Case::Nominative, lang)) }
                    }
                }
            }
            tbody {
                @for entry in shown {
                    tr {
                        th scope="row" { (title(entry, lang)) }
                        (cell(entry, Op::Insert, lang))
                        (cell(entry, Op::Delete, lang))
                    }
                }
            }
        }
    }
}

/// An entry on one of the days.
fn cell(entry: &Entry<'_>, other: Op, lang: Lang) -> Markup {
    let lines = day_lines(&entry.lines(), other, lang);
    html! {
        td {
            @for line in &lines { (line) }
            @if lines.is_empty() { p { em { (pages::table_absent(lang)) } } }
        }
    }
}
