//! The line that opens the orders on an act → the act, and whether a document that it approves
//! is meant.
//!
//! `«Title» Қазақстан Республикасы Үкіметінің 2016 жылғы 20 желтоқсандағы № 832 қаулысында (…):`
//! names the act in the locative or dative; laws are cited by title and, before 2021, by date.
//! What stands in the bracket is the source of publication: its numbers are not act numbers.

use super::line::without_quotations;
use crate::kazakh::noun::Case;
use crate::kazakh::slug::slug;
use crate::kazakh::words::{Word, Wording, words};
use crate::model::act::{ActId, ActType};
use crate::model::day::Adopted;
use crate::model::instruction::CitedTitle;
use crate::parse::citation::phrase;
use crate::parse::effect::dates;
use crate::parse::mention;
use crate::parse::quotes::{is_quote, quotations};
use std::ops::Range;
use std::sync::LazyLock;

/// An act as a header names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// The form of the act.
    pub form: ActType,
    /// The act; `None` where the words do not suffice, as for a law cited by its title alone.
    pub act: Option<ActId>,
    /// The title that the header quotes, or the name of a code.
    pub title: Option<String>,
    /// Bytes of the word for its form.
    pub at: Range<usize>,
}

impl Named {
    /// What is quoted of an act that is not identified.
    pub fn cited(&self) -> Option<CitedTitle> {
        let title = self.title.as_ref().filter(|_| self.act.is_none())?;
        Some(CitedTitle { form: self.form, title: title.clone() })
    }
}

/// The act that a line names in one of these cases; `None` where it names none.
pub(super) fn named(text: &str, cases: &[Case]) -> Option<Named> {
    let plain = without_brackets(&without_quotations(text));
    let forms = words(&plain);
    // The last one: titles hold the names of other acts, and their quotation marks fail.
    let (i, form) = forms.iter().enumerate().rev().find_map(|(i, word)| {
        let (form, declined) = mention::form_word(word.text)?;
        (cases.contains(&declined.case) && declined.possessed).then_some((i, form))
    })?;
    let constitutional = i > 0 && forms[i - 1].key.starts_with("конституциялык");
    let form = match form {
        ActType::Law if constitutional => ActType::ConstitutionalLaw,
        other => other,
    };
    let before = &plain[..forms[i].bytes.start];
    let quoted = text.get(..before.len()).and_then(title);
    let (act, name) = match mention::dated_numbers(before).last() {
        Some(dated) if is_adjacent(&before[dated.bytes.end..], form) => {
            let issuer_words = before[..dated.bytes.start].rsplit(is_quote).next();
            let issuer = mention::issuer(after_blank_run(issuer_words.unwrap_or_default()), form);
            let act = issuer.zip(dated.date.clone().ok()).map(|(issuer, date)| ActId {
                adopted: Adopted(date),
                form,
                issuer,
                number: dated.number.clone(),
            });
            let name = (form == ActType::Code).then(|| code_name(before, forms[i].text));
            (act, name)
        }
        _ => by_date(before, form, quoted.as_deref(), forms[i].text),
    };
    Some(Named { act, title: quoted.or(name), form, at: forms[i].bytes.clone() })
}

/// A law or code cited by its date and title: it takes the slug of its title for a number.
fn by_date(
    before: &str,
    form: ActType,
    title: Option<&str>,
    form_word: &str,
) -> (Option<ActId>, Option<String>) {
    if !form.is_law() {
        return (None, None);
    }
    let dates = dates(before);
    let own = dates.last();
    let name = match form {
        // A code is cited by its name: Қазақстан Республикасының Кәсіпкерлік кодексі.
        ActType::Code => {
            let words = own.map_or(before, |(_, bytes)| &before[bytes.end..]);
            Some(code_name(words, form_word))
        }
        _ => None,
    };
    let number = title.or(name.as_deref()).map(|title| format!("~{}", slug(title)));
    let act = own.zip(number).and_then(|((date, _), number)| {
        let issuer = mention::issuer("", form)?;
        Some(ActId { adopted: Adopted(*date), form, issuer, number })
    });
    (act, name)
}

/// The name of a code: what stands between the state's name and the word for its form.
fn code_name(before: &str, form_word: &str) -> String {
    let words: Vec<&str> = before.split_whitespace().collect();
    let start = words.iter().rposition(|word| is_state(word)).map_or(0, |at| at + 1);
    let name = words[start..].iter().copied().chain([nominative(form_word)]);
    name.collect::<Vec<_>>().join(" ")
}

