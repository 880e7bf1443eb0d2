//! A part of an order's sentence → what stands in it: the citations, the quoted words and the
//! words between them, each with its place.

use crate::kazakh::words::{Word, Wording, first_words, words};
use crate::model::address::Address;
use crate::parse::citation::expand::{self, Scope};
use crate::parse::citation::phrase::{self, Chain};
use crate::parse::citation::token::tokens;
use crate::parse::quotes::{Group, groups, quotations};
use std::ops::Range;
use std::sync::LazyLock;

/// A citation with its place.
#[derive(Clone, Debug)]
pub(super) struct Spotted {
    /// The units cited.
    pub chain: Chain,
    /// Bytes of the text, half-open.
    pub bytes: Range<usize>,
}

/// A sentence or a part of one.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The text with every quotation blanked; bytes are those of the printed text.
    pub plain: String,
    /// Citations outside quotations.
    pub citations: Vec<Spotted>,
    /// Quoted words.
    pub groups: Vec<Group>,
}

impl Line {
    /// Reads a part of a sentence.
    pub fn new(text: &str) -> Line {
        let plain = without_quotations(text);
        let citations = citations(&plain);
        Line { plain, citations, groups: groups(text) }
    }

    /// The words outside quotations.
    pub fn words(&self) -> Vec<Word<'_>> {
        words(&self.plain)
    }

    /// True where the wording stands outside quotations.
    pub fn has(&self, wording: &str) -> bool {
        Wording::new(wording).find(&self.words()).is_some()
    }

    /// True where words outside quotations limit what the order says, in a way that no construct
    /// reads.
    pub fn sets_a_condition(&self) -> bool {
        let words = self.words();
        CONDITIONS.iter().any(|wording| wording.find(&words).is_some())
    }

    /// True where the wording follows this byte at once.
    pub fn follows(&self, byte: usize, wording: &str) -> bool {
        let wording = Wording::new(wording);
        self.plain.get(byte..).is_some_and(|rest| wording.starts(&first_words(rest, wording.len())))
    }
}

/// Words by which an order is carried out otherwise than its verb says: only in some case, not
/// everywhere, or only in the text in another language.
static CONDITIONS: LazyLock<[Wording; 8]> = LazyLock::new(|| {
    [
        "егер",
        "қоспағанда",
        "басқа жағдайларда",
        "болған жағдайда",
        "тек",
        "орыс тіліндегі",
        "қазақ тіліндегі мәтін өзгермейді",
        "бірінші рет қолданылған",
    ]
    .map(Wording::new)
});

/// The text with every character of a quotation replaced by blanks of the same length in bytes.
pub(super) fn without_quotations(text: &str) -> String {
    let mut out = text.to_owned();
    for quotation in quotations(text) {
        out.replace_range(quotation.outer.clone(), &" ".repeat(quotation.outer.len()));
    }
    out
}

/// The citations of a text, in order.
pub(super) fn citations(text: &str) -> Vec<Spotted> {
    let tokens = tokens(text);
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let mut input = &tokens[at..];
        match phrase::chain(&mut input) {
            Ok(chain) => {
                let end = tokens.len() - input.len();
                out.push(Spotted {
                    chain,
                    bytes: tokens[at].bytes.start..tokens[end - 1].bytes.end,
                });
                at = end;
            }
            Err(_) => at += 1,
        }
    }
    out
}

/// The addresses of a list of citations; a later member stands where the one before it stands,
/// as far as it names no outer unit of its own (`7-баптың 2-тармағы және 3-тармағының …`).
/// `None` where one of them has no address, or a sub-point would hang in the air.
pub(super) fn addresses<'c>(
    scope: &Scope,
    citations: impl IntoIterator<Item = &'c Spotted>,
) -> Option<Vec<Address>> {
    let mut out: Vec<Address> = Vec::new();
    let mut last_noun = None;
    for cited in citations {
        let noun = cited.chain.first().map(|cited| cited.noun);
        let address = match out.last() {
            Some(last) if noun == last_noun || is_closed(last) => last.parent().unwrap_or_default(),
            Some(last) => last.clone(),
            None => scope.address.clone(),
        };
        let scope = Scope { address, in_code: scope.in_code };
        out.extend(expand::expand(&scope, &cited.chain)?);
        last_noun = cited.chain.last().map(|cited| cited.noun);
    }
    (!out.is_empty() && out.iter().all(is_placed)).then_some(out)
}

/// What a place cited later in the same sentence is read against.
pub(super) fn beside(address: &Address) -> Address {
    if is_closed(address) { address.parent().unwrap_or_default() } else { address.clone() }
}

/// True for a place that holds no units: what is cited after it stands beside it.
fn is_closed(address: &Address) -> bool {
    use crate::model::address::Step;
    matches!(
        address.last(),
        Some(Step::Title | Step::Preamble | Step::Text(_) | Step::LastText | Step::Row(_))
    )
}

/// False for a sub-point or an unnumbered paragraph of which nothing tells in what unit it
/// stands.
fn is_placed(address: &Address) -> bool {
    use crate::model::address::Step;
    let inner = address.within_component();
    !matches!(inner.steps(), [Step::Subparagraph(_) | Step::Text(_) | Step::LastText, ..])
}
