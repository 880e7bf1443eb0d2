//! An act as one commit of a git repository has it → a redaction ready to be put into a corpus:
//! whose it is, which date it has, what made it. What is not told is asked, never supplied.

mod cause;
mod form;
pub mod names;
mod own;

use crate::kazakh::slug::slug;
use crate::model::act::{ActId, ActType, Issuer};
use crate::model::address::Address;
use crate::model::day::Adopted;
use crate::parse;
use crate::parse::identity::requisites;
use crate::source::document::Document;
use crate::source::history::meta::{Meta, meta};
use crate::source::history::{Committed, Content};
use jiff::civil::Date;

pub use own::{OwnDocument, own};

/// A redaction of an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The act.
    pub act: ActId,
    /// Its title, where it is told.
    pub title: Option<String>,
    /// The date of the redaction.
    pub state: Date,
    /// The acts that made it.
    pub made_by: Vec<ActId>,
    /// Its documents: the address of each and its text.
    pub texts: Vec<(Address, String)>,
    /// How sure its words are at most, as told; `None` for a publisher's text.
    pub certainty: Option<String>,
    /// Places of which it does not tell.
    pub gaps: Vec<String>,
    /// Keys of the description that were not understood.
    pub unknown_keys: Vec<String>,
}

/// What only the user can tell, or what forbids to import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// The description is no YAML at this line.
    NoYaml(usize),
    /// There is no text in Kazakh.
    NoText,
    /// Neither the description nor the text tells a fact: the key.
    Missing(&'static str),
    /// A fact is told in words that are not understood: the key and the words.
    NotUnderstood(&'static str, String),
    /// Nothing tells the date of the redaction.
    NoDate,
    /// The date lies before the act.
    BeforeAdoption(Date, Date),
    /// The days of the commits are days of effect.
    DaysOfEffect,
}

/// The redaction in a folder of an act. `author_dates`: the user says that the day of a commit is
/// the date of the redaction.
///
/// # Errors
/// The first question that has to be answered before it can be imported.
pub fn imported(
    commit: &Committed,
    content: &Content,
    author_dates: bool,
) -> Result<Imported, Question> {
    let described = match &content.meta {
        Some(text) => meta(text).map_err(Question::NoYaml)?,
        None => Meta::default(),
    };
    let text = content.text.as_ref().filter(|text| !text.trim().is_empty());
    let text = text.ok_or(Question::NoText)?.clone();
    let act = identity(&described, &text)?;
    let state = date(&described, commit, author_dates)?;
    if state < act.adopted.0 {
        return Err(Question::BeforeAdoption(state, act.adopted.0));
    }
    let made_by = match state == act.adopted.0 {
        true => None,
        false => described
            .cause
            .as_deref()
            .and_then(|words| cause::cause(words, state))
            .or_else(|| cause::cause(&commit.message, state)),
    };
    Ok(Imported {
        title: described.title.filter(|title| !title.is_empty()),
        act,
        state,
        made_by: made_by.into_iter().collect(),
        texts: vec![(Address::whole(), text)],
        certainty: None,
        gaps: Vec::new(),
        unknown_keys: described.unknown,
    })
}

/// Who the act is: by its description, else by the line of requisites in its text.
fn identity(described: &Meta, text: &str) -> Result<ActId, Question> {
    let told = |words: &Option<String>| words.clone().filter(|words| !words.is_empty());
    let complete = told(&described.form).is_some()
        && described.number.is_some()
        && told(&described.adopted).is_some();
    let printed = match complete {
        true => None,
        false => requisites(&parse::parse(&Document::decode("", text.as_bytes()))),
    };
    let printed = printed.map(|found| found.act);
    let form = match told(&described.form) {
        Some(words) => form::form(&words).ok_or(Question::NotUnderstood("type", words))?,
        None => printed.as_ref().map(|act| act.form).ok_or(Question::Missing("type"))?,
    };
    let adopted = match told(&described.adopted) {
        Some(words) => cause::day(&words).ok_or(Question::NotUnderstood("date", words))?,
        None => printed.as_ref().map(|act| act.adopted.0).ok_or(Question::Missing("date"))?,
    };
    let number = match (&described.number, &printed) {
        // The description says that there is none.
        (Some(number), _) if number.is_empty() => {
            let title = told(&described.title).ok_or(Question::Missing("title"))?;
            let words: Vec<&str> = title.split_whitespace().take(6).collect();
            format!("~{}", slug(&words.join(" ")))
        }
        (Some(number), _) => form::number(number),
        (None, Some(act)) => act.number.clone(),
        (None, None) => return Err(Question::Missing("number")),
    };
    let issuer = match (form, told(&described.issuer)) {
        (form, _) if form.is_law() => Issuer::parliament(),
        (ActType::Decree, None) => Issuer::president(),
        (_, Some(words)) => {
            form::issuer(&words, form).ok_or(Question::NotUnderstood("issuer", words))?
        }
        (_, None) => {
            let issuer = match &printed {
                Some(act) => Some(act.issuer.clone()),
                None => requisites(&parse::parse(&Document::decode("", text.as_bytes())))
                    .map(|found| found.act.issuer),
            };
            issuer.ok_or(Question::Missing("issuer"))?
        }
    };
    Ok(ActId { adopted: Adopted(adopted), form, issuer, number })
}

/// The date of the redaction: by the description, else by a trailer or the subject of the commit.
fn date(described: &Meta, commit: &Committed, author_dates: bool) -> Result<Date, Question> {
    if let Some(words) = described.redaction.as_ref().filter(|words| !words.is_empty()) {
        return cause::day(words)
            .ok_or_else(|| Question::NotUnderstood("redaction_date", words.clone()));
    }
    let keys = ["redaction-date", "version-date", "redaction", "version"];
    let trailer = commit.message.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        keys.contains(&key.trim().to_lowercase().as_str()).then(|| cause::day(value.trim()))?
    });
    let subject = commit.message.lines().next().unwrap_or_default();
    let told = trailer.or_else(|| match cause::days(subject)[..] {
        [one] => Some(one),
        _ => None,
    });
    told.or(commit.author_day.filter(|_| author_dates)).ok_or(Question::NoDate)
}
