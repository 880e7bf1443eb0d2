//! Card and texts → what the act is called and when it took effect. The card overrides what a
//! text says of itself.

use super::{ReadError, ReadText};
use crate::amend::effect::Commencement;
use crate::model::act::{ActId, ActType, Issuer};
use crate::model::address::Address;
use crate::model::day::{ActDays, Adopted, EffectRule, Published, Registered};
use crate::model::kind::Kind;
use crate::model::tree::Unit;
use crate::source::card::Role;
use crate::source::card::day;
use crate::source::folder::ActFolder;
use serde::{Deserialize, Serialize};

/// What an act is called, its days, and its titles.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// What identifies it.
    pub id: ActId,
    /// Its days.
    pub days: ActDays,
    /// The rule by which it took effect.
    pub effect: EffectRule,
    /// What it says itself of the days of its parts, of its end and of theirs.
    pub commencement: Option<Commencement>,
    /// The title: the card's, else that of the act's own latest text.
    pub title: Option<String>,
}

/// The identity that the card alone gives; `None` where it leaves something to the text.
///
/// # Errors
/// A value of the card that cannot be used.
pub fn of_card(folder: &ActFolder) -> Result<Option<ActId>, ReadError> {
    let act = &folder.card.act;
    let form = act.form().map_err(|fault| folder.fault(fault))?;
    let adopted = day("act.adopted", act.adopted.as_ref()).map_err(|fault| folder.fault(fault))?;
    let number = act.number.clone().or_else(|| act.slug.as_ref().map(|slug| format!("~{slug}")));
    let (Some(form), Some(adopted), Some(number)) = (form, adopted, number) else {
        return Ok(None);
    };
    let issuer = match &act.issuer {
        Some(issuer) => Issuer(issuer.clone()),
        None if form.is_law() => Issuer::parliament(),
        None => return Ok(None),
    };
    Ok(Some(ActId { adopted: Adopted(adopted), form, issuer, number }))
}

/// Who the act is, from its card and its texts.
///
/// # Errors
/// A value of the card that cannot be used, or a fact that neither card nor text tells.
pub fn identify(folder: &ActFolder, texts: &[ReadText]) -> Result<Identity, ReadError> {
    let card = &folder.card;
    let told = texts
        .iter()
        .filter(|text| text.component.is_whole())
        .find_map(|text| text.requisites.as_ref());
    let form = card.act.form().map_err(|fault| folder.fault(fault))?;
    let date = |key, value| day(key, value).map_err(|fault| folder.fault(fault));
    let adopted = date("act.adopted", card.act.adopted.as_ref())?;
    let missing = |key| ReadError::NoIdentity { card: folder.card_path.clone(), key };
    let own = told.map(|told| &told.act);
    let form: ActType = form.or(own.map(|act| act.form)).ok_or_else(|| missing("act.type"))?;
    let adopted = adopted
        .map(Adopted)
        .or(own.map(|act| act.adopted))
        .ok_or_else(|| missing("act.adopted"))?;
    let number = card
        .act
        .number
        .clone()
        .or_else(|| card.act.slug.as_ref().map(|slug| format!("~{slug}")))
        .or_else(|| own.map(|act| act.number.clone()))
        .ok_or_else(|| missing("act.number"))?;
    let issuer = match (&card.act.issuer, own) {
        (Some(issuer), _) => Issuer(issuer.clone()),
        (None, Some(act)) => act.issuer.clone(),
        (None, None) if form.is_law() => Issuer::parliament(),
        (None, None) => return Err(missing("act.issuer")),
    };
    let later = |key, value| {
        let day = date(key, value)?;
        match day {
            Some(day) if day < adopted.0 => Err(folder.before_adoption(key, day, adopted.0).into()),
            _ => Ok::<_, ReadError>(day),
        }
    };
    let registered = later("days.registered", card.days.registered.as_ref())?.map(Registered);
    let published = later("days.first_published", card.days.first_published.as_ref())?;
    let days = ActDays {
        adopted,
        registered: registered
            .or_else(|| told.and_then(|told| told.registered.as_ref().map(|(day, _)| *day))),
        published: published.map(Published),
    };
    for text in &card.texts {
        let state = day("text.state", text.state.as_ref());
        let state = state.map_err(|fault| folder.text_fault(&text.file, fault))?;
        if let Some(state) = state.filter(|state| *state < adopted.0) {
            return Err(folder.redaction_before_adoption(&text.file, state, adopted.0).into());
        }
    }
    let commencement = commencement(texts);
    let effect = match &card.entry_into_force {
        Some(effect) => effect.rule().map_err(|fault| folder.fault(fault))?,
        None => commencement
            .filter(|(own, text)| own.complete && has_its_parts(own, text, texts))
            .map_or(EffectRule::Unstated, |(own, _)| own.rule.clone()),
    };
    let title = card.act.title.clone().or_else(|| printed_title(texts));
    let commencement = commencement.map(|(own, _)| own.clone());
    let id = ActId { adopted, form, issuer, number };
    Ok(Identity { id, days, effect, commencement, title })
}

/// What the act says of its entry into force, as adopted where the corpus holds that text.
fn commencement(texts: &[ReadText]) -> Option<(&Commencement, &ReadText)> {
    let own = texts.iter().filter(|text| text.component.is_whole());
    let told = own.filter_map(|text| Some((text.commencement.as_ref()?, text)));
    told.min_by_key(|(_, text)| text.role == Role::Consolidated)
}

/// False where a text as adopted gives days to a part that the act does not have: the words were
/// not understood. A consolidated text may have lost the part since.
fn has_its_parts(own: &Commencement, text: &ReadText, texts: &[ReadText]) -> bool {
    let printed = |part: &Address| {
        texts.iter().any(|text| {
            let units = &text.tree.units;
            let at = |unit: &Unit| unit.address.prefixed(&text.component) == *part;
            text.tree.find(part).is_some() || units.iter().any(at)
        })
    };
    text.role != Role::Original || own.parts().all(printed)
}

fn printed_title(texts: &[ReadText]) -> Option<String> {
    let text = texts.iter().rev().find(|text| text.component.is_whole())?;
    let title = text.tree.units.iter().find(|unit| unit.kind == Kind::Title)?;
    Some(title.text.clone())
}
