//! What a generator wrote, counted. In: a folder; out: files, lines and bytes of its Rust. Invariant: a folder called
//! `runtime` is counted apart, since a client has it once, however large its document.

use std::ops::AddAssign;
use std::path::Path;

/// How much Rust there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Emitted {
    pub(crate) files: usize,
    pub(crate) lines: usize,
    pub(crate) bytes: usize,
}

impl AddAssign for Emitted {
    fn add_assign(&mut self, more: Self) {
        self.files += more.files;
        self.lines += more.lines;
        self.bytes += more.bytes;
    }
}

/// Counts the Rust below a folder; what lies in folders that `skip` names is left out.
pub(crate) fn count(folder: &Path, skip: &[&str]) -> Result<Emitted, String> {
    let shown = |e: std::io::Error| format!("{}: {e}", folder.display());
    let mut sum = Emitted::default();
    for entry in std::fs::read_dir(folder).map_err(shown)? {
        let path = entry.map_err(shown)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            if !skip.contains(&name.as_ref()) {
                sum += count(&path, skip)?;
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).map_err(shown)?;
            sum += Emitted {
                files: 1,
                lines: text.lines().count(),
                bytes: text.len(),
            };
        }
    }
    Ok(sum)
}
