//! Orders on words: exchanged, put before or behind others, taken out, at named places or in the
//! whole text. Whole words as quoted; what the order does not quote stays as it is printed.

use super::super::line::without_quotations;
use super::cells;
use super::declined::{self, in_same_form};
use super::divisions::{cites_body, cites_divisions, division};
use super::draft::{Draft, DraftUnit, Found, ROOT, Slot};
use super::occurrence::{Finder, Occurrence};
use super::sentences::counted;
use super::splice::{Change, splice};
use super::{Desk, Occurrences, Problem, Refusal};
use crate::kazakh::words::{Wording, words};
use crate::model::address::{Address, Step};
use crate::model::instruction::{Instruction, Operation};
use crate::model::kind::Kind;
use crate::model::tree::PrintedStatus;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// How many places where the words do stand a refusal lists at most.
const CANDIDATES: usize = 8;

/// Where the words of an order stand.
#[derive(Default)]
struct Survey {
    /// What is to change, unit by unit.
    places: Vec<(Slot, Vec<Change>)>,
    /// How often each of the quoted words stands there.
    by_pair: Vec<usize>,
    /// Forms that the order does not quote.
    left_behind: Vec<(Address, String)>,
    /// Units whose words are not known.
    unknown: Vec<Address>,
    /// True where one of the targets holds none of the words.
    missed: bool,
}

