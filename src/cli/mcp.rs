//! `nusqa mcp`: questions of language models on standard input and output, until it ends.

use super::failure::Failure;
use super::{Context, Outcome, engine};
use crate::build::{BuildError, build};
use crate::index::IndexError;
use crate::mcp::{Settings, run as serve};
use std::sync::Arc;

/// Serves. Whatever is told beside the protocol goes to standard error.
pub fn run(context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let (corpus, index) = (context.global.corpus().to_owned(), context.global.index.clone());
    let stale = engine::is_stale(context)?;
    let settings = Settings {
        corpus: corpus.clone(),
        index: index.clone(),
        lang,
        today: Arc::new(super::today),
    };
    let prepare = move || {
        if !stale {
            return Ok(());
        }
        match build(&corpus, &index, false, &|_| {}) {
            Ok(_) => Ok(()),
            // What cannot be written is used as it is, where it is.
            Err(BuildError::Index(IndexError::NotWritable { .. })) if index.exists() => Ok(()),
            Err(error) => Err(Failure::build(error, lang)),
        }
    };
    serve(settings, Box::new(prepare))?;
    Ok(Outcome::Answer)
}
