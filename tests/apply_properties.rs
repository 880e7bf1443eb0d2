//! What must hold of carrying out any orders on any act: the way back leads back, nothing but
//! the targets changes, orders on different places may change places, and no text breaks it.

use nusqa::amend;
use nusqa::amend::apply::{Draft, DraftUnit, Outcome, Problem, carry_out, undo};
use nusqa::model::act::{ActId, ActType, Issuer};
use nusqa::model::address::Address;
use nusqa::model::day::Adopted;
use nusqa::model::instruction::{Instruction, Operation};
use nusqa::parse::parse;
use nusqa::source::document::Document;
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fmt::Write;

fn nobody() -> ActId {
    ActId {
        adopted: Adopted(jiff::civil::date(2000, 1, 1)),
        form: ActType::Law,
        issuer: Issuer::parliament(),
        number: "0".into(),
    }
}

fn draft(text: &str) -> Draft {
    Draft::from_tree(&parse(&Document::decode("base", text.as_bytes())), &Address::whole())
}

fn orders(text: &str) -> Vec<Instruction> {
    let tree = parse(&Document::decode("orders", text.as_bytes()));
    amend::read(&tree, &nobody()).instructions
}

const WORDS: [&str; 8] =
    ["мемлекет", "орган", "тәртіп", "уәкілетті", "талап", "қызмет", "ақпарат", "жүйе"];

fn sentence() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&WORDS[..]), 2..6).prop_map(|words| words.join(" "))
}

/// Articles, each with an opening, unnumbered paragraphs or sub-points.
#[derive(Clone, Debug)]
struct Article {
    heading: String,
    opening: String,
    members: Vec<String>,
    numbered: bool,
}

fn article() -> impl Strategy<Value = Article> {
    (sentence(), sentence(), prop::collection::vec(sentence(), 2..6), any::<bool>()).prop_map(
        |(heading, opening, members, numbered)| Article { heading, opening, members, numbered },
    )
}

