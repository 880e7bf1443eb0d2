//! Questions on standard input, one a line → replies on standard output, one a line, each as soon
//! as it is known and in the same order. A line that cannot be answered stops nothing.

use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::Desk;
use crate::ask::batch::{Batched, LONGEST, answer};
use crate::render::messages::catalogue::{batch, causes};
use crate::render::wire::to_json_line;
use std::io::{self, BufRead};

/// Answers every line; what a line leaves out, `asked` says.
pub fn run(asked: &impl Batched, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    context.engine()?;
    let mut input = io::stdin().lock();
    let mut worst = Outcome::Answer;
    let mut refused = 0;
    for number in 1.. {
        let line = next_line(&mut input).map_err(|error| {
            Failure::usage(batch::input_failed(lang, causes::cause(&error, lang)))
        })?;
        let line = match &line {
            Line::End => break,
            Line::TooLong => None,
            Line::Bytes(bytes) if bytes.trim_ascii().is_empty() => continue,
            Line::Bytes(bytes) => Some(bytes.as_slice()),
        };
        let reply = answer(asked, number, line, context);
        match reply.exit {
            0 => {}
            1 => worst = Outcome::Nothing,
            _ => refused += 1,
        }
        let json = to_json_line(&reply).map_err(|error| Failure::json_output(&error, lang))?;
        let goes_on = context.screen.print_line(&json);
        if !goes_on.map_err(|cause| Failure::output(&cause, lang))? {
            break;
        }
    }
    match refused {
        0 => Ok(worst),
        _ => Ok(Outcome::Refused),
    }
}

/// A line of the input, without its end.
enum Line {
    Bytes(Vec<u8>),
    TooLong,
    End,
}

/// Reads a line; of one that is too long no more than the limit is kept.
fn next_line(input: &mut impl BufRead) -> io::Result<Line> {
    let mut line = Vec::new();
    let (mut read, mut too_long) = (false, false);
    loop {
        let buffer = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            buffer => buffer?,
        };
        read |= !buffer.is_empty();
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let part = &buffer[..end.unwrap_or(buffer.len())];
        too_long |= line.len() + part.len() > LONGEST;
        if !too_long {
            line.extend_from_slice(part);
        }
        let used = end.map_or(buffer.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() || used == 0 {
            return Ok(match (read, too_long) {
                (false, _) => Line::End,
                (_, true) => Line::TooLong,
                _ => Line::Bytes(line),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &[u8], buffer: usize) -> Vec<Option<Vec<u8>>> {
        let mut input = io::BufReader::with_capacity(buffer, input);
        let mut lines = Vec::new();
        loop {
            match next_line(&mut input).expect("a line") {
                Line::End => return lines,
                Line::TooLong => lines.push(None),
                Line::Bytes(line) => lines.push(Some(line)),
            }
        }
    }

    #[test]
    fn lines_end_with_the_input_or_with_a_line_feed() {
        for buffer in [1, 3, 100] {
            let line = |text: &str| Some(text.as_bytes().to_vec());
            assert_eq!(lines(b"", buffer), []);
            assert_eq!(lines(b"ab\n\ncd", buffer), [line("ab"), line(""), line("cd")]);
            assert_eq!(lines(b"ab\n", buffer), [line("ab")]);
        }
    }

    #[test]
    fn a_line_that_is_too_long_is_passed_over() {
        let mut input = vec![b'x'; LONGEST + 1];
        input.extend(b"\n{}\n");
        assert_eq!(lines(&input, 1000), [None, Some(b"{}".to_vec())]);
        let longest = vec![b'x'; LONGEST];
        assert_eq!(lines(&longest, 1000), [Some(longest)]);
    }
}
