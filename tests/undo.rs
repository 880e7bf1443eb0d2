//! Taking orders back on a text alone: what the order tells is put back, what it hides or leaves
//! in doubt is not guessed.

use nusqa::amend;
use nusqa::amend::apply::{Draft, NotUndoable, Undone, carry_out, undo, undo_from_text};
use nusqa::model::act::{ActId, ActType, Issuer};
use nusqa::model::address::Address;
use nusqa::model::day::Adopted;
use nusqa::model::instruction::Instruction;
use nusqa::parse::parse;
use nusqa::source::document::Document;

const BASE: &str = "# Мерекелер туралы\n\n1-бап. Негізгі ұғымдар\n\nОсы Заңда ұғымдар \
    пайдаланылады:\n\n1) мереке – атап өтілетін күн;\n\n2) ұлттық мереке – ерекше мереке.\n\n\
    2-бап. Күндер\n\n1. Күндерді Үкімет белгілейді.\n\n2. Күндер демалыс күндері болады.\n\n";

fn draft(text: &str) -> Draft {
    Draft::from_tree(&parse(&Document::decode("base", text.as_bytes())), &Address::whole())
}

fn orders(text: &str) -> Vec<Instruction> {
    let header = "1-бап. «Мерекелер туралы» 2001 жылғы 13 желтоқсандағы Қазақстан Республикасының \
                  Заңына мынадай өзгерістер мен толықтырулар енгізілсін:";
    let tree = parse(&Document::decode("orders", format!("{header}\n\n{text}").as_bytes()));
    let own = ActId {
        adopted: Adopted(jiff::civil::date(2000, 1, 1)),
        form: ActType::Law,
        issuer: Issuer::parliament(),
        number: "0".into(),
    };
    amend::read(&tree, &own).instructions
}

/// Carries one order out and takes it back from the text alone.
fn there_and_back(order: &str) -> (Result<Undone, NotUndoable>, bool) {
    let before = draft(BASE);
    let mut after = before.clone();
    let orders = orders(order);
    assert_eq!(orders.len(), 1, "{order}");
    let outcome = carry_out(&mut after, &orders);
    assert!(outcome[0].applied(), "{order}: {:?}", outcome[0].problem);
    let mut back = after.clone();
    let undone = undo_from_text(&mut back, &orders[0]);
    if undone.is_err() {
        assert_eq!(back, after, "a refusal changes nothing");
    }
    (undone, back == before)
}

fn doubtful(undone: Result<Undone, NotUndoable>) -> Vec<String> {
    undone.expect("a way back").doubtful.iter().map(ToString::to_string).collect()
}

#[test]
fn what_the_order_tells_is_put_back() {
    for order in [
        "1) 1-бап мынадай мазмұндағы 1-1) тармақшамен толықтырылсын:\n\n«1-1) дата – күн;».",
        "1) 2-баптың 1-тармағындағы «Үкімет» деген сөз «Президент» деген сөзбен ауыстырылсын.",
        "1) 2-баптың 1-тармағындағы «Үкімет» деген сөзден кейін «пен Парламент» деген сөздермен \
         толықтырылсын.",
        "1) 2-баптың 2-тармағының қолданылуы 2025 жылғы 1 қаңтарға дейін тоқтатыла тұрсын.",
    ] {
        let (undone, equal) = there_and_back(order);
        assert_eq!(doubtful(undone), Vec::<String>::new(), "{order}");
        assert!(equal, "{order}");
    }
}

#[test]
fn what_the_order_hides_is_not_guessed() {
    for (order, cause) in [
        (
            "1) 2-баптың 1-тармағы мынадай редакцияда жазылсын:\n\n«1. Жаңа мәтін.».",
            NotUndoable::OldWordingUnknown,
        ),
        ("1) 2-баптың 1-тармағы алып тасталсын.", NotUndoable::OldWordingUnknown),
        (
            "1) 1-баптың 2) тармақшасындағы «ерекше» деген сөз алып тасталсын.",
            NotUndoable::OldWordingUnknown,
        ),
        (
            "1) 1-баптың 2) тармақшасындағы «ерекше» деген сөз «мереке» деген сөзбен \
             ауыстырылсын.",
            NotUndoable::DoubtfulPlaces,
        ),
    ] {
        assert_eq!(there_and_back(order).0, Err(cause), "{order}");
    }
}

#[test]
fn places_in_doubt_are_named() {
    let (undone, equal) = there_and_back(
        "1) бүкіл мәтін бойынша «мереке» деген сөз «мейрам» деген сөзбен ауыстырылсын.",
    );
    assert_eq!(doubtful(undone), ["1-бап/1)", "1-бап/2)"]);
    assert!(equal);
    // The full stop of a list moves without an order.
    let (undone, equal) = there_and_back(
        "1) 1-бап мынадай мазмұндағы 3) тармақшамен толықтырылсын:\n\n«3) дата – күн.».",
    );
    assert_eq!(doubtful(undone), ["1-бап/2)"]);
    assert!(!equal);
}

#[test]
fn an_order_is_not_taken_back_over_a_later_change() {
    let mut draft = draft(BASE);
    let orders = orders(
        "1) 2-баптың 1-тармағы мынадай редакцияда жазылсын:\n\n«1. Күндерді заң белгілейді.»;\n\n\
         2) 2-баптың 1-тармағындағы «заң» деген сөз «Заң» деген сөзбен ауыстырылсын.",
    );
    let outcome = carry_out(&mut draft, &orders);
    assert!(outcome.iter().all(|carried| carried.applied()));
    let after = draft.clone();
    assert_eq!(undo(&mut draft, &outcome[0]), Err(NotUndoable::ChangedSince));
    assert_eq!(draft, after);
    assert_eq!(undo(&mut draft, &outcome[1]), Ok(()));
    assert_eq!(undo(&mut draft, &outcome[0]), Ok(()));
    assert_eq!(undo(&mut draft, &outcome[0]), Err(NotUndoable::ChangedSince));
}
