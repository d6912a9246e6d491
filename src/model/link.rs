//! The second pass: attributes are read, and every move is linked to its target.

use crate::{
    diagnostic::{code::Code, problem::Diagnostic},
    model::{
        at::At,
        attributes, codes,
        debate::{ClaimKind, Few, Limit, Speaker, Step, StepKind, Target},
        ids::{ClaimId, StepId},
        scope::Said,
        target::{no_text, wrong_target},
        work::{Work, keep_first},
    },
    syntax::keyword::{ClauseWord, Keyword},
    text::span::Place,
};

/// Reads the speakers, questions and attributes of what a statement declares.
pub fn describe<'s>(work: &mut Work<'s>, at: &At<'s>) {
    attributes::read(work, at);
    if !at.declares() {
        let by = at
            .tree
            .find_clause(at.statement, ClauseWord::By)
            .filter(|_| at.statement.keyword.is_said() || at.statement.keyword == Keyword::Question);
        if let (Some(by), Some(name)) = (by, at.statement.name) {
            let title =
                format!("this {} only refers to `{}`, so it has no speaker of its own", at.statement.keyword.word(), name.of(at.text));
            let found = Diagnostic::new(&codes::BARE_SPEAKER, at.place(by.span), title);
            work.diagnostics.push(found.help(format!("to say that a party holds it, write `accept {} by NAME`", name.of(at.text))));
        }
        return;
    }
    match work.said(at) {
        Some(Said::Question(question)) => work.debate.question_mut(question).speakers = work.speakers(at),
        Some(said) => {
            let speakers = work.speakers(at);
            if let Some(step) = said.step() {
                work.debate.step_mut(step).speakers.clone_from(&speakers);
            }
            if let Some(claim) = said.claim() {
                work.debate.claim_mut(claim).speakers = speakers;
            }
        }
        None => {}
    }
}

/// Links one statement to what it bears on.
pub fn link<'s>(work: &mut Work<'s>, at: &At<'s>) {
    let keyword = at.statement.keyword;
    match keyword {
        Keyword::Question => drop(bare(work, at)),
        Keyword::Claim | Keyword::Fact | Keyword::Assumption => answer(work, at),
        Keyword::Premise => premise(work, at),
        Keyword::Support | Keyword::Rebuttal | Keyword::Undercut => step(work, at),
        Keyword::Limit => limit(work, at),
        _ => {}
    }
}

/// What a bare statement refers to. Children find it by [`Work::said`].
fn bare<'s>(work: &mut Work<'s>, at: &At<'s>) -> Option<Said> {
    if at.declares() {
        return work.said(at);
    }
    let place = at.place(at.statement.name?);
    match work.scopes.require_statement(place) {
        Ok((said, declared)) => {
            let wants_question = at.statement.keyword == Keyword::Question;
            if wants_question != matches!(said, Said::Question(_)) {
                let is = if wants_question { "is no question" } else { "is a question" };
                let title = format!("`{}` {is}", place.span.of(at.text));
                let found = Diagnostic::new(&codes::WRONG_KIND, place, title).related(declared, "it is declared here");
                work.diagnostics.push(found.help(format!("write the name of {}", if wants_question { "a question" } else { "a claim" })));
                return None;
            }
            work.set_said(at, said);
            Some(said)
        }
        Err(problem) => {
            work.diagnostics.push(*problem);
            None
        }
    }
}

/// The claim that a bare statement refers to; a support with premises has none.
fn bare_claim<'s>(work: &mut Work<'s>, at: &At<'s>) -> Option<ClaimId> {
    let said = bare(work, at)?;
    let place = at.place(at.statement.name.unwrap_or(at.statement.header));
    match said {
        Said::Claim(claim) | Said::Both(claim, _) => Some(claim),
        Said::Step(step) => {
            let found = no_text(work, place, step, &format!("cannot be used as {}", at.statement.keyword.noun()));
            work.diagnostics.push(found);
            None
        }
        Said::Question(_) => None,
    }
}

