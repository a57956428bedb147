//! In: the packages that use the generated crate. Out: their code, read once for all documents. Invariant: a file that is no
//! Rust is told, and the others are looked at all the same.

use std::fs;
use std::path::{Path, PathBuf};

use super::deep::too_deep;
use super::tree::{At, Tree};
use super::workspace::User;

/// The code of some packages.
#[derive(Default)]
pub(super) struct Code {
    pub(super) tree: Tree,
    pub(super) files: Vec<File>,
    /// Files that could not be read as Rust, with the reason.
    pub(super) unread: Vec<String>,
}

/// A file of code.
pub(super) struct File {
    /// Its path from the workspace on.
    pub(super) shown: String,
    pub(super) text: String,
    pub(super) items: syn::File,
    /// The module that it is.
    pub(super) at: At,
}

/// Reads the files of some packages.
pub(super) fn read(users: Vec<User>, workspace: &Path) -> Code {
    let mut code = Code::default();
    for user in users {
        let read: Vec<(&PathBuf, String, syn::File)> = user
            .files
            .iter()
            .filter_map(|path| {
                let shown = shown(path, workspace);
                match parsed(path) {
                    Ok((text, file)) => Some((path, text, file)),
                    Err(reason) => {
                        code.unread.push(format!("{shown}:{reason}"));
                        None
                    }
                }
            })
            .collect();
        let files: Vec<(&Path, &syn::File)> = read
            .iter()
            .map(|(path, _, file)| (path.as_path(), file))
            .collect();
        let modules = code.tree.add(user.others, &user.library, &files);
        let files = read.into_iter().zip(modules);
        code.files
            .extend(files.map(|((path, text, items), at)| File {
                shown: shown(path, workspace),
                text,
                items,
                at,
            }));
    }
    code.unread.sort();
    code
}

fn parsed(path: &Path) -> Result<(String, syn::File), String> {
    let text = fs::read_to_string(path).map_err(|error| format!(" {error}"))?;
    if let Some((line, reason)) = too_deep(&text) {
        return Err(format!("{line}: {reason}"));
    }
    match syn::parse_file(&text) {
        Ok(file) => Ok((text, file)),
        Err(error) => Err(format!("{}: {error}", error.span().start().line)),
    }
}

fn shown(path: &Path, workspace: &Path) -> String {
    let inside = path.strip_prefix(workspace).unwrap_or(path);
    inside.to_string_lossy().replace('\\', "/")
}
