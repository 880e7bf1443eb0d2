//! What the files of a corpus say, read without the timeline: the words that texts and orders
//! print at each address, and the changes that notes and orders tell, with their days.

use jiff::civil::Date;
use nusqa::amend::effect::commencement;
use nusqa::corpus::{identify, of_card, read_text};
use nusqa::kazakh::letters::look_alike;
use nusqa::model::act::ActId;
use nusqa::model::address::{Address, Step};
use nusqa::model::day::{EffectRule, Window};
use nusqa::model::event::EventKind;
use nusqa::model::evidence::Span;
use nusqa::model::instruction::{Instruction, Operation};
use nusqa::model::kind::Kind;
use nusqa::model::number::Number;
use nusqa::model::tree::PrintedStatus;
use nusqa::model::version::Axis;
use nusqa::parse::effect;
use nusqa::source::folder::CorpusFolder;
use nusqa::timeline::record::Calendar;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// What an act excepts from its own day of effect does not hold yet.
const NOT_YET: &str = "it does not hold yet by the act's own clause";
/// An act that tells its own end holds no more.
const NO_MORE: &str = "it holds no more by the act's own clause";
/// What an act suspends of itself does not work.
const RESTS: &str = "it rests by the act's own clause";

/// Which answer is asked about.
pub struct Question<'q> {
    pub act: &'q ActId,
    pub address: &'q Address,
    pub groups: &'q [Address],
    pub axis: Axis,
    pub day: Date,
    pub known_by: Option<Date>,
}

/// A change that a note or an order tells.
struct Told {
    by: ActId,
    target: Address,
    window: Window,
    ends: bool,
    begins: bool,
    /// Unnumbered paragraphs after it are counted otherwise.
    shifts: bool,
    planned: bool,
    order: Option<usize>,
}

/// One text.
struct Text {
    units: HashMap<Address, (String, PrintedStatus)>,
    applied: HashSet<ActId>,
    /// Acts that a note names at all.
    named: HashSet<ActId>,
}

#[derive(Default)]
struct OneAct {
    texts: Vec<Text>,
    told: Vec<Told>,
    /// Words that orders print, by address: the words, the change that brings them.
    ordered: HashMap<Address, Vec<(String, usize)>>,
    start: Option<Window>,
    /// What the act's own clause excepts from that day.
    excepted: Vec<(Address, Window)>,
    /// The day on which the act, or a part of it, ends by its own clause.
    ends: Vec<(Address, Date)>,
    /// The first day on which a part works that the act suspends of itself.
    rests: Vec<(Address, Date)>,
    /// The day until which a unit says itself that it holds. Later words may say otherwise.
    said: Vec<(Address, Date)>,
    /// True where an act names this one with orders that nobody understood.
    doubtful: bool,
}

/// Everything that the files of a corpus say.
pub struct Sources {
    acts: HashMap<ActId, OneAct>,
    orders: Vec<Instruction>,
    titles: HashSet<String>,
}

/// Words as two sources have to agree on them.
pub fn folded(text: &str) -> String {
    let plain = |c: char| match c {
        '«' | '»' | '“' | '”' | '„' => '"',
        '–' | '—' | '‑' | '−' => '-',
        c => look_alike(c).unwrap_or(c),
    };
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words: String = words.chars().map(plain).collect();
    words.trim_end_matches([';', '.', ',', '"']).to_string()
}

/// The unit that words of a unit bound, the day, and whether it rests until then: «Осы тармақ …
/// дейін қолданылады», «Осы баптың 3-тармағының қолданысы … дейін тоқтатыла тұрсын».
fn bounds_itself(address: &Address, text: &str) -> Option<(Address, Date, bool)> {
    let said = &text[text.find("Осы ")?..];
    let (day, bytes) = effect::dates(said).into_iter().next()?;
    let after = said[bytes.end..].trim_start();
    let rests = after.starts_with("дейін тоқтатыла тұрсын");
    let holds = ["дейін қолданылады", "дейін қолданыста болады"];
    if !rests && !holds.iter().any(|verb| after.starts_with(verb)) {
        return None;
    }
    if said.starts_with("Осы тармақ ") {
        return Some((address.clone(), day, rests));
    }
    let named = said.strip_prefix("Осы баптың ")?;
    let number = Number::parse(named.split('-').next()?)?;
    let part = address.parent()?.child(Step::Paragraph(number));
    Some((part, day, rests))
}

