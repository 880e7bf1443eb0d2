//! The names by which an exported repository is read back: keys of trailers, and marks in files.

/// The trailer that tells who wrote a commit; its value begins with the program's name.
pub const GENERATOR: &str = "Generator";
/// What days the commits speak of: `adopted` or `in_force`.
pub const AXIS: &str = "Axis";
/// The true day of a commit of before 1970.
pub const TRUE_DATE: &str = "True-Date";
/// IRI of an act that works on the day.
pub const ACT: &str = "Act";
/// Its number as registered.
pub const NUMBER: &str = "Number";
/// Its day of adoption.
pub const ADOPTED: &str = "Adopted";
/// A day or window in which its changes take effect.
pub const IN_FORCE: &str = "In-Force";
/// IRI of an act whose file the commit changes; what follows is of it.
pub const DOCUMENT: &str = "Document";
/// Its number as registered.
pub const DOCUMENT_NUMBER: &str = "Document-Number";
/// Its file.
pub const FILE: &str = "File";
/// The weakest certainty of its words.
pub const CERTAINTY: &str = "Certainty";
/// Places whose words are not known, parted by [`BETWEEN`].
pub const GAPS: &str = "Gaps";
/// Places that cannot be found by reading the file alone.
pub const UNREAD: &str = "Unread";
/// Lines of the corpus that tell of it.
pub const EVIDENCE: &str = "Evidence";
/// What parts addresses in a trailer.
pub const BETWEEN: &str = "; ";

/// How a line begins that stands where words are not known; the address follows in backticks.
pub const GAP_LINE: &str = "> […] `";
/// Around the address of a document of the act: a comment, so that a page shows the law alone.
pub const PART: (&str, &str) = ("<!-- ", " -->");
