//! Names that are published: `<api>.names` beside a document. In: its text, or an API; out: the name of each item by its place
//! in the document, or the text. Invariant: what is named in the file is called so as long as it is in the document.
//!
//! A line is the place, a space, and the path of the item: `#/components/schemas/pet models::Pet`. The place of an operation
//! ends with its id, so that an id that changes is another operation. Lines are sorted, and one item is one line:
//! to merge two files, keep the lines of both sides.

mod place;
mod read;
mod text;

pub(crate) use place::{Part, Places};
pub(crate) use read::read;
pub(crate) use text::text;

use crate::ir::Callback;
use crate::source::{FileId, Origin};
use serde_json::Value;
use std::collections::HashMap;

/// The names of an API by place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    types: HashMap<String, String>,
    /// Of what types and operations are made of.
    members: HashMap<String, String>,
    methods: HashMap<String, String>,
    /// Of the types that stand beside operations.
    builders: HashMap<String, String>,
    functions: HashMap<String, String>,
    modules: HashMap<String, String>,
    /// Where the types of the document are.
    places: Places,
}

impl Published {
    /// The name of a type.
    pub(crate) fn of_type(&self, at: &Origin) -> Option<&str> {
        self.placed(&self.types, at, str::to_owned)
    }

    /// The place of a type.
    pub(crate) fn place(&self, at: &Origin) -> String {
        self.places.of(&at.pointer).into_owned()
    }

    /// Takes note of where the types of the document are.
    pub(crate) fn set_places(&mut self, places: Places) {
        self.places = places;
    }

    /// The name that stands for a place of a type, or by its pointer, as older files have it.
    fn placed<'a>(
        &self,
        names: &'a HashMap<String, String>,
        of: &Origin,
        place: impl Fn(&str) -> String,
    ) -> Option<&'a str> {
        let pointer = of.pointer.as_ref();
        let by_place = known(names, of, || place(&self.places.of(pointer)));
        by_place.or_else(|| known(names, of, || place(pointer)))
    }

    /// The names of all types.
    pub(crate) fn types(&self) -> impl Iterator<Item = &str> {
        self.types.values().map(String::as_str)
    }

    /// The name of a property of a type.
    pub(crate) fn of_field(&self, of: &Origin, wire_name: &str) -> Option<&str> {
        self.placed(&self.members, of, |of| place::field(of, wire_name))
    }

    /// The name of a value of an enum.
    pub(crate) fn of_value(&self, of: &Origin, value: &Value) -> Option<&str> {
        self.placed(&self.members, of, |of| place::variant(of, value))
    }

    /// The name of a branch of a union.
    pub(crate) fn of_branch(&self, of: &Origin, key: &str) -> Option<&str> {
        self.placed(&self.members, of, |of| place::branch(of, key))
    }

    /// The name of the method of an operation.
    pub(crate) fn of_operation(&self, at: &Origin, id: &str) -> Option<&str> {
        known(&self.methods, at, || place::operation(at, id))
    }

    /// The names of all methods of the client.
    pub(crate) fn methods(&self) -> impl Iterator<Item = &str> {
        self.methods.values().map(String::as_str)
    }

    /// The name of a part of an operation.
    pub(crate) fn of_part(&self, at: &Origin, id: &str, part: Part<'_>) -> Option<&str> {
        let names = match part {
            Part::Builder | Part::Success | Part::Failure | Part::Headers => &self.builders,
            Part::Header(_) | Part::Parameter(..) | Part::Body => &self.members,
        };
        known(names, at, || place::part(at, id, part))
    }

    /// The names of all types that stand beside operations.
    pub(crate) fn builders(&self) -> impl Iterator<Item = &str> {
        self.builders.values().map(String::as_str)
    }

    /// The name of the function of a webhook or callback.
    pub(crate) fn of_webhook(
        &self,
        at: &Origin,
        wire_name: &str,
        callback: Option<&Callback>,
    ) -> Option<&str> {
        known(&self.functions, at, || {
            place::webhook(at, wire_name, callback)
        })
    }

    /// The names of all functions of webhooks.
    pub(crate) fn functions(&self) -> impl Iterator<Item = &str> {
        self.functions.values().map(String::as_str)
    }

    /// The module of a tag.
    pub(crate) fn of_tag(&self, tag: &str) -> Option<&str> {
        self.modules.get(&place::tag(tag)).map(String::as_str)
    }

    /// The modules of all tags.
    pub(crate) fn modules(&self) -> impl Iterator<Item = &str> {
        self.modules.values().map(String::as_str)
    }
}

/// The name that stands for a place of the entry document.
fn known<'a>(
    names: &'a HashMap<String, String>,
    at: &Origin,
    place: impl FnOnce() -> String,
) -> Option<&'a str> {
    let any = at.file == FileId(0) && !names.is_empty();
    let name = any.then(|| names.get(&place()))?;
    name.map(String::as_str)
}

#[cfg(test)]
mod tests;
