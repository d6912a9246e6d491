//! An answer in words: the competition's own format, or JSON. Arguments are named as in the file.

use crate::{
    exchange::instance::Names,
    theory::framework::problem::{Answer, Task, Unknown},
};

/// Which of the competition's formats the file had; the answer follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// ICCMA 2023: `w 1 2`, `YES`, `NO`, with a witness where one shows the verdict.
    Lines,
    /// ICCMA 2015–2021: `[a,b]`, `[[a],[b]]`, `YES`, `NO`, without witnesses.
    Brackets,
}

/// An answer and what is needed to write it down.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The answer.
    pub answer: Answer,
    /// What was asked.
    pub task: Task,
    /// How arguments are named.
    pub names: Names,
    /// How to write.
    pub style: Style,
}

impl Outcome {
    /// Whether the question is answered: neither unknown nor cut off by a limit.
    pub fn is_whole(&self) -> bool {
        self.shortfall().is_none()
    }

    /// What keeps the answer from being whole, if it is not.
    pub fn shortfall(&self) -> Option<&'static str> {
        match self.answer {
            Answer::Unknown(Unknown::Interrupted) => Some("the search was stopped before the answer was known"),
            Answer::Unknown(Unknown::TooMany) => {
                Some("there are more extensions than can be held; count them with CE, or list some with --limit")
            }
            Answer::Unknown(Unknown::Refused) => {
                Some("the search gave an answer that the checker refused, which is a fault of the program")
            }
            Answer::All { whole: false, .. } => Some("there are more extensions than the limit lets list"),
            _ => None,
        }
    }

    /// The answer in the competition's format, with its last line end. An unknown answer is the line `UNKNOWN`.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        match (&self.answer, self.style) {
            (Answer::Unknown(_), _) => text.push_str("UNKNOWN\n"),
            (Answer::Count(digits), _) => text = format!("{digits}\n"),
            (Answer::Some(None), _) => text.push_str("NO\n"),
            (Answer::Some(Some(set)), Style::Lines) => self.push_line(&mut text, set),
            (Answer::Yes(_), Style::Brackets) => text.push_str("YES\n"),
            (Answer::No(_), Style::Brackets) => text.push_str("NO\n"),
            (Answer::Yes(witness), Style::Lines) => {
                text.push_str("YES\n");
                witness.iter().for_each(|w| self.push_line(&mut text, w));
            }
            (Answer::No(witness), Style::Lines) => {
                text.push_str("NO\n");
                witness.iter().for_each(|w| self.push_line(&mut text, w));
            }
            (Answer::All { extensions, whole: true }, Style::Lines) if extensions.is_empty() => text.push_str("NO\n"),
            (Answer::All { extensions, .. }, Style::Lines) => extensions.iter().for_each(|e| self.push_line(&mut text, e)),
            (Answer::Some(Some(set)), Style::Brackets) => text = self.list(set, |name| name) + "\n",
            (Answer::All { extensions, .. }, Style::Brackets) => {
                text = format!("[{}]\n", self.join(extensions, |name| name));
            }
        }
        text
    }

    /// The answer as one JSON object, with its last line end. Counts are JSON numbers of any size.
    pub fn to_json(&self) -> String {
        let quoted = |name: String| serde_json::Value::String(name).to_string();
        let with = |answer: &str, witness: &Option<Vec<u32>>| match witness {
            Some(set) => format!("{{\"answer\":\"{answer}\",\"witness\":{}}}\n", self.list(set, quoted)),
            None => format!("{{\"answer\":\"{answer}\"}}\n"),
        };
        match &self.answer {
            Answer::Unknown(_) => with("unknown", &None),
            Answer::Some(witness) => with(if witness.is_some() { "yes" } else { "no" }, witness),
            Answer::Yes(witness) => with("yes", witness),
            Answer::No(witness) => with("no", witness),
            Answer::Count(digits) => format!("{{\"answer\":\"{}\",\"count\":{digits}}}\n", if digits == "0" { "no" } else { "yes" }),
            Answer::All { extensions, whole } => {
                let answer = match (extensions.is_empty(), whole) {
                    (true, true) => "no",
                    (true, false) => "unknown",
                    _ => "yes",
                };
                let count = if *whole { format!(",\"count\":{}", extensions.len()) } else { ",\"whole\":false".to_owned() };
                format!("{{\"answer\":\"{answer}\",\"extensions\":[{}]{count}}}\n", self.join(extensions, quoted))
            }
        }
    }

    fn push_line(&self, text: &mut String, set: &[u32]) {
        text.push('w');
        for &argument in set {
            text.push(' ');
            text.push_str(&self.names.name(argument));
        }
        text.push('\n');
    }

    fn list(&self, set: &[u32], quote: impl Fn(String) -> String) -> String {
        let names: Vec<String> = set.iter().map(|&a| quote(self.names.name(a))).collect();
        format!("[{}]", names.join(","))
    }

    fn join(&self, sets: &[Vec<u32>], quote: impl Fn(String) -> String + Copy) -> String {
        sets.iter().map(|set| self.list(set, quote)).collect::<Vec<String>>().join(",")
    }
}
