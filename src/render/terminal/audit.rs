//! An audit for people: how far was looked, what became of the orders, and each finding with
//! both wordings, the words that differ marked.

use super::marked::marked;
use super::page::{Page, Value, Width};
use super::style;
use crate::audit::finding::{Account, Audit, Closing, Finding, FindingKind, Severity};
use crate::model::act::ActId;
use crate::render::citation::label;
use crate::render::messages::catalogue::audit as words;
use crate::render::messages::catalogue::pages;
use crate::render::messages::{Lang, act_names, phrases};

const INDENT: usize = 2;

/// How the page is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Drawing {
    /// Columns.
    pub width: Width,
    /// True to list every order with its closing.
    pub all: bool,
    /// True where colours are seen; else signs stand for them.
    pub styled: bool,
}

/// The page of these audits.
pub fn page(audits: &[(ActId, Audit)], drawing: Drawing, lang: Lang) -> String {
    let mut page = Page::new(drawing.width);
    for (place, (act, audit)) in audits.iter().enumerate() {
        if place > 0 {
            page.blank();
        }
        page.words(0, style::HEADING, &act_names::title_case(act, lang));
        texts(&mut page, audit, lang);
        orders(&mut page, audit, drawing.all, lang);
        let silent = audit.findings.is_empty() && audit.texts.is_empty();
        if silent {
            continue;
        }
        let summary = match audit.findings.len() {
            0 => words::audit_findings_none(lang),
            count => words::audit_findings(lang, count),
        };
        let colour = if audit.findings.is_empty() { style::GOOD } else { style::WARNING };
        page.words(0, colour, &summary);
        for finding in &audit.findings {
            page.blank();
            one(&mut page, finding, drawing.styled, lang);
        }
    }
    page.finish()
}

fn texts(page: &mut Page, audit: &Audit, lang: Lang) {
    if audit.texts.is_empty() {
        page.words(0, style::QUIET, &words::audit_no_texts(lang));
        return;
    }
    page.words(0, style::FIELD, &words::audit_texts(lang));
    for text in &audit.texts {
        page.words(INDENT, style::PLAIN, &text.file);
        let basis = match &text.before {
            Some(file) => words::audit_against(lang, file),
            None => words::audit_against_orders(lang),
        };
        let compared = words::audit_compared(lang, text.compared, text.units);
        page.words(2 * INDENT, style::QUIET, &format!("{compared}; {basis}"));
    }
}

fn orders(page: &mut Page, audit: &Audit, all: bool, lang: Lang) {
    if audit.orders.is_empty() {
        return;
    }
    page.words(0, style::FIELD, &words::audit_orders(lang));
    let mut by: Vec<&ActId> = audit.orders.iter().map(|account| &account.by).collect();
    by.sort();
    by.dedup();
    for act in by {
        let own: Vec<&Account> = audit.orders.iter().filter(|account| account.by == *act).collect();
        page.words(INDENT, style::PLAIN, &act_names::title_case(act, lang));
        for closing in Closing::ALL {
            let closed: Vec<&&Account> =
                own.iter().filter(|account| account.closing == *closing).collect();
            if closed.is_empty() {
                continue;
            }
            let count = words::audit_order_count(lang, closed.len());
            let name = words::closing(*closing, lang);
            page.words(2 * INDENT, colour(*closing), &format!("{name}: {count}"));
            if all {
                closed.iter().for_each(|account| listed(page, account, lang));
            }
        }
    }
    page.blank();
}

fn listed(page: &mut Page, account: &Account, lang: Lang) {
    let mut line = format!("{}  {}", account.address, phrases::place(&account.order));
    if let Some(obstacle) = account.obstacle {
        line.push_str(&format!("  {}", words::obstacle(obstacle, lang)));
    }
    if let Some(later) = &account.superseded_by {
        line.push_str(&format!("  {}", act_names::title_case(later, lang)));
    }
    page.words(3 * INDENT, style::QUIET, &line);
}

fn colour(closing: Closing) -> anstyle::Style {
    match closing {
        Closing::Identical => style::GOOD,
        Closing::Differs | Closing::NotCarriedOut => style::FAULT,
        Closing::LeftBehind => style::WARNING,
        Closing::Superseded | Closing::NotCheckable => style::PLAIN,
    }
}

fn one(page: &mut Page, finding: &Finding, styled: bool, lang: Lang) {
    let weight = match finding.severity {
        Severity::High => style::FAULT,
        Severity::Medium => style::WARNING,
        Severity::Low => style::QUIET,
    };
    let severity = words::severity(finding.severity, lang);
    let cause = words::cause(finding.cause, lang);
    let place = match finding.address.is_whole() {
        true => pages::whole_act(lang),
        false => label(&finding.address),
    };
    page.line(&[
        (style::FIELD, &place),
        (style::QUIET, &format!("  {}  ", finding.address)),
        (weight, &severity),
        (style::QUIET, &format!(" · {cause}")),
    ]);
    page.words(INDENT, style::PLAIN, &words::sentence(finding, lang));
    if let Some(by) = &finding.by {
        page.words(INDENT, style::QUIET, &act_names::title_case(by, lang));
    }
    if finding.words.is_empty() {
        sides(page, finding, lang);
    } else {
        difference(page, finding, styled);
    }
    for source in &finding.sources {
        let kind = words::source(source.kind, lang);
        page.words(INDENT, style::QUIET, &format!("{} ({kind})", phrases::place(&source.span)));
    }
}

fn sides(page: &mut Page, finding: &Finding, lang: Lang) {
    let (expected, found) = words::sides(finding.kind, lang);
    let named = [(expected, &finding.expected), (found, &finding.found)];
    let column = named.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0) + 2 * INDENT;
    for (name, side) in &named {
        let Some(side) = side else { continue };
        let side = match finding.kind {
            FindingKind::EffectDayDiffers => words::effect_named(side, lang),
            _ => side.clone(),
        };
        page.field(column, &format!("  {name}"), &[Value::Quote(side)]);
    }
}

fn difference(page: &mut Page, finding: &Finding, styled: bool) {
    page.runs(INDENT, &marked(&finding.words, styled));
}
