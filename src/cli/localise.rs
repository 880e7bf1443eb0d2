//! The shape of the command line and the catalogue → a command line that speaks the reader's
//! language, clap's own headings included.

use super::args::Args;
use super::examples;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{entry, help};
use clap::{Arg, ArgAction, Command, CommandFactory};
use std::ffi::OsString;

/// Stands where a question of a batch would.
const STDIN: &str = "-";

/// The command line in a language, its help `width` columns wide.
pub fn command(lang: Lang, width: usize) -> Command {
    program(lang, width).mut_subcommands(|subcommand| whole(subcommand, lang, width))
}

/// The same, as far as these arguments can ask for it: a command that none of them names is
/// neither run nor explained, and at most listed with what it does.
pub fn command_for(arguments: &[OsString], lang: Lang, width: usize) -> Command {
    let program = program(lang, width);
    let is_named = |command: &Command| arguments.iter().any(|word| word == command.get_name());
    let none = !program.get_subcommands().any(is_named);
    program.mut_subcommands(|subcommand| {
        if is_named(&subcommand) {
            whole(subcommand, lang, width)
        } else if none {
            let about = fixed(&command_code(&subcommand), lang);
            subcommand.about(about)
        } else {
            subcommand
        }
    })
}

/// The program itself, its commands as yet without words.
fn program(lang: Lang, width: usize) -> Command {
    let command = Args::command()
        .term_width(width)
        .subcommand_help_heading(fixed("help_heading_commands", lang))
        .override_usage(whole_usage(lang))
        .after_help(examples("nusqa", lang));
    worded(command, lang)
}

/// A command with its words.
fn whole(subcommand: Command, lang: Lang, width: usize) -> Command {
    let subcommand = batched(worded(subcommand, lang)).term_width(width);
    let usage = usage(&subcommand, lang);
    let examples = examples(subcommand.get_name(), lang);
    subcommand.override_usage(usage).after_help(examples)
}

/// A command that can take its questions from standard input then has no argument for them.
fn batched(command: Command) -> Command {
    if !command.get_arguments().any(|arg| arg.get_id() == "batch") {
        return command;
    }
    command.mut_args(|arg| {
        if !(arg.is_positional() && arg.is_required_set()) {
            return arg;
        }
        let arg = arg.required(false).required_unless_present("batch");
        arg.default_value_if("batch", "true", Some(STDIN))
    })
}

fn worded(command: Command, lang: Lang) -> Command {
    let about = fixed(&command_code(&command), lang);
    command
        .about(about)
        .help_template(format!(
            "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
            help::help_heading_usage(lang)
        ))
        .mut_args(|arg| argument(arg, lang))
}

/// The code of what a command does; codes have no dashes.
fn command_code(command: &Command) -> String {
    format!("help_command_{}", command.get_name().replace('-', "_"))
}

fn argument(arg: Arg, lang: Lang) -> Arg {
    let words = fixed(&format!("help_arg_{}", arg.get_id()), lang);
    let heading = if arg.is_positional() {
        "help_heading_arguments"
    } else if arg.is_global_set() || matches!(arg.get_action(), ArgAction::Version) {
        "help_heading_global"
    } else {
        "help_heading_options"
    };
    let name = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
    let name = name.and_then(|name| template(&format!("value_{name}"), lang));
    let mut arg = arg.help(words).help_heading(fixed(heading, lang));
    if arg.get_action().takes_values() {
        arg = arg.hide_default_value(true).hide_possible_values(true);
    }
    match name {
        Some(name) => arg.value_name(name),
        None => arg,
    }
}

/// The usage line of a command: required arguments in angle brackets, others in square ones,
/// then the options that it cannot do without.
fn usage(command: &Command, lang: Lang) -> String {
    let mut usage = format!("nusqa {} {}", command.get_name(), help::help_token_options(lang));
    let name = |arg: &Arg| {
        let name = arg.get_value_names().and_then(|names| names.first());
        name.map_or_else(|| arg.get_id().to_string(), ToString::to_string)
    };
    for arg in command.get_positionals() {
        let required = arg.is_required_set();
        let shown =
            if required { format!(" <{}>", name(arg)) } else { format!(" [{}]", name(arg)) };
        usage.push_str(&shown);
    }
    for arg in command.get_opts().filter(|arg| arg.is_required_set()) {
        if let Some(long) = arg.get_long() {
            usage.push_str(&format!(" --{long} <{}>", name(arg)));
        }
    }
    usage
}

/// The usage line of a command of the built command line, or of the program itself.
pub fn usage_of(command: &Command, lang: Lang) -> String {
    if command.has_subcommands() { whole_usage(lang) } else { usage(command, lang) }
}

fn whole_usage(lang: Lang) -> String {
    format!("nusqa {} {}", help::help_token_options(lang), help::help_token_command(lang))
}

/// The examples of a command, each after what it asks; nothing where there are none.
fn examples(command: &str, lang: Lang) -> String {
    let examples = examples::of(command);
    if examples.is_empty() {
        return String::new();
    }
    let lines: Vec<String> = examples
        .iter()
        .map(|example| format!("  {}\n    {}", example.about(lang), example.line))
        .collect();
    format!("{}:\n{}", help::help_examples(lang), lines.join("\n"))
}

/// The words of a code without arguments; nothing for a code that the catalogue lacks, which
/// the tests rule out.
fn fixed(code: &str, lang: Lang) -> &'static str {
    template(code, lang).unwrap_or_default()
}

fn template(code: &str, lang: Lang) -> Option<&'static str> {
    // Most codes are asked for on every start, and most are words of help.
    let of_help = help::ENTRIES.iter().find(|entry| entry.code == code);
    of_help.or_else(|| entry(code)).map(|entry| entry.template(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missing(command: &Command) -> Vec<String> {
        let codes = std::iter::once(command_code(command))
            .chain(command.get_arguments().map(|arg| format!("help_arg_{}", arg.get_id())));
        codes.filter(|code| entry(code).is_none()).collect()
    }

    #[test]
    fn every_command_and_argument_is_worded() {
        let command = Args::command();
        assert_eq!(missing(&command), Vec::<String>::new());
        for subcommand in command.get_subcommands() {
            assert_eq!(missing(subcommand), Vec::<String>::new());
        }
    }

    #[test]
    fn the_command_line_is_well_formed() {
        for lang in Lang::ALL {
            command(lang, 80).debug_assert();
        }
    }

    #[test]
    fn what_is_asked_for_is_worded_as_in_the_whole() {
        let page = |command: Command, words: &[OsString]| {
            let refused = command.try_get_matches_from(words);
            refused.map(|_| String::new()).unwrap_or_else(|error| error.render().to_string())
        };
        let names: Vec<String> =
            Args::command().get_subcommands().map(|one| one.get_name().to_owned()).collect();
        let asked = names.iter().map(|name| vec!["nusqa", name, "--help"]);
        let others = [vec!["nusqa"], vec!["nusqa", "--help"], vec!["nusqa", "--no-such"]];
        for words in asked.chain(others) {
            let words: Vec<OsString> = words.into_iter().map(OsString::from).collect();
            let part = page(command_for(&words, Lang::En, 80), &words);
            assert_eq!(part, page(command(Lang::En, 80), &words), "{words:?}");
            assert!(!part.is_empty(), "{words:?}");
        }
    }
}
