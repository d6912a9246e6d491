//! One change since an earlier version in words: as a clause, and where a statement was worded otherwise, both wordings.

use crate::{
    diff::{
        change::{Change, Item, Kind},
        compare::Comparison,
        pairs::Pair,
    },
    model::{
        debate::{Debate, Stance},
        ids::{ClaimId, PartyId, QuestionId, SourceId, StepId},
    },
    render::{
        document::Ground,
        page::Page,
        prose::{line::Line, speakers::At, words},
        text,
    },
};

/// The words that are shown on either side of those that are others now.
const CONTEXT: usize = 3;

/// Whether a change to `item` is told by itself: not one to a claim, which is told with others, nor to what is expected of the debate, which
/// is no part of the argument.
pub const fn is_named(item: Item) -> bool {
    !matches!(item, Item::Claim(..) | Item::Expectation(_))
}

/// A change as a clause.
pub fn done<'r>(page: &mut Page<'r>, found: &Comparison<'r>, change: &Change) -> String {
    let (old, new) = (found.both.old, found.both.new);
    let said = |of: [&str; 3]| match change.kind {
        Kind::Added => of[0].to_owned(),
        Kind::Removed => of[1].to_owned(),
        Kind::Changed => of[2].to_owned(),
    };
    let is = said(["was added", "was taken out", "was changed"]);
    match change.item {
        Item::Act(id) => acted(page, found, id, change.kind),
        Item::Claim(id, _) => format!("{} {is}", claim_name(page, found, id)),
        Item::Step(id) => format!("an argument {}{is}", step_name(page, found, id)),
        Item::Question(id) => {
            let pair = found.both.questions.get(id);
            let name = one_of(pair, |at| &new.question(QuestionId(at)).text, |at| &old.question(QuestionId(at)).text);
            let name = name.map_or_else(|| "a question".to_owned(), |text| format!("the question {}", page.refer_text(text)));
            format!("{name} {}", said(["was asked", "was dropped", "is put otherwise"]))
        }
        Item::Limit(id) => {
            let limit = found.remarks.limits.get(id as usize).map(|((limit, target), _)| (*limit, *target));
            let Some((limit, target)) = limit else { return format!("a limit {is}") };
            let (limit, target) = (claim_name(page, found, limit), claim_name(page, found, target));
            format!("{limit} {}", said([&format!("was set as a limit to {target}"), &format!("no longer limits {target}"), "was changed"]))
        }
        Item::Contradiction(id) => {
            let claims = found.remarks.contradictions.get(id as usize).map_or(&[][..], |(claims, _)| claims.as_slice());
            let names: Vec<String> = claims.iter().take(2).map(|claim| claim_name(page, found, *claim)).collect();
            let names = if claims.len() > 2 { format!("{}, among others,", words::and(&names)) } else { words::and(&names) };
            format!(
                "{names} {}",
                said(["were said to exclude each other", "are no longer said to exclude each other", "exclude each other otherwise"])
            )
        }
        Item::Preference(id) => format!("{} {is}", preference_name(page, found, id)),
        Item::Source(id) => {
            let name = one_of(found.both.sources.get(id), |at| &new.source(SourceId(at)).text, |at| &old.source(SourceId(at)).text);
            format!(
                "the source {} {}",
                name.map_or_else(String::new, text::quoted),
                said(["was added", "was taken out", "is described otherwise"])
            )
        }
        Item::Party(id) => {
            let name = one_of(found.both.parties.get(id), |at| &new.party(PartyId(at)).text, |at| &old.party(PartyId(at)).text);
            let name = name.map_or_else(|| "a party".to_owned(), |text| text::line(text).plain());
            format!("{name} {}", said(["joined the debate", "no longer takes part", "is described otherwise"]))
        }
        Item::Term(id) => {
            let of = |debate: &'r Debate, at: u32| debate.terms.get(at as usize).map_or("", |term| &term.name.shown);
            let name = one_of(found.both.terms.get(id), |at| of(new, at), |at| of(old, at));
            let name = text::clean(name.unwrap_or_default());
            format!("the term “{name}” {}", said(["was given a sense", "no longer has a fixed sense", "was given another sense"]))
        }
        Item::Expectation(_) => format!("what is expected {is}"),
        Item::AsOf => match (old.about.as_of, new.about.as_of) {
            (Some(before), Some(now)) => format!("the day up to which this holds moved from {} to {}", before.words(), now.words()),
            (None, Some(now)) => format!("this is now said to hold as of {}", now.words()),
            (Some(before), None) => format!("this is no longer said to hold as of {}", before.words()),
            (None, None) => "the day up to which this holds is another".to_owned(),
        },
        Item::About => about(old, new),
    }
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

