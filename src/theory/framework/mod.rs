//! Abstract argumentation frameworks (Dung 1995): their extensions under eight semantics, and the questions asked of them.
//!
//! The way of a question is `Framework → grounded labelling → the part it depends on → SAT → witness → verify`.
//!
//! An argument is accepted by a set of arguments that attacks none of its own members and whatever attacks them; the semantics differ in
//! which such sets they take ([`problem::Semantics`] names each with its source).
//!
//! ```
//! use agon::theory::{
//!     framework::{
//!         attack::Framework,
//!         problem::{Answer, Semantics, Task},
//!         solve::{Question, solve},
//!     },
//!     interrupt::Interrupt,
//! };
//!
//! // Two arguments attack each other, and both attack a third: floating reinstatement (Pollock 1994) brings back a fourth.
//! let framework = Framework::new(4, &[(0, 1), (1, 0), (0, 2), (1, 2), (2, 3)]);
//! let ask = |semantics, task, argument| {
//!     solve(&framework, Question { semantics, task, argument, limit: usize::MAX }, &Interrupt::never())
//! };
//!
//! let extensions = vec![vec![0, 3], vec![1, 3]];
//! assert_eq!(ask(Semantics::Preferred, Task::All, 0), Answer::All { extensions, whole: true });
//! assert_eq!(ask(Semantics::Preferred, Task::Sceptical, 3), Answer::Yes(None));
//! assert_eq!(ask(Semantics::Grounded, Task::Sceptical, 3), Answer::No(Some(vec![])));
//! ```
//!
//! Invariant: no answer is given that the checker ([`verify`], with a table of what it covers) refuses, and none after an interrupt
//! (`tests/theory_framework.rs`).

pub mod attack;
pub mod defence;
pub mod eager;
pub mod effort;
pub mod encoding;
pub mod ideal;
pub mod labelling;
pub mod nearby;
pub mod preferred;
pub mod problem;
pub mod sceptical;
pub mod scope;
pub mod several;
pub mod solve;
pub mod unique;
pub mod verify;
