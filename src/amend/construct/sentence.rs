//! `2-баптың 1-тармағының бірінші сөйлемі` → an order on the words of a unit that counts instead
//! of quoting. Sentences have no address: the target is the unit around them.

use super::super::line::{self, Line, Spotted};
use super::{NewText, Reading, whole, words};
use crate::kazakh::noun::Case;
use crate::kazakh::unit::UnitNoun;
use crate::model::address::Address;
use crate::model::instruction::{Operation, Position};
use crate::model::number::Number;
use crate::parse::citation::expand::{Scope, numbers};
use crate::parse::citation::phrase;
use crate::parse::command::Command;

/// True for an order that cites sentences.
pub(super) fn cites(line: &Line) -> bool {
    line.citations.iter().any(is_sentence)
}

fn is_sentence(cited: &Spotted) -> bool {
    cited.chain.last().is_some_and(|cited| cited.noun == UnitNoun::Sentence)
}

/// Reads an order on sentences of one unit.
pub(super) fn read(command: Command, line: &Line, scope: &Scope) -> Option<Vec<Reading>> {
    let mut cited = line.citations.iter().filter(|cited| is_sentence(cited));
    let (sentence, None) = (cited.next()?, cited.next()) else { return None };
    let sentences = ordinals(sentence)?;
    let counts = !words::quotes_words(line) && !words::adds_words(line);
    let operation = match command {
        Command::Exchange | Command::Supplement | Command::Remove if !counts => {
            return in_sentence(command, line, scope, &sentences);
        }
        Command::Word if line.has("редакцияда") => Operation::ReplaceWords,
        Command::Supplement => Operation::InsertWords,
        Command::Remove => Operation::DeleteWords,
        _ => return None,
    };
    let case = phrase::case(&sentence.chain)?;
    let sound = match operation {
        Operation::InsertWords => case == Case::Instrumental,
        _ => matches!(case, Case::Nominative | Case::Accusative),
    };
    let others: Vec<&Spotted> =
        line.citations.iter().filter(|other| other.bytes != sentence.bytes).collect();
    // Sentences in a row only: others leave open which new words go where.
    let in_row = sentences.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    if !sound || !in_row {
        return None;
    }
    let target = match (owner(sentence), others.as_slice()) {
        (None, []) => scope.address.clone(),
        (Some(owner), []) => single(line::addresses(scope, [&owner])?)?,
        (None, [around]) => single(line::addresses(scope, [*around])?)?,
        _ => return None,
    };
    if target == target.component() {
        return None;
    }
    let (new_text, position) = match operation {
        Operation::DeleteWords => (NewText::Absent, None),
        Operation::InsertWords => (NewText::Sentences, Some(Position::After)),
        _ => (NewText::Sentences, None),
    };
    let reading = Reading::new(operation, vec![target]);
    Some(vec![Reading { sentences, new_text, position, ..reading }])
}

/// An order on quoted words, narrowed to a sentence.
fn in_sentence(
    command: Command,
    line: &Line,
    scope: &Scope,
    sentences: &[u32],
) -> Option<Vec<Reading>> {
    let [cited] = line.citations.as_slice() else { return None };
    let mut scope = scope.clone();
    let mut wide = line.clone();
    match owner(cited) {
        Some(owner) => wide.citations = vec![owner],
        None => wide.citations.clear(),
    }
    if wide.citations.is_empty() && scope.address == scope.address.component() {
        return None;
    }
    scope.in_code = scope.in_code && !wide.citations.is_empty();
    let readings = whole(command, &wide, &scope)?;
    let narrowed = |reading: Reading| Reading { sentences: sentences.to_vec(), ..reading };
    Some(readings.into_iter().map(narrowed).collect())
}

/// The unit around the sentences, in the case in which these are cited.
fn owner(sentence: &Spotted) -> Option<Spotted> {
    let mut owner = sentence.clone();
    let cited = owner.chain.pop()?;
    owner.chain.last_mut()?.form = cited.form;
    Some(owner)
}

fn ordinals(sentence: &Spotted) -> Option<Vec<u32>> {
    let ordinal = |number: Number| match number {
        Number::Dashed(parts) => <[u32; 1]>::try_from(parts).ok().map(|[n]| n),
        _ => None,
    };
    let numbers = numbers(&sentence.chain.last()?.places)?;
    let ordinals: Option<Vec<u32>> = numbers.into_iter().map(ordinal).collect();
    ordinals.filter(|list| !list.is_empty() && list.iter().all(|n| *n > 0))
}

fn single(addresses: Vec<Address>) -> Option<Address> {
    let mut addresses = addresses.into_iter();
    addresses.next().filter(|_| addresses.next().is_none())
}
