//! Schemes about what to do.

use crate::scheme::definition::{
    ATKINSON,
    Burden::{Assumption, Exception, Premise},
    Reply::{Rebut, Undercut, Undermine},
    Scheme, WALTON, question, role,
};

/// The schemes of this family.
pub static ALL: &[Scheme] = &[
    Scheme {
        id: "practical-reasoning",
        name: "instrumental practical reasoning (goal to means)",
        after: WALTON,
        roles: &[role("goal", "Agent has goal G"), role("means", "Doing A in the present circumstances would bring about G")],
        conclusion: "Agent should do A",
        questions: &[
            question("circumstances", "Are the circumstances as described?", Undermine("means"), Premise),
            question("works", "Would A bring about G?", Undermine("means"), Premise),
            question("possible", "Can the agent actually do A?", Undercut, Assumption),
            question("alternatives", "Is there another way to G that is better or cheaper?", Rebut, Exception),
            question("conflict", "Does the agent have other goals that A would defeat?", Rebut, Exception),
            question("side-effects", "Does A have consequences that outweigh G?", Rebut, Exception),
        ],
    },
    Scheme {
        id: "value-practical-reasoning",
        name: "value-based practical reasoning",
        after: ATKINSON,
        roles: &[
            role("circumstances", "The situation is R"),
            role("means", "Doing A in R leads to S"),
            role("goal", "S realises goal G"),
            role("value", "G promotes value V"),
        ],
        conclusion: "A should be done",
        questions: &[
            question("situation", "Is the situation as described?", Undermine("circumstances"), Premise),
            question("leads", "Would A lead to S?", Undermine("means"), Premise),
            question("realises", "Would S amount to G?", Undermine("goal"), Premise),
            question("promotes", "Does G promote V?", Undermine("value"), Premise),
            question("legitimate", "Is V a value we should act on here?", Undercut, Assumption),
            question("demotes", "Does A demote V, or some weightier value?", Rebut, Exception),
            question("other-way", "Could V be promoted by another action?", Rebut, Exception),
        ],
    },
    Scheme {
        id: "positive-consequences",
        name: "argument from positive consequences",
        after: WALTON,
        roles: &[role("effect", "If A is done, C will plausibly follow"), role("good", "C is good")],
        conclusion: "A should be done",
        questions: &[
            question("likely", "How likely is it that C follows?", Undermine("effect"), Premise),
            question("evidence", "What supports the forecast?", Undermine("effect"), Premise),
            question("good-for-whom", "Is C good, and for whom?", Undermine("good"), Premise),
            question("other-effects", "What other consequences would A have?", Rebut, Exception),
        ],
    },
    Scheme {
        id: "negative-consequences",
        name: "argument from negative consequences",
        after: WALTON,
        roles: &[role("effect", "If A is done, C will plausibly follow"), role("bad", "C is bad")],
        conclusion: "A should not be done",
        questions: &[
            question("likely", "How likely is it that C follows?", Undermine("effect"), Premise),
            question("evidence", "What supports the forecast?", Undermine("effect"), Premise),
            question("how-bad", "How bad is C, and for whom?", Undermine("bad"), Premise),
            question("baseline", "Would C, or worse, happen anyway if A were not done?", Undercut, Exception),
            question("benefits", "Do the benefits of A outweigh C?", Rebut, Exception),
        ],
    },
    Scheme {
        id: "slippery-slope",
        name: "slippery slope (causal)",
        after: WALTON,
        roles: &[
            role("first-step", "Doing A0 would lead to A1"),
            role("chain", "A1 leads on, step by step, to An"),
            role("bad", "An is unacceptable"),
        ],
        conclusion: "A0 should not be done",
        questions: &[
            question("chain-links", "Which intermediate steps are actually claimed, and how likely is each?", Undermine("chain"), Premise),
            question("weakest-link", "Which is the weakest step, and does the chain survive it?", Undermine("chain"), Assumption),
            question("stopping-point", "Is there a point at which the slide can be stopped?", Undercut, Exception),
            question("how-bad", "Is the end point as bad as claimed?", Undermine("bad"), Premise),
        ],
    },
    Scheme {
        id: "waste",
        name: "argument from waste (sunk cost)",
        after: WALTON,
        roles: &[role("invested", "Much has been spent on A"), role("lost", "Stopping now would lose what was spent")],
        conclusion: "A should be continued",
        questions: &[
            question("recoverable", "Is the past spending recoverable by continuing?", Undermine("lost"), Premise),
            question("prospects", "Do the prospects from here justify the cost from here on?", Rebut, Exception),
            question("feasible", "Can A still succeed?", Undercut, Assumption),
        ],
    },
    Scheme {
        id: "threat",
        name: "argument from threat",
        after: WALTON,
        roles: &[
            role("conditional", "If you do A, S will bring about C"),
            role("capability", "S can bring about C"),
            role("resolve", "S would actually do so"),
            role("bad", "C is bad for you"),
        ],
        conclusion: "You should not do A",
        questions: &[
            question("capable", "Can S carry it out?", Undermine("capability"), Premise),
            question("credible", "Is S committed, or bluffing?", Undermine("resolve"), Premise),
            question("cost", "Is C worse than giving up A?", Undermine("bad"), Premise),
            question("legitimate", "Is coercion a proper ground for the decision, or does it bypass the merits?", Undercut, Exception),
        ],
    },
    Scheme {
        id: "fear-appeal",
        name: "argument from fear appeal",
        after: WALTON,
        roles: &[role("danger", "If A is not done, D (something fearful) will happen"), role("avoids", "Doing A would prevent D")],
        conclusion: "A should be done",
        questions: &[
            question("probability", "How probable is D, as opposed to vivid?", Undermine("danger"), Premise),
            question("prevents", "Would A prevent D?", Undermine("avoids"), Premise),
            question("alternatives", "Is there another way to avoid D?", Rebut, Exception),
        ],
    },
    Scheme {
        id: "dilemma",
        name: "argument from dilemma",
        after: WALTON,
        roles: &[
            role("horns", "Either A or B will be done"),
            role("first", "A leads to C"),
            role("second", "B leads to C (or something as bad)"),
        ],
        conclusion: "C (or its like) will result whichever is chosen",
        questions: &[
            question("third-way", "Is there a way between the horns?", Undermine("horns"), Premise),
            question("horn-a", "Does A really lead there?", Undermine("first"), Premise),
            question("horn-b", "Does B really lead there?", Undermine("second"), Premise),
        ],
    },
];
