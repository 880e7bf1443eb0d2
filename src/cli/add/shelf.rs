//! The corpus as it stands → which acts and texts it has; a text that was understood → where it
//! would stand and with which card.

use super::said;
use crate::cli::Context;
use crate::cli::failure::Failure;
use crate::corpus::{identify, of_card, read_text};
use crate::intake::card::{self, Origin};
use crate::intake::{Understood, place};
use crate::model::act::ActId;
use crate::source::card::CARD_FILE;
use crate::source::folder::{ActFolder, CorpusError, CorpusFolder, shown};
use rayon::prelude::*;
use std::collections::HashMap;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The acts of the corpus and the texts that were added to them.
pub struct Shelf {
    root: PathBuf,
    acts: Vec<Known>,
    /// Files of the corpus by size, for whoever looks for the same bytes.
    sizes: HashMap<u64, Vec<PathBuf>>,
    /// Bytes that were or would be written, by hash.
    kept: HashMap<blake3::Hash, PathBuf>,
}

/// An act of the corpus.
pub struct Known {
    /// The act.
    pub id: ActId,
    /// Its folder.
    pub folder: PathBuf,
    /// Its card.
    pub card: String,
    /// Names of files that are there or would be there.
    taken: Vec<String>,
}

/// Where a text is to stand, and with which card.
pub struct Plan {
    /// The folder.
    pub folder: PathBuf,
    /// The name of the file.
    pub file: String,
    /// The whole card.
    pub card: String,
    /// The card as it was read; `None` where the folder is to be made.
    pub old_card: Option<String>,
    /// True where the corpus does not have the act.
    pub new_act: bool,
}

impl Plan {
    /// The path of the text.
    pub fn path(&self) -> PathBuf {
        self.folder.join(&self.file)
    }
}

impl Shelf {
    /// Reads the corpus; a corpus that is not there yet is an empty one.
    pub fn open(context: &Context) -> Result<Shelf, Failure> {
        let lang = context.lang;
        let root = context.global.corpus().to_owned();
        let mut shelf =
            Shelf { root, acts: Vec::new(), sizes: HashMap::new(), kept: HashMap::new() };
        let folders = match CorpusFolder::open(&shelf.root) {
            Ok(corpus) => corpus.acts,
            Err(CorpusError::Empty { .. }) => Vec::new(),
            Err(CorpusError::Folder { cause, .. }) if cause.kind() == ErrorKind::NotFound => {
                Vec::new()
            }
            Err(error) => return Err(Failure::corpus(error, lang)),
        };
        for text in folders.iter().flat_map(|folder| &folder.texts) {
            if let Ok(what) = text.path.metadata() {
                shelf.sizes.entry(what.len()).or_default().push(text.path.clone());
            }
        }
        let root = shelf.root.clone();
        let known = |folder: &ActFolder| {
            let id = id_of(folder).map_err(|error| Failure::read(error, lang))?;
            Ok(Known {
                id,
                folder: root.join(&folder.name),
                card: String::from_utf8_lossy(&folder.card_bytes).into_owned(),
                taken: Vec::new(),
            })
        };
        shelf.acts = folders.par_iter().map(known).collect::<Result<_, Failure>>()?;
        Ok(shelf)
    }

    /// The file of the corpus that has these bytes.
    pub fn holds(&self, bytes: &[u8]) -> Option<String> {
        if let Some(path) = self.kept.get(&blake3::hash(bytes)) {
            return Some(shown(path));
        }
        let same = self.sizes.get(&(bytes.len() as u64))?;
        let same = same.iter().find(|path| fs::read(path).is_ok_and(|other| other == bytes));
        same.map(|path| shown(path))
    }

    /// The act of the corpus of this identity.
    pub fn act(&mut self, id: &ActId) -> Option<&mut Known> {
        self.acts.iter_mut().find(|act| act.id == *id)
    }

    /// The one act of the corpus that differs from this identity by its issuer alone, for
    /// identities that name none.
    ///
    /// # Errors
    /// How many such acts there are, where it is not one.
    pub fn act_of_any_issuer(&self, id: &ActId) -> Result<ActId, usize> {
        let told = id.form.is_law() || !id.issuer.0.is_empty();
        let fits = |act: &&Known| {
            let own = &act.id;
            !told && (own.form, &own.number, own.adopted) == (id.form, &id.number, id.adopted)
        };
        let found: Vec<&Known> = self.acts.iter().filter(fits).collect();
        match found.as_slice() {
            [one] => Ok(one.id.clone()),
            several => Err(several.len()),
        }
    }

    /// Where a text is to stand.
    pub fn plan(
        &mut self,
        text: &Understood,
        origin: &Origin,
        context: &Context,
    ) -> Result<Plan, Failure> {
        let free = |folder: &Path, taken: &[String]| {
            let names = (1..).map(|copy| place::file(text, copy));
            let mut free = names.filter(|name| {
                !taken.contains(name) && folder.join(name).symlink_metadata().is_err()
            });
            free.next().unwrap_or_default()
        };
        if let Some(known) = self.act(&text.id) {
            let path = known.folder.join(CARD_FILE);
            // A folder that leads elsewhere is not written to.
            if !known.folder.symlink_metadata().is_ok_and(|what| what.is_dir()) {
                let name = shown(&known.folder);
                return Err(Failure::in_file(said::add_link(context.lang, &name), &name, None));
            }
            let file = free(&known.folder, &known.taken);
            let card = card::with_text(&known.card, text, &file, origin).ok_or_else(|| {
                let name = shown(&path);
                Failure::in_file(said::add_card_changed(context.lang, &name), &name, None)
            })?;
            let (folder, old_card) = (known.folder.clone(), Some(known.card.clone()));
            return Ok(Plan { folder, file, card, old_card, new_act: false });
        }
        let name = place::folder(&text.id, text.title.as_deref());
        let names = (1..).map(|copy| match copy {
            1 => name.clone(),
            copy => format!("{name}-{copy}"),
        });
        let taken = |folder: &PathBuf| {
            folder.symlink_metadata().is_ok() || self.acts.iter().any(|act| act.folder == *folder)
        };
        let folder = names.map(|name| self.root.join(name)).find(|folder| !taken(folder));
        let folder = folder.unwrap_or_default();
        let file = free(&folder, &[]);
        let card = card::new(text, &file, origin);
        Ok(Plan { folder, file, card, old_card: None, new_act: true })
    }

    /// Remembers what was or would be written, for the texts that follow.
    pub fn keep(&mut self, plan: &Plan, text: &Understood, bytes: Vec<u8>) {
        self.kept.insert(blake3::hash(&bytes), plan.path());
        match self.act(&text.id) {
            Some(known) => {
                known.card.clone_from(&plan.card);
                known.taken.push(plan.file.clone());
            }
            None => self.acts.push(Known {
                id: text.id.clone(),
                folder: plan.folder.clone(),
                card: plan.card.clone(),
                taken: vec![plan.file.clone()],
            }),
        }
    }
}

/// The act of a folder: from its card where that says all, else from its texts.
fn id_of(folder: &ActFolder) -> Result<ActId, crate::corpus::ReadError> {
    if let Some(id) = of_card(folder)? {
        return Ok(id);
    }
    let texts: Result<Vec<_>, _> =
        folder.texts.iter().map(|file| read_text(folder, file, None)).collect();
    Ok(identify(folder, &texts?)?.id)
}
