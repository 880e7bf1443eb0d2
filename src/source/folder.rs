//! The corpus folder → the cards of its acts, the paths of their texts, and the table of facts.
//! Reads cards and facts only; the texts are opened one by one by whoever needs them.

use super::card::{CARD_FILE, Card, CardFault, CardText};
use super::facts::{FactFault, Facts};
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// The folder of facts inside the corpus.
pub const FACTS_FOLDER: &str = "facts";
const PUBLICATIONS: &str = "publications.tsv";
/// Endings of files that hold texts.
pub const TEXT_ENDINGS: [&str; 6] = ["md", "txt", "html", "htm", "docx", "tsv"];

/// The largest card that is read, in MiB: a card of a thousand texts has a hundredth of it.
const LARGEST_CARD_MIB: u32 = 16;
/// The largest table of facts that is read, in MiB: a row for each of a million acts.
const LARGEST_TABLE_MIB: u32 = 256;

/// A corpus that cannot be read. Paths are as shown to users.
#[derive(Debug)]
#[expect(missing_docs, reason = "the fields are named by their variant's sentence")]
pub enum CorpusError {
    /// The corpus folder does not exist or cannot be listed.
    Folder { path: String, cause: io::Error },
    /// The corpus has no folder of an act.
    Empty { path: String },
    /// A folder of an act has no card.
    CardMissing { path: String },
    /// A file cannot be read.
    Unreadable { path: String, cause: io::Error },
    /// A card or table is no regular file.
    NoFile { path: String },
    /// A card or table is larger than is read, in MiB.
    TooLarge { path: String, most: u32 },
    /// A card or table is no UTF-8.
    NotUtf8 { path: String },
    /// A card breaks the rules of TOML or has a key that no card has; `message` is the TOML
    /// reader's own sentence.
    Card { path: String, line: usize, message: String },
    /// A value of a card cannot be used.
    CardValue { path: String, line: usize, fault: CardFault },
    /// A card names a text that is not in the folder, or lies outside it.
    TextMissing { path: String, line: usize, file: String },
    /// A folder, card or text is a link that leads out of the corpus.
    Outside { path: String },
    /// A card names no text at all.
    NoText { path: String, line: usize },
    /// A day of a card lies before the adoption of the act.
    BeforeAdoption { path: String, line: usize, key: &'static str, day: Date, adopted: Date },
    /// A row of the table of facts cannot be read.
    Fact { path: String, line: usize, found: String },
    /// Two rows of the table of facts contradict each other: the line of the later one, that of
    /// the earlier one, and what the later one says.
    FactsDiffer { path: String, line: usize, first: usize, found: String },
}

impl CorpusError {
    /// The file or folder at fault.
    pub fn path(&self) -> &str {
        match self {
            CorpusError::Folder { path, .. }
            | CorpusError::Empty { path }
            | CorpusError::CardMissing { path }
            | CorpusError::Unreadable { path, .. }
            | CorpusError::NoFile { path }
            | CorpusError::TooLarge { path, .. }
            | CorpusError::NotUtf8 { path }
            | CorpusError::Card { path, .. }
            | CorpusError::CardValue { path, .. }
            | CorpusError::TextMissing { path, .. }
            | CorpusError::Outside { path }
            | CorpusError::NoText { path, .. }
            | CorpusError::BeforeAdoption { path, .. }
            | CorpusError::Fact { path, .. }
            | CorpusError::FactsDiffer { path, .. } => path,
        }
    }
}

/// An act's folder.
#[derive(Debug, Clone)]
pub struct ActFolder {
    /// Name of the folder.
    pub name: String,
    /// Path of the card as shown to users.
    pub card_path: String,
    /// The bytes of the card.
    pub card_bytes: Vec<u8>,
    /// The card.
    pub card: Card,
    /// Its texts, in the order of the card.
    pub texts: Vec<TextFile>,
    /// Files of texts in the folder that the card does not name, by name; paths as shown to
    /// users.
    pub unnamed: Vec<String>,
}

/// A text of an act, not yet opened.
#[derive(Debug, Clone)]
pub struct TextFile {
    /// Where it is.
    pub path: PathBuf,
    /// The path as shown to users, with forward slashes.
    pub shown: String,
    /// What the card says of it.
    pub card: CardText,
}

/// A corpus folder, its cards read.
#[derive(Debug)]
pub struct CorpusFolder {
    /// Its path.
    pub root: PathBuf,
    /// Acts, by name of folder.
    pub acts: Vec<ActFolder>,
    /// The table of facts; empty where there is none.
    pub facts: Facts,
    /// The bytes of the table of facts.
    pub facts_bytes: Vec<u8>,
    /// What of it cannot be read, in the order of the folders; everything else is here.
    pub faults: Vec<CorpusError>,
}

impl CorpusFolder {
    /// Opens a corpus: every folder in it but `facts` and hidden ones is an act. A folder, a text
    /// or a row of facts that cannot be read is told in `faults` and stops nothing else.
    ///
    /// # Errors
    /// No folder, an empty one, or one of which no act can be read: then its first fault.
    pub fn open(root: &Path) -> Result<CorpusFolder, CorpusError> {
        let shown_root = shown(root);
        let entries = fs::read_dir(root)
            .map_err(|cause| CorpusError::Folder { path: shown_root.clone(), cause })?;
        let mut names = Vec::new();
        for entry in entries {
            let entry =
                entry.map_err(|cause| CorpusError::Folder { path: shown_root.clone(), cause })?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if is_folder(&entry) && !name.starts_with('.') && name != FACTS_FOLDER {
                names.push(name);
            }
        }
        names.sort();
        if names.is_empty() {
            return Err(CorpusError::Empty { path: shown_root });
        }
        let mut faults = Vec::new();
        let mut acts = Vec::with_capacity(names.len());
        let read: Vec<_> = names.into_par_iter().map(|name| act_folder(root, name)).collect();
        for (act, missing) in read {
            faults.extend(missing);
            acts.extend(act);
        }
        if acts.is_empty() && !faults.is_empty() {
            return Err(faults.remove(0));
        }
        let (facts, facts_bytes) = facts(root, &mut faults);
        Ok(CorpusFolder { root: root.to_path_buf(), acts, facts, facts_bytes, faults })
    }

