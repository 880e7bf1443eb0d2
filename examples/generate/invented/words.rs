//! The acts of a corpus → sentences, list items, lead-ins and headings, and new ones put together
//! from their clauses.

use super::draw::Draw;
use nusqa::model::kind::Kind;
use nusqa::parse;
use nusqa::source::document::Document;
use std::path::Path;

/// Endings of orders and notes: words that have them are no provision to be put anywhere.
const NOT_PROVISIONS: [&str; 17] = [
    "жазылсын",
    "толықтыр",
    "ауыстыр",
    "тасталс",
    "тасталды",
    "танылсын",
    "танылды",
    "енгізілсін",
    "енгізілді",
    "енгізіледі",
    "редакци",
    "скерт",
    "бекіт",
    "бұдан әрі",
    "мынадай",
    "осы ",
    "Осы ",
];

/// What acts say, by the place that it may take.
#[derive(Debug, Default)]
pub struct Words {
    sentences: Vec<Vec<String>>,
    items: Vec<Vec<String>>,
    leads: Vec<String>,
    headings: Vec<String>,
}

impl Words {
    /// Reads the texts below a corpus folder.
    ///
    /// # Errors
    /// A folder that cannot be read.
    pub fn read(corpus: &Path) -> std::io::Result<Words> {
        let mut files = Vec::new();
        for folder in std::fs::read_dir(corpus)?.flatten().filter(|entry| entry.path().is_dir()) {
            files.extend(std::fs::read_dir(folder.path())?.flatten().map(|file| file.path()));
        }
        files.sort();
        let mut words = Words::default();
        for file in files {
            if file.extension().is_some_and(|ending| ending == "md" || ending == "txt") {
                let tree = parse::parse(&Document::decode("text", &std::fs::read(&file)?));
                for unit in &tree.units {
                    words.take(unit.kind, unit.heading.as_deref(), unit.words());
                }
            }
        }
        words.headings.sort();
        words.headings.dedup();
        Ok(words)
    }

    fn take(&mut self, kind: Kind, heading: Option<&str>, text: &str) {
        let text = text.trim();
        if let Some(heading) = heading.filter(|heading| plain(heading) && heading.len() < 160) {
            let small = heading.chars().any(char::is_lowercase);
            if small && matches!(kind, Kind::Article | Kind::Chapter) {
                self.headings.push(heading.trim_end_matches('.').to_owned());
            }
            return;
        }
        if !matches!(kind, Kind::Paragraph | Kind::Subparagraph | Kind::Text | Kind::Quoted)
            || !plain(text)
            || !(40..900).contains(&text.len())
        {
            return;
        }
        let upper = text.chars().next().is_some_and(char::is_uppercase);
        let clauses = |text: &str| text.split(", ").map(str::to_owned).collect::<Vec<String>>();
        match text.char_indices().next_back() {
            Some((at, '.')) if upper && !text[..at].contains(". ") => {
                self.sentences.push(clauses(&text[..at]));
            }
            Some((at, ';' | '.')) if !upper && !text[..at].contains([';', '.']) => {
                self.items.push(clauses(&text[..at]));
            }
            Some((at, ':')) if upper => self.leads.push(text[..at].to_owned()),
            _ => {}
        }
    }

    /// A sentence, with its full stop.
    pub fn sentence(&self, draw: &mut Draw) -> String {
        let mut sentence = mixed(&self.sentences, draw);
        sentence.push('.');
        sentence
    }

    /// An entry of a list, without its sign at the end.
    pub fn item(&self, draw: &mut Draw) -> String {
        mixed(&self.items, draw)
    }

    /// Words that open a list, with their colon.
    pub fn lead(&self, draw: &mut Draw) -> String {
        format!("{}:", draw.one(&self.leads))
    }

    /// A heading, without a full stop.
    pub fn heading(&self, draw: &mut Draw) -> String {
        draw.one(&self.headings).clone()
    }

    /// What an act is about, in words that hardly another act has.
    pub fn subject(&self, draw: &mut Draw) -> String {
        format!("{} және {} бойынша {}", name(draw), name(draw), lower(&self.heading(draw)))
    }
}

/// Clauses of one, then clauses of another; now and then with a name that no other text has.
fn mixed(of: &[Vec<String>], draw: &mut Draw) -> String {
    let (first, second) = (draw.one(of), draw.one(of));
    let mut clauses: Vec<String> = if first.len() > 1 && second.len() > 1 {
        let cut = draw.between(1, first.len() - 1);
        let join = draw.between(1, second.len() - 1);
        first[..cut].iter().chain(&second[join..]).cloned().collect()
    } else {
        first.clone()
    };
    if clauses.len() > 1 && draw.percent(35) {
        let place = draw.below(clauses.len() - 1);
        clauses[place] = format!("{} {} жүйесінде", clauses[place], name(draw));
    }
    let text = clauses.join(", ");
    if balanced(&text) { text } else { first.join(", ") }
}

/// A proper name of Kazakh syllables.
pub fn name(draw: &mut Draw) -> String {
    const FIRST: [&str; 12] =
        ["Қар", "Бай", "Тал", "Сар", "Ақ", "Жар", "Мол", "Дар", "Нұр", "Қос", "Тас", "Ор"];
    const NEXT: [&str; 14] = [
        "дала",
        "бас",
        "тоғай",
        "құм",
        "ман",
        "сай",
        "ған",
        "ты",
        "қала",
        "шы",
        "мыс",
        "бұлақ",
        "ола",
        "дыр",
    ];
    let mut name = draw.one(&FIRST).to_string();
    for _ in 0..draw.between(1, 3) {
        name.push_str(NEXT[draw.below(NEXT.len())]);
    }
    name
}

/// With a small letter at the beginning.
pub fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Kazakh words with the commonest signs, and nothing that an order or a note is made of.
fn plain(text: &str) -> bool {
    const SIGNS: &str = " ,.;:-–()/%";
    let known = |c: char| SIGNS.contains(c) || ('\u{400}'..'\u{530}').contains(&c);
    text.chars().all(known)
        && balanced(text)
        && !NOT_PROVISIONS.iter().any(|words| text.contains(words))
}

fn balanced(text: &str) -> bool {
    text.matches('(').count() == text.matches(')').count()
}
