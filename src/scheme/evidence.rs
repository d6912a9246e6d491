//! Schemes that weigh what is observed, or not.

use crate::scheme::definition::{
    Burden::{Assumption, Exception, Premise},
    Reply::{Undercut, Undermine},
    Scheme, WALTON, question, role,
};

/// The schemes of this family.
pub static ALL: &[Scheme] = &[
    Scheme {
        id: "sign",
        name: "argument from sign",
        after: WALTON,
        roles: &[role("finding", "Sign S is observed"), role("link", "S generally indicates B")],
        conclusion: "B is the case",
        questions: &[
            question("observed", "Was the sign really observed?", Undermine("finding"), Premise),
            question("strength", "How often does S appear without B?", Undermine("link"), Premise),
            question("other-source", "Could something other than B have produced S?", Undercut, Exception),
            question("deception", "Could S have been staged or planted for us to see?", Undercut, Exception),
        ],
    },
    Scheme {
        id: "evidence-to-hypothesis",
        name: "argument from evidence to hypothesis (verification)",
        after: WALTON,
        roles: &[role("prediction", "If H were true, B would be observed"), role("observation", "B is observed")],
        conclusion: "H is (plausibly) true",
        questions: &[
            question("predicts", "Does H really lead us to expect B?", Undermine("prediction"), Premise),
            question("observed", "Was B observed, reliably and independently?", Undermine("observation"), Premise),
            question(
                "diagnostic",
                "Would B be expected just as much under a rival hypothesis (so that it discriminates nothing)?",
                Undercut,
                Exception,
            ),
        ],
    },
    Scheme {
        id: "falsification",
        name: "argument from falsification of a hypothesis",
        after: WALTON,
        roles: &[role("prediction", "If H were true, B would be observed"), role("absence", "B is not observed")],
        conclusion: "H is (plausibly) false",
        questions: &[
            question("predicts", "Does H really lead us to expect B in these conditions?", Undermine("prediction"), Premise),
            question("looked", "Did anyone look hard enough to have found B?", Undermine("absence"), Premise),
            question("auxiliary", "Could a side assumption, rather than H, be what failed?", Undercut, Exception),
        ],
    },
    Scheme {
        id: "best-explanation",
        name: "argument to the best explanation (abduction)",
        after: WALTON,
        roles: &[
            role("facts", "F is an accepted set of facts"),
            role("explains", "H explains F satisfactorily"),
            role("best", "No available rival explains F better"),
        ],
        conclusion: "H is a plausible hypothesis",
        questions: &[
            question("facts", "Are all the facts to be explained established?", Undermine("facts"), Premise),
            question(
                "satisfactory",
                "Is H, taken alone, a good explanation rather than just the best of a poor lot?",
                Undermine("explains"),
                Premise,
            ),
            question("rivals", "Has the search for rivals gone far enough?", Undermine("best"), Assumption),
            question("wait", "Would it be wiser to keep inquiring than to conclude now?", Undercut, Exception),
        ],
    },
    Scheme {
        id: "ignorance",
        name: "argument from ignorance (lack of evidence)",
        after: WALTON,
        roles: &[role("would-know", "If A were true, it would be known by now"), role("unknown", "A is not known to be true")],
        conclusion: "A is (presumably) false",
        questions: &[
            question("search", "How far has the search gone?", Undermine("would-know"), Assumption),
            question("concealment", "Would A, if true, have been concealed?", Undercut, Exception),
            question("burden", "Which side carries the burden of proof?", Undercut, Exception),
        ],
    },
    Scheme {
        id: "alternatives",
        name: "argument from alternatives (elimination)",
        after: WALTON,
        roles: &[role("exhaustive", "Either A or B (or ...) must hold"), role("eliminated", "B (and the rest) do not hold")],
        conclusion: "A holds",
        questions: &[
            question("exhaustive", "Are these really all the options?", Undermine("exhaustive"), Premise),
            question("eliminated", "Has each rival really been ruled out?", Undermine("eliminated"), Premise),
            question("compatible", "Could more than one hold together?", Undercut, Exception),
        ],
    },
];
