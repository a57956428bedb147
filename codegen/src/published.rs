//! Names that are published: `<api>.names` beside a document. In: its text, or an API; out: the name of each item by its place
//! in the document, or the text. Invariant: what is named in the file is called so as long as it is in the document.
//!
//! A line is the place, a space, and the path of the item: `#/components/schemas/pet models::Pet`. The place of an operation
//! ends with its id, so that an id that changes is another operation. Lines are sorted, and one item is one line:
//! to merge two files, keep the lines of both sides. What was renamed has one more line for each name that it had:
//! `#/components/schemas/pet was models::Pet`.

mod place;
mod read;
mod rename;
mod text;

pub(crate) use place::{
    Part, Places, branch as branch_place, decoded as decoded_place, encoded as encoded_place,
    field as field_place, operation as operation_place, tag as tag_place, variant as value_place,
    webhook as webhook_place, without_parts,
};
pub(crate) use read::read;
pub(crate) use rename::{Item, Rename};
pub(crate) use text::text;

use crate::ir::{Api, Callback};
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
    /// What types were called before they were renamed.
    former_types: HashMap<String, Vec<String>>,
    /// The same of methods.
    former_methods: HashMap<String, Vec<String>>,
    /// The same of members.
    former_members: HashMap<String, Vec<String>>,
    /// The renames that are asked for.
    pub(crate) renames: Vec<Rename>,
    /// Where the types of the document are.
    places: Places,
}

impl Published {
    /// Every name of an API.
    pub(crate) fn of(api: &Api) -> Self {
        read(&text(api), FileId(0)).0
    }

    /// The name of a type.
    pub(crate) fn of_type(&self, at: &Origin) -> Option<&str> {
        self.placed(&self.types, at, str::to_owned)
            .map(String::as_str)
    }

    /// What the type that has this name was called before.
    pub(crate) fn former_type(&self, at: &Origin, name: &str) -> Vec<String> {
        let own = self.of_type(at) == Some(name);
        let former = own.then(|| self.placed(&self.former_types, at, str::to_owned));
        former.flatten().cloned().unwrap_or_default()
    }

    /// The place of a type.
    pub(crate) fn place(&self, at: &Origin) -> String {
        self.places.of(&at.pointer).into_owned()
    }

    /// The place that a pointer stands for.
    pub(crate) fn place_of(&self, pointer: &str) -> String {
        self.places.of(pointer).into_owned()
    }

    /// Takes note of where the types of the document are. Lines of older files, which have pointers, are read as places.
    pub(crate) fn set_places(&mut self, places: Places) {
        for names in [&mut self.types, &mut self.members] {
            moved(names, &places);
        }
        for names in [&mut self.former_types, &mut self.former_members] {
            moved(names, &places);
        }
        self.places = places;
    }

    /// Forgets the names of what is not in the document, which are free.
    pub(crate) fn forget(&mut self, is_there: impl Fn(&str) -> bool) {
        for names in [
            &mut self.types,
            &mut self.members,
            &mut self.methods,
            &mut self.builders,
            &mut self.functions,
            &mut self.modules,
        ] {
            names.retain(|place, _| is_there(place));
        }
        for names in [
            &mut self.former_types,
            &mut self.former_methods,
            &mut self.former_members,
        ] {
            names.retain(|place, _| is_there(place));
        }
    }

    /// Whether no name is known.
    pub(crate) fn is_empty(&self) -> bool {
        let former = [
            &self.former_types,
            &self.former_methods,
            &self.former_members,
        ];
        let names = [
            &self.types,
            &self.members,
            &self.methods,
            &self.builders,
            &self.functions,
            &self.modules,
        ];
        former.iter().all(|names| names.is_empty()) && names.iter().all(|names| names.is_empty())
    }

