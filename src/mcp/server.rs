//! Calls of the protocol → answers: tools are described, questions are worked on side by side,
//! and what goes wrong with one of them is told to the one who asked it.

use super::tool::{TOOLS, Tool};
use super::{Settings, WAITING, arguments};
use crate::ask::desk::RequestDesk;
use crate::ask::failure::Failure;
use crate::ask::parameters;
use crate::ask::shelf::Shelf;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::models::{self, failures};
use crate::render::messages::catalogue::serving;
use crate::render::wire::to_json;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, ErrorData,
    Implementation, ListToolsResult, PaginatedRequestParams, ServerCapabilities, ServerConfig,
    ToolAnnotations,
};
use rmcp::service::RequestContext;
use rmcp::{RoleServer, ServerHandler, model};
use serde_json::{Map, Value};
use std::sync::Arc;
use tokio::sync::{OnceCell, Semaphore};
use tokio::task::spawn_blocking;

/// Brings the index up to date where it is not.
pub type Prepare = dyn Fn() -> Result<(), Failure> + Send + Sync;

/// What all calls share.
pub struct Server {
    settings: Settings,
    shelf: Shelf,
    prepare: Box<Prepare>,
    prepared: OnceCell<Result<(), Failure>>,
    /// Places for questions that are worked on or wait.
    waiting: Arc<Semaphore>,
    /// Places for questions that are worked on: one a processor.
    working: Arc<Semaphore>,
}

impl Server {
    /// A server that nobody asked yet.
    pub fn new(settings: Settings, prepare: Box<Prepare>) -> Server {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Server {
            shelf: Shelf::new(&settings.sources.index),
            settings,
            prepare,
            prepared: OnceCell::new(),
            waiting: Arc::new(Semaphore::new(WAITING)),
            working: Arc::new(Semaphore::new(processors)),
        }
    }

    /// Sees to the index, once; whoever asks meanwhile waits.
    pub async fn prepare(self: &Arc<Self>) -> &Result<(), Failure> {
        let server = Arc::clone(self);
        let lang = self.settings.lang;
        self.prepared
            .get_or_init(|| async move {
                let prepared = spawn_blocking(move || (server.prepare)()).await;
                prepared.unwrap_or_else(|_| Err(Failure::usage(serving::internal_fault(lang))))
            })
            .await
    }

    fn result(&self, tool: &Tool, given: &Map<String, Value>) -> CallToolResult {
        let answered = arguments::pairs(given, self.settings.lang)
            .and_then(|pairs| Ok((parameters::lang(&pairs, self.settings.lang)?, pairs)));
        let (lang, pairs) = match answered {
            Ok(asked) => asked,
            Err(failure) => return refusal(&failure),
        };
        let desk = RequestDesk::new(&self.settings.sources, &self.shelf, lang);
        match tool.answer(&pairs, &desk) {
            Ok(answer) => {
                let mut result = CallToolResult::success(vec![ContentBlock::text(answer.words)]);
                result.structured_content = Some(answer.document);
                result
            }
            Err(failure) => refusal(&failure),
        }
    }
}

/// An error of a tool: the message with what was probably meant, and the object that tells
/// programs so. It is no document of the tool, and stands beside none.
fn refusal(failure: &Failure) -> CallToolResult {
    let mut words = failure.message().words.clone();
    for hint in failure.hints() {
        words.push('\n');
        words.push_str(hint);
    }
    let mut content = vec![ContentBlock::text(words)];
    content.extend(to_json(&failure.document()).ok().map(ContentBlock::text));
    CallToolResult::error(content)
}

fn described(tool: &Tool, lang: Lang) -> model::Tool {
    let annotations = ToolAnnotations::new()
        .read_only(true)
        .destructive(false)
        .idempotent(true)
        .open_world(false);
    model::Tool::new(tool.name, (tool.about)(lang), tool.input(lang))
        .with_raw_output_schema(Arc::new(tool.output()))
        .with_annotations(annotations)
}

/// The handler that the protocol's library calls.
#[derive(Clone)]
pub struct Handler(pub Arc<Server>);

impl ServerHandler for Handler {
    fn get_info(&self) -> ServerConfig {
        let own = Implementation::new("nusqa", env!("CARGO_PKG_VERSION"));
        ServerConfig::new(ServerCapabilities::builder().enable_tools().build())
            .with_server_info(own)
            .with_instructions(models::mcp_instructions(self.0.settings.lang))
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        let lang = self.0.settings.lang;
        let tools = TOOLS.iter().map(|tool| described(tool, lang)).collect();
        Ok(ListToolsResult::with_all_items(tools))
    }

    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        let lang = self.0.settings.lang;
        let Some(tool) = TOOLS.iter().find(|tool| tool.name == request.name) else {
            let known: Vec<&str> = TOOLS.iter().map(|tool| tool.name).collect();
            let name: String = request.name.chars().take(64).collect();
            let message = failures::unknown_tool(lang, name, known.join(", "));
            return Err(ErrorData::invalid_params(message.words, None));
        };
        let Ok(waiting) = Arc::clone(&self.0.waiting).try_acquire_owned() else {
            return Ok(refusal(&Failure::usage(serving::too_busy(lang))).into());
        };
        if let Err(failure) = self.0.prepare().await {
            return Ok(refusal(failure).into());
        }
        let working = Arc::clone(&self.0.working).acquire_owned().await;
        let server = Arc::clone(&self.0);
        let given = request.arguments.unwrap_or_default();
        let answered = spawn_blocking(move || {
            let result = server.result(tool, &given);
            drop((waiting, working));
            result
        });
        let internal = |_| refusal(&Failure::usage(serving::internal_fault(lang)));
        Ok(answered.await.unwrap_or_else(internal).into())
    }
}
