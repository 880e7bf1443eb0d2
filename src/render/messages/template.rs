//! A template and its arguments → a sentence. A placeholder is `{name}` or `{name:selector}`.

use super::{Argument, Lang};

/// One piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// Words as they stand.
    Words(&'t str),
    /// A place for an argument, with its selector or nothing.
    Place { name: &'t str, selector: &'t str },
}

/// The pieces of a template. A brace without its partner is taken as words.
pub(super) fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some(open) = rest.find('{') {
        let (before, after) = rest.split_at(open);
        let Some(close) = after.find('}') else { break };
        if !before.is_empty() {
            pieces.push(Piece::Words(before));
        }
        let place = &after[1..close];
        let (name, selector) = place.split_once(':').unwrap_or((place, ""));
        pieces.push(Piece::Place { name, selector });
        rest = &after[close + 1..];
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

/// The sentence; a place without an argument keeps its name, which the catalogue's tests rule out.
pub(super) fn fill(template: &str, arguments: &[(&str, Argument<'_>)], lang: Lang) -> String {
    let mut sentence = String::with_capacity(template.len());
    for piece in pieces(template) {
        match piece {
            Piece::Words(words) => sentence.push_str(words),
            Piece::Place { name, selector } => {
                match arguments.iter().find(|(given, _)| *given == name) {
                    Some((_, argument)) => sentence.push_str(&argument.words(selector, lang)),
                    None => sentence.push_str(name),
                }
            }
        }
    }
    sentence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_and_braces_without_partner_stay() {
        let arguments = [("n", Argument::Count(2)), ("what", "{n}".into())];
        assert_eq!(
            fill("{n} {n:line|lines} of {what} {", &arguments, Lang::En),
            "2 lines of {n} {"
        );
    }
}
