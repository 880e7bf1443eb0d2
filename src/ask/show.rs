//! What an act or a provision said on a day.

use super::failure::Failure;
use super::params::Show;
use super::question::{Put, Question};
use super::{Asked, Desk, Outcome, Reply, generator};
use crate::model::address::Address;
use crate::model::certainty::Status;
use crate::query::answer::{ActInfo, Answer, Ask};
use crate::query::chain::Link;
use crate::query::refs::Citation;
use crate::query::{Engine, Refusal};
use crate::render::messages::Lang;
use crate::render::wire;
use crate::render::wire::Generator;
use crate::source;

/// The answer.
pub struct Shown {
    /// What the index tells.
    pub answer: Answer,
    /// Every step of the way to it, where that was asked.
    pub chain: Option<Vec<Link>>,
    /// What it cites with the words cited, where that was asked.
    pub cited: Option<Vec<Cited>>,
    /// The day and axis.
    pub ask: Ask,
    lang: Lang,
    /// What made it.
    pub generator: Generator,
}

/// A citation, and the words of each place that it names.
pub type Cited = (Citation, Vec<Option<String>>);

impl Asked for Show {
    type Reply = Shown;

    fn answer(&self, desk: &dyn Desk) -> Result<Shown, Failure> {
        let lang = desk.lang();
        let Put { engine, act, address, ask } = Question::put_about(&self.provision, desk)?;
        let refused = |refusal| Failure::refusal(refusal, Some(&act.id), lang);
        let mut answer = engine.show(&act, &address, ask).map_err(refused)?;
        if self.as_printed && answer.text.is_some() {
            let printed = source::printed(&answer.printed);
            let printed = printed.map_err(|error| Failure::source(&error, lang))?;
            answer.text = Some(printed);
            answer.units.clear();
        }
        let chain = self.explain.then(|| engine.chain(&act, &address, ask)).transpose();
        let cited = self.refs.then(|| cited(engine, &act, &address, ask)).transpose();
        Ok(Shown {
            answer,
            chain: chain.map_err(refused)?,
            cited: cited.map_err(refused)?,
            ask,
            lang,
            generator: generator(engine),
        })
    }
}

/// What a provision cites, with the words cited.
fn cited(
    engine: &Engine,
    act: &ActInfo,
    address: &Address,
    ask: Ask,
) -> Result<Vec<Cited>, Refusal> {
    let citations = engine.cited_in(act, address, ask)?;
    let with_words = citations.into_iter().map(|citation| {
        let texts = citation.places.iter().map(|place| engine.words_cited(place, ask));
        let texts: Result<Vec<_>, _> = texts.collect();
        Ok((citation, texts?))
    });
    with_words.collect()
}

impl Reply for Shown {
    type Document = wire::show::Show;

    fn document(&self) -> Self::Document {
        let generator = self.generator.clone();
        let mut show =
            wire::show::Show::new(&self.answer, self.chain.as_deref(), generator, self.lang);
        let with_words =
            |(citation, texts): &Cited| wire::refs::Citation::with_words(citation, texts);
        show.references = self.cited.as_ref().map(|cited| cited.iter().map(with_words).collect());
        show
    }

    /// A wording, or the knowledge that there was none, is an answer; alternatives alone are not.
    fn outcome(&self) -> Outcome {
        match self.answer.status {
            Status::NotYet | Status::Repealed | Status::Suspended => Outcome::Answer,
            _ => Outcome::unless(self.answer.text.is_none()),
        }
    }
}
