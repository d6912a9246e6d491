//! Lines to the tree, one line at a time.
//!
//! Each line first says what it is (comment, heading, statement, attribute, prose), then its column says where it hangs (`nesting`).

use crate::{
    diagnostic::problem::Diagnostic,
    syntax::{
        attribute::Key,
        codes,
        header::{self, Header},
        keyword::Keyword,
        lexer::{lex_header, split_word},
        line::{RawLine, column, read_line},
        nesting::Nesting,
        problems,
        table::Need,
        token::{Kind, Token, TokenList},
        tokens::Parts,
        tree::{Attribute, Clause, Heading, Line, Slice, Statement, StatementId, Tree},
    },
    text::span::{FileId, Place, Span},
    threads::Threads,
};
use std::cell::RefCell;

/// What the line above was, where prose may go on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Above {
    Other,
    /// A value: the column of its key, and whether it belongs to a statement.
    Value(u32, bool),
    /// Prose that is already reported, to which the diagnostic at this index points.
    Fault(usize),
}

/// Builds the tree of one file from its lines.
pub struct Builder<'s> {
    /// The file, for diagnostics.
    pub file: FileId,
    /// Its text.
    pub text: &'s str,
    /// What is wrong so far.
    pub diagnostics: Vec<Diagnostic>,
    /// The comments.
    comments: Vec<Span>,
    /// All tokens, where they are asked for.
    tokens: Option<TokenList>,
    last: Token,
    /// The blanks at the start of the line at hand.
    indent: Span,
    tree: Tree,
    /// The owner of each line of [`Tree::lines`].
    owners: Vec<StatementId>,
    parts: RefCell<Parts>,
    /// The tokens of the header at hand, and the same without blanks.
    header: Vec<Token>,
    words: Vec<Token>,
    nesting: Nesting,
    above: Above,
    blank: bool,
    heading: Option<u32>,
    too_deep: bool,
}

impl<'s> Builder<'s> {
    /// A builder for `text` from `start` on; nothing is read yet. It keeps the tokens if `whole`.
    pub fn new(file: FileId, text: &'s str, start: u32, whole: bool) -> Self {
        // Room for what texts usually hold: memory that is not touched costs nothing, a list that grows is copied.
        let room = |bytes_each: usize| ((text.len() - start as usize) / bytes_each + 16).min(1 << 24);
        let parts = Parts { names: Vec::with_capacity(room(32)), clauses: Vec::with_capacity(room(32)), ..Parts::default() };
        Self {
            file,
            text,
            diagnostics: Vec::new(),
            comments: Vec::new(),
            tokens: whole.then(|| TokenList::new(start, room(4))),
            last: Token { kind: Kind::Outside, span: Span::empty(start) },
            indent: Span::empty(start),
            tree: Tree {
                statements: Vec::with_capacity(room(48)),
                lines: Vec::with_capacity(room(32)),
                attributes: Vec::with_capacity(room(48)),
                values: Vec::with_capacity(room(48)),
                ..Tree::default()
            },
            owners: Vec::with_capacity(room(32)),
            parts: RefCell::new(parts),
            header: Vec::new(),
            words: Vec::new(),
            nesting: Nesting::default(),
            above: Above::Other,
            blank: false,
            heading: None,
            too_deep: false,
        }
    }

    /// The builder of `part` alone, which starts where all that stands before is closed, and has been read. It keeps no tokens.
    pub fn part(file: FileId, text: &'s str, part: Span, base: u32) -> Self {
        let mut builder = Self::new(file, text.get(..part.end as usize).unwrap_or(text), part.start, false);
        builder.block(part, base);
        builder
    }

