//! An amending act and its orders → an account of its characters: orders understood, their new
//! text, everything that orders nothing, and the ledger of what was not understood.

use crate::model::instruction::Orders;
use crate::model::kind::Kind;
use crate::model::tree::{Tree, Unit, UnitIndex};

/// Non-blank characters of an amending act by what they belong to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// All of them.
    pub characters: usize,
    /// In orders that were understood, and in the lines that name or narrow their targets.
    pub orders: usize,
    /// In their new text.
    pub new_text: usize,
    /// In requisites, titles, annexes and provisions that order no change.
    pub other: usize,
    /// In text that was not understood.
    pub unread: usize,
    /// That text, in document order.
    pub places: Vec<UnitIndex>,
}

/// The account of a text with these orders.
pub fn ledger(tree: &Tree, orders: &Orders) -> Ledger {
    let mut ledger = Ledger::default();
    let read: Vec<&std::ops::Range<usize>> = orders
        .instructions
        .iter()
        .filter(|order| order.read)
        .map(|order| &order.span.bytes)
        .collect();
    let unread: Vec<&std::ops::Range<usize>> = orders
        .instructions
        .iter()
        .filter(|order| !order.read)
        .map(|order| &order.span.bytes)
        .collect();
    let inside = |unit: &Unit, spans: &[&std::ops::Range<usize>]| {
        let start = unit.pieces.first().map_or(0, |piece| piece.start);
        // Orders stand in document order: the last one that begins here or before.
        let at = spans.partition_point(|span| span.start <= start);
        spans[..at].last().is_some_and(|span| start < span.end)
    };
    for (index, unit) in tree.units.iter().enumerate() {
        let count = unit.text.chars().filter(|letter| !letter.is_whitespace()).count();
        ledger.characters += count;
        let understood = inside(unit, &read) && !inside(unit, &unread);
        let stray = !unit.kind.is_amending() && inside(unit, &unread);
        let place = match unit.kind {
            Kind::Unread => &mut ledger.unread,
            _ if stray => &mut ledger.unread,
            Kind::Instruction | Kind::Quoted if !understood => &mut ledger.unread,
            Kind::Instruction => {
                // New text may begin in the paragraph of its order.
                let (sentence, _) = super::split_inline(&unit.text);
                let own = sentence.chars().filter(|letter| !letter.is_whitespace()).count();
                ledger.new_text += count - own;
                ledger.orders += own;
                continue;
            }
            Kind::Context => &mut ledger.orders,
            Kind::Quoted => &mut ledger.new_text,
            _ => &mut ledger.other,
        };
        *place += count;
        let lost = unit.kind == Kind::Unread
            || stray
            || matches!(unit.kind, Kind::Instruction | Kind::Quoted) && !understood;
        if lost {
            ledger.places.push(index);
        }
    }
    ledger
}
