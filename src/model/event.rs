//! What editorial notes tell: which act did what to which unit, from when. No wording.

use super::act::ActId;
use super::address::Address;
use super::day::{EffectRule, EndRule};
use super::named::named;
use super::tree::UnitIndex;
use serde::{Deserialize, Serialize};

/// The form in which a note is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum NoteForm {
    /// «Ескерту. …».
    Eskertu,
    /// «5) алып тасталды - …»: the note is the unit's whole body.
    Inline,
    /// «ЗҚАИ-ның ескертпесі!» with the line after it.
    Zqai,
}

impl NoteForm {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            NoteForm::Eskertu => "eskertu",
            NoteForm::Inline => "inline",
            NoteForm::Zqai => "zqai_note",
        }
    }
}

named! {
    /// What happened to a unit.
    EventKind {
        /// «жаңа редакцияда».
        NewRedaction = "new_redaction",
        /// «өзгеріс енгізілді»: something in the unit changed, the note does not say what.
        Amended = "amended",
        /// «толықтырылды»: the unit was added.
        Added = "added",
        /// «күші жойылды».
        Repealed = "repealed",
        /// «алып тасталды».
        Excluded = "excluded",
        /// «тақырыбына өзгеріс енгізілді».
        TitleChanged = "title_changed",
        /// «тақырыбы жаңа редакцияда».
        TitleNewRedaction = "title_new_redaction",
        /// «бүкіл мәтін бойынша … ауыстырылды».
        WordsReplaced = "words_replaced",
        /// «жаңа редакцияда көзделген».
        PlannedNewRedaction = "planned_new_redaction",
        /// «толықтыру көзделген».
        PlannedAdded = "planned_added",
        /// «алып тастау көзделген».
        PlannedExcluded = "planned_excluded",
        /// «өзгеріс енгізу көзделген».
        PlannedAmended = "planned_amended",
        /// «қолданысқа енгізілу тәртібін … қараңыз».
        SeeEntryIntoForce = "see_entry_into_force",
        /// «… бастап … дейін қолданыста болады».
        EffectPeriod = "effect_period",
        /// «… дейін тоқтатыла тұрды»: does not work until a day.
        Suspended = "suspended",
        /// «қазақ тіліндегі мәтін өзгермейді»: only the text in another language changed.
        OtherLanguage = "other_language",
    }
}

impl EventKind {
    /// True for changes that are announced but not yet carried out in the text.
    pub fn is_planned(self) -> bool {
        matches!(
            self,
            EventKind::PlannedNewRedaction
                | EventKind::PlannedAdded
                | EventKind::PlannedExcluded
                | EventKind::PlannedAmended
        )
    }
}

/// One change that a note tells of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// What happened.
    pub kind: EventKind,
    /// The act that did it. The issuer is as far as the note names it.
    pub by: ActId,
    /// From when.
    pub effect: EffectRule,
    /// When what it tells ends by itself: a period of effect, a suspension.
    pub until: Option<EndRule>,
    /// The adoption day as printed, where it is impossible or contradicts the number. Where
    /// nothing else in the text tells the day, `by` carries the first one of the month or year
    /// that is printed, and `effect` is unstated unless the note names a day of its own.
    pub adopted_printed: Option<String>,
}

/// An editorial note, read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The unit of kind `note`, or for an inline note the excluded unit itself.
    pub unit: UnitIndex,
    /// How it is printed.
    pub form: NoteForm,
    /// What it speaks of, from the root of the text; the empty address is the whole act.
    pub targets: Vec<Address>,
    /// The place of an addition where the note names one: an address (`1-тарау`) or the
    /// act's own kind word («Талаптар»).
    pub container: Option<String>,
    /// Its events, as printed; empty where the note could not be read.
    pub events: Vec<Event>,
    /// Quoted old words of a whole-text replacement, in printed order.
    pub old_words: Vec<String>,
    /// Quoted new words of a whole-text replacement, in printed order.
    pub new_words: Vec<String>,
}
