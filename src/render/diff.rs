//! What changed from one debate to another as Markdown, fit for a comment on a pull request: first what turned and what turned it, then
//! the changes that turned nothing.
//!
//! A comment is read by hosts that know people and issues by `@name` and `#7`; nothing in a debate calls anybody.

use crate::{
    analysis::outcome::Outcome,
    diff::{
        cause::Goal,
        change::{Change, Item, Kind},
        compare::{Flip, GONE, Side},
    },
    emit::tally::many,
    model::ids::{ClaimId, QuestionId},
    render::{diff_entry::Entry, diff_says::Says, document::Block, markdown::markdown, prose::words},
};
use std::collections::BTreeSet;

/// The most changes of one debate that are told one by one.
const MOST: usize = 200;

/// The changes of all debates.
pub fn render(entries: &[Entry<'_>]) -> String {
    let mut blocks = vec![Block::Heading(2, Says::of("What changed in the argument").line())];
    let changed: Vec<&Entry<'_>> = entries.iter().filter(|e| e.is_told()).collect();
    if changed.is_empty() {
        blocks.push(Block::Paragraph(Says::of("Nothing.").line()));
    }
    for entry in &changed {
        if entries.len() > 1 || !entry.is_common() || entry.old_path == entry.new_path {
            blocks.push(Block::Heading(3, Says::default().name(entry.path()).line()));
        }
        blocks.push(Block::Paragraph(summary(entry).line()));
        blocks.extend(errors(entry).map(|says| Block::Paragraph(says.line())));
        if entry.is_common() {
            flips(entry, &mut blocks);
        }
        gone(entry, &mut blocks);
        if entry.is_common() {
            changes(entry, &mut blocks);
        }
    }
    markdown(&blocks)
}

/// Counts in one sentence.
fn summary(entry: &Entry<'_>) -> Says {
    let claims = |side: Side<'_>| many(side.debate.claims.len(), "claim");
    match (&entry.old_path, &entry.new_path) {
        (None, _) => return Says::of(&format!("This debate is new, with {}.", claims(entry.new))),
        (_, None) => return Says::of(&format!("This debate is gone, with {}.", claims(entry.old))),
        (Some(old), Some(new)) if old != new => return Says::of("From ").name(old).say(" to ").name(new).say(". ").join(counts(entry)),
        _ => {}
    }
    counts(entry)
}

/// What was not understood, and so not compared.
fn errors(entry: &Entry<'_>) -> Option<Says> {
    let told = |count: usize| words::count(count, "error", "errors");
    let what = match (entry.old_errors, entry.new_errors) {
        (0, 0) => return None,
        (old, 0) => format!("The old state has {}", told(old)),
        (0, new) => format!("The new state has {}", told(new)),
        (old, new) => words::capital(&format!("{} in the old state, and {} in the new one", told(old), told(new))),
    };
    Some(
        Says::default()
            .strong(&format!("{what}."))
            .say(" What they touch may be compared wrongly, or not at all; ")
            .name("agon check")
            .say(" shows them."),
    )
}

fn counts(entry: &Entry<'_>) -> Says {
    let (verdicts, questions): (Vec<&Flip>, Vec<&Flip>) = entry.found.flips.iter().partition(|f| matches!(f.goal, Goal::Claim(..)));
    let mut turned = Vec::new();
    if !questions.is_empty() {
        let verb = if questions.len() == 1 { "comes out" } else { "come out" };
        turned.push(format!("{} {verb} otherwise", words::count(questions.len(), "question", "questions")));
    }
    if !verdicts.is_empty() {
        turned.push(format!("{} flipped", words::count(verdicts.len(), "verdict", "verdicts")));
    }
    let (claims, questions): (Vec<&Flip>, Vec<&Flip>) = entry.found.gone.iter().partition(|f| matches!(f.goal, Goal::Claim(..)));
    for (list, one, several) in
        [(questions, "decided question is", "decided questions are"), (claims, "decided claim is", "decided claims are")]
    {
        if !list.is_empty() {
            turned.push(format!("{} gone", words::count(list.len(), one, several)));
        }
    }
    let mut says = if turned.is_empty() {
        Says::of(if entry.has_errors() { "No verdict flipped in what is understood." } else { "No verdict flipped." })
    } else {
        Says::default().strong(&format!("{}.", words::capital(&words::and(&turned))))
    };
    let mut parts = Vec::new();
    for kind in [Kind::Added, Kind::Removed, Kind::Changed] {
        let told = NOUNS.iter().filter_map(|(one, many)| {
            let count = entry.found.changes.iter().filter(|c| noun(c) == *one && c.kind == kind).count();
            // Of what there is only one, none is counted.
            let told = || if one.starts_with("the ") { (*one).to_owned() } else { words::count(count, one, many) };
            (count > 0).then(told)
        });
        let told: Vec<String> = told.collect();
        if !told.is_empty() {
            parts.push(format!("{} {}", words::and(&told), kind.word()));
        }
    }
    if !parts.is_empty() {
        says = says.say(&format!(" {}.", words::capital(&parts.join("; "))));
    }
    says
}

/// What changes are made to, one and several, in the order in which they are counted.
const NOUNS: [(&str, &str); 13] = [
    ("question", "questions"),
    ("claim", "claims"),
    ("support or attack", "supports or attacks"),
    ("contradiction", "contradictions"),
    ("preference", "preferences"),
    ("party", "parties"),
    ("source", "sources"),
    ("term", "terms"),
    ("expectation", "expectations"),
    ("limit", "limits"),
    ("position of a party", "positions of parties"),
    ("the as-of day", ""),
    ("the front matter", ""),
];

/// What a change is made to.
const fn noun(change: &Change) -> &'static str {
    match change.item {
        Item::Question(_) => "question",
        Item::Claim(..) => "claim",
        Item::Step(_) => "support or attack",
        Item::Party(_) => "party",
        Item::Source(_) => "source",
        Item::Term(_) => "term",
        Item::Expectation(_) => "expectation",
        Item::Contradiction(_) => "contradiction",
        Item::Preference(_) => "preference",
        Item::Limit(_) => "limit",
        Item::Act(_) => "position of a party",
        Item::AsOf => "the as-of day",
        Item::About => "the front matter",
    }
}

