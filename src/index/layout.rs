//! Where things lie in the index folder, and how one index takes the place of another.

use super::former::{self, FORMER};
use super::history::History;
use super::manifest::{FORMAT, Manifest, Stamp};
use super::sums::{SUMS, Sums};
use serde::{Deserialize, Serialize};
use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

const CURRENT: &str = "CURRENT";
const STAMP: &str = "stamp.json";
pub(super) const MANIFEST: &str = "manifest.bin";
/// What builds changed. Its name tells its format: it is read across formats of the index.
pub(super) const HISTORY: &str = "history2.bin";
const LOCK: &str = ".lock";

/// An index that cannot be read or written. Paths are as shown to users.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are named by their variant's sentence")]
pub enum IndexError {
    /// There is no index.
    Missing { path: String },
    /// It was written in another format.
    OtherVersion { path: String, found: u32, expected: u32 },
    /// A file of it is damaged or gone.
    Damaged { path: String, cause: String },
    /// The folder cannot be written.
    NotWritable { path: String, cause: io::Error },
}

/// Which index is in use: equal for two looks between which none took the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InUse {
    name: String,
    since: SystemTime,
}

/// The index folder.
#[derive(Debug, Clone)]
pub struct Layout {
    root: PathBuf,
}

impl Layout {
    /// The layout of an index folder, which need not exist.
    pub fn new(root: &Path) -> Self {
        Layout { root: root.to_path_buf() }
    }

    /// The path as shown to users.
    pub fn shown(&self) -> String {
        crate::source::folder::shown(&self.root)
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// A mark of the index in use, at the cost of one look at one file; `None` where there is none.
    pub fn in_use(&self) -> Option<InUse> {
        let path = self.root.join(CURRENT);
        let name = fs::read_to_string(&path).ok()?;
        let since = fs::metadata(&path).and_then(|file| file.modified()).ok()?;
        Some(InUse { name, since })
    }

    /// The folder of the index in use.
    ///
    /// # Errors
    /// [`IndexError::Missing`] where no index was ever finished.
    pub fn current(&self) -> Result<PathBuf, IndexError> {
        let missing = || IndexError::Missing { path: self.shown() };
        let name = fs::read_to_string(self.root.join(CURRENT)).map_err(|_| missing())?;
        let name = name.trim();
        let plain = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric());
        if !plain {
            return Err(self.damaged(CURRENT, name));
        }
        let folder = self.root.join(name);
        if folder.is_dir() { Ok(folder) } else { Err(self.damaged(CURRENT, name)) }
    }

    /// The stamp of the index in use: small, read on every start.
    ///
    /// # Errors
    /// No index, one of another format, or a stamp that cannot be read.
    pub fn stamp(&self) -> Result<Stamp, IndexError> {
        self.stamp_in(&self.current()?)
    }

    /// The stamp in the folder of an index.
    pub(super) fn stamp_in(&self, folder: &Path) -> Result<Stamp, IndexError> {
        let path = folder.join(STAMP);
        let bytes =
            fs::read(&path).map_err(|cause| Self::damaged_file(&path, cause.to_string()))?;
        let seal: Seal = read_json(&path, &bytes)?;
        if seal.format != FORMAT {
            let (path, found) = (self.shown(), seal.format);
            return Err(IndexError::OtherVersion { path, found, expected: FORMAT });
        }
        let stamp: Stamp = read_json(&path, &bytes)?;
        if seal.seal == seal_of(&stamp) {
            Ok(stamp)
        } else {
            Err(Self::damaged_file(&path, "checksum".into()))
        }
    }

    /// The manifest of the index in use: which inputs made it.
    ///
    /// # Errors
    /// As [`Layout::stamp`].
    pub fn manifest(&self) -> Result<Manifest, IndexError> {
        let folder = self.current()?;
        self.stamp_in(&folder)?;
        let bytes = Sums::read(&folder)?.read_file(&folder, MANIFEST)?;
        let path = folder.join(MANIFEST);
        postcard::from_bytes(&bytes).map_err(|error| Self::damaged_file(&path, error.to_string()))
    }

