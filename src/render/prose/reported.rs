//! What somebody said as a part of a longer sentence: `Tertrais objected that no grand bargain is in sight.`
//!
//! A text is written as a sentence of its own, with a capital that it loses inside another. Whether its first word is a name, which keeps
//! it, is read off the debate: a word that stands with a small letter somewhere in it, in the singular or plural, is none; nor is one of a
//! list of common words (`common.txt`) that no party bears in its name. Where that is not known, where the text is more than one sentence,
//! or is a question, it cannot be reported, and is told after a colon; in quotation marks, if only who said it can speak so (`spoken`).

use crate::{
    model::debate::Debate,
    render::{
        document::Inline,
        prose::{
            line::Line,
            spoken,
            words::{bare, small},
        },
        text,
    },
};
use std::collections::BTreeSet;

/// Words that have a small letter inside a sentence.
const SMALL: &[&str] = &[
    "A",
    "According",
    "After",
    "Against",
    "All",
    "Although",
    "An",
    "Another",
    "Any",
    "Anyone",
    "As",
    "At",
    "Because",
    "Before",
    "Besides",
    "Between",
    "Both",
    "But",
    "By",
    "Each",
    "Either",
    "Even",
    "Every",
    "Everybody",
    "Everyone",
    "Everything",
    "Far",
    "Few",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "How",
    "If",
    "In",
    "It",
    "Its",
    "Many",
    "More",
    "Most",
    "Much",
    "My",
    "Neither",
    "No",
    "Nobody",
    "None",
    "Nothing",
    "On",
    "One",
    "Once",
    "Only",
    "Other",
    "Others",
    "Our",
    "Out",
    "Over",
    "People",
    "Several",
    "She",
    "Since",
    "Some",
    "Somebody",
    "Someone",
    "Something",
    "Such",
    "That",
    "The",
    "Their",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "Though",
    "Through",
    "To",
    "Today",
    "Two",
    "Under",
    "Until",
    "We",
    "What",
    "Whatever",
    "When",
    "Where",
    "Whether",
    "Which",
    "While",
    "Who",
    "Whoever",
    "With",
    "Within",
    "Without",
    "You",
    "Your",
];

/// Words with which no clause after `that` begins: commands, and what joins a sentence to one before it.
const APART: &[&str] = &[
    "Abolish",
    "Accept",
    "Add",
    "Adopt",
    "Allow",
    "And",
    "Ask",
    "Avoid",
    "Begin",
    "Build",
    "But",
    "Buy",
    "Choose",
    "Consider",
    "Continue",
    "Create",
    "Do",
    "Don't",
    "Don’t",
    "Get",
    "Give",
    "Go",
    "Hence",
    "Hire",
    "However",
    "Imagine",
    "Introduce",
    "Invest",
    "Keep",
    "Let",
    "Make",
    "Nor",
    "Note",
    "Or",
    "Please",
    "Postpone",
    "Put",
    "Reduce",
    "Reject",
    "Remember",
    "Remove",
    "Renew",
    "Replace",
    "Require",
    "Sell",
    "Send",
    "So",
    "Stop",
    "Suppose",
    "Take",
    "Tell",
    "Therefore",
    "Thus",
    "Try",
    "Wait",
    "Write",
    "Yet",
];

/// Words that follow no noun at the start of a sentence, but a command.
const DETERMINERS: &[&str] = &["a", "an", "her", "his", "its", "my", "our", "the", "their", "your"];

/// Words that are names with a capital, whatever they are without.
const BOTH: &[&str] =
    &["April", "August", "Bill", "China", "Frank", "Grace", "Jack", "March", "Mark", "May", "Polish", "Rose", "Sue", "Turkey", "Will"];

/// Words with which our own sentences begin, beside those.
const OWN: &[&str] = &[
    "Among",
    "Confidence",
    "Five",
    "Four",
    "Further",
    "Judgement",
    "Judgements",
    "Nine",
    "Seven",
    "Six",
    "Ten",
    "Eight",
    "Three",
    "Twelve",
    "Eleven",
    "Whoever",
];

/// Words that begin sentences of debates and are no names, with small letters.
const COMMON: &str = include_str!("common.txt");

/// The words of a debate, by whether they are names.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    small: BTreeSet<String>,
    names: BTreeSet<String>,
    /// Words that are no names, whatever the debate seems to say of them.
    common: BTreeSet<String>,
}

impl Lexicon {
    /// The words of `debate`. Linear in its texts, up to a logarithm.
    pub fn new(debate: &Debate) -> Self {
        let mut lexicon = Self { common: COMMON.split_whitespace().map(str::to_owned).collect(), ..Self::default() };
        let texts = debate.claims.iter().map(|c| &c.text).chain(debate.questions.iter().map(|q| &q.text));
        let remarks = debate.preferences.iter().map(|p| &p.text).chain(debate.commitments.iter().map(|c| &c.text));
        let roles = debate.parties.iter().filter_map(|p| p.role.as_ref());
        texts.chain(remarks).chain(roles).chain(debate.terms.iter().map(|t| &t.text)).for_each(|text| lexicon.read(text));
        for party in &debate.parties {
            // What a party is called begins with a capital whether it is a name or a description.
            let words: Vec<&str> = party.text.split_whitespace().map(bare).collect();
            let named = words.iter().skip(usize::from(words.len() > 1)).filter(|word| word.starts_with(char::is_uppercase));
            for word in named {
                lexicon.common.remove(&word.to_lowercase());
                lexicon.names.insert((*word).to_owned());
            }
        }
        lexicon
    }

