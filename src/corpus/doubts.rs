//! The card of an act beside its texts and the table of facts → what does not go together: texts
//! that the card leaves out, and facts of the card that the line of requisites of a text or a row
//! of the table contradicts.

use super::{Identity, ReadText};
use crate::model::day::EffectRule;
use crate::source::folder::{ActFolder, CorpusFolder};
use jiff::civil::Date;

/// Something about a card that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// A file of a text lies beside the card, which does not name it: it is not read.
    UnnamedText {
        /// The file, as shown to users.
        file: String,
        /// The card, as shown to users.
        card: String,
    },
    /// The text says something else of its act than the card, whose word counts.
    Contradicted {
        /// The card, as shown to users.
        card: String,
        /// Line of the card, counted from 1.
        line: usize,
        /// The key, dotted: `act.adopted`.
        key: &'static str,
        /// What the card says.
        said: String,
        /// What the text says.
        printed: String,
        /// The text, as shown to users.
        file: String,
        /// Line of the text, counted from 1.
        text_line: usize,
    },
    /// The table of facts gives a day of the act otherwise than the card, whose word counts.
    FactsDiffer {
        /// The card, as shown to users.
        card: String,
        /// Line of the card, counted from 1.
        line: usize,
        /// The key, dotted: `days.first_published`.
        key: &'static str,
        /// What the card says.
        said: Date,
        /// What the table says.
        told: Date,
        /// The table, as shown to users.
        table: String,
        /// Line of the table, counted from 1.
        table_line: usize,
    },
}

/// The days of the card of a folder that the table of facts gives otherwise.
pub fn differing_days(corpus: &CorpusFolder, folder: &ActFolder, own: &Identity) -> Vec<Doubt> {
    let published = own.days.published.map(|day| day.0);
    let in_force = match (&folder.card.entry_into_force, &own.effect) {
        (Some(_), EffectRule::OnDate(day)) => Some(*day),
        _ => None,
    };
    let rows = corpus.facts.rows(&own.id);
    let days = rows.flat_map(|fact| {
        let whole = fact.in_force.filter(|_| fact.units.is_empty());
        [
            ("days.first_published", published, fact.first_published, fact.line),
            ("entry_into_force.date", in_force, whole, fact.line),
        ]
    });
    let differ = days.filter_map(|(key, said, told, table_line)| {
        let (said, told) = said.zip(told).filter(|(said, told)| said != told)?;
        Some(Doubt::FactsDiffer {
            card: folder.card_path.clone(),
            line: folder.line_of(key),
            key,
            said,
            told,
            table: corpus.facts_path(),
            table_line,
        })
    });
    differ.collect()
}

/// The doubts about the card of a folder; `texts` are those of its texts that were read.
pub fn doubts(folder: &ActFolder, texts: &[ReadText]) -> Vec<Doubt> {
    let unnamed = folder
        .unnamed
        .iter()
        .map(|file| Doubt::UnnamedText { file: file.clone(), card: folder.card_path.clone() });
    let own = texts.iter().filter(|text| text.component.is_whole());
    unnamed.chain(own.flat_map(|text| contradicted(folder, text))).collect()
}

fn contradicted(folder: &ActFolder, text: &ReadText) -> Vec<Doubt> {
    let Some(told) = &text.requisites else { return Vec::new() };
    let card = &folder.card.act;
    let day = card.adopted.as_ref().and_then(|day| day.date).map(|day| day.to_string());
    let facts = [
        ("act.type", card.form.clone(), told.act.form.name().to_owned()),
        ("act.number", card.number.clone(), told.act.number.clone()),
        ("act.adopted", day, told.act.adopted.to_string()),
    ];
    let lines = text.tree.span(told.unit).lines;
    let differ = facts.into_iter().filter_map(|(key, said, printed)| {
        let said = said.filter(|said| *said != printed)?;
        Some(Doubt::Contradicted {
            card: folder.card_path.clone(),
            line: folder.line_of(key),
            key,
            said,
            printed,
            file: text.tree.source.file.to_string(),
            text_line: lines.0,
        })
    });
    differ.collect()
}
