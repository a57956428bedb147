//! In: the words of the command line for both sides. Out: the documents behind them, and their comparison. Invariant:
//! documents of two directories are paired by file name; a side that cannot be read is an error, never an empty one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::git;
use crate::beside;
use crate::cli::report::{self, MessageFormat};
use crate::config::Config;
use crate::diag::{self, Diagnostics, Severity};
use crate::load::{LoadOptions, Loaded, load};
use crate::published::Rename;
use crate::review::report::Report;
use crate::review::{Options, diff_with, one_sided};
use crate::source::Sources;
use crate::{lower, passes};

/// The documents directly in a directory are those with one of these.
const EXTENSIONS: [&str; 3] = ["yaml", "yml", "json"];

/// The directory that `--against` compares.
const SPEC: &str = "spec";

/// One document with the name it is paired by.
pub(in crate::cli) struct Document {
    pub(in crate::cli) name: String,
    pub(in crate::cli) loaded: Loaded,
    /// What stands in the `.toml` and the `.names` file beside it.
    pub(in crate::cli) config: Config,
    /// What of that had to be left out.
    left_out: Diagnostics,
    /// Whether it is a file with neither beside it.
    alone: bool,
}

/// The documents of a side: just one, or those of a directory by name.
pub(in crate::cli) struct Side {
    documents: Vec<Document>,
    single: bool,
}

impl Side {
    /// Tells of what had to be left out, on standard error.
    pub(in crate::cli) fn tell(&self) {
        for Document {
            left_out, loaded, ..
        } in &self.documents
        {
            report::write(left_out, &loaded.sources, MessageFormat::Human, true);
        }
    }
}

/// Which of the sides something is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Base,
    Revision,
}

/// What the command line says about both sides.
pub(in crate::cli) struct Words<'a> {
    pub(in crate::cli) base: Option<&'a str>,
    pub(in crate::cli) revision: Option<&'a str>,
    pub(in crate::cli) against: Option<&'a str>,
}

/// Reads both sides, at the same time.
pub(in crate::cli) fn read(words: &Words<'_>) -> Result<(Side, Side), String> {
    let (base, revision) = match (words.against, words.base, words.revision) {
        (Some(commit), ..) => (git::here(commit, SPEC)?, SPEC.to_owned()),
        (None, Some(base), Some(revision)) => (base.to_owned(), revision.to_owned()),
        _ => return Err("two sides are needed".to_owned()),
    };
    std::thread::scope(|scope| {
        let older = scope.spawn(|| read_side(&base, Role::Base));
        let newer = read_side(&revision, Role::Revision);
        let older = older
            .join()
            .map_err(|_| "reading the base failed".to_owned())?;
        let (mut older, mut newer) = (older?, newer?);
        // Of the same folder, so that what is not beside a document was taken away.
        if words.against.is_some() {
            newer.documents.iter_mut().for_each(|one| one.alone = false);
        }
        one_of(&mut older, &newer, [&base, &revision])?;
        one_of(&mut newer, &older, [&revision, &base])?;
        Ok((older, newer))
    })
}

/// Where one side is a single document and the other a directory of several, it is about the one of the same name.
fn one_of(several: &mut Side, single: &Side, words: [&str; 2]) -> Result<(), String> {
    let ([wanted], true, 2..) = (
        &single.documents[..],
        single.single,
        several.documents.len(),
    ) else {
        return Ok(());
    };
    if !several.documents.iter().any(|one| one.name == wanted.name) {
        let names: Vec<&str> = several.documents.iter().map(|one| &*one.name).collect();
        let [directory, file] = words;
        return Err(format!(
            "`{file}` is one document, and `{directory}` holds {}, none of which has its name ({}); say which one of them \
             to compare with",
            several.documents.len(),
            names.join(", "),
        ));
    }
    several.documents.retain(|one| one.name == wanted.name);
    several.single = true;
    Ok(())
}

