//! In: what stands in the `<api>.toml` beside each of two documents. Out: a finding for each setting that is another, with its
//! places in these files. Invariant: a file that says the same in other words has none.

mod effects;

use std::collections::BTreeMap;

use toml::Value;

use super::compare::{Finding, Findings, Spot};
use super::emitted::Emitted;
use super::face::{ItemChange, What};
use super::report::{Location, Rust, Wire};
use super::rules::Rule;
use crate::beside;
use crate::config::Config;
use crate::load::{Loaded, locate};
use crate::published::Rename;
use crate::source::{FileId, Origin, SourceFile, escape_token};
use effects::Effects;

/// Adds a finding for each setting that is another.
pub(super) fn add(
    findings: &mut Findings,
    documents: [&Loaded; 2],
    configs: [&Config; 2],
    emitted: Option<&Emitted>,
) {
    // Where both are generated with the same, the file beside one of them counts for both.
    if configs[0] == configs[1] {
        return;
    }
    let [old, new] = documents.map(File::read);
    let keys = old.settings.keys().chain(new.settings.keys());
    let mut keys: Vec<&Key> = keys.collect();
    keys.sort();
    keys.dedup();
    keys.retain(|key| old.settings.get(key) != new.settings.get(key));
    let effects = match emitted {
        Some(emitted) => effects::of(&keys, documents[0], configs[0], [&old, &new], emitted),
        None => vec![None; keys.len()],
    };
    for (key, effects) in keys.into_iter().zip(effects) {
        let (before, after) = (old.settings.get(key), new.settings.get(key));
        let (id, detail) = match (before, after) {
            (Some(before), Some(after)) => ("setting-changed", difference(before, after)),
            (Some(before), None) => ("setting-removed", shown(before)),
            (None, Some(after)) => ("setting-added", shown(after)),
            (None, None) => continue,
        };
        let place = key.place(emitted);
        let rule = Rule::special(id);
        let finding = findings.list.len() as u32;
        findings.list.push(Finding {
            rust: match key.breaks(configs) {
                true => Rust::Major,
                false => rule.rust,
            },
            rule,
            base: place.clone(),
            revision: place,
            gone: after.is_none(),
            label: key.shown(),
            detail,
            key: key.shown(),
            part_of: None,
            items: [None; 2],
            schemes: Vec::new(),
            beside: Some(Box::new(Beside {
                places: [old.location(key), new.location(key)],
                effects,
            })),
        });
        if let Some((_, reach)) = key.operation(emitted) {
            let part = findings.parts.len() as u32;
            findings.parts.push(reach.clone());
            findings.highest.push(Wire::Breaking);
            findings.reversed.push(false);
            findings.direct.push((part, finding));
        }
    }
}

/// What there is to know of a finding about a setting.
#[derive(Clone, Debug)]
pub(super) struct Beside {
    /// Where it stands on both sides.
    pub(super) places: [Location; 2],
    /// What it does by itself, where the base can be generated with it.
    pub(super) effects: Option<Effects>,
}

/// Whether a finding is about a setting of which all that it does is known.
pub(super) fn is_known(finding: &Finding) -> bool {
    let beside = finding.beside.as_ref();
    beside.is_some_and(|beside| beside.effects.is_some())
}

/// The settings, by number, that did something to an item by themselves, and whether nothing else did.
pub(super) fn alone(findings: &[Finding], item: &ItemChange) -> (Vec<usize>, bool) {
    let effects = findings.iter().enumerate().filter_map(|(at, finding)| {
        let effects = finding.beside.as_ref()?.effects.as_ref()?;
        effects.has(item).then(|| (at, effects.is_all(item)))
    });
    let effects: Vec<(usize, bool)> = effects.collect();
    let all = effects.iter().any(|(_, all)| *all);
    (effects.into_iter().map(|(at, _)| at).collect(), all)
}

/// Whether a finding may have done something to an item near its place: of a setting whose effects are known, all is said.
pub(super) fn does(finding: &Finding, item: &ItemChange) -> bool {
    finding.beside.is_none() || !is_known(finding) && can_do(finding, item)
}

/// The settings, by number, that are about no item in particular and may have done something to one, with others at least.
pub(super) fn together(findings: &[Finding], item: &ItemChange) -> Vec<usize> {
    let settings = findings.iter().enumerate();
    let settings = settings.filter(|(_, one)| one.beside.is_some());
    let is_alone = settings.clone().count() == 1;
    let general = settings.filter(|(_, one)| {
        one.base.1.is_empty() && can_do(one, item) && !(is_alone && is_known(one))
    });
    general.map(|(at, _)| at).collect()
}

/// Whether a setting can do something to an item: none does everything.
fn can_do(finding: &Finding, item: &ItemChange) -> bool {
    let label = finding.label.as_str();
    if label == "[api] module" {
        // Both sides are compared in one module.
        false
    } else if label.starts_with("[paging.") {
        let kinds = [" impl Pages<", " impl StreamItems<"];
        kinds.iter().any(|kind| item.path.contains(kind))
    } else if label.starts_with("[servers]") {
        item.path.starts_with("Client") || item.path.starts_with("env ")
    } else if label.starts_with("[names]") {
        // What the detail quotes are the names.
        let names: Vec<&str> = finding.detail.split('`').skip(1).step_by(2).collect();
        let lines = [&item.old, &item.new].into_iter().flatten();
        let mut words =
            lines.flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_'));
        // The former name is deprecated from now on.
        let is_former = |line: &Option<String>| {
            let line = line.as_deref();
            line.is_some_and(|line| line.contains("#[deprecated]"))
        };
        item.what != What::Changed
            || is_former(&item.new) && !is_former(&item.old)
            || words.any(|word| names.contains(&word))
    } else {
        true
    }
}