/// What turned, by what turned it.
fn flips(entry: &Entry<'_>, blocks: &mut Vec<Block>) {
    let mut groups: Vec<(&Flip, Vec<&Flip>)> = Vec::new();
    for flip in &entry.found.flips {
        match groups.iter_mut().find(|(first, _)| first.cause == flip.cause) {
            Some((_, all)) => all.push(flip),
            None => groups.push((flip, vec![flip])),
        }
    }
    if groups.is_empty() {
        return;
    }
    blocks.push(Block::Heading(4, Says::of("What turned, and what turned it").line()));
    let items = groups.into_iter().map(|(first, all)| {
        let mut item = cause(entry, first);
        item.push(Block::List { ordered: false, items: all.iter().map(|flip| vec![turned(entry, flip)]).collect() });
        item
    });
    blocks.push(Block::List { ordered: false, items: items.collect() });
}

/// What was decided and is removed.
fn gone(entry: &Entry<'_>, blocks: &mut Vec<Block>) {
    if !entry.found.gone.is_empty() {
        blocks.push(Block::Heading(4, Says::of("What was decided and is gone").line()));
        blocks.push(Block::List { ordered: false, items: entry.found.gone.iter().map(|flip| vec![turned(entry, flip)]).collect() });
    }
}

/// What turned something, to be followed by what it turned.
fn cause(entry: &Entry<'_>, flip: &Flip) -> Vec<Block> {
    let change = |index: &usize| entry.found.changes.get(*index).map(|c| Says::default().change(entry, c)).unwrap_or_default();
    let several = |set: &[usize]| -> Says {
        let mut says = Says::default();
        for (at, index) in set.iter().enumerate() {
            let link = match at {
                0 => "",
                _ if at + 1 == set.len() => "; and ",
                _ => "; ",
            };
            says = says.say(link).join(change(index));
        }
        says
    };
    let more = if flip.cause.more { ", or by others like them" } else { "" };
    match flip.cause.sets.as_slice() {
        [] => vec![Block::Paragraph(Says::of("By changes that could not be told apart:").line())],
        [set] if flip.cause.smallest => vec![Block::Paragraph(several(set).capital().line())],
        [set] => {
            let says = several(set).capital();
            vec![Block::Paragraph(says.say(" (nothing here can be spared, but there may be a smaller cause)").line())]
        }
        sets => {
            let alternatives = sets.iter().map(|set| vec![Block::Paragraph(several(set).line())]).collect();
            let lead = Says::of(&format!("By any one of these alone{more}:")).line();
            vec![
                Block::Paragraph(lead),
                Block::List { ordered: true, items: alternatives },
                Block::Paragraph(Says::of("Each of them turns:").line()),
            ]
        }
    }
}