impl Desk<'_> {
    /// Carries out an order on words, at all its places or at none.
    pub(super) fn change_words(&mut self, order: &Instruction) -> Result<(), Refusal> {
        let pairs = pairs(order)?;
        let quoted: Vec<String> = pairs.iter().map(|(old, _)| old.clone()).collect();
        let finder = Finder::new(&quoted);
        let survey = self.survey(order, &pairs, &finder)?;
        let everywhere = is_everywhere(order);
        self.occurrences = Some(Occurrences {
            expected: (!everywhere).then(|| pairs.len().max(order.targets.len())),
            found: survey.by_pair.iter().sum(),
            left_behind: survey.left_behind.clone(),
        });
        self.judge(order, &survey, &finder)?;
        let reworded: Vec<(Slot, DraftUnit)> = survey
            .places
            .iter()
            .map(|(slot, changes)| (*slot, reworded(self.draft.get(*slot), changes)))
            .collect();
        for (slot, unit) in &reworded {
            if unit.text.as_deref().is_some_and(|text| is_empty(&text[unit.body..])) {
                let candidates = vec![self.draft.get(*slot).address.clone()];
                return Err(Refusal { problem: Problem::NothingLeft, candidates });
            }
        }
        for (slot, unit) in reworded {
            self.set(slot, unit);
        }
        Ok(())
    }

    /// Looks for the words at every target.
    fn survey(
        &self,
        order: &Instruction,
        pairs: &[(String, String)],
        finder: &Finder,
    ) -> Result<Survey, Refusal> {
        let targets: Result<Vec<Vec<Found>>, Refusal> =
            order.targets.iter().map(|target| self.spoken_of(order, target)).collect();
        let mut survey = Survey { by_pair: vec![0; pairs.len()], ..Survey::default() };
        let mut seen = BTreeSet::new();
        let exchanges =
            matches!(order.operation, Operation::ReplaceWords | Operation::ReplaceWordsEverywhere);
        let declines = exchanges && declined::says_so(order);
        for found in targets? {
            let mut here = 0;
            for slot in found.into_iter().flat_map(|found| self.read_in(order, found)) {
                let unit = self.draft.get(slot);
                let stands = slot != ROOT && unit.status == PrintedStatus::InForce;
                if !stands || is_outside(unit, order) {
                    continue;
                }
                let Some(text) = &unit.text else {
                    survey.unknown.push(unit.address.clone());
                    continue;
                };
                let body = &text[unit.body.min(text.len())..];
                let mut result = finder.find(body);
                if !order.sentences.is_empty() {
                    let bytes = counted(body, &order.sentences)?;
                    let inside = |one: &Occurrence| {
                        bytes.start <= one.bytes.start && one.bytes.end <= bytes.end
                    };
                    result.whole.retain(inside);
                    result.left.retain(inside);
                }
                if !order.columns.is_empty() {
                    let loses = unit.kind == Kind::Row && !self.is_whole_row(slot);
                    if loses && !result.whole.is_empty() {
                        let candidates = vec![unit.address.clone()];
                        return Err(Refusal { problem: Problem::AmbiguousPlace, candidates });
                    }
                    let columns = cells::ranges(unit, &order.columns);
                    let inside = |one: &Occurrence| {
                        let within = |cell: &std::ops::Range<usize>| {
                            cell.start <= one.bytes.start && one.bytes.end <= cell.end
                        };
                        columns.iter().any(within)
                    };
                    result.whole.retain(inside);
                    result.left.retain(inside);
                }
                here += result.whole.len();
                if !seen.insert(slot) {
                    continue;
                }
                let mut changes = Vec::new();
                for one in result.left {
                    let printed = &body[one.bytes.clone()];
                    // Pairs that differ by a capital letter alone are told apart here.
                    let same = |(pair, (old, new)): (usize, &(String, String))| {
                        Some((pair, in_same_form(printed, old, new)?))
                    };
                    let declined = || pairs.iter().enumerate().find_map(same);
                    match declines.then(declined).flatten() {
                        Some((pair, new)) => {
                            survey.by_pair[pair] += 1;
                            here += 1;
                            changes.push(change(order, one.bytes, &new));
                        }
                        None => {
                            survey.left_behind.push((unit.address.clone(), printed.to_owned()));
                        }
                    }
                }
                for one in result.whole {
                    survey.by_pair[one.word] += 1;
                    changes.push(change(order, one.bytes, &pairs[one.word].1));
                }
                changes.sort_by_key(|change| change.bytes.start);
                if !changes.is_empty() {
                    survey.places.push((slot, changes));
                }
            }
            survey.missed |= here == 0;
        }
        Ok(survey)
    }

    /// Refuses an order whose words are missing, may stand where the wording is not known, or
    /// stand more often than it can mean.
    fn judge(
        &mut self,
        order: &Instruction,
        survey: &Survey,
        finder: &Finder,
    ) -> Result<(), Refusal> {
        // Where words are not known, the quoted ones may stand among them.
        if !survey.unknown.is_empty() {
            let candidates = survey.unknown.clone();
            return Err(Refusal { problem: Problem::WordsUnknown, candidates });
        }
        let everywhere = is_everywhere(order);
        let lacking = match everywhere {
            true => survey.places.is_empty(),
            false => survey.missed || survey.by_pair.contains(&0),
        };
        if lacking {
            let left = survey.left_behind.iter().map(|(address, _)| address.clone());
            let mut candidates: Vec<Address> = left.collect();
            candidates.extend(self.elsewhere(finder));
            candidates.dedup();
            return Err(Refusal { problem: Problem::NoWords, candidates });
        }
        if !everywhere && self.is_ambiguous(order, &survey.by_pair) {
            let address = |(slot, _): &(Slot, Vec<Change>)| self.draft.get(*slot).address.clone();
            let candidates = survey.places.iter().map(address).collect();
            return Err(Refusal { problem: Problem::TooManyWords, candidates });
        }
        Ok(())
    }

    /// The places of a target in which an order looks for its words: for a sentence the unit's own
    /// paragraph, for the text («мәтіні») everything but the heading.
    fn read_in(&self, order: &Instruction, found: Found) -> Vec<Slot> {
        if !order.sentences.is_empty() {
            return vec![found.slot];
        }
        let mut slots = spread(self.draft, found);
        let headed = self.draft.get(found.slot).heading.is_some();
        if !found.own && headed && !is_everywhere(order) && cites_body(order) {
            slots.retain(|slot| *slot != found.slot);
        }
        slots
    }

    /// The units in which an order looks for its words.
    pub(super) fn spoken_of(
        &self,
        order: &Instruction,
        target: &Address,
    ) -> Result<Vec<Found>, Refusal> {
        let (Some(Step::Text(k)), Some(owner)) = (target.last(), target.parent()) else {
            return Ok(vec![self.target(target)?]);
        };
        if !cites_divisions(order) {
            return Ok(vec![self.target(target)?]);
        }
        let owner = self.target(&owner)?;
        division(self.draft, owner.slot, *k).ok_or_else(|| Refusal {
            problem: Problem::NoTarget,
            candidates: vec![self.draft.get(owner.slot).address.clone()],
        })
    }

    /// Words that are to be changed once: an anchor, and words without a target, which an order
    /// takes from the act as a whole.
    fn is_ambiguous(&self, order: &Instruction, by_pair: &[usize]) -> bool {
        let root = &self.draft.get(ROOT).address;
        let targetless = order.targets.iter().any(|target| target.is_whole() || target == root);
        let anchored = order.operation == Operation::InsertWords;
        let most = if anchored { order.targets.len() } else { usize::MAX };
        by_pair.iter().any(|n| *n > most || (targetless && *n > 1))
    }

    /// Where in the act the words do stand; nowhere once too much was read for that.
    fn elsewhere(&mut self, finder: &Finder) -> Vec<Address> {
        if !self.draft.spares(1) {
            return Vec::new();
        }
        let texts = self.draft.units().filter_map(|unit| unit.text.as_deref());
        let bytes = texts.map(str::len).sum();
        if !self.draft.spares(bytes) {
            return Vec::new();
        }
        let holds = |unit: &&DraftUnit| {
            unit.text.as_deref().is_some_and(|text| !finder.find(text).whole.is_empty())
        };
        let near = self.draft.units().filter(holds);
        near.map(|unit| unit.address.clone()).take(CANDIDATES).collect()
    }
}

