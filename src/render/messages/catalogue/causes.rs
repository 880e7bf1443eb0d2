//! What the system says of a file that it refuses, in words.

super::catalogue! {
    String;

    cause_not_found() { kk: "табылмады", ru: "не найдено", en: "not found" }
    cause_permission_denied() { kk: "рұқсат жоқ", ru: "нет доступа", en: "permission denied" }
    cause_is_a_directory() { kk: "бұл – қалта", ru: "это папка", en: "it is a folder" }
    cause_not_a_directory() { kk: "бұл қалта емес", ru: "это не папка", en: "it is not a folder" }
    cause_read_only() {
        kk: "тек оқуға арналған дискі",
        ru: "диск доступен только для чтения",
        en: "the disk is read-only",
    }
    cause_full() { kk: "дискіде орын жоқ", ru: "на диске нет места", en: "the disk is full" }
}

use crate::render::messages::Lang;
use std::io;

/// The cause in words; a rare one keeps the system's own.
pub fn cause(error: &io::Error, lang: Lang) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => cause_not_found(lang),
        io::ErrorKind::PermissionDenied => cause_permission_denied(lang),
        io::ErrorKind::IsADirectory => cause_is_a_directory(lang),
        io::ErrorKind::NotADirectory => cause_not_a_directory(lang),
        io::ErrorKind::ReadOnlyFilesystem => cause_read_only(lang),
        io::ErrorKind::StorageFull => cause_full(lang),
        _ => error.to_string(),
    }
}
