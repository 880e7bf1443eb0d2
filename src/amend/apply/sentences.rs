//! Orders that count sentences: `бірінші сөйлемі мынадай редакцияда жазылсын`. A sentence ends with
//! its mark before a capital letter; where an abbreviation stands before one, the count is in
//! doubt and nothing is done.

use super::draft::{DraftUnit, Slot};
use super::{Desk, Problem, Refusal};
use crate::model::instruction::{Instruction, Operation};
use std::ops::Range;

impl Desk<'_> {
    /// Words sentences anew, puts them in or takes them out.
    pub(super) fn change_sentences(&mut self, order: &Instruction) -> Result<(), Refusal> {
        let [target] = order.targets.as_slice() else {
            return Err(Problem::NotSupported.into());
        };
        let found = self.spoken_of(order, target)?;
        let Some(slot) = found.first().map(|found| found.slot) else {
            return Err(Problem::NoTarget.into());
        };
        let unit = self.draft.get(slot).clone();
        let refuse = |problem| Refusal { problem, candidates: vec![unit.address.clone()] };
        let text = unit.text.as_deref().ok_or_else(|| refuse(Problem::WordsUnknown))?;
        let (mark, body) = text.split_at(unit.body);
        let inserts = order.operation == Operation::InsertWords;
        let bytes = match inserts {
            false => counted(body, &order.sentences).map_err(refuse)?,
            true => {
                let first = order.sentences.first().copied().unwrap_or(1);
                let at = match first.checked_sub(1) {
                    None | Some(0) => 0,
                    Some(before) => counted(body, &[before]).map_err(refuse)?.end,
                };
                // Behind the last paragraph of a unit with parts a sentence may belong to those.
                if at == body.len() && self.goes_on(slot) {
                    return Err(refuse(Problem::AmbiguousPlace));
                }
                at..at
            }
        };
        let new = match order.operation {
            Operation::DeleteWords => String::new(),
            _ => {
                let new = order.new_text.as_deref().map(str::trim).filter(|new| !new.is_empty());
                new.ok_or_else(|| refuse(Problem::NoNewText))?.to_owned()
            }
        };
        let parts = [body[..bytes.start].trim_end(), &new, body[bytes.end..].trim_start()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if parts.is_empty() {
            return Err(refuse(Problem::NothingLeft));
        }
        let text = Some(format!("{mark}{}", parts.join(" ")));
        self.set(slot, DraftUnit { text, ..unit });
        Ok(())
    }

    fn goes_on(&self, slot: Slot) -> bool {
        self.draft.last_child(slot).is_some()
    }
}

/// The bytes of sentences in a row, half-open.
pub(super) fn counted(text: &str, ordinals: &[u32]) -> Result<Range<usize>, Problem> {
    let sentences = sentences(text)?;
    let nth = |k: &u32| {
        let index = usize::try_from(*k).ok().and_then(|k| k.checked_sub(1));
        index.and_then(|index| sentences.get(index)).cloned().ok_or(Problem::NoTarget)
    };
    let (Some(first), Some(last)) = (ordinals.first(), ordinals.last()) else {
        return Err(Problem::NoTarget);
    };
    Ok(nth(first)?.start..nth(last)?.end)
}

/// The sentences of a text without the blanks between them.
fn sentences(text: &str) -> Result<Vec<Range<usize>>, Problem> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, letter) in text.char_indices() {
        if !matches!(letter, '.' | '!' | '?') || at < start {
            continue;
        }
        let end = at + letter.len_utf8();
        let closed = text[end..].trim_start_matches(['.', '!', '?', '"', '»', '”', ')']);
        let next = closed.trim_start();
        let opens = next.trim_start_matches(['"', '«', '“', '(']).chars().next();
        let begins = opens.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
        if next.len() == closed.len() || !begins {
            continue;
        }
        let word =
            text[start..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        if letter == '.' && may_be_abbreviated(word) {
            return Err(Problem::AmbiguousPlace);
        }
        out.push(start..text.len() - closed.len());
        start = text.len() - next.len();
    }
    if start < text.len() {
        out.push(start..text.trim_end().len());
    }
    Ok(out)
}

/// «ж.», «тг.», «млн.»: words of two letters, or without a vowel.
fn may_be_abbreviated(word: &str) -> bool {
    let vowel = |c: char| "аәеёиоөұүыіэюяу".contains(c);
    word.chars().count() <= 2 || !word.to_lowercase().contains(vowel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_before_a_capital_letter() {
        let text = "Бірінші сөйлем. «Екінші» сөйлем 2.5 литр! Үшінші сөйлем.";
        let cut = |ordinals: &[u32]| counted(text, ordinals).map(|bytes| &text[bytes]);
        assert_eq!(cut(&[1]), Ok("Бірінші сөйлем."));
        assert_eq!(cut(&[2]), Ok("«Екінші» сөйлем 2.5 литр!"));
        assert_eq!(cut(&[2, 3]), Ok("«Екінші» сөйлем 2.5 литр! Үшінші сөйлем."));
        assert_eq!(cut(&[4]), Err(Problem::NoTarget));
        assert_eq!(counted("2001 ж. Қазақстан. Екінші.", &[1]), Err(Problem::AmbiguousPlace));
    }
}
