//! An order and one unit with everything inside it → the unit afterwards. For readers that know
//! the words of one unit through time, and to whom a part, a sentence or the last paragraph that an
//! order names by counting is therefore no riddle.

use super::draft::{Draft, DraftUnit};
use super::words::is_everywhere;
use super::{Problem, one};
use crate::model::instruction::Instruction;

/// The units after an order that names places inside the first of them; each unit comes with its
/// depth, the first one outermost, in document order. What the order does not touch is given back
/// as it is.
///
/// # Errors
/// Why the order was not carried out; `NotSupported` for one that reaches beyond the unit.
pub fn within(
    order: &Instruction,
    units: impl IntoIterator<Item = (usize, DraftUnit)>,
) -> Result<Vec<DraftUnit>, Problem> {
    let units: Vec<(usize, DraftUnit)> = units.into_iter().collect();
    let Some((_, top)) = units.first() else { return Err(Problem::NoTarget) };
    let owner = top.address.clone();
    let places = order.targets.iter().chain(&order.container).chain(&order.renumbered);
    let inside = places.into_iter().all(|place| place.is_within(&owner));
    if !inside || is_everywhere(order) {
        return Err(Problem::NotSupported);
    }
    // A unit named as a whole may change its neighbours, which are not here.
    let renumbers = !order.renumbered.is_empty() && order.targets.contains(&owner);
    if renumbers {
        return Err(Problem::NotSupported);
    }
    let mut draft = Draft::new(&owner.component(), units);
    match one(&mut draft, order).problem {
        None => Ok(draft.units().cloned().collect()),
        Some(problem) => Err(problem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend;
    use crate::model::act::{ActId, ActType, Issuer};
    use crate::model::day::Adopted;
    use crate::parse::parse;
    use crate::source::document::Document;

    fn after(order: &str) -> Result<Vec<String>, Problem> {
        let base = "1-бап. Төлем\n\n1. Тіркеу ақылы. Төлем бір рет алынады.\n\nТөлем мөлшерін \
                    Үкімет белгілейді:\n\nбаж;\n\nалым.\n\nТөлем бюджетке түседі.\n\n2. Тіркеу \
                    ашық.";
        let tree = parse(&Document::decode("base", base.as_bytes()));
        let point = tree.units.iter().position(|unit| unit.address.to_string() == "1-бап/1");
        let point = point.expect("the first point");
        let units = std::iter::once(point).chain(tree.descendants(point)).map(|at| {
            let unit = &tree.units[at];
            (unit.depth, DraftUnit::new(unit, unit.address.clone()))
        });
        let own = ActId {
            adopted: Adopted(jiff::civil::Date::MAX),
            form: ActType::Law,
            issuer: Issuer::parliament(),
            number: "~".into(),
        };
        let text = format!(
            "1-бап. «Тіркеу туралы» 2014 жылғы 16 мамырдағы Қазақстан Республикасының Заңына \
             мынадай өзгерістер енгізілсін:\n\n1) {order}."
        );
        let orders = amend::read(&parse(&Document::decode("orders", text.as_bytes())), &own);
        let done = within(&orders.instructions[0], units)?;
        Ok(done.into_iter().filter_map(|unit| unit.text).collect())
    }

    #[test]
    fn parts_and_sentences_are_counted_in_the_unit() {
        let opening = "1. Тіркеу ақылы. Төлем бір рет алынады.";
        let list = ["Төлем мөлшерін Үкімет белгілейді:", "баж;", "алым."];
        let last = "Төлем бюджетке түседі.";
        let whole = |first: &str, end: &[&str]| -> Vec<String> {
            [&[first][..], &list, end].concat().into_iter().map(str::to_owned).collect()
        };
        assert_eq!(
            after("1-баптың 1-тармағының үшінші бөлігі алып тасталсын"),
            Ok(whole(opening, &[]))
        );
        assert_eq!(
            after("1-баптың 1-тармағының бірінші сөйлемі алып тасталсын"),
            Ok(whole("1. Төлем бір рет алынады.", &[last]))
        );
        let words = "«түседі» деген сөз «аударылады» деген сөзбен ауыстырылсын";
        assert_eq!(
            after(&format!("1-баптың 1-тармағының соңғы бөлігіндегі {words}")),
            Ok(whole(opening, &["Төлем бюджетке аударылады."]))
        );
        assert_eq!(
            after("1-баптың 1-тармағының екінші бөлігі алып тасталсын"),
            Err(Problem::AmbiguousPlace)
        );
        assert_eq!(after("1-баптың 2-тармағы алып тасталсын"), Err(Problem::NotSupported));
        assert_eq!(after(&format!("1-баптағы {words}")), Err(Problem::NotSupported));
    }
}
