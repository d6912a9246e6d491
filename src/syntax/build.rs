//! Lines to the tree: the open statements as a stack of columns, one line at a time.
//!
//! Each line first says what it is (comment, heading, statement, attribute, prose), then its column says where it hangs. Columns
//! are compared, never counted in levels, so any consistent indentation reads right.

use crate::{
    diagnostic::{nearest::find_nearest, problem::Diagnostic, problem::Safety},
    syntax::{
        attribute::Key,
        codes,
        header::{self, Header, excerpt},
        keyword::Keyword,
        lexer::{is_name_char, lex_header},
        line::{RawLine, column, read_line},
        table::Need,
        token::{Kind, Token},
        tokens::Parts,
        tree::{Attribute, Heading, Line, Slice, Statement, StatementId, Tree},
    },
    text::{
        edit::Edit,
        span::{FileId, Place, Span},
    },
};
use std::cell::RefCell;

/// The most statements that may be nested in each other.
pub const MOST_LEVELS: usize = 128;

struct Open {
    statement: StatementId,
    column: u32,
    /// The column of its first child or attribute.
    inner: Option<u32>,
}

/// What the line above was, where prose may go on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Above {
    Other,
    /// A value at this column.
    Value(u32),
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
    tokens: Vec<Token>,
    tree: Tree,
    /// The owner of each line of [`Tree::lines`].
    owners: Vec<StatementId>,
    parts: RefCell<Parts>,
    /// The tokens of the header at hand, and the same without blanks.
    header: Vec<Token>,
    words: Vec<Token>,
    stack: Vec<Open>,
    top_column: u32,
    above: Above,
    blank: bool,
    heading: Option<u32>,
    too_deep: bool,
}

impl<'s> Builder<'s> {
    /// A builder for `text`; nothing is read yet.
    pub fn new(file: FileId, text: &'s str) -> Self {
        Self {
            file,
            text,
            diagnostics: Vec::new(),
            tokens: Vec::with_capacity(text.len() / 16),
            tree: Tree { statements: Vec::with_capacity(text.len() / 128), ..Tree::default() },
            owners: Vec::new(),
            parts: RefCell::default(),
            header: Vec::new(),
            words: Vec::new(),
            stack: Vec::new(),
            top_column: 0,
            above: Above::Other,
            blank: false,
            heading: None,
            too_deep: false,
        }
    }

    /// Records a problem.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Appends a token, unless it is empty.
    pub fn push(&mut self, kind: Kind, span: Span) {
        if !span.is_empty() {
            self.tokens.push(Token { kind, span });
        }
    }

    /// Appends what stands between the last token and `end` as no Agon.
    pub fn outside(&mut self, end: u32) {
        let done = self.tokens.last().map_or(0, |t| t.span.end);
        self.push(Kind::Outside, Span::new(done, end));
    }

    /// Reads a block of Agon, whose top level stands at `base`.
    pub fn block(&mut self, body: Span, base: u32) {
        self.close(0);
        self.top_column = base;
        let mut at = body.start;
        while at < body.end {
            let raw = read_line(self.text, at, body.end);
            self.line(&raw);
            at = raw.newline.end;
        }
        self.close(0);
    }

    /// The tokens, the tree and the problems.
    pub fn finish(mut self) -> (Vec<Token>, Tree, Vec<Diagnostic>) {
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
        let owned: Vec<StatementId> = self.tree.attributes.iter().map(|a| a.owner).collect();
        let (mut line, mut attribute) = (0, 0);
        for (id, statement) in self.tree.statements.iter_mut().enumerate() {
            statement.text = take_owned(&self.owners, id as u32, &mut line);
            statement.attributes = take_owned(&owned, id as u32, &mut attribute);
        }
        (self.tokens, self.tree, self.diagnostics)
    }

    fn place(&self, span: Span) -> Place {
        Place::new(self.file, span)
    }

    fn line(&mut self, raw: &RawLine) {
        self.push(Kind::Indent, raw.indent);
        let words = raw.words.of(self.text);
        let column = column(raw.indent.of(self.text));
        if words.is_empty() {
            self.blank = true;
            self.above = if let Above::Fault(_) = self.above { Above::Other } else { self.above };
        } else {
            if raw.indent.of(self.text).contains('\t') {
                self.tab(raw.indent, column);
            }
            self.full_line(raw.words, words, column);
            self.blank &= words.starts_with("//");
        }
        self.push(Kind::Blank, raw.tail);
        self.push(Kind::Newline, raw.newline);
        if raw.newline.of(self.text) == "\r" {
            let found = Diagnostic::new(&codes::LONE_CARRIAGE_RETURN, self.place(raw.newline), "this line ends in a lone carriage return");
            self.report(found.fix(Safety::Safe, "end the line with a line feed", vec![Edit::new(raw.newline, "\n")]));
        }
    }

