//! Where texts, notes and amending acts disagree, and how every order closed: `nusqa/audit/1`.

use super::Generator;
use super::act::ActReference;
use super::apply::Run;
use super::evidence::Source;
use crate::audit::finding::{self, Audit as Audited};
use crate::model::act::ActId;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::audit as words;
use schemars::JsonSchema;
use serde::Serialize;

/// The audit of one act or of every act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Audit {
    /// `nusqa/audit/1`.
    #[schemars(extend("const" = "nusqa/audit/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// What does not agree.
    pub findings: Vec<Finding>,
    /// What became of every order at each of its targets.
    pub orders: Vec<Order>,
    /// How far each text was compared.
    pub texts: Vec<Text>,
}

/// A disagreement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Finding {
    /// What is wrong.
    #[schemars(schema_with = "super::names::finding_kind")]
    pub kind: &'static str,
    /// IRI of the audited act.
    pub act: String,
    /// Where; `*` for the act as a whole.
    pub address: String,
    /// The act whose order or note is concerned; null where none is.
    pub by: Option<ActReference>,
    /// What should stand there; null where nothing should, or where no wording is concerned.
    pub expected: Option<String>,
    /// What stands there; null where nothing does.
    pub found: Option<String>,
    /// The difference of the two in runs of words; empty where they are no wordings.
    pub words: Vec<Run>,
    /// How much depends on it.
    #[schemars(schema_with = "super::names::severity")]
    pub severity: &'static str,
    /// Who is likely to have caused it.
    #[schemars(schema_with = "super::names::cause")]
    pub cause: &'static str,
    /// Both sides, as far as they are printed.
    pub sources: Vec<Side>,
    /// The finding in one sentence.
    pub explanation: String,
}

/// Where one side of a finding is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Side {
    /// What it is.
    #[schemars(schema_with = "super::names::source_kind")]
    pub kind: &'static str,
    /// The file, as the corpus names it.
    pub file: String,
    /// First and last line, counted from 1, both inside.
    pub lines: [usize; 2],
    /// Bytes of the file, half-open.
    pub bytes: [usize; 2],
}

/// What became of an order at one of its targets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Order {
    /// IRI of the audited act.
    pub act: String,
    /// The amending act.
    pub by: ActReference,
    /// The target.
    pub address: String,
    /// What the order does.
    #[schemars(schema_with = "super::names::operation")]
    pub operation: &'static str,
    /// How it closed.
    #[schemars(schema_with = "super::names::closing")]
    pub closing: &'static str,
    /// Why it could not be checked; null where it could.
    pub obstacle: Option<&'static str>,
    /// The later act that changed the place; null where none did.
    pub superseded_by: Option<ActReference>,
    /// Where the order stands.
    pub source: Source,
    /// Where the text prints the place, or what is around it; null without a text.
    pub text: Option<Source>,
    /// The closing in words.
    pub explanation: String,
}

/// How far a text was compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Text {
    /// IRI of the act.
    pub act: String,
    /// The file, as the corpus names it.
    pub file: String,
    /// The earlier text that the orders were carried out on; null where its wording comes from
    /// the orders alone.
    pub before: Option<String>,
    /// Units of the text.
    pub units: usize,
    /// Those of them whose words were compared.
    pub compared: usize,
    /// Units whose words could not be compared.
    pub unknown: usize,
}

impl Audit {
    /// The document of these audits.
    pub fn new(audits: &[(ActId, Audited)], generator: Generator, lang: Lang) -> Self {
        let mut document = Audit {
            schema: "nusqa/audit/1",
            generator,
            findings: Vec::new(),
            orders: Vec::new(),
            texts: Vec::new(),
        };
        for (act, audit) in audits {
            let act = act.iri();
            let findings = audit.findings.iter().map(|one| Finding::new(&act, one, lang));
            document.findings.extend(findings);
            document.orders.extend(audit.orders.iter().map(|one| Order::new(&act, one, lang)));
            document.texts.extend(audit.texts.iter().map(|one| Text {
                act: act.clone(),
                file: one.file.clone(),
                before: one.before.clone(),
                units: one.units,
                compared: one.compared,
                unknown: one.unknown,
            }));
        }
        document
    }
}

impl Finding {
    fn new(act: &str, one: &finding::Finding, lang: Lang) -> Self {
        Finding {
            kind: one.kind.name(),
            act: act.to_owned(),
            address: one.address.to_string(),
            by: one.by.as_ref().map(ActReference::from),
            expected: one.expected.clone(),
            found: one.found.clone(),
            words: one.words.iter().map(Run::from).collect(),
            severity: one.severity.name(),
            cause: one.cause.name(),
            sources: one.sources.iter().map(Side::from).collect(),
            explanation: words::sentence(one, lang),
        }
    }
}

impl From<&finding::Source> for Side {
    fn from(source: &finding::Source) -> Self {
        let Source { file, lines, bytes } = (&source.span).into();
        Side { kind: source.kind.name(), file, lines, bytes }
    }
}

impl Order {
    fn new(act: &str, one: &finding::Account, lang: Lang) -> Self {
        let closing = words::closing(one.closing, lang);
        let explanation = match one.obstacle {
            Some(obstacle) => format!("{closing}: {}", words::obstacle(obstacle, lang)),
            None => closing,
        };
        Order {
            act: act.to_owned(),
            by: (&one.by).into(),
            address: one.address.to_string(),
            operation: one.operation.name(),
            closing: one.closing.name(),
            obstacle: one.obstacle.map(finding::Obstacle::name),
            superseded_by: one.superseded_by.as_ref().map(ActReference::from),
            source: (&one.order).into(),
            text: one.text.as_ref().map(Source::from),
            explanation,
        }
    }
}
