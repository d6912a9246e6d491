//! The attributes of a statement, read into what it became.
//!
//! On a support of one line, `scheme`, `weight`, `answers`, `waive` and `reviewed` describe the step and all else its text; so it is
//! with rebuttals and undercuts, which are a claim and a step too.

use crate::{
    diagnostic::{
        nearest::find_nearest,
        problem::{Diagnostic, Safety},
    },
    model::{
        added::{Addition, Given},
        at::At,
        citation::{Citation, find_marked, find_parts},
        codes,
        debate::{Details, Roles, SchemeName, StepDetails},
        scope::Said,
        stamp::Stamp,
        value::{Confidence, Date, LIKELIHOODS, find_weight, is_grade},
        work::Work,
    },
    quotation::pattern::parse,
    syntax::{
        attribute::Key,
        header::excerpt,
        keyword::Keyword,
        table::ADDED_KEYS,
        tree::{Attribute, join},
    },
    text::{
        edit::Edit,
        span::{Place, Span},
    },
};

/// A value with its place.
struct Value<'s> {
    words: String,
    place: Place,
    key: Key,
    text: &'s str,
}

/// Reads the attributes of one statement.
pub fn read<'s>(work: &mut Work<'s>, at: &At<'s>) {
    let attributes = at.tree.attributes(at.statement);
    if attributes.is_empty() {
        return;
    }
    let values: Vec<Value<'s>> = attributes.iter().filter_map(|a| value(at, a)).collect();
    match at.statement.keyword {
        Keyword::Party => party(work, at, values),
        Keyword::Source => document(work, at, values),
        Keyword::Term => term(work, at, values),
        keyword if keyword.is_said() || keyword == Keyword::Question => match work.said(at).filter(|_| at.declares()) {
            Some(Said::Question(_)) => question(work, at, values),
            Some(said) => described(work, at, said, values),
            None if !at.declares() => misplaced(work, &values),
            None => {}
        },
        _ => {}
    }
}

fn value<'s>(at: &At<'s>, attribute: &Attribute) -> Option<Value<'s>> {
    let key = attribute.key?;
    let lines = at.tree.value(attribute);
    let span = lines.first()?.span.to(lines.last()?.span);
    // Attributes that the statement cannot have, and second ones, are reported with the shape of the statement.
    let first = key == Key::Cite || at.tree.find_attribute(at.statement, key).is_some_and(|a| a.key_span == attribute.key_span);
    (first && at.statement.keyword.shape().attributes.contains(&key)).then(|| Value {
        words: join(lines, at.text),
        place: at.place(span),
        key,
        text: at.text,
    })
}

/// A bare statement has no attributes of its own: they describe what it refers to, where that is declared.
fn misplaced(work: &mut Work<'_>, values: &[Value<'_>]) {
    for value in values {
        let title = format!("`{}` stands on a statement that only refers", value.key.word());
        let found = Diagnostic::new(&codes::NO_TEXT_TO_DESCRIBE, value.place, title);
        work.diagnostics.push(found.help("move it to where the name is declared"));
    }
}

