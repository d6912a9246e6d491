//! The reasons for a claim, as a list that goes down to where the debate does, within bounds.

use crate::{
    analysis::{
        evaluate::Force,
        why::{Fate, Reason, SupportReason},
    },
    model::{
        debate::ClaimKind,
        ids::{ClaimId, PartyId},
    },
    render::{
        document::Block,
        page::Page,
        parts::{fates::Aim, objections},
        prose::words,
    },
};

/// How many reasons are told side by side, at the top and below.
const WIDEST: [usize; 3] = [6, 3, 2];

/// Whether a reason has nothing wrong with itself: a claim that is denied may have such reasons, which were outdone and did not fail.
pub fn holds(support: &SupportReason) -> bool {
    let struck = support.undercuts.iter().any(|u| matches!(u.fate, Fate::Succeeds | Fate::Open));
    support.force != Force::Fails || (support.weak.is_empty() && !struck)
}

/// The reasons that hold, as the items of a list.
pub fn items(page: &mut Page<'_>, reason: &Reason, depth: usize, voice: &[PartyId]) -> Vec<Vec<Block>> {
    let most = WIDEST.get(depth).copied().unwrap_or(0);
    let holding: Vec<&SupportReason> = reason.supports.iter().filter(|s| holds(s)).collect();
    let mut items: Vec<Vec<Block>> = Vec::new();
    for support in holding.iter().take(most) {
        items.push(item(page, "", support, depth, voice));
    }
    if most > 0 {
        items.extend(page.more(holding.len().saturating_sub(most), "more reason", "more reasons"));
    }
    items
}

/// One reason, with what stands beneath and against its points.
pub fn item(page: &mut Page<'_>, lead: &str, support: &SupportReason, depth: usize, voice: &[PartyId]) -> Vec<Block> {
    let premises = page.debate().step(support.step).premises.clone();
    let fresh: Vec<bool> = premises.iter().map(|p| !page.is_said(*p)).collect();
    let mut line = page.tell_all(lead, &premises, voice);
    if let Some(remark) = remark(page, support) {
        line.say(&remark);
    }
    let mut beneath = Vec::new();
    for (index, (premise, fresh)) in premises.iter().zip(fresh).enumerate() {
        if fresh && depth + 1 < WIDEST.len() {
            let which = if premises.len() == 1 { String::new() } else { format!("the {} point", words::ordinal(index + 1)) };
            beneath.extend(under(page, *premise, &which, depth + 1));
        }
    }
    for attack in support.undercuts.iter().take(2) {
        let line = objections::tell(page, "Against this argument", attack, None, Aim::Step);
        beneath.push(vec![line.paragraph()]);
    }
    let mut blocks = vec![line.paragraph()];
    if !beneath.is_empty() {
        blocks.push(Block::List { ordered: false, items: beneath });
    }
    blocks
}

/// What stands beneath and against one point.
fn under(page: &mut Page<'_>, claim: ClaimId, which: &str, depth: usize) -> Vec<Vec<Block>> {
    let reason = page.reason(claim);
    let voice = page.speakers_of(claim);
    let most = WIDEST.get(depth).copied().unwrap_or(0);
    let holding: Vec<&SupportReason> = reason.supports.iter().filter(|s| holds(s)).collect();
    let mut items = Vec::new();
    for (index, support) in holding.iter().take(most).enumerate() {
        let lead = match (which, index) {
            ("", 0) => "The ground for this".to_owned(),
            (which, 0) => format!("On {which}"),
            _ => "Also".to_owned(),
        };
        items.push(item(page, &lead, support, depth, &voice));
    }
    for attack in reason.attacks.iter().take(2) {
        let lead = if which.is_empty() { "Against this".to_owned() } else { format!("Against {which}") };
        let line = objections::tell(page, &lead, attack, Some(claim), Aim::Point);
        items.push(vec![line.paragraph()]);
    }
    items
}

/// How the points of a reason hang together and what kind of argument it is, in parentheses.
fn remark(page: &Page<'_>, support: &SupportReason) -> Option<String> {
    let step = page.debate().step(support.step);
    let count = step.premises.len();
    let linked = match count {
        0 | 1 => None,
        2 => Some("both points are needed".to_owned()),
        n => Some(format!("all {} points are needed", words::number(n))),
    };
    let kind = if step.strict {
        Some(
            if count > 1 { "where they hold, the conclusion cannot fail" } else { "where this holds, the conclusion cannot fail" }
                .to_owned(),
        )
    } else {
        step.details.as_ref().and_then(|d| d.scheme.as_ref()).map(|s| scheme(&s.name))
    };
    let shaky = support.force == Force::Open && !support.weak.is_empty();
    let open = shaky.then(|| if count > 1 { "not all of this is settled" } else { "this is itself not settled" }.to_owned());
    let parts: Vec<String> = [linked, status(page, &step.premises), kind, open].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("({}.)", words::capital(&parts.join("; "))))
}

/// Which of the points are agreed by all, and which are assumed.
fn status(page: &Page<'_>, premises: &[ClaimId]) -> Option<String> {
    let of = |kind: ClaimKind| -> Vec<String> {
        let those = premises.iter().zip(1..).filter(|(p, _)| page.claim(**p).kind == kind);
        those.map(|(_, nth)| format!("the {}", words::ordinal(nth))).collect()
    };
    let told = |which: &[String], what: &str| match which {
        [] => None,
        _ if premises.len() == 1 => Some(format!("this is {what}")),
        [one] => Some(format!("{one} is {what}")),
        many => Some(format!("{} are {what}", words::and(many))),
    };
    let told: Vec<String> =
        [told(&of(ClaimKind::Fact), "agreed by all"), told(&of(ClaimKind::Assumption), "assumed")].into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join(" and "))
}

/// An argumentation scheme in plain words.
pub fn scheme(id: &str) -> String {
    match id {
        "analogy" => "the argument is by analogy".to_owned(),
        "cause-to-effect" => "the argument runs from cause to effect".to_owned(),
        "correlation-to-cause" => "the argument infers a cause from what goes together".to_owned(),
        "example" => "the argument is from an example".to_owned(),
        "sign" => "the argument reads a sign".to_owned(),
        "expert-opinion" => "the argument rests on expert opinion".to_owned(),
        "witness-testimony" => "the argument rests on testimony".to_owned(),
        "established-rule" => "the argument applies an established rule".to_owned(),
        "practical-reasoning" => "the argument runs from a goal to a means".to_owned(),
        "value-practical-reasoning" => "the argument runs from a value to what serves it".to_owned(),
        "negative-consequences" => "the argument is from bad consequences".to_owned(),
        "positive-consequences" => "the argument is from good consequences".to_owned(),
        "alternatives" => "the argument rules out the alternatives".to_owned(),
        other => format!("the kind of argument: {}", other.replace('-', " ")),
    }
}
