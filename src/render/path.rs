//! The IRI of an act → where its files lie inside a folder.

/// A path of these words of an IRI, with forward slashes. No part of it leads out of its folder,
/// and characters that some file system does not allow become dashes.
pub fn of_iri(iri: &str) -> String {
    let parts = iri.split('/').filter(|part| !part.is_empty()).map(|part| {
        let fit = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '@');
        let part: String = part.chars().map(|c| if fit(c) { c } else { '-' }).collect();
        match part.trim_matches('.').is_empty() {
            true => "-".to_owned(),
            false => part,
        }
    });
    parts.collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::of_iri;

    #[test]
    fn nothing_leads_out_of_the_folder() {
        assert_eq!(of_iri("/akn/kz/act/2015-11-24/418-V"), "akn/kz/act/2015-11-24/418-V");
        assert_eq!(of_iri("/akn/../../x"), "akn/-/-/x");
        assert_eq!(of_iri("/akn/a\\..\\b:c*\0"), "akn/a-..-b-c--");
    }
}
