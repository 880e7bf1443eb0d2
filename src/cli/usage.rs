//! The command line → its arguments, or what is wrong with it in the words of the catalogue.

use super::args::Args;
use super::failure::Failure;
use crate::ask::misread;
use crate::query::search::is_quote;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::usage;
use crate::render::messages::catalogue::usage::hints;
use clap::error::ErrorKind;
use clap::{Command, Error, FromArgMatches};
use std::ffi::OsString;

/// A command line that was understood.
pub enum Parsed {
    /// It asks for an answer.
    Arguments(Box<Args>),
    /// It asks for the help or the version.
    Page(String),
}

/// A command line that was not understood.
pub enum Refused {
    /// Nothing was asked; the help, for whoever reads.
    Page(String),
    /// Something is wrong with it.
    Error(Box<Failure>),
}

impl Refused {
    /// What is wrong, as a failure.
    pub fn into_failure(self, lang: Lang) -> Failure {
        match self {
            Refused::Page(_) => Failure::usage(usage::missing_command(lang)),
            Refused::Error(failure) => *failure,
        }
    }
}

/// Reads the arguments, the program's own name first.
pub fn parse(command: Command, arguments: &[OsString], lang: Lang) -> Result<Parsed, Refused> {
    let arguments = &with_help_as_option(&command, arguments);
    let help = nearest_help(&command, arguments);
    let refused = |error: &Error| {
        let see = Some(hints::see_help(lang, help.as_str()));
        let failure = misread::failure(error, &str::to_owned, see, lang);
        Refused::Error(Box::new(failure))
    };
    let arguments = with_exclusions(&command, arguments);
    let matches = match command.try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => {
            let page = error.render().ansi().to_string();
            return match error.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Ok(Parsed::Page(page)),
                ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Err(Refused::Page(page)),
                _ => Err(refused(&error)),
            };
        }
    };
    Args::from_arg_matches(&matches)
        .map(|args| Parsed::Arguments(Box::new(args)))
        .map_err(|error| refused(&error))
}

/// The minus of a word that must not stand in a text, as it is handed to the parser of arguments,
/// which takes every hyphen for the beginning of an option. The reader of questions knows both.
const MINUS: char = '−';

/// The arguments with the hyphens of excluded words (`search шлюз -сервер`) as minus signs. What
/// is an option, or the name of one behind a single hyphen, stays.
fn with_exclusions(command: &Command, arguments: &[OsString]) -> Vec<OsString> {
    let searched = arguments.iter().position(|word| word == SEARCH);
    let hyphened =
        |word: &OsString| matches!(word.as_encoded_bytes(), [b'-', second, ..] if *second != b'-');
    let Some(at) = searched.filter(|at| arguments[*at..].iter().any(hyphened)) else {
        return arguments.to_vec();
    };
    let mut command = command.clone();
    command.build();
    let Some(search) = command.find_subcommand(SEARCH) else { return arguments.to_vec() };
    let is_option = |word: &str| {
        let name = word.split('=').next().unwrap_or(word);
        search.get_arguments().any(|option| {
            option.get_long() == Some(name)
                || option.get_short().is_some_and(|short| word.chars().eq([short]))
        })
    };
    let excluded = |word: &OsString| -> Option<OsString> {
        let word = word.to_str()?.strip_prefix('-')?;
        let first = word.chars().next().filter(|c| *c != '-' && !c.is_whitespace())?;
        (first.is_alphanumeric() || is_quote(first)).then_some(())?;
        (!is_option(word)).then(|| format!("{MINUS}{word}").into())
    };
    let end = arguments.iter().position(|word| word == "--").unwrap_or(arguments.len());
    let own = |(i, word): (usize, &OsString)| match i > at && i < end {
        true => excluded(word).unwrap_or_else(|| word.clone()),
        false => word.clone(),
    };
    arguments.iter().enumerate().map(own).collect()
}

/// The question with the hyphens that [`parse`] has made minus signs.
pub fn as_typed(word: &str) -> String {
    match word.strip_prefix(MINUS) {
        Some(rest) => format!("-{rest}"),
        None => word.to_string(),
    }
}

/// The command whose questions may begin with a hyphen.
const SEARCH: &str = "search";

/// `help show` as `show --help`, the one way in which help is asked for.
fn with_help_as_option(command: &Command, arguments: &[OsString]) -> Vec<OsString> {
    let takes_value = |word: &str| {
        let long = word.strip_prefix("--").unwrap_or_default();
        let named = command.get_arguments().find(|arg| arg.get_long() == Some(long));
        named.is_some_and(|arg| arg.get_action().takes_values())
    };
    let mut words = arguments.to_vec();
    let mut at = 1;
    while let Some(option) = words.get(at).and_then(|word| word.to_str()) {
        if !option.starts_with('-') || option == "--" {
            break;
        }
        at += if takes_value(option) { 2 } else { 1 };
    }
    if words.get(at).is_some_and(|word| word == "help") {
        words.remove(at);
        words.push("--help".into());
    }
    words
}

/// The command whose help is of use: the one that was named, else the program.
fn nearest_help(command: &Command, arguments: &[OsString]) -> String {
    let named = arguments.iter().skip(1).filter_map(|word| word.to_str());
    let mut commands = named.filter(|word| command.find_subcommand(word).is_some());
    match commands.next() {
        Some(subcommand) => format!("nusqa {subcommand}"),
        None => "nusqa".into(),
    }
}
