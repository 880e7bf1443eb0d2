//! The questions and the JSON Schema → a description of the server by OpenAPI 3.1.

use super::MOST_HITS;
use super::operation::{OPERATIONS, Operation, Rests};
use super::parameters::{self, LANG};
use crate::render::messages::Lang;
use crate::render::messages::catalogue::entry;
use crate::render::messages::catalogue::serving::operator;
use crate::render::wire;
use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, Command};
use serde_json::{Map, Value, json};

/// Where the JSON Schema keeps its definitions, and where OpenAPI keeps them.
const DEFINITIONS: &str = "#/$defs/";
const COMPONENTS: &str = "#/components/schemas/";

/// The description, its sentences in a language.
pub fn description(lang: Lang) -> Value {
    let mut paths = Map::new();
    for operation in OPERATIONS {
        paths.insert(format!("/api/{}", operation.name), path(operation, lang));
    }
    paths
        .insert("/api/schema".into(), document("schema", words("help_command_schema", lang), lang));
    let about = operator::serve_openapi_description(lang);
    paths.insert("/api/openapi.json".into(), document("openapi", &about, lang));
    paths.insert("/healthz".into(), health(lang));
    let mut schema = wire::schema::schema();
    lead_to_components(&mut schema);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "nusqa",
            "version": env!("CARGO_PKG_VERSION"),
            "summary": words("help_command_nusqa", lang),
            "description": about,
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": { "schemas": schema["$defs"] },
    })
}

fn path(operation: &Operation, lang: Lang) -> Value {
    let command = operation.command();
    let own = operation.parameters(&command).map(|arg| parameter(arg, &command, lang));
    let parameters: Vec<Value> = own.chain([language(lang)]).collect();
    let mut responses = json!({
        "200": {
            "description": operator::serve_response_answer(lang),
            "content": { "application/json": { "schema": named(operation.document) } },
        },
    });
    if operation.rests == Rests::OnIndex {
        responses["304"] = json!({ "description": operator::serve_response_unchanged(lang) });
    }
    for status in ["400", "404", "422", "503", "default"] {
        responses[status] = error(lang);
    }
    let about = words(&format!("help_command_{}", operation.name), lang);
    json!({
        "get": {
            "operationId": operation.name,
            "summary": about,
            "parameters": parameters,
            "responses": responses,
        },
    })
}

fn parameter(arg: &Arg, command: &Command, lang: Lang) -> Value {
    let name = parameters::name(arg);
    let values = arg.get_num_args().map_or(1, |range| range.max_values());
    let is_pair = arg.get_long().is_some() && values == 2;
    let schema = match (arg.get_action(), arg.get_id().as_str()) {
        (ArgAction::SetTrue, _) => json!({ "type": "boolean", "default": false }),
        (_, "limit") => {
            let default: Option<u64> = arg
                .get_default_values()
                .first()
                .and_then(|value| value.to_str().and_then(|value| value.parse().ok()));
            json!({ "type": "integer", "minimum": 0, "maximum": MOST_HITS, "default": default })
        }
        _ if is_pair => {
            json!({ "type": "array", "items": { "type": "string" }, "minItems": 2, "maxItems": 2 })
        }
        _ => {
            let possible = arg.get_possible_values();
            let named: Vec<&str> = possible.iter().map(PossibleValue::get_name).collect();
            let default = arg.get_default_values().first().and_then(|value| value.to_str());
            let mut schema = json!({ "type": "string" });
            if !named.is_empty() {
                schema["enum"] = named.into();
            }
            if let Some(default) = default {
                schema["default"] = default.into();
            }
            schema
        }
    };
    let others: Vec<String> =
        command.get_arg_conflicts_with(arg).into_iter().map(parameters::name).collect();
    let mut described = json!({
        "name": name,
        "in": "query",
        "required": arg.is_required_set(),
        "description": words(&format!("help_arg_{}", arg.get_id()), lang),
        "schema": schema,
    });
    if is_pair {
        described["style"] = "form".into();
        described["explode"] = true.into();
    }
    if !others.is_empty() {
        described["x-excludes"] = others.into();
    }
    described
}

fn language(lang: Lang) -> Value {
    json!({
        "name": LANG,
        "in": "query",
        "required": false,
        "description": operator::serve_parameter_lang(lang),
        "schema": { "type": "string", "enum": Lang::ALL.map(Lang::code) },
    })
}

fn document(name: &str, about: &str, lang: Lang) -> Value {
    json!({
        "get": {
            "operationId": name,
            "summary": about,
            "parameters": [language(lang)],
            "responses": {
                "200": {
                    "description": operator::serve_response_answer(lang),
                    "content": { "application/json": { "schema": { "type": "object" } } },
                },
                "304": { "description": operator::serve_response_unchanged(lang) },
                "default": error(lang),
            },
        },
    })
}

fn health(lang: Lang) -> Value {
    json!({
        "get": {
            "operationId": "healthz",
            "responses": {
                "200": {
                    "description": operator::serve_ready(lang),
                    "content": { "text/plain": { "schema": { "type": "string" } } },
                },
                "503": error(lang),
            },
        },
    })
}

fn error(lang: Lang) -> Value {
    json!({
        "description": operator::serve_response_error(lang),
        "content": { "application/json": { "schema": named("Error") } },
    })
}

fn named(definition: &str) -> Value {
    json!({ "$ref": format!("{COMPONENTS}{definition}") })
}

fn words(code: &str, lang: Lang) -> &'static str {
    entry(code).map_or("", |entry| entry.template(lang))
}

/// References between definitions → references between components.
fn lead_to_components(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(target) if name == "$ref" => {
                        *target = target.replacen(DEFINITIONS, COMPONENTS, 1);
                    }
                    _ => lead_to_components(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(lead_to_components),
        _ => {}
    }
}