    /// The table of facts, as shown to users.
    pub fn facts_path(&self) -> String {
        shown(&table(&self.root))
    }

    /// The corpus for whoever writes to it, and must know all that is there.
    ///
    /// # Errors
    /// The first fault.
    pub fn whole(mut self) -> Result<CorpusFolder, CorpusError> {
        if self.faults.is_empty() { Ok(self) } else { Err(self.faults.remove(0)) }
    }
}

impl ActFolder {
    /// The error for a value of this card: names the card's line where the key stands.
    pub fn fault(&self, fault: CardFault) -> CorpusError {
        let line = self.line_of(fault.key);
        CorpusError::CardValue { path: self.card_path.clone(), line, fault }
    }

    /// The error for a value that the card gives for one of its texts.
    pub fn text_fault(&self, file: &str, fault: CardFault) -> CorpusError {
        let line = self.line_of_text(file, fault.key);
        CorpusError::CardValue { path: self.card_path.clone(), line, fault }
    }

    /// The line of the card on which a dotted key of a text is set; that of the file's name where
    /// it is not.
    pub fn line_of_text(&self, file: &str, key: &str) -> usize {
        let text = String::from_utf8_lossy(&self.card_bytes);
        let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
        let sets = |line: &str, key: &str| {
            line.strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('='))
        };
        let own = lines.iter().position(|line| sets(line, "file") && line.contains(file));
        let Some(own) = own else { return self.line_of(key) };
        let begin = lines[..own].iter().rposition(|line| line.starts_with('[')).unwrap_or(0);
        let last = key.rsplit('.').next().unwrap_or(key);
        let block = lines.iter().enumerate().skip(begin + 1);
        let mut block = block.take_while(|(_, line)| !line.starts_with('['));
        block.find(|(_, line)| sets(line, last)).map_or(own, |(at, _)| at) + 1
    }

    /// The error for a day of this card that comes before the act's adoption.
    pub fn before_adoption(&self, key: &'static str, day: Date, adopted: Date) -> CorpusError {
        let (path, line) = (self.card_path.clone(), self.line_of(key));
        CorpusError::BeforeAdoption { path, line, key, day, adopted }
    }

    /// The error for a redaction that this card dates before the act's adoption.
    pub fn redaction_before_adoption(&self, file: &str, day: Date, adopted: Date) -> CorpusError {
        let (key, path) = ("text.state", self.card_path.clone());
        let line = self.line_of_text(file, key);
        CorpusError::BeforeAdoption { path, line, key, day, adopted }
    }

