//! How a long search is told to stop: a flag that any thread may raise, and a deadline.
//!
//! Sceptical acceptance under preferred semantics is Π₂-complete (Dunne & Bench-Capon 2002), so some questions outlast every
//! patience; a caller must be able to take the question back and get an honest "unknown". Nothing here starts a thread.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

/// The search was told to stop; what it had found so far is not an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped;

/// A shared request to stop. Clones share the flag.
#[derive(Debug, Clone, Default)]
pub struct Interrupt {
    raised: Arc<AtomicBool>,
    deadline: Option<Instant>,
}

impl Interrupt {
    /// Stops only when [`Interrupt::raise`] is called.
    pub fn never() -> Self {
        Self::default()
    }

    /// Stops when `patience` has passed, counted from now. A patience beyond what the clock can hold never ends.
    pub fn after(patience: Duration) -> Self {
        Self { raised: Arc::default(), deadline: Instant::now().checked_add(patience) }
    }

    /// Asks every search that shares this request to stop.
    pub fn raise(&self) {
        self.raised.store(true, Ordering::Relaxed);
    }

    /// Whether the request is known to have been raised. Cheap: does not read the clock.
    pub fn is_known(&self) -> bool {
        self.raised.load(Ordering::Relaxed)
    }

    /// Whether the search must stop. Reads the clock, so ask it in outer loops only.
    pub fn is_raised(&self) -> bool {
        if self.is_known() {
            return true;
        }
        let late = self.deadline.is_some_and(|end| Instant::now() >= end);
        if late {
            self.raise();
        }
        late
    }

    /// `Err` when the search must stop.
    pub fn check(&self) -> Result<(), Stopped> {
        if self.is_raised() { Err(Stopped) } else { Ok(()) }
    }
}
