//! `nusqa check`: what the parsers could not read, text by text.

use super::args::Check;
use super::failure::Failure;
use super::{Context, Outcome, excerpt, question, text, unread};
use crate::amend;
use crate::ask::orders::unnamed;
use crate::ask::{Desk, generator};
use crate::build::BuildError;
use crate::corpus::{Doubt, differing_days, doubts, read_act};
use crate::model::act::ActId;
use crate::model::instruction::Orders;
use crate::model::tree::Tree;
use crate::model::version::Axis;
use crate::notes;
use crate::parse::identity::requisites;
use crate::parse::parse;
use crate::query::answer::{ActInfo, Ask};
use crate::query::refs::Citation;
use crate::query::{Engine, Refusal};
use crate::render::wire::Generator;
use crate::render::wire::check::Account;
use crate::render::{terminal, wire};
use crate::source::document::Document;
use crate::source::folder::{CorpusFolder, TextFile};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A text with its account.
struct Checked {
    tree: Arc<Tree>,
    account: Account,
}

/// Checks a loose file, the texts of an act, or every text of the corpus.
pub fn run(arguments: &Check, context: &Context) -> Result<Outcome, Failure> {
    let ((checked, doubts, faults), generator, nowhere) = match &arguments.target {
        None => {
            let read = corpus(None, context)?;
            // A corpus that cannot be built can still be checked text by text.
            let nowhere = context.engine().ok().and_then(|engine| {
                let acts = engine.acts().ok()?;
                leading_nowhere(engine, &acts).ok()
            });
            (read, Generator::new(None), nowhere)
        }
        Some(target) => match text::loose(target, context)? {
            Some(document) => {
                let checked = loose(&document);
                let nowhere = loose_nowhere(&checked.tree, context);
                let made_by = match &nowhere {
                    Some(_) => generator(context.engine()?),
                    None => Generator::new(None),
                };
                ((vec![checked], Vec::new(), Vec::new()), made_by, nowhere)
            }
            None => {
                let engine = context.engine()?;
                let act = question::act(target, context)?;
                let files: Vec<String> =
                    act.witnesses.iter().map(|witness| witness.file.clone()).collect();
                let nowhere = leading_nowhere(engine, std::slice::from_ref(&act))
                    .map_err(|refusal| Failure::refusal(refusal, Some(&act.id), context.lang))?;
                (corpus(Some(&files), context)?, generator(engine), Some(nowhere))
            }
        },
    };
    let accounts: Vec<Account> = checked.iter().map(|text| text.account.clone()).collect();
    let left_out = unread::findings(faults, context.lang);
    let unread =
        accounts.iter().any(Account::has_unread) || !doubts.is_empty() || !left_out.is_empty();
    let document = || {
        let mut check = wire::check::Check::new(accounts.clone(), &doubts, generator.clone());
        let wired = |citations: &Vec<Citation>| citations.iter().map(Into::into).collect();
        check.unread.clone_from(&left_out);
        check.references = nowhere.as_ref().map(wired);
        check
    };
    let page = || {
        let width = context.screen.width();
        let drawn: String = if arguments.explain {
            checked.iter().map(|text| excerpt::faults(&text.tree, width, context)).collect()
        } else {
            String::new()
        };
        let mut page = drawn + &terminal::check::page(&accounts, &doubts, width, context.lang);
        if !left_out.is_empty() {
            page.push('\n');
            page += &unread::warning(&left_out, context.lang);
        }
        match &nowhere {
            Some(nowhere) if nowhere.is_empty() => {}
            Some(nowhere) => page += &terminal::refs::nowhere(nowhere, width, context.lang),
            None => page += &terminal::check::not_followed(width, context.lang),
        }
        page
    };
    context.answer(document, page)?;
    Ok(if unread { Outcome::Nothing } else { Outcome::Answer })
}

/// The citations of these acts that lead nowhere on the last day up to which each is known.
fn leading_nowhere(engine: &Engine, acts: &[ActInfo]) -> Result<Vec<Citation>, Refusal> {
    let mut found = Vec::new();
    for act in acts.iter().filter(|act| !act.referenced) {
        let date = act.horizon.unwrap_or(act.id.adopted.0);
        let ask = Ask { axis: Axis::InForce, date, known_by: None };
        found.extend(engine.leading_nowhere(act, ask)?);
    }
    Ok(found)
}

/// The citations of a loose text that lead nowhere; `None` where there is no corpus to follow them
/// in.
fn loose_nowhere(tree: &Tree, context: &Context) -> Option<Vec<Citation>> {
    let corpus = context.global.corpus().is_dir() || context.global.index.is_dir();
    let engine = corpus.then(|| context.engine().ok()).flatten()?;
    let id = requisites(tree).map_or_else(unnamed, |told| told.act);
    let ask = Ask { axis: Axis::InForce, date: context.today().ok()?, known_by: None };
    engine.loose_leading_nowhere(tree, &id, ask).ok()
}

/// Texts, the doubts about their cards, and what could not be read.
type Read = (Vec<Checked>, Vec<Doubt>, Vec<BuildError>);

/// The texts of the corpus, all or those of the act that these are of, the doubts about their
/// cards, and what of it could not be read.
fn corpus(files: Option<&[String]>, context: &Context) -> Result<Read, Failure> {
    let lang = context.lang;
    let mut corpus = CorpusFolder::open(context.global.corpus())
        .map_err(|error| Failure::corpus(error, lang))?;
    let faults = std::mem::take(&mut corpus.faults).into_iter().filter(|_| files.is_none());
    let mut faults: Vec<BuildError> = faults.map(BuildError::from).collect();
    // Of folders that hold the same act, the first by name counts.
    let mut holders: BTreeMap<ActId, String> = BTreeMap::new();
    let mut checked = Vec::new();
    let mut doubted = Vec::new();
    for (act, done) in corpus.acts.iter().zip(0..) {
        context.progress(done, corpus.acts.len());
        let wanted = |file: &TextFile| files.is_none_or(|files| files.contains(&file.shown));
        if !act.texts.iter().any(wanted) {
            continue;
        }
        let read = read_act(act);
        faults.extend(read.faults.into_iter().map(BuildError::from));
        let Some((identity, texts)) = read.act else { continue };
        let card = act.card_path.clone();
        doubted.extend(differing_days(&corpus, act, &identity));
        match holders.get(&identity.id) {
            Some(first) => {
                faults.push(BuildError::SameAct(identity.id.iri(), String::clone(first), card));
            }
            None => {
                holders.insert(identity.id, card);
            }
        }
        doubted.extend(doubts(act, &texts));
        checked.extend(texts.into_iter().map(|text| {
            let account = Account::of(&text.tree, &text.notes, &text.orders);
            Checked { tree: text.tree, account }
        }));
    }
    context.progress(corpus.acts.len(), corpus.acts.len());
    Ok((checked, doubted, faults))
}

/// A file that no card describes: its orders are read where its print tells which act it is.
fn loose(document: &Document) -> Checked {
    let tree = parse(document);
    let own = requisites(&tree).map(|found| found.act);
    let orders = own.map_or_else(Orders::default, |own| amend::read(&tree, &own));
    let account = Account::of(&tree, &notes::read(&tree), &orders);
    Checked { tree: Arc::new(tree), account }
}