fn read_side(word: &str, role: Role) -> Result<Side, String> {
    let path = Path::new(word);
    if path.is_dir() {
        return Ok(Side {
            documents: read_directory(path, None, role)?,
            single: false,
        });
    }
    if path.is_file() {
        return Ok(Side {
            documents: vec![read_document(path, None, role)?],
            single: true,
        });
    }
    let Some(object) = git::Object::parse(word) else {
        return Err(match word.split_once(':') {
            _ if word.is_empty() => {
                "a side is empty; give a file, a directory of documents, or a git object such as \
                 `main:spec/api.yaml`"
                    .to_owned()
            }
            Some((commit, "")) if !commit.is_empty() => {
                format!("`{word}` says nothing of the file; write `{word}{SPEC}`, for example")
            }
            _ => format!(
                "there is no file or directory `{word}`; what a commit holds is written `main:{word}`"
            ),
        });
    };
    let copy = object.check_out()?;
    let names = Some((copy.root(), object.commit()));
    let single = !copy.is_directory();
    let documents = match single {
        true => vec![read_document(&copy.path(), names, role)?],
        false => read_directory(&copy.path(), names, role)?,
    };
    Ok(Side { documents, single })
}

fn read_directory(
    path: &Path,
    names: Option<(&Path, &str)>,
    role: Role,
) -> Result<Vec<Document>, String> {
    let entries =
        std::fs::read_dir(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| {
        let extension = file.extension().and_then(|extension| extension.to_str());
        file.is_file() && extension.is_some_and(|extension| EXTENSIONS.contains(&extension))
    });
    files.sort();
    if files.is_empty() {
        let name = names.map_or(path, |(root, _)| path.strip_prefix(root).unwrap_or(path));
        return Err(format!(
            "there is no document in `{}`; a document is a file that ends in .yaml, .yml or .json",
            name.display()
        ));
    }
    files
        .iter()
        .map(|file| read_document(file, names, role))
        .collect()
}

/// Reads one document. `names` says under which directory it is a copy of which commit.
fn read_document(
    path: &Path,
    names: Option<(&Path, &str)>,
    role: Role,
) -> Result<Document, String> {
    let (loaded, mut sources, diagnostics) = load(path, &LoadOptions::default());
    let named = |sources: Sources| match names {
        Some((root, commit)) => renamed(&sources, root, commit),
        None => sources,
    };
    let Some(mut loaded) = loaded else {
        let sources = named(sources);
        let text = diag::render(&diagnostics, &sources, false, 5);
        let name = match sources.iter().next() {
            Some(_) => sources.entry_name().to_owned(),
            None => path.display().to_string(),
        };
        return Err(format!("{name} cannot be read\n{text}"));
    };
    let name = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    // What stands in a commit that others follow cannot be mended there.
    let is_past = role == Role::Base && names.is_some();
    let (config, left_out) = match is_past {
        true => beside::read_past(path, &mut sources),
        false => {
            let mut found = Diagnostics::default();
            let config = beside::read(path, &mut sources, &mut found);
            let Some(config) = config else {
                let sources = named(sources);
                let text = diag::render(&found, &sources, false, 5);
                let message = format!("what stands beside {} cannot be read", sources.entry_name());
                return Err(format!("{message}\n{text}"));
            };
            (config, Diagnostics::default())
        }
    };
    // With what stands beside it, which changes are told of, too.
    loaded.sources = named(sources);
    let mut document = Document {
        name,
        loaded,
        config,
        left_out,
        // What a commit has not beside a document is not there.
        alone: names.is_none() && !beside::is_there(path),
    };
    document.follow_renames(is_past)?;
    Ok(document)
}

impl Document {
    /// Leaves out the renames that generating would refuse, or else refuses them, too.
    fn follow_renames(&mut self, is_past: bool) -> Result<(), String> {
        let refused = refused(&self.loaded, &self.config);
        if !refused.has_errors() {
            return Ok(());
        }
        if !is_past {
            let text = diag::render(&refused, &self.loaded.sources, false, 5);
            let name = self.loaded.sources.entry_name();
            return Err(format!(
                "`[names]` beside {name} cannot be followed\n{text}"
            ));
        }
        let is_refused = |rename: &Rename| refused.iter().any(|error| error.at == rename.at);
        let renames = &mut self.config.published.renames;
        renames.retain(|rename| !is_refused(rename));
        self.left_out.extend(refused.past());
        Ok(())
    }
}

