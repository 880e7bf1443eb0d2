//! Orders carried out → the rows of the comparative table (салыстырма кесте) that goes with a
//! draft: the present wording beside the proposed one, what changed marked in both, and the place
//! of the draft that orders it. An order that could not be carried out has a row that says why.

mod grounds;

use super::citation::label;
use super::messages::Lang;
use super::messages::catalogue::{pages, papers, problems, states};
use super::wire::apply::Trial;
use crate::amend::apply::redline::{ChangeKind, Redline, Tag};
use crate::amend::apply::{Carried, DraftUnit};
use crate::model::act::ActId;
use crate::model::address::{Address, Step};
use crate::model::instruction::{Instruction, Operation};
use crate::model::tree::PrintedStatus;
use grounds::Grounds;
use std::collections::HashMap;

/// Near places and forms left behind that are listed of an order.
const LISTED: usize = 6;
/// What stands for paragraphs that are left out of a cell because nothing changes in them.
const LEFT_OUT: &str = "…";

/// What a run of words in a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Words of the law that stay.
    Plain,
    /// Words of the law that go; they stand in the present wording only.
    Removed,
    /// Words of the law that come; they stand in the proposed wording only.
    Added,
    /// Words of ours: «жоқ», «алып тасталсын», a gap.
    Note,
}

/// A paragraph of a cell: runs of words in order.
pub type Line = Vec<(Mark, String)>;

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The structural unit, as it is cited.
    pub unit: String,
    /// Its present wording.
    pub current: Vec<Line>,
    /// Its proposed wording.
    pub proposed: Vec<Line>,
    /// The order of the draft as it is cited, and what is to be said of it.
    pub ground: Vec<String>,
    /// Where the order stands in the file of the draft: `draft.md:60-62`.
    pub sources: Vec<String>,
    /// True for an order that could not be carried out.
    pub refused: bool,
}

/// The words of a paragraph, whatever became of them.
pub fn words(line: &Line) -> String {
    line.iter().map(|(_, words)| words.as_str()).collect()
}

/// The rows, in the order of the text; an order that was not carried out stands where it stands
/// among the other orders. `by` is the act that orders, where it has a name yet.
pub fn rows(trial: Trial<'_>, by: Option<&ActId>, lang: Lang) -> Vec<Row> {
    let grounds = Grounds::new(trial.orders);
    let before = Side::new(trial.before.iter());
    let after = Side::new(trial.draft.units());
    let ordered: Vec<Vec<usize>> =
        trial.changes.iter().map(|change| grounds.of(&change.address)).collect();
    let marked: Vec<(&Redline, &Vec<usize>)> = trial.changes.iter().zip(&ordered).collect();
    let groups =
        marked.chunk_by(|a, b| a.1 == b.1 && provision(&a.0.address) == provision(&b.0.address));
    let mut refused =
        trial.orders.iter().enumerate().filter(|(_, (_, carried))| !carried.applied()).peekable();
    let mut rows = Vec::new();
    for group in groups {
        let orders = group[0].1;
        let first = orders.first().copied();
        while let Some((_, (order, carried))) =
            refused.next_if(|(at, _)| first.is_some_and(|first| *at < first))
        {
            rows.push(refusal(order, carried, by, &before, lang));
        }
        let changes: Vec<&Redline> = group.iter().map(|(change, _)| *change).collect();
        let orders: Vec<_> = orders.iter().map(|at| trial.orders[*at]).collect();
        rows.push(compared(&changes, &orders, by, [&before, &after], lang));
    }
    rows.extend(refused.map(|(_, (order, carried))| refusal(order, carried, by, &before, lang)));
    rows
}

/// The units of a text, found by address.
struct Side<'a> {
    units: Vec<&'a DraftUnit>,
    at: HashMap<&'a Address, usize>,
}

impl<'a> Side<'a> {
    fn new(units: impl Iterator<Item = &'a DraftUnit>) -> Self {
        let units: Vec<&DraftUnit> = units.collect();
        let mut at = HashMap::new();
        for (place, unit) in units.iter().enumerate() {
            at.entry(&unit.address).or_insert(place);
        }
        Side { units, at }
    }

    /// A unit with all that its address holds.
    fn within(&self, address: &Address) -> impl Iterator<Item = &'a DraftUnit> {
        let from = self.at.get(address).copied().unwrap_or(self.units.len());
        self.units[from..].iter().copied().take_while(move |unit| unit.address.is_within(address))
    }
}

