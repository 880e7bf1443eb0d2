//! The lines above an order → where it stands: in which act, in which document of it, inside
//! which unit.

use super::header;
use super::items::own_number;
use super::line::{self, Line};
use crate::kazakh::noun::Case;
use crate::kazakh::unit::{UnitNoun, recognise};
use crate::kazakh::words::{Word, first_words, words};
use crate::model::act::{ActId, ActType};
use crate::model::address::{Address, Step};
use crate::model::instruction::CitedTitle;
use crate::parse::citation::expand::{self, Scope};
use crate::parse::citation::phrase;
use crate::parse::mention;

/// An opened scope.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Opened {
    /// Its words without the colon.
    words: String,
    /// Where it leads; `None` where that could not be read.
    address: Option<Address>,
    /// The rank of the outermost unit that it names.
    rank: u8,
    /// The innermost unit that it names.
    innermost: Option<UnitNoun>,
}

/// Where orders stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    /// The act that the header names.
    pub act: Option<ActId>,
    /// What it quotes, where that does not suffice to identify the act.
    pub title: Option<CitedTitle>,
    /// True inside a document that it approves.
    pub in_approved: bool,
    /// The paragraph that names the act, or the document inside it.
    named_at: Option<Address>,
    /// The number, among the orders, of the line that has entered the document.
    item: Option<u32>,
    in_code: bool,
    opened: Vec<Opened>,
}

impl Standing {
    /// At the top of an act.
    pub fn new(named: header::Named, named_at: Address) -> Self {
        let named_at = Some(named_at);
        let in_code = named.form == ActType::Code;
        let title = named.cited();
        let act = named.act;
        Standing {
            act,
            title,
            in_approved: false,
            named_at,
            item: None,
            in_code,
            opened: Vec::new(),
        }
    }

    /// Under no header at all.
    pub fn nowhere() -> Self {
        Standing {
            act: None,
            title: None,
            in_approved: false,
            named_at: None,
            item: None,
            in_code: false,
            opened: Vec::new(),
        }
    }

    /// A line enters a document that the act approves.
    pub fn enter_approved(&mut self, at: &Address, words: &str) {
        self.in_approved = true;
        self.item = own_number(words);
        self.named_at = Some(at.clone());
        self.opened.clear();
    }

    /// The item behind the one that entered the document stands beside it in the list, and does not
    /// say whether its units are those of the act or of the document. True for such a line.
    pub fn begin_item(&mut self, words: &str) -> bool {
        let next = self.item.and_then(|item| item.checked_add(1));
        let beside = self.in_approved && next.is_some() && own_number(words) == next;
        if beside {
            self.lose(words);
        }
        beside
    }

    /// The part of such a line after the document's name may narrow the target further:
    /// «… бекітілген қағидаларда 5-тармақта».
    pub fn narrow_within(&mut self, words: &str) {
        let line = Line::new(words);
        let locative = |cited: &&line::Spotted| phrase::case(&cited.chain) == Some(Case::Locative);
        if let Some(cited) = line.citations.last().filter(locative) {
            let words = words[cited.bytes.clone()].to_owned();
            self.narrow(&words);
        }
    }

    /// A line narrows the target: «6-тармақта».
    pub fn narrow(&mut self, words: &str) {
        let words = without_own_number(words);
        let line = Line::new(words);
        self.leave(&line);
        let rank = self.outermost(&line).unwrap_or(0);
        let innermost = innermost(&line);
        let address = self.scope_of(&line).and_then(|scope| {
            let mut addresses = line::addresses(&scope, &line.citations)?.into_iter();
            addresses.next().filter(|_| addresses.next().is_none())
        });
        self.opened.push(Opened { words: words.to_owned(), address, rank, innermost });
    }

    /// A line that may have named a place and that nobody understands: nothing below it is
    /// understood, up to the next act or document.
    pub fn lose(&mut self, words: &str) {
        let words = words.trim().to_owned();
        self.opened.push(Opened { words, address: None, rank: 0, innermost: None });
    }

    /// Looks at the words with which an order begins: «бұйрықтың 1-тармағы» speaks of the act
    /// itself, «көрсетілген қаулымен бекітілген …» of the document that it approves.
    pub fn begin(&mut self, sentence: &str) {
        let plain = line::without_quotations(sentence);
        let approved = header::enters_approved(&plain);
        if approved != self.in_approved && (approved || names_act_itself(&plain)) {
            self.in_approved = approved;
            self.opened.clear();
        }
    }

    /// Leaves the scopes at and below the level of the outermost unit that a line cites.
    pub fn leave(&mut self, line: &Line) {
        if let Some(rank) = self.outermost(line) {
            self.opened.retain(|opened| opened.rank < rank);
        }
    }

    /// Leaves the scopes that another standing, which began as a copy of this one, has left.
    pub fn keep(&mut self, other: &Standing) {
        if self.in_approved == other.in_approved {
            self.opened.retain(|opened| other.opened.contains(opened));
        }
    }

    /// What citations are read against; `None` inside a scope that could not be read.
    pub fn scope(&self) -> Option<Scope> {
        let root = if self.in_approved { vec![Step::Approved] } else { Vec::new() };
        let address = match self.opened.last() {
            Some(opened) => opened.address.clone()?,
            None => Address::new(root),
        };
        Some(Scope { address, in_code: self.in_code })
    }

