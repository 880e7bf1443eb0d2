//! The terms of a field with their positions ↔ one run of text: tantivy hands a field on as text,
//! and reads it back term by term.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// The name by which the schema asks for [`Written`].
pub const TOKENIZER: &str = "written";

/// Behind a position, which stands before its term.
const AT: char = '\u{1f}';
/// Behind a term.
const END: char = '\u{1e}';

/// Adds a term to a run.
pub fn write(run: &mut String, position: usize, term: &str) {
    run.push_str(itoa::Buffer::new().format(position));
    run.push(AT);
    if term.contains(END) {
        run.extend(term.chars().filter(|c| *c != END));
    } else {
        run.push_str(term);
    }
    run.push(END);
}

/// Reads runs.
#[derive(Clone, Default)]
pub struct Written {
    token: Token,
}

impl Tokenizer for Written {
    type TokenStream<'a> = Terms<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Terms<'a> {
        Terms { rest: text, token: &mut self.token }
    }
}

/// The terms of a run that are still to come, and the one that was read last.
pub struct Terms<'a> {
    rest: &'a str,
    token: &'a mut Token,
}

impl TokenStream for Terms<'_> {
    fn advance(&mut self) -> bool {
        let Some((term, rest)) = self.rest.split_once(END) else { return false };
        self.rest = rest;
        let (position, term) = term.split_once(AT).unwrap_or(("", term));
        self.token.position = position.parse().unwrap_or(self.token.position);
        self.token.text.clear();
        self.token.text.push_str(term);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_come_back_with_their_positions() {
        let terms = [(0, "заң"), (0, "n:12"), (7, "t:екі сөз"), (16, "")];
        let mut run = String::new();
        for (position, term) in terms {
            write(&mut run, position, term);
        }
        let mut written = Written::default();
        let mut stream = written.token_stream(&run);
        for (position, term) in terms {
            assert!(stream.advance());
            assert_eq!((stream.token().position, stream.token().text.as_str()), (position, term));
        }
        assert!(!stream.advance());
    }
}
