//! The whole way from documents to a crate: what the command line and build scripts call. In: [`Options`]; out: an
//! [`Outcome`] with every finding and every change. Invariant: when any document has an error nothing is written.

use crate::beside;
use crate::config::Config;
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::emit::{self, CrateOptions, Prepared};
use crate::ir::Api;
use crate::limit;
use crate::load::{self, LoadOptions};
use crate::lower;
use crate::parallel;
use crate::passes;
use crate::project::{self, Change, Changes, OutputFile};
use crate::published;
use crate::samples::Sample;
use crate::source::Sources;
use crate::users::{self, Users};
use std::path::{Path, PathBuf};

/// What to do with the difference between output and tree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Write it.
    #[default]
    Write,
    /// Only tell.
    Check,
}

/// What to generate, and where.
#[derive(Clone, Debug)]
pub struct Options {
    /// The documents; folders stand for the documents in them.
    pub specs: Vec<PathBuf>,
    /// The folder of the crate.
    pub out: PathBuf,
    /// The name of the crate.
    pub name: String,
    /// The version in a manifest that is written for the first time.
    pub version: String,
    /// Whether the crate is a workspace of its own, so that it builds wherever it lies.
    pub standalone: bool,
    /// The command named in the headers.
    pub refresh: String,
    /// OpenAPI Overlays, applied to every document in this order.
    pub overlays: Vec<PathBuf>,
    /// Write or only tell.
    pub mode: Mode,
    /// What is left out of the documents' paths where the output names them.
    pub base: PathBuf,
    /// Whether a `<name>.names` that keeps published names is begun beside each document; where there is one it is
    /// kept up to date in any case.
    pub names: bool,
    /// Whether warnings are as bad as errors: nothing is written then.
    pub deny_warnings: bool,
}

impl Options {
    /// The documents of `specs` into a crate `name` at `out` that builds on its own.
    pub fn new(specs: Vec<PathBuf>, out: impl Into<PathBuf>, name: impl Into<String>) -> Self {
        Self {
            specs,
            out: out.into(),
            name: name.into(),
            version: "0.1.0".to_owned(),
            standalone: true,
            refresh: "specsmith generate".to_owned(),
            overlays: Vec::new(),
            mode: Mode::Write,
            base: PathBuf::new(),
            names: false,
            deny_warnings: false,
        }
    }
}

/// What became of one document.
#[derive(Debug)]
pub struct DocumentReport {
    /// The document.
    pub path: PathBuf,
    /// Its description, unless an error stands among the diagnostics.
    pub api: Option<Api>,
    /// The files that were read.
    pub sources: Sources,
    /// What was found.
    pub diagnostics: Diagnostics,
}

/// What became of a run.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The documents, in order.
    pub documents: Vec<DocumentReport>,
    /// Findings that belong to no document.
    pub diagnostics: Diagnostics,
    /// What differed (and was written, in [`Mode::Write`]); `None` when there were errors.
    pub changes: Option<Changes>,
    /// What that means for code that calls the crate; empty when it means nothing, or there was no face before.
    pub users: Users,
}

impl Outcome {
    /// Whether anything was found of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        let own = self.diagnostics.count(severity);
        own + self
            .documents
            .iter()
            .map(|document| document.diagnostics.count(severity))
            .sum::<usize>()
    }

    /// Whether an error was found.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Whether what was found stands in the way.
    fn is_refused(&self, options: &Options) -> bool {
        self.has_errors() || (options.deny_warnings && self.count(Severity::Warning) > 0)
    }
}

