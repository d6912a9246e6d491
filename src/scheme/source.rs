//! Schemes that rest on who says something.

use crate::scheme::definition::{
    Burden::{Assumption, Exception, Premise},
    Reply::{Rebut, Undercut, Undermine},
    Scheme, WALTON, question, role,
};

/// The schemes of this family.
pub static ALL: &[Scheme] = &[
    Scheme {
        id: "expert-opinion",
        name: "argument from expert opinion",
        after: WALTON,
        roles: &[role("expertise", "E is an expert in field F"), role("assertion", "E asserts that A"), role("field", "A falls within F")],
        conclusion: "A is plausibly true",
        questions: &[
            question("credentials", "Is E really an expert, and how good a one?", Undermine("expertise"), Premise),
            question("right-field", "Does the claim belong to the field E knows?", Undermine("field"), Premise),
            question("fidelity", "Did E say this, in these words and with these qualifications?", Undermine("assertion"), Premise),
            question("backing", "Does E rest the claim on evidence that can be inspected?", Undercut, Assumption),
            question("trust", "Has E a stake, a bias or a record of error that makes E unreliable here?", Undercut, Exception),
            question("consensus", "Do other experts in F contradict A?", Rebut, Exception),
        ],
    },
    Scheme {
        id: "position-to-know",
        name: "argument from position to know",
        after: WALTON,
        roles: &[
            role("access", "S is placed to know about matters of kind K"),
            role("topic", "A is a matter of kind K"),
            role("assertion", "S asserts that A"),
        ],
        conclusion: "A is plausibly true",
        questions: &[
            question("access", "Was S actually placed to know whether A?", Undermine("access"), Premise),
            question("fidelity", "Did S assert A?", Undermine("assertion"), Premise),
            question("honesty", "Is there reason to doubt that S is sincere?", Undercut, Exception),
            question("others", "Do others equally well placed deny A?", Rebut, Exception),
        ],
    },
    Scheme {
        id: "witness-testimony",
        name: "argument from witness testimony",
        after: WALTON,
        roles: &[
            role("access", "W was in a position to observe the matter"),
            role("sincerity", "W tells what W believes"),
            role("assertion", "W reports that A"),
        ],
        conclusion: "A is plausibly true",
        questions: &[
            question("coherent", "Does the account hang together internally?", Undercut, Assumption),
            question("facts", "Does the account clash with established facts?", Rebut, Exception),
            question("corroboration", "Do independent witnesses report otherwise?", Rebut, Exception),
            question("bias", "Has W a motive to shade the account?", Undercut, Exception),
            question("plausible", "Is the report antecedently so unlikely that it needs more than testimony?", Undercut, Exception),
        ],
    },
    Scheme {
        id: "popular-opinion",
        name: "argument from popular opinion",
        after: WALTON,
        roles: &[
            role("acceptance", "A is accepted by (nearly) everyone in group G"),
            role("competence", "Acceptance in G is some guide to truth on this topic"),
        ],
        conclusion: "A may be presumed",
        questions: &[
            question("measured", "What shows that G accepts A (poll, vote, record)?", Undermine("acceptance"), Premise),
            question("guide", "Why should G's acceptance indicate truth on this matter?", Undermine("competence"), Premise),
            question("contrary", "Is there direct evidence that A is false?", Rebut, Exception),
        ],
    },
    Scheme {
        id: "popular-practice",
        name: "argument from common practice",
        after: WALTON,
        roles: &[
            role("practice", "Actors like this one generally do X"),
            role("presumption", "What is generally done is generally acceptable"),
        ],
        conclusion: "Doing X is acceptable here",
        questions: &[
            question("really-common", "Is the practice as widespread as claimed?", Undermine("practice"), Premise),
            question("why-good", "Could the practice be common and still wrong?", Undercut, Exception),
            question("special-case", "Does this case differ from those where the practice holds?", Undercut, Exception),
        ],
    },
];
