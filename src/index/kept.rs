//! Versions of one place ↔ the bytes that a document keeps of them. Words and texts that several
//! versions name are kept once, and the versions of one axis are read without those of the other.

use super::stored::{Context, StoredVersion};
use crate::model::address::Address;
use crate::model::evidence::{Evidence, EvidenceKind, SourceId, Span};
use crate::model::version::{Axis, Version};
use foldhash::fast::RandomState;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};
use std::collections::HashMap;

/// The versions of one place that one document keeps.
#[derive(Debug, Default)]
pub struct Kept<'a> {
    /// By axis, see [`slot`]: the one that a search finds.
    pub found: [Option<Placed<&'a StoredVersion>>; 2],
    /// Those that no search finds.
    pub others: Vec<Placed<&'a StoredVersion>>,
}

/// A version and its position among all versions of its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed<T> {
    /// The position.
    pub at: u32,
    /// The version.
    pub stored: T,
}

/// Where what belongs to an axis stands in a pair.
pub fn slot(axis: Axis) -> usize {
    match axis {
        Axis::InForce => 0,
        Axis::Adopted => 1,
    }
}

/// What the versions of a document share; their bytes follow, one axis after the other.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    order: u64,
    depth: usize,
    address: Address,
    unit: Address,
    groups: Vec<Address>,
    has_words: bool,
    /// By axis: true where the first version is the one that a search finds.
    found: [bool; 2],
    /// Bytes of the versions on the axis of force.
    in_force: usize,
    sources: Vec<SourceId>,
    words: Vec<String>,
}

/// A version without what stands in the head; words and sources are positions there.
#[derive(Debug, Serialize, Deserialize)]
struct Bare<V> {
    at: u32,
    version: V,
    text: Option<u32>,
    heading: Option<u32>,
    earlier: Option<u32>,
    path: Vec<u32>,
    notes: Vec<u32>,
    words_at: Option<Stretch>,
    evidence: Vec<(EvidenceKind, Stretch)>,
}

/// A span by the position of its text, with lengths instead of ends.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Stretch {
    source: u32,
    byte: usize,
    bytes: usize,
    line: usize,
    lines: usize,
}

impl<'a> Kept<'a> {
    /// All versions, those that a search finds first.
    pub fn all(&self) -> impl Iterator<Item = &Placed<&'a StoredVersion>> {
        self.found.iter().flatten().chain(&self.others)
    }

    /// The bytes; `None` for no version at all.
    ///
    /// # Errors
    /// A value that cannot be stored.
    pub fn to_bytes(&self) -> postcard::Result<Option<Vec<u8>>> {
        let Some(first) = self.all().next() else { return Ok(None) };
        let mut table = Table::default();
        let mut axes = [Vec::new(), Vec::new()];
        for placed in self.all() {
            let bytes = &mut axes[slot(placed.stored.version.axis)];
            *bytes = postcard::to_extend(&table.bare(placed), std::mem::take(bytes))?;
        }
        let first = first.stored;
        let [in_force, adopted] = axes;
        let head = Head {
            order: first.order,
            depth: first.depth,
            address: first.version.address.clone(),
            unit: first.context.unit.clone(),
            groups: first.groups.clone(),
            has_words: first.has_words,
            found: self.found.map(|found| found.is_some()),
            in_force: in_force.len(),
            sources: table.sources,
            words: table.words.into_iter().map(str::to_owned).collect(),
        };
        let mut bytes = postcard::to_stdvec(&head)?;
        bytes.extend(in_force);
        bytes.extend(adopted);
        Ok(Some(bytes))
    }
}

/// Words and sources, each once, in the order in which they are met.
#[derive(Default)]
struct Table<'a> {
    words: Vec<&'a str>,
    known: HashMap<&'a str, u32, RandomState>,
    sources: Vec<SourceId>,
}

impl<'a> Table<'a> {
    fn word(&mut self, word: &'a str) -> u32 {
        *self.known.entry(word).or_insert_with(|| {
            self.words.push(word);
            (self.words.len() - 1) as u32
        })
    }

