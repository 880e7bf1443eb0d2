//! A book → the data of its page: every version of every place with the stretches in which it
//! answers, so that scripts look up what the program has worked out, and work out nothing.

use super::phrases::Phrases;
use super::reading::{self, heading_level, opens_block};
use crate::audit::finding::Finding;
use crate::model::act::ActId;
use crate::model::certainty::{Certainty, Status};
use crate::model::day::Window;
use crate::model::evidence::{Evidence, EvidenceKind};
use crate::model::kind::Kind;
use crate::model::reason::Reason;
use crate::query::answer::Alternative;
use crate::query::blame::Run;
use crate::query::book::{Book, Leaf, Place};
use crate::query::upcoming::Upcoming;
use crate::render::citation::label;
use crate::render::messages::catalogue::audit as audit_words;
use crate::render::messages::catalogue::{following, pages, reasons};
use crate::render::messages::{Lang, act_names, days, explanation};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::HashMap;

/// What the page of an act needs to show any day. Names are short, for the file is long.
#[derive(Debug, Serialize)]
pub struct ActData {
    /// `nusqa/site-act/1`.
    schema: &'static str,
    /// The name of the page.
    name: String,
    /// The act's IRI.
    id: String,
    /// The number under which the command line finds it.
    number: String,
    /// What the act is called: Kazakh, Russian, English.
    act: [String; 3],
    /// The last day up to which the corpus knows it.
    horizon: Option<String>,
    /// First days of the stretches; stretch 0 lies before them.
    days: Vec<String>,
    /// By stretch: state and certainty of the act as a whole.
    whole: Vec<(usize, usize)>,
    /// Names of states, kinds and certainties, by the numbers that stand for them below.
    statuses: Vec<&'static str>,
    certainties: Vec<&'static str>,
    kinds: Vec<&'static str>,
    evidence: Vec<&'static str>,
    /// Sentences: Kazakh, Russian, English.
    phrases: Vec<[String; 3]>,
    /// Acts that are named: their names, and the page of an act that has one.
    acts: Vec<NamedAct>,
    /// Files of the corpus.
    files: Vec<String>,
    /// Words, each once.
    texts: Vec<String>,
    /// Places in document order.
    places: Vec<PlaceData>,
    /// Days on which places turn.
    turns: Vec<TurnData>,
    /// Findings of the audit.
    findings: Vec<FindingData>,
    /// Changes to come.
    coming: Vec<ComingData>,
}

#[derive(Debug, Serialize)]
pub(super) struct NamedAct {
    /// Names in three languages.
    n: [String; 3],
    /// The page.
    #[serde(skip_serializing_if = "Option::is_none")]
    p: Option<String>,
}

#[derive(Debug, Serialize)]
struct PlaceData {
    /// Address.
    a: String,
    /// Kind.
    k: usize,
    /// The Kazakh citation.
    l: String,
    /// Depth.
    d: usize,
    /// The level of a heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    h: Option<u8>,
    /// Steps to the right.
    #[serde(skip_serializing_if = "is_zero")]
    x: usize,
    /// 1 where a new block of the page begins.
    #[serde(skip_serializing_if = "is_zero")]
    b: usize,
    /// The place of the table in which it is a row, counted from 1.
    #[serde(skip_serializing_if = "is_zero")]
    t: usize,
    /// Versions.
    v: Vec<VersionData>,
    /// What it is, from which stretch on.
    s: Vec<LeafData>,
}

#[derive(Debug, Serialize)]
struct VersionData {
    /// State.
    s: usize,
    /// Words.
    #[serde(skip_serializing_if = "Option::is_none")]
    t: Option<usize>,
    /// Where the words behind the number begin, in UTF-16 units.
    #[serde(skip_serializing_if = "is_zero")]
    b: usize,
    /// Sentences: from when, until when.
    f: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    u: Option<usize>,
    /// The day on which it surely holds; absent where none is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    y: Option<String>,
    /// Acts that made and ended it.
    #[serde(skip_serializing_if = "Option::is_none")]
    i: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    e: Option<usize>,
    /// Identity through time: versions of one place with the same number are one unit.
    #[serde(skip_serializing_if = "is_zero")]
    n: usize,
    /// Evidence: kind, file, first and last line.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    p: Vec<[usize; 4]>,
    /// Runs of words by who brought them, where more than one act did, or another one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    r: Vec<RunData>,
    /// Where the words seem to have stood before, and to have gone.
    #[serde(skip_serializing_if = "Option::is_none")]
    m: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    g: Option<String>,
}