impl Value<'_> {
    fn bad(&self, why: impl Into<String>) -> Diagnostic {
        let title = format!("`{}` is no value for `{}`", excerpt(&self.words), self.key.word());
        Diagnostic::new(&codes::BAD_VALUE, self.place, title).help(why)
    }

    fn near(&self, known: &[&'static str]) -> Diagnostic {
        let found = self.bad(format!("write one of: {}", known.join(", ")));
        let lower = self.words.to_lowercase();
        if let Some(same) = known.iter().find(|k| **k == lower) {
            return found.fix(Safety::Safe, format!("write `{same}`, in lower case"), vec![Edit::new(self.place.span, *same)]);
        }
        match find_nearest(&lower, known.iter().copied()) {
            Some(near) => found.fix(Safety::Unsafe, format!("write `{near}`"), vec![Edit::new(self.place.span, near)]),
            None => found,
        }
    }

    fn date(&self, out: &mut Vec<Diagnostic>) -> Option<Date> {
        let date = Date::find(&self.words);
        if date.is_none() {
            out.push(self.bad("write YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists"));
        }
        date
    }

    /// The names of a comma list.
    fn list(&self) -> Vec<String> {
        self.words.split(',').map(str::trim).filter(|w| !w.is_empty()).map(str::to_owned).collect()
    }

    /// Where `part` of `raw` stands, which is the value as it was written.
    fn part(&self, raw: &str, part: &str) -> Place {
        let start = self.place.span.start + (part.as_ptr() as usize - raw.as_ptr() as usize) as u32;
        Place::new(self.place.file, Span::new(start, start + part.len() as u32))
    }

    /// The words `marked` of a citation, which stand in quotation marks that are none of the language.
    fn unmarked(&self, raw: &str, marked: &str) -> Diagnostic {
        let mut letters = marked.char_indices();
        let (open, close) = (letters.next().map_or(0, |(_, c)| c.len_utf8()), letters.next_back().map_or(0, |(at, _)| at));
        let at = |part: &str| self.part(raw, part).span;
        let edits = [marked.get(..open), marked.get(close..)].into_iter().flatten().map(|mark| Edit::new(at(mark), "\"")).collect();
        let title = "this citation has a quotation in marks that are not read as such";
        let found = Diagnostic::new(&codes::BROKEN_CITATION, self.part(raw, marked), title);
        let found = found.note("only words between `\"` or `“ ”` are held against the source");
        found.fix(Safety::Unsafe, "write \"…\"", edits)
    }

    /// A quotation in which no word stands, behind the source `name`.
    fn wordless(&self, raw: &str, name: &str) -> Diagnostic {
        let parts = find_parts(raw);
        let words = parts.and_then(|parts| parts.quotation).unwrap_or("");
        let place = if words.is_empty() { self.place } else { self.part(raw, words) };
        let before = self.part(raw, parts.and_then(|parts| parts.locator).unwrap_or(name));
        let rest = Span::new(before.span.end, self.place.span.end);
        let found = Diagnostic::new(&codes::BROKEN_CITATION, place, "this citation has a quotation without a word of the source");
        let help = "quote words of the source, or leave the quotation out and cite the source alone";
        found.fix(Safety::Unsafe, help, vec![Edit::new(rest, "")])
    }

    fn cite(&self, work: &mut Work<'_>) -> Option<Citation> {
        let Some(parts) = find_parts(&self.words) else {
            let found =
                Diagnostic::new(&codes::BROKEN_CITATION, self.place, "this citation has a quotation that is not closed, or words after it");
            work.diagnostics.push(found.help("write `cite: SOURCE, LOCATOR, \"WORDS\"`; the quotation ends the line"));
            return None;
        };
        let raw = self.place.span.of(self.text);
        let name = raw.split(',').next().unwrap_or("").trim_end();
        let place = Place::new(self.place.file, Span::new(self.place.span.start, self.place.span.start + name.len() as u32));
        if name.is_empty() || name.contains(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”')) {
            let found = Diagnostic::new(&codes::BROKEN_CITATION, self.place, "this citation does not begin with the name of a source");
            work.diagnostics.push(found.help("begin with the name of a source, and put a comma after it"));
            return None;
        }
        if let Some(marked) = find_parts(raw).filter(|p| p.quotation.is_none()).and_then(|p| find_marked(p.locator?)) {
            work.diagnostics.push(self.unmarked(raw, marked));
            return None;
        }
        let quotation = parts.quotation.filter(|words| has_words(words));
        if parts.quotation.is_some() && quotation.is_none() {
            work.diagnostics.push(self.wordless(raw, name));
        }
        match work.scopes.require_source(place) {
            Ok(source) => Some(Citation {
                source,
                locator: parts.locator.map(str::to_owned),
                quotation: quotation.map(str::to_owned),
                place: self.place,
                words: find_parts(raw).and_then(|parts| parts.quotation).map_or(self.place, |words| self.part(raw, words)),
            }),
            Err(problem) => {
                work.diagnostics.push(*problem);
                None
            }
        }
    }
}

/// Whether a quotation has a word of the source, and not marks or words in brackets alone.
fn has_words(quotation: &str) -> bool {
    quotation.contains(char::is_alphanumeric) && (!quotation.contains('[') || !parse(quotation).parts.is_empty())
}

fn party<'s>(work: &mut Work<'s>, at: &At<'s>, values: Vec<Value<'s>>) {
    let Some(index) = work.declared(at) else { return };
    for value in values {
        let Some(party) = work.debate.parties.get_mut(index) else { return };
        match value.key {
            Key::Role => party.role = Some(value.words),
            Key::Side => party.side = Some(value.words),
            _ => {}
        }
    }
}

