//! The files of sources to their text: plain text, Markdown, HTML, and what was made of PDF; each with the marks of its pages, paragraphs
//! and sections.
//!
//! Bytes in, text out; a file that cannot be read as what its name says is a reason in words. Every byte of the text leads back to the
//! file. Not here: the files themselves, and the program that reads PDF, which only the command line may start.
//!
//! Invariant: any bytes are read without a panic, in linear time (`tests/extract.rs`).

pub mod document;
pub mod extracted;
pub mod furniture;
pub mod heads;
pub mod hidden;
pub mod html;
pub mod markdown;
pub mod numbers;
pub mod sheets;
