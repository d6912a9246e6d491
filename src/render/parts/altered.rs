//! One change since an earlier version in words: as a clause, and where a statement was worded otherwise, both wordings.

use crate::{
    diff::{
        change::{Aspect, Change, Item, Kind},
        compare::Comparison,
        pairs::Pair,
    },
    model::{
        debate::{Debate, Stance, StepKind, Target},
        ids::{ClaimId, QuestionId, SourceId, StepId},
    },
    render::{
        document::Ground,
        page::Page,
        parts::details,
        prose::{line::Line, words},
        text,
    },
};

/// The words that are shown on either side of those that are others now.
const CONTEXT: usize = 3;

/// Whether a change is told: not one to what is expected of the debate, which is no part of the argument, nor to a name in its files alone.
pub fn is_told(change: &Change) -> bool {
    !matches!(change.item, Item::Expectation(_)) && (change.kind != Kind::Changed || change.aspects != [Aspect::Name])
}

/// Whether it is told by itself: changes to claims are told with others.
pub fn is_named(change: &Change) -> bool {
    is_told(change) && !matches!(change.item, Item::Claim(..))
}

/// A change as a clause; nothing where it changed nothing that a reader knows.
pub fn done<'r>(page: &mut Page<'r>, found: &Comparison<'r>, change: &Change) -> Option<String> {
    if change.kind == Kind::Changed && change.item != Item::AsOf {
        let name = name(page, found, change.item, true);
        let clauses = details::clauses(page, found, change);
        return (!clauses.is_empty()).then(|| format!("{name} {}", words::and(&clauses)));
    }
    Some(came_or_went(page, found, change))
}

/// What a change is made to, as the subject of a clause; `is_changed` says that it was there before and is there still.
fn name<'r>(page: &mut Page<'r>, found: &Comparison<'r>, item: Item, is_changed: bool) -> String {
    let both = &found.both;
    match item {
        Item::Claim(id, _) => details::claim_name(page, found, id),
        Item::Step(id) => step_name(page, found, id, is_changed),
        Item::Question(id) => {
            let text =
                one_of(both.questions.get(id), |at| &both.new.question(QuestionId(at)).text, |at| &both.old.question(QuestionId(at)).text);
            text.map_or_else(|| "a question".to_owned(), |text| format!("the question {}", page.refer_text(text)))
        }
        Item::Preference(id) => preference_name(page, found, id),
        Item::Contradiction(id) => format!("the clash between {}", clashing(page, found, id)),
        Item::Source(id) => {
            let text = one_of(both.sources.get(id), |at| &both.new.source(SourceId(at)).text, |at| &both.old.source(SourceId(at)).text);
            format!("the source {}", text.map_or_else(String::new, text::quoted))
        }
        Item::Party(id) => details::party(page, found, id),
        Item::Term(id) => {
            let of = |debate: &'r Debate, at: u32| debate.terms.get(at as usize).map_or("", |term| &term.name.shown);
            let name = one_of(both.terms.get(id), |at| of(both.new, at), |at| of(both.old, at));
            format!("the term “{}”", text::clean(name.unwrap_or_default()))
        }
        Item::Act(id) => act_name(page, found, id),
        Item::About => "this page".to_owned(),
        Item::Limit(_) | Item::Expectation(_) | Item::AsOf => String::new(),
    }
}

/// That something is new or gone.
fn came_or_went<'r>(page: &mut Page<'r>, found: &Comparison<'r>, change: &Change) -> String {
    let (old, new) = (found.both.old, found.both.new);
    let is_new = change.kind == Kind::Added;
    let said = |[added, removed]: [&'static str; 2]| if is_new { added } else { removed };
    let does = match change.item {
        Item::Act(id) => return acted(page, found, id, is_new),
        Item::Limit(id) => return limited(page, found, id, is_new),
        Item::Contradiction(id) => {
            return format!(
                "{} {}",
                clashing(page, found, id),
                said(["were said to exclude each other", "are no longer said to exclude each other"])
            );
        }
        Item::AsOf => {
            return match (old.about.as_of, new.about.as_of) {
                (Some(before), Some(now)) => format!("the day up to which this holds moved from {} to {}", before.words(), now.words()),
                (None, Some(now)) => format!("this is now said to hold as of {}", now.words()),
                (Some(before), None) => format!("this is no longer said to hold as of {}", before.words()),
                (None, None) => "the day up to which this holds is another".to_owned(),
            };
        }
        Item::Question(_) => said(["was asked", "was dropped"]),
        Item::Party(_) => said(["joined the debate", "no longer takes part"]),
        Item::Term(_) => said(["was given a sense", "no longer has a fixed sense"]),
        _ => said(["was added", "was taken out"]),
    };
    format!("{} {does}", name(page, found, change.item, false))
}

/// The first claims of a clash.
fn clashing<'r>(page: &Page<'r>, found: &Comparison<'r>, id: u32) -> String {
    let claims = found.remarks.contradictions.get(id as usize).map_or(&[][..], |(claims, _)| claims.as_slice());
    let names: Vec<String> = claims.iter().take(2).map(|claim| details::claim_name(page, found, *claim)).collect();
    if claims.len() > 2 { format!("{}, among others,", words::and(&names)) } else { words::and(&names) }
}

fn limited<'r>(page: &Page<'r>, found: &Comparison<'r>, id: u32, is_new: bool) -> String {
    let Some(((limit, target), _)) = found.remarks.limits.get(id as usize) else { return "a limit was changed".to_owned() };
    let (limit, target) = (details::claim_name(page, found, *limit), details::claim_name(page, found, *target));
    format!("{limit} {} {target}", if is_new { "was set as a limit to" } else { "no longer limits" })
}

