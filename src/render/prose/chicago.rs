//! A source in the words of the Chicago Manual of Style (seventeenth edition, chapter 14), notes and bibliography.
//!
//! A note gives its parts between commas and what belongs to publishing in brackets; an entry of the list of sources turns the first name
//! around and gives the same parts as sentences. A source that the debate declares without a bibliography is an article of a periodical where it
//! names what it appeared in (14.188), which is a journal where a volume follows its name, or a part of a book where it names a publisher too;
//! else a work by itself (14.100).
//!
//! Not here: access to the web, which the list adds, and the order of the list.

use crate::{
    model::{
        debate::Document,
        imprint::{Form, Imprint},
        value::Date,
    },
    render::{
        document::Inline,
        prose::{
            edition,
            joiner::{Join, Joiner},
            line::Line,
            people::People,
            place::Place,
            volume,
            words::{capital, single_quotes},
        },
        text,
    },
};

/// What stands for the date of a document that bears none.
const UNDATED: &str = "n.d.";

/// Whether a source stands in a note or in the list of sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    Note,
    List,
}

/// A source in full as a note gives it, with the place in it. `mark` ends it.
pub fn note(source: &Document, place: Option<&str>, mark: &'static str) -> Line {
    let mut cite = Cite::new(source, Style::Note);
    cite.body();
    if source.date.is_none()
        && let Some(day) = source.accessed
    {
        cite.out.words(Join::Comma, &format!("accessed {}", day.words()));
    }
    cite.place(place);
    cite.out.finish(mark)
}

/// A source in short, as notes give it after the first time: surnames, title, place. `title` is the title in short.
pub fn short(source: &Document, title: &str, place: Option<&str>, mark: &'static str) -> Line {
    let mut cite = Cite::new(source, Style::Note);
    if let Some(author) = &source.author {
        cite.out.words(Join::Comma, &People::of(author).short());
    }
    cite.title(Join::Comma, title);
    cite.by_volume = false;
    cite.place(place);
    cite.out.finish(mark)
}

/// A source as the list of sources gives it; it ends in a full stop.
pub fn entry(source: &Document) -> Line {
    let mut cite = Cite::new(source, Style::List);
    cite.body();
    cite.out.finish(".")
}

/// What sources are listed by: first their people, then their titles, without the marks and articles these open with (14.65, 14.71).
pub fn order(source: &Document) -> (String, String) {
    let letters = |words: &str| {
        let words = text::line(words).plain().to_lowercase();
        let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
        ["a ", "an ", "the "].iter().find_map(|article| words.strip_prefix(article)).unwrap_or(words).to_owned()
    };
    let title = letters(&source.text);
    let people = source.author.as_deref().map(|author| letters(&People::of(author).turned()));
    people.map_or_else(|| (title.clone(), String::new()), |people| (people, title.clone()))
}

/// The title, in quotation marks where it is a part of something else, else in italics; `mark` ends it.
pub fn title(source: &Document, mark: &'static str) -> Line {
    let mut cite = Cite::new(source, Style::Note);
    cite.title(Join::Comma, &source.text);
    cite.out.finish(mark)
}

/// A citation that is being written.
struct Cite<'d> {
    source: &'d Document,
    imprint: &'d Imprint,
    form: Form,
    style: Style,
    /// What it appeared in, and the volume and number that are written after the name.
    container: Option<&'d str>,
    volume: Option<&'d str>,
    number: Option<&'d str>,
    /// Whether a page follows the volume of a journal, after a colon.
    by_volume: bool,
    out: Joiner,
}