    fn words(&mut self, words: &'a [String]) -> Vec<u32> {
        words.iter().map(|word| self.word(word)).collect()
    }

    fn maybe(&mut self, word: Option<&'a String>) -> Option<u32> {
        word.map(|word| self.word(word))
    }

    fn stretch(&mut self, span: &Span) -> Stretch {
        let known = self.sources.iter().position(|source| *source == span.source);
        let source = known.unwrap_or_else(|| {
            self.sources.push(span.source.clone());
            self.sources.len() - 1
        });
        Stretch {
            source: source as u32,
            byte: span.bytes.start,
            bytes: span.bytes.end.wrapping_sub(span.bytes.start),
            line: span.lines.0,
            lines: span.lines.1.wrapping_sub(span.lines.0),
        }
    }

    fn bare(&mut self, placed: &Placed<&'a StoredVersion>) -> Bare<WithoutWords<'a>> {
        let StoredVersion { context, version, .. } = placed.stored;
        let evidence = version.evidence.iter();
        Bare {
            at: placed.at,
            text: self.maybe(version.text.as_ref()),
            heading: self.maybe(version.heading.as_ref()),
            earlier: self.maybe(context.earlier.as_ref()),
            path: self.words(&context.path),
            notes: self.words(&context.notes),
            words_at: version.words_at.as_ref().map(|span| self.stretch(span)),
            evidence: evidence.map(|one| (one.kind, self.stretch(&one.span))).collect(),
            version: WithoutWords(version),
        }
    }
}

const NO_EVIDENCE: Vec<Evidence> = Vec::new();

/// A version as it is written: its fields in their order, without those that stand in the head or
/// beside it.
struct WithoutWords<'a>(&'a Version);

impl Serialize for WithoutWords<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Version {
            node,
            address: _,
            kind,
            axis,
            status,
            text: _,
            body,
            heading: _,
            parts_known,
            valid_from,
            valid_to,
            known_from,
            known_to,
            begins_by,
            ends_by,
            introduced_by,
            ended_by,
            moved_from,
            moved_to,
            grades,
            proof,
            words_at: _,
            evidence: _,
            warnings,
        } = self.0;
        let mut fields = serializer.serialize_struct("Version", 24)?;
        fields.serialize_field("node", node)?;
        fields.serialize_field("address", &Address::whole())?;
        fields.serialize_field("kind", kind)?;
        fields.serialize_field("axis", axis)?;
        fields.serialize_field("status", status)?;
        fields.serialize_field("text", &None::<()>)?;
        fields.serialize_field("body", body)?;
        fields.serialize_field("heading", &None::<()>)?;
        fields.serialize_field("parts_known", parts_known)?;
        fields.serialize_field("valid_from", valid_from)?;
        fields.serialize_field("valid_to", valid_to)?;
        fields.serialize_field("known_from", known_from)?;
        fields.serialize_field("known_to", known_to)?;
        fields.serialize_field("begins_by", begins_by)?;
        fields.serialize_field("ends_by", ends_by)?;
        fields.serialize_field("introduced_by", introduced_by)?;
        fields.serialize_field("ended_by", ended_by)?;
        fields.serialize_field("moved_from", moved_from)?;
        fields.serialize_field("moved_to", moved_to)?;
        fields.serialize_field("grades", grades)?;
        fields.serialize_field("proof", proof)?;
        fields.serialize_field("words_at", &None::<()>)?;
        fields.serialize_field("evidence", &NO_EVIDENCE)?;
        fields.serialize_field("warnings", warnings)?;
        fields.end()
    }
}

/// What a document keeps, as far as it was read.
pub struct Opened<'b> {
    head: Head,
    axes: [&'b [u8]; 2],
}

