//! An act and a day → the FRBR identification of a document: work, expression, manifestation, by
//! the naming convention of Akoma Ntoso.

use super::branch::Printed;
use super::xml::Xml;
use crate::model::address::Step;
use crate::query::answer::ActInfo;
use crate::render::path;
use jiff::civil::Date;

/// What the documents of one expression are called.
pub struct Identification<'a> {
    /// The act.
    pub act: &'a ActInfo,
    /// What of it is told.
    pub moment: Moment,
}

/// What of an act a document tells.
#[derive(Clone, Copy, Debug)]
pub enum Moment {
    /// The act on a day.
    On {
        /// The day.
        date: Date,
        /// True where a version of the act begins or may begin on that day.
        begins: bool,
        /// The day since which the act has been known to be so on that day, where that is later.
        viewed: Option<Date>,
    },
    /// Every version, as far as the act is known on a day.
    Whole {
        /// That day.
        horizon: Date,
    },
}

impl Identification<'_> {
    /// The IRI of the expression: `/kaz@` names a version by its first day, `/kaz:` the state on
    /// a day between two such days; after a semicolon the day since which that is known. `/kaz`
    /// is the act in Kazakh, in all its versions.
    pub fn expression(&self) -> String {
        let work = self.act.id.iri();
        match self.moment {
            Moment::Whole { .. } => format!("{work}/kaz"),
            Moment::On { date, begins, viewed } => {
                let sign = if begins { '@' } else { ':' };
                let viewed = viewed.map(|day| format!(";{day}")).unwrap_or_default();
                format!("{work}/kaz{sign}{date}{viewed}")
            }
        }
    }

    /// The IRI of a component of the expression: of the document of an attachment with this eId,
    /// or of the main one.
    pub fn component(&self, attachment: Option<&str>) -> String {
        let name = attachment.map_or_else(|| "main".to_owned(), component);
        format!("{}/!{name}", self.expression())
    }

    /// Path of the file, with forward slashes: the IRI, with `@` in either case, since a colon
    /// cannot stand in file names everywhere, and without the day since which it is known.
    pub fn path(&self) -> String {
        let work = self.act.id.iri();
        let iri = match self.moment {
            Moment::Whole { .. } => format!("{work}/kaz"),
            Moment::On { date, .. } => format!("{work}/kaz@{date}"),
        };
        format!("{}.xml", path::of_iri(&iri))
    }

    /// Writes the metadata that every document of the act opens with; `attached` is the unit of
    /// an approved document or annex.
    pub fn write(&self, xml: &mut Xml, attached: Option<&Printed<'_>>) {
        xml.open("meta", vec![]);
        self.identify(xml, attached);
        xml.close("meta");
    }

    /// Writes the identification alone.
    pub fn identify(&self, xml: &mut Xml, attached: Option<&Printed<'_>>) {
        let work = self.act.id.iri();
        let expression = self.expression();
        let component = match attached {
            None => "main".to_owned(),
            Some(unit) => component(&unit.eid),
        };
        let author = if self.act.id.issuer.0.is_empty() { "#parliament" } else { "#issuer" };
        let adopted = self.act.id.adopted.to_string();
        let (date, dated_by) = match self.moment {
            Moment::On { date, .. } => (date.to_string(), "inForce"),
            Moment::Whole { horizon } => (horizon.to_string(), "horizon"),
        };
        let value = |xml: &mut Xml, name: &str, value: &str| {
            xml.leaf(name, vec![("value", value.into())]);
        };
        let dated = |xml: &mut Xml, day: &str, name: &'static str, author: &'static str| {
            xml.leaf("FRBRdate", vec![("date", day.into()), ("name", name.into())]);
            xml.leaf("FRBRauthor", vec![("href", author.into())]);
        };
        xml.open("identification", vec![("source", "#nusqa".into())]);

        xml.open("FRBRWork", vec![]);
        value(xml, "FRBRthis", &format!("{work}/!{component}"));
        value(xml, "FRBRuri", &work);
        if let (Some(title), None) = (&self.act.title, attached) {
            xml.leaf("FRBRalias", vec![("value", title.into()), ("name", "title".into())]);
        }
        dated(xml, &adopted, "adoption", author);
        value(xml, "FRBRcountry", "kz");
        value(xml, "FRBRsubtype", self.act.id.form.name());
        match attached.and_then(|unit| unit.address.last()) {
            None if !self.act.id.number.starts_with('~') => {
                value(xml, "FRBRnumber", &self.act.id.number);
            }
            Some(Step::Annex(Some(number))) => value(xml, "FRBRnumber", &number.to_string()),
            _ => {}
        }
        value(xml, "FRBRprescriptive", "true");
        value(xml, "FRBRauthoritative", "false");
        xml.close("FRBRWork");

        xml.open("FRBRExpression", vec![]);
        value(xml, "FRBRthis", &format!("{expression}/!{component}"));
        value(xml, "FRBRuri", &expression);
        dated(xml, &date, dated_by, "#nusqa");
        xml.leaf("FRBRlanguage", vec![("language", "kaz".into())]);
        xml.close("FRBRExpression");

        xml.open("FRBRManifestation", vec![]);
        value(xml, "FRBRthis", &format!("{expression}/!{component}.xml"));
        value(xml, "FRBRuri", &format!("{expression}.akn"));
        dated(xml, &date, dated_by, "#nusqa");
        value(xml, "FRBRformat", "application/akn+xml");
        xml.close("FRBRManifestation");

        xml.close("identification");
    }
}

/// The name of a component: `att_1__att_2` is `annex_1/annex_2`.
fn component(eid: &str) -> String {
    let names = eid.split("__").map(|step| step.replacen("att_", "annex_", 1));
    names.collect::<Vec<_>>().join("/")
}
