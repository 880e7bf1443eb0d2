//! A plan and the bytes of a text → files of the corpus. A new folder appears whole or not at all;
//! a text beside others is there before its card names it; nothing is ever written over.

use super::said;
use super::shelf::Plan;
use crate::cli::Context;
use crate::cli::failure::Failure;
use crate::render::messages::catalogue::causes::cause;
use crate::source::card::CARD_FILE;
use crate::source::folder::shown;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes a text and its card.
pub fn put(plan: &Plan, bytes: &[u8], context: &Context) -> Result<(), Failure> {
    let done = match &plan.old_card {
        None => folder(plan, bytes),
        Some(old) => {
            let path = plan.path();
            file(&path, bytes).and_then(|()| {
                let changed = card(&plan.folder, old, &plan.card);
                if changed.is_err() {
                    // The text that no card names is ours, made just now.
                    let _ = fs::remove_file(&path);
                }
                changed
            })
        }
    };
    done.map_err(|error| not_written(&plan.path(), &error, context))
}

/// What is said of a file that could not be written.
pub fn not_written(path: &Path, error: &io::Error, context: &Context) -> Failure {
    let (lang, name) = (context.lang, shown(path));
    Failure::in_file(said::add_not_written(lang, &name, cause(error, lang)), &name, None)
}

/// Replaces the card of a folder; a card that is not the one that was read is left as it is.
pub fn card(folder: &Path, old: &str, new: &str) -> io::Result<()> {
    let path = folder.join(CARD_FILE);
    if !path.symlink_metadata()?.is_file() || fs::read(&path)? != old.as_bytes() {
        return Err(ErrorKind::AlreadyExists.into());
    }
    let beside = beside(folder, CARD_FILE);
    let replaced = fill(&beside, new.as_bytes()).and_then(|()| fs::rename(&beside, &path));
    let _ = fs::remove_file(&beside);
    replaced
}

fn beside(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!(".{name}.{}.unfinished", std::process::id()))
}

/// Writes a file that is not there yet.
fn fill(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = beside(folder, &name);
    // A link fails where another program has made the file meanwhile.
    let put = fill(&beside, bytes).and_then(|()| match fs::hard_link(&beside, path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
        Err(_) if path.symlink_metadata().is_ok() => Err(ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(&beside, path),
        Ok(()) => Ok(()),
    });
    let _ = fs::remove_file(&beside);
    put
}

fn folder(plan: &Plan, bytes: &[u8]) -> io::Result<()> {
    let root = plan.folder.parent().unwrap_or(Path::new("."));
    match fs::create_dir(root) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    let name = plan.folder.file_name().unwrap_or_default().to_string_lossy();
    let unfinished = beside(root, &name);
    fs::create_dir(&unfinished)?;
    let put = fill(&unfinished.join(&plan.file), bytes)
        .and_then(|()| fill(&unfinished.join(CARD_FILE), plan.card.as_bytes()))
        .and_then(|()| match plan.folder.symlink_metadata() {
            Ok(_) => Err(ErrorKind::AlreadyExists.into()),
            Err(_) => fs::rename(&unfinished, &plan.folder),
        });
    if put.is_err() {
        let _ = fs::remove_dir_all(&unfinished);
    }
    put
}
