//! Acts → documents in Akoma Ntoso 1.0 (OASIS Standard, 29 August 2018), valid by its strict
//! schema: an expression each, or one with all versions. The mapping is told in
//! `docs/akoma-ntoso.md`.
//!
//! The same act gives the same bytes: nothing here knows the clock.

mod body;
mod branch;
mod eid;
mod evidence;
mod identification;
mod orders;
mod quoted;
mod time;
mod whole;
mod xml;

use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::evidence::{EvidenceKind, Span};
use crate::model::instruction::Instruction;
use crate::parse::akn::names;
use crate::query::answer::ActInfo;
use crate::query::expression::{Change, Life};
use crate::render::messages::Lang;
use crate::render::messages::act_names::title_case;
use crate::render::messages::catalogue::states;
use body::Body;
use branch::Branch;
use eid::Eids;
use evidence::Sources;
use identification::{Identification, Moment};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use time::{Passive, Times, by_others};
use xml::Xml;

pub use whole::whole;

/// What documents are made of.
pub struct Subject<'a> {
    /// The act in all its versions.
    pub life: &'a Life,
    /// Every change of the act.
    pub changes: &'a [Change],
    /// The change with which the act ends, if it does.
    pub end: Option<&'a Change>,
    /// The days on which a version of the act begins or may begin.
    pub days: &'a BTreeSet<Date>,
    /// What the act orders others.
    pub orders: &'a [Instruction],
    /// Where the acts that change it order that, as far as the corpus has them.
    pub amending: &'a HashMap<ActId, Vec<OrderPlace>>,
    /// Hash of the corpus.
    pub corpus: &'a str,
}

/// An order of an amending act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderPlace {
    /// The unit of the amending act that orders.
    pub at: Address,
    /// Where that is printed.
    pub span: Span,
}

impl Subject<'_> {
    /// The references to what orders a change: the portions of the amending act that are the
    /// evidence for it, else the act.
    fn sources(&self, change: &Change) -> Vec<String> {
        let Some(by) = &change.by else { return Vec::new() };
        let orders = self.amending.get(by).map_or(&[][..], Vec::as_slice);
        let evidence = self.life.evidence(change);
        let spans: Vec<&Span> = evidence
            .iter()
            .filter(|one| one.kind == EvidenceKind::Instruction)
            .map(|one| &one.span)
            .collect();
        let is_it = |order: &&OrderPlace| spans.iter().any(|span| order.span.overlaps(span));
        let eids: BTreeSet<String> =
            orders.iter().filter(is_it).map(|order| order.at.eid()).collect();
        match eids.is_empty() {
            true => vec![by.iri()],
            false => eids.iter().map(|eid| format!("{}/~{eid}", by.iri())).collect(),
        }
    }
}

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The IRI of the expression.
    pub iri: String,
    /// Path of its file, with forward slashes.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Units in it.
    pub units: usize,
    /// What of it is not known.
    pub gaps: usize,
    /// Characters that XML cannot hold, with how often they were replaced.
    pub replaced: BTreeMap<char, usize>,
}

