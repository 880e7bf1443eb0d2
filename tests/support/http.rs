//! The smallest client that the tests of the server need, and a server that ends with its test.

use super::nusqa;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, ChildStderr, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// A running server.
pub struct Server {
    child: Child,
    /// The port that it chose.
    pub port: u16,
    complaints: Option<ChildStderr>,
}

/// A response.
#[derive(Debug, Clone)]
pub struct Response {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Response {
    /// The value of a header; several are joined.
    pub fn header(&self, name: &str) -> Option<String> {
        let values = self.headers.iter().filter(|(known, _)| known == name);
        let values: Vec<&str> = values.map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("UTF-8")
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }
}

impl Server {
    /// Starts a server on a free port.
    pub fn start(index: &Path, more: &[&str]) -> Server {
        let mut child = nusqa()
            .args(["serve", "--port", "0", "--index"])
            .arg(index)
            .args(more)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("a pipe");
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        let complaints = child.stderr.take();
        let port = line.trim().parse().expect("a port on a line of its own");
        Server { child, port, complaints }
    }

    /// A connection.
    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(600))).expect("a time limit");
        stream
    }

    /// Sends these bytes and reads one response.
    pub fn send(&self, request: &[u8]) -> Response {
        let mut stream = self.connect();
        // A server that has refused the head does not read the rest.
        let _ = stream.write_all(request);
        response(&mut BufReader::new(stream), request.starts_with(b"HEAD"))
    }

    /// Asks for a path, with headers of its own.
    pub fn get_with(&self, path: &str, headers: &[(&str, &str)]) -> Response {
        self.send(request("GET", path, self.port, headers).as_bytes())
    }

    /// Asks for a path.
    pub fn get(&self, path: &str) -> Response {
        self.get_with(path, &[])
    }

    /// Asks a question by its parameters.
    pub fn ask(&self, operation: &str, parameters: &[(&str, &str)]) -> Response {
        self.get(&question(operation, parameters))
    }

    /// Tells it to end, as a terminal or a service manager does.
    pub fn signal(&self, name: &str) {
        let signal = std::process::Command::new("kill")
            .args([&format!("-{name}"), &self.child.id().to_string()])
            .status();
        assert!(signal.expect("kill runs").success());
    }

    /// Waits until it ends; what it said, and how it ended.
    pub fn wait(&mut self, longest: Duration) -> (String, Option<ExitStatus>) {
        let begun = Instant::now();
        let mut status = None;
        while status.is_none() && begun.elapsed() < longest {
            status = self.child.try_wait().expect("a child");
            std::thread::sleep(Duration::from_millis(20));
        }
        let mut said = String::new();
        if status.is_some()
            && let Some(mut complaints) = self.complaints.take()
        {
            complaints.read_to_string(&mut said).expect("UTF-8");
        }
        (said, status)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The path of a question.
pub fn question(operation: &str, parameters: &[(&str, &str)]) -> String {
    let pairs: Vec<String> =
        parameters.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    format!("/api/{operation}?{}", pairs.join("&"))
}

/// The head of a request.
pub fn request(method: &str, path: &str, port: u16, headers: &[(&str, &str)]) -> String {
    let mut head = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
    if !headers.iter().any(|(name, _)| name.eq_ignore_ascii_case("host")) {
        head += &format!("Host: localhost:{port}\r\n");
    }
    for (name, value) in headers {
        head += &format!("{name}: {value}\r\n");
    }
    head + "\r\n"
}

/// A value, percent-encoded.
pub fn encoded(value: &str) -> String {
    value
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                char::from(byte).to_string()
            }
            byte => format!("%{byte:02X}"),
        })
        .collect()
}

/// Reads one response; `empty` where the request says that it has no body.
pub fn response(stream: &mut impl BufRead, empty: bool) -> Response {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        let read = stream.read_line(&mut head).expect("a head");
        assert!(read > 0, "the connection ended in the head: {head:?}");
    }
    let mut lines = head.lines();
    let status = lines.next().expect("a status line");
    let status = status.split(' ').nth(1).expect("a status").parse().expect("a number");
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let mut response = Response { status, headers, body: Vec::new() };
    if empty || status == 304 {
        return response;
    }
    if response.header("transfer-encoding").as_deref() == Some("chunked") {
        loop {
            let mut size = String::new();
            stream.read_line(&mut size).expect("a size");
            let size = usize::from_str_radix(size.trim(), 16).expect("a size");
            let mut chunk = vec![0; size + 2];
            stream.read_exact(&mut chunk).expect("a chunk");
            response.body.extend_from_slice(&chunk[..size]);
            if size == 0 {
                return response;
            }
        }
    }
    let length: usize = response.header("content-length").map_or(0, |l| l.parse().expect("a size"));
    response.body = vec![0; length];
    stream.read_exact(&mut response.body).expect("a body");
    response
}
