//! The place in a source as the Chicago Manual of Style writes it: pages are bare numbers (14.150), chapters `chap. 3`.

/// A place in a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// In words.
    pub words: String,
    /// Whether it is a page, or several.
    pub is_page: bool,
}

const PAGES: &[&str] = &["p", "pp", "page", "pages", "pg", "pgs"];
const CHAPTERS: &[&str] = &["ch", "chap", "chapter"];

impl Place {
    /// The place that a text names.
    pub fn of(text: &str) -> Self {
        let text = text.trim();
        let at = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
        let (unit, number) = text.split_at(at);
        let unit = unit.trim().trim_end_matches('.').to_lowercase();
        let numbers = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | ',' | '-' | '–'));
        if numbers && (unit.is_empty() || PAGES.contains(&unit.as_str())) {
            return Self { words: spans(number), is_page: true };
        }
        // Pages in Roman numerals.
        let roman = text.split_once([' ', '.']).map(|(unit, rest)| (unit.to_lowercase(), rest.trim_start_matches(['.', ' '])));
        if let Some((unit, rest)) = roman
            && PAGES.contains(&unit.as_str())
            && !rest.is_empty()
            && rest.chars().all(|c| "ivxlc-–, ".contains(c))
        {
            return Self { words: spans(rest), is_page: true };
        }
        let words = if numbers && CHAPTERS.contains(&unit.as_str()) {
            format!("{} {}", if number.contains(['-', '–', ',']) { "chaps." } else { "chap." }, spans(number))
        } else {
            text.to_owned()
        };
        Self { words, is_page: false }
    }
}

/// Numbers with a dash from the first to the last of each span.
fn spans(numbers: &str) -> String {
    numbers.replace("--", "–").replace('-', "–")
}

#[cfg(test)]
mod tests {
    use super::Place;

    #[test]
    fn pages_are_numbers_and_all_else_keeps_its_unit() {
        let cases = [
            ("p. 95", "95", true),
            ("pp. 45-47", "45–47", true),
            ("35--52", "35–52", true),
            ("41, 44", "41, 44", true),
            ("p. xii", "xii", true),
            ("ch. 3", "chap. 3", false),
            ("chapters 3-4", "chapters 3-4", false),
            ("§ 3", "§ 3", false),
            ("para. 12", "para. 12", false),
            ("p. 12 of the annex", "p. 12 of the annex", false),
            ("slide 4", "slide 4", false),
            ("2:45", "2:45", false),
            ("p", "p", false),
        ];
        for (text, words, is_page) in cases {
            assert_eq!(Place::of(text), Place { words: words.to_owned(), is_page }, "{text}");
        }
    }
}
