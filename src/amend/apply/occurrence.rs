//! Quoted words → where they stand in a text: as whole words and as quoted; and which other
//! forms of them stand there, which an order that does not quote them leaves behind.

use super::fold::Folded;
use crate::kazakh::inflection::is_inflection;
use aho_corasick::AhoCorasick;
use std::collections::HashSet;
use std::ops::Range;

/// Quoted words at a place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// Which of the quoted words.
    pub word: usize,
    /// Bytes of the text, half-open.
    pub bytes: Range<usize>,
}

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// The words as quoted, in order, none overlapping another.
    pub whole: Vec<Occurrence>,
    /// Other forms, extended to the whole word.
    pub left: Vec<Occurrence>,
}

/// Looks for several quoted words at once.
pub(super) struct Finder {
    words: Vec<String>,
    /// Small forms; behind those as quoted, stems with a voiced end, by the word that they stand
    /// for.
    needles: Vec<(String, usize)>,
    search: Option<AhoCorasick>,
}

impl Finder {
    /// A finder for these words.
    pub fn new(quoted: &[String]) -> Finder {
        let folded: Vec<Folded> = quoted.iter().map(|word| Folded::new(word.trim())).collect();
        // Of words that are quoted twice the first ones are found.
        let mut seen = HashSet::new();
        let once: Vec<(usize, &Folded)> =
            folded.iter().enumerate().filter(|(_, folded)| seen.insert(&folded.exact)).collect();
        let small = once.iter().map(|(i, folded)| (folded.small.clone(), *i));
        let voiced = once.iter().filter_map(|(i, f)| Some((voiced(&f.small)?, *i)));
        let needles: Vec<(String, usize)> =
            small.chain(voiced).filter(|(needle, _)| !needle.is_empty()).collect();
        let search = AhoCorasick::new(needles.iter().map(|(needle, _)| needle)).ok();
        Finder { words: folded.into_iter().map(|folded| folded.exact).collect(), needles, search }
    }

    /// Everything found in a text.
    pub fn find(&self, text: &str) -> Found {
        let folded = Folded::new(text);
        let Some(search) = &self.search else { return Found::default() };
        let mut whole: Vec<Occurrence> = Vec::new();
        let mut left: Vec<Occurrence> = Vec::new();
        for hit in search.find_overlapping_iter(&folded.small) {
            let Some((_, word)) = self.needles.get(hit.pattern().as_usize()) else { continue };
            let bytes = folded.origin(hit.range());
            let quoted = self.words.get(*word).is_some_and(|w| *w == folded.exact[hit.range()]);
            if !begins_word(text, bytes.clone()) {
                continue;
            }
            let word = *word;
            match rest(text, bytes.clone()) {
                Rest::Nothing if quoted => whole.push(Occurrence { word, bytes }),
                Rest::Nothing => left.push(Occurrence { word, bytes }),
                Rest::Ending(end) => left.push(Occurrence { word, bytes: bytes.start..end }),
                Rest::OtherWord => {}
            }
        }
        let whole = leftmost_longest(whole);
        left.retain(|one| {
            let before = whole.partition_point(|other| other.bytes.start < one.bytes.end);
            before.checked_sub(1).is_none_or(|last| whole[last].bytes.end <= one.bytes.start)
        });
        Found { left: leftmost_longest(left), whole }
    }
}

fn leftmost_longest(mut found: Vec<Occurrence>) -> Vec<Occurrence> {
    found.sort_by_key(|one| (one.bytes.start, std::cmp::Reverse(one.bytes.end), one.word));
    let mut end = 0;
    found.retain(|one| {
        let free = one.bytes.start >= end;
        if free {
            end = one.bytes.end;
        }
        free
    });
    found
}

/// қ, к, п at the end of a stem become voiced before a vowel: тармақ, тармағы.
fn voiced(word: &str) -> Option<String> {
    let last = word.chars().next_back()?;
    let soft = match last {
        'қ' => 'ғ',
        'к' => 'г',
        'п' => 'б',
        _ => return None,
    };
    let stem = &word[..word.len() - last.len_utf8()];
    Some(format!("{stem}{soft}"))
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '‐' | '‑' | '–' | '—' | '−')
}

