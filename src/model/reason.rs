//! Why an answer is what it is: one value a reason, worded elsewhere in three languages.

use super::act::ActId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A reason, with what its sentence needs.
#[expect(missing_docs, reason = "the fields are named by their variant's sentence")]
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reason {
    /// An order prints the words.
    Instruction { act: ActId },
    /// A consolidated text prints the words.
    Consolidated,
    /// The text as adopted prints the words.
    Original,
    /// Another act quotes the words.
    Cited { act: ActId },
    /// The order of an act was carried out on the words that stood before.
    CarriedOut { act: ActId },
    /// The order of an act, which names these words, was taken back on the words after it.
    TakenBack { act: ActId },
    /// Carried over these acts, which amended the document elsewhere, on the notes' silence.
    NotesSilent { acts: Vec<ActId> },
    /// Carried over these acts, whose orders are in the corpus and leave the place alone.
    OrdersLeaveAlone { acts: Vec<ActId> },
    /// Carried over these acts, which amended the unit or something around it.
    AmendedAround { acts: Vec<ActId> },
    /// A later restatement or removal has swallowed the notes of the stretch with these acts.
    NotesSwallowed { acts: Vec<ActId> },
    /// A later restatement or removal has replaced the notes that would tell of changes on the day.
    NotesGone,
    /// The text in the corpus does not reach this place, so its notes say nothing of these acts.
    BeyondText { acts: Vec<ActId> },
    /// A whole-text replacement was undone on words that may have stood there before it.
    WordsMayHaveStood { act: ActId, words: Vec<String> },
    /// This act deleted words here or in what is around; where they stood, nothing tells.
    WordsMayHaveGone { act: ActId, words: Vec<String> },
    /// The day lies after the last day up to which the corpus knows the act.
    AfterHorizon { horizon: Date },
    /// The wording that this act replaced is not in the corpus.
    ReplacedTextMissing { act: ActId },
    /// The wording that this act brought is not in the corpus.
    NewTextMissing { act: ActId },
    /// The wording that this act removed is not in the corpus.
    RemovedTextMissing { act: ActId },
    /// No text in the corpus reaches this place.
    NoText,
    /// A change was planned for a day that has come; its wording is not in the corpus.
    PlannedTextMissing { act: ActId },
    /// The day of effect of this act is known only as a window.
    EffectDayUnknown { act: ActId, earliest: Option<Date>, latest: Option<Date> },
    /// The act itself was not in effect yet.
    ActNotInEffect { act: ActId },
    /// The unit was added by this act.
    AddedLater { act: ActId },
    /// A number with a dash is given to inserted units only, and no act had amended the
    /// container yet.
    InsertedNumber,
    /// Suspended by this act, until a day where one is fixed.
    Suspended { act: ActId, until: Option<Date> },
    /// What this act brought was to hold for a time only, and the time is over.
    Expired { act: ActId },
    /// These acts, adopted on one day and in effect from one day, change the same place.
    SameDay { acts: Vec<ActId> },
    /// The act as adopted has no such provision, and nothing tells of one that brought it.
    NotAdopted,
    /// Orders of these acts name words or a unit that do not stand here.
    OrderContradicted { acts: Vec<ActId> },
    /// These acts change the place, and which of them took effect last is not known.
    OrderOfEffectUnknown { acts: Vec<ActId> },
    /// A note here, or what the words say of their own days, was not understood.
    NoteUnread,
    /// So many files of the corpus could not be read, the first of them these: they may change
    /// anything here.
    FilesUnread { count: usize, files: Vec<String> },
    /// Two sources print different words for the same state.
    SourcesDiffer,
    /// Removed by this act.
    Removed { act: ActId },
    /// Repealed by this act.
    Repealed { act: ActId },
    /// This act restated the container without the unit.
    DroppedByRestatement { act: ActId },
    /// Nothing tells whether a unit with this number stood before the day.
    FormerUnknown,
    /// The container was restated or inserted with these words unknown, so the set of its
    /// parts is unknown.
    PartsUnknown { act: Option<ActId> },
}

impl Reason {
    /// The code that stands in JSON.
    pub fn code(&self) -> &'static str {
        match self {
            Reason::Instruction { .. } => "instruction",
            Reason::Consolidated => "consolidated",
            Reason::Original => "original",
            Reason::Cited { .. } => "cited",
            Reason::CarriedOut { .. } => "carried_out",
            Reason::TakenBack { .. } => "taken_back",
            Reason::NotesSilent { .. } => "notes_silent",
            Reason::OrdersLeaveAlone { .. } => "orders_leave_alone",
            Reason::AmendedAround { .. } => "amended_around",
            Reason::NotesSwallowed { .. } => "notes_swallowed",
            Reason::NotesGone => "notes_gone",
            Reason::BeyondText { .. } => "beyond_text",
            Reason::WordsMayHaveStood { .. } => "words_may_have_stood",
            Reason::WordsMayHaveGone { .. } => "words_may_have_gone",
            Reason::AfterHorizon { .. } => "after_horizon",
            Reason::ReplacedTextMissing { .. } => "replaced_text_missing",
            Reason::NewTextMissing { .. } => "new_text_missing",
            Reason::RemovedTextMissing { .. } => "removed_text_missing",
            Reason::NoText => "no_text",
            Reason::PlannedTextMissing { .. } => "planned_text_missing",
            Reason::EffectDayUnknown { .. } => "effect_day_unknown",
            Reason::ActNotInEffect { .. } => "act_not_in_effect",
            Reason::AddedLater { .. } => "added_later",
            Reason::InsertedNumber => "inserted_number",
            Reason::NotAdopted => "not_adopted",
            Reason::OrderContradicted { .. } => "order_contradicted",
            Reason::OrderOfEffectUnknown { .. } => "order_of_effect_unknown",
            Reason::NoteUnread => "note_unread",
            Reason::FilesUnread { .. } => "files_unread",
            Reason::SourcesDiffer => "sources_differ",
            Reason::Suspended { .. } => "suspended",
            Reason::Expired { .. } => "expired",
            Reason::SameDay { .. } => "same_day",
            Reason::Removed { .. } => "removed",
            Reason::Repealed { .. } => "repealed",
            Reason::DroppedByRestatement { .. } => "dropped_by_restatement",
            Reason::FormerUnknown => "former_unknown",
            Reason::PartsUnknown { .. } => "parts_unknown",
        }
    }
}
