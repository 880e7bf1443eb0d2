//! Lines of JSON from other programs → questions and versions, or a refusal.

use nusqa::ask::batch::{SearchLine, ShowLine};
use nusqa::index::StoredVersion;
use nusqa::render::wire::version::Version;

pub fn run(bytes: &[u8]) {
    let _ = serde_json::from_slice::<ShowLine>(bytes);
    let _ = serde_json::from_slice::<SearchLine>(bytes);
    if let Ok(version) = serde_json::from_slice::<Version>(bytes) {
        let _ = StoredVersion::try_from(&version);
    }
}