fn answer<'s>(work: &mut Work<'s>, at: &At<'s>) {
    let Some(claim) = bare_claim(work, at) else { return };
    if !at.declares() {
        work.set_said(at, Said::Claim(claim));
    }
    let nested = at.parent().and_then(|p| work.said(&p)).and_then(|s| if let Said::Question(q) = s { Some(q) } else { None });
    let mut questions: Vec<_> = nested.into_iter().collect();
    for mention in at.mentions(ClauseWord::On) {
        match work.scopes.require_meant(mention) {
            Ok(Said::Question(question)) => questions.push(question),
            Ok(_) => {
                let place = mention.place;
                let found = Diagnostic::new(&codes::WRONG_KIND, place, format!("`{}` is no question", place.span.of(at.text)));
                let declared = work.scopes.require_statement(place).map(|(_, declared)| declared).ok();
                let found = declared.into_iter().fold(found, |found, declared| found.related(declared, "it is declared here"));
                work.diagnostics.push(found.help("write the name of a question after `on`"));
            }
            Err(problem) => work.diagnostics.push(*problem),
        }
    }
    for question in questions {
        if !work.debate.claim(claim).answers.contains(&question) {
            work.debate.question_mut(question).answers.push(claim);
            work.debate.claim_mut(claim).answers.push(question);
        }
    }
}

fn premise<'s>(work: &mut Work<'s>, at: &At<'s>) {
    let Some(claim) = bare_claim(work, at) else { return };
    let Some(parent) = at.parent() else { return };
    if at.declares() {
        inherit(work, at, &parent);
    } else {
        work.set_said(at, Said::Claim(claim));
    }
    if let Some(Said::Step(step)) = work.said(&parent) {
        work.debate.step_mut(step).premises.push(claim);
    }
}

fn limit<'s>(work: &mut Work<'s>, at: &At<'s>) {
    let Some(claim) = bare_claim(work, at) else { return };
    if !at.declares() {
        work.set_said(at, Said::Claim(claim));
    }
    each_target(work, at, ClauseWord::For, |work, said, place| match said.claim() {
        Some(target) => work.debate.limits.push(Limit { claim, target }),
        None => wrong_target(work, at, said, place),
    });
}

fn step<'s>(work: &mut Work<'s>, at: &At<'s>) {
    let Some(said) = bare(work, at) else { return };
    let (kind, word) = match at.statement.keyword {
        Keyword::Support => (StepKind::Support, ClauseWord::For),
        Keyword::Rebuttal => (StepKind::Rebuttal, ClauseWord::Against),
        _ => (StepKind::Undercut, ClauseWord::Against),
    };
    let step = if at.declares() {
        if let Some(parent) = at.parent() {
            inherit(work, at, &parent);
        }
        said.step()
    } else if at.parent().is_none() && at.tree.find_clause(at.statement, word).is_none() {
        return;
    } else {
        reuse(work, at, said, kind)
    };
    let Some(step) = step else { return };
    work.debate.step_mut(step).targets.reserve_exact(at.clause(word).len().max(1));
    each_target(work, at, word, |work, said, place| {
        let target = if kind == StepKind::Undercut { said.step().map(Target::Step) } else { said.claim().map(Target::Claim) };
        match target {
            Some(target) if attackable(work, at, kind, target, place) => {
                work.debate.step_mut(step).targets.push(target);
            }
            Some(_) => {}
            None => wrong_target(work, at, said, place),
        }
    });
}

/// One more use of an existing claim or step: a step of its own, with the same premises.
fn reuse<'s>(work: &mut Work<'s>, at: &At<'s>, said: Said, kind: StepKind) -> Option<StepId> {
    if let (Said::Step(_), true) = (said, kind != StepKind::Support) {
        bare_claim(work, at);
        return None;
    }
    let name = work.path(at);
    let id = StepId(work.debate.steps.len() as u32);
    // A support is used again with its premises, which later statements may still add to: `copy_premises` reads them at the end.
    let original = said.step().filter(|s| kind == StepKind::Support && work.debate.step(*s).kind == StepKind::Support);
    let strict = original.is_some_and(|s| work.debate.step(s).strict) || at.tree.find_clause(at.statement, ClauseWord::Strictly).is_some();
    let speakers = original.map(|s| work.debate.step(s).speakers.clone()).unwrap_or_default();
    let details = original.and_then(|s| work.debate.step(s).details.clone());
    let premises = said.claim().into_iter().collect();
    work.debate.steps.push(Step { name, kind, strict, premises, targets: Few::new(), speakers, place: at.header(), details });
    if let Said::Step(original) = said {
        work.copies.push((original, id));
    }
    work.set_said(at, said.claim().map_or(Said::Step(id), |claim| Said::Both(claim, id)));
    Some(id)
}