fn nominative(word: &str) -> &str {
    ["нде", "не", "нің"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

fn is_state(word: &str) -> bool {
    word == "Қазақстан" || word.starts_with("Республикас")
}

/// True where nothing but blanks, the state's name and the registry's suffix stands between
/// number and form, or words in a bracket that were taken out; before the form of a code its
/// name.
fn is_adjacent(between: &str, form: ActType) -> bool {
    let words = words(between);
    let mut words = words.iter().map(|word| word.text);
    match form {
        ActType::Code => words.next().is_none_or(is_state),
        form if form.is_law() => {
            words.all(|word| matches!(word, "ҚРЗ" | "Конституциялық") || is_state(word))
        }
        _ => words.next().is_none(),
    }
}

/// Quotations are blanks of their length; the issuer stands behind the last of them.
fn after_blank_run(text: &str) -> &str {
    text.rfind("   ").map_or(text, |at| &text[at..])
}

/// The words inside the quotation marks before the act's form. Where the marks of a title that
/// holds another title do not balance, everything up to the last mark is the title.
fn title(text: &str) -> Option<String> {
    let first = text.find(is_quote)?;
    let (last, mark) = text.char_indices().rev().find(|(_, letter)| is_quote(*letter))?;
    let quotations = quotations(text);
    let one = matches!(quotations.as_slice(), [only] if only.outer.end == last + mark.len_utf8());
    let whole = &text[first..last];
    let inner = whole.trim_start_matches(is_quote).trim();
    // `"A" … "B" … туралы"`: the outer opening mark is merged with that of the first title.
    let merged = !one && quotations.first().is_some_and(|q| q.outer.start == first);
    let title = if merged { whole.trim() } else { inner };
    (!title.is_empty()).then(|| title.to_owned())
}

/// The text with every bracket replaced by blanks of the same length in bytes.
pub(super) fn without_brackets(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut depth = 0usize;
    for letter in text.chars() {
        if letter == '(' {
            depth += 1;
        }
        let hidden = depth > 0;
        if letter == ')' {
            depth = depth.saturating_sub(1);
        }
        match hidden {
            true => (0..letter.len_utf8()).for_each(|_| out.push(' ')),
            false => out.push(letter),
        }
    }
    // A bracket that is never closed hides nothing.
    if depth > 0 { text.to_owned() } else { out }
}

static APPROVED: LazyLock<Wording> = LazyLock::new(|| Wording::new("бекітілген"));
static INTRODUCED: LazyLock<Wording> = LazyLock::new(|| Wording::new("енгізілсін"));

static CHANGES: LazyLock<[Wording; 3]> =
    LazyLock::new(|| ["енгізу туралы", "күшін жою", "күші жойылды"].map(Wording::new));

/// Every act that the title of an amending act names as changed or repealed, last one first.
pub(super) fn named_in_title(title: &str) -> Vec<Named> {
    let plain = without_quotations(title);
    let said = words(&plain);
    let cases: &[Case] = match CHANGES.iter().position(|wording| wording.find(&said).is_some()) {
        None => return Vec::new(),
        Some(0) => &[Case::Locative, Case::Dative],
        Some(_) => &[Case::Locative, Case::Dative, Case::Genitive],
    };
    let mut found = Vec::new();
    let mut end = title.len();
    while let Some(named) = named(&title[..end], cases) {
        end = named.at.start;
        found.push(named);
    }
    found
}

/// The act on which a header or a line opens orders: «… № 832 қаулысында», «… Заңына», or the one
/// that approves the document named, «… № 832 қаулысымен бекітілген … қағидаларға».
pub(super) fn opening(text: &str) -> Option<Named> {
    let plain = without_brackets(&without_quotations(text));
    let said = words(&plain);
    let approved = approving(&said).and_then(|at| {
        let approved = named(&text[..said[at].bytes.end], &[Case::Instrumental])?;
        approved.act.is_some().then_some(approved)
    });
    approved.or_else(|| named(text, &[Case::Locative, Case::Dative])).or_else(|| {
        let owner = named(text, &[Case::Genitive])?;
        place_behind(text, &owner).map(|_| owner)
    })
}

/// The words behind an act's name that narrow the target: «… Заңының 5-бабында».
pub(super) fn place_behind<'t>(text: &'t str, act: &Named) -> Option<&'t str> {
    let plain = without_brackets(&without_quotations(text));
    let behind = act.at.end;
    let cited = super::line::citations(&plain[behind..]);
    let last = cited.last()?;
    let end = behind + last.bytes.end;
    let ends = !plain[end..].contains(char::is_alphanumeric);
    let place = phrase::case(&last.chain) == Some(Case::Locative);
    (ends && place).then(|| &text[behind + cited[0].bytes.start..end])
}

/// True for words that speak of the act in which they stand: «осы Заңның», «осы қаулының».
pub(super) fn speaks_of_its_own_act(text: &str) -> bool {
    let said = words(text);
    said.windows(2).any(|pair| pair[0].key == "осы" && mention::form_word(pair[1].text).is_some())
}

