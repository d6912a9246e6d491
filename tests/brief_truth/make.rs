//! Random debates in which every text is a sentence of its own, so that a page can be read back.

use crate::verdicts::dice::Dice;

pub(crate) const PARTIES: [(&str, &str); 3] = [("pia", "Pia Roth"), ("rolf", "Rolf Kern"), ("sven", "Sven Dahl")];
const LIKELY: [&str; 5] = ["almost no chance", "unlikely", "roughly even chance", "likely", "almost certain"];
const DAYS: [&str; 4] = ["2001", "2002-03", "2003-04-05", "2012"];

/// What a debate has so far.
pub(crate) struct Maker<'d> {
    dice: &'d mut Dice,
    text: String,
    next: usize,
    claims: Vec<String>,
    facts: Vec<String>,
    /// What a preference may rank: a claim, or a support.
    rankable: Vec<String>,
    speaks: bool,
    /// What stands above what is being written.
    above: Vec<String>,
}

/// The word of a text, by which it is known again: `Zab` for 28.
pub(crate) fn code(number: usize) -> String {
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
    format!("Z{}{}", letter(number / 26), letter(number))
}

pub(crate) fn debate(dice: &mut Dice) -> String {
    let speaks = !dice.one_in(3);
    let mut maker = Maker {
        dice,
        text: String::new(),
        next: 0,
        claims: Vec::new(),
        facts: Vec::new(),
        rankable: Vec::new(),
        speaks,
        above: Vec::new(),
    };
    maker.write();
    maker.text
}

