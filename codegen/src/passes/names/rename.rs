//! Renames that are asked for in `[names]`. In: the published names; out: the same with the new ones, and what is wrong with
//! those. Invariant: a rename takes no name from anything else, and none is passed over in silence.

use super::Namer;
use super::absent::unknown;
use super::reserved::{RESERVED_METHODS, RESERVED_TYPES};
use crate::diag::Diagnostic;
use crate::emit::visible;
use crate::lower::draft::{Kind, Node, Operation};
use crate::passes::{content_name, freeze_operation, ident};
use crate::published::{
    Item, Part, Rename, encoded_place, field_place, operation_place, value_place,
};
use crate::source::FileId;
use heck::ToSnakeCase;
use std::collections::BTreeMap;

/// What is at a place: several things where the schema of a property is a type of its own.
type Targets<'a> = BTreeMap<String, Vec<Target<'a>>>;

/// Something that can be renamed.
#[derive(Clone, Copy)]
struct Target<'a> {
    item: Item,
    /// The operation, where it is a method.
    operation: Option<&'a Operation>,
}

impl<'a> Namer<'a, '_, '_> {
    /// Puts the new names in the place of the published ones, and gives the renames of types.
    pub(super) fn rename(&mut self) -> Vec<Rename> {
        let renames = std::mem::take(&mut self.names.published.renames);
        if renames.is_empty() {
            return renames;
        }
        let places = self.places();
        let mut types = Vec::new();
        let mut renamed = Vec::new();
        for mut rename in renames {
            rename.place = self.names.published.place_of(&rename.place);
            let target = places.get(&rename.shown());
            let target = target.and_then(|targets| meant(targets, &rename.name));
            let wrong = match target {
                None => Some(self.absent(&rename, places.keys())),
                Some(target) if renamed.contains(&(rename.place.clone(), target.item)) => {
                    Some(twice(&rename))
                }
                Some(target) => {
                    invalid(target.item, &rename).or_else(|| self.taken(target, &rename))
                }
            };
            if let Some(wrong) = wrong {
                self.context.diagnostics.push(wrong);
            } else if let Some(Target { item, .. }) = target {
                renamed.push((rename.place.clone(), item));
                let before = self.names.published.rename(item, &rename);
                if let (Item::Field, Some(before)) = (item, before) {
                    self.context.diagnostics.push(breaks(&rename, &before));
                }
                if item == Item::Type {
                    types.push(rename);
                }
            }
        }
        types
    }

    /// The places of everything that can be renamed, as a file of names writes them.
    fn places(&self) -> Targets<'a> {
        let mut out = Targets::new();
        let mut add = |place: &str, item: Item, operation: Option<&'a Operation>| {
            let targets = out.entry(encoded_place(place)).or_default();
            if targets.iter().all(|target| target.item != item) {
                targets.push(Target { item, operation });
            }
        };
        let draft = self.draft;
        for id in draft.ids() {
            let node = draft.node(id);
            let used = node.direction.request || node.direction.response;
            let named = node.origin.file == FileId(0) && self.recursion.is_named(draft, id);
            if !used || !named {
                continue;
            }
            let place = self.names.published.place(&node.origin);
            add(&place, Item::Type, None);
            for (place, item) in members(&place, node) {
                add(&place, item, None);
            }
        }
        for operation in &draft.operations {
            if operation.origin.file != FileId(0) {
                continue;
            }
            let (at, id) = (&operation.origin, operation.id.as_str());
            add(&operation_place(at, id), Item::Method, Some(operation));
            let parameters = operation.parameters.iter();
            let parameters =
                parameters.map(|one| Part::Parameter(one.location, one.wire_name.as_str()));
            for part in parameters.chain(operation.body.as_ref().map(|_| Part::Body)) {
                add(&part.place(at, id), Item::Parameter, None);
            }
        }
        out
    }

    fn taken(&self, target: Target<'_>, rename: &Rename) -> Option<Diagnostic> {
        let name = &rename.name;
        let (reserved, owner): (&[&str], _) = match target.item {
            Item::Type => (&RESERVED_TYPES, "client"),
            Item::Method => (RESERVED_METHODS, "client"),
            Item::Field => (&["additional_properties"], "struct"),
            Item::Variant => (&["Other", "OtherValue", "UnknownValue", "VALUES"], "enum"),
            Item::Parameter => (&freeze_operation::RESERVED_SETTERS, "request"),
        };
        let holder = self
            .names
            .published
            .holder(target.item, name, &rename.place);
        let message = match holder {
            Some(other) => format!("`{name}` is or was the name of `{}`", visible(&other)),
            None if reserved.contains(&name.as_str()) => {
                format!("`{name}` is taken in every {owner}")
            }
            None => self.crossed(target.operation?, rename)?,
        };
        let error = Diagnostic::error("rename-taken", rename.at.clone(), message);
        Some(error.help("choose another name"))
    }

    /// What is said where a method, or one for a further media type, would be called like one of another operation.
    fn crossed(&self, renamed: &Operation, rename: &Rename) -> Option<String> {
        let published = &self.names.published;
        let own = std::iter::once(rename.name.clone()).chain(further(&rename.name, renamed));
        let own: Vec<String> = own.collect();
        let others = self.draft.operations.iter();
        let others = others.filter(|other| !std::ptr::eq(*other, renamed));
        for other in others {
            let current = published.of_operation(&other.origin, &other.id);
            let former =
                current.map(|name| published.former_operation(&other.origin, &other.id, name));
            let former = former.unwrap_or_default();
            for known in current.into_iter().chain(former.iter().map(String::as_str)) {
                let mut all = std::iter::once(known.to_owned()).chain(further(known, other));
                if let Some(crossed) = all.find(|name| own.contains(name)) {
                    let place = encoded_place(&operation_place(&other.origin, &other.id));
                    let place = visible(&place);
                    return Some(match crossed == rename.name {
                        true => format!("`{crossed}` is or was the name of a method of `{place}`"),
                        false => format!(
                            "the method for another media type would be `{crossed}`, which is or was the name of one of `{place}`"
                        ),
                    });
                }
            }
        }
        None
    }

    /// Tells of types whose new name none has, because they are not emitted.
    pub(super) fn tell_of_renames(&mut self, types: &[Rename]) {
        for one in types.iter().filter(|one| !self.kept.contains(&one.name)) {
            let error = unknown(one).help("delete the entry");
            self.context.diagnostics.push(error);
        }
    }
}

