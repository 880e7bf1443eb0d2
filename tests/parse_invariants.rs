//! What holds for the tree of any text at all: no panic, no character lost or counted twice,
//! every unit under its parent, time linear in the length. Texts are cut, shuffled, damaged.

#[allow(dead_code, reason = "the fuzzer has a door of its own")]
#[path = "../fuzz/targets/structure.rs"]
mod structure;

use nusqa::parse::parse;
use nusqa::source::document::Document;
use proptest::prelude::*;
use std::path::{Path, PathBuf};
use structure::check;

fn texts_under(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            texts_under(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "md" || kind == "txt")
            && path.file_name().is_some_and(|name| name != "README.md")
        {
            found.push(path);
        }
    }
    found.sort();
}

fn corpus() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    texts_under(&root.join("corpus"), &mut found);
    texts_under(&root.join("../shared/cases"), &mut found);
    found.iter().map(|path| std::fs::read(path).expect("a text")).collect()
}

#[test]
fn every_character_of_published_texts_is_read() {
    for bytes in corpus() {
        let tree = check(&bytes);
        assert_eq!(tree.covered, tree.characters);
    }
}

#[test]
fn small_and_odd_texts() {
    let texts: [&[u8]; 14] = [
        b"",
        b"\n",
        b"---",
        b"---\n---",
        b"\xef\xbb\xbf",
        b"*",
        b"**",
        b"#",
        b"1.",
        b"\xff",
        b"\t\t\t",
        b"[bookmark: z1",
        b"|a|b|",
        b"\r\r\n\0",
    ];
    for bytes in texts {
        check(bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, max_shrink_iters: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes);
    }

    #[test]
    fn any_text_of_the_alphabet_of_acts(
        text in "([0-9]{1,2}(-[0-9])?[.)-] ?|бап|тарау|тармақ|Ескерту\\.|ЗҚАИ-ның ескертпесі!|\
                 жазылсын:|қосымша|бекітілген|Нысан|қаулысында:|[ \t\n\"«»*#_;:.|-]|\n\n|сөз |Сөз ){0,60}"
    ) {
        check(text.as_bytes());
    }

    #[test]
    fn any_page(
        text in "<html>(<p>|</p>|<table>|</table>|<tr>|<td colspan=\"3\">|<td>|</td>|<br>|<!--|-->|\
                 <script>|</script>|&nbsp;|&quot;|<a href='|\"|>|<|\n| |1\\. |1\\) |сөз|Сөз\\.){0,60}"
    ) {
        check(text.as_bytes());
    }

    #[test]
    fn texts_cut_at_any_byte(which in 0usize..5, share in 0.0f64..1.0) {
        let texts = corpus();
        let text = &texts[which % texts.len()];
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let at = (text.len() as f64 * share) as usize;
        check(&text[..at]);
        check(&text[at..]);
    }

    #[test]
    fn shuffled_lines(which in 0usize..5, seed in any::<u64>()) {
        let texts = corpus();
        let text = &texts[which % texts.len()];
        let mut lines: Vec<&[u8]> = text.split_inclusive(|&b| b == b'\n').collect();
        let mut state = seed | 1;
        for i in (1..lines.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let j = usize::try_from(state >> 33).unwrap_or(0) % (i + 1);
            lines.swap(i, j);
        }
        check(&lines.concat());
    }
}

#[test]
fn ten_megabytes_of_one_line() {
    let bytes = "сөз ".repeat(10 * 1024 * 1024 / 7).into_bytes();
    let tree = parse(&Document::decode("text", &bytes));
    assert_eq!(tree.characters, 3 * (10 * 1024 * 1024 / 7));
}
