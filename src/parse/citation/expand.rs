//! Units cited one inside the other, in a scope → their addresses. What has no address, and
//! ranges that only the act itself could fill, give none: nothing is guessed.

use super::canonical;
use super::phrase::{Chain, Cited, Place, chain};
use super::token::{Token, TokenKind, tokens};
use crate::kazakh::skeleton::same;
use crate::kazakh::unit::{UnitNoun, recognise};
use crate::model::address::{Address, Step};
use crate::model::number::Number;
use winnow::prelude::*;

/// What citations are read against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The address of the unit in which the citation stands or which an order has opened.
    pub address: Address,
    /// True in a code, where a numbered `бөлік` of an article is what laws call `тармақ`.
    pub in_code: bool,
}

/// The addresses of a text that is one citation and nothing else but words that name the act
/// (`Заңның`, `осы`); also with the number after the noun (`тарау 4`).
pub(super) fn addresses(text: &str) -> Vec<Address> {
    let text = text.replace(" - ", "-").replace("- ", "-").replace(" -", "-");
    let tokens = tokens(&text);
    let start = tokens
        .iter()
        .position(|token| !matches!(token.kind, TokenKind::Word(word) if is_act_word(word)));
    let mut input = &tokens[start.unwrap_or(0)..];
    let chain = chain.parse_next(&mut input).ok().filter(|_| input.is_empty());
    let chain = chain.or_else(|| noun_first(&tokens));
    let Some(chain) = chain else { return Vec::new() };
    let Some(mut readings) = expand(&Scope::default(), &chain) else { return Vec::new() };
    let heading_of = |address: &Address| {
        let titled = address.last() == Some(&Step::Title);
        let owner = address.parent().filter(|owner| !owner.is_whole())?;
        (titled && !owner.last()?.is_component()).then_some(owner)
    };
    // What a code calls a numbered `бөлік` of an article is the `тармақ` of a law: whether the
    // act has one tells which is meant, and no article has both.
    let in_code = Scope { in_code: true, ..Scope::default() };
    if let Some(numbered) = expand(&in_code, &chain).filter(|numbered| *numbered != readings) {
        readings.splice(0..0, numbered);
    }
    let owners: Vec<_> = readings.iter().filter_map(heading_of).collect();
    readings.extend(owners);
    readings
}

/// Words that name the act itself before a citation.
fn is_act_word(word: &str) -> bool {
    ["осы", "заңның", "кодекстің", "қаулының", "бұйрықтың", "жарлықтың", "шешімнің", "актінің"]
        .iter()
        .any(|known| same(known, word))
}

