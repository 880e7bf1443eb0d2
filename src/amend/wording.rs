//! Two wordings of one unit → runs of whole words that stayed, went or came, as a reader wants
//! them: what stayed by chance between larger changes is shown as changed with these.

use crate::kazakh::letters::look_alike;
use crate::kazakh::spelling::is_invisible;
use crate::model::named::named;
use crate::parse::quotes::is_quote;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::collections::HashMap;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

named! {
    /// What happened to a run of words.
    Op {
        /// It stayed.
        Equal = "equal",
        /// It went.
        Delete = "delete",
        /// It came.
        Insert = "insert",
    }
}

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What happened to it.
    pub op: Op,
    /// Its words, blanks included: as they stand afterwards, those that went as they stood.
    pub text: String,
    /// How words that stayed were written before, where only the writing differs: other quotation
    /// marks, dashes, blanks, or letters of another script that look the same.
    pub before: Option<String>,
}

impl Run {
    /// The words as they stood before; nothing for words that came.
    pub fn before(&self) -> &str {
        match self.op {
            Op::Insert => "",
            _ => self.before.as_deref().unwrap_or(&self.text),
        }
    }

    /// The words as they stand afterwards; nothing for words that went.
    pub fn after(&self) -> &str {
        if self.op == Op::Delete { "" } else { &self.text }
    }
}

/// Above this many pairs of words the comparison looks for words that stand once on each side
/// first, so that its time stays near the length of the texts.
const MANY_PAIRS: usize = 4_000_000;
/// Of words that stayed, the most that may be shown as changed with what is around them.
const CHANCE: usize = 4;
/// Two wordings that share less than one word in this many are two different texts.
const APART: usize = 5;

/// The difference of two wordings, for readers: how words are written is none. The runs that are
/// not [`Op::Insert`] make up the first text, those that are not [`Op::Delete`] the second one, to
/// the letter.
pub fn words(before: &str, after: &str) -> Vec<Run> {
    compared(before, after, keys)
}

/// The same, to the letter: another quotation mark is another wording.
pub fn exact_words(before: &str, after: &str) -> Vec<Run> {
    compared(before, after, |tokens| tokens.iter().map(ToString::to_string).collect())
}

fn compared(before: &str, after: &str, keys: impl Fn(&[&str]) -> Vec<String>) -> Vec<Run> {
    let (old, new) = (tokens(before), tokens(after));
    let (old_keys, new_keys) = (keys(&old), keys(&new));
    let mut kept = common(&old_keys, &new_keys);
    let all = Counts { old: counts(&old), new: counts(&new) };
    while drop_chance(&mut kept, &all) {}
    let stayed: usize = kept.iter().map(|block| all.old_words(block.in_old())).sum();
    let longer = all.old_words(0..old.len()).max(all.new_words(0..new.len()));
    if stayed * APART < longer {
        // The number with which both begin is still the same.
        kept.retain(|block| block.old == 0 && block.new == 0);
    }
    runs(&old, &new, &kept)
}

/// True where two wordings say the same: look-alike letters, quotation marks, dashes, blanks and
/// invisible characters are no difference.
pub fn is_same(before: &str, after: &str) -> bool {
    before == after || plain(before) == plain(after)
}

/// The letters of a wording that matter, for comparing: two wordings are the same where these are.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().filter_map(letter));
    }
    out
}

/// The share of words that two wordings have in common, from 0 to 1.
pub fn likeness(before: &str, after: &str) -> f64 {
    let (before, after) = (plain(before), plain(after));
    let mut left: HashMap<&str, usize> = HashMap::new();
    let mut all = 0;
    for word in before.unicode_words() {
        *left.entry(word).or_default() += 1;
        all += 1;
    }
    let mut common = 0;
    for word in after.unicode_words() {
        all += 1;
        if let Some(count) = left.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            common += 1;
        }
    }
    if all == 0 { 0.0 } else { 2.0 * f64::from(common) / f64::from(all) }
}

fn letter(c: char) -> Option<char> {
    match c {
        c if is_invisible(c) => None,
        '–' | '—' | '‑' | '−' => Some('-'),
        c if is_quote(c) => Some('"'),
        c => Some(look_alike(c).unwrap_or(c)),
    }
}

