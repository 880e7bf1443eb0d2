//! `Accept-Language` → the language of an answer.

use crate::render::messages::Lang;

/// The language that a header wishes for most; `None` where it names none of ours.
pub fn accepted(header: &str) -> Option<Lang> {
    let wishes = header.split(',').filter_map(|wish| {
        let mut parts = wish.split(';');
        let lang = Lang::from_locale(parts.next()?.trim())?;
        let weight = parts.find_map(|part| part.trim().strip_prefix("q=")).unwrap_or("1");
        let weight: f32 =
            weight.trim().parse().ok().filter(|weight| (0.0..=1.0).contains(weight))?;
        (weight > 0.0).then_some((lang, weight))
    });
    // Of equal wishes the first one counts.
    wishes.reduce(|best, wish| if wish.1 > best.1 { wish } else { best }).map(|(lang, _)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_weight_decides_and_then_the_order() {
        for (header, lang) in [
            ("ru", Some(Lang::Ru)),
            ("en-GB,en;q=0.8,ru;q=0.9", Some(Lang::En)),
            ("de, ru;q=0.5, kk;q=0.7", Some(Lang::Kk)),
            ("ru;q=0.5, en;q=0.5", Some(Lang::Ru)),
            ("ru;q=0", None),
            ("ru;q=x, en;q=7", None),
            ("", None),
            ("*", None),
            (",;q=,ru_KZ", Some(Lang::Ru)),
        ] {
            assert_eq!(accepted(header), lang, "{header}");
        }
    }
}
