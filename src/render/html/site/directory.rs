//! The acts of an index → the names of their pages, and the way back: from a name to its act and
//! from an act to its page.

use crate::model::act::ActId;
use std::collections::{HashMap, HashSet};

/// Pages that are no act's.
const RESERVED: [&str; 5] = ["index", "upcoming", "audit", "search", "guide"];

/// Acts of one name and day that are told apart by repeating the sign of the second; from the next
/// one on they are counted, so that a name stays short enough for a file.
const REPEATED: usize = 4;

/// The acts of an index.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    /// Acts with pages of their own, by IRI, each with the name of its page, without ending.
    known: Vec<(ActId, String)>,
    /// Positions of acts by the name of their page.
    by_name: HashMap<String, usize>,
    /// Acts that are only named.
    named: Vec<ActId>,
}

impl Directory {
    /// The directory of acts with pages and of acts that are only named.
    pub fn of(mut known: Vec<ActId>, named: Vec<ActId>) -> Directory {
        known.sort_by_cached_key(ActId::iri);
        let names = page_names(&known);
        let by_name = names.iter().cloned().zip(0..).collect();
        Directory { known: known.into_iter().zip(names).collect(), by_name, named }
    }

    /// The acts with pages, by IRI, each with the name of its page.
    pub fn known(&self) -> &[(ActId, String)] {
        &self.known
    }

    /// The acts that are only named.
    pub fn named(&self) -> &[ActId] {
        &self.named
    }

    /// The position among the known acts of the one whose page has this name.
    pub fn position(&self, name: &str) -> Option<usize> {
        self.by_name.get(name).copied()
    }

    /// The name of the page of an act.
    pub fn page_of(&self, act: &ActId) -> Option<&str> {
        let iri = act.iri();
        let mut alike = self.with_iri(&iri);
        alike.find(|(known, _)| known == act).map(|(_, name)| name.as_str())
    }

    /// The name of the page of the act with this IRI.
    pub fn page_of_iri(&self, iri: &str) -> Option<&str> {
        self.with_iri(iri).next().map(|(_, name)| name.as_str())
    }

    /// Numbers that differ by a slash alone share an IRI.
    fn with_iri(&self, iri: &str) -> impl Iterator<Item = &(ActId, String)> {
        let first = self.known.partition_point(|(known, _)| known.iri().as_str() < iri);
        self.known.iter().skip(first).take_while(move |(known, _)| known.iri() == iri)
    }
}

/// The names of the pages of these acts, in their order: where two acts share a number, each
/// takes its day of adoption with it.
fn page_names(acts: &[ActId]) -> Vec<String> {
    let plain: Vec<String> = acts.iter().map(crate::render::html::page_name).collect();
    let mut shared: HashMap<&str, usize> = HashMap::new();
    for name in &plain {
        *shared.entry(name).or_default() += 1;
    }
    let mut taken: HashSet<String> = HashSet::new();
    // How far the acts of a name have come: names are never given back.
    let mut reached: HashMap<String, usize> = HashMap::new();
    let mut names: Vec<String> = Vec::with_capacity(acts.len());
    for (act, name) in acts.iter().zip(&plain) {
        let is_shared = shared.get(name.as_str()).is_some_and(|count| *count > 1);
        let own = match is_shared || RESERVED.contains(&name.as_str()) {
            true => format!("{name}-{}", act.adopted),
            false => name.clone(),
        };
        let at = reached.entry(own.clone()).or_default();
        let mut unique = told_apart(&own, *at);
        while taken.contains(&unique) {
            *at += 1;
            unique = told_apart(&own, *at);
        }
        *at += 1;
        taken.insert(unique.clone());
        names.push(unique);
    }
    names
}

/// A name after so many others that are the same.
fn told_apart(name: &str, before: usize) -> String {
    match before {
        0..=REPEATED => format!("{name}{}", "-2".repeat(before)),
        _ => format!("{name}-{}", before + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::act::{ActType, Issuer};
    use crate::model::day::Adopted;
    use jiff::civil::date;

    fn act(issuer: &str, number: &str, day: i8) -> ActId {
        ActId {
            adopted: Adopted(date(2020, 1, day)),
            form: ActType::Decision,
            issuer: Issuer(issuer.to_owned()),
            number: number.to_owned(),
        }
    }

    /// The names as they were first given: by looking through all that came before.
    fn looked_through(acts: &[ActId]) -> Vec<String> {
        let plain: Vec<String> = acts.iter().map(crate::render::html::page_name).collect();
        let mut names: Vec<String> = Vec::new();
        for (act, name) in acts.iter().zip(&plain) {
            let shared = plain.iter().filter(|other| *other == name).count() > 1;
            let mut unique = match shared || RESERVED.contains(&name.as_str()) {
                true => format!("{name}-{}", act.adopted),
                false => name.clone(),
            };
            while names.contains(&unique) {
                unique.push_str("-2");
            }
            names.push(unique);
        }
        names
    }

    #[test]
    fn names_stay_those_that_links_were_given_to() {
        let mut acts = Vec::new();
        for (number, day) in [("1", 1), ("2", 1), ("index", 3), ("343/НҚ", 2), ("~", 2)] {
            acts.push(act("a", number, day));
        }
        for issuer in ["a", "b", "c", "d"] {
            acts.push(act(issuer, "7", 1));
            acts.push(act(issuer, "7", 2));
            // A number that reads as the name of another with its day.
            acts.push(act(issuer, "7-2020-01-01", 4));
            acts.push(act(issuer, "7-2020-01-01-2", 4));
        }
        acts.push(act("f", "7-2020-01-02", 5));
        assert_eq!(page_names(&acts), looked_through(&acts));
    }

    #[test]
    fn many_acts_of_one_number_and_day_get_names_that_differ_and_stay_short() {
        let issuers: Vec<String> = (0..30_000).map(|number| format!("council-{number}")).collect();
        let acts: Vec<ActId> = issuers.iter().map(|issuer| act(issuer, "1", 1)).collect();
        let names = page_names(&acts);
        let different: HashSet<&String> = names.iter().collect();
        assert_eq!(different.len(), acts.len());
        assert!(names.iter().all(|name| name.len() < 40));
        assert_eq!(names.last().map(String::as_str), Some("1-2020-01-01-30000"));
    }

    #[test]
    fn an_act_leads_to_its_page_and_back() {
        let known: Vec<ActId> = (1..=28).map(|day| act("a", &format!("{day}/n"), day)).collect();
        let named = vec![act("a", "99", 1)];
        let directory = Directory::of(known.clone(), named.clone());
        for act in &known {
            let name = directory.page_of(act).expect("a page");
            let at = directory.position(name).expect("a position");
            assert_eq!(&directory.known()[at].0, act);
        }
        assert_eq!(directory.page_of(&named[0]), None);
        assert_eq!(directory.position("nothing"), None);
        assert!(directory.known().is_sorted_by_key(|(act, _)| act.iri()));
    }
}
