//! The control sequences of terminals (ECMA-48) that a copy may hold → where each ends. Their
//! parameters are letters and digits, but no words.

/// The bytes of the control sequence with which a text begins; `None` where it begins with none, or
/// with one that is not whole: words of a law are never taken for one.
pub fn sequence(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let after = match introduced(first, &text[first.len_utf8()..])? {
        (Sequence::Control, inside) => after_control(inside),
        (Sequence::Command, inside) => after_command(inside),
        (Sequence::Short, inside) => after_short(inside),
    };
    after.map(|after| text.len() - after.len())
}

/// True for the characters with which a sequence may begin.
pub fn introduces(letter: char) -> bool {
    matches!(letter, '\u{1b}' | '\u{90}' | '\u{98}' | '\u{9b}' | '\u{9d}'..='\u{9f}')
}

/// What a control character begins.
enum Sequence {
    /// `CSI`: parameters, intermediates and a final letter.
    Control,
    /// `OSC`, `DCS`, `SOS`, `PM`, `APC`: words for the terminal up to their terminator.
    Command,
    /// An escape with intermediates, which a letter ends.
    Short,
}

/// The sequence that a control character begins, and what follows its introducer.
fn introduced(letter: char, rest: &str) -> Option<(Sequence, &str)> {
    let seven_bit = |letter: char| match letter {
        '[' => Some('\u{9b}'),
        ']' => Some('\u{9d}'),
        'P' => Some('\u{90}'),
        'X' => Some('\u{98}'),
        '^' => Some('\u{9e}'),
        '_' => Some('\u{9f}'),
        _ => None,
    };
    match letter {
        '\u{1b}' => {
            let next = rest.chars().next()?;
            match seven_bit(next) {
                Some(introducer) => introduced(introducer, &rest[next.len_utf8()..]),
                None => Some((Sequence::Short, rest)),
            }
        }
        '\u{9b}' => Some((Sequence::Control, rest)),
        '\u{90}' | '\u{98}' | '\u{9d}'..='\u{9f}' => Some((Sequence::Command, rest)),
        _ => None,
    }
}

/// What follows a control sequence; `None` where it is not well formed, and then nothing of it is
/// taken for one.
fn after_control(inside: &str) -> Option<&str> {
    let parameters = inside.trim_start_matches(|c: char| matches!(c, '\u{30}'..='\u{3f}'));
    let last = parameters.trim_start_matches(|c: char| matches!(c, '\u{20}'..='\u{2f}'));
    last.strip_prefix(|c: char| matches!(c, '\u{40}'..='\u{7e}'))
}

/// What follows a command string; `None` where something else comes before its terminator, or the
/// end of the line: words of a law are not taken for one.
fn after_command(inside: &str) -> Option<&str> {
    let end = inside.find(|c: char| c != '\t' && c.is_control())?;
    let rest = &inside[end..];
    rest.strip_prefix(['\u{7}', '\u{9c}']).or_else(|| rest.strip_prefix("\u{1b}\\"))
}

/// What follows a short escape; a letter of a word is none.
fn after_short(inside: &str) -> Option<&str> {
    let last = inside.trim_start_matches(|c: char| matches!(c, '\u{20}'..='\u{2f}'));
    let marked = last.len() < inside.len();
    last.strip_prefix(|c: char| match c {
        '7' | '8' | '=' | '>' | '<' | '|' | '}' | '~' | '\\' | 'c' => true,
        '\u{30}'..='\u{7e}' => marked,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sequence_ends_where_its_last_letter_stands() {
        for (text, length) in [
            ("\u{1b}[31mқызыл", Some(5)),
            ("\u{9b}2J", Some(4)),
            ("\u{1b}]0;атау\u{7}болмау", Some("\u{1b}]0;атау\u{7}".len())),
            ("\u{1b}(Bбап", Some(3)),
            ("\u{1b}]0;1-бап", None),
            ("\u{1b}[31", None),
            ("\u{1b}бап", None),
            ("бап", None),
            ("", None),
        ] {
            assert_eq!(sequence(text), length, "{text:?}");
            assert!(length.is_none() || text.starts_with(introduces), "{text:?}");
        }
    }
}
