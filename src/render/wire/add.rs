//! What was put into the corpus, or would be: `nusqa/add/1`.

use super::act::{Act, ActReference};
use super::check::Account;
use super::{Day, Generator};
use crate::intake::Understood;
use crate::intake::card::Origin;
use schemars::JsonSchema;
use serde::Serialize;

/// What became of texts and facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Add {
    /// `nusqa/add/1`.
    #[schemars(extend("const" = "nusqa/add/1"))]
    pub schema: &'static str,
    /// What made the document.
    pub generator: Generator,
    /// True where nothing was to be written.
    pub dry_run: bool,
    /// The texts, in the order in which they were named.
    pub texts: Vec<Added>,
    /// The facts of the table, in its order.
    pub facts: Vec<AddedFact>,
}

/// A text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Added {
    /// The file as it was named.
    pub file: String,
    /// `added`; `would_add` without writing; `present` where the corpus has the same bytes;
    /// `refused`.
    #[schemars(extend("enum" = ["added", "would_add", "present", "refused"]))]
    pub outcome: &'static str,
    /// Where the text stands in the corpus or would stand; null where it was refused.
    pub place: Option<String>,
    /// Why it was refused.
    pub refused: Option<Refusal>,
    /// What was understood; null where it was refused or is there already.
    pub understood: Option<Text>,
}

/// Why a text was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Refusal {
    /// The code of the message.
    pub code: &'static str,
    /// The message.
    pub message: String,
    /// Options that answer what is not known.
    pub options: Vec<String>,
}

/// A text, understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "AddText")]
pub struct Text {
    /// The act.
    pub act: Act,
    /// Slug of the issuer; null for laws.
    pub issuer: Option<String>,
    /// True where the corpus had no folder of the act.
    pub new_act: bool,
    /// Day of registration.
    pub registered: Option<Day>,
    /// Number of registration.
    pub registration_number: Option<String>,
    /// Who signed, and where, as printed.
    pub signature: Vec<String>,
    /// What the text is.
    #[schemars(extend("enum" = ["original", "consolidated", "amending"]))]
    pub role: &'static str,
    /// Why it is taken for that.
    #[schemars(extend("enum" = ["told", "title", "orders", "notes", "no_notes"]))]
    pub because: &'static str,
    /// The last act whose changes the notes tell as applied.
    pub last_change: Option<ActReference>,
    /// The document of the act that it prints; null for the act itself.
    pub component: Option<String>,
    /// The day under which a database files the redaction.
    pub redaction: Option<Day>,
    /// The day on which it was taken from its publisher.
    pub retrieved: Option<Day>,
    /// How it is laid out.
    #[schemars(extend("enum" = ["markdown", "portal", "html", "docx"]))]
    pub format: &'static str,
    /// The encoding from which it was converted to UTF-8, or the format from which to HTML.
    pub converted_from: Option<&'static str>,
    /// BLAKE3 of the file as it was given.
    pub hash: String,
    /// What was said otherwise than the text prints it.
    pub contradicted: Vec<Contradicted>,
    /// What the parsers read of it.
    pub account: Account,
    /// The whole card, as it is or would be.
    pub card: String,
}

/// Something that was said otherwise than the text prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Contradicted {
    /// The key of the card, dotted.
    pub key: &'static str,
    /// What counts.
    pub said: String,
    /// What the text prints.
    pub printed: String,
}

/// A fact of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AddedFact {
    /// Row of the table, counted from 1, without its head.
    pub row: usize,
    /// Line of the table's file, counted from 1.
    pub line: usize,
    /// The key of the card, dotted; the column of the table where a card has no such key.
    pub key: &'static str,
    /// The day.
    pub day: Day,
    /// `written`; `present` where the card says the same; `conflict` where it says otherwise;
    /// `no_act` where the corpus has no folder of the act; `several_acts` where it has acts of
    /// several issuers to which the row may belong; `no_place` where a card does not hold
    /// such a fact; `unchangeable` where the card is written in a way that cannot be added to.
    #[schemars(extend("enum" = ["written", "present", "conflict", "no_act", "several_acts", "no_place", "unchangeable"]))]
    pub outcome: &'static str,
    /// The card.
    pub card: Option<String>,
    /// What the card says.
    pub said: Option<String>,
}

impl Text {
    /// What was understood of a text; `card` is the whole card.
    pub fn new(text: &Understood, origin: &Origin, new_act: bool, card: String) -> Self {
        let id = &text.id;
        let registered = text.registered.as_ref();
        let contradicted = text.contradicted.iter().map(|fact| Contradicted {
            key: fact.key,
            said: fact.said.clone(),
            printed: fact.printed.clone(),
        });
        Text {
            act: Act::new(id, text.title.clone()),
            issuer: (!id.issuer.0.is_empty()).then(|| id.issuer.0.clone()),
            new_act,
            registered: registered.map(|(day, _)| day.0.into()),
            registration_number: registered.map(|(_, number)| number.clone()),
            signature: text.signature.clone(),
            role: text.role.name(),
            because: text.because.name(),
            last_change: text.last_change.as_ref().map(ActReference::from),
            component: (!text.component.is_whole()).then(|| text.component.to_string()),
            redaction: text.redaction.map(Day::from),
            retrieved: text.retrieved.map(Day::from),
            format: text.format.name(),
            converted_from: origin.converted,
            hash: origin.hash.clone(),
            contradicted: contradicted.collect(),
            account: Account::of(&text.tree, &text.notes, &text.orders),
            card,
        }
    }
}