    /// The name that stands for the place of a type.
    fn placed<'a, T>(
        &self,
        names: &'a HashMap<String, T>,
        of: &Origin,
        place: impl Fn(&str) -> String,
    ) -> Option<&'a T> {
        known(names, of, || place(&self.places.of(&of.pointer)))
    }

    /// The names of all types, former ones included.
    pub(crate) fn types(&self) -> impl Iterator<Item = &str> {
        let former = self.former_types.values().flatten();
        self.types.values().chain(former).map(String::as_str)
    }

    /// The name of a property of a type.
    pub(crate) fn of_field(&self, of: &Origin, wire_name: &str) -> Option<&str> {
        self.placed(&self.members, of, |of| place::field(of, wire_name))
            .map(String::as_str)
    }

    /// What it was called before.
    pub(crate) fn former_field(&self, of: &Origin, wire_name: &str) -> &[String] {
        self.former_member(of, |of| place::field(of, wire_name))
    }

    /// The name of a value of an enum.
    pub(crate) fn of_value(&self, of: &Origin, value: &Value) -> Option<&str> {
        self.placed(&self.members, of, |of| place::variant(of, value))
            .map(String::as_str)
    }

    /// What it was called before.
    pub(crate) fn former_value(&self, of: &Origin, value: &Value) -> &[String] {
        self.former_member(of, |of| place::variant(of, value))
    }

    fn former_member(&self, of: &Origin, place: impl Fn(&str) -> String) -> &[String] {
        let former = self.placed(&self.former_members, of, place);
        former.map_or(&[], Vec::as_slice)
    }

    /// The name of a branch of a union.
    pub(crate) fn of_branch(&self, of: &Origin, key: &str) -> Option<&str> {
        self.placed(&self.members, of, |of| place::branch(of, key))
            .map(String::as_str)
    }

    /// The name of the method of an operation.
    pub(crate) fn of_operation(&self, at: &Origin, id: &str) -> Option<&str> {
        known(&self.methods, at, || place::operation(at, id)).map(String::as_str)
    }

    /// What the operation whose method has this name was called before.
    pub(crate) fn former_operation(&self, at: &Origin, id: &str, name: &str) -> Vec<String> {
        let own = self.of_operation(at, id) == Some(name);
        let former = own.then(|| known(&self.former_methods, at, || place::operation(at, id)));
        former.flatten().cloned().unwrap_or_default()
    }

    /// The names of all methods of the client, former ones included.
    pub(crate) fn methods(&self) -> impl Iterator<Item = &str> {
        let former = self.former_methods.values().flatten();
        self.methods.values().chain(former).map(String::as_str)
    }

    /// The name of a part of an operation.
    pub(crate) fn of_part(&self, at: &Origin, id: &str, part: Part<'_>) -> Option<&str> {
        let names = match part {
            Part::Builder | Part::Success | Part::Failure | Part::Headers => &self.builders,
            Part::Header(_) | Part::Parameter(..) | Part::Body => &self.members,
        };
        known(names, at, || place::part(at, id, part)).map(String::as_str)
    }

    /// What a part of an operation was called before.
    pub(crate) fn former_part(&self, at: &Origin, id: &str, part: Part<'_>) -> &[String] {
        let former = known(&self.former_members, at, || place::part(at, id, part));
        former.map_or(&[], Vec::as_slice)
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
        .map(String::as_str)
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

/// Puts what is known of pointers to where these lead, unless something is known of that.
fn moved<T>(names: &mut HashMap<String, T>, places: &Places) {
    let pointers = names.keys();
    let pointers = pointers.filter(|pointer| places.of(pointer) != pointer.as_str());
    let mut pointers: Vec<String> = pointers.cloned().collect();
    pointers.sort();
    for pointer in pointers {
        if let Some(name) = names.remove(&pointer) {
            let place = places.of(&pointer).into_owned();
            names.entry(place).or_insert(name);
        }
    }
}

/// The name that stands for a place of the entry document.
fn known<'a, T>(
    names: &'a HashMap<String, T>,
    at: &Origin,
    place: impl FnOnce() -> String,
) -> Option<&'a T> {
    let any = at.file == FileId(0) && !names.is_empty();
    any.then(|| names.get(&place()))?
}

#[cfg(test)]
mod tests;
