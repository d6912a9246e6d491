//! The texts of a debate as pieces of a document: stress and code as they are meant, everything else as words.
//!
//! A text is inline Markdown. Of that, stress, code and lists are kept. Links, images and HTML are spelt out, because a brief should not
//! take its reader anywhere that its writer has not looked at; block syntax at the start of a line is words too.

use crate::{
    render::{
        document::{Block, Inline},
        prose::line::{Line, plain},
    },
    syntax::tree::opens_item,
};
use comrak::{
    Arena, Options,
    nodes::{Node, NodeValue},
    parse_document,
};

/// Stress is followed this deep; what lies deeper is words.
const DEEPEST: usize = 3;

/// A text as one line.
pub fn line(text: &str) -> Line {
    inline(&one_line(text))
}

/// The first paragraph of a text as a sentence that ends, and what follows it.
pub fn parts(text: &str) -> (Line, Vec<Block>) {
    let (head, rest) = split(text);
    let mut head = inline(&one_line(head));
    let words = head.plain();
    let last = words.trim_end_matches(['”', '"', '’', '\'', ')', ']', '*']).chars().last();
    if !matches!(last, Some('.' | '!' | '?' | '…' | ':') | None) {
        head.say(".");
    }
    (head, blocks(rest))
}

/// The first words of a text, in quotation marks: enough of them to know it by, and all only where they are few. They stop before a phrase
/// that can be spared, so that what is kept reads as one.
pub fn excerpt(text: &str) -> String {
    const MOST: usize = 8;
    let words = plain(&inline(&one_line(split(text).0)).0);
    let all: Vec<&str> = words.split_whitespace().collect();
    let short = all.len() <= MOST;
    let kept = if short { all.len() } else { find_break(&all).unwrap_or(MOST) };
    let kept = all.get(..kept).unwrap_or(&all).join(" ");
    // A word that leads on to the next one is no place to stop.
    let kept = single_quotes(&kept);
    let kept = if short { kept.as_str() } else { trim_leading_on(whole_quotes(&kept)) };
    let enough = if short { all.len() } else { sense(&all, kept.split_whitespace().count()) };
    if enough > kept.split_whitespace().count() {
        let whole = single_quotes(&all.get(..enough).unwrap_or(&all).join(" "));
        return quoted(&whole, enough < all.len());
    }
    quoted(kept, !short)
}

fn quoted(words: &str, is_cut: bool) -> String {
    format!("“{}{}”", words.trim_end_matches(['.', ',', ';', ':']), if is_cut { " …" } else { "" })
}

/// How many words of a sentence it takes to keep its sense, if the first `kept` of them would do otherwise: some, and those that deny the
/// clause that they break off, with what these deny.
fn sense(all: &[&str], kept: usize) -> usize {
    const FEWEST: usize = 4;
    const DENIED: usize = 3;
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let denies = |word: &str| DENYING.contains(&bare(word).as_str()) || bare(word).ends_with("n't") || bare(word).ends_with("n’t");
    let ends = |at: usize| {
        let opens = all.get(at).is_some_and(|word| CLAUSE.contains(&bare(word).as_str()));
        opens || at.checked_sub(1).and_then(|before| all.get(before)).is_some_and(|word| word.ends_with([',', ';', ':', '–', '—']))
    };
    let end = (kept.max(1)..all.len()).find(|at| ends(*at)).unwrap_or(all.len());
    let denied = (kept.saturating_sub(1)..end).rev().find(|at| all.get(*at).is_some_and(|word| denies(word)));
    let mut enough = match denied {
        Some(at) => at + 1 + DENIED,
        None if kept < FEWEST => FEWEST.max(kept) + DENIED,
        None => return kept,
    };
    while all.get(enough - 1).is_some_and(|word| ["a", "an", "the", "of", "to", "and", "or"].contains(word)) {
        enough += 1;
    }
    // Whatever is not short is cut somewhere, so that no text stands on a page twice.
    if denied.is_some_and(|at| at + 2 >= all.len()) { all.len() } else { enough.min(all.len() - 1) }
}

/// Words that deny.
const DENYING: &[&str] = &["not", "no", "never", "nobody", "nothing", "neither", "nor", "cannot"];

/// Words with which a new clause begins.
const CLAUSE: &[&str] = &[
    "after", "although", "and", "as", "because", "before", "but", "if", "or", "since", "so", "though", "unless", "until", "when", "where",
    "which", "while", "who", "whom", "whose",
];

