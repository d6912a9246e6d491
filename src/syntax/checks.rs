//! What the table of shapes forbids: checked on the finished tree, statement by statement.

use crate::{
    diagnostic::{
        code::Code,
        problem::{Diagnostic, Safety},
    },
    syntax::{
        attribute::Key,
        codes,
        dialect::dialect,
        header::excerpt,
        keyword::{ClauseWord, Keyword},
        lexer::{is_blank, is_name_char},
        table::{ADDED_KEYS, Need},
        tree::{Statement, StatementId, Tree},
    },
    text::{
        edit::Edit,
        span::{FileId, Place, Span},
    },
};

/// Checks every statement of `tree` against its shape, and the text against control characters. Linear.
pub fn check(file: FileId, text: &str, tree: &Tree, out: &mut Vec<Diagnostic>) {
    let mut checker = Checker { file, text, tree, out };
    checker.characters();
    for (id, statement) in tree.statements.iter().enumerate() {
        checker.place(id as StatementId, statement);
        checker.header(statement);
        checker.words(id as StatementId, statement);
        checker.attributes(statement);
    }
}

struct Checker<'a> {
    file: FileId,
    text: &'a str,
    tree: &'a Tree,
    out: &'a mut Vec<Diagnostic>,
}

impl Checker<'_> {
    fn found(&self, code: &'static Code, span: Span, title: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, Place::new(self.file, span), title)
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.out.push(diagnostic);
    }

    fn characters(&mut self) {
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while let Some(step) = bytes.get(at..).and_then(find_suspect) {
            at += step;
            let Some(c) = self.text.get(at..).and_then(|rest| rest.chars().next()) else { break };
            let span = Span::new(at as u32, (at + c.len_utf8()) as u32);
            at += c.len_utf8();
            if c.is_control() {
                let title = format!("the control character U+{:04X} stands in the text", c as u32);
                let found = self.found(&codes::CONTROL_CHARACTER, span, title);
                self.report(found.fix(Safety::Safe, "remove it", vec![Edit::new(span, "")]));
            } else if is_bidi(c) {
                let title = format!("the character U+{:04X} changes the direction of the text, and can hide what it says", c as u32);
                let found = self.found(&codes::BIDI_CHARACTER, span, title);
                self.report(found.fix(Safety::Unsafe, "remove it", vec![Edit::new(span, "")]));
            }
        }
    }

    fn place(&mut self, id: StatementId, statement: &Statement) {
        let shape = statement.keyword.shape();
        let word = statement.keyword.word();
        match statement.parent.and_then(|p| self.tree.find_statement(p)) {
            None if !shape.top => {
                let above = shape.parents.first().map_or("", |k| k.word());
                let title = format!("this {word} stands alone, not under {}", list(shape.parents));
                let found = self.found(&codes::WRONG_PLACE, statement.keyword_span, title);
                self.report(found.help(format!("indent it under the `{}` that it belongs to, or declare it as a `claim`", above)));
            }
            None => self.flat_target(id, statement),
            Some(parent) if self.is_citation(statement) => {
                let title = format!("a source cannot stand under {}, which can cite one", parent.keyword.noun());
                let found = self.found(&codes::WRONG_PLACE, statement.keyword_span, title);
                self.report(found.fix(Safety::Unsafe, "write `cite`", vec![Edit::new(statement.keyword_span, Key::Cite.word())]));
            }
            Some(parent) if !shape.parents.contains(&parent.keyword) => {
                let title = format!("{} cannot stand under {}", statement.keyword.noun(), parent.keyword.noun());
                let found = self
                    .found(&codes::WRONG_PLACE, statement.keyword_span, title)
                    .related(Place::new(self.file, parent.keyword_span), "it is indented under this");
                let help = match (statement.keyword, parent.keyword) {
                    (Keyword::Claim, p) if p.is_said() => {
                        "a claim bears on another as a `support`, a `rebuttal` or an `undercut`".to_owned()
                    }
                    (Keyword::Premise, _) => "put the premise under a `support`".to_owned(),
                    _ if shape.top => "move it to the start of the line".to_owned(),
                    _ => format!("put it under {}", list(shape.parents)),
                };
                self.report(found.help(help));
            }
            Some(parent) => {
                let clause =
                    self.tree.clauses(statement).iter().find(|c| matches!(c.word, ClauseWord::For | ClauseWord::Against | ClauseWord::On));
                if let Some(clause) = clause {
                    let title = format!("this {word} is nested under its target and names a target with `{}` besides", clause.word.word());
                    let found = self
                        .found(&codes::NESTED_AND_FLAT, clause.span, title)
                        .related(Place::new(self.file, parent.keyword_span), "it is nested under this");
                    self.report(found.help("leave out the clause, or move the statement to the start of the line"));
                }
            }
        }
    }

    /// Whether it is a `source: NAME` under a statement that can have the attribute `cite: NAME`.
    fn is_citation(&self, statement: &Statement) -> bool {
        let parent = statement.parent.and_then(|p| self.tree.find_statement(p));
        let value = self.tree.text(statement).first().map_or("", |line| line.span.of(self.text));
        let name = value.split(',').next().unwrap_or("");
        let is_name = !name.is_empty() && name.chars().all(|c| is_name_char(c) || c == '.');
        let bare = statement.keyword == Keyword::Source && statement.name.is_none() && statement.declares && !statement.broken;
        bare && is_name && parent.is_some_and(|p| p.keyword.shape().attributes.contains(&Key::Cite))
    }

    fn dotted(&mut self, name: Span) {
        let found = self.found(&codes::DOTTED_NAME, name, format!("the name `{}` has a dot", excerpt(name.of(self.text))));
        let plain = name.of(self.text).replace('.', "-");
        let found = found.note("a dotted name reaches into a file brought in by `use`; names that are declared have none");
        self.report(found.fix(Safety::Unsafe, format!("write `{}`", excerpt(&plain)), vec![Edit::new(name, plain)]));
    }

    /// A move at the top level must name its target.
    fn flat_target(&mut self, id: StatementId, statement: &Statement) {
        let wanted = match statement.keyword {
            Keyword::Support | Keyword::Limit => ClauseWord::For,
            Keyword::Rebuttal | Keyword::Undercut => ClauseWord::Against,
            _ => return self.reopens(id, statement),
        };
        // A target after the wrong word is told as such.
        let aimed = self.tree.clauses(statement).iter().any(|c| matches!(c.word, ClauseWord::For | ClauseWord::Against));
        let reopens = !statement.declares && statement.end > id + 1;
        if !aimed && !reopens && !statement.broken {
            let title = format!("this {} has no target", statement.keyword.word());
            let found = self.found(&codes::MISSING_TARGET, statement.header, title);
            self.report(found.help(format!("indent it under its target, or name the target: `{} NAME`", wanted.word())));
        }
    }

    /// A claim or question at the top level that refers must add something.
    fn reopens(&mut self, id: StatementId, statement: &Statement) {
        let refers = !statement.declares && (statement.keyword.is_said() || statement.keyword == Keyword::Question);
        let adds = statement.end > id + 1 || !statement.clauses.is_empty() || !self.tree.text(statement).is_empty();
        if refers && !adds && !statement.broken {
            let title = format!("this {} has no text, and adds nothing to what it refers to", statement.keyword.word());
            let found = self.found(&codes::MISSING_TEXT, statement.header, title);
            self.report(found.help("write a colon and its text, or indent something under it"));
        }
    }

    fn header(&mut self, statement: &Statement) {
        let shape = statement.keyword.shape();
        let word = statement.keyword.word();
        for clause in self.tree.clauses(statement) {
            if !shape.clauses.contains(&clause.word) {
                let title = format!("{} cannot have the clause `{}`", statement.keyword.noun(), clause.word.word());
                let found = self.found(&codes::WRONG_CLAUSE, clause.span, title);
                let target = |c: ClauseWord| matches!(c, ClauseWord::For | ClauseWord::Against);
                let other = shape.clauses.iter().find(|c| target(**c) && target(clause.word));
                let known: Vec<String> = shape.clauses.iter().map(|c| format!("`{}`", c.word())).collect();
                self.report(match other {
                    Some(other) => {
                        found.fix(Safety::Unsafe, format!("write `{}`", other.word()), vec![Edit::new(clause.span, other.word())])
                    }
                    None if target(clause.word) && statement.keyword.is_said() => {
                        found.help("leave it out; what speaks for something is a `support`, what speaks against it a `rebuttal`")
                    }
                    None if known.is_empty() => found.help("leave it out"),
                    None => found.help(format!("leave it out; it can have {}", known.join(", "))),
                });
            }
        }
        if statement.broken {
            return;
        }
        if shape.name == Need::Required && statement.name.is_none() && !self.is_citation(statement) {
            let found = self.found(&codes::MISSING_NAME, statement.keyword_span, format!("this {word} has no name"));
            self.report(found.help(format!("give it a name: `{word} NAME: …`")));
        }
        if let Some(name) = statement.name.filter(|n| statement.declares && n.of(self.text).contains('.')) {
            self.dotted(name);
        }
        for clause in self.tree.clauses(statement).iter().filter(|c| matches!(c.word, ClauseWord::As | ClauseWord::Is)) {
            let names = self.tree.names(clause.names);
            if let Some(second) = names.get(1) {
                let title = format!("`{}` takes one name, not {}", clause.word.word(), names.len());
                let found = self.found(&codes::UNEXPECTED_WORD, *second, title);
                self.report(found.help(format!("write one `{word}` for each")));
            } else if let Some(name) = names.first().filter(|n| clause.word == ClauseWord::As && n.of(self.text).contains('.')) {
                self.dotted(*name);
            }
        }
        let count = self.tree.names(statement.operands).len();
        if count > 0 && count < shape.operands.0 {
            let found = self.found(
                &codes::MISSING_NAME,
                statement.header,
                format!("{} lists at least {} names", statement.keyword.noun(), shape.operands.0),
            );
            self.report(found.help(format!("write `{word} NAME, NAME`")));
        }
        if count > shape.operands.1 {
            let title = format!("{} names {} at most, not {count}", statement.keyword.noun(), shape.operands.1);
            let found = self.found(&codes::UNEXPECTED_WORD, statement.header, title);
            self.report(found.help(format!("write more than one `{word}`")));
        }
        let wanted = |c: &&crate::syntax::tree::Clause| shape.wants.contains(&c.word);
        let mut wants = self.tree.clauses(statement).iter().filter(wanted);
        let has = (wants.next(), wants.next());
        if let (Some(_), Some(second)) = has {
            let found = self.found(&codes::REPEATED_CLAUSE, second.span, format!("this `{word}` says two things at once"));
            self.report(found.help(format!("write one `{word}` for each")));
        } else if has.0.is_none() && !shape.wants.is_empty() && !self.is_bibliography(statement) {
            let lacks: Vec<String> = shape.wants.iter().map(|c| format!("`{}`", c.word())).collect();
            let title = format!("this `{word}` lacks {}", lacks.join(" or "));
            let found = self.found(&codes::MISSING_CLAUSE, statement.header, title);
            let wants = |c: &ClauseWord| if c.is_verdict() { format!("`{}`", c.word()) } else { format!("`{} NAME`", c.word()) };
            let known: Vec<String> = shape.wants.iter().map(wants).collect();
            self.report(found.help(format!("add {}", known.join(" or "))));
        }
    }

    /// Whether it uses a bibliography, which needs no name: the keys of its entries are names.
    fn is_bibliography(&self, statement: &Statement) -> bool {
        let path = self.tree.names(statement.operands).first();
        statement.keyword == Keyword::Use && path.is_some_and(|path| dialect(path.of(self.text).trim_matches('"')).is_bibliography())
    }

    fn words(&mut self, id: StatementId, statement: &Statement) {
        let shape = statement.keyword.shape();
        let word = statement.keyword.word();
        let text = self.tree.text(statement);
        let premises = || self.tree.children(id).filter(|(_, c)| c.keyword == Keyword::Premise);
        match (text.first(), shape.text) {
            (Some(first), Need::Never) => {
                let found = self.found(&codes::WRONG_TEXT, first.span, format!("{} cannot have a text", statement.keyword.noun()));
                self.report(found.help("put `//` before it, if it is a remark"));
            }
            (None, Need::Never) if statement.declares && !statement.broken => {
                let title = format!("{} has no text, and so no colon", statement.keyword.noun());
                let colon = self.colon(statement);
                let found = self.found(&codes::WRONG_TEXT, colon, title);
                self.report(found.fix(Safety::Safe, "remove the colon", vec![Edit::new(colon, "")]));
            }
            (Some(_), _) if !statement.declares && !statement.broken => {
                let colon = Edit::new(Span::empty(statement.header.end), ":");
                let found =
                    self.found(&codes::MISSING_COLON, statement.header, format!("this {word} has a text but no colon after its header"));
                self.report(found.note("the colon declares, a bare name refers").fix(Safety::Safe, "add the colon", vec![colon]));
            }
            // It adds to an entry of a bibliography.
            (None, Need::Required) if adds_to_entry(statement) && !statement.attributes.is_empty() => {}
            (None, Need::Required) if !statement.declares && !statement.keyword.is_said() && statement.keyword != Keyword::Question => {
                let found = self.found(&codes::MISSING_TEXT, statement.header, format!("this {word} has no text"));
                self.report(found.help(format!("write `{}: …`", excerpt(statement.header.of(self.text)))));
            }
            (None, Need::Optional) if statement.declares && statement.keyword != Keyword::Support => {
                let colon = self.colon(statement);
                let found = self.found(&codes::MISSING_TEXT, colon, format!("{} has a colon but no text", statement.keyword.noun()));
                self.report(found.help("write the reason after the colon, or leave out the colon"));
            }
            (None, Need::Required) if statement.declares => {
                let found = self.found(&codes::MISSING_TEXT, statement.header, format!("this {word} has a colon but no text"));
                self.report(found.help("write its text after the colon, or on the next line, indented deeper; without a colon a name refers to what stands elsewhere"));
            }
            (Some(first), _) if statement.keyword == Keyword::Support => {
                if let Some((_, premise)) = premises().next() {
                    self.text_and_premises(statement, first.span, premise);
                }
            }
            (None, _) if statement.keyword == Keyword::Support && statement.declares && premises().next().is_none() => {
                let found = self.found(&codes::SUPPORT_WITHOUT_PREMISES, statement.header, "this support rests on nothing");
                self.report(found.help("write its one premise after the colon, or list its premises beneath it: `premise NAME: …`"));
            }
            _ => {}
        }
    }

    /// Where the colon of a statement that declares stands, with the blanks before it.
    fn colon(&self, statement: &Statement) -> Span {
        let end = statement.header.end;
        let after = self.text.get(end as usize..).and_then(|rest| rest.find(':')).map_or(0, |at| at + 1);
        Span::new(end, end + after as u32)
    }

    fn text_and_premises(&mut self, statement: &Statement, text: Span, premise: &Statement) {
        let found = self
            .found(&codes::TEXT_AND_PREMISES, text, "this support has both a text of its own and premises")
            .related(Place::new(self.file, premise.keyword_span), "a premise")
            .note("a support of one line is its own premise; with several, each is a `premise`");
        let indent = " ".repeat(premise.column as usize);
        let on_header = self.text.get(statement.header.end as usize..text.start as usize).is_some_and(|gap| !gap.contains(['\n', '\r']));
        let lead = if on_header { format!("\n{indent}premise: ") } else { "premise: ".to_owned() };
        let start = if on_header { text.start - self.blanks_before(text.start) } else { text.start };
        self.report(found.fix(
            Safety::Unsafe,
            "make the text a premise like the others",
            vec![Edit::new(Span::new(start, text.start), lead)],
        ));
    }

    fn blanks_before(&self, at: u32) -> u32 {
        self.text.get(..at as usize).map_or(0, |before| before.len() - before.trim_end_matches(is_blank).len()) as u32
    }

    fn attributes(&mut self, statement: &Statement) {
        let shape = statement.keyword.shape();
        let noun = || statement.keyword.noun();
        let attributes = self.tree.attributes(statement);
        let known = if adds_to_entry(statement) { ADDED_KEYS } else { shape.attributes };
        let mut seen = 0u32;
        for attribute in attributes {
            let Some(key) = attribute.key else { continue };
            if shape.attributes.contains(&key) && !known.contains(&key) {
                let title = format!("`{}` stands on a source without a text, which adds to an entry of a bibliography", key.word());
                let known: Vec<&str> = known.iter().map(|k| k.word()).collect();
                let help = format!(
                    "write it into the bibliography; here stand: {}. To declare a source, write a colon and its title",
                    known.join(", ")
                );
                self.report(self.found(&codes::WRONG_ATTRIBUTE, attribute.key_span, title).help(help));
            } else if !shape.attributes.contains(&key) {
                let found = self.found(
                    &codes::WRONG_ATTRIBUTE,
                    attribute.key_span,
                    format!("{} cannot have the attribute `{}`", noun(), key.word()),
                );
                let known: Vec<&str> = shape.attributes.iter().map(|k| k.word()).collect();
                let help = if known.is_empty() {
                    format!("leave it out; {} has no attributes", noun())
                } else {
                    format!("leave it out; it can have: {}", known.join(", "))
                };
                self.report(found.help(help));
            }
            let bit = 1 << key as u32;
            if seen & bit != 0 && key != Key::Cite {
                let first = attributes.iter().find(|a| a.key == Some(key)).map_or(Span::default(), |a| a.key_span);
                let found =
                    self.found(&codes::REPEATED_ATTRIBUTE, attribute.key_span, format!("the attribute `{}` stands twice", key.word()));
                self.report(
                    found.related(Place::new(self.file, first), "the first is here").help("keep one of them; only `cite` may repeat"),
                );
            }
            seen |= bit;
            if self.tree.value(attribute).is_empty() {
                let found = self.found(&codes::EMPTY_ATTRIBUTE, attribute.key_span, format!("the attribute `{}` has no value", key.word()));
                self.report(found.help(format!("write its value after the colon, or leave it out; it is: {}", key.value())));
            }
        }
    }
}

/// Whether it is a source that refers.
fn adds_to_entry(statement: &Statement) -> bool {
    statement.keyword == Keyword::Source && statement.name.is_some() && !statement.declares && statement.text.is_empty()
}

/// The first byte that a control character or a change of direction may begin with. Whole blocks are tested at once, which the
/// compiler turns into a few wide instructions.
fn find_suspect(bytes: &[u8]) -> Option<usize> {
    const BLOCK: usize = 64;
    let suspect = |b: u8| (b < 0x20 && b != b'\n' && b != b'\r' && b != b'\t') || b == 0x7f || b == 0xc2 || b == 0xd8 || b == 0xe2;
    let (at, block) = bytes.chunks(BLOCK).enumerate().find(|(_, block)| block.iter().fold(false, |any, b| any | suspect(*b)))?;
    Some(at * BLOCK + block.iter().position(|b| suspect(*b))?)
}

/// Whether the character changes the direction of the text around it.
pub fn is_bidi(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn list(keywords: &[Keyword]) -> String {
    keywords.iter().map(|k| k.noun()).collect::<Vec<_>>().join(", ")
}
