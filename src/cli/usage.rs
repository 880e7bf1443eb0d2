//! The command line → its arguments, or what is wrong with it in the words of the catalogue.

use super::args::Args;
use super::failure::Failure;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::usage;
use crate::render::messages::catalogue::usage::hints;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error, FromArgMatches};
use std::ffi::OsString;

/// A command line that was understood.
pub enum Parsed {
    /// It asks for an answer.
    Arguments(Args),
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
    let help = nearest_help(&command, arguments);
    let refused = |error: &Error| Refused::Error(Box::new(failure(error, &help, lang)));
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
    Args::from_arg_matches(&matches).map(Parsed::Arguments).map_err(|error| refused(&error))
}

fn failure(error: &Error, help: &str, lang: Lang) -> Failure {
    let given = |kind| strings(error.get(kind));
    let one = |kind| given(kind).into_iter().next().unwrap_or_default();
    let argument = one(ContextKind::InvalidArg);
    let option = name_of(&argument);
    let message = match error.kind() {
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            usage::unknown_option(lang, option)
        }
        ErrorKind::UnknownArgument => usage::unexpected_argument(lang, argument.as_str()),
        ErrorKind::InvalidSubcommand => {
            usage::unknown_command(lang, one(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => usage::missing_command(lang),
        ErrorKind::MissingRequiredArgument => {
            usage::missing_argument(lang, given(ContextKind::InvalidArg).join(", "))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = one(ContextKind::InvalidValue);
            if value.is_empty() {
                usage::missing_value(lang, option)
            } else {
                let possible = given(ContextKind::ValidValue).join(", ");
                usage::invalid_value(lang, value, option, possible)
            }
        }
        ErrorKind::ArgumentConflict => {
            let other = one(ContextKind::PriorArg);
            if other.is_empty() || other == argument {
                usage::repeated_option(lang, option)
            } else {
                usage::conflicting_options(lang, option, name_of(&other))
            }
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            usage::unexpected_value(lang, option)
        }
        ErrorKind::TooFewValues | ErrorKind::NoEquals => usage::missing_value(lang, option),
        ErrorKind::InvalidUtf8 => usage::argument_not_text(lang),
        _ => usage::invalid_usage(lang),
    };
    let mut candidates = given(ContextKind::SuggestedSubcommand);
    candidates.extend(given(ContextKind::SuggestedArg));
    candidates.extend(given(ContextKind::SuggestedValue));
    let nearest = candidates.first().map(|nearest| hints::did_you_mean(lang, name_of(nearest)));
    let lines = nearest.into_iter().chain([hints::see_help(lang, help)]).collect();
    Failure::usage(message).with_hints(candidates, lines)
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

fn strings(value: Option<&ContextValue>) -> Vec<String> {
    match value {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        _ => Vec::new(),
    }
}

/// `--on <DATE>` without its value.
fn name_of(argument: &str) -> &str {
    argument.split([' ', '=']).next().unwrap_or(argument)
}
