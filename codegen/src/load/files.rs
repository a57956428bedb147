//! In: an entry document. Out: it and every file it leads to, each parsed, repaired and searched for further references
//! until nothing new turns up, then rewritten to 3.0 shape. Invariant: each file is read once, and no more of it is
//! touched than something refers to.

mod rewrite;

use std::collections::{HashMap, HashSet, VecDeque};
use std::path::Path;

use super::read::{Problem, read};
use super::refs::{self, Reference};
use super::resolve::{percent_decode, split};
use super::walk::{Node, Place, place_at};
use super::{Dialect, Document, LoadOptions, Loaded, Origins, address, decode, dialect, parse};
use super::{mend, overlay, repair};
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::source::{FileId, Origin, Sources};

/// Reads documents into a [`Loaded`].
pub(super) struct Loader<'a> {
    options: &'a LoadOptions,
    /// Whether other files may be read.
    disk: bool,
    loaded: Loaded,
    /// One for each file.
    work: Vec<Work>,
    by_path: HashMap<String, FileId>,
    jobs: VecDeque<Job>,
    /// References to parameters, by file: Swagger 2.0 has to know which of them are bodies.
    parameters: Vec<(FileId, String)>,
    /// Addresses that led nowhere, and what to say about it.
    missing: mend::Missing,
    diagnostics: Diagnostics,
}

/// What is known about a file beside its content.
struct Work {
    /// The dialect its parts are read in: its own, or that of whoever refers to it.
    effective: Dialect,
    /// The parts that were visited, by pointer.
    parts: HashMap<String, Place>,
    order: Vec<String>,
    /// References already dealt with.
    seen: HashSet<(String, Place)>,
}

/// A part of a file to visit.
struct Job {
    file: FileId,
    pointer: String,
    place: Place,
}

impl<'a> Loader<'a> {
    pub(super) fn new(options: &'a LoadOptions, disk: bool) -> Self {
        Self {
            options,
            disk,
            loaded: Loaded {
                sources: Sources::default(),
                files: Vec::new(),
                links: HashMap::new(),
                ids: HashMap::new(),
                anchors: HashMap::new(),
            },
            work: Vec::new(),
            by_path: HashMap::new(),
            jobs: VecDeque::new(),
            parameters: Vec::new(),
            missing: mend::Missing::new(),
            diagnostics: Diagnostics::default(),
        }
    }

    /// Reads an entry document from disk.
    pub(super) fn entry(self, path: &Path) -> (Option<Loaded>, Sources, Diagnostics) {
        let name = path.to_string_lossy().replace('\\', "/");
        match read(path, self.options.limits.file_bytes) {
            Ok(bytes) => self.entry_bytes(&name, bytes),
            Err(problem) => self.fail(&name, problem),
        }
    }

    /// Reads an entry document from memory.
    pub(super) fn entry_bytes(
        mut self,
        name: &str,
        bytes: Vec<u8>,
    ) -> (Option<Loaded>, Sources, Diagnostics) {
        if bytes.len() > self.options.limits.file_bytes {
            let problem = Problem::too_big(self.options.limits.file_bytes);
            return self.fail(name, problem);
        }
        let file = self.add(name, bytes, Severity::Error);
        if self.diagnostics.has_errors() {
            return self.finish(false);
        }
        self.apply_overlays(file);
        if self.diagnostics.has_errors() {
            return self.finish(false);
        }
        let root = &self.loaded.files[0].root;
        let Some(dialect) = dialect::of_entry(file, root, &mut self.diagnostics) else {
            return self.finish(false);
        };
        self.start(file, dialect);
        while let Some(job) = self.jobs.pop_front() {
            self.visit(job);
        }
        self.rewrite();
        self.mend();
        self.finish(true)
    }

    fn fail(mut self, name: &str, problem: Problem) -> (Option<Loaded>, Sources, Diagnostics) {
        let file = self.loaded.sources.add(name, "");
        self.loaded.sources.miss(name);
        let at = Origin::new(file, "");
        self.diagnostics
            .push(Diagnostic::error(problem.code, at, problem.message));
        self.finish(false)
    }

