//! `nusqa serve`: questions over HTTP, until it is stopped.

use super::args::Serve;
use super::engine::Step;
use super::failure::Failure;
use super::{Context, Outcome, engine};
use crate::render::messages::catalogue::serving::operator;
use crate::render::messages::catalogue::usage::hints;
use crate::serve::{Ended, PAGES, Settings, listen};
use std::net::SocketAddr;
use std::time::Duration;

/// Serves. With port 0 the port that was chosen goes to standard output, on a line of its own.
pub fn run(arguments: &Serve, context: &Context) -> Result<Outcome, Failure> {
    let (lang, screen) = (context.lang, context.screen);
    let tell = move |line: String| screen.complain(&format!("{line}\n"));
    let prepare = engine::preparation(context, move |step| {
        tell(match step {
            Step::Building => operator::serve_building(lang),
            Step::Ready => operator::serve_ready(lang),
            Step::LeftOut(words) => words,
        });
    })?;
    let listening = listen(Settings {
        address: SocketAddr::new(arguments.bind, arguments.port),
        hosts: arguments.host.clone(),
        timeout: Duration::from_secs(arguments.timeout),
        sources: engine::sources(context),
        lang,
        pages: PAGES,
    })?;
    let address = listening.address();
    if arguments.port == 0 {
        context.print(&format!("{}\n", address.port()))?;
    }
    tell(operator::serve_listening(lang, format!("http://{address}/")));
    if !address.ip().is_loopback() {
        let warning = operator::serve_open_to_others(lang, address.to_string());
        tell(format!("{}: {warning}", hints::warning(lang)));
    }
    match listening.run(prepare)? {
        Ended::Stopped => Ok(Outcome::Answer),
        Ended::WithoutIndex(failure) => Err(failure),
    }
}
