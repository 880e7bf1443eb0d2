//! Versions of a place and of its parts → the whole at one moment: its words with every gap
//! shown, how sure it is, and the ends of the stretch over which nothing in it changes.

use super::answer::{Alternative, Bound, Warning};
use super::grader::Grader;
use crate::index::StoredVersion;
use crate::model::act::ActId;
use crate::model::address::{Address, Step};
use crate::model::certainty::{Certainty, Status};
use crate::model::day::{EffectRule, Moment, Window};
use crate::model::evidence::{Evidence, Span};
use crate::model::kind::Kind;
use crate::model::reason::Reason;
use crate::model::version::{Grade, Version};
use jiff::civil::Date;

/// What stands where words are not known.
pub const GAP: &str = "[…]";

/// When the whole is looked at.
#[derive(Debug, Clone, Copy)]
pub enum When {
    /// On a day, where a window may leave two answers open.
    On(Date),
    /// Right after the change of this moment; certainty is that of the day.
    After(Moment, Date),
    /// Right before the change of this moment.
    Before(Moment, Date),
}

impl When {
    fn day(self) -> Date {
        match self {
            When::On(day) | When::After(_, day) | When::Before(_, day) => day,
        }
    }

    fn may_hold(self, version: &Version) -> bool {
        let start = version.valid_from.moment();
        let end = version.valid_to.map(|end| end.moment());
        match self {
            When::On(day) => version.may_hold(day),
            When::After(at, _) => start <= at && end.is_none_or(|end| at < end),
            When::Before(at, _) => start < at && end.is_none_or(|end| at <= end),
        }
    }
}

/// A place with its versions on one axis, for one day of knowledge.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its address.
    pub address: Address,
    /// Position, depth and headings around it.
    pub first: StoredVersion,
    /// Its versions, oldest first.
    pub versions: Vec<Version>,
}

/// Places from stored versions in document order; only what is known on the day of knowledge.
pub fn parts(stored: Vec<StoredVersion>, known_by: Option<Date>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for stored in stored {
        if !stored.version.is_known(known_by) {
            continue;
        }
        match parts.last_mut() {
            Some(part) if part.address == stored.version.address => {
                part.versions.push(stored.version);
            }
            _ => parts.push(Part {
                address: stored.version.address.clone(),
                versions: vec![stored.version.clone()],
                first: stored,
            }),
        }
    }
    for part in &mut parts {
        part.versions.sort_by_key(|version| version.valid_from.moment());
    }
    parts
}

/// What a place is at a moment.
#[derive(Debug, Clone)]
pub enum Standing<'a> {
    /// One version holds.
    Is(&'a Version),
    /// One of these holds; in order of their beginnings.
    Open(Vec<&'a Version>),
    /// No version is known for the moment.
    Nothing,
}

impl Part {
    /// What the place is at a moment.
    pub fn standing(&self, when: When) -> Standing<'_> {
        standing(&self.versions, when)
    }
}

/// What a place with these versions, oldest first, is at a moment.
pub fn standing<'a>(versions: impl IntoIterator<Item = &'a Version>, when: When) -> Standing<'a> {
    let mut possible: Vec<&Version> =
        versions.into_iter().filter(|version| when.may_hold(version)).collect();
    match possible.as_slice() {
        [] => Standing::Nothing,
        [only] => Standing::Is(only),
        [first, rest @ ..] => {
            let same =
                rest.iter().all(|other| other.status == first.status && other.text == first.text);
            // Right before or after a change only one side holds.
            if !matches!(when, When::On(_)) {
                return possible.pop().map_or(Standing::Nothing, Standing::Is);
            }
            match possible.pop() {
                Some(last) if same => Standing::Is(last),
                Some(last) => {
                    possible.push(last);
                    Standing::Open(possible)
                }
                None => Standing::Nothing,
            }
        }
    }
}

/// The beginning of a state inside a whole, the act that made it, and its rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turn {
    /// When.
    pub window: Window,
    /// The act.
    pub act: Option<ActId>,
    /// The rule.
    pub rule: Option<EffectRule>,
}

impl Turn {
    /// The turn with which a version begins.
    pub fn of(version: &Version) -> Self {
        Turn {
            window: version.valid_from,
            act: version.introduced_by.clone(),
            rule: version.begins_by.clone(),
        }
    }

    /// The turn as an end of an answer.
    pub fn bound(&self) -> Bound {
        Bound { window: self.window, rule: self.rule.clone() }
    }
}

/// A whole at a moment.
#[derive(Debug, Clone, Default)]
pub struct Whole {
    /// Lines of text; gaps included.
    pub lines: Vec<String>,
    /// By line: the position of the part whose words it is; `None` for a gap.
    pub units: Vec<Option<usize>>,
    /// Where the words stand printed, a stretch a unit.
    pub printed: Vec<Span>,
    /// The certainty of each part that prints words.
    pub certainties: Vec<Certainty>,
    /// Why, by part.
    pub reasons: Vec<(Certainty, Vec<Reason>)>,
    /// Addresses inside whose wording is not known.
    pub unknown_parts: Vec<String>,
    /// By unknown part: the position of the part that has the gap.
    pub gaps: Vec<usize>,
    /// Open questions inside.
    pub alternatives: Vec<Alternative>,
    /// Who says so.
    pub evidence: Vec<Evidence>,
    /// What to distrust.
    pub warnings: Vec<Warning>,
    /// Beginnings and ends of everything inside, with the acts that made them.
    pub turns: Vec<Turn>,
}

