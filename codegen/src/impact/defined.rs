//! In: the items of a module. Out: the names that it imports and defines. Invariant: what stands in its functions counts as if
//! it stood outside of them.

use std::collections::HashMap;

use syn::visit::Visit;

use super::tree::plain;

/// What a module has.
#[derive(Default)]
pub(super) struct Defined<'ast> {
    pub(super) imports: HashMap<String, Vec<String>>,
    pub(super) globs: Vec<Vec<String>>,
    /// With the variants, if it is an enum.
    pub(super) items: HashMap<String, Vec<String>>,
    pub(super) modules: Vec<(String, &'ast [syn::Item])>,
}

/// Reads the items of a module.
pub(super) fn defined(items: &[syn::Item]) -> Defined<'_> {
    let mut defined = Defined::default();
    items.iter().for_each(|item| defined.visit_item(item));
    defined
}

impl Defined<'_> {
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

impl<'ast> Visit<'ast> for Defined<'ast> {
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
