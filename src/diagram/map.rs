//! The one door of this module: a debate and its verdicts in, the argument map out. Everything is drawn; what to leave out of a large
//! map is for whoever shows it.

use crate::{
    analysis::{evaluate::Analysis, outcome::Outcome, standing::Stances, verdict::Verdict},
    diagram::{
        arrows::draw,
        groups::Groups,
        parts::{Label, Map, Node, Status, Subject},
        plain::plain,
        wrap::shorten,
    },
    model::{
        debate::Debate,
        ids::{ClaimId, PartyId, QuestionId},
    },
};

/// How many columns of a text a box shows.
pub const BOX_COLUMNS: usize = 160;

/// The argument map of `debate`. Linear, and the same for the same debate.
pub fn map(debate: &Debate, analysis: &Analysis) -> Map {
    let groups = Groups::new(debate);
    let questions = debate.question_ids().map(|id| question(debate, analysis, &groups, id));
    let stances = Stances::new(debate);
    let claims = debate.claim_ids().map(|id| claim(debate, analysis, (&groups, &stances), id));
    let boxes: Vec<Node> = questions.chain(claims).collect();
    let (joints, arrows) = draw(debate, analysis, &boxes);
    Map { title: debate.about.title.as_deref().map(plain), note: None, groups: groups.list, boxes, joints, arrows }
}

fn question(debate: &Debate, analysis: &Analysis, groups: &Groups, id: QuestionId) -> Node {
    let question = debate.question(id);
    Node {
        subject: Subject::Question(id),
        status: match analysis.outcome(id) {
            Outcome::Answer(_) => Status::Answered,
            Outcome::Default(_) => Status::ByDefault,
            Outcome::Open(standing) if standing.is_empty() => Status::Unanswered,
            Outcome::Open(_) => {
                if question.one {
                    Status::TooMany
                } else {
                    Status::Together
                }
            }
        },
        limited: false,
        text: label(&question.text),
        name: question.name.shown.to_string(),
        speakers: speakers(debate, question.speakers.iter().map(|s| s.party)),
        group: groups.of(&question.name, question.section),
        beneath: None,
        sheet: None,
        elsewhere: None,
        mark: None,
    }
}

fn claim(debate: &Debate, analysis: &Analysis, (groups, stances): (&Groups, &Stances<'_>), id: ClaimId) -> Node {
    let claim = debate.claim(id);
    Node {
        subject: Subject::Claim(id, claim.kind),
        status: Status::Claim(analysis.verdict(id)),
        limited: analysis.verdict(id) == Verdict::Stands
            && analysis.links.limits(id).any(|limit| analysis.verdict(limit) == Verdict::Stands),
        text: label(&claim.text),
        name: claim.name.shown.to_string(),
        speakers: speakers(debate, stances.speakers(debate, id)),
        group: groups.of(&claim.name, claim.section),
        beneath: None,
        sheet: None,
        elsewhere: None,
        mark: None,
    }
}

fn label(text: &str) -> Label {
    let whole = plain(text);
    Label { short: shorten(&whole, BOX_COLUMNS), whole }
}

fn speakers(debate: &Debate, speakers: impl IntoIterator<Item = PartyId>) -> Vec<String> {
    speakers.into_iter().map(|party| plain(&debate.party(party).text)).collect()
}
