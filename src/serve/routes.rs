//! Requests → what is made of them: the paths of the server, and the one way by which every
//! question is answered.

use super::connection::Door;
use super::desk::RequestDesk;
use super::operation::{OPERATIONS, Operation, Rests};
use super::pages::{self, Asked, FIRST, FOLDER, Pages};
use super::parameters::{self, Pairs};
use super::reply::{Made, Tag, refusal, response};
use super::shelf::Shelf;
use super::sorry::sorry;
use super::{Settings, WAITING, guard, language, openapi, start};
use crate::ask::Desk;
use crate::ask::failure::Failure;
use crate::index::TOOL;
use crate::render::html::ICON;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::serving;
use crate::render::wire;
use axum::Router;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, IF_NONE_MATCH, LOCATION};
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, Uri};
use axum::middleware;
use axum::routing::get;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, sleep, timeout, timeout_at};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// How long a request for a page waits before it asks again where there was no place for it or no
/// index.
const PAUSE: Duration = Duration::from_millis(200);

/// What all requests share.
pub struct Server {
    pub settings: Settings,
    pub shelf: Shelf,
    pub pages: Pages,
    /// The name under which it listens can be asked for by any page of a browser on this machine.
    pub is_local: bool,
    /// Places for questions that are worked on or wait.
    waiting: Arc<Semaphore>,
    /// Places for questions that are worked on: one a processor.
    working: Arc<Semaphore>,
}

impl Server {
    /// A server that nobody asked yet.
    pub fn new(settings: Settings, is_local: bool) -> Server {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Server {
            shelf: Shelf::new(&settings.sources.index),
            pages: Pages::new(settings.pages),
            settings,
            is_local,
            waiting: Arc::new(Semaphore::new(WAITING)),
            working: Arc::new(Semaphore::new(processors)),
        }
    }

    /// The language that a request's headers ask for, else the server's own.
    pub fn lang(&self, headers: &HeaderMap) -> Lang {
        let header = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        header.and_then(language::accepted).unwrap_or(self.settings.lang)
    }
}

type Shared = Arc<Server>;

/// A request, as far as questions need it.
struct Request {
    pairs: Pairs,
    lang: Lang,
    known: Option<String>,
}

impl Request {
    fn read(server: &Server, uri: &Uri, headers: &HeaderMap) -> Result<Request, (Failure, Lang)> {
        let otherwise = server.lang(headers);
        let wrong = |failure| (failure, otherwise);
        let pairs = parameters::pairs(uri.query().unwrap_or_default(), otherwise).map_err(wrong)?;
        let lang = parameters::lang(&pairs, otherwise).map_err(wrong)?;
        let known = headers.get(IF_NONE_MATCH).and_then(|value| value.to_str().ok());
        Ok(Request { pairs, lang, known: known.map(str::to_owned) })
    }

    /// The document, unless the asker has it; `make` is spared then.
    fn unless_known(
        &self,
        tag: Tag,
        make: impl FnOnce() -> Result<String, Failure>,
    ) -> Result<Made, Failure> {
        match &self.known {
            Some(known) if tag.is_in(known) => Ok(Made::Unchanged(tag)),
            _ => Ok(Made::Document(make()?, Some(tag))),
        }
    }
}

/// Everything that the server answers.
pub fn routes(server: Shared) -> Router {
    let mut router = Router::new();
    for operation in OPERATIONS {
        let asked = move |State(server): State<Shared>, uri: Uri, headers: HeaderMap| {
            question(server, operation, uri, headers)
        };
        router = router.route(&format!("/api/{}", operation.name), get(asked));
    }
    router
        .route("/api/schema", get(schema))
        .route("/api/openapi.json", get(description))
        .route("/healthz", get(health))
        .route("/api", get(start_page))
        .route("/favicon.ico", get(icon))
        .route("/", get(first_page))
        .route("/acts", get(first_page))
        .route(FOLDER, get(first_page))
        .route("/acts/{name}", get(page))
        .route("/akn/{*rest}", get(permanent))
        .fallback(nothing)
        .layer(CompressionLayer::new())
        .layer(CatchPanicLayer::custom(guard::panicked))
        .layer(middleware::from_fn_with_state(Arc::clone(&server), guard::guard))
        .with_state(server)
}

