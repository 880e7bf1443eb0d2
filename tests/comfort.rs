//! What makes the program pleasant to use: examples that work, completions, a manual, a pager
//! and links where there is a terminal for them, and none of it in a pipe.

mod support;

use nusqa::render::messages::Lang;
use std::fs;
use std::process::{Command, Stdio};
use support::{index, nusqa};

fn said(command: &mut Command) -> (i32, String, String) {
    let output = command.output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
    (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}

fn help(arguments: &[&str]) -> String {
    said(nusqa().args(arguments).arg("--help")).1
}

/// The commands that the help lists.
fn commands() -> Vec<String> {
    let help = help(&["--lang", "en"]);
    let listed = help.split("Commands:\n").nth(1).expect("a list of commands");
    let lines = listed.lines().take_while(|line| !line.is_empty());
    let named = lines.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    named.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
}

/// The examples at the end of a help page.
fn examples(help: &str) -> Vec<String> {
    let examples = help.split("Examples:\n").nth(1).unwrap_or_default();
    let lines = examples.lines().map(str::trim_start);
    lines.filter(|line| line.starts_with("nusqa ")).map(str::to_owned).collect()
}

/// The words of a command line; quotation marks hold words together.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().expect("a word").push(c),
        }
    }
    words
}

#[test]
fn every_example_of_the_help_works() {
    let mut pages = vec![help(&["--lang", "en"])];
    for command in commands() {
        let page = help(&[&command, "--lang", "en"]);
        assert!(examples(&page).len() >= 2, "{command} --help has no examples:\n{page}");
        pages.push(page);
    }
    for line in pages.iter().flat_map(|page| examples(page)) {
        let words = words(&line);
        // A server does not end, and the repository to import is the user's: tests of their own
        // ask them.
        if ["serve", "mcp", "import-git"].contains(&words[1].as_str()) {
            continue;
        }
        let (exit, page, complaint) =
            said(nusqa().args(&words[1..]).arg("--index").arg(index()).stdin(Stdio::null()));
        assert!(exit < 2, "{line}: {complaint}");
        assert!(complaint.is_empty(), "{line}: {complaint}");
        assert!(!page.is_empty() || line.contains("--out"), "{line} prints nothing");
    }
}

#[test]
fn help_is_a_command_as_well() {
    for (asked, same) in [
        (&["help"][..], &["--help"][..]),
        (&["help", "show"], &["show", "--help"]),
        (&["--lang", "ru", "help", "diff"], &["diff", "--help", "--lang", "ru"]),
        (&["help", "--lang=en"], &["--help", "--lang", "en"]),
    ] {
        let (exit, page, complaint) = said(nusqa().args(asked));
        assert_eq!((exit, complaint.as_str()), (0, ""), "{asked:?}");
        assert_eq!(page, said(nusqa().args(same)).1, "{asked:?}");
    }
    let (exit, _, complaint) = said(nusqa().args(["help", "nothing", "--lang", "en"]));
    assert_eq!(exit, 2, "{complaint}");
    // What somebody looks for may be called so.
    let (exit, _, _) = said(nusqa().args(["analyze", "help"]));
    assert_eq!(exit, 0);
}

#[test]
fn the_examples_are_the_same_in_every_language() {
    for command in commands() {
        let of = |lang: &str| -> Vec<String> {
            let page = help(&[&command, "--lang", lang]);
            let lines = page.lines().map(str::trim_start);
            lines.filter(|line| line.starts_with("nusqa ")).map(str::to_owned).collect()
        };
        assert_eq!(of("kk"), of("en"), "{command}");
        assert_eq!(of("ru"), of("en"), "{command}");
    }
}

