//! The formats and questions of the solver competition (ICCMA): files in, answers out, in the very bytes other tools expect.
//!
//! The way of a question is `bytes → Instance → theory → Outcome → text or JSON`. Debates in Agon's own language have nothing to do with this.
//!
//! Invariant: any bytes give an instance or a located fault, in time and memory linear in their length (`tests/exchange.rs`).

pub mod aba;
pub mod apx;
pub mod ask;
pub mod cursor;
pub mod fault;
pub mod i23;
pub mod instance;
pub mod outcome;
pub mod run;
