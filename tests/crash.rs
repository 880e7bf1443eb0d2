//! Builds that are killed, that run out of space, that run beside readers and beside each other:
//! after each of them the old index or the new one answers whole, and the next build succeeds.

#![allow(clippy::print_stdout, reason = "a test says how much it has seen")]

mod support;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use support::folders::{Draw, copy, dump};
use support::nusqa;
use tempfile::TempDir;

const POINTS: usize = 12;

/// A corpus of one act whose points say which state of the corpus they belong to.
struct Scene {
    folder: TempDir,
}

impl Scene {
    fn new() -> Self {
        let scene = Scene { folder: tempfile::tempdir().expect("a folder") };
        scene.say("бірінші");
        scene
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts the corpus into another state.
    fn say(&self, word: &str) {
        let act = self.path("corpus/act");
        fs::create_dir_all(&act).expect("a folder");
        let card = "[act]\ntype = \"resolution\"\nissuer = \"government\"\nnumber = \"676\"\n\
                    adopted = 2017-10-28\n\n[[text]]\nfile = \"text.md\"\nrole = \"original\"\n";
        fs::write(act.join("act.toml"), card).expect("a card");
        let mut text = String::from(
            "# Тәртіпті бекіту туралы\n\nҚазақстан Республикасы Үкіметінің 2017 жылғы 28 \
             қазандағы № 676 қаулысы\n\n",
        );
        for point in 1..=POINTS {
            let _ = write!(text, "{point}. Осы тармақта {word} тәртіп сақталсын.\n\n");
        }
        fs::write(act.join("text.md"), text).expect("a text");
    }

    fn build(&self, index: &Path) -> Command {
        let mut command = nusqa();
        command.arg("build").arg("--corpus").arg(self.path("corpus")).arg("--index").arg(index);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    fn built(&self, index: &Path) {
        let status = self.build(index).status().expect("the program runs");
        assert!(status.success(), "a build that nothing disturbs fails");
    }
}

/// What lies in an index folder, without the names of files inside.
fn left_in(index: &Path) -> BTreeSet<String> {
    let names = fs::read_dir(index).expect("a folder").flatten();
    names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// How often a build is killed: `NUSQA_KILLS`, else enough to meet every stage of it.
fn kills() -> usize {
    std::env::var("NUSQA_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(200)
}

#[test]
fn a_build_killed_at_any_moment_leaves_a_whole_index() {
    let scene = Scene::new();
    let (before, index) = (scene.path("before"), scene.path("index"));
    scene.built(&before);
    let old = dump(&before);
    scene.say("екінші");
    let started = Instant::now();
    scene.built(&scene.path("after"));
    let whole = started.elapsed();
    let new = dump(&scene.path("after"));
    assert_ne!(old, new);
    let mut moments = Draw(0x006e_7573_7161);
    let (mut olds, mut news, mut unfinished) = (0, 0, 0);
    for kill in 0..kills() {
        let _ = fs::remove_dir_all(&index);
        copy(&before, &index);
        let mut child = scene.build(&index).spawn().expect("the program runs");
        let micros = usize::try_from(whole.as_micros()).expect("a short time") * 12 / 10;
        std::thread::sleep(Duration::from_micros(moments.below(micros) as u64));
        let _ = child.kill();
        unfinished += usize::from(!child.wait().expect("an end").success());
        let now = dump(&index);
        olds += usize::from(now == old);
        news += usize::from(now == new);
        assert!(now == old || now == new, "kill {kill}: neither the old index nor the new one");
        if kill % 10 == 0 {
            scene.built(&index);
            assert_eq!(dump(&index), new, "kill {kill}: the next build");
            let left = left_in(&index);
            assert_eq!(left.len(), 3, "kill {kill}: something was left behind: {left:?}");
        }
    }
    println!("{unfinished} of {} builds were killed: {olds} old and {news} new", kills());
}

#[test]
fn a_full_disk_leaves_the_old_index() {
    let scene = Scene::new();
    let index = scene.path("index");
    scene.built(&index);
    let old = dump(&index);
    scene.say("екінші");
    let program = nusqa().get_program().to_owned();
    // No file may grow beyond a limit, in blocks of 512 bytes: as if the disk were full.
    for blocks in [0, 1, 2, 4] {
        let output = Command::new("sh")
            .arg("-c")
            .arg(format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\""))
            .arg("sh")
            .arg(&program)
            .args(["build", "--json", "--lang", "en", "--corpus"])
            .arg(scene.path("corpus"))
            .arg("--index")
            .arg(&index)
            .output();
        let Ok(output) = output else {
            println!("no shell here: a full disk was not tried");
            return;
        };
        assert_eq!(output.status.code(), Some(2), "{blocks} blocks: {output:?}");
        let error: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert!(error["code"].is_string(), "{error}");
        assert_eq!(dump(&index), old, "{blocks} blocks");
    }
    scene.built(&index);
    assert_ne!(dump(&index), old);
}

#[test]
fn readers_see_one_index_or_the_other() {
    let scene = Scene::new();
    let index = scene.path("index");
    let mut states = BTreeSet::new();
    for word in ["бірінші", "екінші"] {
        scene.say(word);
        scene.built(&index);
        states.insert(dump(&index));
    }
    let over = std::sync::atomic::AtomicBool::new(false);
    let looks = std::thread::scope(|threads| {
        let reader = threads.spawn(|| {
            let mut looks = 0;
            while !over.load(std::sync::atomic::Ordering::Relaxed) {
                assert!(states.contains(&dump(&index)), "a mixture");
                looks += 1;
            }
            looks
        });
        for turn in 0..10 {
            scene.say(if turn % 2 == 0 { "бірінші" } else { "екінші" });
            scene.built(&index);
        }
        over.store(true, std::sync::atomic::Ordering::Relaxed);
        reader.join().expect("a reader that is never disturbed")
    });
    println!("{looks} looks during ten builds");
    assert!(looks > 0);
}

#[test]
fn builds_beside_each_other_take_turns() {
    let scene = Scene::new();
    let index = scene.path("index");
    let mut children: Vec<_> =
        (0..4).map(|_| scene.build(&index).spawn().expect("the program runs")).collect();
    for child in &mut children {
        assert!(child.wait().expect("an end").success());
    }
    let alone = scene.path("alone");
    scene.built(&alone);
    assert_eq!(dump(&index), dump(&alone));
    assert_eq!(left_in(&index).len(), 3, "{:?}", left_in(&index));
}