fn act() -> impl Strategy<Value = Vec<Article>> {
    prop::collection::vec(article(), 2..8)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn printed(act: &[Article]) -> String {
    let mut text = String::from("# Мемлекеттік қызмет туралы\n\n");
    for (i, article) in act.iter().enumerate() {
        let _ = write!(text, "{}-бап. {}\n\n", i + 1, capital(&article.heading));
        let _ = write!(text, "{}:\n\n", capital(&article.opening));
        for (k, member) in article.members.iter().enumerate() {
            let number = if article.numbered { format!("{}) ", k + 1) } else { String::new() };
            let mark = if k + 1 == article.members.len() { '.' } else { ';' };
            let _ = write!(text, "{number}{member}{mark}\n\n");
        }
    }
    text
}

const ORDINALS: [&str; 8] =
    ["бірінші", "екінші", "үшінші", "төртінші", "бесінші", "алтыншы", "жетінші", "сегізінші"];

/// How many kinds of orders `order` knows.
const CONSTRUCTS: usize = 15;

/// An order in words on one article of an act; `choice` and `at` pick what is ordered where.
fn order(act: &[Article], article: usize, choice: usize, at: usize, new: &str) -> String {
    let number = article + 1;
    let target = &act[article];
    let member = at % target.members.len();
    let word = target.members[member].split(' ').next().unwrap_or_default();
    let place = match target.numbered {
        true => format!("{number}-баптың {}) тармақшасы", member + 1),
        false => format!("{number}-баптың {} абзацы", ORDINALS[member + 1]),
    };
    let last = target.members.len();
    let last_word = target.members[last - 1].split(' ').next().unwrap_or_default();
    match choice % CONSTRUCTS {
        0 => {
            let number = if target.numbered { format!("{}) ", member + 1) } else { String::new() };
            format!("{place} мынадай редакцияда жазылсын:\n\n«{number}{new};»")
        }
        1 => format!("{place} алып тасталсын"),
        2 if target.numbered => format!(
            "{number}-бап мынадай мазмұндағы {0}) тармақшамен толықтырылсын:\n\n«{0}) {new}.»",
            target.members.len() + 1
        ),
        2 => format!(
            "{number}-бап мынадай мазмұндағы {} абзацпен толықтырылсын:\n\n«{new};»",
            ORDINALS[member + 1]
        ),
        3 => format!("{place}ндағы «{word}» деген сөз «{new}» деген сөздермен ауыстырылсын"),
        4 => format!(
            "{place}ндағы «{word}» деген сөзден кейін «{new}» деген сөздермен толықтырылсын"
        ),
        5 => format!("{place}ндағы «{word}» деген сөз алып тасталсын"),
        6 => format!("{number}-баптың тақырыбы мынадай редакцияда жазылсын:\n\n«{}»", capital(new)),
        7 => format!("{number}-баптың қолданысы 2030 жылғы 1 қаңтарға дейін тоқтатыла тұрсын"),
        8 => format!("{number}-баптың күші жойылды деп танылсын"),
        9 => format!(
            "{number}-бап мынадай редакцияда жазылсын:\n\n«{number}-бап. {0}\n\n{0}.»",
            capital(new)
        ),
        10 => format!(
            "мынадай мазмұндағы {number}-1-баппен толықтырылсын:\n\n«{number}-1-бап. {0}\n\n{0}.»",
            capital(new)
        ),
        11 if target.numbered => {
            format!("{number}-баптың {last}) тармақшасы {}) тармақша деп есептелсін", last + 1)
        }
        11 => format!("{number}-бап {}-бап деп есептелсін", number + 100),
        12 if target.numbered => format!(
            "{number}-баптың {last}) тармақшасы «{last_word}» деген сөздің алдынан «{new}» деген \
             сөздермен толықтырылсын"
        ),
        12 => format!(
            "{number}-баптың соңғы абзацындағы «{last_word}» деген сөз «{new}» деген сөздермен \
             ауыстырылсын"
        ),
        13 if target.numbered => format!(
            "{place}ндағы «{word}» деген сөз «{new}» деген сөздермен ауыстырылып, мынадай \
             мазмұндағы {0}) тармақшамен толықтырылсын:\n\n«{0}) {new}.»",
            last + 1
        ),
        13 => format!("{number}-баптың соңғы абзацы алып тасталсын"),
        _ => format!("{number}-бап алып тасталсын"),
    }
}

fn amending(orders: &[String]) -> String {
    let mut text = String::from(
        "1-бап. «Мемлекеттік қызмет туралы» 2015 жылғы 24 қарашадағы Қазақстан Республикасының \
         Заңына мынадай өзгерістер мен толықтырулар енгізілсін:\n\n",
    );
    for (i, order) in orders.iter().enumerate() {
        let end = if i + 1 == orders.len() { '.' } else { ';' };
        let _ = write!(text, "{}) {order}{end}\n\n", i + 1);
    }
    text
}

/// The units, by address, unnumbered paragraphs under their owner in order.
fn by_address(draft: &Draft) -> BTreeMap<String, Vec<DraftUnit>> {
    let mut out: BTreeMap<String, Vec<DraftUnit>> = BTreeMap::new();
    for unit in draft.units() {
        let article = unit.address.steps().first().map(ToString::to_string).unwrap_or_default();
        out.entry(article).or_default().push(unit.clone());
    }
    out
}

fn undo_all(draft: &mut Draft, outcome: &Outcome) {
    for carried in outcome.iter().rev().filter(|carried| carried.applied()) {
        undo(draft, carried).expect("the last order can always be taken back");
    }
}

type Choice = (usize, usize, usize, String);

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    prop::collection::vec((0..100usize, 0..100usize, 0..100usize, sentence()), 1..6)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_was_carried_out_can_be_taken_back(act in act(), choices in choices()) {
        let before = draft(&printed(&act));
        let texts: Vec<String> = choices
            .iter()
            .map(|(article, choice, at, new)| order(&act, article % act.len(), *choice, *at, new))
            .collect();
        let orders = orders(&amending(&texts));
        let mut after = before.clone();
        let outcome = carry_out(&mut after, &orders);
        undo_all(&mut after, &outcome);
        prop_assert_eq!(after.units().collect::<Vec<_>>(), before.units().collect::<Vec<_>>());
    }

    #[test]
    fn orders_in_words_are_read_and_carried_out(
        act in act(), article in 0..100usize, choice in 0..CONSTRUCTS, at in 0..100usize,
        new in sentence(),
    ) {
        let article = article % act.len();
        // A word that no text holds: what is ordered always changes something.
        let new = format!("жаңа {new}");
        let text = amending(&[order(&act, article, choice, at, &new)]);
        let orders = orders(&text);
        let chained = choice == 13 && act[article].numbered;
        prop_assert_eq!(orders.len(), if chained { 2 } else { 1 }, "{}", text);
        prop_assert!(orders.iter().all(|order| order.read), "{}", text);
        let before = draft(&printed(&act));
        let mut after = before.clone();
        let outcome = carry_out(&mut after, &orders);
        let several = outcome[0].occurrences.as_ref().is_some_and(|found| found.found > 1);
        let refused = match orders[0].operation {
            Operation::InsertWords => several,
            // A paragraph of one word only would be left empty.
            Operation::DeleteWords => outcome[0].problem == Some(Problem::NothingLeft) && several,
            _ => false,
        };
        if !refused {
            prop_assert_eq!(outcome[0].problem, None, "{}\n{}", printed(&act), text);
            prop_assert_ne!(&after, &before, "{}", text);
        }
        // Nothing outside the article changes.
        let (mut was, mut is) = (by_address(&before), by_address(&after));
        let own = [
            format!("{}-бап", article + 1),
            format!("{}-1-бап", article + 1),
            format!("{}-бап", article + 101),
        ];
        for own in own {
            was.remove(&own);
            is.remove(&own);
        }
        prop_assert_eq!(was, is);
    }

    #[test]
    fn orders_on_the_whole_text_can_be_taken_back(
        act in act(), word in prop::sample::select(&WORDS[..]), other in sentence(), choice in 0..3usize,
    ) {
        let order = match choice {
            0 => format!("бүкіл мәтін бойынша «{word}» деген сөз «жаңа {other}» деген сөздермен ауыстырылсын"),
            1 => format!("бүкіл мәтін бойынша «{word}» деген сөз алып тасталсын"),
            _ => format!("бүкіл мәтін бойынша «{word}» деген сөзден кейін «жаңа {other}» деген сөздермен толықтырылсын"),
        };
        let orders = orders(&amending(&[order]));
        prop_assert!(orders.len() == 1 && orders[0].read);
        let before = draft(&printed(&act));
        let mut after = before.clone();
        let outcome = carry_out(&mut after, &orders);
        let stands = before.units().any(|unit| unit.text.as_deref().is_some_and(|text| text.contains(word)));
        if outcome[0].applied() {
            prop_assert!(stands && after != before);
        } else {
            prop_assert_eq!(&after, &before);
        }
        undo_all(&mut after, &outcome);
        prop_assert_eq!(after, before);
    }

    #[test]
    fn orders_on_different_places_may_change_places(act in act(), a in choices(), b in choices()) {
        let half = act.len() / 2;
        let text = |choices: &[Choice], from: usize, to: usize| -> Vec<String> {
            choices
                .iter()
                .map(|(article, choice, at, new)| {
                    order(&act, from + article % (to - from), *choice, *at, new)
                })
                .collect()
        };
        let (first, second) = (text(&a, 0, half), text(&b, half, act.len()));
        // An article that gets another number stays where it stands: where a new one is put in by
        // its number depends on who came first.
        let renumbers = [&first, &second].into_iter().flatten().any(|order| order.contains("-бап деп есептелсін"));
        let first = orders(&amending(&first));
        let second = orders(&amending(&second));
        let base = draft(&printed(&act));
        let (mut one, mut other) = (base.clone(), base);
        carry_out(&mut one, first.iter().chain(&second));
        carry_out(&mut other, second.iter().chain(&first));
        if renumbers {
            prop_assert_eq!(by_address(&one), by_address(&other));
        } else {
            prop_assert_eq!(one.units().collect::<Vec<_>>(), other.units().collect::<Vec<_>>());
        }
    }

    #[test]
    fn no_text_breaks_it(act in act(), choices in choices(), cut in 0.0..1.0f64, seed in 0..1000usize) {
        let texts: Vec<String> = choices
            .iter()
            .map(|(article, choice, at, new)| order(&act, article % act.len(), *choice, *at, new))
            .collect();
        let whole = amending(&texts);
        let end = (0..=whole.len()).rev()
            .find(|end| *end as f64 <= whole.len() as f64 * cut && whole.is_char_boundary(*end));
        let mut lines: Vec<&str> = whole.lines().collect();
        let turn = seed % lines.len();
        lines.rotate_left(turn);
        let misspelt = whole.replace("сын", "cнн").replace("бап", "баp");
        for text in [&whole[..end.unwrap_or(0)], &lines.join("\n"), &misspelt] {
            let before = draft(&printed(&act));
            let mut after = before.clone();
            let orders = orders(text);
            let outcome = carry_out(&mut after, &orders);
            prop_assert_eq!(outcome.len(), orders.len());
            let touched = outcome.iter().any(|carried| !carried.touched.is_empty());
            prop_assert!(touched || after == before);
            undo_all(&mut after, &outcome);
            prop_assert_eq!(&after, &before);
        }
    }
}

