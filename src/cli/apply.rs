//! `nusqa apply`: an amending act, also a draft, carried out on an act or a loose text.

use super::args::{Apply, Days};
use super::failure::Failure;
use super::orders::{self, Amending};
use super::paper::Target;
use super::question::{self, Question, only_act};
use super::{Context, Outcome, text};
use crate::amend::apply::redline::redline;
use crate::amend::apply::{Draft, DraftUnit, carry_out};
use crate::ask::{Desk, generator};
use crate::kazakh::skeleton::skeleton;
use crate::kazakh::slug::slug;
use crate::model::address::{Address, Step};
use crate::model::day::{ActDays, Window};
use crate::model::instruction::Instruction;
use crate::model::kind::Kind;
use crate::model::tree::Tree;
use crate::parse::parse;
use crate::query::answer::{ActInfo, Ask};
use crate::render::comparison::{self, Row};
use crate::render::messages::act_names::title_case;
use crate::render::messages::catalogue::{errors, pages, papers};
use crate::render::messages::{Lang, days, explanation};
use crate::render::terminal::apply::Drawing;
use crate::render::wire::Generator;
use crate::render::wire::act::Act;
use crate::render::wire::apply::{DayChoice, Trial};
use crate::render::{docx, html, terminal, wire};
use jiff::civil::Date;
use std::io;
use std::path::Path;

/// What the orders are carried out on.
struct Base {
    draft: Draft,
    /// What it is called, with the day of the text.
    standing: String,
    act: Option<Act>,
    day: Option<BaseDay>,
    generator: Generator,
}

/// Carries the orders out and prints the new text, or what changed.
pub fn run(arguments: &Apply, context: &Context) -> Result<Outcome, Failure> {
    let paper = paper(arguments, context)?;
    let amending = orders::open(&arguments.orders, context)?;
    let (base, chosen) = base(arguments, &amending, context)?;
    let mut draft = base.draft;
    let (standing, lang) = (base.standing, context.lang);
    let note = base.day.as_ref().and_then(|day| day.told(lang));
    let before: Vec<DraftUnit> = draft.units().cloned().collect();
    let outcome = carry_out(&mut draft, chosen.iter().copied());
    let changes = {
        let before: Vec<&DraftUnit> = before.iter().collect();
        let after: Vec<&DraftUnit> = draft.units().collect();
        redline(&before, &after)
    };
    let orders: Vec<_> = chosen.iter().copied().zip(&outcome).collect();
    let trial = Trial {
        before: &before,
        draft: &draft,
        orders: &orders,
        days: amending.days.as_ref(),
        changes: &changes,
    };
    let all = !orders.is_empty() && outcome.iter().all(|carried| carried.applied());
    let ended = if all { Outcome::Answer } else { Outcome::Nothing };
    if let Some((target, kind)) = &paper {
        let heading = heading(arguments, &amending, &standing, note.as_deref(), trial, lang);
        let rows = comparison::rows(trial, amending.id.as_ref(), lang);
        let generator = &base.generator;
        let bytes = kind.bytes(&heading, &rows, generator, context.lang);
        let bytes = bytes.map_err(|error| Failure::output(&error, context.lang))?;
        target.write(&bytes, context)?;
        if target.is_stdout() {
            return Ok(ended);
        }
    }
    let document = || {
        wire::apply::Apply::new(
            base.act.clone(),
            base.day.as_ref().map(|day| (day.date.into(), day.choice)),
            trial,
            base.generator.clone(),
            context.lang,
        )
    };
    let page = || {
        if let Some((target, _)) = &paper {
            return target.told(context.lang);
        }
        if arguments.table.is_some() {
            let rows = comparison::rows(trial, amending.id.as_ref(), lang);
            let width = context.screen.width();
            let table = terminal::comparison::table(&rows, width, lang);
            return table + &terminal::apply::note(note.as_deref(), width, lang);
        }
        let drawing = Drawing {
            width: context.screen.width(),
            diff: arguments.diff,
            styled: context.screen.is_styled(),
        };
        let page = terminal::apply::page(trial, drawing, lang);
        page + &terminal::apply::note(note.as_deref(), drawing.width, lang)
    };
    context.answer(document, page)?;
    Ok(ended)
}

/// How the comparative table is written.
#[derive(Clone, Copy)]
enum PaperKind {
    Html,
    Docx,
}