/// A row for changes of one provision by the same orders.
fn compared(
    changes: &[&Redline],
    orders: &[(&Instruction, &Carried)],
    by: Option<&ActId>,
    [before, after]: [&Side<'_>; 2],
    lang: Lang,
) -> Row {
    let address = around(changes);
    let anew = orders.iter().filter(|(order, _)| {
        matches!(order.operation, Operation::Replace | Operation::ReplaceByAnnex)
    });
    let mut targets = anew.flat_map(|(order, _)| &order.targets);
    let target = targets.find(|target| address.is_within(target));
    let restated = target.is_some();
    // A unit that one order words anew is compared whole, whatever part of it differs.
    let address = match target {
        Some(target) if orders.len() == 1 && !target.within_component().is_whole() => {
            target.clone()
        }
        _ => address,
    };
    let whole = address.within_component().is_whole();
    // What is new is named itself: nothing around it has to be shown.
    let new = brought(changes);
    let cell = |side: &Side<'_>, of: Column| {
        let units: Vec<&DraftUnit> = match whole || !new.is_empty() {
            true => Vec::new(),
            false => side.within(&address).collect(),
        };
        of.lines(&units, changes, restated, lang)
    };
    let unit = match new.as_slice() {
        [] => unit_name(&address, lang),
        new => new.iter().map(|unit| unit_name(unit, lang)).collect::<Vec<_>>().join(", "),
    };
    Row {
        unit,
        current: cell(before, Column::Current),
        proposed: cell(after, Column::Proposed),
        ground: grounds::words(orders, by, lang),
        sources: grounds::sources(orders),
        refused: false,
    }
}

/// Which of the two wordings a cell holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Current,
    Proposed,
}

impl Column {
    /// True for a change that has a unit on this side.
    fn has(self, change: ChangeKind) -> bool {
        match self {
            Column::Current => change != ChangeKind::Added,
            Column::Proposed => change != ChangeKind::Removed,
        }
    }

    /// The paragraphs of a cell: every change, and between them what stays, in full where the
    /// unit is worded anew and as an ellipsis where it is not.
    fn lines(
        self,
        units: &[&DraftUnit],
        changes: &[&Redline],
        restated: bool,
        lang: Lang,
    ) -> Vec<Line> {
        let own = |change: &&&Redline| self.has(change.change);
        let mut left: Vec<Option<&Redline>> =
            changes.iter().filter(own).map(|change| Some(*change)).collect();
        let mut at: HashMap<&Address, usize> = HashMap::new();
        for (place, change) in left.iter().enumerate() {
            if let Some(change) = change {
                at.entry(&change.address).or_insert(place);
            }
        }
        let mut lines: Vec<Line> = Vec::new();
        for unit in units {
            let change = at.get(&unit.address).and_then(|place| left[*place].take());
            match change {
                Some(change) => lines.push(self.line(change, Some(unit), lang)),
                None if restated => lines.push(plain(unit, lang)),
                None => {
                    let left_out = vec![(Mark::Note, LEFT_OUT.to_owned())];
                    if lines.last() != Some(&left_out) {
                        lines.push(left_out);
                    }
                }
            }
        }
        lines.extend(left.into_iter().flatten().map(|change| self.line(change, None, lang)));
        let nothing = lines.iter().all(|line| line.iter().all(|(_, words)| words == LEFT_OUT));
        if nothing {
            let note = match self {
                Column::Current => pages::table_absent(lang),
                Column::Proposed => pages::table_gone(lang),
            };
            return vec![vec![(Mark::Note, note)]];
        }
        lines
    }

    /// The paragraph of a unit that changed, as this side has it.
    fn line(self, change: &Redline, unit: Option<&DraftUnit>, lang: Lang) -> Line {
        let (text, tag, mark) = match self {
            Column::Current => (&change.before, Tag::Delete, Mark::Removed),
            Column::Proposed => (&change.after, Tag::Insert, Mark::Added),
        };
        if text.is_none() {
            return match unit {
                Some(unit) => plain(unit, lang),
                None => vec![(Mark::Note, pages::wording_unknown(lang))],
            };
        }
        let mut line: Line = Vec::new();
        for (found, words) in &change.words {
            if *found == Tag::Equal || *found == tag {
                let mark = if *found == tag { mark } else { Mark::Plain };
                line.push((mark, words.clone()));
            }
        }
        let order = unit.filter(|_| self == Column::Proposed).and_then(|unit| done(unit, lang));
        if let Some(note) = order {
            line.push((Mark::Note, if line.is_empty() { note } else { format!(" {note}") }));
        }
        line
    }
}

/// What becomes of a unit that does not stay in force.
fn done(unit: &DraftUnit, lang: Lang) -> Option<String> {
    match unit.status {
        PrintedStatus::Excluded => Some(pages::table_gone(lang)),
        PrintedStatus::InForce if unit.suspended => Some(papers::table_suspended(lang)),
        PrintedStatus::InForce => None,
        _ => Some(papers::table_repealed(lang)),
    }
}

