//! A family: one to three acts, everything that amended them, and the truth about them.

use super::act::{Act, Form, Name, all};
use super::change::{Change, draw_changes, orders};
use super::day::{Effect, later, of_adoption};
use super::draw::Draw;
use super::print::{Page, Setting, damage, print, sign, stamp};
use super::unit::chapters;
use super::words::Words;
use jiff::civil::{Date, date};

/// The day on which the invented corpus was put together.
pub const TODAY: Date = date(2025, 6, 1);

/// A folder of a corpus: its name, and its files with their contents.
pub struct Folder {
    pub name: String,
    pub files: Vec<(String, String)>,
}

/// What a unit of an act is on a day.
pub struct Truth {
    pub act: String,
    pub address: String,
    pub day: Date,
    pub status: &'static str,
    pub text: Option<String>,
}

/// A family of acts.
#[derive(Default)]
pub struct Family {
    pub folders: Vec<Folder>,
    /// Rows of the table of facts.
    pub facts: String,
    pub truths: Vec<Truth>,
}

/// How the corpus holds an act.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Held {
    /// As adopted, with everything that amended it.
    Original,
    /// As it is now, with notes.
    Consolidated,
    /// Both.
    Both,
    /// At several dates.
    Redactions,
}

struct Member {
    act: Act,
    held: Held,
    /// The chapters after each amending act.
    redactions: Vec<(Date, usize)>,
    over: bool,
}

/// Draws the family with this number. `truths` are drawn for every amended act.
pub fn family(seed: u64, number: usize, words: &Words, truths: usize) -> Family {
    let mut draw = Draw::part(seed, number as u64);
    let draw = &mut draw;
    // Numbers of acts: no two of the corpus are the same.
    let mut serial = number * 40;
    let mut next = || {
        serial += 1;
        serial
    };
    let form = if draw.percent(40) { Form::Law } else { Form::Resolution };
    let mut name = |adopted: Date, draw: &mut Draw| Name {
        form,
        number: match form {
            Form::Law => format!("{}-VI", next()),
            Form::Resolution => next().to_string(),
        },
        adopted,
        effect: Effect::draw(adopted, draw),
    };
    let mut adopted = later(date(2006, 1, 10), draw.below(4500));
    let mut members: Vec<Member> = Vec::new();
    for _ in 0..[1, 1, 1, 2, 2, 3][draw.below(6)] {
        let name = name(adopted, draw);
        let count = match form {
            Form::Law => draw.size(14.0, 0.9, (3, 160)),
            Form::Resolution => draw.size(26.0, 0.9, (4, 300)),
        };
        let subject = words.subject(draw);
        let mut act =
            Act { name, subject, chapters: Vec::new(), amending: Vec::new(), states: Vec::new() };
        act.chapters = chapters(act.level(), count, words, draw);
        act.keep(act.name.effect.day());
        let held = match draw.below(100) {
            0..45 => Held::Original,
            45..70 => Held::Consolidated,
            70..85 => Held::Both,
            _ => Held::Redactions,
        };
        adopted = later(act.name.effect.day(), draw.between(5, 60));
        members.push(Member { act, held, redactions: Vec::new(), over: false });
    }
    let mut family = Family::default();
    for _ in 0..draw.below(9) {
        adopted = later(adopted, draw.between(30, 700));
        let by = name(adopted, draw);
        if later(by.effect.day(), 10) >= TODAY {
            break;
        }
        amend(&mut members, by.clone(), words, draw, &mut family);
        adopted = later(by.effect.day(), 1);
    }
    for member in &members {
        keep(member, draw, &mut family);
        tell(&member.act, truths, draw, &mut family);
    }
    family
}

