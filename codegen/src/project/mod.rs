//! From modules to a tree on disk. In: the modules and texts that `emit` gives; out: `Changes`, then files. Invariant:
//! a file without our header is never written, moved or removed; a file whose bytes are right is not touched.

mod compare;
mod header;
mod print;
mod write;

pub(crate) use compare::change;
pub use compare::{Change, ChangeKind, Changes, compare};
pub use header::Header;
pub use print::{print_modules, print_text};
pub(crate) use write::replace;
pub use write::write;

/// A file of the output as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// Its path below the output folder, with `/` between the parts.
    pub path: String,
    /// Its whole text, header included.
    pub text: String,
}
