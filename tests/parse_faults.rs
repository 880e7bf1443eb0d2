//! Clean texts damaged on purpose, by the faults that copies of law suffer, must still give the
//! clean tree. Prints the share recovered for each fault and fails below the share reached.

use nusqa::model::kind::Kind;
use nusqa::parse::parse;
use nusqa::source::document::Document;
use std::collections::BTreeMap;
use std::path::Path;

const TEXTS: [&str; 3] = [
    "corpus/2016-12-20-832-birynghai-talaptar/talaptar-consolidated.txt",
    "corpus/2015-11-24-418-V-aqparattandyru-turaly/consolidated.md",
    "corpus/2021-01-18-12-ukimet-sheshimderine-ozgerister/amending.md",
];

/// A small generator of pseudo-random numbers (xorshift), so that a seed names a text for good.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % limit.max(1)
    }
}

/// The paragraphs of a published text as read: the clean text.
fn clean(file: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let tree = parse(&Document::decode("text", &std::fs::read(path).expect("a text")));
    tree.units.iter().map(|unit| unit.text.clone()).collect()
}

/// Kind, address and state of every unit, counted.
fn outline(text: &str) -> BTreeMap<String, i64> {
    let tree = parse(&Document::decode("text", text.as_bytes()));
    let mut units = BTreeMap::new();
    for unit in tree.units.iter().filter(|unit| unit.kind != Kind::Note) {
        let key = format!("{} {} {}", unit.kind, unit.address, unit.status.name());
        *units.entry(key).or_default() += 1;
    }
    units
}

/// The units of the first outline that the second does not have, and the reverse.
fn differences(left: &BTreeMap<String, i64>, right: &BTreeMap<String, i64>) -> Vec<String> {
    let mut found = Vec::new();
    for (key, count) in left {
        if right.get(key).unwrap_or(&0) < count {
            found.push(format!("lost {key}"));
        }
    }
    for (key, count) in right {
        if left.get(key).unwrap_or(&0) < count {
            found.push(format!("new {key}"));
        }
    }
    found
}

/// Damages a paragraph; `None` where this fault cannot befall it. `next` is the paragraph after
/// it.
type Damage = fn(&str, &str, &mut Chance) -> Option<String>;

const FAULTS: [(&str, Damage, f64); 15] = [
    ("look-alike letters", look_alike, 1.0),
    ("sound-alike letters", sound_alike, 1.0),
    ("letters of a third script", third_script, 1.0),
    ("letter in place of a digit", letter_for_digit, 1.0),
    ("page break", page_break, 1.0),
    ("hard line break", hard_break, 1.0),
    ("headings merged", merged_headings, 1.0),
    ("point set as a heading", as_heading, 1.0),
    ("set bold", bold, 1.0),
    ("dash before a number", list_dash, 1.0),
    ("bookmark", bookmark, 1.0),
    ("no blank after the number", run_together, 1.0),
    ("N for №", number_sign, 1.0),
    ("no-break spaces", no_break, 1.0),
    ("letters set apart", spaced, 1.0),
];

fn is_note(text: &str) -> bool {
    text.starts_with("Ескерту") || text.contains("ескертпесі!")
}

/// Places of the letters of a word in the text that `wanted` likes.
fn letters(text: &str, wanted: fn(char) -> bool) -> Vec<(usize, char)> {
    let inner = |at: usize| {
        text[..at].chars().next_back().is_some_and(char::is_alphabetic)
            && text[at..].chars().nth(1).is_some_and(char::is_alphabetic)
    };
    text.char_indices().filter(|&(at, c)| wanted(c) && inner(at)).collect()
}

fn exchange(
    text: &str,
    chance: &mut Chance,
    wanted: fn(char) -> bool,
    twin: fn(char) -> char,
) -> Option<String> {
    let places = letters(text, wanted);
    let (at, c) = *places.get(chance.below(places.len()))?;
    let mut damaged = text.to_owned();
    damaged.replace_range(at..at + c.len_utf8(), twin(c).encode_utf8(&mut [0; 4]));
    Some(damaged)
}

