//! Schemes that go from cases to other cases, or to all.

use crate::scheme::definition::{
    Burden::{Assumption, Exception, Premise},
    Reply::{Rebut, Undercut, Undermine},
    Scheme, WALTON, question, role,
};

/// The schemes of this family.
pub static ALL: &[Scheme] = &[
    Scheme {
        id: "example",
        name: "argument from example",
        after: WALTON,
        roles: &[role("instance", "In case c, things of kind F had property G"), role("typical", "c is typical of F")],
        conclusion: "Generally, F have property G",
        questions: &[
            question("true-instance", "Is the reported case accurate?", Undermine("instance"), Premise),
            question("covers", "Does the case really fall under the generalisation?", Undercut, Assumption),
            question("typical", "Is it a typical case or a picked one?", Undermine("typical"), Assumption),
            question("enough", "How many cases stand behind the generalisation?", Undercut, Assumption),
            question("counterexample", "Are there cases that go the other way?", Rebut, Exception),
        ],
    },
    Scheme {
        id: "analogy",
        name: "argument from analogy",
        after: WALTON,
        roles: &[role("similarity", "Case C1 resembles case C2"), role("base", "A holds in C1")],
        conclusion: "A holds in C2",
        questions: &[
            question("base-true", "Does A in fact hold in C1?", Undermine("base"), Premise),
            question("similar", "Do the cases share the features claimed?", Undermine("similarity"), Premise),
            question("relevant", "Are the shared features the ones that make A true in C1?", Undercut, Assumption),
            question("differences", "Are there differences that matter for A?", Undercut, Exception),
            question("rival-case", "Is there a closer parallel in which A fails?", Rebut, Exception),
        ],
    },
    Scheme {
        id: "precedent",
        name: "argument from precedent",
        after: WALTON,
        roles: &[
            role("prior", "In the earlier case, decision D was taken under rule R"),
            role("same-kind", "The present case is of the same kind"),
        ],
        conclusion: "D (rule R) should govern the present case",
        questions: &[
            question(
                "binding",
                "Was the earlier decision made by someone whose decisions bind or guide here?",
                Undermine("prior"),
                Premise,
            ),
            question("distinguish", "Is there a difference that takes the present case outside R?", Undercut, Exception),
            question("overruled", "Has the earlier decision been reversed, or turned out badly?", Undercut, Exception),
            question("other-precedent", "Does a nearer precedent point the other way?", Rebut, Exception),
        ],
    },
];