impl<'b> Opened<'b> {
    /// Reads what the versions share.
    ///
    /// # Errors
    /// Bytes that are not what was kept.
    pub fn of(bytes: &'b [u8]) -> postcard::Result<Opened<'b>> {
        let (head, rest): (Head, _) = postcard::take_from_bytes(bytes)?;
        let (in_force, adopted) = rest
            .split_at_checked(head.in_force)
            .ok_or(postcard::Error::DeserializeUnexpectedEnd)?;
        Ok(Opened { head, axes: [in_force, adopted] })
    }

    /// The place.
    pub fn address(&self) -> &Address {
        &self.head.address
    }

    /// The provision to which it belongs, see [`Context::unit`].
    pub fn unit(&self) -> &Address {
        &self.head.unit
    }

    /// True where versions of an axis are kept.
    pub fn has(&self, axis: Axis) -> bool {
        !self.axes[slot(axis)].is_empty()
    }

    /// The version on an axis that a search finds.
    ///
    /// # Errors
    /// Bytes that are not what was kept.
    pub fn found(&self, act: &str, axis: Axis) -> postcard::Result<Option<StoredVersion>> {
        if !self.head.found[slot(axis)] {
            return Ok(None);
        }
        let (bare, _) = postcard::take_from_bytes(self.axes[slot(axis)])?;
        Ok(Some(self.whole(act, bare)?.stored))
    }

    /// The versions on an axis; `found` says whether with the one that a search finds.
    ///
    /// # Errors
    /// Bytes that are not what was kept.
    pub fn versions(
        &self,
        act: &str,
        axis: Axis,
        found: bool,
    ) -> postcard::Result<Vec<Placed<StoredVersion>>> {
        let mut versions = Vec::new();
        let mut rest = self.axes[slot(axis)];
        let mut left_out = !found && self.head.found[slot(axis)];
        while !rest.is_empty() {
            let (bare, behind) = postcard::take_from_bytes(rest)?;
            rest = behind;
            if !std::mem::take(&mut left_out) {
                versions.push(self.whole(act, bare)?);
            }
        }
        Ok(versions)
    }

    fn whole(&self, act: &str, bare: Bare<Version>) -> postcard::Result<Placed<StoredVersion>> {
        let Head { order, depth, address, unit, groups, has_words, .. } = &self.head;
        let evidence = bare.evidence.into_iter();
        let evidence = evidence.map(|(kind, at)| Ok(Evidence { kind, span: self.span(at)? }));
        let version = Version {
            address: address.clone(),
            text: self.maybe(bare.text)?,
            heading: self.maybe(bare.heading)?,
            words_at: bare.words_at.map(|at| self.span(at)).transpose()?,
            evidence: evidence.collect::<postcard::Result<_>>()?,
            ..bare.version
        };
        let context = Context {
            act: act.to_owned(),
            unit: unit.clone(),
            earlier: self.maybe(bare.earlier)?,
            path: self.words(&bare.path)?,
            around: Vec::new(),
            notes: self.words(&bare.notes)?,
        };
        let stored = StoredVersion {
            order: *order,
            depth: *depth,
            groups: groups.clone(),
            has_words: *has_words,
            cites: Vec::new(),
            context,
            version,
        };
        Ok(Placed { at: bare.at, stored })
    }

    fn word(&self, at: u32) -> postcard::Result<String> {
        let word = self.head.words.get(at as usize).cloned();
        word.ok_or(postcard::Error::DeserializeBadEncoding)
    }

    fn maybe(&self, at: Option<u32>) -> postcard::Result<Option<String>> {
        at.map(|at| self.word(at)).transpose()
    }

    fn words(&self, at: &[u32]) -> postcard::Result<Vec<String>> {
        at.iter().map(|at| self.word(*at)).collect()
    }

    fn span(&self, at: Stretch) -> postcard::Result<Span> {
        let source = self.head.sources.get(at.source as usize).cloned();
        Ok(Span {
            source: source.ok_or(postcard::Error::DeserializeBadEncoding)?,
            bytes: at.byte..at.byte.wrapping_add(at.bytes),
            lines: (at.line, at.line.wrapping_add(at.lines)),
        })
    }
}
