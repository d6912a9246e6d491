//! Schemes about causes.

use crate::scheme::definition::{
    Burden::{Assumption, Exception, Premise},
    Reply::{Rebut, Undercut, Undermine},
    Scheme, WALTON, question, role,
};

/// The schemes of this family.
pub static ALL: &[Scheme] = &[
    Scheme {
        id: "cause-to-effect",
        name: "argument from cause to effect",
        after: WALTON,
        roles: &[role("law", "Events like C generally bring about events like E"), role("occurrence", "C occurs (or will occur)")],
        conclusion: "E will (plausibly) occur",
        questions: &[
            question("strength", "How strong and how general is the causal link?", Undermine("law"), Premise),
            question("happened", "Has C happened, or will it?", Undermine("occurrence"), Premise),
            question("evidence-for-law", "What supports the generalisation?", Undermine("law"), Premise),
            question("interference", "Could something block or counteract the effect here?", Undercut, Exception),
            question("opposite", "Is there reason to expect the effect not to occur anyway?", Rebut, Exception),
        ],
    },
    Scheme {
        id: "correlation-to-cause",
        name: "argument from correlation to cause",
        after: WALTON,
        roles: &[role("correlation", "A and B vary together")],
        conclusion: "A causes B",
        questions: &[
            question("real", "Is the association genuine and repeated, or a coincidence of few cases?", Undermine("correlation"), Premise),
            question("common-cause", "Could a third factor produce both?", Undercut, Exception),
            question("direction", "Could B be what causes A?", Rebut, Exception),
            question("mechanism", "Is there a known way for A to bring about B?", Undercut, Assumption),
            question("range", "Does the association hold over the range the conclusion needs?", Undercut, Exception),
        ],
    },
];
