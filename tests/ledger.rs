//! Every character of an amending act is exactly one of: an order understood, new text that it
//! brings, a requisite or another provision, text in the ledger of what was not understood. Counted
//! here anew from the bytes of the text, whatever was done to it.

use nusqa::amend;
use nusqa::amend::ledger::ledger;
use nusqa::model::kind::Kind;
use nusqa::model::tree::Tree;
use nusqa::parse::identity::requisites;
use nusqa::parse::parse;
use nusqa::source::document::Document;
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

/// The amending acts of the corpus, and those of the cases, which hold every construct.
static ACTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let corpus = [
        "corpus/2021-01-18-12-ukimet-sheshimderine-ozgerister/amending.md",
        "corpus/2020-09-22-343-NQ-tizbe-qaghidalary/amending.txt",
    ];
    let read = |path: &Path| std::fs::read_to_string(path).expect("a text");
    let mut acts: Vec<String> = corpus.iter().map(|file| read(&root.join(file))).collect();
    let cases = std::fs::read_dir(root.join("tests/cases/amend")).expect("cases");
    let mut files: Vec<_> = cases.flatten().map(|file| file.path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    files.sort();
    let act = |path: &std::path::PathBuf| {
        let text = read(path);
        text.split_once('\n').map(|(_, act)| act.to_owned()).expect("an act under a description")
    };
    acts.extend(files.iter().map(act));
    acts
});

/// Marks of Markdown and of tables, which no reader of the act sees.
fn is_mark(letter: char) -> bool {
    letter.is_whitespace() || !letter.is_alphanumeric()
}

/// What a character belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Order,
    NewText,
    Other,
    Unread,
}

/// Checks the account of a text; gives how many of its orders were understood, and how many not.
fn accounted_for(text: &str) -> (usize, usize) {
    let document = Document::decode("orders", text.as_bytes());
    let tree = parse(&document);
    let own = requisites(&tree).map(|told| told.act).unwrap_or_else(nobody);
    let orders = amend::read(&tree, &own);
    let account = ledger(&tree, &orders);
    let sum = account.orders + account.new_text + account.other + account.unread;
    assert_eq!(sum, account.characters, "the parts are not the whole:\n{text}");
    // Every character stands in exactly one unit, and every unit in exactly one part.
    let mut places: Vec<Option<Place>> = vec![None; text.len()];
    for (index, unit) in tree.units.iter().enumerate() {
        let lost = account.places.contains(&index);
        let place = match unit.kind {
            _ if lost => Place::Unread,
            Kind::Instruction | Kind::Context => Place::Order,
            Kind::Quoted => Place::NewText,
            _ => Place::Other,
        };
        assert!(unit.kind != Kind::Unread || lost, "unread text is not in the ledger: {unit:?}");
        for piece in &unit.pieces {
            for byte in piece.clone() {
                assert!(places[byte].is_none_or(|known| known == place), "counted twice at {byte}");
                places[byte] = Some(place);
            }
        }
    }
    for (at, letter) in text.char_indices() {
        assert!(is_mark(letter) || places[at].is_some(), "{letter:?} at {at} is nowhere:\n{text}");
    }
    honest(&tree, &orders.instructions, &account.places);
    let read = orders.instructions.iter().filter(|order| order.read).count();
    (read, orders.instructions.len() - read)
}

/// An order or new text stands in the ledger, or in an order that was understood; and what an
/// unread order spans stands in the ledger.
fn honest(tree: &Tree, orders: &[nusqa::model::instruction::Instruction], lost: &[usize]) {
    for (index, unit) in tree.units.iter().enumerate() {
        let amends = matches!(unit.kind, Kind::Instruction | Kind::Quoted);
        let start = unit.pieces.first().map_or(0, |piece| piece.start);
        let around = |read: bool| {
            let inside = |span: &nusqa::model::evidence::Span| span.bytes.contains(&start);
            orders.iter().any(|order| order.read == read && inside(&order.span))
        };
        if amends && !lost.contains(&index) {
            assert!(around(true) && !around(false), "passed over: {}", unit.text);
        }
    }
}

fn nobody() -> nusqa::model::act::ActId {
    nusqa::model::act::ActId {
        adopted: nusqa::model::day::Adopted(jiff::civil::Date::MAX),
        form: nusqa::model::act::ActType::Law,
        issuer: nusqa::model::act::Issuer::parliament(),
        number: "~".into(),
    }
}

#[test]
fn whole_acts_are_accounted_for() {
    let counts: Vec<(usize, usize)> = ACTS.iter().map(|act| accounted_for(act)).collect();
    let (read, unread) =
        counts.iter().fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
    assert!(read > 100, "only {read} orders were understood");
    assert!(unread > 3, "no case holds an order that nobody understands");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn every_beginning_is_accounted_for(act in any::<prop::sample::Index>(), cut in 0.0..1.0f64) {
        let text = act.get(&ACTS);
        let end = (text.len() as f64 * cut) as usize;
        accounted_for(&text[..text.floor_char_boundary(end)]);
    }

    #[test]
    fn shuffled_lines_are_accounted_for(
        act in any::<prop::sample::Index>(),
        order in prop::collection::vec(any::<prop::sample::Index>(), 1..40),
    ) {
        let mut lines: Vec<&str> = act.get(&ACTS).lines().collect();
        for (at, other) in order.iter().enumerate() {
            let (a, b) = (at * 7 % lines.len(), other.index(lines.len()));
            lines.swap(a, b);
        }
        accounted_for(&lines.join("\n"));
    }

    #[test]
    fn misspelt_verbs_are_accounted_for(act in any::<prop::sample::Index>(), nth in 0..8usize, by in 0..4usize) {
        let text = act.get(&ACTS);
        let verbs: Vec<usize> = text.match_indices("сын").map(|(at, _)| at).collect();
        prop_assume!(!verbs.is_empty());
        let at = verbs[nth % verbs.len()];
        let wrong = ["", "са", "сыннн", "сын ба"][by];
        accounted_for(&format!("{}{wrong}{}", &text[..at], &text[at + "сын".len()..]));
    }

    #[test]
    fn lost_quotation_marks_are_accounted_for(act in any::<prop::sample::Index>(), nth in any::<prop::sample::Index>()) {
        let text = act.get(&ACTS);
        let quotes: Vec<(usize, &str)> = text.match_indices(['«', '»', '"']).collect();
        prop_assume!(!quotes.is_empty());
        let (at, mark) = quotes[nth.index(quotes.len())];
        accounted_for(&format!("{}{}", &text[..at], &text[at + mark.len()..]));
    }
}