    fn tab(&mut self, indent: Span, column: u32) {
        let found = Diagnostic::new(&codes::TAB_INDENT, self.place(indent), "a tab stands in the indentation").fix(
            Safety::Safe,
            "indent with blanks",
            vec![Edit::new(indent, " ".repeat(column as usize))],
        );
        self.report(found);
    }

    fn full_line(&mut self, span: Span, words: &'s str, column: u32) {
        let first = words.as_bytes().first().copied().unwrap_or(0);
        match first {
            b'/' if words.starts_with("//") => return self.push(Kind::Comment, span),
            b'\\' => {
                self.push(Kind::Escape, Span::new(span.start, span.start + 1));
                return self.prose(Span::new(span.start + 1, span.end), column, false);
            }
            b'#' if column == self.top_column && self.heading(span, words) => return,
            b'a'..=b'z' | b'A'..=b'Z' => {
                let end = words.find(|c| !is_name_char(c)).unwrap_or(words.len());
                let (word, rest) = words.split_at(end);
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
            let why = if title.is_empty() { "this heading has no words" } else { "a blank must follow the signs of a heading" };
            let found = Diagnostic::new(&codes::BROKEN_HEADING, self.place(span), why);
            let sign = Span::empty(span.start + level as u32);
            self.report(if title.is_empty() {
                found.help("write a title after the signs")
            } else {
                found.fix(Safety::Safe, "put a blank", vec![Edit::new(sign, " ")])
            });
        }
        let mark = Span::new(span.start, span.start + level as u32);
        let text_span = Span::new(span.end - title.len() as u32, span.end);
        self.push(Kind::HeadingMark, mark);
        self.push(Kind::Blank, Span::new(mark.end, text_span.start));
        self.push(Kind::Text, text_span);
        self.close(0);
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
        let capital = if exact.is_none() { Keyword::find(&word.to_ascii_lowercase()) } else { None };
        if exact.is_none() && (memchr::memchr(b':', rest.as_bytes()).is_none() || (capital.is_none() && is_key(word, rest))) {
            return false;
        }
        let at = span.start + word.len() as u32;
        self.header.clear();
        let text = lex_header(rest, at, &mut self.header);
        let colon = self.header.last().filter(|t| t.kind == Kind::Colon).copied();
        self.words.clear();
        self.words.extend(self.header.iter().filter(|t| !matches!(t.kind, Kind::Blank | Kind::Colon)));
        let header_end = self.words.last().map_or(at, |t| t.span.end);
        let near = || find_nearest(word, Keyword::ALL.iter().map(|k| k.word())).and_then(Keyword::find);
        let Some(keyword) = exact.or(capital).or_else(near) else { return false };

        let (names, clauses) = (self.parts.borrow().names.len(), self.parts.borrow().clauses.len());
        let parsed = header::parse(keyword, &self.words, self.text, header_end, &self.parts);
        let mut faults = std::mem::take(&mut self.parts.borrow_mut().faults);
        let nameless = colon.is_none() && parsed.name.is_none() && keyword.shape().name != Need::Never;
        if (colon.is_none() || exact.is_none()) && (nameless || !faults.is_empty()) {
            self.parts.borrow_mut().names.truncate(names);
            self.parts.borrow_mut().clauses.truncate(clauses);
            if exact.is_some() {
                self.keyword_in_prose(span, word, column, &faults);
                self.prose(span, column, true);
            }
            return exact.is_some();
        }
        let keyword_span = Span::new(span.start, at);
        if exact.is_none() {
            self.misspelt(keyword_span, word, keyword, capital.is_some());
        }
        let mut broken = exact.is_none() || !faults.is_empty();
        for (code, at, text) in faults.drain(..) {
            let found = Diagnostic::new(code, Place::new(self.file, at), text).label(format!("in the header of this {}", keyword.word()));
            self.report(found.help(header::help(code)));
        }
        self.parts.borrow_mut().faults = faults;
        if let Some(colon) = colon.filter(|_| !text.is_empty() && !text.starts_with([' ', '\t'])) {
            let found = Diagnostic::new(&codes::CROWDED_COLON, self.place(colon.span), "no blank follows the colon of this header");
            self.report(found.fix(Safety::Safe, "put a blank", vec![Edit::new(Span::empty(colon.span.end), " ")]));
            broken = true;
        }
        self.push(Kind::Keyword, keyword_span);
        self.tokens.extend_from_slice(&self.header);
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

    fn misspelt(&mut self, at: Span, word: &str, keyword: Keyword, capital: bool) {
        let (code, title, safety) = if capital {
            (&codes::CAPITAL_KEYWORD, format!("the keyword `{}` is written with capitals", excerpt(word)), Safety::Safe)
        } else {
            (&codes::UNKNOWN_KEYWORD, format!("`{}` is no keyword", excerpt(word)), Safety::Unsafe)
        };
        let found = Diagnostic::new(code, self.place(at), title).fix(
            safety,
            format!("write `{}`", keyword.word()),
            vec![Edit::new(at, keyword.word())],
        );
        self.report(found.note("if the line is prose, put a `\\` before it"));
    }

    fn keyword_in_prose(&mut self, span: Span, word: &str, column: u32, faults: &[(&'static crate::diagnostic::code::Code, Span, String)]) {
        let mut found = Diagnostic::new(
            &codes::KEYWORD_IN_PROSE,
            self.place(Span::new(span.start, span.start + word.len() as u32)),
            format!("this line begins with the keyword `{word}` but is not a statement"),
        );
        if let Some((_, at, text)) = faults.first() {
            found = found.related(Place::new(self.file, *at), text.clone());
        }
        let note = "the line is read as prose; if it is a statement, its header must be mended, and one that declares has a colon after it";
        let safety = if self.is_home_of_prose(column) { Safety::Safe } else { Safety::Unsafe };
        self.report(found.note(note).fix(
            safety,
            "put a `\\` before the line, so that it is prose",
            vec![Edit::new(Span::empty(span.start), "\\")],
        ));
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
        self.close_to(column);
        if self.stack.len() < MOST_LEVELS {
            self.even(keyword_span, column);
        }
        let id = self.tree.statements.len() as StatementId;
        let parent = self.stack.last().map(|o| o.statement);
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
        if self.stack.len() < MOST_LEVELS {
            self.stack.push(Open { statement: id, column, inner: None });
        } else if !std::mem::replace(&mut self.too_deep, true) {
            let title = format!("statements are nested more than {MOST_LEVELS} deep");
            let found = Diagnostic::new(&codes::TOO_DEEP, self.place(keyword_span), title);
            self.report(found.help("name the target and write this statement flat, with `for` or `against`"));
        }
        self.above = Above::Other;
        id
    }

    fn attribute(&mut self, span: Span, word: &'s str, rest: &'s str, column: u32) -> bool {
        if !is_key(word, rest) {
            return false;
        }
        let lower = word.to_ascii_lowercase();
        let key = Key::find(&lower);
        if lower != word && key.is_none() {
            return false;
        }
        let key_span = Span::new(span.start, span.start + word.len() as u32);
        self.close_to(column);
        let owner = self.stack.last().map(|o| o.statement);
        self.check_key(key_span, word, &lower, key, owner.is_some());
        self.even(key_span, column);
        self.push(Kind::Key, key_span);
        self.push(Kind::Colon, Span::new(key_span.end, key_span.end + 1));
        let value = rest.trim_start_matches(':').trim_start_matches([' ', '\t']);
        let value_span = Span::new(span.end - value.len() as u32, span.end);
        self.push(Kind::Blank, Span::new(key_span.end + 1, value_span.start));
        self.push(Kind::Text, value_span);
        self.above = Above::Value(column);
        let start = self.tree.values.len() as u32;
        if !value_span.is_empty() {
            self.tree.values.push(Line { span: value_span, column: column + (value_span.start - span.start), after_blank: false });
        }
        if let Some(owner) = owner {
            let key = if lower == word { key } else { None };
            let value = Slice { start, end: self.tree.values.len() as u32 };
            self.tree.attributes.push(Attribute { key, key_span, column, owner, value });
        }
        true
    }

    fn check_key(&mut self, at: Span, word: &str, lower: &str, key: Option<Key>, owned: bool) {
        let found = |code, title: String| Diagnostic::new(code, Place::new(self.file, at), title);
        let escape = "if the line is prose, put a `\\` before it";
        if lower != word {
            let found = found(&codes::CAPITAL_KEYWORD, format!("the key `{word}` is written with capitals"));
            self.report(found.fix(Safety::Safe, format!("write `{lower}`"), vec![Edit::new(at, lower)]).note(escape));
        } else if key.is_none() {
            let title = format!("`{}` is no attribute", excerpt(word));
            let mut found = found(&codes::UNKNOWN_ATTRIBUTE, title).note(escape);
            let known = Key::ALL.iter().map(|k| k.word()).chain(Keyword::ALL.iter().map(|k| k.word()));
            match find_nearest(word, known) {
                Some(near) => found = found.fix(Safety::Unsafe, format!("write `{near}`"), vec![Edit::new(at, near)]),
                None => found = found.fix(Safety::Unsafe, "put a `\\` before the line", vec![Edit::new(Span::empty(at.start), "\\")]),
            }
            self.report(found);
        } else if !owned {
            let found = found(&codes::STRAY_ATTRIBUTE, format!("the attribute `{word}` stands beneath no statement"));
            self.report(found.help("indent it deeper than the statement that it belongs to").note(escape));
        }
    }

    /// Reads a line of prose; `told` where a problem of this line is told already, so that its place is not told besides.
    fn prose(&mut self, span: Span, column: u32, told: bool) {
        self.push(Kind::Text, span);
        let after_blank = std::mem::replace(&mut self.blank, false);
        let line = Line { span, column, after_blank };
        if let Above::Value(key) = self.above
            && column > key
        {
            self.tree.values.push(line);
            if let Some(attribute) = self.tree.attributes.last_mut().filter(|a| a.value.end as usize + 1 == self.tree.values.len()) {
                attribute.value.end += 1;
            }
            return;
        }
        while self.stack.last().is_some_and(|o| o.column > column) {
            self.pop();
        }
        let owner = self.stack.last().map(|o| (o.statement, o.column, o.inner.is_some()));
        let Some((owner, header, has_inner)) = owner else {
            if told {
                return;
            }
            let first = span.of(self.text).split(|c| !is_name_char(c)).next().unwrap_or("");
            let help = match Keyword::find(&first.to_lowercase()).filter(|k| k.word() != first) {
                Some(keyword) => {
                    format!("write `{}` in lower case, if it is a statement, or put `//` before it, if it is a remark", keyword.word())
                }
                None => "put `//` before it, if it is a remark, or give it a keyword".to_owned(),
            };
            return self.fault(span, &codes::STRAY_PROSE, "this prose belongs to no statement", &help);
        };
        self.tree.lines.push(line);
        self.owners.push(owner);
        if told {
            self.above = Above::Other;
        } else if header == column {
            let help = "indent it deeper, if it goes on the text above; put `//` before it, if it is a remark";
            self.fault(span, &codes::UNINDENTED_PROSE, "this prose is not indented deeper than its statement", help);
        } else if has_inner {
            let help = "move it up to the text of its statement, or indent it deeper than the line above, if it goes on there";
            self.fault(span, &codes::LATE_PROSE, "this prose stands after the attributes or children of its statement", help);
        } else {
            self.above = Above::Other;
        }
    }

    /// Whether a line of prose at `column` goes on the value or the text above.
    fn is_home_of_prose(&self, column: u32) -> bool {
        match self.above {
            Above::Value(key) if column > key => true,
            Above::Fault(_) => false,
            _ => self.stack.iter().rev().find(|o| o.column <= column).is_some_and(|o| o.column < column && o.inner.is_none()),
        }
    }

    /// Reports prose in the wrong place; lines in a row are one mistake.
    fn fault(&mut self, span: Span, code: &'static crate::diagnostic::code::Code, title: &str, help: &str) {
        if let Above::Fault(index) = self.above
            && let Some(last) = self.diagnostics.get_mut(index)
            && last.code == code
        {
            last.at.place.span.end = span.end;
            return;
        }
        self.above = Above::Fault(self.diagnostics.len());
        self.report(Diagnostic::new(code, Place::new(self.file, span), title).help(help));
    }

    /// Checks that what belongs together shares a column.
    fn even(&mut self, at: Span, column: u32) {
        let wanted = match self.stack.last_mut() {
            Some(open) => *open.inner.get_or_insert(column),
            None => self.top_column,
        };
        if wanted != column {
            let found = Diagnostic::new(
                &codes::UNEVEN_INDENT,
                self.place(at),
                format!("this line starts at column {}, its siblings at column {}", column + 1, wanted + 1),
            );
            let indent = Span::new(at.start - self.indent_before(at.start), at.start);
            self.report(found.fix(Safety::Unsafe, "indent it like its siblings", vec![Edit::new(indent, " ".repeat(wanted as usize))]));
        }
    }

    fn indent_before(&self, at: u32) -> u32 {
        self.tokens.last().filter(|t| t.kind == Kind::Indent && t.span.end == at).map_or(0, |t| t.span.len())
    }

    fn close_to(&mut self, column: u32) {
        while self.stack.last().is_some_and(|o| o.column >= column) {
            self.pop();
        }
    }

    fn close(&mut self, depth: usize) {
        while self.stack.len() > depth {
            self.pop();
        }
        self.above = Above::Other;
        self.blank = false;
    }

    fn pop(&mut self) {
        let end = self.tree.statements.len() as StatementId;
        if let Some(statement) = self.stack.pop().and_then(|o| self.tree.statements.get_mut(o.statement as usize)) {
            statement.end = end;
        }
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
