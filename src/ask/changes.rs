//! An earlier build, by its hash or its day → what the index in use says otherwise.

use super::failure::Failure;
use super::params::Changes;
use super::{Asked, Desk, Outcome, Reply, days, generator};
use crate::index::{ActChange, Build, History};
use crate::render::messages::Lang;
use crate::render::messages::catalogue::builds;
use crate::render::wire;
use crate::render::wire::Generator;

/// The fewest characters that name a hash.
const SHORTEST: usize = 4;

/// The answer.
pub struct Changed {
    /// The earlier build.
    pub since: Build,
    /// The build in use.
    pub until: Build,
    /// The acts that differ, by IRI.
    pub acts: Vec<ActChange>,
    generator: Generator,
}

impl Asked for Changes {
    type Reply = Changed;

    fn answer(&self, desk: &dyn Desk) -> Result<Changed, Failure> {
        let lang = desk.lang();
        let since = Since::read(&self.since, lang)?;
        let engine = desk.engine()?;
        let history = engine.builds();
        let position = since.position(&history, lang)?;
        let unknown = || Failure::usage(builds::unknown_build(lang, &self.since));
        let (Some(since), Some(until)) = (history.builds().get(position), history.builds().last())
        else {
            return Err(unknown());
        };
        Ok(Changed {
            since: since.clone(),
            until: until.clone(),
            acts: history.since(position),
            generator: generator(engine),
        })
    }
}

/// How a build is named.
enum Since {
    Hash(String),
    Day(jiff::civil::Date),
}

impl Since {
    /// No day is written in hexadecimal digits alone.
    fn read(typed: &str, lang: Lang) -> Result<Since, Failure> {
        let hash = typed.trim().to_ascii_lowercase();
        if hash.len() >= SHORTEST && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(Since::Hash(hash));
        }
        days::day(typed, lang).map(Since::Day)
    }

    fn position(&self, history: &History, lang: Lang) -> Result<usize, Failure> {
        let known = || history.builds().iter().rev();
        match self {
            Since::Hash(hash) => history.of_corpus(hash).map_err(|fitting| {
                if fitting.is_empty() {
                    let mut all: Vec<String> = known().map(|build| build.corpus.clone()).collect();
                    let mut seen = std::collections::BTreeSet::new();
                    all.retain(|corpus| seen.insert(corpus.clone()));
                    Failure::with_candidates(builds::unknown_build(lang, hash), all, lang)
                } else {
                    Failure::with_candidates(builds::ambiguous_build(lang, hash), fitting, lang)
                }
            }),
            Since::Day(day) => history.made_by(*day).ok_or_else(|| {
                let mut days: Vec<String> =
                    known().filter_map(|build| build.day).map(|day| day.to_string()).collect();
                days.dedup();
                Failure::with_candidates(builds::no_build_so_early(lang, *day), days, lang)
            }),
        }
    }
}

impl Reply for Changed {
    type Document = wire::changes::Changes;

    fn document(&self) -> Self::Document {
        let generator = self.generator.clone();
        wire::changes::Changes::new(&self.since, &self.until, &self.acts, generator)
    }

    fn outcome(&self) -> Outcome {
        Outcome::unless(self.acts.is_empty())
    }
}
