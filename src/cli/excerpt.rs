//! Places in a text → excerpts that people can look at: the lines of a piece of evidence, and
//! faults drawn into their lines.

use super::Context;
use crate::model::evidence::Evidence;
use crate::model::tree::Tree;
use crate::render::html::paper::evidence::Quote;
use crate::render::messages::catalogue::evidence;
use crate::render::terminal::{Width, check, harmless};
use crate::source::{read_bytes, text_of};
use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, NamedSource, Report,
    Severity,
};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

/// Lines of a piece of evidence that are quoted; of a longer one the first.
const QUOTED: usize = 3;
/// The same on a paper, which is to prove the words.
const QUOTED_ON_PAPER: usize = 60;

/// The first lines of each piece of evidence, as the file prints them; empty where the file
/// cannot be read any more.
pub fn quotes(pieces: &[Evidence]) -> Vec<String> {
    let mut files: HashMap<Arc<str>, String> = HashMap::new();
    let mut quote = |piece: &Evidence| {
        let file = &piece.span.source.file;
        let read = || text(file).map(|(text, _)| text).unwrap_or_default();
        let text = files.entry(Arc::clone(file)).or_insert_with(read);
        let (first, last) = piece.span.lines;
        let lines = text.lines().skip(first.saturating_sub(1)).take(last + 1 - first);
        let words = lines.map(str::trim).filter(|line| !line.is_empty());
        words.take(QUOTED).collect::<Vec<_>>().join("\n")
    };
    pieces.iter().map(&mut quote).collect()
}

/// The lines of each piece of evidence with their numbers, for a paper; of a long piece the first
/// ones. Lines of a file that is not the one that was read are not quoted.
pub fn lines(pieces: &[Evidence]) -> Vec<Quote> {
    let mut files: HashMap<Arc<str>, Option<String>> = HashMap::new();
    let mut quote = |piece: &Evidence| {
        let source = &piece.span.source;
        let read = || {
            let (text, hash) = text(&source.file)?;
            (hash == source.hash.as_ref()).then_some(text)
        };
        let text = files.entry(Arc::clone(&source.file)).or_insert_with(read);
        let Some(text) = text else { return Quote::Gone };
        let (first, last) = piece.span.lines;
        let numbered = (1..).zip(text.lines()).skip(first.saturating_sub(1)).take(last + 1 - first);
        let mut words = numbered.filter(|(_, line)| !line.trim().is_empty());
        let lines = words.by_ref().take(QUOTED_ON_PAPER);
        let lines = lines.map(|(number, line)| (number, line.trim().to_owned())).collect();
        Quote::Lines { lines, more: words.count() }
    };
    pieces.iter().map(&mut quote).collect()
}

/// The text of a file in which lines and bytes count, and the hash of the file.
fn text(file: &str) -> Option<(String, String)> {
    let bytes = read_bytes(Path::new(file)).ok()?;
    let text = String::from_utf8(text_of(&bytes).ok()?.into_owned()).ok()?;
    Some((text, blake3::hash(&bytes).to_hex().to_string()))
}

/// A text of the same length in bytes, without what would control a terminal.
fn blanked(text: &str) -> String {
    let mut letter = [0; 4];
    text.chars()
        .map(|c| match c.encode_utf8(&mut letter) {
            kept if harmless(kept) == *kept => kept.to_owned(),
            _ => " ".repeat(c.len_utf8()),
        })
        .collect()
}

/// Every fault of a text, drawn into its lines.
pub fn faults(tree: &Tree, width: Width, context: &Context) -> String {
    let lang = context.lang;
    let theme = if context.screen.is_styled() {
        GraphicalTheme::unicode()
    } else {
        GraphicalTheme::unicode_nocolor()
    };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_width(width.unwrap_or(usize::from(u16::MAX)))
        .with_links(false);
    let Some((text, _)) = text(&tree.source.file) else { return String::new() };
    let source = Arc::new(NamedSource::new(tree.source.file.as_ref(), blanked(&text)));
    let mut drawn = String::new();
    for fault in &tree.faults {
        let kind = evidence::fault(fault.kind, lang);
        let label = check::reading(fault.kind, &fault.printed, &fault.reading, lang);
        let place = LabeledSpan::new(label, fault.bytes.start, fault.bytes.len());
        let diagnostic =
            MietteDiagnostic::new(kind).with_severity(Severity::Warning).with_label(place);
        let report = Report::new(diagnostic).with_source_code(source.clone());
        // A fault whose bytes the file no longer has cannot be drawn; the list names it anyway.
        let _ = handler.render_report(&mut drawn, report.as_ref());
        drawn.push('\n');
    }
    drawn
}
