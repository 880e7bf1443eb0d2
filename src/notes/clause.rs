//! The words of a note → its clauses: what was done, to what, by which acts, from when.
//!
//! Issuer and form are written once for a list of acts: the issuer before the first date, the
//! form (`Заңдарымен`) after the last bracket; the bracket on the effect stands before or after
//! the form. A clause ends where a new verb begins.

use super::verb::{self, Deed};
use crate::kazakh::noun::Case;
use crate::kazakh::unit::UnitNoun;
use crate::kazakh::words::words;
use crate::model::act::{ActType, Issuer};
use crate::model::address::{Address, Step};
use crate::model::day::{EffectRule, EndRule};
use crate::model::event::EventKind;
use crate::parse::citation::expand::{self, Scope};
use crate::parse::citation::phrase::{self, Chain};
use crate::parse::citation::token::{Token, tokens};
use crate::parse::effect;
use crate::parse::mention::{self, Dated};
use crate::parse::quotes::{self, quotations};
use std::ops::Range;

/// An act as a note names it.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// Day and number.
    pub dated: Dated,
    /// Form, as far as the list tells it.
    pub form: ActType,
    /// Issuer, as far as the list tells it.
    pub issuer: Issuer,
    /// From when.
    pub effect: EffectRule,
}

/// What a clause speaks of.
#[derive(Clone, Debug)]
pub(super) enum Subject {
    /// Nothing of its own.
    None,
    /// The whole document, by its kind word or as «бүкіл мәтін».
    Document,
    /// Units.
    Units {
        /// The units, added or changed.
        chains: Vec<Chain>,
        /// Where units were added.
        container: Option<Place>,
    },
}

/// The place of an addition.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// A unit.
    Unit(Chain),
    /// The document by its kind word: Талаптар.
    Word(String),
}

impl Place {
    /// The address, or the word as printed.
    pub fn print(&self, scope: &Scope) -> String {
        match self {
            Place::Word(word) => word.clone(),
            Place::Unit(chain) => {
                let addresses = expand::expand(scope, chain).unwrap_or_default();
                let printed: Vec<String> = addresses.iter().map(Address::to_string).collect();
                printed.join(", ")
            }
        }
    }
}

/// One clause of a note.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// What was done.
    pub kind: EventKind,
    /// To what.
    pub subject: Subject,
    /// By which acts.
    pub acts: Vec<Named>,
    /// Quoted old words.
    pub old_words: Vec<String>,
    /// Quoted new words.
    pub new_words: Vec<String>,
    /// The first day of what holds or rests for a time, where the words before the verb tell it.
    pub from: Option<EffectRule>,
    /// The end of that time.
    pub until: Option<EndRule>,
}

/// True for a note that names no act by date and number.
pub(super) fn names_no_act(words: &str) -> bool {
    mention::dated_numbers(words).is_empty()
}

/// The clauses of a note; none where no verb or no act is found.
pub(super) fn clauses(text: &str) -> Vec<Clause> {
    let dated = mention::dated_numbers(text);
    let forms = forms(text, &dated);
    let mut out: Vec<Clause> = Vec::new();
    let mut issuer = None;
    for (i, dated_number) in dated.iter().enumerate() {
        let before = match i.checked_sub(1) {
            None => &text[..dated_number.bytes.start],
            Some(i) => tail(text, &dated, i).1,
        };
        // Words in quotation marks may hold any verb.
        let blanked = blank_quotations(before);
        let mut issuer_words = blanked.as_str();
        if let Some(verb) = verb::find(&blanked) {
            out.push(opened(&before[..verb.start], &blanked[..verb.start], verb));
            issuer_words = &blanked[verb.end..];
        }
        let Some(clause) = out.last_mut() else { continue };
        let form = forms.get(i).copied().flatten();
        if let Some(named) = form.and_then(|form| mention::issuer(issuer_words, form)) {
            issuer = Some(named);
        }
        let Some((form, named)) = settle(form, issuer.clone(), &dated_number.number) else {
            continue;
        };
        let (bracket, _) = tail(text, &dated, i);
        let told = clause.from.clone().or_else(|| bracket.and_then(effect::read));
        let effect = told.unwrap_or(EffectRule::Unstated);
        clause.acts.push(Named { dated: dated_number.clone(), form, issuer: named, effect });
    }
    out.retain(|clause| !clause.acts.is_empty());
    out
}

