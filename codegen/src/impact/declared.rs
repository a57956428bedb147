//! In: a file of code. Out: the modules that it declares and other files are. Invariant: what `#[path]` says comes first, then
//! the places where the compiler looks.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::tree::plain;

/// A module that a file declares and another file is.
pub(super) struct Declared {
    /// The modules of the first file that the declaration stands in.
    pub(super) inside: Vec<String>,
    pub(super) name: String,
    pub(super) file: usize,
}

/// The modules that a file declares and others of some files are.
pub(super) fn declared(
    path: &Path,
    file: &syn::File,
    files: &HashMap<&Path, usize>,
) -> Vec<Declared> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let stem = path.file_stem().unwrap_or_default();
    let mut found = Vec::new();
    let mut open: Vec<(Vec<String>, &[syn::Item])> = vec![(Vec::new(), &file.items)];
    while let Some((inside, items)) = open.pop() {
        for item in items {
            let syn::Item::Mod(module) = item else {
                continue;
            };
            let name = plain(&module.ident);
            if let Some((_, items)) = &module.content {
                open.push(([&inside[..], &[name]].concat(), items));
                continue;
            }
            let below: PathBuf = inside.iter().collect();
            let places = match elsewhere(&module.attrs) {
                Some(path) => vec![folder.join(path)],
                None => [folder.join(stem).join(&below), folder.join(&below)]
                    .iter()
                    .flat_map(|folder| {
                        [
                            folder.join(format!("{name}.rs")),
                            folder.join(&name).join("mod.rs"),
                        ]
                    })
                    .collect(),
            };
            let file = places.iter().find_map(|place| files.get(place.as_path()));
            if let Some(file) = file {
                found.push(Declared {
                    inside: inside.clone(),
                    name,
                    file: *file,
                });
            }
        }
    }
    found
}

/// What `#[path = "…"]` says.
fn elsewhere(attributes: &[syn::Attribute]) -> Option<String> {
    let named = attributes.iter().find(|one| one.path().is_ident("path"))?;
    match &named.meta.require_name_value().ok()?.value {
        syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(path),
            ..
        }) => Some(path.value()),
        _ => None,
    }
}
