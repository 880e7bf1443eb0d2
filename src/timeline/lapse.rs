//! What units say of their own days («Осы тармақ 2025 жылғы 1 қаңтарға дейін қолданылады») →
//! changes that no other act makes: from such a day on the unit holds no more, or only then
//! begins to.
//!
//! Law of substance looks much the same («осы тармақта көзделген жеңілдік … дейін қолданылады»):
//! only the unit itself, its effect or its rules are a subject.

use super::change::{Change, What};
use super::record::{ActRecord, Witness};
use crate::amend::effect::{self, bounds};
use crate::kazakh::noun::Case;
use crate::kazakh::unit::recognise;
use crate::kazakh::words::{Wording, words};
use crate::model::act::{ActId, ActType};
use crate::model::address::Address;
use crate::model::day::{EffectRule, EndRule, Window};
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::tree::Unit;
use crate::refs::{self, CitedAct, Names};
use crate::terms::Passage;
use std::sync::LazyLock;

/// What of a unit may be said to hold: «осы тармақтың қолданысы», «осы баптың ережелері».
static HELD: LazyLock<[Wording; 6]> = LazyLock::new(|| {
    ["қолданысы", "қолданылуы", "күші", "ережелері", "нормалары", "талаптары"].map(Wording::new)
});

/// The changes that the words of units announce, in the texts of the act and in new text that
/// orders bring.
pub fn changes(record: &ActRecord, known: &[Change]) -> Vec<Change> {
    let mut out = Vec::new();
    for witness in &record.witnesses {
        let kind = witness.evidence_kind();
        for (number, unit) in witness.tree.units.iter().enumerate() {
            let at = unit.address.prefixed(&witness.component);
            let holder = Holder { record, at: &at, since: None, witness: Some(witness) };
            let evidence = || Evidence { kind, span: witness.tree.span(number) };
            out.extend(holder.announced(unit, known, evidence));
        }
    }
    for since in known {
        let Some(new) = &since.new else { continue };
        for unit in new.units.iter().filter(|unit| unit.address.is_within(&since.target)) {
            let holder = Holder { record, at: &unit.address, since: Some(since), witness: None };
            let evidence = || Evidence { kind: EvidenceKind::Instruction, span: new.span.clone() };
            out.extend(holder.announced(unit, known, evidence));
        }
    }
    out
}

/// The units of a text whose words bound their days in a way that could not be read.
pub fn unread(witness: &Witness, form: ActType) -> Vec<Address> {
    let units = witness.tree.units.iter();
    let told = units.flat_map(|unit| {
        let at = unit.address.prefixed(&witness.component);
        told(unit, &at, form)
    });
    let open = |told: &Option<effect::What>| told.as_ref().is_none_or(|told| day(told).is_none());
    told.filter(|(_, told)| open(told)).map(|(part, _)| part).collect()
}

/// What a unit tells of the days of units, itself above all.
fn told(unit: &Unit, at: &Address, form: ActType) -> Vec<(Address, Option<effect::What>)> {
    // Most units speak of no days; finding that out costs no reading.
    let words = unit.words();
    if !words.contains("сы ") || !words.contains("дейін") && !words.contains("бастап")
    {
        return Vec::new();
    }
    let subject = |sentence: &str| subject(sentence, unit, at, form);
    let told = bounds(words, subject);
    told.into_iter()
        .flat_map(|(parts, told)| parts.into_iter().map(move |p| (p, told.clone())))
        .collect()
}

