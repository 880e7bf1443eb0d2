//! The parameters of every question, said once: flags and arguments of the command line, and
//! the parameters of a request of the same names. Their words stand in the catalogue of messages.

use clap::{Args, ValueEnum};

/// The day and axis of a question.
#[derive(Clone, Debug, Default, Args)]
pub struct Days {
    /// A day of the axis of force.
    #[arg(long, value_name = "date")]
    pub on: Option<String>,
    /// The last day of adoption that counts.
    #[arg(long, value_name = "date")]
    pub known_by: Option<String>,
    /// A day of the axis of adoption.
    #[arg(long, value_name = "date", conflicts_with_all = ["on", "known_by"])]
    pub adopted_by: Option<String>,
}

/// What most questions are about: an act or a provision, on a day.
#[derive(Clone, Debug, Args)]
pub struct Provision {
    /// The act.
    #[arg(value_name = "act")]
    pub act: String,
    /// The provision; the whole act without it.
    #[arg(value_name = "address")]
    pub address: Option<String>,
    /// The day.
    #[command(flatten)]
    pub days: Days,
}

/// Which acts there are.
#[derive(Clone, Debug, Args)]
pub struct Acts {}

/// What a provision said.
#[derive(Clone, Debug, Args)]
pub struct Show {
    /// The provision.
    #[command(flatten)]
    pub provision: Provision,
    /// The words as the file prints them.
    #[arg(long)]
    pub as_printed: bool,
    /// Every step of the way to the answer.
    #[arg(long)]
    pub explain: bool,
    /// Also the words of what is cited.
    #[arg(long)]
    pub refs: bool,
}

/// The units of an act.
#[derive(Clone, Debug, Args)]
pub struct Outline {
    /// The act, or the unit to begin at.
    #[command(flatten)]
    pub provision: Provision,
}

/// Who brought the words of a provision.
#[derive(Clone, Debug, Args)]
pub struct Blame {
    /// The provision.
    #[command(flatten)]
    pub provision: Provision,
}

/// What a provision cites, and who cites it.
#[derive(Clone, Debug, Args)]
pub struct Refs {
    /// The provision.
    #[command(flatten)]
    pub provision: Provision,
}

/// The defined terms of an act.
#[derive(Clone, Debug, Args)]
pub struct Terms {
    /// The act.
    #[arg(value_name = "act")]
    pub act: String,
    /// The day.
    #[command(flatten)]
    pub days: Days,
}

/// Every version of a provision.
#[derive(Clone, Debug, Args)]
pub struct History {
    /// The act.
    #[arg(value_name = "act")]
    pub act: String,
    /// The provision; the whole act without it.
    #[arg(value_name = "address")]
    pub address: Option<String>,
    /// Versions that held on this day or later.
    #[arg(long, value_name = "date")]
    pub from: Option<String>,
    /// Versions that held on this day or earlier.
    #[arg(long, value_name = "date")]
    pub to: Option<String>,
}

/// What changed between two days.
#[derive(Clone, Debug, Args)]
pub struct Diff {
    /// The act.
    #[arg(value_name = "act")]
    pub act: String,
    /// The provision; the whole act without it.
    #[arg(value_name = "address")]
    pub address: Option<String>,
    /// The first day.
    #[arg(long = "from", value_name = "date", id = "first_day")]
    pub from: String,
    /// The second day.
    #[arg(long = "to", value_name = "date", id = "second_day")]
    pub to: Option<String>,
    /// The last day of adoption that counts.
    #[arg(long, value_name = "date")]
    pub known_by: Option<String>,
    /// The order of time.
    #[arg(long, value_name = "axis", default_value = "in-force")]
    pub axis: AxisName,
}

/// The orders of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum AxisName {
    /// Days of effect.
    InForce,
    /// Days of adoption.
    Adopted,
}

/// Where texts, notes and orders disagree.
#[derive(Clone, Debug, Args)]
pub struct Audit {
    /// The act; every act without it.
    #[arg(value_name = "act", id = "audited")]
    pub act: Option<String>,
    /// How every order closed, on the page; documents tell it always.
    #[arg(long = "all", id = "all_orders")]
    pub all: bool,
}

/// What changed between two builds.
#[derive(Clone, Debug, Args)]
pub struct Changes {
    /// The earlier build: the hash of its corpus or the first characters of it, or a day, which
    /// stands for the last build not later than it.
    #[arg(long, value_name = "build", id = "earlier_build")]
    pub since: String,
}

/// Changes to come.
#[derive(Clone, Debug, Args)]
pub struct Upcoming {
    /// The act; every act without it.
    #[arg(value_name = "act")]
    pub act: Option<String>,
    /// The day after which they begin to hold.
    #[arg(long, value_name = "date")]
    pub after: Option<String>,
}

/// The structure of a text as printed.
#[derive(Clone, Debug, Args)]
pub struct Tree {
    /// A file, or an act.
    #[arg(value_name = "target")]
    pub target: String,
    /// Which text of the act.
    #[arg(long, value_name = "file")]
    pub witness: Option<String>,
}

/// An amending act as orders.
#[derive(Clone, Debug, Args)]
pub struct Instructions {
    /// A file, or an act.
    #[arg(value_name = "target", id = "orders")]
    pub orders: String,
}

/// Every change that is told of an act.
#[derive(Clone, Debug, Args)]
pub struct Events {
    /// The act.
    #[arg(value_name = "act")]
    pub act: String,
}

/// Provisions that have some words.
#[derive(Clone, Debug, Args)]
pub struct Search {
    /// The words.
    #[arg(value_name = "words", required = true, num_args = 1.., allow_hyphen_values = false)]
    pub query: Vec<String>,
    /// The day.
    #[command(flatten)]
    pub days: Days,
    /// This act only.
    #[arg(long = "act", value_name = "act", id = "within")]
    pub within: Option<String>,
    /// How many hits at most.
    #[arg(long, value_name = "count", default_value_t = 10)]
    pub limit: usize,
    /// In every redaction.
    #[arg(long, conflicts_with_all = ["on", "changed_between"])]
    pub any_date: bool,
    /// What changed between two days.
    #[arg(long, value_name = "date", num_args = 2, conflicts_with = "on")]
    pub changed_between: Vec<String>,
    /// Which form matched which stem.
    #[arg(long = "explain", id = "explain_search")]
    pub explain: bool,
}
