//! The comparisons of an act on any two days → the data from which its page draws them: what became
//! of which unit on which pairs of days is looked up there, never worked out.

use super::data::{Beside, NamedAct, Writer, number_of, utf16};
use crate::model::certainty::Status;
use crate::model::evidence::Evidence;
use crate::query::book::Book;
use crate::query::diff::every::{Comparisons, Field, Kept, Seen};
use crate::query::diff::sums::surely;
use crate::query::diff::told::Told;
use crate::query::diff::words::{Op, Run};
use crate::query::diff::{Cause, Change, Side};
use crate::render::citation::label;
use crate::render::messages::catalogue::diff;
use crate::render::messages::{Lang, days, explanation, phrases};
use crate::render::signs::Sign;
use serde::Serialize;
use std::collections::HashMap;

/// What a page needs to compare any two days. Places, versions, states, kinds of evidence and
/// stretches are numbered as in the data of the act.
#[derive(Debug, Serialize)]
pub struct ComparisonData {
    /// `nusqa/site-comparison/1`.
    schema: &'static str,
    /// The name of the act's page.
    name: String,
    /// What may become of a unit.
    told: Vec<ToldData>,
    /// By what entries are counted, in the order of telling; the last is what stayed.
    counted: Vec<[String; 3]>,
    /// Sentences: Kazakh, Russian, English.
    phrases: Vec<[String; 3]>,
    /// Acts that are named.
    acts: Vec<NamedAct>,
    /// Files of the corpus.
    files: Vec<String>,
    /// What acts did, in the order of effect.
    effects: Vec<EffectData>,
    /// Orders and notes: kind, file, first and last line.
    sources: Vec<[usize; 4]>,
    /// Differences of two wordings as runs: 0 and the length of words that stayed, 1 and that of
    /// words that went, 2 and that of words that came, 3 and both lengths of words that stayed and
    /// are written in another way. In UTF-16 units.
    runs: Vec<Vec<usize>>,
    /// Units that do not say the same, in the order in which they are told.
    units: Vec<UnitData>,
    /// How many provisions say the same, by the earlier stretch and by the later one from it on.
    same: Vec<Vec<usize>>,
    /// By stretch: how much is known of its provisions, in words.
    known: Vec<usize>,
}

#[derive(Debug, Serialize)]
struct ToldData {
    /// Its name.
    n: &'static str,
    /// Its sign.
    s: &'static str,
    /// The name of the change, which is coarser.
    c: &'static str,
    /// What a reader is told, in words.
    l: usize,
    /// Under which name it is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    g: Option<usize>,
}

#[derive(Debug, Serialize)]
struct EffectData {
    /// The act; absent for the act itself taking effect.
    #[serde(skip_serializing_if = "Option::is_none")]
    i: Option<usize>,
    /// From when, in words, and by which rule where the day is not known.
    w: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    r: Option<usize>,
    /// 1 where the corpus has no text of the act.
    #[serde(skip_serializing_if = "is_zero")]
    x: usize,
}

