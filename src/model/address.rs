//! The address of a unit: the chain of marks by which lawyers cite it, from the outside in.
//! One place derives the canonical short form (`бекітілген/6/17)`) and one the eId.
//!
//! An address names a place, not a unit: two units may have held it one after the other
//! (`node` tells them apart).

use super::kind::Kind;
use super::number::Number;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// One link of an address.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Step {
    /// `бекітілген`: the document that the act approves.
    Approved,
    /// `N-қосымша` or `қосымша`.
    Annex(Option<Number>),
    /// `тақырып`.
    Title,
    /// `реквизит`.
    Identity,
    /// `кіріспе`.
    Preamble,
    /// `N-бөлім`.
    Part(Number),
    /// `N-кіші бөлім`, after its part.
    Subpart(Number),
    /// `N-тарау`.
    Chapter(Number),
    /// `N-параграф`, after its chapter.
    Section(Number),
    /// `N-бап`.
    Article(Number),
    /// Bare number: `17-1`.
    Paragraph(Number),
    /// `17)`.
    Subparagraph(Number),
    /// `#k`: unnumbered paragraph, counted from 1 within its owner; in a numbered unit
    /// the paragraph with the number is `#1` and is the unit itself.
    Text(u32),
    /// `кесте`, or `N-кесте` where there are several.
    Table(Option<u32>),
    /// `баған нөмірлері`.
    ColumnNumbers,
    /// `N-топ`: group line of a table.
    Group(Number),
    /// Row of a table, after its table.
    Row(Number),
    /// `ескертпе *`: footnote of a table with its mark.
    Footnote(String),
    /// `аббревиатуралар`.
    Abbreviations,
    /// Entry of a list of abbreviations.
    Abbreviation(String),
    /// `бекіту белгісі`.
    Stamp,
    /// `қолтаңба`.
    Signature,
    /// `нысан`.
    Form,
    /// `адресат`.
    Addressee,
    /// `мазмұны`; a heading listed in it follows as a step of its own.
    Contents,
    /// `#соңғы`: the last unnumbered paragraph or part of its owner, as orders name it; which
    /// position that is only the text tells.
    LastText,
}

impl Step {
    /// True for the steps that name a document inside an act.
    pub fn is_component(&self) -> bool {
        matches!(self, Step::Approved | Step::Annex(_))
    }

    /// The number that the step carries, if any.
    pub fn number(&self) -> Option<&Number> {
        match self {
            Step::Annex(number) => number.as_ref(),
            Step::Part(n)
            | Step::Subpart(n)
            | Step::Chapter(n)
            | Step::Section(n)
            | Step::Article(n)
            | Step::Paragraph(n)
            | Step::Subparagraph(n)
            | Step::Group(n)
            | Step::Row(n) => Some(n),
            _ => None,
        }
    }

    /// The kind of unit that such a step leads to.
    pub fn kind(&self) -> Kind {
        match self {
            Step::Approved | Step::Annex(_) => Kind::Annex,
            Step::Title => Kind::Title,
            Step::Identity => Kind::ActIdentity,
            Step::Preamble => Kind::Preamble,
            Step::Part(_) => Kind::Part,
            Step::Subpart(_) => Kind::Subpart,
            Step::Chapter(_) => Kind::Chapter,
            Step::Section(_) => Kind::Section,
            Step::Article(_) => Kind::Article,
            Step::Paragraph(_) => Kind::Paragraph,
            Step::Subparagraph(_) => Kind::Subparagraph,
            Step::Text(_) => Kind::Text,
            Step::Table(_) => Kind::Table,
            Step::ColumnNumbers => Kind::ColumnNumbers,
            Step::Group(_) => Kind::TableGroup,
            Step::Row(_) => Kind::Row,
            Step::Footnote(_) => Kind::Footnote,
            Step::Abbreviations => Kind::Abbreviations,
            Step::Abbreviation(_) => Kind::Abbreviation,
            Step::Stamp => Kind::Stamp,
            Step::Signature => Kind::Signature,
            Step::Form => Kind::Form,
            Step::Addressee => Kind::Addressee,
            Step::Contents => Kind::Contents,
            Step::LastText => Kind::Text,
        }
    }