/// `тарау 4`, `тармақ 6 тармақша 17)`.
fn noun_first(tokens: &[Token<'_>]) -> Option<Chain> {
    let mut chain = Vec::new();
    for pair in tokens.chunks(2) {
        let [Token { kind: TokenKind::Word(word), .. }, Token { kind, .. }] = pair else {
            return None;
        };
        let TokenKind::Number { number, .. } = kind else { return None };
        let (noun, form) = recognise(word)?;
        let places = vec![Place::One(number.clone())];
        chain.push(Cited { noun, minor: false, places, form });
    }
    (!chain.is_empty()).then_some(chain)
}

/// The addresses that a chain names inside a scope, in the order of its numbers; `None` where it
/// names what has no address (a sentence, a column), where a range cannot be counted, or where
/// its nouns do not stand one inside the other.
///
/// A citation that begins with an outer unit leaves the scope up to that level: under
/// `6-тармақта:`, `7-тармақ` is point 7.
pub fn expand(scope: &Scope, chain: &[Cited]) -> Option<Vec<Address>> {
    let mut prefixes = vec![within(&scope.address, chain.first()?)];
    for (i, cited) in chain.iter().enumerate() {
        let outer = i.checked_sub(1).map(|i| &chain[i]);
        // A numbered part of a code holds what a point of a law holds.
        let numbered = matches!(prefixes.first()?.last(), Some(Step::Paragraph(_)));
        let deep = |outer: &Cited| match outer.noun {
            UnitNoun::Division if scope.in_code && numbered => rank(UnitNoun::Paragraph),
            noun => rank(noun),
        };
        if outer.is_some_and(|outer| rank(cited.noun) <= deep(outer) && !cited.minor) {
            return None;
        }
        let steps = steps(scope, prefixes.first()?, cited)?;
        if prefixes.len().saturating_mul(steps.len()) > MOST {
            return None;
        }
        prefixes = prefixes
            .iter()
            .flat_map(|prefix| {
                steps.iter().map(move |step| {
                    prefix.iter().cloned().chain(step.clone()).collect::<Vec<Step>>()
                })
            })
            .collect();
    }
    Some(prefixes.into_iter().map(with_table).map(canonical).collect())
}

/// A row stands in a table: where none is named, in the only one of the document.
fn with_table(mut steps: Vec<Step>) -> Vec<Step> {
    let row = steps.iter().position(|step| matches!(step, Step::Row(_)));
    if let Some(row) = row
        && !steps[..row].iter().any(|step| matches!(step, Step::Table(_) | Step::Group(_)))
    {
        steps.insert(row, Step::Table(None));
    }
    steps
}

/// The steps of the scope around a unit of this noun.
fn within(scope: &Address, first: &Cited) -> Vec<Step> {
    let own = rank(first.noun);
    scope.steps().iter().take_while(|step| step_rank(step) < own).cloned().collect()
}

/// How deep a unit stands: units of a greater rank stand inside those of a smaller one.
pub fn rank(noun: UnitNoun) -> u8 {
    match noun {
        UnitNoun::Annex => 1,
        UnitNoun::Preamble | UnitNoun::OldPreamble | UnitNoun::Contents => 2,
        UnitNoun::Part => 2,
        UnitNoun::Chapter => 4,
        UnitNoun::Section => 5,
        UnitNoun::Article => 6,
        UnitNoun::Paragraph => 7,
        UnitNoun::Subparagraph => 8,
        UnitNoun::Table => 9,
        UnitNoun::Row | UnitNoun::Position => 10,
        UnitNoun::Division => 10,
        UnitNoun::Indent => 11,
        UnitNoun::Sentence => 12,
        UnitNoun::Column | UnitNoun::Footnote => 13,
        UnitNoun::Title | UnitNoun::Body => 14,
    }
}

fn step_rank(step: &Step) -> u8 {
    match step {
        Step::Approved => 0,
        Step::Annex(_) => 1,
        Step::Part(_) => 2,
        Step::Subpart(_) => 3,
        Step::Chapter(_) => 4,
        Step::Section(_) => 5,
        Step::Article(_) => 6,
        Step::Paragraph(_) => 7,
        Step::Subparagraph(_) => 8,
        Step::Table(_) => 9,
        Step::Text(_) | Step::LastText | Step::Row(_) | Step::Group(_) => 10,
        _ => 2,
    }
}

/// One step a number; `Some(vec![None])` for a noun that adds no step.
fn steps(scope: &Scope, prefix: &[Step], cited: &Cited) -> Option<Vec<Option<Step>>> {
    if cited.places.is_empty() {
        let step = match cited.noun {
            UnitNoun::Annex => Some(Step::Annex(None)),
            UnitNoun::Title => Some(Step::Title),
            UnitNoun::Preamble | UnitNoun::OldPreamble => Some(Step::Preamble),
            UnitNoun::Contents => Some(Step::Contents),
            UnitNoun::Table => Some(Step::Table(None)),
            UnitNoun::Body => None,
            _ => return None,
        };
        return Some(vec![step]);
    }
    if cited.places == [Place::Last] {
        let counted = matches!(cited.noun, UnitNoun::Division | UnitNoun::Indent);
        return counted.then(|| vec![Some(Step::LastText)]);
    }
    let numbers = numbers(&cited.places)?;
    let numbered_division = scope.in_code && matches!(prefix.last(), Some(Step::Article(_)));
    let step = |number: Number| {
        let count = || match &number {
            Number::Dashed(parts) if parts.len() == 1 => parts.first().copied(),
            _ => None,
        };
        Some(match cited.noun {
            UnitNoun::Part if cited.minor => Step::Subpart(number),
            _ if cited.minor => return None,
            UnitNoun::Part => Step::Part(number),
            UnitNoun::Chapter => Step::Chapter(number),
            UnitNoun::Section => Step::Section(number),
            UnitNoun::Article => Step::Article(number),
            UnitNoun::Division if numbered_division => Step::Paragraph(number),
            UnitNoun::Paragraph => Step::Paragraph(number),
            UnitNoun::Subparagraph => Step::Subparagraph(number),
            UnitNoun::Annex => Step::Annex(Some(number)),
            UnitNoun::Row | UnitNoun::Position => Step::Row(number),
            UnitNoun::Table => Step::Table(Some(count()?)),
            UnitNoun::Division | UnitNoun::Indent => Step::Text(count()?),
            _ => return None,
        })
    };
    numbers.into_iter().map(|number| step(number).map(Some)).collect()
}

/// The longest range that is taken for one: orders name hundreds of indents, never thousands.
const LONGEST_RANGE: u32 = 1000;

/// The most places that one citation names: lists inside lists multiply, and a few words would
/// name more units than any act has.
const MOST: usize = 2000;

/// The numbers named, ranges counted out; `None` for `соңғы`, for ranges that only the act itself
/// could fill (`5 – 7-2`), and for too many.
pub fn numbers(places: &[Place]) -> Option<Vec<Number>> {
    let mut out = Vec::new();
    for place in places {
        match place {
            Place::One(number) => out.push(number.clone()),
            Place::Last => return None,
            Place::Range(Number::Dashed(first), Number::Dashed(last)) => {
                let (from, stem) = first.split_last()?;
                let (to, last_stem) = last.split_last()?;
                if stem != last_stem || from >= to || to - from > LONGEST_RANGE {
                    return None;
                }
                out.extend(
                    (*from..=*to)
                        .map(|n| Number::Dashed(stem.iter().copied().chain([n]).collect())),
                );
            }
            Place::Range(Number::Letter(first), Number::Letter(last)) if first < last => {
                out.extend((*first..=*last).map(Number::Letter));
            }
            Place::Range(..) => return None,
        }
        if out.len() > MOST {
            return None;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::citation::parse_address;

    fn expanded(scope: &str, text: &str) -> Option<Vec<String>> {
        let address = parse_address(scope).first().cloned().unwrap_or_default();
        let tokens = tokens(text);
        let mut input = tokens.as_slice();
        let chain = chain.parse_next(&mut input).ok()?;
        assert!(input.is_empty(), "{text}: {input:?}");
        let addresses = expand(&Scope { address, in_code: false }, &chain)?;
        Some(addresses.iter().map(Address::to_string).collect())
    }

    #[test]
    fn lists_inside_lists_do_not_multiply_without_end() {
        let two = "1 – 40-баптардың 1 – 50-тармақтары";
        assert_eq!(expanded("*", two).map(|all| all.len()), Some(2000));
        assert_eq!(
            expanded("*", "1 – 900-баптардың 1 – 900-тармақтарының 1) – 9) тармақшалары"),
            None
        );
    }

    #[test]
    fn lists_and_ranges_are_counted_out() {
        for (text, addresses) in [
            ("29 және 30-тармақтар", vec!["29", "30"]),
            ("54 және 54-1-тармақтар", vec!["54", "54-1"]),
            ("62-1 және 62-2-тармақтармен", vec!["62-1", "62-2"]),
            ("1) – 4) тармақшалар", vec!["1)", "2)", "3)", "4)"]),
            ("2-1), 2-2) және 2-4) тармақшалар", vec!["2-1)", "2-2)", "2-4)"]),
            ("а) және в) тармақшалары", vec!["а)", "в)"]),
            ("15-16-баптарының", vec!["15-бап", "16-бап"]),
            ("2,40-баптардағы", vec!["2-бап", "40-бап"]),
            ("317-1 және 317-2-баптармен", vec!["317-1-бап", "317-2-бап"]),
            ("4-баптың 2) және 4) тармақшалары", vec!["4-бап/2)", "4-бап/4)"]),
            ("II тараудың тақырыбында", vec!["2-тарау/тақырып"]),
            ("19-1 және 20-1-баптардың тақырыптары", vec!["19-1-бап/тақырып", "20-1-бап/тақырып"]),
            ("бесінші-жетінші бөліктермен", vec!["#5", "#6", "#7"]),
            ("кестенің реттік нөмірі 21-167-жолы", vec!["кесте/21-167"]),
            ("З-тарау", vec!["3-тарау"]),
            ("3-тармақтың соңғы абзацы", vec!["3#соңғы"]),
            ("мазмұнындағы 5-баптың тақырыбы", vec!["мазмұны/5-бап/тақырып"]),
        ] {
            let expected = addresses.into_iter().map(String::from).collect();
            assert_eq!(expanded("*", text), Some(expected), "{text}");
        }
    }

    #[test]
    fn ordinals_in_words_name_indents() {
        let texts = "қырық үшінші, қырық сегізінші, елуінші, жүз отыз бесінші абзацтар";
        let expected = ["16/1)#43", "16/1)#48", "16/1)#50", "16/1)#135"].map(String::from);
        assert_eq!(expanded("16/1)", texts), Some(expected.to_vec()));
        let range = "екі жүз қырық тоғызыншы – екі жүз жетпіс бесінші абзацтармен";
        assert_eq!(expanded("16/1)", range).map(|list| list.len()), Some(27));
    }

    #[test]
    fn a_citation_of_a_higher_level_leaves_the_scope() {
        assert_eq!(expanded("6", "17) тармақша"), Some(vec!["6/17)".into()]));
        assert_eq!(expanded("6/17)", "7-тармақ"), Some(vec!["7".into()]));
        assert_eq!(expanded("7-бап", "2-тармақтың 1) тармақшасы"), Some(vec!["7-бап/2/1)".into()]));
        assert_eq!(expanded("бекітілген/6", "7-тармақ"), Some(vec!["бекітілген/7".into()]));
        assert_eq!(expanded("2-тарау", "9-1-баппен"), Some(vec!["9-1-бап".into()]));
    }

    #[test]
    fn what_has_no_address_is_not_guessed() {
        assert_eq!(expanded("*", "1-баптың бірінші сөйлемі"), None);
        assert_eq!(expanded("*", "5 – 7-2-баптар"), None);
        assert_eq!(expanded("*", "соңғы бап"), None);
        assert_eq!(expanded("*", "17) тармақшаның 6-тармағы"), None);
    }
}
