//! The quotations of a debate, held against the files of their sources.

use crate::{
    extract::document::Document,
    model::{
        citation::Citation,
        debate::Debate,
        documents::{Content, Documents},
        ids::SourceId,
    },
    quotation::{
        bracket::{Joint, find_put_in, find_remade, find_reversed},
        cut::{find_cut, find_cut_behind, find_cut_replaced, find_rejected_behind},
        elision::{
            Dropped, Effect, Mark, find_closed, find_denied_behind, find_dropped, find_ended, find_left_out_before, find_less, find_opened,
            find_replaced,
        },
        figures::{Side, find_longer, has_number},
        locator::{Locator, Unit, find_locators},
        marks::find_elsewhere,
        nearest::{MOST_WORDS, Nearest, find_nearest},
        numbering::{Beyond, Doubt, find_beyond, judge},
        pattern::{Edge, MOST_LEFT_OUT, MOST_REPLACED, Part, Pattern, parse},
        search::{find_all, left_out},
    },
};
use std::{collections::BTreeMap, ops::Range};

/// The most bytes of a passage in which a number or a quantity that a bracket puts in is looked for.
const MOST_NEAR: usize = 1_000;

/// A quotation, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The citation that quotes.
    pub citation: Citation,
    /// What became of it.
    pub finding: Finding,
}

/// What became of a quotation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// Its words stand in the source.
    Verified {
        /// The words of the source from the first of its parts to the last, whole words only, by paragraph.
        passage: Vec<String>,
        /// The pages, paragraphs or sections on which they stand, where those are not the ones that are cited.
        elsewhere: Vec<Elsewhere>,
        /// What it leaves out of the source that bears on what it keeps, wherever in the source it stands; with the place of the first.
        dropped: Option<(Dropped, String)>,
        /// The words right before or behind it that take back or limit what it says, wherever in the source it stands.
        cut: Option<Cut>,
    },
    /// The words of one of its parts do not stand in the source; the passage that comes nearest.
    Altered(Passage),
    /// The words of one of its parts do not stand in the source, and no passage is known that comes near.
    Missing {
        /// The part, where there are several.
        part: Option<String>,
        /// Whether it is too long for a passage to be looked for that comes near.
        is_long: bool,
    },
    /// Every part stands in the source, but they do not stand in this order within one passage; where the first and the last stand.
    Scattered(String, String),
    /// There is no text to look in, or looking would have taken too long.
    Unverified,
}

impl Finding {
    /// Whether the source has other words.
    pub const fn is_altered(&self) -> bool {
        matches!(self, Self::Altered(_) | Self::Missing { .. } | Self::Scattered(..))
    }
}

/// Words beside a quotation that take back or limit what it says, and belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// The words.
    pub words: String,
    /// Whether they stand behind the quotation, and not before it.
    pub is_behind: bool,
    /// Whether they take back what is quoted, and do not only limit it.
    pub is_taken_back: bool,
    /// The passage of the source with them.
    pub passage: String,
    /// The first place of the quotation.
    pub place: String,
}

/// A page, paragraph or section on which words stand that are cited from another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// Which part of the locator cites another one.
    pub cited: Range<usize>,
    /// What is counted.
    pub unit: Unit,
    /// The number at which they stand.
    pub number: u32,
    /// How many pages the file has, where they are counted only and the cited one is beyond them.
    pub count: Option<u32>,
    /// Whether it may be the right one nevertheless, since those who cite may count otherwise.
    pub is_doubtful: bool,
    /// Whether only a part of the words, which an ellipsis or a bracket joins to the others, stands there.
    pub is_part: bool,
}

/// A passage of a source, beside the words that differ from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// Where it is: `line 3`, or in PDF `p. 3`.
    pub place: String,
    /// Its words, with single blanks.
    pub words: String,
    /// Each difference: what the quotation has, and what the source has; one of them may be empty.
    pub changes: Vec<(String, String)>,
    /// Whether it could stand in place of the whole quotation.
    pub is_whole: bool,
}