fn look_alike(text: &str, _: &str, chance: &mut Chance) -> Option<String> {
    exchange(
        text,
        chance,
        |c| "аеорсухі".contains(c),
        |c| match c {
            'а' => 'a',
            'е' => 'e',
            'о' => 'o',
            'р' => 'p',
            'с' => 'c',
            'у' => 'y',
            'х' => 'x',
            _ => 'i',
        },
    )
}

fn sound_alike(text: &str, _: &str, chance: &mut Chance) -> Option<String> {
    exchange(
        text,
        chance,
        |c| "тдлнмз".contains(c),
        |c| match c {
            'т' => 't',
            'д' => 'd',
            'л' => 'l',
            'н' => 'n',
            'м' => 'm',
            _ => 'z',
        },
    )
}

fn third_script(text: &str, _: &str, chance: &mut Chance) -> Option<String> {
    exchange(
        text,
        chance,
        |c| "рткс".contains(c),
        |c| match c {
            'р' => 'र',
            'т' => 'त',
            'к' => 'क',
            _ => 'स',
        },
    )
}

fn letter_for_digit(text: &str, _: &str, _: &mut Chance) -> Option<String> {
    for (digit, letter) in
        [("6) ", "б) "), ("3) ", "з) "), ("3-тарау", "З-тарау"), ("16) ", "1б) ")]
    {
        if let Some(rest) = text.strip_prefix(digit) {
            return Some(format!("{letter}{rest}"));
        }
    }
    text.contains("ЗҚАИ").then(|| text.replace("ЗҚАИ", "3ҚАИ"))
}

/// Blanks at which the text can break so that only the words tell: small letters follow, no mark
/// stands before.
fn joints(text: &str) -> Vec<usize> {
    text.match_indices(' ')
        .map(|(at, _)| at)
        .filter(|&at| {
            let before = text[..at].chars().next_back();
            let after = text[at + 1..].chars().next();
            before.is_some_and(char::is_alphabetic)
                && after.is_some_and(char::is_lowercase)
                && at > 20
        })
        .filter(|&at| !text[at + 1..].starts_with("тармақша"))
        .collect()
}

fn broken(text: &str, chance: &mut Chance, by: &str) -> Option<String> {
    let joints = joints(text);
    let at = *joints.get(chance.below(joints.len()))?;
    Some(format!("{}{by}{}", &text[..at], &text[at + 1..]))
}

fn page_break(text: &str, _: &str, chance: &mut Chance) -> Option<String> {
    broken(text, chance, "\n\n")
}

fn hard_break(text: &str, _: &str, chance: &mut Chance) -> Option<String> {
    broken(text, chance, "  \n")
}

fn is_heading(text: &str) -> bool {
    ["-бөлім. ", "-тарау. ", "-параграф. "].iter().any(|word| {
        text.to_lowercase()
            .find(word)
            .is_some_and(|at| text[..at].bytes().all(|b| b.is_ascii_digit()))
    })
}

fn merged_headings(text: &str, next: &str, _: &mut Chance) -> Option<String> {
    (is_heading(text) && (is_heading(next) || next.contains("-бап. ")))
        .then(|| format!("{text}\u{0}"))
}

fn numbered(text: &str) -> bool {
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '-')).unwrap_or(0);
    end > 0
        && text[end..].starts_with([')', '.'])
        && !text[end + 1..].starts_with(|c: char| c.is_ascii_digit())
}

fn as_heading(text: &str, _: &str, _: &mut Chance) -> Option<String> {
    (numbered(text) && !text.contains("алып тасталды")).then(|| format!("### **{text}**"))
}

fn bold(text: &str, _: &str, _: &mut Chance) -> Option<String> {
    Some(format!("**{text}**"))
}

fn list_dash(text: &str, _: &str, _: &mut Chance) -> Option<String> {
    numbered(text).then(|| format!("- {text}"))
}

