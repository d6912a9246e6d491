//! The place in a source as CSL wants it: what is counted, and the number.

use hayagriva::{
    citationberg::taxonomy::Locator,
    {LocatorPayload, SpecificLocator},
};

/// What the words before the number count.
const UNITS: &[(&str, Locator)] = &[
    ("", Locator::Page),
    ("app", Locator::Appendix),
    ("appendix", Locator::Appendix),
    ("bk", Locator::Book),
    ("book", Locator::Book),
    ("ch", Locator::Chapter),
    ("chap", Locator::Chapter),
    ("chapter", Locator::Chapter),
    ("col", Locator::Column),
    ("column", Locator::Column),
    ("fig", Locator::Figure),
    ("figure", Locator::Figure),
    ("fol", Locator::Folio),
    ("l", Locator::Line),
    ("line", Locator::Line),
    ("lines", Locator::Line),
    ("n", Locator::Note),
    ("note", Locator::Note),
    ("p", Locator::Page),
    ("page", Locator::Page),
    ("pages", Locator::Page),
    ("par", Locator::Paragraph),
    ("para", Locator::Paragraph),
    ("paras", Locator::Paragraph),
    ("paragraph", Locator::Paragraph),
    ("part", Locator::Part),
    ("pg", Locator::Page),
    ("pp", Locator::Page),
    ("pt", Locator::Part),
    ("s", Locator::Section),
    ("sec", Locator::Section),
    ("section", Locator::Section),
    ("ss", Locator::Section),
    ("tab", Locator::Table),
    ("table", Locator::Table),
    ("v", Locator::Verse),
    ("verse", Locator::Verse),
    ("vol", Locator::Volume),
    ("volume", Locator::Volume),
    ("¶", Locator::Paragraph),
    ("§", Locator::Section),
    ("§§", Locator::Section),
];

/// A locator of a citation: a unit and its numbers where it begins so, else its words as they are. A number alone is that of a page.
pub fn locator(text: &str) -> SpecificLocator<'_> {
    let text = text.trim();
    let split = text.find(|c: char| c.is_ascii_digit()).map(|at| text.split_at(at));
    let known = split.and_then(|(unit, number)| {
        let unit = unit.trim().trim_end_matches('.').to_lowercase();
        let (_, unit) = UNITS.iter().find(|(word, _)| *word == unit)?;
        let plain = number.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | ',' | '.' | '-' | '–'));
        plain.then_some((*unit, number))
    });
    let (unit, words) = known.unwrap_or((Locator::Custom, text));
    SpecificLocator(unit, LocatorPayload::Str(words))
}
