//! The versions of an act → the terms under which the index finds what their words cite.

use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::kind::Kind;
use crate::model::version::Version;
use crate::refs::{Names, Reference, key, read};
use crate::terms::{self, Passage, Term};
use crate::timeline::PlaceVersions;

/// What the words of an act cite. Abbreviations of all its versions count: which of them holds on
/// a day is asked when an answer is put together.
pub(super) struct Cited<'a> {
    act: &'a ActId,
    names: Vec<Names>,
    /// The place whose versions were read last, with the terms of each of its wordings.
    known: (Address, Vec<(String, Vec<String>)>),
}

impl<'a> Cited<'a> {
    /// The citations of an act with these places, whose versions introduce these terms.
    pub(super) fn of(act: &'a ActId, places: &[PlaceVersions], terms: &[Term]) -> Self {
        let titles: Vec<(Address, String)> = versions(places)
            .filter(|(version, _)| version.kind == Kind::Title)
            .filter_map(|(version, _)| Some((version.address.component(), version.text.clone()?)))
            .collect();
        Cited {
            act,
            names: Names::of(terms, &titles).readings(),
            known: (Address::whole(), Vec::new()),
        }
    }

    /// The terms of a version; the same words in versions of a place that are asked about one
    /// after the other are read once.
    pub(super) fn terms(&mut self, version: &Version, groups: &[Address]) -> Vec<String> {
        let Some(passage) = passage(version, groups) else { return Vec::new() };
        let (place, known) = &mut self.known;
        if *place != version.address {
            *place = version.address.clone();
            known.clear();
        }
        if let Some((_, terms)) = known.iter().find(|(text, _)| text == passage.text) {
            return terms.clone();
        }
        let references: Vec<Reference> =
            self.names.iter().flat_map(|names| read(&passage, names, self.act.form)).collect();
        let terms: Vec<String> = key::terms_of(&references, &self.act.iri()).into_iter().collect();
        known.push((passage.text.to_owned(), terms.clone()));
        terms
    }
}

/// The terms that the versions of these places introduce.
pub(super) fn terms_of(places: &[PlaceVersions]) -> Vec<Term> {
    terms::read(versions(places).filter_map(|(version, groups)| passage(version, groups)))
}

fn versions(places: &[PlaceVersions]) -> impl Iterator<Item = (&Version, &[Address])> {
    places.iter().flat_map(|place| {
        let groups = place.place.groups.as_slice();
        place.versions.iter().map(move |version| (version, groups))
    })
}

fn passage<'a>(version: &'a Version, groups: &'a [Address]) -> Option<Passage<'a>> {
    Some(Passage {
        address: &version.address,
        kind: version.kind,
        text: version.text.as_deref()?,
        body: version.body,
        groups,
    })
}