fn bookmark(text: &str, _: &str, chance: &mut Chance) -> Option<String> {
    Some(format!("[bookmark: z{}]{text}", chance.below(900)))
}

fn run_together(text: &str, _: &str, _: &mut Chance) -> Option<String> {
    let blank = text.find(' ')?;
    let mark = &text[..blank];
    let safe = (numbered(text) || mark.ends_with("-бап.")) && !text[blank + 1..].starts_with('.');
    (safe && !text[blank + 1..].starts_with(|c: char| c.is_ascii_digit()))
        .then(|| format!("{mark}{}", &text[blank + 1..]))
}

fn number_sign(text: &str, _: &str, _: &mut Chance) -> Option<String> {
    text.contains("№ ").then(|| text.replace("№ ", "N "))
}

fn no_break(text: &str, _: &str, _: &mut Chance) -> Option<String> {
    text.contains(' ').then(|| text.replace(' ', "\u{a0}"))
}

fn spaced(text: &str, _: &str, chance: &mut Chance) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let which = chance.below(words.len());
    let word = words[which];
    if which == 0 && !is_note(text)
        || word.chars().count() < 4
        || !word.chars().all(char::is_alphabetic)
    {
        return None;
    }
    let apart: Vec<String> = word.chars().map(String::from).collect();
    let mut words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
    words[which] = apart.join(" ");
    Some(words.join(" "))
}

fn text_of(paragraphs: &[String]) -> String {
    paragraphs.join("\n\n").replace("\u{0}\n\n", " ")
}

/// Damages about one paragraph in `rate`; gives the text and the number of faults.
fn damage(clean: &[String], faults: &[Damage], rate: usize, seed: u64) -> (String, usize) {
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let mut paragraphs = clean.to_vec();
    let mut count = 0;
    for at in 0..paragraphs.len() {
        if chance.below(rate) > 0 {
            continue;
        }
        let next = clean.get(at + 1).map_or("", String::as_str);
        let fault = faults[chance.below(faults.len())];
        if let Some(damaged) = fault(&clean[at], next, &mut chance) {
            paragraphs[at] = damaged;
            count += 1;
        }
    }
    (text_of(&paragraphs), count)
}

#[test]
fn clean_text_gives_the_same_tree_again() {
    for file in TEXTS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let printed = std::fs::read_to_string(path).expect("a text");
        let lost = differences(&outline(&printed), &outline(&text_of(&clean(file))));
        assert!(lost.is_empty(), "{file}: {lost:#?}");
    }
}

#[test]
fn faults_of_copies_are_read_through() {
    const SEEDS: u64 = 4;
    let texts: Vec<(Vec<String>, BTreeMap<String, i64>)> = TEXTS
        .iter()
        .map(|file| {
            let clean = clean(file);
            let outline = outline(&text_of(&clean));
            (clean, outline)
        })
        .collect();
    let mut poor = Vec::new();
    for (name, fault, least) in FAULTS {
        let mut faults = 0;
        let mut lost = 0;
        for (clean, expected) in &texts {
            for seed in 1..=SEEDS {
                let (text, count) = damage(clean, &[fault], 6, seed);
                let differences = differences(expected, &outline(&text));
                for difference in differences.iter().take(3) {
                    println!("  {name}: {difference}");
                }
                faults += count;
                lost += differences.len().min(count);
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a share for people")]
        let share = 1.0 - lost as f64 / (faults.max(1)) as f64;
        println!("{name}: {faults} faults, {:.2} % read through", 100.0 * share);
        if share < least {
            poor.push(name);
        }
    }
    let all: Vec<Damage> = FAULTS.iter().map(|&(_, fault, _)| fault).collect();
    for (clean, expected) in &texts {
        for seed in 1..=SEEDS {
            let (text, count) = damage(clean, &all, 4, 100 + seed);
            let differences = differences(expected, &outline(&text));
            println!("all together: {count} faults, {} units differ", differences.len());
        }
    }
    assert!(poor.is_empty(), "{poor:?}");
}
