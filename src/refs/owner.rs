//! What owns a chain of units: `осы баптың`, `осы Қағидалардың`, a named act, or an abbreviation
//! that the document has introduced for one.

use super::scan::Scan;
use super::{ActName, CitedAct};
use crate::kazakh::inflection::is_inflection;
use crate::kazakh::noun::{Case, Form};
use crate::kazakh::skeleton::{same, skeleton};
use crate::kazakh::unit::{UnitNoun, recognise};
use crate::model::act::ActType;
use crate::model::address::{Address, Step};
use crate::parse::citation::token::{Token, TokenKind, tokens};
use crate::parse::mention;
use crate::terms::definition::around;
use crate::terms::{Introduction, Term, document};

/// An owner at the front of some tokens.
pub(super) struct Owner {
    /// The act.
    pub act: CitedAct,
    /// The unit of it; `None` where the words name one that is not around the citation.
    pub base: Option<Address>,
    /// How many tokens it takes.
    pub taken: usize,
    /// Its case; `None` where an abbreviation carries none.
    pub case: Option<Case>,
    /// True where it cites by itself, without units behind it.
    pub alone: bool,
    /// True where an abbreviation names it.
    pub abbreviated: bool,
    /// True where that abbreviation is introduced by words of another day.
    pub presumed: bool,
}

/// An abbreviation that stands for an act, or for the document that introduces it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Alias {
    pub words: Vec<String>,
    pub scope: Address,
    pub act: CitedAct,
    pub base: Address,
    /// True where the words that introduce it are those of another day.
    pub presumed: bool,
}

impl Alias {
    /// True for the same abbreviation in the same document, whatever it stands for.
    pub fn is_homonym(&self, other: &Alias) -> bool {
        self.words == other.words && self.scope == other.scope
    }
}

/// The alias that a term is, if its words stand for an act or for the document itself.
pub(super) fn alias(term: &Term, titles: &[(Address, String)]) -> Option<Alias> {
    if term.introduced != Introduction::Hereafter {
        return None;
    }
    let (act, base) = match named_last(&term.meaning) {
        Some((name, base)) => (CitedAct::Named(name), base),
        None => (CitedAct::Own, itself(term, titles)?),
    };
    let said = tokens(&term.term);
    let words = said.iter().map(|token| term.term[token.bytes.clone()].to_owned()).collect();
    Some(Alias { words, scope: term.scope.clone(), act, base, presumed: false })
}

/// The act that words name with their end, and the document of it.
fn named_last(meaning: &str) -> Option<(ActName, Address)> {
    let tokens = tokens(meaning);
    let reader = super::name::Reader::new(meaning);
    for start in 0..tokens.len() {
        let mut input = &tokens[start..];
        let Ok((name, form)) = reader.act(&mut input) else { continue };
        if input.is_empty() {
            return Some((name, Address::whole()));
        }
        let approved = matches!(input[0].kind, TokenKind::Word(word) if is_approved(word));
        if approved && form.case == Case::Instrumental {
            return Some((name, Address::new(vec![Step::Approved])));
        }
        return None;
    }
    None
}

/// The document that names itself: `Осы … қағидалары (бұдан әрі – Қағидалар)`, or by its title.
fn itself(term: &Term, titles: &[(Address, String)]) -> Option<Address> {
    let own = document(&term.address);
    let said = skeleton(&term.meaning);
    let this = said.split_whitespace().next() == Some(&skeleton("осы"));
    let titled = titles
        .iter()
        .find(|(component, title)| *component == own && skeleton(title).ends_with(&said));
    (this || titled.is_some()).then_some(own)
}

/// True for `бекітілген`.
pub(super) fn is_approved(word: &str) -> bool {
    same(word, "бекітілген")
}

/// How many tokens may stand between `осы` and the unit of the document that it names.
const LONGEST_TITLE: usize = 24;

impl<'a> Scan<'a> {
    /// The owner at a token.
    pub(super) fn owner(&self, at: usize) -> Option<Owner> {
        let TokenKind::Word(word) = self.tokens[at].kind else {
            return self.named(at);
        };
        if same(word, "осы") {
            return self.this(at);
        }
        self.named(at).or_else(|| self.attached(at)).or_else(|| self.abbreviated(at))
    }

