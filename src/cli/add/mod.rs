//! `nusqa add`: puts texts and facts into the corpus, each whole or not at all, or shows what it
//! would put there.

mod facts;
mod files;
mod put;
mod shelf;

use super::args::{Add, Told};
use super::failure::Failure;
use super::{Context, Outcome};
use crate::ask::Desk;
use crate::ask::days::day;
use crate::intake::akn;
use crate::intake::card::Origin;
use crate::intake::{Answers, Question, Refused, Understood, understand};
use crate::kazakh::slug::slug;
use crate::model::act::{ActType, Issuer};
use crate::parse::citation::parse_address;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::Message;
use crate::render::messages::catalogue::adding;
use crate::render::messages::catalogue::adding::refused as said;
use crate::render::wire::Generator;
use crate::render::wire::add::{Added, Refusal, Text};
use crate::render::{terminal, wire};
use crate::source::card::Role;
use crate::source::docx;
use crate::source::encoding::{Undecodable, other_format, to_utf8};
use crate::source::folder::shown;
use crate::source::{self, SourceError, html};
use shelf::Shelf;
use std::borrow::Cow;
use std::path::Path;

/// A text that became something: its entry and what was understood of it.
struct Done {
    added: Added,
    understood: Option<Understood>,
    hints: Vec<String>,
}

/// Adds.
pub fn run(arguments: &Add, context: &Context) -> Result<Outcome, Failure> {
    let lang = context.lang;
    let answers = answers(&arguments.told, context)?;
    let files = files::expand(&arguments.files, lang)?;
    if answers != Answers::default() && files.len() != 1 {
        return Err(Failure::usage(said::add_answers_for_one(lang)));
    }
    let mut shelf = Shelf::open(context)?;
    let facts = match &arguments.facts {
        Some(table) => facts::read(table, context)?,
        None => Vec::new(),
    };
    let mut done = Vec::new();
    for (at, file) in files.iter().enumerate() {
        context.progress(at, files.len());
        match one(file, &answers, arguments.dry_run, &mut shelf, context) {
            Ok(text) => done.push(text),
            // One text alone is the whole question.
            Err(failure) if files.len() == 1 => return Err(failure),
            Err(failure) => done.push(refused(file, &failure)),
        }
    }
    context.progress(files.len(), files.len());
    let facts = facts::place(&facts, arguments.dry_run, &mut shelf, context)?;
    let (mut texts, mut understood, mut hints) = (Vec::new(), Vec::new(), Vec::new());
    for text in done {
        texts.push(text.added);
        understood.push(text.understood);
        hints.push(text.hints);
    }
    let incomplete = texts.iter().any(|text| text.outcome == "refused")
        || facts
            .iter()
            .any(|fact| ["conflict", "unchangeable", "several_acts"].contains(&fact.outcome));
    let document = wire::add::Add {
        schema: "nusqa/add/1",
        generator: Generator::new(None),
        dry_run: arguments.dry_run,
        texts,
        facts,
    };
    let width = context.screen.width();
    let table = arguments.facts.as_deref().map(shown).unwrap_or_default();
    context.answer(
        || document.clone(),
        || terminal::add::page(&document, (&understood, &hints, &table), width, lang),
    )?;
    Ok(Outcome::unless(incomplete))
}

fn refused(file: &Path, failure: &Failure) -> Done {
    let message = failure.message();
    let refusal = Refusal {
        code: message.code,
        message: message.words.clone(),
        options: failure.document().candidates,
    };
    let added = Added {
        file: shown(file),
        outcome: "refused",
        place: None,
        refused: Some(refusal),
        understood: None,
    };
    Done { added, understood: None, hints: failure.hints().to_vec() }
}

/// What the options say of the text.
fn answers(told: &Told, context: &Context) -> Result<Answers, Failure> {
    let lang = context.lang;
    let date = |words: &Option<String>| words.as_deref().map(|words| day(words, lang)).transpose();
    let component = match told.component.as_deref() {
        None => None,
        Some(words) => {
            let read = parse_address(words).into_iter().find(|read| read.component() == *read);
            Some(read.ok_or_else(|| Failure::usage(said::add_component_unknown(lang, words)))?)
        }
    };
    let role = match told.role.as_deref() {
        Some("original") => Some(Role::Original),
        Some("consolidated") => Some(Role::Consolidated),
        Some(_) => Some(Role::Amending),
        None => None,
    };
    Ok(Answers {
        named: None,
        form: told.form.as_deref().and_then(ActType::from_name),
        issuer: told.issuer.as_deref().map(|words| Issuer(slug(words))),
        number: told.number.as_deref().map(|number| number.trim().to_owned()),
        adopted: date(&told.adopted)?,
        title: told.title.clone(),
        role,
        component,
        redaction: date(&told.redaction)?,
        retrieved: date(&told.retrieved)?,
    })
}

