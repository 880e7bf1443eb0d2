//! What the seed texts say of themselves: form, issuer, number, day of adoption, registration,
//! and when they take effect.

use nusqa::amend::effect;
use nusqa::model::day::EffectRule;
use nusqa::model::tree::Tree;
use nusqa::parse::identity::requisites;
use nusqa::parse::parse;
use nusqa::source::document::Document;
use std::path::Path;

const TEXTS: [&str; 4] = [
    "2021-01-18-12-ukimet-sheshimderine-ozgerister/amending.md",
    "2017-10-28-676-kiberqauipsizdik-zhospary/original.md",
    "2015-11-24-418-V-aqparattandyru-turaly/consolidated.md",
    "2020-09-22-343-NQ-tizbe-qaghidalary/amending.txt",
];

fn tree(file: &str) -> Tree {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(file);
    parse(&Document::decode(file, &std::fs::read(path).expect("a text of the corpus")))
}

#[test]
fn every_act_names_itself() {
    let iris = TEXTS.map(|file| requisites(&tree(file)).expect("requisites").act.iri());
    assert_eq!(
        iris,
        [
            "/akn/kz/act/resolution/government/2021-01-18/12",
            "/akn/kz/act/resolution/government/2017-10-28/676",
            "/akn/kz/act/2015-11-24/418-V",
            "/akn/kz/act/order/tsifrlyq-damu-innovatsiialar-zhane-aerogharysh-onerkasibi-ministri/\
             2020-09-22/343-НҚ",
        ]
    );
}

#[test]
fn a_registered_order_says_so() {
    let found = requisites(&tree(TEXTS[3])).expect("requisites").registered;
    let (day, number) = found.expect("a registration");
    assert_eq!((day.to_string().as_str(), number.as_str()), ("2020-09-29", "21310"));
    assert_eq!(requisites(&tree(TEXTS[0])).expect("requisites").registered, None);
}

#[test]
fn an_approved_document_alone_has_no_requisites() {
    assert!(
        requisites(&tree("2016-12-20-832-birynghai-talaptar/talaptar-consolidated.txt")).is_none()
    );
}

#[test]
fn every_act_says_when_it_takes_effect() {
    let rules = TEXTS.map(|file| effect::commencement(&tree(file)).map(|told| told.rule));
    assert_eq!(
        rules,
        [
            Some(EffectRule::AfterPublicationDays(10)),
            Some(EffectRule::OnSigning),
            Some(EffectRule::OnDate(jiff::civil::date(2016, 1, 1))),
            Some(EffectRule::AfterPublicationDays(10)),
        ]
    );
}

#[test]
fn the_excepted_paragraph_takes_effect_later() {
    let tree = tree(TEXTS[0]);
    let own = requisites(&tree).expect("requisites").act;
    let orders = nusqa::amend::read(&tree, &own);
    let excepted: Vec<String> = orders
        .instructions
        .iter()
        .flat_map(|order| &order.exceptions)
        .map(|(at, rule)| format!("{at} {rule:?}"))
        .collect();
    assert_eq!(excepted, ["бекітілген/16/1)#275 OnDate(2023-01-01)"]);
    let ten_days = Some(EffectRule::AfterPublicationDays(10));
    assert!(orders.instructions.iter().all(|order| order.in_force == ten_days));
}
