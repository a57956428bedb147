//! In: a path. Out: the bytes of the file there. Invariant: never more bytes than the limit, and never a wait: only
//! regular files are opened.

use std::io::{ErrorKind, Read as _};
use std::path::Path;

/// The bytes of a regular file up to a limit: a pipe or a device could go on for ever.
pub(super) fn read(path: &Path, limit: usize) -> Result<Vec<u8>, Problem> {
    let meta = std::fs::metadata(path).map_err(|e| Problem::unreadable(&e))?;
    if !meta.is_file() {
        return Err(Problem::unusable("not a regular file"));
    }
    let file = std::fs::File::open(path).map_err(|e| Problem::unreadable(&e))?;
    let mut bytes = Vec::new();
    file.take(limit as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|e| Problem::unreadable(&e))?;
    if bytes.len() > limit {
        return Err(Problem::too_big(limit));
    }
    Ok(bytes)
}

/// Why a file has no bytes.
pub(super) struct Problem {
    pub(super) code: &'static str,
    pub(super) message: String,
}

impl Problem {
    /// The file is not there, or cannot be read.
    pub(super) fn unreadable(error: &std::io::Error) -> Self {
        let message = match error.kind() {
            ErrorKind::NotFound => "there is no such file".to_owned(),
            ErrorKind::PermissionDenied => "no permission to read the file".to_owned(),
            _ => format!("cannot read the file: {error}"),
        };
        Self::unusable(message)
    }

    /// There is something, but nothing to read.
    pub(super) fn unusable(message: impl Into<String>) -> Self {
        Self {
            code: "file-unreadable",
            message: message.into(),
        }
    }

    pub(super) fn too_big(limit: usize) -> Self {
        Self {
            code: "too-large",
            message: format!("the file is larger than {} MB", limit >> 20),
        }
    }
}
