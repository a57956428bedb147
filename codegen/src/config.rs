//! What stands beside a document in `<api>.toml`: in, its text; out, [`Config`]. Invariant: an absent file means
//! `Config::default()`, and nothing here is specific to a vendor.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::ir::DateTypes;
use crate::published::{Published, Rename};
use crate::source::{FileId, Origin, escape_token};

/// Everything a document cannot say about its client.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// About the API as a whole.
    pub api: ApiConfig,
    /// About where it is.
    pub servers: ServersConfig,
    /// How operations page, by `operationId`.
    pub paging: BTreeMap<String, PagingConfig>,
    /// Which Rust types carry what.
    pub types: TypesConfig,
    /// Which operations are wanted.
    pub operations: Selection,
    /// New names for what is published, by its place in the `<api>.names`.
    pub names: BTreeMap<String, toml::Spanned<String>>,
    /// The names that are published: of the `<api>.names` beside it.
    #[serde(skip)]
    pub published: Published,
    /// The file that this was read from, if it was one.
    #[serde(skip)]
    pub file: Option<FileId>,
}

/// `[api]`
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields)]
pub struct ApiConfig {
    /// The module of the generated crate; made from the file's name when absent.
    pub module: Option<String>,
    /// The document as shown in the headers of the output (`spec/tiledb.yaml`); the file's name when absent.
    pub source: Option<String>,
    /// What operations stand together by: `tag` or `path`. Without it, by their tags if the document has any, and else
    /// by their paths.
    pub groups: Option<GroupChoice>,
}

/// `[servers]`
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields)]
pub struct ServersConfig {
    /// The variables of server URLs whose defaults are no values to call with, such as `yourcompany`: a client can't be
    /// built without a value for them.
    pub required: Vec<String>,
}

/// What makes a group of operations.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum GroupChoice {
    /// Their first tag; those without one are a group.
    Tag,
    /// The first segment of their paths that tells them apart.
    Path,
}

/// `[types]`
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields)]
pub struct TypesConfig {
    /// `jiff`, `chrono`, `time` or `string`.
    #[serde(rename = "date-time")]
    pub date_time: DateChoice,
    /// Whether requests are checked against the bounds of the document (`maxLength`, `minimum`, `pattern`, …) before
    /// they are sent. Off by default: a server may have grown beyond its document.
    pub check: bool,
    /// Whether inline schemas that are equal become one type, and the others other names for it. On by default: large
    /// documents repeat themselves, and what is written once compiles once. Without it every inline schema is a type
    /// of its own.
    pub share: bool,
}

impl Default for TypesConfig {
    fn default() -> Self {
        Self {
            date_time: DateChoice::default(),
            check: false,
            share: true,
        }
    }
}

/// The crates that can carry dates.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum DateChoice {
    /// The `jiff` crate.
    #[default]
    Jiff,
    /// The `chrono` crate.
    Chrono,
    /// The `time` crate.
    Time,
    /// Plain strings.
    String,
}

impl From<DateChoice> for DateTypes {
    fn from(choice: DateChoice) -> Self {
        match choice {
            DateChoice::Jiff => Self::Jiff,
            DateChoice::Chrono => Self::Chrono,
            DateChoice::Time => Self::Time,
            DateChoice::String => Self::String,
        }
    }
}

/// `[operations]`: what is wanted. An operation is taken if it fits every list that is not empty. A webhook is too: its
/// key stands for its path, and may stand for its id. A callback is taken with the operation that asks for it.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(default, deny_unknown_fields)]
pub struct Selection {
    /// `operationId`s.
    pub ids: Vec<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Path templates; a `*` at the end stands for anything.
    pub paths: Vec<String>,
    /// HTTP methods, in any case.
    pub methods: Vec<String>,
}

/// `[paging.<operationId>]`. Places in the body are JSON pointers.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct PagingConfig {
    /// The mechanism.
    pub kind: PagingChoice,
    /// Where the items are.
    #[serde(default)]
    pub items: String,
    /// The parameter that skips items.
    pub offset: Option<String>,
    /// The parameter with the number of the page.
    pub page: Option<String>,
    /// The parameter that takes the cursor.
    pub cursor: Option<String>,
    /// The parameter that says how many items a page has.
    pub limit: Option<String>,
    /// How many to ask for when the caller does not say.
    pub limit_default: Option<u64>,
    /// The number of the first page.
    pub first_page: Option<u64>,
    /// Where the total number of items is.
    pub total: Option<String>,
    /// Where the number of pages is.
    pub total_pages: Option<String>,
    /// Where the next cursor or URL is.
    pub next: Option<String>,
    /// Where the body says whether there is more.
    pub more: Option<String>,
}

/// The mechanisms of paging.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum PagingChoice {
    /// `offset` and `limit`.
    Offset,
    /// Numbered pages.
    Page,
    /// An opaque cursor.
    Cursor,
    /// A URL in the body.
    NextUrl,
    /// A `Link` header.
    LinkHeader,
    /// Not at all, whatever it looks like.
    None,
}

impl Config {
    /// Reads the text of an `<api>.toml`; the names that it renames were not published before.
    ///
    /// # Errors
    /// A message of one or more lines that says what is wrong and where.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut config: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        let renames = config.names.iter();
        let renames = renames.map(|(place, name)| Rename::new(place, name.get_ref(), None));
        config.published.renames = renames.collect();
        Ok(config)
    }

    /// Where an entry stands in the file, by the keys that lead to it.
    pub(crate) fn at(&self, keys: &[&str]) -> Option<Origin> {
        let tokens = keys.iter().map(|key| format!("/{}", escape_token(key)));
        Some(Origin::new(self.file?, tokens.collect::<String>()))
    }
}

impl Selection {
    /// Whether an operation is wanted.
    pub fn takes(&self, id: Option<&str>, tags: &[String], path: &str, method: &str) -> bool {
        let any = |list: &[String], fits: &dyn Fn(&String) -> bool| {
            list.is_empty() || list.iter().any(fits)
        };
        any(&self.ids, &|wanted| id == Some(wanted.as_str()))
            && any(&self.tags, &|wanted| tags.contains(wanted))
            && any(&self.paths, &|wanted| path_fits(wanted, path))
            && any(&self.methods, &|wanted| wanted.eq_ignore_ascii_case(method))
    }

    /// Whether everything is wanted.
    pub fn is_everything(&self) -> bool {
        self.ids.is_empty()
            && self.tags.is_empty()
            && self.paths.is_empty()
            && self.methods.is_empty()
    }
}

/// Whether a path is one that a selection names; a `*` at its end stands for anything.
pub(crate) fn path_fits(wanted: &str, path: &str) -> bool {
    match wanted.strip_suffix('*') {
        Some(start) => path.starts_with(start),
        None => wanted == path,
    }
}

#[cfg(test)]
mod tests {
    use super::Config;

    #[test]
    fn a_config_is_read_and_a_typo_is_an_error() {
        let text =
            "[api]\nmodule = \"pets\"\n[paging.listPets]\nkind = \"next-url\"\nnext = \"/next\"\n";
        let config = Config::parse(text).expect("valid");
        assert_eq!(config.api.module.as_deref(), Some("pets"));
        assert_eq!(config.paging["listPets"].next.as_deref(), Some("/next"));
        let renamed = Config::parse("[names]\n\"#/components/schemas/a\" = \"B\"\n");
        assert_eq!(renamed.expect("valid").published.renames.len(), 1);
        assert!(Config::parse("[api]\nmodul = \"pets\"\n").is_err());
    }
}
