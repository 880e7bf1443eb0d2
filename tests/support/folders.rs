//! Folders that a test may change, and what lies in an index folder when something happened to it.

use nusqa::index::{Index, Layout};
use nusqa::model::address::Address;
use nusqa::model::version::Axis;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// Everything in an index, in an order of its own.
pub fn dump(index: &Path) -> String {
    let index = Index::open(&Layout::new(index)).expect("an index");
    let mut out = String::new();
    for act in index.acts().expect("acts") {
        let _ = writeln!(out, "{act:?}");
        for axis in [Axis::InForce, Axis::Adopted] {
            let versions = index.versions_under(&act.id.iri(), &Address::whole(), axis);
            for version in versions.expect("versions") {
                let _ = writeln!(out, "{version:?}");
            }
        }
    }
    out
}

/// Numbers that look random and are the same in every run.
pub struct Draw(pub u64);

impl Draw {
    /// A number below a bound; 0 where there is none.
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % bound.max(1)
    }
}