/// A setting: a key of a table of the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    table: String,
    key: String,
}

impl Key {
    /// As people write it.
    fn shown(&self) -> String {
        match self.table.as_str() {
            "paging" => format!("[paging.{}]", self.key),
            table => format!("[{table}] {}", self.key),
        }
    }

    /// Whether it breaks code in a way that no item of the module shows.
    fn breaks(&self, configs: [&Config; 2]) -> bool {
        let [old, new] = configs;
        match (self.table.as_str(), self.key.as_str()) {
            ("api", "module") => old.api.module != new.api.module,
            // Without a value for the variable a client is no longer built.
            ("servers", "required") => {
                let known = &old.servers.required;
                new.servers
                    .required
                    .iter()
                    .any(|name| !known.contains(name))
            }
            _ => false,
        }
    }

    fn operation<'e>(
        &self,
        emitted: Option<&'e Emitted>,
    ) -> Option<&'e (String, super::report::Reach)> {
        let known = (self.table == "paging").then_some(emitted?)?;
        known.operations.get(&self.key)
    }

    /// What of the document it is about; the whole where it is about all of it.
    fn place(&self, emitted: Option<&Emitted>) -> Spot {
        let pointer = match self.table.as_str() {
            "names" => {
                let place = Rename::new(&self.key, "", None).place;
                let ends = ["/operationId/", "/enum/"];
                let end = ends.iter().filter_map(|word| place.find(word)).min();
                place[..end.unwrap_or(place.len())].to_owned()
            }
            _ => self
                .operation(emitted)
                .map_or(String::new(), |one| one.0.clone()),
        };
        (FileId(0), pointer)
    }
}

/// The file beside a document.
struct File<'a> {
    document: &'a Loaded,
    /// It, if it is there.
    source: Option<(FileId, &'a SourceFile)>,
    settings: BTreeMap<Key, Value>,
}

impl<'a> File<'a> {
    fn read(document: &'a Loaded) -> Self {
        let path = beside::path(document.sources.entry_name().as_ref(), ".toml");
        let wanted = path.to_string_lossy().replace('\\', "/");
        let mut files = document.sources.iter();
        let source = files.find(|(_, file)| file.name == wanted);
        let text = source.map_or("", |(_, file)| &*file.text);
        // What cannot be used says nothing of a document that is past.
        let tables = beside::usable_keys(text).into_iter();
        let settings = tables.flat_map(|(table, keys)| {
            let keys = match keys {
                Value::Table(keys) => keys,
                _ => Default::default(),
            };
            keys.into_iter().map(move |(key, value)| {
                let table = table.clone();
                (Key { table, key }, value)
            })
        });
        Self {
            document,
            source,
            settings: settings.collect(),
        }
    }

    /// Where a setting is, or the beginning of the file, or of the document that has none.
    fn location(&self, key: &Key) -> Location {
        let (origin, file, spot) = match self.source {
            None => {
                let origin = self.document.origin(FileId(0), "");
                let file = self.document.sources.entry_name();
                (origin, file, locate::Spot::default())
            }
            Some((id, source)) => {
                let pointer = match self.settings.contains_key(key) {
                    true => format!("/{}/{}", escape_token(&key.table), escape_token(&key.key)),
                    false => String::new(),
                };
                let origin = Origin::new(id, pointer);
                let spot = locate::locate(source, &[&origin])[0];
                (origin, source.name.as_str(), spot)
            }
        };
        Location {
            origin,
            file: file.to_owned(),
            line: spot.line,
            column: spot.column,
            end_line: spot.end_line,
            end_column: spot.end_column,
        }
    }
}

/// From what to what: of tables, the keys that are others.
fn difference(before: &Value, after: &Value) -> String {
    let (Value::Table(old), Value::Table(new)) = (before, after) else {
        return format!("{} to {}", shown(before), shown(after));
    };
    let mut keys: Vec<&String> = old.keys().chain(new.keys()).collect();
    keys.sort();
    keys.dedup();
    let changes = keys
        .into_iter()
        .filter_map(|key| match (old.get(key), new.get(key)) {
            (before, after) if before == after => None,
            (Some(before), Some(after)) => {
                Some(format!("{key}: {} to {}", shown(before), shown(after)))
            }
            (Some(before), None) => Some(format!("no {key}, which was {}", shown(before))),
            (None, after) => Some(format!("{key}: {}", after.map(shown).unwrap_or_default())),
        });
    let changes: Vec<String> = changes.collect();
    changes.join(", ")
}

fn shown(value: &Value) -> String {
    const LONGEST: usize = 80;
    let text = match value {
        Value::Table(table) => {
            let keys = table
                .iter()
                .map(|(key, value)| format!("{key}: {}", shown(value)));
            return keys.collect::<Vec<_>>().join(", ");
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let mut letters = text.chars();
    let start: String = letters.by_ref().take(LONGEST).collect();
    let cut = if letters.next().is_some() { "…" } else { "" };
    format!("`{start}{cut}`")
}
