//! The name of an act as lawyers of each language write it, in the case that a sentence needs:
//! «ҚР Үкіметінің 2021 жылғы 18 қаңтардағы № 12 қаулысы».

use super::Lang;
use super::days;
use crate::kazakh::noun::{Case, Form, Stem};
use crate::model::act::{ActId, ActType};

/// The longest list of acts that is written out; of a longer one the rest is counted.
const LISTED: usize = 3;

/// One act, in a case. English has no cases and ignores it.
pub fn name(act: &ActId, case: Case, lang: Lang) -> String {
    match lang {
        Lang::Kk => kazakh(act, case),
        Lang::Ru => russian(act, case),
        Lang::En => english(act),
    }
}

/// One act at the beginning of a line, in the nominative.
pub fn title_case(act: &ActId, lang: Lang) -> String {
    let name = name(act, Case::Nominative, lang);
    let mut letters = name.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => name,
    }
}

/// Several acts; of more than three the first three and the number of the others.
pub fn list(acts: &[ActId], case: Case, lang: Lang) -> String {
    let shown = if acts.len() > LISTED + 1 { LISTED } else { acts.len() };
    let last = shown.saturating_sub(1);
    let mut parts: Vec<String> = acts[..shown]
        .iter()
        .enumerate()
        .map(|(place, act)| {
            // In a Kazakh list only the last member takes the ending.
            let inner = lang == Lang::Kk && (place < last || shown < acts.len());
            name(act, if inner { Case::Nominative } else { case }, lang)
        })
        .collect();
    let others = acts.len() - shown;
    if others > 0 {
        parts.push(the_others(others, case, lang));
    }
    let and = match lang {
        Lang::Kk => " және ",
        Lang::Ru => " и ",
        Lang::En => " and ",
    };
    match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{}{and}{last}", rest.join(", ")),
        _ => parts.concat(),
    }
}

fn the_others(count: usize, case: Case, lang: Lang) -> String {
    match lang {
        Lang::Kk => {
            let act = Stem::back("акт").decline(Form { case, ..Form::PLAIN });
            format!("тағы {count} {act}")
        }
        Lang::Ru => {
            let (one, many) = match case {
                Case::Genitive => ("акта", "актов"),
                Case::Dative => ("акту", "актам"),
                Case::Instrumental => ("актом", "актами"),
                Case::Locative => ("акте", "актах"),
                _ if matches!(count % 10, 2..=4) && !matches!(count % 100, 12..=14) => {
                    ("акт", "акта")
                }
                _ => ("акт", "актов"),
            };
            let singular = count % 10 == 1 && count % 100 != 11;
            format!("ещё {count} {}", if singular { one } else { many })
        }
        Lang::En => format!("{count} more"),
    }
}

/// An act without a number carries a slug in its place, which nobody cites.
fn number(act: &ActId) -> Option<&str> {
    (!act.number.starts_with('~')).then_some(act.number.as_str())
}

fn kazakh(act: &ActId, case: Case) -> String {
    let issuer = match (act.form, act.issuer.0.as_str()) {
        (form, _) if form.is_law() => "ҚР ",
        (_, "government") => "ҚР Үкіметінің ",
        (_, "president") => "ҚР Президентінің ",
        // The issuer is known by a slug only, so the form stands without a possessor.
        _ => "",
    };
    let stem = match act.form {
        ActType::ConstitutionalLaw => "заң",
        ActType::Code => "Кодекс",
        ActType::Law => "Заң",
        ActType::Decree => "Жарлық",
        ActType::Resolution => "қаулы",
        ActType::Order => "бұйрық",
        ActType::Decision => "шешім",
    };
    let form = Form { case, plural: false, possessed: !issuer.is_empty() };
    let noun = Stem::new(stem).decline(form);
    let constitutional =
        if act.form == ActType::ConstitutionalLaw { "Конституциялық " } else { "" };
    let date = days::kazakh(act.adopted.0, Case::Attributive);
    match number(act) {
        Some(number) => format!("{issuer}{date} № {number} {constitutional}{noun}"),
        None => format!("{issuer}{date} {constitutional}{noun}"),
    }
}

fn russian(act: &ActId, case: Case) -> String {
    let (stem, neuter) = match act.form {
        ActType::ConstitutionalLaw => ("Конституционный закон", false),
        ActType::Code => ("Кодекс", false),
        ActType::Law => ("Закон", false),
        ActType::Decree => ("указ", false),
        ActType::Resolution => ("постановление", true),
        ActType::Order => ("приказ", false),
        ActType::Decision => ("решение", true),
    };
    let noun = if neuter {
        let root = stem.strip_suffix('е').unwrap_or(stem);
        let ending = match case {
            Case::Genitive => "я",
            Case::Dative => "ю",
            Case::Instrumental => "ем",
            Case::Locative => "и",
            _ => "е",
        };
        // постановлении: the prepositional of nouns in -ие.
        format!("{root}{ending}")
    } else {
        let ending = match case {
            Case::Genitive => "а",
            Case::Dative => "у",
            Case::Instrumental => "ом",
            Case::Locative => "е",
            _ => "",
        };
        let adjective = match case {
            Case::Genitive => "Конституционного",
            Case::Dative => "Конституционному",
            Case::Instrumental => "Конституционным",
            Case::Locative => "Конституционном",
            _ => "Конституционный",
        };
        format!("{}{ending}", stem.replace("Конституционный", adjective))
    };
    let issuer = match (act.form, act.issuer.0.as_str()) {
        (form, _) if form.is_law() => " РК",
        (_, "government") => " Правительства РК",
        (_, "president") => " Президента РК",
        _ => "",
    };
    let date = days::russian(act.adopted.0);
    match number(act) {
        Some(number) => format!("{noun}{issuer} от {date} № {number}"),
        None => format!("{noun}{issuer} от {date}"),
    }
}

