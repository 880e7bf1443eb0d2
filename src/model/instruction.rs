//! One order of an amending act: which act, where in it, what to do, with what words, from when.

use super::act::{ActId, ActType};
use super::address::{Address, Step};
use super::day::{EffectRule, EndRule};
use super::evidence::Span;
use super::named::named;
use super::tree::Unit;
use serde::{Deserialize, Serialize};

named! {
    /// What an order does.
    Operation {
        /// «мынадай редакцияда жазылсын».
        Replace = "replace",
        /// «толықтырылсын» with whole units.
        Insert = "insert",
        /// «алып тасталсын».
        Delete = "delete",
        /// «күші жойылды деп танылсын».
        Repeal = "repeal",
        /// «тоқтатыла тұрсын».
        Suspend = "suspend",
        /// «деген сөздер … ауыстырылсын».
        ReplaceWords = "replace_words",
        /// «деген сөздерден кейін … толықтырылсын».
        InsertWords = "insert_words",
        /// «деген сөздер алып тасталсын».
        DeleteWords = "delete_words",
        /// «бүкіл мәтін бойынша … ауыстырылсын».
        ReplaceWordsEverywhere = "replace_words_everywhere",
        /// «бүкіл мәтін бойынша … толықтырылсын».
        InsertWordsEverywhere = "insert_words_everywhere",
        /// «тақырыбы мынадай редакцияда жазылсын».
        ReplaceTitle = "replace_title",
        /// «қосымшаға сәйкес жаңа редакцияда жазылсын».
        ReplaceByAnnex = "replace_by_annex",
        /// «… абзацтар мынадай редакцияда жазылсын».
        ReplaceIndents = "replace_indents",
        /// «… абзацтармен толықтырылсын».
        InsertIndents = "insert_indents",
        /// «… абзац алып тасталсын».
        DeleteIndents = "delete_indents",
        /// «бүкіл мәтін бойынша «…» деген сөздер алып тасталсын».
        DeleteWordsEverywhere = "delete_words_everywhere",
        /// «… тиісінше … деп есептелсін».
        Renumber = "renumber",
    }
}

/// On which side of its anchor something is inserted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Position {
    /// Before it.
    Before,
    /// After it.
    After,
}

impl Position {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Position::Before => "before",
            Position::After => "after",
        }
    }
}

/// An order as read. `read: false` keeps what could not be understood, so that nothing is dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instruction {
    /// The order and its new text.
    pub span: Span,
    /// Where the order stands in the amending act: `бекітілген/4#4`.
    pub at: Address,
    /// Where it stands in a numbered item of the amending point, counted as lawyers cite it:
    /// `1-бап/2/3)#5`; `None` where the point has no items.
    pub item: Option<Address>,
    /// The act it amends, as its header names it; `None` where the header could not be read.
    pub target_act: Option<ActId>,
    /// What the header quotes where its words do not suffice to identify the act: since 2021
    /// laws are cited by their titles alone.
    pub target_title: Option<CitedTitle>,
    /// True where the header names a document that the target act approves
    /// («көрсетілген қаулымен бекітілген … талаптарда»): targets lie inside `бекітілген`.
    pub in_approved: bool,
    /// What narrows the target, outermost first: the address of the paragraph that names the
    /// act or its component, then the words of the lines above without their colon.
    pub context: Vec<String>,
    /// The units that change, or for an insertion the new ones; component prefix included.
    pub targets: Vec<Address>,
    /// The unit after or before which, or in which, something is inserted.
    pub container: Option<Address>,
    /// What is done.
    pub operation: Operation,
    /// Ordinals, from 1, of the sentences of the target that the order speaks of; empty: of all
    /// of it. A sentence that is worded anew, comes or goes is an order on words without quoted
    /// old words: its new words are the new text.
    pub sentences: Vec<u32>,
    /// Ordinals, from 1, of the columns of a table in which the order changes something; empty:
    /// of all. A cell that is worded anew is an order on words without quoted old words.
    pub columns: Vec<u32>,
    /// For a renumbering the addresses that the targets get, in the same order.
    pub renumbered: Vec<Address>,
    /// The side of the anchor, for insertions that name one.
    pub position: Option<Position>,
    /// Quoted old words, in printed order.
    pub old_words: Vec<String>,
    /// Quoted new words, in printed order.
    pub new_words: Vec<String>,
    /// The new text without its outer quotes, paragraphs joined by a line feed.
    pub new_text: Option<String>,
    /// The new text as units: addresses in the target act (component prefix included),
    /// bytes and lines in the amending act's file. A parent stands before its children;
    /// `parent` counts within this list.
    pub new_units: Vec<Unit>,
    /// When it takes effect; `None` where the act's clause could not be read.
    pub in_force: Option<EffectRule>,
    /// Units of the new text that take effect otherwise, by their addresses in the target act.
    pub exceptions: Vec<(Address, EffectRule)>,
    /// When what it does ends by itself: a suspension until a day, the expiry of the amending
    /// act; `None` for an order without an end.
    pub until: Option<EndRule>,
    /// Units of the new text whose effect ends otherwise, by their addresses in the target act.
    pub endings: Vec<(Address, EndRule)>,
    /// False where the order was recognised as one but not understood.
    pub read: bool,
    /// The order's own words.
    pub quote: String,
}

impl Instruction {
    /// True where the order names what it words anew, brings or removes by counting inside its
    /// target (sentences, cells) and not by quoting: its target is the unit around that.
    pub fn counts(&self) -> bool {
        self.old_words.is_empty() && !(self.sentences.is_empty() && self.columns.is_empty())
    }

    /// The unit that a target stands for where its address alone names no place of the act: the
    /// last paragraph of a unit, an entry of the contents, a unit that gets another number.
    /// Something changes inside it, and the address does not tell where.
    pub fn around(&self, target: &Address) -> Option<Address> {
        if let Some(contents) = target.contents() {
            return Some(contents);
        }
        let moves = self.operation == Operation::Renumber;
        let last = target.steps().iter().position(|step| *step == Step::LastText);
        match last {
            Some(at) => Some(Address::new(target.steps()[..at].to_vec())),
            None => target.parent().filter(|_| moves),
        }
    }
}

/// An act as it is named without its day or number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CitedTitle {
    /// The form of the act.
    pub form: ActType,
    /// Its title, or the name of a code.
    pub title: String,
}

/// The title of an act as another act quotes it: it bore that title when the other was adopted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotedTitle {
    /// The act that bears the title.
    pub act: ActId,
    /// The title, without the quotation marks around it.
    pub title: String,
    /// The header that quotes it.
    pub span: Span,
}

/// Everything that an amending act orders, in document order.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Orders {
    /// The orders.
    pub instructions: Vec<Instruction>,
    /// Acts that the headers or the act's own title name, whether or not their orders could be
    /// read.
    pub targets: Vec<ActId>,
    /// Acts that they name by title alone.
    pub cited: Vec<CitedTitle>,
    /// Titles that the headers quote.
    pub titles: Vec<QuotedTitle>,
}
