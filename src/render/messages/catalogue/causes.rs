//! What the system, or a library that reads files, says of what it refuses, in our words.

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
    cause_address_taken() {
        kk: "мекенжай бос емес",
        ru: "адрес уже занят",
        en: "the address is already in use",
    }
    cause_address_elsewhere() {
        kk: "бұл компьютерде ондай мекенжай жоқ",
        ru: "у этого компьютера нет такого адреса",
        en: "this computer has no such address",
    }
    cause_exists() { kk: "ол бұрыннан бар", ru: "уже существует", en: "it exists already" }
    cause_name_too_long() {
        kk: "атауы жүйе үшін жарамсыз",
        ru: "имя не подходит для системы",
        en: "the system cannot have such a name",
    }
    cause_not_text() {
        kk: "бұл UTF-8 мәтіні емес",
        ru: "это не текст UTF-8",
        en: "it is not UTF-8 text",
    }
    cause_system(code) {
        kk: "жүйе қатесі, коды {code}",
        ru: "ошибка системы с кодом {code}",
        en: "a fault of the system, code {code}",
    }
    cause_unnamed() {
        kk: "себебі белгісіз",
        ru: "причина неизвестна",
        en: "the cause is not known",
    }
    cause_content() {
        kk: "мазмұны күткендей емес",
        ru: "содержимое не такое, как ожидалось",
        en: "its content is not as expected",
    }
    cause_toml_missing(key) {
        kk: "`{key}` кілті жетіспейді",
        ru: "не хватает ключа `{key}`",
        en: "the key `{key}` is missing",
    }
    cause_toml_twice() {
        kk: "кілт екі рет берілген",
        ru: "ключ указан дважды",
        en: "a key stands twice",
    }
    cause_toml_variant(value, possible) {
        kk: "`{value}` мәні жарамайды; мүмкін мәндер: {possible}",
        ru: "значение `{value}` не подходит; возможные значения: {possible}",
        en: "`{value}` is no value here; possible values: {possible}",
    }
    cause_toml_type() {
        kk: "мәннің түрі басқа болуы керек",
        ru: "значение должно быть другого вида",
        en: "the value should be of another kind",
    }
    cause_toml_syntax() {
        kk: "бұл жол TOML ретінде оқылмайды",
        ru: "эта строка не читается как TOML",
        en: "this line cannot be read as TOML",
    }
    cause_full() { kk: "дискіде орын жоқ", ru: "на диске нет места", en: "the disk is full" }
}

use crate::render::messages::Lang;
use std::io;

/// The cause in words; of a rare one the system's code, by which it can be looked up.
pub fn cause(error: &io::Error, lang: Lang) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => cause_not_found(lang),
        io::ErrorKind::PermissionDenied => cause_permission_denied(lang),
        io::ErrorKind::IsADirectory => cause_is_a_directory(lang),
        io::ErrorKind::NotADirectory => cause_not_a_directory(lang),
        io::ErrorKind::ReadOnlyFilesystem => cause_read_only(lang),
        io::ErrorKind::StorageFull => cause_full(lang),
        io::ErrorKind::AddrInUse => cause_address_taken(lang),
        io::ErrorKind::AddrNotAvailable => cause_address_elsewhere(lang),
        io::ErrorKind::AlreadyExists => cause_exists(lang),
        io::ErrorKind::InvalidFilename | io::ErrorKind::InvalidInput => cause_name_too_long(lang),
        io::ErrorKind::InvalidData => cause_not_text(lang),
        _ => match error.raw_os_error() {
            Some(code) => cause_system(lang, code.to_string()),
            None => cause_unnamed(lang),
        },
    }
}

/// What a library says in English of content that it cannot read: its own words for readers of
/// English, and that it is so for others.
pub fn cause_in_content(words: &str, lang: Lang) -> String {
    if lang == Lang::En { words.to_owned() } else { cause_content(lang) }
}

/// What the reader of TOML says of a card.
pub fn cause_in_toml(words: &str, lang: Lang) -> String {
    let mut quoted = words.split('`').skip(1).step_by(2);
    let first = quoted.next().unwrap_or_default();
    if words.starts_with("missing field") {
        cause_toml_missing(lang, first)
    } else if words.starts_with("duplicate key") {
        cause_toml_twice(lang)
    } else if words.starts_with("unknown variant") {
        cause_toml_variant(lang, first, quoted.collect::<Vec<_>>().join(", "))
    } else if words.starts_with("invalid type") {
        cause_toml_type(lang)
    } else if lang == Lang::En {
        words.to_owned()
    } else {
        cause_toml_syntax(lang)
    }
}