#[derive(Debug, Serialize)]
struct RunData {
    /// UTF-16 units.
    c: usize,
    /// The act that brought them.
    #[serde(skip_serializing_if = "Option::is_none")]
    i: Option<usize>,
    /// The last act that repeats them.
    #[serde(skip_serializing_if = "Option::is_none")]
    r: Option<usize>,
    /// Acts that may have brought them instead.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    o: Vec<usize>,
    /// Evidence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    p: Vec<[usize; 4]>,
}

#[derive(Debug, Serialize)]
struct LeafData {
    /// The first stretch.
    n: usize,
    /// The version that stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    v: Option<usize>,
    /// State; 0 is left out.
    #[serde(skip_serializing_if = "is_zero")]
    s: usize,
    /// Certainty of the own words; and of the provision with its parts, where it is another one.
    o: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    c: Option<usize>,
    /// 1: a unit of the act; 2: its words are the act's; both together are left out.
    #[serde(skip_serializing_if = "is_plain")]
    f: usize,
    /// The level of a text inside something that does not speak.
    #[serde(skip_serializing_if = "is_zero")]
    h: usize,
    /// Reasons.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    r: Vec<usize>,
    /// Addresses whose wording is not known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    u: Vec<String>,
    /// Sides of an open question.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    a: Vec<SideData>,
}

#[derive(Debug, Serialize)]
struct SideData {
    /// The condition in words.
    w: usize,
    /// State and certainty.
    s: usize,
    c: usize,
    /// The version whose words hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    v: Option<usize>,
}

#[derive(Debug, Serialize)]
struct TurnData {
    /// The first day on which the change may hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    e: Option<String>,
    /// The first day on which it holds for certain.
    #[serde(skip_serializing_if = "Option::is_none")]
    l: Option<String>,
    /// The act.
    #[serde(skip_serializing_if = "Option::is_none")]
    i: Option<usize>,
    /// How many places turn.
    n: usize,
}

#[derive(Debug, Serialize)]
struct ComingData {
    /// The address.
    a: String,
    /// What will become of it, in words.
    w: usize,
}

#[derive(Debug, Serialize)]
struct FindingData {
    /// The address.
    a: String,
    /// What is wrong, in words.
    w: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_plain(marks: &usize) -> bool {
    *marks == 3
}

/// The number of a value in the closed list of its type.
pub(super) fn number_of<T: PartialEq>(all: &[T], one: &T) -> usize {
    all.iter().position(|other| other == one).unwrap_or(0)
}

/// Finds the page of an act.
pub type PageOf<'a> = &'a dyn Fn(&ActId) -> Option<String>;

/// A file of the corpus as pages name it: by its path inside the corpus.
pub fn inside<'f>(file: &'f str, folder: &str) -> &'f str {
    let rest = file.strip_prefix(folder.trim_end_matches('/'));
    rest.and_then(|rest| rest.strip_prefix('/')).filter(|_| !folder.is_empty()).unwrap_or(file)
}

/// What the data of an act are made of, beside its book.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// The name of its page.
    pub name: &'a str,
    /// What the audit found in it.
    pub findings: &'a [Finding],
    /// Its changes to come.
    pub coming: &'a [Upcoming],
    /// Finds pages of acts.
    pub page_of: PageOf<'a>,
    /// The folder of the corpus, as the paths of its files begin.
    pub folder: &'a str,
}

/// The data of a book.
pub fn data(book: &Book, beside: Beside<'_>) -> ActData {
    let Beside { name, findings, coming, page_of, folder } = beside;
    let mut writer = Writer::new(page_of, folder);
    let places = book.places.iter().enumerate();
    let places = places.map(|(at, place)| writer.place(book, at, place)).collect();
    let turns = writer.turns(book);
    let findings = findings
        .iter()
        .map(|finding| FindingData {
            a: finding.address.to_string(),
            w: writer.phrases.add(|lang| audit_words::sentence(finding, lang)),
        })
        .collect();
    let coming = coming.iter().filter(|change| !change.address.is_whole());
    let coming = coming
        .map(|change| ComingData {
            a: change.address.to_string(),
            w: writer.phrases.add(|lang| coming_change(change, lang)),
        })
        .collect();
    let id = &book.act.id;
    ActData {
        schema: "nusqa/site-act/1",
        name: name.to_owned(),
        id: id.iri(),
        number: id.number.trim_start_matches('~').to_owned(),
        act: Lang::ALL.map(|lang| act_names::title_case(id, lang)),
        horizon: book.act.horizon.map(|day| day.to_string()),
        days: book.days.iter().map(Date::to_string).collect(),
        whole: book
            .whole
            .iter()
            .map(|(status, certainty)| {
                (number_of(Status::ALL, status), number_of(Certainty::ALL, certainty))
            })
            .collect(),
        statuses: Status::ALL.iter().map(|status| status.name()).collect(),
        certainties: Certainty::ALL.iter().map(|certainty| certainty.name()).collect(),
        kinds: Kind::ALL.iter().map(|kind| kind.name()).collect(),
        evidence: EvidenceKind::ALL.iter().map(|kind| kind.name()).collect(),
        phrases: writer.phrases.into_list(),
        acts: writer.acts,
        files: writer.files,
        texts: writer.texts,
        places,
        turns,
        findings,
        coming,
    }
}

