//! Provisions that have the words asked for, on a day.

use super::failure::Failure;
use super::params::Search;
use super::{Asked, Desk, Outcome, Reply, days, generator, question};
use crate::query::search::{SearchAnswer, SearchAsk};
use crate::render::wire;
use crate::render::wire::Generator;
use std::time::{Duration, Instant};

/// The answer.
pub struct Found {
    /// What the index tells.
    pub answer: SearchAnswer,
    /// How long the search took.
    pub took: Duration,
    explain: bool,
    generator: Generator,
}

impl Asked for Search {
    type Reply = Found;

    fn answer(&self, desk: &dyn Desk) -> Result<Found, Failure> {
        let lang = desk.lang();
        let ask = days::ask(&self.days, desk)?;
        let between = match self.changed_between.as_slice() {
            [from, to] => match days::period(Some(from), Some(to), lang)? {
                (Some(from), Some(to)) => Some((from, to)),
                _ => None,
            },
            _ => None,
        };
        let act = self.within.as_deref().map(|act| question::act(act, desk)).transpose()?;
        let asked = SearchAsk {
            text: self.query.join(" "),
            ask,
            any_date: self.any_date,
            between,
            act,
            limit: self.limit,
        };
        let engine = desk.engine()?;
        let started = Instant::now();
        let answer =
            engine.search(&asked).map_err(|refusal| Failure::refusal(refusal, None, lang))?;
        let took = started.elapsed();
        Ok(Found { answer, took, explain: self.explain, generator: generator(engine) })
    }
}

impl Reply for Found {
    type Document = wire::search::Search;

    fn document(&self) -> Self::Document {
        let milliseconds = self.explain.then_some(self.took.as_secs_f64() * 1000.0);
        wire::search::Search::new(&self.answer, milliseconds, self.generator.clone())
    }

    fn outcome(&self) -> Outcome {
        Outcome::unless(self.answer.hits.is_empty() && self.answer.open.hits.is_empty())
    }
}
