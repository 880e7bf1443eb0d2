//! The shape of the command line. Its words stand in the catalogue of messages; the parameters
//! of questions are those that every asker uses.

pub use crate::ask::params::{
    Audit, Blame, Changes, Days, Diff, Events, History, Instructions, Outline, Refs, Search, Show,
    Terms, Tree, Upcoming,
};
use clap::{ArgAction, Args as ClapArgs, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
#[cfg(feature = "serve")]
use std::net::IpAddr;
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
    #[arg(long, global = true)]
    pub no_pager: bool,
    #[arg(long, global = true, value_name = "when", default_value = "auto")]
    pub hyperlinks: Color,
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

/// When to colour, or to link.
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
    Add(Add),
    Acts,
    Tree(Tree),
    Outline(Outline),
    Show(ShowPage),
    History(History),
    Diff(DiffPage),
    Instructions(Instructions),
    Events(Events),
    Refs(Refs),
    Terms(Terms),
    Apply(Apply),
    Audit(Audit),
    Blame(Blame),
    Upcoming(Upcoming),
    Changes(Changes),
    Check(Check),
    Search(SearchPage),
    Analyze(Analyze),
    Export(Export),
    #[command(name = "import-git")]
    ImportGit(ImportGit),
    Site(Site),
    Schema,
    #[cfg(feature = "serve")]
    Serve(Serve),
    #[cfg(feature = "mcp")]
    Mcp,
    Completions(Completions),
    Man(Man),
}

/// `nusqa build`.
#[derive(Debug, ClapArgs)]
pub struct Build {
    #[arg(long = "check", id = "verify")]
    pub verify: bool,
    #[arg(long, value_name = "keys", value_parser = ["stems", "words", "beginnings"])]
    pub keys: Option<String>,
}

/// `nusqa add`.
#[derive(Debug, ClapArgs)]
pub struct Add {
    #[arg(value_name = "file", id = "added", required_unless_present = "facts_table")]
    pub files: Vec<PathBuf>,
    #[arg(long = "facts", value_name = "file", id = "facts_table")]
    pub facts: Option<PathBuf>,
    #[arg(long = "dry-run", id = "dry_add")]
    pub dry_run: bool,
    #[command(flatten)]
    pub told: Told,
}

/// What the one who adds a text says of it.
#[derive(Debug, ClapArgs)]
pub struct Told {
    #[arg(long, value_name = "form", id = "told_form")]
    #[arg(value_parser = ["law", "code", "constitutional_law", "decree", "resolution", "order", "decision"])]
    pub form: Option<String>,
    #[arg(long, value_name = "words", id = "told_issuer")]
    pub issuer: Option<String>,
    #[arg(long, value_name = "number", id = "told_number")]
    pub number: Option<String>,
    #[arg(long, value_name = "date", id = "told_adopted")]
    pub adopted: Option<String>,
    #[arg(long, value_name = "words", id = "told_title")]
    pub title: Option<String>,
    #[arg(long, value_name = "role", id = "told_role")]
    #[arg(value_parser = ["original", "consolidated", "amending"])]
    pub role: Option<String>,
    #[arg(long, value_name = "address", id = "told_component")]
    pub component: Option<String>,
    #[arg(long, value_name = "date", id = "told_redaction")]
    pub redaction: Option<String>,
    #[arg(long, value_name = "date", id = "told_retrieved")]
    pub retrieved: Option<String>,
}

/// `nusqa completions`.
#[derive(Debug, ClapArgs)]
pub struct Completions {
    #[arg(value_name = "shell")]
    pub shell: Shell,
}

/// `nusqa man`.
#[derive(Debug, ClapArgs)]
pub struct Man {
    #[arg(long = "out", value_name = "dir", id = "pages_folder")]
    pub out: Option<PathBuf>,
}

/// `nusqa serve`.
#[cfg(feature = "serve")]
#[derive(Debug, ClapArgs)]
pub struct Serve {
    #[arg(long, value_name = "ip", default_value = "127.0.0.1")]
    pub bind: IpAddr,
    #[arg(long, value_name = "port", default_value_t = 8080)]
    pub port: u16,
    #[arg(long, value_name = "name")]
    pub host: Vec<String>,
    #[arg(long, value_name = "seconds", default_value_t = 10)]
    #[arg(value_parser = clap::value_parser!(u64).range(1..=600))]
    pub timeout: u64,
}

/// `nusqa show`: the question, and the paper that its answer is written to.
#[derive(Debug, ClapArgs)]
pub struct ShowPage {
    #[command(flatten)]
    pub asked: Show,
    #[command(flatten)]
    pub paper: Paper,
    #[arg(long, conflicts_with_all = ["act", "address", "html"])]
    pub batch: bool,
}

/// The paper that an answer is written to.
#[derive(Debug, ClapArgs)]
pub struct Paper {
    #[arg(long, value_name = "file")]
    pub html: Option<PathBuf>,
    #[arg(long, requires = "html")]
    pub force: bool,
}

/// `nusqa search`: the question, or the word that many come on standard input.
#[derive(Debug, ClapArgs)]
pub struct SearchPage {
    #[command(flatten)]
    pub asked: Search,
    #[arg(long, conflicts_with = "query")]
    pub batch: bool,
}

/// `nusqa diff`: the question, and how its answer is drawn.
#[derive(Debug, ClapArgs)]
pub struct DiffPage {
    #[command(flatten)]
    pub asked: Diff,
    #[arg(long)]
    pub side_by_side: bool,
    #[arg(long, conflicts_with = "side_by_side")]
    pub summary: bool,
    #[arg(long = "all", id = "all_units")]
    pub all: bool,
    #[command(flatten)]
    pub paper: Paper,
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
pub struct Apply {
    #[arg(value_name = "target", id = "orders")]
    pub orders: String,
    #[arg(long = "to", value_name = "target", id = "onto")]
    pub onto: String,
    #[arg(long = "on", value_name = "date", id = "base_day")]
    pub base_day: Option<String>,
    #[arg(long, conflicts_with = "table")]
    pub diff: bool,
    #[arg(long, value_name = "file")]
    pub table: Option<Option<PathBuf>>,
    #[arg(long, requires = "table")]
    pub force: bool,
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
    #[arg(long = "whole", conflicts_with = "exported_day")]
    pub whole: bool,
    #[arg(long = "axis", value_name = "axis", id = "exported_axis")]
    pub axis: Option<ExportAxis>,
    #[arg(long)]
    pub overwrite: bool,
}

/// The days of which the commits of an export speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportAxis {
    Adopted,
    InForce,
}

/// The formats of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    Akn,
    Git,
    Json,
    Ndjson,
    Bulk,
}

/// `nusqa import-git`.
#[derive(Debug, ClapArgs)]
pub struct ImportGit {
    #[arg(value_name = "repo", id = "repository")]
    pub repository: PathBuf,
    #[arg(long = "since", value_name = "date", id = "imported_since")]
    pub since: Option<String>,
    #[arg(long = "dry-run", id = "dry_run")]
    pub dry_run: bool,
    #[arg(long = "author-dates", id = "author_dates")]
    pub author_dates: bool,
}

/// `nusqa site`.
#[derive(Debug, ClapArgs)]
pub struct Site {
    #[arg(long, value_name = "dir", id = "out_folder")]
    pub out: PathBuf,
    #[arg(long, value_name = "date")]
    pub after: Option<String>,
}