/// An act that amends some of these.
fn amend(members: &mut [Member], by: Name, words: &Words, draw: &mut Draw, family: &mut Family) {
    let mut amended: Vec<(String, String, Vec<Change>, Name)> = Vec::new();
    let only = draw.below(members.len());
    let whole = draw.percent(25);
    let mut needed = false;
    for (at, member) in members.iter_mut().enumerate() {
        if member.over || !(whole || at == only) {
            continue;
        }
        let count = draw.size(3.0, 0.8, (1, 25));
        let changes = draw_changes(&member.act, count, words, draw);
        if changes.is_empty() {
            continue;
        }
        let position = member.act.amending.len();
        member.act.amending.push(by.clone());
        for change in &changes {
            change.carry_out(&mut member.act, position);
        }
        member.act.keep(by.effect.day());
        member.redactions.push((by.adopted, member.act.states.len() - 1));
        needed |= matches!(member.held, Held::Original);
        let of = (member.act.title(), member.act.subject.clone());
        amended.push((of.0, of.1, changes, member.act.name.clone()));
    }
    if amended.is_empty() {
        return;
    }
    family.facts.extend(by.fact());
    // What a consolidated text has taken in may be missing from the corpus.
    if needed || draw.percent(65) {
        let text = match by.form {
            Form::Law => amending_law(&by, &amended, draw),
            Form::Resolution => amending_resolution(&by, &amended, draw),
        };
        family.folders.push(folder(&by, vec![("amending.md".into(), "amending", None, text)]));
    }
}

type Amended = (String, String, Vec<Change>, Name);

fn law_cited(title: &str, name: &Name, draw: &mut Draw) -> String {
    let number = if draw.percent(50) { format!(" № {}", name.number) } else { String::new() };
    format!("\"{title}\" {}{number} Қазақстан Республикасының Заңына", of_adoption(name.adopted))
}

fn amending_law(by: &Name, amended: &[Amended], draw: &mut Draw) -> String {
    let mut page = Page::new(Setting::Markdown);
    match amended {
        [(title, ..)] => page.heading(
            1,
            &format!("\"{title}\" Қазақстан Республикасының Заңына өзгерістер мен толықтырулар енгізу туралы"),
        ),
        _ => page.heading(
            1,
            "Қазақстан Республикасының кейбір заңнамалық актілеріне өзгерістер мен толықтырулар енгізу туралы",
        ),
    }
    page.paragraph(&by.requisites());
    if let [(title, _, changes, name)] = amended {
        page.paragraph(&format!(
            "1-бап. {} мынадай өзгерістер мен толықтырулар енгізілсін:",
            law_cited(title, name, draw)
        ));
        orders(changes, true).iter().for_each(|line| page.paragraph(line));
    } else {
        page.paragraph("1-бап. Қазақстан Республикасының мынадай заңнамалық актілеріне өзгерістер мен толықтырулар енгізілсін:");
        for (number, (title, _, changes, name)) in amended.iter().enumerate() {
            page.paragraph(&format!("{}. {}:", number + 1, law_cited(title, name, draw)));
            orders(changes, true).iter().for_each(|line| page.paragraph(line));
        }
    }
    page.paragraph(&format!("2-бап. Осы Заң {}", by.effect.clause()));
    sign(&mut page, by.form);
    page.finish()
}

fn resolution_cited(title: &str, name: &Name) -> String {
    let day = of_adoption(name.adopted);
    format!("\"{title}\" Қазақстан Республикасы Үкіметінің {day} № {}", name.number)
}

