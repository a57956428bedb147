//! In: a report. Out: text for people and for machines. Invariant: nothing of a document reaches an output unescaped,
//! and the same report gives the same bytes.

pub mod github;
pub mod html;
pub mod json;
pub mod markdown;
pub mod sarif;
pub mod text;

use super::report::{Change, Reach, Rust, Wire};

/// The verdicts in the order of reading, the worst first.
const WIRES: [Wire; 3] = [Wire::Breaking, Wire::Risky, Wire::Compatible];

/// The Rust verdicts, the worst first.
const RUSTS: [Rust; 3] = [Rust::Major, Rust::Minor, Rust::Patch];

/// The changes that are not details of others, each with its details.
fn folded<'r>(changes: &[&'r Change]) -> Vec<(&'r Change, Vec<&'r Change>)> {
    let whole = |change: &Change| match &change.part_of {
        None => true,
        Some(of) => !changes.iter().any(|other| &other.fingerprint == of),
    };
    let mut folded: Vec<(&Change, Vec<&Change>)> = changes
        .iter()
        .filter(|change| whole(change))
        .map(|change| (*change, Vec::new()))
        .collect();
    for change in changes.iter().filter(|change| !whole(change)) {
        let of = change.part_of.as_deref().unwrap_or_default();
        if let Some((_, details)) = folded.iter_mut().find(|(whole, _)| whole.fingerprint == of) {
            details.push(change);
        }
    }
    folded
}

/// The operations a change reaches, each once.
fn operations(change: &Change) -> Vec<String> {
    let mut seen: Vec<(&str, &str)> = Vec::new();
    for Reach { method, path, .. } in &change.reach {
        if seen.last() != Some(&(method.as_str(), path.as_str()))
            && !seen.contains(&(method.as_str(), path.as_str()))
        {
            seen.push((method, path));
        }
    }
    seen.into_iter()
        .map(|(method, path)| format!("{method} {path}"))
        .collect()
}

/// The first few operations and how many more there are.
fn operations_in_short(change: &Change, most: usize) -> String {
    let all = operations(change);
    match all.len().saturating_sub(most) {
        0 => all.join(", "),
        more => format!("{} and {more} more", all[..most].join(", ")),
    }
}

/// Document text made harmless: control characters and whatever turns or hides text are written as escapes.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        let hidden = letter.is_control()
            || matches!(letter, '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
            || matches!(letter, '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}');
        if hidden {
            safe.push_str(&format!("\\u{{{:x}}}", u32::from(letter)));
        } else {
            safe.push(letter);
        }
    }
    safe
}

/// A number with its noun.
fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        number => format!("{number} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::{count, escape};

    #[test]
    fn text_of_documents_is_made_harmless() {
        assert_eq!(escape("a\nb\u{202E}c"), "a\\u{a}b\\u{202e}c");
        assert_eq!(count(1, "change"), "1 change");
        assert_eq!(count(0, "change"), "0 changes");
    }
}