fn english(act: &ActId) -> String {
    let noun = match act.form {
        ActType::ConstitutionalLaw => "Constitutional Law",
        ActType::Code => "Code",
        ActType::Law => "Law",
        ActType::Decree => "Decree",
        ActType::Resolution => "Resolution",
        ActType::Order => "Order",
        ActType::Decision => "Decision",
    };
    let issuer = match (act.form, act.issuer.0.as_str()) {
        (form, _) if form.is_law() => "",
        (_, "government") => "Government ",
        (_, "president") => "Presidential ",
        _ => "",
    };
    let date = days::english(act.adopted.0);
    match number(act) {
        Some(number) => format!("{issuer}{noun} No. {number} of {date}"),
        None => format!("{issuer}{noun} of {date}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::act::Issuer;
    use crate::model::day::Adopted;
    use jiff::civil::date;

    fn act(form: ActType, issuer: Issuer, number: &str) -> ActId {
        ActId { adopted: Adopted(date(2021, 1, 18)), form, issuer, number: number.into() }
    }

    #[test]
    fn named_as_lawyers_name_it() {
        let resolution = act(ActType::Resolution, Issuer::government(), "12");
        let says = |lang| name(&resolution, Case::Nominative, lang);
        assert_eq!(says(Lang::Kk), "ҚР Үкіметінің 2021 жылғы 18 қаңтардағы № 12 қаулысы");
        assert_eq!(says(Lang::Ru), "постановление Правительства РК от 18 января 2021 года № 12");
        assert_eq!(says(Lang::En), "Government Resolution No. 12 of 18 January 2021");
        let law = act(ActType::Law, Issuer::parliament(), "399-VI");
        let says = |lang| name(&law, Case::Nominative, lang);
        assert_eq!(says(Lang::Kk), "ҚР 2021 жылғы 18 қаңтардағы № 399-VI Заңы");
        assert_eq!(says(Lang::Ru), "Закон РК от 18 января 2021 года № 399-VI");
        assert_eq!(says(Lang::En), "Law No. 399-VI of 18 January 2021");
    }

    #[test]
    fn an_act_whose_issuer_is_a_slug_has_no_possessor() {
        let order = act(ActType::Order, Issuer("some-minister".into()), "343/НҚ");
        let says = |lang| name(&order, Case::Instrumental, lang);
        assert_eq!(says(Lang::Kk), "2021 жылғы 18 қаңтардағы № 343/НҚ бұйрықпен");
        assert_eq!(says(Lang::Ru), "приказом от 18 января 2021 года № 343/НҚ");
        let unnumbered = act(ActType::Order, Issuer::default(), "~rules");
        assert_eq!(name(&unnumbered, Case::Nominative, Lang::En), "Order of 18 January 2021");
    }

    #[test]
    fn cases_of_every_form() {
        let forms = |form: ActType, case| {
            let issuer = match form {
                ActType::Decree => Issuer::president(),
                ActType::Resolution => Issuer::government(),
                _ => Issuer::parliament(),
            };
            let act = act(form, issuer, "1");
            let kazakh = name(&act, case, Lang::Kk);
            let russian = name(&act, case, Lang::Ru);
            let noun = kazakh.rsplit(' ').next().map(str::to_owned);
            (noun.unwrap_or_default(), russian.split(" РК").next().unwrap_or("").to_owned())
        };
        let instrumental: Vec<_> =
            ActType::ALL.iter().map(|form| forms(*form, Case::Instrumental).0).collect();
        let expected = [
            "заңымен",
            "Кодексімен",
            "Заңымен",
            "Жарлығымен",
            "қаулысымен",
            "бұйрықпен",
            "шешіммен",
        ];
        assert_eq!(instrumental, expected);
        assert_eq!(forms(ActType::Code, Case::Dative).0, "Кодексіне");
        assert_eq!(forms(ActType::Resolution, Case::Locative).0, "қаулысында");
        assert_eq!(forms(ActType::ConstitutionalLaw, Case::Genitive).1, "Конституционного закона");
        assert_eq!(forms(ActType::Resolution, Case::Locative).1, "постановлении Правительства");
    }

    #[test]
    fn long_lists_are_counted() {
        let acts: Vec<ActId> =
            (1..=9).map(|n| act(ActType::Order, Issuer::default(), &n.to_string())).collect();
        assert!(
            list(&acts[..4], Case::Nominative, Lang::En)
                .ends_with(" and Order No. 4 of 18 January 2021")
        );
        assert!(
            list(&acts[..6], Case::Nominative, Lang::En)
                .ends_with("No. 3 of 18 January 2021 and 3 more")
        );
        assert!(
            list(&acts, Case::Instrumental, Lang::Kk).ends_with("№ 3 бұйрық және тағы 6 актпен")
        );
        assert!(list(&acts[..6], Case::Instrumental, Lang::Ru).ends_with("и ещё 3 актами"));
        assert!(
            list(&acts[..2], Case::Instrumental, Lang::Kk)
                .ends_with("№ 1 бұйрық және 2021 жылғы 18 қаңтардағы № 2 бұйрықпен")
        );
        assert_eq!(list(&[], Case::Nominative, Lang::Ru), "");
    }
}