/// What generating refuses of the renames that stand beside a document: without them it would be another crate.
fn refused(loaded: &Loaded, config: &Config) -> Diagnostics {
    let mut refused = Diagnostics::default();
    if config.published.renames.is_empty() {
        return refused;
    }
    if let (Some(draft), _) = lower::draft(loaded, config) {
        let (_, found) = passes::run(draft, config, loaded.sources.entry_name());
        let errors = found.iter().filter(|one| one.severity == Severity::Error);
        for error in errors.filter(|one| one.code.starts_with("rename-")) {
            refused.push(error.clone());
        }
    }
    refused
}

/// The same files under the names they have in a commit.
fn renamed(sources: &Sources, root: &Path, commit: &str) -> Sources {
    let prefix = format!("{}/", root.to_string_lossy().replace('\\', "/"));
    let mut renamed = Sources::default();
    for (_, file) in sources.iter() {
        let name = match file.name.strip_prefix(&prefix) {
            Some(inside) => format!("{commit}:{inside}"),
            None => file.name.clone(),
        };
        renamed.add(name, file.text.clone());
    }
    renamed
}

/// Compares the documents of both sides. Says which were compared with each other, too.
pub(super) fn compare<'s>(
    base: &'s Side,
    revision: &'s Side,
    options: &Options,
) -> (Report, Vec<(&'s Document, &'s Document)>) {
    let mut reports = Vec::new();
    let mut pairs = Vec::new();
    if let ([old], [new]) = (&base.documents[..], &revision.documents[..])
        && (base.single || revision.single)
    {
        pairs.push((old, new));
        reports.push(compared(old, new, options));
        return (Report::merge(reports), pairs);
    }
    let by_name = |side: &'s Side| -> BTreeMap<&'s str, &'s Document> {
        let documents = side.documents.iter();
        documents
            .map(|document| (document.name.as_str(), document))
            .collect()
    };
    let (older, newer) = (by_name(base), by_name(revision));
    for (name, old) in &older {
        match newer.get(name) {
            Some(new) => {
                pairs.push((*old, *new));
                reports.push(compared(old, new, options));
            }
            None => reports.push(one_sided("document-removed", name, &old.loaded, options)),
        }
    }
    for (name, new) in &newer {
        if !older.contains_key(name) {
            reports.push(one_sided("document-added", name, &new.loaded, options));
        }
    }
    (Report::merge(reports), pairs)
}

/// Compares two documents, each with what stands beside it.
pub(in crate::cli) fn compared(old: &Document, new: &Document, options: &Options) -> Report {
    diff_with(&old.loaded, &new.loaded, configs(old, new), options)
}

/// What two documents are generated with. A file that lies somewhere by itself is another version of the one that
/// it is compared with, and what stands beside that counts for both.
pub(in crate::cli) fn configs<'s>(old: &'s Document, new: &'s Document) -> [&'s Config; 2] {
    match (old.alone, new.alone) {
        (true, false) => [&new.config; 2],
        (false, true) => [&old.config; 2],
        (true, true) | (false, false) => [&old.config, &new.config],
    }
}

/// The documents of the older side, each with its newer version, if there is one.
pub(in crate::cli) fn paired<'s>(
    base: &'s Side,
    revision: &'s Side,
) -> Vec<(&'s Document, Option<&'s Document>)> {
    if let ([old], [new]) = (&base.documents[..], &revision.documents[..])
        && (base.single || revision.single)
    {
        return vec![(old, Some(new))];
    }
    let newer = |name: &str| {
        revision
            .documents
            .iter()
            .find(|document| document.name == name)
    };
    base.documents
        .iter()
        .map(|old| (old, newer(&old.name)))
        .collect()
}

/// The texts of everything that was compared.
pub(super) fn texts<'s>(pairs: &[(&'s Document, &'s Document)]) -> Vec<&'s Sources> {
    let both = pairs
        .iter()
        .flat_map(|(old, new)| [&old.loaded, &new.loaded]);
    both.map(|loaded| &loaded.sources).collect()
}
