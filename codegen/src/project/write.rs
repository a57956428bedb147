//! Puts changes on disk. In: the files and the `Changes` planned for them; out: the tree. Invariant: every file, and a
//! tree that is new as a whole, is written beside its place and renamed into it, so that a reader sees the old or the new
//! text and nothing between.

use super::{Change, ChangeKind, Changes, OutputFile};
use crate::parallel;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};

/// Fewer files than this are written by one thread.
const WORTH_A_THREAD: usize = 32;

/// Carries out `changes` under `root`.
///
/// # Errors
///
/// The first path that could not be written or removed, and why. Where `root` is new, there is none then; elsewhere what
/// else could be written was.
pub fn write(root: &Path, files: &[OutputFile], changes: &Changes) -> Result<(), String> {
    if root.file_name().is_some() && root.symlink_metadata().is_err_and(is_missing) {
        return fresh(root, files, changes);
    }
    let texts: HashMap<&str, &str> = files
        .iter()
        .map(|file| (file.path.as_str(), file.text.as_str()))
        .collect();
    let (removed, written): (Vec<&Change>, Vec<&Change>) =
        (changes.files.iter()).partition(|change| change.kind == ChangeKind::Removed);
    let written = parallel::map(&written, WORTH_A_THREAD, |change| {
        let text = texts.get(change.path.as_str());
        text.map_or(Ok(()), |text| {
            named(root, change, |path| replaced(path, text))
        })
    });
    // Only now: a folder that one file leaves empty may be the folder of another.
    let removed = removed
        .into_iter()
        .map(|change| named(root, change, |path| remove(root, path)));
    written
        .into_iter()
        .chain(removed.collect::<Vec<_>>())
        .collect()
}

/// Writes a tree where there is none: its files need no names of their own until it is complete.
fn fresh(root: &Path, files: &[OutputFile], changes: &Changes) -> Result<(), String> {
    let beside = beside(root);
    let put = || std::fs::rename(&beside, root).map_err(|error| because(root, &error));
    let written = fill(&beside, root, files, changes).and_then(|()| put());
    if written.is_err() {
        let _ = std::fs::remove_dir_all(&beside);
    }
    written
}

/// Writes what is new into the folder `beside`, which is to be `root`.
fn fill(beside: &Path, root: &Path, files: &[OutputFile], changes: &Changes) -> Result<(), String> {
    let added: HashSet<&str> = (changes.files.iter())
        .filter(|change| change.kind != ChangeKind::Removed)
        .map(|change| change.path.as_str())
        .collect();
    let files: Vec<&OutputFile> = (files.iter())
        .filter(|file| added.contains(file.path.as_str()))
        .collect();
    let folder = |file: &OutputFile| Some(Path::new(&file.path).parent()?.to_owned());
    let folders: BTreeSet<PathBuf> = files.iter().filter_map(|file| folder(file)).collect();
    for folder in std::iter::once(PathBuf::new()).chain(folders) {
        std::fs::create_dir_all(beside.join(&folder))
            .map_err(|error| because(&root.join(folder), &error))?;
    }
    let written = parallel::map(&files, WORTH_A_THREAD, |file| {
        std::fs::write(beside.join(&file.path), &file.text)
            .map_err(|error| because(&root.join(&file.path), &error))
    });
    written.into_iter().collect()
}

fn is_missing(error: io::Error) -> bool {
    error.kind() == io::ErrorKind::NotFound
}

fn because(path: &Path, error: &io::Error) -> String {
    format!("{}: {error}", path.display())
}

/// Where something is written before it is put in its place.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.tmp", std::process::id()))
}

/// What is done with the file of a change; an error says which.
fn named(
    root: &Path,
    change: &Change,
    work: impl FnOnce(&Path) -> io::Result<()>,
) -> Result<(), String> {
    let path = root.join(&change.path);
    work(&path).map_err(|error| because(&path, &error))
}

/// Puts a text in the place of a file. An error says which.
pub(crate) fn replace(path: &Path, text: &str) -> Result<(), String> {
    replaced(path, text).map_err(|error| because(path, &error))
}

fn replaced(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let beside = beside(path);
    let written = match std::fs::write(&beside, text) {
        // The first file of a folder makes it; for the others it is not asked for.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            std::fs::create_dir_all(folder)?;
            std::fs::write(&beside, text)
        }
        other => other,
    };
    let written = written.and_then(|()| std::fs::rename(&beside, path));
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    written
}

/// Removes a file, and the folders it leaves empty.
fn remove(root: &Path, path: &Path) -> io::Result<()> {
    std::fs::remove_file(path)?;
    let mut folder = path.parent();
    while let Some(dir) = folder {
        if dir == root || std::fs::remove_dir(dir).is_err() {
            break;
        }
        folder = dir.parent();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::compare;

    fn files(names: &[&str]) -> Vec<OutputFile> {
        let file = |path: &&str| OutputFile {
            path: (*path).to_owned(),
            text: "text".to_owned(),
        };
        names.iter().map(file).collect()
    }

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("specsmith-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn a_new_tree_is_there_as_a_whole() {
        let parent = folder("new-tree");
        let root = parent.join("deep/api");
        let files = files(&["Cargo.toml", "src/lib.rs", "src/models/pet.rs"]);
        let (changes, _) = compare(&root, &files);
        write(&root, &files, &changes).unwrap();
        for file in &files {
            assert_eq!(
                std::fs::read_to_string(root.join(&file.path)).unwrap(),
                "text"
            );
        }
        assert_eq!(std::fs::read_dir(parent.join("deep")).unwrap().count(), 1);
        std::fs::remove_dir_all(parent).unwrap();
    }

    #[test]
    fn of_a_new_tree_that_cannot_be_written_nothing_stays() {
        let parent = folder("no-tree");
        let root = parent.join("api");
        // A file is where another one needs a folder.
        let files = files(&["src", "src/lib.rs"]);
        let (changes, _) = compare(&root, &files);
        let error = write(&root, &files, &changes).unwrap_err();
        assert!(
            error.contains("api/src") && !error.contains(".tmp"),
            "{error}"
        );
        assert_eq!(std::fs::read_dir(&parent).unwrap().count(), 0);
        std::fs::remove_dir_all(parent).unwrap();
    }
}
