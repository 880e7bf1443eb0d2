//! Words that name an act in running text → its name: quoted title, issuer, day, number and form
//! in whatever order drafting puts them (`"…" 2009 жылғы 18 қыркүйектегі Қазақстан Республикасы
//! Кодексінің`, `ҚР Үкіметінің 2016 жылғы 20 желтоқсандағы № 832 қаулысымен`).

use super::ActName;
use crate::kazakh::date;
use crate::kazakh::noun::{Case, Form, Stem};
use crate::kazakh::skeleton::skeleton;
use crate::kazakh::unit::recognise;
use crate::model::act::ActType;
use crate::parse::citation::phrase::{Tokens, word_like};
use crate::parse::citation::token::{Token, TokenKind};
use crate::parse::mention;
use crate::parse::quotes::{is_quote, quotations};
use jiff::civil::Date;
use std::ops::Range;
use winnow::Result;
use winnow::combinator::alt;
use winnow::error::EmptyError;
use winnow::prelude::*;
use winnow::token::any;

/// The text that names are read from.
pub(super) struct Reader<'t> {
    text: &'t str,
    titles: Vec<Range<usize>>,
}

/// A part of a name.
#[derive(Clone)]
enum Element {
    Title(String),
    State,
    Day(Date),
    Number(String),
    Constitutional,
}

/// Longest name of an issuer or a code, in tokens.
const LONGEST: usize = 24;

/// Parts of a name at most: a title, the state twice, an issuer, a day, a number and a form.
const MOST_ELEMENTS: usize = 10;

/// How many titles of one text are looked at whose marks do not balance.
const MOST_TITLES: usize = 64;

impl<'t> Reader<'t> {
    /// A reader of this text.
    pub(super) fn new(text: &'t str) -> Self {
        Reader { text, titles: titles(text) }
    }

    /// Takes the name of an act from the front of the tokens, with the form in which it stands.
    pub(super) fn act(&self, input: &mut Tokens<'_, 't>) -> Result<(ActName, Form), EmptyError> {
        let mut name = ActName::default();
        let (mut state, mut constitutional) = (None, false);
        if let Ok(title) = unquoted_title.parse_next(input) {
            name.title = Some(title);
        }
        for _ in 0..MOST_ELEMENTS {
            let element = |input: &mut Tokens<'_, 't>| self.element(input);
            match winnow::combinator::opt(element).parse_next(input)? {
                Some(Element::Title(title)) if name.title.is_none() => name.title = Some(title),
                Some(Element::State) => state = input.first().map(|token| token.bytes.start),
                Some(Element::Day(day)) if name.adopted.is_none() => {
                    let issuer = state.and_then(|from| self.issuer_words(from, input));
                    name.issuer = name.issuer.or(issuer);
                    name.adopted = Some(day);
                }
                Some(Element::Number(number)) if name.number.is_none() => {
                    name.number = Some(number);
                }
                Some(Element::Constitutional) => constitutional = true,
                Some(_) => return Err(EmptyError),
                None => {
                    if let Some((form, declined)) = form(input) {
                        return self.finish(name, form, declined, constitutional, state.is_some());
                    }
                    if let Some(declined) = constitution(input, state.is_some()) {
                        name.title = Some("Конституция".to_owned());
                        return Ok((name, declined));
                    }
                    state.ok_or(EmptyError)?;
                    match code_name(input) {
                        Some((title, declined)) => {
                            name.title = Some(title);
                            name.form = Some(ActType::Code);
                            return Ok((name, declined));
                        }
                        None => issuer_tokens(input).ok_or(EmptyError)?,
                    }
                }
            }
        }
        Err(EmptyError)
    }

    fn finish(
        &self,
        mut name: ActName,
        form: ActType,
        declined: Form,
        constitutional: bool,
        state: bool,
    ) -> Result<(ActName, Form), EmptyError> {
        let told = name.title.is_some() || name.number.is_some();
        let dated = name.adopted.is_some() && state;
        if declined.plural || !(told || dated) {
            return Err(EmptyError);
        }
        name.form = Some(if constitutional { ActType::ConstitutionalLaw } else { form });
        if let Some(issuer) = name.issuer.take() {
            name.issuer = mention::issuer(&issuer.0, form);
        }
        Ok((name, declined))
    }

