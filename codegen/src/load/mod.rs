//! Reads documents: paths in, `Loaded` out, with every file in the shape of OpenAPI 3.0 plus the later keywords that
//! 3.0 has no words for. Invariant: whatever the bytes are, this ends with documents or with diagnostics, in time and
//! memory bounded by the limits.

mod address;
mod breaks;
mod decode;
mod dialect;
mod files;
mod flow;
mod json;
mod jsonpath;
mod mend;
mod mistake;
mod oas31;
mod oas32;
mod origins;
mod overlay;
mod parse;
mod read;
mod refs;
mod repair;
mod resolve;
mod swagger2;
mod tree;
mod walk;
mod yaml;

pub mod locate;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;

pub use origins::Origins;
pub use resolve::Target;

use files::Loader;

use crate::diag::Diagnostics;
use crate::source::{FileId, Origin, Sources};

/// Reads a document and every file it refers to. `None` only with an error among the diagnostics; an error among them
/// always means that nothing usable was read.
pub fn load(entry: &Path, options: &LoadOptions) -> (Option<Loaded>, Sources, Diagnostics) {
    Loader::new(options, true).entry(entry)
}

/// Reads a document from memory, without ever touching the disk: references to other files stay unresolved.
pub fn load_text(
    name: &str,
    text: &str,
    options: &LoadOptions,
) -> (Option<Loaded>, Sources, Diagnostics) {
    Loader::new(options, false).entry_bytes(name, text.as_bytes().to_vec())
}

/// The text of a file, as [`load()`] would read it now; `None` where it would find none.
pub fn text(path: &Path, limits: &Limits) -> Option<String> {
    let bytes = read::read(path, limits.file_bytes).ok()?;
    decode::decode(bytes).ok()
}

/// The tree of a text as it is written, before any repair or rewrite; `None` if it is neither JSON nor YAML.
pub fn parse_text(text: &str) -> Option<Value> {
    let parse::Read { value, .. } = parse::read(text, Limits::default().budget()).ok()?;
    Some(value)
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

impl Limits {
    /// What the text of one file may become. Escapes and line folding only ever shrink a text by much, so what is twice
    /// the largest file is repeated.
    fn budget(&self) -> tree::Budget {
        tree::Budget {
            nodes: self.nodes,
            bytes: self.file_bytes.saturating_mul(2),
        }
    }
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

    /// Whether the file was read that a reference leads into.
    pub(crate) fn has_read(&self, from: FileId, reference: &str) -> bool {
        let (address, _) = resolve::split(reference);
        address.is_empty() || self.links.contains_key(&(from, address.to_owned()))
    }

    /// Whether a value of a discriminator's mapping leads into a file that was not read.
    pub(crate) fn has_lost(&self, from: FileId, reference: &str) -> bool {
        refs::is_written_out(reference) && !self.has_read(from, reference)
    }

    /// The entry document.
    pub fn entry(&self) -> &Document {
        &self.files[0]
    }

    /// The written place of a pointer into a normalised root, which is shared where it is the same.
    pub(crate) fn shared_origin(&self, file: FileId, pointer: &Arc<str>) -> Origin {
        let pointer = match self.document(file) {
            Some(document) => document.origins.shared(pointer),
            None => Arc::clone(pointer),
        };
        Origin::new(file, pointer)
    }

    /// The written place of a pointer into a normalised root.
    pub fn origin(&self, file: FileId, pointer: &str) -> Origin {
        match self.document(file) {
            Some(document) => Origin::new(file, document.origins.written(pointer)),
            None => Origin::new(file, pointer),
        }
    }
}
