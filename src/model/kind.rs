//! The kinds of unit: a closed list with the English names that users see in JSON.
//! Akoma Ntoso names live in its exporter only.

use super::named::named;
use std::fmt;

named! {
    /// What a unit of an act is.
    Kind {
        /// The whole act or one document of it: the root that has no printed line of its own.
        Act = "act",
        /// Title of the act or of an approved document.
        Title = "title",
        /// The line with form, date and number of the act (реквизит).
        ActIdentity = "act_identity",
        /// Preamble or enacting words (кіріспе).
        Preamble = "preamble",
        /// бөлім (in a code also the outermost бөлік).
        Part = "part",
        /// кіші бөлім.
        Subpart = "subpart",
        /// тарау.
        Chapter = "chapter",
        /// параграф.
        Section = "section",
        /// бап.
        Article = "article",
        /// тармақ; in a code the numbered бөлік of an article.
        Paragraph = "paragraph",
        /// тармақша.
        Subparagraph = "subparagraph",
        /// Unnumbered бөлік or абзац.
        Text = "text",
        /// қосымша, or a document that the act approves.
        Annex = "annex",
        /// Approval mark ("… қаулысымен бекітілген").
        Stamp = "stamp",
        /// қолтаңба.
        Signature = "signature",
        /// Form to be filled in.
        Form = "form",
        /// Addressee of a form.
        Addressee = "addressee",
        /// A table with its head.
        Table = "table",
        /// The line of column numbers under the head of a table.
        ColumnNumbers = "column_numbers",
        /// Group line of a table.
        TableGroup = "table_group",
        /// Row of a table.
        Row = "row",
        /// Footnote of a table.
        Footnote = "footnote",
        /// The list of abbreviations below a table.
        Abbreviations = "abbreviations",
        /// One entry of such a list.
        Abbreviation = "abbreviation",
        /// Table of contents.
        Contents = "contents",
        /// Editorial note: «Ескерту.», «ЗҚАИ-ның ескертпесі!».
        Note = "note",
        /// Editorial line that is no part of the act: site footer, user notice.
        Editorial = "editorial",
        /// In an amending act: the line that names or narrows the target ("6-тармақта:").
        Context = "context",
        /// In an amending act: an order.
        Instruction = "instruction",
        /// In an amending act: a paragraph of new text.
        Quoted = "quoted",
        /// What the parser could not read; it stays in the tree so that no line is lost.
        Unread = "unread",
    }
}

impl Kind {
    /// True for headings that group articles or points without standing in their address:
    /// numbering of articles and of points runs on through them.
    pub fn is_grouping(self) -> bool {
        matches!(self, Kind::Part | Kind::Subpart | Kind::Chapter | Kind::Section)
    }

    /// True for what an amending act says of its orders.
    pub fn is_amending(self) -> bool {
        matches!(self, Kind::Context | Kind::Instruction | Kind::Quoted)
    }

    /// True for what the publisher added and the lawmaker never wrote.
    pub fn is_editorial(self) -> bool {
        matches!(self, Kind::Note | Kind::Editorial)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
