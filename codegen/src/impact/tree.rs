//! In: the files of a workspace's packages. Out: their modules, and what a path in one of them leads to. Invariant: what is
//! named comes before what a glob brings, and what is private is found like the rest, since the compiler has seen to that.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use syn::visit::Visit;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    modules: Vec<Module>,
    packages: Vec<Package>,
}

#[derive(Debug, Default)]
struct Package {
    others: HashMap<String, Other>,
    library: Option<At>,
}

#[derive(Debug, Default)]
struct Module {
    package: usize,
    root: At,
    parent: Option<At>,
    children: HashMap<String, At>,
    imports: HashMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    /// What it defines; with the variants, if it is an enum.
    items: HashMap<String, Vec<String>>,
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

    /// Reads a file into its module, and those that it declares.
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
            if modules[one.file].is_some() {
                continue;
            }
            let parent = one
                .inside
                .iter()
                .fold(at, |at, name| self.child(at, name).unwrap_or(at));
            let child = self.module(self.modules[parent].package, Some(parent));
            self.modules[parent]
                .children
                .insert(one.name.clone(), child);
            modules[one.file] = Some(child);
            self.fill(child, one.file, files, inner, modules);
        }
    }

    /// Reads the items of a module, and of those that stand in it.
    fn read(&mut self, at: At, items: &[syn::Item]) {
        let mut reader = Reader::default();
        items.iter().for_each(|item| reader.visit_item(item));
        let module = &mut self.modules[at];
        module.imports = reader.imports;
        module.globs = reader.globs;
        module.items = reader.items;
        for (name, items) in reader.modules {
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
    ) -> Option<Place> {
        Finder {
            tree: self,
            space,
            holds,
            under_way: Vec::new(),
        }
        .find(at, words)
    }
}

/// A search, with the names that are looked for on the way, so that those that lead to themselves come to an end.
struct Finder<'f> {
    tree: &'f Tree,
    /// As what the last name of a path is meant.
    space: Space,
    holds: Holds<'f>,
    under_way: Vec<(At, String)>,
}

impl Finder<'_> {
    fn find(&mut self, at: At, words: &[String]) -> Option<Place> {
        let (first, rest) = words.split_first()?;
        let module = &self.tree.modules[at];
        let place = match first.as_str() {
            "crate" => Place::Module(module.root),
            "self" => Place::Module(at),
            "super" => Place::Module(module.parent?),
            "" => {
                let (name, rest) = rest.split_first()?;
                let place = self.other(at, name)?;
                return self.behind(place, rest);
            }
            name => self
                .inside(at, name, rest.is_empty())
                .or_else(|| self.other(at, name))?,
        };
        self.behind(place, rest)
    }

    fn behind(&mut self, place: Place, words: &[String]) -> Option<Place> {
        words
            .iter()
            .enumerate()
            .try_fold(place, |place, (number, word)| {
                let is_last = number + 1 == words.len();
                match (place, word.as_str()) {
                    (Place::Module(at), "super") => self.tree.modules[at].parent.map(Place::Module),
                    (Place::Module(at), "self") => Some(Place::Module(at)),
                    (Place::Module(at), name) => self.inside(at, name, is_last),
                    (Place::Generated(mut names), name) => {
                        names.push(name.to_owned());
                        Some(Place::Generated(names))
                    }
                    (Place::Own(at, item, mut names), name) => {
                        names.push(name.to_owned());
                        Some(Place::Own(at, item, names))
                    }
                }
            })
    }

    /// A name in a module. What comes last is an item sooner than a module of the same name.
    fn inside(&mut self, at: At, name: &str, is_last: bool) -> Option<Place> {
        let module = &self.tree.modules[at];
        let child = module.children.get(name).map(|child| Place::Module(*child));
        if let (Some(child), false) = (&child, is_last) {
            return Some(child.clone());
        }
        if module.items.contains_key(name) {
            return Some(Place::Own(at, name.to_owned(), Vec::new()));
        }
        let searched = (at, name.to_owned());
        if self.under_way.contains(&searched) {
            return child;
        }
        self.under_way.push(searched);
        let found = match module.imports.get(name) {
            Some(path) => self.find(at, path).or(child),
            None => child.or_else(|| {
                let globs = module.globs.iter();
                let found: Vec<_> = globs
                    .filter_map(|glob| {
                        let place = self.find(at, glob)?;
                        self.brought(place, name, is_last)
                    })
                    .collect();
                let fits = found.iter().find(|(_, space)| *space == self.space);
                let (place, _) = fits.or(found.first())?;
                Some(place.clone())
            }),
        };
        self.under_way.pop();
        found
    }

    /// What a glob brings under a name, and as what.
    fn brought(&mut self, place: Place, name: &str, is_last: bool) -> Option<(Place, Space)> {
        match place {
            Place::Module(at) => {
                let found = self.inside(at, name, is_last)?;
                let space = self.space_of(&found);
                Some((found, space))
            }
            Place::Generated(mut names) => {
                let space = (self.holds)(&names, name)?;
                names.push(name.to_owned());
                Some((Place::Generated(names), space))
            }
            Place::Own(at, item, names) => {
                let variants = self.tree.modules[at].items.get(&item)?;
                let has = names.is_empty() && variants.iter().any(|one| one == name);
                has.then(|| (Place::Own(at, item, vec![name.to_owned()]), Space::Values))
            }
        }
    }

    fn space_of(&self, place: &Place) -> Space {
        let space = match place {
            Place::Module(_) => None,
            Place::Generated(names) => names
                .split_last()
                .and_then(|(last, before)| (self.holds)(before, last)),
            Place::Own(_, _, names) => (!names.is_empty()).then_some(Space::Values),
        };
        space.unwrap_or(Space::Types)
    }

    fn other(&self, at: At, name: &str) -> Option<Place> {
        let package = &self.tree.packages[self.tree.modules[at].package];
        match package.others.get(name)? {
            Other::Generated => Some(Place::Generated(Vec::new())),
            Other::Package(number) => {
                let library = self.tree.packages.get(*number)?.library?;
                Some(Place::Module(library))
            }
        }
    }
}