    /// The builds of the index in use, whatever its format.
    ///
    /// # Errors
    /// No index, or builds that are not known any more.
    pub fn history(&self) -> Result<History, IndexError> {
        let folder = self.current()?;
        let path = folder.join(HISTORY);
        let damaged = |cause: String| Self::damaged_file(&path, cause);
        let history = match self.stamp_in(&folder) {
            // Another format has other sums, or none.
            Err(IndexError::OtherVersion { .. }) => match fs::read(folder.join(FORMER)) {
                Ok(bytes) => former::read(&bytes),
                Err(_) => postcard::from_bytes(
                    &fs::read(&path).map_err(|error| damaged(error.to_string()))?,
                ),
            },
            _ => postcard::from_bytes(&Sums::read(&folder)?.read_file(&folder, HISTORY)?),
        };
        history.map_err(|error| damaged(error.to_string()))
    }

    /// The folder of the index in use, whose files all have the lengths that they had.
    ///
    /// # Errors
    /// No index, one of another format, or a file of it that is gone, longer or shorter.
    pub(super) fn sound(&self) -> Result<(PathBuf, Sums), IndexError> {
        let folder = self.current()?;
        self.stamp_in(&folder)?;
        let sums = Sums::read(&folder)?;
        sums.check_lengths(&folder)?;
        Ok((folder, sums))
    }

    /// True where the index in use can be read, as far as the lengths of its files tell.
    ///
    /// # Errors
    /// As [`Layout::stamp`], and a file that is gone, longer or shorter.
    pub fn check_lengths(&self) -> Result<(), IndexError> {
        self.sound().map(|_| ())
    }

    /// Rewrites the stamp of the index in use, for a corpus that was looked at again and found
    /// unchanged. A folder that cannot be written is left as it is.
    pub fn refresh(&self, stamp: &Stamp) {
        if let Ok(folder) = self.current() {
            // The stamp only spares work; without it the next start looks again.
            let _ = write_whole(&folder.join(STAMP), &sealed(stamp));
        }
    }

    /// Waits until no other process builds, and keeps others from building until the returned
    /// file is dropped. `waits` is told when there is something to wait for.
    ///
    /// # Errors
    /// [`IndexError::NotWritable`].
    pub fn lock(&self, waits: impl Fn()) -> Result<File, IndexError> {
        let open = || {
            fs::create_dir_all(&self.root)?;
            let file = File::options().create(true).append(true).open(self.root.join(LOCK))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    waits();
                    file.lock()?;
                }
                Err(TryLockError::Error(cause)) => return Err(cause),
            }
            Ok(file)
        };
        open().map_err(|cause| self.not_writable(cause))
    }

    /// What time it is by the clock of the file system on which the index lies; `None` where nothing
    /// can be written.
    pub fn now(&self) -> Option<SystemTime> {
        fs::create_dir_all(&self.root).ok()?;
        tempfile::tempfile_in(&self.root).ok()?.metadata().ok()?.modified().ok()
    }

    /// True where an index is kept that this process may read and not build: its lock cannot be
    /// opened to be written, for want of permission.
    pub fn is_read_only(&self) -> bool {
        let opened = File::options().append(true).open(self.root.join(LOCK));
        opened.is_err_and(|error| {
            matches!(
                error.kind(),
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem
            )
        })
    }

    /// A fresh folder to build in.
    ///
    /// # Errors
    /// [`IndexError::NotWritable`].
    pub fn workshop(&self) -> Result<Workshop, IndexError> {
        let folder = self.root.join(format!(".building-{}", std::process::id()));
        let make = || {
            if folder.exists() {
                fs::remove_dir_all(&folder)?;
            }
            fs::create_dir_all(&folder)
        };
        make().map_err(|cause| self.not_writable(cause))?;
        Ok(Workshop { folder })
    }

    /// Puts a finished workshop in the place of the index in use, then clears away what is no
    /// longer named. Everything is on the disk before the new index is named. `known` are the
    /// files that were taken over, as they were.
    ///
    /// # Errors
    /// [`IndexError::NotWritable`]; the old index then stays in use.
    pub(super) fn switch(
        &self,
        workshop: &Workshop,
        stamp: &Stamp,
        manifest: &Manifest,
        history: &History,
        known: &Sums,
    ) -> Result<(), IndexError> {
        let name: String = stamp.corpus.chars().take(16).collect();
        let switch = || {
            write_whole(&workshop.folder.join(STAMP), &sealed(stamp))?;
            let manifest = postcard::to_stdvec(manifest).map_err(io::Error::other)?;
            write_whole(&workshop.folder.join(MANIFEST), &manifest)?;
            let history = postcard::to_stdvec(history).map_err(io::Error::other)?;
            write_whole(&workshop.folder.join(HISTORY), &history)?;
            let is_part = |name: &str| name != STAMP && !name.ends_with(".lock");
            let sums = Sums::of(&workshop.folder, known, is_part)?;
            write_whole(&workshop.folder.join(SUMS), &sums.to_bytes()?)?;
            sync_all(&workshop.folder)?;
            let folder = self.free_name(&name);
            fs::rename(&workshop.folder, &folder)?;
            sync_folder(&self.root)?;
            let chosen = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            write_whole(&self.root.join(CURRENT), format!("{chosen}\n").as_bytes())?;
            sync_folder(&self.root)?;
            Ok(chosen)
        };
        let chosen = switch().map_err(|cause| self.not_writable(cause))?;
        self.clear_all_but(&chosen);
        Ok(())
    }

    fn free_name(&self, name: &str) -> PathBuf {
        let mut folder = self.root.join(name);
        let mut n = 0;
        while folder.exists() {
            n += 1;
            folder = self.root.join(format!("{name}x{n}"));
        }
        folder
    }

    /// Removes indexes that are not in use and workshops that were left behind. What cannot be
    /// removed now is removed by a later build.
    fn clear_all_but(&self, chosen: &str) {
        let Ok(entries) = fs::read_dir(&self.root) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let old = entry.path().join(STAMP).is_file() || name.starts_with(".building-");
            if name != chosen && old && entry.path().is_dir() {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }

    fn damaged(&self, file: &str, cause: &str) -> IndexError {
        Self::damaged_file(&self.root.join(file), cause.to_owned())
    }

    pub(super) fn damaged_file(path: &Path, cause: String) -> IndexError {
        IndexError::Damaged { path: crate::source::folder::shown(path), cause }
    }

    pub(super) fn not_writable(&self, cause: io::Error) -> IndexError {
        IndexError::NotWritable { path: self.shown(), cause }
    }
}

