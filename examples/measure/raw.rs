//! The acts of an index → the time in which the program indexes them, and the time in which tantivy
//! alone indexes the very same documents by the same schema. Both begin with everything in memory,
//! and end with everything on the disk.

use crate::drawn::acts;
use crate::rebuilt::{AT, END, Terms, documents};
use crate::{Outcome, cpu_seconds, fault, ms};
use nusqa::index::{History, Index, Layout, Manifest, ReadyAct, StoredAct, StoredVersion, Writer};
use nusqa::kazakh::token::Keys;
use nusqa::model::address::Address;
use nusqa::model::version::Axis;
use rayon::prelude::*;
use serde_json::json;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::mpsc::sync_channel;
use std::time::Instant;
use tantivy::schema::Schema;
use tantivy::tokenizer::{
    LowerCaser, SimpleTokenizer, TextAnalyzer, Token, TokenStream, Tokenizer,
};
use tantivy::{IndexSettings, IndexWriter, TantivyDocument};

/// Memory of tantivy's writer, in bytes.
const MEMORY: usize = 128 << 20;
/// Acts that are made ready side by side, as in a build.
const BATCH: usize = 64;

type Acts = Vec<(StoredAct, Vec<StoredVersion>)>;

pub fn raw(path: &Path, out: &Path, every: usize) -> Outcome {
    let index = Index::open(&Layout::new(path)).map_err(fault)?;
    let stamp = index.stamp().clone();
    let mut held: Acts = Vec::new();
    for act in acts(&index, every)? {
        let iri = act.id.iri();
        let mut versions = Vec::new();
        for axis in [Axis::InForce, Axis::Adopted] {
            versions.extend(index.versions_under(&iri, &Address::whole(), axis).map_err(fault)?);
        }
        held.push((act, versions));
    }
    drop(index);
    let words = |version: &StoredVersion| version.version.text.as_ref().map_or(0, String::len);
    let bytes: usize = held.iter().flat_map(|(_, versions)| versions).map(words).sum();
    let count: usize = held.iter().map(|(_, versions)| versions.len() + 1).sum();
    let tell = |what: &str, took: (f64, Option<f64>), folder: &Path| -> Outcome {
        let (wall, cpu) = took;
        println!(
            "{}",
            json!({
                "what": what, "MB/s": bytes as f64 / 1e3 / wall, "s": wall / 1e3, "s of CPU": cpu,
                "documents/s": count as f64 * 1e3 / wall, "documents": count,
                "bytes": size(folder)?, "of text": bytes
            })
        );
        Ok(())
    };

    let ours = out.join("ours");
    let took = timed(|| write(&ours, &held, &stamp))?;
    let folder = Layout::new(&ours).current().map_err(fault)?;
    tell("indexing", took, &folder)?;
    drop(held);

    let forms = [Terms::Text, Terms::Ready];
    let (schema, mut found) = documents(&folder, &forms)?;
    for (what, form) in
        [("tantivy alone", Terms::Text), ("tantivy alone, terms ready-made", Terms::Ready)]
    {
        let documents = found.remove(0);
        if documents.len() != count {
            return Err(format!("{} documents of {count}", documents.len()).into());
        }
        let folder = out.join(format!("raw{}", found.len()));
        fs::create_dir_all(&folder)?;
        let took = timed(|| alone(&folder, &schema, documents, form))?;
        tell(what, took, &folder)?;
    }
    Ok(())
}

/// Milliseconds, and seconds of CPU where the system tells them.
fn timed(what: impl FnOnce() -> Outcome) -> Result<(f64, Option<f64>), Box<dyn Error>> {
    let (cpu, start) = (cpu_seconds(), Instant::now());
    what()?;
    let wall = ms(start);
    Ok((wall, cpu_seconds().zip(cpu).map(|(after, before)| after - before)))
}

/// Writes acts as a build does: some are made ready while those before them are written down.
fn write(out: &Path, held: &Acts, stamp: &nusqa::index::Stamp) -> Outcome {
    let layout = Layout::new(out);
    let lock = layout.lock(|| ()).map_err(fault)?;
    let keys = Keys::named(&stamp.keys).unwrap_or_default();
    let mut writer = Writer::begin(&layout, lock, false, keys).map_err(fault)?;
    let ready = writer.ready();
    let (sender, receiver) = sync_channel::<ReadyAct>(BATCH);
    std::thread::scope(|scope| {
        let writer = &mut writer;
        let writing = scope.spawn(move || {
            for act in receiver {
                writer.add(act).map_err(|error| format!("{error:?}"))?;
            }
            Ok::<(), String>(())
        });
        for batch in held.chunks(BATCH) {
            let done: Vec<ReadyAct> = batch
                .par_iter()
                .map_init(|| ready.clone(), |documents, (act, all)| documents.of(act, all))
                .collect::<Result<_, _>>()
                .map_err(|error| format!("{error:?}"))?;
            for act in done {
                if sender.send(act).is_err() {
                    break;
                }
            }
        }
        drop(sender);
        writing.join().map_err(|_| "the writer ended".to_owned())?
    })?;
    writer.finish(stamp, &Manifest::default(), &History::default()).map_err(fault)
}

fn alone(folder: &Path, schema: &Schema, documents: Vec<TantivyDocument>, form: Terms) -> Outcome {
    let index = tantivy::Index::create(
        tantivy::directory::MmapDirectory::open(folder)?,
        schema.clone(),
        IndexSettings::default(),
    )?;
    for (_, entry) in schema.fields() {
        let tantivy::schema::FieldType::Str(options) = entry.field_type() else { continue };
        let Some(indexing) = options.get_indexing_options() else { continue };
        let name = indexing.tokenizer();
        if ["raw", "default"].contains(&name) {
            continue;
        }
        let analyzer = match form {
            Terms::Text | Terms::Values => {
                TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).build()
            }
            Terms::Ready => TextAnalyzer::builder(Ready::default()).build(),
        };
        index.tokenizers().register(name, analyzer);
    }
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut writer: IndexWriter = index.writer_with_num_threads(threads, MEMORY)?;
    for document in documents {
        writer.add_document(document)?;
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    Ok(())
}

fn size(folder: &Path) -> Result<u64, Box<dyn Error>> {
    let mut total = 0;
    for entry in fs::read_dir(folder)? {
        total += entry?.metadata()?.len();
    }
    Ok(total)
}

/// Takes ready-made terms apart.
#[derive(Clone, Default)]
struct Ready {
    token: Token,
}

struct Stream<'a> {
    rest: &'a str,
    token: &'a mut Token,
}

impl Tokenizer for Ready {
    type TokenStream<'a> = Stream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Stream<'a> {
        Stream { rest: text, token: &mut self.token }
    }
}

impl TokenStream for Stream<'_> {
    fn advance(&mut self) -> bool {
        let Some((term, rest)) = self.rest.split_once(END) else { return false };
        let (at, term) = term.split_once(AT).unwrap_or(("0", term));
        self.rest = rest;
        self.token.position = at.parse().unwrap_or_default();
        self.token.text.clear();
        self.token.text.push_str(term);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
