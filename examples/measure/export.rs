//! An index → lines that other programs can be filled with: every version that is true by all that
//! is known, with the words of its own place.

use crate::drawn::acts;
use crate::{Outcome, fault};
use jiff::civil::Date;
use nusqa::index::{Index, Layout};
use nusqa::model::address::Address;
use nusqa::model::version::Axis;
use serde_json::json;
use std::io::{BufWriter, Write};
use std::path::Path;

pub fn export(index: &Path, out: &Path, every: usize) -> Outcome {
    let index = Index::open(&Layout::new(index)).map_err(fault)?;
    let mut out = BufWriter::new(std::fs::File::create(out)?);
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    for act in acts(&index, every)? {
        let iri = act.id.iri();
        let all = index.versions_under(&iri, &Address::whole(), Axis::InForce).map_err(fault)?;
        for stored in all {
            let version = stored.version;
            let Some(text) = version.text.filter(|_| version.known_to.is_none()) else { continue };
            let to = version.valid_to.and_then(|window| window.latest);
            let line = json!({
                "act": iri, "address": version.address.to_string(), "order": stored.order,
                "from": day(version.valid_from.latest), "to": day(to), "text": text
            });
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}
