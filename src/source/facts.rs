//! `facts/publications.tsv` → days of acts that no text in the corpus tells.
//! A row speaks of a whole act, or of the units it names; unknown days are empty cells.

use crate::model::act::{ActType, Issuer};
use crate::model::day::{EffectRule, Window};
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

/// What the table says of one act or a part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Line of the table, counted from 1.
    pub line: usize,
    /// Legal form.
    pub form: ActType,
    /// Issuer, as far as the table's act type names it.
    pub issuer: Issuer,
    /// Number.
    pub number: String,
    /// Day of adoption.
    pub adopted: Date,
    /// Day of first official publication.
    pub first_published: Option<Date>,
    /// Day of effect, where an act or a note states a fixed one.
    pub in_force: Option<Date>,
    /// The day under which the state database files the redaction.
    pub redaction_date: Option<Date>,
    /// The row holds for these units only; empty for the whole act, `part` for some units.
    pub units: String,
    /// Where the row's facts come from, in words; empty where the table does not say.
    pub source: String,
}

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactFault {
    /// Line, counted from 1.
    pub line: usize,
    /// What stands in the cell that is wrong.
    pub found: String,
    /// The line of an earlier row that says otherwise, where that is the fault.
    pub contradicts: Option<usize>,
}

/// Every row of the table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    rows: Vec<Fact>,
    /// Positions of the rows of an act.
    by_act: HashMap<(ActType, String, Date), Vec<usize>>,
}

const COLUMNS: [&str; 7] =
    ["act_type", "number", "adopted", "first_published", "in_force", "redaction_date", "units"];

/// The column that says where a row comes from; a table may lack it.
const SOURCE: &str = "rule_and_source";

impl Facts {
    /// Reads the table: tab-separated, a head line with at least the columns named in
    /// `facts/README.md`, then a row an act.
    ///
    /// # Errors
    /// A missing column, an unknown act type, a cell that is no day, a publication before the
    /// adoption, or two rows that give one fact different days. A row that is there twice is none.
    pub fn parse(table: &str) -> Result<Facts, FactFault> {
        let (facts, faults) = Facts::read(table);
        faults.into_iter().next().map_or(Ok(facts), Err)
    }

    /// Reads the rows that can be read, and tells of those that cannot; none can without every
    /// column.
    pub fn read(table: &str) -> (Facts, Vec<FactFault>) {
        let rows = match rows(table) {
            Ok(rows) => rows,
            Err(fault) => return (Facts::default(), vec![fault]),
        };
        let mut read = Vec::new();
        let mut faults = Vec::new();
        for row in rows {
            match row {
                Ok(fact) => read.push(fact),
                Err(fault) => faults.push(fault),
            }
        }
        // Of two days for one fact neither is chosen.
        let differing = contradictions(&read);
        let lines: HashSet<usize> = differing
            .iter()
            .flat_map(|fault| [Some(fault.line), fault.contradicts])
            .flatten()
            .collect();
        read.retain(|fact| !lines.contains(&fact.line));
        faults.extend(differing);
        (Facts::of_rows(read), faults)
    }

    fn of_rows(rows: Vec<Fact>) -> Facts {
        let mut by_act: HashMap<_, Vec<usize>> = HashMap::new();
        for (row, fact) in rows.iter().enumerate() {
            let act = (fact.form, fact.number.clone(), fact.adopted);
            by_act.entry(act).or_default().push(row);
        }
        Facts { rows, by_act }
    }

    /// Every row, in the order of the table.
    pub fn all(&self) -> &[Fact] {
        &self.rows
    }

    fn of(&self, form: ActType, number: &str, adopted: Date) -> impl Iterator<Item = &Fact> {
        let rows = self.by_act.get(&(form, number.to_owned(), adopted));
        rows.into_iter().flatten().map(|row| &self.rows[*row])
    }

    /// The publication day of an act.
    pub fn published(&self, form: ActType, number: &str, adopted: Date) -> Option<Date> {
        self.of(form, number, adopted).find_map(|fact| fact.first_published)
    }

    /// The fixed day on which an act as a whole took effect.
    pub fn in_force(&self, form: ActType, number: &str, adopted: Date) -> Option<Date> {
        let whole = |fact: &&Fact| fact.units.is_empty();
        self.of(form, number, adopted).filter(whole).find_map(|fact| fact.in_force)
    }

    /// Narrows the window of a change by the state database's redaction date.
    ///
    /// For acts of the ten-day rule that date is the adoption day and says nothing; for sixty
    /// days and for months the database computes it from the publication, so a date inside the
    /// window is good evidence of the day of effect. One outside the window is ignored.
    pub fn narrow(
        &self,
        (form, number, adopted): (ActType, &str, Date),
        rule: &EffectRule,
        window: Window,
    ) -> Window {
        let computed = match rule {
            EffectRule::AfterPublicationDays(days) => *days >= 60,
            EffectRule::AfterPublicationMonths(_) => true,
            _ => false,
        };
        if !computed {
            return window;
        }
        let mut dates = self.of(form, number, adopted).filter_map(|fact| fact.redaction_date);
        match (dates.next(), dates.next()) {
            (Some(day), None) if window.may_have_begun(day) => match window.latest {
                Some(latest) if day <= latest => Window::exact(day),
                _ => window,
            },
            _ => window,
        }
    }
}