    fn element(&self, input: &mut Tokens<'_, 't>) -> Result<Element, EmptyError> {
        alt((
            (|input: &mut Tokens<'_, 't>| self.title(input)).map(Element::Title),
            state.value(Element::State),
            (|input: &mut Tokens<'_, 't>| self.day(input)).map(Element::Day),
            (|input: &mut Tokens<'_, 't>| self.number(input)).map(Element::Number),
            word_like("конституциялық").value(Element::Constitutional),
        ))
        .parse_next(input)
    }

    fn title(&self, input: &mut Tokens<'_, 't>) -> Result<String, EmptyError> {
        let at = input.first().ok_or(EmptyError)?.bytes.start;
        let found = self.titles.binary_search_by_key(&at, |title| title.start);
        let title = &self.titles[found.map_err(|_| EmptyError)?];
        let words = &self.text[title.clone()];
        let inside = words.trim_matches(is_quote);
        // Of a title that opens with another title one mark closes both.
        let merged = inside.chars().filter(|letter| is_quote(*letter)).count() % 2 == 1;
        let open = if merged { 0 } else { words.chars().next().map_or(0, char::len_utf8) };
        let close = words.trim_end_matches(is_quote).len();
        let whole = words.get(open..close).filter(|title| !title.trim().is_empty());
        let whole = whole.ok_or(EmptyError)?;
        skip_to(input, title.end);
        Ok(whole.trim().to_owned())
    }

    fn day(&self, input: &mut Tokens<'_, 't>) -> Result<Date, EmptyError> {
        let token = input.first().ok_or(EmptyError)?;
        if !matches!(token.kind, TokenKind::Number { bracket: false, .. }) {
            return Err(EmptyError);
        }
        let start = token.bytes.start;
        let found = date::at_start(&self.text[start..]).ok_or(EmptyError)?;
        if found.form.is_some_and(|form| form.case != Case::Attributive) {
            return Err(EmptyError);
        }
        skip_to(input, start + found.bytes);
        found.date.map_err(|_| EmptyError)
    }

    fn number(&self, input: &mut Tokens<'_, 't>) -> Result<String, EmptyError> {
        let start = input.first().ok_or(EmptyError)?.bytes.start;
        let rest = &self.text[start..];
        let (number, after) = mention::number_after_sign(rest).ok_or(EmptyError)?;
        skip_to(input, start + rest.len() - after.len());
        let registry = |token: &Token<'_>| token.kind == TokenKind::Word("ҚРЗ");
        if input.first().is_some_and(registry) {
            *input = &input[1..];
        }
        Ok(number)
    }

    /// The words between the state's name and the day, as they stand.
    fn issuer_words(
        &self,
        from: usize,
        input: &Tokens<'_, 't>,
    ) -> Option<crate::model::act::Issuer> {
        let end = input.first().map_or(self.text.len(), |token| token.bytes.start);
        let words = self.text.get(from..end)?;
        let day = words.find(|c: char| c.is_ascii_digit())?;
        let words = words[..day].trim();
        (!words.is_empty()).then(|| crate::model::act::Issuer(words.to_owned()))
    }
}

fn skip_to(input: &mut Tokens<'_, '_>, end: usize) {
    let taken = input.iter().take_while(|token| token.bytes.start < end).count();
    *input = &input[taken..];
}

/// `Қазақстан Республикасының`, `ҚР`.
fn state(input: &mut Tokens<'_, '_>) -> Result<(), EmptyError> {
    let republic = any.verify(|token: &Token<'_>| {
        matches!(token.kind, TokenKind::Word(word)
            if skeleton(word).starts_with(&skeleton("республикасы")))
    });
    let short = any.verify(|token: &Token<'_>| {
        matches!(token.kind, TokenKind::Word(word) if mention::is_state_abbreviation(word))
    });
    alt(((word_like("қазақстан"), republic).void(), short.void())).parse_next(input)
}

fn form(input: &mut Tokens<'_, '_>) -> Option<(ActType, Form)> {
    let TokenKind::Word(word) = input.first()?.kind else { return None };
    let found = mention::form_word(word)?;
    *input = &input[1..];
    Some(found)
}