    fn finish(self, usable: bool) -> (Option<Loaded>, Sources, Diagnostics) {
        let sources = self.loaded.sources.clone();
        (usable.then_some(self.loaded), sources, self.diagnostics)
    }

    /// Takes a file in. What cannot be parsed becomes a document of null, and a finding of the given severity.
    fn add(&mut self, name: &str, bytes: Vec<u8>, severity: Severity) -> FileId {
        let (text, bad) = match decode::decode(bytes) {
            Ok(text) => (text, None),
            Err(bad) => (String::new(), Some(bad)),
        };
        let file = self.loaded.sources.add(name, text);
        let mut findings = Diagnostics::default();
        let root = match bad {
            Some(bad) => {
                self.loaded.sources.miss(name);
                let at = Origin::position(file, bad.line, bad.column);
                findings.push(Diagnostic::error("encoding", at, "not UTF-8 text"));
                None
            }
            None => {
                let source = self.loaded.sources.get(file);
                let text = source.map(|s| s.text.clone()).unwrap_or_default();
                parse::parse(file, &text, self.options.limits.budget(), &mut findings)
            }
        };
        for mut finding in findings.iter().cloned() {
            finding.severity = finding.severity.max(severity);
            self.diagnostics.push(finding);
        }
        self.loaded.files.push(Document {
            file,
            dialect: Dialect::Fragment,
            root: root.unwrap_or_default(),
            origins: Origins::default(),
        });
        self.work.push(Work {
            effective: Dialect::Fragment,
            parts: HashMap::new(),
            order: Vec::new(),
            seen: HashSet::new(),
        });
        self.by_path.insert(name.to_owned(), file);
        file
    }

    fn apply_overlays(&mut self, entry: FileId) {
        for path in &self.options.overlays {
            let name = path.to_string_lossy().replace('\\', "/");
            match read(path, self.options.limits.file_bytes) {
                Ok(bytes) => {
                    let file = self.add(&name, bytes, Severity::Error);
                    let overlay = std::mem::take(&mut self.loaded.files[file.0 as usize].root);
                    let place = overlay::Place {
                        file,
                        entry,
                        sources: &self.loaded.sources,
                    };
                    let target = &mut self.loaded.files[entry.0 as usize];
                    overlay::apply(
                        &overlay,
                        place,
                        &mut target.root,
                        &mut target.origins.overlays,
                        &mut self.diagnostics,
                    );
                    self.loaded.files[file.0 as usize].root = overlay;
                }
                Err(problem) => {
                    self.loaded.sources.miss(name.as_str());
                    let message = format!("the overlay `{name}`: {}", problem.message);
                    self.diagnostics
                        .push(Diagnostic::error(problem.code, None, message));
                }
            }
        }
    }

    /// Visits a whole document of a dialect of its own.
    fn start(&mut self, file: FileId, dialect: Dialect) {
        self.loaded.files[file.0 as usize].dialect = dialect;
        self.work[file.0 as usize].effective = dialect;
        self.jobs.push_back(Job {
            file,
            pointer: String::new(),
            place: Place::One(Node::Root),
        });
    }

    /// Repairs one part of a file and follows the references in it.
    fn visit(&mut self, job: Job) {
        let index = job.file.0 as usize;
        let document = &mut self.loaded.files[index];
        let work = &mut self.work[index];
        let pointer = document.origins.repairs.after(&job.pointer);
        if covered(&work.parts, &pointer) {
            return;
        }
        let Some(value) = document.root.pointer_mut(&pointer) else {
            return;
        };
        repair::run(
            value,
            &pointer,
            job.place,
            &mut repair::Context {
                file: job.file,
                dialect: work.effective,
                overlays: &document.origins.overlays,
                moves: &mut document.origins.repairs,
                diagnostics: &mut self.diagnostics,
            },
        );
        let found = refs::collect(value, &pointer, job.place);
        work.parts.insert(pointer.clone(), job.place);
        work.order.push(pointer);
        for (anchor, pointer) in found.anchors {
            self.loaded
                .anchors
                .entry((job.file, anchor))
                .or_insert(pointer);
        }
        for (uri, pointer) in found.ids {
            self.loaded.ids.entry(uri).or_insert((job.file, pointer));
        }
        for reference in found.references {
            self.follow(job.file, reference);
        }
    }

