//! What the standard has no words for → the proprietary part: how sure every unit is and why,
//! from which day to which, who says so in which lines of which file, what is not known, what
//! holds on either side of an open question.

use super::eid::Eids;
use super::time::{rule_attribute, window_attributes};
use super::xml::{Attributes, Xml};
use crate::model::address::Address;
use crate::model::certainty::Status;
use crate::model::day::{EffectRule, Window};
use crate::model::evidence::{Evidence, SourceId};
use crate::model::instruction::Instruction;
use crate::model::version::{Grade, Version};
use crate::query::expression::{Expression, Placed};
use crate::query::lifetime::Place;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

/// The texts that the evidence of an expression names, numbered.
pub struct Sources<'a>(BTreeMap<(&'a str, &'a str), usize>);

impl<'a> Sources<'a> {
    /// Of these versions.
    pub fn of(versions: impl Iterator<Item = &'a Version>) -> Self {
        let evidence = versions.flat_map(|version| &version.evidence);
        let named = evidence.map(|evidence| key(&evidence.span.source));
        let mut sources: BTreeMap<_, usize> = named.map(|key| (key, 0)).collect();
        for (n, number) in sources.values_mut().enumerate() {
            *number = n + 1;
        }
        Sources(sources)
    }

    /// Writes the texts.
    pub fn write(&self, xml: &mut Xml) {
        for ((file, hash), n) in &self.0 {
            let attributes = vec![
                ("id", format!("source_{n}").into()),
                ("file", (*file).into()),
                ("blake3", (*hash).into()),
            ];
            xml.leaf("nusqa:source", attributes);
        }
    }

    fn evidence(&self, xml: &mut Xml, evidence: &Evidence) {
        let number = self.0.get(&key(&evidence.span.source)).copied().unwrap_or_default();
        let (first, last) = evidence.span.lines;
        let bytes = &evidence.span.bytes;
        let attributes = vec![
            ("kind", evidence.kind.name().into()),
            ("source", format!("source_{number}").into()),
            ("lines", format!("{first}-{last}").into()),
            ("bytes", format!("{}-{}", bytes.start, bytes.end).into()),
        ];
        xml.leaf("nusqa:evidence", attributes);
    }

    /// Writes what a version rests on: its bounds, its evidence, its warnings.
    fn version(&self, xml: &mut Xml, version: &Version) {
        let begun = (version.valid_from, version.begins_by.as_ref());
        let by = version.introduced_by.as_ref();
        bound(xml, "nusqa:begins", begun, by.map(|act| act.iri()));
        if let Some(end) = version.valid_to {
            let by = version.ended_by.as_ref().map(|act| act.iri());
            bound(xml, "nusqa:ends", (end, version.ends_by.as_ref()), by);
        }
        for evidence in &version.evidence {
            self.evidence(xml, evidence);
        }
        for (code, argument) in &version.warnings {
            let attributes = vec![("code", code.into()), ("argument", argument.into())];
            xml.leaf("nusqa:warning", attributes);
        }
    }