/// The units that are the subject of a sentence, and the byte at which the subject ends: «осы
/// тармақ», «осы баптың 3-тармағының қолданысы».
fn subject(
    sentence: &str,
    unit: &Unit,
    at: &Address,
    form: ActType,
) -> Option<(Vec<Address>, usize)> {
    let begin = sentence.len() - sentence.trim_start().len();
    let said = words(sentence);
    let this = Wording::new("осы");
    let besides = Wording::new("бұл ретте");
    let first = if besides.starts(&said) { said.get(besides.len())?.bytes.start } else { begin };
    let opening: Vec<_> = said.into_iter().filter(|word| word.bytes.start >= first).collect();
    if !this.starts(&opening) {
        return None;
    }
    let text = &sentence[first..];
    let passage = Passage { address: at, kind: unit.kind, text, body: 0, groups: &[] };
    let cited = refs::read(&passage, &Names::default(), form).into_iter().next()?;
    if cited.bytes.start != 0 || cited.act != CitedAct::Own {
        return None;
    }
    let end = first + cited.bytes.end;
    let last = opening.iter().rfind(|word| word.bytes.end <= end)?;
    let next = opening.iter().position(|word| word.bytes.start >= end)?;
    let held = HELD.iter().any(|held| held.starts(&opening[next..]));
    let end = match recognise(last.text)?.1.case {
        Case::Nominative => end,
        Case::Genitive if held => opening[next].bytes.end,
        _ => return None,
    };
    let parts: Vec<Address> = cited.targets.into_iter().map(|target| target.address).collect();
    let units = parts.iter().all(|part| !part.is_whole());
    (units && !parts.is_empty()).then_some((parts, end))
}

/// The unit whose words speak.
struct Holder<'a> {
    record: &'a ActRecord,
    at: &'a Address,
    /// The change that brought these words; `None` for those of a text.
    since: Option<&'a Change>,
    witness: Option<&'a Witness>,
}

impl Holder<'_> {
    /// The changes that the words of a unit announce and that no later act has overtaken.
    fn announced(
        &self,
        unit: &Unit,
        known: &[Change],
        evidence: impl Fn() -> Evidence,
    ) -> Vec<Change> {
        let told = told(unit, self.at, self.record.id.form).into_iter();
        let changes = told.filter_map(|(part, told)| self.change(part, &told?, evidence()));
        changes.filter(|change| self.still_said(known, change)).collect()
    }

    fn change(&self, part: Address, told: &effect::What, evidence: Evidence) -> Option<Change> {
        let end = day(told)?;
        let record = self.record;
        let begun = self.since.map_or(&record.effect, |since| &since.rule);
        let by = self.since.map_or(&record.id, |since| &since.by);
        let (what, rule, window) = match told {
            effect::What::Until(_) => (What::Expired, EffectRule::OnDate(end), Window::exact(end)),
            _ => {
                let until = Some(EndRule::Before(end));
                let window = self.since.map(|since| since.window);
                let window = window.unwrap_or_else(|| record.calendar.window(by, begun));
                (What::Suspended { until }, begun.clone(), window)
            }
        };
        Some(Change {
            by: by.clone(),
            what,
            target: part,
            rule,
            window,
            new: None,
            order: None,
            order_amended_by: Vec::new(),
            void_since: None,
            evidence: vec![evidence],
            noted: false,
        })
    }

    /// False where a later act had worded the unit anew, or removed it, before the day came: then
    /// what the act says speaks for itself.
    fn still_said(&self, known: &[Change], bound: &Change) -> bool {
        let told = |by: &ActId| {
            let notes = self.witness.into_iter().flat_map(|witness| &witness.notes);
            let mut events = notes.flat_map(|note| &note.events);
            events.any(|event| event.by == *by && !event.kind.is_planned())
        };
        !known.iter().any(|change| {
            change.what.swallows_notes()
                && self.at.is_within(&change.target)
                && self.since.is_none_or(|since| since.by_effect() < change.by_effect())
                && !told(&change.by)
                && change.window.latest <= bound.window.earliest
                && change.window.latest.is_some()
        })
    }
}

/// The day of which the words tell.
fn day(told: &effect::What) -> Option<jiff::civil::Date> {
    match told {
        effect::What::From(EffectRule::OnDate(day)) => Some(*day),
        effect::What::Until(end) | effect::What::Suspended(end) => end.day(),
        _ => None,
    }
}
