//! Headings that are set in unusual ways: two on one line, one on two lines, and the lists of
//! them that are tables of contents.

use super::act::{Reader, Stage, absorb};
use super::build::Builder;
use super::opening::{self, Opening};
use super::paragraph::{Block, is_finished};
use super::requisites;
use crate::model::address::Step;
use crate::model::kind::Kind;
use crate::model::number::Number;
use std::collections::BTreeSet;

impl Reader {
    /// A heading whose title stands in the paragraph below its number.
    pub(super) fn heading_over_two(&self, blocks: &[Block]) -> Option<Block> {
        const LONGEST: usize = 400;
        let [number, title, ..] = blocks else { return None };
        let Opening::Heading { closed: true, end, .. } = opening::read(number.text()) else {
            return None;
        };
        let words = title.text();
        let is_title = number.text()[end..].is_empty()
            && words.len() < LONGEST
            && words.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '«'))
            && !is_finished(words)
            && !opening::read(words).is_unit()
            && !title.note
            && title.cells.is_empty();
        is_title.then(|| {
            let mut whole = number.clone();
            absorb(&mut whole, title);
            // The number alone said that this is a heading.
            whole.marks.heading = whole.marks.heading.max(1);
            whole
        })
    }

    /// A table of contents: headings one below the other that come again, with their text,
    /// further down.
    pub(super) fn contents(&mut self, blocks: &[Block]) -> Option<usize> {
        const FEWEST: usize = 3;
        if !matches!(self.stage, Stage::Title | Stage::Opening) {
            return None;
        }
        let titled = usize::from(requisites::is_contents(blocks[0].text()));
        let mut seen = BTreeSet::new();
        let run = blocks[titled..]
            .iter()
            .map_while(heading_key)
            .take_while(|key| seen.insert(key.clone()))
            .count();
        if run < FEWEST {
            return None;
        }
        let again = blocks[titled + run..]
            .iter()
            .filter_map(heading_key)
            .filter(|key| seen.remove(key))
            .count();
        if 2 * again < run {
            return None;
        }
        let mut whole = blocks[0].clone();
        for block in &blocks[1..titled + run] {
            let end = whole.words.origin(whole.text().len());
            whole.words.push_reading("\n", end..end);
            whole.words.append(&block.words);
            whole.pieces.extend(block.pieces.iter().cloned());
            whole.lines.1 = block.lines.1;
        }
        self.component_unit(Kind::Contents, Some(Step::Contents), &whole);
        Some(titled + run)
    }
}

/// Kind and number of a heading.
pub(super) fn heading_key(block: &Block) -> Option<(Kind, Number)> {
    match opening::read(block.text()) {
        Opening::Heading { kind, number, closed: true, .. } => Some((kind, number)),
        _ => None,
    }
}

/// Two headings on one line (`2-БӨЛІМ. … 4-тарау. …`) are two paragraphs.
pub(super) fn split_merged_headings(blocks: Vec<Block>, builder: &mut Builder) -> Vec<Block> {
    let mut apart = Vec::with_capacity(blocks.len());
    for mut block in blocks {
        while let Opening::Heading { closed: true, end, kind, .. } = opening::read(block.text())
            && kind != Kind::Article
            && let Some(cut) = second_heading(block.text(), end)
        {
            let printed = block.text().to_owned();
            let second = block.split_off(cut);
            builder.merged(&second, printed);
            apart.push(std::mem::replace(&mut block, second));
        }
        apart.push(block);
    }
    apart
}

/// Where a second heading begins inside the title of a first.
pub(super) fn second_heading(text: &str, title: usize) -> Option<usize> {
    let starts = text[title..].match_indices(' ').map(|(at, _)| title + at + 1);
    starts
        .filter(|&at| text[at..].starts_with(|c: char| c.is_ascii_digit()))
        .find(|&at| matches!(opening::read(&text[at..]), Opening::Heading { closed: true, .. }))
        .filter(|_| !is_finished(text))
}