/// Writes the act as it is on a day; `None` where nothing of it stands on that day.
pub fn document(subject: &Subject<'_>, date: Date) -> Option<Document> {
    let expression = subject.life.on(date);
    if expression.units.is_empty() {
        return None;
    }
    let ordered = Ordered::of(subject);
    let versions = || expression.units.iter().filter_map(|unit| unit.version.as_ref());
    let act = subject.life.act();
    let changes = (subject.changes, subject.end);
    let times = Times::of(&act.id, versions(), changes, &ordered.targets, None);
    let begins = subject.days.contains(&date);
    let moment = Moment::On { date, begins, viewed: subject.life.known_since(date) };
    let identification = Identification { act, moment };
    let here: HashSet<&Address> = expression.units.iter().map(|unit| &unit.address).collect();
    let eids = Eids::of(subject.life.places().map(|place| place.address));
    let changes = by_others(subject.changes).filter(|change| change.window.may_have_begun(date));
    let passive: Vec<Passive<'_>> = changes
        .map(|change| {
            let eid = eids.get(&change.address);
            let destination = match here.contains(&change.address) {
                true => format!("#{eid}"),
                false => portion(act, &eid),
            };
            let sources = subject.sources(change);
            Passive { change, sources, destination, old: None, new: None }
        })
        .collect();
    let contains = if passive.is_empty() { "originalVersion" } else { "singleVersion" };
    let branches = Branch::grow(&expression.units, &eids, &times);
    let frame = Frame { subject, identification, times: &times, ordered, contains };
    let told = Told { branches: &branches, units: expression.units.len(), here, passive };
    Some(frame.write(told, eids, |xml, eids| {
        let sources = Sources::of(versions());
        sources.write(xml);
        let gaps = evidence::gaps(xml, &expression, eids);
        for unit in &expression.units {
            sources.unit(xml, unit, eids);
        }
        gaps
    }))
}

/// The IRI of a portion of an act.
fn portion(act: &ActInfo, eid: &str) -> String {
    format!("{}/~{eid}", act.id.iri())
}

/// The orders of an act: those that were understood and whose target is known, and the rest.
struct Ordered<'a> {
    read: Vec<&'a Instruction>,
    unread: Vec<&'a Instruction>,
    /// The acts that they amend, sorted.
    targets: Vec<ActId>,
}

impl<'a> Ordered<'a> {
    fn of(subject: &Subject<'a>) -> Self {
        let (read, unread): (Vec<_>, Vec<_>) =
            subject.orders.iter().partition(|order| order.read && order.target_act.is_some());
        let targets: BTreeSet<ActId> = read.iter().filter_map(|o| o.target_act.clone()).collect();
        let own = &subject.life.act().id;
        Ordered { read, unread, targets: targets.into_iter().filter(|act| act != own).collect() }
    }
}

/// What a document tells in its words.
struct Told<'b, 'a> {
    branches: &'b [Branch<'a>],
    /// How many units these are.
    units: usize,
    /// The places that have a unit with their eId.
    here: HashSet<&'a Address>,
    passive: Vec<Passive<'a>>,
}

/// What stands around the words of a document.
struct Frame<'a> {
    subject: &'a Subject<'a>,
    identification: Identification<'a>,
    times: &'a Times,
    ordered: Ordered<'a>,
    contains: &'static str,
}

