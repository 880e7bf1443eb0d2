//! A folder of tantivy's files → the same folder, in which no block is handed on before its hash
//! was compared. Very large reads are compared only when an answer rests on them alone.

use super::sums::{BLOCK, Sum, Sums, block_hash};
use rayon::prelude::*;
use std::collections::HashSet;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tantivy::HasLen;
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, MmapDirectory, OwnedBytes, WatchCallback,
    WatchHandle, WritePtr,
};

/// Bytes of one read from which on it is compared later: whole dictionaries and columns of a
/// large index, of which a question needs little.
const LARGE: usize = 4 << 20;

/// The folder.
#[derive(Debug, Clone)]
pub(super) struct Verified {
    folder: MmapDirectory,
    sums: Arc<Sums>,
    state: Arc<State>,
    /// True where nothing is written any more, and so nothing needs a lock.
    finished: bool,
}

#[derive(Debug, Default)]
struct State {
    /// Files that this process wrote: their hashes are still to be taken.
    written: Mutex<HashSet<PathBuf>>,
    /// What was read and is still to be compared.
    later: Mutex<Vec<(Arc<File>, Range<usize>)>>,
}

impl Verified {
    /// A folder with files that had these hashes; others are taken as they are.
    pub fn new(folder: MmapDirectory, sums: Sums) -> Verified {
        Verified { folder, sums: Arc::new(sums), state: Arc::default(), finished: false }
    }

    /// A folder of a finished index, that nobody writes to: it can be read by whoever may read
    /// its files, and from where nothing can be written.
    pub fn finished(folder: MmapDirectory, sums: Sums) -> Verified {
        Verified { finished: true, ..Verified::new(folder, sums) }
    }

    /// The hashes of the files that were not written anew.
    pub fn unchanged(&self) -> Sums {
        let written = lock(&self.state.written);
        self.sums.as_ref().clone().without(|name| written.contains(Path::new(name)))
    }

    /// Compares what was left for later.
    ///
    /// # Errors
    /// A file that is damaged.
    pub fn settle(&self) -> io::Result<()> {
        let later = std::mem::take(&mut *lock(&self.state.later));
        let settled = later.par_iter().try_for_each(|(file, range)| file.check(range));
        if settled.is_err() {
            lock(&self.state.later).extend(later);
        }
        settled
    }

    fn sum(&self, path: &Path) -> Option<&Sum> {
        let written = lock(&self.state.written).contains(path);
        self.sums.get(path.to_str()?).filter(|_| !written)
    }

    fn wrote(&self, path: &Path) {
        lock(&self.state.written).insert(path.to_owned());
    }
}

/// Neither of the two can be left half-changed.
fn lock<T>(state: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn damaged(path: &Path) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("{}: checksum", path.display()))
}

/// tantivy takes a file that does not exist for one that was never written, positions for one:
/// a file with a hash was written, and an index without it is not the same index.
fn gone(error: OpenReadError, path: &Path) -> OpenReadError {
    match error {
        OpenReadError::FileDoesNotExist(_) => {
            OpenReadError::wrap_io_error(io::ErrorKind::NotFound.into(), path.to_owned())
        }
        other => other,
    }
}

impl Directory for Verified {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        let handle = self.folder.get_file_handle(path);
        let Some(sum) = self.sum(path) else { return handle };
        let handle = handle.map_err(|error| gone(error, path))?;
        if handle.len() as u64 != sum.length {
            return Err(OpenReadError::wrap_io_error(damaged(path), path.to_owned()));
        }
        let seen = sum.blocks.iter().map(|_| AtomicBool::new(false)).collect();
        let file = File { path: path.to_owned(), handle, hashes: sum.blocks.clone(), seen };
        Ok(Arc::new(Opened { file: Arc::new(file), state: Arc::clone(&self.state) }))
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.folder.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.folder.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        self.wrote(path);
        self.folder.open_write(path)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        let bytes = self.folder.atomic_read(path)?;
        match self.sum(path) {
            Some(sum) if !sum.is_of(&bytes) => {
                Err(OpenReadError::wrap_io_error(damaged(path), path.to_owned()))
            }
            _ => Ok(bytes),
        }
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        self.wrote(path);
        self.folder.atomic_write(path, data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.folder.sync_directory()
    }

    fn acquire_lock(&self, lock: &Lock) -> Result<DirectoryLock, LockError> {
        // tantivy takes a lock also to read, by opening a file to be written.
        if self.finished {
            return Ok(DirectoryLock::from(Box::new(())));
        }
        self.folder.acquire_lock(lock)
    }

    fn watch(&self, callback: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.folder.watch(callback)
    }
}

/// A file with the hashes of its blocks.
#[derive(Debug)]
struct File {
    path: PathBuf,
    handle: Arc<dyn FileHandle>,
    hashes: Vec<u64>,
    /// The blocks that were compared.
    seen: Vec<AtomicBool>,
}

impl File {
    fn check(&self, range: &Range<usize>) -> io::Result<()> {
        let blocks = range.start / BLOCK..range.end.div_ceil(BLOCK).max(range.start / BLOCK);
        if blocks.len() * BLOCK > LARGE {
            return blocks.into_par_iter().try_for_each(|block| self.check_block(block));
        }
        blocks.into_iter().try_for_each(|block| self.check_block(block))
    }

    fn check_block(&self, block: usize) -> io::Result<()> {
        let seen = self.seen.get(block).ok_or_else(|| damaged(&self.path))?;
        if seen.load(Ordering::Relaxed) {
            return Ok(());
        }
        let end = self.handle.len().min((block + 1) * BLOCK);
        let bytes = self.handle.read_bytes(block * BLOCK..end)?;
        if block_hash(&bytes) != self.hashes[block] {
            return Err(damaged(&self.path));
        }
        seen.store(true, Ordering::Relaxed);
        Ok(())
    }
}

/// A file as tantivy holds it open.
#[derive(Debug)]
struct Opened {
    file: Arc<File>,
    state: Arc<State>,
}

impl HasLen for Opened {
    fn len(&self) -> usize {
        self.file.handle.len()
    }
}

impl FileHandle for Opened {
    fn read_bytes(&self, range: Range<usize>) -> io::Result<OwnedBytes> {
        if range.start > range.end || range.end > self.len() {
            return Err(damaged(&self.file.path));
        }
        if range.len() > LARGE {
            lock(&self.state.later).push((Arc::clone(&self.file), range.clone()));
        } else {
            self.file.check(&range)?;
        }
        self.file.handle.read_bytes(range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_file_that_is_gone_is_not_one_that_was_never_written() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("a.pos"), b"positions").expect("a file");
        let sums = Sums::of(folder.path(), &Sums::default(), |_| true).expect("sums");
        let files = MmapDirectory::open(folder.path()).expect("a folder");
        let files = Verified::finished(files, sums);
        assert!(files.get_file_handle(Path::new("a.pos")).is_ok());
        fs::remove_file(folder.path().join("a.pos")).expect("a file less");
        let gone = files.get_file_handle(Path::new("a.pos"));
        assert!(matches!(gone, Err(OpenReadError::IoError { .. })), "{gone:?}");
        let never = files.get_file_handle(Path::new("b.pos"));
        assert!(matches!(never, Err(OpenReadError::FileDoesNotExist(_))), "{never:?}");
    }
}
