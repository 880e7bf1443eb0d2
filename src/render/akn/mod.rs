//! Expressions of acts → documents in Akoma Ntoso 1.0 (OASIS Standard, 29 August 2018), valid by
//! its strict schema. The mapping is told in `docs/akoma-ntoso.md`.
//!
//! The same expression gives the same bytes: nothing here knows the clock.

mod body;
mod branch;
mod eid;
mod evidence;
mod identification;
mod orders;
mod time;
mod xml;

use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::instruction::Instruction;
use crate::parse::akn::names;
use crate::query::expression::{Change, Expression, Passage};
use crate::render::messages::Lang;
use crate::render::messages::act_names::title_case;
use crate::render::messages::catalogue::states;
use body::Body;
use branch::Branch;
use eid::Eids;
use evidence::Sources;
use identification::Identification;
use std::collections::{BTreeMap, HashMap};
use time::Times;
use xml::Xml;

/// What a document is made of.
pub struct Input<'a> {
    /// The act on the day.
    pub expression: &'a Expression,
    /// Every change of the act.
    pub changes: &'a [Change],
    /// The change with which the act ends, if it does.
    pub end: Option<&'a Change>,
    /// True where a version of the act begins or may begin on the day.
    pub begins: bool,
    /// What the act orders others.
    pub orders: &'a [Instruction],
    /// Hash of the corpus.
    pub corpus: &'a str,
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

/// Writes an expression as a document.
pub fn document(input: &Input<'_>) -> Document {
    let expression = input.expression;
    let date = expression.ask.date;
    let (read, unread): (Vec<&Instruction>, Vec<&Instruction>) =
        input.orders.iter().partition(|order| order.read && order.target_act.is_some());
    let mut targets: Vec<ActId> = read.iter().filter_map(|o| o.target_act.clone()).collect();
    targets.sort();
    targets.dedup();
    targets.retain(|act| *act != expression.act.id);
    let times = Times::of(expression, input.changes, input.end, &targets);
    let identification = Identification { act: &expression.act, date, begins: input.begins };

    let mut ordered: HashMap<&Address, Vec<&Instruction>> = HashMap::new();
    for order in input.orders {
        ordered.entry(&order.at).or_default().push(order);
    }
    let mut body = Body {
        xml: Xml::at(2),
        eids: Eids::of(&expression.units),
        times: &times,
        identification: &identification,
        ordered,
        attachments: Vec::new(),
        lacks_body: false,
        orders: HashMap::new(),
    };
    body.document(&Branch::grow(&expression.units), None);
    let Body { xml: words, eids, orders: mods, lacks_body, attachments, .. } = body;
    let (words, replaced_in_words) = words.finish();

    let mut xml = Xml::at(0);
    xml.insert(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    let namespaces =
        vec![("xmlns", names::NAMESPACE.into()), ("xmlns:nusqa", names::OWN_NAMESPACE.into())];
    xml.open("akomaNtoso", namespaces);
    let form = expression.act.id.form.name();
    xml.open("act", vec![("name", form.into()), ("contains", "singleVersion".into())]);
    xml.open("meta", vec![]);
    identification.identify(&mut xml, None, &eids);
    times.lifecycle(&mut xml);
    let passive: Vec<&Change> = input
        .changes
        .iter()
        .filter(|change| change.by.is_some() && change.passage != Passage::Enacted)
        .filter(|change| change.window.may_have_begun(date))
        .collect();
    if !read.is_empty() || !passive.is_empty() {
        xml.open("analysis", vec![("source", "#nusqa".into())]);
        orders::active(&mut xml, &read, &mods, &eids);
        times.passive(&mut xml, &passive, &eids);
        xml.close("analysis");
    }
    times.temporal_data(&mut xml);
    references(&mut xml, &identification, (&times, &attachments), &targets);
    let gaps = proprietary(&mut xml, (input, lacks_body), &unread, &eids, &replaced_in_words);
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
        units: expression.units.len(),
        gaps,
        replaced,
    }
}

fn references(
    xml: &mut Xml,
    identification: &Identification<'_>,
    (times, attachments): (&Times, &[(String, String)]),
    targets: &[ActId],
) {
    xml.open("references", vec![("source", "#nusqa".into())]);
    times.references(xml, targets);
    for (n, (eid, title)) in attachments.iter().enumerate() {
        let attributes = vec![
            ("eId", format!("attachment_{}", n + 1).into()),
            ("href", identification.component(Some(eid)).into()),
            ("showAs", title.into()),
        ];
        xml.leaf("hasAttachment", attributes);
    }
    let mut reference = |name: &str, eid: &'static str, href: String, shown: String| {
        let attributes = vec![("eId", eid.into()), ("href", href.into()), ("showAs", shown.into())];
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

fn proprietary(
    xml: &mut Xml,
    (input, lacks_body): (&Input<'_>, bool),
    unread: &[&Instruction],
    eids: &Eids,
    replaced: &BTreeMap<char, usize>,
) -> usize {
    let expression = input.expression;
    xml.open("proprietary", vec![("source", "#nusqa".into())]);
    let mut attributes: xml::Attributes<'_> = vec![
        ("act", title_case(&expression.act.id, Lang::Kk).into()),
        ("axis", expression.ask.axis.name().into()),
        ("date", expression.ask.date.to_string().into()),
        ("generator", concat!("nusqa ", env!("CARGO_PKG_VERSION")).into()),
        ("corpus", input.corpus.into()),
    ];
    let horizon = expression.act.horizon;
    attributes.extend(horizon.map(|day| ("horizon", day.to_string().into())));
    xml.leaf("nusqa:expression", attributes);
    let sources = Sources::of(&expression.units);
    sources.write(xml);
    let mut gaps = evidence::gaps(xml, expression, eids);
    if lacks_body {
        gaps += 1;
        let whole = Address::whole().to_string();
        let attributes = vec![("address", whole.into()), ("unknown", "parts".into())];
        xml.leaf("nusqa:gap", attributes);
    }
    for (character, count) in replaced {
        let point = format!("U+{:04X}", u32::from(*character));
        let count = count.to_string();
        xml.leaf("nusqa:replaced", vec![("character", point.into()), ("count", count.into())]);
    }
    evidence::unread_orders(xml, unread, eids);
    for unit in &expression.units {
        sources.unit(xml, unit, eids);
    }
    xml.close("proprietary");
    gaps
}
