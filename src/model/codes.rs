//! The mistakes that show when names are resolved.

use crate::diagnostic::code::codes;

codes! {
    /// A name is used that nothing declares.
    UNKNOWN_NAME = "unknown-name", Error;
    /// Two statements declare the same name.
    DUPLICATE_NAME = "duplicate-name", Error;
    /// A name is used for what it is not.
    WRONG_KIND = "wrong-kind", Error;
    /// An attack is aimed at what cannot be attacked in that way.
    WRONG_TARGET = "wrong-target", Error;
    /// A rebuttal attacks a fact.
    ATTACK_ON_FACT = "attack-on-fact", Error;
    /// An undercut attacks a strict step.
    ATTACK_ON_STRICT_STEP = "attack-on-strict-step", Error;
    /// A bare statement names a speaker.
    BARE_SPEAKER = "bare-speaker", Error;
    /// An attribute that describes a text stands where there is none.
    NO_TEXT_TO_DESCRIBE = "no-text-to-describe", Error;
    /// The value of an attribute does not have the shape it must have.
    BAD_VALUE = "bad-value", Error;
    /// A citation cannot be read.
    BROKEN_CITATION = "broken-citation", Error;
    /// The default of a question is not one of its answers.
    FOREIGN_DEFAULT = "foreign-default", Error;

    /// A file cannot be read.
    UNREADABLE_FILE = "unreadable-file", Error;
    /// A file is not valid UTF-8.
    INVALID_UTF8 = "invalid-utf8", Error;
    /// A file that is used does not exist.
    MISSING_FILE = "missing-file", Error;
    /// A file lies outside the root of the project.
    OUTSIDE_ROOT = "outside-root", Error;
    /// Files use each other in a circle.
    USE_CIRCLE = "use-circle", Error;
    /// Two files are used under the same name.
    DUPLICATE_USE = "duplicate-use", Error;
    /// A key of a bibliography is no name, so nothing can cite its entry.
    UNUSABLE_KEY = "unusable-key", Note;
    /// A file holds no statement; one that holds nothing at all is an error.
    EMPTY_FILE = "empty-file", Warning;
}
