//! The tokens of a unit's text → its citations, from left to right. An owner hands its units on
//! to the chains that commas and conjunctions join to the first one.

use super::chain::{self, Hanger, Link, chain, cites, separator};
use super::name::Reader;
use super::owner::{Owner, is_genitive};
use super::{CitedAct, Names, Reference, Target};
use crate::kazakh::noun::Case;
use crate::kazakh::skeleton::{same, skeleton};
use crate::kazakh::unit::UnitNoun;
use crate::model::act::ActType;
use crate::model::address::{Address, Step};
use crate::parse::citation::phrase::Cited;
use crate::parse::citation::token::{Token, TokenKind, tokens};
use crate::parse::mention::form_word;
use crate::parse::quotes::is_quote;
use crate::terms::Passage;
use std::cell::{Cell, OnceCell};
use winnow::prelude::*;

/// A unit's text while it is read. Bytes are those behind the unit's number.
pub(super) struct Scan<'a> {
    pub passage: &'a Passage<'a>,
    pub names: &'a Names,
    pub form: ActType,
    pub text: &'a str,
    pub tokens: Vec<Token<'a>>,
    pub reader: Reader<'a>,
    names_itself: OnceCell<bool>,
    /// The token behind the last citation.
    cited_until: Cell<usize>,
}

/// The longest bracket that is passed over, in tokens.
const LONGEST_BRACKET: usize = 60;

/// The longest citation, in tokens: orders and laws list dozens of units, never hundreds.
const LONGEST_CITATION: usize = 160;

/// How many tokens may stand between units and the word that excepts them.
const LONGEST_EXCEPTION: usize = 24;

impl<'a> Scan<'a> {
    /// A scan of a unit.
    pub(super) fn new(passage: &'a Passage<'a>, names: &'a Names, form: ActType) -> Self {
        let text = passage.text.get(passage.body..).unwrap_or_default();
        Scan {
            passage,
            names,
            form,
            text,
            tokens: tokens(text),
            reader: Reader::new(text),
            names_itself: OnceCell::new(),
            cited_until: Cell::new(0),
        }
    }

