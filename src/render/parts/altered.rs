//! One change since an earlier version in words: as a clause, and where a statement was worded otherwise, both wordings.

use crate::{
    diff::{
        change::{Aspect, Change, Item, Kind},
        compare::Comparison,
        pairs::{Pair, find},
    },
    model::{
        debate::{Contradiction, Debate, Preference, Step, StepKind},
        ids::{ClaimId, PartyId, QuestionId, SourceId, StepId},
    },
    render::{
        document::Ground,
        page::Page,
        parts::{
            acted,
            beside::{Beside, beside},
            details, fates, outcome,
        },
        prose::{line::Line, words},
        text,
    },
};
use std::collections::BTreeSet;

/// That one thing is new, and that several are.
const ADDED: [&str; 2] = ["was added", "were added"];
/// That one thing is gone, and that several are.
const REMOVED: [&str; 2] = ["was taken out", "were taken out"];

/// How many claims of a clash are looked at.
const FIRST: usize = 12;

/// Whether a change is told: not one to what is expected of the debate, which is no part of the argument, nor to a name in its files alone.
pub fn is_told(change: &Change) -> bool {
    !matches!(change.item, Item::Expectation(_)) && (change.kind != Kind::Changed || change.aspects != [Aspect::Name])
}

/// Whether it is told by itself: changes to claims are told with others.
pub fn is_named(change: &Change) -> bool {
    is_told(change) && !matches!(change.item, Item::Claim(..))
}

/// A change as a clause; nothing where it changed nothing that a reader knows. What the sentence is on already is called `it`.
pub fn done<'r>(page: &mut Page<'r>, found: &Comparison<'r>, change: &Change, on: Option<Item>) -> Option<String> {
    if change.kind == Kind::Changed && change.item != Item::AsOf {
        let is_on = match (on, change.item) {
            (Some(Item::Claim(on, _)), Item::Claim(id, _)) => on == id,
            (on, item) => on == Some(item),
        };
        let name = if is_on { "it".to_owned() } else { name(page, found, change) };
        let clauses = details::clauses(page, found, change);
        return (!clauses.is_empty()).then(|| format!("{name} {}", words::and(&clauses)));
    }
    Some(came_or_went(page, found, change, on)).filter(|clause| !clause.is_empty())
}

/// The changes of `set` as clauses; statements that came, or went, in one.
pub fn done_together<'r>(page: &mut Page<'r>, found: &Comparison<'r>, set: &[usize], on: Option<Item>) -> String {
    let all: Vec<&Change> = set.iter().filter_map(|at| found.changes.get(*at)).collect();
    let mut clauses: Vec<String> = Vec::new();
    for (kind, [one, several]) in [(Kind::Added, ADDED), (Kind::Removed, REMOVED)] {
        let claims: Vec<u32> = all.iter().filter(|change| change.kind == kind).filter_map(|change| claim(change)).collect();
        if !claims.is_empty() {
            let does = if claims.len() == 1 { one } else { several };
            clauses.push(format!("{} {does}", details::claim_names(page, found, claims)));
        }
    }
    // What took the place of another is told with that.
    let mut halves: Vec<Item> = Vec::new();
    for change in all.into_iter().filter(|change| change.kind == Kind::Changed || claim(change).is_none()) {
        if !halves.contains(&change.item) {
            clauses.extend(done(page, found, change, on));
            halves.extend(other_half(found, change));
        }
    }
    words::and(&clauses)
}

/// The claim that a change is made to.
pub const fn claim(change: &Change) -> Option<u32> {
    if let Item::Claim(id, _) = change.item { Some(id) } else { None }
}

