//! Redactions → files and cards in the corpus. Nothing is written outside its folder, no file is
//! replaced but cards that this command wrote; a new act appears when its card is whole.

use super::card::{Card, Text, is_own, list, named, quoted};
use super::report::Refused;
use crate::cli::failure::Failure;
use crate::corpus::imported::Imported;
use crate::corpus::{identify, of_card, read_text};
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::parse::citation::parse_address;
use crate::render::messages::Lang;
use crate::source::card::{CARD_FILE, day};
use crate::source::folder::{ActFolder, CorpusError, CorpusFolder, shown};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// How many redactions are put away before cards are written.
const AT_ONCE: usize = 256;

/// The acts of the corpus.
pub struct Shelf {
    root: PathBuf,
    dry_run: bool,
    /// Acts in folders that somebody else wrote.
    foreign: HashMap<ActId, String>,
    own: BTreeMap<ActId, Own>,
    /// Names of folders in use.
    names: BTreeSet<String>,
    /// What was imported before: commit and path.
    known: HashSet<String>,
    /// The hashes of texts that this run has put away, by file.
    hashes: HashMap<PathBuf, blake3::Hash>,
    since_written: usize,
    failed: Vec<(String, String, Refused)>,
}

struct Own {
    name: String,
    card: Card,
    /// The card as it stands on disk; `None` for an act whose folder has not got its name yet.
    on_disk: Option<String>,
    changed: bool,
    last: (String, String),
}

impl Shelf {
    /// The corpus as it is.
    ///
    /// # Errors
    /// A corpus that cannot be read.
    pub fn open(root: &Path, dry_run: bool, lang: Lang) -> Result<Shelf, Failure> {
        let mut shelf = Shelf {
            root: root.to_owned(),
            dry_run,
            foreign: HashMap::new(),
            own: BTreeMap::new(),
            names: BTreeSet::new(),
            known: HashSet::new(),
            hashes: HashMap::new(),
            since_written: 0,
            failed: Vec::new(),
        };
        let corpus = match CorpusFolder::open(root).and_then(CorpusFolder::whole) {
            Ok(corpus) => corpus,
            Err(CorpusError::Empty { .. }) => return Ok(shelf),
            Err(CorpusError::Folder { cause, .. }) if cause.kind() == ErrorKind::NotFound => {
                return Ok(shelf);
            }
            Err(error) => return Err(Failure::corpus(error, lang)),
        };
        for folder in corpus.acts {
            shelf.names.insert(folder.name.clone());
            let Some(act) = identity(&folder) else { continue };
            let text = String::from_utf8_lossy(&folder.card_bytes).into_owned();
            match is_own(&text).then(|| card(&folder, &act, &text)).flatten() {
                Some(card) => {
                    shelf.known.extend(card.texts.values().map(|text| text.from.clone()));
                    let own = Own {
                        name: folder.name,
                        card,
                        on_disk: Some(text),
                        changed: false,
                        last: Default::default(),
                    };
                    shelf.own.insert(act, own);
                }
                None => {
                    shelf.foreign.insert(act, shown(&root.join(&folder.name)));
                }
            }
        }
        Ok(shelf)
    }

    /// True for what was imported before.
    pub fn holds(&self, commit: &str, path: &str) -> bool {
        self.known.contains(&from(commit, path))
    }

    /// Puts a redaction away; the paths of its files. `None` where the act has a redaction of this
    /// date with the same words already: a later commit changed something else.
    ///
    /// # Errors
    /// What keeps it from being written; other words under the date of a redaction that is there,
    /// of which only the user can tell whether they correct it or belong to another date.
    pub fn put(
        &mut self,
        commit: &str,
        path: &str,
        redaction: &Imported,
    ) -> Result<Option<Vec<String>>, Refused> {
        if let Some(folder) = self.foreign.get(&redaction.act) {
            return Err(Refused::FolderOfOthers(folder.clone()));
        }
        if let Some(same) = self.of_this_date(redaction) {
            return same.map(|()| None);
        }
        if !self.own.contains_key(&redaction.act) {
            let name = self.free_name(&redaction.act);
            let card = Card { act: redaction.act.clone(), title: None, texts: BTreeMap::new() };
            let last = Default::default();
            let own = Own { name: name.clone(), card, on_disk: None, changed: false, last };
            self.names.insert(name);
            self.own.insert(redaction.act.clone(), own);
        }
        let mut files = Vec::new();
        let Some(own) = self.own.get_mut(&redaction.act) else { return Ok(None) };
        let folder = self.root.join(own.folder());
        for (number, (component, text)) in redaction.texts.iter().enumerate() {
            let part = if number == 0 { String::new() } else { format!("-{}", number + 1) };
            let short: String = commit.chars().take(12).collect();
            let file = format!("{}-{short}{part}.md", redaction.state);
            if !self.dry_run {
                write_new(&folder, &file, text.as_bytes())?;
            }
            let path_there = self.root.join(&own.name).join(&file);
            files.push(shown(&path_there));
            self.hashes.insert(path_there, blake3::hash(text.as_bytes()));
            let entry = entry(redaction, component, commit, path);
            let (state, from) = (redaction.state, from(commit, path));
            let text = Text { state, component: component.clone(), from, entry };
            own.card.texts.insert(file, text);
        }
        if redaction.title.is_some() {
            own.card.title.clone_from(&redaction.title);
        }
        own.changed = true;
        own.last = (commit.to_owned(), path.to_owned());
        self.known.insert(from(commit, path));
        self.since_written += 1;
        if self.since_written >= AT_ONCE {
            self.write();
        }
        Ok(Some(files))
    }

