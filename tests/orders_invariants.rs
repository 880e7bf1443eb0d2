//! What must hold of citations, notes and orders whatever the text: names come back, nothing
//! panics, nothing is dropped, and an order written by the rules of the language is read as
//! what it says.

use nusqa::amend;
use nusqa::kazakh::noun::{Case, Form, Stem};
use nusqa::kazakh::numeral;
use nusqa::kazakh::unit::UnitNoun;
use nusqa::model::act::ActId;
use nusqa::model::address::{Address, Step};
use nusqa::model::instruction::{Operation, Orders};
use nusqa::model::kind::Kind;
use nusqa::model::number::Number;
use nusqa::model::tree::Tree;
use nusqa::notes;
use nusqa::parse::citation::parse_address;
use nusqa::parse::identity::requisites;
use nusqa::parse::parse;
use nusqa::source::document::Document;
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

fn text(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(file);
    std::fs::read_to_string(path).expect("a text of the corpus")
}

fn amending() -> String {
    text("2021-01-18-12-ukimet-sheshimderine-ozgerister/amending.md")
}

fn tree_of(text: &str) -> Tree {
    parse(&Document::decode("text", text.as_bytes()))
}

fn orders(tree: &Tree) -> Orders {
    static OWN: LazyLock<ActId> =
        LazyLock::new(|| requisites(&tree_of(&amending())).expect("requisites").act);
    amend::read(tree, &OWN)
}

/// Every paragraph that the parser takes for an order is listed, read or not, and every
/// paragraph of new text lies in the span of some order.
fn nothing_is_dropped(tree: &Tree) {
    let orders = orders(tree);
    for (index, unit) in tree.units.iter().enumerate() {
        let span = tree.span(index);
        match unit.kind {
            Kind::Instruction => assert!(
                orders.instructions.iter().any(|order| order.at == unit.address),
                "dropped: {}",
                unit.text
            ),
            Kind::Quoted => assert!(
                orders.instructions.iter().any(|order| {
                    order.span.bytes.start <= span.bytes.start
                        && span.bytes.end <= order.span.bytes.end
                }),
                "dropped: {}",
                unit.text
            ),
            _ => {}
        }
    }
    for note in notes::read(tree) {
        assert!(!note.targets.is_empty());
    }
}

#[test]
fn every_prefix_of_an_amending_act_is_read_without_loss() {
    let text = amending();
    let mut at = 0;
    while at < text.len() {
        at = text.ceil_char_boundary(at + 5003);
        nothing_is_dropped(&tree_of(&text[..at]));
    }
}

#[test]
fn an_act_without_a_clause_gives_no_order_a_rule() {
    let text = amending().replace("қолданысқа енгізіледі.", "жарияланады.");
    let orders = orders(&tree_of(&text));
    assert_eq!(orders.instructions.len(), 42);
    assert!(orders.instructions.iter().all(|order| order.in_force.is_none()));
}

fn number() -> impl Strategy<Value = Number> {
    prop_oneof![
        (1u32..400).prop_map(Number::plain),
        (1u32..200, 1u32..20).prop_map(|(a, b)| Number::Dashed(vec![a, b])),
    ]
}

/// Addresses as acts have them.
fn address() -> impl Strategy<Value = Address> {
    let component = prop_oneof![
        4 => Just(vec![]),
        2 => Just(vec![Step::Approved]),
        1 => number().prop_map(|n| vec![Step::Annex(Some(n))]),
        1 => number().prop_map(|n| vec![Step::Approved, Step::Annex(Some(n))]),
    ];
    let unit = prop_oneof![
        number().prop_map(|n| vec![Step::Paragraph(n)]),
        number().prop_map(|n| vec![Step::Article(n)]),
        number().prop_map(|n| vec![Step::Chapter(n)]),
        (number(), number()).prop_map(|(a, b)| vec![Step::Article(a), Step::Paragraph(b)]),
        (number(), number()).prop_map(|(a, b)| vec![Step::Article(a), Step::Subparagraph(b)]),
        (number(), number()).prop_map(|(a, b)| vec![Step::Paragraph(a), Step::Subparagraph(b)]),
        (number(), number(), number()).prop_map(|(a, b, c)| {
            vec![Step::Article(a), Step::Paragraph(b), Step::Subparagraph(c)]
        }),
        (number(), 1u32..300).prop_map(|(a, k)| vec![Step::Paragraph(a), Step::Text(k)]),
        Just(vec![Step::Title]),
    ];
    (component, unit)
        .prop_map(|(component, unit)| Address::new(component.into_iter().chain(unit).collect()))
}

/// The address as lawyers cite it, the last unit in this case: `6-тармақтың 17) тармақшасы`.
fn citation(address: &Address, case: Case) -> Option<String> {
    let steps = address.steps();
    let mut out = Vec::new();
    for (i, step) in steps.iter().enumerate() {
        let last = i + 1 == steps.len();
        let case = if last { case } else { Case::Genitive };
        let form = Form { case, plural: false, possessed: i > 0 };
        let (mark, noun) = match step {
            Step::Annex(Some(n)) => (format!("{n}-"), UnitNoun::Annex),
            Step::Chapter(n) => (format!("{n}-"), UnitNoun::Chapter),
            Step::Article(n) => (format!("{n}-"), UnitNoun::Article),
            Step::Paragraph(n) => (format!("{n}-"), UnitNoun::Paragraph),
            Step::Subparagraph(n) => (format!("{n}) "), UnitNoun::Subparagraph),
            Step::Text(k) => (format!("{} ", numeral::ordinal(*k)?), UnitNoun::Indent),
            Step::Title => (String::new(), UnitNoun::Title),
            _ => return None,
        };
        out.push(format!("{mark}{}", noun.stem().decline(form)));
    }
    Some(out.join(" "))
}

