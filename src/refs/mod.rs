//! Running text of an act → its citations: which words name which provisions of which act.
//! Only what the words say is told here; whether a cited place stands on a day is asked later.
//!
//! A provision is cited by a chain of units behind its owner (`осы Заңның 7-бабының 11)
//! тармақшасы`). The owner stands in the genitive and the first unit is possessed by it; a unit
//! that nothing possesses belongs to the document in which it is written.

mod chain;
pub mod key;
mod name;
mod owner;
mod scan;

use crate::model::act::{ActType, Issuer};
use crate::model::address::Address;
use crate::model::kind::Kind;
use crate::terms::{Passage, Term};
use jiff::civil::Date;
use std::collections::HashSet;
use std::ops::Range;

/// An act as running text names it. At least one of title, day and number is told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ActName {
    /// Its form; `None` for the Constitution.
    pub form: Option<ActType>,
    /// Its issuer, where the words name one.
    pub issuer: Option<Issuer>,
    /// Its day of adoption.
    pub adopted: Option<Date>,
    /// Its number, normalised.
    pub number: Option<String>,
    /// Its title without quotation marks, or the name of a code in the nominative.
    pub title: Option<String>,
}

/// The act whose provision is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CitedAct {
    /// The act that cites.
    Own,
    /// An act that the words, or an abbreviation that they use, name.
    Named(ActName),
    /// A document that no rule knows: `Келісімнің 5-бабы`.
    Unclear,
}

/// A place that a citation names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The numbered unit.
    pub address: Address,
    /// The words that go further into it (`екінші бөлігі`): parts, indents and sentences have
    /// no numbers, so the unit around them is as far as a citation can be followed.
    pub inner: Option<String>,
}

/// A citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Bytes of the unit's text, half-open.
    pub bytes: Range<usize>,
    /// The act cited.
    pub act: CitedAct,
    /// The places, in the order of their numbers; the whole act where only the act is named.
    /// Empty where they are not understood.
    pub targets: Vec<Target>,
    /// True where an abbreviation names the act and the words that introduce it are those of
    /// another day.
    pub presumed: bool,
}

/// Abbreviations by which a document names acts and itself.
#[derive(Clone, Debug, Default)]
pub struct Names {
    aliases: Vec<owner::Alias>,
}

impl Names {
    /// The abbreviations among the terms of an act that stand for an act or for the document in
    /// which they are introduced. `titles` has the title of each document, by component.
    pub fn of(terms: &[Term], titles: &[(Address, String)]) -> Self {
        let mut aliases: Vec<owner::Alias> = Vec::new();
        let mut seen = HashSet::new();
        for term in terms {
            let new = seen.insert((&term.term, &term.meaning, &term.scope));
            let alias = owner::alias(term, titles).filter(|alias| new && !aliases.contains(alias));
            aliases.extend(alias);
        }
        Names { aliases }
    }

    /// Adds abbreviations that the words of other days introduce, at places whose words are not
    /// known on this one. Those that this day knows, and those that other days introduce for two
    /// things, are left out.
    pub fn presume(&mut self, others: Names) {
        let known = |alias: &owner::Alias| self.aliases.iter().any(|own| own.is_homonym(alias));
        let single = |alias: &owner::Alias| {
            others.aliases.iter().filter(|other| other.is_homonym(alias)).count() == 1
        };
        let added: Vec<owner::Alias> = others
            .aliases
            .iter()
            .filter(|alias| !known(alias) && single(alias))
            .map(|alias| owner::Alias { presumed: true, ..alias.clone() })
            .collect();
        self.aliases.extend(added);
    }

    /// The same abbreviations without homonyms: one set for each thing that one of them stands
    /// for. An act that gives an abbreviation a new meaning has a set for the old one.
    pub fn readings(&self) -> Vec<Names> {
        let mut readings = vec![Names::default()];
        for alias in &self.aliases {
            let free = readings
                .iter_mut()
                .find(|names| !names.aliases.iter().any(|known| known.is_homonym(alias)));
            match free {
                Some(names) => names.aliases.push(alias.clone()),
                None => readings.push(Names { aliases: vec![alias.clone()] }),
            }
        }
        readings
    }
}

/// True for the units whose words may cite. Orders are told as orders, new text that they quote
/// belongs to another act, and labels of documents name what they are.
pub fn may_cite(kind: Kind) -> bool {
    !kind.is_editorial()
        && !kind.is_amending()
        && !matches!(
            kind,
            Kind::Annex
                | Kind::ActIdentity
                | Kind::Stamp
                | Kind::Signature
                | Kind::Contents
                | Kind::ColumnNumbers
                | Kind::Addressee
                | Kind::Unread
        )
}

