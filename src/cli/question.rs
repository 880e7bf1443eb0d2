//! An act, a provision and days as typed → the question: an IRI may name all three, and then
//! nothing else may.

use super::args::{Days, Provision};
use super::days;
use super::failure::Failure;
use super::{Context, engine};
use crate::model::address::Address;
use crate::model::expression::{Expression, Moment};
use crate::model::version::Axis;
use crate::query::Engine;
use crate::query::answer::{ActInfo, Ask};
use crate::render::messages::Lang;
use crate::render::messages::catalogue::usage;

/// A question put to an index: what it is about is found there.
pub struct Put {
    /// The open index.
    pub engine: Engine,
    /// The act.
    pub act: ActInfo,
    /// The provision.
    pub address: Address,
    /// The days.
    pub ask: Ask,
}

/// A question, as far as it can be read without the index.
pub struct Question<'a> {
    /// The act, without day and portion.
    pub act: &'a str,
    /// The provision.
    pub address: Option<&'a str>,
    moment: Moment,
    asked: Ask,
}

impl<'a> Question<'a> {
    /// Reads what was typed.
    pub fn read(
        act: &'a str,
        address: Option<&'a str>,
        days: &Days,
        lang: Lang,
    ) -> Result<Self, Failure> {
        let asked = days::ask(days, lang)?;
        let Some(iri) = iri(act, lang)? else {
            return Ok(Question { act, address, moment: Moment::Unstated, asked });
        };
        let given = |name: &'static str, day: &Option<String>| day.as_ref().map(|_| name);
        let known_by = match iri.moment {
            Moment::On(_, None) => None,
            _ => given("--known-by", &days.known_by),
        };
        let other = given("--on", &days.on)
            .or(given("--adopted-by", &days.adopted_by))
            .or(known_by)
            .filter(|_| iri.moment != Moment::Unstated)
            .or(iri.portion.and(address));
        if let Some(other) = other {
            return Err(Failure::usage(usage::conflicting_options(lang, act, other)));
        }
        let address = address.or(iri.portion);
        Ok(Question { act: iri.work, address, moment: iri.moment, asked })
    }

    /// Day and axis. The original is the act as adopted: its text on its own day of adoption,
    /// in force or not.
    pub fn ask(&self, act: &ActInfo) -> Ask {
        let known = self.asked.known_by;
        match self.moment {
            Moment::Unstated => self.asked,
            Moment::Original => Ask { axis: Axis::Adopted, date: act.id.adopted.0, known_by: None },
            Moment::On(date, known_by) => {
                Ask { axis: Axis::InForce, date, known_by: known_by.or(known) }
            }
        }
    }

    /// Puts the question that the arguments ask.
    pub fn put_about(about: &'a Provision, context: &Context) -> Result<Put, Failure> {
        let address = about.address.as_deref();
        Question::read(&about.act, address, &about.days, context.lang)?.put(context)
    }

    /// Opens the index and finds what the question is about.
    pub fn put(&self, context: &Context) -> Result<Put, Failure> {
        let engine = engine::open(context)?;
        let act = engine::act(&engine, self.act, context)?;
        let ask = self.ask(&act);
        let address = engine::address(&engine, &act, self.address, &ask, context)?;
        Ok(Put { engine, act, address, ask })
    }
}

/// The act that a command without days is about: an IRI with a day or a portion asks for what
/// the command does not tell.
pub fn only_act(typed: &str, lang: Lang) -> Result<&str, Failure> {
    match iri(typed, lang)? {
        None => Ok(typed),
        Some(iri) if iri.moment == Moment::Unstated && iri.portion.is_none() => Ok(iri.work),
        Some(iri) => Err(Failure::usage(usage::act_alone(lang, typed, iri.work))),
    }
}

fn iri(typed: &str, lang: Lang) -> Result<Option<Expression<'_>>, Failure> {
    let typed = typed.trim();
    if !typed.starts_with("/akn/") {
        return Ok(None);
    }
    let iri = Expression::parse(typed);
    iri.map(Some).ok_or_else(|| Failure::usage(usage::iri_not_understood(lang, typed)))
}
