//! A paper → a file: written whole or not at all, and never over another file unless that is
//! asked for. `-` is standard output.

use super::Context;
use super::failure::Failure;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::causes::cause;
use crate::render::messages::catalogue::{errors, papers, usage};
use crate::source::folder::shown;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Where a paper goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Standard output.
    Stdout,
    /// A file.
    File {
        /// Its path.
        path: PathBuf,
        /// True to write over a file of that name.
        force: bool,
    },
}

impl Target {
    /// The target of this name. What can be known to fail is refused before any work is done.
    pub fn new(path: &Path, force: bool, context: &Context) -> Result<Self, Failure> {
        let lang = context.lang;
        if path == Path::new("-") {
            return match context.global.json {
                true => Err(Failure::usage(usage::conflicting_options(lang, "--json", "-"))),
                false => Ok(Target::Stdout),
            };
        }
        let name = shown(path);
        let message = if path.is_dir() {
            errors::paper_is_folder(lang, &name)
        } else if !folder(path).is_dir() {
            errors::paper_folder_missing(lang, &name, shown(folder(path)))
        } else if !force && path.symlink_metadata().is_ok() {
            errors::paper_exists(lang, &name)
        } else {
            return Ok(Target::File { path: path.to_owned(), force });
        };
        Err(Failure::in_file(message, &name, None))
    }

    /// True for standard output, on which nothing else may then be printed.
    pub fn is_stdout(&self) -> bool {
        *self == Target::Stdout
    }

    /// Writes the paper, and tells people where it stands; a program that asked for JSON gets its
    /// own answer.
    pub fn write(&self, bytes: &[u8], context: &Context) -> Result<(), Failure> {
        let lang = context.lang;
        let Target::File { path, force } = self else {
            return to_stdout(bytes).map_err(|error| Failure::output(&error, lang));
        };
        let name = shown(path);
        to_file(path, bytes, *force).map_err(|error| {
            let message = match error.kind() {
                ErrorKind::AlreadyExists => errors::paper_exists(lang, &name),
                _ => errors::paper_not_written(lang, &name, cause(&error, lang)),
            };
            Failure::in_file(message, &name, None)
        })
    }

    /// What is printed for people once the paper is written.
    pub fn told(&self, lang: Lang) -> String {
        match self {
            Target::Stdout => String::new(),
            Target::File { path, .. } => format!("{}\n", papers::paper_written(lang, shown(path))),
        }
    }
}

/// The folder in which a file stands.
fn folder(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A closed pipe is the end of the reader's interest and no error.
fn to_stdout(bytes: &[u8]) -> io::Result<()> {
    let mut stream = io::stdout().lock();
    match stream.write_all(bytes).and_then(|()| stream.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// Writes a file beside its place and moves it there, so that nobody ever reads half of it.
fn to_file(path: &Path, bytes: &[u8], force: bool) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = folder(path).join(format!(".{name}.{}.part", std::process::id()));
    let written = fs::File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let moved = written.and_then(|()| match force {
        true => fs::rename(&beside, path),
        // A link fails where another program has made the file meanwhile.
        false => match fs::hard_link(&beside, path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(error),
            Err(_) if path.symlink_metadata().is_ok() => Err(ErrorKind::AlreadyExists.into()),
            Err(_) => fs::rename(&beside, path),
            Ok(()) => Ok(()),
        },
    });
    // Gone already where it was moved; a file that cannot be removed harms nobody.
    let _ = fs::remove_file(&beside);
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_once_and_then_only_by_force() {
        let place = tempfile::tempdir().expect("a folder");
        let path = place.path().join("paper.html");
        to_file(&path, b"one", false).expect("written");
        let refused = to_file(&path, b"two", false).expect_err("refused");
        assert_eq!(refused.kind(), ErrorKind::AlreadyExists);
        assert_eq!(fs::read(&path).expect("a file"), b"one");
        to_file(&path, b"two", true).expect("written over");
        assert_eq!(fs::read(&path).expect("a file"), b"two");
        assert_eq!(fs::read_dir(place.path()).expect("a folder").count(), 1);
    }
}
