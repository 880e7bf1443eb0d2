//! Bytes in an encoding that Kazakh texts are found in → UTF-8 and the name of that encoding.
//! An encoding of one byte a letter is believed only where what it gives is Kazakh; nothing else
//! would keep wrong letters out.

/// Bytes that no encoding turns into a Kazakh text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Undecodable {
    /// They are no text at all, or UTF-16 without its mark.
    #[error("no text")]
    Binary,
    /// They begin with the mark of UTF-16 and are not UTF-16.
    #[error("damaged UTF-16")]
    Utf16,
    /// They are text in an encoding that cannot be told; that which the text names itself.
    #[error("unknown encoding")]
    Unknown {
        /// As the text writes it.
        declared: Option<String>,
    },
}

/// The upper half of KZ-1048 (STRK 1048-2002), which is often labelled windows-1251.
const KZ_1048: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—\u{fffd}™љ›њқһџ\u{a0}ҰұӘ¤Ө¦§Ё©Ғ«¬\u{ad}®Ү°±Ііөµ¶·ё№ғ»әҢңүАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";
/// The upper half of PT154 (PTCP154, CP154).
const PT_154: &str = "ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸҗ‘’“”•–—ҳҷҡӣңқһҹ\u{a0}ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ°ұІіҙө¶·ё№ә»јҪҫҝАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";

/// The letters that Kazakh has beside those of Russian.
const OWN: &str = "әіңғүұқөһ";

/// The text as UTF-8, and the name of the encoding where it was another.
///
/// # Errors
/// See [`Undecodable`].
pub fn to_utf8(bytes: &[u8]) -> Result<(String, Option<&'static str>), Undecodable> {
    if let Some(rest) = bytes.strip_prefix(&[0xff, 0xfe]) {
        return utf16(rest, u16::from_le_bytes).map(|text| (text, Some("UTF-16LE")));
    }
    if let Some(rest) = bytes.strip_prefix(&[0xfe, 0xff]) {
        return utf16(rest, u16::from_be_bytes).map(|text| (text, Some("UTF-16BE")));
    }
    if bytes.contains(&0) {
        return Err(Undecodable::Binary);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), None));
    }
    let readings = [("KZ-1048", KZ_1048), ("PT154", PT_154)];
    let mut kazakh = readings
        .iter()
        .map(|(name, half)| (single_byte(bytes, half), *name))
        .filter(|(text, _)| is_kazakh(text));
    match (kazakh.next(), kazakh.next()) {
        (Some((text, name)), None) => Ok((text, Some(name))),
        _ => Err(Undecodable::Unknown { declared: declared(bytes) }),
    }
}

/// The name of a format that is no text and is not read, by the first bytes of a file.
pub fn other_format(bytes: &[u8]) -> Option<&'static str> {
    const MARKS: [(&[u8], &str); 8] = [
        (b"%PDF", "PDF"),
        (b"{\\rtf", "RTF"),
        // Old Word documents, and new ones that are encrypted.
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "DOC"),
        (b"PK\x03\x04", "ZIP"),
        (b"PK\x05\x06", "ZIP"),
        (b"\x1f\x8b", "GZIP"),
        (b"\x89PNG", "PNG"),
        (b"\xff\xd8\xff", "JPEG"),
    ];
    MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)).map(|(_, name)| *name)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Undecodable> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(Undecodable::Utf16);
    }
    let units: Vec<u16> = pairs.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16(&units).map_err(|_| Undecodable::Utf16)
}

fn single_byte(bytes: &[u8], upper: &str) -> String {
    let upper: Vec<char> = upper.chars().collect();
    let letter = |&byte: &u8| match byte {
        0..0x80 => char::from(byte),
        _ => upper[usize::from(byte) - 0x80],
    };
    bytes.iter().map(letter).collect()
}

/// True for words in letters of Kazakh alone, with enough of those that only Kazakh has.
fn is_kazakh(text: &str) -> bool {
    const FEWEST_PER_THOUSAND: usize = 50;
    let mut letters = 0;
    let mut own = 0;
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'а'..='я' | 'ё' => letters += 1,
            _ if OWN.contains(c) => {
                letters += 1;
                own += 1;
            }
            char::REPLACEMENT_CHARACTER | '\u{400}'..='\u{52f}' => return false,
            _ => {}
        }
    }
    own * 1000 >= letters * FEWEST_PER_THOUSAND && own > 0
}

/// The encoding that a page names in its head.
fn declared(bytes: &[u8]) -> Option<String> {
    const ENOUGH: usize = 2000;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(ENOUGH)]).to_ascii_lowercase();
    let after = ["charset=", "encoding="].iter().find_map(|key| Some(head.split_once(key)?.1))?;
    let after = after.trim_start_matches(['"', '\'']);
    let end = after.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_'));
    let name = &after[..end.unwrap_or(after.len())];
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Қазақстан Республикасының Үкіметі ҚАУЛЫ ЕТЕДІ: 1. «Ғылым» – өңір, һәм әлеуметтік ұйым.";

    fn encoded(upper: &str) -> Vec<u8> {
        let upper: Vec<char> = upper.chars().collect();
        let byte = |c: char| match u8::try_from(c) {
            Ok(byte) if byte < 0x80 => byte,
            _ => 0x80 + upper.iter().position(|other| *other == c).expect("a letter") as u8,
        };
        TEXT.chars().map(byte).collect()
    }

    #[test]
    fn every_encoding_of_kazakh_is_told_from_the_others() {
        assert_eq!(to_utf8(TEXT.as_bytes()), Ok((TEXT.into(), None)));
        assert_eq!(to_utf8(&encoded(KZ_1048)), Ok((TEXT.into(), Some("KZ-1048"))));
        assert_eq!(to_utf8(&encoded(PT_154)), Ok((TEXT.into(), Some("PT154"))));
        let wide = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            mark.into_iter().chain(TEXT.encode_utf16().flat_map(bytes)).collect()
        };
        let little = wide([0xff, 0xfe], u16::to_le_bytes);
        let big = wide([0xfe, 0xff], u16::to_be_bytes);
        assert_eq!(to_utf8(&little), Ok((TEXT.into(), Some("UTF-16LE"))));
        assert_eq!(to_utf8(&big), Ok((TEXT.into(), Some("UTF-16BE"))));
        assert_eq!(to_utf8(&little[..little.len() - 1]), Err(Undecodable::Utf16));
        assert_eq!(to_utf8(&little[2..]), Err(Undecodable::Binary));
    }

    #[test]
    fn russian_in_one_byte_is_not_guessed() {
        // «Закон» as windows-1251 has it, with the head of a page.
        let page = b"<meta charset=\"windows-1251\"><p>\xc7\xe0\xea\xee\xed</p>";
        let declared = Some("windows-1251".to_owned());
        assert_eq!(to_utf8(page), Err(Undecodable::Unknown { declared }));
    }
}
