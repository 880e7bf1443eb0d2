//! Documents of a bulk export → the lines that a search engine takes, and the mapping that it
//! must have before it takes them.

use crate::render::wire::bulk::BulkDocument;
use serde_json::{Value, json};

/// The name of the file that holds the mapping.
pub const MAPPING: &str = "mapping.json";

/// The two lines of a document, each with a line feed: what is to be done with it, and itself.
///
/// # Errors
/// When a value cannot be serialised, which no wire type allows.
pub fn lines(document: &BulkDocument) -> Result<String, serde_json::Error> {
    let action = json!({ "index": { "_id": document.id() } });
    Ok(format!("{action}\n{}\n", serde_json::to_string(document)?))
}

/// What a field is to a search engine.
#[derive(Clone, Copy)]
enum Field {
    Keyword,
    /// Kept and given back, not searched.
    Kept,
    Number,
    Flag,
    Day,
    Days,
    /// Stems or words, parted by blanks.
    Words,
    Prose,
    Object(&'static [(&'static str, Field)]),
}

const BOUND: Field = Field::Object(&[
    ("date", Field::Day),
    ("earliest", Field::Day),
    ("latest", Field::Day),
    ("rule", Field::Keyword),
]);

const FIELDS: &[(&str, Field)] = &[
    ("schema", Field::Keyword),
    ("generator", Field::Object(&[("version", Field::Keyword), ("corpus", Field::Keyword)])),
    ("act", Field::Keyword),
    ("act_number", Field::Keyword),
    ("act_type", Field::Keyword),
    ("act_title", Field::Prose),
    ("act_adopted", Field::Day),
    ("horizon", Field::Day),
    ("address", Field::Keyword),
    ("eid", Field::Keyword),
    ("under", Field::Keyword),
    ("label", Field::Keyword),
    ("kind", Field::Keyword),
    ("node", Field::Kept),
    ("order", Field::Number),
    ("depth", Field::Number),
    ("path", Field::Prose),
    ("axis", Field::Keyword),
    ("status", Field::Keyword),
    ("certainty", Field::Keyword),
    ("reasons", Field::Keyword),
    ("holds_possibly", Field::Days),
    ("holds_surely", Field::Days),
    ("adopted", Field::Days),
    ("known", Field::Days),
    (
        "days",
        Field::Object(&[
            ("possibly_from", Field::Number),
            ("possibly_until", Field::Number),
            ("surely_from", Field::Number),
            ("surely_until", Field::Number),
            ("known_from", Field::Number),
            ("known_until", Field::Number),
        ]),
    ),
    ("valid_from", BOUND),
    ("valid_to", BOUND),
    ("introduced_by", Field::Keyword),
    ("ended_by", Field::Keyword),
    ("part", Field::Number),
    ("parts", Field::Number),
    ("text", Field::Prose),
    ("heading", Field::Prose),
    ("stems", Field::Words),
    ("words", Field::Words),
    ("keys", Field::Keyword),
    ("has_words", Field::Flag),
    ("parts_known", Field::Flag),
    (
        "evidence",
        Field::Object(&[
            ("kind", Field::Keyword),
            ("file", Field::Keyword),
            ("first_line", Field::Number),
            ("last_line", Field::Number),
            ("bytes", Field::Number),
            ("place", Field::Keyword),
        ]),
    ),
    ("notes", Field::Prose),
    ("warnings", Field::Keyword),
];

impl Field {
    fn mapping(self) -> Value {
        match self {
            Field::Keyword => json!({ "type": "keyword" }),
            Field::Kept => json!({ "type": "keyword", "index": false, "doc_values": false }),
            Field::Number => json!({ "type": "long" }),
            Field::Flag => json!({ "type": "boolean" }),
            Field::Day => json!({ "type": "date", "format": "strict_date" }),
            Field::Days => json!({ "type": "date_range", "format": "strict_date" }),
            Field::Words => json!({ "type": "text", "analyzer": "whitespace" }),
            Field::Prose => json!({ "type": "text", "analyzer": "standard" }),
            Field::Object(fields) => json!({ "properties": properties(fields) }),
        }
    }
}

fn properties(fields: &[(&str, Field)]) -> Value {
    let mapped = fields.iter().map(|(name, field)| ((*name).to_owned(), field.mapping()));
    Value::Object(mapped.collect())
}

/// The settings and the mapping of an index for OpenSearch and Elasticsearch. Stems and words are
/// computed beforehand and parted by blanks, so that no plugin is needed.
pub fn mapping() -> Value {
    json!({
        "settings": { "index": { "number_of_shards": 1 } },
        "mappings": { "dynamic": "strict", "properties": properties(FIELDS) },
    })
}
