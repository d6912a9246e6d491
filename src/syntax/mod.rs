//! From text to tokens to a tree, for any text whatever.
//!
//! Every line says by itself what it is; its header shape decides, and its indentation says where it hangs. So a mistake costs
//! its own line and no more, and reading is linear.
//!
//! Invariant: parsing never fails, and the tokens glued together are the file (`tests/syntax.rs`).
//! Invariant: knows the shape of statements (`table`), not what names mean.

pub mod attribute;
pub mod build;
pub mod checks;
pub mod codes;
pub mod conflicts;
pub mod dialect;
pub mod header;
pub mod keyword;
pub mod lexer;
pub mod line;
pub mod locate;
pub mod markdown;
pub mod nesting;
pub mod parse;
pub mod problems;
pub mod remarks;
pub mod swallowed;
pub mod table;
pub mod token;
pub mod tokens;
pub mod tree;