impl PaperKind {
    fn bytes(
        self,
        heading: &[(String, String)],
        rows: &[Row],
        generator: &Generator,
        lang: Lang,
    ) -> io::Result<Vec<u8>> {
        match self {
            PaperKind::Html => {
                let table = html::paper::comparison::Table { heading, rows, generator };
                Ok(html::paper::comparison::page(&table, lang).into_bytes())
            }
            PaperKind::Docx => docx::comparison(&docx::Document { heading, rows, generator }, lang),
        }
    }
}

/// The file that is asked for, its kind told by its ending; standard output gets HTML.
fn paper(arguments: &Apply, context: &Context) -> Result<Option<(Target, PaperKind)>, Failure> {
    let Some(path) = arguments.table.as_ref().and_then(Option::as_ref) else {
        return Ok(None);
    };
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    let kind = match ending.as_deref() {
        Some("html" | "htm") => PaperKind::Html,
        Some("docx") => PaperKind::Docx,
        _ if path == Path::new("-") => PaperKind::Html,
        _ => return Err(Failure::usage(errors::paper_ending(context.lang, path.as_path()))),
    };
    Ok(Some((Target::new(path, arguments.force, context)?, kind)))
}

/// What stands above the comparative table: the draft, the text that it amends, of which day,
/// and how many orders could be carried out.
fn heading(
    arguments: &Apply,
    amending: &Amending,
    standing: &str,
    note: Option<&str>,
    trial: Trial<'_>,
    lang: Lang,
) -> Vec<(String, String)> {
    let draft = match &amending.id {
        Some(id) => title_case(id, lang),
        None => name_of_file(&arguments.orders),
    };
    let draft = match amending.title() {
        Some(title) => format!("{draft} «{title}»"),
        None => draft,
    };
    let done = trial.orders.iter().filter(|(_, carried)| carried.applied()).count();
    let result = explanation::capitalised(&match trial.orders.len() {
        0 => pages::orders_none(lang),
        all => pages::orders_done(lang, done, all),
    });
    let taken = note.map(|note| (papers::table_base_day(lang), explanation::capitalised(note)));
    let mut heading =
        vec![(papers::table_draft(lang), draft), (papers::table_base(lang), standing.to_owned())];
    heading.extend(taken);
    heading.push((papers::table_result(lang), result));
    heading
}

/// A file as a paper names it: where it lies is nobody else's business.
fn name_of_file(path: &str) -> String {
    let name = Path::new(path).file_name().map(|name| name.to_string_lossy().into_owned());
    name.unwrap_or_else(|| path.to_owned())
}

/// The day whose text is taken, and why.
struct BaseDay {
    date: Date,
    choice: DayChoice,
    /// When the first of the orders takes effect, where that is known.
    effect: Option<Window>,
}

impl BaseDay {
    /// The day that was asked for; where none was, the last one before orders that are in effect
    /// already, since on a later one their words stand in the text. A day is asked for, too, by an
    /// IRI that names one.
    fn choose(asked: Option<Date>, today: Date, effect: Option<Window>) -> BaseDay {
        let before = effect.and_then(|window| window.earliest).filter(|first| *first <= today);
        let before = before.and_then(|first| first.yesterday().ok());
        let (date, choice) = match (asked, before) {
            (Some(asked), _) => (asked, DayChoice::Asked),
            (None, Some(before)) => (before, DayChoice::BeforeEffect),
            (None, None) => (today, DayChoice::Today),
        };
        BaseDay { date, choice, effect }
    }

    /// What has to be said of it; nothing of a draft that is not in effect.
    fn told(&self, lang: Lang) -> Option<String> {
        let window = self.effect?;
        let first = window.earliest?;
        let from = days::from(window, lang);
        match self.choice {
            DayChoice::BeforeEffect => Some(papers::table_before_effect(lang, self.date, from)),
            _ if first <= self.date => Some(papers::table_in_effect(lang, self.date, from)),
            _ => None,
        }
    }
}

/// When the first of these orders takes effect.
fn effect(orders: &[&Instruction], days: Option<&ActDays>) -> Option<Window> {
    let days = days?;
    let windows = orders.iter().filter_map(|order| Some(order.in_force.as_ref()?.window(days)));
    windows.filter(|window| window.earliest.is_some()).min_by_key(|window| window.earliest)
}

