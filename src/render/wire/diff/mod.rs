//! An act or a provision on two days: `nusqa/diff/1`.

mod sums;

use self::sums::{Counts, EntryCounts, Provisions};
use super::act::{Act, ActReference};
use super::evidence::{Evidence, Source};
use super::show::{Alternative, codes};
use super::window::Window;
use super::{Day, Generator};
use crate::query::answer::{Answer, Ask};
use crate::query::diff;
use crate::query::diff::Comparison;
use crate::query::diff::sums::{Changer as Found, Knowledge, changers, knowledge};
use crate::query::diff::told;
use crate::render::citation;
use schemars::JsonSchema;
use serde::Serialize;

/// What changed between two days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Diff {
    /// `nusqa/diff/1`.
    #[schemars(extend("const" = "nusqa/diff/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// The act.
    pub act: Act,
    /// The provision; `*` for the whole act.
    pub address: String,
    /// The same place by the Akoma Ntoso naming convention.
    pub eid: String,
    /// The Kazakh citation.
    pub label: String,
    /// The first day. It may be the later one.
    pub from: Day,
    /// The second day.
    pub to: Day,
    /// The order of time, and the knowledge that was counted.
    pub query: Query,
    /// The whole on the first day.
    pub state_before: WholeState,
    /// The whole on the second day.
    pub state_after: WholeState,
    /// How many units became what, parts counted one by one.
    pub counts: Counts,
    /// How many entries became what, as pages tell it: a unit with the parts that are told with it
    /// is one.
    pub entries: EntryCounts,
    /// Every act that changed something between the days, or may have, in the order of effect.
    pub acts: Vec<Cause>,
    /// The same acts in the same order: how much each touched, and whether it surely did.
    pub changers: Vec<Changer>,
    /// Every unit that stands, or may stand, on one of the days, in document order: its own
    /// words, parts left out.
    pub units: Vec<Unit>,
    /// The last day up to which the corpus knows the act.
    pub horizon: Option<Day>,
}

/// The axis of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DiffQuery")]
pub struct Query {
    /// `in_force`: what was in force on the days. `adopted`: every change adopted up to them.
    #[schemars(schema_with = "super::names::axis")]
    pub axis: &'static str,
    /// Only acts adopted up to this day were counted; null: all.
    pub known_by: Option<Day>,
}

/// The act or the provision as a whole on one of the days, as `show` tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WholeState {
    /// Its state.
    #[schemars(schema_with = "super::names::status")]
    pub status: &'static str,
    /// How sure, by the weakest of its words.
    #[schemars(schema_with = "super::names::certainty")]
    pub certainty: &'static str,
    /// Why, as codes.
    pub reasons: Vec<String>,
    /// Addresses inside whose wording is not known.
    pub unknown_parts: Vec<String>,
    /// How much is known of its provisions: outermost units, each with all that is in it.
    pub provisions: Provisions,
}

/// An act that changed something between the days, or may have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DiffChanger")]
pub struct Changer {
    /// The act.
    #[serde(flatten)]
    pub by: ActReference,
    /// When it took effect.
    pub valid_from: Window,
    /// How many entries it touched.
    pub entries: usize,
    /// True where it is known to have changed one of them; false where it only may have.
    pub surely: bool,
}

/// One unit on the two days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DiffUnit")]
pub struct Unit {
    /// Where it stands on the second day; for a unit that is gone, where it stood.
    pub address: String,
    /// The same place by the Akoma Ntoso naming convention.
    pub eid: String,
    /// The Kazakh citation.
    pub label: String,
    /// What it is.
    #[schemars(schema_with = "super::names::kind")]
    pub kind: &'static str,
    /// Its heading.
    pub heading: Option<String>,
    /// 0 at the top of the act.
    pub depth: usize,
    /// What became of it.
    #[schemars(schema_with = "super::names::unit_change")]
    pub change: &'static str,
    /// True for a `moved` unit that only has another number inside the same container.
    pub renumbered: bool,
    /// True where an act brought it anew, though it may say the same.
    pub restated: bool,
    /// Where it stood on the first day; null where it did not stand. A `moved` unit and an
    /// unnumbered paragraph may stand elsewhere on the second day.
    pub address_before: Option<String>,
    /// Its words on the first day; null where there are none or they are not known.
    pub before: Option<String>,
    /// Its words on the second day; null where there are none or they are not known.
    pub after: Option<String>,
    /// Its state on the first day.
    pub state_before: State,
    /// Its state on the second day.
    pub state_after: State,
    /// The difference. Without the runs that were inserted it is `before`, without those that
    /// were deleted `after`. Empty where the words of a day are not known.
    pub words: Vec<Run>,
    /// Who changed it between the days, in the order of effect.
    pub caused_by: Vec<Cause>,
    /// Codes of what is known of why nothing tells who changed it; null where something does, or
    /// where nothing is known to have changed.
    pub cause_unknown: Option<Vec<String>>,
    /// The unit around it with which it came, went, moved or is unknown; null where it is not
    /// told there.
    pub told_with: Option<String>,
    /// What a reader is told of it: `change`, with what is known where words are not.
    #[schemars(schema_with = "super::names::told")]
    pub told: &'static str,
    /// For a unit that is unknown: the last words known of the days between the two, which hold on
    /// neither; null where there are none.
    pub last_known: Option<LastKnown>,
}