/// The rows that give a fact another day than a row before them: an act is first published once,
/// and takes effect as a whole once.
fn contradictions(facts: &[Fact]) -> Vec<FactFault> {
    let mut days: HashMap<_, (Date, usize)> = HashMap::new();
    let mut faults = Vec::new();
    for fact in facts {
        let whole = fact.units.is_empty();
        let told = [
            ("first_published", fact.first_published),
            ("in_force", fact.in_force.filter(|_| whole)),
            ("redaction_date", fact.redaction_date.filter(|_| whole)),
        ];
        for (column, day) in told {
            let Some(day) = day else { continue };
            let key = (column, fact.form, &fact.issuer, &fact.number, fact.adopted);
            let (first, line) = *days.entry(key).or_insert((day, fact.line));
            if first != day {
                let found = format!("{column} {day} ≠ {first}");
                faults.push(FactFault { line: fact.line, found, contradicts: Some(line) });
            }
        }
    }
    faults
}

/// Every row of a table, read or not.
fn rows(table: &str) -> Result<Vec<Result<Fact, FactFault>>, FactFault> {
    let table = table.trim_start_matches('\u{feff}');
    let mut lines = table.lines().enumerate().map(|(i, line)| (i + 1, line));
    let Some((_, head)) = lines.next() else { return Ok(Vec::new()) };
    let head: Vec<&str> = head.split('\t').map(str::trim).collect();
    let mut at = [0; COLUMNS.len()];
    for (place, column) in at.iter_mut().zip(COLUMNS) {
        *place = head.iter().position(|name| *name == column).ok_or_else(|| FactFault {
            line: 1,
            found: column.into(),
            contradicts: None,
        })?;
    }
    let source = head.iter().position(|name| *name == SOURCE);
    let lines = lines.filter(|(_, row)| !row.trim().is_empty());
    let read = lines.map(|(line, row)| {
        let cells: Vec<&str> = row.split('\t').collect();
        let mut fact = fact(line, |i| cells.get(at[i]).map_or("", |cell| cell.trim()))?;
        let words = source.and_then(|at| cells.get(at)).map_or("", |cell| cell.trim());
        fact.source = words.to_owned();
        Ok(fact)
    });
    Ok(read.collect())
}

fn fact<'a>(line: usize, cell: impl Fn(usize) -> &'a str) -> Result<Fact, FactFault> {
    let fault = |found: &str| FactFault { line, found: found.into(), contradicts: None };
    let date = |text: &str| -> Result<Option<Date>, FactFault> {
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| fault(text))
    };
    let (form, issuer) = match cell(0) {
        "government_resolution" => (ActType::Resolution, Issuer::government()),
        "presidential_decree" => (ActType::Decree, Issuer::president()),
        name => match ActType::from_name(name) {
            Some(form) => (form, Issuer::parliament()),
            None => return Err(fault(name)),
        },
    };
    let adopted = date(cell(2))?.ok_or_else(|| fault("adopted"))?;
    let first_published = date(cell(3))?;
    if let Some(day) = first_published.filter(|day| *day < adopted) {
        return Err(fault(&format!("first_published {day} < adopted {adopted}")));
    }
    Ok(Fact {
        line,
        form,
        issuer,
        number: cell(1).to_string(),
        adopted,
        first_published,
        in_force: date(cell(4))?,
        redaction_date: date(cell(5))?,
        units: cell(6).to_string(),
        source: String::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const HEAD: &str =
        "act_type\tnumber\tadopted\tfirst_published\tin_force\tredaction_date\tunits\n";

    #[test]
    fn a_redaction_date_narrows_sixty_days_but_not_ten() {
        let table = format!("{HEAD}law\t73-VII\t2021-11-18\t\t\t2022-01-19\t\n");
        let facts = Facts::parse(&table).expect("a table");
        let act = (ActType::Law, "73-VII", date(2021, 11, 18));
        let window = Window::between(date(2022, 1, 18), date(2022, 2, 17));
        let sixty = EffectRule::AfterPublicationDays(60);
        assert_eq!(facts.narrow(act, &sixty, window), Window::exact(date(2022, 1, 19)));
        let ten = EffectRule::AfterPublicationDays(10);
        assert_eq!(facts.narrow(act, &ten, window), window);
    }

    #[test]
    fn a_wrong_day_names_its_line() {
        let table = format!("{HEAD}law\t1\t2021-02-31\t\t\t\t\n");
        let fault = Facts::parse(&table).expect_err("a fault");
        assert_eq!((fault.line, fault.found.as_str()), (2, "2021-02-31"));
    }

    #[test]
    fn rows_that_contradict_each_other_are_named() {
        let row = |published: &str, units: &str| {
            format!("law\t1\t2021-02-01\t{published}\t2021-03-01\t\t{units}\n")
        };
        let twice = format!("{HEAD}{}\n{}", row("2021-02-05", ""), row("2021-02-05", ""));
        assert_eq!(Facts::parse(&twice).map(|facts| facts.all().len()), Ok(2));
        let differ = format!("{HEAD}{}\n{}", row("2021-02-05", ""), row("2021-02-06", "part"));
        let fault = Facts::parse(&differ).expect_err("a fault");
        assert_eq!((fault.line, fault.contradicts), (4, Some(2)));
        // Parts may take effect on days of their own.
        let part = row("2021-02-05", "3").replace("2021-03-01", "2022-03-01");
        assert!(Facts::parse(&format!("{HEAD}{}{part}", row("2021-02-05", ""))).is_ok());
    }
}
