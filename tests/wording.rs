//! The words of nusqa, frozen: every reason in three languages, and whole pages for answers made
//! up here, so that no change of a parser moves them. `UPDATE_EXPECT=1` rewrites the answers under
//! `tests/cases/wording`.

use jiff::civil::{Date, date};
use nusqa::model::act::{ActId, ActType, Issuer};
use nusqa::model::address::Address;
use nusqa::model::certainty::{Certainty, Status};
use nusqa::model::day::{Adopted, EffectRule, Window};
use nusqa::model::evidence::{Evidence, EvidenceKind, SourceId, Span};
use nusqa::model::reason::Reason;
use nusqa::model::version::Axis;
use nusqa::parse::citation::parse_address;
use nusqa::query::answer::{
    ActInfo, Alternative, Answer, Ask, Bound, History, HistoryVersion, Spell, Warning,
};
use nusqa::query::stretch::Range;
use nusqa::render::messages::catalogue::reasons::sentence;
use nusqa::render::messages::{Lang, explanation};
use nusqa::render::terminal;
use nusqa::render::terminal::timeline::Letters;
use std::fmt::Write;
use std::path::Path;

const WIDTH: Option<usize> = Some(80);

fn expect(name: &str, found: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/wording");
    let file = folder.join(name);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&file, found).expect("a file that can be written");
    }
    let expected = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(found, expected, "{name}; UPDATE_EXPECT=1 rewrites it");
}

fn resolution(number: &str, adopted: Date) -> ActId {
    let (form, issuer) = (ActType::Resolution, Issuer::government());
    ActId { adopted: Adopted(adopted), form, issuer, number: number.into() }
}

fn base() -> ActId {
    resolution("832", date(2016, 12, 20))
}

fn bringer() -> ActId {
    resolution("12", date(2021, 1, 18))
}

fn remover() -> ActId {
    resolution("112", date(2023, 2, 10))
}

fn reasons() -> Vec<Reason> {
    let act = bringer();
    let law = ActId {
        adopted: Adopted(date(2022, 5, 3)),
        form: ActType::Law,
        issuer: Issuer::parliament(),
        number: "118-VII".into(),
    };
    let acts = vec![bringer(), law];
    vec![
        Reason::Instruction { act: act.clone() },
        Reason::Consolidated,
        Reason::Original,
        Reason::TakenBack { act: act.clone() },
        Reason::Suspended { act: act.clone(), until: None },
        Reason::Suspended { act: act.clone(), until: Some(date(2023, 1, 1)) },
        Reason::Expired { act: act.clone() },
        Reason::SameDay { acts: vec![act.clone()] },
        Reason::NotAdopted,
        Reason::OrderContradicted { acts: vec![act.clone()] },
        Reason::OrderOfEffectUnknown { acts: vec![act.clone()] },
        Reason::SourcesDiffer,
        Reason::FilesUnread { count: 5, files: vec!["a/act.toml".into(), "b/text.md".into()] },
        Reason::NoteUnread,
        Reason::NotesSilent { acts: acts.clone() },
        Reason::OrdersLeaveAlone { acts: acts.clone() },
        Reason::AmendedAround { acts: acts.clone() },
        Reason::NotesSwallowed { acts: acts.clone() },
        Reason::BeyondText { acts },
        Reason::WordsMayHaveStood {
            act: act.clone(),
            words: vec!["жергілікті желі".into(), "жергілікті желінің".into()],
        },
        Reason::WordsMayHaveGone { act: act.clone(), words: vec!["жергілікті".into()] },
        Reason::AfterHorizon { horizon: date(2023, 3, 23) },
        Reason::ReplacedTextMissing { act: act.clone() },
        Reason::NewTextMissing { act: act.clone() },
        Reason::RemovedTextMissing { act: act.clone() },
        Reason::NoText,
        Reason::PlannedTextMissing { act: act.clone() },
        Reason::EffectDayUnknown {
            act: act.clone(),
            earliest: Some(date(2021, 1, 29)),
            latest: Some(date(2021, 2, 28)),
        },
        Reason::ActNotInEffect { act: act.clone() },
        Reason::AddedLater { act: act.clone() },
        Reason::InsertedNumber,
        Reason::Removed { act: act.clone() },
        Reason::Repealed { act: act.clone() },
        Reason::DroppedByRestatement { act: act.clone() },
        Reason::FormerUnknown,
        Reason::NotesGone,
        Reason::PartsUnknown { act: Some(act) },
        Reason::PartsUnknown { act: None },
    ]
}

