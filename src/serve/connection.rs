//! A listening socket → connections that do not wait for ever: there are only so many of them,
//! and each must go on reading and writing.

use super::CONNECTIONS;
use axum::serve::Listener;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, Sleep, sleep_until};

/// How long the other side may take for its next bytes, read or written.
const PATIENCE: Duration = Duration::from_secs(15);

/// How long one request may take to come in and its answer to be taken, beside the time in
/// which it is worked on.
const EXCHANGE: Duration = Duration::from_secs(60);

/// A socket that takes so many connections at a time.
pub struct Door {
    socket: TcpListener,
    places: Arc<Semaphore>,
    timeout: Duration,
}

impl Door {
    /// A door at a socket; `timeout` is how long a question may take.
    pub fn new(socket: TcpListener, timeout: Duration) -> Door {
        Door { socket, places: Arc::new(Semaphore::new(CONNECTIONS)), timeout }
    }
}

impl Listener for Door {
    type Io = Visit;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Visit, SocketAddr) {
        let place = loop {
            if let Ok(place) = Arc::clone(&self.places).acquire_owned().await {
                break place;
            }
        };
        let (stream, address) = Listener::accept(&mut self.socket).await;
        (Visit::new(stream, place, self.timeout), address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.socket.local_addr()
    }
}

/// A connection.
pub struct Visit {
    stream: TcpStream,
    _place: OwnedSemaphorePermit,
    timeout: Duration,
    /// When the other side must have moved.
    alarm: Pin<Box<Sleep>>,
    /// When the exchange under way must have ended.
    end: Instant,
    /// True from the first byte of an answer to the first byte of the next request.
    answering: bool,
}

impl Visit {
    fn new(stream: TcpStream, place: OwnedSemaphorePermit, timeout: Duration) -> Visit {
        // Answers are written whole: nothing is gained by waiting for more to send.
        let _ = stream.set_nodelay(true);
        let now = Instant::now();
        let alarm = Box::pin(sleep_until(now + PATIENCE));
        let end = now + EXCHANGE + timeout;
        Visit { stream, _place: place, timeout, alarm, end, answering: false }
    }

    fn moved(&mut self, answering: bool) {
        let now = Instant::now();
        if self.answering && !answering {
            self.end = now + EXCHANGE + self.timeout;
        }
        self.answering = answering;
        // While a question is worked on, the other side has nothing to do.
        let patience = if answering { PATIENCE } else { PATIENCE + self.timeout };
        self.alarm.as_mut().reset((now + patience).min(self.end));
    }

    fn waits<T>(&mut self, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        match self.alarm.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(Err(io::ErrorKind::TimedOut.into())),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl AsyncRead for Visit {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let visit = self.get_mut();
        let before = buffer.filled().len();
        match Pin::new(&mut visit.stream).poll_read(context, buffer) {
            Poll::Pending => visit.waits(context),
            ready => {
                if buffer.filled().len() > before {
                    visit.moved(false);
                }
                ready
            }
        }
    }
}

impl AsyncWrite for Visit {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let visit = self.get_mut();
        match Pin::new(&mut visit.stream).poll_write(context, bytes) {
            Poll::Pending => visit.waits(context),
            ready => {
                visit.moved(true);
                ready
            }
        }
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let visit = self.get_mut();
        match Pin::new(&mut visit.stream).poll_write_vectored(context, parts) {
            Poll::Pending => visit.waits(context),
            ready => {
                visit.moved(true);
                ready
            }
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(context)
    }
}
