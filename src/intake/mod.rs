//! A text from outside → what it is: which act, which role, in which language; and the folder,
//! the file and the card under which the corpus would keep it. Writes nothing.

pub mod akn;
pub mod card;
pub mod facts;
pub mod language;
pub mod place;
pub mod role;

use crate::amend;
use crate::model::act::{ActId, ActType, Issuer};
use crate::model::address::Address;
use crate::model::day::{Adopted, Registered};
use crate::model::event::Note;
use crate::model::instruction::Orders;
use crate::model::kind::Kind;
use crate::model::tree::Tree;
use crate::notes;
use crate::parse;
use crate::parse::identity::requisites;
use crate::source::card::Role;
use crate::source::document::{Document, Format};
use jiff::civil::Date;
use language::Language;
use role::Because;

/// What the one who adds a text says of it. What is said here counts more than the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Legal form.
    pub form: Option<ActType>,
    /// Issuer.
    pub issuer: Option<Issuer>,
    /// Number.
    pub number: Option<String>,
    /// Day of adoption.
    pub adopted: Option<Date>,
    /// Title of the act.
    pub title: Option<String>,
    /// The title by which metadata name the act, whatever the language; it counts only where the
    /// text prints none.
    pub named: Option<String>,
    /// What the text is.
    pub role: Option<Role>,
    /// The document of the act that it prints; `None` for the act itself.
    pub component: Option<Address>,
    /// The day under which a database files the redaction.
    pub redaction: Option<Date>,
    /// The day on which the text was taken from its publisher.
    pub retrieved: Option<Date>,
}

impl Answers {
    /// These, and the others where these say nothing.
    pub fn or(&self, others: Answers) -> Answers {
        Answers {
            form: self.form.or(others.form),
            issuer: self.issuer.clone().or(others.issuer),
            number: self.number.clone().or(others.number),
            adopted: self.adopted.or(others.adopted),
            title: self.title.clone().or(others.title),
            named: self.named.clone().or(others.named),
            role: self.role.or(others.role),
            component: self.component.clone().or(others.component),
            redaction: self.redaction.or(others.redaction),
            retrieved: self.retrieved.or(others.retrieved),
        }
    }
}

/// A fact that neither the text nor the one who adds it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// The legal form.
    Form,
    /// The issuer.
    Issuer,
    /// The number.
    Number,
    /// The day of adoption.
    Adopted,
    /// The role: the text has units that no act has as adopted, and no note that tells why.
    Role,
}

impl Question {
    /// The option that answers it.
    pub fn option(self) -> &'static str {
        match self {
            Question::Form => "--form",
            Question::Issuer => "--issuer",
            Question::Number => "--number",
            Question::Adopted => "--adopted",
            Question::Role => "--role",
        }
    }
}

/// Why a text is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is in another language.
    Language(Language),
    /// Not everything is known that its card needs.
    Questions(Vec<Question>),
    /// A day that comes before another without which it cannot be: the key of the first, both
    /// days.
    DayBefore(&'static str, Date, Date),
}

/// Something that the text says otherwise than the one who adds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradicted {
    /// The key of the card, dotted.
    pub key: &'static str,
    /// What counts.
    pub said: String,
    /// What the text prints.
    pub printed: String,
}

/// A text, understood.
#[derive(Clone, Debug)]
pub struct Understood {
    /// The act.
    pub id: ActId,
    /// The title that the text prints or that was given.
    pub title: Option<String>,
    /// The title was given.
    pub title_given: bool,
    /// The title is that of the metadata: the text prints none.
    pub title_named: bool,
    /// Day and number of registration.
    pub registered: Option<(Registered, String)>,
    /// The line of the text (from 1) that tells its requisites; `None` where it has none.
    pub requisites_line: Option<usize>,
    /// What stands below the text: post and name of the one who signed, place.
    pub signature: Vec<String>,
    /// What the text is.
    pub role: Role,
    /// Why it is taken for that.
    pub because: Because,
    /// The last act whose changes are applied in it, by its notes.
    pub last_change: Option<ActId>,
    /// The document of the act that it prints.
    pub component: Address,
    /// As given.
    pub redaction: Option<Date>,
    /// As given.
    pub retrieved: Option<Date>,
    /// How it is laid out.
    pub format: Format,
    /// What the text says otherwise.
    pub contradicted: Vec<Contradicted>,
    /// Its units.
    pub tree: Tree,
    /// Its notes.
    pub notes: Vec<Note>,
    /// Its orders.
    pub orders: Orders,
}