/// What the claims and other things are that a sentence on `change` rests on.
pub fn grounds(found: &Comparison<'_>, change: &Change) -> Vec<Ground> {
    let claim = match change.item {
        Item::Act(id) => found.remarks.acts.get(id as usize).and_then(|(act, _)| found.both.claims.get(act.claim).new),
        Item::Limit(id) => found.remarks.limits.get(id as usize).and_then(|((limit, _), _)| found.both.claims.get(*limit).new),
        _ => None,
    };
    vec![claim.map_or(Ground::Debate, |claim| Ground::Claim(ClaimId(claim)))]
}

/// That the text of `what` used to have other words, with the old ones beside the new; nothing where only its layout is another.
pub fn wording<'r>(page: &mut Page<'r>, what: &str, [old, new]: [&'r str; 2], rests: &[Ground]) -> Line {
    let (old, new) = (text::whole(old), text::whole(new));
    let (was, is): (Vec<&str>, Vec<&str>) = (old.split_whitespace().collect(), new.split_whitespace().collect());
    if was == is {
        return Line::default();
    }
    let same = was.iter().zip(&is).take_while(|(a, b)| a == b).count();
    let left = (was.len().min(is.len())) - same;
    let tail = was.iter().rev().zip(is.iter().rev()).take_while(|(a, b)| a == b).count().min(left);
    let shown = |all: &[&str]| {
        let (from, to) = (same.saturating_sub(CONTEXT), (all.len() - tail + CONTEXT).min(all.len()));
        let words = words::single_quotes(&all.get(from..to).unwrap_or(all).join(" "));
        let (before, after) = (if from > 0 { "… " } else { "" }, if to < all.len() { " …" } else { "" });
        (format!("“{before}{}{after}”", words.trim_end_matches(['.', ',', ';'])), from == 0 && to == all.len())
    };
    let ((before, _), (now, all)) = (shown(&was), shown(&is));
    // What stands on the page as a whole is not told again.
    let words = if all {
        format!("{} used to read {before}.", words::capital(what))
    } else {
        format!("{} is worded otherwise: where it now says {now}, it used to say {before}.", words::capital(what))
    };
    page.remark(&words, rests)
}

/// The text of the new form, or else of the old one.
fn one_of<'d>(pair: Pair, new: impl Fn(u32) -> &'d str, old: impl Fn(u32) -> &'d str) -> Option<&'d str> {
    pair.new.map(new).or_else(|| pair.old.map(old))
}

/// That a party did something with a claim, or that this is taken out.
fn acted<'r>(page: &mut Page<'r>, found: &Comparison<'r>, id: u32, is_new: bool) -> String {
    let Some((act, _)) = found.remarks.acts.get(id as usize).filter(|_| is_new) else {
        return format!("{} was taken out", act_name(page, found, id));
    };
    let did = match act.stance {
        Stance::Accept => "accepted",
        Stance::Deny => "denied",
        Stance::Retract => "took back",
    };
    format!("{} {did} {}", details::party(page, found, act.party), details::claim_name(page, found, act.claim))
}

/// What a party did with a claim, as a thing.
fn act_name<'r>(page: &mut Page<'r>, found: &Comparison<'r>, id: u32) -> String {
    let Some((act, _)) = found.remarks.acts.get(id as usize) else { return "something that a party did".to_owned() };
    let noun = match act.stance {
        Stance::Accept => "acceptance",
        Stance::Deny => "denial",
        Stance::Retract => "withdrawal",
    };
    let who = details::party(page, found, act.party);
    format!("the {noun} of {} by {who}", details::claim_name(page, found, act.claim))
}

/// A preference by what it ranks higher.
fn preference_name<'r>(page: &Page<'r>, found: &Comparison<'r>, id: u32) -> String {
    let of = |debate: &'r Debate, at: u32| -> Option<String> {
        let ranked = &debate.preferences.get(at as usize)?.stronger;
        let claim = ranked.claim.or_else(|| ranked.step.and_then(|s| debate.step(s).premises.first().copied()))?;
        Some(format!("the preference for {}", page.refer_text(&debate.claim(claim).text)))
    };
    let pair = found.remarks.preferences.get(id as usize).map(|(_, pair)| *pair);
    let name = pair.and_then(|p| match (p.new, p.old) {
        (Some(new), _) => of(found.both.new, new),
        (None, old) => of(found.both.old, old?),
    });
    name.unwrap_or_else(|| "a preference".to_owned())
}

/// An argument by what it is for or against, and where it came or went by its points too.
fn step_name<'r>(page: &Page<'r>, found: &Comparison<'r>, id: u32, is_changed: bool) -> String {
    let pair = found.both.steps.get(id);
    let (debate, step) = match (pair.new, pair.old) {
        (Some(new), _) => (found.both.new, StepId(new)),
        (None, Some(old)) => (found.both.old, StepId(old)),
        (None, None) => return "an argument".to_owned(),
    };
    let made = debate.step(step);
    let called = |claim: ClaimId| page.refer_text(&debate.claim(claim).text);
    let target = made.targets.first().map(|target| match target {
        Target::Claim(claim) => called(*claim),
        Target::Step(step) => {
            debate.step(*step).premises.first().map_or_else(String::new, |claim| format!("the argument from {}", called(*claim)))
        }
    });
    let target = target.unwrap_or_default();
    let is_support = made.kind == StepKind::Support;
    if is_changed {
        return if is_support { format!("a reason for {target}") } else { format!("what was said against {target}") };
    }
    let points: Vec<String> = made.premises.iter().map(|claim| called(*claim)).collect();
    let points = words::and(&points);
    if is_support { format!("the use of {points} as a reason for {target}") } else { format!("the use of {points} against {target}") }
}
