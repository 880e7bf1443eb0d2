//! Standard output and standard error: colour where it is seen, a width where there is a
//! terminal, and silence when the reader has gone.

use super::{links, pager};
use crate::render::terminal::Width;
use crate::render::terminal::timeline::Letters;
use anstream::{AutoStream, ColorChoice};
use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};

/// The widest measure in which a page of law is still read with ease.
const WIDEST: usize = 100;

/// Where pages go.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    color: ColorChoice,
    pages: bool,
    links: bool,
}

impl Screen {
    /// A screen with this choice of colour.
    pub fn new(color: ColorChoice) -> Self {
        Screen { color, pages: false, links: false }
    }

    /// The same where a page longer than the screen goes to a pager, and where files are linked.
    pub fn with(self, pages: bool, links: bool) -> Self {
        Screen { pages, links, ..self }
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
        let page = self.styled(page);
        if self.pages && is_longer_than_the_screen(&page) && pager::show(page.as_bytes())? {
            return Ok(());
        }
        let mut stream = io::stdout().lock();
        match stream.write_all(page.as_bytes()).and_then(|()| stream.flush()) {
            Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            written => written,
        }
    }

    /// Prints a line of a row, at once; false when the reader has gone.
    ///
    /// # Errors
    /// Any other failure to write.
    pub fn print_line(&self, line: &str) -> io::Result<bool> {
        let mut stream = io::stdout().lock();
        let written = stream
            .write_all(line.as_bytes())
            .and_then(|()| stream.write_all(b"\n"))
            .and_then(|()| stream.flush());
        match written {
            Err(cause) if cause.kind() == io::ErrorKind::BrokenPipe => Ok(false),
            written => written.map(|()| true),
        }
    }

    /// The page as standard output takes it: styles only where they are seen, links only where
    /// they are followed.
    fn styled<'p>(&self, page: &'p str) -> Cow<'p, str> {
        let page = match self.is_styled() {
            true => Cow::Borrowed(page),
            false => Cow::Owned(anstream::adapter::strip_str(page).to_string()),
        };
        match self.links {
            true => Cow::Owned(links::linked(&page)),
            false => page,
        }
    }

    /// Prints a message on standard error. Where that cannot be written, nobody can be told.
    pub fn complain(&self, page: &str) {
        let mut stream = AutoStream::new(io::stderr().lock(), self.color);
        let _ = stream.write_all(page.as_bytes()).and_then(|()| stream.flush());
    }
}

/// True where standard output is a terminal with fewer lines than the page.
fn is_longer_than_the_screen(page: &str) -> bool {
    let stdout = io::stdout();
    let size = stdout.is_terminal().then(|| terminal_size::terminal_size_of(&stdout)).flatten();
    size.is_some_and(|(_, height)| page.lines().count() >= usize::from(height.0))
}
