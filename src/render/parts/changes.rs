//! What would change the judgements: the statements without which one would no longer stand, or another answer would come in.
//!
//! Those on which several judgements hang come first, and then each judgement with what would change it. Of statements, the ones that nobody
//! gave reasons for come first, because whatever rests on them falls with them. Not here: the assumptions, which say themselves what hangs
//! on them.

use crate::{
    analysis::verdict::Verdict,
    model::ids::ClaimId,
    render::{
        document::{Block, Ground},
        effects::{CHOICE, Change, Changes, Effect},
        facts::given,
        marks::{Joined, Role},
        page::Page,
        parts::{
            becomes::{applies_by_default, becomes, grounds},
            fates,
        },
        pick::Judgement,
        prose::{line::Line, words},
    },
};
use std::collections::BTreeMap;

/// How many statements are told for each judgement, unless all is told.
const MOST: usize = 12;

/// How many of these are statements that the page has not told.
const FRESH: usize = 3;

/// How many other answers are named beside one that applies by default.
const NAMED: usize = 4;

/// How many sets of statements that fall together are told where they are told one by one, and for how many ends, unless all is told.
const SETS: usize = 3;

/// The changes as blocks: who looks for what to watch is told that first.
pub fn blocks(items: Vec<Vec<Block>>, defaults: Vec<Vec<Block>>) -> Vec<Block> {
    let lead = "The statements named here are the ones to watch: an objection that nobody answers brings any of them down.";
    let lead = (!items.is_empty()).then(|| Line::sentence(lead, &[Ground::Method]).paragraph());
    let items: Vec<Vec<Block>> = items.into_iter().chain(defaults).collect();
    let list = (!items.is_empty()).then_some(Block::List { ordered: false, items });
    lead.into_iter().chain(list).collect()
}

/// What would change each judgement, as the items of a list: statements, and the judgements that hang on them.
pub fn items(page: &mut Page<'_>, judgements: &[Judgement]) -> Vec<Vec<Block>> {
    let facts = page.facts;
    let most = if page.bounds.kinds { CHOICE } else { MOST.min(page.bounds.entries) };
    let Lost { groups, more } = lost(page, judgements, most);
    let (shared, own): (Vec<_>, Vec<_>) = groups.into_iter().partition(|(numbers, _)| numbers.len() > 1);
    let mut lines: Vec<Line> = Vec::new();
    for (numbers, claims) in shared {
        lines.push(hang_on(page, judgements, &numbers, &claims));
    }
    let given: Vec<(ClaimId, usize)> = judgements
        .iter()
        .zip(1..)
        .flat_map(|(judgement, number)| given(page.report, judgement).iter().map(move |claim| (*claim, number)))
        .collect();
    let mut preferred = fates::rests_on(page, &given, false);
    for ((judgement, found), number) in judgements.iter().zip(&facts.changes).zip(1..) {
        for (numbers, claims) in own.iter().filter(|(numbers, _)| *numbers == [number]) {
            lines.push(hang_on(page, judgements, numbers, claims));
        }
        lines.extend(others(page, (judgement, number), found, most));
        lines.extend(preferred.extract_if(.., |(first, _)| *first == number).map(|(_, line)| line));
    }
    if !more.is_empty() {
        page.shortened = true;
        let rests = said_by(judgements, &more);
        let words = format!(
            "There are more statements without which {} would no longer stand; they are left out here.",
            page.judgement_list(&more)
        );
        lines.push(page.remark(&words, &rests));
    }
    lines.into_iter().map(|line| vec![line.paragraph()]).collect()
}

/// The single statements without which judgements would no longer stand.
struct Lost {
    /// Judgements by their numbers, with what each of them hangs on.
    groups: Vec<(Vec<usize>, Vec<ClaimId>)>,
    /// The judgements that hang on more.
    more: Vec<usize>,
}

/// Whether a change is that `judgement` no longer stands without a single statement.
fn is_lost(page: &Page<'_>, judgement: &Judgement, change: &Change) -> bool {
    change.effect == Effect::Lost && change.falls.len() == 1 && !applies_by_default(page, judgement)
}

