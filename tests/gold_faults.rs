//! The structural faults of a badly copied law, each read as a careful reader reads it.

use nusqa::model::kind::Kind;
use nusqa::model::tree::{FaultKind, Tree, Unit};
use nusqa::parse::parse;
use nusqa::source::read_file;
use std::path::Path;

const LAW: &str = "corpus/2015-11-24-418-V-aqparattandyru-turaly/consolidated.md";

fn at(tree: &Tree, line: usize) -> Vec<&Unit> {
    tree.units.iter().filter(|unit| unit.lines.0 <= line && line <= unit.lines.1).collect()
}

fn numbers(text: &str) -> Vec<usize> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}

/// True when the tree reads the fault as the record says; `None` for classes that are no matter
/// of structure.
fn is_read(tree: &Tree, line: usize, class: &str, fault: &str, right: &str) -> Option<bool> {
    let units = at(tree, line);
    let kinds = |kind: Kind| units.iter().filter(|unit| unit.kind == kind).count();
    let fault_of = |kind: FaultKind| tree.faults.iter().any(|f| f.kind == kind && f.line == line);
    Some(match class {
        "empty_contents" => kinds(Kind::Editorial) == 1,
        "paragraph_broken_by_page" | "note_broken_by_page" | "hard_line_break" => {
            let next = fault.split_once("line ").map(|(_, rest)| numbers(rest));
            let next = next.and_then(|numbers| numbers.first().copied())?;
            units.len() == 1 && units[0].lines.1 >= next
        }
        "second_paragraph_of_subpoint" => {
            let place = right.split_once("of ").map_or("", |(_, place)| place);
            units.len() == 1 && units[0].address.to_string().starts_with(place)
        }
        "devanagari_letter" | "kazakh_letter_lost" | "note_marked_as_heading" => {
            kinds(Kind::Note) == 1
        }
        "digit_for_letter" => kinds(Kind::Note) == 1,
        "letter_for_digit" => fault_of(FaultKind::NumberLetter) || kinds(Kind::Note) == 1,
        "list_dash_before_number" if fault.starts_with("lines") => {
            let lines = numbers(fault);
            (lines[0]..=lines[1])
                .all(|line| at(tree, line).iter().all(|unit| unit.kind == Kind::Subparagraph))
        }
        "list_dash_before_number" => {
            units.len() == 1 && right.contains(&format!("{}", units[0].address))
        }
        "point_marked_as_heading" => {
            kinds(Kind::Paragraph) == 1 && fault_of(FaultKind::HeadingMark)
        }
        "heading_without_heading_mark" => kinds(Kind::Article) + kinds(Kind::Chapter) == 1,
        "two_headings_on_one_line" => {
            units.len() == 2 && kinds(Kind::Part) == 1 && kinds(Kind::Chapter) == 1
        }
        "two_points_without_blank_line" => {
            kinds(Kind::Paragraph) == 1
                && at(tree, line + 1).iter().filter(|u| u.kind == Kind::Paragraph).count() == 1
        }
        "latin_in_kazakh_word" => {
            let word = right.split([' ', '(']).next()?;
            // A letter that stands for a digit stays in the words.
            let printed = word.replace("3-", "З-");
            units.iter().any(|unit| unit.text.contains(word) || unit.text.contains(&printed))
        }
        "foreign_letter" => units.iter().any(|unit| unit.text.contains(right)),
        "articles_absent" => tree
            .faults
            .iter()
            .any(|fault| fault.kind == FaultKind::Numbering && fault.reading.contains("48-бап")),
        "bold_unit" => units.iter().all(|unit| {
            unit.number.is_some() || unit.kind == Kind::Note || unit.kind == Kind::Text
        }),
        _ => return None,
    })
}

#[test]
fn structural_faults_of_law_418() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tree = parse(&read_file(&root.join(LAW), LAW).expect("the law"));
    let records =
        std::fs::read_to_string(root.join("tests/gold/faults_law-418.tsv")).expect("gold");
    let mut right = 0;
    let mut all = 0;
    for record in records.lines().skip(1) {
        let fields: Vec<&str> = record.split('\t').collect();
        let [_, line, class, fault, reading] = fields[..] else { continue };
        let line = line.parse().expect("a line");
        let Some(read) = is_read(&tree, line, class, fault, reading) else { continue };
        all += 1;
        if read {
            right += 1;
        } else {
            let units: Vec<String> = at(&tree, line)
                .iter()
                .map(|u| format!("{} {} {}-{}", u.kind, u.address, u.lines.0, u.lines.1))
                .collect();
            println!("{line} {class}: {fault} → {reading}; ours {units:?}");
        }
    }
    println!("structural faults: {right} of {all}");
    assert_eq!(right, all);
}
