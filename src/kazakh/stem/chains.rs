//! Endings → every chain in which they can follow a stem: number, possession and case of nouns,
//! tense, mood and participles of verbs. The chains are built once, each with what it asks of
//! the stem before it.

use super::letters::*;
use std::collections::HashMap;
use std::sync::LazyLock;

/// What a chain makes of its stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Number, possession, case.
    Noun,
    /// The verbal noun in -у, with what may follow it.
    VerbalNoun,
    /// A form that only verbs have and that no noun resembles.
    Verb,
    /// -атын/-етін, which a noun in -ат or -ет with a possessive accusative resembles.
    Habitual,
    /// The converb in -а/-е, which any noun in a vowel resembles.
    Converb,
    /// The converb in -ып/-іп/-п.
    Gerund,
    /// The past tense after a vowel.
    Past,
    /// The conditional.
    Conditional,
}

/// One chain of endings.
#[derive(Clone, Copy, Debug)]
pub struct Chain {
    /// What it makes of its stem.
    pub kind: Kind,
    /// The final letters of stems that it may follow.
    pub after: Classes,
    /// Its harmony; `None` for endings that have one form only.
    pub harmony: Option<Harmony>,
    /// True where it begins with a vowel of possession, before which a final consonant of the
    /// stem is voiced: талап, талабы.
    pub voices: bool,
    /// True where it begins with a letter that holds the й of the stem: қою, қояды.
    pub holds_j: bool,
}

type Piece = (String, Classes);

/// Every chain by its folded letters: the letters as they should be, and the chain.
pub static CHAINS: LazyLock<HashMap<String, Vec<(String, Chain)>>> = LazyLock::new(build);

/// The longest chain, in letters.
pub static LONGEST: LazyLock<usize> =
    LazyLock::new(|| CHAINS.keys().map(|chain| chain.chars().count()).max().unwrap_or(0));

fn build() -> HashMap<String, Vec<(String, Chain)>> {
    let mut chains: HashMap<String, Vec<(String, Chain)>> = HashMap::new();
    for harmony in [Harmony::Back, Harmony::Front] {
        let forms = Forms { harmony };
        for (text, chain) in forms.all() {
            let known = chains.entry(fold(&text)).or_default();
            if !known.iter().any(|(other, old)| *other == text && same(old, &chain)) {
                known.push((text, chain));
            }
        }
    }
    chains
}

fn same(a: &Chain, b: &Chain) -> bool {
    a.kind == b.kind && a.after == b.after && a.harmony == b.harmony
}

struct Forms {
    harmony: Harmony,
}

impl Forms {
    /// A pattern with А for а/е, Ы for ы/і, Ғ for ғ/г and Қ for қ/к.
    fn form(&self, pattern: &str) -> String {
        let back = self.harmony == Harmony::Back;
        let letter = |c: char| match (c, back) {
            ('А', true) => 'а',
            ('А', false) => 'е',
            ('Ы', true) => 'ы',
            ('Ы', false) => 'і',
            ('Ғ', true) => 'ғ',
            ('Ғ', false) => 'г',
            ('Қ', true) => 'қ',
            ('Қ', false) => 'к',
            (c, _) => c,
        };
        pattern.chars().map(letter).collect()
    }

    fn pieces(&self, patterns: &[(&str, Classes)]) -> Vec<Piece> {
        patterns.iter().map(|(pattern, after)| (self.form(pattern), *after)).collect()
    }

    fn cases(&self) -> Vec<Piece> {
        self.pieces(&[
            ("нЫң", VOWEL | NASAL),
            ("дЫң", LATERAL | LIQUID | GLIDE | SIBILANT | DIPHTHONG),
            ("тЫң", VOICELESS),
            ("нЫ", VOWEL),
            ("дЫ", NASAL | LATERAL | LIQUID | GLIDE | SIBILANT | DIPHTHONG),
            ("тЫ", VOICELESS),
            ("ҒА", VOICED),
            ("ҚА", VOICELESS),
            ("дА", VOICED),
            ("тА", VOICELESS),
            ("дАн", VOICED & !NASAL),
            ("нАн", NASAL),
            ("тАн", VOICELESS),
            ("мен", VOICED & !SIBILANT),
            ("бен", SIBILANT),
            ("пен", VOICELESS),
            ("дАғЫ", VOICED),
            ("тАғЫ", VOICELESS),
        ])
        .into_iter()
        .map(|(text, after)| (self.attributive(text), after))
        .collect()
    }

    /// -дағы has ғ, -дегі has г.
    fn attributive(&self, text: String) -> String {
        match self.harmony {
            Harmony::Back => text,
            Harmony::Front => text.replace('ғ', "г"),
        }
    }

    /// What follows the third-person possessive.
    fn cases_of_possessed(&self) -> Vec<String> {
        ["", "нЫң", "н", "нА", "ндА", "нАн", "мен", "ндАғЫ"]
            .iter()
            .map(|pattern| self.attributive(self.form(pattern)))
            .collect()
    }

    fn plurals(&self) -> Vec<Piece> {
        self.pieces(&[
            ("лАр", VOWEL | GLIDE | DIPHTHONG | LIQUID),
            ("дАр", NASAL | LATERAL | SIBILANT),
            ("тАр", VOICELESS),
        ])
    }

