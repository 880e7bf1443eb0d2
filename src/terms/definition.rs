//! Lists of definitions and of abbreviations → their terms. The words over a list say that its
//! entries are terms (`мынадай ұғымдар пайдаланылады:`) and how far they reach.

use super::{Introduction, Passage, Term, document};
use crate::kazakh::skeleton::skeleton;
use crate::kazakh::unit::{UnitNoun, recognise};
use crate::kazakh::words::{Wording, first_words, words};
use crate::model::address::{Address, Step};
use crate::model::kind::Kind;
use crate::parse::citation::token::is_dash;
use std::ops::Range;
use std::sync::LazyLock;

/// The list that is open while units are read in their order.
#[derive(Debug, Default)]
pub(super) struct Lists {
    open: Option<List>,
}

#[derive(Debug)]
struct List {
    owner: Address,
    scope: Address,
    numbered: bool,
}

impl Lists {
    /// Reads one unit: it may open a list or be an entry of the open one.
    pub(super) fn read(&mut self, passage: &Passage<'_>, terms: &mut Vec<Term>) {
        let scope = document(passage.address);
        if passage.kind == Kind::Abbreviation {
            terms.extend(entry(passage, Introduction::Abbreviation, scope));
            return;
        }
        if let Some(list) = &mut self.open {
            if !passage.address.is_within(&list.owner) {
                self.open = None;
            } else if passage.address.parent().as_ref() == Some(&list.owner) {
                let is_entry = match passage.kind {
                    Kind::Subparagraph => true,
                    // An unnumbered paragraph after numbered entries closes the list.
                    Kind::Text => !list.numbered,
                    _ => false,
                };
                if is_entry {
                    list.numbered |= passage.kind == Kind::Subparagraph;
                    let scope = list.scope.clone();
                    terms.extend(entry(passage, Introduction::Definition, scope));
                    return;
                }
            }
        }
        if opens(passage) {
            let owner = match passage.address.last() {
                Some(Step::Text(_)) => passage.address.parent(),
                _ => None,
            };
            let owner = owner.unwrap_or_else(|| passage.address.clone());
            let scope = reach(passage);
            self.open = Some(List { owner, scope, numbered: false });
        }
    }
}

static TERM_WORDS: LazyLock<[Wording; 5]> = LazyLock::new(|| {
    ["ұғым*", "анықтама*", "термин*", "қысқарту*", "аббревиатура*"].map(Wording::new)
});
static USED: LazyLock<[Wording; 2]> =
    LazyLock::new(|| ["пайдаланыл*", "қолданыл*"].map(Wording::new));

fn opens(passage: &Passage<'_>) -> bool {
    if !passage.text.trim_end().ends_with(':') {
        return false;
    }
    let said = words(passage.text);
    TERM_WORDS.iter().any(|wording| wording.find(&said).is_some())
        && USED.iter().any(|wording| wording.find(&said).is_some())
}

/// The unit that the words over a list name as the one in which its terms are used so: `осы
/// баптың мақсаттары үшін`; else the document.
fn reach(passage: &Passage<'_>) -> Address {
    static THIS: LazyLock<Wording> = LazyLock::new(|| Wording::new("осы"));
    let said = words(passage.text);
    let named = THIS.find(&said).and_then(|place| said.get(place.end));
    let noun = named.and_then(|word| recognise(word.text)).map(|(noun, _)| noun);
    noun.and_then(|noun| around(passage, noun)).unwrap_or_else(|| document(passage.address))
}

/// The unit of this noun around a unit, or that unit itself.
pub(crate) fn around(passage: &Passage<'_>, noun: UnitNoun) -> Option<Address> {
    let is = |step: &Step| match noun {
        UnitNoun::Article => matches!(step, Step::Article(_)),
        UnitNoun::Paragraph => matches!(step, Step::Paragraph(_)),
        UnitNoun::Subparagraph => matches!(step, Step::Subparagraph(_)),
        UnitNoun::Chapter => matches!(step, Step::Chapter(_)),
        UnitNoun::Section => matches!(step, Step::Section(_)),
        UnitNoun::Part => matches!(step, Step::Part(_)),
        UnitNoun::Annex => matches!(step, Step::Annex(_)),
        UnitNoun::Table => matches!(step, Step::Table(_)),
        _ => false,
    };
    let steps = passage.address.steps();
    if let Some(at) = steps.iter().rposition(is) {
        return Some(Address::new(steps[..=at].to_vec()));
    }
    passage.groups.iter().rev().find(|group| group.last().is_some_and(is)).cloned()
}

fn entry(passage: &Passage<'_>, introduced: Introduction, scope: Address) -> Option<Term> {
    static GONE: LazyLock<[Wording; 3]> =
        LazyLock::new(|| ["алып тасталды", "күші жойылды", "алынып тасталды"].map(Wording::new));
    let body = passage.text.get(passage.body..)?;
    let said = words(body);
    if GONE.iter().any(|wording| wording.starts(&said)) {
        return None;
    }
    let dash = dividing_dash(body)?;
    let head = &body[..dash.start];
    // Other brackets belong to the term: `жүктелмеген (суық) резервтеу`.
    let short_form = head.match_indices('(').find(|(at, _)| {
        first_words(&head[*at..], 1).first().is_some_and(|word| word.key == skeleton("бұдан"))
    });
    let head = short_form.map_or(head, |(at, _)| &head[..at]);
    let lead = head.len() - head.trim_start().len();
    let term = head.trim();
    let meaning = body[dash.end..].trim().trim_end_matches([';', '.', ',']).trim_end();
    if term.is_empty() || meaning.is_empty() {
        return None;
    }
    let start = passage.body + lead;
    Some(Term {
        term: term.to_owned(),
        meaning: meaning.to_owned(),
        introduced,
        address: passage.address.clone(),
        bytes: start..start + term.len(),
        scope,
    })
}

/// The first dash outside brackets that has a blank beside it; a hyphen needs one on both sides.
fn dividing_dash(text: &str) -> Option<Range<usize>> {
    let mut depth = 0usize;
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            dash if depth == 0 && at > 0 && is_dash(dash) => {
                let after = text[end..].chars().next().unwrap_or('\0').is_whitespace();
                let long = matches!(dash, '–' | '—' | '−');
                let blank = before.is_whitespace();
                if (blank && after) || (long && (blank || after)) {
                    return Some(at..end);
                }
            }
            _ => {}
        }
        before = letter;
    }
    None
}
