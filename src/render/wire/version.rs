//! One version of one place, complete: `nusqa/version/1`. A program that reads the lines of an
//! export has everything with which nusqa answers questions of one day, and can turn them back
//! into the library's own versions.

use super::{Day, Generator, names};
use crate::index::{Context, StoredVersion};
use crate::model::act::{ActId, ActType, Issuer};
use crate::model::address::Address;
use crate::model::certainty::{Certainty, Status};
use crate::model::day::{self, Adopted, EffectRule};
use crate::model::evidence::{self, EvidenceKind, SourceId, Span};
use crate::model::kind::Kind;
use crate::model::node::{Node, Origin};
use crate::model::version::{self, Axis};
use crate::parse::citation::exact_address;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A version of a place: its own words, heading included, children left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "VersionDocument")]
pub struct Version {
    /// `nusqa/version/1`.
    #[schemars(extend("const" = "nusqa/version/1"))]
    pub schema: String,
    /// What made the document.
    pub generator: Generator,
    /// The act.
    pub act: Identity,
    /// The order of time: what is in force, or every change on its day of adoption.
    #[schemars(schema_with = "names::axis")]
    pub axis: String,
    /// The address of the place.
    pub address: String,
    /// Its eId.
    pub eid: String,
    /// What stands there.
    #[schemars(schema_with = "names::kind")]
    pub kind: String,
    /// Its identity through time.
    pub node: String,
    /// By step of the address: the act that brought the unit there; null: the act as adopted.
    pub brought_by: Vec<Option<Identity>>,
    /// Position of the place in the act.
    pub order: u64,
    /// Levels above it.
    pub depth: usize,
    /// Headings around it that its address does not name, outermost first.
    pub groups: Vec<String>,
    /// False for a document that has no line of its own.
    pub has_words: bool,
    /// False where units may stand inside it of which the corpus knows nothing.
    pub parts_known: bool,
    /// Its state.
    #[schemars(schema_with = "names::status")]
    pub status: String,
    /// Its own words, number included; null where unknown or not in force.
    pub text: Option<String>,
    /// Byte offset in `text` where the words after number and heading mark begin.
    pub body: usize,
    /// The heading, where it has one.
    pub heading: Option<String>,
    /// When it begins.
    pub valid_from: Bound,
    /// The first day on which it no longer holds; null while it holds.
    pub valid_to: Option<Bound>,
    /// The first day of knowledge of which it is true; null: since ever.
    pub known_from: Option<Day>,
    /// The first day of knowledge of which it is no longer true; null: still.
    pub known_to: Option<Day>,
    /// What made it.
    pub introduced_by: Option<Identity>,
    /// What ended it.
    pub ended_by: Option<Identity>,
    /// Where its words seem to have stood before.
    pub moved_from: Option<String>,
    /// Where its words seem to have gone.
    pub moved_to: Option<String>,
    /// How sure, by first day, ascending.
    pub grades: Vec<Grade>,
    /// Where the words stand printed; null without words.
    pub words_at: Option<Stretch>,
    /// Who says so.
    pub evidence: Vec<Evidence>,
    /// Editorial notes at it.
    pub notes: Vec<String>,
    /// What a reader should distrust.
    pub warnings: Vec<Warning>,
}

/// Everything that identifies an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "VersionIdentity")]
pub struct Identity {
    /// Its IRI.
    pub id: String,
    /// Its legal form.
    #[schemars(schema_with = "names::act_type")]
    pub r#type: String,
    /// Its issuer as a slug; empty for parliament.
    pub issuer: String,
    /// Its number as registered; an act without one has a slug after `~`.
    pub number: String,
    /// The day it was adopted.
    pub adopted: Day,
}

/// An end of a version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "VersionBound")]
pub struct Bound {
    /// The day; null where it is not known exactly.
    pub date: Option<Day>,
    /// The first day that it can be; null: unbounded.
    pub earliest: Option<Day>,
    /// The last day that it can be; null: unbounded.
    pub latest: Option<Day>,
    /// The rule that fixed it: `after_publication_days:10`; null where none is known.
    pub rule: Option<String>,
}

/// How sure a version is from a day on, until the next grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "VersionGrade")]
pub struct Grade {
    /// The first day; null: since ever.
    pub from: Option<Day>,
    /// How sure.
    #[schemars(schema_with = "names::certainty")]
    pub certainty: String,
    /// The codes of the reasons.
    pub reasons: Vec<String>,
}

/// A stretch of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "VersionStretch")]
pub struct Stretch {
    /// The file, as the corpus names it.
    pub file: String,
    /// BLAKE3 of its bytes.
    pub hash: String,
    /// First and last line, counted from 1, both inside.
    pub lines: [usize; 2],
    /// Bytes of the file, half-open.
    pub bytes: [usize; 2],
}

