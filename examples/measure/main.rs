//! Measures one index or one corpus in this process, and prints what it found as lines of JSON for
//! `scripts/bench`: questions, stages of a build, indexing beside tantivy alone, and what other
//! programs are given to compare with.

#![forbid(unsafe_code)]
#![allow(clippy::print_stdout, reason = "it is run for what it prints")]

mod ask;
mod drawn;
mod export;
mod raw;
mod rebuilt;
mod stages;

use clap::Parser;
use serde_json::{Value, json};
use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

/// As in the program itself.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measures.
#[derive(Parser)]
enum Command {
    /// Times questions about places drawn from the index, and sees to it that they are answered.
    Ask {
        index: PathBuf,
        /// Questions of each kind.
        #[arg(long, default_value_t = 2000)]
        most: usize,
    },
    /// Compares answers with the truth about an invented corpus.
    Judge { index: PathBuf, truth: PathBuf },
    /// Times bytes to tree, tree to orders, and timelines, on one core.
    Stages {
        corpus: PathBuf,
        index: PathBuf,
        /// Texts and acts, evenly spread.
        #[arg(long, default_value_t = 2000)]
        most: usize,
    },
    /// Writes the same documents as the program does and with tantivy alone.
    Raw {
        index: PathBuf,
        out: PathBuf,
        /// One act of so many.
        #[arg(long, default_value_t = 1)]
        every: usize,
    },
    /// Writes act, address, order, days and words of every version, a line each.
    Export {
        index: PathBuf,
        out: PathBuf,
        /// One act of so many.
        #[arg(long, default_value_t = 1)]
        every: usize,
    },
    /// Draws questions for processes: act, address, day and words, a line each.
    Draw {
        index: PathBuf,
        #[arg(long, default_value_t = 200)]
        most: usize,
        /// Only from one act of so many, as `export` takes them.
        #[arg(long, default_value_t = 1)]
        every: usize,
    },
}

type Outcome = Result<(), Box<dyn Error>>;

fn main() -> Outcome {
    match Command::parse() {
        Command::Ask { index, most } => ask::ask(&index, most),
        Command::Judge { index, truth } => ask::judge(&index, &truth),
        Command::Stages { corpus, index, most } => stages::stages(&corpus, &index, most),
        Command::Raw { index, out, every } => raw::raw(&index, &out, every),
        Command::Export { index, out, every } => export::export(&index, &out, every),
        Command::Draw { index, most, every } => drawn::print(&index, most, every),
    }
}

/// A fault that is told as it is written in the program.
fn fault(error: impl std::fmt::Debug) -> Box<dyn Error> {
    format!("{error:?}").into()
}

fn ms(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1e3
}

/// Median and what 95 and 99 of a hundred do not exceed, in milliseconds.
fn shares(mut times: Vec<f64>) -> Value {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times.get((times.len() * share / 100).min(times.len().max(1) - 1));
    json!({ "p50": at(50), "p95": at(95), "p99": at(99), "of": times.len() })
}

/// Seconds that this process has had a core for, where the system tells it.
fn cpu_seconds() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // Behind the name, which may hold blanks: user and system time in hundredths of a second.
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |at: usize| fields.get(at)?.parse::<f64>().ok();
    Some((ticks(11)? + ticks(12)?) / 100.0)
}
