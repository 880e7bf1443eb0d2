//! Times carrying orders out on acts of growing length: the time of one order must not grow with
//! the rest of the act. An order on the whole text is there for comparison.

#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use nusqa::amend;
use nusqa::amend::apply::{Draft, carry_out, undo};
use nusqa::model::act::{ActId, ActType, Issuer};
use nusqa::model::address::Address;
use nusqa::model::day::Adopted;
use nusqa::model::instruction::Instruction;
use nusqa::parse::parse;
use nusqa::source::document::Document;
use std::fmt::Write;
use std::hint::black_box;
use std::time::Duration;

fn act(articles: usize) -> Draft {
    let mut text = String::from("# Мерекелер туралы\n\n");
    for article in 1..=articles {
        let _ = write!(
            text,
            "{article}-бап. Мереке күндері\n\nМерекелер мыналар:\n\n1) ұлттық мереке;\n\n\
             2) мемлекеттік мереке;\n\n3) кәсіби мереке.\n\n"
        );
    }
    let tree = parse(&Document::decode("act", text.as_bytes()));
    Draft::from_tree(&tree, &Address::whole())
}

fn orders(text: &str) -> Vec<Instruction> {
    let header = "1-бап. «Мерекелер туралы» 2001 жылғы 13 желтоқсандағы Қазақстан Республикасының \
                  Заңына мынадай өзгерістер мен толықтырулар енгізілсін:";
    let tree = parse(&Document::decode("orders", format!("{header}\n\n{text}").as_bytes()));
    let own = ActId {
        adopted: Adopted(jiff::civil::Date::MAX),
        form: ActType::Law,
        issuer: Issuer::parliament(),
        number: "~".into(),
    };
    amend::read(&tree, &own).instructions
}

const LOCAL: [(&str, &str); 7] = [
    ("redaction", "1) 50-баптың 2) тармақшасы мынадай редакцияда жазылсын:\n\n«2) жаңа мереке;»."),
    ("insertion", "1) 50-бап мынадай мазмұндағы 1-1) тармақшамен толықтырылсын:\n\n«1-1) той;»."),
    (
        "article",
        "1) мынадай мазмұндағы 50-1-баппен толықтырылсын:\n\n«50-1-бап. Той\n\nТой күні.».",
    ),
    ("removal", "1) 50-баптың 2) тармақшасы алып тасталсын."),
    ("renumbering", "1) 50-баптың 3) тармақшасы 4) тармақша деп есептелсін."),
    (
        "last indent",
        "1) 50-баптың 2) тармақшасының соңғы абзацындағы «мереке» деген сөз алып тасталсын.",
    ),
    (
        "words",
        "1) 50-баптың 2) тармақшасындағы «мемлекеттік» деген сөз «жаңа» деген сөзбен ауыстырылсын.",
    ),
];

const WHOLE: &str = "1) бүкіл мәтін бойынша «ұлттық мереке» деген сөздер «ұлттық той» деген сөздермен ауыстырылсын.";

fn applying(criterion: &mut Criterion) {
    let acts: Vec<(usize, Draft)> =
        [100, 1_000, 10_000].into_iter().map(|articles| (articles, act(articles))).collect();
    for (name, text) in LOCAL.into_iter().chain([("whole text", WHOLE)]) {
        let orders = orders(text);
        let mut group = criterion.benchmark_group(format!("apply and undo: {name}"));
        // An order on the whole text reads all of it, and takes its time on long acts.
        group.sample_size(if text == WHOLE { 10 } else { 50 });
        group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
        for (articles, draft) in &acts {
            let mut draft = draft.clone();
            group.bench_function(BenchmarkId::from_parameter(articles), |bencher| {
                bencher.iter(|| {
                    let outcome = carry_out(&mut draft, black_box(&orders));
                    assert!(outcome.iter().all(|carried| carried.applied()), "{name}");
                    for carried in outcome.iter().rev() {
                        assert_eq!(undo(&mut draft, carried), Ok(()), "{name}");
                    }
                });
            });
        }
        group.finish();
    }
}

criterion_group!(benches, applying);
criterion_main!(benches);
