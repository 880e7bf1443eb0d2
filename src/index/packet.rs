//! A value ↔ the bytes that stand for it until it is looked into. A file of many such values is read
//! at the cost of its bytes, and equal values have equal bytes.

use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// The bytes of a value.
#[derive(Debug, PartialEq, Eq)]
pub struct Packet<V> {
    bytes: Box<[u8]>,
    of: PhantomData<V>,
}

impl<V> Packet<V> {
    fn new(bytes: impl Into<Box<[u8]>>) -> Self {
        Packet { bytes: bytes.into(), of: PhantomData }
    }
}

impl<V: Serialize> Packet<V> {
    /// The bytes of this value.
    pub fn of(value: &V) -> Self {
        // Writing to memory does not fail.
        Packet::new(postcard::to_stdvec(value).unwrap_or_default())
    }
}

impl<V: DeserializeOwned + Default> Packet<V> {
    /// The value; an empty one for bytes that are none, which no whole file has.
    pub fn open(&self) -> V {
        postcard::from_bytes(&self.bytes).unwrap_or_default()
    }
}

impl<V> Clone for Packet<V> {
    fn clone(&self) -> Self {
        Packet::new(self.bytes.clone())
    }
}

impl<V> Serialize for Packet<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.bytes)
    }
}

impl<'de, V> Deserialize<'de> for Packet<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Bytes;

        impl Visitor<'_> for Bytes {
            type Value = Box<[u8]>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("bytes")
            }

            fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Box<[u8]>, E> {
                Ok(bytes.into())
            }
        }

        deserializer.deserialize_bytes(Bytes).map(Packet::new)
    }
}
