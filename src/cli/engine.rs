//! The index that questions are put to, built on the way where it is missing or stale.

use super::failure::Failure;
use super::{Context, progress, unread};
use crate::ask::Desk;
use crate::ask::desk::Sources;
use crate::build::{BuildError, Freshness, Progress, Report, build, build_by, freshness};
use crate::index::{IndexError, Layout};
use crate::kazakh::token::Keys;
use crate::query::Engine;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::causes::cause_in_content;
use crate::render::messages::catalogue::serving::operator;
use crate::render::messages::catalogue::usage::hints;
use crate::render::messages::catalogue::{errors, pages};
use crate::source::folder::shown;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

/// Opens the index, after bringing it up to date where one cheap comparison tells that it is
/// not, or where a full check is asked for. An index that cannot be written is used as it is. Of
/// what the index leaves out, because it cannot be read, everybody is warned.
pub fn open(context: &Context) -> Result<Engine, Failure> {
    let engine = || Engine::open(&context.global.index);
    let mut whole = false;
    if !is_stale(context)? {
        match engine() {
            Ok(engine) => {
                unread::remind(engine.stamp().left_out.count, context);
                return Ok(engine);
            }
            Err(error @ IndexError::Damaged { .. }) if may_be_made_anew(context) => {
                context.screen.complain(&warned(anew(&error, context.lang), context.lang));
                whole = true;
            }
            Err(error) => return Err(Failure::index(error, context.lang)),
        }
    }
    match renew(whole, None, context) {
        Err(BuildError::Index(error @ IndexError::NotWritable { .. })) => {
            // What is wrong with the index that is there says more than that it cannot be renewed.
            return engine().map_err(|own| {
                let is_there = !matches!(own, IndexError::Missing { .. });
                Failure::index(if is_there { own } else { error }, context.lang)
            });
        }
        Err(error) => return Err(Failure::build(error, context.lang)),
        Ok(report) => unread::warn(&unread::findings(report.unread, context.lang), context),
    }
    engine().map_err(|error| Failure::index(error, context.lang))
}

/// True where there is a corpus to make an index of, and the right to do so.
fn may_be_made_anew(context: &Context) -> bool {
    context.global.corpus().is_dir() && !Layout::new(&context.global.index).is_read_only()
}

/// Why an index is made anew though there is one; `None` where there is none.
fn anew(error: &IndexError, lang: Lang) -> Option<String> {
    match error {
        IndexError::OtherVersion { found, expected, .. } => {
            Some(operator::renews_format(lang, found.to_string(), expected.to_string()))
        }
        IndexError::Damaged { path, cause } => {
            Some(operator::renews_damaged(lang, path, cause_in_content(cause, lang)))
        }
        IndexError::Missing { .. } | IndexError::NotWritable { .. } => None,
    }
}

/// A line that warns, for words that are there.
fn warned(words: Option<String>, lang: Lang) -> String {
    words.map(|words| format!("{}: {words}\n", hints::warning(lang))).unwrap_or_default()
}

/// What a server that answers for long takes its answers from.
pub fn sources(context: &Context) -> Sources {
    Sources {
        corpus: context.global.corpus().to_owned(),
        index: context.global.index.clone(),
        today: Arc::new(super::today),
    }
}

/// What a server does before it can answer.
pub enum Step {
    /// It builds the index.
    Building,
    /// The index is built.
    Ready,
    /// Words on what the index leaves out.
    LeftOut(String),
}

/// How a server brings its index up to date while it already listens; `tell` hears what it does.
///
/// # Errors
/// A corpus that is named and not there.
pub fn preparation(
    context: &Context,
    tell: impl Fn(Step) + Send + Sync + 'static,
) -> Result<impl Fn() -> Result<(), Failure> + Send + Sync + 'static, Failure> {
    let (lang, stale) = (context.lang, is_stale(context)?);
    let Sources { corpus, index, .. } = sources(context);
    Ok(move || {
        let damaged = match Engine::open(&index) {
            Err(error @ (IndexError::Damaged { .. } | IndexError::OtherVersion { .. })) => {
                tell(Step::LeftOut(warned(anew(&error, lang), lang).trim_end().to_owned()));
                true
            }
            _ => false,
        };
        if !(stale || damaged && corpus.is_dir()) {
            let left_out = Layout::new(&index).stamp().map_or(0, |stamp| stamp.left_out.count);
            if left_out > 0 {
                tell(Step::LeftOut(unread::reminder(left_out, lang)));
            }
            return Ok(());
        }
        tell(Step::Building);
        match build(&corpus, &index, damaged, &|_| {}) {
            Ok(report) => {
                let found = unread::findings(report.unread, lang);
                if !found.is_empty() {
                    tell(Step::LeftOut(unread::warning(&found, lang).trim_end().to_owned()));
                }
                tell(Step::Ready);
            }
            // What cannot be written is used as it is, where it is.
            Err(BuildError::Index(IndexError::NotWritable { .. })) if index.exists() => {}
            Err(error) => return Err(Failure::build(error, lang)),
        }
        Ok(())
    })
}

/// True where the index must be looked after before questions are put to it.
pub fn is_stale(context: &Context) -> Result<bool, Failure> {
    let global = &context.global;
    if let Some(corpus) = global.named_corpus()
        && is_another_that_is_not_there(corpus, &Layout::new(&global.index))
    {
        let path = shown(corpus);
        return Err(Failure::in_file(errors::corpus_missing(context.lang, &path), &path, None));
    }
    let layout = Layout::new(&global.index);
    Ok(match freshness(global.corpus(), &layout) {
        Ok(Freshness::Fresh) => global.fresh,
        // One that somebody else builds is used as it is; the corpus need not be read to find out.
        Ok(Freshness::Stale) | Err(_) if layout.is_read_only() => global.fresh,
        // One that cannot be read is made anew, like one that is not there.
        Ok(Freshness::Stale) | Err(_) => true,
    })
}

/// True for a corpus that does not exist and of which the index was not made: an index outlives
/// its own corpus, but does not speak for another one.
fn is_another_that_is_not_there(corpus: &Path, layout: &Layout) -> bool {
    let missing = fs::metadata(corpus).is_err_and(|error| error.kind() == ErrorKind::NotFound);
    missing && layout.stamp().is_ok_and(|stamp| stamp.corpus_path != shown(corpus))
}

/// Brings the index up to date, with a progress bar where there is a terminal.
pub fn renew(whole: bool, keys: Option<Keys>, context: &Context) -> Result<Report, BuildError> {
    let global = &context.global;
    let bar =
        context.screen.shows_progress().then(|| progress::bar(pages::build_progress(context.lang)));
    let progress = |progress| {
        let (done, all) = match progress {
            Progress::Waiting => {
                let words = operator::build_waits(context.lang);
                context.screen.complain(&format!("{words}\n"));
                return;
            }
            Progress::Reading(done, all) | Progress::Writing(done, all) => (done, all),
        };
        let Some(bar) = &bar else { return };
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    };
    // A day that cannot be read is complained of where it is asked for.
    let day = context.today().ok();
    let tell = |error: &IndexError| {
        context.screen.complain(&warned(anew(error, context.lang), context.lang));
    };
    if let Err(error) = Layout::new(&global.index).check_lengths()
        && !whole
    {
        tell(&error);
    }
    let make = |whole| build_by(global.corpus(), &global.index, whole, keys, day, &progress);
    let built = match make(whole) {
        // What a build takes over is compared when it is read.
        Err(BuildError::Index(error @ IndexError::Damaged { .. })) if !whole => {
            tell(&error);
            make(true)
        }
        built => built,
    };
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    built
}
