//! Times the timeline of one large act: how long its versions take to work out, and how that
//! grows with its places and with the acts that amend it.
//!
//! The act is invented and printed in full: articles with points and sub-points, a note behind
//! each amended article, and for every second amending act a text of its own with orders.

#![allow(missing_docs, reason = "criterion's macros write undocumented functions")]

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use jiff::civil::Date;
use nusqa::model::act::{ActId, ActType, Issuer};
use nusqa::model::address::Address;
use nusqa::model::day::{Adopted, EffectRule};
use nusqa::parse;
use nusqa::source::card::Role;
use nusqa::source::document::Document;
use nusqa::timeline::record::{ActRecord, Amender, Calendar, Witness};
use nusqa::timeline::weave;
use nusqa::{amend, notes};
use std::fmt::Write;
use std::hint::black_box;
use std::sync::Arc;

/// Units of one article: itself, three points, two sub-points in each.
const UNITS_OF_AN_ARTICLE: usize = 10;
/// Places that one act changes.
const TOUCHED: usize = 10;

fn law(adopted: Date, number: &str) -> ActId {
    ActId {
        adopted: Adopted(adopted),
        form: ActType::Law,
        issuer: Issuer::parliament(),
        number: number.into(),
    }
}

/// The amending act with this index: its identity.
fn amending(index: usize) -> ActId {
    let day = Date::constant(2001, 1, 1).saturating_add(jiff::Span::new().days(15 * index as i64));
    law(day, &format!("{}-VI", index + 1))
}

/// The articles that an act changes; numbers from 1.
fn touched(index: usize, articles: usize) -> impl Iterator<Item = usize> {
    (0..TOUCHED).map(move |turn| (index * 37 + turn * 101) % articles + 1)
}

fn consolidated(articles: usize, acts: usize) -> String {
    let mut notes: Vec<Vec<usize>> = vec![Vec::new(); articles + 1];
    for index in 0..acts {
        for article in touched(index, articles) {
            notes[article].push(index);
        }
    }
    let mut text = String::from("# Күнтізбе туралы\n\n");
    let _ = writeln!(text, "Қазақстан Республикасының 2000 жылғы 1 қаңтардағы № 1-II Заңы\n");
    for (article, notes) in notes.iter().enumerate().skip(1) {
        let _ = writeln!(text, "**{article}-бап. Мерзімнің {article}-тәртібі**\n");
        for point in 1..=3 {
            let _ =
                writeln!(text, "{point}. Орган {article} жағдайда мынадай тәртіпті белгілейді:\n");
            for item in 1..=2 {
                let end = if item == 2 { '.' } else { ';' };
                let _ =
                    writeln!(text, "{item}) {point} санаттағы {article} мерзімнің тәртібі{end}\n");
            }
        }
        if !notes.is_empty() {
            let list: Vec<String> = notes
                .iter()
                .map(|index| {
                    let act = amending(*index);
                    format!(
                        "{} № {} (алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн \
                         өткен соң қолданысқа енгізіледі)",
                        act.adopted.0.strftime("%d.%m.%Y"),
                        act.number
                    )
                })
                .collect();
            let _ = writeln!(
                text,
                "Ескерту. {article}-бапқа өзгерістер енгізілді - ҚР {} Заңдарымен.\n",
                list.join("; ")
            );
        }
    }
    text
}

fn orders(index: usize, articles: usize) -> String {
    let act = amending(index);
    let mut text = String::from(
        "# Заңға өзгерістер енгізу туралы\n\n1-бап. «Күнтізбе туралы» 2000 жылғы 1 қаңтардағы \
         Қазақстан Республикасының Заңына мынадай өзгерістер енгізілсін:\n\n",
    );
    for (number, article) in touched(index, articles).enumerate() {
        let (order, point) = (number + 1, number % 3 + 1);
        let _ = writeln!(
            text,
            "{order}) {article}-баптың {point}-тармағының 1) тармақшасы мынадай редакцияда жазылсын:\n\n\
             «1) {} актісі берген {article} мерзімнің тәртібі;»;\n",
            act.number
        );
    }
    let _ = writeln!(
        text,
        "2-бап. Осы Заң алғашқы ресми жарияланған күнінен кейін күнтізбелік он күн өткен соң \
         қолданысқа енгізіледі."
    );
    text
}

fn record(places: usize, acts: usize) -> ActRecord {
    let articles = places / UNITS_OF_AN_ARTICLE;
    let id = law(Date::constant(2000, 1, 1), "1-II");
    let text = consolidated(articles, acts);
    let tree = parse::parse(&Document::decode("consolidated", text.as_bytes()));
    let witness = Witness {
        role: Role::Consolidated,
        component: Address::whole(),
        notes: notes::read(&tree),
        tree: Arc::new(tree),
        retrieved: None,
        redaction: Default::default(),
    };
    let amenders = (0..acts).step_by(2).map(|index| {
        let own = amending(index);
        let text = orders(index, articles);
        let tree = parse::parse(&Document::decode(&format!("act {index}"), text.as_bytes()));
        let read = amend::read(&tree, &own);
        assert!(read.instructions.len() == TOUCHED, "{} orders read", read.instructions.len());
        let of_this = |mut order: nusqa::model::instruction::Instruction| {
            order.target_act = Some(id.clone());
            order
        };
        Amender {
            id: own,
            quoted_title: None,
            complete: read.instructions.iter().all(|order| order.read),
            orders: read.instructions.into_iter().map(of_this).collect(),
            cap: nusqa::model::certainty::Certainty::Certain,
            amended_by: Vec::new(),
        }
    });
    ActRecord {
        effect: EffectRule::Unstated,
        own: None,
        witnesses: vec![witness],
        amenders: amenders.collect(),
        calendar: Arc::new(Calendar::default()),
        id: id.clone(),
    }
}

fn growing(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("timeline");
    group.sample_size(10);
    let sizes = [(1_250, 125), (2_500, 250), (5_000, 125), (1_250, 500), (5_000, 500)];
    for (places, acts) in sizes {
        let record = record(places, acts);
        let timeline = weave(&record);
        assert!(timeline.places.len() >= places, "{} places", timeline.places.len());
        assert!(timeline.amended_by.len() == acts, "{} acts", timeline.amended_by.len());
        let name = BenchmarkId::new("weave", format!("{places} places, {acts} acts"));
        group.bench_function(name, |bencher| bencher.iter(|| black_box(weave(&record))));
    }
    group.finish();
}

criterion_group!(benches, growing);
criterion_main!(benches);