/// Words, marks and blanks in order; a number or word that is joined by a hyphen is one word.
fn tokens(text: &str) -> Vec<&str> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    let mut joins = false;
    for part in text.split_word_bounds() {
        let range = at..at + part.len();
        at = range.end;
        let is_word = part.chars().next().is_some_and(char::is_alphanumeric);
        let follows = out.last().is_some_and(|last| text[last.clone()].ends_with(is_hyphen));
        match out.last_mut() {
            Some(last) if joins && is_word && follows => last.end = range.end,
            _ => out.push(range),
        }
        // A hyphen right behind a word may join it to the next one.
        joins = false;
        if let [.., word, hyphen] = out.as_slice() {
            let (word, hyphen) = (&text[word.clone()], &text[hyphen.clone()]);
            let one = hyphen.chars().count() == 1 && hyphen.chars().all(is_hyphen);
            if one && word.chars().next_back().is_some_and(char::is_alphanumeric) {
                let end = out.pop().map(|hyphen| hyphen.end);
                if let (Some(last), Some(end)) = (out.last_mut(), end) {
                    last.end = end;
                    joins = true;
                }
            }
        }
    }
    out.into_iter().map(|range| &text[range]).collect()
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‑')
}

fn keys(tokens: &[&str]) -> Vec<String> {
    tokens
        .iter()
        .map(|token| match token.trim().is_empty() {
            true => " ".to_owned(),
            false => token.chars().filter_map(letter).collect(),
        })
        .collect()
}

/// Words that stayed: as many tokens on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Block {
    old: usize,
    new: usize,
    len: usize,
}

impl Block {
    fn in_old(&self) -> Range<usize> {
        self.old..self.old + self.len
    }

    fn in_new(&self) -> Range<usize> {
        self.new..self.new + self.len
    }
}

fn common(old: &[String], new: &[String]) -> Vec<Block> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old_mid, new_mid) =
        (&old_rest[..old_rest.len() - tail], &new_rest[..new_rest.len() - tail]);
    let many = old_mid.len().saturating_mul(new_mid.len()) > MANY_PAIRS;
    let algorithm = if many { Algorithm::Patience } else { Algorithm::Myers };
    let mut blocks = vec![Block { old: 0, new: 0, len: head }];
    for op in capture_diff_slices(algorithm, old_mid, new_mid) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            blocks.push(Block { old: head + old_index, new: head + new_index, len });
        }
    }
    blocks.push(Block { old: old.len() - tail, new: new.len() - tail, len: tail });
    blocks.retain(|block| block.len > 0);
    blocks
}

/// By token: how many words stand before it.
struct Counts {
    old: Vec<usize>,
    new: Vec<usize>,
}

fn counts(tokens: &[&str]) -> Vec<usize> {
    let mut sum = 0;
    let mut out = vec![0];
    for token in tokens {
        sum += usize::from(token.chars().any(char::is_alphanumeric));
        out.push(sum);
    }
    out
}

impl Counts {
    fn old_words(&self, range: Range<usize>) -> usize {
        self.old[range.end] - self.old[range.start]
    }

    fn new_words(&self, range: Range<usize>) -> usize {
        self.new[range.end] - self.new[range.start]
    }
}

/// Drops words that stayed by chance: few between larger changes of which some went and some
/// came. True where some were dropped; each time fewer remain.
fn drop_chance(kept: &mut Vec<Block>, counts: &Counts) -> bool {
    let all = kept.len();
    let (old_end, new_end) = (counts.old.len() - 1, counts.new.len() - 1);
    let mut out: Vec<Block> = Vec::with_capacity(all);
    for (i, block) in kept.iter().enumerate() {
        let (old_from, new_from) =
            out.last().map_or((0, 0), |last| (last.in_old().end, last.in_new().end));
        let (old_to, new_to) =
            kept.get(i + 1).map_or((old_end, new_end), |next| (next.old, next.new));
        let before = (old_from..block.old, new_from..block.new);
        let after = (block.in_old().end..old_to, block.in_new().end..new_to);
        let empty = |(old, new): &(Range<usize>, Range<usize>)| old.is_empty() && new.is_empty();
        let went = !before.0.is_empty() || !after.0.is_empty();
        let came = !before.1.is_empty() || !after.1.is_empty();
        let size = |(old, new): &(Range<usize>, Range<usize>)| {
            counts.old_words(old.clone()).max(counts.new_words(new.clone()))
        };
        let words = counts.old_words(block.in_old());
        let (left, right) = (size(&before), size(&after));
        let few = words <= CHANCE && 2 * words <= left + right && words < left.max(right);
        let chance = !empty(&before) && !empty(&after) && went && came && (words == 0 || few);
        if !chance {
            out.push(block.clone());
        }
    }
    *kept = out;
    kept.len() < all
}