/// What will become of a provision, and from when.
pub fn coming_change(change: &Upcoming, lang: Lang) -> String {
    let from = days::from(change.valid_from.window, lang);
    let told = format!("{from}: {}", following::turn(change.turn, lang));
    match &change.by {
        Some(act) => {
            format!("{}, {}", explanation::capitalised(&told), act_names::title_case(act, lang))
        }
        None => explanation::capitalised(&told),
    }
}

/// The lists of a file of data to which its other parts refer by number.
pub(super) struct Writer<'a> {
    page_of: PageOf<'a>,
    folder: &'a str,
    pub phrases: Phrases,
    pub acts: Vec<NamedAct>,
    act_numbers: HashMap<ActId, usize>,
    pub files: Vec<String>,
    texts: Vec<String>,
    text_numbers: HashMap<String, usize>,
}

impl<'a> Writer<'a> {
    pub fn new(page_of: PageOf<'a>, folder: &'a str) -> Self {
        Writer {
            page_of,
            folder,
            phrases: Phrases::default(),
            acts: Vec::new(),
            act_numbers: HashMap::new(),
            files: Vec::new(),
            texts: Vec::new(),
            text_numbers: HashMap::new(),
        }
    }

    pub fn act(&mut self, act: &ActId) -> usize {
        if let Some(known) = self.act_numbers.get(act) {
            return *known;
        }
        let named = NamedAct {
            n: Lang::ALL.map(|lang| act_names::title_case(act, lang)),
            p: (self.page_of)(act),
        };
        self.acts.push(named);
        self.act_numbers.insert(act.clone(), self.acts.len() - 1);
        self.acts.len() - 1
    }

    fn text(&mut self, text: &str) -> usize {
        if let Some(known) = self.text_numbers.get(text) {
            return *known;
        }
        self.texts.push(text.to_owned());
        self.text_numbers.insert(text.to_owned(), self.texts.len() - 1);
        self.texts.len() - 1
    }

    pub fn evidence(&mut self, pieces: &[Evidence]) -> Vec<[usize; 4]> {
        let numbers = pieces.iter().map(|piece| {
            let file = inside(&piece.span.source.file, self.folder);
            let known = self.files.iter().position(|known| known == file);
            let file = known.unwrap_or_else(|| {
                self.files.push(file.to_owned());
                self.files.len() - 1
            });
            let (first, last) = piece.span.lines;
            [number_of(EvidenceKind::ALL, &piece.kind), file, first, last]
        });
        numbers.collect()
    }

    fn place(&mut self, book: &Book, at: usize, place: &Place) -> PlaceData {
        let table = reading::table_of(book, at);
        let mut nodes: Vec<String> = Vec::new();
        let mut versions = Vec::new();
        for (version, runs) in place.versions.iter().zip(&place.runs) {
            let node = version.node.to_string();
            let number = nodes.iter().position(|known| *known == node).unwrap_or_else(|| {
                nodes.push(node);
                nodes.len() - 1
            });
            let text = version.text.as_deref();
            let before = |text: &str| text.get(..version.body).map_or(0, utf16);
            versions.push(VersionData {
                s: number_of(Status::ALL, &version.status),
                t: text.map(|text| self.text(text)),
                b: text.map_or(0, before),
                f: self.phrases.add(|lang| days::from(version.valid_from, lang)),
                u: version.valid_to.map(|end| self.phrases.add(|lang| days::until(end, lang))),
                y: version.valid_from.latest.map(|day| day.to_string()),
                i: version.introduced_by.as_ref().map(|act| self.act(act)),
                e: version.ended_by.as_ref().map(|act| self.act(act)),
                n: number,
                p: self.evidence(&version.evidence),
                r: self.runs(runs, version.introduced_by.as_ref()),
                m: version.moved_from.as_ref().map(ToString::to_string),
                g: version.moved_to.as_ref().map(ToString::to_string),
            });
        }
        PlaceData {
            a: place.address.to_string(),
            k: number_of(Kind::ALL, &place.kind),
            l: label(&place.address),
            d: place.depth,
            h: heading_level(place),
            x: reading::indent(place),
            b: usize::from(opens_block(place)),
            t: table.map_or(0, |table| table + 1),
            v: versions,
            s: place.leaves.iter().map(|(from, leaf)| self.leaf(*from, leaf)).collect(),
        }
    }