    /// Every citation, in order.
    pub(super) fn references(&self) -> Vec<Reference> {
        let mut out = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let start = out.len();
            at = match self.hereafter(at) {
                Some(end) => end,
                None => self.at(at, &mut out),
            };
            if out.len() > start {
                self.cited_until.set(at);
            }
            for found in &mut out[start..] {
                found.bytes.start += self.passage.body;
                found.bytes.end += self.passage.body;
            }
        }
        out
    }

    /// Reads what begins at a token, and gives the token behind it.
    fn at(&self, at: usize, out: &mut Vec<Reference>) -> usize {
        let Some(owner) = self.owner(at) else {
            return self.chains(at, at, None, out).unwrap_or(at + 1);
        };
        let end = at + owner.taken;
        // Behind an act stands what it is called from here on, its short title or its source.
        let units = self.hereafter(end).or_else(|| self.bracket(end)).unwrap_or(end);
        if self.first_unit(units).is_some_and(|first| owns(&owner, &first))
            && let Some(end) = self.chains(at, units, Some(&owner), out)
        {
            return end;
        }
        if owner.alone && !self.may_be_common_noun(at, &owner) {
            let target = |address| Target { address, inner: None };
            out.push(Reference {
                bytes: self.bytes(at, end),
                targets: owner.base.into_iter().map(target).collect(),
                act: owner.act,
                presumed: owner.presumed,
            });
        }
        end
    }

    /// True for an abbreviation that is a common noun with a capital (`Заң`) where a sentence
    /// begins: any noun has a capital there (`Заңмен қорғалатын құпия`).
    fn may_be_common_noun(&self, at: usize, owner: &Owner) -> bool {
        let TokenKind::Word(word) = self.tokens[at].kind else { return false };
        let begins = match at.checked_sub(1).map(|before| &self.tokens[before].kind) {
            None => true,
            Some(TokenKind::Mark(mark)) => matches!(mark, '.' | ';' | ':') || is_quote(*mark),
            Some(_) => false,
        };
        let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
        begins && owner.abbreviated && owner.taken == 1 && capitals == 1
    }

    /// Reads the chains from a token on; `start` is where their owner begins.
    fn chains(
        &self,
        start: usize,
        units: usize,
        owner: Option<&Owner>,
        out: &mut Vec<Reference>,
    ) -> Option<usize> {
        let (mut start, mut units) = (start, units);
        let mut before: Option<Reference> = None;
        let mut end = None;
        loop {
            let mut input = self.window(units);
            let length = input.len();
            let Ok(links) = chain.parse_next(&mut input) else { return end };
            let possessed = links.first().is_some_and(|link| link.cited.form.possessed);
            let owned = owner.is_some() || (before.is_some() && possessed);
            if !cites(&links, owned) {
                return end;
            }
            let next = units + length - input.len();
            let (act, targets) = match (&before, owner) {
                (Some(before), _) if possessed => {
                    (before.act.clone(), self.targets(&links, &Hanger::Beside(&before.targets)))
                }
                (None, Some(owner)) => {
                    let under = |base| self.targets(&links, &Hanger::Under(base));
                    (owner.act.clone(), owner.base.as_ref().map(under).unwrap_or_default())
                }
                (None, None) if possessed && self.is_exception(next) => {
                    let whole = Address::whole();
                    (CitedAct::Own, self.targets(&links, &Hanger::Under(&whole)))
                }
                (None, None) if possessed => {
                    let free = start > self.cited_until.get();
                    let word = start.checked_sub(1).filter(|_| free);
                    let word = word.and_then(|at| self.tokens.get(at));
                    if matches!(word, Some(Token { kind: TokenKind::Word(word), .. }) if is_genitive(word))
                    {
                        start -= 1;
                    }
                    let whole = Address::whole();
                    (CitedAct::Unclear, self.targets(&links, &Hanger::Under(&whole)))
                }
                _ => {
                    let hanger = Hanger::Written(self.passage.address, self.passage.groups);
                    (CitedAct::Own, self.targets(&links, &hanger))
                }
            };
            let presumed = match &before {
                Some(before) => before.presumed && act == before.act,
                None => owner.is_some_and(|owner| owner.presumed),
            };
            let found = Reference { bytes: self.bytes(start, next), act, targets, presumed };
            out.push(found.clone());
            before = Some(found);
            end = Some(next);
            let mut input = self.window(next);
            let length = input.len();
            if separator.parse_next(&mut input).is_err() {
                return end;
            }
            start = next + length - input.len();
            units = start;
            // What follows may have an owner of its own.
            if self.owner_begins(start) {
                return end;
            }
        }
    }

    /// True where units without an owner are those of the act whose entry into force is told:
    /// `осы Заң 11-бабының 4-тармағын қоспағанда … қолданысқа енгізіледі`, in either order.
    fn is_exception(&self, from: usize) -> bool {
        let except = skeleton("қоспағанда");
        let behind = self.tokens.iter().skip(from).take(LONGEST_EXCEPTION);
        let excepted = behind.filter_map(|token| match token.kind {
            TokenKind::Word(word) => Some(skeleton(word)),
            _ => None,
        });
        excepted.into_iter().any(|word| word == except) && self.names_itself()
    }

    /// True where the text says `осы` with the form of the act.
    fn names_itself(&self) -> bool {
        *self.names_itself.get_or_init(|| {
            let this = skeleton("осы");
            self.tokens.windows(2).any(|pair| match (&pair[0].kind, &pair[1].kind) {
                (TokenKind::Word(first), TokenKind::Word(second)) => {
                    skeleton(first) == this
                        && form_word(second).is_some_and(|(form, _)| form == self.form)
                }
                _ => false,
            })
        })
    }

    fn owner_begins(&self, at: usize) -> bool {
        at < self.tokens.len() && self.first_unit(at).is_none()
    }

    fn targets(&self, links: &[Link], hanger: &Hanger<'_>) -> Vec<Target> {
        chain::targets(self.text, links, hanger, self.form == ActType::Code)
    }

    /// The tokens from one on, as many as a citation has at most.
    pub(super) fn window(&self, at: usize) -> &[Token<'a>] {
        let end = self.tokens.len().min(at + LONGEST_CITATION);
        self.tokens.get(at..end).unwrap_or_default()
    }

    /// The units of one noun at a token.
    pub(super) fn first_unit(&self, at: usize) -> Option<Cited> {
        let mut input = self.window(at);
        let links = chain.parse_next(&mut input).ok()?;
        links.into_iter().next().map(|link| link.cited)
    }

    /// The token behind a bracket that introduces an abbreviation.
    fn hereafter(&self, at: usize) -> Option<usize> {
        let word = |token: &Token<'_>, expected: &str| matches!(token.kind, TokenKind::Word(word) if same(word, expected));
        word(self.tokens.get(at + 1)?, "бұдан").then(|| self.bracket(at)).flatten()
    }

    /// The token behind a bracket.
    fn bracket(&self, at: usize) -> Option<usize> {
        if self.tokens.get(at)?.kind != TokenKind::Mark('(') {
            return None;
        }
        let close =
            self.tokens[at..].iter().take(LONGEST_BRACKET).position(|token| match token.kind {
                TokenKind::Mark(')') => true,
                TokenKind::Number { bracket, .. } => bracket,
                _ => false,
            })?;
        Some(at + close + 1)
    }

    /// The numbered unit in which the words stand.
    pub(super) fn unit(&self) -> Address {
        let address = self.passage.address;
        match address.last() {
            Some(Step::Text(_)) => address.parent().unwrap_or_default(),
            _ => address.clone(),
        }
    }

    fn bytes(&self, from: usize, to: usize) -> std::ops::Range<usize> {
        let start = self.tokens.get(from).map_or(0, |token| token.bytes.start);
        let end = to.checked_sub(1).and_then(|last| self.tokens.get(last));
        start..end.map_or(start, |token| token.bytes.end)
    }
}

/// True where the first of some units belongs to the owner before it.
fn owns(owner: &Owner, first: &Cited) -> bool {
    match owner.case {
        _ if first.form.possessed => true,
        Some(Case::Genitive) => true,
        Some(Case::Dative) => first.noun == UnitNoun::Annex,
        _ => false,
    }
}
