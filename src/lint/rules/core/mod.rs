//! The rules that always run: what every debate needs, whatever it is for.

pub mod accepted_and_denied;
pub mod bare_answer;
pub mod begged_question;
pub mod both_ways;
pub mod circular_support;
pub mod duplicate_relation;
pub mod duplicate_text;
pub mod failed_expectation;
pub mod idle_preference;
pub mod idle_retraction;
pub mod impossible_step;
pub mod inherited_words;
pub mod loose_claim;
pub mod outweighed_rebuttal;
pub mod own_rebuttal;
pub mod party_against_itself;
pub mod rebuttal_on_its_target;
pub mod self_attack;
pub mod several_answers;
pub mod unanswered_question;
pub mod unanswered_rebuttal;
pub mod unexplained_denial;
pub mod unused_party;
pub mod unused_source;
pub mod unused_term;
pub mod weakened_by_support;