/// What belongs to a type, by its place.
fn members(of: &str, node: &Node) -> Vec<(String, Item)> {
    match &node.kind {
        Kind::Struct(object) => {
            let fields = object.fields.iter();
            let places = fields.map(|field| field_place(of, &field.wire_name));
            places.map(|place| (place, Item::Field)).collect()
        }
        Kind::Enum(list) => {
            let values = list.values.iter();
            let places = values.map(|value| value_place(of, &value.value));
            places.map(|place| (place, Item::Variant)).collect()
        }
        Kind::Any
        | Kind::Null
        | Kind::Bool
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::String
        | Kind::Formatted(_)
        | Kind::Binary
        | Kind::Ref(_)
        | Kind::List(_)
        | Kind::Tuple(..)
        | Kind::Map(..)
        | Kind::Union(_) => Vec::new(),
    }
}

/// Which of the things at a place a name is for: a type begins with a capital, a field does not.
fn meant<'a>(targets: &[Target<'a>], name: &str) -> Option<Target<'a>> {
    let field = targets.iter().find(|one| one.item == Item::Field);
    let field = field.filter(|_| is_value_name(name) && !is_type_name(name));
    let others = || targets.iter().find(|one| one.item != Item::Field);
    field.or_else(others).or(targets.first()).copied()
}

/// The methods of an operation beside that of its name, as it would be: one for each further media type.
fn further(name: &str, operation: &Operation) -> Vec<String> {
    let Some(body) = operation.body.as_ref().filter(|body| body.required) else {
        return Vec::new();
    };
    let contents = body.contents.iter().skip(1);
    let words = contents.map(|content| content_name(&content.media_type).to_snake_case());
    words.map(|word| format!("{name}_{word}")).collect()
}

/// What is said of a field, which can have one name only.
fn breaks(rename: &Rename, before: &str) -> Diagnostic {
    let message = format!(
        "the field `{}` is called `{}` from now on: code that reads or writes it has to be changed, which is a major version",
        visible(before),
        visible(&rename.name)
    );
    let note = Diagnostic::note("rename-breaks", rename.at.clone(), message);
    note.help("a field has one name only; a setter stays under the former one, deprecated")
}

fn twice(rename: &Rename) -> Diagnostic {
    let message = format!("`{}` is renamed by two entries", visible(&rename.shown()));
    let error = Diagnostic::error("rename-taken", rename.at.clone(), message);
    error.help("keep one of them, and delete the other")
}

/// What is said of what is no name of its kind.
fn invalid(item: Item, rename: &Rename) -> Option<Diagnostic> {
    let name = &rename.name;
    let (fits, usual) = match item {
        Item::Type => (is_type_name(name), ident::type_name(name)),
        Item::Variant => (is_type_name(name), ident::variant_name(name)),
        Item::Method | Item::Field | Item::Parameter => {
            (is_value_name(name), ident::value_name(name))
        }
    };
    let kind = item.word();
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
fn is_value_name(name: &str) -> bool {
    !name.contains(char::is_uppercase) && !name.contains("__")
}
