//! An answer → its explanation: state and days in one sentence, then why, in sentences that
//! a lawyer can quote.

use super::catalogue::{pages, reasons, states};
use super::{Lang, days};
use crate::model::act::ActId;
use crate::model::certainty::Certainty;
use crate::model::day::EffectRule;
use crate::model::reason::Reason;
use crate::model::version::Axis;
use crate::query::answer::{Answer, Ask, Bound};

/// The explanation of an answer.
pub fn explanation(answer: &Answer, lang: Lang) -> String {
    let mut sentences = vec![headline(answer, lang)];
    sentences.extend(why(answer, lang));
    sentences.join(" ")
}

/// The reasons of an answer as sentences, in the order given and each once.
pub fn why(answer: &Answer, lang: Lang) -> Vec<String> {
    let turned: Vec<&ActId> = answer.introduced_by.iter().chain(&answer.ended_by).collect();
    let gaps = !answer.unknown_parts.is_empty();
    sentences(&answer.reasons, &answer.act.id, &turned, gaps, lang)
}

/// That acts leave a place alone holds for some parts of it only, where one of them began or
/// ended its state (`turned`), or where parts are not known (`gaps`).
fn sentences(
    reasons: &[Reason],
    own: &ActId,
    turned: &[&ActId],
    gaps: bool,
    lang: Lang,
) -> Vec<String> {
    let mut sentences: Vec<String> = Vec::new();
    for reason in &mut merged(reasons) {
        let in_part =
            gaps || acts(reason).is_some_and(|acts| acts.iter().any(|act| turned.contains(&act)));
        let reason = &*reason;
        // Whatever else there is to say weakens the words of a consolidated text: they were
        // carried from its state to the day.
        let sentence = match reason {
            // Nobody repeals an act by that act itself: it says until when it holds.
            Reason::Repealed { act } if act == own => reasons::reason_own_end(lang),
            Reason::Consolidated if reasons.len() > 1 => reasons::reason_carried(lang),
            reason if in_part => reasons::sentence_of_parts(reason, lang),
            reason => reasons::sentence(reason, lang),
        };
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
}

/// The reasons with their acts together: the parts of a whole give the same reason with
/// different acts.
fn merged(reasons: &[Reason]) -> Vec<Reason> {
    let mut merged: Vec<Reason> = Vec::new();
    for reason in reasons {
        let mut reason = reason.clone();
        let same = merged.iter_mut().find(|known| known.code() == reason.code());
        match (same.and_then(acts), acts(&mut reason)) {
            (Some(known), Some(more)) => {
                known.append(more);
                known.sort();
                known.dedup();
            }
            _ => merged.push(reason),
        }
    }
    merged
}

/// The list of acts of a reason that has one.
fn acts(reason: &mut Reason) -> Option<&mut Vec<ActId>> {
    match reason {
        Reason::NotesSilent { acts }
        | Reason::OrdersLeaveAlone { acts }
        | Reason::AmendedAround { acts }
        | Reason::NotesSwallowed { acts }
        | Reason::BeyondText { acts } => Some(acts),
        _ => None,
    }
}

/// "On 1 January 2022: in force, from a day between … until 1 January 2023, certain."
fn headline(answer: &Answer, lang: Lang) -> String {
    let status = states::status(answer.status, answer.ask.axis, lang);
    let mut sentence = capitalised(&format!("{}: {status}", question(&answer.ask, lang)));
    let settled = answer.alternatives.is_empty() || answer.text.is_some();
    if settled && answer.certainty != Certainty::Unknown {
        let certainty = states::certainty(answer.certainty, lang);
        let period = period(&answer.valid_from, answer.valid_to.as_ref(), lang);
        let partial = answer.text.is_some() && !answer.unknown_parts.is_empty();
        let partial = partial.then(|| pages::in_part(lang));
        let details: Vec<String> = [certainty].into_iter().chain(partial).chain(period).collect();
        sentence.push_str(&format!(" ({})", details.join(", ")));
    }
    sentence.push('.');
    sentence
}

/// The day and axis of a question: "on 1 January 2022, by the acts adopted up to …".
pub fn question(ask: &Ask, lang: Lang) -> String {
    let day = match ask.axis {
        Axis::InForce => pages::page_in_force_on(lang, ask.date),
        Axis::Adopted => pages::page_adopted_by(lang, ask.date),
    };
    match ask.known_by {
        Some(known_by) => format!("{day}, {}", pages::page_known_by(lang, known_by)),
        None => day,
    }
}

/// The days of a state: "from … until …"; nothing where neither end is known.
pub fn period(from: &Bound, to: Option<&Bound>, lang: Lang) -> Option<String> {
    let open = |bound: &Bound| bound.window.earliest.is_none() && bound.window.latest.is_none();
    let begins = (!open(from)).then(|| days::from(from.window, lang));
    let ends = to.filter(|to| !open(to)).map(|to| days::until(to.window, lang));
    match (begins, ends) {
        (Some(begins), Some(ends)) => Some(format!("{begins}, {ends}")),
        (begins, ends) => begins.or(ends),
    }
}

/// Why a day is known only as a window: the rule that fixed it. Nothing for a known day.
pub fn rule(bound: &Bound, lang: Lang) -> Option<String> {
    if bound.window.day().is_some() {
        return None;
    }
    match bound.rule.as_ref()? {
        EffectRule::AfterPublicationDays(days) => {
            Some(pages::rule_after_publication_days(lang, usize::from(*days)))
        }
        EffectRule::AfterPublicationMonths(months) => {
            Some(pages::rule_after_publication_months(lang, usize::from(*months)))
        }
        EffectRule::OnPublication => Some(pages::rule_on_publication(lang)),
        EffectRule::SeeClause(clause) => Some(pages::rule_see_clause(lang, clause)),
        EffectRule::OnEvent(event) => Some(pages::rule_on_event(lang, event)),
        EffectRule::Unstated => Some(pages::rule_unstated(lang)),
        EffectRule::OnSigning | EffectRule::OnDate(_) => None,
    }
}

/// The words with a capital at their beginning.
pub fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::act::{ActType, Issuer};
    use crate::model::day::Adopted;
    use jiff::civil::date;

    #[test]
    fn an_act_that_turned_a_whole_leaves_only_some_parts_alone() {
        let act = |number: &str| ActId {
            adopted: Adopted(date(2021, 1, 1)),
            form: ActType::Law,
            issuer: Issuer::parliament(),
            number: number.into(),
        };
        let reasons = [Reason::OrdersLeaveAlone { acts: vec![act("1"), act("2")] }];
        let says = |turned: &[&ActId], gaps| {
            sentences(&reasons, &act("9"), turned, gaps, Lang::En).concat()
        };
        assert!(says(&[&act("3")], false).ends_with("none of them touches this place."));
        assert!(says(&[&act("2")], false).ends_with("some parts are touched by none of them."));
        assert!(says(&[], true).ends_with("some parts are touched by none of them."));
    }

    #[test]
    fn the_parts_of_a_whole_share_a_sentence() {
        let act = |number: &str, month| ActId {
            adopted: Adopted(date(2021, month, 1)),
            form: ActType::Law,
            issuer: Issuer::parliament(),
            number: number.into(),
        };
        let around = |acts| Reason::AmendedAround { acts };
        let reasons =
            [around(vec![act("2", 2)]), Reason::Original, around(vec![act("1", 1), act("2", 2)])];
        let sentences = sentences(&reasons, &act("9", 9), &[], false, Lang::En);
        assert_eq!(sentences.len(), 2);
        let acts = "amended by Laws No. 1 of 1 January 2021 and No. 2 of 1 February 2021,";
        assert!(sentences[0].contains(acts), "{}", sentences[0]);
    }
}
