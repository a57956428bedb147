//! What stands beside a document. In: the path of a document; out: its settings (`<api>.toml`) with the names that are
//! published (`<api>.names`). Invariant: a file that is not there says nothing, one that cannot be used is an error.

use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics, suggest};
use crate::published::{self, Published, Rename};
use crate::source::{FileId, Origin, Sources, line_column};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// The settings of a document, with its published names; `None` after an error.
pub(crate) fn read(
    document: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Config> {
    let configured = configuration(document, sources, diagnostics);
    let published = published(document, sources, diagnostics);
    let (mut config, renames) = configured?;
    config.published = published?;
    config.published.renames = renames;
    Some(config)
}

/// The same of a document that is past, where nothing can be mended: without what cannot be used, which is a warning each.
pub(crate) fn read_past(document: &Path, sources: &mut Sources) -> (Config, Diagnostics) {
    let mut found = Diagnostics::default();
    let (mut config, renames) = match configuration(document, sources, &mut found) {
        Some(read) => read,
        None => usable(document, sources),
    };
    if let Some(Some((file, text))) = file(document, ".names", sources, &mut found) {
        let (published, more) = published::read(&text, file);
        config.published = published;
        found.extend(more);
    }
    config.published.renames = renames;
    (config, found.past())
}

/// What a file of settings says that can be used, each key by itself.
fn usable(document: &Path, sources: &Sources) -> (Config, Vec<Rename>) {
    let name = path(document, ".toml").to_string_lossy().replace('\\', "/");
    let mut known = sources.iter();
    let Some((file, source)) = known.find(|(_, source)| source.name == name) else {
        return (Config::default(), Vec::new());
    };
    let kept = usable_keys(&source.text);
    let mut config: Config = toml::from_str(&kept.to_string()).unwrap_or_default();
    config.file = Some(file);
    let renames = config.names.iter().map(|(place, name)| {
        let at = config.at(&["names", place]);
        Rename::new(place, name.get_ref(), at)
    });
    let renames = renames.collect();
    (config, renames)
}

/// The tables of a file of settings with the keys that can be used.
pub(crate) fn usable_keys(text: &str) -> toml::Table {
    let tables: toml::Table = toml::from_str(text).unwrap_or_default();
    let mut kept = toml::Table::new();
    for (table, keys) in &tables {
        for (key, value) in keys.as_table().into_iter().flatten() {
            let alone = toml::Table::from_iter([(key.clone(), value.clone())]);
            let alone = toml::Table::from_iter([(table.clone(), alone.into())]);
            if toml::from_str::<Config>(&alone.to_string()).is_ok() {
                let kept = kept.entry(table.clone());
                let kept = kept
                    .or_insert_with(|| toml::Table::new().into())
                    .as_table_mut();
                kept.and_then(|kept| kept.insert(key.clone(), value.clone()));
            }
        }
    }
    kept
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

/// The text of a file beside a document, if there is one; `None` after an error.
fn file(
    document: &Path,
    extension: &str,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Option<(FileId, String)>> {
    let path = path(document, extension);
    let name = path.to_string_lossy().replace('\\', "/");
    let error = match std::fs::read_to_string(&path) {
        Ok(text) => return Some(Some((sources.add(name, text.as_str()), text))),
        Err(error) => error,
    };
    sources.miss(name);
    if error.kind() == ErrorKind::NotFound {
        return Some(None);
    }
    let message = format!("cannot read {}: {error}", path.display());
    diagnostics.push(Diagnostic::error("config-unreadable", None, message));
    None
}

fn configuration(
    document: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<(Config, Vec<Rename>)> {
    let Some((file, text)) = file(document, ".toml", sources, diagnostics)? else {
        return Some((Config::default(), Vec::new()));
    };
    match toml::from_str::<Config>(&text) {
        Ok(mut config) => {
            config.file = Some(file);
            let renames = renames(&config, file, &text);
            Some((config, renames))
        }
        Err(error) => {
            diagnostics.push(config_error(file, &text, &error));
            None
        }
    }
}

/// Each rename that is asked for, and where that is.
fn renames(config: &Config, file: FileId, text: &str) -> Vec<Rename> {
    let renames = config.names.iter().map(|(place, name)| {
        let at = self::place(file, text, name.span().start);
        Rename::new(place, name.get_ref(), Some(at))
    });
    renames.collect()
}

fn published(
    document: &Path,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<Published> {
    let Some((file, text)) = file(document, ".names", sources, diagnostics)? else {
        return Some(Published::default());
    };
    let (published, found) = published::read(&text, file);
    let fine = !found.has_errors();
    diagnostics.extend(found);
    fine.then_some(published)
}

fn config_error(file: FileId, text: &str, error: &toml::de::Error) -> Diagnostic {
    let start = error.span().map_or(0, |span| span.start);
    let at = place(file, text, start);
    Diagnostic::error("config-invalid", at, error.message()).near(near_word(error.message()))
}

/// The word that was probably meant, where a message has the wrong one and then those that there are.
pub(crate) fn near_word(message: &str) -> Option<&str> {
    let mut words = message.split('`').skip(1).step_by(2);
    suggest(words.next()?, words)
}

/// A place in a text by its bytes.
pub(crate) fn place(file: FileId, text: &str, start: usize) -> Origin {
    let (line, column) = line_column(text, start);
    Origin::position(file, line, column)
}

#[cfg(test)]
mod tests {
    use super::{path, read};
    use crate::diag::Diagnostics;
    use crate::source::Sources;
    use std::fs;

    #[test]
    fn what_is_there_and_cannot_be_read_is_an_error() {
        let folder = std::env::temp_dir().join(format!("specsmith-beside-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let document = folder.join("pets.yaml");
        let found = || {
            let (mut sources, mut diagnostics) = (Sources::default(), Diagnostics::default());
            let config = read(&document, &mut sources, &mut diagnostics);
            assert_eq!(config.is_none(), diagnostics.has_errors());
            config.is_some()
        };
        assert!(found());
        for extension in [".toml", ".names"] {
            let file = path(&document, extension);
            fs::write(&file, [0xff, 0xfe]).unwrap();
            assert!(!found(), "{extension}");
            fs::remove_file(file).unwrap();
        }
        fs::remove_dir_all(folder).unwrap();
    }
}
