//! An export of lines holds one act at a time, however many the index has.

#![cfg(target_os = "linux")]
#![allow(clippy::print_stdout, reason = "a test says what it measured")]

mod support;

use jiff::civil::date;
use nusqa::model::day::Window;
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::Stdio;
use support::{invented, nusqa};

/// Versions of an act.
const VERSIONS: u32 = 40;

fn generate(folder: &Path, acts: u32) {
    let act = |number: u32| {
        let id = invented::law(number);
        let version = |place: u32| {
            let text = format!("{}-бап. {} {place}", place + 1, id.number).repeat(20);
            invented::version(&id, place, text, Window::exact(date(2014, 1, 1)), None)
        };
        let versions = (0..VERSIONS).map(version).collect();
        (id, versions)
    };
    invented::write(folder, (1..=acts).map(act));
}

/// What an export to standard output took and gave.
struct Seen {
    /// The most memory of its own at any time, in bytes: pages of mapped files are the system's.
    peak: usize,
    bytes: usize,
    lines: usize,
}

fn export(acts: u32) -> Seen {
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
    let seen = export(900);
    println!("{} lines, {} bytes, {} bytes of memory", seen.lines, seen.bytes, seen.peak);
    assert_eq!(seen.lines, 900 * VERSIONS as usize);
    assert!(seen.peak < seen.bytes / 2 && seen.peak < 20 << 20);
}
