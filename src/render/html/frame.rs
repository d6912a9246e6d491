//! What stands around the content of a page: the policy, the style, the script, and the places of the parts.

use crate::render::{
    svg_style,
    svg_text::{attribute, text},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// A page with its title, which is plain text, and its parts, which are HTML: the text, the maps, the statements.
pub fn page(title: &str, [article, maps, statements]: [&str; 3]) -> String {
    // A browser reads CR LF as LF before it takes the fingerprint.
    let style = [STYLE, svg_style::STYLE].concat().replace('\r', "");
    let script = SCRIPT.replace('\r', "");
    let policy = format!(
        "default-src 'none'; script-src {}; style-src {}; base-uri 'none'; form-action 'none'",
        fingerprint(&script),
        fingerprint(&style)
    );
    let pane = if statements.is_empty() {
        String::new()
    } else {
        format!("<aside class=\"pane\" aria-label=\"Map and statements\">\n{maps}{statements}</aside>\n")
    };
    [
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
        &attribute(&policy),
        "\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"referrer\" content=\"no-referrer\"/>\n<title>",
        &text(title),
        "</title>\n<style>",
        &style,
        "</style>\n</head>\n<body>\n<div class=\"page\">\n",
        article,
        &pane,
        "</div>\n<script>",
        &script,
        "</script>\n</body>\n</html>\n",
    ]
    .concat()
}

/// What a policy calls an inline text by (Content Security Policy Level 3, 2.3.1).
fn fingerprint(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}
