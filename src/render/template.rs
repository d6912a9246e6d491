//! A brief after a template of one's own, in the language of Jinja.
//!
//! What a template finds is described in `grammar/templates.md` and bears a version, so that a template goes on working. Every text of the
//! debate is escaped where it is put, as Markdown or as HTML; only what was made here for that purpose is put as it is. A template reaches
//! no files, and its work is bounded.

use crate::{
    analysis::verdict::Verdict,
    model::{debate::ClaimKind, ids::ClaimId},
    render::{
        brief::{Wanted, brief_as},
        document::{Block, Inline},
        facts::Facts,
        html::body,
        markdown::markdown,
        pick::Judgement,
        prose::line::plain,
        text,
    },
    report::run::Report,
};
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value, context, escape_formatter, syntax::SyntaxConfig, value::ValueKind,
};

/// The version of what a template finds. It grows when something is taken away or gets another meaning.
pub const VERSION: u32 = 1;
/// The instructions that a template may take.
const FUEL: u64 = 20_000_000;
/// The name of the escaping of Markdown.
const MARKDOWN: &str = "markdown";

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1, where it is known.
    pub line: Option<usize>,
    /// What.
    pub what: String,
}

/// The brief of `report` after `template`, a file of this name: HTML where the name says so (`.html`, `.htm`, before an ending of Jinja),
/// else Markdown.
///
/// # Errors
/// When the template cannot be read, names what is not there, or takes too long.
pub fn render<'r>(report: &'r Report<'r>, wanted: Wanted<'r>, name: &str, template: &str) -> Result<String, Fault> {
    let mut environment = Environment::new();
    environment.set_fuel(Some(FUEL));
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    // A line that holds nothing but a statement of the template leaves no line behind.
    let syntax = SyntaxConfig::builder().keep_trailing_newline(true).trim_blocks(true).lstrip_blocks(true).build();
    environment.set_syntax(syntax.expect("the signs of the language are those that it comes with"));
    environment.set_auto_escape_callback(|name| if is_html(name) { AutoEscape::Html } else { AutoEscape::Custom(MARKDOWN.into()) });
    environment.set_formatter(|out, state, value| {
        let failed = |_| Error::new(ErrorKind::WriteFailure, "the text cannot be written");
        match (value.kind(), state.auto_escape()) {
            (ValueKind::None, _) => Ok(()),
            (ValueKind::String, AutoEscape::Custom(_)) if !value.is_safe() => out.write_str(&escaped(&value.to_string())).map_err(failed),
            (ValueKind::String | ValueKind::Number | ValueKind::Bool, AutoEscape::Custom(_)) => {
                out.write_str(&value.to_string()).map_err(failed)
            }
            (ValueKind::Undefined, _) | (_, AutoEscape::Html) => escape_formatter(out, state, value),
            _ => Err(Error::new(ErrorKind::InvalidOperation, "only words and numbers can be put; say which part is meant")),
        }
    });
    let found = |error: Error| fault(&error);
    let template = environment.template_from_named_str(name, template).map_err(found)?;
    template.render(contents(report, wanted)).map_err(found)
}

fn is_html(name: &str) -> bool {
    let name = name.to_lowercase();
    let name = [".j2", ".jinja", ".jinja2"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(&name);
    name.ends_with(".html") || name.ends_with(".htm")
}

fn fault(error: &Error) -> Fault {
    let what = match error.kind() {
        ErrorKind::OutOfFuel => "it takes too long".to_owned(),
        ErrorKind::UndefinedError => error.detail().map_or_else(|| "it names what is not there".to_owned(), str::to_owned),
        kind => error.detail().map_or_else(|| kind.to_string(), |detail| format!("{kind}: {detail}")),
    };
    Fault { line: error.line(), what }
}

/// Words as Markdown shows them, wherever they stand in a line or a cell.
fn escaped(words: &str) -> String {
    let words = text::clean(words);
    markdown(&[Block::Paragraph(vec![Inline::Text(words.trim().to_owned())])]).trim_end().replace('|', "\\|")
}

/// What a template finds.
fn contents<'r>(report: &'r Report<'r>, wanted: Wanted<'r>) -> Value {
    let debate = &report.debate;
    let whole = brief_as(report, wanted);
    let made = |blocks: &[Block]| {
        context! { markdown => Value::from_safe_string(markdown(blocks)), html => Value::from_safe_string(body::fragment(blocks, debate)) }
    };
    let sections: Vec<Value> = whole
        .sections
        .iter()
        .map(|s| {
            let own = made(&s.blocks);
            context! { key => s.key, title => s.title, ..own }
        })
        .collect();
    context! {
        version => VERSION,
        title => plain(&whole.title),
        scope => debate.about.scope.as_deref().map(words),
        author => debate.about.author.as_deref().map(words),
        as_of => debate.about.as_of.map(|d| d.words()),
        opening => made(&whole.opening),
        sections => sections,
        notes => made(&whole.notes),
        judgements => judgements(report),
        statements => statements(report),
        sources => sources(report),
        parties => parties(report),
    }
}

