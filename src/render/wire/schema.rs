//! One JSON Schema for everything that nusqa prints in `--json` mode; its root is `oneOf` all
//! documents, told apart by their `schema`.

use super::{
    acts, add, analyze, apply, audit, blame, build, bulk, changes, check, diff, error, events,
    export, history, import, instructions, outline, refs, reply, search, show, site, terms, tree,
    upcoming, version,
};
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use serde_json::{Map, Value, json};

/// The schema, by draft 2020-12.
pub fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let documents = [
        generator.subschema_for::<acts::Acts>(),
        generator.subschema_for::<add::Add>(),
        generator.subschema_for::<analyze::Analyze>(),
        generator.subschema_for::<apply::Apply>(),
        generator.subschema_for::<audit::Audit>(),
        generator.subschema_for::<blame::Blame>(),
        generator.subschema_for::<build::Build>(),
        generator.subschema_for::<bulk::BulkDocument>(),
        generator.subschema_for::<changes::Changes>(),
        generator.subschema_for::<check::Check>(),
        generator.subschema_for::<diff::Diff>(),
        generator.subschema_for::<error::Error>(),
        generator.subschema_for::<events::Events>(),
        generator.subschema_for::<export::Export>(),
        generator.subschema_for::<history::History>(),
        generator.subschema_for::<import::Import>(),
        generator.subschema_for::<instructions::Instructions>(),
        generator.subschema_for::<outline::Outline>(),
        generator.subschema_for::<refs::Refs>(),
        generator.subschema_for::<reply::Reply>(),
        generator.subschema_for::<search::Search>(),
        generator.subschema_for::<show::Show>(),
        generator.subschema_for::<site::Site>(),
        generator.subschema_for::<terms::Terms>(),
        generator.subschema_for::<tree::Tree>(),
        generator.subschema_for::<upcoming::Upcoming>(),
        generator.subschema_for::<version::Version>(),
    ];
    let mut definitions: Map<String, Value> = generator.take_definitions(true);
    for definition in definitions.values_mut() {
        if let Ok(schema) = <&mut Schema>::try_from(definition) {
            drop_machine_formats(schema);
        }
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:nusqa:schema:1",
        "title": "nusqa",
        "description": "Everything that nusqa prints in --json mode.",
        "oneOf": documents,
        "$defs": definitions,
    })
}

/// Widths of machine integers say nothing to a reader of JSON, and strict validators refuse
/// formats that no standard defines.
fn drop_machine_formats(schema: &mut Schema) {
    let machine = schema
        .get("format")
        .and_then(Value::as_str)
        .is_some_and(|format| format.starts_with("uint") || format.starts_with("int"));
    if machine {
        schema.remove("format");
    }
    transform_subschemas(&mut drop_machine_formats, schema);
}
