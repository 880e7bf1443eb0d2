//! One build: which acts the changed inputs reach, their timelines, and the switch to the new
//! index.

use super::BuildError;
use super::alias::Aliases;
use super::holders::still_unread;
use super::inputs::{Known, hash};
use super::left_out::left_out;
use super::plan::Work;
use super::stale::stamped;
use crate::index::{IndexError, Layout, Manifest, Stamp, TOOL, Writer};
use crate::kazakh::token::Keys;
use crate::model::act::ActId;
use crate::source::folder::CorpusFolder;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Characters of texts that are kept in memory, read, for acts that are still to be worked out;
/// those of a larger corpus are put on a shelf.
const KEPT: usize = 6 << 20;

/// How far a build is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Another process builds; this one waits for it.
    Waiting,
    /// Texts read, of how many.
    Reading(usize, usize),
    /// Acts written, of how many.
    Writing(usize, usize),
}

/// What a build did.
#[derive(Debug, Default)]
pub struct Report {
    /// Acts in the index, those that are only named included.
    pub acts: usize,
    /// Texts in the corpus.
    pub texts: usize,
    /// Acts worked out anew.
    pub rebuilt: usize,
    /// Versions written.
    pub versions: usize,
    /// Hash over all inputs.
    pub corpus: String,
    /// What of the corpus could not be read, and is not in the index.
    pub unread: Vec<BuildError>,
}

/// Brings the index up to date with the corpus. `whole` does everything again. A text, a card or an
/// act that cannot be read is told in the report and stops nothing else.
///
/// # Errors
/// A corpus of which nothing can be read, an index that cannot be written; the old index then
/// stays in use.
pub fn build(
    corpus: &Path,
    index: &Path,
    whole: bool,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Report, BuildError> {
    build_by(corpus, index, whole, None, None, progress)
}

/// The same, for an index in which words are found by these keys; by those of the index in use
/// where none are given. The day is the one on which it is built, for those who ask later what
/// changed since.
///
/// # Errors
/// As [`build`].
pub fn build_by(
    corpus: &Path,
    index: &Path,
    whole: bool,
    keys: Option<Keys>,
    day: Option<Date>,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Report, BuildError> {
    build_keeping(KEPT, Asked { corpus, index, whole, keys, day }, progress)
}

/// What a build is asked for.
struct Asked<'a> {
    corpus: &'a Path,
    index: &'a Path,
    whole: bool,
    keys: Option<Keys>,
    day: Option<Date>,
}

/// A build that keeps at most so many characters of texts in memory, read.
fn build_keeping(
    kept: usize,
    Asked { corpus, index, whole, keys, day }: Asked<'_>,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<Report, BuildError> {
    let layout = Layout::new(index);
    let mut folder = CorpusFolder::open(corpus)?;
    let used = layout.stamp().ok().and_then(|stamp| Keys::named(&stamp.keys));
    let keys = keys.or(used).unwrap_or_default();
    let whole = whole || used.is_some_and(|used| used != keys);
    let in_use = layout.in_use();
    let known = || if whole { None } else { old_manifest(&layout) };
    let mut old = known();
    let inputs = hash(&folder, Known { manifest: old.as_ref(), now: layout.now() });
    let mut unread: Vec<BuildError> = folder.faults.drain(..).map(BuildError::from).collect();
    let stamp = stamped(corpus, &inputs.corpus, keys.name());
    let lock = layout.lock(|| progress(Progress::Waiting)).map_err(BuildError::Index)?;
    if layout.in_use() != in_use {
        // Another process has built meanwhile.
        old = known();
    }
    if let (Some(old), Some(stamp)) = (&old, &stamp)
        && layout.stamp().is_ok_and(|known| {
            known.corpus == stamp.corpus
                && known.tool == stamp.tool
                && known.corpus_path == stamp.corpus_path
        })
    {
        unread.extend(still_unread(&folder, &inputs, old));
        layout.refresh(&Stamp { left_out: left_out(&folder, &unread), ..stamp.clone() });
        let acts = every_act(old, &Aliases::of(old)).len();
        return Ok(Report {
            acts,
            texts: old.texts.len(),
            corpus: inputs.corpus,
            unread,
            ..Report::default()
        });
    }
    let history = layout.history().ok();
    // Without its history an index does not tell what its other acts say.
    let old = old.filter(|_| history.is_some());
    let work = Work { folder: &folder, inputs: &inputs, index, kept, progress };
    let mut plan = work.plan(old);
    unread.append(&mut plan.unread);
    if plan.manifest.texts.is_empty() && !unread.is_empty() {
        return Err(unread.remove(0));
    }
    let mut writer = Writer::begin(&layout, lock, plan.base, keys).map_err(BuildError::Index)?;
    let mut report = Report {
        texts: plan.manifest.texts.len(),
        acts: every_act(&plan.manifest, &plan.aliases).len(),
        rebuilt: plan.reached.len(),
        corpus: inputs.corpus.clone(),
        versions: 0,
        unread,
    };
    let said = work.write(&mut plan, &mut writer, &mut report)?;
    let stamp =
        stamp.ok_or_else(|| BuildError::Index(IndexError::Missing { path: layout.shown() }))?;
    let stamp = Stamp { left_out: left_out(&folder, &report.unread), ..stamp };
    let history = history.unwrap_or_default();
    let mut acts = if plan.base { history.acts().clone() } else { BTreeMap::new() };
    for (act, digest) in said {
        match digest {
            Some(digest) => acts.insert(act, digest),
            None => acts.remove(&act),
        };
    }
    let history = history.then(&stamp.corpus, &stamp.tool, day, acts);
    writer.finish(&stamp, &plan.manifest, &history).map_err(BuildError::Index)?;
    Ok(report)
}

fn old_manifest(layout: &Layout) -> Option<Manifest> {
    let stamp = layout.stamp().ok()?;
    layout.check_lengths().ok()?;
    (stamp.tool == TOOL).then(|| layout.manifest().ok()).flatten()
}

/// Every act that a manifest speaks of.
fn every_act(manifest: &Manifest, aliases: &Aliases) -> BTreeSet<ActId> {
    manifest
        .texts
        .values()
        .flat_map(|text| std::iter::once(&text.act).chain(&text.amends).chain(&text.names))
        .map(|act| aliases.resolve(act))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::Index;
    use crate::model::address::Address;
    use crate::model::version::Axis;

    /// Everything that an index says, with the identities of what it was made of.
    fn said(index: &Path) -> Vec<String> {
        let index = Index::open(&Layout::new(index)).expect("an index");
        let mut said = vec![index.stamp().corpus.clone()];
        for act in index.acts().expect("acts") {
            said.push(format!("{act:?}"));
            for axis in [Axis::InForce, Axis::Adopted] {
                let versions = index.versions_under(&act.id.iri(), &Address::whole(), axis);
                said.extend(versions.expect("versions").iter().map(|one| format!("{one:?}")));
            }
        }
        said
    }

    #[test]
    fn what_memory_has_no_room_for_is_built_all_the_same() {
        let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
        let folder = tempfile::tempdir().expect("a folder");
        let built = |kept: usize, name: &str| {
            let index = folder.path().join(name);
            let asked =
                Asked { corpus: &corpus, index: &index, whole: true, keys: None, day: None };
            build_keeping(kept, asked, &|_| {}).expect("an index");
            said(&index)
        };
        assert_eq!(built(0, "shelved"), built(KEPT, "in memory"));
    }
}
