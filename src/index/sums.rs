//! The files of a finished index ↔ their lengths and the hashes of their blocks, written beside
//! them. By these a file is known to be whole, or a part of it, without reading the rest.

use super::layout::{IndexError, Layout};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The list of files; it is not in itself, and ends with a hash of its own.
pub(super) const SUMS: &str = "files.bin";
/// Bytes that have one hash.
pub(super) const BLOCK: usize = 1 << 16;
/// Bytes of the hash behind the list, and behind whatever else is sealed.
const SEAL: usize = 16;

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sum {
    /// Its bytes.
    pub length: u64,
    /// BLAKE3 of each of its blocks, the first 8 bytes.
    pub blocks: Vec<u64>,
}

/// The files of an index by name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sums(BTreeMap<String, Sum>);

/// The hash of one block.
pub(super) fn block_hash(block: &[u8]) -> u64 {
    let hash = blake3::hash(block);
    let mut first = [0; 8];
    first.copy_from_slice(&hash.as_bytes()[..8]);
    u64::from_le_bytes(first)
}

impl Sum {
    /// Of a file as it lies on disk.
    fn of(path: &Path) -> io::Result<Sum> {
        let mut file = File::open(path)?;
        let mut sum = Sum { length: 0, blocks: Vec::new() };
        let mut block = Vec::with_capacity(BLOCK);
        loop {
            block.clear();
            (&mut file).take(BLOCK as u64).read_to_end(&mut block)?;
            if block.is_empty() {
                return Ok(sum);
            }
            sum.length += block.len() as u64;
            sum.blocks.push(block_hash(&block));
        }
    }

    /// True for the bytes of the whole file, as they were.
    pub fn is_of(&self, bytes: &[u8]) -> bool {
        self.length == bytes.len() as u64
            && bytes.chunks(BLOCK).map(block_hash).eq(self.blocks.iter().copied())
    }
}

impl Sums {
    /// Of the files in a folder, but for what is no part of an index that is kept. Those of
    /// `known` are taken over and not read.
    pub fn of(folder: &Path, known: &Sums, is_part: impl Fn(&str) -> bool) -> io::Result<Sums> {
        let mut names = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name != SUMS && is_part(&name) && entry.path().is_file() {
                names.push(name);
            }
        }
        let sums = names.into_par_iter().map(|name| {
            let sum = match known.0.get(&name) {
                Some(sum) => sum.clone(),
                None => Sum::of(&folder.join(&name))?,
            };
            Ok((name, sum))
        });
        Ok(Sums(sums.collect::<io::Result<_>>()?))
    }

    /// Those of the index in this folder.
    ///
    /// # Errors
    /// A list that is not there or not whole.
    pub fn read(folder: &Path) -> Result<Sums, IndexError> {
        let path = folder.join(SUMS);
        let damaged = |cause: String| Layout::damaged_file(&path, cause);
        let bytes = fs::read(&path).map_err(|error| damaged(error.to_string()))?;
        let list = unsealed(&bytes).ok_or_else(|| damaged("checksum".into()))?;
        postcard::from_bytes(list).map_err(|error| damaged(error.to_string()))
    }

    /// The list as it is written.
    pub fn to_bytes(&self) -> io::Result<Vec<u8>> {
        let mut bytes = postcard::to_stdvec(self).map_err(io::Error::other)?;
        let seal = blake3::hash(&bytes);
        bytes.extend_from_slice(&seal.as_bytes()[..SEAL]);
        Ok(bytes)
    }

    /// The file with this name.
    pub fn get(&self, name: &str) -> Option<&Sum> {
        self.0.get(name)
    }

    /// Those of the files that are not in this list.
    pub fn without(mut self, names: impl Fn(&str) -> bool) -> Sums {
        self.0.retain(|name, _| !names(name));
        self
    }

    /// Compares the lengths of all files: no file is opened.
    ///
    /// # Errors
    /// The first file that is gone, longer or shorter.
    pub fn check_lengths(&self, folder: &Path) -> Result<(), IndexError> {
        for (name, sum) in &self.0 {
            let path = folder.join(name);
            let length = fs::metadata(&path).map(|file| file.len());
            let cause = match length {
                Ok(length) if length == sum.length => continue,
                Ok(length) => format!("{length} ≠ {}", sum.length),
                Err(error) => error.to_string(),
            };
            return Err(Layout::damaged_file(&path, cause));
        }
        Ok(())
    }

    /// The names of the files that are not as they were; reads everything.
    pub fn damaged(&self, folder: &Path) -> Vec<String> {
        let names: Vec<(&String, &Sum)> = self.0.iter().collect();
        let damaged = names
            .into_par_iter()
            .filter(|(name, sum)| Sum::of(&folder.join(name)).ok().as_ref() != Some(*sum));
        damaged.map(|(name, _)| name.clone()).collect()
    }

    /// The bytes of a file, all of them as they were written.
    ///
    /// # Errors
    /// A file that is not in the list, gone, or damaged.
    pub fn read_file(&self, folder: &Path, name: &str) -> Result<Vec<u8>, IndexError> {
        let path = folder.join(name);
        let damaged = |cause: String| Layout::damaged_file(&path, cause);
        let bytes = fs::read(&path).map_err(|error| damaged(error.to_string()))?;
        let whole = self.0.get(name).is_some_and(|sum| sum.is_of(&bytes));
        if whole { Ok(bytes) } else { Err(damaged("checksum".into())) }
    }
}

/// Bytes without the hash behind them, where that is theirs.
fn unsealed(bytes: &[u8]) -> Option<&[u8]> {
    let (list, seal) = bytes.split_at_checked(bytes.len().checked_sub(SEAL)?)?;
    (blake3::hash(list).as_bytes()[..SEAL] == *seal).then_some(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_changed_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = |name: &str| folder.path().join(name);
        let long: Vec<u8> = (0..3 * BLOCK + 5).map(|i| (i % 251) as u8).collect();
        fs::write(path("long"), &long).expect("a file");
        fs::write(path("empty"), b"").expect("a file");
        fs::write(path("x.lock"), b"").expect("a file");
        let sums = Sums::of(folder.path(), &Sums::default(), |name| !name.ends_with(".lock"))
            .expect("sums");
        fs::write(path(SUMS), sums.to_bytes().expect("bytes")).expect("a file");
        assert_eq!(Sums::read(folder.path()).expect("sums"), sums);
        assert!(sums.check_lengths(folder.path()).is_ok());
        assert_eq!(sums.damaged(folder.path()), Vec::<String>::new());
        assert_eq!(sums.read_file(folder.path(), "long").expect("bytes"), long);
        let mut other = long.clone();
        other[2 * BLOCK] ^= 1;
        fs::write(path("long"), &other).expect("a file");
        assert!(sums.check_lengths(folder.path()).is_ok());
        assert_eq!(sums.damaged(folder.path()), ["long"]);
        assert!(sums.read_file(folder.path(), "long").is_err());
        fs::write(path("empty"), b"1").expect("a file");
        assert!(sums.check_lengths(folder.path()).is_err());
        let mut list = fs::read(path(SUMS)).expect("a file");
        list[3] ^= 4;
        fs::write(path(SUMS), list).expect("a file");
        assert!(Sums::read(folder.path()).is_err());
    }
}
