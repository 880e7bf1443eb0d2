//! What must hold of a corpus of invented acts, whatever they say: neither threads nor the order
//! of files nor the way by which the corpus came about show in an answer; versions follow each
//! other without a hole; and every door tells the same.

#![allow(
    clippy::panic,
    clippy::print_stdout,
    dead_code,
    reason = "a test says what it found, and uses a part of what is shared"
)]

#[path = "../examples/generate/invented/mod.rs"]
mod invented;
mod support;
#[path = "scale/written.rs"]
mod written;

use invented::family::Folder;
use jiff::civil::Date;
use nusqa::build::build;
use nusqa::index::{ActDigest, Index, Layout, StoredVersion};
use nusqa::model::address::{Address, Step};
use nusqa::model::day::Window;
use nusqa::model::evidence::EvidenceKind;
use nusqa::model::version::{Axis, Version};
use nusqa::query::Engine;
use nusqa::query::answer::{ActInfo, Answer, Ask, TextUnit};
use nusqa::query::search::{Hit, SearchAsk};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use support::folders::Draw;
use support::nusqa;
use written::{corpus, drawn, put, put_facts};

/// The acts of the corpus whose versions and answers are compared.
const ACTS: usize = 40;

/// A corpus and its index, made once.
fn made() -> &'static (PathBuf, PathBuf) {
    static MADE: OnceLock<(PathBuf, PathBuf)> = OnceLock::new();
    MADE.get_or_init(|| {
        let (folder, _) = corpus("invariants", 23, ACTS, 0);
        let index = folder.join("index");
        build(&folder.join("corpus"), &index, false, &|_| {}).expect("a build");
        (folder.join("corpus"), index)
    })
}

/// What each act says, hashed place by place.
fn digests(index: &Path) -> BTreeMap<String, ActDigest> {
    let index = Index::open(&Layout::new(index)).expect("an index");
    let digest = |act: nusqa::index::StoredAct| {
        let iri = act.id.iri();
        let mut versions = Vec::new();
        for axis in [Axis::InForce, Axis::Adopted] {
            versions.extend(index.versions_under(&iri, &Address::whole(), axis).expect("versions"));
        }
        (iri, ActDigest::of(&act, &versions))
    };
    index.acts().expect("acts").into_iter().map(digest).collect()
}

/// Words that texts of laws have, and some that two acts share.
const QUESTIONS: [&str; 8] = [
    "ақпараттық қауіпсіздік",
    "уәкілетті орган",
    "мемлекеттік қызмет",
    "\"электрондық үкімет\"",
    "тәртібі",
    "жеке тұлға өтініш",
    "осы Заң",
    "1-тармақ",
];

/// What is found, in its order.
fn found(index: &Path) -> Vec<String> {
    let engine = Engine::open(index).expect("an index");
    let mut out = Vec::new();
    for (text, year) in QUESTIONS.iter().zip([2012, 2015, 2018, 2020, 2022].iter().cycle()) {
        for any_date in [false, true] {
            let hits = hits(&engine, text, day(*year), None, any_date);
            out.extend(hits.iter().map(|hit| format!("{text} {} {}", hit.act.iri(), hit.address)));
        }
    }
    out
}

fn day(year: i16) -> Date {
    jiff::civil::date(year, 6, 1)
}

fn on(date: Date) -> Ask {
    Ask { axis: Axis::InForce, date, known_by: None }
}

fn hits(
    engine: &Engine,
    text: &str,
    date: Date,
    act: Option<&ActInfo>,
    any_date: bool,
) -> Vec<Hit> {
    let asked = SearchAsk {
        text: text.to_owned(),
        ask: on(date),
        any_date,
        between: None,
        act: act.cloned(),
        limit: 30,
    };
    engine.search(&asked).expect("an answer").hits
}

#[test]
fn neither_threads_nor_the_order_of_files_show() {
    const FEW: usize = 20;
    let (folders, facts, _) = drawn(7, FEW, 0);
    let base = Path::new(env!("CARGO_TARGET_TMPDIR")).join("threads");
    let _ = fs::remove_dir_all(&base);
    let mut seen = None;
    // The acts are written in another order each time: so are they listed.
    for (turn, threads) in [1, 2, 3, 8].into_iter().enumerate() {
        let folder = base.join(threads.to_string());
        let mut order: Vec<&Folder> = folders.iter().collect();
        order.rotate_left(turn * folders.len() / 4);
        if turn % 2 == 1 {
            order.reverse();
        }
        order.into_iter().for_each(|act| put(&folder.join("corpus"), act));
        put_facts(&folder.join("corpus"), &facts);
        let built = nusqa()
            .current_dir(&folder)
            .env("RAYON_NUM_THREADS", threads.to_string())
            .arg("build")
            .output()
            .expect("the program runs");
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        let index = folder.join("index");
        let told = (digests(&index), found(&index));
        assert!(told.0.len() >= FEW && told.1.len() > 20, "{} hits", told.1.len());
        let first = seen.get_or_insert_with(|| told.clone());
        for (iri, digest) in &told.0 {
            assert_eq!(first.0.get(iri), Some(digest), "{iri} with {threads} threads");
        }
        assert_eq!(*first, told, "{threads} threads");
    }
}

