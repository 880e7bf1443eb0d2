//! Entities of HTML and Markdown turned into characters.

/// The entity at the beginning of the text: its length in bytes and its character.
pub fn entity(text: &str) -> Option<(usize, char)> {
    const LONGEST: usize = 10;
    if !text.starts_with('&') {
        return None;
    }
    let end = text.bytes().take(LONGEST).position(|b| b == b';')?;
    let name = text.get(1..end)?;
    let character = match name {
        "nbsp" => '\u{a0}',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "laquo" => '«',
        "raquo" => '»',
        "ldquo" => '“',
        "rdquo" => '”',
        "ndash" => '–',
        "mdash" => '—',
        "copy" => '©',
        "sect" => '§',
        "shy" => '\u{ad}',
        _ => {
            let digits = name.strip_prefix('#')?;
            let code = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((end + 1, character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_names_and_numbers() {
        assert_eq!(entity("&nbsp;x"), Some((6, '\u{a0}')));
        assert_eq!(entity("&#1178;"), Some((7, 'Қ')));
        assert_eq!(entity("&#x49A;"), Some((7, 'Қ')));
        assert_eq!(entity("& co;"), None);
        assert_eq!(entity("&#xffffffffff;"), None);
    }
}
