//! Finds premises that are told to play a part which the scheme of their support does not have.

use crate::{
    diagnostic::{
        nearest::find_nearest,
        problem::{Diagnostic, Safety},
    },
    lint::rule::{Context, rule},
    model::{
        debate::{Roles, StepKind},
        ids::ClaimId,
    },
    scheme::{all::find_scheme, definition::Scheme},
    text::edit::Edit,
};

rule! {
    /// A premise plays a part that the scheme of its support does not have.
    "unknown-role", Schemes, Warning, "unknown_role.md"
}

/// The most supports of which a claim is a premise that are looked at.
const MOST_USES: usize = 16;

fn check(cx: &Context<'_>, out: &mut Vec<Diagnostic>) {
    for (id, claim) in cx.debate.claim_ids().zip(&cx.debate.claims) {
        let Some(roles) = claim.details.as_ref().and_then(|d| d.roles.as_deref()) else { continue };
        let Some(schemes) = find_schemes(cx, id) else { continue };
        let known: Vec<&'static str> = schemes.iter().flat_map(|s| s.roles).map(|r| r.id).collect();
        for name in roles.names.iter().filter(|n| !known.contains(&n.as_str())) {
            out.push(problem(roles, name, &schemes, &known));
        }
    }
}

fn problem(roles: &Roles, name: &str, schemes: &[&'static Scheme], known: &[&'static str]) -> Diagnostic {
    let Some(scheme) = schemes.first() else {
        let found = Diagnostic::new(&CODE, roles.place, format!("`{name}` is a part of no scheme, since the support follows none"));
        return found.help("give the support a `scheme: …`, or leave the role out");
    };
    let found = Diagnostic::new(&CODE, roles.place, format!("`{}` has no part `{name}`", scheme.id));
    match find_nearest(name, known.iter().copied()) {
        Some(near) if roles.names.len() == 1 => {
            found.fix(Safety::Unsafe, format!("write `{near}`"), vec![Edit::new(roles.place.span, near)])
        }
        Some(near) => found.help(format!("write `{near}`")),
        None => found.help(format!("it has these: {}", known.join(", "))),
    }
}

/// The schemes of the supports that use a claim; nothing if one of them is not known, which is told by itself.
fn find_schemes(cx: &Context<'_>, claim: ClaimId) -> Option<Vec<&'static Scheme>> {
    let uses = cx.analysis.links.uses(claim).take(MOST_USES).map(|s| cx.debate.step(s));
    let named = uses.filter(|s| s.kind == StepKind::Support).filter_map(|s| s.details.as_ref()?.scheme.as_ref());
    named.map(|s| find_scheme(&s.name)).collect()
}