/// One piece of proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "VersionEvidence")]
pub struct Evidence {
    /// What it proves.
    #[schemars(schema_with = "names::evidence_kind")]
    pub kind: String,
    /// Where it stands.
    pub at: Stretch,
}

/// Something that a reader should distrust.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "VersionWarning")]
pub struct Warning {
    /// Its code.
    pub code: String,
    /// What it speaks of.
    pub argument: String,
}

/// A field that has no value of its kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{field}` cannot be `{found}`")]
pub struct Unfit {
    /// The field.
    pub field: &'static str,
    /// What stands in it.
    pub found: String,
}

impl Version {
    /// A version of an act.
    pub fn new(act: &ActId, stored: &StoredVersion, generator: Generator) -> Version {
        let held = &stored.version;
        let grades = held.grades.iter().map(|grade| Grade {
            from: grade.from.map(Day),
            certainty: grade.certainty.name().to_owned(),
            reasons: grade.reasons.iter().map(|reason| reason.code().to_owned()).collect(),
        });
        let evidence = held.evidence.iter().map(|evidence| Evidence {
            kind: evidence.kind.name().to_owned(),
            at: (&evidence.span).into(),
        });
        let warnings = held.warnings.iter().cloned();
        Version {
            schema: "nusqa/version/1".to_owned(),
            generator,
            act: act.into(),
            axis: held.axis.name().to_owned(),
            address: held.address.to_string(),
            eid: held.address.eid(),
            kind: held.kind.name().to_owned(),
            node: held.node.to_string(),
            brought_by: held.node.origins().into_iter().map(of_origin).collect(),
            order: stored.order,
            depth: stored.depth,
            groups: stored.groups.iter().map(Address::to_string).collect(),
            has_words: stored.has_words,
            parts_known: held.parts_known,
            status: held.status.name().to_owned(),
            text: held.text.clone(),
            body: held.body,
            heading: held.heading.clone(),
            valid_from: Bound::new(held.valid_from, held.begins_by.as_ref()),
            valid_to: held.valid_to.map(|end| Bound::new(end, held.ends_by.as_ref())),
            known_from: held.known_from.map(Day),
            known_to: held.known_to.map(Day),
            introduced_by: held.introduced_by.as_ref().map(Identity::from),
            ended_by: held.ended_by.as_ref().map(Identity::from),
            moved_from: held.moved_from.as_ref().map(Address::to_string),
            moved_to: held.moved_to.as_ref().map(Address::to_string),
            grades: grades.collect(),
            words_at: held.words_at.as_ref().map(Stretch::from),
            evidence: evidence.collect(),
            notes: stored.context.notes.clone(),
            warnings: warnings.map(|(code, argument)| Warning { code, argument }).collect(),
        }
    }
}

fn of_origin(origin: &Origin) -> Option<Identity> {
    match origin {
        Origin::Enacted => None,
        Origin::Brought(act) => Some(act.into()),
    }
}

impl From<&ActId> for Identity {
    fn from(act: &ActId) -> Self {
        Identity {
            id: act.iri(),
            r#type: act.form.name().to_owned(),
            issuer: act.issuer.0.clone(),
            number: act.number.clone(),
            adopted: Day(act.adopted.0),
        }
    }
}

impl Bound {
    fn new(window: day::Window, rule: Option<&EffectRule>) -> Self {
        Bound {
            date: window.day().map(Day),
            earliest: window.earliest.map(Day),
            latest: window.latest.map(Day),
            rule: rule.map(ToString::to_string),
        }
    }

    fn window(&self) -> day::Window {
        let day = |day: Option<Day>| day.map(|day| day.0);
        day::Window { earliest: day(self.earliest), latest: day(self.latest) }
    }
}

impl From<&Span> for Stretch {
    fn from(span: &Span) -> Self {
        Stretch {
            file: span.source.file.to_string(),
            hash: span.source.hash.to_string(),
            lines: [span.lines.0, span.lines.1],
            bytes: [span.bytes.start, span.bytes.end],
        }
    }
}

impl From<&Stretch> for Span {
    fn from(at: &Stretch) -> Self {
        let source = SourceId { file: at.file.as_str().into(), hash: at.hash.as_str().into() };
        Span { source, bytes: at.bytes[0]..at.bytes[1], lines: (at.lines[0], at.lines[1]) }
    }
}

impl TryFrom<&Identity> for ActId {
    type Error = Unfit;

    fn try_from(act: &Identity) -> Result<ActId, Unfit> {
        Ok(ActId {
            adopted: Adopted(act.adopted.0),
            form: named("type", &act.r#type, ActType::from_name)?,
            issuer: Issuer(act.issuer.clone()),
            number: act.number.clone(),
        })
    }
}

/// The version as the library keeps it. Of the reasons only the codes are told, so that its
/// grades have none; what its words rest on is not told either.
impl TryFrom<&Version> for StoredVersion {
    type Error = Unfit;

