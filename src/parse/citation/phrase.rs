//! A Kazakh citation in any case form → units named one inside the other, with the lists and
//! ranges of numbers that orders use (`29 және 30-тармақтар`, `1) – 4) тармақшалар`).
//! Only the last number of a list carries the noun; its case says what is done to the units.

use super::token::{Token, TokenKind};
use crate::kazakh::memo::Memo;
use crate::kazakh::noun::{Case, Form};
use crate::kazakh::skeleton::same;
use crate::kazakh::unit::{UnitNoun, recognise_damaged};
use crate::kazakh::{numeral, roman};
use crate::model::number::Number;
use winnow::Result;
use winnow::combinator::{alt, opt, peek, preceded, repeat, terminated};
use winnow::error::EmptyError;
use winnow::prelude::*;
use winnow::token::any;

/// A slice of tokens, from which readers take what they know.
pub type Tokens<'a, 't> = &'a [Token<'t>];

/// A number by which a unit is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// One unit: `17-1`, `жетінші`.
    One(Number),
    /// Units from the first to the last, both inside: `1) – 4)`.
    Range(Number, Number),
    /// `соңғы`: the last one.
    Last,
}

/// Units of one noun: `29 және 30-тармақтар`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// The noun.
    pub noun: UnitNoun,
    /// True for `кіші бөлім`.
    pub minor: bool,
    /// The numbers; empty for a unit without one (`тақырыбы`).
    pub places: Vec<Place>,
    /// Case, number and possession of the noun.
    pub form: Form,
}

/// Units one inside the other, outermost first: `6-тармақтың 17) тармақшасы`.
pub type Chain = Vec<Cited>;

/// Takes a chain of units from the front of the tokens.
///
/// # Errors
/// When the tokens do not begin with a citation.
pub fn chain(input: &mut Tokens<'_, '_>) -> Result<Chain, EmptyError> {
    repeat(1.., cited).parse_next(input)
}

/// Takes units of one noun from the front of the tokens.
///
/// # Errors
/// When the tokens do not begin with such.
pub fn cited(input: &mut Tokens<'_, '_>) -> Result<Cited, EmptyError> {
    if !input.first().is_some_and(opens) {
        return Err(EmptyError);
    }
    alt((numbered, bare)).parse_next(input)
}

thread_local! {
    static OPENING: Memo<bool> = Memo::default();
}

/// True for a token with which units may be cited.
fn opens(token: &Token<'_>) -> bool {
    let may_open = |word| {
        ["реттік", "соңғы", "кіші"].iter().any(|opening| same(word, opening))
            || numeral::begins(word)
            || roman::read(word).is_some()
            || digit_of(word).is_some()
            || recognise_damaged(word).is_some()
    };
    match token.kind {
        TokenKind::Number { .. } => true,
        TokenKind::Word(word) => OPENING.with(|known| known.of(word, || may_open(word))),
        TokenKind::Dash | TokenKind::Mark(_) => false,
    }
}

fn numbered(input: &mut Tokens<'_, '_>) -> Result<Cited, EmptyError> {
    opt(row_number_words).parse_next(input)?;
    let start = *input;
    let mut places = vec![place.parse_next(input)?];
    while let Ok(next) = preceded(separator, place).parse_next(input) {
        places.push(next);
    }
    opt(dash).parse_next(input)?;
    let numbers = &start[..start.len() - input.len()];
    let (minor, noun, form) = noun.parse_next(input)?;
    // `1) тақырыбында`: the bracket is that of the order's own number.
    let bracketed =
        numbers.iter().any(|token| matches!(token.kind, TokenKind::Number { bracket: true, .. }));
    let noun = match noun {
        // Codes call the items of a list тармақ as well: the bracket tells.
        UnitNoun::Paragraph if bracketed => UnitNoun::Subparagraph,
        UnitNoun::Subparagraph => noun,
        _ if bracketed => return Err(EmptyError),
        _ => noun,
    };
    Ok(Cited { noun, minor, places: settle(places, form), form })
}

/// `15-16-баптар` is a range, since a plural noun means two units at least and an inserted
/// number never has a later number than its stem inside one list member.
fn settle(places: Vec<Place>, form: Form) -> Vec<Place> {
    match places.as_slice() {
        [Place::One(Number::Dashed(parts))] if form.plural => match parts.as_slice() {
            [first, last] if first < last => {
                vec![Place::Range(Number::plain(*first), Number::plain(*last))]
            }
            _ => places,
        },
        _ => places,
    }
}

/// A unit that is cited without a number.
fn bare(input: &mut Tokens<'_, '_>) -> Result<Cited, EmptyError> {
    let (minor, noun, form) = noun.parse_next(input)?;
    let unnumbered = matches!(
        noun,
        UnitNoun::Annex
            | UnitNoun::Title
            | UnitNoun::Preamble
            | UnitNoun::OldPreamble
            | UnitNoun::Contents
            | UnitNoun::Body
            | UnitNoun::Table
            | UnitNoun::Footnote
    );
    // `мынадай мазмұндағы` (of the following content) names no table of contents.
    let content = noun == UnitNoun::Contents && form.case == Case::Attributive && !form.possessed;
    if minor || !unnumbered || content {
        return Err(EmptyError);
    }
    Ok(Cited { noun, minor, places: Vec::new(), form })
}

