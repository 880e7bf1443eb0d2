//! Why a redaction was not imported → a code for programs and a question for people.

use crate::corpus::imported::Question;
use crate::render::messages::Lang;
use crate::render::messages::catalogue::{Message, importing};
use crate::source::history::{Fault, MAX_BLOB};
use jiff::civil::Date;

/// Why a redaction was not imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// What stands in the repository is not read.
    Fault(Fault),
    /// Something only the user can tell.
    Question(Question),
    /// The act stands in a folder of the corpus that somebody else wrote or changed.
    FolderOfOthers(String),
    /// A file that this command did not write is in the way.
    FileOfOthers(String),
    /// The redaction of this date is there, in this file, with other words.
    OtherWords(Date, String),
    /// The corpus cannot be written to.
    Unwritable(String),
}

impl Refused {
    /// Code and words.
    pub fn words(&self, lang: Lang) -> (String, String) {
        let message: Message = match self {
            Refused::Fault(fault) => match fault {
                Fault::Link => importing::import_link(lang),
                Fault::Submodule => importing::import_submodule(lang),
                Fault::Name => importing::import_name(lang),
                Fault::Huge(size) => {
                    importing::import_huge(lang, size.to_string(), MAX_BLOB.to_string())
                }
                Fault::NotUtf8 => importing::import_not_utf8(lang),
                Fault::Damaged(_) => importing::import_damaged(lang),
                Fault::Deep => importing::import_deep(lang),
            },
            Refused::Question(question) => match question {
                Question::NoYaml(line) => importing::import_no_yaml(lang, *line),
                Question::NoText => importing::import_no_text(lang),
                Question::Missing(key) => importing::import_missing(lang, *key),
                Question::NotUnderstood(key, words) => {
                    importing::import_not_understood(lang, *key, words.as_str())
                }
                Question::NoDate => importing::import_no_date(lang),
                Question::BeforeAdoption(state, adopted) => {
                    importing::import_before_adoption(lang, state.to_string(), adopted.to_string())
                }
                Question::DaysOfEffect => importing::import_days_of_effect(lang),
            },
            Refused::FolderOfOthers(folder) => {
                importing::import_folder_of_others(lang, folder.as_str())
            }
            Refused::FileOfOthers(file) => importing::import_file_of_others(lang, file.as_str()),
            Refused::OtherWords(state, file) => {
                importing::import_other_words(lang, state.to_string(), file.as_str())
            }
            Refused::Unwritable(path) => importing::import_unwritable(lang, path.as_str()),
        };
        (message.code.to_owned(), message.words)
    }
}
