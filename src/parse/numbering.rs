//! The numbers of siblings turned into faults where they do not follow each other: a number left
//! out, printed twice, or smaller than the one before it. Nothing is renumbered here; the
//! reading chosen is the printed one.

use crate::model::address::Address;
use crate::model::kind::Kind;
use crate::model::number::Number;
use crate::model::tree::{Fault, FaultKind, Unit};
use std::collections::HashMap;

/// True when `next` may stand right after `last`: the next number, or the first or next dashed
/// number inserted after it (article 26(7) of the Law "On legal acts" № 480-V).
fn follows(last: &[u32], next: &[u32]) -> bool {
    let (Some(end), stem) = (next.last(), &next[..next.len().saturating_sub(1)]) else {
        return false;
    };
    if stem == last {
        return *end == 1;
    }
    last.starts_with(stem) && last.get(stem.len()).is_some_and(|before| before + 1 == *end)
}

/// True when `next` may stand right after `last` in a list.
pub(super) fn is_next(last: Option<&Number>, next: &Number) -> bool {
    match (last, next) {
        (None, Number::Dashed(next)) => next == &[1],
        (None, Number::Letter(letter)) => *letter == 'а',
        (Some(Number::Dashed(last)), Number::Dashed(next))
        | (Some(Number::Dotted(last)), Number::Dotted(next)) => follows(last, next),
        (Some(Number::Letter(last)), Number::Letter(next)) => {
            u32::from(*next) == u32::from(*last) + 1
        }
        _ => false,
    }
}

/// The faults of numbering in a tree, one for each number that does not follow the one before it.
pub(super) fn faults(units: &[Unit]) -> Vec<Fault> {
    let mut last: HashMap<(Address, Kind), &Unit> = HashMap::new();
    let mut found = Vec::new();
    for unit in units {
        let counted = matches!(
            unit.kind,
            Kind::Part
                | Kind::Subpart
                | Kind::Chapter
                | Kind::Section
                | Kind::Article
                | Kind::Paragraph
                | Kind::Subparagraph
                | Kind::Row
        );
        let (Some(number), Some(owner)) = (&unit.number, unit.address.parent()) else { continue };
        if !counted || matches!(number, Number::Dotted(_) | Number::Letter(_)) {
            continue;
        }
        let before = last.insert((owner, unit.kind), unit);
        if is_next(before.and_then(|before| before.number.as_ref()), number) {
            continue;
        }
        let mark = |unit: &Unit| unit.address.last().map_or_else(String::new, ToString::to_string);
        let reading = mark(unit);
        let bytes = unit
            .pieces
            .first()
            .map_or(0..0, |piece| piece.start..(piece.start + unit.body).min(piece.end));
        found.push(Fault {
            line: unit.lines.0,
            bytes,
            kind: FaultKind::Numbering,
            printed: before
                .map_or_else(|| reading.clone(), |before| format!("{} … {reading}", mark(before))),
            reading,
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_may_follow() {
        for (last, next) in [
            ("1", "2"),
            ("7", "7-1"),
            ("7-1", "7-2"),
            ("7-5", "8"),
            ("7-1", "7-1-1"),
            ("7-1-1", "7-2"),
        ] {
            assert!(
                is_next(Number::parse(last).as_ref(), &Number::parse(next).expect("a number")),
                "{last} {next}"
            );
        }
        for (last, next) in [("1", "3"), ("7", "7-2"), ("8", "7"), ("7", "7"), ("7-1", "9")] {
            assert!(
                !is_next(Number::parse(last).as_ref(), &Number::parse(next).expect("a number")),
                "{last} {next}"
            );
        }
    }
}
