//! In: an overlay (OpenAPI Overlay 1.0 or 1.1) and the document it is for. Out: the document, changed. Invariant: an
//! action either applies as a whole or ends in a finding at the overlay's own line.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::address;
use super::jsonpath::{Unusable, select};
use super::origins::Moves;
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{FileId, Origin, Sources};

/// Applies the actions of an overlay in their order. What a removal shifts is noted in `moves`.
pub(super) fn apply(
    overlay: &Value,
    at: Place,
    document: &mut Value,
    moves: &mut Moves,
    diagnostics: &mut Diagnostics,
) {
    let mut findings = Findings {
        file: at.file,
        diagnostics,
    };
    let Some(actions) = overlay.get("actions").and_then(Value::as_array) else {
        findings.error("/actions", "an overlay has `actions`, an array");
        return;
    };
    version(overlay, &mut findings);
    extends(overlay, &at, &mut findings);
    for (index, action) in actions.iter().enumerate() {
        let at = format!("/actions/{index}");
        match Action::read(action, &at, document, &mut findings) {
            Some(action) => action.apply(&at, document, moves, &mut findings),
            None => continue,
        }
    }
}

/// Where an overlay stands, and what it is applied to.
pub(super) struct Place<'a> {
    pub(super) file: FileId,
    pub(super) entry: FileId,
    pub(super) sources: &'a Sources,
}

/// One action, understood.
struct Action {
    /// The pointers that its target selects.
    targets: Vec<String>,
    change: Change,
}

enum Change {
    Remove,
    Merge(Value),
}

struct Findings<'a> {
    file: FileId,
    diagnostics: &'a mut Diagnostics,
}

impl Findings<'_> {
    fn error(&mut self, at: &str, message: impl Into<String>) {
        let at = Origin::new(self.file, at);
        self.diagnostics
            .push(Diagnostic::error("overlay-invalid", at, message));
    }

    /// The pointers that a JSONPath selects, with a finding if it is none.
    fn select(&mut self, path: &str, at: &str, document: &Value) -> Option<Vec<String>> {
        match select(path, document) {
            Ok(selected) => {
                if let Some(quoted) = selected.read_as {
                    let message = format!("`{path}` is read as `{quoted}`");
                    self.warn("overlay-path", at, message);
                }
                Some(selected.pointers)
            }
            Err(Unusable(why)) => {
                self.error(at, format!("not a JSONPath (RFC 9535): {why}"));
                None
            }
        }
    }

    fn warn(&mut self, code: &'static str, at: &str, message: impl Into<String>) {
        let at = Origin::new(self.file, at);
        self.diagnostics
            .push(Diagnostic::warning(code, at, message));
    }
}

fn version(overlay: &Value, findings: &mut Findings) {
    let version = overlay.get("overlay").and_then(Value::as_str);
    if !version.is_some_and(|v| v.starts_with("1.0") || v.starts_with("1.1")) {
        let message = "`overlay` should be 1.0.0 or 1.1.0; it is read as 1.1.0";
        findings.warn("overlay-version", "/overlay", message);
    }
}

/// An overlay may name the document it is made for; another one is a likely mistake, but the caller's choice.
fn extends(overlay: &Value, place: &Place, findings: &mut Findings) {
    let Some(extends) = overlay.get("extends").and_then(Value::as_str) else {
        return;
    };
    let name = |file| {
        place
            .sources
            .get(file)
            .map(|s| s.name.as_str())
            .unwrap_or_default()
    };
    let entry = name(place.entry);
    let meant = address::path(name(place.file), extends).unwrap_or_else(|| extends.to_owned());
    let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    if last(&meant) != last(entry) {
        let message = format!("this overlay is for `{extends}`, and is applied to `{entry}`");
        findings.warn("overlay-extends", "/extends", message);
    }
}