/// Generates a crate from documents.
pub fn generate(options: &Options) -> Outcome {
    let mut outcome = Outcome::default();
    let paths = documents(&options.specs, &mut outcome.diagnostics);
    outcome.documents = parallel::map(&paths, 1, |path| {
        read(path, &options.base, &options.overlays)
    });
    if outcome.documents.is_empty() {
        let message = "there is no document to generate from";
        let finding = Diagnostic::error("input-none", None, message);
        outcome.diagnostics.push(finding);
    }
    if outcome.is_refused(options) {
        return outcome;
    }
    // The descriptions are lent, not copied: they are the largest thing in memory.
    let mut lent = lend(&mut outcome.documents);
    outcome.diagnostics.extend(clashes(&lent.apis));
    if outcome.has_errors() {
        lent.give_back(&mut outcome.documents);
        return outcome;
    }
    let krate = krate(options);
    let prepared = Prepared::new(&lent.apis, &krate);
    let texts = emit::texts(&prepared);
    let files = match limit::features_beyond(&texts) {
        0 => printed(&lent.apis, &prepared, texts, options),
        beyond => {
            for (index, finding) in limit::merge(&mut lent.apis, beyond) {
                let owner = lent.owners[index];
                outcome.documents[owner].diagnostics.push(finding);
            }
            output(&lent.apis, options)
        }
    };
    lent.give_back(&mut outcome.documents);
    let (mut changes, findings) = project::compare(&options.out, &files);
    outcome.diagnostics.extend(findings);
    if !outcome.is_refused(options) {
        outcome.users = Users::read(&options.out, &files, &changes);
        let names = names(options, &outcome.documents);
        changes
            .files
            .extend(names.iter().map(|file| file.change.clone()));
        put(options, &files, changes, &names, &mut outcome);
    }
    outcome
}

/// A file beside a document that is not as it should be.
struct NamesFile {
    path: PathBuf,
    text: String,
    change: Change,
}

/// The files of published names that differ.
fn names(options: &Options, documents: &[DocumentReport]) -> Vec<NamesFile> {
    let files = documents.iter().filter_map(|document| {
        let path = beside::path(&document.path, ".names");
        let old = std::fs::read_to_string(&path).ok();
        if old.is_none() && !options.names {
            return None;
        }
        let text = published::text(document.api.as_ref()?);
        let shown = path.strip_prefix(&options.base).unwrap_or(&path);
        let shown = shown.to_string_lossy().replace('\\', "/");
        let change = project::change(shown, old.as_deref(), &text)?;
        Some(NamesFile { path, text, change })
    });
    files.collect()
}

fn put(
    options: &Options,
    files: &[OutputFile],
    changes: Changes,
    names: &[NamesFile],
    outcome: &mut Outcome,
) {
    let written = || {
        let names = names
            .iter()
            .map(|file| project::replace(&file.path, &file.text));
        project::write(&options.out, files, &changes).and(names.collect::<Result<(), String>>())
    };
    if options.mode == Mode::Write
        && let Err(reason) = written()
    {
        let error = Diagnostic::error("output-unwritable", None, format!("cannot write {reason}"));
        outcome
            .diagnostics
            .push(error.help("of a new crate nothing was written, of another every file that could be; mend the cause and run again"));
        return;
    }
    outcome.changes = Some(changes);
}

/// The files of a crate, as they should be.
pub fn output(apis: &[Api], options: &Options) -> Vec<OutputFile> {
    let krate = krate(options);
    let prepared = Prepared::new(apis, &krate);
    printed(apis, &prepared, emit::texts(&prepared), options)
}

fn krate(options: &Options) -> CrateOptions {
    // The version is the user's, once there is one.
    let version = users::current(&options.out);
    CrateOptions {
        name: options.name.clone(),
        version: version.unwrap_or_else(|| options.version.clone()),
        standalone: options.standalone,
    }
}

fn printed(
    apis: &[Api],
    prepared: &Prepared<'_>,
    texts: Vec<emit::Text>,
    options: &Options,
) -> Vec<OutputFile> {
    let mut files = project::print_modules(apis, prepared, &options.refresh);
    let texts = texts.into_iter();
    files.extend(texts.map(|text| project::print_text(text, &options.refresh)));
    files
}

