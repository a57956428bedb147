//! The generators that are compared. In: a document; out: the command that makes a client crate of it, and what has to be
//! put beside its output so that cargo takes it as a crate. Invariant: each is asked for a whole client (types and calls),
//! in the mode that its own help gives for that, and nothing is changed in the code it writes.

use crate::process;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A generator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Generator {
    /// The one of this workspace, at that place.
    Specsmith(PathBuf),
    Ploidy,
    OpenapiToRust,
    Oas3Gen,
}

impl Generator {
    /// All of them, specsmith first.
    pub(crate) fn all(specsmith: &Path) -> [Self; 4] {
        [
            Self::Specsmith(specsmith.to_owned()),
            Self::Ploidy,
            Self::OpenapiToRust,
            Self::Oas3Gen,
        ]
    }

    /// Its name, which is its package's too.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Specsmith(_) => "specsmith",
            Self::Ploidy => "ploidy",
            Self::OpenapiToRust => "openapi-to-rust",
            Self::Oas3Gen => "oas3-gen",
        }
    }

    fn program(&self) -> Command {
        match self {
            Self::Specsmith(path) => Command::new(path),
            Self::Ploidy | Self::OpenapiToRust | Self::Oas3Gen => Command::new(self.name()),
        }
    }

    /// Its name and version, as it says itself; `None` where it is not installed.
    pub(crate) fn version(&self) -> Option<String> {
        let said = process::output(self.program().arg("--version")).ok()?;
        Some(said.lines().next().unwrap_or(self.name()).to_owned())
    }

    /// How to get it.
    pub(crate) fn remedy(&self) -> String {
        format!("not installed: cargo install {}", self.name())
    }

    /// The command that generates the crate `name` of a document into the folder `out`.
    pub(crate) fn command(&self, document: &Path, out: &Path, name: &str) -> Command {
        let mut command = self.program();
        match self {
            Self::Specsmith(_) => command
                .arg("generate")
                .arg(document)
                .arg("--out")
                .arg(out)
                .args(["--name", name]),
            Self::Ploidy => command
                .args(["generate", "rust"])
                .arg(document)
                .arg("--output")
                .arg(out)
                .args(["--name", name]),
            Self::OpenapiToRust => command
                .arg("generate")
                .arg(document)
                .arg("--output-dir")
                .arg(out.join("src/api"))
                .args(["--module-name", "api", "--quiet"]),
            Self::Oas3Gen => command
                .args(["generate", "client-mod", "--workspace", "--quiet"])
                .arg("--input")
                .arg(document)
                .arg("--output")
                .arg(out),
        };
        command.stdout(Stdio::null());
        command
    }

    /// Makes a crate of the output, one that cargo takes for a workspace of its own.
    pub(crate) fn complete(&self, out: &Path, name: &str) -> Result<(), String> {
        if *self == Self::OpenapiToRust {
            let needs = out.join("src/api/REQUIRED_DEPS.toml");
            let dependencies = read(&needs)?;
            let head = format!(
                "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n"
            );
            write(&out.join("Cargo.toml"), &format!("{head}{dependencies}"))?;
            write(&out.join("src/lib.rs"), "pub mod api;\n")?;
        }
        let manifest = out.join("Cargo.toml");
        let text = read(&manifest)?;
        if text.lines().any(|line| line.trim() == "[workspace]") {
            return Ok(());
        }
        write(&manifest, &format!("{text}\n[workspace]\n"))
    }
}

/// A name for a package, made from a document's file name: letters, digits and `-`, a letter first.
pub(crate) fn package_name(document: &Path) -> String {
    let stem = document.file_stem().unwrap_or_default().to_string_lossy();
    let mut name = String::from("api");
    for word in stem
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        name.push('-');
        name.push_str(&word.to_ascii_lowercase());
    }
    name
}

/// A file's text, or an error that names it.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))
}

/// Writes a file, or says which one could not be written.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|e| format!("{}: {e}", path.display()))
}

/// Makes a folder, empty.
pub(crate) fn empty_folder(path: &Path) -> Result<(), String> {
    let shown = |e: std::io::Error| format!("{}: {e}", path.display());
    if path.exists() {
        std::fs::remove_dir_all(path).map_err(shown)?;
    }
    std::fs::create_dir_all(path).map_err(shown)
}

/// Folders that were not there before. All of them are removed at the end, and none sooner: a file system is slow to make
/// files right after it removed as many, which would be counted against what makes more of them.
pub(crate) struct Fresh {
    root: PathBuf,
    given: usize,
}

impl Fresh {
    /// Folders below one that nothing else uses.
    pub(crate) fn new(work: &Path) -> Self {
        let root = work.join(format!("fresh-{}", std::process::id()));
        Self { root, given: 0 }
    }

    /// The next of them.
    pub(crate) fn folder(&mut self) -> PathBuf {
        self.given += 1;
        self.root.join(self.given.to_string())
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        // What is left is removed with the rest of `target/`.
        let _ = std::fs::remove_dir_all(&self.root);
    }
}

#[cfg(test)]
mod tests {
    use super::package_name;
    use std::path::Path;

    #[test]
    fn any_file_name_gives_a_package_name() {
        let name = |file| package_name(Path::new(file));
        assert_eq!(
            name("a/github-2020-api.github.com.json"),
            "api-github-2020-api-github-com"
        );
        assert_eq!(name("3_Ü b.yaml"), "api-3-b");
        assert_eq!(name(""), "api");
    }
}
