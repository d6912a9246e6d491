//! Elements of HTML that a page does not show, or shows as struck out, and where each ends.
//!
//! No tree is built, so where end tags are missing an element ends where the HTML standard (WHATWG, section 13.1.2.4) lets it end: a
//! paragraph before the next block, an item before the next one, and each with the element around it.

use html5gum::{HtmlString, StartTag};

/// Elements whose content nobody reads.
const UNSEEN: &[&[u8]] =
    &[b"script", b"style", b"title", b"template", b"iframe", b"noembed", b"noframes", b"textarea", b"select", b"rp", b"rt"];

/// Elements whose content is struck out.
const STRUCK: &[&[u8]] = &[b"del", b"s", b"strike"];

/// Elements without content.
const VOID: &[&[u8]] =
    &[b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta", b"param", b"source", b"track", b"wbr"];

/// Elements that hold blocks and have an end tag.
const HOLDERS: &[&[u8]] = &[
    b"address",
    b"article",
    b"aside",
    b"blockquote",
    b"body",
    b"details",
    b"dialog",
    b"div",
    b"dl",
    b"fieldset",
    b"figure",
    b"footer",
    b"form",
    b"header",
    b"html",
    b"main",
    b"nav",
    b"ol",
    b"section",
    b"table",
    b"ul",
];

/// Elements before which a paragraph ends, besides those that hold blocks.
const PARTING: &[&[u8]] =
    &[b"p", b"h1", b"h2", b"h3", b"h4", b"h5", b"h6", b"pre", b"hr", b"li", b"dd", b"dt", b"td", b"th", b"tr", b"figcaption"];

/// For elements whose end tag may be missing, those before which they end.
const SIBLINGS: &[(&[u8], &[&[u8]])] = &[
    (b"li", &[b"li"]),
    (b"dt", &[b"dt", b"dd"]),
    (b"dd", &[b"dt", b"dd"]),
    (b"td", &[b"td", b"th", b"tr", b"tbody", b"tfoot"]),
    (b"th", &[b"td", b"th", b"tr", b"tbody", b"tfoot"]),
    (b"tr", &[b"tr", b"tbody", b"tfoot"]),
];

/// An element that is not shown, while it is open.
#[derive(Debug)]
pub struct Hidden {
    name: Vec<u8>,
    /// How many of its name are open, itself included.
    same: usize,
    /// How many elements that hold blocks are open within it.
    within: usize,
    /// Whether its content is no HTML, so that only its own end tag ends it.
    is_raw: bool,
    /// Whether a paragraph began within it.
    has_paragraph: bool,
}

/// What a tag does to an element that is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The element goes on.
    Not,
    /// The tag is that of its end.
    Own,
    /// It ended before the tag.
    Before,
}

impl Hidden {
    /// The element that begins with `tag`, if it is not shown.
    pub fn find(tag: &StartTag<usize>) -> Option<Self> {
        let name: &[u8] = &tag.name;
        let is_raw = UNSEEN.contains(&name);
        let is_hidden = is_raw && !tag.self_closing || STRUCK.contains(&name) || (!VOID.contains(&name) && is_unshown(tag));
        is_hidden.then(|| Self { name: name.to_vec(), same: 1, within: 0, is_raw, has_paragraph: false })
    }

    /// Takes in a tag that opens an element named `name`.
    pub fn open(&mut self, name: &[u8], self_closing: bool) -> End {
        let siblings = SIBLINGS.iter().find(|(own, _)| *own == self.name).map_or(&[][..], |(_, siblings)| siblings);
        let ends_paragraph = self.name == b"p" && (PARTING.contains(&name) || HOLDERS.contains(&name));
        if !self.is_raw && self.within == 0 && (siblings.contains(&name) || ends_paragraph) {
            return End::Before;
        }
        self.same += usize::from(self.name == name && !self_closing);
        self.within += usize::from(HOLDERS.contains(&name) && self.name != name);
        self.has_paragraph |= name == b"p";
        End::Not
    }

    /// Takes in a tag that closes an element named `name`.
    pub fn close(&mut self, name: &[u8]) -> End {
        if self.name == name {
            self.same -= 1;
            return if self.same == 0 { End::Own } else { End::Not };
        }
        let holds = HOLDERS.contains(&name);
        let is_around = holds || (name == b"p" && !self.has_paragraph) || (name == b"tr" && matches!(&*self.name, b"td" | b"th"));
        if !self.is_raw && self.within == 0 && is_around {
            return End::Before;
        }
        self.within = self.within.saturating_sub(usize::from(holds));
        End::Not
    }
}

/// Whether an element says of itself that it is not shown.
fn is_unshown(tag: &StartTag<usize>) -> bool {
    let get = |key: &[u8]| tag.attributes.get(&HtmlString(key.to_vec())).map(|value| String::from_utf8_lossy(value).to_ascii_lowercase());
    let styled = |style: String| {
        style.split(';').filter_map(|rule| rule.split_once(':')).any(|(name, value)| {
            let value = value.trim().trim_end_matches("!important").trim_end();
            matches!((name.trim(), value), ("display", "none") | ("visibility", "hidden" | "collapse"))
        })
    };
    get(b"hidden").is_some_and(|value| value != "until-found") || get(b"style").is_some_and(styled)
}
