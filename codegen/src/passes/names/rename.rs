//! Renames that are asked for in `[names]`. In: the published names; out: the same with the new ones, and what is wrong with
//! those. Invariant: a rename takes no name from anything else, and none is passed over in silence.

use super::Namer;
use super::reserved::{RESERVED_METHODS, RESERVED_TYPES};
use crate::diag::{Diagnostic, suggest};
use crate::emit::visible;
use crate::passes::ident;
use crate::published::{Item, Rename, encoded_place, operation_place};
use crate::source::FileId;
use std::collections::BTreeMap;

impl Namer<'_, '_, '_> {
    /// Puts the new names in the place of the published ones, and gives the renames of types.
    pub(super) fn rename(&mut self) -> Vec<Rename> {
        let renames = std::mem::take(&mut self.names.published.renames);
        if renames.is_empty() {
            return renames;
        }
        let places = self.places();
        let mut types = Vec::new();
        for rename in renames {
            let item = places.get(&rename.shown()).copied();
            let wrong = match item {
                None => Some(self.absent(&rename, places.keys())),
                Some(item) => invalid(item, &rename).or_else(|| self.taken(item, &rename)),
            };
            if let Some(wrong) = wrong {
                self.context.diagnostics.push(wrong);
            } else if let Some(item) = item {
                self.names.published.rename(item, &rename);
                if item == Item::Type {
                    types.push(rename);
                }
            }
        }
        types
    }

    /// The places of all types and operations, as a file of names writes them.
    fn places(&self) -> BTreeMap<String, Item> {
        let own = self.draft.ids().filter(|id| {
            let node = self.draft.node(*id);
            let used = node.direction.request || node.direction.response;
            used && node.origin.file == FileId(0) && self.recursion.is_named(self.draft, *id)
        });
        let types = own.map(|id| self.names.published.place(&self.draft.node(id).origin));
        let operations = self.draft.operations.iter();
        let operations = operations.filter(|one| one.origin.file == FileId(0));
        let operations = operations.map(|one| operation_place(&one.origin, &one.id));
        let types = types.map(|place| (encoded_place(&place), Item::Type));
        let operations = operations.map(|place| (encoded_place(&place), Item::Method));
        types.chain(operations).collect()
    }

    /// What is said of a rename of what is no type and no operation.
    fn absent<'p>(
        &self,
        rename: &Rename,
        places: impl IntoIterator<Item = &'p String>,
    ) -> Diagnostic {
        let shown = rename.shown();
        if self.names.published.is_part(&rename.place) {
            let message = format!("`{}` is no type and no operation", visible(&shown));
            let help = "only these can be renamed; delete the entry";
            return Diagnostic::error("rename-fixed", rename.at.clone(), message).help(help);
        }
        let near = suggest(&shown, places.into_iter().map(String::as_str));
        let help = match near {
            Some(near) => format!("did you mean `{}`?", visible(near)),
            None => "a place is written as in the `.names` file beside the document".to_owned(),
        };
        unknown(rename).help(help)
    }

    fn taken(&self, item: Item, rename: &Rename) -> Option<Diagnostic> {
        let name = &rename.name;
        let reserved = match item {
            Item::Type => RESERVED_TYPES.contains(&name.as_str()),
            Item::Method => RESERVED_METHODS.contains(&name.as_str()),
        };
        let message = match self.names.published.holder(item, name, &rename.place) {
            Some(other) => format!("`{name}` is or was the name of `{}`", visible(&other)),
            None if reserved => format!("`{name}` is taken in every client"),
            None => return None,
        };
        let error = Diagnostic::error("rename-taken", rename.at.clone(), message);
        Some(error.help("choose another name"))
    }

    /// Tells of types whose new name none has, because they are not emitted.
    pub(super) fn tell_of_renames(&mut self, types: &[Rename]) {
        for one in types.iter().filter(|one| !self.kept.contains(&one.name)) {
            let error = unknown(one).help("delete the entry");
            self.context.diagnostics.push(error);
        }
    }
}

fn unknown(rename: &Rename) -> Diagnostic {
    let message = format!(
        "no type and no operation of the client is at `{}`",
        visible(&rename.shown())
    );
    Diagnostic::error("rename-unknown", rename.at.clone(), message)
}

/// What is said of what is no name of a type or method.
fn invalid(item: Item, rename: &Rename) -> Option<Diagnostic> {
    let name = &rename.name;
    let (fits, kind, usual) = match item {
        Item::Type => (is_type_name(name), "type", ident::type_name(name)),
        Item::Method => (is_method_name(name), "method", ident::value_name(name)),
    };
    if fits && rename.is_word() {
        return None;
    }
    let message = format!("`{}` is no name of a {kind}", visible(name));
    let help = format!("a {kind} is called like `{usual}`");
    Some(Diagnostic::error("rename-invalid", rename.at.clone(), message).help(help))
}

/// As the compiler wants them: words begin with capitals, and underscores stand between digits only.
fn is_type_name(name: &str) -> bool {
    let parts: Vec<&str> = name.split('_').collect();
    let digit = |c: char| c.is_ascii_digit();
    let mut pairs = parts.windows(2);
    pairs.all(|pair| pair[0].ends_with(digit) && pair[1].starts_with(digit))
        && !name.starts_with(char::is_lowercase)
}

/// Without capitals, and with one underscore between words.
fn is_method_name(name: &str) -> bool {
    !name.contains(char::is_uppercase) && !name.contains("__")
}
