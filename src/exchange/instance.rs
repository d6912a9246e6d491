//! What a file says: a framework, and how it names its arguments. Knows no format.

use crate::theory::framework::attack::Framework;

/// How arguments are named outside.
#[derive(Debug, Clone)]
pub enum Names {
    /// By numbers from 1 to this.
    Numbers(u32),
    /// By words, one per argument.
    Words(Vec<String>),
}

impl Names {
    /// The name of `argument`.
    pub fn name(&self, argument: u32) -> String {
        match self {
            Self::Numbers(_) => (argument + 1).to_string(),
            Self::Words(words) => words.get(argument as usize).cloned().unwrap_or_default(),
        }
    }

    /// The argument called `name`.
    pub fn find(&self, name: &str) -> Option<u32> {
        match self {
            // As the file would write it: neither `+1` nor `01`.
            Self::Numbers(count) => name.parse::<u32>().ok().filter(|n| (1..=*count).contains(n) && n.to_string() == name).map(|n| n - 1),
            Self::Words(words) => words.iter().position(|w| w == name).map(|at| at as u32),
        }
    }

    /// What names there are, for a message.
    pub fn describe(&self) -> String {
        match self {
            Self::Numbers(0) => "the file declares none".to_owned(),
            Self::Numbers(1) => "the only one is 1".to_owned(),
            Self::Numbers(count) => format!("arguments are numbered from 1 to {count}"),
            Self::Words(words) => match words.as_slice() {
                [] => "the file declares none".to_owned(),
                [only] => format!("the only one is '{only}'"),
                [first, ..] => format!("the file declares {} arguments, the first is '{first}'", words.len()),
            },
        }
    }
}

/// A framework and its names.
#[derive(Debug, Clone)]
pub struct Instance {
    /// Who attacks whom.
    pub framework: Framework,
    /// What the arguments are called.
    pub names: Names,
}
