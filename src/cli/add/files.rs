//! What was named on the command line → the files of texts that it stands for, in order. Folders
//! are walked; links in them are left alone.

use super::said;
use crate::cli::failure::Failure;
use crate::render::messages::Lang;
use crate::source::SourceError;
use crate::source::card::CARD_FILE;
use crate::source::folder::shown;
use std::fs;
use std::path::{Path, PathBuf};

/// Endings of files that a folder is searched for; a file that is named may have any.
const ENDINGS: [&str; 6] = ["docx", "html", "htm", "md", "markdown", "txt"];
/// The most files that one folder may hold, at any depth.
const MOST: usize = 100_000;
/// How deep folders may stand in folders.
const DEEPEST: usize = 32;

/// The files.
pub fn expand(named: &[PathBuf], lang: Lang) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let before = files.len();
        walk(path, 0, &mut files, lang)?;
        if files.len() == before {
            let name = shown(path);
            return Err(Failure::in_file(said::add_nothing(lang, &name), &name, None));
        }
    }
    Ok(files)
}

fn walk(folder: &Path, depth: usize, files: &mut Vec<PathBuf>, lang: Lang) -> Result<(), Failure> {
    let unreadable =
        |cause| Failure::source(&SourceError::Unreadable { path: folder.to_owned(), cause }, lang);
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        entries.push(entry.map_err(unreadable)?.path());
        if depth > DEEPEST || files.len() + entries.len() > MOST {
            let name = shown(folder);
            return Err(Failure::in_file(said::add_too_many(lang, &name), &name, None));
        }
    }
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let kind = path.symlink_metadata().map(|what| what.file_type()).map_err(unreadable)?;
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
        if name.starts_with('.') || name == CARD_FILE {
            continue;
        }
        if kind.is_dir() {
            walk(&path, depth + 1, files, lang)?;
        } else if kind.is_file() && ENDINGS.contains(&ending.as_str()) {
            files.push(path);
        }
    }
    Ok(())
}
