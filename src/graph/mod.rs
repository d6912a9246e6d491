//! Directed graphs on indices: storage, strongly connected components, reach. Knows nothing of arguments.
//!
//! Invariant: every algorithm is linear in nodes and edges and never recurses, so no input overflows the stack.

pub mod components;
pub mod digraph;
pub mod reach;