/// Reads one file, and puts it into the corpus unless that is not to be done.
fn one(
    file: &Path,
    answers: &Answers,
    dry: bool,
    shelf: &mut Shelf,
    context: &Context,
) -> Result<Done, Failure> {
    let lang = context.lang;
    let name = shown(file);
    let failed = |message| Failure::in_file(message, &name, None);
    let source = |error: &SourceError| Failure::source(error, lang);
    let given = source::read_bytes(file).map_err(|error| source(&error))?;
    if given.is_empty() {
        return Err(source(&SourceError::Empty { path: file.to_owned() }));
    }
    let hash = blake3::hash(&given).to_hex().to_string();
    let (bytes, converted) = if docx::is_docx(&given) {
        (given, None)
    } else if let Some(format) = other_format(&given) {
        return Err(failed(said::add_other_format(lang, &name, format)));
    } else {
        match to_utf8(&given) {
            Ok((_, None)) => (given, None),
            Ok((text, encoding)) => (text.into_bytes(), encoding),
            Err(Undecodable::Binary | Undecodable::Utf16) => {
                return Err(failed(said::add_no_text(lang, &name)));
            }
            Err(Undecodable::Unknown { declared: Some(declared) }) => {
                return Err(failed(said::add_encoding_not_kazakh(lang, &name, declared)));
            }
            Err(Undecodable::Unknown { declared: None }) => {
                return Err(failed(said::add_encoding_unknown(lang, &name)));
            }
        }
    };
    let (bytes, converted, answers) =
        match std::str::from_utf8(&bytes).ok().filter(|t| akn::is_akn(t)) {
            None => (bytes, converted, Cow::Borrowed(answers)),
            Some(text) => {
                let taken =
                    akn::read(text).map_err(|refused| failed(no_akn(refused, &name, lang)))?;
                (taken.page.into_bytes(), Some(akn::NAME), Cow::Owned(answers.or(taken.told)))
            }
        };
    if let Some(place) = shelf.holds(&bytes) {
        let added = Added {
            file: name,
            outcome: "present",
            place: Some(place),
            refused: None,
            understood: None,
        };
        return Ok(Done { added, understood: None, hints: Vec::new() });
    }
    if std::str::from_utf8(&bytes).is_ok_and(html::has_lists_of_a_style_sheet) {
        return Err(failed(said::add_styled_lists(lang, &name)));
    }
    let document = source::document(file, &name, &bytes).map_err(|error| source(&error))?;
    let text = understand(&document, &answers)
        .map_err(|refused| not_understood(refused, &name, context))?;
    let base = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let origin = Origin { name: base, hash, converted };
    let plan = shelf.plan(&text, &origin, context)?;
    if !dry {
        put::put(&plan, &bytes, context)?;
    }
    shelf.keep(&plan, &text, bytes);
    let understood = Text::new(&text, &origin, plan.new_act, plan.card.clone());
    let added = Added {
        file: name,
        outcome: if dry { "would_add" } else { "added" },
        place: Some(shown(&plan.path())),
        refused: None,
        understood: Some(understood),
    };
    Ok(Done { added, understood: Some(text), hints: Vec::new() })
}

/// Why a document in Akoma Ntoso is not taken.
fn no_akn(refused: akn::Refused, name: &str, lang: Lang) -> Message {
    match refused {
        akn::Refused::Broken(cause) => said::add_akn_broken(lang, name, cause.to_string()),
        akn::Refused::Versions => said::add_akn_versions(lang, name),
        akn::Refused::Gaps(count) => said::add_akn_gaps(lang, name, count),
    }
}

/// A text that is not taken: what is wrong, or what the user is asked.
fn not_understood(refused: Refused, name: &str, context: &Context) -> Failure {
    let lang = context.lang;
    match refused {
        Refused::Language(language) => {
            let language = adding::named("language", language.code(), lang);
            Failure::in_file(said::add_other_language(lang, name, language), name, None)
        }
        Refused::DayBefore(key, day, bound) => {
            Failure::in_file(said::add_day_before(lang, name, key, day, bound), name, None)
        }
        Refused::Questions(questions) => {
            let options = questions.iter().map(|question| question.option().to_owned()).collect();
            let hints = questions.iter().map(|question| match question {
                Question::Form => adding::question_form(lang),
                Question::Issuer => adding::question_issuer(lang),
                Question::Number => adding::question_number(lang),
                Question::Adopted => adding::question_adopted(lang),
                Question::Role => adding::question_role(lang),
            });
            Failure::in_file(said::add_not_identified(lang, name), name, None)
                .with_hints(options, hints.collect())
        }
    }
}
