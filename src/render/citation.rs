//! An address → its Kazakh citation as lawyers write it: «6-тармақтың 17) тармақшасы». Each unit
//! after the first is possessed by the one before, all but the last stand in the genitive.

use crate::kazakh::noun::{Case, Form};
use crate::kazakh::numeral;
use crate::kazakh::unit::UnitNoun;
use crate::model::act::ActId;
use crate::model::address::{Address, Step};
use crate::render::messages::{Lang, act_names};

/// The citation of an address. The prefix of an approved document is left out, since its
/// provisions are cited by their number alone; the document itself is «бекітілген құжат», the
/// whole act «акт».
pub fn label(address: &Address) -> String {
    let steps: Vec<&Step> = address.steps().iter().collect();
    match steps.as_slice() {
        [] => "акт".into(),
        [Step::Approved] => "бекітілген құжат".into(),
        [Step::Approved, inner @ ..] => chain(inner),
        inner => chain(inner),
    }
}

/// The citation of a provision with its act, in Kazakh: «ҚР Үкіметінің 2016 жылғы 20
/// желтоқсандағы № 832 қаулысымен бекітілген құжаттың 8-тармағы».
pub fn in_act(act: &ActId, address: &Address) -> String {
    let named = |case| act_names::name(act, case, Lang::Kk);
    let steps: Vec<&Step> = address.steps().iter().collect();
    match steps.as_slice() {
        [] => named(Case::Nominative),
        [Step::Approved] => format!("{} бекітілген құжат", named(Case::Instrumental)),
        [Step::Approved, inner @ ..] => {
            let owner = named(Case::Instrumental);
            format!("{owner} бекітілген құжаттың {}", possessed_chain(inner))
        }
        inner => format!("{} {}", named(Case::Genitive), possessed_chain(inner)),
    }
}

fn chain(steps: &[&Step]) -> String {
    linked(steps, false)
}

/// The chain after its owner.
fn possessed_chain(steps: &[&Step]) -> String {
    linked(steps, true)
}

/// The links of a chain; `owned` where the first one is possessed too.
fn linked(steps: &[&Step], owned: bool) -> String {
    let mut words = Vec::with_capacity(steps.len());
    for (place, step) in steps.iter().enumerate() {
        let owner = place.checked_sub(1).map(|before| steps[before]);
        let last = place + 1 == steps.len();
        let case = if last { Case::Nominative } else { Case::Genitive };
        words.push(link(step, owner, Form { case, plural: false, possessed: owned || place > 0 }));
    }
    words.join(" ")
}

fn link(step: &Step, owner: Option<&Step>, form: Form) -> String {
    let unit = |noun: UnitNoun| noun.stem().decline(form);
    match step {
        // Only the first step of an address is the approved document, and it is left out.
        Step::Approved => "бекітілген құжат".into(),
        Step::Annex(Some(n)) => format!("{n}-{}", unit(UnitNoun::Annex)),
        Step::Annex(None) => unit(UnitNoun::Annex),
        Step::Title => unit(UnitNoun::Title),
        Step::Identity => plain("реквизит", form),
        Step::Preamble => unit(UnitNoun::Preamble),
        Step::Part(n) => format!("{n}-{}", unit(UnitNoun::Part)),
        Step::Subpart(n) => format!("{n}-кіші {}", unit(UnitNoun::Part)),
        Step::Chapter(n) => format!("{n}-{}", unit(UnitNoun::Chapter)),
        Step::Section(n) => format!("{n}-{}", unit(UnitNoun::Section)),
        Step::Article(n) => format!("{n}-{}", unit(UnitNoun::Article)),
        Step::Paragraph(n) => format!("{n}-{}", unit(UnitNoun::Paragraph)),
        Step::Subparagraph(n) => format!("{n}) {}", unit(UnitNoun::Subparagraph)),
        // Articles and points consist of бөліктер, everything else of абзацтар.
        Step::Text(k) => {
            let noun = match owner {
                Some(Step::Article(_) | Step::Paragraph(_)) => UnitNoun::Division,
                _ => UnitNoun::Indent,
            };
            match numeral::ordinal(*k) {
                Some(ordinal) => format!("{ordinal} {}", unit(noun)),
                None => format!("{k}-{}", unit(noun)),
            }
        }
        Step::LastText => format!("соңғы {}", unit(UnitNoun::Indent)),
        Step::Table(Some(n)) => format!("{n}-{}", unit(UnitNoun::Table)),
        Step::Table(None) => unit(UnitNoun::Table),
        Step::ColumnNumbers => "баған нөмірлері".into(),
        Step::Group(n) => format!("{n}-{}", plain("топ", form)),
        Step::Row(n) => format!("реттік нөмірі {n}-{}", unit(UnitNoun::Row)),
        Step::Footnote(mark) => format!("{mark} {}", unit(UnitNoun::Footnote)),
        Step::Abbreviations => "аббревиатуралар тізбесі".into(),
        Step::Abbreviation(word) => format!("«{word}» {}", plain("аббревиатура", form)),
        Step::Stamp => "бекіту белгісі".into(),
        Step::Signature => plain("қолтаңба", form),
        Step::Form => plain("нысан", form),
        Step::Addressee => plain("адресат", form),
        Step::Contents => unit(UnitNoun::Contents),
    }
}