fn lost(page: &Page<'_>, judgements: &[Judgement], most: usize) -> Lost {
    let mut told: Vec<(ClaimId, Vec<usize>)> = Vec::new();
    let mut more = Vec::new();
    for ((found, judgement), number) in page.facts.changes.iter().zip(judgements).zip(1..) {
        let lost = found.all.iter().filter(|change| is_lost(page, judgement, change));
        let lost: Vec<ClaimId> = lost.flat_map(|change| change.falls.iter().copied()).collect();
        // To say that one is left out takes as much room as that one.
        let is_all = page.bounds.kinds || lost.len() == most + 1;
        let (mut fresh, mut is_left) = (0, false);
        for (nth, claim) in lost.iter().enumerate() {
            let is_fresh = !page.is_said(*claim);
            if !is_all && (nth >= most || (is_fresh && fresh == FRESH)) {
                is_left = true;
                continue;
            }
            fresh += usize::from(is_fresh);
            match told.iter_mut().find(|(known, _)| known == claim) {
                Some((_, numbers)) => numbers.push(number),
                None => told.push((*claim, vec![number])),
            }
        }
        if is_left {
            more.push(number);
        }
    }
    // What hangs on the same judgements is told in one breath.
    let mut groups: Vec<(Vec<usize>, Vec<ClaimId>)> = Vec::new();
    for (claim, numbers) in told {
        match groups.iter_mut().find(|(known, _)| *known == numbers) {
            Some((_, claims)) => claims.push(claim),
            None => groups.push((numbers, vec![claim])),
        }
    }
    Lost { groups, more }
}

/// What else would change `judgement`, that which says most first.
fn others(page: &mut Page<'_>, (judgement, number): (&Judgement, usize), found: &Changes, most: usize) -> Vec<Line> {
    let mut single: BTreeMap<&Effect, Vec<ClaimId>> = BTreeMap::new();
    let mut joint: BTreeMap<&Effect, Vec<&[ClaimId]>> = BTreeMap::new();
    for change in found.all.iter().filter(|change| !is_lost(page, judgement, change)) {
        match change.falls.as_slice() {
            [only] => single.entry(&change.effect).or_default().push(*only),
            several => joint.entry(&change.effect).or_default().push(several),
        }
    }
    let is_beside = |page: &Page<'_>, effect: &Effect, claims: &[ClaimId]| matches!(effect, Effect::Beside(_)) && page.are_marked(claims);
    let (beside, others): (Vec<_>, Vec<_>) = single.into_iter().partition(|(effect, claims)| is_beside(page, effect, claims));
    let (few, some) = if page.bounds.kinds { (usize::MAX, usize::MAX) } else { (SETS, most) };
    page.shortened |= joint.len() > few || others.len() > some;
    let mut lines: Vec<Line> = Vec::new();
    for (effect, claims) in others.into_iter().take(some) {
        let told = told(page, &claims, most);
        let among = if told.len() < claims.len() { ", among others" } else { "" };
        let what = becomes(page, number, effect);
        let comma = if what.contains(", ") { "," } else { "" };
        let rests = [page.rest_on(told), grounds(judgement, effect)].concat();
        lines.push(page.remark(&format!("{}{comma} {}.", words::capital(&what), if_fell(page, told, among)), &rests));
    }
    if !beside.is_empty() {
        lines.push(joined_by(page, (judgement, number), &beside, most));
    }
    for (effect, sets) in joint.into_iter().take(few) {
        lines.push(together(page, (judgement, number), effect, &sets, found.is_firm));
    }
    lines
}

/// As many of `claims` as are told; to say that one is left out takes as much room as that one.
fn told<'c>(page: &mut Page<'_>, claims: &'c [ClaimId], most: usize) -> &'c [ClaimId] {
    let told = if claims.len() == most + 1 { claims } else { claims.get(..most).unwrap_or(claims) };
    page.shortened |= told.len() < claims.len();
    told
}

