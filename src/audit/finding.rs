//! What the audit says: findings, each with its kind, weight, likely cause and both sources; and
//! the account of every order, so that silence is told apart from not having looked.

use crate::amend::apply::Problem;
use crate::amend::apply::redline::Tag;
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::evidence::Span;
use crate::model::instruction::Operation;
use crate::model::named::named;

named! {
    /// What is wrong.
    FindingKind {
        /// The text does not say what an order, or the text before it, makes it say.
        WordsDiffer = "words_differ",
        /// What an order brings, removes or rewords is not carried out in the text.
        NotCarriedOut = "order_not_carried_out",
        /// A unit of the text before is gone, and no order or note says why.
        UnitMissing = "unit_missing",
        /// The text prints a unit that neither an order, nor a note, nor the text before knows.
        UnitWithoutOrder = "unit_without_order",
        /// The words stand under another number than the one they were given.
        Renumbered = "renumbered",
        /// An order is carried out, and no note says so.
        OrderWithoutNote = "order_without_note",
        /// A note tells of a change that the act it names does not order.
        NoteWithoutOrder = "note_without_order",
        /// A note tells of another change than the one that is ordered.
        NoteDiffers = "note_differs_from_order",
        /// A note names the amending act with another day.
        WrongActDay = "wrong_act_day",
        /// A note gives another rule or day of effect than the amending act.
        EffectDayDiffers = "effect_day_differs",
        /// A day that cannot be: a change before the act, or a day that no calendar has.
        ImpossibleDay = "impossible_day",
        /// The day of publication, the rule and the day of effect do not go together.
        PublicationContradicts = "publication_contradicts_rule",
        /// A mark of approval with another day than the act's own.
        WrongStampDay = "wrong_stamp_day",
        /// Words that an order on the whole text was to replace still stand.
        LeftBehind = "left_behind",
        /// Old and new words that are to be paired differ in number.
        UnequalLists = "unequal_lists",
        /// A number stands twice.
        DuplicateNumber = "duplicate_number",
        /// A number is left out.
        MissingNumber = "missing_number",
        /// A reference leads to a unit that is gone or never was.
        DanglingReference = "dangling_reference",
        /// A planned change whose day has come is not carried out.
        PlannedOverdue = "planned_overdue",
        /// Letters of another script stand in Kazakh words: the meaning is the same.
        LookAlikeLetters = "look_alike_letters",
    }
}

named! {
    /// How much depends on it.
    Severity {
        /// What holds may be read wrongly.
        High = "high",
        /// The proof of a change is damaged, or words differ without another meaning.
        Medium = "medium",
        /// Nothing depends on it.
        Low = "low",
    }
}

named! {
    /// Who is likely to have caused it.
    Cause {
        /// Whoever carried the orders out and wrote the notes.
        Publisher = "publisher",
        /// The copy: a page that was scanned, letters that were mistaken.
        Copy = "copy",
        /// Whoever drafted the amending act.
        Drafter = "drafter",
        /// The texts do not tell.
        Unknown = "unknown",
    }
}

named! {
    /// What a source of a finding is.
    SourceKind {
        /// The order of an amending act.
        Order = "order",
        /// An editorial note.
        Note = "note",
        /// The text that is audited.
        Text = "text",
        /// The text before it.
        Before = "before",
    }
}

/// Where one side of a finding is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// What it is.
    pub kind: SourceKind,
    /// Where it stands.
    pub span: Span,
}

/// One disagreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong.
    pub kind: FindingKind,
    /// Where; component prefix included, the empty address for the act as a whole.
    pub address: Address,
    /// The act whose order or note is concerned.
    pub by: Option<ActId>,
    /// What should stand there.
    pub expected: Option<String>,
    /// What stands there.
    pub found: Option<String>,
    /// The difference of the two in runs of whole words; empty where they are not wordings.
    pub words: Vec<(Tag, String)>,
    /// How much depends on it.
    pub severity: Severity,
    /// Who is likely to have caused it.
    pub cause: Cause,
    /// Both sides, as far as they are printed.
    pub sources: Vec<Source>,
}

named! {
    /// How an order closed against a text at one of its targets.
    Closing {
        /// The text says what the order says.
        Identical = "identical",
        /// A later act changed the place since.
        Superseded = "superseded",
        /// The text says something else.
        Differs = "differs",
        /// The text does not show the order carried out.
        NotCarriedOut = "not_carried_out",
        /// Carried out, but words that it was to replace still stand.
        LeftBehind = "left_behind",
        /// Nothing to compare.
        NotCheckable = "not_checkable",
    }
}

/// Why an order could not be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It was not understood.
    NotUnderstood,
    /// No later text of the act is in the corpus.
    NoText,
    /// The text shows the act before the order.
    TextEarlier,
    /// The text breaks off before the place.
    BeyondText,
    /// The order changes no words.
    NoWords,
    /// The wording before the order is not known.
    WordsBeforeUnknown,
    /// It cannot be carried out on the text before.
    Refused(Problem),
}

impl Obstacle {
    /// The name in JSON; for a refusal that of the problem.
    pub fn name(self) -> &'static str {
        match self {
            Obstacle::NotUnderstood => "not_understood",
            Obstacle::NoText => "no_text",
            Obstacle::TextEarlier => "text_earlier",
            Obstacle::BeyondText => "beyond_text",
            Obstacle::NoWords => "no_words_changed",
            Obstacle::WordsBeforeUnknown => "words_before_unknown",
            Obstacle::Refused(problem) => problem.name(),
        }
    }

    /// The names of the obstacles that are no refusals.
    pub const NAMES: [&'static str; 6] = [
        "not_understood",
        "no_text",
        "text_earlier",
        "beyond_text",
        "no_words_changed",
        "words_before_unknown",
    ];
}

/// What became of one target of an order in one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The amending act.
    pub by: ActId,
    /// The order.
    pub order: Span,
    /// What it does.
    pub operation: Operation,
    /// The target.
    pub address: Address,
    /// The text that it was checked against; `None` where there is none.
    pub text: Option<Span>,
    /// How it closed.
    pub closing: Closing,
    /// Why it could not be checked.
    pub obstacle: Option<Obstacle>,
    /// The later act that changed the place.
    pub superseded_by: Option<ActId>,
}

/// How far one text was compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The text, as the corpus names it.
    pub file: String,
    /// The earlier text on which the orders were carried out; `None`: its wording comes from the
    /// orders alone.
    pub before: Option<String>,
    /// Units of the text.
    pub units: usize,
    /// Those of them whose words were compared with an order or with the text before.
    pub compared: usize,
    /// Those whose words could not be compared, since their wording before is not known or a
    /// change with unknown words lies between.
    pub unknown: usize,
}

/// Everything that the audit of an act says.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Audit {
    /// How far each text was compared.
    pub texts: Vec<Compared>,
    /// What became of every order.
    pub orders: Vec<Account>,
    /// What does not agree, in the order of the texts.
    pub findings: Vec<Finding>,
}

impl Audit {
    /// Keeps what concerns the orders of one amending act.
    pub fn keep_act(&mut self, by: &ActId) {
        self.orders.retain(|account| account.by == *by);
        self.findings.retain(|finding| finding.by.as_ref() == Some(by));
    }
}