impl Sources {
    pub fn read(corpus: &Path) -> Sources {
        let folder = CorpusFolder::open(corpus).expect("a corpus");
        let mut calendar = Calendar { facts: folder.facts.clone(), ..Calendar::default() };
        let mut read = Vec::new();
        for act in &folder.acts {
            let own = of_card(act).expect("a card");
            let texts: Vec<_> = act
                .texts
                .iter()
                .map(|file| read_text(act, file, own.as_ref()).expect("a text"))
                .collect();
            let identity = identify(act, &texts).expect("an identity");
            calendar.known.insert(identity.id.clone(), identity.days);
            read.push((identity, texts));
        }
        let mut all = Sources { acts: HashMap::new(), orders: Vec::new(), titles: HashSet::new() };
        for (identity, texts) in &read {
            let window = calendar.window(&identity.id, &identity.effect);
            let own = all.acts.entry(identity.id.clone()).or_default();
            own.start = Some(window);
            for text in texts {
                if let Some(clause) = commencement(&text.tree) {
                    let until = clause.until.iter().map(|until| (Address::whole(), until));
                    let parts = clause.endings.iter().map(|(address, end)| (address.clone(), end));
                    own.ends.extend(
                        until.chain(parts).filter_map(|(address, end)| Some((address, end.day()?))),
                    );
                    let rests = clause.suspended.iter();
                    own.rests.extend(
                        rests.filter_map(|(address, end)| Some((address.clone(), end.day()?))),
                    );
                    own.excepted.extend(clause.exceptions.into_iter().map(|(address, rule)| {
                        let window = calendar.window(&identity.id, &rule);
                        (address.prefixed(&text.component), window)
                    }));
                }
                for unit in &text.tree.units {
                    let at = unit.address.prefixed(&text.component);
                    match bounds_itself(&at, &unit.text) {
                        Some((part, day, true)) => own.rests.push((part, day)),
                        Some((part, day, false)) => own.said.push((part, day)),
                        None => {}
                    }
                }
                let mut units = HashMap::new();
                for unit in &text.tree.units {
                    if !unit.kind.is_editorial() && unit.kind != Kind::Unread {
                        let address = unit.address.prefixed(&text.component);
                        units.entry(address).or_insert((unit.text.clone(), unit.status));
                    }
                }
                let events = || {
                    let notes = text.notes.iter();
                    notes.flat_map(|note| note.events.iter().map(move |event| (note, event)))
                };
                own.texts.push(Text {
                    units,
                    applied: events()
                        .filter(|(_, event)| !event.kind.is_planned())
                        .map(|(_, event)| event.by.clone())
                        .collect(),
                    named: events().map(|(_, event)| event.by.clone()).collect(),
                });
                for (note, event) in events() {
                    for target in &note.targets {
                        own.told.push(Told {
                            by: event.by.clone(),
                            target: target.prefixed(&text.component),
                            window: calendar.window(&event.by, &event.effect),
                            ends: matches!(
                                event.kind,
                                EventKind::Repealed
                                    | EventKind::Excluded
                                    | EventKind::PlannedExcluded
                            ),
                            begins: matches!(
                                event.kind,
                                EventKind::Added | EventKind::NewRedaction
                            ),
                            shifts: false,
                            planned: event.kind.is_planned(),
                            order: None,
                        });
                    }
                }
            }
        }
        let ids: Vec<ActId> = read.iter().map(|(identity, _)| identity.id.clone()).collect();
        for (identity, texts) in &read {
            for text in texts {
                all.titles.extend(text.orders.titles.iter().map(|quoted| folded(&quoted.title)));
                for order in &text.orders.instructions {
                    all.take_order(&identity.id, order, &ids, &calendar);
                }
            }
        }
        all
    }

