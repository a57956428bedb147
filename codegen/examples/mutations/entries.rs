//! In: mutants of the same document. Out: whether each entry of the diff about two changes at once has the Rust verdict that
//! it has where its change is the only one. Invariant: entries that only one of the two changes can have made are compared.

use std::fs;
use std::path::Path;

use specsmith::load::{LoadOptions, load};
use specsmith::review::report::Rust;

use crate::documents::{self, Document, Mutant, changed, write};
use crate::mutate;

/// How entries came out.
#[derive(Default)]
pub(crate) struct Entries {
    /// How many were compared.
    pub(crate) all: usize,
    /// Those with another verdict: the entry, as it is alone, and as it is with another change.
    pub(crate) wrong: Vec<(String, Rust, Rust)>,
}

/// Compares the entries of each mutation with those of it and the next one of its document.
pub(crate) fn compare(
    documents: &[Document],
    mutants: &[Mutant],
    work: &Path,
) -> Result<Entries, String> {
    let mut sorted: Vec<&Mutant> = mutants.iter().collect();
    sorted.sort_by_key(|mutant| mutant.document);
    let mut out = Entries::default();
    let path = work.join("both.json");
    for pair in sorted.windows(2) {
        let (first, second) = (pair[0], pair[1]);
        if first.document != second.document || touch(&first.pointer, &second.pointer) {
            continue;
        }
        let document = &documents[first.document];
        let Some(mutator) = mutate::ALL.iter().find(|one| one.name == second.mutation) else {
            continue;
        };
        let mut both = first.value.clone();
        if !(mutator.change)(&mut both, &second.pointer) {
            continue;
        }
        let base = load(&document.path, &LoadOptions::default()).0;
        let _ = fs::remove_file(path.with_extension("toml"));
        if write(&path, &both, document.config.as_deref()).is_none() {
            continue;
        }
        let revision = load(&path, &LoadOptions::default()).0;
        let (Some(base), Some(revision)) = (base, revision) else {
            return Err(format!("{} cannot be read", path.display()));
        };
        let report = documents::compare(&base, &revision, document.config.as_deref());
        for change in report.changes {
            let alone = |mutant: &Mutant| changed(&mutant.entries, &change.fingerprint);
            let ((Some(expected), None) | (None, Some(expected))) = (alone(first), alone(second))
            else {
                continue;
            };
            out.all += 1;
            if expected != change.rust {
                let text = format!(
                    "{}#{} with {}#{}: {} {}",
                    first.mutation,
                    first.pointer,
                    second.mutation,
                    second.pointer,
                    change.rule,
                    change.message
                );
                out.wrong.push((text, expected, change.rust));
            }
        }
    }
    Ok(out)
}

/// Whether one place is in the other.
fn touch(one: &str, other: &str) -> bool {
    let within = |outer: &str, inner: &str| {
        let rest = inner.strip_prefix(outer);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    within(one, other) || within(other, one)
}

impl Entries {
    /// The figures, and every wrong one.
    pub(crate) fn text(&self) -> String {
        let mut out = String::new();
        for (text, alone, with) in &self.wrong {
            out.push_str(&format!(
                "  alone {}, with another change {}: {text}\n",
                alone.as_str(),
                with.as_str()
            ));
        }
        let right = self.all - self.wrong.len();
        let less = self
            .wrong
            .iter()
            .filter(|(_, alone, with)| with < alone)
            .count();
        out.push_str(&format!(
            "entries          {} of two changes at once, of which {right} have the verdict of their own, {less} a lower one\n",
            self.all
        ));
        out
    }
}
