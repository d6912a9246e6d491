//! Schemes that apply a word or a rule.

use crate::scheme::definition::{
    Burden::{Assumption, Exception, Premise},
    Reply::{Rebut, Undercut, Undermine},
    Scheme, WALTON, question, role,
};

/// The schemes of this family.
pub static ALL: &[Scheme] = &[
    Scheme {
        id: "verbal-classification",
        name: "argument from verbal classification",
        after: WALTON,
        roles: &[role("has", "a has property F"), role("rule", "Whatever has F counts as having G")],
        conclusion: "a has G",
        questions: &[
            question("has-property", "What shows that a has F, rather than something near it?", Undermine("has"), Premise),
            question(
                "definition",
                "Is 'F counts as G' an agreed usage or a stipulation made for this argument?",
                Undermine("rule"),
                Premise,
            ),
            question("same-sense", "Is the term used in one sense throughout?", Undercut, Exception),
        ],
    },
    Scheme {
        id: "established-rule",
        name: "argument from an established rule",
        after: WALTON,
        roles: &[role("rule", "Rule R requires A in circumstances of type T"), role("applies", "The present circumstances are of type T")],
        conclusion: "A should be done (A holds)",
        questions: &[
            question("in-force", "Is R in force and does it say what is claimed?", Undermine("rule"), Premise),
            question("applies", "Are the circumstances of type T?", Undermine("applies"), Premise),
            question("other-rule", "Does another rule override or conflict with R here?", Rebut, Exception),
            question("exception", "Does an exception to R apply?", Undercut, Exception),
        ],
    },
    Scheme {
        id: "exceptional-case",
        name: "argument from an exceptional case",
        after: WALTON,
        roles: &[
            role("exceptional", "This case has exceptional feature X"),
            role("excuse", "Feature X takes a case outside the usual rule"),
        ],
        conclusion: "The usual rule need not be followed here",
        questions: &[
            question("has-feature", "Does the case really have X?", Undermine("exceptional"), Premise),
            question("recognised", "Is X a recognised ground of exception, or invented for this case?", Undermine("excuse"), Assumption),
            question("floodgates", "Would accepting X empty the rule?", Rebut, Exception),
        ],
    },
];
