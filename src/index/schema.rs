//! The fields of the tantivy schema. One document is one version of one place, or one act.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
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
    /// In version documents: axis, act and address of the place and of everything around it,
    /// see [`under_key`]. One term look-up finds a place with all its parts.
    pub under: Field,
    /// In version documents: the acts and places that the words cite.
    pub cites: Field,
    /// Position of the place in the act.
    pub order: Field,
    /// First day on which the version may hold, in days since 1970.
    pub valid_from: Field,
    /// First day on which it surely holds no more.
    pub valid_to: Field,
    /// First day of knowledge of which it is true.
    pub known_from: Field,
    /// First day of knowledge of which it is no longer true.
    pub known_to: Field,
    /// The version or the act itself, in postcard.
    pub stored: Field,
}

/// The schema and its fields.
pub fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let words = TextOptions::default().set_indexing_options(
        TextFieldIndexing::default()
            .set_tokenizer("default")
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false),
    );
    let fields = Fields {
        act: builder.add_text_field("act", STRING | STORED),
        is_act: builder.add_text_field("is_act", STRING),
        number: builder.add_text_field("number", STRING),
        title: builder.add_text_field("title", words),
        under: builder.add_text_field("under", STRING),
        cites: builder.add_text_field("cites", STRING),
        order: builder.add_u64_field("order", FAST),
        valid_from: builder.add_i64_field("valid_from", FAST | INDEXED),
        valid_to: builder.add_i64_field("valid_to", FAST | INDEXED),
        known_from: builder.add_i64_field("known_from", FAST),
        known_to: builder.add_i64_field("known_to", FAST),
        stored: builder.add_bytes_field("stored", STORED),
    };
    (builder.build(), fields)
}

/// The term under which a place is found from itself and from everything around it.
pub fn under_key(axis: &str, act: &str, address: &str) -> String {
    format!("{axis}\u{1f}{act}\u{1f}{address}")
}

/// A number as it is looked up: lower case, without the sign and without blanks.
pub fn number_key(number: &str) -> String {
    let plain = |c: &char| !c.is_whitespace() && *c != '№';
    number.chars().filter(plain).flat_map(char::to_lowercase).collect()
}