/// Gives each step that uses a support once more the premises of that support, and leaves out what a step names twice.
pub fn settle(work: &mut Work<'_>) {
    for (original, copy) in std::mem::take(&mut work.copies) {
        let premises = work.debate.step(original).premises.clone();
        work.debate.step_mut(copy).premises = premises;
    }
    let Work { debate, diagnostics, .. } = work;
    for step in &mut debate.steps {
        keep_first(&mut step.targets);
        if let Some(twice) = keep_first(&mut step.premises) {
            let name = debate.claims.get(twice.index()).map_or("", |c| &c.name.shown);
            let found = Diagnostic::new(&codes::DUPLICATE_NAME, step.place, format!("`{name}` is a premise of this support twice"));
            diagnostics.push(found.help("leave out one of them"));
        }
    }
}

/// Calls `act` with each thing that a statement bears on: the statement it is nested in, else the names after `word`.
fn each_target<'s>(work: &mut Work<'s>, at: &At<'s>, word: ClauseWord, mut act: impl FnMut(&mut Work<'s>, Said, Place)) {
    if let Some(parent) = at.parent() {
        if let Some(said) = work.said(&parent) {
            act(work, said, parent.header());
        }
        return;
    }
    for mention in at.mentions(word) {
        match work.scopes.require_meant(mention) {
            Ok(said) => act(work, said, mention.place),
            Err(problem) => work.diagnostics.push(*problem),
        }
    }
}

/// Takes the speakers of the statement above, where a support or premise names none itself. An attack is said by its own speakers
/// only, so a support under an attack that has none inherits nothing; nor does one under a bare name, which says nothing itself.
fn inherit<'s>(work: &mut Work<'s>, at: &At<'s>, parent: &At<'s>) {
    let Some(said) = work.said(at) else { return };
    let own = said.claim().map(|c| &work.debate.claim(c).speakers).or_else(|| said.step().map(|s| &work.debate.step(s).speakers));
    if !parent.statement.declares
        || !matches!(at.statement.keyword, Keyword::Support | Keyword::Premise)
        || own.is_some_and(|s| !s.is_empty())
    {
        return;
    }
    let above = match work.said(parent) {
        Some(Said::Claim(claim) | Said::Both(claim, _)) => work.debate.claim(claim).speakers.clone(),
        Some(Said::Step(step)) => work.debate.step(step).speakers.clone(),
        _ => return,
    };
    let speakers: Few<Speaker> = above.iter().map(|s| Speaker { party: s.party, inherited: true }).collect();
    if let Some(step) = said.step() {
        work.debate.step_mut(step).speakers.clone_from(&speakers);
    }
    if let Some(claim) = said.claim() {
        work.debate.claim_mut(claim).speakers = speakers;
    }
}

/// Whether a target can be attacked in this way; else the problem is reported.
fn attackable(work: &mut Work<'_>, at: &At<'_>, kind: StepKind, target: Target, place: Place) -> bool {
    let (code, title, declared, help): (&'static Code, _, _, _) = match (kind, target) {
        (StepKind::Rebuttal, Target::Claim(claim)) if work.debate.claim(claim).kind == ClaimKind::Fact => {
            let claim = work.debate.claim(claim);
            (
                &codes::ATTACK_ON_FACT,
                format!("this rebuttal attacks the fact `{}`", claim.name.shown),
                claim.place,
                "make the fact a `claim` or an `assumption`, if somebody disputes it",
            )
        }
        (StepKind::Undercut, Target::Step(step)) if work.debate.step(step).strict => {
            let step = work.debate.step(step);
            (
                &codes::ATTACK_ON_STRICT_STEP,
                format!("this undercut attacks the strict step `{}`", step.name.shown),
                step.place,
                "leave out `strictly`, if the step can fail, or rebut one of its premises",
            )
        }
        _ => return true,
    };
    let at = if place == declared { at.header() } else { place };
    work.diagnostics.push(Diagnostic::new(code, at, title).related(declared, "it is declared here").help(help));
    false
}
