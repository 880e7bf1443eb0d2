//! What is printed where: bytes of files into lines with spans, and the corpus folder into
//! cards. Knows nothing of articles and points.

pub mod card;
pub mod facts;
pub mod folder;