    fn read(&mut self, text: &str) {
        let mut opens = true;
        for word in text.split_whitespace() {
            let bare = bare(word);
            if bare.starts_with(char::is_lowercase) {
                self.small.insert(bare.to_owned());
            } else if !opens && bare.starts_with(char::is_uppercase) && word.starts_with(char::is_uppercase) {
                self.names.insert(bare.to_owned());
            }
            opens = word.ends_with(['.', '?', '!', ':', '…']);
        }
    }

    /// The first sentence of `text` as it stands inside another one, without its full stop, if it can stand there.
    pub fn inside(&self, text: &str) -> Option<Line> {
        let (line, _) = text::parts(text);
        let words = line.plain();
        let body = words.strip_suffix('.').filter(|b| !b.ends_with('.'))?;
        let first = body.split_whitespace().next().unwrap_or("");
        if APART.contains(&first)
            || is_command(body)
            || spoken::is_quoted(&words)
            || body.contains(['?', '!', ':', '…', ';'])
            || body.match_indices(". ").any(|(at, _)| opens_sentence(body, at))
        {
            return None;
        }
        let mut inlines = line.0;
        let opens_name = body.split_whitespace().nth(1).is_some_and(|second| second.starts_with(char::is_uppercase));
        if !self.keeps(first, opens_name)? {
            let Some(Inline::Text(text)) = inlines.first_mut() else { return None };
            *text = small(text);
        }
        let Some(Inline::Text(last)) = inlines.last_mut() else { return None };
        last.pop();
        Some(Line(inlines))
    }

    /// Whether a word at the start of a sentence keeps its capital inside of one; `None` where nobody knows. `opens_name` says whether the
    /// next word has a capital, with which it may be one name.
    fn keeps(&self, word: &str, opens_name: bool) -> Option<bool> {
        if !word.starts_with(char::is_alphabetic) {
            return word.starts_with(|c: char| c.is_ascii_digit() || "£$€".contains(c)).then_some(true);
        }
        let bare = bare(word);
        if !bare.starts_with(char::is_uppercase) {
            return Some(true);
        }
        if bare == "I" || bare.chars().skip(1).any(char::is_uppercase) {
            return Some(true);
        }
        if SMALL.contains(&bare) {
            return Some(false);
        }
        if BOTH.contains(&bare) {
            return None;
        }
        let small = bare.to_lowercase();
        if !opens_name && self.common.contains(&small) {
            return Some(false);
        }
        let is_small = self.small.contains(&small) || forms(&small).iter().any(|form| self.small.contains(form)) || is_abstract(&small);
        match (is_small, self.names.contains(bare)) {
            (true, false) => Some(false),
            (false, true) => Some(true),
            _ => None,
        }
    }
}

/// The other number of a word, as far as its spelling tells: `party` of `parties`, `reads` of `read`.
fn forms(word: &str) -> Vec<String> {
    const SHORTEST: usize = 4;
    let mut forms = vec![format!("{word}s"), format!("{word}es")];
    forms.extend(word.strip_suffix('y').map(|stem| format!("{stem}ies")));
    let stems = [("s", ""), ("es", ""), ("ies", "y")].into_iter().filter_map(|(end, single)| Some((word.strip_suffix(end)?, single)));
    forms.extend(stems.filter(|(stem, _)| stem.len() >= SHORTEST).map(|(stem, single)| format!("{stem}{single}")));
    forms
}

/// Whether a word has an ending that long names do not have: `confrontation`, `enforcement`.
fn is_abstract(word: &str) -> bool {
    const SHORTEST: usize = 9;
    word.len() >= SHORTEST && ["tion", "tions", "sion", "sions", "ment", "ments"].iter().any(|end| word.ends_with(end))
}

/// With a small letter at the start where the first word is one that has it inside a sentence.
pub fn small_start(words: &str) -> String {
    let first = words.split_whitespace().next().map_or("", bare);
    if SMALL.contains(&first) || OWN.contains(&first) || first == "So" { small(words) } else { words.to_owned() }
}

/// Whether `body` begins as a command does: `Use the table`. What else stands before a determiner is a word of the sort of `With`, a gerund, or
/// an adverb.
fn is_command(body: &str) -> bool {
    let mut words = body.split_whitespace();
    let first = words.next().unwrap_or("");
    let is_verb = first.chars().all(char::is_alphabetic) && (first == "Bring" || !first.ends_with("ing")) && !first.ends_with("ly");
    is_verb && !SMALL.contains(&first) && words.next().is_some_and(|second| DETERMINERS.contains(&second))
}

/// Whether the full stop at `at` ends a sentence, and not an initial or a number.
fn opens_sentence(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|b| b.split_whitespace().next_back()).unwrap_or("");
    let after = text.get(at + 2..).unwrap_or("").trim_start();
    before.chars().count() > 2 && !after.starts_with(char::is_lowercase)
}
