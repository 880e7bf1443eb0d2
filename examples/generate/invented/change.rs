//! A change of an act: drawn, carried out, and worded as an order.

use super::act::{Act, all, standing, unit_at};
use super::draw::Draw;
use super::unit::{self, Level, Told, Unit};
use super::words::Words;

/// What is done to a unit.
#[derive(Debug, Clone)]
enum What {
    Restate(Unit),
    /// Behind the sibling with this step.
    Insert {
        behind: String,
        new: Unit,
    },
    Remove,
    Words {
        old: String,
        new: String,
    },
}

/// A change of the unit at these steps; an insertion names the unit into which it goes, or none.
#[derive(Debug, Clone)]
pub struct Change {
    steps: Vec<String>,
    levels: Vec<Level>,
    what: What,
}

/// Changes of an act, of which no two touch the same unit.
pub fn draw_changes(act: &Act, count: usize, words: &Words, draw: &mut Draw) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for _ in 0..count * 3 {
        if changes.len() == count {
            break;
        }
        let Some(change) = draw_change(act, words, draw) else { continue };
        let apart = |other: &Change| {
            let (a, b) = (change.touched(), other.touched());
            !a.starts_with(&b) && !b.starts_with(&a)
        };
        if changes.iter().all(apart) {
            changes.push(change);
        }
    }
    let order = all(&act.chapters);
    let place = |change: &Change| {
        let steps = change.touched();
        let top = steps.first().cloned();
        let (start, first) = match &change.what {
            What::Insert { behind, .. } if change.steps.is_empty() => (1, Some(behind.clone())),
            _ => (0, top),
        };
        (order.iter().position(|(steps, _)| steps.first() == first.as_ref()), start)
    };
    changes.sort_by_key(place);
    changes
}

fn draw_change(act: &Act, words: &Words, draw: &mut Draw) -> Option<Change> {
    let places = all(&act.chapters);
    let (steps, level) = draw.one(&places).clone();
    let levels: Vec<Level> = (1..=steps.len())
        .map(|n| standing(&act.chapters, &steps[..n]).map(|unit| unit.level))
        .collect::<Option<_>>()?;
    let unit = standing(&act.chapters, &steps)?;
    let what = match draw.below(100) {
        0..35 => What::Restate(anew(unit, words, draw)),
        35..60 => return insertion(act, steps, levels, words, draw),
        60..75 => {
            // A list or an article of which nothing is left is removed as a whole.
            let (_, above) = steps.split_last()?;
            let beside = match above {
                [] => act.chapters.iter().map(|chapter| chapter.units.len()).sum(),
                _ => standing(&act.chapters, above)?
                    .parts
                    .iter()
                    .filter(|p| p.gone.is_none())
                    .count(),
            };
            if beside < 3 {
                return None;
            }
            What::Remove
        }
        _ => reworded(unit, words, draw)?,
    };
    let _ = level;
    Some(Change { steps, levels, what })
}

fn anew(old: &Unit, words: &Words, draw: &mut Draw) -> Unit {
    match old.level {
        Level::Article => unit::article(&old.number, words, draw),
        Level::Point => unit::point(&old.number, words, draw),
        Level::Item => {
            let sign = old.words.chars().next_back().unwrap_or(';');
            unit::item(&old.number, sign, words, draw)
        }
    }
}

/// A new unit behind the one at these steps, with a number between it and the next.
fn insertion(
    act: &Act,
    mut steps: Vec<String>,
    mut levels: Vec<Level>,
    words: &Words,
    draw: &mut Draw,
) -> Option<Change> {
    let behind = steps.pop()?;
    let level = levels.pop()?;
    let siblings: Vec<&Unit> = match steps.as_slice() {
        [] => act.chapters.iter().flat_map(|chapter| &chapter.units).collect(),
        above => standing(&act.chapters, above)?.parts.iter().collect(),
    };
    let at = siblings.iter().position(|unit| unit.step() == behind)?;
    let old = siblings[at];
    let whole: usize = old.number.parse().ok()?;
    let last = at + 1 == siblings.len();
    let number = if last && level != Level::Article {
        (whole + 1).to_string()
    } else {
        format!("{whole}-1")
    };
    if siblings.iter().any(|unit| unit.number == number) {
        return None;
    }
    let new = match level {
        Level::Article => unit::article(&number, words, draw),
        Level::Point => unit::point(&number, words, draw),
        Level::Item => unit::item(&number, if last { '.' } else { ';' }, words, draw),
    };
    Some(Change { steps, levels, what: What::Insert { behind, new } })
}

