//! The keys of attributes and the shape of their values.

use crate::syntax::keyword::words;

words! {
    /// The key of an attribute.
    Key {
        /// A source, a place in it, words of it.
        Cite = "cite",
        /// When it was said, done or published.
        Date = "date",
        /// How likely a claim is said to be.
        Likelihood = "likelihood",
        /// How sure its speaker is.
        Confidence = "confidence",
        /// A base strength for the gradual layer.
        Weight = "weight",
        /// The last day on which a claim is good.
        ValidUntil = "valid-until",
        /// Words to find a claim by.
        Tags = "tags",
        /// A remark for the reader: a footnote of the brief, no part of the argument.
        Note = "note",
        /// The argumentation scheme of a step.
        Scheme = "scheme",
        /// On a support: the critical questions it answers itself. On a question: how many answers it wants.
        Answers = "answers",
        /// Critical questions set aside, with the reason.
        Waive = "waive",
        /// The stamp of a review.
        Reviewed = "reviewed",
        /// Who wrote a source.
        Author = "author",
        /// What a source appeared in.
        In = "in",
        /// Who published a source.
        Publisher = "publisher",
        /// Where a source is on the web.
        Url = "url",
        /// Where the text of a source is in the project.
        File = "file",
        /// When a source on the web was read.
        Accessed = "accessed",
        /// The fingerprint of the text of a source.
        Sha256 = "sha256",
        /// The grade of a source.
        Reliability = "reliability",
        /// The source that a source rests on.
        Origin = "origin",
        /// Who a party is. On a premise: the parts of the scheme that it plays.
        Role = "role",
        /// On which side of the debate a party stands.
        Side = "side",
        /// The answer of a question when no answer alone stands.
        Default = "default",
    }
}

impl Key {
    /// The shape of the value, in the notation of the grammar.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Cite => "SOURCE [\", \" LOCATOR] [\", \" QUOTATION]",
            Self::Date | Self::ValidUntil | Self::Accessed => "YYYY[-MM[-DD]]",
            Self::Likelihood => {
                "almost no chance | remote | very unlikely | highly improbable | unlikely | improbable | roughly even chance | \
                 roughly even odds | likely | probable | very likely | highly probable | almost certain | nearly certain"
            }
            Self::Confidence => "low | moderate | high",
            Self::Weight => "number from 0 to 1",
            Self::Tags => "WORD {\", \" WORD}",
            Self::Answers => "on a question: one | any; on a step: NAME {\", \" NAME}",
            Self::Waive => "NAME {\", \" NAME} \": \" REASON",
            Self::Reviewed => "DATE \", \" FINGERPRINT",
            Self::Scheme => "NAME",
            Self::Sha256 => "64 hexadecimal digits",
            Self::Reliability => "A | B | C | D | E | F, then optionally 1 to 6",
            Self::Origin => "SOURCE",
            Self::Default => "NAME of an answer",
            Self::Note | Self::Author | Self::In | Self::Publisher | Self::Side => "TEXT",
            Self::Role => "on a party: TEXT; on a premise: NAME {\", \" NAME}",
            Self::Url => "http or https address",
            Self::File => "PATH",
        }
    }
}

/// Words that people write for a key.
const MEANT: &[(&str, Key)] = &[
    ("by", Key::Author),
    ("journal", Key::In),
    ("link", Key::Url),
    ("press", Key::Publisher),
    ("website", Key::Url),
    ("writer", Key::Author),
    ("year", Key::Date),
];

impl Key {
    /// The key that people mean by a word which is none.
    pub fn find_meant(word: &str) -> Option<Self> {
        MEANT.iter().find(|(w, _)| *w == word).map(|(_, key)| *key)
    }
}