    /// Writes a place with all its versions; `name` names them.
    pub fn place(
        &self,
        xml: &mut Xml,
        place: &Place<'_>,
        eid: &str,
        name: impl Fn(usize) -> String,
    ) {
        let attributes = vec![
            ("wId", eid.into()),
            ("address", place.address.to_string().into()),
            ("kind", place.kind.name().into()),
        ];
        xml.open("nusqa:place", attributes);
        for (n, version) in place.versions.iter().enumerate() {
            let mut attributes: Attributes<'_> = vec![
                ("id", name(n).into()),
                ("status", version.status.name().into()),
                ("node", version.node.to_string().into()),
            ];
            if !version.parts_known {
                attributes.push(("unknown", "parts".into()));
            }
            xml.open("nusqa:version", attributes);
            self.version(xml, version);
            for grade in &version.grades {
                let mut attributes: Attributes<'_> = Vec::new();
                attributes.extend(grade.from.map(|day| ("from", day.to_string().into())));
                attributes.push(("certainty", grade.certainty.name().into()));
                attributes.extend(reasons(grade));
                xml.leaf("nusqa:grade", attributes);
            }
            xml.close("nusqa:version");
        }
        xml.close("nusqa:place");
    }

    /// Writes one unit.
    pub fn unit(&self, xml: &mut Xml, unit: &Placed, eids: &Eids) {
        let mut attributes: Attributes<'_> = vec![
            ("for", format!("#{}", eids.get(&unit.address)).into()),
            ("address", unit.address.to_string().into()),
            ("kind", unit.kind.name().into()),
            ("status", unit.status().name().into()),
            ("certainty", unit.certainty().name().into()),
        ];
        if let Some(version) = &unit.version {
            attributes.push(("node", version.node.to_string().into()));
        }
        attributes.extend(unit.grade.as_ref().and_then(reasons));
        xml.open("nusqa:unit", attributes);
        if let Some(version) = &unit.version {
            self.version(xml, version);
        }
        for side in &unit.alternatives {
            let mut attributes: Attributes<'_> = vec![
                ("status", side.status.name().into()),
                ("certainty", side.certainty.name().into()),
                ("inEffect", side.in_effect.to_string().into()),
            ];
            attributes.extend(side.act.as_ref().map(|act| ("by", act.iri().into())));
            attributes.extend(side.from.map(|day| ("from", day.to_string().into())));
            attributes.extend(side.until.map(|day| ("until", day.to_string().into())));
            match &side.text {
                None => xml.leaf("nusqa:alternative", attributes),
                Some(text) => {
                    xml.open("nusqa:alternative", attributes);
                    for line in text.split('\n') {
                        xml.line("nusqa:line", vec![], line);
                    }
                    xml.close("nusqa:alternative");
                }
            }
        }
        xml.close("nusqa:unit");
    }
}

fn reasons(grade: &Grade) -> Option<(&'static str, Cow<'static, str>)> {
    let codes: Vec<&str> = grade.reasons.iter().map(|reason| reason.code()).collect();
    (!codes.is_empty()).then(|| ("reasons", codes.join(" ").into()))
}

fn key(source: &SourceId) -> (&str, &str) {
    (&source.file, &source.hash)
}

fn bound(
    xml: &mut Xml,
    name: &str,
    (window, rule): (Window, Option<&EffectRule>),
    by: Option<String>,
) {
    let mut attributes: Attributes<'_> = Vec::new();
    attributes.extend(window.day().map(|day| ("date", day.to_string().into())));
    attributes.extend(
        window_attributes(&window)
            .into_iter()
            .map(|(key, value)| (key.trim_start_matches("nusqa:"), value)),
    );
    if let Some(rule) = rule {
        attributes.push(("rule", rule_attribute(rule).1));
    }
    attributes.extend(by.map(|by| ("by", by.into())));
    xml.leaf(name, attributes);
}

/// Writes what of the expression is not known.
pub fn gaps(xml: &mut Xml, expression: &Expression, eids: &Eids) -> usize {
    let mut count = 0;
    for unit in &expression.units {
        let held = unit.version.as_ref().filter(|version| version.status == Status::InForce);
        let words = unit.has_words && unit.text().is_none();
        let missing = match (unit.status(), held) {
            (Status::Unknown, _) => Some("unit"),
            (Status::InForce, Some(_)) if words => Some("words"),
            _ => None,
        };
        let parts = held.filter(|version| !version.parts_known).map(|_| "parts");
        for what in missing.into_iter().chain(parts) {
            count += 1;
            let attributes = vec![
                ("for", format!("#{}", eids.get(&unit.address)).into()),
                ("address", unit.address.to_string().into()),
                ("unknown", what.into()),
            ];
            xml.leaf("nusqa:gap", attributes);
        }
    }
    count
}

/// Writes the orders that could not be understood, or whose target is not known.
pub fn unread_orders(
    xml: &mut Xml,
    orders: &[&Instruction],
    eids: &Eids,
    here: &HashSet<&Address>,
) {
    for order in orders {
        let (first, last) = order.span.lines;
        let mut attributes: Attributes<'_> = vec![
            ("at", order.at.to_string().into()),
            ("read", order.read.to_string().into()),
            ("lines", format!("{first}-{last}").into()),
        ];
        if here.contains(&order.at) {
            attributes.insert(0, ("for", format!("#{}", eids.get(&order.at)).into()));
        }
        if let Some(cited) = &order.target_title {
            attributes.push(("title", cited.title.clone().into()));
        }
        xml.leaf("nusqa:order", attributes);
    }
}
