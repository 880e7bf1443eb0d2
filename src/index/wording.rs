//! The versions of an act → what its documents keep: one document for each wording of a place, with
//! the versions of either axis that are found by the same words. What no search finds goes with the
//! first wording of its place.

use super::kept::{Kept, Placed, slot};
use super::searched::{Reader, Searched, Source};
use super::stored::StoredVersion;
use crate::model::act::ActId;
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// One wording of a place.
#[derive(Debug, Default)]
pub struct Wording<'a> {
    /// The versions that have it, one of an axis; with the first, those without words.
    pub kept: Kept<'a>,
    /// What it is found by: a position in [`PlaceWordings::searched`]; `None` where by nothing.
    pub searched: Option<usize>,
}

/// The wordings of one place.
#[derive(Debug, Default)]
pub struct PlaceWordings<'a> {
    /// In the order in which the versions have them.
    pub wordings: Vec<Wording<'a>>,
    /// What they are found by.
    pub searched: Vec<Searched>,
}

/// Versions of one place that are found by the same words.
#[derive(Default)]
struct Same {
    searched: Option<usize>,
    wordings: Vec<usize>,
    /// By axis: how many of the wordings have a version.
    taken: [usize; 2],
}

/// Versions in document order, place by place.
pub fn by_place(versions: &[StoredVersion]) -> impl Iterator<Item = &[StoredVersion]> {
    versions.chunk_by(|a, b| {
        a.order == b.order
            && a.version.address == b.version.address
            && (a.depth, a.has_words, &a.groups) == (b.depth, b.has_words, &b.groups)
            && a.context.unit == b.context.unit
    })
}