/// A unit that stays as it is: its words, or why there are none.
fn plain(unit: &DraftUnit, lang: Lang) -> Line {
    match (&unit.text, unit.status) {
        (Some(text), _) => vec![(Mark::Plain, text.clone())],
        (None, PrintedStatus::InForce) => vec![(Mark::Note, pages::wording_unknown(lang))],
        (None, gone) => {
            vec![(Mark::Note, format!("[{}]", states::printed_status(gone, lang)))]
        }
    }
}

/// A row for an order that was not carried out: what stands there now, what the order says.
fn refusal(
    order: &Instruction,
    carried: &Carried,
    by: Option<&ActId>,
    before: &Side<'_>,
    lang: Lang,
) -> Row {
    let mut current: Vec<Line> = Vec::new();
    for target in &order.targets {
        // Nobody reads a whole document to learn that one order on it could not be carried out.
        if target.within_component().is_whole() {
            current.push(vec![(Mark::Note, papers::table_whole_text(lang))]);
            continue;
        }
        current.extend(before.within(target).map(|unit| plain(unit, lang)));
    }
    if current.is_empty() {
        current.push(vec![(Mark::Note, pages::table_absent(lang))]);
    }
    let said = format!("{}: ", papers::table_order_words(lang));
    let mut proposed: Vec<Line> =
        vec![vec![(Mark::Note, said), (Mark::Plain, order.quote.clone())]];
    let new_text = order.new_text.iter().filter(|text| !order.quote.contains(text.as_str()));
    for line in new_text.flat_map(|text| text.split('\n')) {
        proposed.push(vec![(Mark::Plain, line.to_owned())]);
    }
    let mut ground = grounds::words(&[(order, carried)], by, lang);
    if let Some(problem) = carried.problem {
        ground.push(papers::table_not_done(lang, problems::message(problem, lang)));
    }
    let near: Vec<String> = carried.candidates.iter().take(LISTED).map(label).collect();
    if !near.is_empty() {
        let near = pages::order_near(lang, near.join(", "));
        ground.push(super::messages::explanation::capitalised(&near));
    }
    let named: Vec<String> =
        order.targets.iter().take(LISTED).map(|target| unit_name(target, lang)).collect();
    let sources = grounds::sources(&[(order, carried)]);
    Row { unit: named.join(", "), current, proposed, ground, sources, refused: true }
}

/// The numbered units that changes bring, the outermost ones; none where they do anything else.
fn brought(changes: &[&Redline]) -> Vec<Address> {
    let mut new: Vec<Address> = Vec::new();
    for change in changes {
        if new.last().is_some_and(|outer| change.address.is_within(outer)) {
            continue;
        }
        let numbered = !matches!(change.address.last(), Some(Step::Text(_)) | None);
        if change.change != ChangeKind::Added || !numbered || new.len() == LISTED {
            return Vec::new();
        }
        new.push(change.address.clone());
    }
    new
}

fn unit_name(address: &Address, lang: Lang) -> String {
    if address.is_whole() { pages::whole_act(lang) } else { label(address) }
}

/// The article or point around a unit, and for other units the unit itself: the parts of one
/// provision are compared together.
fn provision(address: &Address) -> Address {
    let component = address.component();
    let inner = address.within_component();
    let first = inner.steps().iter().take(1).cloned().collect();
    Address::new(first).prefixed(&component)
}

