//! Systems of the literature whose answers are known.

use agon::theory::system::{
    definition::System,
    derived::close_under_transposition,
    rules::{RuleId, Sentence},
};

/// Caminada and Amgoud 2007, example 4, transposed: John wears a ring (0) and goes out (1); so he is married (2), so a bachelor (3); so
/// he has a wife (4), so he has none, which is the other thing returned.
pub(crate) fn married_john() -> (System, Sentence) {
    let mut s = System::new(5);
    let [wr, go, m, b, hw] = [0, 1, 2, 3, 4];
    s.add_axiom(wr);
    s.add_axiom(go);
    s.add_defeasible(&[wr], m);
    s.add_defeasible(&[go], b);
    s.add_strict(&[m], hw);
    let no_wife = s.negation(hw);
    s.add_strict(&[b], no_wife);
    close_under_transposition(&mut s);
    (s, no_wife)
}

/// The Nixon diamond: a quaker (0) and republican (1) is a pacifist (2), and is none, which is returned with the two rules.
pub(crate) fn nixon() -> (System, Sentence, [RuleId; 2]) {
    let mut s = System::new(3);
    let [quaker, republican, pacifist] = [0, 1, 2];
    s.add_axiom(quaker);
    s.add_axiom(republican);
    let d1 = s.add_defeasible(&[quaker], pacifist);
    let not = s.negation(pacifist);
    let d2 = s.add_defeasible(&[republican], not);
    (s, not, [d1, d2])
}

/// Three (0 to 2) want to ride (3 to 5) a tandem for two.
pub(crate) fn tandem() -> System {
    let mut s = System::new(6);
    for i in 0..3 {
        s.add_axiom(i);
        s.add_defeasible(&[i], 3 + i);
    }
    let third_stays = s.negation(5);
    s.add_strict(&[3, 4], third_stays);
    close_under_transposition(&mut s);
    s
}

/// A fact (0) and a rule from it whose conclusion (1) undercuts the rule.
pub(crate) fn self_undercut() -> System {
    let mut s = System::new(2);
    s.add_axiom(0);
    let rule = s.add_defeasible(&[0], 1);
    s.add_undercut(1, rule);
    s
}