/// Which answers would stand beside the judgement of `number`, each with what would bring that about.
fn joined_by(page: &mut Page<'_>, (judgement, number): (&Judgement, usize), beside: &[(&Effect, Vec<ClaimId>)], most: usize) -> Line {
    let mut clauses: Vec<String> = Vec::new();
    let mut rests: Vec<Ground> = Vec::new();
    let shown = beside.get(..beside.len().min(if page.bounds.kinds { usize::MAX } else { most })).unwrap_or(beside);
    page.shortened |= shown.len() < beside.len();
    for (effect, claims) in shown {
        let Effect::Beside(others) = effect else { continue };
        let told = told(page, claims, most);
        let among = if told.len() < claims.len() { ", among others" } else { "" };
        let link = if clauses.is_empty() { " would stand beside it" } else { "," };
        clauses.push(format!("{}{link} {}", page.refer_all(others), if_fell(page, told, among)));
        rests.extend([page.rest_on(told), grounds(judgement, effect)].concat());
    }
    let name = words::capital(&page.judgement(number));
    page.remark(&format!("{name} would no longer be the only answer that stands: {}.", clauses.join("; ")), &rests)
}

/// What would become of the judgement of `number` if all statements of one of `sets` fell; `is_firm` says that no single one does away with it.
fn together(page: &mut Page<'_>, (judgement, number): (&Judgement, usize), effect: &Effect, sets: &[&[ClaimId]], is_firm: bool) -> Line {
    let groups = if sets.len() > CHOICE { None } else { find_groups(sets) };
    let told = if groups.is_some() { sets } else { sets.get(..SETS).unwrap_or(sets) };
    let among = if told.len() < sets.len() { ", among others" } else { "" };
    let fell = match groups {
        Some(groups) => {
            let (one, several): (Vec<_>, Vec<_>) = groups.into_iter().partition(|group| group.len() == 1);
            let one = one.concat();
            let sure = (!one.is_empty()).then(|| page.refer_glossed(&one, Joined::And));
            let either = several.iter().map(|group| one_of(page, group));
            match sure.into_iter().chain(either).collect::<Vec<_>>().as_slice() {
                [first, others @ ..] if !others.is_empty() => format!("if {first} fell together with {}", others.join(" and with ")),
                all => format!("if {} fell together", all.concat()),
            }
        }
        None => {
            let names: Vec<String> = told.iter().map(|set| page.refer_glossed(set, Joined::And)).collect();
            format!("if any of these fell together{among}: {}", names.join("; or "))
        }
    };
    let what = becomes(page, number, effect);
    let comma = if what.contains(", ") { "," } else { "" };
    let head = match (is_firm, what.strip_prefix(&page.judgement(number))) {
        (true, Some(rest)) => format!("{} stands whichever single statement falls, but{rest}", page.judgement(number)),
        _ => what,
    };
    let rests = [page.rest_on(&told.concat()), grounds(judgement, effect)].concat();
    page.remark(&format!("{}{comma} {fell}.", words::capital(&head)), &rests)
}

/// One of `claims`, each with what it is where these are of several kinds.
fn one_of(page: &Page<'_>, claims: &[ClaimId]) -> String {
    if page.are_marked(claims) && page.refer_any(claims).contains(", or ") {
        words::or(&claims.iter().map(|claim| page.refer_glossed(&[*claim], Joined::Or)).collect::<Vec<_>>())
    } else {
        page.refer_glossed(claims, Joined::Or)
    }
}

/// Groups of which `sets` are all the choices of one each, where they are that: `a c`, `a d`, `b c` and `b d` of `a b` and `c d`.
fn find_groups(sets: &[&[ClaimId]]) -> Option<Vec<Vec<ClaimId>>> {
    let first = sets.first()?;
    let instead = |at: usize| -> Vec<ClaimId> {
        let rest = |set: &&&[ClaimId]| first.iter().enumerate().all(|(other, claim)| other == at || set.contains(claim));
        let own = |set: &&[ClaimId]| set.iter().copied().find(|claim| first.get(at) == Some(claim) || !first.contains(claim));
        sets.iter().filter(rest).filter_map(own).collect()
    };
    let groups: Vec<Vec<ClaimId>> = (0..first.len()).map(instead).collect();
    let is_choice =
        |set: &&[ClaimId]| set.len() == groups.len() && groups.iter().all(|group| group.iter().any(|claim| set.contains(claim)));
    let count: usize = groups.iter().map(Vec::len).product();
    (count == sets.len() && sets.iter().all(is_choice)).then_some(groups)
}

