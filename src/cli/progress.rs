//! How far a long answer is → a bar on standard error, where that is a terminal.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar under these words, which knows its length once it is told.
pub fn bar(words: String) -> ProgressBar {
    let bar = ProgressBar::no_length().with_message(words);
    match ProgressStyle::with_template("{msg} [{bar:30}] {pos}/{len}") {
        Ok(style) => bar.with_style(style.progress_chars("=> ")),
        Err(_) => bar,
    }
}

/// Moves a bar; one that has come to its end is cleared away.
pub fn set(bar: &ProgressBar, done: usize, all: usize) {
    bar.set_length(all as u64);
    bar.set_position(done as u64);
    if done >= all {
        bar.finish_and_clear();
    }
}
