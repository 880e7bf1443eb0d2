//! An order on words and one unit alone → what the unit says afterwards. For readers that follow
//! the words of one place through time and have no act around it.

use super::draft::{Draft, DraftUnit};
use super::words::{is_everywhere, is_outside};
use super::{Problem, one};
use crate::model::address::Step;
use crate::model::instruction::{Instruction, Operation};

/// The unit with the order carried out on its own words; `None` where the order leaves them as
/// they are. Its parts are not looked at.
///
/// # Errors
/// The order is none on words, was not understood, names a place that only the act around the
/// unit could tell (a part counted by sentences, words without a target), or does not fit the
/// words.
pub fn reword(order: &Instruction, unit: &DraftUnit) -> Result<Option<DraftUnit>, Problem> {
    if !order.read {
        return Err(Problem::NotRead);
    }
    let on_words = matches!(
        order.operation,
        Operation::ReplaceWords
            | Operation::InsertWords
            | Operation::DeleteWords
            | Operation::DeleteWordsEverywhere
            | Operation::ReplaceWordsEverywhere
            | Operation::InsertWordsEverywhere
    );
    // In which column a cell stands, only its table tells.
    if !on_words || !order.columns.is_empty() {
        return Err(Problem::NotSupported);
    }
    let heading = unit.address.child(Step::Title);
    let meant = |target: &&_| unit.address.is_within(target) || **target == heading;
    let targets: Vec<_> = order.targets.iter().filter(meant).collect();
    let Some(named) = targets.first() else { return Ok(None) };
    let everywhere = is_everywhere(order);
    let counted = matches!(named.last(), Some(Step::Text(_)));
    let sentence_elsewhere = !order.sentences.is_empty() && **named != unit.address;
    if sentence_elsewhere || is_outside(unit, order) {
        return Ok(None);
    }
    if counted || !everywhere && **named == named.component() {
        return Err(Problem::NotSupported);
    }
    let own = **named == unit.address || **named == heading;
    let target = if own { (*named).clone() } else { unit.address.clone() };
    let alone = Instruction { targets: vec![target], ..order.clone() };
    let mut draft = Draft::new(&unit.address.component(), [(0, unit.clone())]);
    match one(&mut draft, &alone).problem {
        None => Ok(draft.units().next().cloned()),
        // The words stand in another part of the target.
        Some(Problem::NoWords) if !own || everywhere => Ok(None),
        Some(problem) => Err(problem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::act::{ActId, ActType, Issuer};
    use crate::model::address::Address;
    use crate::model::day::Adopted;
    use crate::model::kind::Kind;
    use crate::model::number::Number;
    use crate::model::tree::PrintedStatus;
    use crate::parse::parse;
    use crate::source::document::Document;

    fn order(text: &str) -> Instruction {
        let header = "1-бап. «Мерекелер туралы» 2001 жылғы 13 желтоқсандағы Қазақстан \
                      Республикасының Заңына мынадай өзгерістер енгізілсін:";
        let text = format!("{header}\n\n1) {text}.");
        let tree = parse(&Document::decode("orders", text.as_bytes()));
        let own = ActId {
            adopted: Adopted(jiff::civil::Date::MAX),
            form: ActType::Law,
            issuer: Issuer::parliament(),
            number: "~".into(),
        };
        crate::amend::read(&tree, &own).instructions.remove(0)
    }

    fn unit(text: &str) -> DraftUnit {
        let article = Address::new(vec![Step::Article(Number::plain(2))]);
        DraftUnit {
            kind: Kind::Paragraph,
            address: article.child(Step::Paragraph(Number::plain(1))),
            heading: None,
            text: Some(text.into()),
            body: "1. ".len(),
            status: PrintedStatus::InForce,
            suspended: false,
            cells: Vec::new(),
        }
    }

    fn after(text: &str) -> Result<Option<String>, Problem> {
        let unit = unit("1. Күндерді Үкімет белгілейді.");
        Ok(reword(&order(text), &unit)?.and_then(|unit| unit.text))
    }

    #[test]
    fn one_place_is_followed_without_the_act_around_it() {
        let words = "«Үкімет» деген сөз «Президент» деген сөзбен ауыстырылсын";
        let new = Ok(Some("1. Күндерді Президент белгілейді.".to_owned()));
        assert_eq!(after(&format!("2-баптың 1-тармағындағы {words}")), new);
        assert_eq!(after(&format!("2-баптағы {words}")), new);
        assert_eq!(after(&format!("бүкіл мәтін бойынша {words}")), new);
        assert_eq!(after(&format!("2-баптың 2-тармағындағы {words}")), Ok(None));
        assert_eq!(after(&format!("3-баптағы {words}")), Ok(None));
        assert_eq!(after(words), Err(Problem::NotSupported));
        let other = "«Парламент» деген сөз «Президент» деген сөзбен ауыстырылсын";
        assert_eq!(after(&format!("2-баптағы {other}")), Ok(None));
        assert_eq!(after(&format!("2-баптың 1-тармағындағы {other}")), Err(Problem::NoWords));
        assert_eq!(after("2-баптың 1-тармағы алып тасталсын"), Err(Problem::NotSupported));
    }
}
