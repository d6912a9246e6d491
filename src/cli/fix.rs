//! Fixes applied in rounds: those that overlap wait for the next one, and what a fix brings to light is mended too.
//!
//! Nothing is written here. Each round checks the texts of the last one anew, so a fix never works on places that have moved.

use crate::{
    cli::{
        checked::{Checked, Texts, is_stdin},
        set::Asked,
    },
    diagnostic::{
        code::Level,
        problem::{Fix, Safety},
    },
    model::load::Reader,
    text::{edit::apply, span::FileId},
};
use std::collections::BTreeMap;

/// The most rounds: fixes that undo each other end here.
const MOST_ROUNDS: usize = 20;
/// How many times as long as before a text may become, and how many bytes longer besides: fixes that feed each other end here.
const MOST_TIMES: usize = 2;
const MOST_MORE: usize = 4096;

/// A text before and after its fixes.
#[derive(Debug, Clone)]
pub struct Change {
    /// As it lies on the disk.
    pub before: String,
    /// As it is to be.
    pub after: String,
}

/// What was mended.
#[derive(Debug, Default, Clone)]
pub struct Mended {
    /// The files that change, by path.
    pub files: BTreeMap<String, Change>,
    /// How many fixes were applied.
    pub fixes: usize,
    /// How many are left, since each is a guess and guesses were not asked for.
    pub guesses: usize,
    /// Whether the fixes came to no end; then the texts are those of the round that left the fewest errors.
    pub unsettled: bool,
}

/// Mends what `check` finds in the files that were asked for, in rounds, and gives back what is found at last. `texts` take up the new
/// texts. Fixes that are a guess are applied where `guess` says so.
///
/// Where the rounds come to no end, the round with the fewest errors and then the fewest findings is gone back to, the earliest of several.
/// So nothing that could be read before is left unreadable.
pub fn mend(asked: &Asked, texts: &mut Texts, guess: bool, check: impl Fn(&Texts) -> Checked) -> (Checked, Mended) {
    let mut mended = Mended::default();
    let mut checked = check(texts);
    let mut best = (rank(&checked), mended.clone());
    for round in 0.. {
        let edited = edit(&checked, asked, guess, &mended);
        if edited.is_empty() {
            break;
        }
        if round == MOST_ROUNDS || mended.files.values().any(is_overgrown) {
            go_back(&mut mended, best.1, texts);
            checked = check(texts);
            break;
        }
        for (path, change, fixes) in edited {
            texts.insert(path.clone(), change.after.clone().into_bytes());
            mended.files.entry(path).and_modify(|kept| kept.after.clone_from(&change.after)).or_insert(change);
            mended.fixes += fixes;
        }
        checked = check(texts);
        if rank(&checked) < best.0 {
            best = (rank(&checked), mended.clone());
        }
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

/// The texts that one round changes: path, text before and after it, and how many fixes that takes.
fn edit(checked: &Checked, asked: &Asked, guess: bool, mended: &Mended) -> Vec<(String, Change, usize)> {
    let mut edited = Vec::new();
    for (file, fixes) in choose(checked, asked, guess) {
        let Some(source) = checked.sources.get(file.0 as usize) else { continue };
        // What was read is not always what lies there: bytes that are no UTF-8 have been replaced.
        let is_whole = || asked.project.disk.read(&source.path).is_ok_and(|bytes| bytes == source.text.as_bytes());
        if !mended.files.contains_key(&source.path) && !is_whole() {
            continue;
        }
        let edits: Vec<_> = fixes.iter().flat_map(|fix| fix.edits.iter().cloned()).collect();
        let change = Change { before: source.text.clone(), after: apply(&source.text, &edits) };
        edited.push((source.path.clone(), change, fixes.len()));
    }
    edited
}

/// How bad it is: errors first, and then all findings.
fn rank(checked: &Checked) -> (usize, usize) {
    (checked.found.iter().filter(|found| found.level == Level::Error).count(), checked.found.len())
}

const fn is_overgrown(change: &Change) -> bool {
    change.after.len() > MOST_TIMES * change.before.len() + MOST_MORE
}

/// Gives the texts that rounds changed the form that they had after the round of `best`.
fn go_back(mended: &mut Mended, best: Mended, texts: &mut Texts) {
    for (path, change) in &mended.files {
        let text = best.files.get(path).map_or(&change.before, |kept| &kept.after);
        texts.insert(path.clone(), text.clone().into_bytes());
    }
    *mended = Mended { unsettled: true, ..best };
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
