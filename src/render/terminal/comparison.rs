//! What orders changed → the comparative table that goes with a draft: one row a provision, the
//! present wording beside the proposed one, in Markdown.

use super::page::harmless;
use crate::amend::apply::redline::Redline;
use crate::model::address::{Address, Step};
use crate::render::citation::label;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::pages;

/// The table of these changes.
pub fn table(changes: &[Redline], lang: Lang) -> String {
    let head = [pages::table_unit(lang), pages::table_before(lang), pages::table_after(lang)];
    let mut out = row("№", &head);
    out.push_str("|---|---|---|---|\n");
    let groups = changes.chunk_by(|a, b| provision(&a.address) == provision(&b.address));
    for (i, group) in groups.enumerate() {
        let address = around(group);
        let side = |words: fn(&Redline) -> Option<&String>, none: String| {
            let texts: Vec<&str> = group.iter().filter_map(words).map(String::as_str).collect();
            if texts.is_empty() { none } else { texts.join("\n") }
        };
        let name = if address.is_whole() { pages::whole_act(lang) } else { label(&address) };
        let before = side(|line| line.before.as_ref(), pages::table_absent(lang));
        let after = side(|line| line.after.as_ref(), pages::table_gone(lang));
        out.push_str(&row(&(i + 1).to_string(), &[name, before, after]));
    }
    out
}

/// The article or point around a unit, and for other units the unit itself: the parts of one
/// provision are compared together.
fn provision(address: &Address) -> Address {
    let component = address.component();
    let inner = address.within_component();
    let first = inner.steps().iter().take(1).cloned().collect();
    Address::new(first).prefixed(&component)
}

/// The innermost numbered unit around all of these changes.
fn around(group: &[Redline]) -> Address {
    let mut addresses = group.iter().map(|line| line.address.steps());
    let first = addresses.next().unwrap_or_default();
    let shared = addresses.fold(first.len(), |shared, steps| {
        first.iter().zip(steps).take(shared).take_while(|(a, b)| a == b).count()
    });
    let numbered = |step: &&Step| !matches!(step, Step::Text(_));
    Address::new(first[..shared].iter().take_while(numbered).cloned().collect())
}

fn row(number: &str, cells: &[String; 3]) -> String {
    let cells =
        cells.each_ref().map(|cell| harmless(cell).replace('|', "\\|").replace('\n', "<br>"));
    format!("| {number} | {} |\n", cells.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amend::apply::redline::{ChangeKind, words};
    use crate::model::number::Number;

    #[test]
    fn the_parts_of_a_provision_share_a_row() {
        let point = Address::new(vec![Step::Paragraph(Number::plain(3))]);
        let line = |address: &Address, before: Option<&str>, after: Option<&str>| Redline {
            address: address.clone(),
            change: ChangeKind::Changed,
            before: before.map(str::to_owned),
            after: after.map(str::to_owned),
            words: words(before.unwrap_or_default(), after.unwrap_or_default()),
        };
        let part = point.child(Step::Subparagraph(Number::plain(1)));
        let changes =
            [line(&point, Some("3. А | Б."), Some("3. Б:")), line(&part, None, Some("1) в."))];
        assert_eq!(
            table(&changes, Lang::En).lines().last(),
            Some("| 1 | 3-тармақ | 3. А \\| Б. | 3. Б:<br>1) в. |")
        );
    }
}
