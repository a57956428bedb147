//! Reading a document by position: in, a `Value` with its place; out, its parts with theirs. Invariant: `pointer` always
//! leads from the root of `file` to `value`.

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::source::{FileId, escape_token};

/// Up to how many keys are compared one by one.
const SMALL: usize = 12;

/// A value of a document, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct At<'a> {
    /// The file.
    pub(super) file: FileId,
    /// The pointer into its normalised root.
    pub(super) pointer: Arc<str>,
    /// The value.
    pub(super) value: &'a Value,
}

impl<'a> At<'a> {
    /// The place of a whole file.
    pub(super) fn root(file: FileId, value: &'a Value) -> Self {
        Self {
            file,
            pointer: Arc::from(""),
            value,
        }
    }

    /// The identity of the value: the same schema reached twice has the same key.
    pub(super) fn key(&self) -> usize {
        std::ptr::from_ref(self.value).addr()
    }

    /// The value as an object.
    pub(super) fn map(&self) -> Option<&'a Map<String, Value>> {
        self.value.as_object()
    }

    /// A member. Most objects of a schema are so small that looking at each key is faster than hashing one.
    pub(super) fn value(&self, key: &str) -> Option<&'a Value> {
        let map = self.map()?;
        if map.len() > SMALL {
            return map.get(key);
        }
        let found = map.iter().find(|(name, _)| name.as_str() == key);
        found.map(|(_, value)| value)
    }

    /// A member with its place.
    pub(super) fn get(&self, key: &str) -> Option<Self> {
        Some(self.below(key, self.value(key)?))
    }

    /// A member that is an object.
    pub(super) fn object(&self, key: &str) -> Option<Self> {
        self.get(key).filter(|at| at.value.is_object())
    }

    /// A member that is a string.
    pub(super) fn str(&self, key: &str) -> Option<&'a str> {
        self.value(key)?.as_str()
    }

    /// A member that is a string with something in it, as an owned one.
    pub(super) fn text(&self, key: &str) -> Option<String> {
        self.str(key)
            .filter(|text| !text.trim().is_empty())
            .map(str::to_owned)
    }

    /// A member that is `true`.
    pub(super) fn flag(&self, key: &str) -> bool {
        self.bool(key) == Some(true)
    }

    /// A member that is a truth value.
    pub(super) fn bool(&self, key: &str) -> Option<bool> {
        self.value(key)?.as_bool()
    }

    /// Whether there is such a member.
    pub(super) fn has(&self, key: &str) -> bool {
        self.value(key).is_some()
    }

    /// The members of an object, each with its place; nothing for any other value.
    pub(super) fn members(&self) -> impl Iterator<Item = (&'a str, Self)> + use<'a, '_> {
        self.map()
            .into_iter()
            .flatten()
            .map(|(key, value)| (key.as_str(), self.below(key, value)))
    }

    /// The elements of an array, each with its place; nothing for any other value.
    pub(super) fn elements(&self) -> impl Iterator<Item = Self> + use<'a, '_> {
        let list = self.value.as_array();
        list.into_iter()
            .flatten()
            .enumerate()
            .map(|(index, value)| self.below(&index.to_string(), value))
    }

    /// The elements of a member that is an array.
    pub(super) fn list(&self, key: &str) -> Vec<Self> {
        self.get(key)
            .map_or_else(Vec::new, |at| at.elements().collect())
    }

    fn below(&self, token: &str, value: &'a Value) -> Self {
        let token = if token.contains(['~', '/']) {
            &escape_token(token)
        } else {
            token
        };
        let mut pointer = String::with_capacity(self.pointer.len() + token.len() + 1);
        pointer.push_str(&self.pointer);
        pointer.push('/');
        pointer.push_str(token);
        Self {
            file: self.file,
            pointer: pointer.into(),
            value,
        }
    }
}

/// The last token of a pointer, unescaped.
pub(super) fn last_token(pointer: &str) -> String {
    crate::source::unescape_token(pointer.rsplit('/').next().unwrap_or_default())
}