/// Words of a place that are known of a day between the two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DiffLastKnown")]
pub struct LastKnown {
    /// The first day between the two on which they hold for sure.
    pub on: Day,
    /// When they began.
    pub valid_from: Window,
    /// When they ended; null while they last.
    pub valid_to: Option<Window>,
    /// How sure they are on that day.
    #[schemars(schema_with = "super::names::certainty")]
    pub certainty: &'static str,
    /// The words, parts included, gaps shown as `[…]`.
    pub text: String,
}

/// A unit on one of the days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DiffState")]
pub struct State {
    /// Its state.
    #[schemars(schema_with = "super::names::status")]
    pub status: &'static str,
    /// How sure state and words are.
    #[schemars(schema_with = "super::names::certainty")]
    pub certainty: &'static str,
    /// Why, as codes.
    pub reasons: Vec<String>,
    /// Its identity through time; null where it does not stand or it is open which unit does.
    pub node: Option<String>,
    /// The first day of the state; null where it is open which state holds.
    pub valid_from: Option<Window>,
    /// The first day after the state; null while it lasts.
    pub valid_to: Option<Window>,
    /// Both sides of a window that is open on the day.
    pub alternatives: Vec<Alternative>,
    /// Where its words were before this state, as far as their likeness tells.
    pub moved_from: Option<String>,
    /// Where its words went after this state, as far as their likeness tells.
    pub moved_to: Option<String>,
    /// Who says so.
    pub evidence: Vec<Evidence>,
}

/// Words that stayed, went or came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DiffRun")]
pub struct Run {
    /// What happened to them.
    #[schemars(schema_with = "super::names::word_op")]
    pub op: &'static str,
    /// The words, blanks included.
    pub text: String,
    /// How words that stayed were written before, where that differs in quotation marks, dashes,
    /// blanks or look-alike letters only; else null.
    pub text_before: Option<String>,
}

/// An act that changed something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "DiffCause")]
pub struct Cause {
    /// The act.
    #[serde(flatten)]
    pub by: ActReference,
    /// The place that it changed: the unit, or what is around it.
    pub address: String,
    /// What it made of that place.
    #[schemars(schema_with = "super::names::turn")]
    pub made: &'static str,
    /// When it took effect.
    pub valid_from: Window,
    /// True where one of the two days lies in that window, so that it may not have been in
    /// effect then.
    pub open: bool,
    /// True where the corpus has a text of the act.
    pub in_corpus: bool,
    /// The order, where it is in the corpus; else the note that tells of it.
    pub source: Option<Source>,
    /// What `source` proves: `instruction` and `derived` for an order, `note` for a note.
    #[schemars(with = "Option<EvidenceKindName>")]
    pub source_kind: Option<&'static str>,
    /// True where the act worded anew something around the place, and the place with it: whether
    /// the place says something else since, only the words tell.
    pub with_container: bool,
}