    /// The step's part of an eId, by the Akoma Ntoso naming convention.
    fn eid(&self) -> String {
        match self {
            Step::Approved => "att_1".into(),
            Step::Annex(None) => "att_1".into(),
            Step::Annex(Some(n)) => format!("att_{n}"),
            Step::Title => "title".into(),
            Step::Identity => "identity".into(),
            Step::Preamble => "preamble".into(),
            Step::Part(n) => format!("sec_{n}"),
            Step::Subpart(n) => format!("subsec_{n}"),
            Step::Chapter(n) => format!("chp_{n}"),
            Step::Section(n) => format!("subchp_{n}"),
            Step::Article(n) => format!("art_{n}"),
            Step::Paragraph(n) => format!("para_{n}"),
            Step::Subparagraph(n) => format!("point_{n}"),
            Step::Text(k) => format!("al_{k}"),
            Step::Table(None) => "table_1".into(),
            Step::Table(Some(n)) => format!("table_{n}"),
            Step::ColumnNumbers => "columns".into(),
            Step::Group(n) => format!("group_{n}"),
            Step::Row(n) => format!("tr_{n}"),
            Step::Footnote(mark) => format!("note_{}", encoded(mark)),
            Step::Abbreviations => "abbr".into(),
            Step::Abbreviation(word) => format!("abbr_{}", encoded(word)),
            Step::Stamp => "stamp".into(),
            Step::Signature => "signature".into(),
            Step::Form => "form".into(),
            Step::Addressee => "addressee".into(),
            Step::Contents => "toc".into(),
            Step::LastText => "al_last".into(),
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Approved => write!(f, "бекітілген"),
            Step::Annex(None) => write!(f, "қосымша"),
            Step::Annex(Some(n)) => write!(f, "{n}-қосымша"),
            Step::Title => write!(f, "тақырып"),
            Step::Identity => write!(f, "реквизит"),
            Step::Preamble => write!(f, "кіріспе"),
            Step::Part(n) => write!(f, "{n}-бөлім"),
            Step::Subpart(n) => write!(f, "{n}-кіші бөлім"),
            Step::Chapter(n) => write!(f, "{n}-тарау"),
            Step::Section(n) => write!(f, "{n}-параграф"),
            Step::Article(n) => write!(f, "{n}-бап"),
            Step::Paragraph(n) => write!(f, "{n}"),
            Step::Subparagraph(n) => write!(f, "{n})"),
            Step::Text(k) => write!(f, "#{k}"),
            Step::Table(None) => write!(f, "кесте"),
            Step::Table(Some(n)) => write!(f, "{n}-кесте"),
            Step::ColumnNumbers => write!(f, "баған нөмірлері"),
            Step::Group(n) => write!(f, "{n}-топ"),
            Step::Row(n) => write!(f, "{n}"),
            Step::Footnote(mark) => write!(f, "ескертпе {mark}"),
            Step::Abbreviations => write!(f, "аббревиатуралар"),
            Step::Abbreviation(word) => write!(f, "{word}"),
            Step::Stamp => write!(f, "бекіту белгісі"),
            Step::Signature => write!(f, "қолтаңба"),
            Step::Form => write!(f, "нысан"),
            Step::Addressee => write!(f, "адресат"),
            Step::Contents => write!(f, "мазмұны"),
            Step::LastText => write!(f, "#соңғы"),
        }
    }
}

