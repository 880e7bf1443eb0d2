//! The fields of the tantivy schema. One document is one wording of one place, or one act.

use super::written::TOKENIZER;
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions,
};

/// The fields, by what they hold.
#[derive(Debug, Clone, Copy)]
pub struct Fields {
    /// IRI of the act: every document has it; deleting by it removes the act.
    pub act: Field,
    /// In act documents: the IRI again, so that acts can be listed.
    pub is_act: Field,
    /// In act documents: the number as it is looked up, see [`number_key`].
    pub number: Field,
    /// In act documents: the words of all titles.
    pub title: Field,
    /// In act documents: keys of the abbreviations that it defines.
    pub short: Field,
    /// In act documents: keys of the words that these stand for, joined by blanks.
    pub long: Field,
    /// Of a wording: act and address of the place and of everything around it, see
    /// [`under_key`]. One term look-up finds a place with all its parts.
    pub under: Field,
    /// Of a wording: the acts and places that the words cite.
    pub cites: Field,
    /// Position of the place in the act.
    pub order: Field,
    /// By axis: the days on which the version that has the wording may hold, and its marks: see
    /// [`super::standing`].
    pub standing: [Field; 2],
    /// First day of knowledge of which it is true, on the axis of force.
    pub known_from: Field,
    /// First day of knowledge of which it is no longer true, on the axis of force.
    pub known_to: Field,
    /// Stems of a version's own words, with positions.
    pub stem: Field,
    /// The same words as spelt, with positions.
    pub exact: Field,
    /// Stems of the headings and lead-ins around it.
    pub heading: Field,
    /// Stems of the editorial notes at it, with positions.
    pub note: Field,
    /// Stems of the term that it defines.
    pub defined: Field,
    /// Identity of the act, see [`number_of`], as a name that a segment keeps once.
    pub act_number: Field,
    /// Position in the act of the provision to which the place belongs: a numbered unit and its
    /// unnumbered paragraphs share it.
    pub unit: Field,
    /// Identity of its words: equal for the same words in different acts; 0 for few words.
    pub words: Field,
    /// See [`super::searched`].
    pub marks: Field,
    /// The versions or the act itself, in postcard.
    pub stored: Field,
}

/// The names of the standings, by axis.
pub const STANDING: [&str; 2] = ["standing", "standing_on_adoption"];

/// The schema and its fields.
pub fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let words = TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer("default")
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false),
    );
    // Looked up as they are, never ranked.
    let key = TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer("raw")
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false),
    );
    // The terms are our own; the writer only takes them apart again.
    let tokens = |option, norms| {
        TextOptions::default().set_indexing_options(
            TextFieldIndexing::default()
                .set_tokenizer(TOKENIZER)
                .set_index_option(option)
                .set_fieldnorms(norms),
        )
    };
    let placed = || tokens(IndexRecordOption::WithFreqsAndPositions, true);
    let counted = || tokens(IndexRecordOption::WithFreqs, true);
    let fields = Fields {
        act: builder.add_text_field("act", key.clone().set_stored()),
        is_act: builder.add_text_field("is_act", key.clone()),
        number: builder.add_text_field("number", key.clone()),
        title: builder.add_text_field("title", words),
        short: builder.add_text_field("short", key.clone()),
        long: builder.add_text_field("long", key.clone()),
        under: builder.add_text_field("under", key.clone()),
        cites: builder.add_text_field("cites", key),
        order: builder.add_u64_field("order", FAST),
        standing: STANDING.map(|name| builder.add_u64_field(name, FAST)),
        known_from: builder.add_u64_field("known_from", FAST),
        known_to: builder.add_u64_field("known_to", FAST),
        stem: builder.add_text_field("stem", placed()),
        exact: builder.add_text_field("exact", placed()),
        heading: builder.add_text_field("heading", counted()),
        note: builder.add_text_field("note", placed()),
        defined: builder.add_text_field("defined", counted()),
        act_number: builder.add_bytes_field("act_number", FAST),
        unit: builder.add_u64_field("unit", FAST),
        words: builder.add_u64_field("words", FAST),
        marks: builder.add_u64_field("marks", FAST),
        stored: builder.add_bytes_field("stored", STORED),
    };
    (builder.build(), fields)
}

/// The term under which a place is found from itself and from everything around it.
pub fn under_key(act: &str, address: &str) -> String {
    format!("{act}\u{1f}{address}")
}

/// The term under which a place is found from the provision to which it belongs, where that stands
/// beside it and not around it.
pub fn beside_key(act: &str, unit: &str) -> String {
    format!("{act}\u{1e}{unit}")
}

/// A number as it is looked up: lower case, without the sign and without blanks.
pub fn number_key(number: &str) -> String {
    let plain = |c: &char| !c.is_whitespace() && *c != '№';
    number.chars().filter(plain).flat_map(char::to_lowercase).collect()
}

/// A number for a name, the same on every machine; names of one index do not collide in
/// practice (64 bits of BLAKE3), and 0 is never given.
pub fn number_of(name: &str) -> u64 {
    let hash = blake3::hash(name.as_bytes());
    let mut bytes = [0_u8; 8];
    bytes.copy_from_slice(&hash.as_bytes()[..8]);
    u64::from_le_bytes(bytes).max(1)
}