#[test]
fn completions_name_every_command_and_are_read_by_their_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let (exit, script, complaint) = said(nusqa().args(["completions", shell, "--lang", "ru"]));
        assert_eq!((exit, complaint.as_str()), (0, ""), "{shell}");
        for command in commands() {
            assert!(script.contains(&command), "{shell} does not know {command}");
        }
        let file = tempfile::NamedTempFile::new().expect("a file");
        fs::write(file.path(), &script).expect("a file");
        // A shell that is not there cannot be asked.
        if let Ok(read) = Command::new(shell).arg("-n").arg(file.path()).output() {
            assert!(read.status.success(), "{shell}: {}", String::from_utf8_lossy(&read.stderr));
        }
    }
    let (exit, _, complaint) = said(nusqa().args(["completions", "tcsh", "--lang", "en"]));
    assert_eq!(exit, 2);
    assert!(
        complaint.contains("possible values: bash, elvish, fish, powershell, zsh"),
        "{complaint}"
    );
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let folder = tempfile::tempdir().expect("a folder");
    for lang in Lang::ALL {
        let out = folder.path().join(lang.code());
        let (exit, printed, complaint) =
            said(nusqa().args(["man", "--lang", lang.code(), "--out"]).arg(&out));
        assert_eq!((exit, printed.as_str(), complaint.as_str()), (0, "", ""));
        for command in commands() {
            let page = fs::read_to_string(out.join(format!("nusqa-{command}.1"))).expect("a page");
            assert!(page.contains(&format!(".TH nusqa-{command} 1")), "{page}");
            assert!(page.matches(".SH ").count() >= 4, "{page}");
        }
        let whole = said(nusqa().args(["man", "--lang", lang.code()])).1;
        assert_eq!(whole.matches(".TH ").count(), commands().len() + 1);
    }
    let taken = folder.path().join("taken");
    fs::write(&taken, "").expect("a file");
    let (exit, _, complaint) = said(nusqa().args(["man", "--lang", "en", "--out"]).arg(&taken));
    assert_eq!(exit, 2);
    assert!(complaint.contains("cannot be written"), "{complaint}");
}

#[test]
fn links_are_for_terminals_unless_asked_for() {
    let page = |more: &[&str]| {
        let question = ["show", "832", "8", "--on", "2022-01-01", "--index"];
        said(nusqa().args(question).arg(index()).args(more)).1
    };
    assert!(!page(&[]).contains('\x1b'));
    assert!(!page(&["--hyperlinks", "never"]).contains('\x1b'));
    let linked = page(&["--hyperlinks", "always"]);
    assert_eq!(linked.matches("\x1b]8;;file:///").count(), 1, "{linked}");
    assert!(linked.contains("amending.md\x1b\\corpus/"), "{linked}");
    let both = page(&["--hyperlinks", "always", "--color", "always"]);
    assert!(both.contains("\x1b]8;;file:///") && both.contains("\x1b[1m"), "{both}");
    assert!(!page(&["--hyperlinks", "always", "--json"]).contains("\x1b["));
}

#[test]
fn colour_obeys_the_variables_that_say_so() {
    let page = |set: &[(&str, &str)], more: &[&str]| {
        let mut command = nusqa();
        command.env_remove("CLICOLOR_FORCE").args(["acts", "--index"]).arg(index());
        said(command.envs(set.iter().copied()).args(more)).1
    };
    assert!(!page(&[], &[]).contains('\x1b'));
    assert!(page(&[("CLICOLOR_FORCE", "1")], &[]).contains('\x1b'));
    assert!(!page(&[("CLICOLOR_FORCE", "1")], &["--color", "never"]).contains('\x1b'));
    assert!(!page(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &[]).contains('\x1b'));
    assert!(page(&[("NO_COLOR", "1")], &["--color", "always"]).contains('\x1b'));
}

#[test]
fn nothing_is_paged_in_a_pipe() {
    let mut command = nusqa();
    command.env("NUSQA_PAGER", "sh -c false").args(["outline", "832", "--index"]).arg(index());
    let (exit, page, _) = said(&mut command);
    assert_eq!(exit, 0);
    assert!(page.lines().count() > 100);
}

/// Runs a command line on a terminal of 24 lines; what it showed there and how it ended. `None`
/// where nothing on this machine can make a terminal.
#[cfg(unix)]
fn on_a_terminal(arguments: &[&str], set: &[(&str, &str)]) -> Option<(i32, String)> {
    const MAKE: &str = "
import fcntl, os, pty, struct, sys, termios
child, terminal = pty.fork()
if child == 0:
    os.execv(sys.argv[1], sys.argv[1:])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack('HHHH', 24, 80, 0, 0))
