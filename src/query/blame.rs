//! A provision on a day → runs of words, each with the act and the order that first brought it.
//! Words that a new redaction repeats stay with the act that brought them, and name the act that
//! repeated them.

use super::answer::{ActInfo, Ask};
use super::compose::{Part, Standing, When, compose, parts};
use super::engine::{Engine, Refusal};
use super::grader::Grader;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::evidence::{Evidence, EvidenceKind, Span};
use crate::model::proof::Vague;
use crate::model::version::Version;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// The words of a provision by who brought them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blame {
    /// The act.
    pub act: ActInfo,
    /// The provision.
    pub address: Address,
    /// The question.
    pub ask: Ask,
    /// Its state on the day.
    pub status: Status,
    /// The runs; joined they are the text of the answer for that day.
    pub runs: Vec<Run>,
}

/// Words that came together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The unit in which they stand; `None` for a gap.
    pub address: Option<Address>,
    /// The words, blanks and line feeds included.
    pub text: String,
    /// The act that brought them; `None` where nothing tells.
    pub by: Option<ActId>,
    /// The last act whose new redaction repeats them.
    pub restated_by: Option<ActId>,
    /// Acts that changed something here and may have brought them instead.
    pub or_by: Vec<ActId>,
    /// The order that brought them, where it is in the corpus.
    pub instruction: Option<Span>,
    /// Where they stand printed.
    pub evidence: Vec<Evidence>,
    /// How sure it is that they stood here on the day.
    pub certainty: Certainty,
}

/// Who brought a stretch of words.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Origin {
    by: Option<ActId>,
    restated_by: Option<ActId>,
    or_by: Vec<ActId>,
    instruction: Option<Span>,
    evidence: Vec<Evidence>,
}

impl Engine {
    /// Who brought the words of a provision as it stood on a day.
    ///
    /// # Errors
    /// A damaged index.
    pub fn blame(&self, act: &ActInfo, address: &Address, ask: Ask) -> Result<Blame, Refusal> {
        let stored = self.index.versions_under(&act.id.iri(), address, ask.axis)?;
        let parts = parts(stored, ask.known_by);
        let grader = Grader::exact(act, &ask);
        let when = When::On(ask.date);
        let whole = compose(&parts, when, &grader);
        let mut runs: Vec<Run> = Vec::new();
        for (line, at) in whole.lines.iter().zip(&whole.units) {
            if let Some(last) = runs.last_mut() {
                last.text.push('\n');
            }
            let of_unit = at.and_then(|at| {
                let part = &parts[at];
                let Standing::Is(version) = part.standing(when) else { return None };
                let grade = grader.grade(version, ask.date);
                let certainty = grade.map_or(Certainty::Unknown, |grade| grade.certainty);
                Some(runs_of(act, part, version, certainty))
            });
            match of_unit {
                Some(of_unit) => runs.extend(of_unit),
                None => runs.push(gap(line)),
            }
        }
        let status = match parts.first().map(|part| part.standing(when)) {
            _ if whole.text().is_some() => Status::InForce,
            Some(Standing::Is(version)) => version.status,
            _ => Status::Unknown,
        };
        if whole.text().is_none() {
            runs.clear();
        }
        Ok(Blame { act: act.clone(), address: address.clone(), ask, status, runs })
    }
}

/// The words of one version of a place, by who brought them.
pub(super) fn runs_of(
    act: &ActInfo,
    part: &Part,
    version: &Version,
    certainty: Certainty,
) -> Vec<Run> {
    let run = |text: String, origin: &Origin| Run {
        address: Some(part.address.clone()),
        text,
        by: origin.by.clone(),
        restated_by: origin.restated_by.clone(),
        or_by: origin.or_by.clone(),
        instruction: origin.instruction.clone(),
        evidence: origin.evidence.clone(),
        certainty,
    };
    let mut runs: Vec<Run> = Vec::new();
    for (word, origin) in attributed(act, part, version) {
        match runs.last_mut() {
            Some(last) if same(last, &origin) => last.text.push_str(&word),
            _ => runs.push(run(word, &origin)),
        }
    }
    runs
}

fn same(run: &Run, origin: &Origin) -> bool {
    run.by == origin.by
        && run.restated_by == origin.restated_by
        && run.instruction == origin.instruction
        && run.or_by == origin.or_by
}

fn gap(line: &str) -> Run {
    Run {
        address: None,
        text: line.to_string(),
        by: None,
        restated_by: None,
        or_by: Vec::new(),
        instruction: None,
        evidence: Vec::new(),
        certainty: Certainty::Unknown,
    }
}

/// The words of a version of a place, each with its origin: followed from version to version as
/// far back as the words are known.
fn attributed(act: &ActInfo, part: &Part, version: &Version) -> Vec<(String, Origin)> {
    let until = version.valid_from.moment();
    let mut words: Vec<(String, Origin)> = Vec::new();
    for earlier in part.versions.iter().filter(|other| other.valid_from.moment() <= until) {
        let Some(text) = earlier.text.as_deref().filter(|_| earlier.status == Status::InForce)
        else {
            // Across a gap nothing tells which words were there before.
            if earlier.status == Status::InForce || earlier.status == Status::Unknown {
                words.clear();
            }
            continue;
        };
        let origin = origin(act, earlier);
        let new: Vec<String> = text.split_word_bounds().map(str::to_string).collect();
        if words.is_empty() {
            words = new.into_iter().map(|word| (word, origin.clone())).collect();
            continue;
        }
        let old: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
        let fresh: Vec<&str> = new.iter().map(String::as_str).collect();
        let repeated = earlier.evidence.iter().any(|piece| {
            piece.kind == EvidenceKind::Instruction
                && earlier.words_at.as_ref().is_some_and(|at| at == &piece.span)
        });
        let mut followed: Vec<(String, Origin)> = Vec::new();
        for step in capture_diff_slices(Algorithm::Myers, &old, &fresh) {
            match step {
                DiffOp::Equal { old_index, new_index, len } => {
                    for n in 0..len {
                        let mut kept = words[old_index + n].1.clone();
                        if repeated {
                            kept.restated_by = earlier.introduced_by.clone();
                        }
                        followed.push((new[new_index + n].clone(), kept));
                    }
                }
                DiffOp::Delete { .. } => {}
                DiffOp::Insert { new_index, new_len, .. }
                | DiffOp::Replace { new_index, new_len, .. } => {
                    let come = new[new_index..new_index + new_len].iter().cloned();
                    followed.extend(come.map(|word| (word, origin.clone())));
                }
            }
        }
        words = followed;
    }
    words
}

fn origin(act: &ActInfo, version: &Version) -> Origin {
    let orders = version
        .evidence
        .iter()
        .find(|piece| matches!(piece.kind, EvidenceKind::Instruction | EvidenceKind::Derived));
    let by = version.introduced_by.clone();
    let end = version.valid_to.map(|end| end.moment());
    let begun = version.valid_from.moment();
    // Only what worked while these words are said to have stood can have brought some of them.
    let inside = |vague: &&Vague| {
        let at = vague.window.moment();
        at >= begun && end.is_none_or(|end| at < end)
    };
    let around = version.proof.iter().flat_map(|proof| &proof.around).filter(inside);
    let or_by = around.filter_map(|vague| act.amending.get(vague.act as usize));
    let mut or_by: Vec<ActId> =
        or_by.map(|act| act.id.clone()).filter(|act| Some(act) != by.as_ref()).collect();
    or_by.dedup();
    Origin {
        or_by,
        by,
        restated_by: None,
        instruction: orders.map(|piece| piece.span.clone()),
        evidence: version.evidence.clone(),
    }
}
