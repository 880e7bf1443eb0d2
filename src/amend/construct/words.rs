//! `"A" деген сөздер "B" деген сөздермен ауыстырылсын` and its kin → words exchanged, inserted
//! before or after others, deleted, at one or several places or in the whole text.
//!
//! The case of the noun after a group of quoted words tells its part: nominative old, ablative
//! and genitive anchor, instrumental new.

use super::super::line::{self, Line, Spotted};
use super::Reading;
use crate::kazakh::noun::Case;
use crate::kazakh::unit::UnitNoun;
use crate::model::address::{Address, Step};
use crate::model::instruction::{Operation, Position};
use crate::parse::citation::expand::Scope;
use crate::parse::citation::phrase;
use crate::parse::quotes::Group;

/// True for an order on words: its new words stand in the instrumental.
pub(super) fn adds_words(line: &Line) -> bool {
    line.groups.iter().any(|group| group.case == Some(Case::Instrumental))
}

/// True for an order that quotes words under a noun.
pub(super) fn quotes_words(line: &Line) -> bool {
    line.groups.iter().any(|group| group.case.is_some())
}

/// Words that speak of the whole text.
const EVERYWHERE: &[&str] = &["бүкіл мәтін", "бүкіл мәтіні", "мәтін бойынша", "мәтіні бойынша"];

/// Reads an order that exchanges words. Old and new groups come in pairs; a pair with a place
/// of its own is an order of its own.
pub(super) fn exchange(line: &Line, scope: &Scope) -> Option<Vec<Reading>> {
    let everywhere = EVERYWHERE.iter().any(|wording| line.has(wording));
    let operation = match everywhere {
        true => Operation::ReplaceWordsEverywhere,
        false => Operation::ReplaceWords,
    };
    let mut out: Vec<Reading> = Vec::new();
    let mut from = 0;
    let mut groups = line.groups.iter();
    while let Some(old) = groups.next() {
        let new = groups.next()?;
        if old.case != Some(Case::Nominative) || new.case != Some(Case::Instrumental) {
            return None;
        }
        let before = out.last().and_then(|reading| reading.targets.last());
        let targets = targets(line, from..old.bytes.start, scope, everywhere, before)?;
        let (old_words, new_words) = (old.words.clone(), new.words.clone());
        match out.last_mut() {
            Some(reading) if targets.is_none() => {
                reading.old_words.extend(old_words);
                reading.new_words.extend(new_words);
            }
            _ => {
                let targets = targets.unwrap_or_else(|| vec![scope.address.clone()]);
                out.push(Reading { old_words, new_words, ..Reading::new(operation, targets) });
            }
        }
        from = new.bytes.end;
    }
    (!out.is_empty()).then_some(out)
}

/// Reads an order that inserts words before or after others.
pub(super) fn insertion(line: &Line, scope: &Scope) -> Option<Vec<Reading>> {
    let everywhere = EVERYWHERE.iter().any(|wording| line.has(wording))
        || line
            .citations
            .iter()
            .any(|cited| matches!(cited.chain.as_slice(), [only] if only.noun == UnitNoun::Body));
    let operation = match everywhere {
        true => Operation::InsertWordsEverywhere,
        false => Operation::InsertWords,
    };
    let mut out: Vec<Reading> = Vec::new();
    let mut from = 0;
    let mut groups = line.groups.iter();
    while let Some(anchor) = groups.next() {
        let new = groups.next()?;
        if new.case != Some(Case::Instrumental) {
            return None;
        }
        let position = Some(side(line, anchor)?);
        let before = out.last().and_then(|reading| reading.targets.last());
        let targets = targets(line, from..anchor.bytes.start, scope, everywhere, before)?;
        let (old_words, new_words) = (anchor.words.clone(), new.words.clone());
        match out.last_mut() {
            Some(reading) if targets.is_none() && reading.position == position => {
                reading.old_words.extend(old_words);
                reading.new_words.extend(new_words);
            }
            last => {
                let inherited = last.map(|reading| reading.targets.clone());
                let targets = targets.or(inherited).unwrap_or_else(|| vec![scope.address.clone()]);
                let reading = Reading::new(operation, targets);
                out.push(Reading { position, old_words, new_words, ..reading });
            }
        }
        from = new.bytes.end;
    }
    (!out.is_empty()).then_some(out)
}

