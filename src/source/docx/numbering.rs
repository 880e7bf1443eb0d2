//! `numbering.xml` → the lists of a document: what each level prints, where it begins, what it
//! begins anew.

use super::Refused;
use super::styles::Styles;
use super::xml::{self, Token, number};
use std::collections::HashMap;

/// Levels of a list.
pub(super) const LEVELS: usize = 9;

/// One level of a list.
#[derive(Clone, Debug)]
pub(super) struct Level {
    /// The number of its first paragraph.
    pub(super) start: u32,
    /// How numbers are written: `decimal`, `lowerLetter`, ….
    pub(super) format: String,
    /// What is printed: `%1.`, `%1)`, `%1.%2.`.
    pub(super) print: String,
    /// True where nothing stands between number and words.
    pub(super) glued: bool,
    /// The level (from 1) whose paragraphs begin it anew; 0 for none, `None` for any above it.
    pub(super) restart: Option<u32>,
    /// True where numbers of other levels are printed in digits, whatever their format.
    pub(super) legal: bool,
}

impl Default for Level {
    fn default() -> Self {
        Level {
            start: 0,
            format: "decimal".to_owned(),
            print: String::new(),
            glued: false,
            restart: None,
            legal: false,
        }
    }
}

/// A kind of list; lists of one kind count on together.
#[derive(Clone, Debug, Default)]
struct Kind {
    levels: HashMap<usize, Level>,
    /// The style whose list it is in truth.
    stands_for: Option<String>,
}

/// A list.
#[derive(Clone, Debug, Default)]
struct List {
    kind: u32,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    kinds: HashMap<u32, Kind>,
    lists: HashMap<u32, List>,
}

impl Numbering {
    pub(super) fn read(text: &str) -> Result<Self, Refused> {
        let mut reader = Reading::default();
        xml::walk(text, &mut |token| {
            match token {
                Token::Open { name, attributes } => reader.open(name, attributes),
                Token::Close { name } => reader.close(name),
                Token::Words(_) => {}
            }
            Ok(())
        })?;
        Ok(reader.numbering)
    }

    /// The kind of a list, behind styles that stand for another.
    pub(super) fn kind(&self, list: u32, styles: &Styles) -> Option<u32> {
        let kind = self.lists.get(&list)?.kind;
        let other = self.kinds.get(&kind).and_then(|kind| kind.stands_for.as_deref());
        let other = other.and_then(|style| styles.place(Some(style)));
        let other = other.and_then(|place| self.lists.get(&place.list)).map(|list| list.kind);
        Some(other.unwrap_or(kind))
    }

    /// A level of a list of this kind.
    pub(super) fn level(&self, list: u32, kind: u32, level: usize) -> Option<&Level> {
        let own = self.lists.get(&list).and_then(|list| list.levels.get(&level));
        own.or_else(|| self.kinds.get(&kind)?.levels.get(&level))
    }

    /// The numbers with which a list begins its levels, where it does not go on with those of its
    /// kind.
    pub(super) fn starts(&self, list: u32) -> impl Iterator<Item = (usize, u32)> + '_ {
        let starts = self.lists.get(&list).into_iter().flat_map(|list| &list.starts);
        starts.map(|(level, start)| (*level, *start))
    }
}

/// What is open while the part is read.
#[derive(Default)]
struct Reading {
    numbering: Numbering,
    kind: Option<(u32, Kind)>,
    list: Option<(u32, List)>,
    /// The level that a list words otherwise than its kind.
    overridden: usize,
    level: Option<(usize, Level)>,
}

impl Reading {
    fn open(&mut self, name: &str, attributes: &xml::Attributes) {
        let id = |key: &str| attributes.get(key).and_then(|id| id.parse::<u32>().ok());
        let value = || attributes.get("val").cloned().unwrap_or_default();
        match name {
            "abstractNum" => {
                self.kind = id("abstractNumId").map(|id| (id, Kind::default()));
            }
            "num" => self.list = id("numId").map(|id| (id, List::default())),
            "lvlOverride" => self.overridden = id("ilvl").unwrap_or(0) as usize,
            "lvl" => self.level = id("ilvl").map(|id| (id as usize, Level::default())),
            "numStyleLink" => {
                if let Some((_, kind)) = &mut self.kind {
                    kind.stands_for = Some(value());
                }
            }
            "abstractNumId" => {
                if let (Some((_, list)), Some(kind)) = (&mut self.list, number(attributes)) {
                    list.kind = kind;
                }
            }
            "startOverride" => {
                if let (Some((_, list)), Some(start)) = (&mut self.list, number(attributes)) {
                    list.starts.insert(self.overridden, start);
                }
            }
            _ => {
                let Some((_, level)) = &mut self.level else { return };
                match name {
                    "start" => level.start = number(attributes).unwrap_or(0),
                    "numFmt" => level.format = value(),
                    "lvlText" => level.print = value(),
                    "suff" => level.glued = value() == "nothing",
                    "lvlRestart" => level.restart = number(attributes),
                    "isLgl" => level.legal = xml::is_on(attributes),
                    _ => {}
                }
            }
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "lvl" => {
                let Some((number, level)) = self.level.take().filter(|(at, _)| *at < LEVELS) else {
                    return;
                };
                if let Some((_, list)) = &mut self.list {
                    list.levels.insert(number, level);
                } else if let Some((_, kind)) = &mut self.kind {
                    kind.levels.insert(number, level);
                }
            }
            "abstractNum" => self.numbering.kinds.extend(self.kind.take()),
            "num" => self.numbering.lists.extend(self.list.take()),
            _ => {}
        }
    }
}
