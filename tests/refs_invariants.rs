//! What holds for the citations and terms of any text at all: no panic, words inside the text,
//! citations in order and apart; and one address for every form of a citation.

use nusqa::kazakh::noun::{Case, Form};
use nusqa::kazakh::unit::UnitNoun;
use nusqa::model::act::ActType;
use nusqa::model::address::Address;
use nusqa::model::kind::Kind;
use nusqa::parse::citation::parse_address;
use nusqa::refs::{CitedAct, Names, Reference, read};
use nusqa::terms::{self, Passage};
use proptest::prelude::*;

/// Words of drafting in any order: what a grammar takes for the beginning of something.
const WORDS: &[&str] = &[
    "осы",
    "Заңның",
    "Заң",
    "баптың",
    "7-бабының",
    "2-1)",
    "1),",
    "2) тармақшасында",
    "тармақтың",
    "және",
    "екінші бөлігі",
    "(бұдан әрі –",
    "БТ)",
    "БТ",
    "(",
    ")",
    "\"",
    "туралы\"",
    "«",
    "»",
    "Қазақстан Республикасының",
    "ҚР",
    "2015 жылғы 24 қарашадағы",
    "№ 418-V",
    "№",
    "қаулысымен",
    "бекітілген",
    "Қағидаларға",
    "1-қосымшаға",
    "кодексінің",
    "қоспағанда",
    "–",
    "-",
    ".",
    ";",
    ":",
    "мынадай ұғымдар пайдаланылады:",
    "31.02.2021",
    "99999999999",
    "V тарау",
    "қоса беріліп",
    "отырған",
    "тақырыбы",
    "абзацы",
    "сөйлемі",
    "𝒳",
    "ӘІ",
    "\u{301}",
    "\u{a0}",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS), 0..40).prop_map(|words| words.join(" "))
}

fn citations(at: &str, text: &str, form: ActType) -> Vec<Reference> {
    let address = parse_address(at).into_iter().next().unwrap_or_default();
    let passage = Passage { address: &address, kind: Kind::Paragraph, text, body: 0, groups: &[] };
    let found = terms::read([passage]);
    for term in &found {
        assert_eq!(&text[term.bytes.clone()], term.term);
        assert!(!term.meaning.is_empty());
    }
    let references = read(&passage, &Names::of(&found, &[]), form);
    for pair in references.windows(2) {
        assert!(pair[0].bytes.end <= pair[1].bytes.start, "{pair:?} in {text}");
    }
    for reference in &references {
        assert!(!text[reference.bytes.clone()].trim().is_empty(), "{reference:?} in {text}");
    }
    references
}

proptest! {
    #[test]
    fn any_words_are_read(text in text(), code in any::<bool>()) {
        let form = if code { ActType::Code } else { ActType::Order };
        citations("бекітілген/6/3)", &text, form);
    }

    #[test]
    fn any_characters_are_read(text in "\\PC{0,80}") {
        citations("7-бап/1", &text, ActType::Law);
    }

    #[test]
    fn every_form_of_a_citation_names_one_place(
        article in 1u32..400,
        inserted in prop::option::of(1u32..9),
        point in 1u32..40,
        case in 0..Case::ALL.len(),
    ) {
        let number = inserted.map_or(article.to_string(), |more| format!("{article}-{more}"));
        let owned = |case| Form { case, plural: false, possessed: true };
        let article = UnitNoun::Article.stem().decline(owned(Case::Genitive));
        let paragraph = UnitNoun::Paragraph.stem().decline(owned(Case::ALL[case]));
        let text = format!("осы Заңның {number}-{article} {point}-{paragraph} көзделген");
        let found = citations("1-бап", &text, ActType::Law);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(&found[0].act, &CitedAct::Own);
        let places: Vec<&Address> = found[0].targets.iter().map(|target| &target.address).collect();
        let expected = parse_address(&format!("{number}-бап/{point}"));
        prop_assert_eq!(places, expected.iter().take(1).collect::<Vec<_>>());
    }
}

#[test]
fn the_work_grows_with_the_text_and_not_faster() {
    // Texts that would take very long if every word were compared with every other.
    for words in [
        "5-бабының 2-тармағын қоспағанда, ",
        "\" туралы\" ",
        "ҚР ҚР ҚР ",
        "(бұдан әрі ",
        "осы сөз сөз сөз ",
        "1, 2, 3 және ",
    ] {
        citations("7-бап/1", &words.repeat(1_000), ActType::Law);
    }
}
