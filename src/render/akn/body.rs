//! The units of an expression → the elements of a document: hierarchy, containers, attachments.
//! Every unit gets its eId, its period, its state and its words; what is not known is shown as
//! a gap.

use super::branch::{Branch, Parts, Printed};
use super::eid::Eids;
use super::identification::Identification;
use super::quoted::NewText;
use super::xml::{Attributes, Xml};
use crate::model::address::{Address, Step};
use crate::model::certainty::Status;
use crate::model::instruction::Instruction;
use crate::model::kind::Kind;
use crate::parse::akn::names;
use crate::query::GAP;
use crate::query::expression::Placed;
use std::collections::HashMap;
use std::ops::Range;

/// Writes the units of one expression.
pub struct Body<'a> {
    /// Where they go.
    pub xml: Xml,
    /// Their eIds.
    pub eids: Eids,
    /// What the documents of the act are called.
    pub identification: &'a Identification<'a>,
    /// `singleVersion` or `multipleVersions`.
    pub contains: &'static str,
    /// What the act orders, by the place of the order.
    pub ordered: HashMap<&'a Address, Vec<&'a Instruction>>,
    /// eIds and titles of the attachments.
    pub attachments: Vec<(String, String)>,
    /// True once the act turns out to have no body in the corpus.
    pub lacks_body: bool,
    /// The element that holds an order, by the place of the order.
    pub orders: HashMap<Address, Mod>,
}

/// The eIds of an order of an amending act.
pub struct Mod {
    /// Of its `mod`.
    pub eid: String,
    /// Of the structure that it quotes.
    pub quoted: Option<String>,
    /// Of the words that it quotes, with these words.
    pub texts: Vec<(String, String)>,
}

impl Mod {
    /// The eId of quoted words.
    pub fn text(&self, words: &str) -> Option<&str> {
        let found = self.texts.iter().find(|(quoted, _)| quoted == words);
        found.map(|(_, eid)| eid.as_str())
    }
}

