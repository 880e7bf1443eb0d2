//! A point that repeals or suspends other acts or points of them → the acts with their units:
//! `«Title» 2007 жылғы 11 қаңтардағы Қазақстан Республикасы Заңының (…) күші жойылды деп
//! танылсын`, `… 5-бабының қолданылуы 2025 жылғы 1 қаңтарға дейін тоқтатыла тұрсын`, or a list
//! under `Мыналардың күші жойылды деп танылсын:` or in the annex of the act.

use super::header::{self, Named, named};
use super::line::{self, Spotted};
use crate::kazakh::noun::Case;
use crate::kazakh::unit::UnitNoun;
use crate::kazakh::words::words;
use crate::model::address::{Address, Step};
use crate::model::day::{EffectRule, EndRule};
use crate::model::instruction::Operation;
use crate::model::kind::Kind;
use crate::model::tree::{Tree, UnitIndex};
use crate::parse::citation::expand::{self, Scope};
use crate::parse::citation::phrase;
use crate::parse::command::{Command, commands};
use crate::parse::effect;
use crate::parse::mention;

/// A repeal or suspension that a point orders.
pub(super) struct Repealed {
    /// The unit that names the act.
    pub unit: UnitIndex,
    /// The act; `None` for a member of a list that names none.
    pub named: Option<Named>,
    /// Its units, the whole act where none is named; `None` where a unit is named that has no
    /// address.
    pub targets: Option<Vec<Address>>,
    /// True where the units are those of a document that the act approves.
    pub in_approved: bool,
    /// `Repeal` or `Suspend`.
    pub operation: Operation,
    /// The first day of a suspension, where the point names one.
    pub from: Option<EffectRule>,
    /// Its end.
    pub until: Option<EndRule>,
}

/// The repeals and suspensions that a point orders, with those of the list under it or in the
/// annex that it names; none where it orders none.
pub(super) fn read(tree: &Tree, point: UnitIndex) -> Vec<Repealed> {
    let words = tree.units[point].words();
    let plain = line::without_quotations(words);
    let found = commands(&plain);
    let (operation, bytes) = match found.as_slice() {
        [(Command::Repeal, bytes)] => (Operation::Repeal, bytes),
        [(Command::Suspend, bytes)] => (Operation::Suspend, bytes),
        _ => return Vec::new(),
    };
    let days = match operation {
        Operation::Suspend => (effect::starting(&plain), effect::until(&plain)),
        _ => (None, None),
    };
    let base = |unit: UnitIndex| Repealed {
        unit,
        named: None,
        targets: None,
        in_approved: false,
        operation,
        from: days.0.clone(),
        until: days.1.clone(),
    };
    let member = |unit: UnitIndex| repealed(tree.units[unit].words(), base(unit));
    if words[bytes.end..].trim() == ":" {
        return tree.children(point).map(member).collect();
    }
    let ordered = repealed(&words[..bytes.start], base(point));
    let identified = ordered.named.as_ref().is_some_and(|named| named.act.is_some());
    let listed = if identified { Vec::new() } else { listed(tree, &plain[..bytes.start]) };
    if !listed.is_empty() {
        return listed.into_iter().map(member).collect();
    }
    ordered.named.is_some().then_some(ordered).into_iter().collect()
}

/// The members of the list to which the words before the command send: «осы қаулыға қосымшаға
/// сәйкес», «қоса беріліп отырған тізбеге сәйкес». None where the text has no such list.
fn listed(tree: &Tree, sentence: &str) -> Vec<UnitIndex> {
    let annex = line::citations(sentence).iter().find_map(own_annex);
    let attached = || {
        let said = words(sentence);
        let listed = said.iter().any(|word| word.key.starts_with("тизбе"));
        listed.then(|| only_document(tree)).flatten()
    };
    let Some(place) = annex.or_else(attached) else { return Vec::new() };
    let inside = |unit: &UnitIndex| {
        let unit = &tree.units[*unit];
        unit.address.is_within(&place) && unit.address != place && is_member(unit.kind)
    };
    let opens = |unit: &UnitIndex| {
        let text = tree.units[*unit].words().trim_end();
        text.is_empty() || text.ends_with(':') && mention::dated_numbers(text).is_empty()
    };
    (0..tree.units.len()).filter(inside).filter(|unit| !opens(unit)).collect()
}

/// The annex of the act in which the sentence stands: what it is an annex of, stands before it in
/// the dative or the genitive.
fn own_annex(cited: &Spotted) -> Option<Address> {
    let annex = matches!(cited.chain.as_slice(), [only] if only.noun == UnitNoun::Annex);
    let case = phrase::case(&cited.chain)?;
    let sends = matches!(case, Case::Dative | Case::Locative);
    (annex && sends).then(|| expand::expand(&Scope::default(), &cited.chain))??.into_iter().next()
}

/// The document that the act approves or carries, where it is the only one.
fn only_document(tree: &Tree) -> Option<Address> {
    let mut documents = tree.units.iter().map(|unit| unit.address.component());
    let first = documents.find(|document| !document.is_whole())?;
    documents.all(|other| other.is_whole() || other == first).then_some(first)
}

/// False for what stands around the members of a list.
fn is_member(kind: Kind) -> bool {
    matches!(kind, Kind::Paragraph | Kind::Subparagraph | Kind::Text | Kind::Row | Kind::Unread)
}

fn repealed(words: &str, base: Repealed) -> Repealed {
    let approving = approving(words);
    let found = match &approving {
        Some((end, _)) => named(&words[..*end], &[Case::Instrumental]),
        None => named(words, &[Case::Genitive, Case::Nominative]),
    };
    let Some(found) = found else { return base };
    let in_approved = approving.is_some();
    let root = if in_approved { vec![Step::Approved] } else { Vec::new() };
    let scope = Scope { address: Address::new(root), in_code: false };
    let behind = approving.map_or(found.at.end, |(_, behind)| behind);
    let after = header::without_brackets(&line::without_quotations(words[behind..].trim_end()));
    let citations = line::citations(&after);
    let targets = match citations.as_slice() {
        [] => Some(vec![scope.address.clone()]),
        cited => line::addresses(&scope, cited),
    };
    let targets = targets.filter(|_| mention::dated_numbers(&after).is_empty());
    Repealed { named: Some(found), targets, in_approved, ..base }
}

/// «№ 54 қаулысымен бекітілген …»: bytes behind the word for the act, and behind «бекітілген».
pub(super) fn approving(text: &str) -> Option<(usize, usize)> {
    let plain = header::without_brackets(&line::without_quotations(text));
    let said = words(&plain);
    let at = header::approving(&said)?;
    Some((said[at].bytes.end, said[at + 1].bytes.end))
}