/// What a change is made to, as the subject of a clause.
fn name<'r>(page: &mut Page<'r>, found: &Comparison<'r>, change: &Change) -> String {
    let both = &found.both;
    match change.item {
        Item::Claim(id, _) => details::claim_name(page, found, id),
        Item::Step(id) => step_name(page, found, id, change),
        Item::Question(id) => format!("the question {}", details::question(found, id)),
        Item::Preference(id) => preference_name(page, found, id),
        Item::Contradiction(id) => format!("the clash between {}", clashing(page, found, id)),
        Item::Source(id) => {
            let text = one_of(both.sources.get(id), |at| &both.new.source(SourceId(at)).text, |at| &both.old.source(SourceId(at)).text);
            format!("the source {}", text.map_or_else(String::new, |text| text::quoted(text)))
        }
        Item::Party(id) if change.kind == Kind::Changed => {
            let text = both.parties.get(id).new.map(|at| text::quoted(&both.new.party(PartyId(at)).text));
            format!("the party {}", text.unwrap_or_default())
        }
        Item::Party(id) => details::party(page, found, id),
        Item::Term(id) => {
            let of = |debate: &'r Debate, at: u32| debate.terms.get(at as usize).map_or("", |term| &term.name.shown);
            let name = one_of(both.terms.get(id), |at| of(both.new, at), |at| of(both.old, at));
            format!("the term “{}”", text::clean(name.unwrap_or_default()))
        }
        Item::Act(id) => acted::name(page, found, id),
        Item::About => "this page".to_owned(),
        Item::Limit(_) | Item::Expectation(_) | Item::AsOf => String::new(),
    }
}

/// That something is new or gone; nothing where what it came or went with says so.
fn came_or_went<'r>(page: &mut Page<'r>, found: &Comparison<'r>, change: &Change, on: Option<Item>) -> String {
    let (old, new) = (found.both.old, found.both.new);
    let is_new = change.kind == Kind::Added;
    let said = |[added, removed]: [&'static str; 2]| if is_new { added } else { removed };
    let does = match change.item {
        Item::Act(id) => {
            let claim = found.remarks.acts.get(id as usize).map(|(act, _)| act.claim);
            let is_on = matches!(on, Some(Item::Claim(on, _)) if claim == Some(on));
            return acted::clause(page, found, id, change.kind, is_on);
        }
        Item::Preference(id) if found.remarks.reversals.contains_key(&id) => return reversed(page, found, id),
        Item::Limit(id) => return limited(page, found, id, is_new),
        Item::Contradiction(id) => return clash(page, found, id, is_new),
        Item::Preference(id) => return weighed(page, found, id, is_new),
        Item::Step(id) => return used(page, found, id, is_new),
        Item::AsOf => {
            return match (old.about.as_of, new.about.as_of) {
                (Some(before), Some(now)) => format!("the day up to which this holds moved from {} to {}", before.words(), now.words()),
                (None, Some(now)) => format!("this is now said to hold as of {}", now.words()),
                (Some(before), None) => format!("this is no longer said to hold as of {}", before.words()),
                (None, None) => "the day up to which this holds is another".to_owned(),
            };
        }
        Item::Question(id) => {
            if let (Some(past), Some(old)) = (page.facts.past.as_ref(), found.both.questions.get(id).old) {
                return format!("{} was dropped", outcome::dropped(page, past, QuestionId(old)));
            }
            "was asked"
        }
        Item::Party(_) => said(["joined the debate", "left the debate"]),
        Item::Term(_) => said(["was given a sense", "no longer has a fixed sense"]),
        _ => said([ADDED, REMOVED].map(|[one, _]| one)),
    };
    format!("{} {does}", name(page, found, change))
}

/// The first claims of a clash.
fn clashing<'r>(page: &Page<'r>, found: &Comparison<'r>, id: u32) -> String {
    let claims = found.remarks.contradictions.get(id as usize).map_or(&[][..], |(claims, _)| claims.as_slice());
    first(page, found, &claims.iter().copied().filter(|claim| found.both.claims.get(*claim).new.is_some()).collect::<Vec<_>>())
}

/// The names of the first two of `claims`.
fn first<'r>(page: &Page<'r>, found: &Comparison<'r>, claims: &[u32]) -> String {
    let names = details::claim_names(page, found, claims.iter().take(2).copied());
    if claims.len() > 2 { format!("{names}, among others,") } else { names }
}

