//! Facts of the language: letters, numerals, months and dates, nouns and their forms, the names
//! of units. Knows nothing of acts or files.

pub mod date;
pub mod inflection;
pub mod letters;
pub mod month;
pub mod noun;
pub mod numeral;
pub mod roman;
pub mod skeleton;
pub mod slug;
pub mod unit;
pub mod words;

#[cfg(test)]
mod tests {
    /// A Latin letter inside a Kazakh word of our own tables would never match a text.
    #[test]
    fn no_kazakh_literal_contains_a_latin_letter() {
        let files = [
            include_str!("date.rs"),
            include_str!("month.rs"),
            include_str!("noun.rs"),
            include_str!("numeral.rs"),
            include_str!("unit.rs"),
        ];
        for literal in files.iter().flat_map(|file| file.split('"').skip(1).step_by(2)) {
            let words = literal.split(|c: char| !c.is_alphabetic());
            for word in words {
                let latin = word.chars().any(|c| c.is_ascii_alphabetic());
                let cyrillic = word.chars().any(|c| ('\u{0400}'..='\u{04ff}').contains(&c));
                assert!(!(latin && cyrillic), "{word} in {literal:?}");
            }
        }
    }
}
