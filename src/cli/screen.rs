//! Standard output and standard error: colour where it is seen, a width where there is a
//! terminal, and silence when the reader has gone.

use crate::render::terminal::Width;
use crate::render::terminal::timeline::Letters;
use anstream::{AutoStream, ColorChoice};
use std::io::{self, IsTerminal, Write};

/// The widest measure in which a page of law is still read with ease.
const WIDEST: usize = 100;

/// Where pages go.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    color: ColorChoice,
}

impl Screen {
    /// A screen with this choice of colour.
    pub fn new(color: ColorChoice) -> Self {
        Screen { color }
    }

    /// Columns for pages: `COLUMNS` where it is set, else those of the terminal, at most 100;
    /// none in a pipe.
    pub fn width(&self) -> Width {
        let set = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let terminal = || {
            let stdout = io::stdout();
            let size = terminal_size::terminal_size_of(&stdout)?;
            stdout.is_terminal().then_some(usize::from(size.0.0))
        };
        set.or_else(terminal).filter(|columns| *columns > 0).map(|columns| columns.min(WIDEST))
    }

    /// Columns for help, which is wrapped everywhere.
    pub fn help_width(&self) -> usize {
        self.width().unwrap_or(WIDEST)
    }

    /// True when styles on standard output are seen.
    pub fn is_styled(&self) -> bool {
        AutoStream::new(io::stdout(), self.color).current_choice() != ColorChoice::Never
    }

    /// What lines and bars are drawn with: blocks, unless the locale is one without them. The
    /// first variable that is set decides, as POSIX has it.
    pub fn letters(&self) -> Letters {
        let set = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(set);
        let utf8 = |locale: &String| {
            let locale = locale.to_ascii_uppercase();
            locale.contains("UTF-8") || locale.contains("UTF8")
        };
        if locale.is_none_or(|locale| utf8(&locale)) { Letters::Unicode } else { Letters::Ascii }
    }

    /// True when progress may be shown.
    pub fn shows_progress(&self) -> bool {
        io::stderr().is_terminal()
    }

    /// Prints a page on standard output. A closed pipe is the end of the reader's interest and
    /// no error.
    ///
    /// # Errors
    /// Any other failure to write.
    pub fn print(&self, page: &str) -> io::Result<()> {
        let mut stream = AutoStream::new(io::stdout().lock(), self.color);
        match stream.write_all(page.as_bytes()).and_then(|()| stream.flush()) {
            Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            written => written,
        }
    }

    /// Prints a message on standard error. Where that cannot be written, nobody can be told.
    pub fn complain(&self, page: &str) {
        let mut stream = AutoStream::new(io::stderr().lock(), self.color);
        let _ = stream.write_all(page.as_bytes()).and_then(|()| stream.flush());
    }
}
