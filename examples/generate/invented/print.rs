//! An act at a moment → a text as its publisher prints it: as adopted, or consolidated with notes.

use super::act::{Act, Form, Name};
use super::day::of_adoption;
use super::draw::Draw;
use super::unit::{Chapter, Level, Told, Unit};

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Markdown with headings.
    Markdown,
    /// Text of a portal: paragraphs set in by blanks.
    Plain,
}

/// The lines of a text under construction.
pub struct Page {
    setting: Setting,
    text: String,
}

impl Page {
    pub fn new(setting: Setting) -> Page {
        Page { setting, text: String::new() }
    }

    /// A heading of this level, 1 the highest.
    pub fn heading(&mut self, level: usize, words: &str) {
        match self.setting {
            Setting::Markdown => {
                self.text.push_str(&format!("{} {words}\n\n", "#".repeat(level)));
            }
            Setting::Plain => self.text.push_str(&format!("{words}\n")),
        }
    }

    pub fn paragraph(&mut self, words: &str) {
        match self.setting {
            Setting::Markdown => self.text.push_str(&format!("{words}\n\n")),
            Setting::Plain => self.text.push_str(&format!("      {words}\n")),
        }
    }

    /// Lines that belong together and stand apart from the rest.
    pub fn block(&mut self, lines: &[&str]) {
        self.text.push_str(&format!("{}\n\n", lines.join("  \n")));
    }

    pub fn finish(self) -> String {
        self.text
    }
}

/// The act as adopted (`upto` is `None`), or with the notes of the first acts that amended it.
pub fn print(act: &Act, chapters: &[Chapter], consolidated: bool, setting: Setting) -> String {
    let mut page = Page::new(setting);
    page.heading(1, &act.title());
    page.paragraph(&act.name.requisites());
    if act.name.form == Form::Resolution {
        page.paragraph("Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ:");
        let rules = format!("{} қағидалары", act.subject);
        page.paragraph(&format!("1. Қоса беріліп отырған {rules} бекітілсін."));
        page.paragraph(&format!("2. Осы қаулы {}", act.name.effect.clause()));
        sign(&mut page, act.name.form);
        stamp(&mut page, &act.name);
        page.heading(2, &rules);
    }
    for chapter in chapters {
        page.heading(2, &format!("{}-тарау. {}", chapter.number, chapter.heading));
        for unit in &chapter.units {
            print_unit(act, unit, &mut page);
            if consolidated {
                for note in notes(act, chapter, unit) {
                    page.paragraph(&note);
                }
            }
        }
    }
    if act.name.form == Form::Law {
        let units = chapters.iter().flat_map(|chapter| &chapter.units);
        let last = units.filter_map(|unit| unit.number.parse::<usize>().ok()).max().unwrap_or(0);
        page.heading(3, &format!("{}-бап. Осы Заңды қолданысқа енгізу тәртібі", last + 1));
        page.paragraph(&format!("Осы Заң {}", act.name.effect.clause()));
        sign(&mut page, act.name.form);
    }
    page.finish()
}

/// Who signs.
pub fn sign(page: &mut Page, form: Form) {
    match form {
        Form::Law => page.block(&["Қазақстан Республикасының", "Президенті"]),
        Form::Resolution => page.block(&["Қазақстан Республикасының", "Премьер-Министрі"]),
    }
}

/// The mark of a document that a resolution approves.
pub fn stamp(page: &mut Page, name: &Name) {
    let day = of_adoption(name.adopted);
    let number = format!("№ {} қаулысымен", name.number);
    page.block(&["Қазақстан Республикасы", "Үкіметінің", &day, &number, "бекітілген"]);
}

fn print_unit(act: &Act, unit: &Unit, page: &mut Page) {
    if let Some(by) = unit.gone {
        let by = &act.amending[by];
        let act = format!("{} {}", by.noted(true), worded(by.form, false));
        match unit.level {
            Level::Article => {
                page.heading(3, &format!("{}-бап. Алып тасталды - {act}.", unit.number))
            }
            Level::Point => page.paragraph(&format!("{}. Алып тасталды - {act}.", unit.number)),
            Level::Item => page.paragraph(&format!("{}) алып тасталды - {act};", unit.number)),
        }
        return;
    }
    let mut lines = unit.lines().into_iter();
    if unit.level == Level::Article
        && let Some(heading) = lines.next()
    {
        page.heading(3, &heading);
    }
    lines.for_each(|line| page.paragraph(&line));
    for part in &unit.parts {
        print_unit(act, part, page);
    }
}

fn worded(form: Form, several: bool) -> &'static str {
    match (form, several) {
        (Form::Law, false) => "Заңымен",
        (Form::Law, true) => "Заңдарымен",
        (Form::Resolution, false) => "қаулысымен",
        (Form::Resolution, true) => "қаулыларымен",
    }
}

/// The notes at a unit: what brought it, then what changed it since.
fn notes(act: &Act, chapter: &Chapter, unit: &Unit) -> Vec<String> {
    if unit.gone.is_some() {
        return Vec::new();
    }
    let (noun, into, with) = match unit.level {
        Level::Article => ("бап", "бапқа", "баппен"),
        _ => ("тармақ", "тармаққа", "тармақпен"),
    };
    let number = &unit.number;
    let mut notes = Vec::new();
    let one =
        |by: usize| format!("{} {}", act.amending[by].noted(true), worded(act.name.form, false));
    for (by, told) in &unit.told {
        match told {
            Told::Restated => {
                notes.push(format!("Ескерту. {number}-{noun} жаңа редакцияда - {}.", one(*by)));
            }
            Told::Added => notes.push(format!(
                "Ескерту. {}-тарау {number}-{with} толықтырылды - {}.",
                chapter.number,
                one(*by)
            )),
            Told::Amended => {}
        }
    }
    let amended: Vec<usize> =
        unit.told.iter().filter(|(_, told)| *told == Told::Amended).map(|(by, _)| *by).collect();
    if !amended.is_empty() {
        let acts: Vec<String> =
            amended.iter().enumerate().map(|(n, by)| act.amending[*by].noted(n == 0)).collect();
        let several = acts.len() > 1;
        let change = if several { "өзгерістер" } else { "өзгеріс" };
        notes.push(format!(
            "Ескерту. {number}-{into} {change} енгізілді - {} {}.",
            acts.join("; "),
            worded(act.name.form, several)
        ));
    }
    notes
}

/// Faults of copies: letters of another script that look the same, blanks that do not break, line
/// ends of another system. The words stay what they are.
pub fn damage(text: &str, draw: &mut Draw) -> String {
    let mut damaged = String::with_capacity(text.len());
    let mut before = ' ';
    let returns = draw.percent(20);
    for c in text.chars() {
        let alike = match c {
            'а' => 'a',
            'о' => 'o',
            'е' => 'e',
            'і' => 'i',
            'с' => 'c',
            'р' => 'p',
            _ => c,
        };
        let inside = before.is_alphabetic() && before.is_lowercase();
        match c {
            '\n' if returns => damaged.push_str("\r\n"),
            _ if alike != c && inside && draw.below(1500) == 0 => damaged.push(alike),
            _ => damaged.push(c),
        }
        before = c;
    }
    damaged
}