/// Looks for every quotation of `debate` in the file of its source, in the order of the debate's lists. Linear in the files and the
/// quotations, up to a bound of the work.
pub fn verify(debate: &Debate, documents: &Documents) -> Vec<Quotation> {
    let quoting = citations(debate).filter(|c| c.quotation.is_some());
    let mut found: Vec<Quotation> = quoting.map(|c| Quotation { citation: c.clone(), finding: Finding::Unverified }).collect();
    let mut by_source: BTreeMap<SourceId, Vec<usize>> = BTreeMap::new();
    for (index, quotation) in found.iter().enumerate() {
        by_source.entry(quotation.citation.source).or_default().push(index);
    }
    for (source, indices) in by_source {
        let Some(Content::Read(document)) = documents.find(debate.source(source).stated()).map(|filed| &filed.content) else { continue };
        let cited: Vec<&Citation> = indices.iter().filter_map(|i| found.get(*i)).map(|q| &q.citation).collect();
        let findings = look(document, &cited);
        for (index, finding) in indices.into_iter().zip(findings) {
            if let Some(quotation) = found.get_mut(index) {
                quotation.finding = finding;
            }
        }
    }
    found
}

/// Every citation of a debate.
pub fn citations(debate: &Debate) -> impl Iterator<Item = &Citation> {
    let claims = debate.claims.iter().flat_map(|c| c.cites());
    let terms = debate.terms.iter().flat_map(|t| &t.cites);
    let questions = debate.questions.iter().flat_map(|q| &q.cites);
    let contradictions = debate.contradictions.iter().flat_map(|c| &c.cites);
    let preferences = debate.preferences.iter().flat_map(|p| &p.cites);
    let commitments = debate.commitments.iter().flat_map(|c| &c.cites);
    claims.chain(terms).chain(questions).chain(contradictions).chain(preferences).chain(commitments)
}

/// What becomes of the quotations of one source.
fn look(document: &Document, cited: &[&Citation]) -> Vec<Finding> {
    let patterns: Vec<Pattern> = cited.iter().map(|c| parse(c.quotation.as_deref().unwrap_or(""))).collect();
    let all: Vec<usize> = (0..patterns.len()).collect();
    let mut findings = vec![Finding::Unverified; patterns.len()];
    let mut beyond: Vec<(usize, Range<usize>, Beyond)> = Vec::new();
    let mut unfound = search(document, cited, &patterns, &all, &mut findings, &mut beyond);
    let mut told_in = document;
    if let Some(across) = document.across.as_deref().filter(|_| !unfound.is_empty()) {
        unfound = search(across, cited, &patterns, &unfound, &mut findings, &mut beyond);
        told_in = across;
    }
    doubt(beyond, &mut findings);
    for (index, finding) in altered(told_in, &patterns, &unfound) {
        if let Some(slot) = findings.get_mut(index) {
            *slot = finding;
        }
    }
    findings
}

/// Says of the quotations that are cited from pages beyond the count what is known of that, all of one source together.
fn doubt(beyond: Vec<(usize, Range<usize>, Beyond)>, findings: &mut [Finding]) {
    let all: Vec<Beyond> = beyond.iter().map(|(.., beyond)| beyond.clone()).collect();
    for ((index, cited, beyond), doubt) in beyond.into_iter().zip(judge(&all)) {
        if let (Some(Finding::Verified { elsewhere, .. }), true) = (findings.get_mut(index), doubt != Doubt::None) {
            let (number, count) = (beyond.page, Some(beyond.count));
            elsewhere.push(Elsewhere { cited, unit: Unit::Page, number, count, is_doubtful: doubt == Doubt::Some, is_part: false });
        }
    }
}