    /// Whether a redaction has the words of the one of its date that is there; `None` where there
    /// is none.
    fn of_this_date(&self, redaction: &Imported) -> Option<Result<(), Refused>> {
        let own = self.own.get(&redaction.act)?;
        let hash_of = |file: &String| {
            let known = self.hashes.get(&self.root.join(&own.name).join(file)).copied();
            let read = || fs::read(self.root.join(own.folder()).join(file)).ok();
            known.or_else(|| Some(blake3::hash(&read()?)))
        };
        let of_date = own.card.texts.iter().filter(|(_, text)| text.state == redaction.state);
        let there: BTreeMap<&Address, (&String, Option<blake3::Hash>)> =
            of_date.map(|(file, text)| (&text.component, (file, hash_of(file)))).collect();
        let (file, _) = there.values().next()?;
        let here = redaction.texts.iter();
        let here: BTreeMap<&Address, Option<blake3::Hash>> = here
            .map(|(component, text)| (component, Some(blake3::hash(text.as_bytes()))))
            .collect();
        let same = here.len() == there.len()
            && here.iter().all(|(at, hash)| there.get(at).is_some_and(|(_, old)| old == hash));
        let place = shown(&self.root.join(&own.name).join(file));
        Some(if same { Ok(()) } else { Err(Refused::OtherWords(redaction.state, place)) })
    }

    /// Writes what is left to write; the cards that could not be written.
    pub fn finish(mut self) -> Vec<(String, String, Refused)> {
        self.write();
        self.failed
    }

    fn write(&mut self) {
        self.since_written = 0;
        for own in self.own.values_mut().filter(|own| own.changed) {
            own.changed = false;
            if self.dry_run {
                continue;
            }
            if let Err(refused) = own.write(&self.root) {
                self.failed.push((own.last.0.clone(), own.last.1.clone(), refused));
            }
        }
    }

    fn free_name(&self, act: &ActId) -> String {
        let fit = |c: char| if c.is_alphanumeric() { c } else { '-' };
        let number: String = act.number.trim_start_matches('~').chars().take(60).map(fit).collect();
        let plain = format!("{}-{number}", act.adopted);
        let form = format!("{plain}-{}", act.form);
        let all = [plain.clone(), form].into_iter().chain((2..).map(|n| format!("{plain}-{n}")));
        let free = |name: &String| {
            !self.names.contains(name) && fs::symlink_metadata(self.root.join(name)).is_err()
        };
        all.into_iter().find(free).unwrap_or(plain)
    }
}

impl Own {
    /// Where its files are now: hidden until the card is whole.
    fn folder(&self) -> String {
        match self.on_disk {
            Some(_) => self.name.clone(),
            None => format!(".{}.unfinished", self.name),
        }
    }

    fn write(&mut self, root: &Path) -> Result<(), Refused> {
        let folder = root.join(self.folder());
        let path = folder.join(CARD_FILE);
        let unwritable = |_: io::Error| Refused::Unwritable(shown(&path));
        let text = self.card.text();
        if let Some(before) = &self.on_disk {
            let now = fs::read(&path).map_err(unwritable)?;
            if now != before.as_bytes() {
                return Err(Refused::FileOfOthers(shown(&path)));
            }
            let unfinished = folder.join(format!(".{CARD_FILE}.unfinished"));
            fs::write(&unfinished, &text).map_err(unwritable)?;
            fs::rename(&unfinished, &path).map_err(unwritable)?;
        } else {
            let target = root.join(&self.name);
            if fs::symlink_metadata(&target).is_ok() {
                return Err(Refused::FileOfOthers(shown(&target)));
            }
            // One left by a run that was cut short.
            if fs::read_to_string(&path).is_ok_and(|old| is_own(&old)) {
                fs::remove_file(&path).map_err(unwritable)?;
            }
            write_new(&folder, CARD_FILE, text.as_bytes())?;
            fs::rename(&folder, &target).map_err(unwritable)?;
        }
        self.on_disk = Some(text);
        Ok(())
    }
}

