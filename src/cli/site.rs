//! `nusqa site`: all acts as pages in a folder. What stands in the folder and was not written by
//! this command is never touched.

use super::args::Site;
use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::site::Ground;
use crate::ask::{Desk, days, generator};
use crate::render::html::Links;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{errors, site as words};
use crate::render::wire;
use crate::source::folder::shown;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The list of what the command wrote; its presence makes a folder the command's own.
const LIST: &str = "nusqa-site.txt";

/// Where the files lie until all of them are made.
const COMING: &str = ".nusqa-site-coming";

/// Writes the site.
pub fn run(arguments: &Site, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let after = match &arguments.after {
        Some(text) => days::day(text, lang)?,
        None => context.today()?,
    };
    let ground = Ground::of(after, Links::of_folder(), context)?;
    let mut folder = Folder::begin(&arguments.out, lang)?;
    ground.write(lang, context, &mut |name, content| folder.put(name, content))?;
    let files = folder.finish()?;
    let engine = context.engine()?;
    let folder = shown(&arguments.out);
    let count = files.len();
    let document = || wire::site::Site {
        schema: "nusqa/site/1",
        generator: generator(engine),
        folder: folder.clone(),
        start: "index.html".to_owned(),
        files: files.into_iter().map(|(name, bytes)| wire::site::File { name, bytes }).collect(),
    };
    let page = || format!("{}\n", words::site_written(lang, count, folder.as_str()));
    context.answer(document, page)?;
    Ok(Outcome::unless(ground.directory.known().is_empty()))
}

/// A folder to which a site is written: its files lie aside until the last one is made, so that
/// what ends before that leaves the site that was there as it is.
struct Folder<'a> {
    folder: &'a Path,
    coming: PathBuf,
    /// What the command wrote there before.
    own: BTreeSet<String>,
    /// The files that were made, with their bytes.
    made: BTreeMap<String, usize>,
    lang: Lang,
}

impl<'a> Folder<'a> {
    /// Makes the folder ready.
    ///
    /// # Errors
    /// A folder of others, or one that cannot be written to.
    fn begin(folder: &'a Path, lang: Lang) -> Result<Folder<'a>, Failure> {
        let failed = |error: io::Error| Failure::output(&error, lang);
        fs::create_dir_all(folder).map_err(failed)?;
        let mut present = BTreeSet::new();
        for entry in fs::read_dir(folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            present.insert(entry.file_name().to_string_lossy().into_owned());
        }
        let own: BTreeSet<String> = match fs::read_to_string(folder.join(LIST)) {
            Ok(list) => list.lines().filter(|name| is_plain(name)).map(str::to_owned).collect(),
            Err(_) => BTreeSet::new(),
        };
        let coming = folder.join(COMING);
        // What an earlier run did not bring to its end begins with a list of its own.
        let is_empty =
            |folder: &Path| fs::read_dir(folder).is_ok_and(|mut in_it| in_it.next().is_none());
        let is_left = coming.join(LIST).is_file() || is_empty(&coming);
        let foreign = |name: &&String| {
            !own.contains(name.as_str()) && name.as_str() != LIST && !(is_left && *name == COMING)
        };
        if let Some(name) = present.iter().find(foreign) {
            let path = shown(folder);
            return Err(Failure::in_file(errors::folder_of_others(lang, &path, name), &path, None));
        }
        if is_left {
            fs::remove_dir_all(&coming).map_err(failed)?;
        }
        fs::create_dir(&coming).map_err(failed)?;
        fs::write(coming.join(LIST), "").map_err(failed)?;
        Ok(Folder { folder, coming, own, made: BTreeMap::new(), lang })
    }

    /// Writes a file.
    ///
    /// # Errors
    /// A file that cannot be written.
    fn put(&mut self, name: &str, content: &str) -> Result<(), Failure> {
        let written = fs::write(self.coming.join(name), content);
        written.map_err(|error| Failure::output(&error, self.lang))?;
        self.made.insert(name.to_owned(), content.len());
        Ok(())
    }

    /// Puts all files in their place and takes away those that the site no longer has. Returns
    /// the files by name, with their bytes.
    ///
    /// # Errors
    /// A file that cannot be moved or removed.
    fn finish(mut self) -> Result<BTreeMap<String, usize>, Failure> {
        let failed = |error: io::Error| Failure::output(&error, self.lang);
        let listed = |names: &BTreeSet<&String>| {
            names.iter().flat_map(|name| [name.as_str(), "\n"]).collect::<String>()
        };
        let made: BTreeSet<&String> = self.made.keys().collect();
        // First the list: a site of which only a part was put in place stays the command's own.
        let both: BTreeSet<&String> = self.own.iter().chain(self.made.keys()).collect();
        fs::write(self.folder.join(LIST), listed(&both)).map_err(failed)?;
        for name in &made {
            fs::rename(self.coming.join(name), self.folder.join(name)).map_err(failed)?;
        }
        for old in self.own.iter().filter(|name| !made.contains(name)) {
            match fs::remove_file(self.folder.join(old)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
                _ => {}
            }
        }
        fs::write(self.folder.join(LIST), listed(&made)).map_err(failed)?;
        Ok(std::mem::take(&mut self.made))
    }
}

impl Drop for Folder<'_> {
    /// What could not be brought to its end leaves nothing behind, as far as that can be had.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.coming);
    }
}

/// True for the name of a file in the folder itself.
fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && !name.contains(['/', '\\', ':'])
        && name != "."
        && name != ".."
        && name != LIST
}