/// The innermost numbered unit around all of these changes.
fn around(group: &[&Redline]) -> Address {
    let mut addresses = group.iter().map(|line| line.address.steps());
    let first = addresses.next().unwrap_or_default();
    let shared = addresses.fold(first.len(), |shared, steps| {
        first.iter().zip(steps).take(shared).take_while(|(a, b)| a == b).count()
    });
    let numbered = |step: &&Step| !matches!(step, Step::Text(_));
    Address::new(first[..shared].iter().take_while(numbered).cloned().collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend;
    use crate::amend::apply::redline::redline;
    use crate::amend::apply::{Draft, carry_out};
    use crate::parse::identity::requisites;
    use crate::parse::parse;
    use crate::source::document::Document;

    const BASE: &str = "# Мерекелер туралы\n\n1-бап. Күндер\n\n1. Күндерді Үкімет белгілейді.\n\n2. \
        Күндер демалыс күндері болады.\n\n3. Өзге мәселелер:\n\n1) бірінші;\n\n2) екінші.\n";
    const HEADER: &str = "# Заңға өзгеріс енгізу туралы\n\n1-бап. «Мерекелер туралы» 2001 жылғы 13 \
        желтоқсандағы Қазақстан Республикасының Заңына мынадай өзгерістер енгізілсін:\n\n";

    /// The rows as one line each: unit, wordings with their marks, ground.
    fn table(orders: &str) -> Vec<String> {
        let base = parse(&Document::decode("base.md", BASE.as_bytes()));
        let text = format!("{HEADER}{orders}\n");
        let tree = parse(&Document::decode("draft.md", text.as_bytes()));
        let own = requisites(&base).map(|told| told.act);
        let own = own.unwrap_or_else(|| ActId {
            adopted: crate::model::day::Adopted(jiff::civil::Date::MAX),
            form: crate::model::act::ActType::Law,
            issuer: crate::model::act::Issuer::parliament(),
            number: "~".into(),
        });
        let read = amend::read(&tree, &own);
        let mut draft = Draft::from_tree(&base, &Address::whole());
        let before: Vec<DraftUnit> = draft.units().cloned().collect();
        let outcome = carry_out(&mut draft, &read.instructions);
        let changes = {
            let before: Vec<&DraftUnit> = before.iter().collect();
            let after: Vec<&DraftUnit> = draft.units().collect();
            redline(&before, &after)
        };
        let orders: Vec<_> = read.instructions.iter().zip(&outcome).collect();
        let trial = Trial {
            before: &before,
            draft: &draft,
            orders: &orders,
            days: None,
            changes: &changes,
        };
        let cell = |lines: &[Line]| {
            let run = |(mark, words): &(Mark, String)| match mark {
                Mark::Plain => words.clone(),
                Mark::Removed => format!("-{words}-"),
                Mark::Added => format!("+{words}+"),
                Mark::Note => format!("({words})"),
            };
            let lines: Vec<String> =
                lines.iter().map(|line| line.iter().map(run).collect()).collect();
            lines.join(" / ")
        };
        let row = |row: Row| {
            let ground = [row.ground, row.sources].concat().join(" / ");
            format!("{} | {} | {} | {ground}", row.unit, cell(&row.current), cell(&row.proposed))
        };
        rows(trial, None, Lang::Kk).into_iter().map(row).collect()
    }

    #[test]
    fn what_goes_and_what_comes_stands_in_its_own_column() {
        assert_eq!(
            table(
                "1) 1-баптың 1-тармағындағы «Үкімет» деген сөз «Президент» деген сөзбен \
                 ауыстырылсын;\n\n2) 1-баптың 2-тармағы алып тасталсын."
            ),
            [
                "1-баптың 1-тармағы | 1. Күндерді -Үкімет- белгілейді. | \
                 1. Күндерді +Президент+ белгілейді. | жобаның мына жері: 1-баптың 1) тармақшасы / draft.md:5",
                "1-баптың 2-тармағы | 2.- Күндер демалыс күндері болады.- | 2.( Алып тасталсын) | \
                 жобаның мына жері: 1-баптың 2) тармақшасы / draft.md:7",
            ]
        );
    }

    #[test]
    fn a_unit_worded_anew_is_compared_whole_and_a_new_one_with_nothing() {
        let rows = table(
            "1) 1-бап мынадай мазмұндағы 4-тармақпен толықтырылсын:\n\n«4. Жаңа тармақ.»;\n\n2) \
             1-баптың 3-тармағы мынадай редакцияда жазылсын:\n\n«3. Өзге мәселелер:\n\n1) \
             бірінші;\n\n2) екінші күн.».",
        );
        assert_eq!(
            rows,
            [
                "1-баптың 3-тармағы | 3. Өзге мәселелер: / 1) бірінші; / 2) екінші. | 3. Өзге \
                 мәселелер: / 1) бірінші; / 2) екінші+ күн+. | жобаның мына жері: 1-баптың \
                 2) тармақшасы / draft.md:9-15",
                "1-баптың 4-тармағы | (Жоқ) | +4. Жаңа тармақ.+ | жобаның мына жері: 1-баптың \
                 1) тармақшасы / draft.md:5-7",
            ]
        );
    }

    #[test]
    fn an_order_that_was_not_carried_out_says_why() {
        let rows = table("1) 1-баптың 7-тармағы алып тасталсын.");
        assert_eq!(rows.len(), 1);
        assert!(rows[0].starts_with("1-баптың 7-тармағы | (Жоқ) | (Нұсқаманың сөздері: )1) "));
        assert!(
            rows[0].contains("Нұсқама орындалмады: мұндай құрылымдық элемент жоқ."),
            "{rows:?}"
        );
    }
}