fn from(commit: &str, path: &str) -> String {
    format!("{commit}:{path}")
}

/// Writes a file that was not there; one with the same bytes is left alone.
fn write_new(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Refused> {
    let path = folder.join(name);
    let unwritable = |_: io::Error| Refused::Unwritable(shown(&path));
    fs::create_dir_all(folder).map_err(unwritable)?;
    let plain = fs::symlink_metadata(folder).is_ok_and(|found| found.is_dir());
    if !plain {
        return Err(Refused::FileOfOthers(shown(folder)));
    }
    if let Ok(found) = fs::symlink_metadata(&path) {
        let same = found.is_file() && fs::read(&path).is_ok_and(|old| old == bytes);
        return if same { Ok(()) } else { Err(Refused::FileOfOthers(shown(&path))) };
    }
    let unfinished = folder.join(format!(".{name}.unfinished"));
    // One left by a run that was cut short; it may be anything, so it is not written into.
    let _ = fs::remove_file(&unfinished);
    let written = OpenOptions::new().write(true).create_new(true).open(&unfinished);
    let written = written.and_then(|mut file| file.write_all(bytes));
    let written = written.and_then(|()| fs::rename(&unfinished, &path));
    written.map_err(|error| {
        let _ = fs::remove_file(&unfinished);
        unwritable(error)
    })
}

fn entry(redaction: &Imported, component: &Address, commit: &str, path: &str) -> String {
    // What this program wrote is no text of the publisher, whatever its date.
    let original = redaction.state == redaction.act.adopted.0 && redaction.certainty.is_none();
    let role = if original { "original" } else { "consolidated" };
    let mut entry = format!("role = \"{role}\"\n");
    if !component.is_whole() {
        entry.push_str(&format!("component = {}\n", quoted(&component.to_string())));
    }
    entry.push_str(&format!("state = {}\n", redaction.state));
    if !redaction.made_by.is_empty() {
        let acts = list(redaction.made_by.iter().map(named));
        entry.push_str(&format!("made_by = {acts}\n"));
    }
    if let Some(certainty) = &redaction.certainty {
        // Of words that nobody knows there are none in the text.
        let certainty = if certainty == "unknown" { "presumed" } else { certainty };
        entry.push_str(&format!("certainty = {}\n", quoted(certainty)));
    }
    if !redaction.gaps.is_empty() {
        entry.push_str(&format!("gaps = {}\n", list(redaction.gaps.iter().cloned())));
    }
    entry.push_str(&format!("imported_from = {}\n", quoted(&from(commit, path))));
    entry
}

/// The act of a folder; `None` where neither card nor texts tell it, which a build will say.
fn identity(folder: &ActFolder) -> Option<ActId> {
    if let Ok(Some(act)) = of_card(folder) {
        return Some(act);
    }
    let texts: Vec<_> =
        folder.texts.iter().filter_map(|file| read_text(folder, file, None).ok()).collect();
    identify(folder, &texts).ok().map(|identity| identity.id)
}

/// A card that this command wrote, read back; `None` where it is not of that shape.
fn card(folder: &ActFolder, act: &ActId, text: &str) -> Option<Card> {
    let entries: Vec<&str> =
        text.split("\n[sources]").next()?.split("\n[[text]]\n").skip(1).collect();
    if entries.len() != folder.card.texts.len() {
        return None;
    }
    let mut texts = BTreeMap::new();
    for (told, entry) in folder.card.texts.iter().zip(entries) {
        let (_, entry) = entry.split_once('\n')?;
        let component = match &told.component {
            None => Address::whole(),
            Some(words) => parse_address(words).into_iter().find(|a| a.component() == *a)?,
        };
        let state = day("text.state", told.state.as_ref()).ok()??;
        let from = told.imported_from.clone()?;
        let entry = format!("{}\n", entry.trim_end());
        texts.insert(told.file.clone(), Text { state, component, from, entry });
    }
    Some(Card { act: act.clone(), title: folder.card.act.title.clone(), texts })
}