/// After how many of the words of a sentence a phrase begins that can be spared: seven to nine words, and as many of these as may be; or else
/// five or six with a comma.
fn find_break(all: &[&str]) -> Option<usize> {
    let pauses = |at: &usize| all.get(at - 1).is_some_and(|word| word.ends_with(','));
    let begins = |at: &usize| all.get(*at).is_some_and(|word| OPENING.contains(word)) || pauses(at);
    let is_whole = |at: usize| all.get(at - 1).is_some_and(|word| !LEADING_ON.contains(word) && !OPENING.contains(word));
    let spares = |at: &usize| at + 2 <= all.len();
    let long = (7..=9).rev().find(|at| spares(at) && begins(at) && is_whole(*at));
    long.or_else(|| (5..=6).rev().find(|at| spares(at) && pauses(at)))
}

/// Double quotation marks as the single ones that stand within them.
pub fn single_quotes(words: &str) -> String {
    let mut opens = true;
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        out.push(match c {
            '“' => '‘',
            '”' => '’',
            '"' if opens => '‘',
            '"' => '’',
            other => other,
        });
        opens = c.is_whitespace() || c == '(';
    }
    out
}

/// Words up to a quotation that they break off, unless it is all there is.
fn whole_quotes(words: &str) -> &str {
    match words.rfind('‘') {
        Some(at) if at > 0 && words.get(at..).is_some_and(|rest| !rest.contains('’')) => words.get(..at).unwrap_or(words).trim_end(),
        _ => words,
    }
}

/// Words with which a phrase begins.
const OPENING: &[&str] = &[
    "after", "against", "although", "as", "at", "because", "before", "between", "beyond", "by", "during", "for", "from", "if", "in",
    "into", "on", "over", "since", "so", "that", "though", "through", "to", "towards", "under", "unless", "until", "when", "where",
    "which", "while", "who", "whom", "whose", "why", "with", "within", "without",
];

/// Words that lead on to the next one.
const LEADING_ON: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "for", "by", "with", "and", "or", "that", "which", "who", "its", "their", "is", "are",
    "from", "at", "as", "than", "more", "most", "does", "do", "did", "since", "until", "before", "after", "into", "over", "under", "such",
    "like", "not", "have", "has", "be", "will", "would", "was", "were", "only", "no", "any", "each", "every", "these", "those", "this",
    "neither", "either", "should", "can", "if", "when",
];

fn trim_leading_on(words: &str) -> &str {
    let mut words = words;
    while let Some((before, last)) = words.rsplit_once(' ') {
        // "by performing", "to observe": what is done lacks what it is done to.
        let verbal = |lead: &str| lead == "to" || (OPENING.contains(&lead) && last.ends_with("ing"));
        let is_verbal = before.rsplit(' ').next().is_some_and(verbal);
        if !(LEADING_ON.contains(&last) || is_verbal) || !before.contains(' ') {
            break;
        }
        words = before;
    }
    words
}

/// The first paragraph, and the rest.
fn split(text: &str) -> (&str, &str) {
    let text = text.trim();
    let end = text.find("\n\n").unwrap_or(text.len());
    let list = text.match_indices('\n').map(|(at, _)| at).find(|at| text.get(at + 1..).is_some_and(|l| opens_item(l.trim_start())));
    text.split_at(list.unwrap_or(end).min(end))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The paragraphs and lists of a text.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    let mut items: Vec<String> = Vec::new();
    for row in text.lines().chain([""]) {
        let words = row.trim();
        let is_item = opens_item(words);
        if (is_item || words.is_empty()) && !open.is_empty() {
            blocks.push(inline(&one_line(&open.join(" "))).paragraph());
            open.clear();
        }
        if is_item {
            items.push(words.split_once(' ').map_or("", |(_, item)| item).to_owned());
        } else if let Some(last) = items.last_mut().filter(|_| !words.is_empty()) {
            last.push(' ');
            last.push_str(words);
        } else if !words.is_empty() {
            open.push(words);
        }
        if words.is_empty() && !items.is_empty() {
            let items = items.drain(..).map(|i| vec![inline(&one_line(&i)).paragraph()]).collect();
            // Two lists in a row would be read as one.
            match blocks.last_mut() {
                Some(Block::List { items: before, .. }) => before.extend::<Vec<Vec<Block>>>(items),
                _ => blocks.push(Block::List { ordered: false, items }),
            }
        }
    }
    blocks
}

