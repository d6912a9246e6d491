//! The parts of a brief, one file each, in terms of the page that they share.
//!
//! Invariant: a part with nothing to say is empty, and its heading is left out.

pub mod acted;
pub mod acts;
pub mod altered;
pub mod annex;
pub mod answers;
pub mod assumptions;
pub mod becomes;
pub mod beside;
pub mod case;
pub mod changes;
pub mod cited;
pub mod details;
pub mod dissent;
pub mod dissenters;
pub mod expired;
pub mod failings;
pub mod fates;
pub mod further;
pub mod judgements;
pub mod limits;
pub mod method;
pub mod objections;
pub mod open;
pub mod opening;
pub mod outcome;
pub mod picture;
pub mod points;
pub mod quotations;
pub mod reasons;
pub mod references;
pub mod since;
pub mod since_short;
pub mod tally;
pub mod unanswered;
pub mod verdict;
pub mod voices;