    fn possessives(&self) -> Vec<Piece> {
        self.pieces(&[("Ы", CONSONANT | DIPHTHONG), ("сЫ", VOWEL)])
    }

    /// Number, possession and case after a stem.
    fn nominal(&self) -> Vec<Piece> {
        let mut found = self.cases();
        let possessed = |head: &str, after: Classes, found: &mut Vec<Piece>| {
            for case in self.cases_of_possessed() {
                found.push((format!("{head}{case}"), after));
            }
        };
        for (possessive, after) in self.possessives() {
            possessed(&possessive, after, &mut found);
        }
        for (plural, after) in self.plurals() {
            found.push((plural.clone(), after));
            for (case, before) in self.cases() {
                if before & LIQUID != 0 {
                    found.push((format!("{plural}{case}"), after));
                }
            }
            possessed(&format!("{plural}{}", self.form("Ы")), after, &mut found);
        }
        found
    }

    /// A participle or verbal noun with nothing or a nominal chain after it.
    fn declined(&self, head: &str, after: Classes, kind: Kind, chains: &mut Vec<(String, Chain)>) {
        let last = head.chars().last().map_or(0, class);
        self.push(head.to_string(), after, kind, chains);
        for (tail, before) in self.nominal() {
            if before & last != 0 {
                self.push(format!("{head}{tail}"), after, kind, chains);
            }
        }
    }

    fn push(&self, text: String, after: Classes, kind: Kind, chains: &mut Vec<(String, Chain)>) {
        let fixed = ["мен", "бен", "пен", "у", "ю", "п", "й"].contains(&text.as_str());
        let voices = kind == Kind::Noun && text.starts_with(['ы', 'і']);
        let holds_j = text.starts_with(['ю', 'я']);
        let harmony = (!fixed).then_some(self.harmony);
        chains.push((text, Chain { kind, after, harmony, voices, holds_j }));
    }

    fn all(&self) -> Vec<(String, Chain)> {
        let mut chains = Vec::new();
        for (text, after) in self.nominal() {
            self.push(text, after, Kind::Noun, &mut chains);
        }
        let any = VOWEL | DIPHTHONG | CONSONANT;
        let form = |pattern: &str| self.form(pattern);
        self.declined("у", any, Kind::VerbalNoun, &mut chains);
        self.declined("ю", VOWEL | DIPHTHONG, Kind::VerbalNoun, &mut chains);
        if self.harmony == Harmony::Back {
            self.push("яды".into(), VOWEL, Kind::Verb, &mut chains);
            self.declined("ятын", VOWEL, Kind::Verb, &mut chains);
        }
        // Stems in a consonant.
        self.push(form("АдЫ"), CONSONANT, Kind::Verb, &mut chains);
        self.declined(&form("АтЫн"), CONSONANT, Kind::Habitual, &mut chains);
        self.push(form("А"), CONSONANT, Kind::Converb, &mut chains);
        self.push(form("Ып"), CONSONANT, Kind::Gerund, &mut chains);
        self.push(form("идЫ"), CONSONANT, Kind::Verb, &mut chains);
        self.declined(&form("итЫн"), CONSONANT, Kind::Verb, &mut chains);
        self.push(form("сЫн"), CONSONANT, Kind::Verb, &mut chains);
        self.push(form("сА"), CONSONANT, Kind::Conditional, &mut chains);
        self.declined(&form("ҒАн"), VOICED, Kind::Verb, &mut chains);
        self.declined(&form("ҚАн"), VOICELESS, Kind::Verb, &mut chains);
        // Stems in a vowel, and the negation, which ends in one.
        let negations = self.pieces(&[
            ("мА", VOICED & !(NASAL | SIBILANT)),
            ("бА", NASAL | SIBILANT),
            ("пА", VOICELESS),
        ]);
        let plain = [(String::new(), VOWEL)];
        for (head, after) in plain.iter().chain(&negations) {
            let negated = !head.is_empty();
            self.push(form(&format!("{head}йдЫ")), *after, Kind::Verb, &mut chains);
            self.declined(&form(&format!("{head}йтЫн")), *after, Kind::Verb, &mut chains);
            self.push(form(&format!("{head}сА")), *after, Kind::Conditional, &mut chains);
            if negated {
                self.declined(&form(&format!("{head}ҒАн")), *after, Kind::Verb, &mut chains);
                self.declined(&format!("{head}у"), *after, Kind::VerbalNoun, &mut chains);
                self.push(form(&format!("{head}й")), *after, Kind::Gerund, &mut chains);
                self.push(form(&format!("{head}с")), *after, Kind::Gerund, &mut chains);
                self.push(form(&format!("{head}стАн")), *after, Kind::Verb, &mut chains);
                self.push(form(&format!("{head}дЫ")), *after, Kind::Verb, &mut chains);
            } else {
                self.push("й".into(), *after, Kind::Converb, &mut chains);
                self.push("п".into(), *after, Kind::Gerund, &mut chains);
                self.push(form("дЫ"), *after, Kind::Past, &mut chains);
            }
        }
        chains
    }
}
