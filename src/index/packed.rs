//! Stored bytes ↔ fewer bytes: a letter of Kazakh text takes one instead of two. The blocks of the
//! store are compressed as well, and see twice as far among letters of half the size.

/// What stands before a byte that is to be taken as it is.
const AS_IT_IS: u8 = 0x1b;

/// Letters and signs that get a byte of their own from 0x80 on; those of the Cyrillic block that
/// Kazakh texts have, then signs of more than one byte.
const SIGNS: [char; 128] = [
    'А', 'Б', 'В', 'Г', 'Д', 'Е', 'Ж', 'З', 'И', 'Й', 'К', 'Л', 'М', 'Н', 'О', 'П', 'Р', 'С', 'Т',
    'У', 'Ф', 'Х', 'Ц', 'Ч', 'Ш', 'Щ', 'Ъ', 'Ы', 'Ь', 'Э', 'Ю', 'Я', 'а', 'б', 'в', 'г', 'д', 'е',
    'ж', 'з', 'и', 'й', 'к', 'л', 'м', 'н', 'о', 'п', 'р', 'с', 'т', 'у', 'ф', 'х', 'ц', 'ч', 'ш',
    'щ', 'ъ', 'ы', 'ь', 'э', 'ю', 'я', 'Ё', 'ё', 'Ә', 'ә', 'Ғ', 'ғ', 'Қ', 'қ', 'Ң', 'ң', 'Ө', 'ө',
    'Ұ', 'ұ', 'Ү', 'ү', 'Һ', 'һ', 'І', 'і', '№', '«', '»', '“', '”', '–', '—', '…', '\u{a0}', '’',
    '‘', '„', '§', '°', '×', '÷', '±', '≤', '≥', 'α', 'β', 'γ', 'µ', '€', '₸', '•', '·', '−', '‑',
    '´', '½', '¼', '²', '³', '→', '←', '↑', '↓', '≈', '≠', '√', 'Δ', '\u{ad}', '\u{200b}',
];

/// The byte of a sign that has one, by the bytes of its UTF-8 form: two bytes, or three.
fn byte_of(sign: char) -> Option<u8> {
    // The letters stand in the order of the alphabet.
    let place = match sign {
        'А'..='я' => sign as usize - 'А' as usize,
        _ => 64 + SIGNS[64..].iter().position(|known| *known == sign)?,
    };
    u8::try_from(place).ok().map(|place| 0x80 | place)
}

/// The first character of these bytes, where they begin with one of two or three bytes.
fn first_sign(bytes: &[u8]) -> Option<(char, usize)> {
    let length = match bytes.first()? {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => return None,
    };
    let sign = std::str::from_utf8(bytes.get(..length)?).ok()?.chars().next()?;
    Some((sign, length))
}

/// Packs bytes, whatever they are.
fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((byte, behind)) = rest.split_first() {
        let sign = first_sign(rest).and_then(|(sign, length)| Some((byte_of(sign)?, length)));
        rest = match sign {
            Some((sign, length)) => {
                packed.push(sign);
                &rest[length..]
            }
            None => {
                if *byte >= 0x80 || *byte == AS_IT_IS {
                    packed.push(AS_IT_IS);
                }
                packed.push(*byte);
                behind
            }
        };
    }
    packed
}

/// What was packed so; nothing can be too short or too long to be unpacked.
fn unpack(packed: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(packed.len() * 2);
    let mut rest = packed.iter();
    while let Some(byte) = rest.next() {
        match *byte {
            AS_IT_IS => bytes.extend(rest.next()),
            0x80.. => {
                let sign = SIGNS[usize::from(*byte & 0x7f)];
                bytes.extend_from_slice(sign.encode_utf8(&mut [0; 4]).as_bytes());
            }
            byte => bytes.push(byte),
        }
    }
    bytes
}

/// Bytes of the hash before packed bytes.
const HASH: usize = 8;

fn hash(act: &str, bytes: &[u8]) -> [u8; HASH] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(act.as_bytes()).update(&[0]).update(bytes);
    let mut hash = [0; HASH];
    hash.copy_from_slice(&hasher.finalize().as_bytes()[..HASH]);
    hash
}

/// Packs what is stored of an act, with a hash of both before it.
pub fn seal(act: &str, bytes: &[u8]) -> Vec<u8> {
    let mut sealed = hash(act, bytes).to_vec();
    sealed.extend(pack(bytes));
    sealed
}

/// What was sealed so; `None` where it is not what was sealed, or not of this act.
pub fn unseal(act: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let (sum, packed) = sealed.split_at_checked(HASH)?;
    let bytes = unpack(packed);
    (hash(act, &bytes) == *sum).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_comes_back(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(unpack(&pack(&bytes)), bytes);
        }

        #[test]
        fn words_come_back(words in "[А-яӘәҒғҚқ№«»–\u{1b}a-z0-9€\u{80}-\u{ffff}]{0,60}") {
            prop_assert_eq!(unpack(&pack(words.as_bytes())), words.as_bytes());
        }
    }

    #[test]
    fn what_is_sealed_belongs_to_one_act() {
        let sealed = seal("/akn/kz/act/1", "заң".as_bytes());
        assert_eq!(unseal("/akn/kz/act/1", &sealed).as_deref(), Some("заң".as_bytes()));
        assert_eq!(unseal("/akn/kz/act/2", &sealed), None);
        for at in 0..sealed.len() {
            let mut other = sealed.clone();
            other[at] ^= 0x10;
            assert_eq!(unseal("/akn/kz/act/1", &other), None, "{at}");
            assert_eq!(unseal("/akn/kz/act/1", &sealed[..at]), None);
        }
    }

    #[test]
    fn every_letter_takes_one_byte() {
        for sign in SIGNS {
            assert_eq!(pack(sign.to_string().as_bytes()).len(), 1, "{sign}");
        }
        assert_eq!(pack("Қазақстан № 12".as_bytes()).len(), 14);
    }
}
