//! What one act orders on another, from the texts of both to the answer: by which words the
//! other is named, and what is not known where the words were not understood.

#![allow(
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test says what it found, and fails where it cannot ask its question"
)]

mod support;

use serde_json::Value;
use std::fs;
use support::nusqa;
use tempfile::TempDir;

/// A law with three articles, in force from the first of February 2023.
const ANIMALS: &str = "# Жануарлар туралы\n\n\
    Қазақстан Республикасының Заңы 2023 жылғы 10 қаңтардағы № 100-VIII.\n\n\
    ### 1-бап. Міндеттер\n\n1. Иесі жауапты болады.\n\n2. Жауапкершілік заңда белгіленеді.\n\n\
    ### 2-бап. Бақылау\n\nБақылауды мемлекет жүзеге асырады.\n\n\
    ### 3-бап. Қолданысқа енгізу\n\n\
    Осы Заң 2023 жылғы 1 ақпаннан бастап қолданысқа енгізіледі.\n";

/// A corpus of these texts, each with its role.
struct Corpus(TempDir);

impl Corpus {
    fn new(texts: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for (number, (role, text)) in texts.iter().enumerate() {
            let act = folder.path().join("corpus").join(number.to_string());
            fs::create_dir_all(&act).expect("a folder");
            let card = format!(
                "[[text]]\nfile = \"text.md\"\nrole = \"{role}\"\nretrieved = 2025-01-01\n"
            );
            fs::write(act.join("act.toml"), card).expect("a card");
            fs::write(act.join("text.md"), text).expect("a text");
        }
        Corpus(folder)
    }

    fn run(&self, arguments: &[&str]) -> (i32, Value) {
        let mut command = nusqa();
        command.arg("--corpus").arg(self.0.path().join("corpus"));
        command.arg("--index").arg(self.0.path().join("index"));
        let output = command.args(arguments).arg("--json").output().expect("the program runs");
        let answer = serde_json::from_slice(&output.stdout).unwrap_or_default();
        (output.status.code().unwrap_or(-1), answer)
    }

    /// Status and certainty of a provision on a day.
    fn show(&self, act: &str, place: &str, day: &str) -> String {
        let (_, answer) = self.run(&["show", act, place, "--on", day]);
        let word = |key: &str| answer[key].as_str().unwrap_or("?").to_owned();
        format!("{} {}", word("status"), word("certainty"))
    }

    fn text(&self, act: &str, place: &str, day: &str) -> String {
        let (_, answer) = self.run(&["show", act, place, "--on", day]);
        answer["text"].as_str().unwrap_or("?").to_owned()
    }
}

/// An amending law of the first of June 2023, in force from the first of July, with this body.
fn amending(title: &str, body: &str) -> String {
    format!(
        "# {title}\n\nҚазақстан Республикасының Заңы 2023 жылғы 1 маусымдағы № 150-VIII.\n\n\
         {body}\n\n2-бап. Осы Заң 2023 жылғы 1 шілдеден бастап қолданысқа енгізіледі.\n"
    )
}

#[test]
fn a_law_that_amends_nothing_else_may_repeal_another() {
    let law = "# Жан-жануарлар туралы\n\n\
        Қазақстан Республикасының Заңы 2024 жылғы 5 наурыздағы № 200-VIII.\n\n\
        1-бап. Мақсат\n\nОсы Заң жануарларды қорғайды.\n\n\
        2-бап. Қолданысқа енгізу\n\n\
        1. Осы Заң 2024 жылғы 1 мамырдан бастап қолданысқа енгізіледі.\n\n\
        2. \"Жануарлар туралы\" 2023 жылғы 10 қаңтардағы № 100-VIII Қазақстан Республикасы \
        Заңының күші жойылды деп танылсын.\n";
    for role in ["original", "consolidated"] {
        let corpus = Corpus::new(&[("original", ANIMALS), (role, law)]);
        assert_eq!(corpus.show("100-VIII", "2-бап", "2024-04-30"), "in_force certain");
        assert_eq!(corpus.show("100-VIII", "2-бап", "2024-05-01"), "repealed certain", "{role}");
    }
}

const BY_NUMBER: &str =
    "\"Жануарлар туралы\" 2023 жылғы 10 қаңтардағы № 100-VIII Қазақстан Республикасының Заңына";
const BY_TITLE: &str = "\"Жануарлар туралы\" Қазақстан Республикасының Заңына";
const ANNOUNCE: &str = "мынадай өзгерістер енгізілсін:";
const CHANGES: &str = "өзгерістер енгізу туралы";

#[test]
fn laws_are_cited_by_title_alone() {
    let body = format!("1-бап. {BY_TITLE} {ANNOUNCE}\n\n1-баптың 2-тармағы алып тасталсын.");
    let law = amending(&format!("{BY_TITLE} {CHANGES}"), &body);
    let corpus = Corpus::new(&[("original", ANIMALS), ("amending", &law)]);
    assert_eq!(corpus.show("100-VIII", "1-бап/2", "2023-07-01"), "repealed certain");
    assert!(corpus.show("100-VIII", "2-бап", "2023-07-01").starts_with("in_force derived"));
    // Two laws of that title: either may be meant.
    let other =
        ANIMALS.replace("2023 жылғы 10 қаңтардағы № 100-VIII", "2001 жылғы 9 мамырдағы № 7-II");
    let corpus = Corpus::new(&[("original", ANIMALS), ("original", &other), ("amending", &law)]);
    for number in ["100-VIII", "7-II"] {
        assert_eq!(corpus.show(number, "1-бап/2", "2023-07-01"), "in_force presumed", "{number}");
    }
    // One that was adopted later cannot be meant.
    let later =
        ANIMALS.replace("2023 жылғы 10 қаңтардағы № 100-VIII", "2023 жылғы 9 тамыздағы № 190-VIII");
    let corpus = Corpus::new(&[("original", ANIMALS), ("original", &later), ("amending", &law)]);
    assert_eq!(corpus.show("100-VIII", "1-бап/2", "2023-07-01"), "repealed certain");
    assert_eq!(corpus.show("190-VIII", "1-бап/2", "2023-12-01"), "in_force certain");
}