impl<'a> Body<'a> {
    /// Everything below the metadata of a document; `around` is the approved document or annex
    /// that it is, `None` for the act itself.
    pub fn document(&mut self, branches: &[Branch<'a>], around: Option<&Printed<'_>>) {
        let whole = around.is_none_or(|unit| knows_its_parts(unit));
        let body = if around.is_none() { "body" } else { "mainBody" };
        let parts = Parts::of(branches);
        self.part("preface", parts.preface);
        self.part("preamble", parts.preamble);
        self.xml.open(body, vec![]);
        self.hierarchy(parts.body);
        match (parts.body.is_empty(), around) {
            // Every act has a body; one without any unit is not in the corpus.
            (true, None) => {
                self.lacks_body = true;
                self.gap(None);
            }
            (true, Some(_)) if whole => self.xml.leaf("p", vec![]),
            _ if whole => {}
            _ => self.gap(around),
        }
        self.xml.close(body);
        self.part("conclusions", parts.conclusions);
        if !parts.attachments.is_empty() {
            self.xml.open("attachments", vec![]);
            for branch in parts.attachments {
                self.attachment(branch);
            }
            self.xml.close("attachments");
        }
    }

    fn attachment(&mut self, branch: &Branch<'a>) {
        let attributes = self.attributes(&branch.unit, None, None);
        self.xml.open("attachment", attributes);
        if branch.unit.has_words || branch.unit.version.is_none() {
            let words = branch.unit.text().map(str::to_owned);
            self.heading(&branch.unit, words.as_deref());
        }
        let title = branch.inner.iter().find(|inner| inner.unit.kind == Kind::Title);
        let title = branch.unit.text().or(title.and_then(|title| title.unit.text()));
        let title = title.map_or_else(|| branch.unit.address.to_string(), str::to_owned);
        self.attachments.push((branch.unit.eid.clone(), title));
        let name = match branch.unit.address.last() {
            Some(Step::Approved) => "approved",
            _ => "annex",
        };
        let contains = ("contains", self.contains.into());
        self.xml.open("doc", vec![("name", name.into()), contains]);
        self.identification.write(&mut self.xml, Some(&branch.unit));
        self.document(&branch.inner, Some(&branch.unit));
        self.xml.close("doc");
        self.xml.close("attachment");
    }

    fn part(&mut self, name: &str, branches: &[Branch<'a>]) {
        if branches.is_empty() {
            return;
        }
        self.xml.open(name, vec![]);
        for branch in branches {
            self.container(branch);
        }
        self.xml.close(name);
    }

    /// A unit outside the hierarchy.
    fn container(&mut self, branch: &Branch<'a>) {
        let unit = &branch.unit;
        let title = unit.kind == Kind::Title && branch.inner.is_empty();
        let (element, inline) = match title {
            true => ("longTitle", Some("docTitle")),
            false => ("container", None),
        };
        let name = (!title).then_some(unit.kind.name());
        let attributes = self.attributes(unit, name, None);
        self.xml.open(element, attributes);
        self.paragraph(unit, unit.text(), inline);
        for inner in &branch.inner {
            self.container(inner);
        }
        self.xml.close(element);
    }

    fn hierarchy(&mut self, branches: &[Branch<'a>]) {
        let mut i = 0;
        while let Some(branch) = branches.get(i) {
            i += 1;
            let quoted = match branch.unit.kind {
                Kind::Instruction => {
                    let quoted = branches[i..].iter();
                    quoted.take_while(|next| next.unit.kind == Kind::Quoted).count()
                }
                _ => 0,
            };
            self.element(branch, &branches[i..i + quoted]);
            i += quoted;
        }
    }

    /// A unit of the hierarchy; `quoted` is the new text that it orders.
    fn element(&mut self, branch: &Branch<'a>, quoted: &[Branch<'a>]) {
        let unit = &branch.unit;
        if unit.kind == Kind::Table {
            return self.table(branch);
        }
        let element = names::element(unit.kind);
        let name = (element == names::OTHER).then_some(unit.kind.name());
        let class = unit.kind.is_amending().then_some(unit.kind.name());
        let attributes = self.attributes(unit, name, class);
        self.xml.open(element, attributes);
        let (number, words) = number_and_words(unit);
        if let Some(number) = number {
            self.xml.line("num", vec![], &number);
        }
        let mut words = words;
        let heads = unit.kind.is_grouping() || unit.kind == Kind::Annex;
        let headed = match (&words, &unit.placed.version) {
            (Some(words), Some(version)) => version.heading.as_deref() == Some(words.trim()),
            _ => heads || unit.kind == Kind::Article,
        };
        if headed && (unit.has_words || words.is_some()) && stands_or_may(unit) {
            let heading = words.take();
            self.heading(unit, heading.as_deref());
        }
        let missing = unit.has_words && words.is_none() && !headed && stands_or_may(unit);
        let tombstone = !stands_or_may(unit) && !unit.notes.is_empty();
        let own = words.is_some() || missing || tombstone;
        let inside = !branch.inner.is_empty() || !knows_its_parts(unit);
        if own {
            let block = if inside { "intro" } else { "content" };
            let eid = format!("{}__{block}", unit.eid);
            let eid = self.eids.fresh(eid);
            self.xml.open(block, vec![("eId", eid.into())]);
            match unit.kind {
                Kind::Instruction => self.order(unit, words.as_deref(), quoted),
                _ => self.paragraph(unit, words.as_deref(), None),
            }
            self.xml.close(block);
        }
        self.hierarchy(&branch.inner);
        if !own {
            self.hierarchy(quoted);
        }
        if !knows_its_parts(unit) {
            self.gap(Some(unit));
        }
        self.xml.close(element);
    }

    /// The words of an order, with the new text that it orders.
    fn order(&mut self, unit: &Printed<'_>, words: Option<&str>, quoted: &[Branch<'a>]) {
        let own = self.eids.fresh(format!("{}__mod_1", unit.eid));
        let structure = (!quoted.is_empty()).then(|| self.eids.fresh(format!("{own}__qstr_1")));
        self.xml.new_line();
        self.xml.start("p", gap_status(words.is_none()));
        self.xml.start("mod", vec![("eId", own.clone().into())]);
        let texts = self.quoting(&own, unit, words.unwrap_or(GAP));
        if let Some(structure) = &structure {
            match self.new_text(unit, quoted) {
                Some(text) => self.structure(structure, &text, quoted),
                None => {
                    self.xml.open_inside("quotedStructure", vec![("eId", structure.into())]);
                    self.hierarchy(quoted);
                    self.xml.close("quotedStructure");
                }
            }
        }
        self.xml.end("mod");
        self.notes(unit);
        self.xml.end("p");
        self.orders.insert(unit.address.clone(), Mod { eid: own, quoted: structure, texts });
    }

    /// The units of the new text that an order quotes, where one order brings all of it.
    fn new_text(&self, unit: &Placed, quoted: &[Branch<'a>]) -> Option<NewText<'a>> {
        let orders = self.ordered.get(&unit.address)?;
        let mut bringing = orders.iter().filter(|order| !order.new_units.is_empty());
        match (bringing.next(), bringing.next()) {
            (Some(order), None) => NewText::of(&order.new_units, quoted),
            _ => None,
        }
    }

    /// Writes the words of an order, those that it names as such; gives these and their eIds.
    fn quoting(&mut self, own: &str, unit: &Printed<'_>, words: &str) -> Vec<(String, String)> {
        let orders = self.ordered.get(&unit.address).cloned().unwrap_or_default();
        let named = orders.iter().flat_map(|order| order.old_words.iter().chain(&order.new_words));
        let mut stretches: Vec<Range<usize>> = Vec::new();
        for named in named {
            let mut found = quoted(words, named);
            let free = |one: &Range<usize>| {
                stretches.iter().all(|taken| one.end <= taken.start || taken.end <= one.start)
            };
            if let Some(one) = found.find(free) {
                stretches.push(one);
            }
        }
        stretches.sort_by_key(|stretch| stretch.start);
        let mut texts = Vec::new();
        let mut written = 0;
        for (n, stretch) in stretches.into_iter().enumerate() {
            self.xml.text(&words[written..stretch.start]);
            let eid = self.eids.fresh(format!("{own}__qtext_{}", n + 1));
            self.xml.start("quotedText", vec![("eId", eid.clone().into())]);
            self.xml.text(&words[stretch.clone()]);
            self.xml.end("quotedText");
            texts.push((words[stretch.clone()].to_owned(), eid));
            written = stretch.end;
        }
        self.xml.text(&words[written..]);
        texts
    }

    fn heading(&mut self, unit: &Printed<'_>, words: Option<&str>) {
        let eid = self.eids.fresh(format!("{}__heading", unit.eid));
        let mut attributes: Attributes<'_> = vec![("eId", eid.into())];
        attributes.extend(gap_status(words.is_none()));
        self.xml.new_line();
        self.xml.start("heading", attributes);
        self.xml.text(words.unwrap_or(GAP));
        self.notes(unit);
        self.xml.end("heading");
    }

    /// The words of a unit; a gap where they are not known, nothing where it does not stand.
    fn paragraph(&mut self, unit: &Printed<'_>, words: Option<&str>, inline: Option<&str>) {
        let missing = words.is_none() && stands_or_may(unit) && unit.has_words;
        self.xml.new_line();
        self.xml.start("p", gap_status(missing));
        if let Some(inline) = inline {
            self.xml.start(inline, vec![]);
        }
        self.xml.text(words.unwrap_or(if missing { GAP } else { "" }));
        if let Some(inline) = inline {
            self.xml.end(inline);
        }
        self.notes(unit);
        self.xml.end("p");
    }

    /// The publisher's notes at a unit.
    pub(super) fn notes(&mut self, unit: &Printed<'_>) {
        for (n, note) in unit.notes.iter().enumerate() {
            let eid = format!("{}__authorialNote_{}", unit.eid, n + 1);
            let eid = self.eids.fresh(eid);
            let attributes = vec![
                ("eId", eid.into()),
                ("class", "editorial".into()),
                ("placement", "bottom".into()),
            ];
            self.xml.start("authorialNote", attributes);
            self.xml.start("p", vec![]);
            self.xml.text(note);
            self.xml.end("p");
            self.xml.end("authorialNote");
        }
    }

    /// Stands for units of which nobody knows how many there are and what they say.
    fn gap(&mut self, around: Option<&Printed<'_>>) {
        let around = around.map(|unit| format!("{}__", unit.eid));
        let eid = self.eids.fresh(format!("{}gap_1", around.unwrap_or_default()));
        let attributes =
            vec![("name", names::GAP.into()), ("eId", eid.into()), ("status", "unknown".into())];
        self.xml.open(names::OTHER, attributes);
        self.xml.open("content", vec![]);
        self.xml.line("p", vec![], GAP);
        self.xml.close("content");
        self.xml.close(names::OTHER);
    }

    fn table(&mut self, branch: &Branch<'a>) {
        let unit = &branch.unit;
        self.xml.open(names::OTHER, vec![("name", "tableContainer".into())]);
        self.xml.open("content", vec![]);
        let attributes = self.attributes(unit, None, None);
        self.xml.open("table", attributes);
        let width = unit.text().map_or(1, |head| head.split(CELLS).count());
        self.row(unit, "th", vec![("class", "head".into())], width);
        for inside in branch.descendants() {
            let row = &inside.branch.unit;
            let mut attributes = self.attributes(row, None, Some(row.kind.name()));
            // Rows stand side by side, but a row may stand in one version of its group only.
            if let (Some(_), Some(around)) = (&row.version_id, inside.around) {
                attributes.push(("nusqa:around", around.eid.clone().into()));
            }
            self.row(row, "td", attributes, width);
        }
        if !knows_its_parts(unit) {
            let attributes = vec![("class", names::GAP.into()), ("status", "unknown".into())];
            self.xml.open("tr", attributes);
            self.xml.open("td", vec![]);
            self.xml.line("p", vec![], GAP);
            self.xml.close("td");
            self.xml.close("tr");
        }
        self.xml.close("table");
        self.xml.close("content");
        self.xml.close(names::OTHER);
    }

    /// A row with its cells, which versions keep as one line; what is no row of cells spans the
    /// whole width of the table.
    fn row(&mut self, unit: &Printed<'_>, cell: &str, attributes: Attributes<'_>, width: usize) {
        self.xml.open("tr", attributes);
        let missing = unit.text().is_none() && stands_or_may(unit) && unit.has_words;
        let text = unit.text().unwrap_or(if missing { GAP } else { "" });
        let celled = matches!(unit.kind, Kind::Table | Kind::Row | Kind::ColumnNumbers);
        let cells: Vec<&str> = match celled {
            true => text.split(CELLS).collect(),
            false => vec![text],
        };
        for (n, words) in cells.iter().enumerate() {
            self.xml.new_line();
            let spans = cells.len() == 1 && width > 1;
            let attributes = spans.then(|| ("colspan", width.to_string().into()));
            self.xml.start(cell, attributes.into_iter().collect());
            self.xml.start("p", gap_status(missing));
            self.xml.text(words);
            if n + 1 == cells.len() {
                self.notes(unit);
            }
            self.xml.end("p");
            self.xml.end(cell);
        }
        self.xml.close("tr");
    }

    /// The attributes of the element of a unit.
    pub(super) fn attributes(
        &self,
        unit: &Printed<'_>,
        name: Option<&'static str>,
        class: Option<&'static str>,
    ) -> Attributes<'static> {
        let mut attributes: Attributes<'static> = Vec::new();
        attributes.extend(name.map(|name| ("name", name.into())));
        attributes.push(("eId", unit.eid.clone().into()));
        attributes.extend(unit.place.clone().map(|place| ("wId", place.into())));
        attributes.extend(class.map(|class| ("class", class.into())));
        attributes.extend(unit.period.clone().map(|period| ("period", period.into())));
        attributes.extend(status(unit).map(|status| ("status", status.into())));
        attributes.push(("nusqa:address", unit.address.to_string().into()));
        match &unit.version_id {
            // How sure a version is differs from day to day.
            Some(version) => attributes.push(("nusqa:version", version.clone().into())),
            None => attributes.push(("nusqa:certainty", unit.certainty().name().into())),
        }
        attributes
    }
}

/// Where words stand in quotation marks.
fn quoted<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    const MARKS: [char; 7] = ['"', '«', '»', '“', '”', '„', '\''];
    let places = if words.is_empty() { None } else { Some(text.match_indices(words)) };
    places.into_iter().flatten().map(|(at, found)| at..at + found.len()).filter(move |stretch| {
        text[..stretch.start].ends_with(MARKS) && text[stretch.end..].starts_with(MARKS)
    })
}

/// What stands between two cells of a row.
const CELLS: &str = " | ";

fn gap_status(missing: bool) -> Attributes<'static> {
    if missing { vec![("status", "unknown".into())] } else { Vec::new() }
}