/// Words that stand in a unit once, and others for them.
fn reworded(unit: &Unit, words: &Words, draw: &mut Draw) -> Option<What> {
    let whole = unit.text().join("\n").to_lowercase();
    let own: Vec<&str> = unit.words.split(' ').collect();
    let letters = |word: &&str| word.chars().all(char::is_alphabetic) && word.chars().count() > 2;
    let count = draw.between(1, 3);
    let start = draw.between(1, own.len().max(2) - 1);
    let old = own.get(start..start + count)?;
    if !old.iter().all(letters) {
        return None;
    }
    let old = old.join(" ");
    if whole.matches(&old.to_lowercase()).count() != 1 {
        return None;
    }
    let other = words.item(draw);
    let new: Vec<&str> = other.split(' ').skip(1).take(count).collect();
    if new.is_empty() || !new.iter().all(letters) {
        return None;
    }
    let new = new.join(" ");
    (!whole.contains(&new.to_lowercase())).then_some(What::Words { old, new })
}

impl Change {
    /// The steps of the unit that comes, goes or changes.
    fn touched(&self) -> Vec<String> {
        match &self.what {
            What::Insert { new, .. } => self.steps.iter().cloned().chain([new.step()]).collect(),
            _ => self.steps.clone(),
        }
    }

    /// The unit below the chapters in which it happens; none for one that comes there.
    fn top(&self) -> Option<&String> {
        self.steps.first()
    }

    /// Carries it out; `by` is the position of the amending act.
    pub fn carry_out(&self, act: &mut Act, by: usize) {
        let tops = self.steps.len() == 1;
        match &self.what {
            What::Restate(new) => {
                let Some(unit) = unit_at(&mut act.chapters, &self.steps) else { return };
                *unit = new.clone();
                if tops {
                    unit.told = vec![(by, Told::Restated)];
                }
            }
            What::Insert { behind, new } => {
                let mut new = new.clone();
                if self.steps.is_empty() {
                    new.told = vec![(by, Told::Added)];
                    for chapter in &mut act.chapters {
                        if let Some(at) = chapter.units.iter().position(|u| u.step() == *behind) {
                            chapter.units.insert(at + 1, new);
                            break;
                        }
                    }
                } else if let Some(unit) = unit_at(&mut act.chapters, &self.steps)
                    && let Some(at) = unit.parts.iter().position(|u| u.step() == *behind)
                {
                    unit.parts.insert(at + 1, new);
                }
            }
            What::Remove => {
                if let Some(unit) = unit_at(&mut act.chapters, &self.steps) {
                    unit.gone = Some(by);
                }
            }
            What::Words { old, new } => {
                if let Some(unit) = unit_at(&mut act.chapters, &self.steps) {
                    unit.words = unit.words.replacen(old, new, 1);
                }
            }
        }
        let whole = tops && matches!(self.what, What::Restate(_) | What::Remove);
        if let (Some(top), false) = (self.top(), whole)
            && let Some(unit) = unit_at(&mut act.chapters, std::slice::from_ref(top))
            && unit.told.last().is_none_or(|(last, told)| *last != by || *told != Told::Amended)
        {
            unit.told.push((by, Told::Amended));
        }
    }

