//! The help texts of commands, arguments and options.

super::catalogue! {
    help_about() { kk: "а", ru: "б", en: "c" }
}
