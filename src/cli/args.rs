//! The shape of the command line. Its words stand in the catalogue of messages.

use clap::{ArgAction, Args as ClapArgs, Parser, Subcommand, ValueEnum};
use std::path::{Path, PathBuf};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "nusqa", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, subcommand_required = true)]
#[command(arg_required_else_help = true)]
pub struct Args {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// Options of every command.
#[derive(Debug, ClapArgs)]
pub struct Global {
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(long, global = true, value_name = "dir")]
    corpus: Option<PathBuf>,
    #[arg(long, global = true, value_name = "dir", default_value = "index")]
    pub index: PathBuf,
    #[arg(long, global = true)]
    pub fresh: bool,
    #[arg(long, global = true, value_name = "when", default_value = "auto")]
    pub color: Color,
    #[arg(long, global = true, value_name = "lang")]
    pub lang: Option<LangName>,
    #[arg(short = 'h', long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

impl Global {
    /// The corpus folder.
    pub fn corpus(&self) -> &Path {
        self.corpus.as_deref().unwrap_or(Path::new("corpus"))
    }

    /// The corpus folder that the command line names.
    pub fn named_corpus(&self) -> Option<&Path> {
        self.corpus.as_deref()
    }
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

/// The languages of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LangName {
    Kk,
    Ru,
    En,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    Build(Build),
    Acts,
    Tree(Tree),
    Outline(Provision),
    Show(Show),
    History(History),
    Instructions(Instructions),
    Events(Events),
    Refs(Provision),
    Terms(Terms),
    Apply(Apply),
    Audit(Audit),
    Blame(Provision),
    Upcoming(Upcoming),
    Check(Check),
    Search(Search),
    Analyze(Analyze),
    Export(Export),
    Schema,
}

/// The day and axis of a question.
#[derive(Debug, ClapArgs)]
pub struct Days {
    #[arg(long, value_name = "date")]
    pub on: Option<String>,
    #[arg(long, value_name = "date")]
    pub known_by: Option<String>,
    #[arg(long, value_name = "date", conflicts_with_all = ["on", "known_by"])]
    pub adopted_by: Option<String>,
}

/// What most questions are about: an act or a provision, on a day.
#[derive(Debug, ClapArgs)]
pub struct Provision {
    #[arg(value_name = "act")]
    pub act: String,
    #[arg(value_name = "address")]
    pub address: Option<String>,
    #[command(flatten)]
    pub days: Days,
}

/// `nusqa build`.
#[derive(Debug, ClapArgs)]
pub struct Build {
    #[arg(long = "check", id = "verify")]
    pub verify: bool,
    #[arg(long, value_name = "keys", value_parser = ["stems", "words", "beginnings"])]
    pub keys: Option<String>,
}

/// `nusqa tree`.
#[derive(Debug, ClapArgs)]
pub struct Tree {
    #[arg(value_name = "target")]
    pub target: String,
    #[arg(long, value_name = "file")]
    pub witness: Option<String>,
}

/// `nusqa show`.
#[derive(Debug, ClapArgs)]
pub struct Show {
    #[command(flatten)]
    pub provision: Provision,
    #[arg(long)]
    pub as_printed: bool,
    #[arg(long)]
    pub explain: bool,
    #[arg(long)]
    pub refs: bool,
}

/// `nusqa terms`.
#[derive(Debug, ClapArgs)]
pub struct Terms {
    #[arg(value_name = "act")]
    pub act: String,
    #[command(flatten)]
    pub days: Days,
}

/// `nusqa history`.
#[derive(Debug, ClapArgs)]
pub struct History {
    #[arg(value_name = "act")]
    pub act: String,
    #[arg(value_name = "address")]
    pub address: Option<String>,
    #[arg(long, value_name = "date")]
    pub from: Option<String>,
    #[arg(long, value_name = "date")]
    pub to: Option<String>,
}

/// `nusqa audit`.
#[derive(Debug, ClapArgs)]
pub struct Audit {
    #[arg(value_name = "act", id = "audited")]
    pub act: Option<String>,
    #[arg(long = "all", id = "all_orders")]
    pub all: bool,
}

/// `nusqa upcoming`.
#[derive(Debug, ClapArgs)]
pub struct Upcoming {
    #[arg(value_name = "act")]
    pub act: Option<String>,
    #[arg(long, value_name = "date")]
    pub after: Option<String>,
}

/// `nusqa check`.
#[derive(Debug, ClapArgs)]
pub struct Check {
    #[arg(value_name = "target")]
    pub target: Option<String>,
    #[arg(long = "explain", id = "explain_check")]
    pub explain: bool,
}

#[derive(Debug, ClapArgs)]
pub struct Instructions {
    #[arg(value_name = "target", id = "orders")]
    pub orders: String,
}

#[derive(Debug, ClapArgs)]
pub struct Events {
    #[arg(value_name = "act")]
    pub act: String,
}

#[derive(Debug, ClapArgs)]
pub struct Apply {
    #[arg(value_name = "target", id = "orders")]
    pub orders: String,
    #[arg(long = "to", value_name = "target", id = "onto")]
    pub onto: String,
    #[arg(long = "on", value_name = "date", id = "base_day")]
    pub base_day: Option<String>,
    #[arg(long, conflicts_with = "table")]
    pub diff: bool,
    #[arg(long)]
    pub table: bool,
}

/// `nusqa search`.
#[derive(Debug, ClapArgs)]
pub struct Search {
    #[arg(value_name = "words", required = true, num_args = 1.., allow_hyphen_values = false)]
    pub query: Vec<String>,
    #[command(flatten)]
    pub days: Days,
    #[arg(long = "act", value_name = "act", id = "within")]
    pub within: Option<String>,
    #[arg(long, value_name = "count", default_value_t = 10)]
    pub limit: usize,
    #[arg(long, conflicts_with_all = ["on", "changed_between"])]
    pub any_date: bool,
    #[arg(long, value_name = "date", num_args = 2, conflicts_with = "on")]
    pub changed_between: Vec<String>,
    #[arg(long = "explain", id = "explain_search")]
    pub explain: bool,
}

/// `nusqa analyze`.
#[derive(Debug, ClapArgs)]
pub struct Analyze {
    #[arg(value_name = "words", id = "words")]
    pub words: Vec<String>,
}

/// `nusqa export`.
#[derive(Debug, ClapArgs)]
pub struct Export {
    #[arg(long, value_name = "format", id = "export_format")]
    pub format: ExportFormat,
    #[arg(long, value_name = "dir", id = "export_out")]
    pub out: PathBuf,
    #[arg(long = "act", value_name = "act", id = "exported")]
    pub act: Option<String>,
    #[arg(long = "on", value_name = "date", id = "exported_day")]
    pub on: Option<String>,
    #[arg(long)]
    pub overwrite: bool,
}

/// The formats of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    Akn,
    Json,
    Ndjson,
}
