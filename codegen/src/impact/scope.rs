//! In: a file of a user's crate. Out: what its names stand for, as far as they come from the generated crate. Invariant:
//! a name that is imported from elsewhere never stands for an item of the API.

use std::collections::{HashMap, HashSet};

/// The imports of a file.
#[derive(Debug, Default)]
pub(super) struct Scope {
    names: HashMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    /// What the file defines by itself.
    own: HashSet<String>,
}

impl Scope {
    /// Reads the imports of a file, wherever in it they stand.
    pub(super) fn new(file: &syn::File) -> Self {
        let mut scope = Self::default();
        syn::visit::Visit::visit_file(&mut scope, file);
        scope
    }

    /// A path with its first name replaced by what that is imported as.
    pub(super) fn full(&self, path: &syn::Path) -> Vec<String> {
        let words: Vec<String> = path.segments.iter().map(|one| plain(&one.ident)).collect();
        self.expand(words, 0)
    }

    fn expand(&self, words: Vec<String>, depth: usize) -> Vec<String> {
        let known = words.first().and_then(|first| self.names.get(first));
        match known {
            Some(full) if depth < 8 && full.first() != words.first() => {
                let rest = words[1..].iter().cloned();
                self.expand(full.iter().cloned().chain(rest).collect(), depth + 1)
            }
            Some(full) => full
                .iter()
                .cloned()
                .chain(words[1..].iter().cloned())
                .collect(),
            None => words,
        }
    }

    /// Whether everything of a module is imported.
    pub(super) fn has_glob(&self, wanted: impl Fn(&[String]) -> bool) -> bool {
        self.globs
            .iter()
            .any(|glob| wanted(&self.expand(glob.clone(), 0)))
    }

    /// Whether the file defines a type of this name.
    pub(super) fn defines(&self, name: &str) -> bool {
        self.own.contains(name)
    }

    fn import(&mut self, tree: &syn::UseTree, mut before: Vec<String>) {
        match tree {
            syn::UseTree::Path(path) => {
                before.push(plain(&path.ident));
                self.import(&path.tree, before);
            }
            syn::UseTree::Name(name) if name.ident == "self" => {
                let last = before.last().cloned().unwrap_or_default();
                self.names.insert(last, before);
            }
            syn::UseTree::Name(name) => {
                before.push(plain(&name.ident));
                self.names.insert(plain(&name.ident), before);
            }
            syn::UseTree::Rename(rename) => {
                if rename.ident != "self" {
                    before.push(plain(&rename.ident));
                }
                self.names.insert(plain(&rename.rename), before);
            }
            syn::UseTree::Glob(_) => self.globs.push(before),
            syn::UseTree::Group(group) => {
                group
                    .items
                    .iter()
                    .for_each(|tree| self.import(tree, before.clone()));
            }
        }
    }
}

impl<'ast> syn::visit::Visit<'ast> for Scope {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.import(&item.tree, Vec::new());
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.own.insert(item.ident.to_string());
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        self.own.insert(item.ident.to_string());
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.own.insert(item.ident.to_string());
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        if let Some((_, rename)) = &item.rename {
            self.names
                .insert(rename.to_string(), vec![plain(&item.ident)]);
        }
    }
}

/// An identifier without `r#`.
pub(super) fn plain(ident: &syn::Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map(str::to_owned).unwrap_or(text)
}
