//! A reply → the words that a model reads and passes on: the page of the answer, which names
//! file, lines, day and certainty, and what the certainty allows to be said.

use crate::ask::acts::Listed;
use crate::ask::audit::Audits;
use crate::ask::changes::Changed;
use crate::ask::diff::Compared;
use crate::ask::failure::Failure;
use crate::ask::history::Told;
use crate::ask::search::Found;
use crate::ask::show::Shown;
use crate::ask::{Desk, Reply};
use crate::model::certainty::Certainty;
use crate::model::evidence::Evidence;
use crate::query::search::Hit;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{evidence, models, states};
use crate::render::messages::phrases;
use crate::render::terminal;
use crate::render::terminal::audit::Drawing;
use crate::render::terminal::diff::{Layout, View};
use crate::render::terminal::search::Look;
use crate::render::terminal::timeline::Letters;
use std::fmt::Write;

/// A reply that can be put into words.
pub trait Citation: Reply {
    /// The words.
    ///
    /// # Errors
    /// An index that cannot be read.
    fn words(&self, desk: &dyn Desk) -> Result<String, Failure>;
}

impl Citation for Shown {
    fn words(&self, desk: &dyn Desk) -> Result<String, Failure> {
        let lang = desk.lang();
        let page = terminal::show::page(&self.answer, None, None, lang);
        let gaps = !self.answer.unknown_parts.is_empty();
        let open = gaps.then_some(Certainty::Unknown);
        Ok(plain(&page) + &passed_on(open.into_iter().chain([self.answer.certainty]), lang))
    }
}

impl Citation for Told {
    fn words(&self, desk: &dyn Desk) -> Result<String, Failure> {
        let lang = desk.lang();
        let page = terminal::history::page(&self.history, None, Letters::Unicode, lang);
        let certainties = self.history.versions.iter().map(|version| version.certainty);
        Ok(plain(&page) + &passed_on(certainties, lang))
    }
}

impl Citation for Compared {
    fn words(&self, desk: &dyn Desk) -> Result<String, Failure> {
        let lang = desk.lang();
        let view = View { layout: Layout::Unified, all: false, styled: false, width: None };
        let page = terminal::diff::page(&self.comparison, &view, lang);
        let units = self.comparison.units.iter();
        let sides = units.flat_map(|unit| [unit.before.certainty, unit.after.certainty]);
        let whole = [self.comparison.before.certainty, self.comparison.after.certainty];
        Ok(plain(&page) + &passed_on(sides.chain(whole), lang))
    }
}

impl Citation for Found {
    /// A hit of one day is told with the lines that prove it.
    fn words(&self, desk: &dyn Desk) -> Result<String, Failure> {
        let lang = desk.lang();
        let look = Look { width: None, explain: false, took: None };
        let mut words = plain(&terminal::search::page(&self.answer, look, lang));
        let asked = &self.answer.asked;
        if !asked.any_date && asked.between.is_none() && !self.answer.hits.is_empty() {
            let _ = write!(words, "\n{}:\n", models::mcp_evidence(lang));
            for (place, hit) in self.answer.hits.iter().enumerate() {
                let _ = writeln!(words, "{}  {}", place + 1, proof(hit, self, desk)?.join("; "));
            }
        }
        let certainties = self.answer.hits.iter().map(|hit| hit.certainty);
        Ok(words + &passed_on(certainties, lang))
    }
}

impl Citation for Audits {
    fn words(&self, desk: &dyn Desk) -> Result<String, Failure> {
        let drawing = Drawing { width: None, all: false, styled: false };
        Ok(plain(&terminal::audit::page(&self.audits, drawing, desk.lang())))
    }
}

impl Citation for Listed {
    fn words(&self, desk: &dyn Desk) -> Result<String, Failure> {
        Ok(plain(&terminal::acts::page(&self.acts, None, desk.lang())))
    }
}

impl Citation for Changed {
    fn words(&self, desk: &dyn Desk) -> Result<String, Failure> {
        Ok(plain(&terminal::changes::page(&self.since, &self.acts, None, desk.lang())))
    }
}

/// The lines that prove a hit.
fn proof(hit: &Hit, found: &Found, desk: &dyn Desk) -> Result<Vec<String>, Failure> {
    let lang = desk.lang();
    let engine = desk.engine()?;
    let refused = |refusal| Failure::refusal(refusal, Some(&hit.act), lang);
    let act = engine.find_act(&hit.act.iri()).map_err(refused)?;
    let place = hit.paragraph.as_ref().unwrap_or(&hit.address);
    let answer = engine.show(&act, place, found.answer.asked.ask).map_err(refused)?;
    Ok(answer.evidence.iter().map(|piece| line(piece, lang)).collect())
}

fn line(piece: &Evidence, lang: Lang) -> String {
    format!("{} ({})", phrases::place(&piece.span), evidence::kind(piece.kind, lang))
}

/// What each certainty that occurs means, and what the weakest one asks of whoever passes the
/// answer on.
fn passed_on(certainties: impl Iterator<Item = Certainty>, lang: Lang) -> String {
    let all: Vec<Certainty> = certainties.collect();
    let mut words = String::from("\n");
    for &certainty in Certainty::ALL.iter().filter(|certainty| all.contains(certainty)) {
        let name = certainty.name();
        let meaning = models::mcp_meaning(lang, name, states::meaning(certainty, lang));
        let _ = writeln!(words, "{meaning}");
    }
    let warned = [
        (Certainty::Unknown, models::mcp_pass_on_unknown(lang)),
        (Certainty::Presumed, models::mcp_pass_on_presumed(lang)),
        (Certainty::Noted, models::mcp_pass_on_noted(lang)),
    ];
    for (_, warning) in warned.iter().filter(|(certainty, _)| all.contains(certainty)) {
        let _ = writeln!(words, "{warning}");
    }
    if all.is_empty() { String::new() } else { words }
}

/// A page without the codes of a terminal.
fn plain(page: &str) -> String {
    anstream::adapter::strip_str(page).to_string()
}
