//! Hashes by address ↔ fewer bytes: an address is kept without what it shares with the one before
//! it, a hash as its eight bytes. For use in `#[serde(with)]`.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

/// A hash, or none, as bytes.
pub trait Short: Copy {
    /// What is kept.
    type Kept: Serialize + for<'de> Deserialize<'de>;
    /// As kept.
    fn kept(self) -> Self::Kept;
    /// From what was kept.
    fn back(kept: Self::Kept) -> Self;
}

impl Short for u64 {
    type Kept = [u8; 8];

    fn kept(self) -> [u8; 8] {
        self.to_le_bytes()
    }

    fn back(kept: [u8; 8]) -> u64 {
        u64::from_le_bytes(kept)
    }
}

impl Short for Option<u64> {
    type Kept = Option<[u8; 8]>;

    fn kept(self) -> Option<[u8; 8]> {
        self.map(u64::to_le_bytes)
    }

    fn back(kept: Option<[u8; 8]>) -> Option<u64> {
        kept.map(u64::from_le_bytes)
    }
}

/// Bytes that both begin with, up to the end of a character.
fn shared(a: &str, b: &str) -> usize {
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b);
    same.map(|(c, _)| c.len_utf8()).sum()
}

/// Keeps a map.
pub fn serialize<S: Serializer, V: Short>(
    map: &BTreeMap<String, V>,
    to: S,
) -> Result<S::Ok, S::Error> {
    let mut before = "";
    to.collect_seq(map.iter().map(|(address, hash)| {
        let shared = shared(before, address);
        before = address;
        (shared, &address[shared..], hash.kept())
    }))
}

/// Brings a map back.
pub fn deserialize<'de, D: Deserializer<'de>, V: Short>(
    from: D,
) -> Result<BTreeMap<String, V>, D::Error> {
    let kept = Vec::<(usize, String, V::Kept)>::deserialize(from)?;
    let mut map = BTreeMap::new();
    let mut before = String::new();
    for (shared, rest, hash) in kept {
        let begin = before.get(..shared).ok_or_else(|| D::Error::custom("address"))?;
        let address = format!("{begin}{rest}");
        map.insert(address.clone(), V::back(hash));
        before = address;
    }
    Ok(map)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Both {
        #[serde(with = "super")]
        hashes: BTreeMap<String, u64>,
        #[serde(with = "super")]
        some: BTreeMap<String, Option<u64>>,
    }

    proptest! {
        #[test]
        fn maps_come_back(
            hashes in prop::collection::btree_map("[аәa/1]{0,6}", any::<u64>(), 0..20),
            some in prop::collection::btree_map("[аәa/1]{0,6}", any::<Option<u64>>(), 0..20),
        ) {
            let both = Both { hashes, some };
            let bytes = postcard::to_stdvec(&both).expect("bytes");
            prop_assert_eq!(postcard::from_bytes::<Both>(&bytes).expect("maps"), both);
        }

        #[test]
        fn no_bytes_break_it(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let _ = postcard::from_bytes::<Both>(&bytes);
        }
    }
}
