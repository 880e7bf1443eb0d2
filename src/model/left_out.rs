//! The files of a corpus that nobody could read → what they may have changed, and the reason that
//! tells so. A file that is not known may hold any order.

use super::certainty::Certainty;
use super::day::Adopted;
use super::reason::Reason;
use super::version::Version;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// How many files a reason names.
pub const NAMED: usize = 3;

/// What of a corpus could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// How many files or parts of files.
    pub count: usize,
    /// The first [`NAMED`] of them, by their paths inside the corpus.
    pub files: Vec<String>,
    /// The latest day on which one of them was adopted; `None` where that is not known of all.
    /// An act changes no act that is adopted after it.
    pub adopted_by: Option<Date>,
}

impl LeftOut {
    /// These files, each with the day of adoption of its act where that is known for certain.
    pub fn of(files: impl IntoIterator<Item = (String, Option<Date>)>) -> Self {
        let mut files: Vec<(String, Option<Date>)> = files.into_iter().collect();
        files.sort();
        let days: Option<Vec<Date>> = files.iter().map(|(_, adopted)| *adopted).collect();
        let count = files.len();
        let mut names: Vec<String> = files.into_iter().map(|(file, _)| file).collect();
        names.dedup();
        names.truncate(NAMED);
        LeftOut { count, files: names, adopted_by: days.and_then(|days| days.into_iter().max()) }
    }

    /// True where nothing is left out.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Why nothing that is said of an act is more than presumed; `None` where nothing that was left
    /// out can speak of it. On which days an unread order works is not known either, so that the
    /// day asked about makes no difference.
    pub fn doubt(&self, adopted: Adopted) -> Option<Reason> {
        let later = self.adopted_by.is_some_and(|latest| Adopted(latest) < adopted);
        let files = || self.files.clone();
        (!self.is_empty() && !later)
            .then(|| Reason::FilesUnread { count: self.count, files: files() })
    }
}

/// Takes a version for presumed at most, for this reason.
pub fn doubted(version: &mut Version, doubt: &Reason) {
    for grade in version.grades.iter_mut().filter(|grade| grade.certainty > Certainty::Unknown) {
        grade.certainty = grade.certainty.at_most(Certainty::Presumed);
        grade.reasons.push(doubt.clone());
    }
    if let Some(proof) = &mut version.proof {
        proof.doubts.push(doubt.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_unread_file_speaks_of_no_act_adopted_after_it() {
        let day = date(2021, 1, 18);
        let known = LeftOut::of([("a".to_owned(), Some(day)), ("b".to_owned(), None)]);
        assert!(known.doubt(Adopted(date(2030, 1, 1))).is_some());
        let known = LeftOut::of([("a".to_owned(), Some(day)), ("b".to_owned(), Some(day))]);
        assert!(known.doubt(Adopted(day)).is_some());
        assert!(known.doubt(Adopted(date(2021, 1, 19))).is_none());
        assert!(LeftOut::default().doubt(Adopted(day)).is_none());
    }
}
