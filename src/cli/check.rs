//! `nusqa check`: what the parsers could not read, text by text.

use super::args::Check;
use super::failure::Failure;
use super::{Context, Outcome, engine, excerpt, text};
use crate::amend;
use crate::corpus::{Doubt, ReadText, doubts, of_card, read_text};
use crate::model::event::Note;
use crate::model::instruction::{Instruction, Orders};
use crate::model::kind::Kind;
use crate::model::tree::Tree;
use crate::notes;
use crate::parse::identity::requisites;
use crate::parse::parse;
use crate::render::wire::Generator;
use crate::render::wire::check::{Account, Unread};
use crate::render::{terminal, wire};
use crate::source::document::Document;
use crate::source::folder::{CorpusFolder, TextFile};
use std::collections::BTreeSet;
use std::sync::Arc;

/// A text with its account.
struct Checked {
    tree: Arc<Tree>,
    account: Account,
}

/// Checks a loose file, the texts of an act, or every text of the corpus.
pub fn run(arguments: &Check, context: &Context) -> Result<Outcome, Failure> {
    let ((checked, doubts), generator) = match &arguments.target {
        None => (corpus(None, context)?, Generator::new(None)),
        Some(target) => match text::loose(target, context)? {
            Some(document) => ((vec![loose(&document)], Vec::new()), Generator::new(None)),
            None => {
                let engine = engine::open(context)?;
                let act = engine::act(&engine, target, context)?;
                let files: Vec<String> =
                    act.witnesses.into_iter().map(|witness| witness.file).collect();
                (corpus(Some(&files), context)?, engine::generator(&engine))
            }
        },
    };
    let accounts: Vec<Account> = checked.iter().map(|text| text.account.clone()).collect();
    let unread = accounts.iter().any(Account::has_unread) || !doubts.is_empty();
    let document = || wire::check::Check::new(accounts.clone(), &doubts, generator.clone());
    let page = || {
        let width = context.screen.width();
        let drawn: String = if arguments.explain {
            checked.iter().map(|text| excerpt::faults(&text.tree, width, context)).collect()
        } else {
            String::new()
        };
        drawn + &terminal::check::page(&accounts, &doubts, width, context.lang)
    };
    context.answer(document, page)?;
    Ok(if unread { Outcome::Nothing } else { Outcome::Answer })
}

/// The texts of the corpus, all or those of the act that these are of, and the doubts about
/// their cards.
fn corpus(
    files: Option<&[String]>,
    context: &Context,
) -> Result<(Vec<Checked>, Vec<Doubt>), Failure> {
    let lang = context.lang;
    let corpus = CorpusFolder::open(context.global.corpus())
        .map_err(|error| Failure::corpus(error, lang))?;
    let mut checked = Vec::new();
    let mut doubted = Vec::new();
    for act in &corpus.acts {
        let wanted = |file: &TextFile| files.is_none_or(|files| files.contains(&file.shown));
        if !act.texts.iter().any(wanted) {
            continue;
        }
        let own = of_card(act).map_err(|error| Failure::read(error, lang))?;
        let texts: Result<Vec<ReadText>, _> =
            act.texts.iter().map(|file| read_text(act, file, own.as_ref())).collect();
        let texts = texts.map_err(|error| Failure::read(error, lang))?;
        doubted.extend(doubts(act, &texts));
        checked.extend(texts.into_iter().map(|text| {
            let account = account(&text.tree, &text.notes, &text.orders);
            Checked { tree: text.tree, account }
        }));
    }
    Ok((checked, doubted))
}

/// A file that no card describes: it is an amending act where its print says so.
fn loose(document: &Document) -> Checked {
    let tree = parse(document);
    let own = requisites(&tree).map(|found| found.act);
    let amends = tree.units.iter().any(|unit| unit.kind.is_amending());
    let orders = match own {
        Some(own) if amends => amend::read(&tree, &own),
        _ => Orders::default(),
    };
    let account = account(&tree, &notes::read(&tree), &orders);
    Checked { tree: Arc::new(tree), account }
}

fn account(tree: &Tree, notes: &[Note], orders: &Orders) -> Account {
    let read: BTreeSet<usize> =
        notes.iter().filter(|note| !note.events.is_empty()).map(|note| note.unit).collect();
    let printed = (0..tree.units.len()).filter(|&unit| tree.units[unit].kind == Kind::Note);
    let all: BTreeSet<usize> = printed.chain(notes.iter().map(|note| note.unit)).collect();
    let mut account = Account::of_tree(tree);
    account.notes = all.len();
    account.notes_read = read.len();
    account.unread.extend(all.difference(&read).map(|&unit| Unread::of_unit(tree, unit)));
    let understood = |order: &&Instruction| order.read;
    account.instructions = orders.instructions.len();
    account.instructions_read = orders.instructions.iter().filter(understood).count();
    let unread = orders.instructions.iter().filter(|order| !order.read);
    account.unread.extend(unread.map(Unread::of_order));
    account.unread.sort_by_key(|place| place.bytes);
    account
}
