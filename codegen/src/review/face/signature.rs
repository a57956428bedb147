//! Signatures and types in lines. In: two texts; out: whether they mean the same. Invariant: names of arguments are no part
//! of a function's type, but their order tells when two of the same type change places.

use super::super::report::Rust;
use super::line::Face;
use std::collections::HashMap;

/// Whether two texts name the same types, each on its own side.
pub(super) fn same(old: &Face<'_>, new: &Face<'_>, was: &str, is: &str) -> bool {
    // What was another name and what is one now: the old text is read as the new side reads it.
    let was = expanded(&expanded(was, &old.aliases), &new.aliases);
    was == expanded(is, &new.aliases)
}

/// A text with what stands behind other names.
pub(super) fn expanded(text: &str, aliases: &HashMap<&str, &str>) -> String {
    let mut text = text.to_owned();
    for _ in 0..8 {
        let next = once(&text, aliases);
        if next == text {
            break;
        }
        text = next;
    }
    text
}

fn once(text: &str, aliases: &HashMap<&str, &str>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '#');
    while !rest.is_empty() {
        let end = rest.find(|c| !word(c)).unwrap_or(rest.len());
        if end > 0 {
            let path = rest[..end].trim_end_matches(':');
            out.push_str(aliases.get(path).copied().unwrap_or(path));
            out.push_str(&rest[path.len()..end]);
            rest = &rest[end..];
        }
        let end = rest.find(word).unwrap_or(rest.len());
        out.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    out
}

/// What it means that a function is declared otherwise.
pub(super) fn changed(old: &Face<'_>, new: &Face<'_>, was: &str, is: &str) -> Rust {
    let ((before, gave), (after, gives)) = (parts(was), parts(is));
    let types = |list: &[&str]| -> Vec<String> {
        let types = list
            .iter()
            .map(|one| one.split_once(": ").map_or(*one, |(_, ty)| ty));
        types.map(str::to_owned).collect()
    };
    let (takes_before, takes) = (types(&before), types(&after));
    let pairs = takes_before.iter().zip(&takes);
    let alike = takes_before.len() == takes.len()
        && pairs.into_iter().all(|(a, b)| same(old, new, a, b))
        && same(old, new, gave, gives);
    if !alike {
        return Rust::Major;
    }
    // The same arguments in another order compile and mean something else.
    let (mut sorted_before, mut sorted) = (before.clone(), after.clone());
    sorted_before.sort_unstable();
    sorted.sort_unstable();
    match before != after && sorted_before == sorted {
        true => Rust::Major,
        false => Rust::Patch,
    }
}

/// The arguments of `fn(…) -> …`, and what it gives.
fn parts(text: &str) -> (Vec<&str>, &str) {
    let text = text.strip_prefix("fn(").unwrap_or(text);
    let mut depth = 1usize;
    let mut start = 0;
    let mut out = Vec::new();
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'(' | b'<' | b'[' => depth += 1,
            b'>' if at > 0 && bytes[at - 1] == b'-' => {}
            b')' | b'>' | b']' => depth = depth.saturating_sub(1),
            b',' if depth == 1 => {
                out.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
        if depth == 0 {
            let last = text[start..at].trim();
            if !last.is_empty() {
                out.push(last);
            }
            let gives = text[at + 1..].trim_start().trim_start_matches("-> ");
            return (out, gives);
        }
    }
    (out, "")
}
