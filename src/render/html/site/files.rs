//! Everything a site tells → its files: name and content of each, the same bytes for the same
//! answers.

use super::act::{self, Setting};
use super::data::Beside;
use super::{
    ASSETS, Shelved, acts, audit, comparison, comparison_name, data, data_name, guide, search,
    strings, upcoming,
};
use crate::audit::finding::Finding;
use crate::model::act::ActId;
use crate::query::answer::ActInfo;
use crate::query::upcoming::Upcoming;
use crate::render::html::script_of;
use jiff::civil::Date;

/// What a site tells.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// Acts with pages of their own.
    pub shelf: &'a [Shelved],
    /// Acts that are only named.
    pub named: &'a [ActInfo],
    /// Changes to come, and the day after which they are.
    pub upcoming: &'a [Upcoming],
    /// That day.
    pub after: Date,
    /// Findings by act; `None` where nothing could be compared.
    pub audits: Option<&'a [(ActId, Vec<Finding>)]>,
}

/// The files, by name.
pub fn files(told: Told<'_>, setting: Setting<'_>) -> Vec<(String, String)> {
    let page_of = |act: &ActId| {
        let shelved = told.shelf.iter().find(|shelved| shelved.book.act.id == *act);
        shelved.map(|shelved| shelved.name.clone())
    };
    let address_of = |act: &ActId| page_of(act).map(|name| setting.links.page(&name));
    let html = |name: &str| format!("{name}.html");
    let mut files: Vec<(String, String)> =
        ASSETS.iter().map(|(name, content)| ((*name).to_owned(), (*content).to_owned())).collect();
    files.push(("strings.js".to_owned(), strings::script()));
    files.push((html("index"), acts::page(told.shelf, told.named, setting)));
    files.push((html("guide"), guide::page(setting)));
    let coming = upcoming::page(told.upcoming, told.after, &page_of, setting);
    files.push((html("upcoming"), coming));
    files.push((html("audit"), audit::page(told.audits, &page_of, setting)));
    files.push((html("search"), search::page(told.shelf, setting)));
    files.push((search::DATA.to_owned(), search::script(told.shelf, setting)));
    for shelved in told.shelf {
        let audits = told.audits.unwrap_or_default().iter();
        let own = audits.filter(|(act, _)| *act == shelved.book.act.id);
        let findings: Vec<Finding> = own.flat_map(|(_, found)| found.clone()).collect();
        let coming = told.upcoming.iter().filter(|change| change.act.id == shelved.book.act.id);
        let coming: Vec<Upcoming> = coming.cloned().collect();
        let beside = Beside {
            name: &shelved.name,
            findings: &findings,
            coming: &coming,
            page_of: &address_of,
            folder: setting.folder,
        };
        let data = data::data(&shelved.book, beside);
        let json = serde_json::to_string(&data).unwrap_or_default();
        files.push((data_name(&shelved.name), script_of("act", &json)));
        let compared = comparison::data(&shelved.book, &shelved.comparisons, beside);
        let json = serde_json::to_string(&compared).unwrap_or_default();
        files.push((comparison_name(&shelved.name), script_of("compared", &json)));
        files.push((html(&shelved.name), act::page(shelved, &coming, setting)));
    }
    files.sort();
    files
}