/// The clause of a note that tells something by a provision of the act in which it stands: «… дейін
/// қолданыста болады - осы Заңның 6-бабымен». Its acts are empty.
pub(super) fn by_own_act(text: &str) -> Option<Clause> {
    let blanked = blank_quotations(text);
    let verb = verb::find(&blanked)?;
    let said = words(&blanked[verb.end..]);
    let own = said
        .windows(2)
        .any(|pair| pair[0].key == "осы" && mention::form_word(pair[1].text).is_some());
    own.then(|| opened(&text[..verb.start], &blanked[..verb.start], verb))
}

/// Form and issuer of an act, where one of them follows from the other or from the number:
/// numbers with a convocation are those of laws, and laws are parliament's.
fn settle(
    form: Option<ActType>,
    issuer: Option<Issuer>,
    number: &str,
) -> Option<(ActType, Issuer)> {
    let form = match form {
        Some(form) if form.is_law() || !mention::has_convocation(number) => form,
        _ if mention::has_convocation(number) => ActType::Law,
        _ => return None,
    };
    if form.is_law() {
        return Some((form, Issuer::parliament()));
    }
    issuer.filter(|issuer| *issuer != Issuer::parliament()).map(|issuer| (form, issuer))
}

/// The form of each act: the first form word after its number, else the last before it.
fn forms(text: &str, dated: &[Dated]) -> Vec<Option<ActType>> {
    let own: Vec<Option<ActType>> = (0..dated.len())
        .map(|i| {
            let end = dated.get(i + 1).map_or(text.len(), |next| next.bytes.start);
            let between = &text[dated[i].bytes.end..end];
            mention::first_form(&without_brackets(between)).map(|(form, _, _)| form)
        })
        .collect();
    let mut out = own.clone();
    let mut following = None;
    for (i, form) in own.iter().enumerate().rev() {
        following = form.or(following);
        out[i] = following;
    }
    let mut preceding = None;
    for form in &mut out {
        *form = form.or(preceding);
        preceding = *form;
    }
    out
}

/// What stands after the number of an act up to the next date: the words in its first bracket,
/// and the words after bracket and form.
fn tail<'t>(text: &'t str, dated: &[Dated], i: usize) -> (Option<&'t str>, &'t str) {
    let end = dated.get(i + 1).map_or(text.len(), |next| next.bytes.start);
    let between = &text[dated[i].bytes.end..end];
    let bracket = bracket(between);
    let rest = bracket.as_ref().map_or(between, |bracket| &between[bracket.end..]);
    let rest = match mention::first_form(rest) {
        Some((_, _, bytes)) => &rest[bytes.end..],
        None => rest,
    };
    let inner = bracket.map(|bracket| between[bracket].trim_matches(['(', ')', ' ']));
    (inner, rest.trim_start_matches([';', ',', '.', ' ', '\u{a0}', ')']))
}

/// Bytes of the first bracket; one that is not closed reaches to the next semicolon.
fn bracket(text: &str) -> Option<Range<usize>> {
    let start = text.find('(')?;
    let mut depth = 0;
    for (at, letter) in text[start..].char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => {
                depth -= 1;
                if depth == 0 {
                    return Some(start..start + at + 1);
                }
            }
            _ => {}
        }
    }
    let end = text[start..].find(';').map_or(text.len(), |at| start + at);
    Some(start..end)
}

fn without_brackets(text: &str) -> String {
    let mut rest = text;
    let mut out = String::with_capacity(text.len());
    while let Some(bracket) = bracket(rest) {
        out.push_str(&rest[..bracket.start]);
        rest = &rest[bracket.end..];
    }
    out + rest
}

/// The text with every character of a quotation replaced by blanks of the same length.
fn blank_quotations(text: &str) -> String {
    let mut out = text.to_owned();
    for quotation in quotations(text) {
        out.replace_range(quotation.outer.clone(), &" ".repeat(quotation.outer.len()));
    }
    out
}

/// A clause from the words before its verb, as printed and with quotations blanked.
fn opened(printed: &str, blanked: &str, verb: verb::Verb) -> Clause {
    let groups = quotes::groups(printed);
    let is_new = |case: Option<Case>| case == Some(Case::Instrumental);
    let words_of = |new: bool| {
        let of_kind = groups.iter().filter(|group| is_new(group.case) == new);
        of_kind.flat_map(|group| group.words.clone()).collect()
    };
    let (old_words, new_words) = match verb.deed {
        Deed::Words => (words_of(false), words_of(true)),
        _ => (Vec::new(), Vec::new()),
    };
    let (subject, titled) = subject(blanked, verb);
    let kind = kind(verb, titled, &subject);
    let (from, until) = match verb.deed {
        Deed::Period | Deed::Suspension => (effect::starting(blanked), effect::until(blanked)),
        _ => (None, None),
    };
    Clause { kind, subject, acts: Vec::new(), old_words, new_words, from, until }
}

