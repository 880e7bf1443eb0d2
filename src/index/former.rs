//! The file of builds as indexes up to format 9 kept it → the builds: what an index of another format
//! said can be compared with what the one that takes its place says.

use super::digest::ActDigest;
use super::history::{Build, History, Replaced};
use super::packet::Packet;
use jiff::civil::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The name of the file.
pub const FORMER: &str = "history1.bin";

#[derive(Deserialize)]
struct Builds {
    builds: Vec<OneBuild>,
    acts: BTreeMap<String, Digest>,
}

#[derive(Deserialize)]
struct OneBuild {
    corpus: String,
    tool: String,
    day: Option<Date>,
    replaced: BTreeMap<String, Option<Before>>,
}

#[derive(Deserialize)]
struct Digest {
    facts: u64,
    printed: u64,
    places: BTreeMap<String, u64>,
}

#[derive(Deserialize)]
struct Before {
    facts: u64,
    printed: u64,
    places: BTreeMap<String, Option<u64>>,
}

/// Reads such a file.
///
/// # Errors
/// Bytes that are not one.
pub fn read(bytes: &[u8]) -> postcard::Result<History> {
    let Builds { builds, acts } = postcard::from_bytes(bytes)?;
    let digest = |Digest { facts, printed, places }| ActDigest { facts, printed, places };
    let before = |Before { facts, printed, places }| Replaced { facts, printed, places };
    let build = |OneBuild { corpus, tool, day, replaced }| {
        let was = |was: Option<Before>| was.map(before);
        let replaced: BTreeMap<_, _> =
            replaced.into_iter().map(|(act, before)| (act, was(before))).collect();
        let places = |was: &Option<Replaced>| was.as_ref().map_or(1, |was| was.places.len() + 1);
        let weight = replaced.values().map(places).sum();
        let packet = |(act, was): (String, Option<Replaced>)| (act, was.as_ref().map(Packet::of));
        let replaced = replaced.into_iter().map(packet).collect();
        Build { corpus, tool, day, replaced, weight }
    };
    Ok(History {
        builds: builds.into_iter().map(build).collect(),
        acts: acts.into_iter().map(|(act, said)| (act, Packet::of(&digest(said)))).collect(),
    })
}