/// What a text is.
///
/// # Errors
/// See [`Refused`].
pub fn understand(document: &Document, answers: &Answers) -> Result<Understood, Refused> {
    let language = language::of(document.text());
    if language != Language::Kazakh {
        return Err(Refused::Language(language));
    }
    let tree = parse::parse(document);
    // Only the act itself has a line of requisites that speaks of it.
    let component = answers.component.clone().unwrap_or_else(Address::whole);
    let told = requisites(&tree);
    let own = told.as_ref().map(|told| &told.act);
    let mut questions = Vec::new();
    let form = answers.form.or(own.map(|act| act.form));
    let adopted = answers.adopted.or(own.map(|act| act.adopted.0));
    let number = answers.number.clone().or_else(|| own.map(|act| act.number.clone()));
    let issuer = match (&answers.issuer, form, own) {
        (Some(issuer), _, _) => Some(issuer.clone()),
        (None, Some(form), _) if form.is_law() => Some(Issuer::parliament()),
        (None, _, Some(own)) => Some(own.issuer.clone()),
        _ => None,
    };
    let notes = notes::read(&tree);
    let (form, adopted, number, issuer) = match (form, adopted, number, issuer) {
        (Some(form), Some(adopted), Some(number), Some(issuer)) => (form, adopted, number, issuer),
        (form, adopted, number, issuer) => {
            questions.extend(form.is_none().then_some(Question::Form));
            questions.extend(issuer.is_none().then_some(Question::Issuer));
            questions.extend(number.is_none().then_some(Question::Number));
            questions.extend(adopted.is_none().then_some(Question::Adopted));
            return Err(Refused::Questions(questions));
        }
    };
    let id = ActId { form, issuer, number, adopted: Adopted(adopted) };
    let orders = amend::read(&tree, &id);
    let (role, because) = match answers.role {
        Some(role) => (role, Because::Told),
        None => role::of(&tree, &notes, &orders, &id)
            .ok_or_else(|| Refused::Questions(vec![Question::Role]))?,
    };
    let last_change = role::last_change(&notes, &id);
    let registered = told.as_ref().and_then(|told| told.registered.clone());
    let days = [
        ("days.registered", registered.as_ref().map(|(day, _)| day.0), Some(adopted)),
        ("text.retrieved", answers.retrieved, Some(adopted)),
        ("text.state", answers.redaction, Some(adopted)),
        ("text.state", answers.redaction, last_change.as_ref().map(|act| act.adopted.0)),
    ];
    for (key, day, bound) in days {
        if let (Some(day), Some(bound)) = (day, bound)
            && day < bound
        {
            return Err(Refused::DayBefore(key, day, bound));
        }
    }
    let line = told.as_ref().map(|told| tree.span(told.unit).lines.0);
    let contradicted = own.map_or_else(Vec::new, |own| contradicted(own, &id));
    let title_given = answers.title.is_some();
    let printed = |kind| tree.units.iter().find(move |unit| unit.kind == kind);
    let signature = tree.units.iter().filter(|unit| unit.kind == Kind::Signature);
    let title = answers.title.clone().or_else(|| Some(printed(Kind::Title)?.text.clone()));
    let named = answers.named.clone().filter(|named| language::of(named) == Language::Kazakh);
    let named = named.filter(|_| title.is_none());
    Ok(Understood {
        title_named: named.is_some(),
        title: title.or(named),
        title_given,
        registered,
        requisites_line: line,
        signature: signature.map(|unit| unit.text.clone()).collect(),
        role,
        because,
        last_change,
        component,
        redaction: answers.redaction,
        retrieved: answers.retrieved,
        format: document.format,
        contradicted,
        id,
        tree,
        notes,
        orders,
    })
}

fn contradicted(printed: &ActId, said: &ActId) -> Vec<Contradicted> {
    let of = |act: &ActId| {
        [
            ("act.type", act.form.name().to_owned()),
            ("act.issuer", act.issuer.0.clone()),
            ("act.number", act.number.clone()),
            ("act.adopted", act.adopted.to_string()),
        ]
    };
    let pairs = of(said).into_iter().zip(of(printed));
    let differ = pairs.filter(|((_, said), (_, printed))| said != printed);
    differ.map(|((key, said), (_, printed))| Contradicted { key, said, printed }).collect()
}