/// The state of a unit in the words of the standard; nothing for one that stands there whole.
fn status(unit: &Placed) -> Option<&'static str> {
    match unit.status() {
        Status::Repealed => Some("removed"),
        Status::Suspended => Some("temporarilyRemoved"),
        Status::Unknown | Status::NotYet => Some("unknown"),
        Status::InForce if unit.text().is_none() && unit.has_words => Some("incomplete"),
        Status::InForce if !knows_its_parts(unit) => Some("incomplete"),
        Status::InForce => None,
    }
}

/// True for a unit that holds, or of which nobody knows that it does not.
fn stands_or_may(unit: &Placed) -> bool {
    matches!(unit.status(), Status::InForce | Status::Unknown)
}

fn knows_its_parts(unit: &Placed) -> bool {
    let version = unit.version.as_ref();
    version.is_none_or(|version| version.status != Status::InForce || version.parts_known)
}

/// The number as printed, and the words after it. A unit without known words has the number of
/// its address.
fn number_and_words(unit: &Placed) -> (Option<String>, Option<String>) {
    match (unit.text(), &unit.version) {
        (Some(text), Some(version)) => {
            let body = if text.is_char_boundary(version.body) { version.body } else { 0 };
            let (number, words) = text.split_at(body);
            let number = number.trim();
            let words = (!words.is_empty()).then(|| words.to_owned());
            ((!number.is_empty()).then(|| number.to_owned()), words)
        }
        _ => (unit.address.last().and_then(mark), None),
    }
}

fn mark(step: &Step) -> Option<String> {
    Some(match step {
        Step::Part(_)
        | Step::Subpart(_)
        | Step::Chapter(_)
        | Step::Section(_)
        | Step::Article(_)
        | Step::Paragraph(_) => format!("{step}."),
        Step::Subparagraph(_) => step.to_string(),
        _ => return None,
    })
}