/// What the debate says of itself in other words.
fn about(old: &Debate, new: &Debate) -> String {
    let (old, new) = (&old.about, &new.about);
    let parts = [("title", old.title != new.title), ("scope", old.scope != new.scope), ("author", old.author != new.author)];
    let parts: Vec<String> = parts.iter().filter(|(_, other)| *other).map(|(name, _)| (*name).to_owned()).collect();
    match parts.as_slice() {
        [] => "what this is about is put otherwise".to_owned(),
        [only] => format!("the {only} of this page is another"),
        several => format!("the {} of this page are others", words::and(several)),
    }
}

/// That a text used to have other words, with the old ones beside the new; nothing where only its layout is another.
pub fn wording<'r>(page: &mut Page<'r>, old: &'r str, new: &'r str, rests: &[Ground]) -> Line {
    let (was, is): (Vec<&str>, Vec<&str>) = (old.split_whitespace().collect(), new.split_whitespace().collect());
    if was == is {
        return Line::default();
    }
    let same = was.iter().zip(&is).take_while(|(a, b)| a == b).count();
    let left = (was.len().min(is.len())) - same;
    let tail = was.iter().rev().zip(is.iter().rev()).take_while(|(a, b)| a == b).count().min(left);
    let shown = |all: &[&str]| {
        let (from, to) = (same.saturating_sub(CONTEXT), (all.len() - tail + CONTEXT).min(all.len()));
        let words = words::single_quotes(&text::line(&all.get(from..to).unwrap_or(all).join(" ")).plain());
        let (before, after) = (if from > 0 { "… " } else { "" }, if to < all.len() { " …" } else { "" });
        (format!("“{before}{}{after}”", words.trim_end_matches(['.', ','])), from == 0 && to == all.len())
    };
    let ((before, _), (now, all)) = (shown(&was), shown(&is));
    // What stands on the page as a whole is not told again.
    let words = if all {
        format!("{} used to read {before}.", words::capital(&page.refer_text(new)))
    } else {
        format!("Where it now says {now}, it used to say {before}.")
    };
    page.remark(&words, rests)
}

/// The text of the new form, or else of the old one.
fn one_of<'d>(pair: Pair, new: impl Fn(u32) -> &'d str, old: impl Fn(u32) -> &'d str) -> Option<&'d str> {
    pair.new.map(new).or_else(|| pair.old.map(old))
}

/// What a party did with a claim that is new, gone or another, as a clause.
fn acted<'r>(page: &mut Page<'r>, found: &Comparison<'r>, id: u32, kind: Kind) -> String {
    let Some((act, _)) = found.remarks.acts.get(id as usize) else { return "something that a party did was changed".to_owned() };
    let pair = found.both.parties.get(act.party);
    let who = match (pair.new, pair.old) {
        (Some(new), _) => page.speakers.name(&[PartyId(new)], At::End).plain(),
        (None, Some(old)) => text::line(&found.both.old.party(PartyId(old)).text).plain(),
        (None, None) => "a party".to_owned(),
    };
    let claim = claim_name(page, found, act.claim);
    let (did, noun) = match act.stance {
        Stance::Accept => ("accepted", "acceptance"),
        Stance::Deny => ("denied", "denial"),
        Stance::Retract => ("took back", "withdrawal"),
    };
    match kind {
        Kind::Added => format!("{who} {did} {claim}"),
        Kind::Removed => format!("the {noun} of {claim} by {who} was taken out"),
        Kind::Changed => format!("the {noun} of {claim} by {who} was changed"),
    }
}

/// A claim by some of its words, and where it is told if it is there still.
pub fn claim_name<'r>(page: &Page<'r>, found: &Comparison<'r>, id: u32) -> String {
    let pair = found.both.claims.get(id);
    match (pair.new, pair.old) {
        (Some(new), _) => page.refer(ClaimId(new)),
        (None, Some(old)) => page.refer_text(&found.both.old.claim(ClaimId(old)).text),
        (None, None) => "a statement".to_owned(),
    }
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

/// From what an argument starts.
fn step_name<'r>(page: &Page<'r>, found: &Comparison<'r>, id: u32) -> String {
    let pair = found.both.steps.get(id);
    let of = |debate: &'r Debate, at: u32| debate.step(StepId(at)).premises.first().map(|claim| debate.claim(*claim).text.as_str());
    let premise = match (pair.new, pair.old) {
        (Some(new), _) => of(found.both.new, new),
        (None, Some(old)) => of(found.both.old, old),
        (None, None) => None,
    };
    premise.map_or_else(String::new, |words| format!("from {} ", page.refer_text(words)))
}
