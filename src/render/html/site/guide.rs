//! What the signs, the days, the links and the keys of the pages mean → a page of its own.

use super::act::Setting;
use super::reading::sign;
use crate::model::certainty::Certainty;
use crate::render::html::{Frame, Here, in_all, tongue};
use crate::render::messages::catalogue::{site as say, states};
use maud::html;

/// The page.
pub fn page(setting: Setting<'_>) -> String {
    let lang = setting.lang;
    let states = [
        ("✕", "gone", "site_state_gone"),
        ("‖", "suspended", "site_state_suspended"),
        ("≷", "open", "site_state_open"),
        ("⚑", "flagged", "site_findings_here"),
        ("⏳", "turns", "site_coming_place"),
    ];
    let main = html! {
        header.act { h1 { (tongue("site_guide", lang)) } }
        section.entry {
            h2 { (tongue("site_guide_signs", lang)) }
            dl.signs {
                @for certainty in Certainty::ALL.iter().rev() {
                    dt class={ "c-" (certainty.name()) } {
                        span.sign aria-hidden="true" { (sign(*certainty)) } " "
                        (in_all(|lang| states::certainty(*certainty, lang)))
                    }
                    dd { (in_all(|lang| states::meaning(*certainty, lang))) }
                }
                @for (sign, name, code) in states {
                    dt class={ "s-" (name) } { span.sign aria-hidden="true" { (sign) } " "
                        (tongue(code, lang)) }
                }
            }
        }
        section.entry {
            h2 { (tongue("site_guide_days", lang)) }
            p { (tongue("site_guide_days_text", lang)) }
        }
        section.entry {
            h2 { (tongue("site_guide_links", lang)) }
            p { (tongue("site_guide_links_text", lang)) }
            ul {
                @for (address, day) in [("8", Some("2022-01-01")), ("7-бап/11)", None),
                    ("", Some("2021-01-01..2022-01-01"))] {
                    li { code { (setting.links.place("832", address, day)) } }
                }
            }
        }
        section.entry {
            h2 { (tongue("site_guide_keys", lang)) }
            p { (tongue("site_guide_keys_text", lang)) }
        }
    };
    let frame = Frame {
        lang,
        links: setting.links,
        title: format!("{} – {}", say::site_guide(lang), say::site_name(lang)),
        here: Here::Guide,
        act: None,
        corpus: setting.corpus,
        scripts: Vec::new(),
    };
    frame.around(&main)
}
