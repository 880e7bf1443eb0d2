//! `nusqa site`: all acts as pages in a folder. What stands in the folder and was not written by
//! this command is never touched.

use super::args::Site;
use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::site::content;
use crate::ask::{Desk, days, generator};
use crate::render::html::Links;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{errors, site as words};
use crate::render::wire;
use crate::source::folder::shown;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

/// The list of what the command wrote; its presence makes a folder the command's own.
const LIST: &str = "nusqa-site.txt";

/// Writes the site.
pub fn run(arguments: &Site, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let after = match &arguments.after {
        Some(text) => days::day(text, lang)?,
        None => context.today()?,
    };
    let content = content(after, context)?;
    let files = content.files(&Links::of_folder(), lang);
    let engine = context.engine()?;
    let folder = shown(&arguments.out);
    write(&arguments.out, &files, lang)?;
    let document = || wire::site::Site {
        schema: "nusqa/site/1",
        generator: generator(engine),
        folder: folder.clone(),
        start: "index.html".to_owned(),
        files: files
            .iter()
            .map(|(name, content)| wire::site::File { name: name.clone(), bytes: content.len() })
            .collect(),
    };
    let page = || format!("{}\n", words::site_written(lang, files.len(), folder.as_str()));
    context.answer(document, page)?;
    Ok(Outcome::unless(content.is_empty()))
}

fn write(folder: &Path, files: &[(String, String)], lang: Lang) -> Result<(), Failure> {
    let path = shown(folder);
    let failed = |error: &io::Error| Failure::output(error, lang);
    fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    let mut present = BTreeSet::new();
    for entry in fs::read_dir(folder).map_err(|error| failed(&error))? {
        let entry = entry.map_err(|error| failed(&error))?;
        present.insert(entry.file_name().to_string_lossy().into_owned());
    }
    let own: BTreeSet<String> = match fs::read_to_string(folder.join(LIST)) {
        Ok(list) => list.lines().filter(|name| is_plain(name)).map(str::to_owned).collect(),
        Err(_) => BTreeSet::new(),
    };
    let foreign = |name: &&String| !own.contains(name.as_str()) && name.as_str() != LIST;
    if let Some(name) = present.iter().find(foreign) {
        return Err(Failure::in_file(errors::folder_of_others(lang, &path, name), &path, None));
    }
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let mut list = names.join("\n");
    list.push('\n');
    // First the list: a site of which only a part was written stays the command's own.
    let both: BTreeSet<&str> =
        own.iter().map(String::as_str).chain(names.iter().copied()).collect();
    let both: Vec<&str> = both.into_iter().collect();
    fs::write(folder.join(LIST), both.join("\n") + "\n").map_err(|error| failed(&error))?;
    for (name, content) in files {
        fs::write(folder.join(name), content).map_err(|error| failed(&error))?;
    }
    for old in own.iter().filter(|name| !names.contains(&name.as_str())) {
        match fs::remove_file(folder.join(old)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(&error)),
            _ => {}
        }
    }
    fs::write(folder.join(LIST), list).map_err(|error| failed(&error))
}

/// True for the name of a file in the folder itself.
fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && !name.contains(['/', '\\', ':'])
        && name != "."
        && name != ".."
        && name != LIST
}