async fn question(
    server: Shared,
    operation: &'static Operation,
    uri: Uri,
    headers: HeaderMap,
) -> Response<Body> {
    let request = match Request::read(&server, &uri, &headers) {
        Ok(request) => request,
        Err((failure, lang)) => return refusal(&failure, lang),
    };
    let lang = request.lang;
    let made = work(Arc::clone(&server), lang, move |server| {
        let matches = parameters::read(operation, &request.pairs, lang)?;
        let desk = RequestDesk::new(&server.settings.sources, &server.shelf, lang);
        let answer = || operation.answer(&matches, &desk);
        match operation.rests {
            Rests::OnTexts => Ok(Made::Document(answer()?, None)),
            Rests::OnIndex => request.unless_known(tag(operation, &request, &desk)?, answer),
        }
    });
    finish(made.await, lang)
}

/// What an answer from the index depends on.
fn tag(operation: &Operation, request: &Request, desk: &dyn Desk) -> Result<Tag, Failure> {
    let stamp = desk.engine()?.stamp();
    let today = desk.today()?.to_string();
    let mut parts = vec![TOOL, &stamp.corpus, &stamp.keys, &today, request.lang.code()];
    parts.push(operation.name);
    parts.extend(request.pairs.iter().flat_map(|(name, value)| [name.as_str(), value]));
    Ok(Tag::of(&parts))
}

/// Has a question worked on, where there is a place for it, as long as one may take.
async fn work<T: Send + 'static>(
    server: Shared,
    lang: Lang,
    job: impl FnOnce(&Server) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let Ok(waiting) = Arc::clone(&server.waiting).try_acquire_owned() else {
        return Err(Failure::usage(serving::too_busy(lang)));
    };
    let longest = server.settings.timeout;
    let worked = async {
        let working = Arc::clone(&server.working).acquire_owned().await;
        let server = Arc::clone(&server);
        // A question that took too long is not stopped: it keeps its places until it ends, so
        // that such questions cannot pile up.
        spawn_blocking(move || {
            let made = job(&server);
            drop((waiting, working));
            made
        })
        .await
    };
    match timeout(longest, worked).await {
        Ok(Ok(made)) => made,
        Ok(Err(_)) => Err(Failure::usage(serving::internal_fault(lang))),
        Err(_) => {
            let seconds = usize::try_from(longest.as_secs()).unwrap_or_default();
            Err(Failure::usage(serving::took_too_long(lang, seconds)))
        }
    }
}

fn finish(made: Result<Made, Failure>, lang: Lang) -> Response<Body> {
    match made {
        Ok(made) => response(made, lang),
        Err(failure) => refusal(&failure, lang),
    }
}

async fn schema(State(server): State<Shared>, uri: Uri, headers: HeaderMap) -> Response<Body> {
    fixed(&server, &uri, &headers, "schema", |_| wire::schema::schema())
}

async fn description(State(server): State<Shared>, uri: Uri, headers: HeaderMap) -> Response<Body> {
    fixed(&server, &uri, &headers, "openapi", openapi::description)
}

/// A document that depends on nothing but the program and the language.
fn fixed(
    server: &Server,
    uri: &Uri,
    headers: &HeaderMap,
    name: &str,
    make: impl FnOnce(Lang) -> serde_json::Value,
) -> Response<Body> {
    let request = match Request::read(server, uri, headers) {
        Ok(request) => request,
        Err((failure, lang)) => return refusal(&failure, lang),
    };
    let lang = request.lang;
    let json = || wire::to_json(&make(lang)).map_err(|error| Failure::json_output(&error, lang));
    finish(request.unless_known(Tag::of(&[TOOL, lang.code(), name]), json), lang)
}

/// Whether there is an index to ask.
async fn health(State(server): State<Shared>, headers: HeaderMap) -> Response<Body> {
    let lang = server.lang(&headers);
    let looked = spawn_blocking(move || server.shelf.engine().map(|_| ()));
    match looked.await {
        Ok(Ok(())) => Response::new(Body::from("ok\n")),
        Ok(Err(error)) => refusal(&Failure::index(error, lang), lang),
        Err(_) => refusal(&Failure::usage(serving::internal_fault(lang)), lang),
    }
}

