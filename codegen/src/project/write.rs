//! Puts changes on disk. In: the files and the `Changes` planned for them; out: the tree. Invariant: every file is
//! written beside its place and renamed into it, so that a reader sees the old or the new text and nothing between.

use super::{ChangeKind, Changes, OutputFile};
use std::collections::HashMap;
use std::io;
use std::path::Path;

/// Carries out `changes` under `root`.
///
/// # Errors
///
/// The path that could not be written or removed, and why. What was written before stays.
pub fn write(root: &Path, files: &[OutputFile], changes: &Changes) -> Result<(), String> {
    let texts: HashMap<&str, &str> = files
        .iter()
        .map(|file| (file.path.as_str(), file.text.as_str()))
        .collect();
    for change in &changes.files {
        let path = root.join(&change.path);
        let done = match change.kind {
            ChangeKind::Added | ChangeKind::Changed => match texts.get(change.path.as_str()) {
                Some(text) => replace(&path, text),
                None => Ok(()),
            },
            ChangeKind::Removed => remove(root, &path),
        };
        done.map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = folder.join(format!(".{name}.{}.tmp", std::process::id()));
    let written = std::fs::write(&beside, text).and_then(|()| std::fs::rename(&beside, path));
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