/// Reads an order that deletes words.
pub(super) fn deletion(line: &Line, scope: &Scope) -> Option<Vec<Reading>> {
    let everywhere = EVERYWHERE.iter().any(|wording| line.has(wording));
    let operation = match everywhere {
        true => Operation::DeleteWordsEverywhere,
        false => Operation::DeleteWords,
    };
    let mut out: Vec<Reading> = Vec::new();
    let mut from = 0;
    for group in &line.groups {
        if group.case != Some(Case::Nominative) {
            return None;
        }
        let before = out.last().and_then(|reading| reading.targets.last());
        let targets = targets(line, from..group.bytes.start, scope, everywhere, before)?;
        match out.last_mut() {
            Some(reading) if targets.is_none() => reading.old_words.extend(group.words.clone()),
            _ => {
                let targets = targets.unwrap_or_else(|| vec![scope.address.clone()]);
                let old_words = group.words.clone();
                out.push(Reading { old_words, ..Reading::new(operation, targets) });
            }
        }
        from = group.bytes.end;
    }
    (!out.is_empty()).then_some(out)
}

fn side(line: &Line, anchor: &Group) -> Option<Position> {
    match anchor.case? {
        Case::Ablative if line.follows(anchor.bytes.end, "кейін") => Some(Position::After),
        Case::Ablative if line.follows(anchor.bytes.end, "бұрын") => Some(Position::Before),
        Case::Genitive if line.follows(anchor.bytes.end, "алдынан") => {
            Some(Position::Before)
        }
        Case::Genitive if line.follows(anchor.bytes.end, "алдына") => Some(Position::Before),
        _ => None,
    }
}

/// `тақырыбындағы … және мәтіндегі`: the text is that of the unit whose heading was named just
/// before, else that of the scope.
fn body_of(before: Option<&Address>, scope: &Scope) -> Address {
    let heading = before.filter(|address| address.last() == Some(&Step::Title));
    heading.and_then(Address::parent).unwrap_or_else(|| scope.address.clone())
}

/// The places named in a stretch of the sentence: `Some(None)` where it names none, `None`
/// where it names one that has no address.
fn targets(
    line: &Line,
    stretch: std::ops::Range<usize>,
    scope: &Scope,
    everywhere: bool,
    before: Option<&Address>,
) -> Option<Option<Vec<Address>>> {
    // The citations of a line stand in its order.
    let first = line.citations.partition_point(|cited| cited.bytes.start < stretch.start);
    let inside = |cited: &&Spotted| cited.bytes.end <= stretch.end;
    let cited: Vec<&Spotted> = line.citations[first..].iter().take_while(inside).collect();
    // `мәтіні`, `мәтіндегі` name the scope itself.
    let is_body =
        |cited: &&&Spotted| matches!(cited.chain.as_slice(), [only] if only.noun == UnitNoun::Body);
    if cited.is_empty() || (everywhere && cited.iter().all(|cited| is_body(&cited))) {
        return Some(None);
    }
    let plain: Vec<&Spotted> = cited.iter().filter(|cited| !is_body(cited)).copied().collect();
    let sound = plain.iter().all(|cited| {
        let case = phrase::case(&cited.chain);
        matches!(case, Some(Case::Attributive | Case::Locative | Case::Nominative))
    });
    if !sound {
        return None;
    }
    // `14-баптың тақырыбындағы …, 1-тармағындағы …`: a later place stands beside the one before.
    let beside = match before {
        Some(before) => Scope { address: line::beside(before), in_code: scope.in_code },
        None => scope.clone(),
    };
    let mut out = match plain.is_empty() {
        true => Vec::new(),
        false => line::addresses(&beside, plain.iter().copied())?,
    };
    if plain.len() < cited.len() {
        out.push(body_of(out.last().or(before), scope));
    }
    Some(Some(out))
}