/// That claims exclude each other now, or no longer do; not those of which this is said still or was before, or of which one is gone.
fn clash<'r>(page: &mut Page<'r>, found: &Comparison<'r>, id: u32, is_new: bool) -> String {
    let both = &found.both;
    let Some((claims, _)) = found.remarks.contradictions.get(id as usize) else { return String::new() };
    let claims: Vec<u32> = claims.iter().copied().filter(|claim| both.claims.get(*claim).new.is_some()).collect();
    let of = |pair: Pair| if is_new { pair.old } else { pair.new };
    let others: Vec<&[u32]> =
        found.remarks.contradictions.iter().filter(|(_, pair)| of(*pair).is_some()).map(|(claims, _)| claims.as_slice()).collect();
    let others = |claim: u32| (0..).zip(&others).filter(move |(_, all)| all.binary_search(&claim).is_ok()).map(|(at, _)| at);
    let theirs: Vec<(u32, BTreeSet<usize>)> = claims.iter().take(FIRST).map(|claim| (*claim, others(*claim).collect())).collect();
    let with_turned = |(claim, one): &(u32, BTreeSet<usize>)| -> (u32, Vec<u32>) {
        let turned = theirs.iter().filter(|(other, all)| other != claim && one.is_disjoint(all));
        (*claim, turned.map(|(other, _)| *other).collect())
    };
    let turned: Vec<(u32, Vec<u32>)> = theirs.iter().map(with_turned).filter(|(_, others)| !others.is_empty()).collect();
    let is_all = turned.len() == theirs.len() && turned.iter().all(|(_, others)| others.len() + 1 == theirs.len());
    let reason = contradiction(found, id).map_or("", |clash| clash.text.as_str());
    let said = match turned.iter().max_by_key(|(claim, others)| (others.len(), *claim)) {
        None => return String::new(),
        Some(_) if is_all => {
            format!("{} are {} said to exclude each other", first(page, found, &claims), if is_new { "now" } else { "no longer" })
        }
        Some((claim, others)) => {
            let names = details::claim_names(page, found, others.iter().copied());
            format!("{} is {} said to exclude {names}", details::claim_name(page, found, *claim), if is_new { "now" } else { "no longer" })
        }
    };
    format!("{said}{}", for_reason(page, reason))
}

fn limited<'r>(page: &Page<'r>, found: &Comparison<'r>, id: u32, is_new: bool) -> String {
    let Some(((limit, target), _)) = found.remarks.limits.get(id as usize) else { return "a limit was changed".to_owned() };
    let (limit, target) = (details::claim_name(page, found, *limit), details::claim_name(page, found, *target));
    format!("{limit} {} {target}", if is_new { "was set as a limit to" } else { "no longer limits" })
}

/// What a sentence on `change` rests on: the claims of today that it is made to, or the debate.
pub fn grounds(found: &Comparison<'_>, change: &Change) -> Vec<Ground> {
    let remarks = &found.remarks;
    let of_step = |id: u32| -> Vec<u32> {
        let step = find(&found.both.new.steps, found.both.steps.get(id).new);
        step.into_iter().flat_map(Step::claims).map(|claim| found.both.claims.of_new(claim.0)).collect()
    };
    let claims = match change.item {
        Item::Claim(id, _) => vec![id],
        Item::Step(id) => of_step(id),
        Item::Act(id) => remarks.acts.get(id as usize).map(|(act, _)| act.claim).into_iter().collect(),
        Item::Limit(id) => remarks.limits.get(id as usize).map(|((limit, _), _)| *limit).into_iter().collect(),
        Item::Contradiction(id) => remarks.contradictions.get(id as usize).map(|(claims, _)| claims.clone()).unwrap_or_default(),
        Item::Preference(id) => {
            let sides = remarks.preferences.get(id as usize).map(|((stronger, weaker), _)| [*stronger, *weaker]);
            let of = |(claim, step): (Option<u32>, Option<u32>)| {
                claim.map_or_else(|| step.map(of_step).unwrap_or_default(), |claim| vec![claim])
            };
            sides.into_iter().flatten().flat_map(of).collect()
        }
        _ => Vec::new(),
    };
    let now = claims.into_iter().filter_map(|claim| found.both.claims.get(claim).new);
    let grounds: BTreeSet<u32> = now.collect();
    if grounds.is_empty() { vec![Ground::Debate] } else { grounds.into_iter().map(|claim| Ground::Claim(ClaimId(claim))).collect() }
}

