//! The arguments of a call as JSON → names and values, as every other asker gives them.

use super::LONGEST_ARGUMENTS;
use crate::ask::failure::Failure;
use crate::ask::parameters::Pairs;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::models::failures;
use serde_json::{Map, Value};

/// The names and values; a list gives its name several times, null gives nothing.
///
/// # Errors
/// Values that are no plain ones, and more of them than a question can need.
pub fn pairs(arguments: &Map<String, Value>, lang: Lang) -> Result<Pairs, Failure> {
    let mut pairs = Pairs::new();
    for (name, value) in arguments {
        let values = match value {
            Value::Array(values) => values.as_slice(),
            value => std::slice::from_ref(value),
        };
        for value in values {
            let plain = match value {
                Value::Null => continue,
                Value::String(text) => text.clone(),
                Value::Bool(_) | Value::Number(_) => value.to_string(),
                Value::Array(_) | Value::Object(_) => {
                    let shown: String = name.chars().take(64).collect();
                    return Err(Failure::usage(failures::argument_not_plain(lang, shown)));
                }
            };
            pairs.push((name.replace('-', "_"), plain));
        }
    }
    let bytes: usize = pairs.iter().map(|(name, value)| name.len() + value.len()).sum();
    if bytes > LONGEST_ARGUMENTS {
        return Err(Failure::usage(failures::arguments_too_long(lang, LONGEST_ARGUMENTS)));
    }
    Ok(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(arguments: Value) -> Result<Pairs, String> {
        let Value::Object(arguments) = arguments else { return Err("no object".into()) };
        pairs(&arguments, Lang::En).map_err(|failure| failure.message().code.to_owned())
    }

    #[test]
    fn plain_values_are_read_as_they_would_be_typed() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(read(json!({ "act": "832", "on": null })), Ok(vec![pair("act", "832")]));
        assert_eq!(
            read(json!({ "act": 832, "any-date": true })),
            Ok(vec![pair("act", "832"), pair("any_date", "true")])
        );
        assert_eq!(
            read(json!({ "changed_between": ["2021-01-01", "2022-01-01"] })),
            Ok(vec![pair("changed_between", "2021-01-01"), pair("changed_between", "2022-01-01")])
        );
    }

    #[test]
    fn what_no_question_needs_is_refused() {
        for nested in [json!({ "act": { "number": 832 } }), json!({ "act": [["832"]] })] {
            assert_eq!(read(nested), Err("argument_not_plain".into()));
        }
        for long in [
            json!({ "act": "ә".repeat(5000) }),
            json!({ "a".repeat(9000): "" }),
            json!({ "query": vec!["x"; 9000] }),
        ] {
            assert_eq!(read(long), Err("arguments_too_long".into()));
        }
    }
}
