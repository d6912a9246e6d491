//! The old words of a text beside the new ones.

use crate::render::prose::words;

/// The words that are shown on either side of those that are others now.
const CONTEXT: usize = 3;
/// The most words that are shown of either.
const MOST: usize = 60;

/// Two wordings in quotation marks, from a little before the first word that is another to a little behind the last.
pub struct Beside {
    /// The old one.
    pub before: String,
    /// The new one.
    pub now: String,
    /// Whether it is the whole of the new one.
    pub is_all: bool,
}

/// `old` beside `new`; nothing where all words are the same.
pub fn beside(old: &str, new: &str) -> Option<Beside> {
    let (was, is): (Vec<&str>, Vec<&str>) = (old.split_whitespace().collect(), new.split_whitespace().collect());
    if was == is {
        return None;
    }
    let same = was.iter().zip(&is).take_while(|(a, b)| a == b).count();
    let left = (was.len().min(is.len())) - same;
    let tail = was.iter().rev().zip(is.iter().rev()).take_while(|(a, b)| a == b).count().min(left);
    let shown = |all: &[&str]| {
        let (from, to) = (same.saturating_sub(CONTEXT), (all.len() - tail + CONTEXT).min(all.len()));
        let to = to.min(from + MOST);
        let words = words::single_quotes(&all.get(from..to).unwrap_or(all).join(" "));
        let (before, after) = (if from > 0 { "… " } else { "" }, if to < all.len() { " …" } else { "" });
        (format!("“{before}{}{after}”", words.trim_end_matches(['.', ',', ';'])), from == 0 && to == all.len())
    };
    let ((before, _), (now, is_all)) = (shown(&was), shown(&is));
    Some(Beside { before, now, is_all })
}
