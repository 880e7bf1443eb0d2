//! Where things lie in the index folder, and how one index takes the place of another.

use super::history::History;
use super::manifest::{FORMAT, Manifest, Stamp};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

const CURRENT: &str = "CURRENT";
const STAMP: &str = "stamp.json";
const MANIFEST: &str = "manifest.json";
/// What builds changed. Its name tells its format: it is read across formats of the index.
pub(super) const HISTORY: &str = "history1.bin";
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
        let folder = self.current()?;
        let stamp: Stamp = self.read_json(&folder.join(STAMP))?;
        if stamp.format == FORMAT {
            Ok(stamp)
        } else {
            Err(IndexError::OtherVersion {
                path: self.shown(),
                found: stamp.format,
                expected: FORMAT,
            })
        }
    }

    /// The manifest of the index in use: which inputs made it.
    ///
    /// # Errors
    /// As [`Layout::stamp`].
    pub fn manifest(&self) -> Result<Manifest, IndexError> {
        self.stamp()?;
        self.read_json(&self.current()?.join(MANIFEST))
    }

    /// The builds of the index in use, whatever its format; `None` where they are not known.
    pub fn history(&self) -> Option<History> {
        let bytes = fs::read(self.current().ok()?.join(HISTORY)).ok()?;
        postcard::from_bytes(&bytes).ok()
    }

    /// Rewrites the stamp of the index in use, for a corpus that was looked at again and found
    /// unchanged. A folder that cannot be written is left as it is.
    pub fn refresh(&self, stamp: &Stamp) {
        if let Ok(folder) = self.current() {
            // The stamp only spares work; without it the next start looks again.
            let _ = write_whole(&folder.join(STAMP), &to_json(stamp));
        }
    }

    /// Waits until no other process builds, and keeps others from building until the returned
    /// file is dropped.
    ///
    /// # Errors
    /// [`IndexError::NotWritable`].
    pub fn lock(&self) -> Result<File, IndexError> {
        let open = || {
            fs::create_dir_all(&self.root)?;
            let file = File::options().create(true).append(true).open(self.root.join(LOCK))?;
            file.lock()?;
            Ok(file)
        };
        open().map_err(|cause| self.not_writable(cause))
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
    /// longer named.
    ///
    /// # Errors
    /// [`IndexError::NotWritable`]; the old index then stays in use.
    pub fn switch(
        &self,
        workshop: &Workshop,
        stamp: &Stamp,
        manifest: &Manifest,
        history: &History,
    ) -> Result<(), IndexError> {
        let name: String = stamp.corpus.chars().take(16).collect();
        let switch = || {
            write_whole(&workshop.folder.join(STAMP), &to_json(stamp))?;
            write_whole(&workshop.folder.join(MANIFEST), &to_json(manifest))?;
            let history = postcard::to_stdvec(history).map_err(io::Error::other)?;
            write_whole(&workshop.folder.join(HISTORY), &history)?;
            let folder = self.free_name(&name);
            fs::rename(&workshop.folder, &folder)?;
            let chosen = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            write_whole(&self.root.join(CURRENT), format!("{chosen}\n").as_bytes())?;
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

    fn read_json<T: serde::de::DeserializeOwned>(&self, path: &Path) -> Result<T, IndexError> {
        let damaged =
            |cause: String| IndexError::Damaged { path: crate::source::folder::shown(path), cause };
        let bytes = fs::read(path).map_err(|error| damaged(error.to_string()))?;
        serde_json::from_slice(&bytes).map_err(|error| damaged(error.to_string()))
    }

    fn damaged(&self, file: &str, cause: &str) -> IndexError {
        let path = crate::source::folder::shown(&self.root.join(file));
        IndexError::Damaged { path, cause: cause.to_string() }
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

/// Writes a file so that a reader sees the old one or the new one, never a part.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let part = path.with_extension("part");
    let mut file = File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&part, path)
}

fn to_json(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec_pretty(value).unwrap_or_default()
}