impl<'d> Cite<'d> {
    fn new(source: &'d Document, style: Style) -> Self {
        const NONE: &Imprint = &Imprint {
            form: Form::Whole,
            short: None,
            editors: None,
            translators: None,
            edition: None,
            volume: None,
            number: None,
            series: None,
            pages: None,
            genre: None,
            place: None,
            publisher: None,
            event: None,
        };
        let imprint = source.imprint.as_deref().unwrap_or(NONE);
        let (mut volume, mut number) = (imprint.volume.as_deref(), imprint.number.as_deref());
        let mut container = source.container.as_deref().map(|name| name.trim_end_matches('.'));
        if source.imprint.as_deref().is_none_or(|i| i.form == Form::Whole && i.volume.is_none() && i.number.is_none())
            && let Some(found) = container.and_then(volume::find)
        {
            (container, volume, number) = (Some(found.name), Some(found.volume), found.number);
        }
        let form = match imprint.form {
            Form::Whole if container.is_some() && volume.is_some() => Form::Article,
            Form::Whole if container.is_some() && imprint.publisher.is_some() => Form::Part,
            Form::Whole if container.is_some() => Form::Periodical,
            Form::Article if container.is_none() => Form::Whole,
            Form::Article if volume.is_none() && number.is_none() => Form::Periodical,
            Form::Part if container.is_none() => Form::Whole,
            form => form,
        };
        let mark = if style == Style::Note { "," } else { "." };
        Self { source, imprint, form, style, container, volume, number, by_volume: false, out: Joiner::new(mark) }
    }

    fn body(&mut self) {
        if let Some(author) = &self.source.author {
            let people = People::of(author);
            let names = if self.style == Style::Note { people.in_note() } else { people.in_list() };
            self.out.words(Join::Mark, &names);
        }
        self.title(Join::Mark, &self.source.text);
        match self.form {
            Form::Article => self.article(),
            Form::Periodical => {
                self.container(Join::Mark);
                self.date(Join::Comma);
            }
            Form::Part => self.part(),
            Form::Page => self.page(),
            Form::Case => {
                let report = [self.volume, self.container, self.imprint.pages.as_deref()];
                self.out.words(Join::Comma, &report.into_iter().flatten().collect::<Vec<_>>().join(" "));
                self.published(self.imprint.publisher.clone().into_iter().collect());
            }
            Form::Thesis => {
                let kind = self.imprint.genre.clone().unwrap_or_else(|| "thesis".to_owned());
                self.published([Some(kind), self.imprint.publisher.clone()].into_iter().flatten().collect());
            }
            Form::Manuscript => {
                let kind = self.imprint.genre.clone().unwrap_or_else(|| "unpublished manuscript".to_owned());
                self.published([Some(kind), self.imprint.place.clone()].into_iter().flatten().collect());
            }
            Form::Talk => {
                let at = self.imprint.event.as_ref().map(|event| format!("paper presented at {event}"));
                self.published([at, self.imprint.place.clone()].into_iter().flatten().collect());
            }
            Form::Whole => self.whole(),
        }
    }

    /// `22, no. 3 (2021)`: the volume and number of a journal, and the date in brackets (14.171).
    fn article(&mut self) {
        self.container(Join::Mark);
        if let Some(volume) = self.volume {
            self.out.words(Join::Blank, volume);
        }
        if let Some(number) = self.number {
            self.out.words(Join::Comma, &format!("no. {number}"));
        }
        if let Some(date) = self.dated() {
            self.out.words(Join::Blank, &format!("({date})"));
        }
        self.by_volume = true;
        if let Some(pages) = self.imprint.pages.as_deref().filter(|_| self.style == Style::List) {
            self.out.words(Join::Colon, &Place::of(pages).words);
        }
    }

    /// A part of a book, after `in` (14.106).
    fn part(&mut self) {
        if let Some(container) = self.container {
            let mut line = Line::of(if self.style == Style::Note { "in " } else { "In " });
            line.0.push(Inline::Emph(text::line(container).0));
            self.out.add(Join::Mark, line);
        }
        self.contributors(Join::Comma);
        if let Some(pages) = self.imprint.pages.as_deref().filter(|_| self.style == Style::List) {
            self.out.words(Join::Comma, &Place::of(pages).words);
        }
        self.publisher();
    }

    /// A page of the web, whose site is set in roman (14.206).
    fn page(&mut self) {
        let mut join = Join::Mark;
        let known = [self.container, self.imprint.publisher.as_deref()];
        for name in known.into_iter().flatten() {
            self.out.words(join, name);
            join = Join::Comma;
        }
        self.date(join);
    }