/// Looks for the patterns of `indices` and says in `findings` what became of them; returns those that are not found.
fn search(
    document: &Document,
    cited: &[&Citation],
    patterns: &[Pattern],
    indices: &[usize],
    findings: &mut [Finding],
    beyond: &mut Vec<(usize, Range<usize>, Beyond)>,
) -> Vec<usize> {
    let wanted: Vec<Pattern> = indices.iter().filter_map(|index| patterns.get(*index).cloned()).collect();
    let mut unfound: Vec<usize> = Vec::new();
    for ((index, pattern), found) in indices.iter().zip(&wanted).zip(find_all(&document.folded, &wanted)) {
        let (Some(citation), Some(slot)) = (cited.get(*index), findings.get_mut(*index)) else { continue };
        *slot = match found.places.first() {
            Some(first) => {
                let origins = found.places.iter().map(|place| document.origin(place.clone()));
                let origins: Vec<Range<u32>> = origins.map(|o| o.start as u32..o.end as u32).collect();
                let locators = find_locators(citation.locator.as_deref().unwrap_or(""));
                let counted = |l: &Locator| Some((*index, l.at.clone(), find_beyond(&document.marks, l, &origins)?));
                beyond.extend(locators.iter().filter_map(counted));
                let elsewhere = elsewhere(document, pattern, locators, &found.places, &origins);
                verified(document, citation, pattern, first, &found.places, elsewhere)
            }
            None if pattern.parts.is_empty() || found.is_cut_short => Finding::Unverified,
            None => {
                unfound.push(*index);
                Finding::Missing { part: None, is_long: false }
            }
        };
    }
    unfound
}

/// Where words that stand at `places`, which come from `origins`, really are, for each of the `locators` that names another place; or where
/// a part of them is behind an ellipsis, of which no locator of its unit names the place.
fn elsewhere(
    document: &Document,
    pattern: &Pattern,
    locators: Vec<Locator>,
    places: &[Range<u32>],
    origins: &[Range<u32>],
) -> Vec<Elsewhere> {
    let parts = || places.iter().map(|place| parts(document, pattern, place)).collect::<Vec<_>>();
    let parts = if pattern.parts.len() < 2 || locators.is_empty() { Vec::new() } else { parts() };
    let find = |locator: &Locator, part: &Range<u32>| find_elsewhere(&document.marks, locator, std::slice::from_ref(part));
    let mut found: Vec<Elsewhere> = Vec::new();
    for (at, locator) in locators.iter().enumerate() {
        let new = |number: u32, is_part: bool| Elsewhere {
            cited: locator.at.clone(),
            unit: locator.unit,
            number,
            count: None,
            is_doubtful: false,
            is_part,
        };
        if let Some(number) = find_elsewhere(&document.marks, locator, origins) {
            found.push(new(number, false));
            continue;
        }
        let of_unit = || locators.iter().filter(|other| other.unit == locator.unit);
        let is_last = !locators.iter().skip(at + 1).any(|other| other.unit == locator.unit);
        let lost = |parts: &Vec<Range<u32>>| {
            parts.iter().find_map(|part| find(locator, part).filter(|_| of_unit().all(|other| find(other, part).is_some())))
        };
        let all: Option<Vec<u32>> = parts.iter().filter(|_| is_last).map(lost).collect();
        found.extend(all.and_then(|all| all.first().copied()).map(|number| new(number, true)));
    }
    found
}

/// Where the parts of a pattern that stands at `place` come from.
fn parts(document: &Document, pattern: &Pattern, place: &Range<u32>) -> Vec<Range<u32>> {
    let gaps = left_out(&document.folded, pattern, place);
    let ends = gaps.iter().skip(1).map(|gap| gap.start).chain([place.end]);
    let whole = gaps.iter().zip(ends).map(|(gap, end)| document.origin(gap.end..end));
    whole.map(|origin| origin.start as u32..origin.end as u32).collect()
}

