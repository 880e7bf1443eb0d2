//! An act and its versions → the documents that the index holds of them. Makes them only; writing
//! them down is the writer's, so that several acts can be made ready side by side.

use super::layout::{IndexError, Layout};
use super::packed::seal;
use super::schema::{Fields, number_key, number_of, under_key};
use super::searched::Searched;
use super::standing::standing;
use super::stored::{StoredAct, StoredVersion};
use super::writer::day;
use crate::kazakh::token::{Analyzer, Keys};
use crate::model::act::ActId;
use tantivy::TantivyDocument;

/// An act that is ready to be written.
pub struct ReadyAct {
    /// The act, then its versions.
    pub(super) documents: Vec<TantivyDocument>,
}

/// Makes documents; each has the words of its own that it met.
#[derive(Clone)]
pub struct Documents {
    fields: Fields,
    analyzer: Analyzer,
    layout: Layout,
}

impl Documents {
    /// For an index with these fields, in which words are found by these keys.
    pub(super) fn new(fields: Fields, keys: Keys, layout: &Layout) -> Documents {
        Documents { fields, analyzer: Analyzer::by(keys), layout: layout.clone() }
    }

    /// Makes ready an act and its versions.
    ///
    /// # Errors
    /// A value that cannot be stored.
    pub fn of(
        &mut self,
        act: &StoredAct,
        versions: &[StoredVersion],
    ) -> Result<ReadyAct, IndexError> {
        let mut documents = Vec::with_capacity(versions.len() + 1);
        let iri = act.id.iri();
        let mut document = TantivyDocument::new();
        document.add_text(self.fields.act, &iri);
        document.add_text(self.fields.is_act, &iri);
        document.add_text(self.fields.number, number_key(&act.id.number));
        for title in &act.titles {
            document.add_text(self.fields.title, title);
        }
        for abbreviation in &act.abbreviations {
            let keys = |words: &str, analyzer: &mut Analyzer| -> String {
                let tokens = analyzer.tokens(words);
                let keys: Vec<String> = tokens.iter().map(|token| token.keys[0].clone()).collect();
                keys.join(" ")
            };
            let short = keys(&abbreviation.short, &mut self.analyzer);
            document.add_text(self.fields.short, &short);
            let long = keys(&abbreviation.long, &mut self.analyzer);
            document.add_text(self.fields.long, &long);
        }
        document.add_bytes(self.fields.stored, &self.encode(&iri, act)?);
        self.fill_columns(&mut document);
        documents.push(document);
        for version in versions {
            documents.push(self.version(&act.id, version)?);
        }
        Ok(ReadyAct { documents })
    }

    fn version(
        &mut self,
        of: &ActId,
        stored: &StoredVersion,
    ) -> Result<TantivyDocument, IndexError> {
        let searched = Searched::read(stored, of, &mut self.analyzer);
        let iri = &of.iri();
        let fields = &self.fields;
        let version = &stored.version;
        let axis = version.axis.name();
        let mut document = TantivyDocument::new();
        document.add_text(fields.act, iri);
        let mut around: Vec<String> = stored.groups.iter().map(ToString::to_string).collect();
        let mut above = Some(version.address.clone());
        while let Some(address) = above {
            around.push(address.to_string());
            above = address.parent();
        }
        around.sort();
        around.dedup();
        for address in around {
            document.add_text(fields.under, under_key(axis, iri, &address));
        }
        for cited in &stored.cites {
            document.add_text(fields.cites, cited);
        }
        document.add_u64(fields.order, stored.order);
        document.add_u64(fields.standing, standing(version, searched.marks()));
        document.add_i64(fields.known_from, day(version.known_from, i64::MIN));
        document.add_i64(fields.known_to, day(version.known_to, i64::MAX));
        document.add_u64(fields.act_number, number_of(iri));
        let unit = under_key(axis, iri, &stored.context.unit.to_string());
        document.add_u64(fields.unit, number_of(&unit));
        searched.add_to(&mut document, fields);
        document.add_bytes(fields.stored, &self.encode(iri, stored)?);
        Ok(document)
    }

    /// A column in which a document has no number is read much more slowly.
    fn fill_columns(&self, document: &mut TantivyDocument) {
        let fields = &self.fields;
        for column in [fields.standing, fields.act_number, fields.unit, fields.words, fields.order]
        {
            document.add_u64(column, 0);
        }
        for column in [fields.marks, fields.defines] {
            document.add_u64(column, 0);
        }
        for column in [fields.known_from, fields.known_to] {
            document.add_i64(column, 0);
        }
    }

    fn encode(&self, iri: &str, value: &impl serde::Serialize) -> Result<Vec<u8>, IndexError> {
        let bytes = postcard::to_stdvec(value).map_err(|error| IndexError::Damaged {
            path: self.layout.shown(),
            cause: error.to_string(),
        })?;
        Ok(seal(iri, &bytes))
    }
}