fn plain(word: &'static str, form: Form) -> String {
    crate::kazakh::noun::Stem::new(word).decline(form)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::act::{ActType, Issuer};
    use crate::model::day::Adopted;
    use crate::parse::citation::parse_address;

    fn cited(address: &str) -> String {
        let readings = parse_address(address);
        label(readings.first().expect("an address"))
    }

    #[test]
    fn cites_as_lawyers_do() {
        for (address, citation) in [
            ("8", "8-тармақ"),
            ("бекітілген/8", "8-тармақ"),
            ("6/17)", "6-тармақтың 17) тармақшасы"),
            ("17-1", "17-1-тармақ"),
            ("7-бап", "7-бап"),
            ("7-бап/11)", "7-баптың 11) тармақшасы"),
            ("7-2-бап/1/2)", "7-2-баптың 1-тармағының 2) тармақшасы"),
            ("1-қосымша/3", "1-қосымшаның 3-тармағы"),
            ("қосымша/3", "қосымшаның 3-тармағы"),
            ("бекітілген/1-қосымша/3", "1-қосымшаның 3-тармағы"),
            ("бекітілген", "бекітілген құжат"),
            ("24#2", "24-тармақтың екінші бөлігі"),
            ("9-бап#1", "9-баптың бірінші бөлігі"),
            ("16/1)#249", "16-тармақтың 1) тармақшасының екі жүз қырық тоғызыншы абзацы"),
            ("бекітілген/кесте/24", "кестенің реттік нөмірі 24-жолы"),
            ("4-тарау", "4-тарау"),
            ("2-тарау/1-параграф", "2-тараудың 1-параграфы"),
            ("тақырып", "тақырып"),
            ("*", "акт"),
        ] {
            assert_eq!(cited(address), citation, "{address}");
        }
    }

    #[test]
    fn cites_a_provision_with_its_act() {
        let act = ActId {
            adopted: Adopted(jiff::civil::date(2016, 12, 20)),
            form: ActType::Resolution,
            issuer: Issuer::government(),
            number: "832".into(),
        };
        let cited = |address| {
            let readings = parse_address(address);
            in_act(&act, readings.first().expect("an address"))
        };
        let name = "ҚР Үкіметінің 2016 жылғы 20 желтоқсандағы № 832";
        assert_eq!(cited("*"), format!("{name} қаулысы"));
        assert_eq!(cited("2"), format!("{name} қаулысының 2-тармағы"));
        let approved = format!("{name} қаулысымен бекітілген құжаттың");
        assert_eq!(cited("бекітілген/8"), format!("{approved} 8-тармағы"));
        assert_eq!(cited("бекітілген/6/17)"), format!("{approved} 6-тармағының 17) тармақшасы"));
    }

    #[test]
    fn the_citation_of_a_provision_leads_back_to_it() {
        for address in ["8", "6/17)", "17-1", "7-бап/11)", "7-2-бап/1/2)", "1-қосымша/3", "4-тарау"]
        {
            let readings = parse_address(&cited(address));
            assert!(
                readings.iter().any(|found| found.to_string() == address),
                "{address}: {readings:?}"
            );
        }
    }
}
