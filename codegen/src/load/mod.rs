//! Reads documents: paths in, `Loaded` out, with every file in the shape of OpenAPI 3.0 plus the later keywords that
//! 3.0 has no words for. Invariant: whatever the bytes are, this ends with documents or with diagnostics, in time and
//! memory bounded by the limits.

mod decode;
mod json;
#[allow(dead_code)]
mod origins;
mod parse;
mod resolve;
mod tree;
mod yaml;

pub mod locate;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

pub use origins::Origins;
pub use resolve::Target;

use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{FileId, Origin, Sources};

/// Reads a document and every file it refers to. `None` only with an error among the diagnostics; an error among them
/// always means that nothing usable was read.
pub fn load(entry: &Path, options: &LoadOptions) -> (Option<Loaded>, Sources, Diagnostics) {
    let name = entry.to_string_lossy().replace('\\', "/");
    let mut loader = Loader::new(options);
    let loaded = match std::fs::read(entry) {
        Ok(bytes) => loader.add(&name, bytes).is_some(),
        Err(error) => {
            let file = loader.sources.add(name, "");
            let at = Origin::new(file, "");
            let message = format!("cannot read the file: {error}");
            loader
                .diagnostics
                .push(Diagnostic::error("file-unreadable", at, message));
            false
        }
    };
    loader.finish(loaded)
}

/// Reads a document from memory, without ever touching the disk: references to other files stay unresolved.
pub fn load_text(
    name: &str,
    text: &str,
    options: &LoadOptions,
) -> (Option<Loaded>, Sources, Diagnostics) {
    let mut loader = Loader::new(options);
    let loaded = loader.add(name, text.as_bytes().to_vec()).is_some();
    loader.finish(loaded)
}

/// What a caller may ask of the loader.
#[derive(Clone, Debug, Default)]
pub struct LoadOptions {
    /// Overlay files, applied to the entry document in this order.
    pub overlays: Vec<PathBuf>,
    /// What is too much.
    pub limits: Limits,
}

/// Where reading stops with a diagnostic.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes of one file.
    pub file_bytes: usize,
    /// Values in one file, YAML aliases written out.
    pub nodes: usize,
    /// Files reached from one entry document.
    pub files: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 64 << 20,
            nodes: 4_000_000,
            files: 2_000,
        }
    }
}

/// Everything that was read.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The texts; the same set that is returned beside this.
    pub sources: Sources,
    /// The documents; the index is the `FileId`, 0 is the entry.
    pub files: Vec<Document>,
    /// Which file an address written in a file leads to.
    links: HashMap<(FileId, String), FileId>,
    /// Where `$id`s are.
    ids: HashMap<String, (FileId, String)>,
    /// Where anchors are.
    anchors: HashMap<(FileId, String), String>,
}

/// One file.
#[derive(Clone, Debug)]
pub struct Document {
    /// Which one.
    pub file: FileId,
    /// What it was written in.
    pub dialect: Dialect,
    /// The whole of it, in 3.0 shape.
    pub root: Value,
    /// Where its parts were before that.
    pub origins: Origins,
}

/// What a document is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// Swagger 2.0.
    Swagger2,
    /// OpenAPI 3.0.
    OpenApi30,
    /// OpenAPI 3.1.
    OpenApi31,
    /// OpenAPI 3.2.
    OpenApi32,
    /// A file that others refer to, without a version of its own.
    Fragment,
}

impl Loaded {
    /// The document of a file.
    pub fn document(&self, file: FileId) -> Option<&Document> {
        self.files.get(file.0 as usize)
    }

    /// The entry document.
    pub fn entry(&self) -> &Document {
        &self.files[0]
    }

    /// The written place of a pointer into a normalised root.
    pub fn origin(&self, file: FileId, pointer: &str) -> Origin {
        match self.document(file) {
            Some(document) => Origin::new(file, document.origins.written(pointer)),
            None => Origin::new(file, pointer),
        }
    }
}

struct Loader<'a> {
    options: &'a LoadOptions,
    sources: Sources,
    files: Vec<Document>,
    diagnostics: Diagnostics,
}

impl<'a> Loader<'a> {
    fn new(options: &'a LoadOptions) -> Self {
        Self {
            options,
            sources: Sources::default(),
            files: Vec::new(),
            diagnostics: Diagnostics::default(),
        }
    }

    fn add(&mut self, name: &str, bytes: Vec<u8>) -> Option<FileId> {
        let text = match decode::decode(bytes) {
            Ok(text) => text,
            Err(bad) => {
                let file = self.sources.add(name, "");
                let at = Origin::position(file, bad.line, bad.column);
                let message = "not UTF-8 text";
                self.diagnostics
                    .push(Diagnostic::error("encoding", at, message));
                return None;
            }
        };
        let file = self.sources.add(name, text);
        let text = self.sources.get(file)?.text.clone();
        let nodes = self.options.limits.nodes;
        let root = parse::parse(file, &text, nodes, &mut self.diagnostics)?;
        self.files.push(Document {
            file,
            dialect: Dialect::OpenApi30,
            root,
            origins: Origins::default(),
        });
        Some(file)
    }

    fn finish(self, loaded: bool) -> (Option<Loaded>, Sources, Diagnostics) {
        let loaded = loaded.then(|| Loaded {
            sources: self.sources.clone(),
            files: self.files,
            links: HashMap::new(),
            ids: HashMap::new(),
            anchors: HashMap::new(),
        });
        (loaded, self.sources, self.diagnostics)
    }
}
