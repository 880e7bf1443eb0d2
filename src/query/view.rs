//! Acts on the day of a question, each taken from the index once: their units by address, the
//! abbreviations that they use, and where in them a cited place leads.

use super::answer::{ActInfo, Ask, OutlineUnit};
use super::engine::{Engine, Refusal, info};
use super::refs::Reach;
use super::terms::{passage, unknown_parts};
use crate::model::act::{ActId, ActType};
use crate::model::address::{Address, Step};
use crate::model::certainty::{Certainty, Status};
use crate::model::kind::Kind;
use crate::model::number::Number;
use crate::refs::{ActName, Names, key};
use crate::terms::{self, Passage};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// Where a cited place leads.
pub(super) enum Found {
    /// To a place with this state.
    Stands((Status, Certainty)),
    /// Nowhere: what is around it is known, and it is not there.
    Nowhere,
    /// To words that the corpus does not know.
    Unknown,
}

/// An act on a day.
pub(super) struct View {
    units: Vec<OutlineUnit>,
    by_address: HashMap<Address, usize>,
    in_code: bool,
    /// The abbreviations by which it names acts.
    pub(super) names: Names,
}

impl View {
    fn new(units: Vec<OutlineUnit>, form: ActType) -> View {
        let terms = terms::read(units.iter().filter_map(passage));
        let names = Names::of(&terms, &titles(&units));
        let places = units.iter().enumerate();
        let by_address = places.map(|(at, unit)| (unit.address.clone(), at)).collect();
        View { names, units, by_address, in_code: form == ActType::Code }
    }

    /// The units of a provision, itself first.
    pub(super) fn inside(&self, address: &Address) -> impl Iterator<Item = &OutlineUnit> {
        let (start, depth) = match self.by_address.get(address) {
            _ if address.is_whole() => (0, None),
            Some(&start) => (start, Some(self.units[start].depth)),
            None => (self.units.len(), None),
        };
        let root = self.units.get(start);
        let inner = self.units.get(start + 1..).unwrap_or_default().iter();
        root.into_iter()
            .chain(inner.take_while(move |unit| depth.is_none_or(|depth| unit.depth > depth)))
    }

    fn get(&self, address: &Address) -> Option<(usize, &OutlineUnit)> {
        let at = *self.by_address.get(address)?;
        Some((at, &self.units[at]))
    }

    /// True where a place that is not there is known not to be: its container stands with words
    /// that are known and goes on in the same text, or its neighbours do.
    fn lacks(&self, address: &Address) -> bool {
        let Some(parent) = address.parent() else { return false };
        let component = parent == address.component();
        if !component {
            return match self.get(&parent) {
                // What a code counts as parts may have no numbers in this article.
                Some((at, _)) if self.in_code && !self.has_paragraphs(at) => false,
                Some((at, unit)) => self.is_whole_print(at, unit),
                None => self.lacks(&parent),
            };
        }
        let Some(step) = address.last() else { return false };
        let Some(Number::Dashed(parts)) = step.number() else { return false };
        let Some((first, dashes)) = parts.split_first() else { return false };
        let printed = |number: u32| {
            let beside = with_number(step, Number::plain(number));
            let unit = beside.and_then(|step| self.get(&parent.child(step)));
            unit.filter(|(_, unit)| unit.source.is_some() || unit.status == Status::Repealed)
        };
        let (before, after) = match dashes {
            // Between 7 and 8 no number is inserted that the text does not print.
            [_, ..] => (printed(*first), printed(first + 1)),
            [] => (first.checked_sub(1).and_then(printed), printed(first + 1)),
        };
        let between = match (before, after) {
            (Some((_, before)), Some((_, after))) => same_text(before, after),
            _ => false,
        };
        between || (dashes.is_empty() && parent.is_whole() && self.ends_before(step, *first))
    }

