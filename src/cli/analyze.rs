//! `nusqa analyze`: what search makes of words; one token a word.

use super::args::Analyze;
use super::failure::Failure;
use super::{Context, Outcome};
use crate::kazakh::spelling::spelling;
use crate::kazakh::stem;
use crate::kazakh::token::Analyzer;
use crate::render::messages::catalogue::{causes, errors};
use crate::render::printable::printable;
use crate::render::wire;
use crate::render::wire::analyze::Token;
use std::io::Read;

/// Lists words with their keys.
pub fn run(arguments: &Analyze, context: &Context) -> Result<Outcome, Failure> {
    let mut words = arguments.words.clone();
    if words.is_empty() {
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).map_err(|cause| {
            Failure::in_file(
                errors::file_unreadable(context.lang, "-", causes::cause(&cause, context.lang)),
                "-",
                None,
            )
        })?;
        let text = String::from_utf8_lossy(&bytes);
        words = text.split_whitespace().map(str::to_string).collect();
    }
    let mut analyzer = Analyzer::new();
    let tokens: Vec<Token> = words.iter().map(|word| token(word, &mut analyzer)).collect();
    let page = || {
        let line = |token: &Token| {
            let cells =
                std::iter::once(&token.token).chain(&token.keys).map(|cell| printable(cell));
            format!("{}\n", cells.collect::<Vec<_>>().join("\t"))
        };
        tokens.iter().map(line).collect()
    };
    context.answer(|| wire::analyze::Analyze::new(tokens.clone()), page)?;
    Ok(if words.is_empty() { Outcome::Nothing } else { Outcome::Answer })
}

/// A word with hyphens has the keys of all its parts; a word that is a hyphen compound is one
/// by its compound key alone.
fn token(word: &str, analyzer: &mut Analyzer) -> Token {
    let mut keys: Vec<String> = Vec::new();
    let read = analyzer.tokens(word);
    let compound = read.iter().flat_map(|token| &token.keys).find(|key| key.starts_with("c:"));
    match compound {
        Some(compound) => keys.push(compound.clone()),
        None => {
            for key in read.iter().flat_map(|token| &token.keys) {
                if !keys.contains(key) {
                    keys.push(key.clone());
                }
            }
        }
    }
    let spelt = spelling(word);
    let stem = stem::stem(&spelt);
    Token { token: word.to_string(), spelt, stem, keys }
}
