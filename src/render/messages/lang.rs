//! The three languages in which nusqa speaks to people, and how one is chosen.

use std::fmt;

/// A language of messages. Names and codes in JSON are the same in all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Kazakh.
    #[default]
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order of the catalogue.
    pub const ALL: [Lang; 3] = [Lang::Kk, Lang::Ru, Lang::En];

    /// Its code by ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Kk => "kk",
            Lang::Ru => "ru",
            Lang::En => "en",
        }
    }

    /// The language with this code.
    pub fn from_code(code: &str) -> Option<Lang> {
        Lang::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The language of a POSIX locale: `ru_KZ.UTF-8` is Russian; `C` and the locales of other
    /// languages name none.
    pub fn from_locale(locale: &str) -> Option<Lang> {
        let language = locale.split(['_', '.', '@', '-']).next()?;
        Lang::from_code(&language.to_ascii_lowercase())
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language() {
        assert_eq!(Lang::from_locale("ru_KZ.UTF-8"), Some(Lang::Ru));
        assert_eq!(Lang::from_locale("kk"), Some(Lang::Kk));
        assert_eq!(Lang::from_locale("en-GB"), Some(Lang::En));
        for none in ["", "C", "C.UTF-8", "POSIX", "de_DE.UTF-8", "ruin"] {
            assert_eq!(Lang::from_locale(none), None, "{none:?}");
        }
    }
}