/// A module that a file declares and another file is.
struct Declared {
    /// The modules of the first file that the declaration stands in.
    inside: Vec<String>,
    name: String,
    file: usize,
}

fn declared(path: &Path, file: &syn::File, files: &HashMap<&Path, usize>) -> Vec<Declared> {
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

/// Reads one module: what stands in its functions counts as if it stood outside of them.
#[derive(Default)]
struct Reader<'ast> {
    imports: HashMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    items: HashMap<String, Vec<String>>,
    modules: Vec<(String, &'ast [syn::Item])>,
}

impl Reader<'_> {
    fn import(&mut self, tree: &syn::UseTree, mut before: Vec<String>) {
        match tree {
            syn::UseTree::Path(path) => {
                before.push(plain(&path.ident));
                self.import(&path.tree, before);
            }
            syn::UseTree::Name(name) if name.ident == "self" => {
                let last = before.last().cloned().unwrap_or_default();
                self.imports.entry(last).or_insert(before);
            }
            syn::UseTree::Name(name) => {
                before.push(plain(&name.ident));
                self.imports.entry(plain(&name.ident)).or_insert(before);
            }
            syn::UseTree::Rename(rename) => {
                if rename.ident != "self" {
                    before.push(plain(&rename.ident));
                }
                self.imports.entry(plain(&rename.rename)).or_insert(before);
            }
            syn::UseTree::Glob(_) => self.globs.push(before),
            syn::UseTree::Group(group) => {
                let trees = group.items.iter();
                trees.for_each(|tree| self.import(tree, before.clone()));
            }
        }
    }

    fn define(&mut self, name: &syn::Ident, variants: Vec<String>) {
        self.items.entry(plain(name)).or_insert(variants);
    }
}

impl<'ast> Visit<'ast> for Reader<'ast> {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if let Some((_, items)) = &item.content {
            self.modules.push((plain(&item.ident), items));
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let before = item.leading_colon.map(|_| String::new());
        self.import(&item.tree, before.into_iter().collect());
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        if let Some((_, rename)) = &item.rename {
            let path = vec![String::new(), plain(&item.ident)];
            self.imports.insert(plain(rename), path);
        }
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        self.define(&item.ident, Vec::new());
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        let variants = item.variants.iter().map(|one| plain(&one.ident));
        self.define(&item.ident, variants.collect());
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        self.define(&item.ident, Vec::new());
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.define(&item.ident, Vec::new());
        syn::visit::visit_item_trait(self, item);
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.define(&item.ident, Vec::new());
    }

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        self.define(&item.ident, Vec::new());
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.define(&item.sig.ident, Vec::new());
        syn::visit::visit_item_fn(self, item);
    }
}

/// An identifier without `r#`.
pub(super) fn plain(ident: &syn::Ident) -> String {
    let text = ident.to_string();
    text.strip_prefix("r#").map(str::to_owned).unwrap_or(text)
}
