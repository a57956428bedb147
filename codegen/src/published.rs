//! Names that are published: `<api>.names` beside a document. In: its text, or an API; out: the name of each item by its place
//! in the document, or the text. Invariant: what is named in the file is called so as long as it is in the document.
//!
//! A line is the place, a space, and the path of the item: `#/components/schemas/pet models::Pet`. The place of an operation
//! ends with its id, so that an id that changes is another operation. Lines are sorted, and one item is one line:
//! to merge two files, keep the lines of both.

use crate::diag::{Diagnostic, Diagnostics};
use crate::emit::visible;
use crate::ir::{Api, TypeDef, TypeKind};
use crate::source::{FileId, Origin, escape_token};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// The names of an API by place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    types: HashMap<String, String>,
    members: HashMap<String, String>,
    methods: HashMap<String, String>,
}

impl Published {
    /// The name of a type.
    pub(crate) fn of_type(&self, at: &Origin) -> Option<&str> {
        let known = at.file == FileId(0) && !self.types.is_empty();
        let name = known.then(|| self.types.get(at.pointer.as_ref()))?;
        name.map(String::as_str)
    }

    /// The names of all types.
    pub(crate) fn types(&self) -> impl Iterator<Item = &str> {
        self.types.values().map(String::as_str)
    }

    /// The names of all methods of the client.
    pub(crate) fn methods(&self) -> impl Iterator<Item = &str> {
        self.methods.values().map(String::as_str)
    }

    /// The name of a property of a type.
    pub(crate) fn of_field(&self, of: &Origin, wire_name: &str) -> Option<&str> {
        self.member(of, || field(of, wire_name))
    }

    /// The name of a value of an enum.
    pub(crate) fn of_value(&self, of: &Origin, value: &Value) -> Option<&str> {
        self.member(of, || variant(of, value))
    }

    fn member(&self, of: &Origin, place: impl FnOnce() -> String) -> Option<&str> {
        let known = of.file == FileId(0) && !self.members.is_empty();
        let name = known.then(|| self.members.get(&place()))?;
        name.map(String::as_str)
    }

    /// The name of the method of an operation.
    pub(crate) fn of_operation(&self, at: &Origin, id: &str) -> Option<&str> {
        let known = at.file == FileId(0) && !self.methods.is_empty();
        let name = known.then(|| self.methods.get(&operation(at, id)))?;
        name.map(String::as_str)
    }
}

fn field(of: &Origin, wire_name: &str) -> String {
    format!("{}/properties/{}", of.pointer, escape_token(wire_name))
}

fn variant(of: &Origin, value: &Value) -> String {
    let text = match value {
        Value::String(text) => escape_token(text),
        other => escape_token(&other.to_string()),
    };
    format!("{}/enum/{text}", of.pointer)
}

fn operation(at: &Origin, id: &str) -> String {
    format!("{}/operationId/{}", at.pointer, escape_token(id))
}

/// Reads the text of a file.
pub(crate) fn read(text: &str, file: FileId) -> (Published, Diagnostics) {
    let mut out = Published::default();
    let mut found = Diagnostics::default();
    let mut paths: HashMap<&str, &str> = HashMap::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim_end();
        if line.is_empty() || line.starts_with("# ") {
            continue;
        }
        let at = Origin::position(file, index + 1, 1);
        let Some((place, path, known)) = parsed(line) else {
            found.push(invalid(at, line));
            continue;
        };
        if paths
            .insert(path, place)
            .is_some_and(|other| other != place)
        {
            let message = format!("`{}` is the name of two items", visible(path));
            let help = "delete the line of the newer one; the next `specsmith generate` gives it a name of its own";
            found.push(Diagnostic::error("names-twice", at, message).help(help));
            continue;
        }
        let (map, name) = match known {
            Known::Type(name) => (&mut out.types, name),
            Known::Member(name) => (&mut out.members, name),
            Known::Method(name) => (&mut out.methods, name),
        };
        let before = map.insert(decoded(place), name.to_owned());
        if before.is_some_and(|before| before != name) {
            let message = format!("`{}` has two names", visible(place));
            let help = "keep the line with the name that was published first, and delete the other";
            found.push(Diagnostic::error("names-twice", at, message).help(help));
        }
    }
    (out, found)
}