#[test]
fn a_header_that_names_no_act_leaves_the_act_of_the_title_in_doubt() {
    let headers = [
        "\"Жануарлар туралы\" 2023 жылғы 10 қаңтардағы № 101-VIII Қазақстан Республикасының Заңына",
        "Заңға",
        "\"Өсімдіктер туралы\" Қазақстан Республикасының Заңына",
    ];
    for header in headers {
        let body = format!("1-бап. {header} {ANNOUNCE}\n\n1-баптың 2-тармағы алып тасталсын.");
        for title in [BY_NUMBER, BY_TITLE] {
            let law = amending(&format!("{title} {CHANGES}"), &body);
            let corpus = Corpus::new(&[("original", ANIMALS), ("amending", &law)]);
            let shown = corpus.show("100-VIII", "2-бап", "2023-07-01");
            assert_eq!(shown, "in_force presumed", "{title}: {header}");
        }
    }
    let body = format!("1-бап. Заңға {ANNOUNCE}\n\n1-баптың 2-тармағы алып тасталсын.");
    let law = amending(&format!("{BY_NUMBER} {CHANGES}"), &body);
    let corpus = Corpus::new(&[("original", ANIMALS), ("amending", &law)]);
    assert_eq!(corpus.run(&["check"]).0, 1, "an order on nobody knows what is not understood");
}

#[test]
fn every_paragraph_of_an_amending_point_is_an_order() {
    for last in
        ["4-бап жаңартылсын", "2) 2-бап басқаша оқылсын", "1-баптың 2-тармағы 3-тармаққа айналсын"]
    {
        for first in [
            "",
            "1) 1-баптың 2-тармағы алып тасталсын;\n\n",
            "1) 1-баптың 2-тармағы мынадай редакцияда жазылсын:\n\n\"2. Жауапкершілік жоқ.\";\n\n",
        ] {
            let body = format!("1-бап. {BY_NUMBER} {ANNOUNCE}\n\n{first}{last}.");
            let law = amending(&format!("{BY_NUMBER} {CHANGES}"), &body);
            let corpus = Corpus::new(&[("original", ANIMALS), ("amending", &law)]);
            let shown = corpus.show("100-VIII", "2-бап", "2023-07-01");
            assert_eq!(shown, "in_force presumed", "{first}{last}");
            let (code, _) = corpus.run(&["check"]);
            assert_eq!(code, 1, "{first}{last}");
            let text = corpus.text("100-VIII", "1-бап/2", "2023-07-01");
            assert!(!text.contains("оқылсын") && !text.contains("жаңартылсын"), "{text}");
        }
    }
}

#[test]
fn a_code_is_cited_by_its_name_and_its_parts_by_number() {
    let code = "# Әкімшілік құқық бұзушылық туралы\n\n\
        Қазақстан Республикасының Кодексі 2014 жылғы 5 шілдедегі № 235-V.\n\n\
        75-1-бап. Есірткі\n\n\
        1. Есірткіні сақтау –\n\nескерту жасауға әкеп соғады.\n\n2. Қайталап жасалған іс-әрекет –\n\n\
        айыппұл салуға әкеп соғады.\n\nЕскертпе. Есірткі деп заттар түсініледі.\n\n\
        920-бап. Қолданысқа енгізу\n\n\
        Осы Кодекс 2015 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.\n";
    let name = "Қазақстан Республикасының Әкімшілік құқық бұзушылық туралы кодексіне";
    for header in [
        format!("2014 жылғы 5 шілдедегі {name}"),
        format!("2014 жылғы 5 шілдедегі № 235-V {name}"),
        name.to_owned(),
    ] {
        let body = format!(
            "1-бап. {header} {ANNOUNCE}\n\n1) 75-1-баптың бірінші бөлігінің екінші абзацы мынадай \
             редакцияда жазылсын:\n\n\"отыз тәулікке қамауға алуға әкеп соғады.\";\n\n\
             2) 75-1-баптың екінші бөлігі алып тасталсын."
        );
        let law = amending(&format!("{name} {CHANGES}"), &body);
        let corpus = Corpus::new(&[("original", code), ("amending", &law)]);
        let first = corpus.text("235-V", "75-1-баптың бірінші бөлігі", "2023-07-01");
        assert_eq!(
            first, "1. Есірткіні сақтау –\nотыз тәулікке қамауға алуға әкеп соғады.",
            "{header}"
        );
        let second = corpus.show("235-V", "75-1-баптың екінші бөлігі", "2023-07-01");
        assert_eq!(second, "repealed certain", "{header}");
    }
}
