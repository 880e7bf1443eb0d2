//! `nusqa apply`: an amending act, also a draft, carried out on an act or a loose text.

use super::args::{Apply, Days};
use super::failure::Failure;
use super::orders::{self, Amending};
use super::{Context, Outcome, days, engine, text};
use crate::amend::apply::redline::redline;
use crate::amend::apply::{Draft, DraftUnit, carry_out};
use crate::model::act::ActId;
use crate::model::address::{Address, Step};
use crate::model::instruction::Instruction;
use crate::model::kind::Kind;
use crate::model::tree::Tree;
use crate::parse::parse;
use crate::render::messages::act_names::title_case;
use crate::render::messages::catalogue::errors;
use crate::render::terminal::apply::Drawing;
use crate::render::wire::act::Act;
use crate::render::wire::apply::Trial;
use crate::render::wire::{Day, Generator};
use crate::render::{terminal, wire};

/// What the orders are carried out on.
struct Base {
    draft: Draft,
    act: Option<Act>,
    date: Option<Day>,
    generator: Generator,
}

/// Carries the orders out and prints the new text, or what changed.
pub fn run(arguments: &Apply, context: &Context) -> Result<Outcome, Failure> {
    let amending = orders::open(&arguments.orders, context)?;
    let (base, chosen) = base(arguments, &amending, context)?;
    let mut draft = base.draft;
    let before: Vec<DraftUnit> = draft.units().cloned().collect();
    let outcome = carry_out(&mut draft, chosen.iter().copied());
    let changes = {
        let before: Vec<&DraftUnit> = before.iter().collect();
        let after: Vec<&DraftUnit> = draft.units().collect();
        redline(&before, &after)
    };
    let orders: Vec<_> = chosen.iter().copied().zip(&outcome).collect();
    let trial =
        Trial { draft: &draft, orders: &orders, days: amending.days.as_ref(), changes: &changes };
    let document = || {
        wire::apply::Apply::new(base.act.clone(), base.date, trial, base.generator, context.lang)
    };
    let page = || {
        let drawing = Drawing {
            width: context.screen.width(),
            diff: arguments.diff,
            styled: context.screen.is_styled(),
        };
        terminal::apply::page(trial, drawing, context.lang)
    };
    context.answer(document, page)?;
    let all = !orders.is_empty() && outcome.iter().all(|carried| carried.applied());
    Ok(if all { Outcome::Answer } else { Outcome::Nothing })
}

/// The text to change, and the orders that are meant for it.
fn base<'a>(
    arguments: &Apply,
    amending: &'a Amending,
    context: &Context,
) -> Result<(Base, Vec<&'a Instruction>), Failure> {
    let lang = context.lang;
    let all = &amending.orders.instructions;
    if let Some(document) = text::loose(&arguments.onto, context)? {
        if arguments.base_day.is_some() {
            return Err(Failure::usage(errors::day_without_act(lang, &arguments.onto)));
        }
        let tree = parse(&document);
        let orders = for_loose_text(all);
        let draft = Draft::from_tree(&tree, &component(&tree, &orders));
        let generator = Generator::new(None);
        return Ok((Base { draft, act: None, date: None, generator }, orders));
    }
    let ask = days::ask(
        &Days { on: arguments.base_day.clone(), known_by: None, adopted_by: None },
        lang,
    )?;
    let engine = engine::open(context)?;
    let act = engine::act(&engine, &arguments.onto, context)?;
    let orders = for_act(all, &act.id);
    if orders.is_empty() {
        let name = title_case(&act.id, lang);
        let message = errors::orders_for_another_act(lang, &arguments.orders, name);
        let named = amending.orders.targets.iter().map(|act| title_case(act, lang)).collect();
        return Err(Failure::with_candidates(message, named, lang));
    }
    let draft = engine
        .draft(&act, ask)
        .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), lang))?;
    let generator = engine::generator(&engine);
    Ok((Base { draft, act: Some((&act).into()), date: Some(ask.date.into()), generator }, orders))
}

/// The orders on one act: those whose header names it, by its number or, as laws are cited, by
/// its title and date alone.
fn for_act<'a>(orders: &'a [Instruction], act: &ActId) -> Vec<&'a Instruction> {
    let named = |order: &&Instruction| {
        order.target_act.as_ref().is_some_and(|target| {
            let by_date = target.number.starts_with('~')
                && target.adopted == act.adopted
                && target.form == act.form;
            target == act || by_date
        })
    };
    orders.iter().filter(named).collect()
}

/// A loose text does not say which act it is: the first act that the orders name is taken.
fn for_loose_text(orders: &[Instruction]) -> Vec<&Instruction> {
    let first = orders.iter().find_map(|order| order.target_act.as_ref());
    orders.iter().filter(|order| order.target_act.as_ref() == first || first.is_none()).collect()
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