impl Maker<'_> {
    fn line(&mut self, depth: usize, line: &str) {
        self.text += &format!("{}{line}\n", "  ".repeat(depth));
    }

    /// A fresh name, and a text with its word.
    fn fresh(&mut self, what: &str) -> (String, String) {
        let code = code(self.next);
        self.next += 1;
        (format!("n{}", code.to_lowercase()), format!("The {what} {code} is long."))
    }

    fn write(&mut self) {
        if self.dice.one_in(2) {
            self.text += "---\nas-of: 2010\n---\n";
        }
        for (name, text) in PARTIES {
            self.line(0, &format!("party {name}: {text}"));
        }
        for (name, grade) in [("book", "A1"), ("paper", "C"), ("leaflet", "E")] {
            self.line(0, &format!("source {name}: On {name}s\n  date: 1999\n  reliability: {grade}"));
            if name == "leaflet" {
                self.line(1, "origin: paper");
            }
        }
        for _ in 0..self.dice.below(2) {
            let word = if self.dice.one_in(2) { "fact" } else { "assumption" };
            self.said(0, word, "", false);
        }
        let questions = self.dice.below(3);
        for question in 0..questions {
            self.question(question);
        }
        if questions == 0 {
            for _ in 0..1 + self.dice.below(2) {
                self.said(0, "claim", "", true);
            }
        }
        for _ in 0..self.dice.below(3) {
            self.contradiction(None);
        }
        for _ in 0..self.dice.below(3) {
            self.preference();
        }
        for _ in 0..if self.speaks { self.dice.below(4) } else { 0 } {
            self.act();
        }
    }

    fn question(&mut self, number: usize) {
        let mut names = Vec::new();
        let (mut head, start) = (format!("question q{number}: Is the bridge {} long?\n", code(600 + number)), self.text.len());
        for _ in 0..1 + self.dice.below(3) {
            names.push(self.said(0, "claim", &format!(" on q{number}"), true));
        }
        if self.dice.one_in(4) {
            head += &format!("  default: {}\n", self.dice.pick(&names).unwrap());
        }
        match self.dice.below(3) {
            0 => head += "  answers: one\n",
            1 => head += "  answers: any\n",
            _ => {}
        }
        self.text.insert_str(start, &head);
        if names.len() > 1 && !self.dice.one_in(3) {
            let some = if self.dice.one_in(3) { names[..2].to_vec() } else { names.clone() };
            self.contradiction(Some(some));
            if self.dice.one_in(2) {
                self.prefer(&names[0].clone(), &names[1].clone());
            }
        }
    }

    fn by(&mut self) -> String {
        if !self.speaks || self.dice.one_in(2) {
            return String::new();
        }
        let (one, other) = (self.dice.below(3), self.dice.below(3));
        if one < other && self.dice.one_in(5) {
            return format!(" by {}, {}", PARTIES[one].0, PARTIES[other].0);
        }
        format!(" by {}", PARTIES[one].0)
    }

    fn details(&mut self, depth: usize) {
        if self.dice.one_in(4) {
            let source = ["book", "paper", "leaflet"][self.dice.below(3)];
            self.line(depth, &format!("cite: {source}, p. {}", 1 + self.next));
        }
        if self.dice.one_in(8) {
            let word = LIKELY[self.dice.below(5)];
            self.line(depth, &format!("likelihood: {word}"));
        }
        if self.dice.one_in(8) {
            let word = ["low", "moderate", "high"][self.dice.below(3)];
            self.line(depth, &format!("confidence: {word}"));
        }
        if self.dice.one_in(12) {
            let day = DAYS[self.dice.below(4)];
            self.line(depth, &format!("date: {day}"));
        }
        if self.next % 9 == 4 {
            self.line(depth, &format!("valid-until: {}", DAYS[self.next % 4]));
        }
    }

    /// A statement with a text, and what stands under it.
    fn said(&mut self, depth: usize, word: &str, clause: &str, rich: bool) -> String {
        let (name, text) = self.fresh("road to");
        let by = self.by();
        let strictly = if word == "support" && self.dice.one_in(8) { " strictly" } else { "" };
        self.line(depth, &format!("{word} {name}{clause}{by}{strictly}: {text}"));
        self.claims.push(name.clone());
        if word == "fact" {
            self.facts.push(name.clone());
        } else {
            self.rankable.push(name.clone());
        }
        self.details(depth + 1);
        let is_step = ["support", "rebuttal", "undercut"].contains(&word) && strictly.is_empty();
        self.above.push(name.clone());
        self.under(depth + 1, word != "fact", is_step, rich);
        self.above.pop();
        name
    }

    fn under(&mut self, depth: usize, rebut: bool, undercut: bool, rich: bool) {
        let most = if rich { 4 } else { [2, 2, 2, 2, 1, 0][depth.min(5)] };
        for _ in 0..self.dice.below(most + 1) {
            match self.dice.below(9) {
                0 | 1 => drop(self.said(depth, "support", "", false)),
                2 | 3 => self.linked(depth),
                4 | 5 if rebut => drop(self.said(depth, "rebuttal", "", false)),
                6 | 7 if undercut => drop(self.said(depth, "undercut", "", false)),
                6 if rebut && self.dice.one_in(2) => drop(self.said(depth, "limit", "", false)),
                8 => self.again(depth, rebut, undercut),
                _ => {}
            }
        }
    }

    /// Something said before, seldom in a circle.
    fn known(&mut self) -> Option<String> {
        let known = self.dice.pick(&self.claims).cloned();
        let circle = self.dice.one_in(12);
        known.filter(|k| circle || !self.above.contains(k))
    }

    fn linked(&mut self, depth: usize) {
        let (name, _) = self.fresh("step");
        let by = self.by();
        let strictly = if self.dice.one_in(8) { " strictly" } else { "" };
        self.line(depth, &format!("support {name}{by}{strictly}:"));
        let mut used = Vec::new();
        for _ in 0..1 + self.dice.below(2) {
            match self.known().filter(|_| self.dice.one_in(3)) {
                Some(known) if !used.contains(&known) => {
                    self.line(depth + 1, &format!("premise {known}"));
                    used.push(known);
                }
                _ => used.push(self.said(depth + 1, "premise", "", false)),
            }
        }
        if strictly.is_empty() {
            self.rankable.push(name);
            if self.dice.one_in(3) {
                self.said(depth + 1, "undercut", "", false);
            }
        }
    }

    /// A statement put to one more use.
    fn again(&mut self, depth: usize, rebut: bool, undercut: bool) {
        let Some(known) = self.known() else { return };
        let attacks_itself = self.above.contains(&known);
        match self.dice.below(3) {
            _ if attacks_itself => self.line(depth, &format!("support {known}")),
            0 if rebut => self.line(depth, &format!("rebuttal {known}")),
            1 if undercut => self.line(depth, &format!("undercut {known}")),
            _ => self.line(depth, &format!("support {known}")),
        }
    }

    fn contradiction(&mut self, names: Option<Vec<String>>) {
        let names = names.unwrap_or_else(|| (0..2).filter_map(|_| self.dice.pick(&self.claims).cloned()).collect());
        let facts = names.iter().filter(|n| self.facts.contains(n)).count();
        if names.len() < 2 || names[0] == names[1] || facts > 0 {
            return;
        }
        let why = if self.dice.one_in(2) { format!(": {}", self.fresh("coast of").1) } else { String::new() };
        self.line(0, &format!("contradiction {}{why}", names.join(", ")));
    }

    fn preference(&mut self) {
        let (Some(one), Some(other)) = (self.dice.pick(&self.rankable).cloned(), self.dice.pick(&self.rankable).cloned()) else { return };
        if one != other {
            // Preferences that follow the alphabet run in no circle.
            let (one, other) = if one < other { (one, other) } else { (other, one) };
            self.prefer(&one, &other);
        }
    }

    fn prefer(&mut self, one: &str, other: &str) {
        let by = self.by();
        let why = if self.dice.one_in(2) { format!(": {}", self.fresh("ferry to").1) } else { String::new() };
        self.line(0, &format!("prefer {one} over {other}{by}{why}"));
    }

    fn act(&mut self) {
        let Some(name) = self.dice.pick(&self.claims).cloned() else { return };
        let word = ["accept", "deny", "retract"][self.dice.below(3)];
        let by = PARTIES[self.dice.below(3)].0;
        let why = if self.dice.one_in(3) { format!(": {}", self.fresh("harbour of").1) } else { String::new() };
        self.line(0, &format!("{word} {name} by {by}{why}"));
        if self.dice.one_in(2) {
            let day = DAYS[self.dice.below(4)];
            self.line(1, &format!("date: {day}"));
        }
    }
}
