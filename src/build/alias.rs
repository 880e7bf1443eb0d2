//! Acts that are cited by title and day instead of their number → the acts of the corpus that
//! are meant. Laws are cited so (drafting rules, section 3); titles are dated names, so the
//! title must be the one under which the corpus knows the act.

use crate::index::{Manifest, TextInputs};
use crate::kazakh::slug::slug;
use crate::model::act::{ActId, ActType};
use crate::model::day::Adopted;
use crate::model::instruction::{CitedTitle, Instruction, Orders};
use std::collections::{BTreeMap, BTreeSet};

/// The acts of a corpus by form, day and title.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Aliases {
    acts: BTreeSet<ActId>,
    by_title: BTreeMap<(ActType, Adopted, String), Option<ActId>>,
    titled: BTreeMap<(ActType, String), BTreeSet<ActId>>,
}

impl Aliases {
    /// The names under which the acts of a manifest may be cited. A name that fits two acts
    /// names none.
    pub fn of(manifest: &Manifest) -> Self {
        let mut aliases = Aliases::default();
        for text in manifest.texts.values() {
            let act = &text.act;
            aliases.acts.insert(act.clone());
            let Some(name) = text.called.clone() else { continue };
            aliases.titled.entry((act.form, name.clone())).or_default().insert(act.clone());
            let name = (act.form, act.adopted, name);
            aliases
                .by_title
                .entry(name)
                .and_modify(|known| {
                    if known.as_ref() != Some(act) {
                        *known = None;
                    }
                })
                .or_insert_with(|| Some(act.clone()));
        }
        aliases
    }

    /// The act that is meant; the name itself where the corpus knows no better.
    pub fn resolve(&self, named: &ActId) -> ActId {
        let Some(title) = named.number.strip_prefix('~') else { return named.clone() };
        if self.acts.contains(named) {
            return named.clone();
        }
        let name = (named.form, named.adopted, short_of(named.form, title));
        self.by_title.get(&name).cloned().flatten().unwrap_or_else(|| named.clone())
    }

    /// The acts that may be meant by a title alone in an act of this day.
    pub fn titled(&self, cited: &CitedTitle, day: Adopted) -> Vec<ActId> {
        self.called(&(cited.form, called(cited.form, &cited.title)), day).cloned().collect()
    }

    /// The acts of this form that are called so and come before this day.
    fn called(&self, name: &(ActType, String), day: Adopted) -> impl Iterator<Item = &ActId> {
        self.titled.get(name).into_iter().flatten().filter(move |act| act.adopted < day)
    }

    /// Every act on which a text may have orders.
    pub fn amended(&self, text: &TextInputs) -> BTreeSet<ActId> {
        let day = text.act.adopted;
        let titled = text.cites.iter().flat_map(|cited| self.called(cited, day).cloned());
        text.amends.iter().map(|named| self.resolve(named)).chain(titled).collect()
    }

    /// True where an order in an act of this day may be one on this act, for all that its
    /// header tells: only laws are identified by their titles.
    pub fn may_concern(&self, order: &Instruction, day: Adopted, act: &ActId) -> bool {
        match (&order.target_act, &order.target_title) {
            (Some(target), _) => target == act,
            (None, None) => true,
            (None, Some(cited)) => {
                let meant = self.titled(cited, day);
                let elsewhere = cited.form.is_law() || !meant.is_empty();
                cited.form == act.form && (meant.contains(act) || !elsewhere)
            }
        }
    }

    /// The orders of an act of this day with every target resolved. A title alone identifies a
    /// law where the corpus knows one law of that title.
    pub fn resolve_orders(&self, orders: &Orders, day: Adopted) -> Orders {
        let mut orders = orders.clone();
        for order in &mut orders.instructions {
            order.target_act = match (&order.target_act, &order.target_title) {
                (Some(act), _) => Some(self.resolve(act)),
                (None, Some(cited)) if cited.form.is_law() => {
                    match self.titled(cited, day).as_slice() {
                        [only] => Some(only.clone()),
                        _ => None,
                    }
                }
                _ => None,
            };
        }
        for quoted in &mut orders.titles {
            quoted.act = self.resolve(&quoted.act);
        }
        let titled: Vec<ActId> =
            orders.cited.iter().flat_map(|cited| self.titled(cited, day)).collect();
        orders.targets = orders.targets.iter().map(|act| self.resolve(act)).chain(titled).collect();
        orders
    }
}

/// What an act of this form and title is called where acts are cited by their titles.
pub fn called(form: ActType, title: &str) -> String {
    short_of(form, &slug(title))
}

/// What two ways of naming an act have in common: a code is called by its title, or by its
/// title, the state's name and the word for its form in one («… туралы» as «Қазақстан
/// Республикасының … туралы кодексі»).
fn short_of(form: ActType, slug: &str) -> String {
    let said = |word: &&str| {
        form != ActType::Code
            || !["qazaqstan", "respublika", "kodeks"].iter().any(|stem| word.starts_with(stem))
    };
    slug.split('-').filter(said).collect::<Vec<_>>().join("-")
}
