//! Documents and failures → responses, with what caches and browsers must know of them.

use super::status::status;
use crate::ask::failure::Failure;
use crate::render::messages::Lang;
use crate::render::wire::to_json;
use axum::body::{Body, Bytes};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_TYPE, ETAG, HeaderName, RETRY_AFTER, VARY,
};
use axum::http::{self, HeaderValue, Response, StatusCode};

/// Answers are stored, and asked for again before they are used: an index may be replaced at
/// any time.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");
const NEVER_STORED: HeaderValue = HeaderValue::from_static("no-store");
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// Seconds after which a server that was busy may be asked again.
const PAUSE: HeaderValue = HeaderValue::from_static("1");

/// What was made of a request.
pub enum Made {
    /// A JSON document, and what tells it from other answers where it can be told.
    Document(String, Option<Tag>),
    /// A page or what goes with it, its type, and what tells it from others.
    Page(Bytes, &'static str, Option<Tag>),
    /// The asker has the answer already.
    Unchanged(Tag),
}

/// What tells one answer from another: a hash over everything that it depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag(String);

impl Tag {
    /// The tag of what depends on these.
    pub fn of(parts: &[&str]) -> Tag {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(part.as_bytes()).update(&[0]);
        }
        // Weak, since a compressed answer has it too.
        Tag(format!("W/\"{}\"", &hasher.finalize().to_hex()[..32]))
    }

    /// True where a header `If-None-Match` names it.
    pub fn is_in(&self, header: &str) -> bool {
        let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
        header.split(',').any(|named| named.trim() == "*" || bare(named) == bare(&self.0))
    }
}

/// The response of an answer.
pub fn response(made: Made, lang: Lang) -> Response<Body> {
    let mut response = match made {
        Made::Document(json, tag) => {
            let mut response = with_type(json, JSON);
            put_tag(&mut response, tag);
            response
        }
        Made::Page(page, kind, tag) => {
            let mut response = with_type(page, HeaderValue::from_static(kind));
            put_tag(&mut response, tag);
            response
        }
        Made::Unchanged(tag) => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            put_tag(&mut response, Some(tag));
            response
        }
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, ASK_AGAIN);
    headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(lang.code()));
    headers.append(VARY, HeaderValue::from_static("accept-language"));
    response
}

/// The response of a failure: its object, with the status of its message.
pub fn refusal(failure: &Failure, lang: Lang) -> Response<Body> {
    let json = to_json(&failure.document()).unwrap_or_default();
    let mut response = with_type(json, JSON);
    let status = status(failure.message().code);
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, NEVER_STORED);
    headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(lang.code()));
    let more: Option<(HeaderName, HeaderValue)> = match status {
        StatusCode::SERVICE_UNAVAILABLE => Some((RETRY_AFTER, PAUSE)),
        StatusCode::METHOD_NOT_ALLOWED => {
            Some((http::header::ALLOW, HeaderValue::from_static("GET, HEAD")))
        }
        // What follows an unread body is no request.
        StatusCode::PAYLOAD_TOO_LARGE => {
            Some((http::header::CONNECTION, HeaderValue::from_static("close")))
        }
        _ => None,
    };
    headers.extend(more);
    response
}

fn with_type(body: impl Into<Body>, kind: HeaderValue) -> Response<Body> {
    let mut response = Response::new(body.into());
    response.headers_mut().insert(CONTENT_TYPE, kind);
    response
}

fn put_tag(response: &mut Response<Body>, tag: Option<Tag>) {
    if let Some(tag) = tag.and_then(|Tag(tag)| HeaderValue::from_str(&tag).ok()) {
        response.headers_mut().insert(ETAG, tag);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_found_among_those_that_are_named() {
        let tag = Tag::of(&["corpus", "query"]);
        assert_ne!(tag, Tag::of(&["corpusq", "uery"]));
        let Tag(text) = tag.clone();
        assert!(tag.is_in(&text));
        assert!(tag.is_in(&format!("\"other\", {}", text.trim_start_matches("W/"))));
        assert!(tag.is_in("*"));
        assert!(!tag.is_in("\"other\""));
        assert!(!tag.is_in(""));
    }
}
