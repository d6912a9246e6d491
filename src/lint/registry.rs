//! All rules, by name.

use crate::{
    config::pack::Pack,
    diagnostic::problem::Diagnostic,
    lint::{
        rule::{Context, Rule},
        rules::{
            core::{
                circular_support, failed_expectation, idle_preference, idle_retraction, inherited_words, outweighed_rebuttal,
                party_against_itself, rebuttal_on_its_target, several_answers, weakened_by_support,
            },
            sourcing::undated_source,
        },
    },
};

/// Every rule, sorted by the name of its code.
pub static RULES: &[&Rule] = &[
    &circular_support::RULE,
    &failed_expectation::RULE,
    &idle_preference::RULE,
    &idle_retraction::RULE,
    &inherited_words::RULE,
    &outweighed_rebuttal::RULE,
    &party_against_itself::RULE,
    &rebuttal_on_its_target::RULE,
    &several_answers::RULE,
    &undated_source::RULE,
    &weakened_by_support::RULE,
];

/// Runs the rules of the core and of the packs that are `chosen` besides.
pub fn check(context: &Context<'_>, chosen: &[Pack], out: &mut Vec<Diagnostic>) {
    for rule in RULES.iter().filter(|rule| rule.pack.is_on(chosen)) {
        (rule.check)(context, out);
    }
}