    fn try_from(told: &Version) -> Result<StoredVersion, Unfit> {
        let address = address("address", &told.address)?;
        let node = node(&address, &told.brought_by)?;
        let groups: Result<_, Unfit> =
            told.groups.iter().map(|group| self::address("groups", group)).collect();
        let grades: Result<_, Unfit> = told.grades.iter().map(grade).collect();
        let evidence: Result<_, Unfit> = told.evidence.iter().map(evidence).collect();
        let warnings = told.warnings.iter().map(|one| (one.code.clone(), one.argument.clone()));
        let ends_by = told.valid_to.as_ref().and_then(|end| end.rule.as_deref());
        let moved = |field: &'static str, place: &Option<String>| {
            place.as_deref().map(|place| self::address(field, place)).transpose()
        };
        let text = told.text.clone();
        let fits = text.as_ref().is_none_or(|text| text.is_char_boundary(told.body));
        if !fits {
            return Err(Unfit { field: "body", found: told.body.to_string() });
        }
        let version = version::Version {
            node,
            kind: named("kind", &told.kind, Kind::from_name)?,
            axis: named("axis", &told.axis, axis)?,
            status: named("status", &told.status, Status::from_name)?,
            text,
            body: told.body,
            heading: told.heading.clone(),
            parts_known: told.parts_known,
            valid_from: told.valid_from.window(),
            valid_to: told.valid_to.as_ref().map(Bound::window),
            known_from: told.known_from.map(|day| day.0),
            known_to: told.known_to.map(|day| day.0),
            begins_by: told.valid_from.rule.as_deref().map(rule).transpose()?,
            ends_by: ends_by.map(rule).transpose()?,
            introduced_by: act(&told.introduced_by)?,
            ended_by: act(&told.ended_by)?,
            moved_from: moved("moved_from", &told.moved_from)?,
            moved_to: moved("moved_to", &told.moved_to)?,
            grades: grades?,
            proof: None,
            words_at: told.words_at.as_ref().map(Span::from),
            evidence: evidence?,
            warnings: warnings.collect(),
            address,
        };
        Ok(StoredVersion {
            order: told.order,
            depth: told.depth,
            groups: groups?,
            has_words: told.has_words,
            cites: Vec::new(),
            context: Context { notes: told.notes.clone(), ..Context::default() },
            version,
        })
    }
}

fn named<T>(
    field: &'static str,
    found: &str,
    from_name: impl Fn(&str) -> Option<T>,
) -> Result<T, Unfit> {
    from_name(found).ok_or_else(|| Unfit { field, found: found.to_owned() })
}

fn axis(name: &str) -> Option<Axis> {
    [Axis::InForce, Axis::Adopted].into_iter().find(|axis| axis.name() == name)
}

fn address(field: &'static str, short: &str) -> Result<Address, Unfit> {
    named(field, short, exact_address)
}

fn act(act: &Option<Identity>) -> Result<Option<ActId>, Unfit> {
    act.as_ref().map(ActId::try_from).transpose()
}

fn node(address: &Address, brought_by: &[Option<Identity>]) -> Result<Node, Unfit> {
    let unfit = || Unfit { field: "brought_by", found: brought_by.len().to_string() };
    if brought_by.len() != address.steps().len() {
        return Err(unfit());
    }
    let mut node = None;
    for (step, by) in address.steps().iter().zip(brought_by) {
        let origin = match by {
            None => Origin::Enacted,
            Some(act) => Origin::Brought(act.try_into()?),
        };
        node = Some(Node::new(node, step.clone(), origin));
    }
    node.ok_or_else(unfit)
}

fn grade(told: &Grade) -> Result<version::Grade, Unfit> {
    Ok(version::Grade {
        from: told.from.map(|day| day.0),
        certainty: named("certainty", &told.certainty, Certainty::from_name)?,
        reasons: Vec::new(),
    })
}

fn evidence(told: &Evidence) -> Result<evidence::Evidence, Unfit> {
    let kind = named("evidence", &told.kind, EvidenceKind::from_name)?;
    Ok(evidence::Evidence { kind, span: (&told.at).into() })
}

fn rule(told: &str) -> Result<EffectRule, Unfit> {
    let (name, needed) = told.split_once(':').unwrap_or((told, ""));
    let unfit = || Unfit { field: "rule", found: told.to_owned() };
    let count = || needed.parse().map_err(|_| unfit());
    Ok(match name {
        "after_publication_days" => EffectRule::AfterPublicationDays(count()?),
        "after_publication_months" => EffectRule::AfterPublicationMonths(count()?),
        "on_publication" => EffectRule::OnPublication,
        "on_signing" => EffectRule::OnSigning,
        "on_date" => EffectRule::OnDate(needed.parse().map_err(|_| unfit())?),
        "see_clause" => EffectRule::SeeClause(needed.to_owned()),
        "on_event" => EffectRule::OnEvent(needed.to_owned()),
        "unstated" => EffectRule::Unstated,
        _ => return Err(unfit()),
    })
}
