//! All rules, by name.

use crate::{
    config::pack::Pack,
    diagnostic::{code::Code, problem::Diagnostic},
    lint::{
        rule::{Context, Rule},
        rules::{
            core::{
                accepted_and_denied, bare_answer, begged_question, both_ways, changed_source, circular_support, distorting_elision,
                duplicate_party, duplicate_relation, duplicate_source, duplicate_text, failed_expectation, idle_preference,
                idle_retraction, impossible_step, inherited_words, loose_claim, misquotation, outweighed_rebuttal, own_rebuttal,
                party_against_itself, rebuttal_on_its_target, self_attack, several_answers, stale_review, unanswered_question,
                unanswered_rebuttal, unexplained_denial, unused_party, unused_source, unused_term, unverified_quotation,
                weakened_by_support, wrong_locator,
            },
            estimative::{
                contradicting_percentage, differing_likelihood, likelier_conclusion, likelihood_with_confidence, mixed_likelihood_words,
                overconfident_claim, unknown_likelihood,
            },
            fairness::{one_sided_sourcing, unheard_side, weaker_wording},
            schemes::{missing_role, open_critical_question, unknown_critical_question, unknown_role, unknown_scheme},
            sourcing::{
                anonymous_source, cut_quotation, expired_claim, late_source, shared_origin, unaccessed_source, undated_source,
                unkept_source, unsourced_claim,
            },
            style::{overlong_text, several_claims, shifting_term, skipped_heading, undefined_term},
        },
    },
    threads::Threads,
};

/// Every rule, sorted by the name of its code.
pub static RULES: &[&Rule] = &[
    &accepted_and_denied::RULE,
    &anonymous_source::RULE,
    &bare_answer::RULE,
    &begged_question::RULE,
    &both_ways::RULE,
    &changed_source::RULE,
    &circular_support::RULE,
    &contradicting_percentage::RULE,
    &cut_quotation::RULE,
    &differing_likelihood::RULE,
    &distorting_elision::RULE,
    &duplicate_party::RULE,
    &duplicate_relation::RULE,
    &duplicate_source::RULE,
    &duplicate_text::RULE,
    &expired_claim::RULE,
    &failed_expectation::RULE,
    &idle_preference::RULE,
    &idle_retraction::RULE,
    &impossible_step::RULE,
    &inherited_words::RULE,
    &late_source::RULE,
    &likelier_conclusion::RULE,
    &likelihood_with_confidence::RULE,
    &loose_claim::RULE,
    &misquotation::RULE,
    &missing_role::RULE,
    &mixed_likelihood_words::RULE,
    &one_sided_sourcing::RULE,
    &open_critical_question::RULE,
    &outweighed_rebuttal::RULE,
    &overconfident_claim::RULE,
    &overlong_text::RULE,
    &own_rebuttal::RULE,
    &party_against_itself::RULE,
    &rebuttal_on_its_target::RULE,
    &self_attack::RULE,
    &several_answers::RULE,
    &several_claims::RULE,
    &shared_origin::RULE,
    &shifting_term::RULE,
    &skipped_heading::RULE,
    &stale_review::RULE,
    &unaccessed_source::RULE,
    &unanswered_question::RULE,
    &unanswered_rebuttal::RULE,
    &undated_source::RULE,
    &undefined_term::RULE,
    &unexplained_denial::RULE,
    &unheard_side::RULE,
    &unkept_source::RULE,
    &unknown_critical_question::RULE,
    &unknown_likelihood::RULE,
    &unknown_role::RULE,
    &unknown_scheme::RULE,
    &unsourced_claim::RULE,
    &unused_party::RULE,
    &unused_source::RULE,
    &unused_term::RULE,
    &unverified_quotation::RULE,
    &weakened_by_support::RULE,
    &weaker_wording::RULE,
    &wrong_locator::RULE,
];

/// The codes of rules that look at what the main file declares and at nothing that it brings in.
pub static OF_THE_MAIN_FILE: [&Code; 3] = [&unused_party::CODE, &unused_source::CODE, &unused_term::CODE];

/// The codes of rules that hold the debate against the files of its sources, and find nothing where these cannot be read.
pub static OF_SOURCE_TEXTS: [&Code; 6] = [
    &changed_source::CODE,
    &cut_quotation::CODE,
    &distorting_elision::CODE,
    &misquotation::CODE,
    &stale_review::CODE,
    &wrong_locator::CODE,
];

/// The code of the rule that finds something only where these cannot be read.
pub static OF_MISSING_TEXTS: &Code = &unverified_quotation::CODE;

/// What the rules of the core find, and of the packs that are `chosen` besides, rule by rule.
pub fn check(context: &Context<'_>, chosen: &[Pack], threads: Threads) -> Vec<Diagnostic> {
    let rules: Vec<&Rule> = RULES.iter().filter(|rule| rule.pack.is_on(chosen)).copied().collect();
    let found = threads.map(&rules, |rule| {
        let mut found = Vec::new();
        (rule.check)(context, &mut found);
        found
    });
    found.into_iter().flatten().collect()
}
