//! The round trip of recorded response bodies.
//!
//! Input: a folder with a folder per API, `exavault/getSessionLogs-200.json`. Output: a [`Report`] with a line per file.
//! Invariant: a body is fine if decoding it with the generated type and encoding it again gives the same JSON; a file that is
//! no such body is listed, never passed over in silence.

mod compare;
mod kinds;

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use compare::difference;
pub use kinds::{Kind, kind_of};

/// What became of the files of a folder, in the order of their paths.
#[derive(Clone, Debug)]
pub struct Report {
    lines: Vec<(PathBuf, Finding)>,
}

/// What became of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Decoded, encoded, equal; with the type it was decoded as.
    Same(&'static str),
    /// Decoded as this type and encoded as something else; the text tells where and how.
    Differs(&'static str, String),
    /// Not decoded as this type; the text tells why.
    Refused(&'static str, String),
    /// Not a body of one of the operations, by its name.
    Foreign,
}

/// Round trips every file of a folder.
///
/// # Errors
/// When the folder or a file can't be read.
pub fn check(folder: &Path) -> io::Result<Report> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?.path();
        if entry.is_dir() {
            for file in fs::read_dir(&entry)? {
                files.push(file?.path());
            }
        } else {
            files.push(entry);
        }
    }
    files.sort();
    let mut lines = Vec::new();
    for file in files.into_iter().filter(|file| file.is_file()) {
        let finding = look(&file)?;
        lines.push((
            file.strip_prefix(folder).unwrap_or(&file).to_owned(),
            finding,
        ));
    }
    Ok(Report { lines })
}

/// Round trips one body, given its API and its name without the extension.
pub fn round_trip(api: &str, name: &str, body: &[u8]) -> Finding {
    match kind_of(api, name) {
        None => Finding::Foreign,
        Some(kind) => kind.round_trip(body),
    }
}

fn look(file: &Path) -> io::Result<Finding> {
    let text = |part: Option<&std::ffi::OsStr>| {
        part.and_then(|part| part.to_str())
            .unwrap_or_default()
            .to_owned()
    };
    let api = text(file.parent().and_then(Path::file_name));
    if file.extension().is_none_or(|extension| extension != "json") {
        return Ok(Finding::Foreign);
    }
    Ok(round_trip(&api, &text(file.file_stem()), &fs::read(file)?))
}

impl Report {
    /// Whether no body was refused or changed, and there was at least one.
    pub fn is_fine(&self) -> bool {
        self.count(Finding::is_same) > 0 && self.count(Finding::is_bad) == 0
    }

    /// The files, below the folder, and what became of them.
    pub fn lines(&self) -> impl Iterator<Item = (&Path, &Finding)> {
        self.lines
            .iter()
            .map(|(path, finding)| (path.as_path(), finding))
    }

    fn count(&self, test: fn(&Finding) -> bool) -> usize {
        self.lines
            .iter()
            .filter(|(_, finding)| test(finding))
            .count()
    }
}

impl Finding {
    /// Whether the body came back as it was.
    pub fn is_same(&self) -> bool {
        matches!(self, Self::Same(_))
    }

    fn is_bad(&self) -> bool {
        matches!(self, Self::Differs(..) | Self::Refused(..))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (path, finding) in &self.lines {
            writeln!(out, "{finding}  {}", path.display())?;
        }
        let (same, bad) = (self.count(Finding::is_same), self.count(Finding::is_bad));
        let foreign = self.lines.len() - same - bad;
        writeln!(
            out,
            "{same} equal, {bad} not, {foreign} not one of the operations' bodies"
        )
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Same(_) => out.write_str("equal"),
            Self::Differs(_, why) => write!(out, "differs ({why})"),
            Self::Refused(_, why) => write!(out, "refused ({why})"),
            Self::Foreign => out.write_str("not one of the operations' bodies"),
        }
    }
}
