//! The rules that always run: what every debate needs, whatever it is for.

pub mod changed_source;
pub mod circular_support;
pub mod failed_expectation;
pub mod idle_preference;
pub mod idle_retraction;
pub mod inherited_words;
pub mod misquotation;
pub mod outweighed_rebuttal;
pub mod party_against_itself;
pub mod rebuttal_on_its_target;
pub mod several_answers;
pub mod stale_review;
pub mod unverified_quotation;
pub mod weakened_by_support;
pub mod wrong_locator;