    /// `қоса берілген қағидалардың 5-тармағы`: the document that the act approves is attached to
    /// its body.
    fn attached(&self, at: usize) -> Option<Owner> {
        let said = |at: usize, word: &str| {
            let token = self.tokens.get(at).map(|token| &token.kind);
            matches!(token, Some(TokenKind::Word(found)) if same(found, word))
        };
        let in_body = document(self.passage.address).is_whole();
        let attached = said(at, "қоса") && (said(at + 1, "берілген") || said(at + 1, "беріліп"));
        if !in_body || !attached {
            return None;
        }
        let units = self.units_behind(at + 2)?;
        Some(Owner {
            act: CitedAct::Own,
            base: Some(Address::new(vec![Step::Approved])),
            taken: units - at,
            case: Some(Case::Genitive),
            alone: false,
            abbreviated: false,
            presumed: false,
        })
    }

    fn named(&self, at: usize) -> Option<Owner> {
        let mut input = self.window(at);
        let length = input.len();
        let (name, form) = self.reader.act(&mut input).ok()?;
        let end = at + length - input.len();
        let owner = |base, taken, case| Owner {
            act: CitedAct::Named(name.clone()),
            base: Some(base),
            taken,
            case: Some(case),
            alone: true,
            abbreviated: false,
            presumed: false,
        };
        if form.case == Case::Instrumental
            && let Some(units) = self.units_of_approved(end)
        {
            let base = Address::new(vec![Step::Approved]);
            return Some(owner(base, units - at, Case::Genitive));
        }
        Some(owner(Address::whole(), end - at, form.case))
    }

    /// Where the units of a document begin that an act named before approves: `қаулысымен
    /// бекітілген … талаптардың 6-тармағы`.
    fn units_of_approved(&self, from: usize) -> Option<usize> {
        let TokenKind::Word(word) = self.tokens.get(from)?.kind else { return None };
        if !is_approved(word) {
            return None;
        }
        self.units_behind(from + 1)
    }

    /// Where units begin that the noun phrase from a token on owns: nothing but words, and the
    /// last of them in the genitive, or an abbreviation before a possessed unit.
    fn units_behind(&self, from: usize) -> Option<usize> {
        for at in from..self.tokens.len().min(from + LONGEST_TITLE) {
            let token = &self.tokens[at];
            if at > from
                && let Some(first) = self.first_unit(at)
            {
                let TokenKind::Word(word) = self.tokens[at - 1].kind else { return None };
                let annex = first.noun == UnitNoun::Annex && is_dative(word);
                let owned = first.form.possessed && (is_genitive(word) || is_abbreviation(word));
                return (annex || owned).then_some(at);
            }
            match token.kind {
                TokenKind::Word(word) if recognise(word).is_some() => return None,
                TokenKind::Word(_) | TokenKind::Dash => {}
                TokenKind::Mark(mark) if crate::parse::quotes::is_quote(mark) => {}
                _ => return None,
            }
        }
        None
    }

    fn this(&self, at: usize) -> Option<Owner> {
        let TokenKind::Word(next) = self.tokens.get(at + 1)?.kind else {
            return self.this_document(at);
        };
        if let Some((noun, form)) = recognise(next).filter(|(_, form)| !form.plural) {
            return self.this_unit(noun, form);
        }
        let constitutional = same(next, "конституциялық");
        let word_at = at + 1 + usize::from(constitutional);
        if let Some(TokenKind::Word(word)) = self.tokens.get(word_at).map(|token| &token.kind)
            && let Some((form, declined)) = mention::form_word(word)
            && !declined.plural
        {
            let end = word_at + 1;
            let mut owner = self.this_act(form, declined, word_at, end - at);
            if declined.case == Case::Instrumental
                && let Some(units) = self.units_of_approved(end)
            {
                owner.base = Some(Address::new(vec![Step::Approved]));
                owner.taken = units - at;
                owner.case = Some(Case::Genitive);
            }
            return Some(owner);
        }
        self.this_document(at)
    }