fn term<'s>(work: &mut Work<'s>, at: &At<'s>, values: Vec<Value<'s>>) {
    let Some(index) = work.declared(at) else { return };
    for value in values {
        let cite = if value.key == Key::Cite { value.cite(work) } else { None };
        let Some(term) = work.debate.terms.get_mut(index) else { return };
        match value.key {
            Key::Note => term.note = Some(value.words),
            _ => term.cites.extend(cite),
        }
    }
}

fn document<'s>(work: &mut Work<'s>, at: &At<'s>, values: Vec<Value<'s>>) {
    if !at.declares() {
        return entry(work, at, values);
    }
    let Some(index) = work.declared(at) else { return };
    for value in values {
        if matches!(value.key, Key::Date | Key::Accessed) {
            let date = value.date(&mut work.diagnostics);
            let Some(document) = work.debate.sources.get_mut(index) else { return };
            if value.key == Key::Date {
                document.date = date;
            } else {
                document.accessed = date;
            }
        } else if let Some(given) = given(work, value) {
            let Some(document) = work.debate.sources.get_mut(index) else { return };
            given.put(document);
        }
    }
}

/// What a bare `source` adds to the entry of a bibliography that it names.
fn entry<'s>(work: &mut Work<'s>, at: &At<'s>, mut values: Vec<Value<'s>>) {
    values.retain(|value| ADDED_KEYS.contains(&value.key));
    let Some(name) = at.statement.name else { return };
    let place = at.place(name);
    let id = match work.scopes.require_source(place) {
        Ok(id) => id,
        Err(problem) => {
            let help = problem.fix.is_none().then(|| format!("write `source {}: TITLE` to declare it", name.of(at.text)));
            return work.diagnostics.push(Diagnostic { help: help.or_else(|| problem.help.clone()), ..*problem });
        }
    };
    if id.index() < work.scopes.declared {
        return misplaced(work, &values);
    }
    if let Some(first) = work.added.get(&id) {
        let title = format!("a second statement adds to the source `{}`", name.of(at.text));
        let found = Diagnostic::new(&codes::DUPLICATE_NAME, place, title).related(first.place, "the first is here");
        return work.diagnostics.push(found.help("put all that is added under one of them"));
    }
    let given = values.into_iter().filter_map(|value| given(work, value)).collect();
    work.added.insert(id, Addition { place: at.header(), given });
}

/// An attribute of a source, unless its value is none.
fn given(work: &mut Work<'_>, value: Value<'_>) -> Option<Given> {
    let mut origin = None;
    match value.key {
        Key::Origin => match work.scopes.require_source(value.place) {
            Ok(source) => origin = Some(source),
            Err(problem) => work.diagnostics.push(*problem),
        },
        Key::Url if !is_address(&value.words) => {
            work.diagnostics.push(value.bad("write an address that begins with `http://` or `https://` and has no blanks"));
            return None;
        }
        Key::Sha256 if value.words.len() != 64 || !value.words.bytes().all(|b| b.is_ascii_hexdigit()) => {
            work.diagnostics.push(value.bad("write the 64 hexadecimal digits of the fingerprint"));
            return None;
        }
        Key::Reliability if !is_grade(&value.words) => {
            work.diagnostics.push(value.bad("write a letter from A (reliable) to F (cannot be judged), then perhaps a digit from 1 to 6"));
            return None;
        }
        _ => {}
    }
    Some(Given { key: value.key, words: value.words, origin })
}

/// Whether these are the words of an address on the web.
pub fn is_address(words: &str) -> bool {
    let rest = words.strip_prefix("https://").or_else(|| words.strip_prefix("http://"));
    rest.is_some_and(|r| {
        !r.is_empty() && !r.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '`'))
    })
}

fn question<'s>(work: &mut Work<'s>, at: &At<'s>, values: Vec<Value<'s>>) {
    let Some(Said::Question(id)) = work.said(at) else { return };
    for value in values {
        match value.key {
            Key::Cite => {
                let cite = value.cite(work);
                work.debate.question_mut(id).cites.extend(cite);
            }
            Key::Date => work.debate.question_mut(id).date = value.date(&mut work.diagnostics),
            Key::Answers if value.words == "one" || value.words == "any" => work.debate.question_mut(id).one = value.words == "one",
            Key::Answers => work.diagnostics.push(value.near(&["one", "any"])),
            Key::Note => work.debate.question_mut(id).note = Some(value.words),
            // The default is a claim, which may not be linked to the question yet: `remarks` reads it.
            _ => {}
        }
    }
}