fn verified(
    document: &Document,
    citation: &Citation,
    pattern: &Pattern,
    first: &Range<u32>,
    places: &[Range<u32>],
    elsewhere: Vec<Elsewhere>,
) -> Finding {
    // Where one place drops nothing, that is the one that is quoted.
    let quotation = citation.quotation.as_deref().unwrap_or("");
    let lost = |place: &Range<u32>| {
        let gaps = if pattern.parts.len() < 2 { Vec::new() } else { left_out(&document.folded, pattern, place) };
        dropped(document, pattern, place, &gaps).or_else(|| put_in(document, pattern, quotation, place, &gaps))
    };
    let all: Option<Vec<Dropped>> = places.iter().map(lost).collect();
    let place = || document.place(document.origin(first.clone()).start);
    let dropped = all.and_then(|all| all.into_iter().next()).map(|word| (word, place()));
    let cuts: Option<Vec<Cut>> = places.iter().map(|at| cut(document, pattern, at)).collect();
    let passage = document.paragraphs(document.whole_words(first.clone()));
    Finding::Verified { passage, elsewhere, dropped, cut: cuts.and_then(|all| all.into_iter().next()) }
}

/// The words right before or behind a quotation that stands at `place` and marks nothing there, if they take back or limit what it says. A
/// bracket within the first or last word says nothing of what stands beside it.
fn cut(document: &Document, pattern: &Pattern, place: &Range<u32>) -> Option<Cut> {
    let whole = document.whole_words(place.clone());
    let new = |words: String, is_behind: bool, replaced: &str| {
        let passage = document.words(whole.clone());
        let passage = if is_behind { format!("{passage} {words}") } else { format!("{words}{replaced} {passage}") };
        Cut { words, is_behind, is_taken_back: !is_behind, passage, place: document.place(document.origin(whole.clone()).start) }
    };
    let before = || {
        let first = pattern.parts.first()?;
        let (preceding, opening) = (document.preceding(whole.start), document.following(whole.start));
        if pattern.is_open_before && first.put_in.is_empty() && find_left_out_before(&preceding, &opening).is_some() {
            return None;
        }
        if first.start != Edge::Word || first.put_in.is_empty() {
            let less = || Some(Cut { is_taken_back: false, ..new(find_less(&preceding, &opening)?, false, "") });
            return find_cut(&preceding, &opening).map(|words| new(words, false, "")).or_else(less);
        }
        if find_opened(&first.put_in, &preceding, &first.words).is_some() {
            return None;
        }
        let (words, replaced) = find_cut_replaced(&first.put_in, &preceding, &opening)?;
        Some(new(words, false, replaced))
    };
    let rejected = || {
        let words = find_rejected_behind(&document.preceding(whole.start), &document.following(whole.end))?;
        Some(Cut { is_taken_back: true, ..new(words, true, "") })
    };
    let behind = || {
        let last = pattern.parts.last().filter(|_| !pattern.is_open)?;
        let put_in = pattern.put_in.trim();
        let says_nothing = !put_in.contains(char::is_alphanumeric) || put_in == "sic" || is_within_word(put_in, last.end == Edge::Inside);
        let following = document.following(whole.end);
        if let Some(denial) = find_denied_behind(&last.words, &following).filter(|_| says_nothing) {
            return Some(Cut { is_taken_back: true, ..new(denial.word, true, "") });
        }
        find_cut_behind(&last.words, &following).filter(|_| says_nothing).map(|words| new(words, true, ""))
    };
    before().or_else(rejected).or_else(behind)
}

