//! Every tool: its name and its words, the schemas of its arguments and of its document, and the
//! way from the ones to the other.

use super::citation::Citation;
use crate::ask::failure::Failure;
use crate::ask::operation::{OPERATIONS, Operation};
use crate::ask::parameters::{self, LANG};
use crate::ask::params::{Acts, Audit, Changes, Diff, History, Search, Show};
use crate::ask::{Asked, Desk, Reply};
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{entry, models, usage};
use crate::render::wire;
use clap::{Arg, ArgMatches, Args};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// Where the JSON Schema keeps its definitions.
const DEFINITIONS: &str = "#/$defs/";

/// What a call is answered with.
pub struct Answer {
    /// The document, as the command line prints it.
    pub document: Value,
    /// The answer in words: what holds, on which day, by which lines of which file, how surely.
    pub words: String,
}

/// A tool.
pub struct Tool {
    /// Its name, that of the question.
    pub name: &'static str,
    /// What it is for.
    pub about: fn(Lang) -> String,
    answer: fn(&ArgMatches, &dyn Desk) -> Result<Answer, Failure>,
}

const fn tool<Q: Asked<Reply: Citation> + Args>(
    name: &'static str,
    about: fn(Lang) -> String,
) -> Tool {
    Tool { name, about, answer: answer::<Q> }
}

/// The tools, in the order in which a question mostly needs them.
pub const TOOLS: &[Tool] = &[
    tool::<Search>("search", models::mcp_tool_search),
    tool::<Show>("show", models::mcp_tool_show),
    tool::<History>("history", models::mcp_tool_history),
    tool::<Diff>("diff", models::mcp_tool_diff),
    tool::<Audit>("audit", models::mcp_tool_audit),
    tool::<Acts>("acts", models::mcp_tool_acts),
    tool::<Changes>("changes", models::mcp_tool_changes),
];

fn answer<Q: Asked<Reply: Citation> + Args>(
    matches: &ArgMatches,
    desk: &dyn Desk,
) -> Result<Answer, Failure> {
    let lang = desk.lang();
    let asked = Q::from_arg_matches(matches);
    let asked = asked.map_err(|_| Failure::usage(usage::invalid_usage(lang)))?;
    let reply = asked.answer(desk)?;
    let document = serde_json::to_value(reply.document());
    Ok(Answer {
        document: document.map_err(|error| Failure::json_output(&error, lang))?,
        words: reply.words(desk)?,
    })
}

impl Tool {
    fn operation(&self) -> Option<&'static Operation> {
        OPERATIONS.iter().find(|operation| operation.name == self.name)
    }

    /// Answers a call.
    ///
    /// # Errors
    /// As the question's own.
    pub fn answer(&self, pairs: &parameters::Pairs, desk: &dyn Desk) -> Result<Answer, Failure> {
        let lang = desk.lang();
        let operation = self.operation();
        let operation = operation.ok_or_else(|| Failure::usage(usage::invalid_usage(lang)))?;
        let matches = parameters::read(operation, pairs, lang)?;
        operation.within_limits(&matches, lang)?;
        (self.answer)(&matches, desk)
    }

    /// The JSON Schema of its arguments.
    pub fn input(&self, lang: Lang) -> Map<String, Value> {
        let mut properties = Map::new();
        let mut required = Vec::new();
        if let Some(operation) = self.operation() {
            let command = operation.command();
            for arg in operation.parameters(&command) {
                let name = parameters::name(arg);
                if arg.is_required_set() {
                    required.push(name.clone());
                }
                properties.insert(name, described(arg, lang));
            }
        }
        let codes = Lang::ALL.map(Lang::code);
        let about = models::mcp_parameter_lang(lang);
        properties.insert(
            LANG.to_owned(),
            json!({ "type": "string", "enum": codes, "description": about }),
        );
        let fields = [
            ("type", json!("object")),
            ("properties", Value::Object(properties)),
            ("required", json!(required)),
            ("additionalProperties", json!(false)),
        ];
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// The JSON Schema of its document, with the definitions that it needs and no others.
    pub fn output(&self) -> Map<String, Value> {
        let schema = wire::schema::schema();
        let definitions = schema["$defs"].as_object();
        let document = self.operation().map_or("", |operation| operation.document);
        let (Some(definitions), Value::Object(mut root)) =
            (definitions, schema["$defs"][document].clone())
        else {
            return Map::new();
        };
        let mut needed = BTreeSet::new();
        for value in root.values() {
            gather(value, definitions, &mut needed);
        }
        let own = definitions.iter().filter(|(name, _)| needed.contains(name.as_str()));
        let own: Map<String, Value> =
            own.map(|(name, definition)| (name.clone(), definition.clone())).collect();
        root.insert("$schema".to_owned(), schema["$schema"].clone());
        root.insert("$defs".to_owned(), Value::Object(own));
        root
    }
}

fn described(arg: &Arg, lang: Lang) -> Value {
    let mut schema = parameters::schema(arg);
    let about = entry(&format!("help_arg_{}", arg.get_id()));
    if let Some(about) = about {
        schema["description"] = about.template(lang).into();
    }
    schema
}

/// The names of the definitions that a schema leads to.
fn gather<'s>(
    schema: &'s Value,
    definitions: &'s Map<String, Value>,
    needed: &mut BTreeSet<&'s str>,
) {
    match schema {
        Value::Object(fields) => {
            let target = fields.get("$ref").and_then(Value::as_str);
            if let Some(name) = target.and_then(|target| target.strip_prefix(DEFINITIONS))
                && needed.insert(name)
                && let Some(definition) = definitions.get(name)
            {
                gather(definition, definitions, needed);
            }
            fields.values().for_each(|value| gather(value, definitions, needed));
        }
        Value::Array(items) => {
            items.iter().for_each(|item| gather(item, definitions, needed));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tool_is_a_question_with_schemas_of_its_own() {
        for tool in TOOLS {
            assert!(tool.operation().is_some(), "{}", tool.name);
            let output = tool.output();
            assert_eq!(output["type"], "object", "{}", tool.name);
            let expected = format!("nusqa/{}/1", tool.name);
            assert_eq!(output["properties"]["schema"]["const"], expected.as_str());
            let text = Value::Object(output).to_string();
            for part in text.split("#/$defs/").skip(1) {
                let name = part.split('"').next().unwrap_or_default();
                assert!(text.contains(&format!("\"{name}\":{{")), "{}: {name}", tool.name);
            }
            for lang in Lang::ALL {
                let input = tool.input(lang);
                let fields = input["properties"].as_object().expect("fields");
                for (name, field) in fields {
                    let about = field["description"].as_str().unwrap_or_default();
                    assert!(!about.is_empty(), "{} {name} in {lang}", tool.name);
                }
            }
        }
    }
}
