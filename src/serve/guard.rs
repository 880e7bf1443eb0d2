//! Every request → refused at the door where nothing good can come of it; every response →
//! with the headers that keep browsers from doing more with it than show it.

use super::LONGEST_REQUEST;
use super::reply::refusal;
use super::routes::Server;
use crate::ask::failure::Failure;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::serving;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{
    CONTENT_LENGTH, CONTENT_SECURITY_POLICY, HOST, HeaderName, REFERRER_POLICY, TRANSFER_ENCODING,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method, Response, Uri};
use axum::middleware::Next;
use std::any::Any;
use std::net::IpAddr;
use std::sync::Arc;

/// Pages have styles and pictures of their own and nothing from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
     font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'";

const HEADERS: [(HeaderName, &str); 4] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// Refuses a request or passes it on.
pub async fn guard(
    State(server): State<Arc<Server>>,
    request: Request,
    next: Next,
) -> Response<Body> {
    let lang = server.lang(request.headers());
    let mut response = match fault(&server, &request, lang) {
        Some(failure) => refusal(&failure, lang),
        None => next.run(request).await,
    };
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

fn fault(server: &Server, request: &Request, lang: Lang) -> Option<Failure> {
    let (uri, headers) = (request.uri(), request.headers());
    let host = host(uri, headers);
    if !is_served(server, host) {
        return Some(Failure::usage(serving::host_not_served(lang, host.unwrap_or_default())));
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let method = request.method().as_str();
        return Some(Failure::usage(serving::method_not_allowed(lang, method)));
    }
    if uri.path_and_query().is_some_and(|asked| asked.as_str().len() > LONGEST_REQUEST) {
        return Some(Failure::usage(serving::request_too_long(lang, LONGEST_REQUEST)));
    }
    let length = headers.get(CONTENT_LENGTH).map(HeaderValue::as_bytes);
    if length.is_some_and(|length| length != b"0") || headers.contains_key(TRANSFER_ENCODING) {
        return Some(Failure::usage(serving::body_not_wanted(lang)));
    }
    None
}

/// The name under which the server is asked, without its port.
fn host<'r>(uri: &'r Uri, headers: &'r HeaderMap) -> Option<&'r str> {
    if let Some(host) = uri.host() {
        return Some(host);
    }
    let named = headers.get(HOST)?.to_str().ok()?;
    match named.strip_prefix('[') {
        Some(address) => address.split_once(']').map(|(address, _)| address),
        None => Some(named.rsplit_once(':').map_or(named, |(name, _)| name)),
    }
}

/// A page from elsewhere can have its own name lead to this machine; it cannot have a request
/// of its own bear another name. A server for this machine alone thus answers to names of this
/// machine only, and one that is told its names to these too.
fn is_served(server: &Server, host: Option<&str>) -> bool {
    let hosts = &server.settings.hosts;
    if !server.is_local && hosts.is_empty() {
        return true;
    }
    let Some(host) = host.map(|host| host.trim_matches(['[', ']']).trim_end_matches('.')) else {
        return false;
    };
    host.eq_ignore_ascii_case("localhost")
        || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
        || hosts.iter().any(|known| known.eq_ignore_ascii_case(host))
}

/// The response where our own code has failed.
pub fn panicked(_: Box<dyn Any + Send>) -> Response<Body> {
    let lang = Lang::default();
    refusal(&Failure::usage(serving::internal_fault(lang)), lang)
}