    fn take_order(&mut self, by: &ActId, order: &Instruction, ids: &[ActId], calendar: &Calendar) {
        let number = self.orders.len();
        self.orders.push(order.clone());
        // An act that is cited by its title, or not named at all, may be any of the corpus.
        let meant: Vec<ActId> = match &order.target_act {
            Some(act) => {
                let known = ids.iter().filter(|id| id.adopted == act.adopted && *id != by);
                let mut meant: Vec<ActId> = known.cloned().collect();
                meant.push(act.clone());
                meant.dedup();
                meant
            }
            None => ids.iter().filter(|id| *id != by).cloned().collect(),
        };
        for act in meant {
            let own = self.acts.entry(act).or_default();
            own.doubtful |= !order.read;
            let rule = order.in_force.clone().unwrap_or(EffectRule::Unstated);
            let excepted = |address: &Address| {
                let named = order.exceptions.iter().find(|(excepted, _)| excepted == address);
                named.map_or(rule.clone(), |(_, rule)| rule.clone())
            };
            let moves = matches!(
                order.operation,
                Operation::InsertIndents | Operation::DeleteIndents | Operation::Renumber
            );
            for target in &order.targets {
                let told = own.told.len();
                own.told.push(Told {
                    by: by.clone(),
                    target: if moves {
                        target.parent().unwrap_or_default()
                    } else {
                        target.clone()
                    },
                    window: calendar.window(by, &excepted(target)),
                    ends: matches!(
                        order.operation,
                        Operation::Delete | Operation::Repeal | Operation::DeleteIndents
                    ),
                    begins: matches!(
                        order.operation,
                        Operation::Insert
                            | Operation::InsertIndents
                            | Operation::Replace
                            | Operation::ReplaceByAnnex
                            | Operation::ReplaceIndents
                            | Operation::ReplaceTitle
                    ),
                    shifts: moves,
                    planned: false,
                    order: Some(number),
                });
                let ends = order.until.iter().filter(|_| order.operation != Operation::Suspend);
                for end in order.endings.iter().map(|(_, end)| end).chain(ends) {
                    let Some(day) = end.day() else { continue };
                    own.told.push(Told {
                        by: by.clone(),
                        target: target.clone(),
                        window: Window::exact(day),
                        ends: true,
                        begins: false,
                        shifts: false,
                        planned: false,
                        order: None,
                    });
                }
                for unit in order.new_units.iter().filter(|unit| {
                    unit.address.is_within(target) || !matches!(target.last(), Some(Step::Text(_)))
                }) {
                    if let Some((part, day, false)) = bounds_itself(&unit.address, &unit.text) {
                        own.said.push((part, day));
                    }
                    let words = own.ordered.entry(unit.address.clone()).or_default();
                    let mut change = told;
                    if unit.address != *target && excepted(&unit.address) != rule {
                        change = own.told.len();
                        own.told.push(Told {
                            by: by.clone(),
                            target: unit.address.clone(),
                            window: calendar.window(by, &excepted(&unit.address)),
                            ends: false,
                            begins: true,
                            shifts: false,
                            planned: false,
                            order: Some(number),
                        });
                    }
                    words.push((unit.text.clone(), change));
                    // The heading of an article is the article's own line.
                    let heading = unit.address.last() == Some(&Step::Title);
                    let headed = unit.address.parent().filter(|headed| {
                        heading && headed.last().is_some_and(|step| !step.is_component())
                    });
                    if let Some(headed) = headed {
                        let line = own.ordered.entry(headed).or_default();
                        line.push((unit.text.clone(), change));
                    }
                }
            }
        }
    }

    pub fn prints(&self, act: &ActId, address: &Address, text: &str) -> bool {
        let texts = self.acts.get(act).into_iter().flat_map(|act| &act.texts);
        let mut printed = texts.filter_map(|of| of.units.get(address));
        printed.any(|(words, _)| words == text)
    }

    pub fn orders_words(&self, act: &ActId, address: &Address, text: &str) -> bool {
        let ordered = self.acts.get(act).and_then(|act| act.ordered.get(address));
        ordered.is_some_and(|all| all.iter().any(|(words, _)| words == text))
    }

    pub fn quotes_title(&self, text: &str) -> bool {
        self.titles.contains(&folded(text))
    }

    pub fn order_at(&self, span: &Span) -> Option<&Instruction> {
        self.orders.iter().find(|order| order.span == *span)
    }

    /// True for an order that another act repealed before its day.
    fn is_void(&self, question: &Question<'_>, told: &Told) -> bool {
        let Some(order) = told.order.map(|number| &self.orders[number]) else { return false };
        let repealing = self.acts.get(&told.by).into_iter().flat_map(|act| &act.told);
        let mut cited = repealing.filter(|repeal| {
            let whole = std::iter::once(&order.at).chain(&order.item);
            let covers = repeal.target.is_whole()
                || whole.into_iter().any(|at| at.is_within(&repeal.target));
            repeal.ends && !repeal.shifts && covers && question.knows(repeal)
        });
        let before = |repeal: &Told| {
            repeal.window.latest.is_some() && repeal.window.latest <= told.window.earliest
        };
        question.axis == Axis::InForce && cited.any(before)
    }