    /// Takes in the builder of the part that follows.
    pub fn append(&mut self, mut next: Self, threads: Threads) {
        let Self { tree, owners, parts, comments, .. } = self;
        let (parts, others) = (parts.get_mut(), next.parts.into_inner());
        let (own, other) = (tree, &mut next.tree);
        let (statements, headings, values) = (own.statements.len() as u32, own.headings.len() as u32, own.values.len() as u32);
        let (names, clauses) = (parts.names.len() as u32, parts.clauses.len() as u32);
        let copy_statements = || {
            for statement in &mut other.statements {
                statement.parent = statement.parent.map(|p| p + statements);
                statement.end += statements;
                statement.heading = statement.heading.map(|h| h + headings);
                statement.operands = statement.operands.moved(names);
                statement.clauses = statement.clauses.moved(clauses);
            }
            own.statements.append(&mut other.statements);
        };
        let copy_parts = || {
            own.headings.extend(other.headings.drain(..).map(|h| Heading { before: h.before + statements, ..h }));
            let moved = |a: Attribute| Attribute { owner: a.owner + statements, value: a.value.moved(values), ..a };
            own.attributes.extend(other.attributes.drain(..).map(moved));
            own.lines.append(&mut other.lines);
            own.values.append(&mut other.values);
            owners.extend(next.owners.into_iter().map(|o| o + statements));
            parts.names.extend(others.names);
            parts.clauses.extend(others.clauses.into_iter().map(|c| Clause { names: c.names.moved(names), ..c }));
            comments.append(&mut next.comments);
        };
        threads.both(copy_statements, copy_parts);
        self.last = next.last;
        // That statements are nested too deeply is told once for a file.
        let told = self.too_deep;
        self.too_deep |= next.too_deep;
        self.diagnostics.extend(next.diagnostics.into_iter().filter(|d| !told || d.code != &codes::TOO_DEEP));
        self.heading = next.heading.map(|h| h + headings);
        self.close_all();
    }

    /// Records a problem.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Appends a token, unless it is empty.
    pub fn push(&mut self, kind: Kind, span: Span) {
        if span.is_empty() {
            return;
        }
        self.last = Token { kind, span };
        if kind == Kind::Comment {
            self.comments.push(span);
        }
        if let Some(tokens) = &mut self.tokens {
            tokens.push(self.last);
        }
    }

    /// Appends what stands between the last token and `end` as no Agon.
    pub fn outside(&mut self, end: u32) {
        self.push(Kind::Outside, Span::new(self.last.span.end, end));
    }

    /// Reads a block of Agon, whose top level stands at `base`.
    pub fn block(&mut self, body: Span, base: u32) {
        self.close_all();
        self.nesting.top = base;
        let mut at = body.start;
        while at < body.end {
            let raw = read_line(self.text, at, body.end);
            self.line(&raw);
            at = raw.newline.end;
        }
        self.close_all();
    }

    /// The tree, the tokens if they were kept, the comments and the problems.
    pub fn finish(mut self) -> (Tree, Option<TokenList>, Vec<Span>, Vec<Diagnostic>) {
        let parts = self.parts.into_inner();
        self.tree.names = parts.names;
        self.tree.clauses = parts.clauses;
        if !self.owners.is_sorted() {
            let mut order: Vec<usize> = (0..self.owners.len()).collect();
            order.sort_by_key(|&i| self.owners.get(i));
            self.tree.lines = order.iter().filter_map(|&i| self.tree.lines.get(i).copied()).collect();
            self.owners.sort();
        }
        self.tree.attributes.sort_by_key(|a| a.owner);
        self.tree.attributes.iter_mut().for_each(|a| a.value = Slice::new(a.value.start, a.value.end));
        let owned: Vec<StatementId> = self.tree.attributes.iter().map(|a| a.owner).collect();
        let (mut line, mut attribute) = (0, 0);
        for (id, statement) in self.tree.statements.iter_mut().enumerate() {
            statement.text = take_owned(&self.owners, id as u32, &mut line);
            statement.attributes = take_owned(&owned, id as u32, &mut attribute);
        }
        (self.tree, self.tokens, self.comments, self.diagnostics)
    }

    fn place(&self, span: Span) -> Place {
        Place::new(self.file, span)
    }

    fn line(&mut self, raw: &RawLine) {
        self.push(Kind::Indent, raw.indent);
        self.indent = raw.indent;
        let words = raw.words.of(self.text);
        let column = column(raw.indent.of(self.text));
        if words.is_empty() {
            self.blank = true;
            self.above = if let Above::Fault(_) = self.above { Above::Other } else { self.above };
        } else {
            if raw.indent.of(self.text).bytes().any(|b| b == b'\t') {
                self.report(problems::tab_indent(self.place(raw.indent), column));
            }
            self.full_line(raw.words, words, column);
            self.blank &= words.starts_with("//");
        }
        self.push(Kind::Blank, raw.tail);
        self.push(Kind::Newline, raw.newline);
        if raw.newline.of(self.text) == "\r" {
            self.report(problems::lone_return(self.place(raw.newline)));
        }
    }

