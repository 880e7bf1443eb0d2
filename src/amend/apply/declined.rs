//! Words that an order exchanges in every form («тиісті септіктерде») → the new words in the form
//! in which the old ones are printed, by the harmony of the new ones. Only where the order says so:
//! otherwise a form that it does not quote is left behind.

use super::super::line::without_quotations;
use super::fold::Folded;
use crate::kazakh::noun::{Form, Stem};
use crate::kazakh::words::{Wording, words};
use crate::model::instruction::Instruction;
use std::sync::LazyLock;

static IN_EVERY_FORM: LazyLock<[Wording; 2]> =
    LazyLock::new(|| [Wording::new("тиісті септік*"), Wording::new("тиісті жалғау*")]);

/// True for an order that exchanges words in all their forms.
pub(super) fn says_so(order: &Instruction) -> bool {
    let plain = without_quotations(&order.quote);
    let words = words(&plain);
    IN_EVERY_FORM.iter().any(|wording| wording.find(&words).is_some())
}

/// The new words in the form in which the old ones are printed; `None` where that is no form of
/// theirs. Of several words the last one is declined.
pub(super) fn in_same_form(printed: &str, old: &str, new: &str) -> Option<String> {
    let printed = Folded::new(printed).exact;
    let (before, old) = last_word(old.trim());
    let (outer, new) = last_word(new.trim());
    if old.is_empty() || !new.chars().all(is_kazakh) {
        return None;
    }
    let prints = |form: &Form| {
        let declined = Stem::new(old).decline(*form);
        Folded::new(&format!("{before}{declined}")).exact == printed
    };
    let form = Form::all().filter(|form| *form != Form::PLAIN).find(prints)?;
    Some(format!("{outer}{}", Stem::new(new).decline(form)))
}

/// The words up to the last one with the blank behind them, and the last one.
fn last_word(words: &str) -> (&str, &str) {
    words.split_at(
        words
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + words[at..].chars().next().map_or(0, char::len_utf8)),
    )
}

fn is_kazakh(letter: char) -> bool {
    matches!(letter, '\u{0400}'..='\u{04ff}' | '-')
}

#[cfg(test)]
mod tests {
    use super::in_same_form;

    #[test]
    fn the_new_words_take_the_form_of_the_old_ones() {
        for (printed, old, new, expected) in [
            ("локальдық желінің", "локальдық желі", "жергілікті тор", "жергілікті тордың"),
            ("органдардан", "орган", "министрлік", "министрліктерден"),
            ("тармағында", "тармақ", "бөлік", "бөлігінде"),
            ("заңмен", "заң", "кодекс", "кодекспен"),
        ] {
            assert_eq!(in_same_form(printed, old, new).as_deref(), Some(expected), "{printed}");
        }
        assert_eq!(in_same_form("заңдылық", "заң", "кодекс"), None);
        assert_eq!(in_same_form("желіге", "желі", "VPN"), None);
    }
}
