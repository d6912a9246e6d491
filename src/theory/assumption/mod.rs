//! Flat assumption-based argumentation (Bondarenko, Dung, Kowalski & Toni 1997): rules, assumptions, and the contrary of each.
//!
//! Everything is decided on sets of assumptions and what they derive; arguments, of which there may be exponentially many, are never built.
//!
//! ```
//! use agon::theory::{
//!     assumption::{
//!         rules::{Rule, Rules},
//!         solve::solve,
//!     },
//!     framework::{
//!         problem::{Answer, Semantics, Task},
//!         solve::Question,
//!     },
//!     interrupt::Interrupt,
//! };
//!
//! // It is assumed that it stays dry, whose contrary is rain; and that the forecast is right, from which rain follows.
//! let [dry, rain, forecast] = [0, 1, 2];
//! let rules = Rules::new(3, vec![(dry, Some(rain)), (forecast, None)], vec![Rule { head: rain, body: vec![forecast] }]);
//! let question = Question { semantics: Semantics::Preferred, task: Task::Credulous, argument: rain, limit: usize::MAX };
//! assert_eq!(solve(&rules, question, &Interrupt::never()), Answer::Yes(Some(vec![forecast])));
//! ```
//!
//! Attacks among sets of assumptions are those of a framework with collective attacks (König, Rapberger & Ulbricht 2022), so every semantics
//! is about sets of assumptions: the range of a set is the set and the assumptions whose contrary it derives.
//!
//! Invariant: no set is given that `rules.rs` does not confirm from the definitions, as far as that is linear: that it is complete, stable,
//! or for stage semantics conflict-free. That it is maximal rests on refutations, each of which is checked ([`crate::theory::sat::checker`]).

pub mod encoding;
pub mod residue;
pub mod rules;
pub mod search;
pub mod solve;
