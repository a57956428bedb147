//! What stands beside a document. In: the path of a document; out: its settings (`<api>.toml`) with the names that are
//! published (`<api>.names`). Invariant: a file that is not there says nothing, one that cannot be used is an error.

use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics};
use crate::published::{self, Published};
use crate::source::{FileId, Origin, Sources};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The settings of a document, with its published names; `None` after an error.
pub(crate) fn read(
    document: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Config> {
    let config = configuration(document, sources, diagnostics);
    let published = published(document, sources, diagnostics);
    let mut config = config?;
    config.published = published?;
    Some(config)
}

/// Whether anything stands beside a document.
pub(crate) fn is_there(document: &Path) -> bool {
    [".toml", ".names"]
        .iter()
        .any(|extension| path(document, extension).is_file())
}

/// The path of the `<api>.toml` or `<api>.names` beside a document. A name may be all dots, of which `Path` makes folders.
pub(crate) fn path(document: &Path, extension: &str) -> PathBuf {
    let name = document.file_name().unwrap_or_default().to_os_string();
    let mut stem = match name.to_str().and_then(|name| name.rsplit_once('.')) {
        Some((stem, _)) => stem.into(),
        None => name,
    };
    stem.push(extension);
    document.with_file_name(stem)
}

fn configuration(
    document: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Config> {
    let path = path(document, ".toml");
    let name = path.to_string_lossy().replace('\\', "/");
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            sources.miss(name);
            return Some(Config::default());
        }
        Err(error) => {
            sources.miss(name);
            let message = format!("cannot read {}: {error}", path.display());
            diagnostics.push(Diagnostic::error("config-unreadable", None, message));
            return None;
        }
    };
    let file = sources.add(name, text.as_str());
    match toml::from_str(&text) {
        Ok(config) => Some(config),
        Err(error) => {
            diagnostics.push(config_error(file, &text, &error));
            None
        }
    }
}

fn published(
    document: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Published> {
    let path = path(document, ".names");
    let name = path.to_string_lossy().replace('\\', "/");
    let Ok(text) = std::fs::read_to_string(&path) else {
        sources.miss(name);
        return Some(Published::default());
    };
    let file = sources.add(name, text.as_str());
    let (published, found) = published::read(&text, file);
    let fine = !found.has_errors();
    diagnostics.extend(found);
    fine.then_some(published)
}

fn config_error(file: FileId, text: &str, error: &toml::de::Error) -> Diagnostic {
    let start = error.span().map_or(0, |span| span.start);
    Diagnostic::error("config-invalid", place(file, text, start), error.message())
}

/// A place in a text by its bytes.
fn place(file: FileId, text: &str, start: usize) -> Origin {
    let before = text.get(..start).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let last = before.rsplit('\n').next().unwrap_or_default();
    Origin::position(file, line, last.chars().count() + 1)
}