    fn full_line(&mut self, span: Span, words: &'s str, column: u32) {
        let first = words.as_bytes().first().copied().unwrap_or(0);
        match first {
            b'/' if words.starts_with("//") => return self.push(Kind::Comment, span),
            b'\\' => {
                self.push(Kind::Escape, Span::new(span.start, span.start + 1));
                return self.prose(Span::new(span.start + 1, span.end), column, false);
            }
            b'#' if column == self.nesting.top && self.heading(span, words) => return,
            b'a'..=b'z' | b'A'..=b'Z' => {
                let (word, rest) = split_word(words);
                if self.statement(span, word, rest, column) || self.attribute(span, word, rest, column) {
                    return;
                }
            }
            _ => {}
        }
        self.prose(span, column, false);
    }

    fn heading(&mut self, span: Span, words: &str) -> bool {
        let text = words.trim_start_matches('#');
        let level = words.len() - text.len();
        if level > 6 {
            return false;
        }
        let title = text.trim_start();
        if title.is_empty() || title.len() == text.len() {
            self.report(problems::broken_heading(self.place(span), title, level as u32));
        }
        let mark = Span::new(span.start, span.start + level as u32);
        let text_span = Span::new(span.end - title.len() as u32, span.end);
        self.push(Kind::HeadingMark, mark);
        self.push(Kind::Blank, Span::new(mark.end, text_span.start));
        self.push(Kind::Text, text_span);
        self.close_all();
        self.heading = Some(self.tree.headings.len() as u32);
        self.above = Above::Other;
        let before = self.tree.statements.len() as u32;
        self.tree.headings.push(Heading { level: level as u8, mark, text: text_span, before });
        true
    }

