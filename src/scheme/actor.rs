//! Schemes about the actors of international affairs, whose aims and fears the general ones pass over.

use crate::scheme::definition::{
    Burden::{Assumption, Exception, Premise},
    OURS,
    Reply::{Rebut, Undercut, Undermine},
    Scheme, question, role,
};

/// The schemes of this family.
pub static ALL: &[Scheme] = &[
    Scheme {
        id: "inferred-intention",
        name: "from conduct to intention",
        after: OURS,
        roles: &[
            role("conduct", "Actor X did A"),
            role("fits", "Doing A serves goal G"),
            role("no-better", "No other goal of X explains A as well"),
        ],
        conclusion: "X plausibly pursues G",
        questions: &[
            question("agent", "Was A a decision of X, or of a part of X acting alone?", Undermine("conduct"), Premise),
            question("other-goal", "Would A also serve a different goal?", Undermine("no-better"), Assumption),
            question("words", "Do X's statements to its own public contradict G?", Rebut, Exception),
            question("deception", "Was A done to be seen?", Undercut, Exception),
        ],
    },
    Scheme {
        id: "credible-assurance",
        name: "from assurance to changed behaviour",
        after: OURS,
        roles: &[
            role("motive", "X pursues A because X fears T"),
            role("offer", "Guarantor Y promises that T will not come about"),
            role("believed", "X believes the promise"),
        ],
        conclusion: "X will plausibly give up A",
        questions: &[
            question(
                "motive",
                "Is fear of T what drives A, or are there other motives (status, domestic politics, bargaining)?",
                Undermine("motive"),
                Premise,
            ),
            question("wants", "Has X asked for, or rejected, such a promise?", Undermine("believed"), Premise),
            question("binding", "What would bind Y (or Y's successor) to the promise?", Undermine("believed"), Assumption),
            question("cheating", "Could X take the promise and keep A?", Undercut, Exception),
            question("third-parties", "Would the promise alarm or release others whose reaction brings T back?", Rebut, Exception),
        ],
    },
];
