//! Questions over HTTP → the documents that the command line prints with `--json`.
//!
//! The server only reads: it has no state but the index in use, takes up a new one as soon as a
//! build has put it in place, and asks nobody who they are.

mod cache;
mod connection;
mod guard;
mod language;
mod openapi;
mod pages;
mod reply;
mod routes;
mod run;
mod sorry;
mod start;
mod status;

pub use run::{Ended, Listening, listen};

use crate::ask::desk::Sources;
use crate::ask::{desk, operation, parameters, shelf};
use crate::render::messages::Lang;
use std::net::SocketAddr;
use std::time::Duration;

/// How a server is set up.
#[derive(Clone)]
pub struct Settings {
    /// Where it listens; port 0 takes any that is free.
    pub address: SocketAddr,
    /// Names under which it may be asked, beside those of the machine itself. Without any, a
    /// server that others can reach answers to every name.
    pub hosts: Vec<String>,
    /// How long one question may take.
    pub timeout: Duration,
    /// What its answers are taken from.
    pub sources: Sources,
    /// The language of those who ask for none.
    pub lang: Lang,
    /// How many bytes of pages are kept at most; what was made last is kept in any case.
    pub pages: usize,
}

/// The bytes of pages that a server keeps: some hundred acts, which are those that are read at the
/// same time, and no more than the smallest machine can spare.
pub const PAGES: usize = 64 << 20;

/// Questions that are worked on or wait at the same time; more are sent away with 503.
const WAITING: usize = 64;

/// Connections that are open at the same time; more wait until one closes.
const CONNECTIONS: usize = 256;

/// The longest path and query of a request, in bytes.
const LONGEST_REQUEST: usize = 8192;