/// Words as a part of an eId: letters and digits of any script, `-`, `.` and `*` stay, every other
/// character is percent-encoded as RFC 3987 (section 3.1) does it. So an eId has neither white
/// space nor what delimits an IRI, `__` stands between steps only, and the words can be read back.
fn encoded(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        if letter.is_alphanumeric() || "-.*".contains(letter) {
            out.push(letter);
            continue;
        }
        for byte in letter.encode_utf8(&mut [0; 4]).bytes() {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

/// A chain of steps; the empty chain is the whole act and prints as `*`.
///
/// Parts, chapters and sections stand in the address of a heading only: articles and points
/// are numbered through them. The order is that of the steps, not that of the printed act.
#[derive(Clone, Default)]
pub struct Address {
    /// Shared with the addresses of parts and of what is around; `None` for the whole act.
    chain: Option<Arc<[Step]>>,
    /// How many steps of the chain belong to it.
    length: usize,
}

impl Address {
    /// The whole act.
    pub fn whole() -> Self {
        Address::default()
    }

    /// An address of these steps, outermost first.
    pub fn new(steps: Vec<Step>) -> Self {
        steps.into_iter().collect()
    }

    /// The steps, outermost first.
    pub fn steps(&self) -> &[Step] {
        self.chain.as_deref().and_then(|chain| chain.get(..self.length)).unwrap_or_default()
    }

    /// The address one step further in.
    pub fn child(&self, step: Step) -> Self {
        self.steps().iter().cloned().chain([step]).collect()
    }

    /// The address without its last step; `None` for the whole act.
    pub fn parent(&self) -> Option<Self> {
        Some(self.first(self.length.checked_sub(1)?))
    }

    /// The address of the first steps.
    fn first(&self, length: usize) -> Self {
        Address { chain: self.chain.clone().filter(|_| length > 0), length }
    }

    /// The last step; `None` for the whole act.
    pub fn last(&self) -> Option<&Step> {
        self.steps().last()
    }

    /// True for the whole act.
    pub fn is_whole(&self) -> bool {
        self.length == 0
    }

    /// The leading steps that name a document inside the act; empty for the body.
    pub fn component(&self) -> Address {
        self.first(self.component_steps())
    }

    fn component_steps(&self) -> usize {
        self.steps().iter().take_while(|step| step.is_component()).count()
    }

    /// The address inside its component.
    pub fn within_component(&self) -> Address {
        match self.component_steps() {
            0 => self.clone(),
            length => self.steps().iter().skip(length).cloned().collect(),
        }
    }

    /// This address seen from inside another one's component.
    pub fn prefixed(&self, component: &Address) -> Address {
        if component.is_whole() {
            return self.clone();
        }
        component.steps().iter().chain(self.steps()).cloned().collect()
    }

    /// True when `self` is `other` or lies inside it.
    pub fn is_within(&self, other: &Address) -> bool {
        self.steps().starts_with(other.steps())
    }

    /// The table of contents in which this is an entry; `None` for any other address.
    pub fn contents(&self) -> Option<Address> {
        let at = self.steps().iter().position(|step| *step == Step::Contents)?;
        (at + 1 < self.length).then(|| self.first(at + 1))
    }

    /// The eId by the Akoma Ntoso naming convention, unique in the whole act as long as a body
    /// that approves a document has no annex 1 of its own: `att_1__para_6__point_17`.
    pub fn eid(&self) -> String {
        let parts: Vec<String> = self.steps().iter().map(Step::eid).collect();
        parts.join("__")
    }
}

impl FromIterator<Step> for Address {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Self {
        let chain: Arc<[Step]> = steps.into_iter().collect();
        let length = chain.len();
        Address { chain: (length > 0).then_some(chain), length }
    }
}

impl PartialEq for Address {
    fn eq(&self, other: &Self) -> bool {
        self.length == other.length && self.steps() == other.steps()
    }
}

impl Eq for Address {}

impl PartialOrd for Address {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Address {
    fn cmp(&self, other: &Self) -> Ordering {
        self.steps().cmp(other.steps())
    }
}

impl Hash for Address {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.steps().hash(state);
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Address").field(&self.steps()).finish()
    }
}

impl Serialize for Address {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.steps().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Address {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Address::new)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_whole() {
            return write!(f, "*");
        }
        for (i, step) in self.steps().iter().enumerate() {
            if i > 0 && !matches!(step, Step::Text(_) | Step::LastText) {
                write!(f, "/")?;
            }
            write!(f, "{step}")?;
        }
        Ok(())
    }
}
