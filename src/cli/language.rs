//! What must be known of the command line before it is understood: the language in which to
//! say that it is not, whether to say so in JSON, and whether in colour.

use crate::render::messages::Lang;
use anstream::ColorChoice;
use std::ffi::OsString;

/// The settings that errors of usage depend on.
#[derive(Clone, Copy, Debug)]
pub struct Early {
    /// Language of messages.
    pub lang: Lang,
    /// True for `--json`.
    pub json: bool,
    /// Whether to colour.
    pub color: ColorChoice,
}

impl Early {
    /// Reads them from the arguments and from the environment.
    pub fn read(arguments: &[OsString]) -> Self {
        let words: Vec<&str> = arguments.iter().skip(1).filter_map(|word| word.to_str()).collect();
        let environment = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        Early {
            lang: lang(&words, environment),
            json: options(&words).any(|word| word == "--json"),
            color: match value(&words, "--color") {
                Some("always") => ColorChoice::Always,
                Some("never") => ColorChoice::Never,
                _ => ColorChoice::Auto,
            },
        }
    }
}

/// `--lang`, else `NUSQA_LANG`, else the locale, else Kazakh. The first variable of a locale
/// that is set decides, as POSIX has it, even where it names none of the languages.
fn lang(words: &[&str], environment: impl Fn(&str) -> Option<String>) -> Lang {
    let asked = value(words, "--lang").and_then(Lang::from_code);
    let own = || environment("NUSQA_LANG").and_then(|code| Lang::from_locale(&code));
    let locale = || {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(&environment);
        set.and_then(|locale| Lang::from_locale(&locale))
    };
    asked.or_else(own).or_else(locale).unwrap_or_default()
}

/// The words before `--`.
fn options<'a>(words: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    words.iter().copied().take_while(|word| *word != "--")
}

/// The value of an option, given as `--option value` or `--option=value`; the last one counts.
fn value<'a>(words: &'a [&'a str], option: &str) -> Option<&'a str> {
    let mut found = None;
    let mut expected = false;
    for word in options(words) {
        if expected {
            found = Some(word);
        }
        expected = word == option;
        if let Some(value) = word.strip_prefix(option).and_then(|rest| rest.strip_prefix('=')) {
            found = Some(value);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(words: &[&str], variables: &[(&str, &str)]) -> Lang {
        lang(words, |name| {
            variables.iter().find(|(set, _)| *set == name).map(|(_, value)| value.to_string())
        })
    }

    #[test]
    fn the_nearest_wish_decides() {
        assert_eq!(chosen(&[], &[]), Lang::Kk);
        assert_eq!(chosen(&[], &[("LANG", "en_US.UTF-8")]), Lang::En);
        assert_eq!(chosen(&[], &[("LANG", "en_US.UTF-8"), ("LC_ALL", "ru_KZ.UTF-8")]), Lang::Ru);
        assert_eq!(chosen(&[], &[("LANG", "en_US.UTF-8"), ("LC_ALL", "C")]), Lang::Kk);
        assert_eq!(chosen(&[], &[("LANG", "ru_RU"), ("NUSQA_LANG", "en")]), Lang::En);
        assert_eq!(chosen(&["show", "--lang", "kk"], &[("NUSQA_LANG", "en")]), Lang::Kk);
        assert_eq!(chosen(&["show", "--lang=ru"], &[]), Lang::Ru);
        assert_eq!(chosen(&["show", "--lang", "de"], &[("LANG", "ru_RU")]), Lang::Ru);
        assert_eq!(chosen(&["show", "--", "--lang=ru"], &[]), Lang::Kk);
    }
}
