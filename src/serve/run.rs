//! A setting → a server that listens, and its end: by a signal, or because no index could be
//! made for it.

use super::Settings;
use super::connection::Door;
use super::desk::RequestDesk;
use super::routes::{Server, serve};
use crate::ask::failure::Failure;
use crate::render::messages::catalogue::causes::cause;
use crate::render::messages::catalogue::serving;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Runtime;
use tokio::sync::{oneshot, watch};
use tokio::time::sleep;

/// How long exchanges under way may still take once the server is to end, beside the time in
/// which a question may be worked on.
const LEAVE: Duration = Duration::from_secs(5);

/// A server that has its socket and does not answer yet.
pub struct Listening {
    runtime: Runtime,
    socket: TcpListener,
    settings: Settings,
    address: SocketAddr,
}

/// How a server ended.
#[derive(Debug)]
pub enum Ended {
    /// Somebody ended it.
    Stopped,
    /// There is no index, and none can be made.
    WithoutIndex(Failure),
}

/// Takes the socket.
///
/// # Errors
/// An address that is not free, or not of this machine.
pub fn listen(settings: Settings) -> Result<Listening, Failure> {
    let lang = settings.lang;
    let refused = |error: io::Error| {
        let address = settings.address.to_string();
        Failure::usage(serving::bind_not_possible(lang, address, cause(&error, lang)))
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(&refused)?;
    let socket = TcpListener::bind(settings.address).map_err(&refused)?;
    socket.set_nonblocking(true).map_err(&refused)?;
    let address = socket.local_addr().map_err(&refused)?;
    Ok(Listening { runtime, socket, settings, address })
}

impl Listening {
    /// Where it listens, with the port that was chosen.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until a signal comes. Meanwhile `prepare` sees to the index, on a thread of its own.
    ///
    /// # Errors
    /// A socket that fails.
    pub fn run(
        self,
        prepare: impl FnOnce() -> Result<(), Failure> + Send + 'static,
    ) -> Result<Ended, Failure> {
        let Listening { runtime, socket, settings, address } = self;
        let (lang, timeout) = (settings.lang, settings.timeout);
        let server = Arc::new(Server::new(settings, address.ip().is_loopback()));
        let (told, prepared) = oneshot::channel();
        let readers = Arc::clone(&server);
        std::thread::spawn(move || {
            let failed = prepare().err();
            let ready = failed.is_none();
            // Nobody listens any more where the server has ended.
            let _ = told.send(failed);
            if ready {
                // Whoever asks meanwhile waits for it; what fails now fails again, and is told, then.
                let desk = RequestDesk::new(&readers.settings.sources, &readers.shelf, lang);
                let _ = readers.pages.prepare(&desk);
            }
        });
        let ended = runtime.block_on(async move {
            let door = Door::new(tokio::net::TcpListener::from_std(socket)?, timeout);
            let (stop, mut stopping) = watch::channel(false);
            let stopped = async move {
                let _ = stopping.wait_for(|stop| *stop).await;
            };
            let mut serving = tokio::spawn(serve(door, server, stopped));
            let ended = tokio::select! {
                () = signalled() => Ended::Stopped,
                failure = failed(prepared) => Ended::WithoutIndex(failure),
                ended = &mut serving => {
                    return ended.unwrap_or_else(|error| Err(io::Error::other(error)))
                        .map(|()| Ended::Stopped);
                }
            };
            let _ = stop.send(true);
            tokio::select! {
                _ = serving => {}
                () = sleep(timeout + LEAVE) => {}
            }
            Ok(ended)
        });
        // Questions that took too long may still be worked on; nobody waits for them.
        runtime.shutdown_background();
        ended.map_err(|error: io::Error| {
            let address = address.to_string();
            Failure::usage(serving::bind_not_possible(lang, address, cause(&error, lang)))
        })
    }
}

/// Comes true once the index could not be prepared; never where it could.
async fn failed(prepared: oneshot::Receiver<Option<Failure>>) -> Failure {
    match prepared.await {
        Ok(Some(failure)) => failure,
        _ => std::future::pending().await,
    }
}

/// Comes true when the program is asked to end.
async fn signalled() {
    let interrupted = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        () = interrupted => {}
        () = terminated() => {}
    }
}

#[cfg(unix)]
async fn terminated() {
    use tokio::signal::unix::{SignalKind, signal};
    match signal(SignalKind::terminate()) {
        Ok(mut signal) => {
            signal.recv().await;
        }
        Err(_) => std::future::pending().await,
    }
}

#[cfg(not(unix))]
async fn terminated() {
    std::future::pending().await
}