/// That the text of `what` used to have other words, with the old ones beside the new; nothing where only its layout is another.
pub fn wording<'r>(page: &mut Page<'r>, what: &str, [old, new]: [&'r str; 2], rests: &[Ground]) -> Line {
    let Some(Beside { before, now, is_all }) = beside(&text::whole(old), &text::whole(new)) else { return Line::default() };
    let what = words::capital(what);
    // What stands on the page as a whole is not told again.
    let words = if is_all {
        format!("{what} is worded otherwise: it used to read {before}.")
    } else {
        format!("{what} is worded otherwise: where it now says {now}, it used to say {before}.")
    };
    page.remark(&words, rests)
}

/// What `new` says of the new form, or else `old` of the old one.
fn one_of<T>(pair: Pair, new: impl Fn(u32) -> T, old: impl Fn(u32) -> T) -> Option<T> {
    pair.new.map(new).or_else(|| pair.old.map(old))
}

/// The other change that this one is told with: to an act that took the place of another, or a preference that was turned round.
pub fn other_half(found: &Comparison<'_>, change: &Change) -> Option<Item> {
    match change.item {
        Item::Act(id) => acted::replaced(found, id)?.into_iter().find(|other| *other != id).map(Item::Act),
        Item::Preference(id) => found.remarks.reversals.get(&id).copied().map(Item::Preference),
        _ => None,
    }
}

/// That parties rank two things the other way round than they did, with both reasons; `id` is the old preference or the new one.
fn reversed<'r>(page: &mut Page<'r>, found: &Comparison<'r>, id: u32) -> String {
    let mut both = [Some(id), found.remarks.reversals.get(&id).copied()].map(|id| preference(found, id?));
    both.sort_by_key(|side| side.is_some_and(|(debate, _)| std::ptr::eq(debate, found.both.new)));
    let [Some((_, before)), Some((debate, now))] = both else { return "a preference was turned round".to_owned() };
    let [stronger, weaker] = [&now.stronger, &now.weaker].map(|side| fates::side(page, debate, side).unwrap_or_default());
    let whose = whose(page, found, debate, now);
    let ranks = match whose.as_slice() {
        [] => format!("{stronger} is now ranked"),
        parties => format!("{} ranked {stronger}", words::and(parties)),
    };
    let [now, mut before] = [now, before].map(|preference| for_reason(page, &preference.text));
    if now == before {
        before.clear();
    }
    format!("{ranks} above {weaker}{now}, and no longer below it{before}")
}

/// That one thing is ranked above another now, or no longer is, by whom and for what reason.
fn weighed<'r>(page: &mut Page<'r>, found: &Comparison<'r>, id: u32, is_new: bool) -> String {
    let Some((debate, preference)) = preference(found, id) else { return String::new() };
    let [stronger, weaker] = [&preference.stronger, &preference.weaker].map(|side| fates::side(page, debate, side).unwrap_or_default());
    let whose = words::and(&whose(page, found, debate, preference));
    let reason = for_reason(page, &preference.text);
    match (whose.is_empty(), is_new) {
        (true, true) => format!("{stronger} is now ranked above {weaker}{reason}"),
        (true, false) => format!("{stronger} is no longer ranked above {weaker}{reason}"),
        (false, true) => format!("{whose} ranked {stronger} above {weaker}{reason}"),
        (false, false) => format!("the preference of {whose} for {stronger} over {weaker}{reason} was taken out"),
    }
}