fn amending_resolution(by: &Name, amended: &[Amended], draw: &mut Draw) -> String {
    let mut page = Page::new(Setting::Markdown);
    match amended {
        [(title, _, _, name)] => page.heading(
            1,
            &format!("{} қаулысына өзгерістер мен толықтырулар енгізу туралы", resolution_cited(title, name)),
        ),
        _ => page.heading(1, "Қазақстан Республикасы Үкіметінің кейбір шешімдеріне өзгерістер мен толықтырулар енгізу туралы"),
    }
    page.paragraph(&by.requisites());
    page.paragraph("Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:");
    let annex = amended.len() > 1 && draw.percent(60);
    let changes = |page: &mut Page| {
        for (number, (title, subject, changes, name)) in amended.iter().enumerate() {
            let cited = resolution_cited(title, name);
            page.paragraph(&match annex {
                true => format!("{}. {cited} қаулысында:", number + 1),
                false => format!(
                    "{}. {cited} қаулысына мынадай өзгерістер мен толықтырулар енгізілсін:",
                    number + 1
                ),
            });
            page.paragraph(&format!("көрсетілген қаулымен бекітілген {subject} қағидаларында:"));
            orders(changes, false).iter().for_each(|line| page.paragraph(line));
        }
    };
    let mut last = amended.len() + 1;
    if annex {
        page.paragraph("1. Қоса беріліп отырған Қазақстан Республикасы Үкіметінің кейбір шешімдеріне енгізілетін өзгерістер мен толықтырулар бекітілсін.");
        last = 2;
    } else {
        changes(&mut page);
    }
    page.paragraph(&format!("{last}. Осы қаулы {}", by.effect.clause()));
    sign(&mut page, by.form);
    if annex {
        stamp(&mut page, by);
        page.heading(2, "Қазақстан Республикасы Үкіметінің кейбір шешімдеріне енгізілетін өзгерістер мен толықтырулар");
        changes(&mut page);
    }
    page.finish()
}

type Text = (String, &'static str, Option<Date>, String);

fn folder(name: &Name, texts: Vec<Text>) -> Folder {
    let mut card = String::new();
    let mut files = Vec::new();
    for (file, role, state, text) in texts {
        card.push_str(&format!("[[text]]\nfile = \"{file}\"\nrole = \"{role}\"\n"));
        match state {
            Some(day) => card.push_str(&format!("state = {day}\n\n")),
            None => card.push_str(&format!("retrieved = {TODAY}\n\n")),
        }
        files.push((file, text));
    }
    files.push(("act.toml".to_owned(), card));
    let number = name.number.replace('/', "-");
    Folder { name: format!("{}-{number}", name.adopted), files }
}

/// Puts the texts of an act into the corpus.
fn keep(member: &Member, draw: &mut Draw, family: &mut Family) {
    let act = &member.act;
    family.facts.extend(act.name.fact());
    let setting = if draw.percent(50) { Setting::Markdown } else { Setting::Plain };
    let ending = if setting == Setting::Markdown { "md" } else { "txt" };
    let harmed = draw.percent(25);
    let mut text = |state: usize, consolidated: bool| {
        let chapters = act.states[state].1.as_deref().unwrap_or_default();
        let text = print(act, chapters, consolidated, setting);
        if harmed { damage(&text, draw) } else { text }
    };
    let last = act.states.len() - 1;
    let mut texts: Vec<Text> = Vec::new();
    if matches!(member.held, Held::Original | Held::Both) || member.redactions.is_empty() {
        texts.push((format!("original.{ending}"), "original", None, text(0, false)));
    }
    if matches!(member.held, Held::Consolidated | Held::Both) && !member.redactions.is_empty() {
        texts.push((format!("consolidated.{ending}"), "consolidated", None, text(last, true)));
    }
    if member.held == Held::Redactions {
        for (adopted, state) in &member.redactions {
            let name = format!("redaction-{adopted}.{ending}");
            texts.push((name, "consolidated", Some(*adopted), text(*state, true)));
        }
    }
    family.folders.push(folder(&act.name, texts));
}

/// Draws places and days, and tells what is true of them.
fn tell(act: &Act, count: usize, draw: &mut Draw, family: &mut Family) {
    for _ in 0..count {
        let (from, Some(chapters)) = draw.one(&act.states) else { continue };
        let from = *from;
        let places = all(chapters);
        let steps = draw.one(&places).0.clone();
        let day = match draw.below(6) {
            0 => later(from, draw.below(3)).yesterday().unwrap_or(from),
            1 => later(act.name.adopted, draw.below(40)),
            _ => later(act.name.adopted, draw.below(4000)),
        };
        let day = day.min(TODAY.yesterday().unwrap_or(TODAY));
        let (status, text) = act.truth(&steps, day);
        let address = act.address(&steps);
        family.truths.push(Truth { act: act.name.iri(), address, day, status, text });
    }
}