fn judgements(report: &Report<'_>) -> Vec<Value> {
    let debate = &report.debate;
    let facts = Facts::new(report, 0);
    let of = |(judgement, number): (&Judgement, usize)| {
        let details = judgement.claim.and_then(|c| debate.claim(c).details.as_ref());
        context! {
            number => number,
            question => judgement.question.map(|q| words(&debate.question(q).text)),
            answer => judgement.claim.map(|c| words(&debate.claim(c).text)),
            answers => judgement.answers(report).map(|claim| answer(report, claim)).collect::<Vec<_>>(),
            verdict => judgement.claim.map(|c| report.analysis.verdict(c)).map(word),
            likelihood => details.and_then(|d| d.likelihood.clone()),
            confidence => details.and_then(|d| d.confidence).map(|c| c.word()),
        }
    };
    facts.judgements.iter().zip(1..).map(of).collect()
}

fn answer(report: &Report<'_>, claim: ClaimId) -> Value {
    context! { text => words(&report.debate.claim(claim).text), verdict => word(report.analysis.verdict(claim)) }
}

fn statements(report: &Report<'_>) -> Vec<Value> {
    let debate = &report.debate;
    let of = |id: ClaimId| {
        let claim = debate.claim(id);
        context! {
            name => claim.name.shown.to_string(),
            kind => kind(claim.kind),
            text => words(&claim.text),
            verdict => word(report.analysis.verdict(id)),
            speakers => claim.speakers.iter().map(|s| words(&debate.party(s.party).text)).collect::<Vec<_>>(),
            sources => claim.cites().iter().map(|c| debate.source(c.source).name.shown.to_string()).collect::<Vec<_>>(),
        }
    };
    debate.claim_ids().map(of).collect()
}

fn sources(report: &Report<'_>) -> Vec<Value> {
    let of = |s: &crate::model::debate::Document| {
        context! {
            name => s.name.shown.to_string(),
            title => words(&s.text),
            author => s.author.as_deref().map(words),
            container => s.container.as_deref().map(words),
            publisher => s.imprint.as_deref().and_then(|imprint| imprint.publisher.as_deref()).map(words),
            date => s.date.map(|d| d.words()),
            url => s.url.as_deref().map(words),
            grade => s.reliability.clone(),
        }
    };
    report.debate.sources.iter().map(of).collect()
}

fn parties(report: &Report<'_>) -> Vec<Value> {
    let of = |p: &crate::model::debate::Party| {
        context! {
            name => p.name.shown.to_string(),
            text => words(&p.text),
            role => p.role.as_deref().map(words),
            side => p.side.as_deref().map(words),
        }
    };
    report.debate.parties.iter().map(of).collect()
}

/// A text without its markup, on one line.
fn words(of: &str) -> String {
    text::line(of).plain()
}

const fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Stands => "stands",
        Verdict::Open => "open",
        Verdict::Denied | Verdict::Unfounded => "falls",
        Verdict::Unsupported => "unsupported",
    }
}

const fn kind(of: ClaimKind) -> &'static str {
    match of {
        ClaimKind::Reason => "reason",
        other => other.word(),
    }
}
