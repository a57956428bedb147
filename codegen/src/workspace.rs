//! A workspace with `spec/` and `generated/`: what `specsmith generate` without arguments and its build script work on.
//! In: the folder; out: [`Options`]. Invariant: both callers get the same options, so the same bytes.

use crate::generate::Options;
use std::path::Path;

/// The options that turn `spec/` of the workspace at `root` into its `generated/`.
///
/// # Errors
///
/// When `generated/Cargo.toml` has no package name.
pub fn workspace(root: &Path) -> Result<Options, String> {
    let manifest = root.join("generated/Cargo.toml");
    let text = std::fs::read_to_string(&manifest)
        .map_err(|error| format!("{}: {error}", manifest.display()))?;
    let table: toml::Table =
        toml::from_str(&text).map_err(|error| format!("{}: {error}", manifest.display()))?;
    let name = table
        .get("package")
        .and_then(|package| package.get("name"))
        .and_then(toml::Value::as_str);
    let Some(name) = name else {
        return Err(format!("{}: there is no package name", manifest.display()));
    };
    // From the root itself, the documents' paths are as people write them.
    let inside = std::env::current_dir().is_ok_and(|folder| folder == root);
    let root = if inside { Path::new("") } else { root };
    let mut options = Options::new(vec![root.join("spec")], root.join("generated"), name);
    options.base = root.to_owned();
    options.standalone = false;
    options.names = true;
    options.refresh = "cargo run -p specsmith -- generate".to_owned();
    Ok(options)
}
