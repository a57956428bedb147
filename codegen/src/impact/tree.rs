//! In: the files of a workspace's packages. Out: their modules, and what a path in one of them leads to. Invariant: what is
//! named comes before what a glob brings, and what is private is found like the rest, since the compiler has seen to that.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use super::declared::{Declared, declared};
use super::defined::defined;
use super::find::{Finder, Found};

/// A module, by its number.
pub(super) type At = usize;

/// Where a path leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A module of the user's.
    Module(At),
    /// Into the generated crate: the names behind its own.
    Generated(Vec<String>),
    /// An item of the user's by its module and name, and the names behind it.
    Own(At, String, Vec<String>),
}

/// Another crate under the name that it has in a package.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Other {
    /// The generated one.
    Generated,
    /// A package of the workspace, by its number.
    Package(usize),
}

/// What can have the same name as the other and stand for something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Space {
    /// Types and modules.
    Types,
    /// Functions, constants and variants.
    Values,
}

/// As what something has a name in what a path inside of the generated crate leads to, if it is there.
pub(super) type Holds<'h> = &'h dyn Fn(&[String], &str) -> Option<Space>;

/// All modules of a workspace.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) modules: Vec<Module>,
    pub(super) packages: Vec<Package>,
}

#[derive(Debug, Default)]
pub(super) struct Package {
    pub(super) others: HashMap<String, Other>,
    pub(super) library: Option<At>,
}

#[derive(Debug, Default)]
pub(super) struct Module {
    pub(super) package: usize,
    pub(super) root: At,
    pub(super) parent: Option<At>,
    pub(super) children: HashMap<String, At>,
    pub(super) imports: HashMap<String, Vec<String>>,
    pub(super) globs: Vec<Vec<String>>,
    /// What it defines; with the variants, if it is an enum.
    pub(super) items: HashMap<String, Vec<String>>,
}

impl Tree {
    /// Adds a package. Gives the module that each of its files is.
    pub(super) fn add(
        &mut self,
        others: HashMap<String, Other>,
        library: &Path,
        files: &[(&Path, &syn::File)],
    ) -> Vec<At> {
        let package = self.packages.len();
        self.packages.push(Package {
            others,
            library: None,
        });
        let by_path: HashMap<&Path, usize> = files
            .iter()
            .enumerate()
            .map(|(number, (path, _))| (*path, number))
            .collect();
        let inner: Vec<_> = files
            .iter()
            .map(|(path, file)| declared(path, file, &by_path))
            .collect();
        let claimed: HashSet<usize> = inner.iter().flatten().map(|one| one.file).collect();
        let mut modules: Vec<Option<At>> = vec![None; files.len()];
        let roots = (0..files.len()).filter(|number| !claimed.contains(number));
        // What only files in a circle declare is a root as well.
        for number in roots.chain(0..files.len()) {
            if modules[number].is_none() {
                let at = self.module(package, None);
                modules[number] = Some(at);
                self.fill(at, number, files, &inner, &mut modules);
            }
        }
        let modules: Vec<At> = modules.into_iter().flatten().collect();
        self.packages[package].library = by_path.get(library).map(|number| modules[*number]);
        modules
    }

    fn module(&mut self, package: usize, parent: Option<At>) -> At {
        let at = self.modules.len();
        self.modules.push(Module {
            package,
            root: parent.map_or(at, |parent| self.modules[parent].root),
            parent,
            ..Module::default()
        });
        at
    }

    /// Reads a file into its module, and those that it declares. What several declare is the module of the first.
    fn fill(
        &mut self,
        at: At,
        number: usize,
        files: &[(&Path, &syn::File)],
        inner: &[Vec<Declared>],
        modules: &mut Vec<Option<At>>,
    ) {
        self.read(at, &files[number].1.items);
        for one in &inner[number] {
            let inside = one.inside.iter();
            let parent = inside.fold(at, |at, name| self.child(at, name).unwrap_or(at));
            let known = modules[one.file];
            let child =
                known.unwrap_or_else(|| self.module(self.modules[parent].package, Some(parent)));
            self.modules[parent]
                .children
                .insert(one.name.clone(), child);
            if known.is_none() {
                modules[one.file] = Some(child);
                self.fill(child, one.file, files, inner, modules);
            }
        }
    }

    /// Reads the items of a module, and of those that stand in it.
    fn read(&mut self, at: At, items: &[syn::Item]) {
        let defined = defined(items);
        let module = &mut self.modules[at];
        module.imports = defined.imports;
        module.globs = defined.globs;
        module.items = defined.items;
        for (name, items) in defined.modules {
            let child = self.module(self.modules[at].package, Some(at));
            self.modules[at].children.insert(name, child);
            self.read(child, items);
        }
    }

    /// The module of a name in another.
    pub(super) fn child(&self, at: At, name: &str) -> Option<At> {
        self.modules[at].children.get(name).copied()
    }

    /// Where a path leads that stands in a module. A path that begins with `::` begins with an empty name.
    pub(super) fn find(
        &self,
        at: At,
        words: &[String],
        space: Space,
        holds: Holds<'_>,
        found: &mut Found,
    ) -> Option<Place> {
        Finder::new(self, space, holds, found).find(at, words)
    }
}

/// An identifier without `r#`.
pub(super) fn plain(ident: &syn::Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map(str::to_owned).unwrap_or(text)
}
