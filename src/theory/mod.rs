//! Argumentation theory on indices: what is accepted, and why. Knows no debate: indices in, sets of indices out.
//!
//! | module | what it answers | whose theory |
//! |---|---|---|
//! | [`framework`] | extensions of abstract frameworks, and what is in some or every one | Dung 1995, Caminada 2006 and 2007, Verheij 1996 |
//! | [`assumption`] | the same for flat assumption-based frameworks | Bondarenko, Dung, Kowalski & Toni 1997 |
//! | [`system`] | what follows in structured argumentation, why, and what would change it | Modgil & Prakken 2013 and 2018 |
//! | [`gradual`] | strengths of what supports and attacks each other | Potyka 2018, Rago et al. 2016 |
//!
//! Each can be used alone; [`framework`], [`assumption`] and [`system`] begin with an example. [`search`] finds and counts the extensions of the
//! first two, by way of [`sat`]. Questions that may take for ever take an [`interrupt::Interrupt`], and after it say that they do not know.
//!
//! Invariant: imports nothing of this crate but `graph` (`tests/layers.rs`).

pub mod assumption;
pub mod framework;
pub mod gradual;
pub mod interrupt;
pub mod sat;
pub mod search;
pub mod system;
