//! What must be so of a page as a whole: each text stands once, each mark has its text, and what would change a judgement is not left out.

use crate::{
    brief_truth::{
        look::Look,
        oracle::{Oracle, code_of},
        page::{Page, ROLES},
    },
    support::is_mark,
};
use agon::{
    analysis::verdict::Verdict,
    model::{
        debate::{ClaimKind, Stance},
        ids::{ClaimId, PartyId},
    },
    render::pick::Judgement,
};

/// What is wrong with `page`, in words.
pub(crate) fn faults(o: &Oracle<'_>, page: &Page) -> Vec<String> {
    let mut faults = Vec::new();
    for claim in &o.debate.claims {
        let text = format!("{{{}}}", code_of(&claim.text));
        let times: usize = page.said.iter().map(|said| said.words.matches(&text).count()).sum();
        if times != 1 {
            faults.push(format!("{} is told {times} times", claim.text));
        }
    }
    for said in &page.said {
        let words: Vec<&str> = said.words.split(|c: char| !c.is_alphanumeric()).collect();
        let is_loose = |pair: &[&str]| ROLES.contains(&pair[0].to_lowercase().as_str()) && is_mark(pair[1]);
        if words.windows(2).any(is_loose) {
            faults.push(format!("a mark has no text: {}", said.words));
        }
        if words.iter().any(|word| word.starts_with("nz")) {
            faults.push(format!("a name is told: {}", said.words));
        }
    }
    faults.extend(untold_changes(o, page));
    faults.extend(untold_dissent(o, page));
    faults
}

/// Whether another thing would be judged if `claim` fell.
fn would_change(o: &Oracle<'_>, judgement: Judgement, claim: ClaimId) -> bool {
    let after = o.without(claim);
    match (judgement.question, judgement.claim) {
        (Some(q), _) => {
            let (was, is) = (o.outcome(q), &after.outcomes[q.index()]);
            was != is && (was.answer().is_some() || is.answer().is_some())
        }
        (None, Some(judged)) => o.stands(judged) != (after.verdict(judged) == Verdict::Stands),
        (None, None) => false,
    }
}

/// The statements without which another thing would be judged, and which the page does not tell as such.
fn untold_changes(o: &Oracle<'_>, page: &Page) -> Vec<String> {
    let look = Look { o, page, at: 0, subject: None };
    let of_change = page.said.iter().filter(|said| ["changes", "assumptions"].contains(&said.section));
    let told: Vec<ClaimId> = of_change.flat_map(|said| look.claims(&said.words)).collect();
    let answers = o.answers();
    let untold = |claim: &ClaimId| !told.contains(claim) && !answers.contains(claim);
    let mut faults = Vec::new();
    for (judgement, number) in o.judgements.iter().zip(1..) {
        let claims = o.debate.claim_ids().filter(|c| Some(*c) != judgement.claim).filter(untold);
        let changing = claims.filter(|c| would_change(o, *judgement, *c));
        faults.extend(changing.map(|c| format!("judgement {number} hangs on what is not told: {}", o.debate.claim(c).text)));
    }
    faults
}

/// The parties that did nothing with what is judged but deny it, or that accepted it and denied what it rests on, and that the page does not
/// name among the dissenters.
fn untold_dissent(o: &Oracle<'_>, page: &Page) -> Vec<String> {
    let names = |party: &str| page.said.iter().any(|s| s.section == "dissent" && party.split(' ').any(|name| s.words.contains(name)));
    let mut faults = Vec::new();
    for claim in o.judgements.iter().filter_map(|j| j.claim).filter(|c| o.stands(*c)) {
        for party in (0..o.debate.parties.len()).map(|at| PartyId(at as u32)) {
            let last = |claim: ClaimId| o.last_act(party, claim).map(|act| act.stance);
            let is_denied = |c: &ClaimId| o.kind(*c) != ClaimKind::Fact && last(*c) == Some(Stance::Deny);
            if last(claim) == Some(Stance::Accept) && o.beneath(vec![claim]).iter().any(is_denied) && !names(&o.debate.party(party).text) {
                faults.push(format!("{} denied what {} rests on", o.debate.party(party).text, o.debate.claim(claim).text));
            }
            let only_denies = o.did(party, Stance::Deny, claim) && !o.holds(party, claim) && !o.did(party, Stance::Retract, claim);
            if only_denies && !names(&o.debate.party(party).text) {
                faults.push(format!("{} denied {}", o.debate.party(party).text, o.debate.claim(claim).text));
            }
        }
    }
    faults
}
