//! Arguments in, exit status out: one file a command. Only here is known what day it is, how
//! wide the terminal is, and in which language to speak.

mod acts;
mod add;
mod analyze;
mod apply;
mod args;
mod audit;
mod batch;
mod blame;
mod build;
mod changes;
mod check;
mod complaint;
mod completions;
mod diff;
mod engine;
mod events;
mod examples;
mod excerpt;
mod export;
mod history;
mod import_git;
mod instructions;
mod language;
mod links;
mod localise;
mod man;
#[cfg(feature = "mcp")]
mod mcp;
mod orders;
mod outline;
mod pager;
mod paper;
mod progress;
mod refs;
mod schema;
mod screen;
mod search;
#[cfg(feature = "serve")]
mod serve;
mod show;
mod site;
mod terms;
mod text;
mod tree;
mod unread;
mod upcoming;
mod usage;

use crate::ask::{Desk, Outcome, Reply, days, failure, question};
use crate::query::Engine;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::pages;
use crate::render::wire::to_json;
use args::{Args, Command};
use failure::Failure;
use indicatif::ProgressBar;
use jiff::Zoned;
use jiff::civil::Date;
use screen::Screen;
use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;
use std::sync::OnceLock;

/// Stands in for the clock, so that documents and tests can be made again later.
const TODAY: &str = "NUSQA_TODAY";

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Answer => ExitCode::SUCCESS,
            Outcome::Nothing => ExitCode::from(1),
            Outcome::Refused => ExitCode::from(2),
        }
    }
}

/// Everything a command is given beside its own arguments.
struct Context {
    global: args::Global,
    lang: Lang,
    screen: Screen,
    engine: OnceLock<Engine>,
    bar: OnceLock<ProgressBar>,
}

impl Desk for Context {
    fn engine(&self) -> Result<&Engine, Failure> {
        match self.engine.get() {
            Some(engine) => Ok(engine),
            None => {
                let opened = engine::open(self)?;
                Ok(self.engine.get_or_init(|| opened))
            }
        }
    }

    fn today(&self) -> Result<Date, Failure> {
        today(self.lang)
    }

    fn lang(&self) -> Lang {
        self.lang
    }

    fn corpus(&self) -> &Path {
        self.global.corpus()
    }

    fn index(&self) -> &Path {
        &self.global.index
    }

    fn progress(&self, done: usize, all: usize) {
        // One act alone is nothing to count.
        if all > 1 && self.screen.shows_progress() {
            let bar = self.bar.get_or_init(|| progress::bar(pages::acts_progress(self.lang)));
            progress::set(bar, done, all);
        }
    }
}

impl Context {
    fn new(global: args::Global, lang: Lang, screen: Screen) -> Self {
        Context { global, lang, screen, engine: OnceLock::new(), bar: OnceLock::new() }
    }

    /// Prints a reply: its document in `--json` mode, else the page.
    fn reply(&self, reply: &impl Reply, page: impl FnOnce() -> String) -> Result<Outcome, Failure> {
        self.answer(|| reply.document(), page)?;
        Ok(reply.outcome())
    }

    /// Prints an answer: the document in `--json` mode, else the page.
    fn answer<D: serde::Serialize>(
        &self,
        document: impl FnOnce() -> D,
        page: impl FnOnce() -> String,
    ) -> Result<(), Failure> {
        if self.global.json {
            let json =
                to_json(&document()).map_err(|error| Failure::json_output(&error, self.lang))?;
            self.print(&json)
        } else {
            self.print(&page())
        }
    }

    fn print(&self, page: &str) -> Result<(), Failure> {
        self.screen.print(page).map_err(|cause| Failure::output(&cause, self.lang))
    }
}

fn today(lang: Lang) -> Result<Date, Failure> {
    match std::env::var(TODAY) {
        Ok(text) if !text.is_empty() => days::day(&text, lang),
        _ => Ok(Zoned::now().date()),
    }
}

/// Runs the program with these arguments, the program's own name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let early = language::Early::read(&arguments);
    let screen = Screen::new(early.color);
    let command = localise::command_for(&arguments, early.lang, screen.help_width());
    let args: Args = match usage::parse(command, &arguments, early.lang) {
        Ok(usage::Parsed::Arguments(args)) => *args,
        Ok(usage::Parsed::Page(page)) => {
            return finish(screen.print(&page), Outcome::Answer, &screen, &early);
        }
        Err(usage::Refused::Page(page)) if !early.json => {
            screen.complain(&page);
            return ExitCode::from(2);
        }
        Err(refused) => {
            return report(&refused.into_failure(early.lang), &screen, &early);
        }
    };
    let screen = screen.with(!args.global.no_pager, links::are_followed(args.global.hyperlinks));
    let context = Context::new(args.global, early.lang, screen);
    match execute(args.command, &context) {
        Ok(outcome) => outcome.into(),
        Err(failure) => report(&failure, &context.screen, &early),
    }
}

fn execute(command: Command, context: &Context) -> Result<Outcome, Failure> {
    match command {
        Command::Build(arguments) => build::run(&arguments, context),
        Command::Add(arguments) => add::run(&arguments, context),
        Command::Acts => acts::run(context),
        Command::Tree(arguments) => tree::run(&arguments, context),
        Command::Outline(arguments) => outline::run(&arguments, context),
        Command::Show(arguments) => show::run(&arguments, context),
        Command::History(arguments) => history::run(&arguments, context),
        Command::Diff(arguments) => diff::run(&arguments, context),
        Command::Instructions(arguments) => instructions::run(&arguments, context),
        Command::Events(arguments) => events::run(&arguments, context),
        Command::Refs(arguments) => refs::run(&arguments, context),
        Command::Terms(arguments) => terms::run(&arguments, context),
        Command::Apply(arguments) => apply::run(&arguments, context),
        Command::Audit(arguments) => audit::run(&arguments, context),
        Command::Blame(arguments) => blame::run(&arguments, context),
        Command::Upcoming(arguments) => upcoming::run(&arguments, context),
        Command::Changes(arguments) => changes::run(&arguments, context),
        Command::Check(arguments) => check::run(&arguments, context),
        Command::Search(arguments) => search::run(&arguments, context),
        Command::Analyze(arguments) => analyze::run(&arguments, context),
        Command::Export(arguments) => export::run(&arguments, context),
        Command::ImportGit(arguments) => import_git::run(&arguments, context),
        Command::Site(arguments) => site::run(&arguments, context),
        Command::Schema => schema::run(context),
        Command::Completions(arguments) => completions::run(&arguments, context),
        Command::Man(arguments) => man::run(&arguments, context),
        #[cfg(feature = "mcp")]
        Command::Mcp => mcp::run(context),
        #[cfg(feature = "serve")]
        Command::Serve(arguments) => serve::run(&arguments, context),
    }
}

fn finish(
    printed: std::io::Result<()>,
    outcome: Outcome,
    screen: &Screen,
    early: &language::Early,
) -> ExitCode {
    match printed {
        Ok(()) => outcome.into(),
        Err(cause) => report(&Failure::output(&cause, early.lang), screen, early),
    }
}

/// Words a failure where its readers look for it: as JSON on standard output, else on standard
/// error.
fn report(failure: &Failure, screen: &Screen, early: &language::Early) -> ExitCode {
    if early.json {
        // Whoever asked for JSON and cannot be written to cannot be told so either.
        let _ = to_json(&failure.document()).map(|json| screen.print(&json));
    } else {
        screen.complain(&complaint::page(failure, early.lang));
    }
    if failure.is_an_empty_answer() { Outcome::Nothing.into() } else { ExitCode::from(2) }
}