impl Action {
    fn read(action: &Value, at: &str, document: &Value, findings: &mut Findings) -> Option<Self> {
        let target_at = format!("{at}/target");
        let Some(target) = action.get("target").and_then(Value::as_str) else {
            findings.error(at, "an action has a `target`, a JSONPath");
            return None;
        };
        let targets = findings.select(target, &target_at, document)?;
        if targets.is_empty() {
            let message = format!("`{target}` selects nothing; the action has no effect");
            findings.warn("overlay-target", &target_at, message);
        }
        let change = if action.get("remove").is_some_and(|flag| *flag == true) {
            if targets.iter().any(String::is_empty) {
                findings.error(&target_at, "the whole document cannot be removed");
                return None;
            }
            Change::Remove
        } else if let Some(update) = action.get("update") {
            Change::Merge(update.clone())
        } else if let Some(copy) = action.get("copy") {
            Change::Merge(copied(copy, &format!("{at}/copy"), document, findings)?)
        } else {
            findings.warn(
                "overlay-target",
                at,
                "an action without `update`, `remove` or `copy`",
            );
            return None;
        };
        Some(Self { targets, change })
    }

    fn apply(self, at: &str, document: &mut Value, moves: &mut Moves, findings: &mut Findings) {
        match self.change {
            Change::Remove => remove(self.targets, document, moves),
            Change::Merge(update) => {
                for target in &self.targets {
                    let Some(value) = document.pointer_mut(target) else {
                        continue;
                    };
                    if !merge_target(value, &update) {
                        let message =
                            format!("`{target}` is no object, and cannot take the keys of one");
                        findings.error(&format!("{at}/target"), message);
                        return;
                    }
                }
            }
        }
    }
}

/// The value that `copy` names.
fn copied(copy: &Value, at: &str, document: &Value, findings: &mut Findings) -> Option<Value> {
    let Some(path) = copy.as_str() else {
        findings.error(at, "`copy` is a JSONPath");
        return None;
    };
    let mut found = findings.select(path, at, document)?;
    match (found.pop(), found.is_empty()) {
        (Some(pointer), true) => document.pointer(&pointer).cloned(),
        (_, _) => {
            findings.error(at, format!("`{path}` does not select exactly one value"));
            None
        }
    }
}

/// `update` on one selected value; false where the two cannot be combined.
fn merge_target(value: &mut Value, update: &Value) -> bool {
    match (value, update) {
        (Value::Object(map), Value::Object(update)) => {
            merge(map, update);
            true
        }
        (Value::Array(list), Value::Array(update)) => {
            list.extend(update.iter().cloned());
            true
        }
        (Value::Array(list), update) => {
            list.push(update.clone());
            true
        }
        (Value::Object(_), _) | (_, Value::Object(_) | Value::Array(_)) => false,
        (value, update) => {
            *value = update.clone();
            true
        }
    }
}

/// Objects merge key by key, arrays are joined, anything else is replaced.
fn merge(map: &mut Map<String, Value>, update: &Map<String, Value>) {
    for (key, new) in update {
        match (map.get_mut(key), new) {
            (Some(Value::Object(map)), Value::Object(new)) => merge(map, new),
            (Some(Value::Array(list)), Value::Array(new)) => list.extend(new.iter().cloned()),
            (Some(old), new) => *old = new.clone(),
            (None, new) => drop(map.insert(key.clone(), new.clone())),
        }
    }
}

/// Removes values by pointer, deepest first, the items of one array all at once.
fn remove(targets: Vec<String>, document: &mut Value, moves: &mut Moves) {
    let mut by_parent: BTreeMap<(usize, String), Vec<String>> = BTreeMap::new();
    for target in targets {
        if let Some((parent, token)) = target.rsplit_once('/') {
            let depth = parent.matches('/').count();
            by_parent
                .entry((depth, parent.to_owned()))
                .or_default()
                .push(token.to_owned());
        }
    }
    for ((_, parent), tokens) in by_parent.into_iter().rev() {
        match document.pointer_mut(&parent) {
            Some(Value::Object(map)) => {
                for token in tokens {
                    map.shift_remove(&crate::source::unescape_token(&token));
                }
            }
            Some(Value::Array(list)) => remove_items(list, &tokens, &parent, moves),
            _ => {}
        }
    }
}

fn remove_items(list: &mut Vec<Value>, tokens: &[String], parent: &str, moves: &mut Moves) {
    let gone: Vec<usize> = tokens.iter().filter_map(|t| t.parse().ok()).collect();
    let mut shifted = Vec::new();
    let mut kept = 0;
    let mut index = 0;
    list.retain(|_| {
        let keep = !gone.contains(&index);
        if keep {
            if kept != index {
                shifted.push((format!("{parent}/{index}"), format!("{parent}/{kept}")));
            }
            kept += 1;
        }
        index += 1;
        keep
    });
    moves.add(shifted);
}
