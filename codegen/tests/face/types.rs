//! Types of emitted code as the face writes them. In: a type as it stands in a file; out: text with whole paths.

use std::collections::{BTreeMap, BTreeSet};
use syn::{
    FnArg, GenericArgument, Ident, Pat, PathArguments, ReturnType, Signature, TypeParamBound,
};

/// What the names of one file mean.
pub(crate) struct Names {
    /// The path of the items of the file: `models`, or the module.
    pub(crate) home: String,
    /// The module of the file itself.
    pub(crate) here: Vec<String>,
    /// What is defined in it.
    pub(crate) own: BTreeSet<String>,
    /// What is imported.
    pub(crate) uses: BTreeMap<String, String>,
}

/// Names that everybody knows without a path.
const SHORT: [&str; 6] = ["BTreeMap", "Box", "Option", "Result", "String", "Vec"];

impl Names {
    /// An item of the file.
    pub(crate) fn item(&self, name: &Ident) -> String {
        joined(&self.home, &name.to_string())
    }

    pub(crate) fn import(&mut self, tree: &syn::UseTree, before: &[String]) {
        match tree {
            syn::UseTree::Path(path) => {
                let mut before = before.to_vec();
                before.push(path.ident.to_string());
                self.import(&path.tree, &before);
            }
            syn::UseTree::Name(name) if name.ident == "self" => {
                let last = before.last().expect("a module").clone();
                let full = self.absolute(before);
                self.uses.insert(last, full);
            }
            syn::UseTree::Name(name) => {
                let mut path = before.to_vec();
                path.push(name.ident.to_string());
                let full = self.absolute(&path);
                self.uses.insert(name.ident.to_string(), full);
            }
            syn::UseTree::Rename(one) => {
                let mut path = before.to_vec();
                path.push(one.ident.to_string());
                let full = self.absolute(&path);
                self.uses.insert(one.rename.to_string(), full);
            }
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, before);
                }
            }
            other => panic!("an import of another kind: {other:?}"),
        }
    }

    /// A path from the root of the API, or that of another crate.
    fn absolute(&self, path: &[String]) -> String {
        let mut base = self.here.clone();
        let mut relative = false;
        let mut rest = path;
        while let [first, more @ ..] = rest {
            match first.as_str() {
                "crate" => return more.join("::"),
                "super" => {
                    base.pop();
                    relative = true;
                }
                _ => break,
            }
            rest = more;
        }
        if relative {
            base.extend(rest.iter().cloned());
            // The root of the server imports the models for its groups.
            if base.len() == 2 && base[1] == "models" {
                base.remove(0);
            }
            return base.join("::");
        }
        rest.join("::")
    }

    pub(crate) fn path(&self, path: &syn::Path) -> String {
        let words: Vec<String> = path
            .segments
            .iter()
            .map(|one| one.ident.to_string())
            .collect();
        let full = match words.as_slice() {
            [first, rest @ ..] if self.uses.contains_key(first) => {
                let mut all = vec![self.uses[first].clone()];
                all.extend(rest.iter().cloned());
                all.join("::")
            }
            [one] if self.own.contains(one) => joined(&self.home, one),
            words => self.absolute(words),
        };
        let last = full.rsplit("::").next().unwrap_or_default();
        let mut out = match full.starts_with("std::") && SHORT.contains(&last) {
            true => last.to_owned(),
            false => full,
        };
        let arguments = &path.segments.last().expect("a segment").arguments;
        out.push_str(&self.arguments(arguments));
        out
    }

    fn arguments(&self, arguments: &PathArguments) -> String {
        match arguments {
            PathArguments::None => String::new(),
            PathArguments::Parenthesized(list) => {
                let inputs: Vec<String> = list.inputs.iter().map(|one| self.ty(&one.ty)).collect();
                format!("({}){}", inputs.join(", "), self.output(&list.output))
            }
            PathArguments::AngleBracketed(list) => {
                let parts = list.args.iter().filter_map(|one| match one {
                    GenericArgument::Lifetime(_) => None,
                    GenericArgument::Type(ty) => Some(self.ty(ty)),
                    GenericArgument::AssocType(one) => {
                        Some(format!("{} = {}", one.ident, self.ty(&one.ty)))
                    }
                    other => panic!("an argument of another kind: {other:?}"),
                });
                let parts: Vec<String> = parts.collect();
                match parts.is_empty() {
                    true => String::new(),
                    false => format!("<{}>", parts.join(", ")),
                }
            }
        }
    }

    pub(crate) fn ty(&self, ty: &syn::Type) -> String {
        match ty {
            syn::Type::Path(path) => self.path(&path.path),
            syn::Type::Reference(to) => {
                let mutable = to.mutability.map_or("", |_| "mut ");
                format!("&{mutable}{}", self.ty(&to.elem))
            }
            syn::Type::Slice(of) => format!("[{}]", self.ty(&of.elem)),
            syn::Type::Tuple(parts) => {
                let items: Vec<String> = parts.elems.iter().map(|one| self.ty(one)).collect();
                match items.as_slice() {
                    [one] => format!("({one},)"),
                    items => format!("({})", items.join(", ")),
                }
            }
            syn::Type::ImplTrait(one) => {
                let bounds = one.bounds.iter().map(|bound| match bound {
                    TypeParamBound::Trait(bound) => self.path(&bound.path),
                    TypeParamBound::Lifetime(lifetime) => lifetime.to_string(),
                    other => panic!("a bound of another kind: {other:?}"),
                });
                format!("impl {}", bounds.collect::<Vec<_>>().join(" + "))
            }
            other => panic!("a type of another kind: {other:?}"),
        }
    }

    fn output(&self, output: &ReturnType) -> String {
        match output {
            ReturnType::Default => String::new(),
            ReturnType::Type(_, ty) => format!(" -> {}", self.ty(ty)),
        }
    }

    pub(crate) fn signature(&self, signature: &Signature) -> String {
        let inputs = signature.inputs.iter().map(|input| match input {
            FnArg::Receiver(one) => match one.kind {
                syn::ReceiverKind::Reference(..) => "&self".to_owned(),
                _ => "self".to_owned(),
            },
            FnArg::Typed(one) => {
                let Pat::Ident(name) = &*one.pat else {
                    panic!("an argument without a name")
                };
                format!("{}: {}", name.ident, self.ty(&one.ty))
            }
        });
        let inputs: Vec<String> = inputs.collect();
        format!(
            "fn({}){}",
            inputs.join(", "),
            self.output(&signature.output)
        )
    }
}

pub(crate) fn joined(module: &str, name: &str) -> String {
    match module.is_empty() {
        true => name.to_owned(),
        false => format!("{module}::{name}"),
    }
}
