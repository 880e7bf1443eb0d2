//! A corpus and its index → how fast each stage of a build is on one core: bytes to tree, tree to
//! orders, and the timelines of acts.

use crate::drawn::acts;
use crate::{Outcome, fault, ms};
use nusqa::build::gather;
use nusqa::index::{Index, Layout};
use nusqa::parse;
use nusqa::parse::identity::requisites;
use nusqa::source::document::Document;
use nusqa::timeline::weave;
use serde_json::json;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Acts whose records are held at once.
const HELD: usize = 200;

pub fn stages(corpus: &Path, index: &Path, most: usize) -> Outcome {
    texts(corpus, most)?;
    timelines(corpus, index, most)
}

/// The texts of a corpus, by path.
fn files(corpus: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for folder in std::fs::read_dir(corpus)?.flatten().filter(|entry| entry.path().is_dir()) {
        files.extend(std::fs::read_dir(folder.path())?.flatten().map(|file| file.path()));
    }
    files.retain(|file| file.extension().is_some_and(|ending| ending == "md" || ending == "txt"));
    files.sort();
    Ok(files)
}

fn texts(corpus: &Path, most: usize) -> Outcome {
    let files = files(corpus)?;
    let (mut bytes, mut units, mut parsing) = (0, 0, 0.0);
    let (mut amending, mut orders_read, mut ordering) = (0, 0, 0.0);
    for file in files.iter().step_by((files.len() / most).max(1)) {
        let text = std::fs::read(file)?;
        bytes += text.len();
        let start = Instant::now();
        let tree = parse::parse(&Document::decode("text", &text));
        parsing += ms(start);
        units += tree.units.len();
        if let Some(own) = requisites(&tree) {
            let start = Instant::now();
            let orders = nusqa::amend::read(&tree, &own.act);
            let took = ms(start);
            if !orders.instructions.is_empty() {
                ordering += took;
                amending += text.len();
                orders_read += orders.instructions.len();
            }
        }
    }
    let speed = |what, bytes: usize, (unit, count): (&str, usize), ms: f64| json!({ "what": what, "MB/s": bytes as f64 / 1e3 / ms, unit: count as f64 * 1e3 / ms });
    println!("{}", speed("bytes to tree", bytes, ("units/s", units), parsing));
    println!("{}", speed("tree to orders", amending, ("orders/s", orders_read), ordering));
    Ok(())
}

fn timelines(corpus: &Path, index: &Path, most: usize) -> Outcome {
    let all = acts(&Index::open(&Layout::new(index)).map_err(fault)?, 1)?;
    let step = (all.len() / most).max(1);
    let ids: Vec<_> = all.into_iter().step_by(step).map(|act| act.id).collect();
    let (mut bytes, mut versions, mut weaving) = (0, 0, 0.0);
    for some in ids.chunks(HELD) {
        for record in gather(corpus, index, some).map_err(fault)? {
            bytes += record
                .witnesses
                .iter()
                .filter_map(|text| std::fs::metadata(&*text.tree.source.file).ok())
                .map(|file| file.len())
                .sum::<u64>();
            let start = Instant::now();
            let timeline = weave(&record);
            weaving += ms(start);
            versions += timeline.places.iter().map(|place| place.versions.len()).sum::<usize>();
        }
    }
    println!(
        "{}",
        json!({
            "what": "timelines", "MB/s": bytes as f64 / 1e3 / weaving,
            "versions/s": versions as f64 * 1e3 / weaving
        })
    );
    Ok(())
}