/// False where the match begins inside a word, a compound or a number.
fn begins_word(text: &str, bytes: Range<usize>) -> bool {
    let Some(first) = text[bytes.start..].chars().next() else { return false };
    let mut before = text[..bytes.start].chars().rev();
    let previous = before.next();
    let second = before.next();
    if !first.is_alphanumeric() {
        return true;
    }
    if previous.is_some_and(char::is_alphanumeric) {
        return false;
    }
    let joined = previous.is_some_and(is_dash) && second.is_some_and(char::is_alphanumeric);
    let digits = text[bytes.start..].chars().take_while(char::is_ascii_digit).count();
    let number = first.is_ascii_digit() && second.is_some_and(|c| c.is_ascii_digit());
    let decimal = number && matches!(previous, Some(',' | '.'));
    let thousands = number && digits == 3 && previous.is_some_and(char::is_whitespace);
    !joined && !decimal && !thousands
}

/// What follows a match up to the end of its word.
enum Rest {
    Nothing,
    /// An ending that declines the last of the words, up to this byte.
    Ending(usize),
    OtherWord,
}

fn rest(text: &str, bytes: Range<usize>) -> Rest {
    let Some(last) = text[..bytes.end].chars().next_back() else { return Rest::OtherWord };
    if !last.is_alphanumeric() {
        return Rest::Nothing;
    }
    let after = &text[bytes.end..];
    let ending: String = after.chars().take_while(|c| c.is_alphanumeric()).collect();
    if !ending.is_empty() {
        let declined = last.is_alphabetic() && is_inflection(&ending);
        return if declined { Rest::Ending(bytes.end + ending.len()) } else { Rest::OtherWord };
    }
    let mut following = after.chars();
    let (next, second) = (following.next(), following.next());
    let digits = |text: &str| text.chars().take_while(char::is_ascii_digit).count();
    if last.is_ascii_digit() {
        let joined = next.is_some_and(|c| is_dash(c) || matches!(c, ',' | '.'))
            && second.is_some_and(|c| c.is_ascii_digit());
        let thousands = next.is_some_and(char::is_whitespace)
            && digits(&after[next.map_or(0, char::len_utf8)..]) == 3;
        return if joined || thousands { Rest::OtherWord } else { Rest::Nothing };
    }
    if next.is_some_and(is_dash) && second.is_some_and(char::is_alphanumeric) {
        let dash = next.map_or(0, char::len_utf8);
        let ending: String = after[dash..].chars().take_while(|c| c.is_alphanumeric()).collect();
        // `VPN-нің`; any other second half makes another word: `қоғамдық-саяси`.
        let declined = is_inflection(&ending);
        return if declined {
            Rest::Ending(bytes.end + dash + ending.len())
        } else {
            Rest::OtherWord
        };
    }
    Rest::Nothing
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(quoted: &[&str], text: &str) -> (Vec<String>, Vec<String>) {
        let quoted: Vec<String> = quoted.iter().map(|word| (*word).to_owned()).collect();
        let found = Finder::new(&quoted).find(text);
        let shown = |list: Vec<Occurrence>| {
            list.into_iter().map(|one| text[one.bytes].to_owned()).collect::<Vec<_>>()
        };
        (shown(found.whole), shown(found.left))
    }

    #[test]
    fn words_are_found_whole_and_as_quoted() {
        let text = "Локальдық желі, локальдық желілерінен локальдық желінің және локальдық желі";
        let (whole, left) = found(&["локальдық желі", "локальдық желінің"], text);
        assert_eq!(whole, ["локальдық желінің", "локальдық желі"]);
        assert_eq!(left, ["Локальдық желі", "локальдық желілерінен"]);
        assert_eq!(found(&["су"], "субъект"), (vec![], vec![]));
        assert_eq!(found(&["тармақ"], "тармағында").1, ["тармағында"]);
        assert_eq!(found(&["VPN"], "VPN-нің, VPN").0, ["VPN"]);
        assert_eq!(found(&["саяси"], "қоғамдық-саяси").0, Vec::<String>::new());
    }

    #[test]
    fn figures_are_found_as_whole_numbers() {
        assert_eq!(found(&["22"], "22-бап, 22-1-бап, 122, 22,5 және 22.").0, ["22", "22"]);
        assert_eq!(found(&["400"], "2 400 000").0, Vec::<String>::new());
        assert_eq!(found(&["2 400 000"], "2016 жыл – 2 400 000 мың").0, ["2 400 000"]);
    }

    #[test]
    fn the_longest_words_win() {
        let (whole, _) = found(&["орган", "уәкілетті орган"], "уәкілетті орган, орган");
        assert_eq!(whole, ["уәкілетті орган", "орган"]);
    }
}
