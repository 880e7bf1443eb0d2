//! `nusqa man`: the manual, a page for the program and one for each command.

use super::args::Man;
use super::failure::Failure;
use super::{Context, Outcome, examples, localise};
use crate::render::messages::Lang;
use crate::render::messages::catalogue::causes::cause;
use crate::render::messages::catalogue::{errors, help};
use clap::Command;
use clap_mangen::roff::{Roff, bold, roman};
use std::fs;
use std::io;
use std::path::Path;

/// Writes the pages into a folder, or prints them one after the other.
pub fn run(arguments: &Man, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let pages = pages(lang).map_err(|error| Failure::output(&error, lang))?;
    match &arguments.out {
        None => {
            let all: String = pages.into_iter().map(|(_, page)| page).collect();
            context.print(&all)?;
        }
        Some(folder) => {
            write(folder, &pages).map_err(|error| {
                let shown = crate::source::folder::shown(folder);
                let message = errors::folder_not_writable(lang, &shown, cause(&error, lang));
                Failure::in_file(message, &shown, None)
            })?;
        }
    }
    Ok(Outcome::Answer)
}

fn write(folder: &Path, pages: &[(String, String)]) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    pages.iter().try_for_each(|(name, page)| fs::write(folder.join(name), page))
}

/// Names of files and pages.
fn pages(lang: Lang) -> io::Result<Vec<(String, String)>> {
    let mut command = localise::command(lang, usize::MAX);
    command.build();
    let mut pages = vec![("nusqa.1".to_owned(), page(&command, "nusqa", lang)?)];
    for subcommand in command.get_subcommands() {
        let name = format!("nusqa-{}", subcommand.get_name());
        pages.push((format!("{name}.1"), page(subcommand, &name, lang)?));
    }
    Ok(pages)
}

/// One page. The library's own headings are English, so that it only lends its parts.
fn page(command: &Command, name: &str, lang: Lang) -> io::Result<String> {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    let version = env!("CARGO_PKG_VERSION");
    let mut roff = Roff::new();
    roff.control("TH", [name, "1", "", &format!("nusqa {version}"), "nusqa"]);
    roff.control("SH", [help::man_name(lang).as_str()]);
    roff.text([roman(format!("{name} - {about}"))]);
    roff.control("SH", [help::man_synopsis(lang).as_str()]);
    let usage = localise::usage_of(command, lang);
    roff.text([bold(usage)]);
    let mut bytes = Vec::new();
    roff.to_writer(&mut bytes)?;
    let man = clap_mangen::Man::new(command.clone());
    man.render_options_section(&mut bytes)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut bytes)?;
    }
    let mut roff = Roff::new();
    let examples = examples::of(command.get_name());
    if !examples.is_empty() {
        roff.control("SH", [help::help_examples(lang).as_str()]);
    }
    for example in examples {
        roff.control("PP", []);
        roff.text([roman(example.about(lang))]);
        roff.control("RS", ["4"]);
        roff.text([bold(example.line)]);
        roff.control("RE", []);
    }
    roff.to_writer(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
