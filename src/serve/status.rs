//! The code of a message → the status of the response that carries it.

use crate::render::messages::catalogue::usage;
use axum::http::StatusCode;

/// Not found: understood, and there is no such thing.
const ABSENT: &[&str] = &[
    "unknown_act",
    "unknown_address",
    "address_before_the_first",
    "address_after_the_last",
    "address_not_printed",
    "act_without_text",
    "unknown_witness",
    "unknown_path",
];

/// Well formed, and the values cannot be used: they are no day or no place, or fit several things.
const UNUSABLE: &[&str] = &[
    "address_not_understood",
    "ambiguous_act",
    "ambiguous_address",
    "several_texts",
    "iri_not_understood",
    "act_alone",
    "date_not_understood",
    "date_no_such_month",
    "date_no_such_day",
    "period_reversed",
    "too_many_hits",
];

/// Passing: the same question may be answered later.
const LATER: &[&str] = &["index_missing", "file_changed", "too_busy", "took_too_long"];

/// The status of a message. What is wrong with the parameters is 400, and what is wrong with the
/// server's own files 500.
pub fn status(code: &str) -> StatusCode {
    match code {
        "method_not_allowed" => StatusCode::METHOD_NOT_ALLOWED,
        "body_not_wanted" => StatusCode::PAYLOAD_TOO_LARGE,
        "request_too_long" => StatusCode::URI_TOO_LONG,
        "encoding_not_understood" => StatusCode::BAD_REQUEST,
        "host_not_served" => StatusCode::MISDIRECTED_REQUEST,
        code if ABSENT.contains(&code) => StatusCode::NOT_FOUND,
        code if UNUSABLE.contains(&code) => StatusCode::UNPROCESSABLE_ENTITY,
        code if LATER.contains(&code) => StatusCode::SERVICE_UNAVAILABLE,
        code if usage::ENTRIES.iter().any(|entry| entry.code == code) => StatusCode::BAD_REQUEST,
        _ => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::messages::catalogue::{errors, serving};

    #[test]
    fn every_code_of_the_lists_is_one_of_the_catalogue() {
        let parts = [errors::ENTRIES, usage::ENTRIES, serving::ENTRIES];
        for code in ABSENT.iter().chain(UNUSABLE).chain(LATER) {
            assert!(parts.iter().any(|part| part.iter().any(|e| e.code == *code)), "{code}");
        }
    }
}
