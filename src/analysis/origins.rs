//! Where sources have what they say from: two reports of one source are one witness.

use crate::model::{debate::Debate, ids::SourceId};

/// Where the chain of origins of each source ends; a chain that runs in a circle ends where it would begin anew. Linear but for
/// chains that are longer than any library is deep.
pub fn roots(debate: &Debate) -> Vec<SourceId> {
    const LONGEST: usize = 100;
    let root = |start: SourceId| {
        let mut at = start;
        for _ in 0..LONGEST {
            match debate.source(at).origin {
                Some(next) if next != start => at = next,
                _ => break,
            }
        }
        at
    };
    (0..debate.sources.len() as u32).map(|s| root(SourceId(s))).collect()
}