impl Whole {
    /// The words; `None` where there is nothing but gaps.
    pub fn text(&self) -> Option<String> {
        let words = self.lines.iter().any(|line| line != GAP);
        words.then(|| self.lines.join("\n"))
    }

    /// The certainty of the whole.
    pub fn certainty(&self) -> Certainty {
        Certainty::of_whole(self.certainties.iter().copied())
    }

    /// The reasons of its weakest words.
    pub fn weakest_reasons(&self) -> Vec<Reason> {
        let weakest = self.certainty();
        let mut reasons: Vec<Reason> = Vec::new();
        for (_, why) in self.reasons.iter().filter(|(certainty, _)| *certainty == weakest) {
            for reason in why {
                if !reasons.contains(reason) {
                    reasons.push(reason.clone());
                }
            }
        }
        reasons
    }

    /// Keeps the reasons of a grade; the parts of a whole mostly give the same ones.
    fn give(&mut self, grade: Grade) {
        let known = self.reasons.iter().rev().take(4);
        let repeats = known
            .into_iter()
            .any(|(certainty, reasons)| (*certainty, reasons) == (grade.certainty, &grade.reasons));
        if !repeats {
            self.reasons.push((grade.certainty, grade.reasons));
        }
    }

    /// A gap at a part, for words at this address.
    fn gap(&mut self, at: usize, unknown: String) {
        if self.lines.last().is_none_or(|line| line != GAP) {
            self.lines.push(GAP.to_string());
            self.units.push(None);
        }
        self.unknown_parts.push(unknown);
        self.gaps.push(at);
    }

    fn take(&mut self, at: usize, version: &Version, grade: Option<Grade>) {
        let Some(text) = &version.text else { return };
        self.lines.push(text.clone());
        self.units.push(Some(at));
        self.printed.extend(version.words_at.clone());
        if let Some(grade) = grade {
            self.certainties.push(grade.certainty);
            self.give(grade);
        }
        for evidence in &version.evidence {
            join_evidence(&mut self.evidence, evidence);
        }
        for (code, argument) in &version.warnings {
            self.warn(Warning { code: code.clone(), argument: argument.clone() });
        }
    }