#[derive(JsonSchema)]
#[schemars(inline)]
#[expect(dead_code, reason = "stands for the list of names in the schema")]
struct EvidenceKindName(#[schemars(schema_with = "super::names::evidence_kind")] String);

impl Diff {
    /// The document of a comparison.
    pub fn new(comparison: &Comparison, generator: Generator) -> Self {
        let Comparison { act, address, before, after, units } = comparison;
        let entries = told::entries(units);
        Diff {
            schema: "nusqa/diff/1",
            generator,
            act: act.into(),
            address: address.to_string(),
            eid: address.eid(),
            label: citation::label(address),
            from: before.ask.date.into(),
            to: after.ask.date.into(),
            query: before.ask.into(),
            state_before: WholeState::new(before, knowledge(units, diff::Unit::before)),
            state_after: WholeState::new(after, knowledge(units, diff::Unit::after)),
            counts: comparison.into(),
            entries: EntryCounts::new(&entries),
            acts: changers(&entries).into_iter().map(|one| one.cause.into()).collect(),
            changers: changers(&entries).into_iter().map(Changer::from).collect(),
            units: units.iter().map(Unit::from).collect(),
            horizon: act.horizon.map(Day),
        }
    }
}

impl From<Ask> for Query {
    fn from(ask: Ask) -> Self {
        Query { axis: ask.axis.name(), known_by: ask.known_by.map(Day) }
    }
}

impl WholeState {
    fn new(answer: &Answer, knowledge: Knowledge) -> Self {
        WholeState {
            status: answer.status.name(),
            certainty: answer.certainty.name(),
            reasons: codes(&answer.reasons),
            unknown_parts: answer.unknown_parts.clone(),
            provisions: knowledge.into(),
        }
    }
}

impl From<Found<'_>> for Changer {
    fn from(one: Found<'_>) -> Self {
        Changer {
            by: (&one.cause.act).into(),
            valid_from: (&one.cause.valid_from).into(),
            entries: one.entries,
            surely: one.surely,
        }
    }
}

impl From<&diff::Unit> for Unit {
    fn from(unit: &diff::Unit) -> Self {
        let address = |address: &Option<_>| address.as_ref().map(ToString::to_string);
        Unit {
            address: unit.address.to_string(),
            eid: unit.address.eid(),
            label: citation::label(&unit.address),
            kind: unit.kind.name(),
            heading: unit.heading.clone(),
            depth: unit.depth,
            change: unit.change.name(),
            renumbered: unit.renumbered,
            restated: unit.restated,
            address_before: address(&unit.address_before),
            before: unit.before.text.clone(),
            after: unit.after.text.clone(),
            state_before: (&unit.before).into(),
            state_after: (&unit.after).into(),
            words: unit.words.iter().map(Run::from).collect(),
            caused_by: unit.caused_by.iter().map(Cause::from).collect(),
            cause_unknown: unit.cause_unknown.as_deref().map(codes),
            told_with: address(&unit.told_with),
            told: unit.told().name(),
            last_known: unit.last_known.as_ref().map(LastKnown::from),
        }
    }
}

impl From<&diff::Side> for State {
    fn from(side: &diff::Side) -> Self {
        State {
            status: side.status.name(),
            certainty: side.certainty.name(),
            reasons: codes(&side.reasons),
            node: side.node.clone(),
            valid_from: side.valid_from.as_ref().map(Window::from),
            valid_to: side.valid_to.as_ref().map(Window::from),
            alternatives: side.alternatives.iter().map(Alternative::from).collect(),
            moved_from: side.moved_from.as_ref().map(ToString::to_string),
            moved_to: side.moved_to.as_ref().map(ToString::to_string),
            evidence: side.evidence.iter().map(Evidence::from).collect(),
        }
    }
}

impl From<&diff::words::Run> for Run {
    fn from(run: &diff::words::Run) -> Self {
        Run { op: run.op.name(), text: run.text.clone(), text_before: run.before.clone() }
    }
}

impl From<&diff::Cause> for Cause {
    fn from(cause: &diff::Cause) -> Self {
        Cause {
            by: (&cause.act).into(),
            address: cause.address.to_string(),
            made: cause.made.name(),
            valid_from: (&cause.valid_from).into(),
            open: cause.open,
            in_corpus: cause.in_corpus,
            source: cause.source.as_ref().map(|piece| Source::from(&piece.span)),
            source_kind: cause.source.as_ref().map(|piece| piece.kind.name()),
            with_container: cause.with_container,
        }
    }
}

impl From<&diff::Known> for LastKnown {
    fn from(known: &diff::Known) -> Self {
        LastKnown {
            on: known.on.into(),
            valid_from: (&known.valid_from).into(),
            valid_to: known.valid_to.as_ref().map(Window::from),
            certainty: known.certainty.name(),
            text: known.text.clone(),
        }
    }
}