/// `if any of claims fell`, and `among` what; their words come last where the page has no mark for them.
fn if_fell(page: &Page<'_>, claims: &[ClaimId], among: &str) -> String {
    let which = match claims.len() {
        1 => "this",
        2 => "either of these",
        _ => "any one of these",
    };
    if page.are_marked(claims) {
        format!("if {} fell{among}", page.refer_glossed(claims, Joined::Or))
    } else {
        format!("if {which} fell{among}: {}", page.refer_any(claims))
    }
}

/// What would change the judgements that apply by default, as the items of a list.
pub fn defaults(page: &mut Page<'_>, judgements: &[Judgement]) -> Vec<Vec<Block>> {
    let lines = judgements.iter().zip(1..).filter_map(|(judgement, number)| gives_way(page, judgement, number));
    lines.map(|line| vec![line.paragraph()]).collect()
}

/// What would put another answer in the place of one that applies by default.
fn gives_way(page: &mut Page<'_>, judgement: &Judgement, number: usize) -> Option<Line> {
    let (question, claim) = (judgement.question?, judgement.claim?);
    if !applies_by_default(page, judgement) {
        return None;
    }
    let analysis = &page.report.analysis;
    let others = || page.debate().question(question).answers.iter().copied().filter(|a| *a != claim);
    let of = |verdict: Verdict| -> Vec<ClaimId> { others().filter(|a| analysis.verdict(*a) == verdict).take(NAMED).collect() };
    let (standing, open) = (of(Verdict::Stands), of(Verdict::Open));
    let head = format!(
        "{} applies by default, and would give way to any other answer that came to stand alone",
        words::capital(&page.judgement(number))
    );
    let words = match (standing.as_slice(), open.as_slice()) {
        ([], []) => format!("{head}."),
        ([], [only]) => format!("{head}; {} is open.", page.refer(*only)),
        ([], open) => format!("{head}; {} are open.", page.refer_all(open)),
        ([only], _) => format!("{head}; {} stands, but not alone.", page.refer(*only)),
        (standing, _) => format!("{head}; {} stand, but none of them alone.", page.refer_all(standing)),
    };
    let rests = page.rest_on(&[standing, open, vec![claim]].concat());
    Some(page.remark(&words, &rests))
}

/// That the judgements of `numbers` would no longer stand without any one of `claims`.
fn hang_on(page: &mut Page<'_>, judgements: &[Judgement], numbers: &[usize], claims: &[ClaimId]) -> Line {
    let names = words::capital(&page.judgement_list(numbers));
    let (known, fresh): (Vec<ClaimId>, Vec<ClaimId>) = claims.iter().partition(|c| page.is_said(**c));
    let mut line = Line::default();
    if !known.is_empty() {
        let rests = [page.rest_on(&known), said_by(judgements, numbers)].concat();
        let words = format!("{names} would no longer stand {}.", if_fell(page, &known, ""));
        line.then(page.remark(&words, &rests));
    }
    for claim in fresh {
        let is_reported = page.facts.lexicon.inside(&page.claim(claim).text).is_some();
        let head = Line::of(format!("{names} would no longer stand {}", if is_reported { "if it did not hold" } else { "without this" }));
        line.then(page.tell_that(head, "that", claim, Role::Statement, ("", "")));
    }
    line
}

fn said_by(judgements: &[Judgement], numbers: &[usize]) -> Vec<Ground> {
    numbers.iter().filter_map(|n| judgements.get(n - 1).and_then(|j| j.claim)).map(Ground::Claim).collect()
}