#[test]
fn every_reason_is_a_sentence_in_three_languages() {
    let mut found = String::from("Why an answer is what it is, reason by reason.\n");
    for reason in reasons() {
        let _ = writeln!(found, "\n{}", reason.code());
        for lang in Lang::ALL {
            let sentence = sentence(&reason, lang);
            assert!(sentence.ends_with('.'), "{sentence}");
            let first = sentence.chars().next().expect("a letter");
            assert!(!first.is_lowercase(), "{sentence}");
            let _ = writeln!(found, "  {lang}  {sentence}");
        }
    }
    expect("reasons.txt", &found);
}

fn act() -> ActInfo {
    ActInfo {
        id: base(),
        title: Some("Бірыңғай талаптарды бекіту туралы".into()),
        titles: vec!["Бірыңғай талаптарды бекіту туралы".into()],
        horizon: Some(date(2023, 3, 23)),
        witnesses: Vec::new(),
        referenced: false,
        components: Vec::new(),
        amending: Vec::new(),
        amending_on_adoption: Vec::new(),
    }
}

fn address(text: &str) -> Address {
    parse_address(text).into_iter().next().expect("an address")
}

fn bound(earliest: Date, latest: Date) -> Bound {
    Bound { window: Window::between(earliest, latest), rule: None }
}

fn spell(from: Date, until: Date, status: Status, certainty: Certainty, version: usize) -> Spell {
    let days = Range { from: Some(from), until: Some(until) };
    Spell { days, status, certainty, reasons: Vec::new(), in_part: false, version: Some(version) }
}

fn open_bound() -> Bound {
    Bound { window: Window { earliest: None, latest: None }, rule: None }
}

fn since_the_bringer() -> Bound {
    let rule = Some(EffectRule::AfterPublicationDays(10));
    Bound { rule, ..bound(date(2021, 1, 29), date(2021, 2, 28)) }
}

fn evidence(kind: EvidenceKind, lines: (usize, usize)) -> Evidence {
    let source = SourceId { file: "corpus/2021-12/amending.md".into(), hash: "".into() };
    Evidence { kind, span: Span { source, bytes: 0..1, lines } }
}

fn answer(place: &str, day: Date) -> Answer {
    let address = address(place);
    Answer {
        act: act(),
        kind: address.last().expect("a step").kind(),
        address,
        node: Some("бекітілген/8@2021-01-18№12".into()),
        ask: Ask { axis: Axis::InForce, date: day, known_by: None },
        status: Status::InForce,
        certainty: Certainty::Certain,
        reasons: vec![Reason::Instruction { act: bringer() }],
        text: Some(
            "8. МО ақпараттандыру Заңның 23 және 24-баптарында көзделген тәртіппен жүзеге \
             асырылады.\nЕсеп сипаттамаларын нақтылау үшін негіз болып табылады."
                .into(),
        ),
        units: Vec::new(),
        printed: Vec::new(),
        unknown_parts: Vec::new(),
        alternatives: Vec::new(),
        warnings: Vec::new(),
        valid_from: since_the_bringer(),
        valid_to: Some(bound(date(2023, 1, 1), date(2023, 1, 1))),
        introduced_by: Some(bringer()),
        ended_by: Some(remover()),
        evidence: vec![evidence(EvidenceKind::Instruction, (78, 98))],
    }
}

fn shown(name: &str, answer: &Answer) {
    for lang in Lang::ALL {
        let page = terminal::show::page(answer, None, WIDTH, lang);
        let page = anstream::adapter::strip_str(&page).to_string();
        let explained = explanation::explanation(answer, lang);
        expect(&format!("{name}.{lang}.txt"), &format!("{page}\n{explained}\n"));
    }
}

#[test]
fn a_certain_wording() {
    shown("certain", &answer("бекітілген/8", date(2022, 1, 1)));
}

#[test]
fn a_wording_that_is_only_presumed() {
    let mut presumed = answer("бекітілген/8", date(2022, 10, 1));
    presumed.certainty = Certainty::Presumed;
    presumed.ask.known_by = Some(date(2023, 2, 1));
    presumed.reasons.push(Reason::NotesSwallowed { acts: vec![remover()] });
    presumed.warnings =
        vec![Warning { code: "meaning".into(), argument: "міндетті емес".into() }];
    shown("presumed", &presumed);
}

#[test]
fn a_wording_with_gaps() {
    let mut partial = answer("бекітілген/13", date(2022, 6, 1));
    partial.text = Some("[…]\n1) сатып алу;\n[…]".into());
    let gaps = ["13#1", "13/*", "13/тақырып", "2-тарау/тақырып", "13/2)#3"];
    partial.unknown_parts = gaps.map(|gap| format!("бекітілген/{gap}")).into();
    partial.reasons.push(Reason::NotesSilent { acts: vec![remover()] });
    partial.valid_from = open_bound();
    partial.introduced_by = None;
    shown("gaps", &partial);
}

