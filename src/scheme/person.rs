//! Schemes about what a person is held to, or worth.

use crate::scheme::definition::{
    Burden::{Assumption, Exception, Premise},
    Reply::{Rebut, Undercut, Undermine},
    Scheme, WALTON, question, role,
};

/// The schemes of this family.
pub static ALL: &[Scheme] = &[
    Scheme {
        id: "commitment",
        name: "argument from commitment",
        after: WALTON,
        roles: &[
            role("committed", "By word or deed, P is committed to A (or to rule 'A implies B')"),
            role("follows", "B follows from that commitment in this case"),
        ],
        conclusion: "P should accept B",
        questions: &[
            question("evidence", "What words or deeds show that P is committed to A?", Undermine("committed"), Premise),
            question("retracted", "Has P since withdrawn or qualified the commitment?", Undermine("committed"), Exception),
            question("extends", "Does the commitment really reach this case?", Undercut, Exception),
        ],
    },
    Scheme {
        id: "inconsistent-commitment",
        name: "argument from inconsistent commitment",
        after: WALTON,
        roles: &[role("first", "P claims or showed commitment to A"), role("second", "P's other words or deeds commit P to not-A")],
        conclusion: "P's commitments on this are inconsistent, so P's advocacy of A loses weight",
        questions: &[
            question("first-shown", "What shows the first commitment?", Undermine("first"), Premise),
            question("second-shown", "What shows the second commitment?", Undermine("second"), Premise),
            question("real-clash", "Can the two be reconciled once context and date are restored?", Undercut, Exception),
            question("changed-mind", "Did P openly change position?", Undercut, Exception),
        ],
    },
    Scheme {
        id: "ad-hominem-circumstantial",
        name: "circumstantial ad hominem",
        after: WALTON,
        roles: &[role("advocacy", "P argues for A"), role("conduct", "P's own circumstances or conduct conflict with A")],
        conclusion: "P's argument for A should be given less credence",
        questions: &[
            question("conduct", "Is P's conduct as described, and does it conflict with A?", Undermine("conduct"), Premise),
            question("explained", "Can the apparent conflict be explained?", Undercut, Exception),
            question("relevance", "Does P's credibility matter, or does the argument stand on public evidence?", Undercut, Exception),
            question("overreach", "Is the conclusion that A is false, which does not follow?", Undercut, Exception),
        ],
    },
    Scheme {
        id: "ad-hominem-direct",
        name: "direct (ethotic) ad hominem",
        after: WALTON,
        roles: &[
            role("character", "P is a person of bad character in respect R"),
            role("relevance", "R bears on whether to believe P on this"),
        ],
        conclusion: "P's argument should be given less credence",
        questions: &[
            question("charge", "Is the charge against P supported?", Undermine("character"), Premise),
            question("relevant", "Does the trait bear on this claim?", Undermine("relevance"), Assumption),
            question("independent", "Is there support for the claim that does not depend on P?", Rebut, Exception),
        ],
    },
    Scheme {
        id: "bias",
        name: "argument from bias",
        after: WALTON,
        roles: &[
            role("biased", "P is biased on the subject"),
            role("one-sided", "A biased arguer is less likely to have weighed both sides"),
        ],
        conclusion: "P's conclusion deserves less weight",
        questions: &[
            question("evidence", "What is the evidence of bias?", Undermine("biased"), Premise),
            question("weighed", "Did P in fact deal with the other side?", Undercut, Exception),
            question("partisan-forum", "Is P openly an advocate in a setting where that is expected?", Undercut, Exception),
        ],
    },
];