shown = b''
while True:
    try:
        read = os.read(terminal, 65536)
    except OSError:
        break
    if not read:
        break
    shown += read
_, status = os.waitpid(child, 0)
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(status))
";
    let program = nusqa();
    let mut python = Command::new("python3");
    python.arg("-c").arg(MAKE).arg("/bin/sh").arg("-c");
    // The size of the terminal is set once it is there.
    python.arg("sleep 0.5; exec \"$@\"").arg("sh").arg(program.get_program()).args(arguments);
    python.arg("--index").arg(index()).current_dir(support::root());
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => python.env(name, value),
            None => python.env_remove(name),
        };
    }
    for name in ["PAGER", "LESS", "TERM_PROGRAM", "VTE_VERSION", "CLICOLOR_FORCE"] {
        python.env_remove(name);
    }
    let output = python.env("TERM", "xterm").envs(set.iter().copied()).output().ok()?;
    Some((output.status.code()?, String::from_utf8_lossy(&output.stdout).into_owned()))
}

#[cfg(unix)]
#[test]
fn a_long_answer_is_paged_on_a_terminal_and_keeps_its_exit_status() {
    let long = ["outline", "832", "--on", "2022-01-01"];
    let paged = [("NUSQA_PAGER", "sed s/^/PAGED:/")];
    let Some((exit, shown)) = on_a_terminal(&long, &paged) else { return };
    assert_eq!(exit, 0, "{shown}");
    assert!(shown.contains("PAGED:"), "{shown}");
    let unpaged = |arguments: &[&str], set: &[(&str, &str)]| {
        let (exit, shown) = on_a_terminal(arguments, set).expect("a terminal");
        assert!(!shown.contains("PAGED:"), "{shown}");
        (exit, shown)
    };
    let (_, shown) = unpaged(&[&long[..], &["--no-pager"]].concat(), &paged);
    assert!(shown.lines().count() > 100);
    let (exit, shown) = unpaged(&long, &[("NUSQA_PAGER", "/no/such/pager")]);
    assert_eq!(exit, 0);
    assert!(shown.lines().count() > 100, "{shown}");
    unpaged(&["analyze", "құқығы"], &paged);
    unpaged(&long, &[("NUSQA_PAGER", ""), ("PAGER", "sed s/^/PAGED:/")]);
    // A pager that stops reading is no error, and neither is one that fails.
    assert_eq!(on_a_terminal(&long, &[("NUSQA_PAGER", "head -1")]).expect("a terminal").0, 0);
    assert_eq!(on_a_terminal(&long, &[("PAGER", "false")]).expect("a terminal").0, 0);
    // The status is that of the answer: here, honestly nothing.
    let nothing = ["history", "832", "6", "--from", "1990-01-01", "--to", "1990-01-02"];
    let (paged_exit, _) = on_a_terminal(&nothing, &paged).expect("a terminal");
    assert_eq!(paged_exit, said(nusqa().args(nothing).arg("--index").arg(index())).0);
}

#[cfg(unix)]
#[test]
fn colours_and_links_are_shown_on_a_terminal_that_has_them() {
    let question = ["show", "832", "2", "--on", "2022-01-01", "--no-pager"];
    let Some((_, plain)) = on_a_terminal(&question, &[]) else { return };
    assert!(plain.contains("\x1b["), "{plain}");
    assert!(!plain.contains("\x1b]8;;"), "{plain}");
    let linked = on_a_terminal(&question, &[("VTE_VERSION", "7402")]).expect("a terminal").1;
    assert!(linked.contains("\x1b]8;;file:///"), "{linked}");
    let quiet = on_a_terminal(&question, &[("NO_COLOR", "1")]).expect("a terminal").1;
    assert!(!quiet.contains("\x1b["), "{quiet}");
}

