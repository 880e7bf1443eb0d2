//! A path and what is to stand there → a file, written in one step. A file with other contents is
//! replaced only when that was asked for.

use crate::cli::Context;
use crate::cli::args::Export;
use crate::cli::failure::Failure;
use crate::render::messages::catalogue::causes::cause;
use crate::render::messages::catalogue::errors;
use crate::source::folder::shown;
use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// A file that was put in its place.
pub struct Put {
    /// True where it was there before, with the same bytes.
    pub unchanged: bool,
    /// Its size.
    pub bytes: usize,
}

/// Writes what `write` writes; nobody ever sees half of it.
pub fn put(
    arguments: &Export,
    path: &str,
    context: &Context,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> Result<Put, Failure> {
    let lang = context.lang;
    let path = arguments.out.join(path.split('/').collect::<PathBuf>());
    let shown = shown(&path);
    let mut unfinished = path.clone().into_os_string();
    unfinished.push(format!(".{}.unfinished", std::process::id()));
    let unfinished = PathBuf::from(unfinished);
    let settled = begin(&path, &unfinished, write).and_then(|bytes| {
        let unchanged = match same(&path, &unfinished) {
            Ok(same) => same,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                fs::rename(&unfinished, &path)?;
                return Ok(Some(Put { unchanged: false, bytes }));
            }
            Err(error) => return Err(error),
        };
        if !unchanged && arguments.overwrite {
            fs::rename(&unfinished, &path)?;
            return Ok(Some(Put { unchanged, bytes }));
        }
        fs::remove_file(&unfinished)?;
        Ok(unchanged.then_some(Put { unchanged, bytes }))
    });
    match settled {
        Ok(Some(put)) => Ok(put),
        Ok(None) => Err(Failure::in_file(errors::export_exists(lang, &shown), &shown, None)),
        Err(error) => {
            let _ = fs::remove_file(&unfinished);
            let message = errors::export_failed(lang, &shown, cause(&error, lang));
            Err(Failure::in_file(message, &shown, None))
        }
    }
}

fn begin(
    path: &Path,
    unfinished: &Path,
    write: impl FnOnce(&mut dyn Write) -> io::Result<()>,
) -> io::Result<usize> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut out = BufWriter::new(File::create(unfinished)?);
    write(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
    let bytes = fs::metadata(unfinished)?.len();
    Ok(usize::try_from(bytes).unwrap_or(usize::MAX))
}

/// True for two files with the same bytes, however large.
fn same(a: &Path, b: &Path) -> io::Result<bool> {
    let (a, b) = (File::open(a)?, File::open(b)?);
    if a.metadata()?.len() != b.metadata()?.len() {
        return Ok(false);
    }
    let (mut a, mut b) = (BufReader::new(a).bytes(), BufReader::new(b).bytes());
    loop {
        match (a.next().transpose()?, b.next().transpose()?) {
            (None, None) => return Ok(true),
            (x, y) if x == y => {}
            _ => return Ok(false),
        }
    }
}
