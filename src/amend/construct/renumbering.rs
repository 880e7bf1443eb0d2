//! `1), 2) және 3) тармақшалар тиісінше 2), 3) және 4) тармақшалар деп есептелсін` → units that
//! keep their words and get another number. The last citation, or the bare numbers behind
//! `нөмірлері`, are the new ones.

use super::super::line::{self, Line, Spotted};
use super::Reading;
use crate::kazakh::noun::Case;
use crate::kazakh::words::{Wording, words};
use crate::model::address::{Address, Step};
use crate::model::instruction::Operation;
use crate::model::number::Number;
use crate::parse::citation::expand::Scope;
use crate::parse::citation::phrase::{self, Cited};
use crate::parse::citation::token::{TokenKind, tokens};
use std::sync::LazyLock;

static NUMBERS: LazyLock<Wording> = LazyLock::new(|| Wording::new("нөмір*"));

/// Reads an order that gives units other numbers. Lists of different lengths are read as they
/// stand: they cannot be carried out.
pub(super) fn read(line: &Line, scope: &Scope) -> Option<Reading> {
    let (targets, renumbered) = match split(&line.citations).as_slice() {
        [old] if phrase::case(&old.chain) == Some(Case::Genitive) => {
            let targets = line::addresses(scope, [old])?;
            let rest = &line.plain[old.bytes.end..];
            let numbers = numbers_behind(rest)?;
            let renumbered: Option<Vec<Address>> =
                numbers.into_iter().map(|number| numbered(targets.first()?, number)).collect();
            (targets, renumbered?)
        }
        [old @ .., new] if !old.is_empty() => {
            let nominative = |cited: &Spotted| phrase::case(&cited.chain) == Some(Case::Nominative);
            if !old.iter().chain([new]).all(nominative) {
                return None;
            }
            let targets = line::addresses(scope, old)?;
            let inner = Scope { address: targets.first()?.parent()?, in_code: scope.in_code };
            let renumbered = line::addresses(&inner, [new])?;
            let alike = |cited: &Spotted| cited.chain.last().map(|cited| cited.noun);
            if old.iter().any(|cited| alike(cited) != alike(new)) {
                return None;
            }
            (targets, renumbered)
        }
        _ => return None,
    };
    let owner = targets.first()?.parent();
    let together = targets.iter().chain(&renumbered).all(|address| address.parent() == owner);
    let numbered = targets.iter().all(|target| target.last().and_then(Step::number).is_some());
    if !together || !numbered {
        return None;
    }
    Some(Reading { renumbered, ..Reading::new(Operation::Renumber, targets) })
}

/// `4-бап 5-бап` is read as one chain, and yet an article stands in no article.
fn split(citations: &[Spotted]) -> Vec<Spotted> {
    let mut out = Vec::with_capacity(citations.len() + 1);
    for cited in citations {
        let twice =
            |pair: &[Cited]| pair[0].noun == pair[1].noun && pair[0].form.case == Case::Nominative;
        match cited.chain.windows(2).position(twice) {
            Some(at) => {
                let (old, new) = cited.chain.split_at(at + 1);
                out.push(Spotted { chain: old.to_vec(), bytes: cited.bytes.clone() });
                out.push(Spotted { chain: new.to_vec(), bytes: cited.bytes.clone() });
            }
            None => out.push(cited.clone()),
        }
    }
    out
}

/// `нөмірлері тиісінше 6, 7 және 8`: the numbers, where nothing else stands behind the word.
fn numbers_behind(text: &str) -> Option<Vec<Number>> {
    let said = words(text);
    let word = NUMBERS.find(&said)?;
    let rest = &text[said[word.start].bytes.end..];
    let mut out = Vec::new();
    for token in tokens(rest) {
        match token.kind {
            TokenKind::Number { number, .. } => out.push(number),
            TokenKind::Mark(',') => {}
            TokenKind::Word("тиісінше" | "және" | "мен") => {}
            _ => return None,
        }
    }
    (!out.is_empty()).then_some(out)
}

/// The address of a unit of the same kind at the same place with another number.
pub(in crate::amend) fn numbered(address: &Address, number: Number) -> Option<Address> {
    let step = match address.last()? {
        Step::Annex(Some(_)) => Step::Annex(Some(number)),
        Step::Part(_) => Step::Part(number),
        Step::Subpart(_) => Step::Subpart(number),
        Step::Chapter(_) => Step::Chapter(number),
        Step::Section(_) => Step::Section(number),
        Step::Article(_) => Step::Article(number),
        Step::Paragraph(_) => Step::Paragraph(number),
        Step::Subparagraph(_) => Step::Subparagraph(number),
        Step::Row(_) => Step::Row(number),
        _ => return None,
    };
    Some(address.parent()?.child(step))
}