fn invalid(at: Origin, line: &str) -> Diagnostic {
    if ["<<<<<<<", "=======", ">>>>>>>", "|||||||"]
        .iter()
        .any(|mark| line.starts_with(mark))
    {
        let help = "keep the lines of both sides, and delete the marks between them";
        return Diagnostic::error("names-invalid", at, "two versions were not merged").help(help);
    }
    let message = format!("`{}` is not a place and a path", visible(line));
    let help = "a line is like `#/components/schemas/pet models::Pet`; delete it, and the next `specsmith generate` writes it anew";
    Diagnostic::error("names-invalid", at, message).help(help)
}

/// What a path names.
enum Known<'a> {
    Type(&'a str),
    Member(&'a str),
    Method(&'a str),
}

fn parsed(line: &str) -> Option<(&str, &str, Known<'_>)> {
    let (place, path) = line.rsplit_once(' ')?;
    if !place.starts_with('#') || place.contains(' ') {
        return None;
    }
    let known = if let Some(name) = path.strip_prefix("Client::") {
        Known::Method(name)
    } else {
        let rest = path.strip_prefix("models::")?;
        match rest.split_once('.').or_else(|| rest.split_once("::")) {
            Some((owner, name)) => {
                is_name(owner).then_some(())?;
                Known::Member(name)
            }
            None => Known::Type(rest),
        }
    };
    let (Known::Type(name) | Known::Member(name) | Known::Method(name)) = known;
    is_name(name).then_some((place, path, known))
}

fn is_name(name: &str) -> bool {
    let mut letters = name.chars();
    let first = letters
        .next()
        .is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c));
    first
        && letters.all(unicode_ident::is_xid_continue)
        && !matches!(name, "_" | "self" | "Self" | "super" | "crate")
}

/// The text of the file of an API.
pub(crate) fn text(api: &Api) -> String {
    let mut lines: BTreeMap<(String, u8), Option<String>> = BTreeMap::new();
    // A place that has two names says nothing of either.
    let mut add = |file: FileId, place: String, rank: u8, path: String| {
        if file == FileId(0) {
            let entry = lines.entry((place, rank));
            let entry = entry.and_modify(|known| {
                if known.as_ref() != Some(&path) {
                    *known = None;
                }
            });
            entry.or_insert(Some(path));
        }
    };
    for def in &api.types {
        let (file, name) = (def.origin.file, &def.name.0);
        add(
            file,
            def.origin.pointer.to_string(),
            0,
            format!("models::{name}"),
        );
        for (place, path) in members(def) {
            add(file, place, 1, path);
        }
    }
    for one in &api.operations {
        let place = operation(&one.origin, &one.id);
        add(one.origin.file, place, 2, format!("Client::{}", one.name.0));
    }
    let mut out: Vec<String> = lines
        .into_iter()
        .filter_map(|((place, _), path)| Some(format!("{} {}\n", encoded(&place), path?)))
        .collect();
    out.sort();
    // Its name alone: the file is the same from wherever the document is generated.
    let name = api.source.rsplit(['/', '\\']).next().unwrap_or_default();
    let source = visible(name).replace('\n', " ");
    format!(
        "# The published names of {source}, which keep them: written by specsmith. To merge, keep the lines of both sides.\n\n{}",
        out.concat()
    )
}

fn members(def: &TypeDef) -> Vec<(String, String)> {
    let name = &def.name.0;
    match &def.kind {
        TypeKind::Struct(object) => object
            .fields
            .iter()
            .map(|one| {
                let place = field(&def.origin, &one.wire_name);
                (place, format!("models::{name}.{}", one.name.0))
            })
            .collect(),
        TypeKind::Enum(list) => list
            .variants
            .iter()
            .map(|one| {
                let place = variant(&def.origin, &one.value);
                (place, format!("models::{name}::{}", one.name.0))
            })
            .collect(),
        TypeKind::Union(_) | TypeKind::Alias(_) | TypeKind::Newtype(_) => Vec::new(),
    }
}

/// A pointer as a fragment of a URI, as far as it must be: without spaces and what cannot be seen.
fn encoded(pointer: &str) -> String {
    let mut out = String::with_capacity(pointer.len() + 1);
    out.push('#');
    for c in pointer.chars() {
        let hidden = c == '%' || c.is_whitespace() || crate::emit::is_hidden(c);
        if !hidden {
            out.push(c);
            continue;
        }
        let mut bytes = [0; 4];
        for byte in c.encode_utf8(&mut bytes).bytes() {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn decoded(place: &str) -> String {
    let place = place.strip_prefix('#').unwrap_or(place);
    if !place.contains('%') {
        return place.to_owned();
    }
    let mut out = Vec::with_capacity(place.len());
    let bytes = place.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%')
            .then(|| place.get(at + 1..at + 3))
            .flatten();
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests;