fn constitution(input: &mut Tokens<'_, '_>, state: bool) -> Option<Form> {
    let TokenKind::Word(word) = input.first()?.kind else { return None };
    if !state || !word.starts_with("Конституция") {
        return None;
    }
    let stem = Stem::new("Конституция");
    let form = Form::all().find(|form| !form.plural && stem.decline(*form) == word)?;
    *input = &input[1..];
    Some(form)
}

/// `Әкімшілік құқық бұзушылық туралы Қазақстан Республикасының Кодексі`: a title without marks
/// begins with a capital and ends in `туралы`, and the state's name and a form follow.
fn unquoted_title(input: &mut Tokens<'_, '_>) -> Result<String, EmptyError> {
    let mut said: Vec<&str> = Vec::new();
    for (at, token) in input.iter().enumerate().take(LONGEST / 2) {
        let TokenKind::Word(word) = token.kind else { return Err(EmptyError) };
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        // The words of a title but the first are common nouns.
        if capital != (at == 0) || recognise(word).is_some() || word == "Осы" {
            return Err(EmptyError);
        }
        said.push(word);
        if word == "туралы" {
            let mut rest = &input[at + 1..];
            state.parse_next(&mut rest)?;
            let named = form(&mut rest).is_some_and(|(form, _)| form.is_law());
            if !named {
                return Err(EmptyError);
            }
            *input = &input[at + 1..];
            return Ok(said.join(" "));
        }
    }
    Err(EmptyError)
}

/// The name of a code after the state's: `Азаматтық процестік кодексінің`.
fn code_name(input: &mut Tokens<'_, '_>) -> Option<(String, Form)> {
    let mut said: Vec<&str> = Vec::new();
    for (at, token) in input.iter().enumerate().take(LONGEST / 2) {
        match token.kind {
            TokenKind::Word(word) => match mention::form_word(word) {
                Some((ActType::Code, form)) if at > 0 && !form.plural => {
                    let possessed = Form { possessed: true, ..Form::PLAIN };
                    let noun = Stem::new("кодекс").decline(possessed);
                    *input = &input[at + 1..];
                    return Some((format!("{} {noun}", said.join(" ")), form));
                }
                Some(_) => return None,
                None if recognise(word).is_some() => return None,
                None => said.push(word),
            },
            TokenKind::Mark(',') if at > 0 => {}
            _ => return None,
        }
    }
    None
}

/// Passes the name of an issuer, up to the day of its act.
fn issuer_tokens(input: &mut Tokens<'_, '_>) -> Option<()> {
    let day = input.iter().take(LONGEST).position(|token| {
        matches!(&token.kind, TokenKind::Number { bracket: false, .. } | TokenKind::Mark('№'))
    })?;
    let fits = |token: &Token<'_>| match token.kind {
        TokenKind::Word(word) => mention::form_word(word).is_none() && recognise(word).is_none(),
        TokenKind::Dash | TokenKind::Mark(',' | '.') => true,
        _ => false,
    };
    if day == 0 || !input[..day].iter().all(fits) {
        return None;
    }
    *input = &input[day..];
    Some(())
}

/// Bytes of the quotations that may be titles, marks included, in order. Where the marks of a
/// title that holds another do not balance, the title is what stands between the first mark of
/// the sentence and the one that closes it.
fn titles(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> =
        quotations(text).into_iter().map(|quotation| quotation.outer).collect();
    let closes: Vec<usize> = text
        .match_indices("туралы")
        .map(|(at, word)| at + word.len())
        .filter(|end| text[*end..].starts_with(is_quote))
        .take(MOST_TITLES)
        .collect();
    for at in closes {
        let end = at + text[at..].chars().next().map_or(0, char::len_utf8);
        if found.iter().any(|title| title.end == end) {
            continue;
        }
        let sentence = text[..at].rfind([';', ':']).map_or(0, |mark| mark + 1);
        let before = found.iter().rposition(|title| {
            title.end <= end && text[..title.end].trim_end_matches(is_quote).ends_with("туралы")
        });
        let sentence = before.map_or(sentence, |before| sentence.max(found[before].end));
        let Some(first) = found.iter().position(|title| title.start >= sentence && title.end < end)
        else {
            continue;
        };
        let start = found[first].start;
        found.retain(|title| title.start < start || title.start >= end);
        let place = found.partition_point(|title| title.start < start);
        found.insert(place, start..end);
    }
    found
}