/// The text to change, and the orders that are meant for it.
fn base<'a>(
    arguments: &Apply,
    amending: &'a Amending,
    context: &Context,
) -> Result<(Base, Vec<&'a Instruction>), Failure> {
    let lang = context.lang;
    if let Some(document) = text::loose(&arguments.onto, context)? {
        if arguments.base_day.is_some() {
            return Err(Failure::usage(errors::day_without_act(lang, &arguments.onto)));
        }
        let tree = parse(&document);
        let orders = for_loose_text(amending, &tree);
        let draft = Draft::from_tree(&tree, &component(&tree, &orders));
        let generator = Generator::new(None);
        let standing = name_of_file(&arguments.onto);
        return Ok((Base { draft, standing, act: None, day: None, generator }, orders));
    }
    let asked_days = Days { on: arguments.base_day.clone(), known_by: None, adopted_by: None };
    let question = Question::read(&arguments.onto, None, &asked_days, context)?;
    if question.address.is_some() {
        only_act(&arguments.onto, lang)?;
    }
    let engine = context.engine()?;
    let act = question::act(question.act, context)?;
    let asked = question.ask(&act);
    let orders = for_act(amending, &act);
    let dated = arguments.base_day.is_some() || question.names_a_day();
    let effect = effect(&orders, amending.days.as_ref());
    let day = BaseDay::choose(dated.then_some(asked.date), asked.date, effect);
    let ask = Ask { date: day.date, ..asked };
    if orders.is_empty() {
        let name = title_case(&act.id, lang);
        let message = errors::orders_for_another_act(lang, &arguments.orders, name);
        let named = amending.orders.targets.iter().map(|act| title_case(act, lang)).collect();
        return Err(Failure::with_candidates(message, named, lang));
    }
    let draft = engine
        .draft(&act, ask)
        .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), lang))?;
    let generator = generator(engine);
    let standing = standing(&act, ask, lang);
    let act = Some((&act).into());
    Ok((Base { draft, standing, act, day: Some(day), generator }, orders))
}

/// An act with its title and the day of its text.
fn standing(act: &ActInfo, ask: Ask, lang: Lang) -> String {
    let title = act.title.as_ref().map(|title| format!(" «{title}»")).unwrap_or_default();
    let day = explanation::question(&ask, lang);
    format!("{}{title} ({day})", title_case(&act.id, lang))
}

/// The orders on one act: those whose header names it by its number or, as laws are cited, by
/// its date or its title alone.
fn for_act<'a>(amending: &'a Amending, act: &ActInfo) -> Vec<&'a Instruction> {
    let named = |order: &&Instruction| match &order.target_act {
        Some(target) => {
            let dated = target.adopted == act.id.adopted && target.form == act.id.form;
            let number = target.number.trim_start_matches('~');
            *target == act.id || dated && act.titles.iter().any(|title| slug(title) == number)
        }
        None => act.titles.iter().any(|title| header_quotes(amending, order, title)),
    };
    amending.orders.instructions.iter().filter(named).collect()
}

/// A loose text does not say which act it is: the act whose header quotes its title is taken,
/// else the first one that the orders name.
fn for_loose_text<'a>(amending: &'a Amending, base: &Tree) -> Vec<&'a Instruction> {
    let orders = &amending.orders.instructions;
    let title = base.units.iter().find(|unit| unit.kind == Kind::Title).map(|unit| &unit.text);
    let titled = |order: &&Instruction| {
        title.is_some_and(|title| match &order.target_act {
            Some(act) => amending
                .orders
                .titles
                .iter()
                .any(|quoted| quoted.act == *act && skeleton(&quoted.title) == skeleton(title)),
            None => header_quotes(amending, order, title),
        })
    };
    let Some(first) = orders.iter().find(titled).or(orders.first()) else { return Vec::new() };
    let same = |order: &&Instruction| {
        order.target_act == first.target_act
            && (first.target_act.is_some() || order.context.first() == first.context.first())
    };
    orders.iter().filter(same).collect()
}

/// True where the line that opens the orders quotes a title.
fn header_quotes(amending: &Amending, order: &Instruction, title: &str) -> bool {
    let header = order.context.first().map(String::as_str).unwrap_or_default();
    let units = &amending.tree.units;
    let line = units.iter().find(|unit| unit.address.to_string() == header);
    let title = skeleton(title.trim());
    line.is_some_and(|line| !title.is_empty() && skeleton(&line.text).contains(&title))
}

/// The document that a loose text prints: the one that the act approves, where the orders speak
/// of such a one and the text is neither the act itself nor holds it.
fn component(tree: &Tree, orders: &[&Instruction]) -> Address {
    let approved = Address::new(vec![Step::Approved]);
    let speaks = orders.iter().any(|order| order.in_approved);
    let is_act = tree
        .units
        .iter()
        .any(|unit| unit.kind == Kind::ActIdentity || unit.address.component() == approved);
    if speaks && !is_act { approved } else { Address::whole() }
}
