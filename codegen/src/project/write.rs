//! Puts changes on disk. In: the files and the `Changes` planned for them; out: the tree. Invariant: every file is
//! written beside its place and renamed into it, so that a reader sees the old or the new text and nothing between.

use super::{Change, ChangeKind, Changes, OutputFile};
use crate::parallel;
use std::collections::HashMap;
use std::io;
use std::path::Path;

/// Fewer files than this are written by one thread.
const WORTH_A_THREAD: usize = 32;

/// Carries out `changes` under `root`.
///
/// # Errors
///
/// The first path that could not be written or removed, and why. What else could be written was.
pub fn write(root: &Path, files: &[OutputFile], changes: &Changes) -> Result<(), String> {
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

/// What is done with the file of a change; an error says which.
fn named(
    root: &Path,
    change: &Change,
    work: impl FnOnce(&Path) -> io::Result<()>,
) -> Result<(), String> {
    let path = root.join(&change.path);
    work(&path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Puts a text in the place of a file. An error says which.
pub(crate) fn replace(path: &Path, text: &str) -> Result<(), String> {
    replaced(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

fn replaced(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = folder.join(format!(".{name}.{}.tmp", std::process::id()));
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
