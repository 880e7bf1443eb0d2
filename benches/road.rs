//! Times the road of the data stage by stage, on the real corpus: bytes → tree, notes, orders,
//! a whole build, and one question on an open index.

#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use nusqa::model::version::Axis;
use nusqa::parse::identity::requisites;
use nusqa::query::Engine;
use nusqa::query::answer::Ask;
use nusqa::source::document::Document;
use nusqa::{amend, build, notes, parse};
use std::hint::black_box;
use std::path::{Path, PathBuf};

fn texts() -> Vec<(String, Vec<u8>)> {
    let mut texts = Vec::new();
    for folder in std::fs::read_dir("corpus").expect("the corpus").flatten() {
        let files = std::fs::read_dir(folder.path()).into_iter().flatten().flatten();
        for path in files.map(|file| file.path()) {
            let is_text = path.extension().is_some_and(|ending| ending == "md" || ending == "txt");
            let readme = path.file_name().is_some_and(|name| name == "README.md");
            if is_text && !readme {
                let bytes = std::fs::read(&path).expect("a text");
                texts.push((path.to_string_lossy().into_owned(), bytes));
            }
        }
    }
    texts
}

fn reading(criterion: &mut Criterion) {
    let texts = texts();
    let bytes: u64 = texts.iter().map(|(_, bytes)| bytes.len() as u64).sum();
    let mut group = criterion.benchmark_group("reading");
    group.throughput(Throughput::Bytes(bytes));
    group.bench_function("bytes to tree", |bencher| {
        bencher.iter(|| {
            for (file, bytes) in &texts {
                black_box(parse::parse(&Document::decode(file, bytes)));
            }
        });
    });
    let trees: Vec<_> =
        texts.iter().map(|(file, bytes)| parse::parse(&Document::decode(file, bytes))).collect();
    group.bench_function("tree to notes", |bencher| {
        bencher.iter(|| {
            for tree in &trees {
                black_box(notes::read(tree));
            }
        });
    });
    group.finish();
    let amending: Vec<_> = trees
        .iter()
        .filter_map(|tree| {
            let own = requisites(tree)?.act;
            let orders = amend::read(tree, &own);
            (!orders.instructions.is_empty()).then_some((tree, own))
        })
        .collect();
    let bytes: usize = amending
        .iter()
        .flat_map(|(tree, _)| tree.units.iter().flat_map(|unit| &unit.pieces))
        .map(|piece| piece.len())
        .sum();
    let mut group = criterion.benchmark_group("orders");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("tree to orders", |bencher| {
        bencher.iter(|| {
            for (tree, own) in &amending {
                black_box(amend::read(tree, own));
            }
        });
    });
    group.finish();
}

fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

fn building(criterion: &mut Criterion) {
    let corpus = Path::new("corpus");
    let mut group = criterion.benchmark_group("building");
    group.sample_size(20);
    let index = scratch("bench-build");
    group.bench_function("whole corpus", |bencher| {
        bencher.iter(|| build::build(corpus, &index, true, &|_| {}).expect("a build"));
    });
    group.finish();
}

fn asking(criterion: &mut Criterion) {
    let index = scratch("bench-ask");
    build::build(Path::new("corpus"), &index, true, &|_| {}).expect("a build");
    let engine = Engine::open(&index).expect("an index");
    let date = "2022-01-01".parse().expect("a day");
    let ask = Ask { axis: Axis::InForce, date, known_by: None };
    let mut group = criterion.benchmark_group("asking");
    group.bench_function("open", |bencher| {
        bencher.iter(|| Engine::open(&index).expect("an index"));
    });
    group.bench_function("show a point", |bencher| {
        bencher.iter(|| {
            let act = engine.find_act("832").expect("the act");
            let address = engine.find_address(&act, "8", &ask).expect("the point");
            engine.show(&act, &address, ask).expect("an answer")
        });
    });
    group.bench_function("history of a point", |bencher| {
        bencher.iter(|| {
            let act = engine.find_act("832").expect("the act");
            let address = engine.find_address(&act, "8", &ask).expect("the point");
            engine.history(&act, &address, Axis::InForce, (None, None)).expect("an answer")
        });
    });
    group.bench_function("show a whole law", |bencher| {
        bencher.iter(|| {
            let act = engine.find_act("418-V").expect("the act");
            engine.show(&act, &nusqa::model::address::Address::whole(), ask).expect("an answer")
        });
    });
    group.finish();
}

/// Texts that could be slow to read: four times the text should take four times as long.
fn growing(criterion: &mut Criterion) {
    let long_line = |times: usize| "сөз, ".repeat(times);
    let points = |times: usize| {
        (0..times)
            .map(|n| format!("{n}. Сөз сөйлем болады.\n\n1) бірінші;\n\nекінші\n\n"))
            .collect::<String>()
    };
    let quotes = |times: usize| {
        let header =
            "1. \"Х\" Заңына өзгерістер енгізілсін:\n\n1-бап мынадай редакцияда жазылсын:\n\n";
        format!("{header}{}", "\"сөз \"сөз\n\n".repeat(times))
    };
    let paragraphs = |times: usize| "сөз;\n\n1) а.\n\nсөз.\n\n".repeat(times);
    let shapes: [(&str, &dyn Fn(usize) -> String); 4] = [
        ("one long line", &long_line),
        ("many points", &points),
        ("open quotation marks", &quotes),
        ("short paragraphs", &paragraphs),
    ];
    let mut group = criterion.benchmark_group("growth of bytes to tree");
    for (name, text) in shapes {
        for times in [4_000, 16_000] {
            let text = text(times);
            group.bench_function(format!("{name} × {times}"), |bencher| {
                bencher
                    .iter(|| black_box(parse::parse(&Document::decode("text", text.as_bytes()))));
            });
        }
    }
    group.finish();
}

criterion_group!(road, reading, building, asking, growing);
criterion_main!(road);
