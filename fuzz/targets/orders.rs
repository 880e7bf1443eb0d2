//! A text that amends and a text that is amended → orders, and the second text after them; what
//! was carried out can be taken back.

use nusqa::amend;
use nusqa::amend::apply::{Draft, DraftUnit, carry_out, undo};
use nusqa::model::act::{ActId, ActType, Issuer};
use nusqa::model::address::Address;
use nusqa::model::day::Adopted;
use nusqa::parse::parse;
use nusqa::source::document::Document;

pub fn run(bytes: &[u8]) {
    let (amending, amended) = super::two(bytes);
    let own = ActId {
        adopted: Adopted(jiff::civil::date(2017, 12, 28)),
        form: ActType::Law,
        issuer: Issuer::parliament(),
        number: "0".into(),
    };
    let orders = amend::read(&parse(&Document::decode("orders", amending)), &own).instructions;
    let amended = parse(&Document::decode("amended", amended));
    let mut draft = Draft::from_tree(&amended, &Address::whole());
    let before: Vec<DraftUnit> = draft.units().cloned().collect();
    let outcome = carry_out(&mut draft, &orders);
    for carried in outcome.iter().rev().filter(|carried| carried.applied()) {
        assert!(undo(&mut draft, carried).is_ok(), "the last order can always be taken back");
    }
    assert!(draft.units().eq(&before), "the way back leads elsewhere");
}