#[derive(Debug, Serialize)]
struct UnitData {
    /// The place where it is listed.
    p: usize,
    /// The place where it stood on the earlier day, where that is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    f: Option<usize>,
    /// What became of it.
    k: usize,
    /// The earlier and the later day: twice the number of the state, and 1 where its words are not
    /// known though it stands or may stand; the version whose words it has, from 1; how sure it
    /// is: 0 not known, 1 as its place on the day, else as the place of this number less two.
    b: Vec<usize>,
    a: Vec<usize>,
    /// The runs, from 2; 1 where all its words came or went; 0 without words.
    #[serde(skip_serializing_if = "is_zero")]
    w: usize,
    /// Causes, four numbers each: the effect; 1 where it may not have been in effect on the
    /// earlier day, plus 2 on the later one, plus 4 where it is known to have changed the unit; the
    /// source, from 1; what it made, in words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    c: Vec<usize>,
    /// 1 where nothing tells who changed it.
    #[serde(skip_serializing_if = "is_zero")]
    u: usize,
    /// The place of the unit with which it is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    o: Option<usize>,
    /// The pairs of stretches, four numbers a field: earlier `[first, end)`, later `[first, end)`.
    s: Vec<usize>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// The data.
pub fn data(book: &Book, comparisons: &Comparisons, beside: Beside<'_>) -> ComparisonData {
    let mut writer = Writer::new(beside.page_of, beside.folder);
    let effects = effects(comparisons);
    let mut lists = Lists::default();
    let mut changes: Vec<(Told, Change, usize)> = Vec::new();
    let units = comparisons.units.iter().map(|kept| {
        let from = kept.unit.address_before.as_ref().map(label).unwrap_or_default();
        let told = kept.unit.told();
        let words = writer.phrases.add(|lang| diff::told(told, &from, lang));
        let told = (told, kept.unit.change, words);
        let known = changes.iter().position(|known| *known == told);
        let k = known.unwrap_or_else(|| {
            changes.push(told);
            changes.len() - 1
        });
        unit(kept, k, &effects, &mut lists, &mut writer)
    });
    let units = units.collect();
    let known = comparisons.knowledge.iter();
    let known =
        known.map(|known| writer.phrases.add(|lang| phrases::knowledge(known, lang))).collect();
    let effects = effects.iter().map(|cause| effect(book, cause, &mut writer)).collect();
    ComparisonData {
        schema: "nusqa/site-comparison/1",
        name: beside.name.to_owned(),
        told: changes
            .into_iter()
            .map(|(told, change, words)| ToldData {
                n: told.name(),
                s: Sign::of(told).mark(),
                c: change.name(),
                l: words,
                g: phrases::counted_as(told, Lang::Kk).map(|(at, _)| at),
            })
            .collect(),
        counted: counted(),
        phrases: writer.phrases.into_list(),
        acts: writer.acts,
        files: writer.files,
        effects,
        sources: lists.sources,
        runs: lists.runs,
        units,
        same: comparisons.same.clone(),
        known,
    }
}

/// The names by which entries are counted.
fn counted() -> Vec<[String; 3]> {
    let named = |told: &Told| {
        let at = phrases::counted_as(*told, Lang::Kk)?.0;
        let names = Lang::ALL.map(|lang| phrases::counted_as(*told, lang).unwrap_or_default().1);
        Some((at, names))
    };
    let mut names: Vec<(usize, [String; 3])> = Told::ALL.iter().filter_map(named).collect();
    names.sort();
    names.dedup();
    names.into_iter().map(|(_, names)| names).collect()
}

/// What acts did, each once, in the order of effect.
fn effects(comparisons: &Comparisons) -> Vec<&Cause> {
    let mut known: HashMap<_, &Cause> = HashMap::new();
    for cause in comparisons.units.iter().flat_map(|kept| &kept.unit.caused_by) {
        known.entry(name_of(cause)).or_insert(cause);
    }
    let mut known: Vec<_> = known.into_iter().collect();
    known.sort_by(|(a, _), (b, _)| a.cmp(b));
    known.into_iter().map(|(_, cause)| cause).collect()
}

/// By what the effect of an act is told from others, in the order of effect.
fn name_of(cause: &Cause) -> impl Ord + std::hash::Hash + '_ + use<'_> {
    (cause.valid_from.window.moment(), &cause.act, format!("{:?}", cause.valid_from))
}

fn effect(book: &Book, cause: &Cause, writer: &mut Writer<'_>) -> EffectData {
    let own = cause.act == book.act.id;
    let bound = &cause.valid_from;
    let rule = explanation::rule(bound, Lang::Kk).is_some();
    EffectData {
        i: (!own).then(|| writer.act(&cause.act)),
        w: writer.phrases.add(|lang| days::from(bound.window, lang)),
        r: rule
            .then(|| writer.phrases.add(|lang| explanation::rule(bound, lang).unwrap_or_default())),
        x: usize::from(!cause.in_corpus && !own),
    }
}

#[derive(Default)]
struct Lists {
    runs: Vec<Vec<usize>>,
    known_runs: HashMap<Vec<usize>, usize>,
    sources: Vec<[usize; 4]>,
    known_sources: HashMap<[usize; 4], usize>,
}

impl Lists {
    /// The number of a difference in the data.
    fn words(&mut self, words: &[Run]) -> usize {
        match words {
            [] => return 0,
            [only] if only.op != Op::Equal => return 1,
            _ => {}
        }
        let mut runs = Vec::new();
        for run in words {
            match (run.op, &run.before) {
                (Op::Equal, None) => runs.extend([0, utf16(&run.text)]),
                (Op::Delete, _) => runs.extend([1, utf16(&run.text)]),
                (Op::Insert, _) => runs.extend([2, utf16(&run.text)]),
                (Op::Equal, Some(before)) => runs.extend([3, utf16(before), utf16(&run.text)]),
            }
        }
        let next = self.runs.len();
        let number = *self.known_runs.entry(runs).or_insert_with_key(|runs| {
            self.runs.push(runs.clone());
            next
        });
        number + 2
    }

    fn source(&mut self, piece: &Evidence, writer: &mut Writer<'_>) -> usize {
        let Some(source) = writer.evidence(std::slice::from_ref(piece)).pop() else { return 0 };
        let next = self.sources.len();
        let number = *self.known_sources.entry(source).or_insert_with(|| {
            self.sources.push(source);
            next
        });
        number + 1
    }
}

fn unit(
    kept: &Kept,
    k: usize,
    effects: &[&Cause],
    lists: &mut Lists,
    writer: &mut Writer<'_>,
) -> UnitData {
    let unit = &kept.unit;
    let mut causes = Vec::new();
    for cause in &unit.caused_by {
        let name = name_of(cause);
        let Ok(effect) = effects.binary_search_by(|other| name_of(other).cmp(&name)) else {
            continue;
        };
        let source = cause.source.as_ref().map_or(0, |piece| lists.source(piece, writer));
        let surely = 4 * usize::from(surely(unit, cause));
        let made = writer.phrases.add(|lang| diff::made(cause, lang));
        causes.extend([effect, doubts(cause, &kept.asked) + surely, source, made]);
    }
    let [before, after] = &kept.sides;
    let stood = before.place.filter(|place| *place != kept.at);
    UnitData {
        p: kept.at,
        f: stood,
        k,
        b: side(&unit.before, before, stood.unwrap_or(kept.at)),
        a: side(&unit.after, after, kept.at),
        w: lists.words(&unit.words),
        c: causes,
        u: usize::from(unit.cause_unknown.is_some()),
        o: kept.told_with,
        s: kept.pairs.iter().flat_map(field).collect(),
    }
}

/// On which of the days a cause may not have been in effect.
fn doubts(cause: &Cause, asked: &[jiff::civil::Date; 2]) -> usize {
    let open = |day| usize::from(cause.open && cause.valid_from.window.leaves_open(day));
    open(asked[0]) + 2 * open(asked[1])
}

fn side(side: &Side, seen: &Seen, own: usize) -> Vec<usize> {
    let graded = match seen.graded {
        None => 0,
        Some(place) if place == own => 1,
        Some(place) => place + 2,
    };
    let state = 2 * number_of(Status::ALL, &side.status) + usize::from(side.hidden);
    vec![state, seen.version.map_or(0, |version| version + 1), graded]
}

fn field(field: &Field) -> [usize; 4] {
    [field.earlier.0, field.earlier.1, field.later.0, field.later.1]
}
