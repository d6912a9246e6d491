//! What a rule is, and what it may look at.

use crate::{
    analysis::{circles::Circle, commitments::Store, evaluate::Analysis, quotations::Quotation},
    config::pack::Pack,
    diagnostic::{code::Code, problem::Diagnostic},
    model::{debate::Debate, documents::Documents},
};

/// All that a rule may look at.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The debate.
    pub debate: &'a Debate,
    /// What stands, and why.
    pub analysis: &'a Analysis,
    /// The circles of support.
    pub circles: &'a [Circle],
    /// What each party holds.
    pub stores: &'a [Store],
    /// The files of the sources.
    pub documents: &'a Documents,
    /// The quotations, held against them.
    pub quotations: &'a [Quotation],
}

/// A rule: a code and the function that finds it.
#[derive(Debug)]
pub struct Rule {
    /// The code of all that it finds.
    pub code: &'static Code,
    /// The pack with which it is switched on.
    pub pack: Pack,
    /// Finds it; near linear in the debate.
    pub check: fn(&Context<'_>, &mut Vec<Diagnostic>),
}
