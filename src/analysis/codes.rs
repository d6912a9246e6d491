//! The errors of a debate as a whole: what it says cannot be given a meaning.

use crate::diagnostic::code::codes;

codes! {
    /// Facts cannot all hold.
    INCONSISTENT_FACTS = "inconsistent-facts", Error;
    /// A rebuttal attacks what follows strictly from facts.
    ATTACK_ON_CERTAINTY = "attack-on-certainty", Error;
    /// A preference names what has no defeasible step to rank.
    UNRANKABLE = "unrankable", Error;
    /// A preference ranks a claim and its own support.
    SELF_RANKED = "self-ranked", Error;
    /// Preferences run in a circle.
    PREFERENCE_CIRCLE = "preference-circle", Error;
    /// A preference ranks a claim that has several supports, without saying which.
    BROAD_PREFERENCE = "broad-preference", Note;
}
