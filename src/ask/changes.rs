//! An earlier build, by its hash or its day → what the index in use says otherwise.

use super::failure::Failure;
use super::params::Changes;
use super::{Asked, Desk, Outcome, Reply, days, generator};
use crate::index::{ActChange, Build, History};
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{Message, builds};
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
        let history = engine.builds().map_err(|error| Failure::index(error, lang))?;
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
        match self {
            Since::Hash(hash) => history.of_corpus(hash).map_err(|fitting| {
                let message = if fitting.is_empty() {
                    builds::unknown_build(lang, hash)
                } else {
                    builds::ambiguous_build(lang, hash)
                };
                let meant = |build: &Build| fitting.is_empty() || fitting.contains(&build.corpus);
                listing(message, history, |build| meant(build).then(|| build.corpus.clone()), lang)
            }),
            Since::Day(day) => history.made_by(*day).ok_or_else(|| {
                let message = builds::no_build_so_early(lang, *day);
                listing(message, history, |build| build.day.map(|day| day.to_string()), lang)
            }),
        }
    }
}

/// A failure that lists the known builds by a name of theirs, the last one first; people are told
/// their days as well.
fn listing(
    message: Message,
    history: &History,
    name: impl Fn(&Build) -> Option<String>,
    lang: Lang,
) -> Failure {
    let mut candidates = Vec::new();
    let mut hints = vec![format!("{}:", builds::lines::known_builds(lang))];
    for build in history.builds().iter().rev() {
        let Some(name) = name(build) else { continue };
        if candidates.contains(&name) {
            continue;
        }
        let day = build.day.map(|day| day.to_string()).unwrap_or_default();
        hints.push(format!("  {} {day}", build.corpus).trim_end().to_owned());
        candidates.push(name);
    }
    Failure::usage(message).with_hints(candidates, hints)
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