/// A resolution with these orders on points of a document that another resolution approves.
fn resolution(orders: &str) -> String {
    format!(
        "# Қаулыға өзгерістер енгізу туралы\n\n\
         Қазақстан Республикасы Үкіметінің 2021 жылғы 18 қаңтардағы № 12 қаулысы.\n\n\
         1. \"Талаптар туралы\" Қазақстан Республикасы Үкіметінің 2016 жылғы 20 желтоқсандағы \
         № 832 қаулысында (2016 ж., № 65, 428-құжат):\n\n{orders}\n\n\
         2. Осы қаулы қол қойылған күнінен бастап қолданысқа енгізіледі.\n"
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_address_comes_back_from_its_short_form(address in address()) {
        let printed = address.to_string();
        let readings = parse_address(&printed);
        prop_assert!(readings.contains(&address), "{} → {:?}", printed, readings);
        prop_assert!(parse_address(&printed.to_uppercase()).contains(&address));
    }

    #[test]
    fn every_address_comes_back_from_its_eid(address in address()) {
        let eid = address.eid();
        prop_assert!(parse_address(&eid).contains(&address), "{}", eid);
    }

    #[test]
    fn every_address_comes_back_from_its_citation(address in address(), case in 0usize..6) {
        let case = Case::ALL[case];
        if let Some(cited) = citation(&address, case) {
            let readings = parse_address(&cited);
            prop_assert!(readings.contains(&address), "{} → {:?}", cited, readings);
        }
    }

    #[test]
    fn any_text_is_read_as_an_address_or_not_at_all(text in "\\PC{0,40}") {
        let _ = parse_address(&text);
    }

    #[test]
    fn nearly_citations_are_read_or_not_at_all(text in "[0-9)#/*\\- a-zа-яәіңғүұқөһ]{0,30}") {
        let _ = parse_address(&text);
    }

    #[test]
    fn a_removal_is_read_as_what_it_says(address in address()) {
        let unit = address.within_component();
        let cited = citation(&unit, Case::Nominative).expect("a citation");
        let text = resolution(&format!("{cited} алып тасталсын."));
        let read = orders(&tree_of(&text));
        prop_assert_eq!(read.instructions.len(), 1, "{}", text);
        let order = &read.instructions[0];
        let operation = match unit.last() {
            Some(Step::Text(_)) => Operation::DeleteIndents,
            _ => Operation::Delete,
        };
        prop_assert!(order.read, "{}", text);
        prop_assert_eq!(order.operation, operation);
        prop_assert_eq!(&order.targets, &vec![unit]);
    }

    #[test]
    fn words_are_exchanged_where_the_order_says(address in address(), old in "[а-я]{1,9}", new in "[а-я]{1,9}") {
        let unit = address.within_component();
        for case in [Case::Locative, Case::Attributive] {
            let cited = citation(&unit, case).expect("a citation");
            let sentence = format!("{cited} «{old}» деген сөз «{new}» деген сөзбен ауыстырылсын.");
            let read = orders(&tree_of(&resolution(&sentence)));
            prop_assert_eq!(read.instructions.len(), 1, "{}", sentence);
            let order = &read.instructions[0];
            prop_assert!(order.read, "{}", sentence);
            prop_assert_eq!(order.operation, Operation::ReplaceWords);
            prop_assert_eq!(&order.targets, &vec![unit.clone()]);
            prop_assert_eq!(&order.old_words, &vec![old.clone()]);
            prop_assert_eq!(&order.new_words, &vec![new.clone()]);
        }
    }

    #[test]
    fn an_insertion_brings_the_units_that_it_announces(point in 1u32..300, count in 1u32..4) {
        let numbers: Vec<String> = (1..=count).map(|n| format!("{point}-{n}")).collect();
        let form = Form { case: Case::Instrumental, plural: count > 1, possessed: false };
        let noun = Stem::new("тармақ").decline(form);
        let announced = format!("мынадай мазмұндағы {}-{noun} толықтырылсын:", numbers.join(" және "));
        let units: Vec<String> = numbers.iter().map(|n| format!("{n}. Талап қойылады.")).collect();
        let text = resolution(&format!("{announced}\n\n\"{}\";", units.join("\n\n")));
        let read = orders(&tree_of(&text));
        prop_assert_eq!(read.instructions.len(), 1, "{}", text);
        let order = &read.instructions[0];
        prop_assert!(order.read, "{}", text);
        let printed: Vec<String> = order.targets.iter().map(Address::to_string).collect();
        prop_assert_eq!(&printed, &numbers);
        let brought: Vec<String> = order.new_units.iter().map(|u| u.address.to_string()).collect();
        prop_assert_eq!(&brought, &numbers);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn shuffled_lines_lose_nothing(seed in any::<u64>()) {
        let text = amending();
        let mut lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
        let mut state = seed | 1;
        for i in (1..lines.len()).rev() {
            // A linear congruential step is enough to mix lines.
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            lines.swap(i, (state >> 33) as usize % (i + 1));
        }
        nothing_is_dropped(&tree_of(&lines.join("\n\n")));
    }

    #[test]
    fn letters_lost_at_random_lose_no_order(places in prop::collection::vec(any::<prop::sample::Index>(), 40)) {
        let mut letters: Vec<char> = amending().chars().collect();
        for place in places {
            let at = place.index(letters.len());
            letters.remove(at);
        }
        let text: String = letters.into_iter().collect();
        nothing_is_dropped(&tree_of(&text));
    }
}