fn described<'s>(work: &mut Work<'s>, at: &At<'s>, said: Said, values: Vec<Value<'s>>) {
    let mut step = StepDetails::default();
    let mut claim = Details::default();
    let mut kept = Vec::new();
    for value in values {
        let of_step = matches!(value.key, Key::Scheme | Key::Answers | Key::Waive | Key::Reviewed)
            || (value.key == Key::Weight && said.step().is_some());
        if of_step {
            read_step(&mut step, &value, &mut work.diagnostics);
        } else if said.claim().is_some() {
            read_claim(&mut claim, value, work);
        } else if value.key == Key::Note {
            step.note = Some(value.words);
        } else {
            kept.push(value);
        }
    }
    if let Some(Said::Step(id)) = work.said(at) {
        for value in &kept {
            let found = crate::model::target::no_text(work, value.place, id, &format!("cannot have the attribute `{}`", value.key.word()));
            let help = found.help.map(|h| h.replacen("name one of", "move it under one of", 1));
            work.diagnostics.push(Diagnostic { code: &codes::NO_TEXT_TO_DESCRIBE, help, ..found });
        }
    }
    if let Some(id) = said.step().filter(|_| step != StepDetails::default()) {
        work.debate.step_mut(id).details = Some(Box::new(step));
    }
    if let Some(id) = said.claim().filter(|_| claim != Details::default()) {
        work.debate.claim_mut(id).details = Some(Box::new(claim));
    }
}

fn read_step(step: &mut StepDetails, value: &Value<'_>, out: &mut Vec<Diagnostic>) {
    match value.key {
        Key::Scheme => step.scheme = Some(SchemeName { name: value.words.clone(), place: value.place }),
        Key::Weight => step.weight = weight(value, out),
        Key::Answers => step.answers = value.list(),
        Key::Waive => match value.words.split_once(':').map(|(names, why)| (names, why.trim())) {
            Some((names, why)) if !why.is_empty() => {
                step.waived = names.split(',').map(|n| n.trim().to_owned()).filter(|n| !n.is_empty()).collect();
                step.waive_reason = Some(why.to_owned());
            }
            _ => out.push(value.bad("write the critical questions, a colon, and the reason why they are set aside")),
        },
        _ => {
            step.reviewed = Stamp::find(&value.words, value.place);
            if step.reviewed.is_none() {
                out.push(value.bad("let `agon review` write the stamp: the day, a comma, and the fingerprint"));
            }
        }
    }
}

fn weight(value: &Value<'_>, out: &mut Vec<Diagnostic>) -> Option<f64> {
    let weight = find_weight(&value.words);
    if weight.is_none() {
        out.push(value.bad("write a number from 0 to 1"));
    }
    weight
}

fn read_claim(claim: &mut Details, value: Value<'_>, work: &mut Work<'_>) {
    match value.key {
        Key::Cite => claim.cites.extend(value.cite(work)),
        Key::Date => claim.date = value.date(&mut work.diagnostics),
        Key::ValidUntil => claim.valid_until = value.date(&mut work.diagnostics),
        Key::Likelihood if LIKELIHOODS.contains(&value.words.as_str()) => claim.likelihood = Some(value.words),
        Key::Likelihood => work.diagnostics.push(value.near(LIKELIHOODS)),
        Key::Confidence => {
            claim.confidence = Confidence::find(&value.words);
            if claim.confidence.is_none() {
                work.diagnostics.push(value.near(&["low", "moderate", "high"]));
            }
        }
        Key::Weight => claim.weight = weight(&value, &mut work.diagnostics),
        Key::Tags => claim.tags = value.list(),
        Key::Role => claim.roles = Some(Box::new(Roles { names: value.list(), place: value.place })),
        Key::Note => claim.note = Some(value.words),
        _ => {}
    }
}

/// The place and words of the attribute `key` of a statement, where it has one.
pub fn find_words(at: &At<'_>, key: Key) -> Option<Place> {
    let attribute = at.tree.find_attribute(at.statement, key)?;
    let lines = at.tree.value(attribute);
    Some(at.place(lines.first()?.span.to(lines.last()?.span)))
}

/// The date and citations of a remark such as `accept` or `prefer`.
pub fn remark<'s>(work: &mut Work<'s>, at: &At<'s>) -> (Option<Date>, Vec<Citation>) {
    let mut date = None;
    let mut cites = Vec::new();
    for value in at.tree.attributes(at.statement).iter().filter_map(|a| value(at, a)) {
        match value.key {
            Key::Date => date = value.date(&mut work.diagnostics),
            Key::Cite => cites.extend(value.cite(work)),
            _ => {}
        }
    }
    (date, cites)
}