/// Words of a law among which stands whatever can control a terminal or turn the writing around.
fn hostile() -> String {
    let hidden = "\u{1b}[31mқызыл\u{1b}[0m \u{1b}]0;атау\u{7}тиіс \u{9b}2J\u{9d}8;;x\u{9c} \
                  \u{1b}P1$r\u{1b}\\\u{202e}бап\u{202c} \u{2066}тармақ\u{2069} \u{8}\u{c}\u{7f}\u{85} \
                  \u{1b}(B\u{1b}c \u{1b}[8m жоқ \u{1b}[";
    format!(
        "# Белгілер {hidden} туралы\n\nҚазақстан Республикасының Заңы 2020 жылғы 10 қаңтардағы № \
         100-VI.\n\n### 1-бап. Белгілер {hidden}\n\n1. Бұл сөздер {hidden} болмауға тиіс.\n\n2. \
         Өзге {hidden} сөздер.\n\n### 2-бап. Қолданысқа енгізу\n\nОсы Заң 2020 жылғы 1 ақпаннан \
         бастап қолданысқа енгізіледі.\n"
    )
}

#[test]
fn no_text_controls_the_terminal() {
    let folder = tempfile::tempdir().expect("a folder");
    let act = folder.path().join("corpus/act");
    fs::create_dir_all(&act).expect("a folder");
    let card = "[act]\ntype = \"law\"\nnumber = \"100-VI\"\nadopted = 2020-01-10\n\n[[text]]\nfile = \
                \"t.md\"\nrole = \"original\"\n";
    fs::write(act.join("act.toml"), card).expect("a card");
    fs::write(act.join("t.md"), hostile()).expect("a text");
    let file = "corpus/act/t.md";
    for asked in [
        &["show", "100-VI", "--on", "2021-01-01", "--explain"][..],
        &["show", "100-VI", "--on", "2021-01-01", "--as-printed"],
        &["show", "100-VI", "1-бап\u{1b}[31m/\u{202e}77"],
        &["tree", file],
        &["outline", "100-VI", "--on", "2021-01-01"],
        &["history", "100-VI", "1-бап"],
        &["blame", "100-VI", "1-бап", "--on", "2021-01-01"],
        &["diff", "100-VI", "--from", "2020-01-15", "--to", "2021-01-01", "--side-by-side"],
        &["search", "сөздер", "--on", "2021-01-01"],
        &["search", "\u{1b}[31mсөздер\u{9b}2J"],
        &["check", file, "--explain"],
        &["check"],
        &["apply", file, "--to", file],
        &["acts"],
        &["analyze", "\u{1b}[31mсөз\u{202e}дер"],
        &["nothing\u{1b}[31m\u{202e}"],
    ] {
        for more in [&["--color", "always"][..], &["--color", "never"], &["--json"]] {
            let mut command = nusqa();
            command.current_dir(folder.path()).args(asked).args(more);
            let (_, page, complaint) = said(command.env("COLUMNS", "60"));
            for text in [page, complaint] {
                let mut left = text.as_str();
                while let Some(at) = left.find(|c: char| {
                    // A tab parts the columns of `analyze`.
                    c.is_control() && !['\n', '\t'].contains(&c)
                        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
                }) {
                    // Styles are our own; the text ends each of its sequences otherwise.
                    let style = left[at..].strip_prefix("\u{1b}[").and_then(|rest| {
                        let digits = |c: char| c.is_ascii_digit() || c == ';';
                        rest.trim_start_matches(digits).strip_prefix('m')
                    });
                    let around = left[at..].chars().take(12).collect::<String>();
                    assert!(style.is_some() && more[0] != "--json", "{asked:?}: {around:?}");
                    left = style.unwrap_or_default();
                }
                // Nor are parameters left as words, but where they are named: in what was asked and
                // among the faults of a text.
                let named = ["search", "analyze", "show", "check", "tree"].contains(&asked[0]);
                if named || asked[0].starts_with("nothing") {
                    continue;
                }
                let plain = anstream::adapter::strip_str(&text).to_string();
                for rest in ["[31m", "]0;", "[0m қ", "8;;x"] {
                    assert!(!plain.contains(rest), "{asked:?} {more:?}: {rest}");
                }
            }
        }
    }
}