/// The citations of a unit's text, in order. `form` is that of the act in which it stands.
pub fn read(passage: &Passage<'_>, names: &Names, form: ActType) -> Vec<Reference> {
    if !may_cite(passage.kind) || passage.body >= passage.text.len() {
        return Vec::new();
    }
    scan::Scan::new(passage, names, form).references()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::citation::parse_address;
    use crate::terms;

    fn shown(at: &str, text: &str) -> Vec<String> {
        let address = parse_address(at).first().cloned().unwrap_or_default();
        let chapter = parse_address("3-тарау");
        let passage =
            Passage { address: &address, kind: Kind::Paragraph, text, body: 0, groups: &chapter };
        let terms = terms::read([passage]);
        let names = Names::of(&terms, &[]);
        let act = |act: &CitedAct| match act {
            CitedAct::Own => String::new(),
            CitedAct::Unclear => "?:".into(),
            CitedAct::Named(name) => {
                let form = name.form.map(|form| form.name());
                let parts = [
                    form.map(str::to_owned),
                    name.adopted.map(|day| day.to_string()),
                    name.number.clone(),
                    name.title.as_ref().map(|title| format!("«{title}»")),
                ];
                format!("{}:", parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
            }
        };
        let place = |target: &Target| match &target.inner {
            Some(inner) => format!("{} ({inner})", target.address),
            None => target.address.to_string(),
        };
        let references = read(&passage, &names, ActType::Law);
        let shown = references.iter().map(|found| {
            let places: Vec<String> = found.targets.iter().map(place).collect();
            format!("{}{}", act(&found.act), places.join(", "))
        });
        shown.collect()
    }

    #[test]
    fn citations_inside_an_act() {
        for (at, text, expected) in [
            ("9-бап/1", "осы Заңның 7-бабының 11) тармақшасында көзделген", vec!["7-бап/11)"]),
            ("9-бап/1", "осы баптың 2 және 3-тармақтарына сәйкес", vec!["9-бап/2, 9-бап/3"]),
            ("9-бап/1/2)", "осы тармақтың бірінші бөлігінде", vec!["9-бап/1 (бірінші бөлігінде)"]),
            (
                "9-бап/1",
                "осы баптың 2-тармағының 1) тармақшасында және 4-тармағында",
                vec!["9-бап/2/1)", "9-бап/4"],
            ),
            (
                "9-бап",
                "осы Заңның 6-бабының 3) тармақшасына және 7-бабының 2) тармақшасына",
                vec!["6-бап/3)", "7-бап/2)"],
            ),
            ("бекітілген/134-2", "134-1-тармақта көрсетілген", vec!["бекітілген/134-1"]),
            (
                "қосымша/4",
                "осы Қағидаларға 1-қосымшаға сәйкес нысан бойынша",
                vec!["қосымша/1-қосымша"],
            ),
            ("қосымша/9", "осы Қағидалардың 4-тармағында", vec!["қосымша/4"]),
            ("2/3)", "осы тармақтың 1) және 2) тармақшаларында", vec!["2/1), 2/2)"]),
            ("5-бап", "осы баптың бірінші бөлігінің 3) тармақшасы", vec!["5-бап/3)"]),
            ("5-бап", "осы тараудың талаптары", vec!["3-тарау"]),
            ("5-бап/1", "33-баптың 2-тармағында және 5-бапта", vec!["33-бап/2", "5-бап"]),
            (
                "18-бап",
                "он екі айдан кейін енгізілген 11-бабының 4-тармағын қоспағанда, осы Заң ресми \
                 жарияланған күнінен бастап қолданысқа енгізіледі",
                vec!["11-бап/4"],
            ),
            ("1", "осы Заңның 2-тармағының екінші абзацы", vec!["2 (екінші абзацы)"]),
        ] {
            assert_eq!(shown(at, text), expected, "{text}");
        }
    }

    #[test]
    fn other_acts() {
        for (text, expected) in [
            (
                "\"Ақпараттандыру туралы\" Қазақстан Республикасы Заңының (бұдан әрі – Заң) \
                 6-бабының 3) тармақшасына сәйкес; Заңның 7-6-бабының 7-тармағы",
                vec![
                    "law «Ақпараттандыру туралы»:6-бап/3)",
                    "law «Ақпараттандыру туралы»:7-6-бап/7",
                ],
            ),
            (
                "\"Халық денсаулығы туралы\" 2009 жылғы 18 қыркүйектегі Қазақстан Республикасы \
                 Кодексінің 144-бабының 6-тармағына",
                vec!["code 2009-09-18 «Халық денсаулығы туралы»:144-бап/6"],
            ),
            (
                "Қазақстан Республикасы Үкіметінің 2016 жылғы 20 желтоқсандағы № 832 қаулысымен \
                 бекітілген бірыңғай талаптардың 6-тармағында",
                vec!["resolution 2016-12-20 832:бекітілген/6"],
            ),
            (
                "Қазақстан Республикасы Инвестициялар және даму министрінің міндетін атқарушының \
                 2016 жылғы 28 қаңтардағы № 118 бұйрығына",
                vec!["order 2016-01-28 118:*"],
            ),
            (
                "Қазақстан Республикасының Кәсіпкерлік кодексінің 25 және 26-баптарында",
                vec!["code «Кәсіпкерлік кодексі»:25-бап, 26-бап"],
            ),
            ("Қазақстан Республикасының заңдарында белгіленген", vec![]),
            ("Қазақстан Республикасының Конституциясына", vec!["«Конституция»:*"]),
            ("Келісімнің 5-бабына сәйкес", vec!["?:5-бап"]),
            (
                "\"Электрондық үкіметтің\" объектілерін тіркеу қағидаларын бекіту туралы\" Қазақстан \
                 Республикасы Үкіметінің 2016 жылғы 8 қыркүйектегі № 529 қаулысында",
                vec![
                    "resolution 2016-09-08 529 «\"Электрондық үкіметтің\" объектілерін тіркеу \
                     қағидаларын бекіту туралы»:*",
                ],
            ),
        ] {
            assert_eq!(shown("1", text), expected, "{text}");
        }
    }

    #[test]
    fn words_that_cite_nothing() {
        for text in [
            "қосымша шығындар, бір бөлігін, баптау кешенін, қосымшалармен жұмыс істеу",
            "2016 жылғы 8 қыркүйекте; бірінші жолы; екінші деңгейдегі банктер",
            "осы Заңда пайдаланылатын негізгі ұғымдар",
            "",
        ] {
            assert_eq!(shown("1", text), Vec::<String>::new(), "{text}");
        }
    }
}
