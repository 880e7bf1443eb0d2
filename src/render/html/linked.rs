//! An answer → the schema.org `Legislation` that search engines and legal databases read. Only
//! what the answer knows is said; a day that is known as a window is left out.

use crate::model::act::ActId;
use crate::model::certainty::Status;
use crate::model::expression;
use crate::model::version::Axis;
use crate::query::answer::Answer;
use crate::render::citation;
use crate::render::messages::{Lang, act_names};
use jiff::civil::Date;
use serde_json::{Map, Value, json};

/// The legislation of an answer: an act, or a provision of it, on a day. `base` is the address
/// under which IRIs can be called, without a slash at its end; without one nothing is given an
/// `@id`.
pub fn legislation(answer: &Answer, base: Option<&str>) -> Value {
    let act = &answer.act;
    let whole = answer.address.is_whole();
    let identifier = identifier(answer);
    let mut node = Map::new();
    node.insert("@context".into(), json!("https://schema.org"));
    node.insert("@type".into(), json!("Legislation"));
    put_id(&mut node, &identifier, base);
    node.insert("legislationIdentifier".into(), json!(identifier));
    node.insert("legislationType".into(), json!(act.id.form.name()));
    let name = match (&act.title, whole) {
        (Some(title), true) => title.clone(),
        _ => citation::in_act(&act.id, &answer.address),
    };
    node.insert("name".into(), json!(name));
    node.insert("inLanguage".into(), json!("kk"));
    node.insert("legislationJurisdiction".into(), json!("KZ"));
    node.insert("legislationDate".into(), json!(act.id.adopted.0.to_string()));
    node.insert("legislationDateVersion".into(), json!(answer.ask.date.to_string()));
    if let Some(force) = legal_force(answer) {
        node.insert("legislationLegalForce".into(), json!(format!("https://schema.org/{force}")));
    }
    if let Some(coverage) = coverage(answer) {
        node.insert("temporalCoverage".into(), json!(coverage));
    }
    let consolidated = consolidated(answer);
    if !consolidated.is_empty() {
        let amends = |id: &ActId| amending(id, &act.id, base);
        let nodes: Vec<Value> = consolidated.into_iter().map(amends).collect();
        node.insert("legislationConsolidates".into(), Value::Array(nodes));
    }
    if !whole {
        let mut around = reference(&act.id, base);
        if let (Some(title), Some(around)) = (&act.title, around.as_object_mut()) {
            around.insert("name".into(), json!(title));
        }
        node.insert("isPartOf".into(), around);
    }
    Value::Object(node)
}

/// The value as it can stand inside `<script type="application/ld+json">`: no words of a law can
/// end the element or open a comment in it.
pub fn data_block(value: &Value) -> String {
    let mut out = String::new();
    for letter in value.to_string().chars() {
        match letter {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(letter)));
            }
            other => out.push(other),
        }
    }
    out
}

/// The IRI of what was asked for. The axis of adoption has no form of its own in the naming
/// convention, so its IRI names the work alone.
pub fn identifier(answer: &Answer) -> String {
    let work = answer.act.id.iri();
    let eid = answer.address.eid();
    let portion = (!answer.address.is_whole()).then_some(eid.as_str());
    match (answer.ask.axis, portion) {
        (Axis::InForce, portion) => {
            expression::as_of(&work, answer.ask.date, answer.ask.known_by, portion)
        }
        (Axis::Adopted, Some(eid)) => format!("{work}/~{eid}"),
        (Axis::Adopted, None) => work,
    }
}

/// The state as schema.org names it. What is not known has no name there, and standing in the
/// text is not being in force.
fn legal_force(answer: &Answer) -> Option<&'static str> {
    if answer.ask.axis == Axis::Adopted {
        return None;
    }
    match answer.status {
        Status::InForce if answer.warnings.iter().any(|warning| warning.code == "suspended") => {
            Some("PartiallyInForce")
        }
        Status::InForce => Some("InForce"),
        Status::NotYet | Status::Repealed | Status::Suspended => Some("NotInForce"),
        Status::Unknown => None,
    }
}

/// The days of the state by ISO 8601, `2021-01-29/2022-12-31` with both days inside; `..` is an
/// end that has not come. Nothing where a day is not known, or for what does not hold.
fn coverage(answer: &Answer) -> Option<String> {
    if answer.status != Status::InForce || answer.ask.axis == Axis::Adopted {
        return None;
    }
    let first = answer.valid_from.window.day()?;
    let last = match &answer.valid_to {
        None => "..".to_owned(),
        Some(end) => end.window.day()?.yesterday().ok()?.to_string(),
    };
    Some(format!("{first}/{last}"))
}

/// The acts whose changes the words hold: for a provision the one that brought it, for an act
/// those whose changes have begun for certain on the day.
fn consolidated(answer: &Answer) -> Vec<&ActId> {
    if answer.status != Status::InForce {
        return Vec::new();
    }
    let ask = &answer.ask;
    let own = |id: &ActId| *id == answer.act.id;
    if !answer.address.is_whole() {
        return answer.introduced_by.iter().filter(|id| !own(id)).collect();
    }
    let amending = match ask.axis {
        Axis::InForce => &answer.act.amending,
        Axis::Adopted => &answer.act.amending_on_adoption,
    };
    let known = |adopted: Date| ask.known_by.is_none_or(|day| adopted <= day);
    let begun = amending.iter().filter(|amending| {
        known(amending.id.adopted.0)
            && amending.windows.iter().any(|window| window.has_begun(ask.date))
    });
    begun.map(|amending| &amending.id).filter(|id| !own(id)).collect()
}

fn amending(id: &ActId, changed: &ActId, base: Option<&str>) -> Value {
    let mut node = reference(id, base);
    if let Some(node) = node.as_object_mut() {
        node.insert("legislationChanges".into(), reference(changed, base));
    }
    node
}

fn reference(id: &ActId, base: Option<&str>) -> Value {
    let mut node = Map::new();
    node.insert("@type".into(), json!("Legislation"));
    put_id(&mut node, &id.iri(), base);
    node.insert("legislationIdentifier".into(), json!(id.iri()));
    node.insert("legislationType".into(), json!(id.form.name()));
    node.insert("legislationDate".into(), json!(id.adopted.0.to_string()));
    node.insert("name".into(), json!(act_names::title_case(id, Lang::Kk)));
    Value::Object(node)
}

fn put_id(node: &mut Map<String, Value>, iri: &str, base: Option<&str>) {
    if let Some(base) = base {
        node.insert("@id".into(), json!(format!("{base}{iri}")));
    }
}