    /// Reads the line as a statement, if its first word is a keyword, or nearly one, and the rest is like a header.
    fn statement(&mut self, span: Span, word: &'s str, rest: &'s str, column: u32) -> bool {
        if !rest.is_empty() && !rest.starts_with([' ', '\t', ':', '"', ',']) {
            return false;
        }
        let exact = Keyword::find(word);
        // Without a colon a word that is no keyword begins prose; most lines are done here.
        if exact.is_none() && memchr::memchr(b':', rest.as_bytes()).is_none() {
            return false;
        }
        let capital = if exact.is_none() { Keyword::find(&word.to_ascii_lowercase()) } else { None };
        if exact.is_none() && capital.is_none() && is_key(word, rest) {
            return false;
        }
        let at = span.start + word.len() as u32;
        self.header.clear();
        let text = lex_header(rest, at, &mut self.header);
        let colon = self.header.last().filter(|t| t.kind == Kind::Colon).copied();
        self.words.clear();
        self.words.extend(self.header.iter().filter(|t| !matches!(t.kind, Kind::Blank | Kind::Colon)));
        let header_end = self.words.last().map_or(at, |t| t.span.end);
        // After a word that is no keyword and only means one, a text must follow that begins as a text does.
        let is_text = || text.trim_start().chars().next().is_none_or(|c| c.is_uppercase() || c.is_numeric());
        let meant = || Keyword::find_near(word).or_else(|| Keyword::find_meant(word).filter(|_| is_text()));
        let Some(keyword) = exact.or(capital).or_else(meant) else { return false };

        let (names, clauses) = (self.parts.borrow().names.len(), self.parts.borrow().clauses.len());
        let parsed = header::parse(keyword, &self.words, self.text, header_end, &self.parts);
        let mut faults = std::mem::take(&mut self.parts.borrow_mut().faults);
        let nameless = colon.is_none() && parsed.name.is_none() && keyword.shape().name != Need::Never;
        if (colon.is_none() || exact.is_none()) && (nameless || !faults.is_empty()) {
            self.parts.borrow_mut().names.truncate(names);
            self.parts.borrow_mut().clauses.truncate(clauses);
            let stop = self.words.last().filter(|t| t.span.of(self.text) == ".").map(|t| t.span);
            let may_end = exact.is_some() && colon.is_none() && keyword.shape().name == Need::Never;
            if let Some(stop) = stop.filter(|_| may_end && !self.is_home_of_prose(column)) {
                self.words.pop();
                header::parse(keyword, &self.words, self.text, stop.start, &self.parts);
                let mut parts = self.parts.borrow_mut();
                parts.names.truncate(names);
                parts.clauses.truncate(clauses);
                let is_whole = std::mem::take(&mut parts.faults).is_empty();
                drop(parts);
                if is_whole {
                    self.report(problems::full_stop(self.place(stop), word));
                    self.prose(span, column, true);
                    return true;
                }
            }
            if exact.is_some() {
                let goes_on = self.is_home_of_prose(column) && self.is_sentence_open(span.start);
                let fault = faults.first().map(|(_, at, text)| (*at, text.as_str()));
                self.report(problems::keyword_in_prose(self.place(Span::new(span.start, at)), word, rest, fault, goes_on));
                self.prose(span, column, true);
            }
            return exact.is_some();
        }
        let keyword_span = Span::new(span.start, at);
        if exact.is_none() {
            self.report(problems::misspelt(self.place(keyword_span), word, keyword, capital.is_some()));
        }
        let mut broken = exact.is_none() || !faults.is_empty();
        for (code, at, text) in faults.drain(..) {
            let found = Diagnostic::new(code, Place::new(self.file, at), text).label(format!("in the header of this {}", keyword.word()));
            self.report(found.help(header::help(code)));
        }
        self.parts.borrow_mut().faults = faults;
        if let Some(colon) = colon.filter(|_| !text.is_empty() && !text.starts_with([' ', '\t'])) {
            self.report(problems::crowded_colon(self.place(colon.span)));
            broken = true;
        }
        self.push(Kind::Keyword, keyword_span);
        self.last = self.header.last().copied().unwrap_or(self.last);
        if let Some(tokens) = &mut self.tokens {
            self.header.iter().for_each(|t| tokens.push(*t));
        }
        let words = text.trim_start_matches([' ', '\t']);
        let text_span = Span::new(span.end - words.len() as u32, span.end);
        self.push(Kind::Blank, Span::new(span.end - text.len() as u32, text_span.start));
        self.push(Kind::Text, text_span);
        let header = Span::new(span.start, header_end);
        let id = self.open(keyword, keyword_span, header, parsed, colon.is_some(), broken, column);
        if !text_span.is_empty() {
            self.tree.lines.push(Line { span: text_span, column: column + (text_span.start - span.start), after_blank: false });
            self.owners.push(id);
        }
        true
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one statement, known in one place")]
    fn open(
        &mut self,
        keyword: Keyword,
        keyword_span: Span,
        header: Span,
        parsed: Header,
        declares: bool,
        broken: bool,
        column: u32,
    ) -> StatementId {
        self.nesting.close_from(column, &mut self.tree);
        let is_full = self.nesting.is_full();
        if !is_full {
            self.even(keyword_span, column);
        }
        let id = self.tree.statements.len() as StatementId;
        let parent = self.nesting.last().map(|o| o.statement);
        self.tree.statements.push(Statement {
            keyword,
            keyword_span,
            column,
            header,
            name: parsed.name,
            declares,
            broken,
            parent,
            end: id + 1,
            heading: self.heading,
            operands: parsed.operands,
            clauses: parsed.clauses,
            text: Slice::default(),
            attributes: Slice::default(),
        });
        if !is_full {
            self.nesting.open(id, column);
        } else if !std::mem::replace(&mut self.too_deep, true) {
            self.report(problems::too_deep(self.place(keyword_span)));
        }
        self.above = Above::Other;
        id
    }

    fn attribute(&mut self, span: Span, word: &'s str, rest: &'s str, column: u32) -> bool {
        if !is_key(word, rest) {
            return false;
        }
        let exact = Key::find(word);
        let key = exact.or_else(|| Key::find(&word.to_ascii_lowercase()));
        if key.is_none() && word.bytes().any(|b| b.is_ascii_uppercase()) {
            return false;
        }
        let key_span = Span::new(span.start, span.start + word.len() as u32);
        self.nesting.close_from(column, &mut self.tree);
        let owner = self.nesting.last().map(|o| o.statement);
        let above = owner.and_then(|o| self.tree.find_statement(o)).map(|s| s.keyword);
        if let Some(problem) = problems::find_wrong_key(self.place(key_span), word, key, above) {
            self.report(problem);
        }
        self.even(key_span, column);
        self.push(Kind::Key, key_span);
        self.push(Kind::Colon, Span::new(key_span.end, key_span.end + 1));
        let value = rest.trim_start_matches(':').trim_start_matches([' ', '\t']);
        let value_span = Span::new(span.end - value.len() as u32, span.end);
        self.push(Kind::Blank, Span::new(key_span.end + 1, value_span.start));
        self.push(Kind::Text, value_span);
        self.above = Above::Value(column, owner.is_some());
        if let Some(owner) = owner {
            let start = self.tree.values.len() as u32;
            if !value_span.is_empty() {
                self.tree.values.push(Line { span: value_span, column: column + (value_span.start - span.start), after_blank: false });
            }
            let value = Slice { start, end: self.tree.values.len() as u32 };
            self.tree.attributes.push(Attribute { key: exact, key_span, column, owner, value });
        }
        true
    }

    /// Reads a line of prose; `told` where a problem of this line is told already, so that its place is not told besides.
    fn prose(&mut self, span: Span, column: u32, told: bool) {
        self.push(Kind::Text, span);
        let after_blank = std::mem::replace(&mut self.blank, false);
        let line = Line { span, column, after_blank };
        if let Above::Value(key, owned) = self.above
            && column > key
        {
            if let Some(attribute) = self.tree.attributes.last_mut().filter(|_| owned) {
                self.tree.values.push(line);
                attribute.value.end += 1;
            }
            return;
        }
        self.nesting.close_beyond(column, &mut self.tree);
        let Some(owner) = self.nesting.last() else {
            if told {
                return;
            }
            return self.fault(problems::stray_prose(self.place(span), span.of(self.text)));
        };
        let above = self.tree.find_statement(owner.statement);
        // What stands right beneath a bare statement, no deeper, is not its text, or that would lack its colon.
        let is_apart = owner.column == column && above.is_some_and(|s| !s.declares && !s.broken);
        // A statement that is broken beneath one without a text is not besides a text of that one.
        let takes_text = above.is_some_and(|s| s.keyword.shape().text != Need::Never);
        if !is_apart && (!told || takes_text) {
            self.tree.lines.push(line);
            self.owners.push(owner.statement);
        }
        if told {
            self.above = Above::Other;
        } else if is_apart {
            self.fault(problems::stray_prose(self.place(span), span.of(self.text)));
        } else if owner.column == column {
            self.fault(problems::unindented_prose(self.place(span)));
        } else if owner.inner.is_some() {
            self.fault(problems::late_prose(self.place(span)));
        } else {
            self.above = Above::Other;
        }
    }

    /// Whether a line of prose at `column` goes on the value or the text above.
    fn is_home_of_prose(&self, column: u32) -> bool {
        match self.above {
            Above::Value(key, _) if column > key => true,
            Above::Fault(_) => false,
            _ => self.nesting.takes_prose(column),
        }
    }

    /// Whether the words before byte `at` end in the middle of a sentence, so that a line there most likely goes on with it.
    fn is_sentence_open(&self, at: u32) -> bool {
        let before = self.text.get(..at as usize).unwrap_or("").trim_end();
        !before.trim_end_matches(['"', '”', '’', '\'', ')', '*', '_', '`']).ends_with(['.', '!', '?'])
    }

    /// Reports prose in the wrong place; lines in a row are one mistake.
    fn fault(&mut self, problem: Diagnostic) {
        if let Above::Fault(index) = self.above
            && let Some(last) = self.diagnostics.get_mut(index)
            && last.code == problem.code
        {
            last.at.place.span.end = problem.at.place.span.end;
            return;
        }
        self.above = Above::Fault(self.diagnostics.len());
        self.report(problem);
    }

    /// Checks that what belongs together shares a column.
    fn even(&mut self, at: Span, column: u32) {
        let wanted = self.nesting.wanted(column);
        if wanted != column {
            self.report(problems::uneven_indent(self.place(at), self.indent, column, wanted));
        }
    }

    fn close_all(&mut self) {
        self.nesting.close_all(&mut self.tree);
        self.above = Above::Other;
        self.blank = false;
    }
}

/// Whether `word` is followed by a colon and then a blank or nothing, as the key of an attribute is.
fn is_key(word: &str, rest: &str) -> bool {
    let mut after = rest.bytes();
    after.next() == Some(b':')
        && matches!(after.next(), None | Some(b' ' | b'\t'))
        && word.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// The part of `owners` (ascending) that belongs to `id`, from `next` on.
fn take_owned(owners: &[StatementId], id: StatementId, next: &mut u32) -> Slice {
    let start = *next;
    while owners.get(*next as usize) == Some(&id) {
        *next += 1;
    }
    Slice { start, end: *next }
}
