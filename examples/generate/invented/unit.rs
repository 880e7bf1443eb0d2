//! An act as a tree of numbered units, with the words that it has now and the words that were
//! taken from it.

use super::draw::Draw;
use super::words::Words;

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// бап
    Article,
    /// тармақ
    Point,
    /// тармақша
    Item,
}

/// A numbered unit.
#[derive(Debug, Clone)]
pub struct Unit {
    pub level: Level,
    /// As printed, without sign: `3-1`.
    pub number: String,
    /// Of an article.
    pub heading: String,
    /// Its own words, without number and without those of its parts; empty in an article of points.
    pub words: String,
    pub parts: Vec<Unit>,
    /// Position of the act that removed it among the amending acts.
    pub gone: Option<usize>,
    /// What happened to it since it got its words, for notes.
    pub told: Vec<(usize, Told)>,
}

/// What a note tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    Restated,
    Added,
    Amended,
}

/// Units under one heading.
#[derive(Debug, Clone)]
pub struct Chapter {
    pub number: usize,
    pub heading: String,
    pub units: Vec<Unit>,
}

impl Unit {
    fn new(level: Level, number: impl ToString, words: String) -> Unit {
        Unit {
            level,
            number: number.to_string(),
            heading: String::new(),
            words,
            parts: Vec::new(),
            gone: None,
            told: Vec::new(),
        }
    }

    /// Number, sign, heading and own words as one or two lines.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = match self.level {
            Level::Article => vec![format!("{}-бап. {}", self.number, self.heading)],
            Level::Point => vec![format!("{}. {}", self.number, self.words)],
            Level::Item => vec![format!("{}) {}", self.number, self.words)],
        };
        if self.level == Level::Article && !self.words.is_empty() {
            lines.push(self.words.clone());
        }
        lines
    }

    /// The unit with all its parts that stand, a line a paragraph.
    pub fn text(&self) -> Vec<String> {
        let mut lines = self.lines();
        lines.extend(self.parts.iter().filter(|part| part.gone.is_none()).flat_map(Unit::text));
        lines
    }

    /// Its step in an address.
    pub fn step(&self) -> String {
        match self.level {
            Level::Article => format!("{}-бап", self.number),
            Level::Point => self.number.clone(),
            Level::Item => format!("{})", self.number),
        }
    }
}

/// A list under a unit: the last entry ends in a full stop.
fn items(words: &Words, draw: &mut Draw, most: usize) -> Vec<Unit> {
    let count = draw.between(2, most);
    let item = |number: usize, draw: &mut Draw| {
        let sign = if number == count { '.' } else { ';' };
        Unit::new(Level::Item, number, format!("{}{sign}", words.item(draw)))
    };
    (1..=count).map(|number| item(number, draw)).collect()
}

/// A point with this number.
pub fn point(number: &str, words: &Words, draw: &mut Draw) -> Unit {
    if draw.percent(30) {
        let mut unit = Unit::new(Level::Point, number, words.lead(draw));
        unit.parts = items(words, draw, 9);
        unit
    } else {
        Unit::new(Level::Point, number, words.sentence(draw))
    }
}

/// An article with this number.
pub fn article(number: &str, words: &Words, draw: &mut Draw) -> Unit {
    let mut unit = Unit::new(Level::Article, number, String::new());
    unit.heading = words.heading(draw);
    match draw.below(100) {
        0..35 => unit.words = words.sentence(draw),
        35..60 => {
            unit.words = words.lead(draw);
            unit.parts = items(words, draw, 14);
        }
        _ => {
            let count = draw.between(2, 6);
            unit.parts = (1..=count).map(|n| point(&n.to_string(), words, draw)).collect();
        }
    }
    unit
}

/// An entry of a list with this number and sign at the end.
pub fn item(number: &str, sign: char, words: &Words, draw: &mut Draw) -> Unit {
    Unit::new(Level::Item, number, format!("{}{sign}", words.item(draw)))
}

/// Chapters with so many articles or points, numbered through.
pub fn chapters(level: Level, count: usize, words: &Words, draw: &mut Draw) -> Vec<Chapter> {
    let mut chapters = Vec::new();
    let mut number = 1;
    while number <= count {
        let last = (number + draw.between(3, 14)).min(count);
        let unit = |n: usize, draw: &mut Draw| match level {
            Level::Article => article(&n.to_string(), words, draw),
            _ => point(&n.to_string(), words, draw),
        };
        let heading = match chapters.len() {
            0 => "Жалпы ережелер".to_owned(),
            _ => words.heading(draw),
        };
        let units = (number..=last).map(|n| unit(n, draw)).collect();
        chapters.push(Chapter { number: chapters.len() + 1, heading, units });
        number = last + 1;
    }
    chapters
}
