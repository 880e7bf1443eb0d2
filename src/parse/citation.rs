//! A citation → the addresses that it may mean: Kazakh words in any case form
//! (`7-баптың 11) тармақшасы`), the canonical short form (`7-бап/11)`) and eIds
//! (`art_7__point_11`).

mod eid;
pub mod expand;
pub mod phrase;
mod short;
pub mod token;

use crate::model::address::{Address, Step};

/// More steps than any address of an act has: an entry of a table in an annex of an annex has six.
const MOST_STEPS: usize = 24;

/// Reads what a user typed as the name of a provision, and gives every address that it may
/// mean, the likeliest first; none where nothing fits.
///
/// Quotation marks, stray blanks, case, look-alike letters and words typed in the Latin
/// alphabet do not matter. The prefix of a component is not added where it was left out. A
/// heading is no unit of its own: of `7-бап/тақырып` the article is the second reading.
pub fn parse_address(text: &str) -> Vec<Address> {
    let mut readings: Vec<Address> = entry_as_printed(text.trim()).into_iter().collect();
    let text = cleaned(text);
    readings.extend(eid::read(&text));
    readings.extend(short::read(&text));
    if readings.is_empty() {
        readings.extend(expand::addresses(&text));
    }
    let headed: Vec<Address> = readings.iter().filter_map(headed).collect();
    readings.extend(headed);
    let mut seen = Vec::new();
    readings.retain(|address| {
        let new = !seen.contains(address);
        seen.push(address.clone());
        new && is_exact(address)
    });
    readings
}

/// True where the canonical short form leads back to the address. Units that do not stand one
/// inside the other (a sub-point in a sub-point) have no address, in whatever form they are named.
fn is_exact(address: &Address) -> bool {
    let printed = address.to_string();
    entry_as_printed(&printed).as_ref() == Some(address)
        || short::read(&cleaned(&printed)).contains(address)
}

/// The address of which this is the canonical short form, letter by letter.
pub fn exact_address(short: &str) -> Option<Address> {
    parse_address(short).into_iter().find(|one| one.to_string() == short)
}

/// An entry of a list of abbreviations: its word is kept as printed, whatever signs are in it.
fn entry_as_printed(short: &str) -> Option<Address> {
    let list = Step::Abbreviations.to_string();
    let (before, word) = short.split_once(&format!("{list}/"))?;
    let list = format!("{before}{list}");
    let around = short::read(&list).into_iter().find(|around| around.to_string() == list)?;
    (!word.is_empty()).then(|| around.child(Step::Abbreviation(word.to_owned())))
}

/// The unit of which this is the heading; `None` for a title, which is a unit itself.
fn headed(address: &Address) -> Option<Address> {
    let unit = address.parent().filter(|_| address.last() == Some(&Step::Title))?;
    (!unit.within_component().is_whole()).then_some(unit)
}

/// Without quotation marks; blanks of any kind as one blank, dashes of any kind as a hyphen.
fn cleaned(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '"' | '«' | '»' | '“' | '”' | '„' | '‟' | '\'' | '‘' | '’' | '`' => {}
            '‐' | '‑' | '‒' | '–' | '—' | '−' => out.push('-'),
            blank if blank.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            other => out.push(other),
        }
    }
    out.trim().to_owned()
}

