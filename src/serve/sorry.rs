//! A failure on the way to a page → a page that says so to the person who asked for one: what is
//! wrong, and where to go on. Programs get the object that they get everywhere.

use super::reply::refusal;
use super::status::status;
use crate::ask::failure::Failure;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{serving, site};
use crate::render::messages::explanation::capitalised;
use crate::render::printable::printable;
use axum::body::Body;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode};
use maud::{DOCTYPE, html};

/// Seconds after which a page that is not ready is asked for again.
const AGAIN: u32 = 2;

/// The response of a failure to whoever asked for a page.
pub fn sorry(failure: &Failure, lang: Lang, headers: &HeaderMap) -> Response<Body> {
    let mut response = refusal(failure, lang);
    if !reads_pages(headers) {
        return response;
    }
    *response.body_mut() = Body::from(page(failure, lang));
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}

/// True for a browser: it names HTML among what it takes, which programs do not.
fn reads_pages(headers: &HeaderMap) -> bool {
    let mut accepted = headers.get_all(ACCEPT).iter().filter_map(|value| value.to_str().ok());
    accepted.any(|value| value.contains("text/html"))
}

fn page(failure: &Failure, lang: Lang) -> String {
    let code = failure.message().code;
    let passing = status(code) == StatusCode::SERVICE_UNAVAILABLE;
    let message = match code {
        _ if passing => String::from(serving::page_being_made(lang)),
        "unknown_path" => serving::page_missing(lang).into(),
        _ => capitalised(&failure.message().words),
    };
    let page = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                @if passing { meta http-equiv="refresh" content=(AGAIN); }
                title { "nusqa" }
                link rel="stylesheet" href="/acts/tokens.css";
                link rel="stylesheet" href="/acts/site.css";
            }
            body {
                main #main {
                    h1 { (site::site_name(lang)) }
                    p role="status" { (message) }
                    p { a href="/" { (site::site_acts(lang)) } }
                }
            }
        }
    };
    printable(&page.into_string()).into_owned()
}
