//! Citations → terms under which an index finds them again from the act and the place cited.
//! A term only leads to candidates: whether they mean that act is asked on the day.

use super::{ActName, CitedAct, Reference};
use crate::kazakh::slug::slug;
use crate::model::act::{ActId, ActType};
use crate::model::address::Address;
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The terms of citations in an act with this IRI: the act as it is named, with the place and
/// everything around it.
pub fn terms_of(references: &[Reference], own: &str) -> BTreeSet<String> {
    let mut terms = BTreeSet::new();
    for reference in references {
        let act = match &reference.act {
            CitedAct::Own => Some(own.to_owned()),
            CitedAct::Named(name) => named(name),
            CitedAct::Unclear => None,
        };
        let Some(act) = act else { continue };
        for target in &reference.targets {
            let mut around = Some(target.address.clone());
            while let Some(address) = around {
                terms.insert(term(&act, &address));
                around = address.parent();
            }
        }
    }
    terms
}

/// Every term under which a place of an act may have been cited.
pub fn terms_for(act: &ActId, titles: &[String], address: &Address) -> BTreeSet<String> {
    let mut names = vec![
        act.iri(),
        dated(Some(act.adopted.0), &act.number),
        numbered(Some(act.form), &act.number),
    ];
    names.extend(titles.iter().map(|title| titled(act.form, title)));
    names.iter().map(|name| term(name, address)).collect()
}

fn named(name: &ActName) -> Option<String> {
    match (&name.number, name.form, &name.title) {
        (Some(number), _, _) if name.adopted.is_some() => Some(dated(name.adopted, number)),
        (Some(number), form, _) => Some(numbered(form, number)),
        (None, Some(form), Some(title)) => Some(titled(form, title)),
        _ => None,
    }
}

fn dated(day: Option<Date>, number: &str) -> String {
    day.map_or_else(String::new, |day| format!("{day}№{number}"))
}

fn numbered(form: Option<ActType>, number: &str) -> String {
    format!("{}№{number}", form.map_or("", |form| form.name()))
}

fn titled(form: ActType, title: &str) -> String {
    format!("{}«{}", form.name(), title_key(form, title))
}

/// What two ways of writing a title have in common; of a code's title without the state's name
/// and the word for its form.
pub fn title_key(form: ActType, title: &str) -> String {
    let slug = slug(title);
    let said = |word: &&str| {
        form != ActType::Code
            || !["qazaqstan", "respublika", "kodeks"].iter().any(|stem| word.starts_with(stem))
    };
    slug.split('-').filter(said).collect::<Vec<_>>().join("-")
}

fn term(act: &str, address: &Address) -> String {
    format!("{act}\u{1f}{address}")
}
