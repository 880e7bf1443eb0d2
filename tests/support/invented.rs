//! Acts and versions without texts behind them, as a build would store them: indexes of any size
//! for what is measured.

use jiff::civil::date;
use nusqa::index::{
    Context, FORMAT, History, Layout, Manifest, Stamp, StoredAct, StoredVersion, TOOL, Writer,
};
use nusqa::kazakh::token::Keys;
use nusqa::model::act::{ActId, ActType, Issuer};
use nusqa::model::address::{Address, Step};
use nusqa::model::certainty::{Certainty, Status};
use nusqa::model::day::{Adopted, EffectRule, Window};
use nusqa::model::kind::Kind;
use nusqa::model::node::{Node, Origin};
use nusqa::model::number::Number;
use nusqa::model::version::{Axis, Grade, Version};
use std::path::Path;

/// A law of the first day of 2014 with this number.
pub fn law(number: u32) -> ActId {
    ActId {
        adopted: Adopted(date(2014, 1, 1)),
        form: ActType::Law,
        issuer: Issuer::parliament(),
        number: number.to_string(),
    }
}

/// What is in force at an article, the first one for 0.
pub fn version(
    id: &ActId,
    place: u32,
    text: String,
    from: Window,
    to: Option<Window>,
) -> StoredVersion {
    let step = Step::Article(Number::plain(place + 1));
    let address = Address::new(vec![step.clone()]);
    StoredVersion {
        cites: Vec::new(),
        order: u64::from(place),
        depth: 0,
        groups: Vec::new(),
        has_words: true,
        context: Context { act: id.iri(), unit: address.clone(), ..Context::default() },
        version: Version {
            node: Node::new(None, step, Origin::Enacted),
            address,
            kind: Kind::Article,
            axis: Axis::InForce,
            status: Status::InForce,
            text: Some(text),
            body: 0,
            heading: None,
            parts_known: true,
            valid_from: from,
            valid_to: to,
            known_from: None,
            known_to: None,
            begins_by: None,
            ends_by: None,
            introduced_by: None,
            ended_by: None,
            moved_from: None,
            moved_to: None,
            grades: vec![Grade { from: None, certainty: Certainty::Certain, reasons: Vec::new() }],
            proof: None,
            words_at: None,
            evidence: Vec::new(),
            warnings: Vec::new(),
        },
    }
}

/// Writes an index of these acts and their versions, one act at a time.
pub fn write(folder: &Path, acts: impl Iterator<Item = (ActId, Vec<StoredVersion>)>) {
    let layout = Layout::new(folder);
    let lock = layout.lock(|| ()).expect("a lock");
    let mut writer = Writer::begin(&layout, lock, false, Keys::Stems).expect("a writer");
    for (id, versions) in acts {
        let act = StoredAct {
            id,
            title: None,
            titles: Vec::new(),
            horizon: None,
            effect: EffectRule::Unstated,
            witnesses: Vec::new(),
            referenced: false,
            components: vec![Address::whole()],
            amending: Vec::new(),
            amending_on_adoption: Vec::new(),
            amended_by: Vec::new(),
            abbreviations: Vec::new(),
        };
        let ready = writer.ready().of(&act, &versions).expect("documents");
        writer.add(ready).expect("written");
    }
    let stamp = Stamp {
        format: FORMAT,
        tool: TOOL.into(),
        corpus: "0".repeat(64),
        keys: Keys::Stems.name().into(),
        corpus_path: "corpus".into(),
        corpus_changed: 0,
        left_out: Default::default(),
    };
    writer.finish(&stamp, &Manifest::default(), &History::default()).expect("an index");
}
