//! A version and a day → how sure it is then, and why. Asked for one day, every act that costs
//! the certainty is named; over a stretch of days, the nearest one.

use crate::model::day::plus_days;
use crate::model::proof::Proof;
use crate::model::version::{Axis, Grade, Version};
use crate::query::answer::{ActInfo, Ask};
use crate::timeline::grade::Ledger;
use jiff::civil::Date;
use std::cell::RefCell;
use std::collections::HashMap;

/// Grades versions of one act.
pub struct Grader<'a> {
    ledger: Option<Ledger<'a>>,
    /// The parts of an act mostly rest on the same grounds.
    known: RefCell<HashMap<(Proof, Date), Option<Grade>>>,
}

impl<'a> Grader<'a> {
    /// Grades for one question, naming every act.
    pub fn exact(act: &'a ActInfo, ask: &Ask) -> Self {
        let amending = match ask.axis {
            Axis::InForce => &act.amending,
            Axis::Adopted => &act.amending_on_adoption,
        };
        let known_before = ask.known_by.map(|day| plus_days(day, 1));
        let ledger = Ledger { amending, horizon: act.horizon, known_before };
        Grader { ledger: Some(ledger), known: RefCell::default() }
    }

    /// Grades for a stretch of days, as versions keep them.
    pub fn of_stretches() -> Self {
        Grader { ledger: None, known: RefCell::default() }
    }

    /// How sure a version is on a day.
    pub fn grade(&self, version: &Version, day: Date) -> Option<Grade> {
        let (Some(ledger), Some(proof)) = (&self.ledger, &version.proof) else {
            return version.grade(day).cloned();
        };
        let mut known = self.known.borrow_mut();
        let grade = known
            .entry((proof.clone(), day))
            .or_insert_with(|| ledger.on(proof, day).or_else(|| version.grade(day).cloned()));
        grade.clone()
    }
}