/// Whose a preference of `debate` is.
fn whose<'r>(page: &mut Page<'r>, found: &Comparison<'r>, debate: &Debate, preference: &Preference) -> Vec<String> {
    let both = &found.both;
    let id_of = |party: u32| if std::ptr::eq(debate, both.new) { both.parties.of_new(party) } else { both.parties.of_old(party) };
    preference.speakers.iter().map(|s| details::party(page, found, id_of(s.party.0))).collect()
}

/// A preference by what it ranks higher, and than what.
fn preference_name<'r>(page: &Page<'r>, found: &Comparison<'r>, id: u32) -> String {
    let Some((debate, preference)) = preference(found, id) else { return "a preference".to_owned() };
    let [stronger, weaker] = [&preference.stronger, &preference.weaker].map(|side| fates::side(page, debate, side).unwrap_or_default());
    format!("the preference for {stronger} over {weaker}")
}

/// The reason that is given, if one is: by what it is called, or in its words with their mark, which stand in no brackets.
fn for_reason<'r>(page: &mut Page<'r>, text: &'r str) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    let known = page.tell_once(text);
    match page.mark(text).as_str() {
        mark if known.is_none() && !mark.is_empty() => format!(" with the reason {} {mark}", text::quoted(text)),
        _ => format!(" ({})", known.unwrap_or_else(|| text::quoted(text))),
    }
}

/// A clash as it is now, or else as it was.
fn contradiction<'r>(found: &Comparison<'r>, id: u32) -> Option<&'r Contradiction> {
    let (_, pair) = found.remarks.contradictions.get(id as usize)?;
    let of = |debate: &'r Debate, at: u32| debate.contradictions.get(at as usize);
    one_of(*pair, |at| of(found.both.new, at), |at| of(found.both.old, at)).flatten()
}

/// A preference as it is now, or else as it was, with its debate.
fn preference<'r>(found: &Comparison<'r>, id: u32) -> Option<(&'r Debate, &'r Preference)> {
    let (_, pair) = found.remarks.preferences.get(id as usize)?;
    one_of(*pair, |at| (found.both.new, at), |at| (found.both.old, at))
        .and_then(|(debate, at)| Some((debate, debate.preferences.get(at as usize)?)))
}

/// An argument by what it is for or against; by its points where it bears on something else.
fn step_name<'r>(page: &Page<'r>, found: &Comparison<'r>, id: u32, change: &Change) -> String {
    let Some((debate, made)) = step(found, id) else { return "an argument".to_owned() };
    if change.aspects.contains(&Aspect::Targets) {
        return points(page, debate, made);
    }
    let target = made.targets.first().map_or_else(String::new, |target| details::target_name(page, debate, *target));
    format!("{} {target}", if made.kind == StepKind::Support { "a reason for" } else { "what was said against" })
}

/// That points speak for or against something now, or no longer do.
fn used<'r>(page: &Page<'r>, found: &Comparison<'r>, id: u32, is_new: bool) -> String {
    let Some((debate, made)) = step(found, id) else { return String::new() };
    let targets: Vec<String> = made.targets.iter().map(|target| details::target_name(page, debate, *target)).collect();
    let now = if is_new { "now" } else { "no longer" };
    format!("{} {now} {} {}", points(page, debate, made), details::speaks(made), words::and(&targets))
}

/// The points that an argument starts from.
fn points<'r>(page: &Page<'r>, debate: &'r Debate, step: &Step) -> String {
    page.refer_texts(step.premises.iter().map(|claim| debate.claim(*claim).text.as_str()))
}

/// An argument as it is now, or else as it was, with its debate.
fn step<'r>(found: &Comparison<'r>, id: u32) -> Option<(&'r Debate, &'r Step)> {
    let (old, new) = (found.both.old, found.both.new);
    one_of(found.both.steps.get(id), |at| (new, new.step(StepId(at))), |at| (old, old.step(StepId(at))))
}