/// Where the first sentence of `words` ends that another one follows; none within quotation marks, of which `quotes` are open. `more` says
/// whether further words follow these.
pub fn sentence_end(words: &str, quotes: &mut usize, more: bool) -> Option<usize> {
    let mut ended = false;
    for (at, c) in words.char_indices() {
        match c {
            '“' => (*quotes, ended) = (*quotes + 1, false),
            '”' => *quotes = quotes.saturating_sub(1),
            '.' => ended = !is_short(words.get(..at).unwrap_or("")),
            '?' | '!' | '…' => ended = true,
            '’' | '\'' | '"' | ')' | ']' => {}
            c if c.is_whitespace() && ended && *quotes == 0 => {
                let next = words.get(at..).unwrap_or("").trim_start().chars().next();
                let opens = next.map_or(more, |c| c.is_uppercase() || c.is_numeric() || "“‘\"'(£$€".contains(c));
                if opens {
                    return Some(at);
                }
                ended = false;
            }
            _ => ended = false,
        }
    }
    None
}

/// Whether the full stop after `before` belongs to an initial or a short form.
fn is_short(before: &str) -> bool {
    const FORMS: &[&str] = &["Mr", "Mrs", "Ms", "Dr", "Prof", "St", "No", "vs", "cf", "etc", "ed", "eds", "vol", "pp"];
    let word = before.split_whitespace().next_back().unwrap_or("").trim_start_matches(['(', '“', '‘', '"', '[']);
    let letters = word.chars().count();
    FORMS.contains(&word) || (letters == 1 && word.chars().all(char::is_alphabetic)) || (letters <= 4 && word.contains('.'))
}

/// A line of at most `most` words.
pub fn cut(line: Line, most: usize) -> Line {
    if most == usize::MAX || line.plain().split_whitespace().count() <= most {
        return line;
    }
    let words: Vec<String> = line.plain().split_whitespace().take(most).map(str::to_owned).collect();
    Line::of(format!("{} …", words.join(" ")))
}

/// Words without what no reader should meet: control characters and those that turn the direction of writing.
pub fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c == '\n' || c == '\t' || c == '\u{2028}' || c == '\u{2029}' { ' ' } else { c })
        .filter(|c| {
            !c.is_control() && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        })
        .collect()
}

/// One line of inline Markdown. It is read as a heading, in which nothing but inline Markdown has a meaning.
fn inline(text: &str) -> Line {
    let text = clean(text);
    let text = text.trim();
    if !text.contains(['*', '_', '`', '[', '<', '&', '\\', '!']) {
        return if text.is_empty() { Line::default() } else { Line::of(text) };
    }
    let hashes = text.len() - text.trim_end_matches('#').len();
    let mut source = format!("# {}", text.get(..text.len() - hashes).unwrap_or(""));
    (0..hashes).for_each(|_| source.push_str("\\#"));
    let arena = Arena::new();
    let root = parse_document(&arena, &source, &Options::default());
    let mut out = Line::default();
    root.children().for_each(|block| read(block, DEEPEST, &mut out));
    out
}

fn read<'a>(parent: Node<'a>, depth: usize, out: &mut Line) {
    for node in parent.children() {
        let stressed = || {
            let mut inner = Line::default();
            read(node, depth.saturating_sub(1), &mut inner);
            inner.0
        };
        match &node.data.borrow().value {
            NodeValue::Text(text) => drop(out.glue(Line::of(text.clone()))),
            NodeValue::Code(code) if !code.literal.trim().is_empty() => out.0.push(Inline::Code(code.literal.trim().to_owned())),
            NodeValue::Emph | NodeValue::Strong if depth == 0 => drop(out.glue(Line::of(words(node)))),
            NodeValue::Emph => out.0.push(Inline::Emph(stressed())),
            NodeValue::Strong => out.0.push(Inline::Strong(stressed())),
            NodeValue::Link(link) => {
                let shown = words(node);
                let spelt = if shown == link.url { shown } else { format!("[{shown}]({})", link.url) };
                out.glue(Line::of(spelt));
            }
            NodeValue::Image(link) => drop(out.glue(Line::of(format!("![{}]({})", words(node), link.url)))),
            NodeValue::HtmlInline(html) | NodeValue::Raw(html) => drop(out.glue(Line::of(html.clone()))),
            NodeValue::SoftBreak | NodeValue::LineBreak => drop(out.glue(Line::of(" "))),
            _ => {}
        }
    }
}

/// The words beneath a node, without stress. Walks the tree without recursion, however deep it is.
fn words<'a>(node: Node<'a>) -> String {
    let mut out = String::new();
    for inner in node.descendants().skip(1) {
        match &inner.data.borrow().value {
            NodeValue::Text(text) => out.push_str(text),
            NodeValue::Code(code) => out.push_str(&code.literal),
            NodeValue::HtmlInline(html) => out.push_str(html),
            _ => {}
        }
    }
    out
}
