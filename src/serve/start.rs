//! What the server answers → a small page that says so, each question with an example.

use super::operation::OPERATIONS;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::entry;
use crate::render::messages::catalogue::serving::operator;
use maud::{DOCTYPE, html};

/// Documents beside the questions.
const DOCUMENTS: [&str; 3] = ["/api/openapi.json", "/api/schema", "/healthz"];

/// The page.
pub fn page(lang: Lang) -> String {
    let about = |name: &str| {
        entry(&format!("help_command_{name}")).map_or("", |entry| entry.template(lang))
    };
    let page = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (operator::serve_start_title(lang)) }
            }
            body {
                main {
                    h1 { (operator::serve_start_title(lang)) }
                    p { (about("nusqa")) }
                    h2 { (operator::serve_start_operations(lang)) }
                    dl {
                        @for operation in OPERATIONS {
                            dt {
                                @if operation.is_asked_without_parameters() {
                                    a href={ "/api/" (operation.name) } {
                                        code { "/api/" (operation.name) }
                                    }
                                } @else {
                                    code { "/api/" (operation.name) }
                                }
                            }
                            dd { (about(operation.name)) }
                        }
                    }
                    h2 { (operator::serve_start_documents(lang)) }
                    ul {
                        @for path in DOCUMENTS {
                            li { a href=(path) { code { (path) } } }
                        }
                    }
                }
            }
        }
    };
    page.into_string()
}