/// One change of a corpus; tells what it did.
fn change(
    corpus: &Path,
    away: &mut Vec<Folder>,
    here: &mut Vec<Folder>,
    draw: &mut Draw,
) -> String {
    let at = draw.below(here.len());
    let kind = draw.below(8);
    match kind {
        0 | 1 if here.len() > 6 => {
            let gone = here.remove(at);
            fs::remove_dir_all(corpus.join(&gone.name)).expect("a removal");
            let told = format!("{} goes", gone.name);
            away.push(gone);
            told
        }
        2 | 3 if !away.is_empty() => {
            let back = away.remove(draw.below(away.len()));
            put(corpus, &back);
            let told = format!("{} comes", back.name);
            here.push(back);
            told
        }
        _ => {
            let act = &mut here[at];
            let file = draw.below(act.files.len());
            let (name, text) = &mut act.files[file];
            let is_card = name.ends_with(".toml");
            let lines: Vec<&str> = text.lines().collect();
            let line = draw.below(lines.len());
            let mut changed: Vec<String> = lines.iter().map(ToString::to_string).collect();
            match kind {
                _ if is_card => changed.insert(0, "[days]\nregistered = 2024-01-09".to_owned()),
                4 => drop(changed.remove(line)),
                5 => changed.insert(line, "Тағы бір сөйлем осында тұр.".to_owned()),
                6 => changed[line] = changed[line].replace("және", "немесе"),
                _ => changed.swap(0, line),
            }
            // The same key twice breaks a card; the next change mends it.
            let twice = changed.iter().filter(|line| line.contains("[days]")).count() > 1;
            if is_card && twice {
                changed.retain(|line| !line.contains("[days]"));
            }
            *text = changed.join("\n") + "\n";
            fs::write(corpus.join(&act.name).join(&*name), &*text).expect("a text");
            format!("{}/{name} line {line} in way {kind}", act.name)
        }
    }
}

#[test]
fn thirty_changes_lead_where_a_fresh_build_leads() {
    const CHANGES: usize = 30;
    let (mut here, facts, _) = drawn(31, 12, 0);
    let folder = tempfile::tempdir().expect("a folder");
    let corpus = folder.path().join("corpus");
    here.iter().for_each(|act| put(&corpus, act));
    put_facts(&corpus, &facts);
    let grown = folder.path().join("grown");
    let mut away = Vec::new();
    let mut draw = Draw(31);
    let mut since = Vec::new();
    for step in 0..=CHANGES {
        build(&corpus, &grown, false, &|_| {}).expect("a build");
        if step % 5 == 0 {
            let fresh = folder.path().join(format!("fresh-{step}"));
            build(&corpus, &fresh, false, &|_| {}).expect("a build");
            let (grown, fresh) = (digests(&grown), digests(&fresh));
            for (iri, digest) in &fresh {
                assert_eq!(grown.get(iri), Some(digest), "{iri} after {since:#?}");
            }
            assert_eq!(grown.len(), fresh.len(), "after {since:#?}");
            since.clear();
        }
        since.push(change(&corpus, &mut away, &mut here, &mut draw));
    }
}

/// Calls a check with every place of every act, on both axes.
fn each_place(index: &Path, mut check: impl FnMut(&str, &[StoredVersion])) {
    let index = Index::open(&Layout::new(index)).expect("an index");
    for act in index.acts().expect("acts") {
        for axis in [Axis::InForce, Axis::Adopted] {
            let iri = act.id.iri();
            let versions = index.versions_under(&iri, &Address::whole(), axis).expect("versions");
            versions.chunk_by(|a, b| a.order == b.order).for_each(|place| check(&iri, place));
        }
    }
}

fn is_ordered(window: Window) -> bool {
    match (window.earliest, window.latest) {
        (Some(earliest), Some(latest)) => earliest <= latest,
        _ => true,
    }
}

#[test]
fn versions_follow_each_other_without_a_hole_or_an_overlap() {
    let mut places = 0;
    each_place(&made().1, |act, place| {
        places += 1;
        let address = &place[0].version.address;
        let mut days: Vec<_> =
            place.iter().filter_map(|stored| stored.version.known_from).collect();
        days.sort();
        days.dedup();
        for known in days.into_iter().map(Some).chain([None]) {
            let of_day = place.iter().map(|stored| &stored.version);
            let mut versions: Vec<&Version> = of_day.filter(|v| v.is_known(known)).collect();
            versions.sort_by_key(|v| {
                let (earliest, latest) = (v.valid_from.earliest, v.valid_from.latest);
                (earliest.is_some(), latest.is_none() && earliest.is_some(), latest, earliest)
            });
            let told = format!("{act} {address} known by {known:?}");
            let first = versions.first().expect("a version on every day of knowledge").valid_from;
            assert!(first.earliest.is_none() && first.latest.is_none(), "{told}");
            for pair in versions.windows(2) {
                let (end, begin) = (pair[0].valid_to, pair[1].valid_from);
                assert_eq!(end, Some(begin), "{told}");
                assert!(is_ordered(begin), "{told}: {begin:?}");
                let before = pair[0].valid_from;
                assert!(
                    before.earliest <= begin.earliest && before.latest <= begin.latest,
                    "{told}"
                );
            }
            assert_eq!(versions.last().and_then(|last| last.valid_to), None, "{told}");
            for version in versions {
                let ever = version
                    .known_from
                    .is_none_or(|from| version.known_to.is_none_or(|to| from < to));
                assert!(
                    ever,
                    "{told}: known from {:?} to {:?}",
                    version.known_from, version.known_to
                );
            }
        }
    });
    println!("{places} places");
    assert!(places > 2000, "{places}");
}

