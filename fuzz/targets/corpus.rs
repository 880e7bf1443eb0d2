//! A corpus of an act and of an act that amends it, whatever they say → an index whose every
//! answer stands inside its own days, and the same answers from a second build.

use nusqa::build::{Progress, build};
use nusqa::model::address::Address;
use nusqa::model::version::Axis;
use nusqa::query::Engine;
use nusqa::query::answer::Ask;
use std::fs;
use std::path::Path;

const CARDS: [(&str, &str, &str); 2] = [
    ("a", "original", "[act]\ntype = \"law\"\nnumber = \"1-V\"\nadopted = 2015-11-24\n"),
    ("b", "amending", "[act]\ntype = \"law\"\nnumber = \"2-VI\"\nadopted = 2017-12-28\n"),
];

pub fn run(bytes: &[u8]) {
    let (first, second) = super::two(bytes);
    let Ok(folder) = tempfile::tempdir() else { return };
    let corpus = folder.path().join("corpus");
    for ((name, role, card), text) in CARDS.into_iter().zip([first, second]) {
        let act = corpus.join(name);
        let card = format!("{card}\n[[text]]\nfile = \"text.md\"\nrole = \"{role}\"\n");
        if text.iter().all(u8::is_ascii_whitespace) || !write(&act, &card, text) {
            continue;
        }
    }
    let index = folder.path().join("index");
    if build(&corpus, &index, false, &|_: Progress| {}).is_ok() {
        ask(&index);
    }
}

fn write(folder: &Path, card: &str, text: &[u8]) -> bool {
    fs::create_dir_all(folder).is_ok()
        && fs::write(folder.join("act.toml"), card).is_ok()
        && fs::write(folder.join("text.md"), text).is_ok()
}

fn ask(index: &Path) {
    let engine = Engine::open(index).expect("a finished index");
    for act in engine.acts().expect("acts") {
        let life = engine.life(&act).expect("versions");
        for day in life.days() {
            let asked = Ask { axis: Axis::InForce, date: day, known_by: None };
            let _ = life.on(day);
            let _ = engine.show(&act, &Address::whole(), asked);
        }
    }
}