/// What a quotation that stands at `place`, with these `gaps` before its parts, leaves out or puts in there and should not.
fn dropped(document: &Document, pattern: &Pattern, place: &Range<u32>, gaps: &[Range<u32>]) -> Option<Dropped> {
    let parts = pattern.parts.iter().zip(gaps.iter().skip(1)).zip(pattern.parts.iter().skip(1));
    let mut joints = parts.map(|((before, gap), behind)| (before, document.words_and_dashes(gap.clone()), behind));
    let within = joints.find_map(|(before, gap, behind)| match behind.gap {
        MOST_LEFT_OUT if behind.put_in.is_empty() || gap.len() > MOST_REPLACED as usize => find_dropped(&before.words, &gap, &behind.words),
        _ => find_replaced(&behind.put_in, &gap, &behind.words),
    });
    let opened = || {
        let first = pattern.parts.first().filter(|part| part.start == Edge::Word)?;
        if first.put_in.is_empty() {
            return find_left_out_before(&document.preceding(place.start), &first.words).filter(|_| pattern.is_open_before);
        }
        find_opened(&first.put_in, &document.preceding(place.start), &first.words)
    };
    let ended = || {
        let last = pattern.parts.last().filter(|_| pattern.is_open)?;
        find_ended(&last.words, &document.following(place.end))
    };
    let closed = || {
        let last = pattern.parts.last().filter(|last| last.end == Edge::Word && !pattern.put_in.is_empty())?;
        find_closed(&last.words, &pattern.put_in, &document.following(place.end))
    };
    within.or_else(opened).or_else(ended).or_else(closed)
}

/// What a bracket of `quotation`, which stands at `place`, puts into the source's mouth.
fn put_in(document: &Document, pattern: &Pattern, quotation: &str, place: &Range<u32>, gaps: &[Range<u32>]) -> Option<Dropped> {
    let (preceding, following) = (document.preceding(place.start), document.following(place.end));
    let passage = if place.len() < MOST_NEAR { document.words(place.clone()) } else { String::new() };
    let near = format!("{preceding} {passage} {following}");
    let within = || {
        let is_replaced =
            |part: &Part, gap: &Range<u32>| part.gap != MOST_LEFT_OUT || (!part.put_in.is_empty() && gap.len() <= MOST_REPLACED as usize);
        let parts = pattern.parts.iter().zip(pattern.parts.iter().zip(gaps).skip(1)).filter(|(_, (part, gap))| is_replaced(part, gap));
        parts.into_iter().find_map(|(before, (part, gap))| {
            // What a hyphen parts from the bracket is another word.
            let is_joined = |at: u32| document.folded.find_joint(at).is_none();
            let kept = if is_joined(gap.start) { last_letters(&before.words, before.end) } else { "" };
            let rest = if is_joined(gap.end) { first_letters(&part.words, part.start) } else { "" };
            if is_within_word(&part.put_in, !kept.is_empty() || !rest.is_empty()) {
                let gone = document.folded.text.get(gap.start as usize..gap.end as usize)?;
                let (gone, behind) = match (kept, rest) {
                    ("", _) => (document.folded.letters_before(gap.end), ""),
                    (_, "") => {
                        let letters = document.folded.letters_behind(gap.start);
                        (letters, gone.get(letters.len()..)?)
                    }
                    _ => (gone, document.folded.after(gap.end + rest.len() as u32)),
                };
                let made = format!("{kept}{}{rest}", part.put_in.trim());
                return find_remade(&made, &format!("{kept}{gone}{rest}"), kept, behind.starts_with('.'));
            }
            let replaced = document.words(gap.clone());
            if let Some(found) = find_begun(kept, &part.put_in, &replaced) {
                return Some(found);
            }
            let (before, behind) = (&before.words, &part.words);
            find_put_in(&Joint { before, put_in: &part.put_in, behind, replaced: &replaced, side: Side::Within, near: &near })
        })
    };
    let before = || {
        let first = pattern.parts.first().filter(|part| !part.put_in.is_empty())?;
        if is_within_word(&first.put_in, first.start != Edge::Word) {
            // What a hyphen parts from the bracket is the word for which that stands.
            if document.folded.find_joint(place.start).is_some() {
                return None;
            }
            let (rest, stands) = (first_letters(&first.words, first.start), document.folded.letters_before(place.start));
            return find_remade(&format!("{}{rest}", first.put_in.trim()), &format!("{stands}{rest}"), "", false);
        }
        let replaced = last_words(&preceding, &first.put_in);
        find_put_in(&Joint {
            before: "",
            put_in: &first.put_in,
            behind: &format!(" {}", first.words),
            replaced,
            side: Side::Before,
            near: &near,
        })
    };
    let behind = || {
        let last = pattern.parts.last().filter(|_| !pattern.put_in.is_empty())?;
        if is_within_word(&pattern.put_in, last.end == Edge::Inside) {
            let (kept, stands) = (last_letters(&last.words, last.end), document.folded.letters_behind(place.end));
            let is_cut = document.folded.after(place.end + stands.len() as u32).starts_with('.');
            return find_remade(&format!("{kept}{}", pattern.put_in.trim()), &format!("{kept}{stands}"), kept, is_cut);
        }
        if let Some(found) = find_begun(last_letters(&last.words, last.end), &pattern.put_in, document.folded.after(place.end)) {
            return Some(found);
        }
        let replaced = first_words(&following, &pattern.put_in);
        find_put_in(&Joint { before: &last.words, put_in: &pattern.put_in, behind: "", replaced, side: Side::Behind, near: &near })
    };
    let longer = || {
        let word = find_longer(quotation)?.to_owned();
        Some(Dropped { word, does: Effect::Counts, mark: Mark::Replaced })
    };
    let reversed = || {
        let put_in: Vec<&str> = pattern.parts.iter().map(|part| part.put_in.as_str()).chain([pattern.put_in.as_str()]).collect();
        let short = gaps.iter().filter(|gap| gap.len() <= MOST_REPLACED as usize);
        let gone: Vec<String> = short.map(|gap| document.words_and_dashes(gap.clone())).collect();
        find_reversed(&put_in.join(" "), &gone.join(" "))
    };
    within().or_else(before).or_else(behind).or_else(longer).or_else(reversed)
}