async fn start_page(State(server): State<Shared>, uri: Uri, headers: HeaderMap) -> Response<Body> {
    match Request::read(&server, &uri, &headers) {
        Ok(request) => {
            let page =
                Made::Page(start::page(request.lang).into(), "text/html; charset=utf-8", None);
            response(page, request.lang)
        }
        Err((failure, lang)) => refusal(&failure, lang),
    }
}

async fn first_page(State(server): State<Shared>, uri: Uri, headers: HeaderMap) -> Response<Body> {
    page_of_site(server, Name::File(FIRST.to_owned()), uri, headers).await
}

async fn page(
    State(server): State<Shared>,
    Path(name): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response<Body> {
    page_of_site(server, Name::File(name), uri, headers).await
}

async fn permanent(
    State(server): State<Shared>,
    Path(rest): Path<String>,
    uri: Uri,
    headers: HeaderMap,
) -> Response<Body> {
    page_of_site(server, Name::Iri(format!("/akn/{rest}")), uri, headers).await
}

/// What a page is asked for by.
#[derive(Clone)]
enum Name {
    /// Its own name, or that of a file which goes with it.
    File(String),
    /// The permanent name of its act.
    Iri(String),
}

/// A page of the site, or a file that goes with it.
async fn page_of_site(server: Shared, name: Name, uri: Uri, headers: HeaderMap) -> Response<Body> {
    let request = match Request::read(&server, &uri, &headers) {
        Ok(request) => Arc::new(request),
        Err((failure, lang)) => return sorry(&failure, lang, &headers),
    };
    let lang = request.lang;
    let patience = Instant::now() + server.settings.timeout;
    loop {
        let (name, asked) = (name.clone(), Arc::clone(&request));
        let found = work(Arc::clone(&server), lang, move |server| {
            let desk = RequestDesk::new(&server.settings.sources, &server.shelf, lang);
            match &name {
                Name::File(name) => server.pages.find(name, &asked.pairs, &desk),
                Name::Iri(iri) => server.pages.by_iri(iri, &desk),
            }
        });
        match found.await {
            Ok(Asked::Found(file)) => {
                let is_known = request.known.as_ref().is_some_and(|known| file.tag.is_in(known));
                let made = match is_known {
                    true => Made::Unchanged(file.tag),
                    false => Made::Page(file.content, file.kind, Some(file.tag)),
                };
                return response(made, lang);
            }
            Ok(Asked::Moved(address)) => return moved(&address),
            Ok(Asked::Unknown) => {
                return sorry(
                    &Failure::usage(serving::unknown_path(lang, uri.path())),
                    lang,
                    &headers,
                );
            }
            // The channel closes when the making has ended, whatever came of it.
            Ok(Asked::BeingMade(mut end)) => {
                if timeout_at(patience, end.changed()).await.is_err() {
                    return sorry(&Failure::usage(serving::too_busy(lang)), lang, &headers);
                }
            }
            // There will soon be a place, or an index.
            Err(failure) if is_passing(&failure) && Instant::now() < patience => {
                sleep(PAUSE).await;
            }
            Err(failure) => return sorry(&failure, lang, &headers),
        }
    }
}

/// The place inside the page, which no request tells, stays that of the address that was asked.
fn moved(address: &str) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    if let Ok(address) = HeaderValue::from_str(address) {
        *response.status_mut() = StatusCode::TEMPORARY_REDIRECT;
        response.headers_mut().insert(LOCATION, address);
    }
    response
}

fn is_passing(failure: &Failure) -> bool {
    matches!(failure.message().code, "too_busy" | "index_missing")
}

/// The sign that browsers ask for wherever they are.
async fn icon() -> Response<Body> {
    let kind = HeaderValue::from_static(pages::ICON_TYPE);
    let mut icon = Response::new(Body::from(ICON));
    icon.headers_mut().insert(CONTENT_TYPE, kind);
    icon
}

async fn nothing(State(server): State<Shared>, uri: Uri, headers: HeaderMap) -> Response<Body> {
    let lang = server.lang(&headers);
    sorry(&Failure::usage(serving::unknown_path(lang, uri.path())), lang, &headers)
}

/// Serves at a door until `stop` comes true, then ends the exchanges under way.
pub async fn serve(
    door: Door,
    server: Shared,
    stop: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    axum::serve(door, routes(server)).with_graceful_shutdown(stop).await
}
