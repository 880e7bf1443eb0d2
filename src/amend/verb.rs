//! The words that end an order, and those that join it to the next one in the same sentence.
//! One table of wordings, nothing else.

use crate::kazakh::words::{Wording, words};
use std::ops::Range;
use std::sync::LazyLock;

/// What an order commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
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
];

static VERBS: LazyLock<Vec<(Wording, Command)>> = LazyLock::new(|| {
    WORDINGS.iter().map(|(wording, command)| (Wording::new(wording), *command)).collect()
});

/// Every command of a sentence without its quotations, with the bytes of its words.
pub(super) fn commands(text: &str) -> Vec<(Command, Range<usize>)> {
    let words = words(text);
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let found = VERBS.iter().find(|(wording, _)| wording.starts(&words[at..]));
        at += match found {
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
}
