//! The texts of a debate as pieces of a document: stress and code as they are meant, everything else as words.
//!
//! A text is inline Markdown. Of that, stress, code and lists are kept. Links, images and HTML are spelt out, because a brief should not
//! take its reader anywhere that its writer has not looked at; block syntax at the start of a line is words too.

use crate::{
    render::{
        document::{Block, Inline},
        prose::{
            abridge,
            line::{Line, plain},
            words,
        },
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

/// The first paragraph of a text as a sentence that ends, and what follows it. A list right behind it is part of it, with semicolons.
pub fn parts(text: &str) -> (Line, Vec<Block>) {
    let (head, rest) = split(text);
    let mut head = inline(&one_line(head));
    let mut rest = blocks(rest);
    if matches!(rest.first(), Some(Block::List { .. })) {
        head.then(running(rest.drain(..1).collect()));
    }
    close(&mut head);
    (head, rest)
}

/// The first paragraph of a text as it stands, and the paragraphs and lists that follow it.
pub fn apart(text: &str) -> (Line, Vec<Block>) {
    let (head, rest) = split(text);
    (inline(&one_line(head)), blocks(rest))
}

/// All words of a text in one line, the items of a list parted by semicolons.
pub fn whole(text: &str) -> String {
    let (mut head, rest) = apart(text);
    if rest.iter().any(|block| matches!(block, Block::Paragraph(_))) {
        close(&mut head);
    }
    head.then(running(rest));
    head.plain()
}

/// Paragraphs and lists as sentences in one line, the items of a list parted by semicolons.
pub fn running(blocks: Vec<Block>) -> Line {
    let mut line = Line::default();
    for block in blocks {
        match block {
            Block::Paragraph(words) => {
                let mut words = Line(words);
                close(&mut words);
                line.then(words);
            }
            Block::List { items, .. } => {
                let count = items.len();
                for (nth, item) in items.into_iter().enumerate() {
                    let mut words = running(item);
                    if let Some(Inline::Text(last)) = words.0.last_mut() {
                        last.truncate(last.trim_end_matches(['.', ';', ',']).len());
                    }
                    words.say(if nth + 1 == count { "." } else { ";" });
                    line.then(words);
                }
            }
            _ => {}
        }
    }
    line
}

/// A full stop at the end of a sentence that lacks one.
fn close(line: &mut Line) {
    let words = line.plain();
    let last = words.trim_end_matches(['”', '"', '’', '\'', ')', ']', '*']).chars().last();
    if !matches!(last, Some('.' | '!' | '?' | '…' | ':') | None) {
        line.say(".");
    }
}

/// The first paragraph of a text in quotation marks, whole; where it is very long, its first sentences, or else its first words.
pub fn quoted(text: &str) -> String {
    const MOST: usize = 60;
    let all = words::single_quotes(&plain(&inline(&one_line(split(text).0)).0));
    let count = |at: usize| all.get(..at).map_or(0, |kept| kept.split_whitespace().count());
    let (mut quotes, mut kept) = (0, 0);
    while let Some(end) = all.get(kept..).and_then(|rest| sentence_end(rest, &mut quotes, false)).filter(|end| count(kept + end) <= MOST) {
        kept += end;
    }
    let words = match kept {
        _ if count(all.len()) <= MOST => all.trim_end_matches(['.', ',', ';', ':']).to_owned(),
        0 => abridge::cut(&all, MOST),
        _ => format!("{} …", all.get(..kept).unwrap_or(&all)),
    };
    format!("“{words}”")
}

/// The first words of a text in quotation marks, to call it to mind; nothing of one that is hardly longer than that, or that
/// has a limit further on.
pub fn gist(text: &str) -> Option<String> {
    const LEAST: usize = 6;
    const MOST: usize = 8;
    const LEFT_OUT: usize = 3;
    let all = words::single_quotes(&plain(&inline(&one_line(split(text).0)).0));
    let kept = all.split_whitespace().count().saturating_sub(LEFT_OUT).min(MOST);
    if kept < LEAST {
        return None;
    }
    let mut first = abridge::cut(&all, kept);
    if let Some((before, _)) = first.rsplit_once('‘').filter(|(_, words)| !words.contains('’')) {
        // A quotation that is broken off would not be closed.
        first = format!("{} …", abridge::trim_leading_on(before.trim_end()));
    }
    first.find('…').is_some_and(|at| at + '…'.len_utf8() == first.len()).then(|| format!("“{first}”"))
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

/// A line of its first `most` words, with what limits the sentence that is broken off.
pub fn cut(line: Line, most: usize) -> Line {
    if most == usize::MAX || line.plain().split_whitespace().count() <= most {
        return line;
    }
    Line::of(abridge::cut(&line.plain(), most))
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

/// Double quotation marks as they are printed, outside of code; an odd one out, as of inches, stays as it is with all others.
fn curly(text: &str) -> String {
    let is_code = |part: &usize| part % 2 == 1;
    let marks: usize = text.split('`').enumerate().filter(|(nth, _)| !is_code(nth)).map(|(_, part)| part.matches('"').count()).sum();
    if marks == 0 || marks % 2 == 1 {
        return text.to_owned();
    }
    let (mut out, mut in_code, mut open, mut before) = (String::with_capacity(text.len() + 2 * marks), false, false, ' ');
    for c in text.chars() {
        in_code ^= c == '`';
        if c == '"' && !in_code {
            open = !open && (before.is_whitespace() || "([{—–-/‘“*_".contains(before));
            out.push(if open { '“' } else { '”' });
        } else {
            out.push(c);
        }
        before = c;
    }
    out
}

/// One line of inline Markdown. It is read as a heading, in which nothing but inline Markdown has a meaning.
fn inline(text: &str) -> Line {
    let text = curly(&clean(text));
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
            NodeValue::Emph | NodeValue::Strong if depth == 0 => drop(out.glue(Line::of(words_beneath(node)))),
            NodeValue::Emph => out.0.push(Inline::Emph(stressed())),
            NodeValue::Strong => out.0.push(Inline::Strong(stressed())),
            NodeValue::Link(link) => {
                let shown = words_beneath(node);
                let spelt = if shown == link.url { shown } else { format!("[{shown}]({})", link.url) };
                out.glue(Line::of(spelt));
            }
            NodeValue::Image(link) => drop(out.glue(Line::of(format!("![{}]({})", words_beneath(node), link.url)))),
            NodeValue::HtmlInline(html) | NodeValue::Raw(html) => drop(out.glue(Line::of(html.clone()))),
            NodeValue::SoftBreak | NodeValue::LineBreak => drop(out.glue(Line::of(" "))),
            _ => {}
        }
    }
}

/// The words beneath a node, without stress. Walks the tree without recursion, however deep it is.
fn words_beneath<'a>(node: Node<'a>) -> String {
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
