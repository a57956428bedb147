//! What would change on disk. In: the files as they should be and the folder as it is; out: `Changes`. Invariant: reads
//! only; links are not followed; what is not ours is reported, never planned over.

use super::OutputFile;
use super::header::is_ours;
use crate::diag::{Diagnostic, Diagnostics};
use crate::parallel;
use std::collections::{BTreeSet, HashMap};
use std::io;
use std::path::Path;

/// Fewer files than this are read by one thread.
const WORTH_A_THREAD: usize = 64;

/// What happens to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// Its text differs.
    Changed,
    /// Nothing emits it any more.
    Removed,
}

/// One file that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its path below the output folder.
    pub path: String,
    /// What happens to it.
    pub kind: ChangeKind,
    /// Lines that come.
    pub added: usize,
    /// Lines that go.
    pub removed: usize,
}

/// Everything that differs between the output and the tree, sorted by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The files.
    pub files: Vec<Change>,
    /// How many files are as they should be.
    pub unchanged: usize,
}

impl Changes {
    /// Whether the tree is as it should be.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// One line for each of the first `limit` files, then how many more there are.
    pub fn summary(&self, limit: usize) -> Vec<String> {
        let mut lines: Vec<String> = self.files.iter().take(limit).map(Change::line).collect();
        if self.files.len() > limit {
            lines.push(format!("… and {} more", self.files.len() - limit));
        }
        lines
    }
}

impl Change {
    fn line(&self) -> String {
        let what = match self.kind {
            ChangeKind::Added => "new    ",
            ChangeKind::Changed => "changed",
            ChangeKind::Removed => "removed",
        };
        format!("{what} {} (+{} -{})", self.path, self.added, self.removed)
    }
}

/// Compares the files with what stands under `root`.
pub fn compare(root: &Path, files: &[OutputFile]) -> (Changes, Diagnostics) {
    let mut changes = Changes::default();
    let mut diagnostics = Diagnostics::default();
    let mut emitted = BTreeSet::new();
    let is_there = root.symlink_metadata().is_ok();
    let standing = parallel::map(files, WORTH_A_THREAD, |file| {
        Standing::of(file, is_there.then_some(root))
    });
    for (file, standing) in files.iter().zip(standing) {
        emitted.insert(file.path.as_str());
        match standing {
            Standing::Same => changes.unchanged += 1,
            Standing::Foreign => diagnostics.push(in_the_way(&file.path)),
            Standing::Other(change) => changes.files.push(change),
            Standing::Unreadable(error) => {
                let message = format!("cannot read {}: {error}", file.path);
                diagnostics.push(Diagnostic::error("output-unreadable", None, message));
            }
        }
    }
    for folder in ["src", "api"] {
        orphans(root, folder, &emitted, &mut changes.files, 0);
    }
    changes.files.sort_by(|a, b| a.path.cmp(&b.path));
    (changes, diagnostics)
}

/// What is in the place of a file.
enum Standing {
    Same,
    /// Nothing, or what was generated otherwise.
    Other(Change),
    /// What somebody else wrote.
    Foreign,
    Unreadable(io::Error),
}

impl Standing {
    /// `root` is absent if there is no such folder.
    fn of(file: &OutputFile, root: Option<&Path>) -> Self {
        let read = root.map(|root| std::fs::read(root.join(&file.path)));
        match read {
            Some(Ok(bytes)) if bytes == file.text.as_bytes() => Self::Same,
            Some(Ok(bytes)) if !is_ours(&bytes) => Self::Foreign,
            Some(Ok(bytes)) => Self::Other(changed(file, &bytes)),
            Some(Err(error)) if error.kind() != io::ErrorKind::NotFound => Self::Unreadable(error),
            Some(Err(_)) | None => Self::Other(Change {
                path: file.path.clone(),
                kind: ChangeKind::Added,
                added: count_all(&file.text),
                removed: 0,
            }),
        }
    }
}

/// The manifest and the readme become the user's own when our header is taken away; source files do not.
fn in_the_way(path: &str) -> Diagnostic {
    let text =
        format!("{path} does not carry the header of a generated file, so it was left alone");
    let diagnostic = if path.ends_with(".rs") {
        Diagnostic::error("output-in-the-way", None, text)
    } else {
        Diagnostic::note("output-kept", None, text)
    };
    diagnostic.help("move it away or delete it, then generate again")
}

/// What happens to one file that stands elsewhere; nothing where its text is as it should be.
pub(crate) fn change(path: String, old: Option<&str>, new: &str) -> Option<Change> {
    let (added, removed) = match old {
        Some(old) if old == new => return None,
        Some(old) => count_lines(old, new),
        None => (count_all(new), 0),
    };
    Some(Change {
        path,
        kind: old.map_or(ChangeKind::Added, |_| ChangeKind::Changed),
        added,
        removed,
    })
}

/// The lines of a text, as `str::lines` has them, at the speed of memory.
fn count_all(text: &str) -> usize {
    let ends = text.bytes().filter(|byte| *byte == b'\n').count();
    ends + usize::from(!text.is_empty() && !text.ends_with('\n'))
}

fn changed(file: &OutputFile, old: &[u8]) -> Change {
    let (added, removed) = count_lines(&String::from_utf8_lossy(old), &file.text);
    Change {
        path: file.path.clone(),
        kind: ChangeKind::Changed,
        added,
        removed,
    }
}

/// Lines that come and go, by how often each line stands on either side.
fn count_lines(old: &str, new: &str) -> (usize, usize) {
    let mut counts = HashMap::<&str, (usize, usize)>::new();
    for line in new.lines() {
        counts.entry(line).or_default().0 += 1;
    }
    for line in old.lines() {
        counts.entry(line).or_default().1 += 1;
    }
    counts
        .values()
        .fold((0, 0), |(added, removed), (new, old)| {
            (
                added + new.saturating_sub(*old),
                removed + old.saturating_sub(*new),
            )
        })
}

/// How deep below the output folder files of ours are looked for.
const DEPTH: usize = 16;

/// Files with our header that nothing emits.
fn orphans(
    root: &Path,
    folder: &str,
    emitted: &BTreeSet<&str>,
    found: &mut Vec<Change>,
    depth: usize,
) {
    let Ok(entries) = std::fs::read_dir(root.join(folder)) else {
        return;
    };
    for entry in entries.flatten() {
        let (Ok(kind), Ok(name)) = (entry.file_type(), entry.file_name().into_string()) else {
            continue;
        };
        let path = format!("{folder}/{name}");
        if kind.is_dir() && depth < DEPTH {
            orphans(root, &path, emitted, found, depth + 1);
        } else if kind.is_file() && !emitted.contains(path.as_str()) {
            found.extend(orphan(&entry.path(), path));
        }
    }
}

fn orphan(file: &Path, path: String) -> Option<Change> {
    let bytes = std::fs::read(file).ok()?;
    is_ours(&bytes).then(|| Change {
        path,
        kind: ChangeKind::Removed,
        added: 0,
        removed: String::from_utf8_lossy(&bytes).lines().count(),
    })
}