    /// The source that says otherwise than the answer for the day, if any: words other than
    /// `words`, words where the answer has none, or the end of what the answer says holds.
    pub fn says_otherwise(&self, question: &Question<'_>, words: Option<&str>) -> Option<String> {
        let act = self.acts.get(question.act)?;
        let touching = act.touching(question);
        let in_force = question.axis == Axis::InForce;
        if in_force && act.is_over(question) {
            return words.map(|_| NO_MORE.to_string());
        }
        let said = |(at, until): &(Address, Date)| question.is_in(at) && *until <= question.day;
        if in_force && words.is_none() && act.said.iter().any(said) {
            return None;
        }
        let rests = |(at, until): &(Address, Date)| question.is_in(at) && question.day < *until;
        if in_force && act.start(question).has_begun(question.day) && act.rests.iter().any(rests) {
            return words.map(|_| RESTS.to_string());
        }
        let differs = |printed: &str| words.is_none_or(|words| folded(words) != folded(printed));
        for (printed, change) in act.ordered.get(question.address).into_iter().flatten() {
            let told = &act.told[*change];
            // No change works before the act itself does.
            let window = question.window(told);
            let begun =
                window.has_begun(question.day) && act.start(question).has_begun(question.day);
            if !question.knows(told) || !begun || self.is_void(question, told) {
                continue;
            }
            let later = touching.iter().any(|other| {
                let other_window = question.window(other);
                let same = other.order == told.order && other.order.is_some()
                    || other.by == told.by && other.order.is_none() && !other.ends;
                !same
                    && other_window.may_have_begun(question.day)
                    && other_window.latest.is_none_or(|latest| Some(latest) >= window.earliest)
            });
            if !later && differs(printed) {
                return Some(format!("an order of {} prints {printed:?}", told.by.number));
            }
        }
        let fitting: Vec<&str> = act
            .texts
            .iter()
            .filter(|text| !act.doubtful && text.speaks_for(question, &touching))
            .filter_map(|text| match text.units.get(question.address) {
                Some((printed, PrintedStatus::InForce)) => Some(printed.as_str()),
                _ => None,
            })
            .filter(|_| act.start(question).has_begun(question.day))
            .collect();
        // Of two texts that differ without a note one is right; which, the days decide.
        if let Some(printed) = fitting.first().filter(|_| fitting.iter().all(|text| differs(text)))
        {
            return Some(format!("a text prints {printed:?}"));
        }
        words?;
        if act.start(question).earliest.is_some_and(|start| question.day < start) {
            return Some(NOT_YET.to_string());
        }
        let last = touching
            .iter()
            .filter(|told| question.knows(told) && question.window(told).has_begun(question.day))
            .filter(|told| told.ends || told.begins)
            .filter(|told| !self.is_void(question, told))
            .max_by_key(|told| (question.window(told).latest, told.begins));
        match last {
            Some(told) if told.ends && !told.shifts && told.target == *question.address => {
                Some(format!("it was ended by {}", told.by.number))
            }
            _ => None,
        }
    }

    /// True where a source tells of an end of the place or of what is around it, or words anew
    /// what is around it.
    pub fn tells_an_end(&self, question: &Question<'_>) -> bool {
        let Some(act) = self.acts.get(question.act) else { return false };
        act.is_over(question)
            || act.touching(question).iter().any(|told| {
                let around = told.target != *question.address;
                (told.ends || told.begins && around)
                    && question.knows(told)
                    && question.window(told).may_have_begun(question.day)
            })
    }
}

impl Text {
    /// True where the text carries out the changes that hold on the day, and no others.
    fn speaks_for(&self, question: &Question<'_>, touching: &[&Told]) -> bool {
        let planned = touching.iter().any(|told| told.planned);
        let fits = |told: &&Told| {
            let window = question.window(told);
            match self.applied.contains(&told.by) && !told.planned {
                true => window.has_begun(question.day) && question.knows(told),
                false => !window.may_have_begun(question.day) || !question.knows(told),
            }
        };
        (self.named.is_empty() || !planned) && touching.iter().all(fits)
    }
}

impl OneAct {
    fn start(&self, question: &Question<'_>) -> Window {
        match question.axis {
            Axis::Adopted => Window::exact(question.act.adopted.0),
            Axis::InForce => {
                let excepted = self
                    .excepted
                    .iter()
                    .find(|(at, _)| question.address.is_within(at) || question.groups.contains(at));
                let own = excepted.map(|(_, window)| *window).or(self.start);
                own.unwrap_or(Window { earliest: None, latest: None })
            }
        }
    }

    /// True where the act or the part of it has ended by the act's own clause.
    fn is_over(&self, question: &Question<'_>) -> bool {
        let over = |(at, day): &(Address, Date)| question.is_in(at) && *day <= question.day;
        self.ends.iter().any(over)
    }

    /// The changes at a place and around it.
    fn touching(&self, question: &Question<'_>) -> Vec<&Told> {
        let touches = |told: &&Told| {
            question.address.is_within(&told.target)
                || question.groups.contains(&told.target)
                || told.target.parent().as_ref() == Some(question.address)
                    && matches!(told.target.last(), Some(Step::Title | Step::Text(_)))
        };
        self.told.iter().filter(touches).collect()
    }
}

impl Question<'_> {
    /// True for a place at this address, inside it, or under it as a heading.
    fn is_in(&self, at: &Address) -> bool {
        self.address.is_within(at) || self.groups.contains(at)
    }

    fn knows(&self, told: &Told) -> bool {
        self.known_by.is_none_or(|day| told.by.adopted.0 <= day)
    }

    fn window(&self, told: &Told) -> Window {
        match self.axis {
            Axis::Adopted => Window::exact(told.by.adopted.0),
            Axis::InForce => told.window,
        }
    }
}
