//! The settings of a project: `agon.yaml` at its root.

use crate::{
    config::{
        pack::Pack,
        strict,
        yaml::{self, YamlProblem},
    },
    diagnostic::code::Level,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The name of the file.
pub const FILE_NAME: &str = "agon.yaml";

/// What `agon.yaml` may say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The file of the project's main debate, relative to `agon.yaml`.
    #[serde(default, deserialize_with = "strict::text")]
    pub root: Option<String>,
    /// The files and folders that `check` and `fmt` read without a path, relative to `agon.yaml`.
    #[serde(default, deserialize_with = "strict::texts")]
    pub include: Vec<String>,
    /// The folder that holds files of sources besides the project, relative to `agon.yaml`. It may lie outside the project, and need not
    /// be there.
    #[serde(default, deserialize_with = "strict::text")]
    pub sources_dir: Option<String>,
    /// The packs of rules that run besides the core.
    #[serde(default)]
    pub packs: Vec<Pack>,
    /// The file of findings that are left for later, relative to `agon.yaml`.
    #[serde(default, deserialize_with = "strict::text")]
    pub baseline: Option<String>,
    /// The level of a code, in place of its own.
    #[serde(default)]
    pub levels: BTreeMap<String, LevelSetting>,
}

/// A level, or silence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LevelSetting {
    /// Not told.
    Off,
    /// Told as a note.
    Note,
    /// Told as a warning.
    Warning,
    /// Told as an error.
    Error,
}

impl LevelSetting {
    /// The level; `None` for silence.
    pub const fn level(self) -> Option<Level> {
        match self {
            Self::Off => None,
            Self::Note => Some(Level::Note),
            Self::Warning => Some(Level::Warning),
            Self::Error => Some(Level::Error),
        }
    }
}

/// Reads the text of an `agon.yaml`, and tells all that is wrong with it: it is no YAML, or has unknown keys or words.
pub fn read(text: &str) -> (Settings, Vec<YamlProblem>) {
    let (settings, mut problems): (Settings, _) = yaml::read(text);
    if problems.is_empty() {
        problems.extend(yaml::find_repeated(text));
        problems.extend(find_repeated_pack(text, &settings.packs));
    }
    (settings, problems)
}

/// The first pack that is listed again.
fn find_repeated_pack(text: &str, packs: &[Pack]) -> Option<YamlProblem> {
    let mut listed = packs.iter().enumerate();
    let (at, pack) = listed.find(|(at, pack)| packs.iter().take(*at).any(|other| other == *pack))?;
    let span = yaml::find_value(text, &format!("packs[{at}]")).unwrap_or_default();
    Some(YamlProblem { span, message: format!("the pack `{}` is listed twice", pack.word()), help: Some("list it once".to_owned()) })
}