impl<'a> PlaceWordings<'a> {
    /// Of the versions of one place.
    pub fn of(place: &'a [StoredVersion], act: &ActId, reader: &mut Reader) -> PlaceWordings<'a> {
        let mut by_source: HashMap<Source<'a>, Same, RandomState> = HashMap::default();
        let mut all = PlaceWordings::default();
        let mut others = Vec::new();
        for (at, stored) in place.iter().enumerate() {
            let placed = Placed { at: at as u32, stored };
            let Some(source) = Source::of(stored, act) else {
                others.push(placed);
                continue;
            };
            let axis = slot(stored.version.axis);
            let same = by_source.entry(source).or_insert_with_key(|source| {
                let searched = source.read(act, reader);
                let number = searched.is_found().then_some(all.searched.len());
                all.searched.extend(Some(searched).filter(Searched::is_found));
                Same { searched: number, ..Same::default() }
            });
            if same.searched.is_none() {
                others.push(placed);
                continue;
            }
            let number = match same.wordings.get(same.taken[axis]) {
                Some(number) => *number,
                None => {
                    same.wordings.push(all.wordings.len());
                    let kept = Kept::default();
                    all.wordings.push(Wording { kept, searched: same.searched });
                    all.wordings.len() - 1
                }
            };
            same.taken[axis] += 1;
            all.wordings[number].kept.found[axis] = Some(placed);
        }
        if all.wordings.is_empty() && !others.is_empty() {
            all.wordings.push(Wording::default());
        }
        if let Some(first) = all.wordings.first_mut() {
            first.kept.others = others;
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::kept::Opened;
    use crate::index::stored::Context;
    use crate::kazakh::token::{Analyzer, Keys};
    use crate::model::act::{ActType, Issuer};
    use crate::model::address::{Address, Step};
    use crate::model::certainty::Status;
    use crate::model::day::{Adopted, Window};
    use crate::model::evidence::{Evidence, EvidenceKind, SourceId, Span};
    use crate::model::kind::Kind;
    use crate::model::node::{Node, Origin};
    use crate::model::number::Number;
    use crate::model::version::{Axis, Version};
    use jiff::civil::date;
    use proptest::prelude::*;

    fn act() -> ActId {
        let adopted = Adopted(date(2014, 1, 1));
        ActId { adopted, form: ActType::Law, issuer: Issuer::parliament(), number: "1".into() }
    }

    /// A version of article 1 with these words, and the like.
    fn version(axis: Axis, text: Option<&str>, note: Option<&str>, line: usize) -> StoredVersion {
        let step = Step::Article(Number::plain(1));
        let address = Address::new(vec![step.clone()]);
        let source = SourceId { file: format!("{}.md", line % 2).into(), hash: "ab".into() };
        let span = Span { source, bytes: line..line + 9, lines: (line, line + 1) };
        let kind = EvidenceKind::Original;
        StoredVersion {
            cites: Vec::new(),
            order: 7,
            depth: 2,
            groups: vec![Address::whole()],
            has_words: true,
            context: Context {
                act: act().iri(),
                unit: address.clone(),
                notes: note.into_iter().map(str::to_owned).collect(),
                ..Context::default()
            },
            version: Version {
                node: Node::new(None, step, Origin::Enacted),
                address,
                kind: Kind::Article,
                axis,
                status: Status::InForce,
                text: text.map(str::to_owned),
                body: 0,
                heading: text.map(str::to_owned),
                parts_known: true,
                valid_from: Window { earliest: None, latest: None },
                valid_to: None,
                known_from: None,
                known_to: (line == 3).then_some(date(2020, 2, 2)),
                begins_by: None,
                ends_by: None,
                introduced_by: None,
                ended_by: None,
                moved_from: None,
                moved_to: None,
                grades: Vec::new(),
                proof: None,
                words_at: text.map(|_| span.clone()),
                evidence: vec![Evidence { kind, span }],
                warnings: Vec::new(),
            },
        }
    }

    fn versions() -> impl Strategy<Value = Vec<StoredVersion>> {
        let texts =
            prop::sample::select(vec![None, Some(""), Some("«…»"), Some("заң"), Some("ел")]);
        let notes = prop::sample::select(vec![None, None, Some("ескерту")]);
        let axes = prop::sample::select(vec![Axis::InForce, Axis::Adopted]);
        let one = (axes, texts, notes, 0..5_usize);
        let one = one.prop_map(|(axis, text, note, line)| version(axis, text, note, line));
        prop::collection::vec(one, 0..12)
    }

    proptest! {
        #[test]
        fn every_version_is_kept_once_and_comes_back(place in versions()) {
            let mut reader = Reader::new(Analyzer::by(Keys::Stems));
            let wordings = PlaceWordings::of(&place, &act(), &mut reader).wordings;
            let mut back: Vec<(u32, StoredVersion)> = Vec::new();
            for (number, wording) in wordings.iter().enumerate() {
                prop_assert!(number == 0 || wording.kept.others.is_empty());
                let bytes = wording.kept.to_bytes().expect("bytes").expect("some");
                let opened = Opened::of(&bytes).expect("a head");
                for axis in [Axis::InForce, Axis::Adopted] {
                    let all = opened.versions(&act().iri(), axis, true).expect("versions");
                    let others = opened.versions(&act().iri(), axis, false).expect("versions");
                    let found = opened.found(&act().iri(), axis).expect("a version");
                    prop_assert_eq!(all.len(), others.len() + usize::from(found.is_some()));
                    prop_assert_eq!(wording.kept.found[slot(axis)].map(|one| one.stored.clone()), found);
                    prop_assert_eq!(opened.has(axis), !all.is_empty());
                    back.extend(all.into_iter().map(|placed| (placed.at, placed.stored)));
                }
            }
            back.sort_by_key(|(at, _)| *at);
            let given: Vec<_> = (0..).zip(place).collect();
            prop_assert_eq!(back, given);
        }

        #[test]
        fn what_shares_a_document_is_found_by_the_same_words(place in versions()) {
            let mut reader = Reader::new(Analyzer::by(Keys::Stems));
            for wording in PlaceWordings::of(&place, &act(), &mut reader).wordings {
                let found = wording.kept.found.iter().flatten();
                let sources: Vec<_> = found.map(|one| Source::of(one.stored, &act())).collect();
                prop_assert_eq!(sources.is_empty(), wording.searched.is_none());
                prop_assert!(sources.windows(2).all(|two| two[0] == two[1]));
            }
        }

        #[test]
        fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
            if let Ok(opened) = Opened::of(&bytes) {
                let _ = opened.versions("", Axis::InForce, true);
            }
        }
    }
}
