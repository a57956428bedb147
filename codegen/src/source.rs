//! Where things stand in the input: in a set of files, out a place (`Origin`) that every diagnostic and every
//! item of the IR carries. Line and column are worked out only when something is printed.

use std::fmt;
use std::sync::Arc;

/// One file of a [`Sources`] set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(pub u32);

/// A place in the input: a file and a JSON pointer (RFC 6901) into it, as the file itself is written, before any
/// normalisation. Where a file has no pointers because it could not be parsed, see [`Origin::position`].
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Origin {
    /// The file.
    pub file: FileId,
    /// The pointer, `""` for the whole document; or `@line:column`, which no pointer can look like.
    pub pointer: Arc<str>,
    /// Whether the key is meant, and not what stands behind it.
    pub key: bool,
}

impl Origin {
    /// The place `pointer` of `file`.
    pub fn new(file: FileId, pointer: impl Into<Arc<str>>) -> Self {
        Self {
            file,
            pointer: pointer.into(),
            key: false,
        }
    }

    /// The key of this place, where it is that of a property.
    #[must_use]
    pub fn of_key(self) -> Self {
        Self { key: true, ..self }
    }

    /// A place in a text that is no document yet: line and column, both from 1, the column in characters.
    pub fn position(file: FileId, line: usize, column: usize) -> Self {
        Self::new(file, format!("@{line}:{column}"))
    }

    /// Line and column, if that is what this place was made from.
    pub fn line_column(&self) -> Option<(usize, usize)> {
        let (line, column) = self.pointer.strip_prefix('@')?.split_once(':')?;
        Some((line.parse().ok()?, column.parse().ok()?))
    }
}

/// How many steps lead from a pointer to one in it, 0 to itself; `None` where that is elsewhere.
pub(crate) fn steps(outer: &str, inner: &str) -> Option<usize> {
    let rest = inner.strip_prefix(outer)?;
    let is_inside = rest.is_empty() || rest.starts_with('/');
    is_inside.then(|| rest.matches('/').count())
}

/// The line and the column of a byte of a text, both from 1, the column in characters.
pub(crate) fn line_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or_default();
    let last = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, last.chars().count() + 1)
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.file.0, self.pointer)
    }
}

/// Escapes one key for use as a JSON pointer token (RFC 6901, section 3).
pub fn escape_token(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The key that one JSON pointer token stands for.
pub fn unescape_token(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

/// The text of one input file.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The path as the user wrote it, with `/` between the parts.
    pub name: String,
    /// The whole text.
    pub text: Arc<str>,
}

/// Every file that was read, in the order of reading; index 0 is the entry document.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    missed: Vec<String>,
}

impl Sources {
    /// Adds a file.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<Arc<str>>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile {
            name: name.into(),
            text: text.into(),
        });
        id
    }

    /// The file behind an id, if it is of this set.
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// The name of the entry document; empty where there is none.
    pub fn entry_name(&self) -> &str {
        self.get(FileId(0)).map_or("", |file| &file.name)
    }

    /// Notes a file that was looked for and gave no text.
    pub fn miss(&mut self, name: impl Into<String>) {
        self.missed.push(name.into());
    }

    /// The files that were looked for and gave no text: once they do, the result may be another.
    pub fn missed(&self) -> &[String] {
        &self.missed
    }

    /// All files.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0u32..).map(FileId).zip(&self.files)
    }
}
