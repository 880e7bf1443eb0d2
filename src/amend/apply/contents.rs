//! `мазмұны мынадай мазмұндағы 5-1-баптың тақырыбымен толықтырылсын` → lines of the table of
//! contents, which is one unit: an entry is the line that begins with the number of what it lists.

use super::draft::DraftUnit;
use super::{Desk, Problem, Refusal};
use crate::kazakh::unit::recognise;
use crate::model::address::{Address, Step};
use crate::model::instruction::{Instruction, Operation};
use crate::parse::citation::parse_address;
use crate::parse::citation::token::{TokenKind, tokens};

impl Desk<'_> {
    /// Words entries anew, puts them in or takes them out.
    pub(super) fn change_contents(&mut self, order: &Instruction) -> Result<(), Refusal> {
        let Some(place) = order.targets.first().and_then(Address::contents) else {
            return Err(Problem::NoTarget.into());
        };
        let found = self.target(&place)?;
        let unit = self.draft.get(found.slot).clone();
        let refuse = |problem| Refusal { problem, candidates: vec![place.clone()] };
        let Some(text) = unit.text.as_deref() else { return Err(refuse(Problem::WordsUnknown)) };
        let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        for target in &order.targets {
            if target.contents().as_ref() != Some(&place) {
                return Err(refuse(Problem::NoTarget));
            }
            let Some(step) = target.last() else { return Err(refuse(Problem::NoTarget)) };
            let new = || {
                let brought = order.new_units.iter().find(|unit| unit.address == *target);
                brought.map(|unit| unit.text.clone()).ok_or_else(|| refuse(Problem::NoNewText))
            };
            let mut listed =
                (0..lines.len()).filter(|at| entry(&lines[*at]).as_ref() == Some(step));
            let (first, second) = (listed.next(), listed.next());
            match (order.operation, first, second) {
                (_, _, Some(_)) => return Err(refuse(Problem::AmbiguousTarget)),
                (Operation::Insert, Some(_), _) => return Err(refuse(Problem::DuplicateNumber)),
                (Operation::Insert, None, _) => {
                    let at = place_of(&lines, step).ok_or_else(|| refuse(Problem::NoPlace))?;
                    lines.insert(at, new()?);
                }
                (_, None, _) => return Err(refuse(Problem::NoTarget)),
                (Operation::Replace, Some(at), _) => lines[at] = new()?,
                (Operation::Delete, Some(at), _) => {
                    lines.remove(at);
                }
                _ => return Err(refuse(Problem::NotSupported)),
            }
        }
        if lines.is_empty() {
            return Err(refuse(Problem::NothingLeft));
        }
        self.set(found.slot, DraftUnit { text: Some(lines.join("\n")), ..unit });
        Ok(())
    }
}

/// What a line of the contents lists: `5-1-бап. …`, `2-тарау. …`.
fn entry(line: &str) -> Option<Step> {
    let tokens = tokens(line);
    let noun = tokens.iter().take(4).find(|token| match token.kind {
        TokenKind::Word(word) => recognise(word).is_some(),
        _ => false,
    })?;
    match parse_address(&line[..noun.bytes.end]).as_slice() {
        [only] => match only.steps() {
            [step] => step.number().map(|_| step.clone()),
            _ => None,
        },
        _ => None,
    }
}

/// The line at which a new entry comes: behind the next lower one of its kind and what that one
/// holds, else before the next higher one.
fn place_of(lines: &[String], step: &Step) -> Option<usize> {
    let listed: Vec<(usize, Step)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, entry(line)?))).collect();
    let same = |other: &Step| std::mem::discriminant(other) == std::mem::discriminant(step);
    let lower =
        listed.iter().filter(|(_, other)| same(other) && other < step).max_by(|a, b| a.1.cmp(&b.1));
    if let Some((lower, _)) = lower {
        let holds = |other: &Step| !same(other) && depth(other) > depth(step);
        let inner =
            listed.iter().filter(|(at, _)| at > lower).take_while(|(_, other)| holds(other));
        return Some(inner.last().map_or(*lower, |(at, _)| *at) + 1);
    }
    let higher = listed.iter().filter(|(_, other)| same(other) && other > step);
    higher.min_by(|a, b| a.1.cmp(&b.1)).map(|(at, _)| *at)
}

/// How deep a heading stands among the headings of an act.
fn depth(step: &Step) -> u8 {
    match step {
        Step::Annex(_) => 0,
        Step::Part(_) => 1,
        Step::Subpart(_) => 2,
        Step::Chapter(_) => 3,
        Step::Section(_) => 4,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::number::Number;

    #[test]
    fn entries_are_told_by_their_numbers() {
        let article = |n: &[u32]| Some(Step::Article(Number::Dashed(n.to_vec())));
        assert_eq!(entry("5-1-бап. Шағым беру"), article(&[5, 1]));
        assert_eq!(
            entry("2-тарау. Құқықтар мен 5-баптың міндеттері"),
            Some(Step::Chapter(Number::plain(2)))
        );
        assert_eq!(entry("Мазмұны"), None);
        assert_eq!(entry("Осы Заңның 5-бабы"), None);
    }

    #[test]
    fn a_new_entry_stands_by_its_number() {
        let lines: Vec<String> = ["1-тарау. А", "1-бап. Б", "2-бап. В", "2-тарау. Г", "3-бап. Ғ"]
            .map(String::from)
            .to_vec();
        let at = |step| place_of(&lines, &step);
        let dashed = |a, b| Number::Dashed(vec![a, b]);
        assert_eq!(at(Step::Article(dashed(2, 1))), Some(3));
        assert_eq!(at(Step::Chapter(dashed(1, 1))), Some(3));
        assert_eq!(at(Step::Chapter(Number::plain(3))), Some(5));
        assert_eq!(at(Step::Part(Number::plain(1))), None);
    }
}