    /// What the citations of this line are read against: parts of a code that are named one after
    /// the other stand side by side.
    ///
    /// `None` where they are those of a document that the act approves and that nothing has
    /// entered: «Қағидалардың 4-тармағы» is no point of the act itself.
    pub fn scope_of(&self, line: &Line) -> Option<Scope> {
        let scope = self.scope()?;
        if !self.in_approved && belongs_to_document(line) || belongs_to_amending_act(line) {
            return None;
        }
        let after_part =
            self.opened.last().is_some_and(|opened| opened.innermost == Some(UnitNoun::Division));
        if self.in_code && after_part && begins_with_part(line) {
            return Some(Scope { address: scope.address.parent()?, ..scope });
        }
        Some(scope)
    }

    /// The rank of the outermost unit that a line cites first. A part of a code is numbered in its
    /// article, as the points of a law are, unless it stands in a point itself.
    fn outermost(&self, line: &Line) -> Option<u8> {
        let noun = line.citations.first()?.chain.first()?.noun;
        let in_point =
            self.opened.iter().any(|opened| opened.innermost == Some(UnitNoun::Paragraph));
        match noun {
            UnitNoun::Division if self.in_code && !in_point => {
                Some(expand::rank(UnitNoun::Paragraph))
            }
            noun => Some(expand::rank(noun)),
        }
    }

    /// What narrows the target, outermost first.
    pub fn context(&self) -> Vec<String> {
        let named = self.named_at.iter().map(Address::to_string);
        named.chain(self.opened.iter().map(|opened| opened.words.clone())).collect()
    }
}

/// The innermost unit that a line cites last.
pub(super) fn innermost(line: &Line) -> Option<UnitNoun> {
    line.citations.last()?.chain.last().map(|cited| cited.noun)
}

/// True for a line whose first citation begins with a part (бөлік).
pub(super) fn begins_with_part(line: &Line) -> bool {
    let first = line.citations.first().and_then(|cited| cited.chain.first());
    first.is_some_and(|cited| cited.noun == UnitNoun::Division)
}

/// True where the first citation of a line is owned by something that is neither a unit nor an
/// act: a word in the genitive stands before it.
fn belongs_to_document(line: &Line) -> bool {
    const GENITIVE: [&str; 6] = ["нын", "нин", "дын", "дин", "тын", "тин"];
    const PRONOUNS: [&str; 4] = ["онын", "олардын", "осынын", "сонын"];
    let Some(cited) = line.citations.first() else { return false };
    let before = words(&line.plain[..cited.bytes.start]);
    before.last().is_some_and(|owner| {
        let joined = line.plain[owner.bytes.end..cited.bytes.start].trim().is_empty();
        joined
            && GENITIVE.iter().any(|ending| owner.key.ends_with(ending))
            && !PRONOUNS.contains(&&*owner.key)
            && mention::form_word(owner.text).is_none()
            && recognise(owner.text).is_none()
    })
}

/// True where the first citation is one of the amending act itself: «осы қаулының 1-тармағы». Its
/// annexes hold new text and are no target.
fn belongs_to_amending_act(line: &Line) -> bool {
    let Some(cited) = line.citations.first() else { return false };
    let annex = cited.chain.first().is_some_and(|cited| cited.noun == UnitNoun::Annex);
    let before = words(&line.plain[..cited.bytes.start]);
    let owned = |pair: &[Word<'_>]| {
        pair[0].key == "осы"
            && mention::form_word(pair[1].text).is_some_and(|(_, form)| form.case == Case::Genitive)
    };
    !annex && before.windows(2).last().is_some_and(owned)
}

/// True for a line without a command of its own: orders end in the third person of the
/// imperative (`жаңартылсын`), lines that name a place do not.
pub(super) fn may_name_a_place(line: &str) -> bool {
    let plain = line::without_quotations(line);
    let last = words(&plain).last().map(|word| word.key.clone());
    last.is_some_and(|key| !key.ends_with("сын") && !key.ends_with("син"))
}

/// «бұйрықтың», «қаулының», «Заңның» before the first citation.
fn names_act_itself(plain: &str) -> bool {
    first_words(plain, 3).iter().any(|word| {
        mention::form_word(word.text)
            .is_some_and(|(_, form)| form.case == Case::Genitive && !form.plural)
    })
}

/// Without the number that the amending act gives to the line: `2) 6-тармақта`.
pub(super) fn without_own_number(words: &str) -> &str {
    let trimmed = words.trim_start();
    let digits = trimmed.find(|c: char| !(c.is_ascii_digit() || c == '-')).unwrap_or(0);
    match trimmed[digits..].strip_prefix(')') {
        Some(rest) if digits > 0 => {
            let first = words_of(rest);
            // `1) тармақшада` is the target itself, `1) және 2) тармақшаларда` too.
            let is_target = first.is_some_and(|word| {
                recognise(word).is_some_and(|(noun, _)| noun == UnitNoun::Subparagraph)
                    || matches!(word, "және" | "мен")
            });
            let listed = rest.trim_start().starts_with([',', '–', '-']);
            if is_target || listed { trimmed } else { rest.trim_start() }
        }
        _ => trimmed,
    }
}

/// The first word of a text that begins with one.
fn words_of(text: &str) -> Option<&str> {
    let trimmed = text.trim_start();
    if !trimmed.starts_with(char::is_alphabetic) {
        return None;
    }
    first_words(trimmed, 1).first().map(|word| word.text)
}