impl<'a> Frame<'a> {
    /// Writes the document; `evidence` writes what the standard has no words for, and counts what
    /// of it is not known.
    fn write(
        &self,
        told: Told<'_, 'a>,
        eids: Eids,
        evidence: impl FnOnce(&mut Xml, &Eids) -> usize,
    ) -> Document {
        let identification = &self.identification;
        let mut at: HashMap<&Address, Vec<&Instruction>> = HashMap::new();
        for order in self.subject.orders {
            at.entry(&order.at).or_default().push(order);
        }
        let mut body = Body {
            xml: Xml::at(2),
            eids,
            identification,
            contains: self.contains,
            ordered: at,
            attachments: Vec::new(),
            lacks_body: false,
            orders: HashMap::new(),
        };
        body.document(told.branches, None);
        let Body { xml: words, eids, orders: mods, lacks_body, attachments, .. } = body;
        let (words, replaced_in_words) = words.finish();

        let mut xml = Xml::at(0);
        xml.insert(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        let namespaces =
            vec![("xmlns", names::NAMESPACE.into()), ("xmlns:nusqa", names::OWN_NAMESPACE.into())];
        xml.open("akomaNtoso", namespaces);
        let form = identification.act.id.form.name();
        xml.open("act", vec![("name", form.into()), ("contains", self.contains.into())]);
        xml.open("meta", vec![]);
        identification.identify(&mut xml, None);
        self.times.lifecycle(&mut xml);
        if !self.ordered.read.is_empty() || !told.passive.is_empty() {
            xml.open("analysis", vec![("source", "#nusqa".into())]);
            let own = &identification.act.id;
            orders::active(&mut xml, own, &self.ordered.read, &mods, (&eids, &told.here));
            self.times.passive(&mut xml, &told.passive);
            xml.close("analysis");
        }
        self.times.temporal_data(&mut xml);
        self.references(&mut xml, &attachments);
        xml.open("proprietary", vec![("source", "#nusqa".into())]);
        self.outline(&mut xml, lacks_body, &replaced_in_words);
        evidence::unread_orders(&mut xml, &self.ordered.unread, &eids, &told.here);
        let gaps = evidence(&mut xml, &eids) + usize::from(lacks_body);
        xml.close("proprietary");
        xml.close("meta");
        xml.insert(&words);
        xml.close("act");
        xml.close("akomaNtoso");
        xml.new_line();
        let (bytes, mut replaced) = xml.finish();
        for (character, count) in replaced_in_words {
            *replaced.entry(character).or_default() += count;
        }
        Document {
            iri: identification.expression(),
            path: identification.path(),
            bytes,
            units: told.units,
            gaps,
            replaced,
        }
    }

    fn references(&self, xml: &mut Xml, attachments: &[(String, String)]) {
        let identification = &self.identification;
        xml.open("references", vec![("source", "#nusqa".into())]);
        self.times.references(xml, &self.ordered.targets);
        for (n, (eid, title)) in attachments.iter().enumerate() {
            let attributes = vec![
                ("eId", format!("attachment_{}", n + 1).into()),
                ("href", identification.component(Some(eid)).into()),
                ("showAs", title.into()),
            ];
            xml.leaf("hasAttachment", attributes);
        }
        let mut reference = |name: &str, eid: &'static str, href: String, shown: String| {
            let attributes =
                vec![("eId", eid.into()), ("href", href.into()), ("showAs", shown.into())];
            xml.leaf(name, attributes);
        };
        let organisation = |slug: &str| format!("/akn/ontology/organization/kz/{slug}");
        let issuer = &identification.act.id.issuer.0;
        reference(
            "TLCOrganization",
            "nusqa",
            "/akn/ontology/organization/nusqa".into(),
            "nusqa".into(),
        );
        let (eid, slug) = match issuer.is_empty() {
            true => ("parliament", "parliament"),
            false => ("issuer", issuer.as_str()),
        };
        reference("TLCOrganization", eid, organisation(slug), slug.to_owned());
        let shown = states::status_in_force(Lang::Kk);
        reference("TLCConcept", "inForce", "/akn/ontology/concept/kz/inForce".into(), shown);
        xml.close("references");
    }

    /// What the document is of, and what it lacks as a whole.
    fn outline(&self, xml: &mut Xml, lacks_body: bool, replaced: &BTreeMap<char, usize>) {
        let act = self.identification.act;
        let mut attributes: xml::Attributes<'_> = vec![
            ("act", title_case(&act.id, Lang::Kk).into()),
            ("axis", self.subject.life.axis().name().into()),
            ("generator", concat!("nusqa ", env!("CARGO_PKG_VERSION")).into()),
            ("corpus", self.subject.corpus.into()),
        ];
        if let Moment::On { date, .. } = self.identification.moment {
            attributes.push(("date", date.to_string().into()));
        }
        attributes.extend(act.horizon.map(|day| ("horizon", day.to_string().into())));
        xml.leaf("nusqa:expression", attributes);
        if lacks_body {
            let whole = Address::whole().to_string();
            let attributes = vec![("address", whole.into()), ("unknown", "parts".into())];
            xml.leaf("nusqa:gap", attributes);
        }
        for (character, count) in replaced {
            let point = format!("U+{:04X}", u32::from(*character));
            let count = count.to_string();
            xml.leaf("nusqa:replaced", vec![("character", point.into()), ("count", count.into())]);
        }
    }
}
