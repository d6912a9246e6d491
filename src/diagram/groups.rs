//! The groups of a map: one for each heading beneath which something stands, and one for what a used file says outside all headings.
//! A group is not made for a heading without boxes, and no box changes the heading it was written under.

use crate::{
    diagram::{parts::Group, plain::plain},
    model::{
        debate::{Debate, Name},
        ids::SectionId,
    },
};
use std::collections::BTreeMap;

/// The groups of a debate, and the way to them.
#[derive(Debug, Clone)]
pub struct Groups {
    /// The groups, each after the one it lies in.
    pub list: Vec<Group>,
    of_section: Vec<Option<u32>>,
    of_file: BTreeMap<String, u32>,
}

impl Groups {
    /// The groups of `debate`. Linear.
    pub fn new(debate: &Debate) -> Self {
        let said = || {
            let questions = debate.questions.iter().map(|q| (&q.name, q.section));
            questions.chain(debate.claims.iter().map(|c| (&c.name, c.section)))
        };
        let mut filled = vec![false; debate.sections.len()];
        let mark = |section: Option<SectionId>, filled: &mut [bool]| {
            if let Some(filled) = section.and_then(|s| filled.get_mut(s.index())) {
                *filled = true;
            }
        };
        said().for_each(|(_, section)| mark(section, &mut filled));
        for (index, section) in debate.sections.iter().enumerate().rev() {
            if filled.get(index) == Some(&true) {
                mark(section.parent, &mut filled);
            }
        }
        let mut groups = Self { list: Vec::new(), of_section: Vec::with_capacity(filled.len()), of_file: BTreeMap::new() };
        for (section, filled) in debate.sections.iter().zip(filled) {
            let parent = section.parent.and_then(|p| groups.of_section(p));
            let group = filled.then(|| groups.add(plain(&section.title), parent));
            groups.of_section.push(group);
        }
        for file in said().filter(|(_, section)| section.is_none()).filter_map(|(name, _)| file(name)) {
            if !groups.of_file.contains_key(file) {
                let group = groups.add(plain(file), None);
                groups.of_file.insert(file.to_owned(), group);
            }
        }
        groups
    }

    fn add(&mut self, title: String, parent: Option<u32>) -> u32 {
        self.list.push(Group { title, parent });
        self.list.len() as u32 - 1
    }

    fn of_section(&self, section: SectionId) -> Option<u32> {
        self.of_section.get(section.index()).copied().flatten()
    }

    /// The group of what has this name and stands under this heading.
    pub fn of(&self, name: &Name, section: Option<SectionId>) -> Option<u32> {
        match section {
            Some(section) => self.of_section(section),
            None => file(name).and_then(|f| self.of_file.get(f)).copied(),
        }
    }
}

/// The name under which the file of `name` is used; `None` in the root.
fn file(name: &Name) -> Option<&str> {
    let statement = name.shown.split('/').next()?;
    statement.rsplit_once('.').map(|(file, _)| file)
}