    /// The runs of a version; none where all its words came with the act that made it.
    fn runs(&mut self, runs: &[Run], made_by: Option<&ActId>) -> Vec<RunData> {
        let plain = |run: &Run| {
            run.by.as_ref() == made_by && run.restated_by.is_none() && run.or_by.is_empty()
        };
        if matches!(runs, [only] if plain(only)) {
            return Vec::new();
        }
        let mut written = Vec::new();
        for run in runs {
            written.push(RunData {
                c: utf16(&run.text),
                i: run.by.as_ref().map(|act| self.act(act)),
                r: run.restated_by.as_ref().map(|act| self.act(act)),
                o: run.or_by.iter().map(|act| self.act(act)).collect(),
                p: self.evidence(&run.evidence),
            });
        }
        written
    }

    fn leaf(&mut self, from: usize, leaf: &Leaf) -> LeafData {
        let alone = leaf.reasons.len() == 1;
        let reasons = leaf.reasons.iter();
        let reasons = reasons.map(|reason| self.phrases.add(|lang| because(reason, alone, lang)));
        let mut reasons: Vec<usize> = reasons.collect();
        reasons.dedup();
        LeafData {
            n: from,
            v: leaf.version,
            s: number_of(Status::ALL, &leaf.status),
            o: number_of(Certainty::ALL, &leaf.own),
            c: (leaf.certainty != leaf.own).then(|| number_of(Certainty::ALL, &leaf.certainty)),
            f: usize::from(leaf.listed) + 2 * usize::from(leaf.speaks),
            h: leaf.level,
            r: reasons,
            u: leaf.unknown.clone(),
            a: leaf.sides.iter().zip(&leaf.open).map(|(side, v)| self.side(side, *v)).collect(),
        }
    }

    fn side(&mut self, side: &Alternative, version: usize) -> SideData {
        SideData {
            w: self.phrases.add(|lang| condition(side, lang)),
            s: number_of(Status::ALL, &side.status),
            c: number_of(Certainty::ALL, &side.certainty),
            v: side.text.as_ref().map(|_| version),
        }
    }

    /// The windows in which places turn, by act.
    fn turns(&mut self, book: &Book) -> Vec<TurnData> {
        let mut counted: HashMap<(Window, Option<&ActId>), usize> = HashMap::new();
        for place in &book.places {
            for pair in place.versions.windows(2) {
                let after = &pair[1];
                *counted.entry((after.valid_from, after.introduced_by.as_ref())).or_default() += 1;
            }
        }
        let mut counted: Vec<_> = counted.into_iter().collect();
        counted.sort_by_key(|((window, act), _)| (window.moment(), *act));
        let turns = counted.into_iter().map(|((window, act), n)| TurnData {
            e: window.earliest.map(|day| day.to_string()),
            l: window.latest.map(|day| day.to_string()),
            i: act.map(|act| self.act(act)),
            n,
        });
        turns.collect()
    }
}

/// A reason in words. Whatever else there is to say weakens the words of a consolidated text: they
/// were carried from its state to the day.
pub fn because(reason: &Reason, alone: bool, lang: Lang) -> String {
    match reason {
        Reason::Consolidated if !alone => reasons::reason_carried(lang),
        reason => reasons::sentence(reason, lang),
    }
}

/// The condition under which one side of an open question holds.
pub fn condition(side: &Alternative, lang: Lang) -> String {
    match (&side.act, side.in_effect) {
        (Some(act), true) => pages::alternative_in_effect(lang, act),
        (Some(act), false) => pages::alternative_not_in_effect(lang, act),
        (None, true) => pages::alternative_yes(lang),
        (None, false) => pages::alternative_no(lang),
    }
}

pub(super) fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}