/// Reads one document, with the `<api>.toml` beside it, as far as the IR. `base` is left out of its path in the output.
pub fn read(path: &Path, base: &Path, overlays: &[PathBuf]) -> DocumentReport {
    let (loaded, sources, mut diagnostics) = open(path, base, overlays);
    let api = loaded.and_then(|(loaded, config)| {
        let (draft, more) = lower::draft(&loaded, &config);
        diagnostics.extend(more);
        // Nothing looks at the document itself from here on, and its tree is large.
        parallel::drop(loaded);
        let (api, more) = passes::run(draft?, &config, sources.entry_name());
        diagnostics.extend(more);
        (!diagnostics.has_errors()).then_some(api)
    });
    DocumentReport {
        path: path.to_owned(),
        api,
        sources,
        diagnostics,
    }
}

/// Every example that a document carries, with the type of the generated crate that reads it; none where [`read()`]
/// finds errors.
pub fn samples(path: &Path, overlays: &[PathBuf]) -> Vec<Sample> {
    let (loaded, _, _) = open(path, Path::new(""), overlays);
    loaded.map_or_else(Vec::new, |(loaded, config)| {
        lower::samples(&loaded, &config)
    })
}

/// A document and what stands beside it, with the files that were read and what was wrong with them.
type Opened = (Option<(load::Loaded, Config)>, Sources, Diagnostics);

fn open(path: &Path, base: &Path, overlays: &[PathBuf]) -> Opened {
    let limits = LoadOptions {
        overlays: overlays.to_vec(),
        ..LoadOptions::default()
    };
    let (loaded, mut sources, mut diagnostics) = load::load(path, &limits);
    let config = beside::read(path, &mut sources, &mut diagnostics);
    let both = loaded.zip(config).map(|(loaded, mut config)| {
        config.api.source.get_or_insert_with(|| shown(path, base));
        (loaded, config)
    });
    (both, sources, diagnostics)
}

/// A path as the output names it: nothing of one machine may reach it.
pub(crate) fn shown(path: &Path, base: &Path) -> String {
    let path = path.strip_prefix(base).unwrap_or(path);
    let path = match path.file_name() {
        Some(name) if path.is_absolute() => Path::new(name),
        _ => path,
    };
    path.to_string_lossy().replace('\\', "/")
}

/// The documents that some paths stand for, in a stable order.
pub(crate) fn documents(specs: &[PathBuf], diagnostics: &mut Diagnostics) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for spec in specs {
        if !spec.is_dir() {
            found.push(spec.clone());
            continue;
        }
        match std::fs::read_dir(spec) {
            Ok(entries) => {
                let mut inside: Vec<PathBuf> = entries
                    .flatten()
                    .map(|entry| entry.path())
                    .filter(|path| is_document(path))
                    .collect();
                inside.sort();
                found.extend(inside);
            }
            Err(error) => {
                let message = format!("cannot read the folder {}: {error}", spec.display());
                diagnostics.push(Diagnostic::error("input-unreadable", None, message));
            }
        }
    }
    found
}

fn is_document(path: &Path) -> bool {
    path.is_file()
        && path
            .extension()
            .and_then(|extension| extension.to_str())
            .is_some_and(|extension| matches!(extension, "yaml" | "yml" | "json"))
}

/// The descriptions of all documents in the order of their modules, and which document each is of.
struct Lent {
    apis: Vec<Api>,
    owners: Vec<usize>,
}

fn lend(documents: &mut [DocumentReport]) -> Lent {
    let owned = documents.iter_mut().enumerate();
    let mut lent: Vec<(usize, Api)> = owned
        .filter_map(|(index, document)| Some((index, document.api.take()?)))
        .collect();
    lent.sort_by(|(_, a), (_, b)| a.module.cmp(&b.module));
    let (owners, apis) = lent.into_iter().unzip();
    Lent { apis, owners }
}

impl Lent {
    fn give_back(self, documents: &mut [DocumentReport]) {
        for (owner, api) in self.owners.into_iter().zip(self.apis) {
            documents[owner].api = Some(api);
        }
    }
}

/// Two documents cannot be one module.
fn clashes(apis: &[Api]) -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    for pair in apis.windows(2) {
        if pair[0].module == pair[1].module {
            let message = format!(
                "{} and {} would both be the module `{}`",
                pair[0].source, pair[1].source, pair[0].module.0
            );
            diagnostics.push(Diagnostic::error("module-twice", None, message));
        }
    }
    diagnostics
}
