//! A setting → an exchange on standard input and output, until the client closes it.

use super::Settings;
use super::server::{Handler, Prepare, Server};
use crate::ask::failure::Failure;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::causes::{cause, cause_in_content};
use crate::render::messages::catalogue::models::failures;
use rmcp::service::ServerInitializeError;
use rmcp::transport::stdio;
use rmcp::{ServiceExt, service::QuitReason};
use std::io;
use std::sync::Arc;

/// Answers until standard input ends. Meanwhile `prepare` sees to the index: questions wait for it.
///
/// # Errors
/// A client that does not speak the protocol.
pub fn run(settings: Settings, prepare: Box<Prepare>) -> Result<(), Failure> {
    let lang = settings.lang;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| not_understood(cause(&error, lang), lang))?;
    let server = Arc::new(Server::new(settings, prepare));
    let preparing = Arc::clone(&server);
    runtime.spawn(async move {
        // Whoever asks a question is told what came of it.
        let _ = preparing.prepare().await;
    });
    let ended = runtime.block_on(exchange(Handler(server), lang));
    // Nobody waits for questions that are still worked on, or for one more line to come in.
    runtime.shutdown_background();
    ended
}

async fn exchange(handler: Handler, lang: Lang) -> Result<(), Failure> {
    let running = match handler.serve(stdio()).await {
        Ok(running) => running,
        // A client that goes before it has said anything has asked nothing.
        Err(ServerInitializeError::ConnectionClosed(_) | ServerInitializeError::Cancelled) => {
            return Ok(());
        }
        Err(error) => {
            let told: String = error.to_string().chars().take(200).collect();
            return Err(not_understood(cause_in_content(&told, lang), lang));
        }
    };
    match running.waiting().await {
        Ok(QuitReason::JoinError(error)) | Err(error) => {
            Err(not_understood(cause(&io::Error::other(error), lang), lang))
        }
        Ok(_) => Ok(()),
    }
}

fn not_understood(cause: impl Into<String>, lang: Lang) -> Failure {
    Failure::usage(failures::client_not_understood(lang, cause.into()))
}
