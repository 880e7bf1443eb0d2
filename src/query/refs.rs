//! What a provision cites on a day, and which provisions of the corpus cite it.

use super::answer::{ActInfo, Ask};
use super::engine::{Engine, Refusal, info};
use super::terms::{passage, unknown_parts};
use super::view::{Found, Views};
use crate::model::act::ActId;
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::evidence::Evidence;
use crate::model::named::named;
use crate::model::version::Axis;
use crate::refs::{ActName, CitedAct, Reference, Target, key, read};
use std::collections::BTreeSet;
use std::ops::Range;

named! {
    /// How far a citation could be followed on a day.
    Reach {
        /// To the provision; its state on the day is told.
        Resolved = "resolved",
        /// The act is known there, and has no such provision.
        LeadsNowhere = "leads_nowhere",
        /// The corpus holds no text of the act.
        NotInCorpus = "act_not_in_corpus",
        /// The corpus does not know the words of that place.
        Unknown = "unknown",
        /// The words are no citation that a rule reads, or fit several acts.
        NotUnderstood = "not_understood",
    }
}

/// A place that a citation names, on the day asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedPlace {
    /// How far it was followed.
    pub reach: Reach,
    /// The act, where it is one that the corpus names.
    pub act: Option<ActId>,
    /// The act as the words name it; `None` for the act that cites.
    pub named: Option<ActName>,
    /// The place; `None` where the words are not understood.
    pub address: Option<Address>,
    /// Words that go further into it: unnumbered parts, which are not followed.
    pub inner: Option<String>,
    /// The state of the place, and how sure it is: no more than presumed where an abbreviation
    /// names the act that words of another day introduce.
    pub state: Option<(Status, Certainty)>,
}

/// A citation on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The act that cites.
    pub act: ActId,
    /// The unit whose words cite.
    pub address: Address,
    /// The words.
    pub words: String,
    /// Their bytes in the unit's text, half-open.
    pub bytes: Range<usize>,
    /// How sure the unit's text is on the day.
    pub certainty: Certainty,
    /// Where the unit stands.
    pub source: Option<Evidence>,
    /// The places cited.
    pub places: Vec<CitedPlace>,
}

/// Both directions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct References {
    /// The act.
    pub act: ActInfo,
    /// The provision.
    pub address: Address,
    /// The question.
    pub ask: Ask,
    /// What it cites, in the order of its words.
    pub cites: Vec<Citation>,
    /// Who cites it or something inside it, by act.
    pub cited_by: Vec<Citation>,
    /// Units of the provision whose wording is not known on the day: they may cite more.
    pub unknown_parts: Vec<Address>,
}

impl Engine {
    /// What a provision cites and who cites it, on a day. Citations of a provision from inside it
    /// are told as what it cites only.
    ///
    /// # Errors
    /// A damaged index.
    pub fn references(
        &self,
        act: &ActInfo,
        address: &Address,
        ask: Ask,
    ) -> Result<References, Refusal> {
        let mut views = Views::new(self, ask);
        let cites = self.outgoing(act, address, usize::MAX, &mut views)?;
        let cited_by = self.incoming(act, address, &mut views)?;
        let units = self.outline(act, address, ask)?.units;
        Ok(References {
            act: act.clone(),
            address: address.clone(),
            ask,
            cites,
            cited_by,
            unknown_parts: unknown_parts(&units),
        })
    }

    /// What a provision cites.
    ///
    /// # Errors
    /// A damaged index.
    pub fn cited_in(
        &self,
        act: &ActInfo,
        address: &Address,
        ask: Ask,
    ) -> Result<Vec<Citation>, Refusal> {
        self.outgoing(act, address, usize::MAX, &mut Views::new(self, ask))
    }

    /// Every citation of an act that leads nowhere on a day.
    ///
    /// # Errors
    /// A damaged index.
    pub fn leading_nowhere(&self, act: &ActInfo, ask: Ask) -> Result<Vec<Citation>, Refusal> {
        let mut all = self.cited_in(act, &Address::whole(), ask)?;
        for citation in &mut all {
            citation.places.retain(|place| place.reach == Reach::LeadsNowhere);
        }
        all.retain(|citation| !citation.places.is_empty());
        Ok(all)
    }

    /// The words of a cited place on a day; none for a whole act, which is too much to quote,
    /// and where they are not known.
    ///
    /// # Errors
    /// A damaged index.
    pub fn words_cited(&self, place: &CitedPlace, ask: Ask) -> Result<Option<String>, Refusal> {
        let (Some(act), Some(address)) = (&place.act, &place.address) else { return Ok(None) };
        if place.reach != Reach::Resolved || address.is_whole() {
            return Ok(None);
        }
        let Some(act) = self.index.act(&act.iri())?.map(info) else { return Ok(None) };
        Ok(self.show(&act, address, ask)?.text)
    }

