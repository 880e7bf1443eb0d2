//! Every question that programs put by names and values: its name, its parameters, its document,
//! and the way from the ones to the other.

use super::failure::Failure;
use super::params::{
    Acts, Audit, Blame, Changes, Diff, Events, History, Instructions, Outline, Refs, Search, Show,
    Terms, Tree, Upcoming,
};
use super::{Asked, Desk, Reply};
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{serving, usage};
use crate::render::wire::to_json;
use clap::{Arg, ArgMatches, Args, Command};

/// The most hits that one search gives a program.
pub const MOST_HITS: usize = 200;

/// What an answer rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rests {
    /// On the index alone: the same index has the same answer.
    OnIndex,
    /// Also on texts of the corpus, which may change while the index stays.
    OnTexts,
}

/// A question.
pub struct Operation {
    /// Its name, that of the command.
    pub name: &'static str,
    /// Name of its document in the JSON Schema.
    pub document: &'static str,
    /// What its answer rests on.
    pub rests: Rests,
    /// Arguments without which the command line does and others do not.
    needed: &'static [&'static str],
    /// Options that shape pages only.
    left_out: &'static [&'static str],
    define: fn(Command) -> Command,
    answer: fn(&ArgMatches, &dyn Desk) -> Result<String, Failure>,
}

const fn operation<Q: Asked + Args>(
    name: &'static str,
    document: &'static str,
    rests: Rests,
) -> Operation {
    Operation {
        name,
        document,
        rests,
        needed: &[],
        left_out: &[],
        define: Q::augment_args,
        answer: answer::<Q>,
    }
}

/// The questions, in the order of the command line's help.
pub const OPERATIONS: &[Operation] = &[
    operation::<Acts>("acts", "Acts", Rests::OnIndex),
    operation::<Tree>("tree", "Tree", Rests::OnTexts),
    operation::<Outline>("outline", "Outline", Rests::OnIndex),
    // Words as printed come from a file that is the one of the index, or they do not come.
    operation::<Show>("show", "Show", Rests::OnIndex),
    operation::<History>("history", "History", Rests::OnIndex),
    operation::<Diff>("diff", "Diff", Rests::OnIndex),
    operation::<Instructions>("instructions", "Instructions", Rests::OnTexts),
    operation::<Events>("events", "Events", Rests::OnTexts),
    operation::<Refs>("refs", "Refs", Rests::OnIndex),
    operation::<Terms>("terms", "Terms", Rests::OnIndex),
    Operation {
        // All acts at once would take longer than a request may.
        needed: &["audited"],
        left_out: &["all_orders"],
        ..operation::<Audit>("audit", "Audit", Rests::OnTexts)
    },
    operation::<Blame>("blame", "Blame", Rests::OnIndex),
    operation::<Upcoming>("upcoming", "Upcoming", Rests::OnIndex),
    operation::<Search>("search", "Search", Rests::OnIndex),
    operation::<Changes>("changes", "Changes", Rests::OnIndex),
];

fn answer<Q: Asked + Args>(matches: &ArgMatches, desk: &dyn Desk) -> Result<String, Failure> {
    let lang = desk.lang();
    let asked = Q::from_arg_matches(matches);
    let asked = asked.map_err(|_| Failure::usage(usage::invalid_usage(lang)))?;
    let document = asked.answer(desk)?.document();
    to_json(&document).map_err(|error| Failure::json_output(&error, lang))
}

impl Operation {
    /// Its parameters, as the command line defines them.
    pub fn command(&self) -> Command {
        let command = Command::new(self.name)
            .no_binary_name(true)
            .disable_help_flag(true)
            .disable_version_flag(true);
        let mut command = (self.define)(command);
        for id in self.needed {
            command = command.mut_arg(*id, |arg| arg.required(true));
        }
        command.build();
        command
    }

    /// Those of its arguments and options that a request can give.
    pub fn parameters<'c>(&'c self, command: &'c Command) -> impl Iterator<Item = &'c Arg> {
        command.get_arguments().filter(|arg| !self.left_out.contains(&arg.get_id().as_str()))
    }

    /// True where nothing has to be said to ask it.
    pub fn is_asked_without_parameters(&self) -> bool {
        !self.command().get_arguments().any(Arg::is_required_set)
    }

    /// Answers: the document as it is printed.
    ///
    /// # Errors
    /// As the question's own, and a search for more hits than a server gives.
    pub fn answer(&self, matches: &ArgMatches, desk: &dyn Desk) -> Result<String, Failure> {
        self.within_limits(matches, desk.lang())?;
        (self.answer)(matches, desk)
    }

    /// Whether the parameters ask for no more than is given at a time.
    ///
    /// # Errors
    /// A search for more hits.
    pub fn within_limits(&self, matches: &ArgMatches, lang: Lang) -> Result<(), Failure> {
        match matches.try_get_one::<usize>("limit") {
            Ok(Some(&limit)) if limit > MOST_HITS => {
                Err(Failure::usage(serving::too_many_hits(lang, limit, MOST_HITS)))
            }
            _ => Ok(()),
        }
    }
}
