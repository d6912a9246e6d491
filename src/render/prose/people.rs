//! Lists of people as citations give them: `Freeman, Jill; Burgess, Guy (eds.)`.

use crate::render::prose::words;

/// A list of people, with what they did.
#[derive(Debug)]
pub struct People<'s> {
    names: Vec<&'s str>,
    /// Whether more are meant than are named.
    others: bool,
    role: &'static str,
}

/// Notes name up to three people, lists of sources up to ten, of whom seven where there are more (Chicago Manual of Style, seventeenth
/// edition, 14.76).
const MOST_IN_NOTES: usize = 3;
const MOST_IN_LIST: usize = 10;
const NAMED_IN_LIST: usize = 7;

impl<'s> People<'s> {
    /// The people of a list. Editors and translators say so in brackets at its end.
    pub fn of(list: &'s str) -> Self {
        let (names, role) = match list.trim_end().strip_suffix(')').and_then(|list| list.rsplit_once(" (")) {
            Some((names, role)) => (names, role.trim_end_matches('.')),
            None => (list, ""),
        };
        let mut names: Vec<&str> = names.split(';').map(str::trim).filter(|name| !name.is_empty()).collect();
        let role = match role {
            "ed" | "eds" | "editor" | "editors" if names.len() > 1 => "eds.",
            "ed" | "eds" | "editor" | "editors" => "ed.",
            "trans" | "transl" | "tr" | "translator" | "translators" => "trans.",
            "comp" | "comps" | "compiler" | "compilers" if names.len() > 1 => "comps.",
            "comp" | "comps" | "compiler" | "compilers" => "comp.",
            _ => {
                // What stands in the brackets is part of the last name.
                names = list.split(';').map(str::trim).filter(|name| !name.is_empty()).collect();
                ""
            }
        };
        let others = names.len() > 1 && matches!(names.last(), Some(&("others" | "et al." | "et al")));
        if others {
            names.pop();
        }
        Self { names, others, role }
    }

    /// `Jill Freeman and Guy Burgess, eds.`
    pub fn in_note(&self) -> String {
        let names: Vec<String> = self.names.iter().map(|name| forward(name)).collect();
        self.with_role(self.joined(&names, MOST_IN_NOTES, 1))
    }

    /// `Jill Freeman and Guy Burgess`, without what they did.
    pub fn plain(&self) -> String {
        let names: Vec<String> = self.names.iter().map(|name| forward(name)).collect();
        self.joined(&names, MOST_IN_NOTES, 1)
    }

    /// The same, of as many as the list of sources names.
    pub fn listed(&self) -> String {
        let names: Vec<String> = self.names.iter().map(|name| forward(name)).collect();
        self.joined(&names, MOST_IN_LIST, NAMED_IN_LIST)
    }

    /// `Freeman and Burgess`
    pub fn short(&self) -> String {
        let names: Vec<String> = self.names.iter().map(|name| split(name).0.to_owned()).collect();
        self.joined(&names, MOST_IN_NOTES, 1)
    }

    /// `Freeman, Jill, and Guy Burgess, eds.`
    pub fn in_list(&self) -> String {
        self.with_role(self.turned())
    }

    /// `Freeman, Jill, and Guy Burgess`, without what they did.
    pub fn turned(&self) -> String {
        let mut names: Vec<String> = self.names.iter().map(|name| forward(name)).collect();
        let Some((first, name)) = names.first_mut().zip(self.names.first()) else { return String::new() };
        let is_inverted = !split(name).1.is_empty();
        if let (family, given) = split(name)
            && is_inverted
        {
            *first = format!("{family}, {}", initials(given));
        }
        let two = names.len() == 2 && is_inverted && !self.others;
        if two {
            return names.join(", and ");
        }
        let all = self.joined(&names, MOST_IN_LIST, NAMED_IN_LIST);
        // A name that is turned around is closed by a comma.
        match all.strip_suffix(" et al.") {
            Some(told) if is_inverted => format!("{told}, et al."),
            _ => all,
        }
    }

    fn with_role(&self, names: String) -> String {
        if self.role.is_empty() || names.is_empty() { names } else { format!("{names}, {}", self.role) }
    }

    /// At most `most` names, or else the first `first`.
    fn joined(&self, names: &[String], most: usize, first: usize) -> String {
        let told = if names.len() > most { first } else { names.len() };
        match names.get(..told).unwrap_or(names) {
            some if told < names.len() || self.others => format!("{} et al.", some.join(", ")),
            [init @ .., last] if init.len() > 1 => format!("{}, and {last}", init.join(", ")),
            all => words::and(all),
        }
    }
}

/// The family name, and the given ones where the name is parted.
fn split(name: &str) -> (&str, &str) {
    match name.split_once(',') {
        Some((family, given)) if !given.contains(',') => (family.trim(), given.trim()),
        _ => (name, ""),
    }
}

fn forward(name: &str) -> String {
    let (family, given) = split(name);
    // Words in brackets belong to the whole name.
    let (given, aside) = given.find(" (").map_or((given, ""), |at| given.split_at(at));
    if given.is_empty() { name.to_owned() } else { format!("{} {family}{aside}", initials(given)) }
}

/// Given names, of which those of one letter are initials: `A B` as `A. B.`.
fn initials(given: &str) -> String {
    let letter = |word: &str| word.len() == 1 && word.bytes().all(|b| b.is_ascii_uppercase());
    let names: Vec<String> = given.split_whitespace().map(|word| if letter(word) { format!("{word}.") } else { word.to_owned() }).collect();
    names.join(" ")
}