/// What the first word of a bracket of several makes of the word before whose end it stands: "r[arely fell]" of "rose".
fn find_begun(kept: &str, put_in: &str, gone: &str) -> Option<Dropped> {
    let begun = put_in.split_whitespace().next().filter(|_| !kept.is_empty() && put_in.starts_with(char::is_alphabetic))?;
    find_remade(&format!("{kept}{begun}"), &format!("{kept}{}", first_letters(gone, Edge::Inside)), kept, false)
}

/// Whether a bracket stands for letters of a word, and not for words.
fn is_within_word(put_in: &str, touches: bool) -> bool {
    touches && !put_in.trim().contains(char::is_whitespace) && put_in.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '\'' | '’'))
}

/// The letters at the end of words, if a bracket stands right behind them.
fn last_letters(words: &str, edge: Edge) -> &str {
    let letters = words.len() - words.trim_end_matches(char::is_alphanumeric).len();
    if edge == Edge::Word { "" } else { words.get(words.len() - letters..).unwrap_or("") }
}

/// The letters at the start of words, if a bracket stands right before them.
fn first_letters(words: &str, edge: Edge) -> &str {
    let letters = words.len() - words.trim_start_matches(char::is_alphanumeric).len();
    if edge == Edge::Word { "" } else { words.get(..letters).unwrap_or("") }
}

/// The last words of a text, as many as a bracket has, with the whole of a number; none of a clause before.
fn last_words<'t>(text: &'t str, put_in: &str) -> &'t str {
    let text = text.trim_end();
    let mut marks = text.rmatch_indices(['.', ';', ':', '!', '?', '(', ')']);
    // The point of a number ends no clause.
    let ends = |at: usize| !text.get(at + 1..).is_some_and(|behind| behind.starts_with(|c: char| c.is_ascii_digit()));
    let clause = marks.find(|(at, _)| ends(*at)).map_or(0, |(at, _)| at + 1);
    let words = text.get(clause..).unwrap_or("");
    words.get(words.len() - beside(words.rsplit(' '), put_in)..).unwrap_or(words)
}