/// The own words of a provision in an answer about it, unnumbered paragraphs included.
fn own_words(answer: &Answer) -> Option<String> {
    let own = |unit: &TextUnit| {
        let inner = unit.address.parent().as_ref() == Some(&answer.address)
            && matches!(unit.address.last(), Some(Step::Text(_)))
            && !unit.kind.is_amending();
        unit.address == answer.address || inner
    };
    let words: Option<Vec<&str>> = answer
        .units
        .iter()
        .map(|unit| unit.as_ref())
        .filter(|unit| unit.is_none_or(own))
        .map(|unit| unit.map(|unit| unit.text.as_str()))
        .collect();
    words.map(|words| words.join("\n"))
}

#[test]
fn show_history_and_search_tell_the_same() {
    let engine = Engine::open(&made().1).expect("an index");
    let mut draw = Draw(5);
    let (mut asked, mut met, mut compared) = (0, 0, 0);
    for act in engine.acts().expect("acts").iter().filter(|act| !act.referenced) {
        let outline = engine.outline(act, &Address::whole(), on(day(2020))).expect("an outline");
        for _ in 0..4 {
            let Some(unit) = outline.units.get(draw.below(outline.units.len())) else { continue };
            let history =
                engine.history(act, &unit.address, Axis::InForce, (None, None)).expect("a history");
            let Some(spell) = history.spells.get(draw.below(history.spells.len())) else {
                continue;
            };
            let date = match (spell.days.from, spell.days.until) {
                (Some(from), _) => from,
                (None, Some(until)) => until.yesterday().expect("a day"),
                (None, None) => day(2020),
            };
            let shown = engine.show(act, &unit.address, on(date)).expect("an answer");
            let told = format!("{} {} on {date}", act.id.iri(), unit.address);
            assert_eq!((shown.status, shown.certainty), (spell.status, spell.certainty), "{told}");
            if let Some(version) = spell.version {
                assert_eq!(shown.text, history.versions[version].text, "{told}");
            }
            let Some(text) = &shown.text else { continue };
            let words: Vec<&str> = text.split_whitespace().take(8).collect();
            asked += 1;
            for hit in hits(&engine, &words.join(" "), date, Some(act), false) {
                met += usize::from(hit.address == unit.address);
                let again = engine.show(act, &hit.address, on(date)).expect("an answer");
                let told = format!("{told}: {}", hit.address);
                assert_eq!(hit.status, again.status, "{told}");
                // New text that an order quotes is found with what stands below it.
                if again.kind.is_amending() {
                    continue;
                }
                if let (Some(found), Some(shown)) = (&hit.text, own_words(&again)) {
                    assert_eq!(*found, shown, "{told}");
                    compared += 1;
                }
            }
        }
    }
    println!(
        "{asked} provisions asked for, {met} found by their first words, {compared} hits compared"
    );
    assert!(asked > 60 && compared > asked && met * 10 > asked * 6, "{asked} {met} {compared}");
}

#[test]
fn words_stand_in_the_file_at_the_bytes_that_an_answer_names() {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let letters = |text: &str| -> String {
        let plain = nusqa::amend::wording::plain(text);
        plain.chars().filter(|c| c.is_alphanumeric()).collect()
    };
    let (mut whole, mut faults) = (0, Vec::new());
    each_place(&made().1, |act, place| {
        for version in place.iter().map(|stored| &stored.version) {
            let (Some(text), Some(at)) = (&version.text, &version.words_at) else { continue };
            // Words that an order made stand printed as they were before it, or after.
            let made = |kind| matches!(kind, EvidenceKind::Derived | EvidenceKind::Undone);
            if version.evidence.iter().any(|evidence| made(evidence.kind)) {
                continue;
            }
            let file = at.source.file.to_string();
            let bytes =
                files.entry(file.clone()).or_insert_with(|| fs::read(&file).expect("a text"));
            let printed = bytes.get(at.bytes.clone()).expect("bytes of the file");
            let printed = std::str::from_utf8(printed).expect("whole letters");
            let lines = bytes[..at.bytes.start].iter().filter(|byte| **byte == b'\n').count();
            assert_eq!(lines + 1, at.lines.0, "{act} {}", version.address);
            match letters(printed).contains(&letters(text)) {
                true => whole += 1,
                false => faults.push(format!("{act} {}: {text}\n  {printed}", version.address)),
            }
        }
    });
    println!("{whole} wordings stand where they are said to, {} do not", faults.len());
    faults.truncate(5);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(whole > 2000, "{whole}");
}