/// The address of these steps, of which those that do not stand in a canonical address are
/// left out: articles and points are numbered through parts, chapters and sections, and
/// chapters through parts.
pub(crate) fn canonical(steps: Vec<Step>) -> Address {
    let rank = |step: &Step| match step {
        Step::Part(_) | Step::Subpart(_) => 1,
        Step::Chapter(_) => 2,
        Step::Section(_) => 2,
        Step::Article(_) | Step::Paragraph(_) | Step::Subparagraph(_) => 3,
        Step::Text(_) | Step::LastText => 3,
        _ => 0,
    };
    let kept = steps.iter().enumerate().filter(|(i, step)| {
        let own = rank(step);
        own == 0 || own == 3 || steps[i + 1..].iter().all(|later| rank(later) <= own)
    });
    Address::new(kept.map(|(_, step)| step.clone()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn readings(text: &str) -> Vec<String> {
        parse_address(text).iter().map(Address::to_string).collect()
    }

    #[test]
    fn every_form_of_a_name_reaches_the_same_place() {
        for (text, address) in [
            ("6/17)", "6/17)"),
            ("6 / 17 )", "6/17)"),
            ("6-тармақтың 17) тармақшасы", "6/17)"),
            ("6-тармақ 17) тармақша", "6/17)"),
            ("«6-тармақтың» 17-тармақшасында", "6/17)"),
            ("17-1", "17-1"),
            ("17-1-тармақ", "17-1"),
            ("17 – 1 - тармағы", "17-1"),
            ("7-бап/11)", "7-бап/11)"),
            ("7-баптың 11) тармақшасы", "7-бап/11)"),
            ("7-БАПТЫҢ 11) ТАРМАҚШАСЫ", "7-бап/11)"),
            ("7-2-бап/1/2)", "7-2-бап/1/2)"),
            ("7-2-баптың 1-тармағының 2) тармақшасы", "7-2-бап/1/2)"),
            ("7-2-баптың 1-тармағының екінші тармақшасы", "7-2-бап/1/2)"),
            ("1-қосымшаның 3-тармағы", "1-қосымша/3"),
            ("қосымшаның 3-тармағы", "қосымша/3"),
            ("бекітілген/8", "бекітілген/8"),
            ("бекітілген/1-қосымша", "бекітілген/1-қосымша"),
            ("24#2", "24#2"),
            ("24 #2", "24#2"),
            ("24-тармақтың екінші бөлігі", "24#2"),
            ("16-тармақтың 1) тармақшасының екі жүз қырық тоғызыншы абзацы", "16/1)#249"),
            ("бекітілген/кесте/24", "бекітілген/кесте/24"),
            ("бекітілген/2-кесте/1.1", "бекітілген/2-кесте/1.1"),
            ("кесте/2-топ", "кесте/2-топ"),
            ("тақырып", "тақырып"),
            ("кіріспе", "кіріспе"),
            ("*", "*"),
            ("4-тарау", "4-тарау"),
            ("2-тараудың 1-параграфы", "2-тарау/1-параграф"),
            ("2-тараудың 9-бабы", "9-бап"),
            ("2-бөлімнің 4-тарауы", "4-тарау"),
            ("1-бөлімнің 2-кіші бөлімі", "1-бөлім/2-кіші бөлім"),
            ("Заңның 7-бабының 11) тармақшасы", "7-бап/11)"),
            ("art_7__point_11", "7-бап/11)"),
            ("ART_7-2__para_1__point_2", "7-2-бап/1/2)"),
            ("para_17-1", "17-1"),
            ("para_24__al_2", "24#2"),
            ("7-bap/11)", "7-бап/11)"),
            ("7-baptyñ 11) tarmaqshasy", "7-бап/11)"),
            ("17-1-тapмaқ", "17-1"),
            ("tarau 4", "4-тарау"),
            ("3/а)", "3/а)"),
            ("бекітілген/бекіту белгісі", "бекітілген/бекіту белгісі"),
            ("аббревиатуралар/МО", "аббревиатуралар/МО"),
            ("аббревиатуралар/А/Б #2", "аббревиатуралар/А/Б #2"),
        ] {
            assert_eq!(readings(text), [address], "{text}");
        }
    }

    #[test]
    fn what_fits_several_places_gives_them_all() {
        assert_eq!(
            readings("att_1__para_6__point_17"),
            ["бекітілген/6/17)", "1-қосымша/6/17)", "қосымша/6/17)"]
        );
        assert_eq!(readings("7-бап/11"), ["7-бап/11", "7-бап/11)"]);
        assert_eq!(readings("7-баптың тақырыбы"), ["7-бап/тақырып", "7-бап"]);
        assert_eq!(readings("7-бап/тақырып"), ["7-бап/тақырып", "7-бап"]);
        assert_eq!(
            readings("аббревиатуралар/\"Атамекен\" ҰКП"),
            ["аббревиатуралар/\"Атамекен\" ҰКП", "аббревиатуралар/Атамекен ҰКП"]
        );
    }

    #[test]
    fn what_is_no_citation_gives_nothing() {
        for text in
            ["", " ", "бөлімше", "қандай да бір сөз", "6//17)", "/", "#", "6/", "№ 832", "x_1"]
        {
            assert_eq!(readings(text), [""; 0], "{text}");
        }
    }

    /// Pieces of addresses, of eIds and of citations, whole and broken.
    fn pieces() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[0-9]{1,3}(-[0-9])?",
            prop::sample::select(vec![
                "/",
                "/",
                ")",
                "#",
                "#соңғы",
                "-",
                " ",
                "__",
                "_",
                "*",
                "бекітілген",
                "қосымша",
                "1-қосымша",
                "кесте",
                "2-топ",
                "тақырып",
                "бап",
                "-бап",
                "-баптың",
                "-тармақ",
                "-тармақтың",
                ") тармақшасы",
                "тармақшасының",
                "бөлігі",
                "екінші",
                "соңғы абзацы",
                "абзацы",
                "-тарау",
                "-бөлімнің",
                "кіші бөлімі",
                "тақырыбы",
                "ескертпе *",
                "аббревиатуралар",
                "МО",
                "«",
                "а)",
                "1.1",
                "мазмұны",
                "att_1",
                "art_7",
                "para_6",
                "point_17",
                "al_2",
                "al_last",
                "tr_3",
                "table_1",
                "note_%2F",
                "abbr",
                "abbr_a%2Fb",
                "title",
                "chp_1",
                "subchp_2",
                "sec_1",
                "reads",
                "№",
                "\u{301}",
            ])
            .prop_map(str::to_owned),
        ];
        prop::collection::vec(piece, 1..9).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn every_address_that_is_read_reads_back_as_printed(text in pieces()) {
            for address in parse_address(&text) {
                let printed = address.to_string();
                prop_assert_eq!(exact_address(&printed), Some(address), "{} of {}", printed, text);
            }
        }
    }

    #[test]
    fn readings_do_not_double_without_end() {
        assert_eq!(readings(&["7-бап/1"; 40].join("/")), [""; 0]);
        assert_eq!(readings(&["7-бап/1"; 2].join("/")), [""; 0]);
        assert_eq!(readings(&["1"; 4000].join("/")), [""; 0]);
    }

    #[test]
    fn canonical_addresses_come_back() {
        for text in [
            "бекітілген/6/17)#3",
            "7-бап#1",
            "2-бөлім",
            "бекітілген/1-қосымша/кесте/баған нөмірлері",
            "кесте/ескертпе *",
            "бекітілген/тақырып",
            "реквизит",
            "қолтаңба",
            "нысан/адресат",
            "мазмұны",
        ] {
            assert_eq!(readings(text), [text]);
            let eid = parse_address(text)[0].eid();
            assert!(parse_address(&eid).iter().any(|address| address.to_string() == text), "{eid}");
        }
    }
}
