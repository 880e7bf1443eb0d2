//! `3-тармақ мынадай редакцияда жазылсын:` → units, indents, titles in new wording; and
//! `… қосымшаға сәйкес жаңа редакцияда жазылсын` → a document replaced by an annex.

use super::super::line::{self, Line, Spotted};
use super::{NewText, Reading};
use crate::kazakh::noun::Case;
use crate::kazakh::unit::UnitNoun;
use crate::model::address::Step;
use crate::model::instruction::Operation;
use crate::parse::citation::expand::{self, Scope};
use crate::parse::citation::phrase;

/// Reads an order that words something anew.
pub(super) fn read(line: &Line, scope: &Scope) -> Option<Reading> {
    if !["редакцияда", "редакцияға"].iter().any(|word| line.has(word)) {
        return None;
    }
    if let Some(annex) = by_annex(line) {
        return replaced_by_annex(line, annex, scope);
    }
    let targets = line::addresses(scope, &line.citations)?;
    let noun = line.citations.last()?.chain.last()?.noun;
    let alike = |cited: &Spotted| cited.chain.last().map(|cited| cited.noun) == Some(noun);
    if !line.citations.iter().all(alike) {
        return None;
    }
    let (operation, new_text) = match noun {
        UnitNoun::Indent => (Operation::ReplaceIndents, NewText::Paragraphs),
        UnitNoun::Title => (Operation::ReplaceTitle, NewText::Headings),
        UnitNoun::Division
            if matches!(targets.last()?.last(), Some(Step::Text(_) | Step::LastText)) =>
        {
            (Operation::Replace, NewText::Paragraphs)
        }
        UnitNoun::Row | UnitNoun::Position => (Operation::Replace, NewText::Rows),
        UnitNoun::Preamble | UnitNoun::OldPreamble | UnitNoun::Table => {
            (Operation::Replace, NewText::Bare)
        }
        UnitNoun::Body | UnitNoun::Contents | UnitNoun::Footnote => return None,
        _ => (Operation::Replace, NewText::Units),
    };
    Some(Reading { new_text, ..Reading::new(operation, targets) })
}

/// `осы бұйрыққа 1-қосымшаға сәйкес`: the citation of the annex that holds the new text.
pub(super) fn by_annex(line: &Line) -> Option<&Spotted> {
    line.citations.iter().find(|cited| {
        let annex = matches!(cited.chain.as_slice(), [only] if only.noun == UnitNoun::Annex);
        annex
            && phrase::case(&cited.chain) == Some(Case::Dative)
            && line.follows(cited.bytes.end, "сәйкес")
    })
}

fn replaced_by_annex(line: &Line, annex: &Spotted, scope: &Scope) -> Option<Reading> {
    let others: Vec<_> = line.citations.iter().filter(|c| c.bytes != annex.bytes).collect();
    let targets = match others.as_slice() {
        // The document itself, named by its title.
        [] => vec![scope.address.clone()],
        cited => line::addresses(scope, cited.iter().copied())?,
    };
    let new_text = NewText::Annex;
    // The annex is a place in the amending act; its own address says which.
    let source = expand::expand(&Scope::default(), &annex.chain)?;
    let container = source.into_iter().next();
    Some(Reading { new_text, container, ..Reading::new(Operation::ReplaceByAnnex, targets) })
}
