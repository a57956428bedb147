//! In: normalised documents whose references still say where things were written. Out: the same with references that
//! say where things stand. Invariant: a reference that leads somewhere is never changed to lead elsewhere.

use std::collections::HashMap;

use super::refs::{self, Reference};
use super::resolve::{percent_decode, split};
use super::walk::Place;
use super::{Loaded, address};
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::FileId;

/// Addresses in files that led nowhere, each with its finding.
pub(super) type Missing = HashMap<(FileId, String), Diagnostic>;

/// References with the same text, the same expected target and the same base lead to the same place.
type Key = (String, Place, Option<String>);

/// Mends the references in the visited parts of all files.
pub(super) fn mend(
    loaded: &mut Loaded,
    parts: &[Vec<(String, Place)>],
    missing: &Missing,
    diagnostics: &mut Diagnostics,
) {
    for (index, parts) in parts.iter().enumerate() {
        let file = loaded.files[index].file;
        let mut root = std::mem::take(&mut loaded.files[index].root);
        let mut references: Vec<Reference> = Vec::new();
        for (at, place) in parts {
            if let Some(value) = root.pointer_mut(at) {
                references.extend(refs::collect(value, at, *place).references);
            }
        }
        loaded.files[index].root = root;
        let mut changes: HashMap<Key, Option<String>> = HashMap::new();
        for reference in &references {
            changes
                .entry(key(reference))
                .or_insert_with(|| change(loaded, file, reference, missing, diagnostics));
        }
        if changes.values().all(Option::is_none) {
            continue;
        }
        let mut change = |reference: &Reference| changes.get(&key(reference)).cloned().flatten();
        for (at, place) in parts {
            if let Some(value) = loaded.files[index].root.pointer_mut(at) {
                refs::rewrite(value, at, *place, &mut change);
            }
        }
    }
}

fn key(reference: &Reference) -> Key {
    let base = reference.base.as_ref().map(|base| base.pointer.clone());
    (reference.text.clone(), reference.place, base)
}

/// What a reference has to become, if it has to change.
fn change(
    loaded: &Loaded,
    file: FileId,
    reference: &Reference,
    missing: &Missing,
    diagnostics: &mut Diagnostics,
) -> Option<String> {
    let text = absolute(loaded, reference).unwrap_or_else(|| reference.text.clone());
    let (address, fragment) = split(&text);
    let target = match address {
        "" => Some(file),
        _ => loaded.links.get(&(file, address.to_owned())).copied(),
    };
    if let Some(target) = target
        && (fragment.is_empty() || fragment.starts_with('/'))
    {
        let written = percent_decode(fragment);
        let pointer = loaded.document(target)?.origins.normalised(&written);
        if loaded.at(target, &pointer).is_some() {
            return (pointer != written)
                .then(|| format!("{address}#{}", refs::fragment(&pointer)))
                .or_else(|| (text != reference.text).then_some(text));
        }
    }
    if loaded.resolve(file, &text).is_some() {
        return (text != reference.text).then_some(text);
    }
    if let Some(guess) = guess(loaded, file, reference) {
        let at = loaded.origin(file, &reference.at);
        let message = format!("`{}` is read as `{guess}`", reference.text);
        diagnostics.push(Diagnostic::warning("ref-form", at, message));
        return Some(guess);
    }
    if let Some(finding) = missing.get(&(file, address.to_owned())) {
        let at = loaded.origin(file, &reference.at);
        diagnostics.push(Diagnostic {
            at: Some(at),
            ..finding.clone()
        });
    }
    None
}

/// A reference below an `$id`, freed of it.
fn absolute(loaded: &Loaded, reference: &Reference) -> Option<String> {
    let base = reference.base.as_ref()?;
    let (address, fragment) = split(&reference.text);
    if address.is_empty() {
        let pointer = fragment.is_empty() || fragment.starts_with('/');
        return pointer.then(|| format!("#{}{fragment}", refs::fragment(&base.pointer)));
    }
    let uri = address::join(&base.uri, address);
    loaded
        .ids
        .contains_key(&uri)
        .then(|| format!("{uri}#{fragment}"))
}

/// What a reference that leads nowhere may have meant, if that is there.
fn guess(loaded: &Loaded, file: FileId, reference: &Reference) -> Option<String> {
    let (address, _) = split(&reference.text);
    if address::is_uri(address)
        || [".yaml", ".yml", ".json"]
            .iter()
            .any(|end| address.ends_with(end))
    {
        return None;
    }
    refs::guesses(&reference.text, reference.place)
        .into_iter()
        .find(|pointer| loaded.at(file, pointer).is_some())
        .map(|pointer| format!("#{}", refs::fragment(&pointer)))
}