/// A folder in which an index is built. Dropped before it took the place of the index in use, it
/// is cleared away.
#[derive(Debug)]
pub struct Workshop {
    folder: PathBuf,
}

impl Workshop {
    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        // After the switch it is gone already; what cannot be removed, a later build removes.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// What stands beside a stamp: the stamp is rewritten in place, so that no list of files has its
/// hash.
#[derive(Deserialize)]
struct Seal {
    format: u32,
    #[serde(default)]
    seal: String,
}

fn seal_of(stamp: &Stamp) -> String {
    blake3::hash(&to_json(stamp)).to_hex().chars().take(16).collect()
}

fn sealed(stamp: &Stamp) -> Vec<u8> {
    #[derive(Serialize)]
    struct Sealed<'a> {
        #[serde(flatten)]
        stamp: &'a Stamp,
        seal: String,
    }
    to_json(&Sealed { stamp, seal: seal_of(stamp) })
}

fn read_json<T: serde::de::DeserializeOwned>(path: &Path, bytes: &[u8]) -> Result<T, IndexError> {
    serde_json::from_slice(bytes).map_err(|error| Layout::damaged_file(path, error.to_string()))
}

/// Waits until the files of a folder are on the disk, and the folder with their names. Whoever
/// may read the stamp may then read all of them: tantivy keeps some for its own account.
fn sync_all(folder: &Path) -> io::Result<()> {
    let usual = fs::metadata(folder.join(STAMP))?.permissions();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_file() {
            if fs::metadata(&path)?.permissions() != usual {
                fs::set_permissions(&path, usual.clone())?;
            }
            File::open(path)?.sync_all()?;
        }
    }
    sync_folder(folder)
}

/// Waits until the names in a folder are on the disk; where folders cannot be opened as files,
/// the system sees to that itself.
fn sync_folder(folder: &Path) -> io::Result<()> {
    match File::open(folder) {
        Ok(folder) if cfg!(unix) => folder.sync_all(),
        _ => Ok(()),
    }
}

/// Writes a file so that a reader sees the old one or the new one, never a part.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = path.with_extension("part");
    let mut file = File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&part, path)
}

fn to_json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec_pretty(value).unwrap_or_default()
}
