//! What was understood of a text that is put into the corpus, where it stands, and its card; and
//! what became of the facts of a table.

use super::check;
use super::page::{Page, Value, Width};
use super::style;
use crate::intake::{Understood, akn};
use crate::kazakh::noun::Case;
use crate::render::messages::catalogue::{adding, evidence, pages};
use crate::render::messages::{Lang, act_names, days};
use crate::render::wire::add::{Add, Added, AddedFact, Text};
use unicode_width::UnicodeWidthStr;

/// The page. `understood` stands beside the texts; `hints` are lines below a refused one; `table`
/// is the table of facts as given.
pub fn page(
    add: &Add,
    (understood, hints, table): (&[Option<Understood>], &[Vec<String>], &str),
    width: Width,
    lang: Lang,
) -> String {
    let mut page = Page::new(width);
    for (place, text) in add.texts.iter().enumerate() {
        if place > 0 {
            page.blank();
        }
        verdict(&mut page, text, lang);
        for hint in hints.get(place).into_iter().flatten() {
            page.words(INDENT, style::PLAIN, hint);
        }
        let read = understood.get(place).and_then(Option::as_ref);
        if let (Some(text), Some(read)) = (&text.understood, read) {
            fields(&mut page, text, read, lang);
        }
    }
    if !add.texts.is_empty() && !add.facts.is_empty() {
        page.blank();
    }
    for fact in &add.facts {
        let colour = if fact.outcome == "conflict" { style::FAULT } else { style::PLAIN };
        page.words(0, colour, &fact_line(fact, table, add.dry_run, lang));
    }
    page.finish()
}

const INDENT: usize = 2;

fn verdict(page: &mut Page, text: &Added, lang: Lang) {
    let place = text.place.as_deref().unwrap_or_default();
    let (colour, words) = match (text.outcome, &text.refused) {
        ("added", _) => (style::GOOD, adding::add_added(lang, place)),
        ("would_add", _) => (style::GOOD, adding::add_would_add(lang, place)),
        ("present", _) => (style::WARNING, adding::add_present(lang, place)),
        (_, Some(refused)) => (style::FAULT, adding::add_refused(lang, refused.message.as_str())),
        _ => (style::FAULT, String::new()),
    };
    page.line(&[(style::HEADING, &text.file)]);
    page.words(INDENT, colour, &words);
}

fn fields(page: &mut Page, text: &Text, read: &Understood, lang: Lang) {
    let day = |day: jiff::civil::Date| days::day(day, Case::Nominative, lang);
    let because = adding::named("because", text.because, lang);
    let role = format!("{} ({because})", evidence::role(text.role, lang));
    let format = match text.converted_from {
        Some(akn::NAME) => {
            format!("{}, {}", text.format, adding::add_converted_akn(lang, akn::NAME))
        }
        Some(encoding) => format!("{}, {}", text.format, adding::add_converted(lang, encoding)),
        None => text.format.to_owned(),
    };
    let place = if text.new_act { adding::add_new_act(lang) } else { adding::add_known_act(lang) };
    let words = |words: String| vec![Value::Words(words)];
    let optional = |value: Option<String>| value.map(Value::Words).into_iter().collect();
    let registered = read.registered.as_ref().map(|(registered, number)| {
        adding::add_registered_as(lang, day(registered.0), number.as_str())
    });
    let differs = text.contradicted.iter().map(|fact| {
        let (said, printed) = (fact.said.as_str(), fact.printed.as_str());
        Value::Words(adding::add_contradicted(lang, fact.key, said, printed))
    });
    let account = &text.account;
    let mut counted = vec![check::covered(account, lang), check::units(account, lang)];
    if account.notes > 0 {
        counted.push(pages::check_notes(lang, account.notes_read, account.notes));
    }
    if account.instructions > 0 {
        let (read, all) = (account.instructions_read, account.instructions);
        counted.push(pages::check_instructions(lang, read, all));
    }
    let act = act_names::title_case(&read.id, lang);
    let last = read.last_change.as_ref().map(|last| act_names::title_case(last, lang));
    let fields: Vec<(String, Vec<Value>)> = vec![
        (adding::add_act(lang), vec![Value::Words(act), Value::Words(text.act.id.clone())]),
        (adding::add_title(lang), optional(text.act.title.clone())),
        (adding::add_registered(lang), optional(registered)),
        (adding::add_signature(lang), text.signature.iter().cloned().map(Value::Words).collect()),
        (adding::add_role(lang), words(role)),
        (adding::add_component(lang), optional(text.component.clone())),
        (adding::add_last_change(lang), optional(last)),
        (adding::add_redaction(lang), optional(read.redaction.map(day))),
        (adding::add_retrieved(lang), optional(read.retrieved.map(day))),
        (adding::add_format(lang), words(format)),
        (adding::add_read(lang), counted.into_iter().map(Value::Words).collect()),
        (adding::add_differs(lang), differs.collect()),
        (adding::add_place(lang), words(place)),
        (
            adding::add_card(lang),
            text.card.lines().map(|line| Value::Quote(line.to_owned())).collect(),
        ),
    ];
    let column = fields.iter().map(|(name, _)| name.width()).max().unwrap_or(0) + INDENT;
    page.blank();
    for (name, values) in &fields {
        page.field(column, name, values);
    }
}

fn fact_line(fact: &AddedFact, table: &str, dry: bool, lang: Lang) -> String {
    let (key, day) = (fact.key, fact.day.0.to_string());
    let card = fact.card.as_deref().unwrap_or_default();
    let at = format!("{table}:{}", fact.line);
    let at = at.as_str();
    match fact.outcome {
        "written" if dry => adding::facts_would_write(lang, at, key, day, card),
        "written" => adding::facts_written(lang, at, key, day, card),
        "present" => adding::facts_present(lang, at, key, day, card),
        "conflict" => {
            let said = fact.said.as_deref().unwrap_or_default();
            adding::facts_conflict(lang, at, key, day, card, said)
        }
        "no_act" => adding::facts_no_act(lang, at, key, day),
        "several_acts" => adding::facts_several_acts(lang, at, key, day),
        "no_place" => adding::facts_no_place(lang, at, key, day),
        _ => adding::facts_unchangeable(lang, at, key, day, card),
    }
}