    /// `осы Заңның`: the act itself, where it has that form; else what the document calls so.
    fn this_act(&self, form: ActType, declined: Form, word_at: usize, taken: usize) -> Owner {
        let own = form == self.form || (form.is_law() && self.form.is_law());
        let (act, base, presumed) = match self.alias_at(word_at) {
            _ if own => (CitedAct::Own, Address::whole(), false),
            Some((alias, _)) => (alias.act.clone(), alias.base.clone(), alias.presumed),
            None => (CitedAct::Unclear, Address::whole(), false),
        };
        Owner {
            act,
            base: Some(base),
            taken,
            case: Some(declined.case),
            alone: false,
            abbreviated: false,
            presumed,
        }
    }

    fn this_unit(&self, noun: UnitNoun, form: Form) -> Option<Owner> {
        let base = match noun {
            UnitNoun::Article
            | UnitNoun::Paragraph
            | UnitNoun::Subparagraph
            | UnitNoun::Chapter
            | UnitNoun::Section => around(self.passage, noun),
            UnitNoun::Part | UnitNoun::Annex => Some(around(self.passage, noun)?),
            // The part or indent in which the words stand is the unit itself.
            UnitNoun::Division | UnitNoun::Indent => Some(self.unit()),
            _ => return None,
        };
        Some(Owner {
            act: CitedAct::Own,
            base,
            taken: 2,
            case: Some(form.case),
            alone: true,
            abbreviated: false,
            presumed: false,
        })
    }

    /// `осы Қағидаларға 1-қосымша`, `осы БТ 48-тармағы`.
    fn this_document(&self, at: usize) -> Option<Owner> {
        let units = self.units_behind(at + 1)?;
        Some(Owner {
            act: CitedAct::Own,
            base: Some(document(self.passage.address)),
            taken: units - at,
            case: Some(Case::Genitive),
            alone: false,
            abbreviated: false,
            presumed: false,
        })
    }

    fn abbreviated(&self, at: usize) -> Option<Owner> {
        let (alias, taken) = self.alias_at(at)?;
        let end = self.tokens.get(at + taken - 1)?;
        let case = match end.kind {
            TokenKind::Word(word) if is_genitive(word) => Some(Case::Genitive),
            TokenKind::Word(word) if is_dative(word) => Some(Case::Dative),
            _ => None,
        };
        Some(Owner {
            act: alias.act.clone(),
            base: Some(alias.base.clone()),
            taken,
            case,
            alone: matches!(alias.act, CitedAct::Named(_)),
            abbreviated: true,
            presumed: alias.presumed,
        })
    }

    /// The longest alias that stands at a token, and how many tokens it takes.
    fn alias_at(&self, at: usize) -> Option<(&Alias, usize)> {
        let reaches = |alias: &&Alias| self.passage.address.is_within(&alias.scope);
        let fitting = self.names.aliases.iter().filter(reaches).filter_map(|alias| {
            let taken = self.fits(alias, at)?;
            Some((alias, taken))
        });
        fitting.max_by_key(|(_, taken)| *taken)
    }

    fn fits(&self, alias: &Alias, at: usize) -> Option<usize> {
        let (last, before) = alias.words.split_last()?;
        let said = |token: &Token<'_>| &self.text[token.bytes.clone()];
        let tokens = self.tokens.get(at..at + alias.words.len())?;
        let same = before.iter().zip(tokens).all(|(word, token)| said(token) == word);
        let ending = said(tokens.last()?).strip_prefix(last.as_str())?;
        if !same || !(ending.is_empty() || is_inflection(ending)) {
            return None;
        }
        // `БТ-ның`: the ending of an abbreviation stands behind a hyphen.
        let behind = at + alias.words.len();
        let hyphen = self.tokens.get(behind).is_some_and(|token| token.kind == TokenKind::Dash);
        let ending = self.tokens.get(behind + 1).map(said).filter(|ending| is_inflection(ending));
        let hyphenated = hyphen && ending.is_some();
        Some(alias.words.len() + if hyphenated { 2 } else { 0 })
    }
}

/// True for the ending of a genitive.
pub(super) fn is_genitive(word: &str) -> bool {
    ["ның", "нің", "дың", "дің", "тың", "тің"].iter().any(|ending| word.ends_with(ending))
}

fn is_dative(word: &str) -> bool {
    ["ға", "ге", "қа", "ке", "на", "не"].iter().any(|ending| word.ends_with(ending))
}

/// True for a word of capitals alone, which takes no ending in some drafting.
fn is_abbreviation(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}