    fn follow(&mut self, file: FileId, reference: Reference) {
        let key = (reference.text.clone(), reference.place);
        if !self.work[file.0 as usize].seen.insert(key) {
            return;
        }
        if reference.place == Place::One(Node::Parameter) {
            self.parameters.push((file, reference.text.clone()));
        }
        let (address, fragment) = split(&reference.text);
        let in_base = reference.base.as_ref().is_some_and(|base| {
            address.is_empty()
                || self
                    .loaded
                    .ids
                    .contains_key(&address::join(&base.uri, address))
        });
        if in_base {
            return;
        }
        let target = match address {
            "" => Some(file),
            _ if self.loaded.ids.contains_key(address) => return,
            _ => self.link(file, address, &reference),
        };
        if let Some(target) = target
            && (fragment.is_empty() || fragment.starts_with('/'))
        {
            self.jobs.push_back(Job {
                file: target,
                pointer: percent_decode(fragment).into_owned(),
                place: reference.place,
            });
        }
    }

    /// The file behind an address, read if it is new.
    fn link(&mut self, from: FileId, address: &str, reference: &Reference) -> Option<FileId> {
        if let Some(file) = self.loaded.links.get(&(from, address.to_owned())) {
            return Some(*file);
        }
        let name = self.loaded.sources.get(from)?.name.clone();
        let Some(path) = address::path(&name, address) else {
            let message = format!("`{address}` is not fetched; {LEFT}");
            self.complain(from, reference, "ref-remote", message);
            return None;
        };
        let file = match self.by_path.get(&path) {
            Some(file) => *file,
            None => self.open(from, address, &path, reference)?,
        };
        self.loaded.links.insert((from, address.to_owned()), file);
        Some(file)
    }

    fn open(
        &mut self,
        from: FileId,
        address: &str,
        path: &str,
        reference: &Reference,
    ) -> Option<FileId> {
        let limits = &self.options.limits;
        if self.loaded.files.len() >= limits.files {
            let message = format!("more than {} files; `{path}` is not read", limits.files);
            self.complain(from, reference, "too-many-files", message);
            return None;
        }
        let bytes = match self.disk {
            true => read(Path::new(path), limits.file_bytes),
            false => Err(Problem::unusable("there are no other files here")),
        };
        match bytes {
            Ok(bytes) => {
                let file = self.add(path, bytes, Severity::Warning);
                let root = &self.loaded.files[file.0 as usize].root;
                match dialect::of_root(file, root, &mut self.diagnostics) {
                    Some(dialect) => self.start(file, dialect),
                    None => {
                        let effective = self.work[from.0 as usize].effective;
                        self.work[file.0 as usize].effective = effective;
                    }
                }
                Some(file)
            }
            Err(problem) => {
                self.loaded.sources.miss(path);
                // It may mean something else than a file, which is found out when all files are there.
                let message = format!("`{path}`: {}; {LEFT}", problem.message);
                let code = match problem.code {
                    "file-unreadable" => "ref-file-missing",
                    code => code,
                };
                let at = self.loaded.origin(from, &reference.at);
                self.missing.insert(
                    (from, address.to_owned()),
                    Diagnostic::warning(code, at, message),
                );
                None
            }
        }
    }

    fn complain(
        &mut self,
        file: FileId,
        reference: &Reference,
        code: &'static str,
        message: String,
    ) {
        let at = self.loaded.origin(file, &reference.at);
        self.diagnostics
            .push(Diagnostic::warning(code, at, message));
    }
}

/// What becomes of a reference into a file that is not read.
const LEFT: &str = "a schema takes any value then, anything else is left out";

/// Whether a part that was visited already holds a pointer, as something the specification knows.
fn covered(parts: &HashMap<String, Place>, pointer: &str) -> bool {
    let mut end = pointer.len();
    loop {
        if let Some(place) = parts.get(&pointer[..end])
            // Something that was visited as one thing is not visited again as another.
            && (end == pointer.len() || place_at(*place, &pointer[end..]) != Place::Rest)
        {
            return true;
        }
        match pointer[..end].rfind('/') {
            Some(slash) => end = slash,
            None => return false,
        }
    }
}
