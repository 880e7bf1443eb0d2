//! A command → examples of it that can be typed as they stand, on the corpus of this project.

use crate::render::messages::Lang;
use crate::render::messages::catalogue::entry;

/// An example.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The command line.
    pub line: &'static str,
    command: &'static str,
    number: usize,
}

impl Example {
    /// What it asks, in a language.
    pub fn about(&self, lang: Lang) -> &'static str {
        let code = format!("example_{}_{}", self.command.replace('-', "_"), self.number);
        entry(&code).map_or("", |entry| entry.template(lang))
    }
}

/// The examples of a command, `nusqa` for the program as a whole.
pub fn of(command: &str) -> Vec<Example> {
    let Some((command, lines)) = EXAMPLES.iter().find(|(name, _)| *name == command) else {
        return Vec::new();
    };
    let numbered = lines.iter().zip(1..);
    numbered.map(|(line, number)| Example { line, command, number }).collect()
}

const EXAMPLES: &[(&str, &[&str])] = &[
    (
        "nusqa",
        &[
            "nusqa show 832 8 --on 2022-01-01",
            "nusqa show 418-V \"7-баптың 11) тармақшасы\" --on \"2021 жылғы 1 маусым\"",
            "nusqa history 832 6/17)",
            "nusqa search \"сыртқы шлюз\" --on 2022-01-01",
        ],
    ),
    (
        "diff",
        &[
            "nusqa diff 832 8 --from 2020-01-01 --to 2022-01-01",
            "nusqa diff 832 --from 2021-01-01 --to 2022-01-01 --summary",
        ],
    ),
    ("build", &["nusqa build", "nusqa build --check"]),
    (
        "add",
        &[
            "nusqa add corpus/2017-10-28-676-kiberqauipsizdik-zhospary/original.md --dry-run",
            "nusqa add --facts corpus/facts/publications.tsv --dry-run",
        ],
    ),
    (
        "import-git",
        &[
            "nusqa import-git ../redactions --dry-run",
            "nusqa import-git ../redactions --since 2020-01-01",
        ],
    ),
    ("acts", &["nusqa acts", "nusqa acts --json"]),
    (
        "tree",
        &[
            "nusqa tree 832",
            "nusqa tree corpus/2017-10-28-676-kiberqauipsizdik-zhospary/original.md",
        ],
    ),
    ("outline", &["nusqa outline 832 --on 2022-01-01", "nusqa outline 418-V 7-бап"]),
    (
        "show",
        &[
            "nusqa show 832 8 --on 2022-01-01",
            "nusqa show 832 \"6-тармақтың 17) тармақшасы\" --on \"2021 жылғы 1 маусым\" --explain",
            "nusqa show 832 8 --on 2023-01-20 --known-by 2023-02-01",
        ],
    ),
    (
        "history",
        &["nusqa history 832 6/17)", "nusqa history 832 8 --from 2021-01-01 --to 2022-12-31"],
    ),
    (
        "instructions",
        &[
            "nusqa instructions 12",
            "nusqa instructions corpus/2021-01-18-12-ukimet-sheshimderine-ozgerister/amending.md --json",
        ],
    ),
    ("events", &["nusqa events 832", "nusqa events 418-V --json"]),
    ("refs", &["nusqa refs 832 29-1 --on 2023-03-23", "nusqa refs 418-V 7-бап --on 2023-03-23"]),
    ("terms", &["nusqa terms 832 --on 2023-03-23", "nusqa terms 418-V --json"]),
    (
        "apply",
        &[
            "nusqa apply 12 --to 832 --on 2021-01-01 --diff",
            "nusqa apply 12 --to 832 --on 2021-01-01 --table",
        ],
    ),
    ("audit", &["nusqa audit 832", "nusqa audit 12 --all"]),
    (
        "blame",
        &["nusqa blame 832 17-1 --on 2022-01-01", "nusqa blame 832 29 --on 2022-03-01 --json"],
    ),
    ("upcoming", &["nusqa upcoming --after 2022-01-01", "nusqa upcoming 832 --after 2022-01-01"]),
    ("changes", &["nusqa changes --since 2027-01-01", "nusqa changes --since 2027-01-01 --json"]),
    ("check", &["nusqa check 832", "nusqa check 418-V --explain"]),
    (
        "search",
        &[
            "nusqa search \"жели аралық экрандар\" --on 2022-01-01",
            "nusqa search \"шлюз\" --act 832 --any-date",
            "nusqa search \"шлюз\" --changed-between 2022-06-01 2023-03-01",
        ],
    ),
    ("analyze", &["nusqa analyze құқығы", "nusqa analyze 17-1-тармақ --json"]),
    (
        "export",
        &[
            "nusqa export --format akn --out target/akn --overwrite",
            "nusqa export --format akn --out target/akn-832 --act 832 --on 2022-01-01 --overwrite",
        ],
    ),
    ("site", &["nusqa site --out target/site", "nusqa site --out target/site --lang ru"]),
    ("schema", &["nusqa schema", "nusqa schema --json"]),
    ("serve", &["nusqa serve --port 8080", "nusqa serve --port 0 --lang ru"]),
    ("mcp", &["nusqa mcp", "nusqa mcp --corpus corpus --lang en"]),
    ("completions", &["nusqa completions bash", "nusqa completions zsh --lang ru"]),
    ("man", &["nusqa man", "nusqa man --out target/man --lang kk"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_says_what_it_asks() {
        for (command, lines) in EXAMPLES {
            assert!((2..=4).contains(&lines.len()), "{command}");
            for example in of(command) {
                for lang in Lang::ALL {
                    assert!(!example.about(lang).is_empty(), "{} in {lang}", example.line);
                }
            }
        }
    }
}
