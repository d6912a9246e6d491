//! The rules of the pack `estimative`: words of likelihood and confidence, after Intelligence Community Directive 203 (2015).

pub mod contradicting_percentage;
pub mod differing_likelihood;
pub mod likelier_conclusion;
pub mod likelihood_with_confidence;
pub mod mixed_likelihood_words;
pub mod overconfident_claim;
pub mod unknown_likelihood;