#[test]
fn a_wording_that_is_not_in_the_corpus() {
    let mut lost = answer("бекітілген/8", date(2020, 6, 1));
    lost.text = None;
    lost.certainty = Certainty::Unknown;
    lost.reasons = vec![Reason::ReplacedTextMissing { act: bringer() }];
    lost.unknown_parts = vec!["бекітілген/8".into()];
    lost.valid_from = bound(date(2016, 12, 31), date(2017, 1, 30));
    lost.valid_to = Some(since_the_bringer());
    lost.introduced_by = Some(base());
    lost.ended_by = Some(bringer());
    lost.evidence = Vec::new();
    shown("lost", &lost);
}

#[test]
fn a_day_on_which_both_sides_are_possible() {
    let mut open = answer("бекітілген/17-1", date(2021, 2, 5));
    let side = |in_effect| Alternative {
        address: address("бекітілген/17-1"),
        act: Some(bringer()),
        in_effect,
        from: None,
        until: None,
        status: if in_effect { Status::InForce } else { Status::NotYet },
        certainty: Certainty::Certain,
        text: in_effect.then(|| "17-1. Талаптар қажеттілігіне қарай жаңартылады.".to_owned()),
    };
    open.status = Status::Unknown;
    open.certainty = Certainty::Unknown;
    open.text = None;
    open.reasons = vec![Reason::EffectDayUnknown {
        act: bringer(),
        earliest: Some(date(2021, 1, 29)),
        latest: Some(date(2021, 2, 28)),
    }];
    open.alternatives = vec![side(false), side(true)];
    open.valid_from = open_bound();
    open.valid_to = None;
    open.introduced_by = None;
    open.ended_by = None;
    shown("open", &open);
}

#[test]
fn a_provision_that_is_gone_and_one_that_is_not_there_yet() {
    let mut gone = answer("бекітілген/7/14)", date(2023, 2, 1));
    gone.status = Status::Repealed;
    gone.text = None;
    gone.reasons = vec![Reason::Removed { act: remover() }];
    gone.valid_from = bound(date(2023, 1, 1), date(2023, 1, 1));
    gone.valid_to = None;
    gone.introduced_by = Some(remover());
    gone.ended_by = None;
    gone.evidence = vec![evidence(EvidenceKind::Note, (82, 82))];
    shown("gone", &gone);

    let mut coming = answer("бекітілген/17-1", date(2020, 6, 1));
    coming.status = Status::NotYet;
    coming.text = None;
    coming.reasons = vec![Reason::AddedLater { act: bringer() }];
    coming.valid_from = open_bound();
    coming.valid_to = Some(since_the_bringer());
    coming.introduced_by = None;
    coming.ended_by = Some(bringer());
    shown("coming", &coming);
}

#[test]
fn the_versions_of_a_provision() {
    let version = |status, text: Option<&str>, from: Bound, to: Option<Bound>| HistoryVersion {
        status,
        certainty: Certainty::Certain,
        reasons: Vec::new(),
        text: text.map(str::to_owned),
        unknown_parts: Vec::new(),
        valid_from: from,
        valid_to: to,
        known_from: None,
        known_to: None,
        introduced_by: None,
        ended_by: None,
        evidence: vec![evidence(EvidenceKind::Instruction, (78, 98))],
        moved_from: None,
        moved_to: None,
        node: "бекітілген/8".into(),
    };
    let words = Some("8. МО ақпараттандыру Заңның 23 және 24-баптарында көзделген тәртіппен.");
    let removed = bound(date(2023, 1, 1), date(2023, 1, 1));
    let mut superseded = version(Status::InForce, words, since_the_bringer(), None);
    superseded.known_to = Some(date(2023, 2, 10));
    superseded.introduced_by = Some(bringer());
    let mut held = version(Status::InForce, words, since_the_bringer(), Some(removed.clone()));
    held.introduced_by = Some(bringer());
    held.ended_by = Some(remover());
    let mut gone = version(Status::Repealed, None, removed, None);
    gone.introduced_by = Some(remover());
    let history = History {
        act: act(),
        address: address("бекітілген/8"),
        versions: vec![superseded, held, gone],
        spells: vec![
            spell(date(2021, 2, 28), date(2022, 6, 21), Status::InForce, Certainty::Certain, 1),
            spell(date(2022, 6, 21), date(2023, 1, 1), Status::InForce, Certainty::Presumed, 1),
            spell(date(2023, 1, 1), date(2023, 3, 24), Status::Repealed, Certainty::Certain, 2),
        ],
    };
    for lang in Lang::ALL {
        let page = terminal::history::page(&history, WIDTH, Letters::Unicode, lang);
        let page = anstream::adapter::strip_str(&page).to_string();
        expect(&format!("history.{lang}.txt"), &page);
    }
}