    fn warn(&mut self, warning: Warning) {
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// The beginning of the stretch around a day over which nothing inside changes.
    pub fn begins(&self, when: When) -> Option<&Turn> {
        let past = self.turns.iter().filter(|Turn { window, .. }| match when {
            When::On(day) => window.has_begun(day),
            When::After(at, _) => window.moment() <= at,
            When::Before(at, _) => window.moment() < at,
        });
        past.max_by_key(|turn| turn.window.moment())
    }

    /// The end of that stretch.
    pub fn ends(&self, when: When) -> Option<&Turn> {
        let future = self.turns.iter().filter(|Turn { window, .. }| match when {
            When::On(day) => !window.may_have_begun(day),
            When::After(at, _) => window.moment() > at,
            When::Before(at, _) => window.moment() >= at,
        });
        future.min_by_key(|turn| turn.window.moment())
    }
}

/// The whole of these places (the first `roots` of them being asked for themselves), at a moment.
pub fn compose(parts: &[Part], when: When, grader: &Grader<'_>) -> Whole {
    let mut whole = Whole::default();
    let mut skipped: Option<usize> = None;
    for (i, part) in parts.iter().enumerate() {
        if skipped.is_some_and(|root| is_inside(part, &parts[root])) {
            continue;
        }
        skipped = None;
        turns(part, &mut whole.turns);
        match part.standing(when) {
            Standing::Is(version) => match version.status {
                Status::InForce => in_force(parts, i, version, (when, grader), &mut whole),
                Status::NotYet | Status::Repealed => {
                    let grade = grader.grade(version, when.day());
                    if let Some(grade) = grade
                        .filter(|grade| leaves_absence_in_doubt(grade.certainty, &grade.reasons))
                    {
                        whole.certainties.push(grade.certainty);
                        whole.give(grade);
                    }
                    skipped = Some(i);
                }
                Status::Suspended => {
                    let argument = part.address.to_string();
                    whole.warn(Warning { code: "suspended".to_string(), argument });
                    skipped = Some(i);
                }
                Status::Unknown => {
                    unknown(parts, i, when, &mut whole);
                    skipped = Some(i);
                }
            },
            Standing::Open(versions) => {
                whole.gap(i, part.address.to_string());
                whole.alternatives.extend(sides(parts, i, &versions, grader));
                skipped = Some(i);
            }
            Standing::Nothing => skipped = Some(i),
        }
    }
    whole
}

/// True where a part may stand that is not there by what is known: the whole may lack words.
pub fn leaves_absence_in_doubt(certainty: Certainty, reasons: &[Reason]) -> bool {
    let doubt =
        |reason: &Reason| matches!(reason, Reason::OrderContradicted { .. } | Reason::NotesGone);
    certainty > Certainty::Unknown && reasons.iter().any(doubt)
}

fn in_force(
    parts: &[Part],
    i: usize,
    version: &Version,
    (when, grader): (When, &Grader<'_>),
    whole: &mut Whole,
) {
    let part = &parts[i];
    if version.text.is_some() {
        whole.take(i, version, grader.grade(version, when.day()));
        return;
    }
    let known_inside = parts[i + 1..]
        .iter()
        .take_while(|inner| is_inside(inner, part))
        .any(|inner| matches!(inner.standing(when), Standing::Is(v) if v.status == Status::InForce && v.text.is_some()));
    if part.first.has_words {
        let own = if !known_inside {
            part.address.clone()
        } else if part.first.version.kind.is_grouping() || part.first.version.kind == Kind::Article
        {
            part.address.child(Step::Title)
        } else {
            part.address.child(Step::Text(1))
        };
        whole.gap(i, own.to_string());
        if let Some(grade) = grader.grade(version, when.day()) {
            whole.give(grade);
        }
    }
    if !version.parts_known && known_inside {
        whole.gap(i, format!("{}/*", part.address));
    }
}

/// A unit that may or may not stand: named where what is around it is known, else covered by
/// the unknown set of its siblings.
fn unknown(parts: &[Part], i: usize, when: When, whole: &mut Whole) {
    let covered = parts[..i]
        .iter()
        .rev()
        .filter(|outer| is_inside(&parts[i], outer))
        .any(|outer| matches!(outer.standing(when), Standing::Is(v) if !v.parts_known));
    if !covered {
        whole.gap(i, parts[i].address.to_string());
    }
}

/// What holds on either side of each change that may or may not have begun.
pub fn sides(
    parts: &[Part],
    i: usize,
    versions: &[&Version],
    grader: &Grader<'_>,
) -> Vec<Alternative> {
    let inner: Vec<Part> = std::iter::once(&parts[i])
        .chain(parts[i + 1..].iter().take_while(|inner| is_inside(inner, &parts[i])))
        .cloned()
        .collect();
    let mut sides = Vec::new();
    for (n, version) in versions.iter().enumerate() {
        let next = versions.get(n + 1);
        let (when, window, act) = match next {
            Some(next) => {
                let window = next.valid_from;
                let day = window.earliest.and_then(|day| day.yesterday().ok());
                let day = day.unwrap_or(Date::MIN);
                (When::Before(window.moment(), day), window, next.introduced_by.clone())
            }
            None => {
                let window = version.valid_from;
                let day = window.latest.or(window.earliest).unwrap_or(Date::MAX);
                (When::After(window.moment(), day), window, version.introduced_by.clone())
            }
        };
        let whole = compose(&inner, when, grader);
        let text = if version.status == Status::InForce { whole.text() } else { None };
        let certainty = match version.status {
            Status::InForce => whole.certainty(),
            _ => grader
                .grade(version, when.day())
                .map_or(Certainty::Unknown, |grade| grade.certainty),
        };
        sides.push(Alternative {
            address: parts[i].address.clone(),
            act,
            in_effect: next.is_none(),
            from: if next.is_none() { window.earliest } else { None },
            until: if next.is_none() { None } else { window.latest },
            status: version.status,
            certainty,
            text,
        });
    }
    sides
}

/// Beginnings of versions that differ from the one before.
fn turns(part: &Part, turns: &mut Vec<Turn>) {
    for pair in part.versions.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        let same = before.status == after.status
            && before.text == after.text
            && before.text.is_some() == (before.status == Status::InForce);
        let turn = Turn::of(after);
        if !same && !turns.contains(&turn) {
            turns.push(turn);
        }
    }
}

/// True when a place lies inside another, by its address or by the headings around it.
pub fn is_inside(part: &Part, outer: &Part) -> bool {
    part.address != outer.address
        && (part.address.is_within(&outer.address) || part.first.groups.contains(&outer.address))
}

/// Adds a piece of evidence; stretches of one text that follow each other become one.
pub fn join_evidence(list: &mut Vec<Evidence>, evidence: &Evidence) {
    for known in list.iter_mut() {
        if known.kind != evidence.kind || known.span.source != evidence.span.source {
            continue;
        }
        let (old, new) = (&mut known.span, &evidence.span);
        let touches = new.lines.0 <= old.lines.1 + 2 && old.lines.0 <= new.lines.1 + 2;
        if touches {
            old.lines = (old.lines.0.min(new.lines.0), old.lines.1.max(new.lines.1));
            old.bytes = old.bytes.start.min(new.bytes.start)..old.bytes.end.max(new.bytes.end);
            return;
        }
    }
    list.push(evidence.clone());
}
