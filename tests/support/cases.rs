//! Corpora of the real cases in `shared/cases` beside the project: the text before as the original, the amending
//! act, and on demand the official consolidation after as a later text.

#![allow(clippy::print_stdout, reason = "a test says what it could not ask")]

use super::{nusqa, root};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders of the cases.
pub const NAMES: [&str; 3] = ["01-holidays-2008", "03-transfer-2016-march", "07-iodine-2007"];

/// A corpus of one case; `with_result` puts the later consolidation into it.
pub struct Case {
    folder: tempfile::TempDir,
}

/// The folder of real amendments beside the project.
pub fn cases() -> Option<PathBuf> {
    let around = root().ancestors().skip(1).take(2);
    let cases = around.map(|folder| folder.join("shared/cases")).find(|cases| cases.is_dir());
    if cases.is_none() {
        println!("../shared/cases is not there: nothing is asked");
    }
    cases
}

fn card(act: &Value, slug: &str, texts: &str) -> String {
    let number = match act["number"].as_str() {
        Some(number) => format!("number = \"{number}\""),
        None => format!("slug = \"{slug}\""),
    };
    format!(
        "[act]\ntype = \"{}\"\n{number}\nadopted = {}\n\n{texts}",
        act["form"].as_str().expect("a form"),
        act["adopted"].as_str().expect("a day"),
    )
}

impl Case {
    /// `None` where the cases are not there.
    pub fn new(name: &str, with_result: bool) -> Option<Case> {
        let from = cases()?.join(name);
        let meta = fs::read_to_string(from.join("meta.json")).expect("a description");
        let meta: Value = serde_json::from_str(&meta).expect("JSON");
        let folder = tempfile::tempdir().expect("a folder");
        let (base, amending) = (folder.path().join("base"), folder.path().join("amending"));
        for place in [&base, &amending] {
            fs::create_dir(place).expect("a folder");
        }
        let mut texts = "[[text]]\nfile = \"base.md\"\nrole = \"original\"\n".to_string();
        fs::copy(from.join("base.md"), base.join("base.md")).expect("a copy");
        if with_result {
            texts += "\n[[text]]\nfile = \"result.md\"\nrole = \"consolidated\"\n";
            fs::copy(from.join("result.md"), base.join("result.md")).expect("a copy");
        }
        fs::write(base.join("act.toml"), card(&meta["act"], "base", &texts)).expect("a card");
        fs::copy(from.join("amending.md"), amending.join("amending.md")).expect("a copy");
        let texts = "[[text]]\nfile = \"amending.md\"\nrole = \"amending\"\n";
        let amends = card(&meta["amending_act"], "amending", texts);
        fs::write(amending.join("act.toml"), amends).expect("a card");
        Some(Case { folder })
    }

    /// The folder of the corpus.
    pub fn corpus(&self) -> &Path {
        self.folder.path()
    }

    /// Puts a question to the program.
    pub fn show(&self, act: &str, address: &str, day: &[&str]) -> Value {
        let output = nusqa()
            .args(["show", act, address, "--json", "--corpus"])
            .arg(self.folder.path())
            .arg("--index")
            .arg(self.folder.path().join(".index"))
            .args(day)
            .output()
            .expect("the program runs");
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
            panic!("{act} {address}: {error}: {}", String::from_utf8_lossy(&output.stderr))
        })
    }
}
