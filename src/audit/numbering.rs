//! A text by itself → numbers that stand twice or are left out. A removed unit keeps its number as
//! a tombstone, and an inserted one takes the number before it with a dash (drafting rules), so a
//! list without faults counts up by one.

use super::finding::{Cause, Finding, FindingKind, Severity, Source, SourceKind};
use super::text::Text;
use crate::model::address::{Address, Step};
use crate::model::kind::Kind;
use crate::model::number::Number;
use crate::model::tree::UnitIndex;
use std::collections::BTreeMap;

/// The leading integer of a number, the number, and the unit that bears it.
type Numbered<'n> = (u32, &'n Number, UnitIndex);

/// Numbers that stand twice or are left out. `explained` are addresses of which another finding
/// says more.
pub fn findings(text: &Text<'_>, explained: &[Address]) -> Vec<Finding> {
    let mut lists: BTreeMap<(Address, Kind), Vec<Numbered<'_>>> = BTreeMap::new();
    let mut owners: Vec<(Address, Kind)> = Vec::new();
    let mut printed: Vec<(&Address, UnitIndex)> = text.units().collect();
    printed.sort_by_key(|(_, index)| *index);
    for (address, index) in printed {
        let unit = &text.witness.tree.units[index];
        let numbered = matches!(
            unit.kind,
            Kind::Article | Kind::Paragraph | Kind::Subparagraph | Kind::Chapter
        );
        let number = address.last().and_then(Step::number);
        let (true, Some(number @ Number::Dashed(parts))) = (numbered, number) else { continue };
        let Some(first) = parts.first() else { continue };
        let key = (address.parent().unwrap_or_default(), unit.kind);
        let list = lists.entry(key.clone()).or_default();
        if list.is_empty() {
            owners.push(key);
        }
        list.push((*first, number, index));
    }
    let mut findings = Vec::new();
    for key in owners {
        let owner = &key.0;
        let Some(list) = lists.get(&key) else { continue };
        if explained.iter().any(|address| address.parent().as_ref() == Some(owner)) {
            continue;
        }
        for run in runs(list) {
            check(text, run, &mut findings);
        }
    }
    findings
}

/// Lists that begin anew within one unit («1)» after the last of another list) are lists of their
/// own.
fn runs<'l, 'n>(list: &'l [Numbered<'n>]) -> Vec<&'l [Numbered<'n>]> {
    let mut runs = Vec::new();
    let mut start = 0;
    for i in 1..list.len() {
        let begins_anew = list[i].0 == 1 && !list[i].1.is_inserted() && list[i - 1].0 > 1;
        if begins_anew {
            runs.push(&list[start..i]);
            start = i;
        }
    }
    runs.push(&list[start..]);
    runs
}

fn check(text: &Text<'_>, run: &[Numbered<'_>], findings: &mut Vec<Finding>) {
    let tree = &text.witness.tree;
    let place = |index: UnitIndex| tree.units[index].address.prefixed(&text.witness.component);
    let sibling = |index: UnitIndex, number: u32| {
        let address = place(index);
        let step = match address.last() {
            Some(Step::Article(_)) => Step::Article(Number::plain(number)),
            Some(Step::Subparagraph(_)) => Step::Subparagraph(Number::plain(number)),
            Some(Step::Chapter(_)) => Step::Chapter(Number::plain(number)),
            _ => Step::Paragraph(Number::plain(number)),
        };
        address.parent().unwrap_or_default().child(step)
    };
    let told = |address: &Address| text.told.iter().any(|told| told.targets.contains(address));
    let mut twice: Vec<(u32, UnitIndex, UnitIndex)> = Vec::new();
    let mut seen: BTreeMap<&Number, UnitIndex> = BTreeMap::new();
    for (first, number, index) in run {
        match seen.get(number) {
            Some(before) => twice.push((*first, *before, *index)),
            None => {
                seen.insert(number, *index);
            }
        }
    }
    let mut left_out: Vec<(u32, UnitIndex)> = Vec::new();
    for pair in run.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        if heading_gone(text, before.2, after.2) {
            continue;
        }
        for missing in (before.0 + 1)..after.0 {
            if after.0 - before.0 <= 3 && !told(&sibling(before.2, missing)) {
                left_out.push((missing, before.2));
            }
        }
        if after.0 > before.0 + 3 && !told(&sibling(before.2, before.0 + 1)) {
            left_out.push((before.0 + 1, before.2));
        }
    }
    for (number, first, second) in twice {
        // One slip of a number leaves a gap beside the double.
        let gap = left_out.iter().position(|(gap, _)| *gap + 1 == number || *gap == number + 1);
        let gap = gap.map(|gap| left_out.remove(gap).0);
        let slipped = gap.map(|gap| if gap < number { first } else { second });
        let wrong = slipped.unwrap_or(second);
        findings.push(Finding {
            kind: FindingKind::DuplicateNumber,
            address: place(second),
            by: None,
            expected: gap.map(|gap| label(tree.units[wrong].kind, gap)),
            found: Some(tree.units[wrong].text.clone()),
            words: Vec::new(),
            severity: Severity::Medium,
            cause: Cause::Unknown,
            sources: vec![
                Source { kind: SourceKind::Text, span: tree.span(first) },
                Source { kind: SourceKind::Text, span: tree.span(second) },
            ],
        });
    }
    for (number, before) in left_out {
        findings.push(Finding {
            kind: FindingKind::MissingNumber,
            address: sibling(before, number),
            by: None,
            expected: Some(label(tree.units[before].kind, number)),
            found: None,
            words: Vec::new(),
            severity: Severity::Low,
            cause: Cause::Unknown,
            sources: vec![Source { kind: SourceKind::Text, span: tree.span(before) }],
        });
    }
}

/// True where between two units a heading stands of which a note tells: it may have taken the
/// units under it along.
fn heading_gone(text: &Text<'_>, from: UnitIndex, to: UnitIndex) -> bool {
    let units = &text.witness.tree.units;
    let between = units.get(from + 1..to).unwrap_or_default();
    between.iter().filter(|unit| unit.kind.is_grouping()).any(|unit| {
        let address = unit.address.prefixed(&text.witness.component);
        text.told.iter().any(|told| told.targets.contains(&address))
    })
}

fn label(kind: Kind, number: u32) -> String {
    match kind {
        Kind::Subparagraph => format!("{number})"),
        Kind::Article => format!("{number}-бап"),
        Kind::Chapter => format!("{number}-тарау"),
        _ => format!("{number}."),
    }
}
