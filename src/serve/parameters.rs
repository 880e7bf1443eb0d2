//! The query of a request → the parameters of a question, by the very reading of the command
//! line: the query is laid out as its arguments and read by the same definitions.

use super::operation::Operation;
use crate::ask::failure::Failure;
use crate::ask::misread;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{serving, usage};
use clap::{Arg, ArgAction, ArgMatches};

/// The parameter that chooses the language, of every operation.
pub const LANG: &str = "lang";

/// Names and values of a query, in their order.
pub type Pairs = Vec<(String, String)>;

/// Takes a query apart.
///
/// # Errors
/// What is not well percent-encoded, or no UTF-8.
pub fn pairs(query: &str, lang: Lang) -> Result<Pairs, Failure> {
    let decoded = |text: &str| {
        decode(text).ok_or_else(|| Failure::usage(serving::encoding_not_understood(lang, text)))
    };
    let parts = query.split('&').filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            Ok((decoded(name)?.replace('-', "_"), decoded(value)?))
        })
        .collect()
}

/// A `+` is a blank, `%41` a byte; `None` for what is neither text nor encoded.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let mut digit = || char::from(rest.next()?).to_digit(16);
                u8::try_from(digit()? * 16 + digit()?).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

/// The language that a query asks for.
///
/// # Errors
/// A language that is none of ours.
pub fn lang(pairs: &Pairs, otherwise: Lang) -> Result<Lang, Failure> {
    let asked = pairs.iter().find(|(name, value)| name == LANG && !value.is_empty());
    let Some((_, code)) = asked else { return Ok(otherwise) };
    Lang::from_code(code).ok_or_else(|| {
        let codes = Lang::ALL.map(Lang::code).join(", ");
        Failure::usage(usage::invalid_value(otherwise, code, LANG, codes))
    })
}

/// The name of a parameter: that of its flag, or what an argument stands for.
pub fn name(arg: &Arg) -> String {
    match (arg.get_long(), arg.get_id().as_str()) {
        (Some(long), _) => long.replace('-', "_"),
        (None, "address") => "address".to_owned(),
        (None, "query") => "query".to_owned(),
        // Texts of the corpus are named by their acts.
        (None, _) => "act".to_owned(),
    }
}

/// Reads the parameters of an operation.
///
/// # Errors
/// Parameters that it does not have, that are missing, repeated or do not fit together.
pub fn read(operation: &Operation, pairs: &Pairs, lang: Lang) -> Result<ArgMatches, Failure> {
    let command = operation.command();
    let known: Vec<&Arg> = operation.parameters(&command).collect();
    let names = || known.iter().map(|arg| name(arg)).chain([LANG.to_owned()]).collect::<Vec<_>>();
    let mut given: Vec<(&Arg, Vec<&str>)> = Vec::new();
    for (asked, value) in pairs.iter().filter(|(name, _)| name != LANG) {
        let Some(arg) = known.iter().find(|arg| name(arg) == *asked) else {
            let message = usage::unknown_option(lang, asked);
            return Err(Failure::with_candidates(message, names(), lang));
        };
        // An empty field of a form is one that was not filled in.
        if value.is_empty() && arg.get_action().takes_values() {
            continue;
        }
        let most = arg.get_num_args().filter(|_| !arg.is_positional());
        let most = most.map_or(1, |values| values.max_values().max(1));
        match given.iter_mut().find(|(known, _)| known.get_id() == arg.get_id()) {
            Some((_, values)) if values.len() >= most => {
                return Err(Failure::usage(usage::repeated_option(lang, asked)));
            }
            Some((_, values)) => values.push(value),
            None => given.push((arg, vec![value])),
        }
    }
    let words = arguments(&known, &given, lang)?;
    let spell = |shown: &str| spelt(shown, &known);
    let read = command.clone().try_get_matches_from(words);
    read.map_err(|error| misread::failure(&error, &spell, None, lang))
}

/// The arguments of a command line that says the same.
fn arguments(
    known: &[&Arg],
    given: &[(&Arg, Vec<&str>)],
    lang: Lang,
) -> Result<Vec<String>, Failure> {
    let mut words = Vec::new();
    for (arg, values) in given {
        let Some(long) = arg.get_long() else { continue };
        let set = matches!(arg.get_action(), ArgAction::SetTrue);
        match values.as_slice() {
            ["" | "1" | "true"] if set => words.push(format!("--{long}")),
            ["0" | "false"] if set => {}
            [value, ..] if set => {
                let possible = "true, false";
                return Err(Failure::usage(usage::invalid_value(
                    lang,
                    *value,
                    name(arg),
                    possible,
                )));
            }
            [value] => words.push(format!("--{long}={value}")),
            several => {
                words.push(format!("--{long}"));
                words.extend(several.iter().map(|value| (*value).to_owned()));
            }
        }
    }
    words.push("--".to_owned());
    let mut missing = None;
    for arg in known.iter().filter(|arg| arg.is_positional()) {
        let value = given.iter().find(|(known, _)| known.get_id() == arg.get_id());
        match (value, missing) {
            // An argument is told from the next one by its place alone.
            (Some(_), Some(missing)) => {
                return Err(Failure::usage(usage::missing_argument(lang, name(missing))));
            }
            (Some((_, values)), None) => words.extend(values.iter().map(|v| (*v).to_owned())),
            (None, _) => missing = missing.or(Some(*arg)),
        }
    }
    Ok(words)
}

/// A name as the command line shows it → that of the parameter.
fn spelt(shown: &str, known: &[&Arg]) -> String {
    let bare = shown.trim_matches(['<', '>', '[', ']', '-', '.']).split([' ', '=']).next();
    let bare = bare.unwrap_or(shown).trim_end_matches(['>', ']']);
    let named = |arg: &&&Arg| match arg.get_long() {
        Some(long) => long == bare,
        None => arg.get_value_names().is_some_and(|names| names.iter().any(|name| name == bare)),
    };
    known.iter().find(named).map_or_else(|| bare.replace('-', "_"), |arg| name(arg))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_well_encoded_is_read() {
        for (text, decoded) in [
            ("832", Some("832")),
            ("7-%D0%B1%D0%B0%D0%BF", Some("7-бап")),
            ("a+b%20c", Some("a b c")),
            ("6%2F17%29", Some("6/17)")),
            ("%", None),
            ("%4", None),
            ("%zz", None),
            ("%+1", None),
            ("%ff", None),
            ("%D0", None),
        ] {
            assert_eq!(decode(text).as_deref(), decoded, "{text}");
        }
    }

    #[test]
    fn hyphens_and_low_lines_are_the_same_in_names() {
        let read = pairs("known-by=1&known_by=2&&x", Lang::En).expect("a query");
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(read, [pair("known_by", "1"), pair("known_by", "2"), pair("x", "")]);
    }
}
