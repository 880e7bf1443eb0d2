//! What of the corpus could not be read → findings for programs, lines for people, and a warning
//! wherever an answer knows nothing of it.

use super::Context;
use super::failure::Failure;
use crate::build::BuildError;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::serving::operator;
use crate::render::messages::catalogue::usage::hints;
use crate::render::wire::build::UnreadFile;

/// The findings, in their order.
pub fn findings(
    faults: impl IntoIterator<Item = impl Into<BuildError>>,
    lang: Lang,
) -> Vec<UnreadFile> {
    let finding = |fault: BuildError| {
        let failure = Failure::build(fault, lang);
        let document = failure.document();
        UnreadFile {
            file: document.file,
            line: document.line,
            code: failure.message().code,
            message: document.message,
        }
    };
    faults.into_iter().map(|fault| finding(fault.into())).collect()
}

/// Warns of files that a build has just left out, each with its fault.
pub fn warn(found: &[UnreadFile], context: &Context) {
    if !found.is_empty() {
        context.screen.complain(&warning(found, context.lang));
    }
}

/// The same as words: what is left out, why, and what to do.
pub fn warning(found: &[UnreadFile], lang: Lang) -> String {
    let mut page = format!("{}: {}\n", hints::warning(lang), operator::left_out(lang, found.len()));
    page.push_str(&crate::render::terminal::check::left_out(found, None));
    page.push_str(&format!("{}\n", operator::left_out_help(lang)));
    page
}

/// Warns that the index in use leaves something out.
pub fn remind(count: usize, context: &Context) {
    if count > 0 {
        context.screen.complain(&format!("{}\n", reminder(count, context.lang)));
    }
}

/// The same as words.
pub fn reminder(count: usize, lang: Lang) -> String {
    format!("{}: {}", hints::warning(lang), operator::left_out_before(lang, count))
}
