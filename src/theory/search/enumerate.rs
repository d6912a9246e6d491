//! All extensions of one piece, each found once: after each the next must differ from it.

use crate::theory::{
    framework::problem::Semantics,
    interrupt::Stopped,
    sat::solver::Lit,
    search::{
        maximal::maximize,
        models::{Kind, Models},
        range::Ranged,
    },
};

/// Gives each extension of the piece that `encode` encodes to `each`, until that says stop. Only for semantics that may have several.
pub fn enumerate<M: Models>(
    semantics: Semantics,
    encode: impl Fn(Kind) -> M,
    each: &mut dyn FnMut(Vec<u32>) -> bool,
) -> Result<(), Stopped> {
    match semantics {
        Semantics::Complete => {
            let mut encoding = encode(Kind::Complete);
            while encoding.solve(&[])? {
                let set = encoding.set();
                // Another complete extension lacks a member or has one more.
                let lacks = set.iter().filter_map(|&m| encoding.in_of(m)).map(|l| !l);
                let differs: Vec<Lit> = lacks.chain(encoding.outside(&set)).collect();
                if !each(set) {
                    break;
                }
                encoding.require(&differs);
            }
            Ok(())
        }
        Semantics::Preferred => {
            let mut encoding = encode(Kind::Large);
            let ins = encoding.ins().to_vec();
            while let Some(best) = maximize(&mut encoding, &ins, &[])? {
                // Another preferred extension is not part of this one.
                let outside = encoding.outside(&best.set);
                if !each(best.set) {
                    break;
                }
                encoding.require(&outside);
            }
            Ok(())
        }
        Semantics::Stable => {
            let mut encoding = encode(Kind::Stable);
            while encoding.solve(&[])? {
                let set = encoding.set();
                let outside = encoding.outside(&set);
                if !each(set) {
                    break;
                }
                encoding.require(&outside);
            }
            Ok(())
        }
        Semantics::SemiStable => Ranged::new(Kind::Large, encode)?.enumerate(each),
        Semantics::Stage => Ranged::new(Kind::ConflictFree, encode)?.enumerate(each),
        Semantics::Grounded | Semantics::Ideal | Semantics::Eager => Ok(()),
    }
}
