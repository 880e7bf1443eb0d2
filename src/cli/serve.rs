//! `nusqa serve`: questions over HTTP, until it is stopped.

use super::args::Serve;
use super::failure::Failure;
use super::{Context, Outcome, engine};
use crate::build::{BuildError, build};
use crate::index::IndexError;
use crate::render::messages::catalogue::serving::operator;
use crate::render::messages::catalogue::usage::hints;
use crate::serve::{Ended, Settings, listen};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

/// Serves. With port 0 the port that was chosen goes to standard output, on a line of its own.
pub fn run(arguments: &Serve, context: &Context) -> Result<Outcome, Failure> {
    let (lang, screen) = (context.lang, context.screen);
    let (corpus, index) = (context.global.corpus().to_owned(), context.global.index.clone());
    let stale = engine::is_stale(context)?;
    let listening = listen(Settings {
        address: SocketAddr::new(arguments.bind, arguments.port),
        hosts: arguments.host.clone(),
        timeout: Duration::from_secs(arguments.timeout),
        corpus: corpus.clone(),
        index: index.clone(),
        lang,
        today: Arc::new(super::today),
    })?;
    let address = listening.address();
    if arguments.port == 0 {
        context.print(&format!("{}\n", address.port()))?;
    }
    let tell = move |line: String| screen.complain(&format!("{line}\n"));
    tell(operator::serve_listening(lang, format!("http://{address}/")));
    if !address.ip().is_loopback() {
        let warning = operator::serve_open_to_others(lang, address.to_string());
        tell(format!("{}: {warning}", hints::warning(lang)));
    }
    let prepare = move || {
        if !stale {
            return Ok(());
        }
        tell(operator::serve_building(lang));
        match build(&corpus, &index, false, &|_| {}) {
            Ok(_) => tell(operator::serve_ready(lang)),
            // What cannot be written is used as it is, where it is.
            Err(BuildError::Index(IndexError::NotWritable { .. })) if index.exists() => {}
            Err(error) => return Err(Failure::build(error, lang)),
        }
        Ok(())
    };
    match listening.run(prepare)? {
        Ended::Stopped => Ok(Outcome::Answer),
        Ended::WithoutIndex(failure) => Err(failure),
    }
}