fn noun(input: &mut Tokens<'_, '_>) -> Result<(bool, UnitNoun, Form), EmptyError> {
    let minor = opt(word_like("кіші")).parse_next(input)?.is_some();
    let (noun, form) = any
        .verify_map(|token: Token<'_>| match token.kind {
            TokenKind::Word(word) => recognise_damaged(word),
            _ => None,
        })
        .parse_next(input)?;
    Ok((minor, noun, form))
}

/// `реттік нөмірі`, which stands before the number of a row.
fn row_number_words(input: &mut Tokens<'_, '_>) -> Result<(), EmptyError> {
    let number_word = |input: &mut Tokens<'_, '_>| {
        alt((word_like("нөмірі"), word_like("нөмірлері"))).parse_next(input)
    };
    (word_like("реттік"), number_word).void().parse_next(input)
}

fn place(input: &mut Tokens<'_, '_>) -> Result<Place, EmptyError> {
    let last = word_like("соңғы").value(Place::Last);
    alt((last, range, number.map(Place::One))).parse_next(input)
}

fn range(input: &mut Tokens<'_, '_>) -> Result<Place, EmptyError> {
    let first = number.parse_next(input)?;
    dash.parse_next(input)?;
    let last = number.parse_next(input)?;
    Ok(Place::Range(first, last))
}

fn number(input: &mut Tokens<'_, '_>) -> Result<Number, EmptyError> {
    let figures = any.verify_map(|token: Token<'_>| match token.kind {
        TokenKind::Number { number, .. } => Some(number),
        _ => None,
    });
    alt((figures, ordinal, roman_numeral, misread_digit)).parse_next(input)
}

/// A letter before a hyphen that a copy put in place of the digit it looks like: `З-тарау`.
fn misread_digit(input: &mut Tokens<'_, '_>) -> Result<Number, EmptyError> {
    let digit = |token: Token<'_>| match token.kind {
        TokenKind::Word(word) => digit_of(word).map(Number::plain),
        _ => None,
    };
    terminated(any.verify_map(digit), peek(dash)).parse_next(input)
}

fn digit_of(word: &str) -> Option<u32> {
    match word {
        "З" | "з" => Some(3),
        "б" => Some(6),
        _ => None,
    }
}

/// An ordinal in words, of as many words as it has.
fn ordinal<'a>(input: &mut Tokens<'_, 'a>) -> Result<Number, EmptyError> {
    let word = |token: &Token<'a>| match token.kind {
        TokenKind::Word(word) => Some(word),
        _ => None,
    };
    if !input.first().and_then(word).is_some_and(numeral::begins) {
        return Err(EmptyError);
    }
    let words: Vec<&str> = input.iter().map_while(word).take(8).collect();
    let read = numeral::read(&words).filter(|n| n.ordinal && n.form == Form::PLAIN);
    let read = read.ok_or(EmptyError)?;
    *input = &input[read.words..];
    Ok(Number::plain(read.value))
}

fn roman_numeral(input: &mut Tokens<'_, '_>) -> Result<Number, EmptyError> {
    any.verify_map(|token: Token<'_>| match token.kind {
        TokenKind::Word(word) => roman::read(word).map(Number::plain),
        _ => None,
    })
    .parse_next(input)
}

/// Takes what stands between the members of a list: a comma, `және`, `мен`, or both.
///
/// # Errors
/// When the tokens begin with something else.
pub fn separator(input: &mut Tokens<'_, '_>) -> Result<(), EmptyError> {
    let comma = |input: &mut Tokens<'_, '_>| {
        any.verify(|token: &Token<'_>| token.kind == TokenKind::Mark(',')).void().parse_next(input)
    };
    alt(((comma, opt(conjunction)).void(), conjunction)).parse_next(input)
}

fn conjunction(input: &mut Tokens<'_, '_>) -> Result<(), EmptyError> {
    let word = alt((word_like("және"), word_like("мен"), word_like("бен"), word_like("пен")));
    alt((word, word_like("сондай"), word_like("ақ"))).parse_next(input)
}

fn dash(input: &mut Tokens<'_, '_>) -> Result<(), EmptyError> {
    any.verify(|token: &Token<'_>| token.kind == TokenKind::Dash).void().parse_next(input)
}

/// Takes one word of this skeleton.
pub fn word_like<'a, 't: 'a>(word: &'static str) -> impl Parser<Tokens<'a, 't>, (), EmptyError> {
    any.verify(
        move |token: &Token<'t>| matches!(token.kind, TokenKind::Word(found) if same(found, word)),
    )
    .void()
}

/// The case in which a chain stands as a whole: that of its last noun.
pub fn case(chain: &[Cited]) -> Option<Case> {
    chain.last().map(|cited| cited.form.case)
}
