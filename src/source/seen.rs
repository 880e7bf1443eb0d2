//! A file → what the file system says of it without opening it. Where that is as it was, the bytes
//! are taken to be as they were, as git and make take it; where it may lie, nothing is said.

use serde::{Deserialize, Serialize};
use std::fs::Metadata;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A file that is younger may change again without another time: file systems count in steps of up
/// to two seconds.
const YOUNG: Duration = Duration::from_secs(3);

/// A file as it was seen. Equal for two looks between which nobody wrote to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// Bytes.
    length: u64,
    /// When its bytes were last changed, in nanoseconds since 1970.
    written: i128,
    /// When anything of it was last changed, where the system tells: nobody can set that back.
    changed: Option<i128>,
    /// Which file it is, where the system tells.
    number: Option<u64>,
}

/// What is seen of a file; `None` where it is not there, or changed so shortly before `now` that a
/// later change could look the same.
pub fn seen(path: &Path, now: SystemTime) -> Option<Seen> {
    let what = std::fs::metadata(path).ok().filter(Metadata::is_file)?;
    let nanos = |time: SystemTime| time.duration_since(UNIX_EPOCH).ok()?.as_nanos().try_into().ok();
    let (now, written): (i128, i128) = (nanos(now)?, nanos(what.modified().ok()?)?);
    let (changed, number) = of_system(&what);
    let latest = changed.map_or(written, |changed| changed.max(written));
    let young = i128::try_from(YOUNG.as_nanos()).ok()?;
    (now - latest >= young).then_some(Seen { length: what.len(), written, changed, number })
}

#[cfg(unix)]
fn of_system(what: &Metadata) -> (Option<i128>, Option<u64>) {
    use std::os::unix::fs::MetadataExt;
    let changed = i128::from(what.ctime()) * 1_000_000_000 + i128::from(what.ctime_nsec());
    (Some(changed), Some(what.ino()))
}

#[cfg(not(unix))]
fn of_system(_: &Metadata) -> (Option<i128>, Option<u64>) {
    (None, None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_change_is_seen_and_a_young_file_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.md");
        fs::write(&path, "бір").expect("a file");
        let written = fs::metadata(&path).and_then(|what| what.modified()).expect("a time");
        assert_eq!(seen(&path, written), None);
        assert_eq!(seen(&folder.path().join("b.md"), written + 2 * YOUNG), None);
        assert_eq!(seen(folder.path(), written + 2 * YOUNG), None);
        let before = seen(&path, written + 2 * YOUNG);
        assert!(before.is_some());
        assert_eq!(seen(&path, written + 3 * YOUNG), before);
        // As many bytes, and the time set back; systems count time in steps.
        std::thread::sleep(Duration::from_millis(20));
        fs::write(&path, "екі").expect("a file");
        let file = fs::File::options().write(true).open(&path).expect("a file");
        file.set_modified(written).expect("a time");
        let after = seen(&path, written + 2 * YOUNG);
        assert!(!cfg!(unix) || after != before, "{after:?}");
    }
}
