//! `мынадай мазмұндағы 17-1-тармақпен толықтырылсын:` → new units in the instrumental, the unit
//! around them in the nominative or open scope, an anchor in the ablative before `кейін`.

use super::super::line::{self, Line, Spotted};
use super::{NewText, Reading, redaction};
use crate::kazakh::noun::{Case, Form};
use crate::kazakh::unit::{UnitNoun, recognise};
use crate::model::address::{Address, Step};
use crate::model::instruction::{Operation, Position};
use crate::parse::citation::expand::{self, Scope};
use crate::parse::citation::phrase;

/// Reads an order that inserts units.
pub(super) fn read(line: &Line, scope: &Scope) -> Option<Reading> {
    if let Some(annex) = redaction::by_annex(line) {
        return by_annex(line, annex, scope);
    }
    if let Some(noun) = uncounted(line) {
        return at_the_end(line, noun, scope);
    }
    let (new, before) = line.citations.split_last()?;
    if phrase::case(&new.chain) != Some(Case::Instrumental) {
        return None;
    }
    let noun = new.chain.last()?.noun;
    let (anchor, around): (Vec<&Spotted>, Vec<&Spotted>) =
        before.iter().partition(|cited| side(line, cited).is_some());
    // Several containers or anchors would make the place of the new text a guess.
    if anchor.len() > 1 || around.len() > 1 {
        return None;
    }
    let around = match around.first() {
        Some(cited) => single(line::addresses(scope, [*cited])?)?,
        None => scope.address.clone(),
    };
    // A chapter is no part of the addresses inside it, and yet the place of a new article.
    let grouping =
        around.last().is_some_and(|step| step.kind().is_grouping()).then(|| around.clone());
    let inner = Scope { address: around.clone(), in_code: scope.in_code };
    let anchored = match anchor.first() {
        Some(cited) => {
            let address = single(line::addresses(&inner, [*cited])?)?;
            Some((address, side(line, cited)?))
        }
        None => None,
    };
    // New units stand beside their anchor.
    let beside = anchored.as_ref().map(|(address, _)| address.parent().unwrap_or_default());
    let new_scope = Scope { address: beside.unwrap_or(around), in_code: scope.in_code };
    let targets = line::addresses(&new_scope, [new])?;
    let (container, position) = match anchored {
        Some((address, position)) => (address, Some(position)),
        None => (grouping.map_or_else(|| targets.first()?.parent(), Some)?, None),
    };
    let (operation, new_text) = match noun {
        UnitNoun::Indent => (Operation::InsertIndents, NewText::Paragraphs),
        UnitNoun::Division if !scope.in_code => (Operation::Insert, NewText::Paragraphs),
        UnitNoun::Title | UnitNoun::Body | UnitNoun::Contents | UnitNoun::Sentence => return None,
        UnitNoun::Row | UnitNoun::Position => (Operation::Insert, NewText::Rows),
        UnitNoun::Preamble | UnitNoun::Table | UnitNoun::Footnote => {
            (Operation::Insert, NewText::Bare)
        }
        _ => (Operation::Insert, NewText::Units),
    };
    Some(Reading {
        container: Some(container),
        position,
        new_text,
        ..Reading::new(operation, targets)
    })
}

/// `мынадай мазмұндағы абзацпен`: one paragraph or part in the instrumental, without a position.
fn uncounted(line: &Line) -> Option<UnitNoun> {
    let words = line.words();
    let last = words.last()?;
    let (noun, form) = recognise(last.text)?;
    let counted = line.citations.iter().any(|cited| cited.bytes.end >= last.bytes.start);
    let one = form == Form { case: Case::Instrumental, ..Form::PLAIN };
    let apart = matches!(noun, UnitNoun::Indent | UnitNoun::Division);
    (apart && one && !counted && line.has("мазмұндағы")).then_some(noun)
}

/// What comes without a position comes last.
fn at_the_end(line: &Line, noun: UnitNoun, scope: &Scope) -> Option<Reading> {
    let owner = match line.citations.as_slice() {
        [] => scope.address.clone(),
        [only] if phrase::case(&only.chain) == Some(Case::Nominative) => {
            single(line::addresses(scope, [only])?)?
        }
        _ => return None,
    };
    // The parts of an article of a code are numbered.
    let numbered = scope.in_code && noun == UnitNoun::Division;
    if numbered || owner == owner.component() {
        return None;
    }
    let operation = match noun {
        UnitNoun::Indent => Operation::InsertIndents,
        _ => Operation::Insert,
    };
    let targets = vec![owner.child(Step::LastText)];
    let new_text = NewText::Paragraphs;
    Some(Reading { new_text, container: Some(owner), ..Reading::new(operation, targets) })
}

/// `осы бұйрыққа 2-қосымшаға сәйкес 3-қосымшамен толықтырылсын`: a new annex, whose text is an
/// annex of the amending act.
fn by_annex(line: &Line, annex: &Spotted, scope: &Scope) -> Option<Reading> {
    let others: Vec<&Spotted> = line.citations.iter().filter(|c| c.bytes != annex.bytes).collect();
    let [new] = others.as_slice() else { return None };
    let is_annex = new.chain.last().is_some_and(|cited| cited.noun == UnitNoun::Annex);
    if !is_annex || phrase::case(&new.chain) != Some(Case::Instrumental) {
        return None;
    }
    let targets = line::addresses(scope, [*new])?;
    let source = single(expand::expand(&Scope::default(), &annex.chain)?)?;
    if targets.len() != 1 {
        return None;
    }
    let new_text = NewText::Annex;
    Some(Reading { new_text, container: Some(source), ..Reading::new(Operation::Insert, targets) })
}

/// The side on which the new units stand of what is cited, where it is an anchor.
fn side(line: &Line, cited: &Spotted) -> Option<Position> {
    match phrase::case(&cited.chain)? {
        Case::Ablative if line.follows(cited.bytes.end, "кейін") => Some(Position::After),
        Case::Ablative | Case::Genitive if line.follows(cited.bytes.end, "бұрын") => {
            Some(Position::Before)
        }
        Case::Genitive if line.follows(cited.bytes.end, "алдынан") => Some(Position::Before),
        _ => None,
    }
}

fn single(addresses: Vec<Address>) -> Option<Address> {
    let mut addresses = addresses.into_iter();
    addresses.next().filter(|_| addresses.next().is_none())
}