fn runs(old: &[&str], new: &[&str], kept: &[Block]) -> Vec<Run> {
    let mut out = Vec::new();
    let (mut old_at, mut new_at) = (0, 0);
    let change = |old_range: Range<usize>, new_range: Range<usize>, out: &mut Vec<Run>| {
        for (op, text) in
            [(Op::Delete, old[old_range].concat()), (Op::Insert, new[new_range].concat())]
        {
            if !text.is_empty() {
                out.push(Run { op, text, before: None });
            }
        }
    };
    for block in kept {
        change(old_at..block.old, new_at..block.new, &mut out);
        let (was, is) = (old[block.in_old()].concat(), new[block.in_new()].concat());
        let before = (was != is).then_some(was);
        out.push(Run { op: Op::Equal, text: is, before });
        (old_at, new_at) = (block.in_old().end, block.in_new().end);
    }
    change(old_at..old.len(), new_at..new.len(), &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(before: &str, after: &str) -> String {
        let runs = words(before, after);
        let mark = |run: &Run| match run.op {
            Op::Equal => run.text.clone(),
            Op::Delete => format!("[-{}-]", run.text),
            Op::Insert => format!("{{+{}+}}", run.text),
        };
        runs.iter().map(mark).collect()
    }

    #[test]
    fn words_and_numbers_are_never_cut() {
        assert_eq!(shown("2 400 мың теңге;", "2 880 мың теңге;"), "2 [-400-]{+880+} мың теңге;");
        assert_eq!(
            shown("осы баптың 7-1-тармағы", "осы баптың 7-2-тармағы"),
            "осы баптың [-7-1-тармағы-]{+7-2-тармағы+}"
        );
    }

    #[test]
    fn chance_words_between_larger_changes_go_with_them() {
        let before = "бір екі үш төрт және бес алты жеті сегіз";
        let after = "он жиырма отыз қырық және елу алпыс жетпіс сексен";
        assert_eq!(shown(before, after), format!("[-{before}-]{{+{after}+}}"));
        assert_eq!(
            shown("бір екі, үш төрт бес алты", "бір он, үш төрт бес он"),
            "бір [-екі-]{+он+}, үш төрт бес [-алты-]{+он+}"
        );
    }

    #[test]
    fn how_words_are_written_is_no_change() {
        assert!(is_same("«Заң» – 1-бап", "\"Заң\" - 1-бап"));
        assert!(is_same("Kaз", "Каз"));
        assert!(!is_same("Заң", "заң"));
        let runs = words("«Заң» туралы бірінші", "\"Заң\" туралы екінші");
        assert_eq!(runs[0].text, "\"Заң\" туралы ");
        assert_eq!(runs[0].before.as_deref(), Some("«Заң» туралы "));
    }

    fn text() -> impl Strategy<Value = String> {
        let word = prop_oneof![
            "[а-г]{1,2}",
            Just("17-1".to_owned()),
            Just("«а»".to_owned()),
            Just("e\u{301}".to_owned()),
            Just("🇰🇿👩‍⚖️".to_owned()),
            Just("a".to_owned()),
            "\\PC{0,3}",
        ];
        let blank = prop_oneof![Just(" "), Just("  "), Just(", "), Just("-"), Just("\n")];
        prop::collection::vec((word, blank), 0..30)
            .prop_map(|parts| parts.into_iter().map(|(word, blank)| word + blank).collect())
    }

    #[test]
    fn a_difference_to_the_letter_sees_how_words_are_written() {
        let runs = exact_words("«Заң» туралы", "\"Заң\" туралы");
        assert!(runs.iter().any(|run| run.op == Op::Delete));
        assert!(runs.iter().all(|run| run.before.is_none()));
        assert_eq!(runs.iter().map(Run::before).collect::<String>(), "«Заң» туралы");
    }

    proptest! {
        #[test]
        fn both_texts_are_kept_to_the_letter(before in text(), after in text()) {
            let runs = words(&before, &after);
            prop_assert_eq!(runs.iter().map(Run::before).collect::<String>(), before.clone());
            prop_assert_eq!(runs.iter().map(Run::after).collect::<String>(), after.clone());
            prop_assert!(runs.iter().all(|run| !run.text.is_empty()));
            for (text, side) in [(&before, Run::before as fn(&Run) -> &str), (&after, Run::after)] {
                let mut bounds: Vec<usize> =
                    text.split_word_bound_indices().map(|(at, _)| at).collect();
                bounds.push(text.len());
                let mut at = 0;
                for run in &runs {
                    at += side(run).len();
                    prop_assert!(bounds.contains(&at), "{:?} is cut at {}", text, at);
                }
            }
        }

        #[test]
        fn a_text_is_the_same_as_itself(text in text()) {
            let runs = words(&text, &text);
            prop_assert!(runs.iter().all(|run| run.op == Op::Equal && run.before.is_none()));
        }
    }
}
