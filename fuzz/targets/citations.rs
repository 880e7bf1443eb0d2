//! The units of any text → their terms and citations, in order and inside the words.

use nusqa::model::act::ActType;
use nusqa::parse::parse;
use nusqa::refs::{Names, may_cite, read};
use nusqa::source::document::Document;
use nusqa::terms::{self, Passage};

pub fn run(bytes: &[u8]) {
    let tree = parse(&Document::decode("fuzz", bytes));
    let passages = || {
        tree.units.iter().filter(|unit| may_cite(unit.kind)).map(|unit| Passage {
            address: &unit.address,
            kind: unit.kind,
            text: &unit.text,
            body: unit.body,
            groups: &[],
        })
    };
    let names = Names::of(&terms::read(passages()), &[]);
    for passage in passages() {
        let mut end = 0;
        for reference in read(&passage, &names, ActType::Law) {
            let at = &reference.bytes;
            assert!(end <= at.start && at.start < at.end, "{at:?} after {end}");
            assert!(passage.text.get(at.clone()).is_some(), "{at:?} of {:?}", passage.text);
            end = at.end;
        }
    }
}
