//! The paragraphs of an amending unit turned into contexts, orders and new text, each counted as
//! lawyers count them.

use super::act::Reader;
use super::note;
use super::order::{self, Role};
use super::paragraph::Block;
use super::requisites;
use crate::model::kind::Kind;
use crate::model::number::Number;
use crate::model::tree::UnitIndex;

impl Reader {
    /// After a unit that may amend: reads the paragraphs of its orders. Tells how many
    /// paragraphs were read, the unit's own included.
    pub(super) fn orders(&mut self, owner: UnitIndex, blocks: &[Block]) -> usize {
        let words = self.builder.units[owner].words();
        if self.fragment || !order::amends(words) {
            return 1;
        }
        let mut reader = order::Reader::new(words, self.owners(owner));
        let mut read = 1;
        // Where the next order stands, once it has been looked for.
        let mut next_order = 0;
        while let Some(block) = blocks.get(read) {
            let text = block.text();
            if note::is_mark(text) {
                read += self.marked_note(&blocks[read..]);
                continue;
            }
            if note::begins(text) {
                self.builder.note(block);
                read += 1;
                continue;
            }
            let outside = requisites::is_editorial(text)
                || requisites::annex_mark(text).is_some()
                || requisites::is_stamp(text) && !reader.in_new_text()
                || requisites::is_post(text) && !reader.in_new_text();
            if outside {
                break;
            }
            let kind = match reader.read(text) {
                Role::Context => Kind::Context,
                Role::Order => Kind::Instruction,
                Role::New => Kind::Quoted,
                Role::Outside if reader.expects_order() && !reader.is_left_by(text) => {
                    let sure = reader.surely_amends();
                    if !sure && next_order < read {
                        next_order = read + orders_before(&reader, &blocks[read..]);
                    }
                    if !sure && next_order == read {
                        break;
                    }
                    Kind::Instruction
                }
                Role::Outside => break,
            };
            self.builder.counted(kind, block);
            read += 1;
        }
        read
    }

    /// Kinds and numbers of a unit and of those around it.
    pub(super) fn owners(&self, unit: UnitIndex) -> Vec<(Kind, Number)> {
        let mut out = Vec::new();
        let mut next = Some(unit);
        while let Some(at) = next {
            let unit = &self.builder.units[at];
            if let Some(number) = unit.number.clone().filter(|_| unit.kind != Kind::Text) {
                out.push((unit.kind, number));
            }
            next = unit.parent;
        }
        out
    }
}

/// How many paragraphs stand before the next order of the amending point; 0 where none comes.
pub(super) fn orders_before(reader: &order::Reader, blocks: &[Block]) -> usize {
    let inside = blocks.iter().take_while(|block| {
        let text = block.text();
        let ended = requisites::is_editorial(text)
            || requisites::annex_mark(text).is_some()
            || requisites::is_stamp(text)
            || requisites::is_post(text);
        !ended && !reader.is_left_by(text)
    });
    let orders = inside.enumerate().filter(|(_, block)| order::is_order(block.text()));
    orders.map(|(at, _)| at).next().unwrap_or(0)
}