fn kind(verb: verb::Verb, titled: bool, subject: &Subject) -> EventKind {
    let adds = matches!(subject, Subject::Units { container, chains }
        if container.is_some() || chains.iter().all(|c| phrase::case(c) == Some(Case::Instrumental)));
    match (verb.deed, verb.planned) {
        (Deed::Redaction, false) if titled => EventKind::TitleNewRedaction,
        (Deed::Redaction, false) => EventKind::NewRedaction,
        (Deed::Redaction, true) => EventKind::PlannedNewRedaction,
        (Deed::Change, false) if titled => EventKind::TitleChanged,
        (Deed::Change, false) => EventKind::Amended,
        (Deed::Change, true) => EventKind::PlannedAmended,
        // Older notes say of a unit that it «was added to» and mean a change of it.
        (Deed::Addition, planned) if !adds => {
            if planned {
                EventKind::PlannedAmended
            } else {
                EventKind::Amended
            }
        }
        (Deed::Addition, false) => EventKind::Added,
        (Deed::Addition, true) => EventKind::PlannedAdded,
        (Deed::Exclusion, false) => EventKind::Excluded,
        (Deed::Repeal, false) => EventKind::Repealed,
        (Deed::Exclusion | Deed::Repeal, true) => EventKind::PlannedExcluded,
        (Deed::Words, false) => EventKind::WordsReplaced,
        (Deed::Words, true) => EventKind::PlannedAmended,
        (Deed::Period, _) => EventKind::EffectPeriod,
        (Deed::Suspension, _) => EventKind::Suspended,
        (Deed::Elsewhere, _) => EventKind::OtherLanguage,
    }
}

/// What the words before the verb name, and whether they name its heading.
fn subject(text: &str, verb: verb::Verb) -> (Subject, bool) {
    let tokens = tokens(text);
    let (mut found, first) = chains(&tokens);
    let titled = found.iter().any(|chain| {
        let last = chain.last().map(|cited| cited.noun);
        last == Some(UnitNoun::Title)
    });
    for chain in &mut found {
        chain.retain(|cited| !matches!(cited.noun, UnitNoun::Title | UnitNoun::Body));
    }
    found.retain(|chain| !chain.is_empty());
    let leading = text[..first.map_or(text.len(), |i| tokens[i].bytes.start)].trim();
    let leading = leading.trim_matches(['-', '–', '—', ' ', ',', '.', ':']);
    if found.is_empty() {
        let subject = if words(text).is_empty() { Subject::None } else { Subject::Document };
        return (subject, titled);
    }
    if verb.deed != Deed::Addition {
        return (Subject::Units { chains: found, container: None }, titled);
    }
    let mut container = None;
    if let [place, added] = found.as_slice()
        && phrase::case(added) == Some(Case::Instrumental)
        && phrase::case(place) != Some(Case::Instrumental)
    {
        container = Some(Place::Unit(place.clone()));
        let joined = place.iter().chain(added).cloned().collect();
        found = vec![joined];
    } else if let [chain] = found.as_slice()
        && chain.len() > 1
        && phrase::case(chain) == Some(Case::Instrumental)
    {
        container = Some(Place::Unit(chain[..chain.len() - 1].to_vec()));
    } else if !leading.is_empty() {
        container = Some(Place::Word(leading.to_owned()));
    }
    (Subject::Units { chains: found, container }, titled)
}

/// Every citation of the tokens, and the index of the first token of the first one.
fn chains(tokens: &[Token<'_>]) -> (Vec<Chain>, Option<usize>) {
    let mut out = Vec::new();
    let mut first = None;
    let mut at = 0;
    while at < tokens.len() {
        let mut input = &tokens[at..];
        match phrase::chain(&mut input) {
            Ok(chain) => {
                first = first.or(Some(at));
                out.push(chain);
                at = tokens.len() - input.len();
            }
            Err(_) => at += 1,
        }
    }
    (out, first)
}

/// The addresses of chains inside a scope. Where a chain ends in what has no address (a
/// sentence), the unit around it is what the note is known to speak of.
pub(super) fn addresses(scope: &Scope, chains: &[Chain]) -> Vec<Address> {
    let mut out = Vec::new();
    for chain in chains {
        let known = (1..=chain.len()).rev().find_map(|n| expand::expand(scope, &chain[..n]));
        for address in known.unwrap_or_default() {
            let is_title = address.last() == Some(&Step::Title);
            let address = if is_title { address.parent().unwrap_or(address) } else { address };
            if !out.contains(&address) {
                out.push(address);
            }
        }
    }
    out
}
