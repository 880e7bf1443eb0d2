//! `nusqa check`: what the parsers could not read.

use super::args::Check;
use super::failure::Failure;
use super::{Context, Outcome, excerpt, text};
use crate::model::tree::Tree;
use crate::parse::parse;
use crate::render::wire::Generator;
use crate::render::wire::check::Account;
use crate::render::{terminal, wire};
use crate::source::document::Document;
use crate::source::folder::CorpusFolder;
use crate::source::read_file;

/// A text with its account.
struct Checked {
    tree: Tree,
    account: Account,
}

/// Checks one text, or every text of the corpus.
pub fn run(arguments: &Check, context: &Context) -> Result<Outcome, Failure> {
    let (checked, generator) = match &arguments.target {
        Some(target) => {
            let text = text::open(target, None, context)?;
            (vec![check(&text.document)], text.generator)
        }
        None => (corpus(context)?, Generator::new(None)),
    };
    let accounts: Vec<Account> = checked.iter().map(|text| text.account.clone()).collect();
    let unread = accounts.iter().any(Account::has_unread);
    let document = || wire::check::Check::new(accounts.clone(), generator.clone());
    let page = || {
        let width = context.screen.width();
        if arguments.explain {
            let excerpts = checked.iter().map(|text| excerpt::faults(&text.tree, width, context));
            let summary = terminal::check::page(&accounts, false, width, context.lang);
            format!("{}{summary}", excerpts.collect::<String>())
        } else {
            terminal::check::page(&accounts, false, width, context.lang)
        }
    };
    context.answer(document, page)?;
    Ok(if unread { Outcome::Nothing } else { Outcome::Answer })
}

fn corpus(context: &Context) -> Result<Vec<Checked>, Failure> {
    let lang = context.lang;
    let corpus =
        CorpusFolder::open(&context.global.corpus).map_err(|error| Failure::corpus(error, lang))?;
    let texts = corpus.acts.iter().flat_map(|act| &act.texts);
    texts
        .map(|text| {
            read_file(&text.path, &text.shown)
                .map(|document| check(&document))
                .map_err(|error| Failure::source(&error, lang))
        })
        .collect()
}

fn check(document: &Document) -> Checked {
    let tree = parse(document);
    let account = Account::of_tree(&tree);
    Checked { tree, account }
}
