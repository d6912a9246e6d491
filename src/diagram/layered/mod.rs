//! A layered drawing of any directed graph: boxes in columns, from the conclusions on the left to their reasons on the right. Knows
//! sizes, links and groups, and nothing of debates.
//!
//! The way is that of Sugiyama, Tagawa and Toda (1981): circles are broken (`cycles`), every node gets a rank (`ranks`), long links are
//! cut into hops from rank to rank (`net`), the columns are ordered so that few links cross (`ordered`, `order`, `sifting`, `sweeps`), and then all get
//! their places (`blocks`, `settle`, `shelves`, `balance`, `columns`, `routes`). Before that, a drawing that
//! would be high gets some reasons further to the right (`fan`). Boxes lie in even ranks and joints in odd ones, so a joint is always beside its boxes and never
//! among them. Links bend in the gaps between columns alone, which is why none can cross a foreign box.
//!
//! Groups are drawn as frames. Each group has lanes that no other group shares, so frames nest and never overlap. Lanes follow each other
//! as the groups do, so sections are read from top to bottom as they were written, but for one whose move saves many crossings.
//!
//! Invariant: no boxes overlap, no link crosses a foreign box, and no frame holds a foreign box (`tests/layout.rs`).
//! Invariant: the work is bounded by the size of the graph, whatever its shape (`tests/layout.rs`).

pub mod balance;
pub mod blocks;
pub mod columns;
pub mod cycles;
pub mod draw;
pub mod fan;
pub mod graph;
pub mod lanes;
pub mod net;
pub mod order;
pub mod ordered;
pub mod ranks;
pub mod routes;
pub mod settle;
pub mod shelves;
pub mod sifting;
pub mod sweeps;
