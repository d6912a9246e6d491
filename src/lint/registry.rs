//! All rules, by name.

use crate::{
    config::pack::Pack,
    diagnostic::problem::Diagnostic,
    lint::{
        rule::{Context, Rule},
        rules::{
            core::{
                changed_source, circular_support, failed_expectation, idle_preference, idle_retraction, inherited_words, misquotation,
                outweighed_rebuttal, party_against_itself, rebuttal_on_its_target, several_answers, stale_review, unverified_quotation,
                weakened_by_support, wrong_locator,
            },
            sourcing::{undated_source, unkept_source},
        },
    },
};

/// Every rule, sorted by the name of its code.
pub static RULES: &[&Rule] = &[
    &changed_source::RULE,
    &circular_support::RULE,
    &failed_expectation::RULE,
    &idle_preference::RULE,
    &idle_retraction::RULE,
    &inherited_words::RULE,
    &misquotation::RULE,
    &outweighed_rebuttal::RULE,
    &party_against_itself::RULE,
    &rebuttal_on_its_target::RULE,
    &several_answers::RULE,
    &stale_review::RULE,
    &undated_source::RULE,
    &unkept_source::RULE,
    &unverified_quotation::RULE,
    &weakened_by_support::RULE,
    &wrong_locator::RULE,
];

/// Runs the rules of the core and of the packs that are `chosen` besides.
pub fn check(context: &Context<'_>, chosen: &[Pack], out: &mut Vec<Diagnostic>) {
    for rule in RULES.iter().filter(|rule| rule.pack.is_on(chosen)) {
        (rule.check)(context, out);
    }
}
