//! The words that end an order, and those that join it to the next one in the same sentence.
//! One table of wordings, nothing else.

use crate::kazakh::words::{Wording, Wordings, words};
use std::ops::Range;
use std::sync::LazyLock;

/// What an order commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// «… редакцияда жазылсын».
    Word,
    /// «толықтырылсын».
    Supplement,
    /// «ауыстырылсын».
    Exchange,
    /// «алып тасталсын».
    Remove,
    /// «күші жойылды деп танылсын».
    Repeal,
    /// «қолданылуы тоқтатыла тұрсын».
    Suspend,
    /// «… деп саналсын»: another number.
    Renumber,
}

const WORDINGS: &[(&str, Command)] = &[
    ("жазылсын", Command::Word),
    ("жазылып", Command::Word),
    ("толықтырылсын", Command::Supplement),
    ("толықтырылып", Command::Supplement),
    ("ауыстырылсын", Command::Exchange),
    ("ауыстырылып", Command::Exchange),
    ("алып тасталсын", Command::Remove),
    ("алынып тасталсын", Command::Remove),
    ("алып тасталынсын", Command::Remove),
    ("алып тасталып", Command::Remove),
    ("алынып тасталып", Command::Remove),
    ("күші жойылды деп танылсын", Command::Repeal),
    ("күші жойылған деп танылсын", Command::Repeal),
    ("күшін жойған деп танылсын", Command::Repeal),
    ("тоқтатыла тұрсын", Command::Suspend),
    ("тоқтата тұрсын", Command::Suspend),
    ("деп саналсын", Command::Renumber),
    ("деп есептелсін", Command::Renumber),
    ("болып саналсын", Command::Renumber),
    ("болып есептелсін", Command::Renumber),
    ("деп өзгертілсін", Command::Renumber),
];

static VERBS: LazyLock<Wordings<Command>> = LazyLock::new(|| {
    Wordings::new(WORDINGS.iter().map(|(wording, command)| (Wording::new(wording), *command)))
});

/// False for a text in which nothing is commanded; quicker than to look for the commands.
pub fn may_command(text: &str) -> bool {
    VERBS.may_stand_in(text)
}

/// Every command of a sentence without its quotations, with the bytes of its words.
pub fn commands(text: &str) -> Vec<(Command, Range<usize>)> {
    if !may_command(text) {
        return Vec::new();
    }
    let words = words(text);
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        at += match VERBS.at(&words[at..]) {
            Some((wording, command)) => {
                let last = at + wording.len() - 1;
                out.push((*command, words[at].bytes.start..words[last].bytes.end));
                wording.len()
            }
            None => 1,
        };
    }
    out
}

/// True for a sentence that ends in a command; marks behind it do not matter.
pub fn ends_in_command(text: &str) -> bool {
    let end = text.trim_end_matches([' ', '.', ';', ':', ',', '\u{a0}']).len();
    let start = text[..end].char_indices().rev().nth(LONGEST).map_or(0, |(at, _)| at);
    commands(&text[start..end]).last().is_some_and(|(_, bytes)| start + bytes.end == end)
}

/// No wording of a command is longer, in characters; half of one more word may stand before it.
const LONGEST: usize = 60;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chained_commands_are_found_in_order() {
        let found = |text| -> Vec<Command> {
            commands(text).into_iter().map(|(command, _)| command).collect()
        };
        assert_eq!(
            found("деген сөздермен ауыстырылып, мынадай мазмұндағы 4) тармақшамен толықтырылсын:"),
            [Command::Exchange, Command::Supplement]
        );
        assert_eq!(found("134-тармақ алып тасталсын;"), [Command::Remove]);
        assert_eq!(found("мынадай редакцияда жазылсын"), [Command::Word]);
        assert_eq!(found("мынадай өзгерістер енгізілсін:"), []);
    }

    #[test]
    fn a_command_ends_its_sentence() {
        assert!(ends_in_command("134-тармақ алып тасталсын;"));
        assert!(ends_in_command("134-тармақ алып тасталсин."));
        assert!(ends_in_command("мынадай редакцияда жазылсын:"));
        assert!(!ends_in_command("алып тасталсын деген сөздер"));
        assert!(!ends_in_command(""));
    }
}
