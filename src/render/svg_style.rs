//! The colours and dashes of a picture, in light and in dark. Every rule holds within a picture only, so it may stand in a page.
//!
//! Blue, amber, vermilion and purple are told apart by people who see few colours, and no colour says anything alone.

use crate::{
    analysis::evaluate::Force,
    diagram::parts::{Arrow, ArrowKind},
};

/// The rules.
pub const STYLE: &str = "\
.agon-map{font-family:Helvetica,Arial,'Liberation Sans',sans-serif;color-scheme:light dark}\
.agon-map .paper{fill:#fff}\
.agon-map text{fill:#1a1a1a;font-size:12px;white-space:pre}\
.agon-map .h{font-size:10.5px;font-weight:bold}\
.agon-map .q{font-size:12.5px;font-weight:bold}\
.agon-map .b{font-size:10.5px;fill:#4a4f55}\
.agon-map .to{font-size:10.5px;fill:#1a5f9a;text-decoration:underline}\
.agon-map .f{font-weight:bold;fill:#4a4f55}\
.agon-map .title{font-size:17px;font-weight:bold}\
.agon-map .hint,.agon-map .key{font-size:11.5px;fill:#4a4f55}\
.agon-map .frame .r{fill:#8a9099;fill-opacity:.07;stroke:#8a9099;stroke-opacity:.6}\
.agon-map .box .r{stroke-width:1.5}\
.agon-map .inner{fill:none;stroke-width:1}\
.agon-map .away .r{stroke-width:1;fill-opacity:.35;stroke-dasharray:1 2}\
.agon-map .question .r{stroke-width:2.5}\
.agon-map .assumption .r{stroke-dasharray:5 3}\
.agon-map .sign{fill:none;stroke:#fff;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}\
.agon-map .stands .r{fill:#e3effb;stroke:#1f6fb2}\
.agon-map .stands .inner{stroke:#1f6fb2}\
.agon-map .stands .h{fill:#164f80}\
.agon-map .stands .mark{fill:#1f6fb2}\
.agon-map .undecided .r{fill:#fff5d1;stroke:#a97900}\
.agon-map .undecided .inner{stroke:#a97900}\
.agon-map .undecided .h{fill:#6e4f00}\
.agon-map .undecided .mark{fill:#a97900}\
.agon-map .falls .r{fill:#fde7dc;stroke:#c2410c}\
.agon-map .falls .inner{stroke:#c2410c}\
.agon-map .falls .h{fill:#97330a}\
.agon-map .falls .mark{fill:#c2410c}\
.agon-map .unsupported .r{fill:#efefef;stroke:#6b6b6b}\
.agon-map .unsupported .inner{stroke:#6b6b6b}\
.agon-map .unsupported .h{fill:#4a4a4a}\
.agon-map .unsupported .mark{fill:#6b6b6b}\
.agon-map .way{fill:none}\
.agon-map .bar{fill:none;stroke-width:3}\
.agon-map .ring,.agon-map .open-head{fill:#fff;stroke-width:1.6}\
.agon-map .vee{fill:none;stroke-width:1.6}\
.agon-map .support .way,.agon-map .support .vee{stroke:#1f6fb2;stroke-width:1.6}\
.agon-map .support .head{fill:#1f6fb2}\
.agon-map .strict .way{stroke-width:3.2}\
.agon-map .attack .way{stroke:#c2410c;stroke-width:2.2}\
.agon-map .attack .bar{stroke:#c2410c}\
.agon-map .undercut .way{stroke:#8e3b8e;stroke-width:2.2;stroke-dasharray:2 3.5}\
.agon-map .undercut .ring{stroke:#8e3b8e;stroke-width:2}\
.agon-map .other .way,.agon-map .other .vee,.agon-map .other .open-head{stroke:#5f656d;stroke-width:1.3}\
.agon-map .limit .way{stroke-dasharray:2 3.5}\
.agon-map .open .way{stroke-dasharray:8 3}\
.agon-map .undercut.open .way,.agon-map .limit.open .way{stroke-dasharray:2 3.5}\
.agon-map .idle .way{stroke:#a3a8ae;stroke-width:1.2;stroke-dasharray:5 4}\
.agon-map .idle .bar,.agon-map .idle .ring,.agon-map .idle .vee,.agon-map .idle .open-head{stroke:#a3a8ae}\
.agon-map .idle .head{fill:#a3a8ae}\
.agon-map .undercut.idle .way,.agon-map .limit.idle .way{stroke-dasharray:2 3.5}\
.agon-map .preferred{fill:#fff;stroke:#1a1a1a;stroke-width:1.4;stroke-linejoin:round;stroke-linecap:round}\
.agon-map .joint circle{fill:#5f656d}\
.agon-map .joint path{stroke:#fff;stroke-width:1.6;stroke-linecap:round}\
.agon-map .rule{stroke:#8a9099;stroke-opacity:.5}\
@media screen and (prefers-color-scheme:dark){\
.agon-map .paper{fill:#15181c}\
.agon-map text{fill:#eceff2}\
.agon-map .b,.agon-map .f,.agon-map .hint,.agon-map .key{fill:#b4bac2}\
.agon-map .to{fill:#7ab8ec}\
.agon-map .frame .r{fill-opacity:.12}\
.agon-map .stands .r{fill:#10324f;stroke:#5ba3e0}\
.agon-map .stands .inner{stroke:#5ba3e0}\
.agon-map .stands .h{fill:#a9d2f7}\
.agon-map .undecided .r{fill:#3d3108;stroke:#d6a321}\
.agon-map .undecided .inner{stroke:#d6a321}\
.agon-map .undecided .h{fill:#f3d27a}\
.agon-map .falls .r{fill:#47200f;stroke:#ee7a45}\
.agon-map .falls .inner{stroke:#ee7a45}\
.agon-map .falls .h{fill:#ffb896}\
.agon-map .unsupported .r{fill:#2d3034;stroke:#9a9fa6}\
.agon-map .unsupported .inner{stroke:#9a9fa6}\
.agon-map .unsupported .h{fill:#d0d4d9}\
.agon-map .ring,.agon-map .open-head{fill:#15181c}\
.agon-map .support .way,.agon-map .support .vee{stroke:#5ba3e0}\
.agon-map .support .head{fill:#5ba3e0}\
.agon-map .attack .way,.agon-map .attack .bar{stroke:#ee7a45}\
.agon-map .undercut .way,.agon-map .undercut .ring{stroke:#d48ad4}\
.agon-map .other .way,.agon-map .other .vee,.agon-map .other .open-head{stroke:#9aa1aa}\
.agon-map .idle .way,.agon-map .idle .bar,.agon-map .idle .ring,.agon-map .idle .vee,.agon-map .idle .open-head{stroke:#6d737b}\
.agon-map .idle .head{fill:#6d737b}\
.agon-map .preferred{fill:#15181c;stroke:#eceff2}\
.agon-map .joint circle{fill:#9aa1aa}\
.agon-map .joint path{stroke:#15181c}\
}";

/// The classes of an arrow.
pub fn classes(arrow: &Arrow) -> String {
    let kind = match arrow.kind {
        ArrowKind::Support => "support",
        ArrowKind::StrictSupport => "support strict",
        ArrowKind::Rebuttal => "attack rebuttal",
        ArrowKind::Contradiction => "attack contradiction",
        ArrowKind::Undercut => "undercut",
        ArrowKind::Limit => "other limit",
        ArrowKind::Answer => "other answer",
    };
    match arrow.force {
        Force::Works => kind.to_owned(),
        Force::Open => format!("{kind} open"),
        Force::Fails => format!("{kind} idle"),
    }
}

/// The rank of an arrow among those that lie upon each other, the highest on top.
pub const fn strength(arrow: &Arrow) -> u8 {
    match arrow.force {
        Force::Fails => 0,
        Force::Open => 1,
        Force::Works => 2,
    }
}
