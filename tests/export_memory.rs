//! An export of lines holds one act at a time, however many the index has.

#![cfg(target_os = "linux")]
#![allow(clippy::print_stdout, reason = "a test says what it measured")]

mod support;

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
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Stdio;
use support::nusqa;

/// Versions of an act.
const VERSIONS: u32 = 40;

fn version(id: &ActId, place: u32) -> StoredVersion {
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
            text: Some(format!("{}-бап. {} {place}", place + 1, id.number).repeat(20)),
            body: 0,
            heading: None,
            parts_known: true,
            valid_from: Window::exact(date(2014, 1, 1)),
            valid_to: None,
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

fn generate(folder: &Path, acts: usize) {
    let layout = Layout::new(folder);
    let lock = layout.lock(|| ()).expect("a lock");
    let mut writer = Writer::begin(&layout, lock, false, Keys::Stems).expect("a writer");
    for number in 1..=acts {
        let id = ActId {
            adopted: Adopted(date(2014, 1, 1)),
            form: ActType::Law,
            issuer: Issuer::parliament(),
            number: number.to_string(),
        };
        let versions: Vec<StoredVersion> = (0..VERSIONS).map(|place| version(&id, place)).collect();
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

/// What an export to standard output took and gave.
struct Seen {
    /// The most memory of its own at any time, in bytes: pages of mapped files are the system's.
    peak: usize,
    bytes: usize,
    lines: usize,
}

fn export(acts: usize) -> Seen {
    let folder = tempfile::tempdir().expect("a folder");
    generate(&folder.path().join("index"), acts);
    let mut child = nusqa()
        .current_dir(folder.path())
        .args(["export", "--format", "ndjson", "--out", "-"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut out = child.stdout.take().expect("an output");
    let status = format!("/proc/{}/status", child.id());
    let mut seen = Seen { peak: 0, bytes: 0, lines: 0 };
    let mut buffer = [0; 16 << 10];
    loop {
        // The program waits for its reader, so that no peak passes unseen between two looks.
        let own = fs::read_to_string(&status).unwrap_or_default();
        let own = own.lines().find_map(|line| line.strip_prefix("RssAnon:"));
        let own: Option<usize> = own.and_then(|own| own.split_whitespace().next()?.parse().ok());
        seen.peak = seen.peak.max(own.unwrap_or(0) << 10);
        let read = out.read(&mut buffer).expect("an output");
        seen.bytes += read;
        seen.lines += buffer[..read].iter().filter(|byte| **byte == b'\n').count();
        if read == 0 {
            break;
        }
    }
    assert!(child.wait().expect("an end").success());
    seen
}

/// Some 9 MB are the store's own, which keeps blocks of each segment unpacked.
#[test]
fn an_export_takes_no_memory_for_what_it_wrote() {
    let seen = export(600);
    println!("{} lines, {} bytes, {} bytes of memory", seen.lines, seen.bytes, seen.peak);
    assert_eq!(seen.lines, 600 * VERSIONS as usize);
    assert!(seen.peak < seen.bytes / 2 && seen.peak < 20 << 20);
}
