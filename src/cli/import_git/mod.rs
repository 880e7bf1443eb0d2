//! `nusqa import-git`: the redactions of a git repository as texts of the corpus. One redaction at
//! a time is held; what cannot be told is asked, and the rest goes on.

mod card;
mod report;
mod shelf;

use super::args::ImportGit;
use super::failure::Failure;
use super::{Context, Outcome, progress};
use crate::ask::days;
use crate::corpus::imported::{Imported, OwnDocument, Question, imported, own};
use crate::render::messages::catalogue::errors;
use crate::render::messages::catalogue::importing::page as words;
use crate::render::wire::Generator;
use crate::render::wire::import::{Import, ImportedText, RefusedText};
use crate::render::{terminal, wire};
use crate::source::folder::shown;
use crate::source::history::{Committed, Fault, History, HistoryError};
use report::Refused;
use shelf::Shelf;
use std::cell::RefCell;

/// Imports.
pub fn run(arguments: &ImportGit, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let since = arguments.since.as_deref().map(|text| days::day(text, lang)).transpose()?;
    let repository = shown(&arguments.repository);
    let unreadable = |error: HistoryError| {
        let message = match error {
            HistoryError::Unreadable(_) => errors::no_repository(lang, &repository),
            HistoryError::Shallow => errors::shallow_repository(lang, &repository),
            HistoryError::Commit { commit, .. } => {
                errors::damaged_commit(lang, &repository, commit.as_str())
            }
        };
        Failure::in_file(message, &repository, None)
    };
    let history = History::open(&arguments.repository).map_err(unreadable)?;
    let mut shelf = Shelf::open(context.global.corpus(), arguments.dry_run, lang)?;
    let bar = context.screen.shows_progress().then(|| progress::bar(words::import_progress(lang)));
    let mut told = Told { arguments, since, imported: Vec::new(), refused: Vec::new(), known: 0 };
    for number in 0..history.len() {
        let commit = history.commit(number).map_err(unreadable)?;
        match own(&commit) {
            Some(documents) => told.own(&history, &commit, documents, &mut shelf),
            None => told.of_folders(&history, &commit, &mut shelf),
        }
        if let Some(bar) = &bar {
            progress::set(bar, number + 1, history.len());
        }
    }
    for (commit, path, refused) in shelf.finish() {
        told.refused.push((commit, path, None, refused));
    }
    let document = Import {
        schema: "nusqa/import/1",
        generator: Generator::new(None),
        repository,
        corpus: shown(context.global.corpus()),
        dry_run: arguments.dry_run,
        commits: history.len(),
        known: told.known,
        imported: told.imported,
        refused: told
            .refused
            .iter()
            .map(|(commit, path, act, refused)| {
                let (code, question) = refused.words(lang);
                RefusedText {
                    commit: commit.clone(),
                    path: path.clone(),
                    act: act.clone(),
                    code,
                    question,
                }
            })
            .collect(),
    };
    let nothing = !document.refused.is_empty() || document.commits == 0;
    context.answer(|| document.clone(), || terminal::import::page(&document, lang))?;
    Ok(if nothing { Outcome::Nothing } else { Outcome::Answer })
}

/// What has been done so far.
struct Told<'a> {
    arguments: &'a ImportGit,
    since: Option<jiff::civil::Date>,
    imported: Vec<ImportedText>,
    refused: Vec<(String, String, Option<String>, Refused)>,
    known: usize,
}

impl Told<'_> {
    /// The folders of acts that a commit of somebody else changed. The text of one is put away
    /// before the next is read.
    fn of_folders(&mut self, history: &History, commit: &Committed, shelf: &mut Shelf) {
        let author_dates = self.arguments.author_dates;
        let desk = RefCell::new((self, shelf));
        let mut wanted = |path: &str| {
            let (told, shelf) = &mut *desk.borrow_mut();
            let known = shelf.holds(&commit.id, path);
            told.known += usize::from(known);
            !known
        };
        history.changed(commit.number, &mut wanted, &mut |changed| {
            let read = match &changed.content {
                Err(fault) => Err(Refused::Fault(fault.clone())),
                Ok(content) => imported(commit, content, author_dates).map_err(Refused::Question),
            };
            let (told, shelf) = &mut *desk.borrow_mut();
            told.put(commit, &changed.path, read, shelf);
        });
    }

    /// The documents of a commit that this program wrote.
    fn own(
        &mut self,
        history: &History,
        commit: &Committed,
        documents: Result<Vec<OwnDocument>, Question>,
        shelf: &mut Shelf,
    ) {
        let documents = match documents {
            Ok(documents) => documents,
            Err(question) => {
                return self.put(commit, "", Err(Refused::Question(question)), shelf);
            }
        };
        for document in documents {
            let path = document.path.clone();
            if shelf.holds(&commit.id, &path) {
                self.known += 1;
                continue;
            }
            let read = match history.file(commit.number, &path) {
                Ok(Some(file)) => document.read(&file).map_err(Refused::Question),
                Ok(None) => Err(Refused::Fault(Fault::Damaged(path.clone()))),
                Err(fault) => Err(Refused::Fault(fault)),
            };
            self.put(commit, &path, read, shelf);
        }
    }

    fn put(
        &mut self,
        commit: &Committed,
        path: &str,
        read: Result<Imported, Refused>,
        shelf: &mut Shelf,
    ) {
        let mut act = None;
        let done = read.and_then(|redaction| {
            act = Some(redaction.act.iri());
            if self.since.is_some_and(|since| redaction.state < since) {
                return Ok(None);
            }
            let Some(files) = shelf.put(&commit.id, path, &redaction)? else {
                self.known += 1;
                return Ok(None);
            };
            Ok(Some(ImportedText {
                act: redaction.act.iri(),
                commit: commit.id.clone(),
                path: path.to_owned(),
                state: wire::Day(redaction.state),
                made_by: redaction.made_by.iter().map(|act| act.iri()).collect(),
                files,
                unknown_keys: redaction.unknown_keys,
            }))
        });
        match done {
            Ok(text) => self.imported.extend(text),
            Err(refused) => {
                self.refused.push((commit.id.clone(), path.to_owned(), act, refused));
            }
        }
    }
}
