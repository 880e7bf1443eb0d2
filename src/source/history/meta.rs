//! `meta.yaml` of a corpus → the facts that it tells of an act and of its redaction, by a closed
//! list of keys. Nothing is expanded: a value is what stands there, anchors are not followed.

use saphyr_parser::{Event, Parser};
use std::collections::BTreeMap;

/// The longest description that is read, in bytes.
const MAX: usize = 64 << 10;

/// What a description tells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// Legal form, in the words of the description.
    pub form: Option<String>,
    /// Number; empty where the description says that there is none.
    pub number: Option<String>,
    /// Day of adoption.
    pub adopted: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// Title in Kazakh.
    pub title: Option<String>,
    /// Date of the redaction.
    pub redaction: Option<String>,
    /// What made the redaction.
    pub cause: Option<String>,
    /// The keys that were not understood, as paths: `source.url`.
    pub unknown: Vec<String>,
}

const FORM: &[&str] = &["type", "form", "act_type", "kind", "түрі", "вид"];
const NUMBER: &[&str] = &["number", "num", "no", "act_number", "нөмірі", "номер"];
const ADOPTED: &[&str] = &[
    "adopted",
    "date",
    "adoption_date",
    "adopted_on",
    "date_adopted",
    "accepted",
    "қабылданған_күні",
    "дата_принятия",
];
const ISSUER: &[&str] = &["issuer", "organ", "adopted_by", "issued_by", "орган"];
const TITLE: &[&str] = &[
    "title_kaz",
    "title_kk",
    "title.kaz",
    "title.kk",
    "title.kz",
    "title",
    "name_kaz",
    "name.kaz",
    "name",
    "атауы",
];
const REDACTION: &[&str] = &[
    "redaction_date",
    "version_date",
    "revision_date",
    "edition_date",
    "redaction",
    "revision",
    "edition",
    "version",
    "редакция",
    "дата_редакции",
];
const CAUSE: &[&str] =
    &["amended_by", "amending_act", "changed_by", "made_by", "cause", "basis", "основание"];

/// Reads a description.
///
/// # Errors
/// The line, counted from 1, at which it is no YAML, or where it is too long.
pub fn meta(text: &str) -> Result<Meta, usize> {
    if text.len() > MAX {
        return Err(1);
    }
    let values = values(text)?;
    let mut known: Vec<&str> = Vec::new();
    let mut first = |keys: &'static [&'static str]| {
        known.extend(keys);
        keys.iter().find_map(|key| values.get(*key).cloned())
    };
    let mut meta = Meta {
        form: first(FORM),
        number: first(NUMBER),
        adopted: first(ADOPTED),
        issuer: first(ISSUER),
        title: first(TITLE),
        redaction: first(REDACTION),
        cause: first(CAUSE),
        unknown: Vec::new(),
    };
    known.extend(["language", "lang", "тіл", "язык"]);
    meta.unknown = values.keys().filter(|key| !known.contains(&key.as_str())).cloned().collect();
    Ok(meta)
}

/// Where a value is put next.
enum Place {
    /// In a mapping; the key, once it has been read.
    Mapping(Option<String>),
    Sequence,
}

/// Scalars by the path of keys to them; those of a list are joined.
fn values(text: &str) -> Result<BTreeMap<String, String>, usize> {
    let mut values: BTreeMap<String, String> = BTreeMap::new();
    let mut places: Vec<Place> = Vec::new();
    for event in Parser::new_from_str(text) {
        let (event, _) = event.map_err(|error| error.marker().line())?;
        match event {
            Event::MappingStart(..) => places.push(Place::Mapping(None)),
            Event::SequenceStart(..) => places.push(Place::Sequence),
            Event::MappingEnd | Event::SequenceEnd => {
                places.pop();
                told(&mut places);
            }
            Event::Alias(_) => told(&mut places),
            Event::Scalar(value, ..) => {
                if let Some(Place::Mapping(key @ None)) = places.last_mut() {
                    *key = Some(value.trim().to_lowercase().replace([' ', '-'], "_"));
                    continue;
                }
                let keys = places.iter().filter_map(|place| match place {
                    Place::Mapping(key) => key.as_deref(),
                    Place::Sequence => None,
                });
                let path = keys.collect::<Vec<_>>().join(".");
                let nothing = matches!(value.as_ref(), "" | "~" | "null" | "Null" | "NULL");
                let value = if nothing { "" } else { value.trim() };
                let known = values.entry(path).or_default();
                if !known.is_empty() && !value.is_empty() {
                    known.push_str("; ");
                }
                known.push_str(value);
                told(&mut places);
            }
            _ => {}
        }
    }
    Ok(values)
}

/// The value of a key has been read.
fn told(places: &mut [Place]) {
    if let Some(Place::Mapping(key)) = places.last_mut() {
        *key = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_several_names_are_understood_and_others_named() {
        let read = meta(
            "type: law\nnumber: 267-II\ndate: 2001-12-13\ntitle:\n  kaz: Мерекелер туралы\n\
             version_date: \"2008-06-25\"\nsource:\n  url: x\n",
        );
        let read = read.expect("YAML");
        assert_eq!(read.number.as_deref(), Some("267-II"));
        assert_eq!(read.title.as_deref(), Some("Мерекелер туралы"));
        assert_eq!(read.redaction.as_deref(), Some("2008-06-25"));
        assert_eq!(read.unknown, ["source.url"]);
    }

    #[test]
    fn a_number_that_is_null_is_told_as_none() {
        let read = meta("number: null\n").expect("YAML");
        assert_eq!(read.number.as_deref(), Some(""));
        assert_eq!(meta("").expect("YAML"), Meta::default());
    }

    #[test]
    fn anchors_are_not_expanded() {
        let bomb = "a: &a [x,x]\nb: &b [*a,*a]\nnumber: *b\ntype: law\n";
        let read = meta(bomb).expect("YAML");
        assert_eq!((read.number, read.form.as_deref()), (None, Some("law")));
    }

    #[test]
    fn what_is_no_yaml_names_its_line() {
        assert!(meta("a: [\nb: }\n").is_err());
    }
}
