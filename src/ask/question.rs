//! An act, a provision and days as typed → the question: an IRI may name all three, and then
//! nothing else may.

use super::failure::Failure;
use super::params::{Days, Provision};
use super::{Desk, days};
use crate::model::address::Address;
use crate::model::expression::{Expression, Moment};
use crate::model::version::Axis;
use crate::query::Engine;
use crate::query::answer::{ActInfo, Ask};
use crate::render::messages::Lang;
use crate::render::messages::catalogue::usage;

/// A question put to an index: what it is about is found there.
pub struct Put<'d> {
    /// The open index.
    pub engine: &'d Engine,
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
    ///
    /// # Errors
    /// Days or an IRI that cannot be read, or that say a thing twice.
    pub fn read(
        act: &'a str,
        address: Option<&'a str>,
        days: &Days,
        desk: &dyn Desk,
    ) -> Result<Self, Failure> {
        let lang = desk.lang();
        let asked = days::ask(days, desk)?;
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

    /// True where an IRI names the day.
    pub fn names_a_day(&self) -> bool {
        self.moment != Moment::Unstated
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

    /// Puts the question that the parameters ask.
    ///
    /// # Errors
    /// As [`Question::read`] and [`Question::put`].
    pub fn put_about<'d>(about: &Provision, desk: &'d dyn Desk) -> Result<Put<'d>, Failure> {
        let address = about.address.as_deref();
        Question::read(&about.act, address, &about.days, desk)?.put(desk)
    }

    /// Opens the index and finds what the question is about.
    ///
    /// # Errors
    /// An index that cannot be opened, an act or a place that is not there.
    pub fn put<'d>(&self, desk: &'d dyn Desk) -> Result<Put<'d>, Failure> {
        let engine = desk.engine()?;
        let act = act(self.act, desk)?;
        let ask = self.ask(&act);
        let address = address(&act, self.address, &ask, desk)?;
        Ok(Put { engine, act, address, ask })
    }
}

/// The act that was named, without a day.
///
/// # Errors
/// An IRI that says more, an act that is not there, several of that name.
pub fn act(asked: &str, desk: &dyn Desk) -> Result<ActInfo, Failure> {
    let asked = only_act(asked, desk.lang())?;
    let found = desk.engine()?.find_act(asked);
    found.map_err(|refusal| Failure::refusal(refusal, None, desk.lang()))
}

/// The provision that was named; the whole act where none was.
///
/// # Errors
/// A place that is not there, several of that name, words that name no place.
pub fn address(
    act: &ActInfo,
    asked: Option<&str>,
    ask: &Ask,
    desk: &dyn Desk,
) -> Result<Address, Failure> {
    let Some(asked) = asked else { return Ok(Address::whole()) };
    let found = desk.engine()?.find_address(act, asked, ask);
    found.map_err(|refusal| Failure::refusal(refusal, Some(&act.id), desk.lang()))
}

/// The act that a command without days is about: an IRI with a day or a portion asks for what
/// the command does not tell.
///
/// # Errors
/// An IRI that cannot be read, or that says more.
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