fn change(order: &Instruction, bytes: std::ops::Range<usize>, new: &str) -> Change {
    let side = match order.operation {
        Operation::InsertWords | Operation::InsertWordsEverywhere => order.position,
        _ => None,
    };
    Change { bytes, side, words: new.to_owned() }
}

pub(super) fn is_everywhere(order: &Instruction) -> bool {
    matches!(
        order.operation,
        Operation::ReplaceWordsEverywhere
            | Operation::InsertWordsEverywhere
            | Operation::DeleteWordsEverywhere
    )
}

static PAIRWISE: LazyLock<Wording> = LazyLock::new(|| Wording::new("тиісінше"));

fn is_pairwise(order: &Instruction) -> bool {
    PAIRWISE.find(&words(&without_quotations(&order.quote))).is_some()
}

/// Old and new words, one pair each. Several old words with one new one belong together unless
/// the order says «тиісінше», which pairs by position.
pub(super) fn pairs(order: &Instruction) -> Result<Vec<(String, String)>, Problem> {
    let (old, new) = (&order.old_words, &order.new_words);
    if old.is_empty() || old.iter().any(|words| words.trim().is_empty()) {
        return Err(Problem::NoWords);
    }
    if let Operation::DeleteWords | Operation::DeleteWordsEverywhere = order.operation {
        return Ok(old.iter().map(|words| (words.clone(), String::new())).collect());
    }
    if let Operation::InsertWords | Operation::InsertWordsEverywhere = order.operation
        && order.position.is_none()
    {
        return Err(Problem::NoPlace);
    }
    match new.as_slice() {
        [] => Err(Problem::NoNewText),
        [one] if old.len() == 1 || !is_pairwise(order) => {
            Ok(old.iter().map(|words| (words.clone(), one.clone())).collect())
        }
        new if new.len() == old.len() => Ok(old.iter().cloned().zip(new.iter().cloned()).collect()),
        _ => Err(Problem::UnequalLists),
    }
}

/// The units whose words an order speaks of.
pub(super) fn places(draft: &Draft, order: &Instruction) -> Result<Vec<Slot>, super::Missing> {
    let mut out = Vec::new();
    for target in &order.targets {
        out.extend(spread(draft, draft.find(target)?));
    }
    out.retain(|slot| !is_outside(draft.get(*slot), order));
    Ok(out)
}

fn spread(draft: &Draft, found: Found) -> Vec<Slot> {
    if found.own { vec![found.slot] } else { draft.subtree(found.slot) }
}

/// True for what is no provision: an order on the text does not reach the name of the act or of
/// the document that it speaks of, its marks and signatures, unless it names them.
pub(super) fn is_outside(unit: &DraftUnit, order: &Instruction) -> bool {
    let named = || order.targets.contains(&unit.address);
    let says =
        |wording: &Wording| wording.find(&words(&without_quotations(&order.quote))).is_some();
    match unit.kind {
        Kind::ActIdentity | Kind::Signature | Kind::Stamp => !named(),
        Kind::Title => {
            let owner = unit.address.parent().unwrap_or_default();
            !named() && order.targets.contains(&owner) && !says(&TITLE)
        }
        Kind::Annex => named() && !says(&TITLE),
        _ => false,
    }
}

static TITLE: LazyLock<Wording> = LazyLock::new(|| Wording::new("тақырып*"));

/// A unit with changes in the words behind its number.
pub(super) fn reworded(unit: &DraftUnit, changes: &[Change]) -> DraftUnit {
    let Some(text) = &unit.text else { return unit.clone() };
    let (mark, body) = text.split_at(unit.body);
    if let Some(cells) = cells::reworded(unit, changes) {
        return cells;
    }
    let words = splice(body, changes);
    let again = |part: &String| match part.trim() == body.trim() {
        true => words.trim().to_owned(),
        false => reworded_part(part, body, changes),
    };
    let heading = unit.heading.as_ref().map(again);
    let cells = unit.cells.iter().map(again).collect();
    DraftUnit { heading, text: Some(format!("{mark}{words}")), cells, ..unit.clone() }
}

/// The same changes in a cell or a heading, as far as the words that change stand in it.
fn reworded_part(part: &str, body: &str, changes: &[Change]) -> String {
    let quoted: Vec<String> =
        changes.iter().map(|change| body[change.bytes.clone()].to_owned()).collect();
    let found = Finder::new(&quoted).find(part).whole;
    let inside: Vec<Change> = found
        .into_iter()
        .map(|one| Change { bytes: one.bytes, ..changes[one.word].clone() })
        .collect();
    splice(part, &inside)
}

fn is_empty(words: &str) -> bool {
    !words.contains(char::is_alphanumeric)
}

/// True for texts that differ at most in the mark at their end, which follows from the place in
/// a list.
pub(super) fn same_but_for_the_last_mark(a: &str, b: &str) -> bool {
    let bare = |text: &str| super::fold::Folded::new(text.trim_end_matches(['.', ';', ','])).exact;
    bare(a) == bare(b)
}
