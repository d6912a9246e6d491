//! Work on several threads, with the same outcome as on one.

use std::{
    num::NonZeroUsize,
    panic::resume_unwind,
    sync::atomic::{AtomicUsize, Ordering},
    thread::{self, ScopedJoinHandle},
};

/// How many threads may work at once; by default one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threads(NonZeroUsize);

impl Default for Threads {
    fn default() -> Self {
        Self::ONE
    }
}

impl From<NonZeroUsize> for Threads {
    fn from(count: NonZeroUsize) -> Self {
        Self(count)
    }
}

impl Threads {
    /// One.
    pub const ONE: Self = Self(NonZeroUsize::MIN);

    /// As many as the machine runs at once.
    pub fn available() -> Self {
        Self(thread::available_parallelism().unwrap_or(NonZeroUsize::MIN))
    }

    /// How many they are.
    pub const fn count(self) -> usize {
        self.0.get()
    }

    /// Those that are left for each of `works` that are done at once.
    pub fn shared_by(self, works: usize) -> Self {
        NonZeroUsize::new(self.count() / works.max(1)).map_or(Self::ONE, Self)
    }

    /// What `work` makes of each of `items`, in their order. Whoever is free takes the next item, so that a large one keeps nobody
    /// waiting.
    pub fn map<T: Sync, R: Send>(self, items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
        share(self.count().min(items.len()).saturating_sub(1), items, work, || ()).1
    }

    /// What `first` comes to, which this thread does, and what [`Threads::map`] would make of `items`, to which it then lends a hand.
    pub fn map_beside<A, T: Sync, R: Send>(self, items: &[T], work: impl Fn(&T) -> R + Sync, first: impl FnOnce() -> A) -> (A, Vec<R>) {
        share((self.count() - 1).min(items.len()), items, work, first)
    }

    /// What `one` and `other` come to, at the same time if there is a thread for each.
    pub fn both<A, B: Send>(self, one: impl FnOnce() -> A, other: impl FnOnce() -> B + Send) -> (A, B) {
        if self == Self::ONE {
            return (one(), other());
        }
        thread::scope(|scope| {
            let other = scope.spawn(other);
            let one = one();
            (one, result(other))
        })
    }
}

/// Does `first`, and `work` on each of `items` on `others` threads and then on this one.
fn share<A, T: Sync, R: Send>(others: usize, items: &[T], work: impl Fn(&T) -> R + Sync, first: impl FnOnce() -> A) -> (A, Vec<R>) {
    if others == 0 {
        return (first(), items.iter().map(work).collect());
    }
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(index) else { return done };
            done.push((index, work(item)));
        }
    };
    let (first, mut done) = thread::scope(|scope| {
        let started: Vec<_> = (0..others).map(|_| scope.spawn(worker)).collect();
        let first = first();
        let mut done: Vec<(usize, R)> = worker();
        started.into_iter().for_each(|thread| done.extend(result(thread)));
        (first, done)
    });
    done.sort_unstable_by_key(|(index, _)| *index);
    (first, done.into_iter().map(|(_, made)| made).collect())
}

/// What a thread came to; a panic in it goes on here.
fn result<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| resume_unwind(panic))
}