/// The first words of a text, as many as a bracket has, with the whole of a number.
fn first_words<'t>(text: &'t str, put_in: &str) -> &'t str {
    let text = text.trim_start();
    text.get(..beside(text.split(' '), put_in)).unwrap_or(text)
}

/// How many bytes the words take that stand beside a bracket in its place.
fn beside<'t>(words: impl Iterator<Item = &'t str>, put_in: &str) -> usize {
    let wanted = put_in.split_whitespace().count();
    let mut was_number = false;
    let taken = words.enumerate().take_while(|(at, word)| {
        let is_number = has_number(word);
        // What a number counts is taken with it.
        std::mem::replace(&mut was_number, is_number) || *at < wanted || is_number || *word == "and"
    });
    taken.map(|(_, word)| word.len() + 1).sum::<usize>().saturating_sub(1)
}

/// What is told of the patterns of these indices, which were not found as a whole: the first part that is not found, or that all are.
fn altered(document: &Document, patterns: &[Pattern], unfound: &[usize]) -> Vec<(usize, Finding)> {
    let unfound_patterns = || unfound.iter().filter_map(|index| Some((*index, patterns.get(*index)?)));
    let (single, several): (Vec<_>, Vec<_>) = unfound_patterns().partition(|(_, pattern)| pattern.parts.len() == 1);
    let parts: Vec<(usize, &Part)> = several.iter().flat_map(|(index, p)| p.parts.iter().map(|part| (*index, part))).collect();
    let alone: Vec<Pattern> = parts.iter().map(|(_, part)| Pattern { parts: vec![(*part).clone()], ..Pattern::default() }).collect();
    let mut places: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    let mut changed: BTreeMap<usize, &Part> = single.iter().filter_map(|(index, p)| Some((*index, p.parts.first()?))).collect();
    for ((index, part), found) in parts.iter().zip(find_all(&document.folded, &alone)) {
        match found.places.first() {
            Some(place) => places.entry(*index).or_default().push(place.start),
            None => drop(changed.entry(*index).or_insert(part)),
        }
    }
    let nearest = find_nearest(&document.folded, &changed.values().copied().collect::<Vec<_>>());
    let mut told: BTreeMap<usize, Finding> = BTreeMap::new();
    for ((index, part), nearest) in changed.iter().zip(nearest) {
        let is_whole = patterns.get(*index).is_some_and(|p| p.parts.len() == 1);
        let missing = || Finding::Missing {
            part: (!is_whole).then(|| part.words.split_whitespace().collect::<Vec<_>>().join(" ")),
            is_long: part.words.split_whitespace().nth(MOST_WORDS).is_some(),
        };
        told.insert(*index, nearest.map_or_else(missing, |found| Finding::Altered(passage(document, part, &found, is_whole))));
    }
    for index in unfound.iter().filter(|index| !changed.contains_key(index)) {
        let starts = places.get(index).map_or(&[][..], Vec::as_slice);
        let place = |at: Option<&u32>| document.place(document.origin(at.map_or(0..0, |at| *at..at + 1)).start);
        told.insert(*index, Finding::Scattered(place(starts.first()), place(starts.last())));
    }
    told.into_iter().collect()
}

fn passage(document: &Document, part: &Part, found: &Nearest, is_whole: bool) -> Passage {
    let quoted = |range: &Range<u32>| {
        let words = part.words.get(part.folded.origin(&part.words, range.clone())).unwrap_or("");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let changes = found.changes.iter().map(|c| (quoted(&c.quoted), document.words(c.original.clone()))).collect();
    let place = document.place(document.origin(found.place.clone()).start);
    Passage { place, words: document.words(found.place.clone()), changes, is_whole }
}
