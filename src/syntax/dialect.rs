//! What kind of file a path names, by its ending.

/// What kind of file a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// A `.agon` file.
    Agon,
    /// A Markdown file with blocks of Agon.
    Markdown,
    /// A list of sources in BibLaTeX or BibTeX, which holds no statement of this language.
    Biblatex,
    /// A list of sources in CSL-JSON, which holds no statement either.
    CslJson,
}

impl Dialect {
    /// Whether such a file holds sources and no statement.
    pub const fn is_bibliography(self) -> bool {
        matches!(self, Self::Biblatex | Self::CslJson)
    }
}

/// The dialect of a path.
pub fn dialect(path: &str) -> Dialect {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is = |known: &str| ending.eq_ignore_ascii_case(known);
    if is("md") || is("markdown") {
        Dialect::Markdown
    } else if is("bib") {
        Dialect::Biblatex
    } else if is("json") {
        Dialect::CslJson
    } else {
        Dialect::Agon
    }
}
