//! Search for extensions, whatever they are sets of: largest ones, ones of the largest range, all of them, and how many combine.
//!
//! What is searched through is anything whose models stand for sets ([`models::Models`]): arguments of an abstract framework, assumptions of
//! an assumption-based one.

pub mod enumerate;
pub mod maximal;
pub mod models;
pub mod product;
pub mod range;