    /// The order and its new text, a line a paragraph, without the sign at the end. `scoped` leaves
    /// out the first step, which a line before has named.
    fn order(&self, scoped: bool) -> Vec<String> {
        let skip = usize::from(scoped);
        let place = |case| cited(&self.steps[skip..], &self.levels[skip..], case);
        match &self.what {
            What::Restate(new) => {
                let line = format!("{} мынадай редакцияда жазылсын:", place(Case::Nominative));
                [line].into_iter().chain(quoted(new)).collect()
            }
            What::Insert { new, .. } => {
                let into = match self.steps.len() - skip.min(self.steps.len()) {
                    0 => String::new(),
                    _ => format!("{} ", place(Case::Nominative)),
                };
                let what = match new.level {
                    Level::Article => format!("{}-баппен", new.number),
                    Level::Point => format!("{}-тармақпен", new.number),
                    Level::Item => format!("{}) тармақшамен", new.number),
                };
                let line = format!("{into}мынадай мазмұндағы {what} толықтырылсын:");
                [line].into_iter().chain(quoted(new)).collect()
            }
            What::Remove => vec![format!("{} алып тасталсын", place(Case::Nominative))],
            What::Words { old, new } => {
                let (one, several) =
                    (("деген сөз", "деген сөзбен"), ("деген сөздер", "деген сөздермен"));
                let of = |words: &str| if words.contains(' ') { several } else { one };
                vec![format!(
                    "{} \"{old}\" {} \"{new}\" {} ауыстырылсын",
                    place(Case::Inside),
                    of(old).0,
                    of(new).1
                )]
            }
        }
    }
}

fn quoted(new: &Unit) -> Vec<String> {
    let mut lines = new.text();
    if let Some(first) = lines.first_mut() {
        first.insert(0, '"');
    }
    if let Some(last) = lines.last_mut() {
        last.push('"');
    }
    lines
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Nominative,
    Inside,
}

/// `5-баптың 2-тармағы`, `5-баптың 2-тармағындағы`
fn cited(steps: &[String], levels: &[Level], case: Case) -> String {
    let mut words = Vec::new();
    for (at, (step, level)) in steps.iter().zip(levels).enumerate() {
        let last = at + 1 == steps.len();
        let noun = match (level, at == 0, last, case) {
            (Level::Article, _, true, Case::Nominative) => "",
            (Level::Article, _, true, Case::Inside) => "тағы",
            (Level::Article, _, false, _) => "тың",
            (Level::Point, true, true, Case::Nominative) => "-тармақ",
            (Level::Point, true, true, Case::Inside) => "-тармақтағы",
            (Level::Point, true, false, _) => "-тармақтың",
            (Level::Point, false, true, Case::Nominative) => "-тармағы",
            (Level::Point, false, true, Case::Inside) => "-тармағындағы",
            (Level::Point, false, false, _) => "-тармағының",
            (Level::Item, true, true, Case::Nominative) => " тармақша",
            (Level::Item, true, true, Case::Inside) => " тармақшадағы",
            (Level::Item, true, false, _) => " тармақшаның",
            (Level::Item, false, true, Case::Nominative) => " тармақшасы",
            (Level::Item, false, true, Case::Inside) => " тармақшасындағы",
            (Level::Item, false, false, _) => " тармақшасының",
        };
        words.push(format!("{step}{noun}"));
    }
    words.join(" ")
}

/// The orders of an amending act on one act, a line a paragraph. In a law they are numbered.
pub fn orders(changes: &[Change], numbered: bool) -> Vec<String> {
    let mut groups: Vec<Vec<Vec<String>>> = Vec::new();
    for group in changes.chunk_by(|a, b| a.top().is_some() && a.top() == b.top()) {
        if let [one] = group {
            groups.push(vec![one.order(false)]);
            continue;
        }
        let scope = group[0].top().map_or_else(String::new, |top| match group[0].levels[0] {
            Level::Article => format!("{top}та:"),
            _ => format!("{top}-тармақта:"),
        });
        groups.push([vec![scope]].into_iter().chain(group.iter().map(|c| c.order(true))).collect());
    }
    let mut lines: Vec<String> = Vec::new();
    let count = groups.len();
    for (number, group) in groups.into_iter().enumerate() {
        let orders = group.len();
        for (at, mut order) in group.into_iter().enumerate() {
            if at == 0 && numbered {
                order[0] = format!("{}) {}", number + 1, order[0]);
            }
            let end = number + 1 == count && at + 1 == orders;
            let opens = at == 0 && orders > 1;
            if let Some(last) = order.last_mut().filter(|_| !opens) {
                last.push(if end { '.' } else { ';' });
            }
            lines.extend(order);
        }
    }
    lines
}