/// Two articles of one word, of which nothing would be left.
#[test]
fn a_paragraph_does_not_lose_all_its_words() {
    let words = "мемлекет мемлекет".to_owned();
    let article = Article {
        heading: words.clone(),
        opening: words.clone(),
        members: vec![words.clone(), words],
        numbered: false,
    };
    let act = [article.clone(), article];
    for choice in 0..CONSTRUCTS {
        let orders = orders(&amending(&[order(&act, 0, choice, 0, "жаңа талап")]));
        assert!(orders.len() == 1 && orders[0].read, "{choice}");
        let before = draft(&printed(&act));
        let mut after = before.clone();
        let outcome = carry_out(&mut after, &orders);
        let refused = match choice {
            // The anchor stands there twice.
            4 => Some(Problem::TooManyWords),
            5 => Some(Problem::NothingLeft),
            _ => None,
        };
        assert_eq!(outcome[0].problem, refused, "{choice}");
        undo_all(&mut after, &outcome);
        assert_eq!(after, before, "{choice}");
    }
}

/// Every beginning of a real amending act: nothing breaks, and what is not understood is counted.
#[test]
fn every_beginning_of_a_real_act_is_accounted_for() {
    for file in [
        "corpus/2021-01-18-12-ukimet-sheshimderine-ozgerister/amending.md",
        "corpus/2020-09-22-343-NQ-tizbe-qaghidalary/amending.txt",
    ] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        every_beginning_of(&std::fs::read_to_string(path).expect("a text"));
    }
}

fn every_beginning_of(text: &str) {
    let step = text.len() / 60;
    for cut in (0..text.len()).step_by(step) {
        let end = (cut..text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len());
        let tree = parse(&Document::decode("orders", &text.as_bytes()[..end]));
        let orders = amend::read(&tree, &nobody());
        let ledger = amend::ledger::ledger(&tree, &orders);
        let sum = ledger.orders + ledger.new_text + ledger.other + ledger.unread;
        assert_eq!(sum, ledger.characters, "cut at {end}");
        let lost = orders.instructions.iter().any(|order| !order.read);
        assert!(!lost || ledger.unread > 0, "cut at {end}");
        let mut draft = draft(&text[..end]);
        carry_out(&mut draft, &orders.instructions);
    }
}
