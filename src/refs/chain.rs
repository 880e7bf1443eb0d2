//! Units cited one inside the other, with what owns them → the addresses that they name.
//! Parts, indents and sentences have no numbers of their own: they stay words.

use super::Target;
use crate::kazakh::noun::Case;
use crate::kazakh::unit::{UnitNoun, recognise};
use crate::model::address::{Address, Step};
use crate::parse::citation::expand::{Scope, expand, numbers, rank};
use crate::parse::citation::phrase::{Cited, Place, Tokens, cited, word_like};
use crate::parse::citation::token::{Token, TokenKind};
use std::ops::Range;
use winnow::Result;
use winnow::combinator::{alt, opt};
use winnow::error::EmptyError;
use winnow::prelude::*;
use winnow::token::any;

/// One link of a chain with its bytes in the text.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub cited: Cited,
    pub bytes: Range<usize>,
}

/// Takes a chain from the front of the tokens: each unit but the last stands in the genitive, or
/// in the nominative before one that is possessed, and the next one is smaller.
pub(super) fn chain(input: &mut Tokens<'_, '_>) -> Result<Vec<Link>, EmptyError> {
    let mut links = vec![link.parse_next(input)?];
    while let Some(last) = links.last() {
        let mut rest = *input;
        match alt((link, bracketed)).parse_next(&mut rest) {
            Ok(next) if follows(&last.cited, &next.cited) => {
                *input = rest;
                links.push(next);
            }
            _ => break,
        }
    }
    Ok(links)
}

fn link(input: &mut Tokens<'_, '_>) -> Result<Link, EmptyError> {
    let before = *input;
    let cited = cited.parse_next(input)?;
    let taken = &before[..before.len() - input.len()];
    let start = taken.first().map_or(0, |token| token.bytes.start);
    let end = taken.last().map_or(start, |token| token.bytes.end);
    // A number in words and a noun with a wrong letter are two other words: `үшінші тарапын`.
    let figures = taken.iter().any(|token| matches!(token.kind, TokenKind::Number { .. }));
    let clean = taken.last().is_some_and(
        |token| matches!(token.kind, TokenKind::Word(word) if recognise(word).is_some()),
    );
    if !figures && !clean {
        return Err(EmptyError);
    }
    Ok(Link { cited, bytes: start..end })
}

/// `2) тармағы`: in a code a number with a bracket is that of a point inside a part, which laws
/// call a sub-point.
fn bracketed(input: &mut Tokens<'_, '_>) -> Result<Link, EmptyError> {
    let (number, noun) = (
        any.verify_map(|token: Token<'_>| match token.kind {
            TokenKind::Number { number, bracket: true } => Some((number, token.bytes.start)),
            _ => None,
        }),
        any.verify_map(|token: Token<'_>| match token.kind {
            TokenKind::Word(word) => recognise(word).map(|noun| (noun, token.bytes.end)),
            _ => None,
        }),
    )
        .parse_next(input)?;
    let ((number, start), ((noun, form), end)) = (number, noun);
    if noun != UnitNoun::Paragraph {
        return Err(EmptyError);
    }
    let places = vec![Place::One(number)];
    let cited = Cited { noun: UnitNoun::Subparagraph, minor: false, places, form };
    Ok(Link { cited, bytes: start..end })
}

fn follows(outer: &Cited, inner: &Cited) -> bool {
    let owned = match outer.form.case {
        Case::Genitive | Case::Attributive => true,
        Case::Nominative => inner.form.possessed && !inner.places.is_empty(),
        _ => false,
    };
    let smaller = rank(inner.noun) > rank(outer.noun) || (is_inner(outer.noun) && numbered(inner));
    owned && smaller
}

fn numbered(cited: &Cited) -> bool {
    cited.noun == UnitNoun::Subparagraph
}

/// True for what has no number of its own.
pub(super) fn is_inner(noun: UnitNoun) -> bool {
    matches!(
        noun,
        UnitNoun::Division
            | UnitNoun::Indent
            | UnitNoun::Sentence
            | UnitNoun::Title
            | UnitNoun::Body
            | UnitNoun::Column
            | UnitNoun::Footnote
    )
}

/// True for a chain that says by itself that it cites. Rows, columns and headings need what they
/// stand in; parts and indents an owner; a unit without a number is a common noun otherwise.
pub(super) fn cites(links: &[Link], owned: bool) -> bool {
    let Some(Link { cited: first, .. }) = links.first() else { return false };
    let bare = first.places.is_empty();
    match first.noun {
        UnitNoun::Article
        | UnitNoun::Paragraph
        | UnitNoun::Subparagraph
        | UnitNoun::Chapter
        | UnitNoun::Section
        | UnitNoun::Part => !bare,
        // `қосымша` without a number is also the adjective "additional".
        UnitNoun::Annex => !bare || (owned && first.form.case != Case::Nominative),
        UnitNoun::Division | UnitNoun::Indent | UnitNoun::Sentence => owned && !bare,
        UnitNoun::Title | UnitNoun::Preamble => owned && first.form.possessed,
        _ => false,
    }
}

