//! Parameters that do not fit together → what is wrong with them, in the words of the catalogue.

use super::failure::Failure;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::usage;
use crate::render::messages::catalogue::usage::hints;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// What is wrong. `spell` turns the name of a flag or an argument, as the command line shows it
/// (`--known-by`, `<act>`), into the name by which the asker knows it; `see` is a last hint.
pub fn failure(
    error: &Error,
    spell: &dyn Fn(&str) -> String,
    see: Option<String>,
    lang: Lang,
) -> Failure {
    let given = |kind| strings(error.get(kind));
    let one = |kind| given(kind).into_iter().next().unwrap_or_default();
    let argument = one(ContextKind::InvalidArg);
    let option = spell(name_of(&argument));
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
            let names: Vec<String> =
                given(ContextKind::InvalidArg).iter().map(|name| spell(name)).collect();
            usage::missing_argument(lang, names.join(", "))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = one(ContextKind::InvalidValue);
            if value.is_empty() {
                usage::missing_value(lang, option)
            } else {
                let possible = given(ContextKind::ValidValue).join(", ");
                match possible.is_empty() {
                    true => usage::value_not_understood(lang, value, option),
                    false => usage::invalid_value(lang, value, option, possible),
                }
            }
        }
        ErrorKind::ArgumentConflict => {
            let other = one(ContextKind::PriorArg);
            if other.is_empty() || other == argument {
                usage::repeated_option(lang, option)
            } else {
                usage::conflicting_options(lang, option, spell(name_of(&other)))
            }
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues => {
            usage::unexpected_value(lang, option)
        }
        ErrorKind::TooFewValues | ErrorKind::NoEquals => usage::missing_value(lang, option),
        ErrorKind::InvalidUtf8 => usage::argument_not_text(lang),
        _ => usage::invalid_usage(lang),
    };
    let suggested =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let candidates: Vec<String> =
        suggested.into_iter().flat_map(given).map(|name| spell(&name)).collect();
    let nearest = candidates.first().map(|nearest| hints::did_you_mean(lang, name_of(nearest)));
    let lines = nearest.into_iter().chain(see).collect();
    Failure::usage(message).with_hints(candidates, lines)
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
