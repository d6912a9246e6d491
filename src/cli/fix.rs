//! Fixes applied in rounds: those that overlap wait for the next one, and what a fix brings to light is mended too.
//!
//! Nothing is written here. Each round checks the texts of the last one anew, so a fix never works on places that have moved.

use crate::{
    cli::{
        checked::{Checked, Texts, is_stdin},
        set::Asked,
    },
    diagnostic::problem::{Fix, Safety},
    model::load::Reader,
    text::{edit::apply, span::FileId},
};
use std::collections::BTreeMap;

/// The most rounds: fixes that undo each other end here.
const MOST_ROUNDS: usize = 20;

/// A text before and after its fixes.
#[derive(Debug)]
pub struct Change {
    /// As it lies on the disk.
    pub before: String,
    /// As it is to be.
    pub after: String,
}

/// What was mended.
#[derive(Debug, Default)]
pub struct Mended {
    /// The files that change, by path.
    pub files: BTreeMap<String, Change>,
    /// How many fixes were applied.
    pub fixes: usize,
    /// How many are left, since each is a guess and guesses were not asked for.
    pub guesses: usize,
}

/// Mends what `check` finds in the files that were asked for, in rounds, and gives back what is found at last. `texts` take up the new
/// texts. Fixes that are a guess are applied where `guess` says so.
pub fn mend(asked: &Asked, texts: &mut Texts, guess: bool, check: impl Fn(&Texts) -> Checked) -> (Checked, Mended) {
    let mut mended = Mended::default();
    let mut checked = check(texts);
    for _ in 0..MOST_ROUNDS {
        let mut progress = false;
        for (file, fixes) in choose(&checked, asked, guess) {
            let Some(source) = checked.sources.get(file.0 as usize) else { continue };
            // What was read is not always what lies there: bytes that are no UTF-8 have been replaced.
            let is_whole = || asked.project.disk.read(&source.path).is_ok_and(|bytes| bytes == source.text.as_bytes());
            if !mended.files.contains_key(&source.path) && !is_whole() {
                continue;
            }
            let edits: Vec<_> = fixes.iter().flat_map(|fix| fix.edits.iter().cloned()).collect();
            let after = apply(&source.text, &edits);
            texts.insert(source.path.clone(), after.clone().into_bytes());
            let change = Change { before: source.text.clone(), after: String::new() };
            mended.files.entry(source.path.clone()).or_insert(change).after = after;
            mended.fixes += fixes.len();
            progress = true;
        }
        if !progress {
            break;
        }
        checked = check(texts);
    }
    mended.files.retain(|_, change| change.before != change.after);
    if !guess {
        mended.guesses = checked
            .found
            .iter()
            .filter_map(|found| found.fix.as_ref())
            .filter(|fix| fix.safety == Safety::Unsafe && is_asked(fix, &checked, asked))
            .count();
    }
    (checked, mended)
}

/// The fixes of one round by file: of those that overlap, the first.
fn choose<'c>(checked: &'c Checked, asked: &Asked, guess: bool) -> BTreeMap<FileId, Vec<&'c Fix>> {
    let mut chosen: BTreeMap<FileId, Vec<&Fix>> = BTreeMap::new();
    let mut taken: BTreeMap<FileId, Vec<(u32, u32)>> = BTreeMap::new();
    let fixes = checked.found.iter().filter_map(|found| found.fix.as_ref());
    for fix in fixes.filter(|fix| guess || fix.safety == Safety::Safe) {
        if !is_asked(fix, checked, asked) {
            continue;
        }
        let taken = taken.entry(fix.file).or_default();
        // What touches counts as overlapping: two insertions at one place could stand in either order.
        let free = |start: u32, end: u32| taken.iter().all(|&(from, to)| end < from || to < start);
        if fix.edits.iter().all(|edit| free(edit.span.start, edit.span.end)) {
            taken.extend(fix.edits.iter().map(|edit| (edit.span.start, edit.span.end)));
            chosen.entry(fix.file).or_default().push(fix);
        }
    }
    chosen
}

/// Whether the fix edits a file on the disk that was asked for.
fn is_asked(fix: &Fix, checked: &Checked, asked: &Asked) -> bool {
    let path = checked.sources.get(fix.file.0 as usize).map(|source| &source.path);
    path.is_some_and(|path| asked.paths.contains_key(path) && !is_stdin(path)) && !fix.edits.is_empty()
}
