//! An act through time: its names, its units, what amended it, and what it said on every day.

use super::day::{Effect, of_adoption, short};
use super::unit::{Chapter, Level, Unit};
use jiff::civil::Date;

/// Legal forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A law: articles.
    Law,
    /// A Government resolution that approves rules: points.
    Resolution,
}

/// The identity of an act.
#[derive(Debug, Clone)]
pub struct Name {
    pub form: Form,
    pub number: String,
    pub adopted: Date,
    pub effect: Effect,
}

impl Name {
    pub fn iri(&self) -> String {
        match self.form {
            Form::Law => format!("/akn/kz/act/{}/{}", self.adopted, self.number),
            Form::Resolution => {
                format!("/akn/kz/act/resolution/government/{}/{}", self.adopted, self.number)
            }
        }
    }

    /// The line under the title of a text.
    pub fn requisites(&self) -> String {
        let day = of_adoption(self.adopted);
        match self.form {
            Form::Law => format!("Қазақстан Республикасының {day} № {} Заңы.", self.number),
            Form::Resolution => {
                format!("Қазақстан Республикасы Үкіметінің {day} № {} қаулысы.", self.number)
            }
        }
    }

    /// As a note names the act, without the word for its form: `ҚР 14.07.2022 № 141-VII`.
    pub fn noted(&self, first: bool) -> String {
        let who = match (first, self.form) {
            (false, _) => "",
            (_, Form::Law) => "ҚР ",
            (_, Form::Resolution) => "ҚР Үкіметінің ",
        };
        format!("{who}{} № {} {}", short(self.adopted), self.number, self.effect.bracket())
    }

    /// The row of the table of facts, where it tells of the act.
    pub fn fact(&self) -> Option<String> {
        let Effect::TenDays { published, told: true } = self.effect else { return None };
        let form = match self.form {
            Form::Law => "law",
            Form::Resolution => "government_resolution",
        };
        Some(format!("{form}\t{}\t{}\t{published}\t\t\t\t\n", self.number, self.adopted))
    }
}

/// An act that is amended.
#[derive(Debug, Clone)]
pub struct Act {
    pub name: Name,
    /// What it is about, in the nominative.
    pub subject: String,
    pub chapters: Vec<Chapter>,
    /// The acts that amended it.
    pub amending: Vec<Name>,
    /// By the day from which it is so: the chapters, nothing where it is repealed.
    pub states: Vec<(Date, Option<Vec<Chapter>>)>,
}

impl Act {
    /// The title as printed over the act.
    pub fn title(&self) -> String {
        match self.name.form {
            Form::Law => format!("{} туралы", self.subject),
            Form::Resolution => format!("{} қағидаларын бекіту туралы", self.subject),
        }
    }

    /// The level of the units that stand in chapters.
    pub fn level(&self) -> Level {
        match self.name.form {
            Form::Law => Level::Article,
            Form::Resolution => Level::Point,
        }
    }

    /// Ends the state that is, from a day on.
    pub fn keep(&mut self, from: Date) {
        self.states.push((from, Some(self.chapters.clone())));
    }

    /// The canonical address of a unit.
    pub fn address(&self, steps: &[String]) -> String {
        let component = match self.name.form {
            Form::Law => "",
            Form::Resolution => "бекітілген/",
        };
        format!("{component}{}", steps.join("/"))
    }

    /// What a unit is on a day: its status, and its words where it is in force.
    pub fn truth(&self, steps: &[String], day: Date) -> (&'static str, Option<String>) {
        let begun = self.states.iter().filter(|(from, _)| *from <= day);
        let mut was = false;
        let mut now = None;
        for (_, chapters) in begun {
            now = chapters.as_ref().and_then(|chapters| standing(chapters, steps));
            was |= now.is_some();
        }
        match now {
            Some(unit) => ("in_force", Some(unit.text().join("\n"))),
            None if was => ("repealed", None),
            None => ("not_yet", None),
        }
    }
}

/// The unit at these steps, where it stands.
pub fn standing<'a>(chapters: &'a [Chapter], steps: &[String]) -> Option<&'a Unit> {
    let mut units: Vec<&Unit> = chapters.iter().flat_map(|chapter| &chapter.units).collect();
    let mut found = None;
    for step in steps {
        let unit = units.into_iter().find(|unit| unit.step() == *step && unit.gone.is_none())?;
        units = unit.parts.iter().collect();
        found = Some(unit);
    }
    found
}

/// The unit at these steps, gone or not.
pub fn unit_at<'a>(chapters: &'a mut [Chapter], steps: &[String]) -> Option<&'a mut Unit> {
    let (first, rest) = steps.split_first()?;
    let mut units = chapters.iter_mut().flat_map(|chapter| &mut chapter.units);
    let mut unit = units.find(|unit| unit.step() == *first)?;
    for step in rest {
        unit = unit.parts.iter_mut().find(|unit| unit.step() == *step)?;
    }
    Some(unit)
}

/// The steps of every unit that stands, with its level.
pub fn all(chapters: &[Chapter]) -> Vec<(Vec<String>, Level)> {
    fn under(unit: &Unit, above: &[String], all: &mut Vec<(Vec<String>, Level)>) {
        if unit.gone.is_some() {
            return;
        }
        let steps: Vec<String> = above.iter().cloned().chain([unit.step()]).collect();
        for part in &unit.parts {
            under(part, &steps, all);
        }
        all.push((steps, unit.level));
    }
    let mut found = Vec::new();
    for unit in chapters.iter().flat_map(|chapter| &chapter.units) {
        under(unit, &[], &mut found);
    }
    found
}