fn turned(entry: &Entry<'_>, flip: &Flip) -> Block {
    let says = match &flip.goal {
        Goal::Claim(id, word) => {
            let pair = entry.found.both.claims.get(*id);
            let before = pair.old.map_or("", |old| entry.old.analysis.verdict(ClaimId(old)).word());
            Says::default().claim(entry, *id).say(": ").say(before).say(" → ").strong(word).quote(entry, *id)
        }
        Goal::Question(id, after) => {
            let pair = entry.found.both.questions.get(*id);
            let new = pair.new.and_then(|q| entry.new.debate.questions.get(q as usize));
            let Some(question) = new.or_else(|| pair.old.and_then(|q| entry.old.debate.questions.get(q as usize))) else {
                return Block::Paragraph(Vec::new());
            };
            let before = pair.old.map(|old| entry.old.analysis.outcome(QuestionId(old)).clone());
            let name = |claim: ClaimId| entry.old.debate.claim(claim).name.shown.to_string();
            let says = Says::of("the question ").name(&question.name.shown).say(": ");
            let says = before.map_or(says.clone(), |before| outcome(says.clone(), &before, &name));
            let name = |claim: ClaimId| {
                let pair = entry.found.both.claims.get(claim.0);
                let new = pair.new.map(|c| entry.new.debate.claim(ClaimId(c)).name.shown.to_string());
                new.or_else(|| pair.old.map(|c| entry.old.debate.claim(ClaimId(c)).name.shown.to_string())).unwrap_or_default()
            };
            let says = says.say(" → ");
            let says = if new.is_none() { says.strong(GONE) } else { outcome(says, after, &name) };
            says.say(" ").quoted(&question.text)
        }
    };
    Block::Paragraph(says.line())
}

fn outcome(says: Says, outcome: &Outcome, name: &dyn Fn(ClaimId) -> String) -> Says {
    match outcome {
        Outcome::Answer(claim) => says.name(&name(*claim)),
        Outcome::Default(claim) => says.name(&name(*claim)).say(" by default"),
        Outcome::Open(claims) if claims.is_empty() => says.say("no answer"),
        Outcome::Open(_) => says.say("several answers"),
    }
}

/// What changes are told together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Questions,
    Claims,
    Steps,
    Documents,
    Expectations,
    Remarks,
}

impl Group {
    /// All, in the order in which they are told.
    const ALL: [Self; 6] = [Self::Questions, Self::Claims, Self::Steps, Self::Documents, Self::Expectations, Self::Remarks];

    const fn of(change: &Change) -> Self {
        match change.item {
            Item::Question(_) => Self::Questions,
            Item::Claim(..) => Self::Claims,
            Item::Step(_) | Item::Contradiction(_) | Item::Preference(_) => Self::Steps,
            Item::Party(_) | Item::Source(_) | Item::Term(_) => Self::Documents,
            Item::Expectation(_) => Self::Expectations,
            Item::Limit(_) | Item::Act(_) | Item::AsOf | Item::About => Self::Remarks,
        }
    }

    const fn heading(self) -> &'static str {
        match self {
            Self::Questions => "questions",
            Self::Claims => "claims, with their rebuttals and undercuts",
            Self::Steps => "supports, attacks and preferences",
            Self::Documents => "parties, sources and terms",
            Self::Expectations => "expectations",
            Self::Remarks => "remarks",
        }
    }
}

/// The changes that were not told as causes already, each kind under its heading.
fn changes(entry: &Entry<'_>, blocks: &mut Vec<Block>) {
    let turned = entry.found.flips.iter().chain(&entry.found.gone);
    let causes: BTreeSet<usize> = turned.flat_map(|flip| flip.cause.sets.iter().flatten().copied()).collect();
    let mut told = 0;
    for group in Group::ALL {
        let of_group = || (0..).zip(&entry.found.changes).filter(|(_, c)| Group::of(c) == group);
        let left: Vec<&Change> = of_group().filter(|(at, _)| !causes.contains(at)).map(|(_, c)| c).collect();
        let shown = left.len().min(MOST.saturating_sub(told));
        told += shown;
        let mut items: Vec<Vec<Block>> =
            left.iter().take(shown).map(|c| vec![Block::Paragraph(Says::default().change(entry, c).capital().line())]).collect();
        if left.len() > shown {
            items.push(vec![Block::Paragraph(Says::of(&format!("… and {} more", left.len() - shown)).line())]);
        }
        if !items.is_empty() {
            let heading = group.heading();
            let is_rest = of_group().count() > left.len();
            let heading = if is_rest { format!("Further {heading}") } else { words::capital(heading) };
            blocks.push(Block::Heading(4, Says::of(&heading).line()));
            blocks.push(Block::List { ordered: false, items });
        }
    }
}