    /// True where the body of the act is known to its signature and has no unit of this number
    /// or of a later one.
    fn ends_before(&self, step: &Step, number: u32) -> bool {
        let signed = self
            .units
            .iter()
            .rev()
            .find(|unit| unit.kind == Kind::Signature && unit.address.component().is_whole());
        let mut beside = self
            .units
            .iter()
            .filter(|unit| unit.address.steps().len() == 1 && unit.kind == step.kind());
        let last = beside.clone().next_back();
        let (Some(signed), Some(last)) = (signed, last) else { return false };
        same_text(last, signed)
            && beside.all(|unit| match unit.address.last().and_then(Step::number) {
                Some(Number::Dashed(parts)) => parts.first().is_some_and(|own| *own < number),
                _ => false,
            })
    }

    fn has_paragraphs(&self, at: usize) -> bool {
        let depth = self.units[at].depth;
        let inside = self.units[at + 1..].iter().take_while(|unit| unit.depth > depth);
        let mut kinds = inside.map(|unit| unit.kind);
        self.units[at].kind != Kind::Article || kinds.any(|kind| kind == Kind::Paragraph)
    }

    /// True where a unit stands with known words and known parts, and the text that prints it
    /// goes on behind it: a copy that was cut off there says nothing of what was lost.
    fn is_whole_print(&self, at: usize, unit: &OutlineUnit) -> bool {
        let known = unit.status == Status::InForce && unit.text.is_some() && unit.parts_known;
        let behind = self.units[at + 1..].iter().find(|next| next.depth <= unit.depth);
        let inside = self.units[at + 1..].iter().take_while(|next| next.depth > unit.depth);
        let open = inside.clone().any(|inner| inner.status == Status::Unknown);
        known && !open && behind.is_some_and(|next| same_text(unit, next))
    }
}

/// The title of each document, by component.
fn titles(units: &[OutlineUnit]) -> Vec<(Address, String)> {
    units
        .iter()
        .filter(|unit| unit.kind == Kind::Title)
        .filter_map(|unit| Some((unit.address.component(), unit.text.clone()?)))
        .collect()
}

fn same_text(a: &OutlineUnit, b: &OutlineUnit) -> bool {
    match (&a.source, &b.source) {
        (Some(a), Some(b)) => a.span.source == b.span.source,
        _ => false,
    }
}

fn with_number(step: &Step, number: Number) -> Option<Step> {
    Some(match step {
        Step::Article(_) => Step::Article(number),
        Step::Paragraph(_) => Step::Paragraph(number),
        Step::Subparagraph(_) => Step::Subparagraph(number),
        Step::Chapter(_) => Step::Chapter(number),
        Step::Annex(_) => Step::Annex(Some(number)),
        _ => return None,
    })
}

/// Acts on one day.
pub(super) struct Views<'e> {
    engine: &'e Engine,
    pub(super) ask: Ask,
    views: BTreeMap<String, Arc<View>>,
    /// The act whose units were given.
    held: Option<ActId>,
    acts: BTreeMap<ActName, Result<Option<ActInfo>, Reach>>,
}

impl<'e> Views<'e> {
    /// No act yet.
    pub(super) fn new(engine: &'e Engine, ask: Ask) -> Self {
        Views { engine, ask, views: BTreeMap::new(), held: None, acts: BTreeMap::new() }
    }

    /// An act on the day.
    pub(super) fn of(&mut self, act: &ActInfo) -> Result<Arc<View>, Refusal> {
        let iri = act.id.iri();
        if let Some(view) = self.views.get(&iri) {
            return Ok(view.clone());
        }
        let units = self.engine.outline(act, &Address::whole(), self.ask)?.units;
        let mut view = View::new(units, act.id.form);
        let titles = titles(&view.units);
        view.names.presume(self.names_of_other_days(&iri, &view.units, &titles)?);
        let view = Arc::new(view);
        self.views.insert(iri, view.clone());
        Ok(view)
    }

    /// Takes these units for those of an act of which only they are known.
    pub(super) fn hold(&mut self, act: &ActInfo, units: Vec<OutlineUnit>) {
        self.held = Some(act.id.clone());
        self.views.insert(act.id.iri(), Arc::new(View::new(units, act.id.form)));
    }