/// True where the title of an act says that it changes or repeals others.
pub(super) fn announces_in_title(title: &str) -> bool {
    let plain = without_quotations(title);
    let said = words(&plain);
    CHANGES.iter().any(|wording| wording.find(&said).is_some())
}

/// True for words that enter a document which the act approves: «көрсетілген қаулымен
/// бекітілген … талаптарда».
pub(super) fn enters_approved(text: &str) -> bool {
    approving(&words(text)).is_some()
}

/// The index of the word for the act that approves, with «бекітілген» right behind it.
pub(super) fn approving(words: &[Word<'_>]) -> Option<usize> {
    let (act, _) = words.windows(2).enumerate().find(|(_, pair)| {
        let approves = APPROVED.starts(&pair[1..]);
        approves
            && mention::form_word(pair[0].text)
                .is_some_and(|(_, form)| form.case == Case::Instrumental)
    })?;
    Some(act)
}

/// True for a line that announces changes and may name the act: «… өзгерістер енгізілсін:».
pub(super) fn announces_changes(text: &str) -> bool {
    INTRODUCED.find(&words(&without_quotations(text))).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OPENING: [Case; 2] = [Case::Locative, Case::Dative];

    fn iri(text: &str) -> Option<String> {
        named(text, &OPENING)?.act.map(|act| act.iri())
    }

    #[test]
    fn headers_name_acts_by_date_and_number() {
        let text = "4. \"Талаптарды бекіту туралы\" Қазақстан Республикасы Үкіметінің 2016 жылғы 20 \
                    желтоқсандағы № 832 қаулысында (Қазақстан Республикасының ПУАЖ-ы, 2016 ж., № 65, \
                    428-құжат):";
        assert_eq!(iri(text).as_deref(), Some("/akn/kz/act/resolution/government/2016-12-20/832"));
        assert_eq!(
            named(text, &OPENING).and_then(|named| named.title).as_deref(),
            Some("Талаптарды бекіту туралы")
        );
    }

    #[test]
    fn a_title_may_hold_another_act() {
        let text = "5. \"Жүйені жетілдіру туралы\" Қазақстан Республикасы Президентінің 2019 жылғы 17 \
                    маусымдағы № 24 Жарлығын іске асыру туралы\" Қазақстан Республикасы Үкіметінің \
                    2019 жылғы 12 шілдедегі № 501 қаулысында (2019 ж., № 29, 248-құжат):";
        assert_eq!(iri(text).as_deref(), Some("/akn/kz/act/resolution/government/2019-07-12/501"));
    }

    #[test]
    fn laws_are_cited_by_date_and_title() {
        let text = "1-бап. \"Мерекелер туралы\" 2001 жылғы 13 желтоқсандағы Қазақстан Республикасының \
                    Заңына (Парламентінің Жаршысы, 2001 ж., N 23, 316-құжат) мынадай толықтыру енгізілсін:";
        let named = named(text, &OPENING).expect("an act");
        let act = named.act.expect("a dated law");
        assert_eq!((act.form, act.number.as_str()), (ActType::Law, "~merekeler-turaly"));
        assert_eq!(named.title.as_deref(), Some("Мерекелер туралы"));
        let undated = "«Ақпараттандыру туралы» Қазақстан Республикасының Заңына мынадай өзгерістер \
                       енгізілсін:";
        let named = super::named(undated, &OPENING).expect("a title");
        assert_eq!((named.act, named.title.as_deref()), (None, Some("Ақпараттандыру туралы")));
    }

    #[test]
    fn a_code_is_cited_by_its_name() {
        let text = "1. 2015 жылғы 29 қазандағы Қазақстан Республикасының Кәсіпкерлік кодексіне (2015 ж., \
                    № 20-II, 112-құжат):";
        let named = named(text, &OPENING).expect("a code");
        let act = named.act.expect("a dated code");
        assert_eq!((act.form, act.number.as_str()), (ActType::Code, "~kasipkerlik-kodeksi"));
    }

    #[test]
    fn orders_of_ministers_have_their_issuer() {
        let text = "1. \"Тізбе \"үкіметтің\" туралы\" Қазақстан Республикасы Қаржы министрінің 2018 жылғы \
                    29 қаңтардағы № 29 бұйрығына (тізілімінде № 16331 болып тіркелген) мынадай \
                    өзгерістер енгізілсін:";
        assert_eq!(iri(text).as_deref(), Some("/akn/kz/act/order/qarzhy-ministri/2018-01-29/29"));
    }

    #[test]
    fn components_are_told_from_other_lines() {
        assert!(enters_approved("көрсетілген қаулымен бекітілген бірыңғай талаптарда:"));
        assert!(!enters_approved("6-тармақта:"));
        assert_eq!(iri("6-тармақта:"), None);
    }
}
