//! Reading a file of names. In: its text; out: the names by place, and what is wrong with its lines. Invariant: a line that
//! cannot be used is told with its place and a remedy; no line is passed over.

use super::Published;
use super::place::{self, decoded};
use super::rename::WAS;
use crate::diag::{Diagnostic, Diagnostics};
use crate::emit::visible;
use crate::source::{FileId, Origin};
use std::collections::HashMap;

/// Reads the text of a file.
pub(crate) fn read(text: &str, file: FileId) -> (Published, Diagnostics) {
    let mut out = Published::default();
    let mut found = Diagnostics::default();
    let mut paths: HashMap<&str, (&str, bool)> = HashMap::new();
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
        let (place, former) = match place.strip_suffix(WAS) {
            Some(place) => (place, true),
            None => (place, false),
        };
        let before = paths.insert(path, (place, former));
        if before == Some((place, !former)) {
            let message = format!(
                "`{}` is what `{}` is called now, and what it was called",
                visible(path),
                visible(place)
            );
            let help = "delete the line with `was`, or the other if it was renamed";
            found.push(Diagnostic::error("names-twice", at, message).help(help));
            continue;
        }
        if before.is_some_and(|(other, _)| other != place) {
            let message = format!("`{}` is the name of two items", visible(path));
            let help = "delete the line of the newer one; the next `specsmith generate` gives it a name of its own";
            found.push(Diagnostic::error("names-twice", at, message).help(help));
            continue;
        }
        if former {
            let (map, name) = match known {
                Known::Type(name) => (&mut out.former_types, name),
                Known::Method(name) => (&mut out.former_methods, name),
                Known::Member(name) if place::owner(place).is_some() => {
                    (&mut out.former_members, name)
                }
                Known::Member(_) | Known::Builder(_) | Known::Function(_) | Known::Module(_) => {
                    found.push(invalid(at, line));
                    continue;
                }
            };
            let names = map.entry(decoded(place)).or_default();
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
            continue;
        }
        let (map, name) = match known {
            Known::Type(name) => (&mut out.types, name),
            Known::Member(name) => (&mut out.members, name),
            Known::Method(name) => (&mut out.methods, name),
            Known::Builder(name) => (&mut out.builders, name),
            Known::Function(name) => (&mut out.functions, name),
            Known::Module(name) => (&mut out.modules, name),
        };
        let before = map.insert(decoded(place), name.to_owned());
        if before.is_some_and(|before| before != name) {
            let message = format!("`{}` has two names", visible(place));
            found.push(Diagnostic::error("names-twice", at, message));
        }
    }
    out.settle();
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
    Builder(&'a str),
    Function(&'a str),
    Module(&'a str),
}

fn parsed(line: &str) -> Option<(&str, &str, Known<'_>)> {
    let (place, path) = line.rsplit_once(' ')?;
    let word = place.strip_suffix(WAS).unwrap_or(place);
    if !word.starts_with('#') || word.contains(' ') {
        return None;
    }
    let Some((module, rest)) = path.split_once("::") else {
        return is_name(path).then_some((place, path, Known::Module(path)));
    };
    let member = rest.split_once('.').or_else(|| rest.split_once("::"));
    let (owner, name) = member.unwrap_or((module, rest));
    let known = match (module, member) {
        (_, Some(_)) => Known::Member(name),
        ("models", None) => Known::Type(name),
        ("Client", None) => Known::Method(name),
        _ if place.contains("/operationId/") => Known::Builder(name),
        _ => Known::Function(name),
    };
    let names = [module, owner, name];
    names
        .into_iter()
        .all(is_name)
        .then_some((place, path, known))
}

pub(super) fn is_name(name: &str) -> bool {
    let mut letters = name.chars();
    let first = letters
        .next()
        .is_some_and(|c| c == '_' || unicode_ident::is_xid_start(c));
    first
        && letters.all(unicode_ident::is_xid_continue)
        && !matches!(name, "_" | "self" | "Self" | "super" | "crate")
}