/// What a chain hangs on.
pub(super) enum Hanger<'a> {
    /// The unit that owns it.
    Under(&'a Address),
    /// The unit in which it is written, with the headings around that.
    Written(&'a Address, &'a [Address]),
    /// Units named before, whose owner it shares.
    Beside(&'a [Target]),
}

/// The places that a chain names; none where its nouns do not stand one inside the other.
pub(super) fn targets(
    text: &str,
    links: &[Link],
    hanger: &Hanger<'_>,
    in_code: bool,
) -> Vec<Target> {
    let owner_is_article = matches!(hanger, Hanger::Under(base)
        if matches!(base.last(), Some(Step::Article(_))));
    let (outer, inner) = split(links, in_code, owner_is_article);
    let inner = inner.map(|from| {
        let end = links.last().map_or(from, |link| link.bytes.end);
        text[from..end].to_owned()
    });
    let target = |address| Target { address, inner: inner.clone() };
    match hanger {
        Hanger::Under(base) if outer.is_empty() => vec![target((*base).clone())],
        Hanger::Under(base) => {
            let inside = addresses(&Address::whole(), &outer, in_code);
            let base = if base.last().is_some_and(|step| step.kind().is_grouping())
                && outer.first().is_some_and(|cited| rank(cited.noun) >= rank(UnitNoun::Article))
            {
                base.component()
            } else {
                (*base).clone()
            };
            inside.into_iter().map(|address| target(address.prefixed(&base))).collect()
        }
        Hanger::Written(_, _) if outer.is_empty() => Vec::new(),
        Hanger::Written(at, groups) => {
            // Sections are numbered inside their chapter.
            let section = outer.first().is_some_and(|cited| cited.noun == UnitNoun::Section);
            let chapter = groups
                .iter()
                .find(|group| matches!(group.last(), Some(Step::Chapter(_))))
                .filter(|_| section);
            addresses(chapter.unwrap_or(at), &outer, in_code).into_iter().map(target).collect()
        }
        Hanger::Beside(before) => {
            let mut found: Vec<Target> = Vec::new();
            for place in before.iter() {
                let named = if outer.is_empty() {
                    vec![place.address.clone()]
                } else {
                    addresses(&place.address, &outer, in_code)
                };
                for address in named {
                    if !found.iter().any(|known| known.address == address) {
                        found.push(target(address));
                    }
                }
            }
            found
        }
    }
}

fn addresses(scope: &Address, outer: &[Cited], in_code: bool) -> Vec<Address> {
    expand(&Scope { address: scope.clone(), in_code }, outer).unwrap_or_default()
}

/// The numbered units of a chain, and the byte from which its words go further. A part between
/// an article and its sub-point adds nothing: sub-points are numbered through the article.
fn split(links: &[Link], in_code: bool, owner_is_article: bool) -> (Vec<Cited>, Option<usize>) {
    let mut outer: Vec<Cited> = Vec::new();
    for (at, link) in links.iter().enumerate() {
        let mut cited = link.cited.clone();
        let in_article = match outer.last() {
            Some(before) => before.noun == UnitNoun::Article,
            None => owner_is_article && at == 0,
        };
        if in_code && in_article && cited.noun == UnitNoun::Division {
            cited.noun = UnitNoun::Paragraph;
        }
        if is_inner(cited.noun) {
            if links[at + 1..].iter().any(|later| numbered(&later.cited)) {
                continue;
            }
            return (outer, Some(link.bytes.start));
        }
        cited.places = cited.places.into_iter().flat_map(ends).collect();
        outer.push(cited);
    }
    (outer, None)
}

/// A range that only the act itself could fill names its two ends for certain.
fn ends(place: Place) -> Vec<Place> {
    match place {
        Place::Range(first, last)
            if numbers(&[Place::Range(first.clone(), last.clone())]).is_none() =>
        {
            vec![Place::One(first), Place::One(last)]
        }
        other => vec![other],
    }
}

/// Takes what stands between two chains: a comma, a conjunction, or both.
pub(super) fn separator(input: &mut Tokens<'_, '_>) -> Result<(), EmptyError> {
    alt(((comma, opt(conjunction)).void(), conjunction)).parse_next(input)
}

fn comma(input: &mut Tokens<'_, '_>) -> Result<(), EmptyError> {
    any.verify(|token: &Token<'_>| token.kind == TokenKind::Mark(',')).void().parse_next(input)
}

fn conjunction(input: &mut Tokens<'_, '_>) -> Result<(), EmptyError> {
    let dash = any.verify(|token: &Token<'_>| token.kind == TokenKind::Dash);
    let also = (word_like("сондай"), opt(dash), word_like("ақ")).void();
    let or = alt((word_like("немесе"), word_like("не"), word_like("яки")));
    let and = alt((word_like("және"), word_like("мен"), word_like("бен"), word_like("пен")));
    alt((also, or, and)).parse_next(input)
}
