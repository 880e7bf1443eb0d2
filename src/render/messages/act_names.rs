//! The name of an act as lawyers of each language write it, in the case that a sentence needs:
//! «ҚР Үкіметінің 2021 жылғы 18 қаңтардағы № 12 қаулысы».

use super::Lang;
use super::days;
use crate::kazakh::noun::{Case, Form, Stem};
use crate::model::act::{ActId, ActType};

/// The longest list of acts that is written out; of a longer one the rest is counted.
const LISTED: usize = 4;

/// One act, in a case. English has no cases and ignores it.
pub fn name(act: &ActId, case: Case, lang: Lang) -> String {
    group(&[act], true, case, lang)
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

/// Several acts. Acts of one issuer and form that follow each other share their noun:
/// «ҚР Үкіметінің 2019 жылғы 31 желтоқсандағы № 1047 және 2021 жылғы 18 қаңтардағы № 12
/// қаулылары». Of a long list the first are named and the others counted.
pub fn list(acts: &[ActId], case: Case, lang: Lang) -> String {
    let shown = if acts.len() > LISTED + 1 { LISTED } else { acts.len() };
    let acts_shown: Vec<&ActId> = acts[..shown].iter().collect();
    let groups: Vec<&[&ActId]> =
        acts_shown.chunk_by(|a, b| (a.form, &a.issuer) == (b.form, &b.issuer)).collect();
    let others = acts.len() - shown;
    let mut parts: Vec<String> = groups
        .iter()
        .enumerate()
        .map(|(place, acts)| {
            // In a Kazakh list only the last member takes the ending.
            let inner = lang == Lang::Kk && (place + 1 < groups.len() || others > 0);
            group(acts, others == 0, if inner { Case::Nominative } else { case }, lang)
        })
        .collect();
    if others > 0 {
        parts.push(the_others(others, case, lang));
    }
    joined(&parts, lang)
}

fn joined(parts: &[String], lang: Lang) -> String {
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

/// Acts of one issuer and form, with their noun once. A list that goes on elsewhere (`closed` is
/// false) has commas only.
fn group(acts: &[&ActId], closed: bool, case: Case, lang: Lang) -> String {
    let Some(first) = acts.first() else { return String::new() };
    let cited: Vec<String> = acts.iter().map(|act| cited(act, lang)).collect();
    let cited = if closed { joined(&cited, lang) } else { cited.join(", ") };
    let plural = acts.len() > 1;
    match lang {
        Lang::Kk => {
            let issuer = kazakh_issuer(first);
            let form = Form { case, plural, possessed: !issuer.is_empty() };
            format!("{issuer}{cited} {}", kazakh_noun(first.form, form))
        }
        Lang::Ru => {
            let noun = russian_noun(first.form, case, plural);
            format!("{noun}{} {cited}", russian_issuer(first))
        }
        Lang::En => {
            let ending = if plural { "s" } else { "" };
            format!("{}{}{ending} {cited}", english_issuer(first), english_noun(first.form))
        }
    }
}

/// Day and number of an act, without its noun.
fn cited(act: &ActId, lang: Lang) -> String {
    // An act without a number carries a slug in its place, which nobody cites.
    let number = (!act.number.starts_with('~')).then_some(act.number.as_str());
    let date = act.adopted.0;
    match (lang, number) {
        (Lang::Kk, Some(n)) => format!("{} № {n}", days::kazakh(date, Case::Attributive)),
        (Lang::Kk, None) => days::kazakh(date, Case::Attributive),
        (Lang::Ru, Some(n)) => format!("от {} № {n}", days::russian(date)),
        (Lang::Ru, None) => format!("от {}", days::russian(date)),
        (Lang::En, Some(n)) => format!("No. {n} of {}", days::english(date)),
        (Lang::En, None) => format!("of {}", days::english(date)),
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

fn kazakh_issuer(act: &ActId) -> &'static str {
    match (act.form, act.issuer.0.as_str()) {
        (form, _) if form.is_law() => "ҚР ",
        (_, "government") => "ҚР Үкіметінің ",
        (_, "president") => "ҚР Президентінің ",
        // The issuer is known by a slug only, so the noun stands without a possessor.
        _ => "",
    }
}

fn kazakh_noun(form: ActType, declined: Form) -> String {
    let (before, stem) = match form {
        ActType::ConstitutionalLaw => ("Конституциялық ", "заң"),
        ActType::Code => ("", "Кодекс"),
        ActType::Law => ("", "Заң"),
        ActType::Decree => ("", "Жарлық"),
        ActType::Resolution => ("", "қаулы"),
        ActType::Order => ("", "бұйрық"),
        ActType::Decision => ("", "шешім"),
    };
    format!("{before}{}", Stem::new(stem).decline(declined))
}

fn russian_issuer(act: &ActId) -> &'static str {
    match (act.form, act.issuer.0.as_str()) {
        (form, _) if form.is_law() => " РК",
        (_, "government") => " Правительства РК",
        (_, "president") => " Президента РК",
        _ => "",
    }
}

fn russian_noun(form: ActType, case: Case, plural: bool) -> String {
    let (stem, neuter) = match form {
        ActType::ConstitutionalLaw => ("закон", false),
        ActType::Code => ("Кодекс", false),
        ActType::Law => ("Закон", false),
        ActType::Decree => ("указ", false),
        ActType::Resolution => ("постановлени", true),
        ActType::Order => ("приказ", false),
        ActType::Decision => ("решени", true),
    };
    let ending = match (case, plural, neuter) {
        (Case::Genitive, false, true) => "я",
        (Case::Genitive, false, false) => "а",
        (Case::Genitive, true, true) => "й",
        (Case::Genitive, true, false) => "ов",
        (Case::Dative, false, true) => "ю",
        (Case::Dative, false, false) => "у",
        (Case::Dative, true, true) => "ям",
        (Case::Dative, true, false) => "ам",
        (Case::Instrumental, false, true) => "ем",
        (Case::Instrumental, false, false) => "ом",
        (Case::Instrumental, true, true) => "ями",
        (Case::Instrumental, true, false) => "ами",
        (Case::Locative, false, true) => "и",
        (Case::Locative, false, false) => "е",
        (Case::Locative, true, true) => "ях",
        (Case::Locative, true, false) => "ах",
        (_, false, true) => "е",
        (_, false, false) => "",
        (_, true, true) => "я",
        (_, true, false) => "ы",
    };
    let before = match (form, case, plural) {
        (ActType::ConstitutionalLaw, Case::Genitive, false) => "Конституционного ",
        (ActType::ConstitutionalLaw, Case::Dative, false) => "Конституционному ",
        (ActType::ConstitutionalLaw, Case::Instrumental, false) => "Конституционным ",
        (ActType::ConstitutionalLaw, Case::Locative, false) => "Конституционном ",
        (ActType::ConstitutionalLaw, _, false) => "Конституционный ",
        (ActType::ConstitutionalLaw, Case::Dative, true) => "Конституционным ",
        (ActType::ConstitutionalLaw, Case::Instrumental, true) => "Конституционными ",
        (ActType::ConstitutionalLaw, Case::Genitive | Case::Locative, true) => "Конституционных ",
        (ActType::ConstitutionalLaw, _, true) => "Конституционные ",
        _ => "",
    };
    format!("{before}{stem}{ending}")
}

fn english_issuer(act: &ActId) -> &'static str {
    match (act.form, act.issuer.0.as_str()) {
        (form, _) if form.is_law() => "",
        (_, "government") => "Government ",
        (_, "president") => "Presidential ",
        _ => "",
    }
}

fn english_noun(form: ActType) -> &'static str {
    match form {
        ActType::ConstitutionalLaw => "Constitutional Law",
        ActType::Code => "Code",
        ActType::Law => "Law",
        ActType::Decree => "Decree",
        ActType::Resolution => "Resolution",
        ActType::Order => "Order",
        ActType::Decision => "Decision",
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

    fn orders(count: i32) -> Vec<ActId> {
        (1..=count).map(|n| act(ActType::Order, Issuer::default(), &n.to_string())).collect()
    }

    #[test]
    fn acts_of_one_kind_share_their_noun() {
        let acts = [
            act(ActType::Resolution, Issuer::government(), "12"),
            act(ActType::Resolution, Issuer::government(), "383"),
            act(ActType::Law, Issuer::parliament(), "1-VI"),
        ];
        let says = |lang| list(&acts, Case::Instrumental, lang);
        assert_eq!(
            says(Lang::Kk),
            "ҚР Үкіметінің 2021 жылғы 18 қаңтардағы № 12 және 2021 жылғы 18 қаңтардағы № 383 \
             қаулылары және ҚР 2021 жылғы 18 қаңтардағы № 1-VI Заңымен"
        );
        assert_eq!(
            says(Lang::Ru),
            "постановлениями Правительства РК от 18 января 2021 года № 12 и от 18 января 2021 \
             года № 383 и Законом РК от 18 января 2021 года № 1-VI"
        );
        assert_eq!(
            says(Lang::En),
            "Government Resolutions No. 12 of 18 January 2021 and No. 383 of 18 January 2021 and \
             Law No. 1-VI of 18 January 2021"
        );
        let two = |lang| list(&acts[..2], Case::Instrumental, lang);
        assert!(two(Lang::Kk).ends_with("№ 383 қаулыларымен"));
    }

    #[test]
    fn long_lists_are_counted() {
        let says = |count, case, lang| list(&orders(count), case, lang);
        assert!(says(5, Case::Nominative, Lang::En).ends_with(" and No. 5 of 18 January 2021"));
        assert!(
            says(6, Case::Nominative, Lang::En).ends_with("No. 4 of 18 January 2021 and 2 more")
        );
        assert!(
            says(9, Case::Instrumental, Lang::Kk).ends_with("№ 4 бұйрықтар және тағы 5 актпен")
        );
        let seven = says(7, Case::Instrumental, Lang::Ru);
        assert!(seven.ends_with(", от 18 января 2021 года № 4 и ещё 3 актами"), "{seven}");
        assert_eq!(says(0, Case::Nominative, Lang::Ru), "");
    }
}
