//! Acts that were read and do not fit into memory ↔ a file without a name, from which they come back
//! as they were. Taking an act back costs a tenth of reading its texts again.

use super::texts::Read;
use rayon::prelude::*;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read as _, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// Where an act lies: the first byte, and how many.
type Place = (u64, usize);

/// The file, of which nothing is left when it is closed, however the program ends.
#[derive(Debug)]
pub struct Shelf {
    file: Mutex<File>,
    /// By folder of the corpus.
    places: HashMap<usize, Place>,
    end: u64,
}

impl Shelf {
    /// An empty one beside an index.
    ///
    /// # Errors
    /// A folder that cannot be written.
    pub fn new(index: &Path) -> io::Result<Shelf> {
        let file = Mutex::new(tempfile::tempfile_in(index)?);
        Ok(Shelf { file, places: HashMap::new(), end: 0 })
    }

    /// Puts acts on it. Where there is no room for one on the disk, it is not there when it is
    /// asked for.
    pub fn put(&mut self, acts: &[(usize, Arc<Read>)]) {
        let bytes = acts.par_iter().map(|(_, act)| postcard::to_stdvec(act.as_ref()).ok());
        let bytes: Vec<Option<Vec<u8>>> = bytes.collect();
        for ((folder, _), bytes) in acts.iter().zip(bytes) {
            let Some(bytes) = bytes else { continue };
            let file = self.file.get_mut().unwrap_or_else(PoisonError::into_inner);
            let at = self.end;
            let written = file.seek(SeekFrom::Start(at)).and_then(|_| file.write_all(&bytes));
            if written.is_ok() {
                self.places.insert(*folder, (at, bytes.len()));
                self.end += bytes.len() as u64;
            }
        }
    }

    /// The acts of these folders, side by side, as far as they are here.
    pub fn get(&self, folders: &[usize]) -> Vec<(usize, Arc<Read>)> {
        let acts = folders.par_iter().filter_map(|folder| Some((*folder, self.act(*folder)?)));
        acts.collect()
    }

    fn act(&self, folder: usize) -> Option<Arc<Read>> {
        let (at, length) = *self.places.get(&folder)?;
        let mut bytes = vec![0; length];
        {
            let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
            file.seek(SeekFrom::Start(at)).and_then(|_| file.read_exact(&mut bytes)).ok()?;
        }
        postcard::from_bytes(&bytes).ok().map(Arc::new)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::read_act;
    use crate::source::folder::CorpusFolder;

    #[test]
    fn acts_come_back_as_they_were() {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
        let corpus = CorpusFolder::open(&corpus).expect("a corpus");
        let read = corpus.acts.iter().map(|folder| read_act(folder).act.expect("an act"));
        let acts: Vec<(usize, Arc<Read>)> = read.map(Arc::new).enumerate().collect();
        let folder = tempfile::tempdir().expect("a folder");
        let mut shelf = Shelf::new(folder.path()).expect("a shelf");
        shelf.put(&acts[1..]);
        shelf.put(&acts[..1]);
        let folders: Vec<usize> = (0..acts.len() + 1).collect();
        assert_eq!(format!("{:?}", shelf.get(&folders)), format!("{acts:?}"));
        assert!(Shelf::new(&folder.path().join("none")).is_err());
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0);
    }
}