    fn whole(&mut self) {
        self.contributors(Join::Mark);
        let number = self.number.map(|number| format!("no. {number}"));
        let series = [self.imprint.genre.clone(), number].into_iter().flatten().collect::<Vec<_>>().join(" ");
        self.add(Join::Mark, &series);
        self.publisher();
    }

    /// Who else worked on a book, and which of its editions and volumes it is.
    fn contributors(&mut self, join: Join) {
        let in_note = self.style == Style::Note;
        let roles = [
            (&self.imprint.translators, if in_note { "trans." } else { "translated by" }),
            (&self.imprint.editors, if in_note { "ed." } else { "edited by" }),
        ];
        for (names, role) in roles {
            if let Some(names) = names {
                let people = People::of(names);
                self.add(join, &format!("{role} {}", if in_note { people.plain() } else { people.listed() }));
            }
        }
        let edition = self.imprint.edition.as_deref().map(edition::words);
        let volume = self.volume.map(|volume| format!("vol. {volume}"));
        for words in [edition, volume, self.imprint.series.clone()].into_iter().flatten() {
            self.add(join, &words);
        }
    }

    /// Place, publisher and date: in brackets in a note.
    fn publisher(&mut self) {
        let house = [&self.imprint.place, &self.imprint.publisher].into_iter().flatten().cloned().collect::<Vec<_>>().join(": ");
        if house.is_empty() && self.source.date.is_some() && (self.source.imprint.is_none() || self.style == Style::List) {
            self.date(Join::Mark);
        } else {
            self.published([Some(house)].into_iter().flatten().filter(|h| !h.is_empty()).collect());
        }
    }

    /// These words and the date: in brackets in a note, a sentence in the list.
    fn published(&mut self, mut words: Vec<String>) {
        words.extend(self.dated());
        if words.is_empty() {
            return;
        }
        let words = words.join(", ");
        if self.style == Style::Note {
            self.out.words(Join::Blank, &format!("({words})"));
        } else {
            let words = if words == UNDATED { words } else { capital(&words) };
            self.out.words(Join::Mark, &words);
        }
    }

    /// The date; where there is none, and none of access, that there is none (14.145).
    fn dated(&self) -> Option<String> {
        let is_undated = self.source.accessed.is_none();
        self.source.date.map(Date::words).or_else(|| is_undated.then(|| UNDATED.to_owned()))
    }

    fn container(&mut self, join: Join) {
        if let Some(container) = self.container {
            self.out.add(join, Line(vec![Inline::Emph(text::line(container).0)]));
        }
    }

    fn date(&mut self, join: Join) {
        match (self.source.date, self.dated()) {
            (Some(date), _) => self.add(join, &date.words()),
            // It is written small, wherever it stands.
            (None, Some(undated)) => self.out.words(join, &undated),
            (None, None) => {}
        }
    }

    /// Words that begin a sentence where they stand after a full stop.
    fn add(&mut self, join: Join, words: &str) {
        let opens = join == Join::Mark && self.style == Style::List;
        if opens { self.out.words(join, &capital(words)) } else { self.out.words(join, words) }
    }

    fn title(&mut self, join: Join, title: &str) {
        let title = title.trim_end_matches('.');
        match self.form {
            Form::Whole | Form::Case => self.out.add(join, Line(vec![Inline::Emph(text::line(title).0)])),
            _ => self.out.quoted(join, text::line(&single_quotes(title))),
        }
    }

    /// The place in it: a page of a journal after a colon, anything else after a comma.
    fn place(&mut self, place: Option<&str>) {
        if let Some(place) = place.map(Place::of) {
            let join = if self.by_volume && place.is_page { Join::Colon } else { Join::Comma };
            self.out.words(join, &place.words);
        }
    }
}

/// When an address was read, as a sentence.
pub fn accessed(day: Date) -> String {
    format!("Accessed {}.", day.words())
}
