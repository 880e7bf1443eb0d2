//! The words of a question → what kind of answer they ask for, and which of them only ask.

use crate::kazakh::stem;
use crate::kazakh::token::{Token, day};
use crate::parse::mention::form_word;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Words that only ask, or that join others; not looked for where other words remain.
const FUNCTION_WORDS: &str =
    "деген дегеніміз не нені неге нің кім кімге кімнің қай қайсы қандай қанша неше нешінші қашан
    қайда қайдан қалай ма ме ба бе па пе керек тиіс бар жоқ және мен пен бен немесе да де та те үшін
    туралы бойынша бұл осы ол";
/// Words by which a question asks what a term means.
const ASKING_FOR_MEANING: &str = "білдіру анықтамасы ұғымы мағынасы дегеніміз";
/// Words of orders and notes: a question that has them asks for changes.
const OF_CHANGES: &str = "ауыстырылды толықтырылды тасталды жойылды редакцияда жазылды";

static FUNCTION: LazyLock<BTreeSet<String>> = LazyLock::new(|| keys(FUNCTION_WORDS));
static MEANING: LazyLock<BTreeSet<String>> = LazyLock::new(|| keys(ASKING_FOR_MEANING));
static CHANGES: LazyLock<BTreeSet<String>> = LazyLock::new(|| keys(OF_CHANGES));
static ENTRY: LazyLock<[Vec<String>; 3]> = LazyLock::new(|| {
    ["күшіне ену", "қолданысқа енгізу", "қолданысқа енгізілу"]
        .map(|phrase| phrase.split_whitespace().map(stem::key).collect())
});
static THIS: LazyLock<String> = LazyLock::new(|| stem::key("осы"));

fn keys(words: &str) -> BTreeSet<String> {
    words.split_whitespace().map(stem::key).collect()
}

/// True where a question asks what a term means: `АКҚҚ деген не`, `… ұғымы`.
pub fn wants_definition(tokens: &[Token]) -> bool {
    let asks = |pair: &[Token]| {
        pair[0].surface == "деген" && matches!(pair[1].surface.as_str(), "не" | "кім")
    };
    tokens.windows(2).any(asks) || tokens.iter().any(|token| MEANING.contains(&token.keys[0]))
}

/// True where a question asks for changes: it names an act or a day, or has words of orders.
pub fn wants_changes(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| {
        let special = |key: &String| key.starts_with("n:") || day::is_key(key);
        token.keys.iter().any(special) || CHANGES.contains(&token.keys[0])
    })
}

/// The word by which the clause on its own entry into force names an act: `осы Заң`. It stands
/// before the form of the act in a question on that.
pub fn own_act(tokens: &[Token]) -> Option<usize> {
    let has = |stem: &String| tokens.iter().any(|token| token.keys[0] == *stem);
    let asks = ENTRY.iter().any(|phrase| phrase.iter().all(has)) && !has(&THIS);
    tokens.iter().position(|token| form_word(&token.surface).is_some()).filter(|_| asks)
}

/// True for a key that no text needs to have.
pub fn is_function_word(key: &str) -> bool {
    FUNCTION.contains(key) || MEANING.contains(key)
}

/// True where the word at this place only asks. `осы Заң` is what an act calls itself.
pub fn only_asks(tokens: &[Token], at: usize) -> bool {
    let key = &tokens[at].keys[0];
    let names_the_act =
        || tokens.get(at + 1).is_some_and(|next| form_word(&next.surface).is_some());
    is_function_word(key) && !(*key == *THIS && names_the_act())
}
