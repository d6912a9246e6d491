//! The front matter of a debate.

use crate::config::yaml::{self, Scalar, YamlProblem};
use serde::Deserialize;

/// What a debate says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FrontMatter {
    /// Its title.
    pub title: Option<Scalar>,
    /// What it covers and what not.
    pub scope: Option<Scalar>,
    /// Who keeps it.
    pub author: Option<Scalar>,
    /// The day whose knowledge it holds.
    pub as_of: Option<Scalar>,
}

#[derive(Default, Deserialize)]
struct Host {
    agon: Option<FrontMatter>,
}

/// Reads the front matter of a `.agon` file, and tells all that is wrong with it.
pub fn read(yaml: &str) -> (FrontMatter, Vec<YamlProblem>) {
    yaml::read(yaml)
}

/// Reads the front matter of a Markdown file, where only the key `agon` is ours, and tells all that is wrong with what stands under it.
pub fn read_hosted(yaml: &str) -> (FrontMatter, Vec<YamlProblem>) {
    if !yaml.lines().any(|l| l.starts_with("agon:")) {
        return (FrontMatter::default(), Vec::new());
    }
    let (host, problems) = yaml::read::<Host>(yaml);
    (host.agon.unwrap_or_default(), problems)
}
