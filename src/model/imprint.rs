//! How a document was published: what a citation gives besides author, title, container and date.

use crate::bibliography::item::Item;
use serde_json::Value;

/// What kind of document it is, as far as it is cited in another way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Form {
    /// A book, a report, or whatever else stands by itself.
    #[default]
    Whole,
    /// An article in a scholarly journal.
    Article,
    /// An article in a magazine or a newspaper, known by its day.
    Periodical,
    /// A part of a book: a chapter, a paper in proceedings, an entry of a work of reference.
    Part,
    /// What was presented and not published.
    Talk,
    /// A thesis.
    Thesis,
    /// What was never published.
    Manuscript,
    /// A page of the web.
    Page,
    /// A decision of a court.
    Case,
}

/// How a document was published. Texts are those of this language, lists of people as in `author:`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imprint {
    /// What kind of document it is.
    pub form: Form,
    /// Its title in a few words, where it has one such.
    pub short: Option<String>,
    /// Who edited it, or the book that it is a part of; none where the editors stand for the authors.
    pub editors: Option<String>,
    /// Who translated it.
    pub translators: Option<String>,
    /// Which edition it is: `2`, `revised`.
    pub edition: Option<String>,
    /// The volume.
    pub volume: Option<String>,
    /// The number of an issue of a journal, or of a report or paper.
    pub number: Option<String>,
    /// The series, with the number in it.
    pub series: Option<String>,
    /// Its first and last page in what it appeared in.
    pub pages: Option<String>,
    /// What it is called, such as `PhD diss.` or `Working paper`.
    pub genre: Option<String>,
    /// Where it was published, or a talk was held.
    pub place: Option<String>,
    /// Who published it; of a decision, the court.
    pub publisher: Option<String>,
    /// Where a talk was held: the name of the meeting.
    pub event: Option<String>,
}

/// A text of an item as a text of this language, in which what would be Markdown is none.
pub fn words(item: &Item, key: &str) -> Option<String> {
    item.get(key).and_then(Value::as_str).map(escaped)
}

/// Words in which what would be Markdown is none.
pub fn escaped(words: &str) -> String {
    words.chars().fold(String::with_capacity(words.len()), |mut out, c| {
        if matches!(c, '\\' | '*' | '_' | '`' | '[' | ']' | '<' | '&' | '!') {
            out.push('\\');
        }
        out.push(c);
        out
    })
}

/// How the document of an item was published; `editors` and `translators` are who is told beside its authors.
pub fn imprint(item: &Item, editors: Option<String>, translators: Option<String>) -> Option<Box<Imprint>> {
    let words = |key: &str| words(item, key);
    let series = words("collection-title").map(|series| match words("collection-number") {
        Some(number) => format!("{series} {number}"),
        None => series,
    });
    let imprint = Imprint {
        form: form(item),
        short: words("title-short"),
        editors,
        translators,
        edition: words("edition"),
        volume: words("volume"),
        number: words("issue").or_else(|| words("number")),
        series,
        pages: words("page").map(|pages| pages.replace("--", "–").replace('-', "–")),
        genre: words("genre"),
        place: words("event-place").filter(|_| form(item) == Form::Talk).or_else(|| words("publisher-place")),
        publisher: words("authority").or_else(|| words("publisher")),
        event: words("event-title").or_else(|| words("event")),
    };
    (imprint != Imprint::default()).then(|| Box::new(imprint))
}

/// The kind of an item by its type (CSL 1.0.2, appendix III).
fn form(item: &Item) -> Form {
    let is_part = item.contains_key("container-title");
    match item.get("type").and_then(Value::as_str).unwrap_or("") {
        "article-journal" | "article" => Form::Article,
        "article-magazine" | "article-newspaper" | "post-weblog" | "review" | "review-book" => Form::Periodical,
        "chapter" | "entry" | "entry-dictionary" | "entry-encyclopedia" => Form::Part,
        "paper-conference" | "speech" if !is_part => Form::Talk,
        "book" | "paper-conference" if is_part => Form::Part,
        "thesis" => Form::Thesis,
        "manuscript" => Form::Manuscript,
        "webpage" | "post" => Form::Page,
        "legal_case" => Form::Case,
        _ => Form::Whole,
    }
}