    /// The abbreviations that units introduce on other days whose words are not known on this.
    fn names_of_other_days(
        &self,
        iri: &str,
        units: &[OutlineUnit],
        titles: &[(Address, String)],
    ) -> Result<Names, Refusal> {
        let mut terms = Vec::new();
        for address in unknown_parts(units) {
            let stored = self.engine.index.versions_under(iri, &address, self.ask.axis)?;
            let words = stored.iter().filter_map(|stored| {
                let version = &stored.version;
                Some(Passage {
                    address: &version.address,
                    kind: version.kind,
                    text: version.text.as_deref()?,
                    body: version.body,
                    groups: &stored.groups,
                })
            });
            terms.extend(terms::read(words));
        }
        Ok(Names::of(&terms, titles))
    }

    /// Where a place of an act leads.
    pub(super) fn find(&mut self, act: &ActInfo, address: &Address) -> Result<Found, Refusal> {
        let held = self.held.as_ref() == Some(&act.id);
        if address.is_whole() && held {
            return Ok(Found::Stands((Status::InForce, Certainty::Certain)));
        }
        if address.is_whole() {
            let answer = self.engine.show(act, address, self.ask)?;
            return Ok(Found::Stands((answer.status, answer.certainty)));
        }
        let view = self.of(act)?;
        if let Some((_, unit)) = view.get(address) {
            return Ok(Found::Stands((unit.status, unit.certainty)));
        }
        let iri = act.id.iri();
        if !held && self.engine.index.has_place(&iri, address, self.ask.axis)? {
            // It stands there on another day.
            let answer = self.engine.show(act, address, self.ask)?;
            return Ok(match answer.status {
                Status::Unknown => Found::Unknown,
                status => Found::Stands((status, answer.certainty)),
            });
        }
        Ok(if view.lacks(address) { Found::Nowhere } else { Found::Unknown })
    }

    /// The act of the corpus that a name means; none where the corpus has none.
    pub(super) fn act(
        &mut self,
        name: &ActName,
    ) -> Result<Result<Option<ActInfo>, Reach>, Refusal> {
        if let Some(known) = self.acts.get(name) {
            return Ok(known.clone());
        }
        let found = self.look_up(name)?;
        self.acts.insert(name.clone(), found.clone());
        Ok(found)
    }

    fn look_up(&self, name: &ActName) -> Result<Result<Option<ActInfo>, Reach>, Refusal> {
        let index = &self.engine.index;
        let candidates = match (&name.number, &name.title) {
            (Some(number), _) => index.acts_with_number(number)?,
            (None, Some(title)) => {
                let said = title.split(|c: char| !c.is_alphanumeric());
                let words: Vec<String> =
                    said.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
                index.acts_with_title(&words)?
            }
            (None, None) => Vec::new(),
        };
        let titled = |titles: &[String]| match (&name.number, name.form, &name.title) {
            (None, Some(form), Some(title)) => {
                let sought = key::title_key(form, title);
                titles.iter().any(|title| key::title_key(form, title) == sought)
            }
            (Some(_), ..) => true,
            _ => false,
        };
        let mut fitting: Vec<ActInfo> = candidates
            .into_iter()
            .filter(|act| name.form.is_none_or(|form| form == act.id.form))
            .filter(|act| name.adopted.is_none_or(|day| day == act.id.adopted.0))
            .filter(|act| titled(&act.titles))
            // Nobody cites an act that is not adopted yet.
            .filter(|act| act.id.adopted.0 <= self.ask.date)
            .map(info)
            .collect();
        if fitting.iter().any(|act| !act.referenced) {
            fitting.retain(|act| !act.referenced);
        }
        // A law cited by its title alone is the one of that title that is not repealed.
        if fitting.len() > 1 {
            let mut standing = Vec::new();
            for act in fitting {
                let status = self.engine.show(&act, &Address::whole(), self.ask)?.status;
                standing.extend((status != Status::Repealed).then_some(act));
            }
            fitting = standing;
        }
        Ok(match fitting.len() {
            0 | 1 => Ok(fitting.pop()),
            _ => Err(Reach::NotUnderstood),
        })
    }
}