    /// What the first `units` units of a provision cite, itself first.
    pub(super) fn outgoing(
        &self,
        act: &ActInfo,
        address: &Address,
        units: usize,
        views: &mut Views<'_>,
    ) -> Result<Vec<Citation>, Refusal> {
        let view = views.of(act)?;
        let mut out = Vec::new();
        for unit in view.inside(address).take(units) {
            let Some(passage) = passage(unit) else { continue };
            for reference in read(&passage, &view.names, act.id.form) {
                out.push(Citation {
                    act: act.id.clone(),
                    address: unit.address.clone(),
                    words: passage.text[reference.bytes.clone()].to_owned(),
                    bytes: reference.bytes.clone(),
                    certainty: unit.certainty,
                    source: unit.source.clone(),
                    places: places(&reference, act, views)?,
                });
            }
        }
        Ok(out)
    }

    fn incoming(
        &self,
        act: &ActInfo,
        address: &Address,
        views: &mut Views<'_>,
    ) -> Result<Vec<Citation>, Refusal> {
        let terms = key::terms_for(&act.id, &act.titles, address);
        let axis = views.ask.axis;
        let candidates = self.index.versions_citing(terms.iter().map(String::as_str), axis)?;
        let units: BTreeSet<(String, Address)> = candidates
            .into_iter()
            .filter(|(_, stored)| holds(&stored.version, &views.ask))
            .map(|(iri, stored)| (iri, stored.version.address))
            .collect();
        let mut out = Vec::new();
        for (iri, unit) in units {
            let own = iri == act.id.iri();
            if own && unit.is_within(address) && !address.is_whole() {
                continue;
            }
            // An act that cites itself as a whole is not cited by anybody.
            if own && address.is_whole() {
                continue;
            }
            let Some(citing) = self.index.act(&iri)?.map(info) else { continue };
            let found = self.outgoing(&citing, &unit, 1, views)?;
            out.extend(found.into_iter().filter(|citation| {
                citation.address == unit
                    && citation.places.iter().any(|place| {
                        place.act.as_ref() == Some(&act.id)
                            && place.address.as_ref().is_some_and(|cited| cited.is_within(address))
                    })
            }));
        }
        Ok(out)
    }
}

fn holds(version: &crate::model::version::Version, ask: &Ask) -> bool {
    let known = ask.axis == Axis::Adopted || version.is_known(ask.known_by);
    known && version.may_hold(ask.date)
}

fn places(
    reference: &Reference,
    citing: &ActInfo,
    views: &mut Views<'_>,
) -> Result<Vec<CitedPlace>, Refusal> {
    let named = match &reference.act {
        CitedAct::Named(name) => Some(name.clone()),
        CitedAct::Own | CitedAct::Unclear => None,
    };
    let blank = CitedPlace {
        reach: Reach::NotUnderstood,
        act: None,
        named: named.clone(),
        address: None,
        inner: None,
        state: None,
    };
    if reference.targets.is_empty() {
        return Ok(vec![blank]);
    }
    let cited = match &reference.act {
        CitedAct::Own => Ok(Some(citing.clone())),
        CitedAct::Unclear => Err(Reach::NotUnderstood),
        CitedAct::Named(name) => views.act(name)?,
    };
    let place = |target: &Target| CitedPlace {
        address: Some(target.address.clone()),
        inner: target.inner.clone(),
        ..blank.clone()
    };
    let mut out = Vec::new();
    for target in &reference.targets {
        let place = place(target);
        out.push(match &cited {
            Err(reach) => CitedPlace { reach: *reach, ..place },
            Ok(None) => CitedPlace { reach: Reach::NotInCorpus, ..place },
            Ok(Some(act)) if act.referenced => {
                CitedPlace { reach: Reach::NotInCorpus, act: Some(act.id.clone()), ..place }
            }
            Ok(Some(act)) => {
                let (reach, state) = match views.find(act, &target.address)? {
                    Found::Stands((status, certainty)) => {
                        let limit = match reference.presumed {
                            true => Certainty::Presumed,
                            false => Certainty::Certain,
                        };
                        (Reach::Resolved, Some((status, certainty.at_most(limit))))
                    }
                    // What an abbreviation of another day may not mean is no fault.
                    Found::Nowhere if reference.presumed => (Reach::Unknown, None),
                    Found::Nowhere => (Reach::LeadsNowhere, None),
                    Found::Unknown => (Reach::Unknown, None),
                };
                CitedPlace { reach, act: Some(act.id.clone()), state, ..place }
            }
        });
    }
    Ok(out)
}