    /// The line of the card on which a dotted key is set; the first where it is not.
    pub fn line_of(&self, key: &str) -> usize {
        line_of_key(&String::from_utf8_lossy(&self.card_bytes), key)
    }
}

/// Reads a file of at most so many MiB that describes texts.
fn bounded(path: &Path, most: u32) -> Result<Vec<u8>, CorpusError> {
    let unreadable = |cause| CorpusError::Unreadable { path: shown(path), cause };
    let bytes_at_most = u64::from(most) << 20;
    let too_large = || CorpusError::TooLarge { path: shown(path), most };
    // Asked before it is opened: a pipe without a writer would never open.
    let what = fs::metadata(path).map_err(unreadable)?;
    if !what.is_file() && !what.is_dir() {
        return Err(CorpusError::NoFile { path: shown(path) });
    }
    if what.is_file() && what.len() > bytes_at_most {
        return Err(too_large());
    }
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(unreadable)?;
    file.take(bytes_at_most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > bytes_at_most { Err(too_large()) } else { Ok(bytes) }
}

/// A folder, or a link to one. Most systems tell with the name which it is.
fn is_folder(entry: &fs::DirEntry) -> bool {
    entry.file_type().is_ok_and(|what| what.is_dir() || what.is_symlink() && entry.path().is_dir())
}

/// The act of a folder, and what of it cannot be read.
fn act_folder(root: &Path, name: String) -> (Option<ActFolder>, Vec<CorpusError>) {
    let mut faults = Vec::new();
    match card_and_texts(root, name, &mut faults) {
        Ok(act) => (Some(act), faults),
        Err(fault) => {
            faults.push(fault);
            (None, faults)
        }
    }
}

/// Reads a card; texts that are not there go to `faults`, unless nothing else is left.
fn card_and_texts(
    root: &Path,
    name: String,
    faults: &mut Vec<CorpusError>,
) -> Result<ActFolder, CorpusError> {
    let folder = root.join(&name);
    let path = folder.join(CARD_FILE);
    stays_inside(root, &folder)?;
    let listing = Listing::of(&folder);
    if !listing.has_file(CARD_FILE) {
        stays_inside(root, &path)?;
    }
    let card_path = shown(&path);
    let card_bytes = match bounded(&path, LARGEST_CARD_MIB) {
        Err(CorpusError::Unreadable { cause, .. }) if cause.kind() == io::ErrorKind::NotFound => {
            return Err(CorpusError::CardMissing { path: shown(&folder) });
        }
        read => read?,
    };
    let text = std::str::from_utf8(&card_bytes)
        .map_err(|_| CorpusError::NotUtf8 { path: card_path.clone() })?;
    let card: Card = toml::from_str(text).map_err(|error| CorpusError::Card {
        path: card_path.clone(),
        line: error.span().map_or(1, |span| line_at(text, span.start)),
        message: error.message().lines().next().unwrap_or_default().to_string(),
    })?;
    if card.texts.is_empty() {
        return Err(CorpusError::NoText { path: card_path, line: text.lines().count().max(1) });
    }
    let mut texts = Vec::new();
    let mut missing = Vec::new();
    for entry in &card.texts {
        let path = folder.join(&entry.file);
        let inside = Path::new(&entry.file).components().count() == 1;
        let plain = inside && listing.has_file(&entry.file);
        if plain || inside && path.is_file() {
            match if plain { Ok(()) } else { stays_inside(root, &path) } {
                Ok(()) => texts.push(TextFile { shown: shown(&path), path, card: entry.clone() }),
                Err(leaves) => missing.push(leaves),
            }
        } else {
            let line = text.lines().position(|line| line.contains(&entry.file));
            missing.push(CorpusError::TextMissing {
                path: card_path.clone(),
                line: line.map_or(1, |line| line + 1),
                file: entry.file.clone(),
            });
        }
    }
    if texts.is_empty() && !missing.is_empty() {
        return Err(missing.remove(0));
    }
    faults.append(&mut missing);
    let unnamed = listing
        .unnamed(&folder, &card)
        .map_err(|cause| CorpusError::Folder { path: shown(&folder), cause })?;
    Ok(ActFolder { name, card_path, card_bytes, card, texts, unnamed })
}

/// Refuses a link that leads out of the corpus: what is there was never put into it, and may be
/// any file of the machine.
fn stays_inside(root: &Path, path: &Path) -> Result<(), CorpusError> {
    let is_link = path.symlink_metadata().is_ok_and(|what| what.file_type().is_symlink());
    if !is_link {
        return Ok(());
    }
    match (root.canonicalize(), path.canonicalize()) {
        (Ok(root), Ok(target)) if target.starts_with(&root) => Ok(()),
        (_, Err(cause)) => Err(CorpusError::Unreadable { path: shown(path), cause }),
        _ => Err(CorpusError::Outside { path: shown(path) }),
    }
}

/// What lies in a folder; true for what is a file and no link. Asked once, since asking for one
/// name after the other is what opening a large corpus costs.
struct Listing(io::Result<BTreeMap<OsString, bool>>);

impl Listing {
    fn of(folder: &Path) -> Listing {
        let entries = fs::read_dir(folder).and_then(|entries| {
            let what = |entry: fs::DirEntry| {
                let is_file = entry.file_type().is_ok_and(|what| what.is_file());
                (entry.file_name(), is_file)
            };
            entries.map(|entry| entry.map(what)).collect()
        });
        Listing(entries)
    }

    /// True where it is known that a file has this name.
    fn has_file(&self, name: &str) -> bool {
        let entries = self.0.as_ref().ok();
        entries.is_some_and(|entries| entries.get(OsStr::new(name)).is_some_and(|is_file| *is_file))
    }

    /// The texts that the card does not name, as shown to users.
    fn unnamed(self, folder: &Path, card: &Card) -> io::Result<Vec<String>> {
        let mut unnamed = Vec::new();
        for (name, is_file) in self.0? {
            let path = folder.join(&name);
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            let is_text = TEXT_ENDINGS.contains(&ending.to_ascii_lowercase().as_str());
            let named = card.texts.iter().any(|text| *name == *text.file);
            if is_text && !named && (is_file || path.is_file()) {
                unnamed.push(shown(&path));
            }
        }
        unnamed.sort();
        Ok(unnamed)
    }
}

fn table(root: &Path) -> PathBuf {
    root.join(FACTS_FOLDER).join(PUBLICATIONS)
}

/// The table of facts: the rows that can be read.
fn facts(root: &Path, faults: &mut Vec<CorpusError>) -> (Facts, Vec<u8>) {
    let file = table(root);
    let path = shown(&file);
    let inside = stays_inside(root, &root.join(FACTS_FOLDER));
    if let Err(leaves) = inside.and_then(|()| stays_inside(root, &file)) {
        faults.push(leaves);
        return Default::default();
    }
    let bytes = match bounded(&file, LARGEST_TABLE_MIB) {
        Ok(bytes) => bytes,
        Err(CorpusError::Unreadable { cause, .. }) if cause.kind() == io::ErrorKind::NotFound => {
            return Default::default();
        }
        Err(fault) => {
            faults.push(fault);
            return Default::default();
        }
    };
    let Ok(table) = std::str::from_utf8(&bytes) else {
        faults.push(CorpusError::NotUtf8 { path });
        return Default::default();
    };
    let (facts, unread) = Facts::read(table);
    faults.extend(unread.into_iter().map(|fault| fault_of_facts(path.clone(), fault)));
    (facts, bytes)
}

/// The error for a row of a table of facts.
pub fn fault_of_facts(path: String, fault: FactFault) -> CorpusError {
    let FactFault { line, found, contradicts } = fault;
    match contradicts {
        Some(first) => CorpusError::FactsDiffer { path, line, first, found },
        None => CorpusError::Fact { path, line, found },
    }
}

/// A path as users see it: as given, with forward slashes.
pub fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

fn line_at(text: &str, byte: usize) -> usize {
    text.as_bytes().iter().take(byte).filter(|b| **b == b'\n').count() + 1
}

fn line_of_key(text: &str, key: &str) -> usize {
    let last = key.rsplit('.').next().unwrap_or(key);
    let found = text.lines().position(|line| {
        line.trim_start().strip_prefix(last).is_some_and(|rest| rest.trim_start().starts_with('='))
    });
    found.map_or(1, |line| line + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_of_a_key_is_where_it_is_set() {
        let card = "[act]\nnumber = \"5\"\nadopted = 2021-01-01\n";
        assert_eq!(line_of_key(card, "act.adopted"), 3);
        assert_eq!(line_of_key(card, "act.title"), 1);
    }
}
