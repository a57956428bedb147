//! In: the files of a user's crate. Out: what its own functions give and its own fields hold, as far as that is of the API.
//! Invariant: only what is written counts; nothing is inferred.

use std::collections::HashMap;

use syn::visit::Visit;

use super::known::{Core, Known};
use super::scope::{Scope, plain};

/// What is known of the user's own items, by name.
#[derive(Debug, Default)]
pub(super) struct Own {
    results: HashMap<String, Core>,
    fields: HashMap<String, Core>,
}

/// What a written type is, containers aside.
pub(super) fn written(known: &Known<'_>, scope: &Scope, ty: &syn::Type) -> Core {
    match ty {
        syn::Type::Path(path) => {
            if let Some((owner, rest)) = known.item(scope, &path.path)
                && rest.is_empty()
            {
                return known.named(&owner);
            }
            let arguments =
                path.path
                    .segments
                    .iter()
                    .filter_map(|segment| match &segment.arguments {
                        syn::PathArguments::AngleBracketed(arguments) => Some(&arguments.args),
                        _ => None,
                    });
            let types = arguments.flatten().filter_map(|argument| match argument {
                syn::GenericArgument::Type(ty) => Some(written(known, scope, ty)),
                _ => None,
            });
            types
                .into_iter()
                .find(|core| known.owner(*core).is_some())
                .unwrap_or(Core::Foreign)
        }
        syn::Type::Reference(one) => written(known, scope, &one.elem),
        syn::Type::Slice(one) => written(known, scope, &one.elem),
        syn::Type::Array(one) => written(known, scope, &one.elem),
        syn::Type::Paren(one) => written(known, scope, &one.elem),
        _ => Core::Unknown,
    }
}

impl Own {
    /// What a function or method of this name gives.
    pub(super) fn result(&self, name: &str) -> Option<Core> {
        self.results.get(name).copied()
    }

    /// What a field of this name holds.
    pub(super) fn field(&self, name: &str) -> Option<Core> {
        self.fields.get(name).copied()
    }

    /// Reads what the functions and structs of a file give and hold.
    pub(super) fn read(&mut self, known: &Known<'_>, file: &syn::File) {
        let mut reader = Reader {
            own: self,
            known,
            scope: Scope::new(file),
        };
        reader.visit_file(file);
    }
}

struct Reader<'r, 'a> {
    own: &'r mut Own,
    known: &'r Known<'a>,
    scope: Scope,
}

impl<'ast> Visit<'ast> for Reader<'_, '_> {
    fn visit_signature(&mut self, signature: &'ast syn::Signature) {
        if let syn::ReturnType::Type(_, ty) = &signature.output {
            let core = written(self.known, &self.scope, ty);
            if self.known.owner(core).is_some() {
                self.own.results.insert(plain(&signature.ident), core);
            }
        }
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        for field in &item.fields {
            let core = written(self.known, &self.scope, &field.ty);
            if let (Some(ident), true) = (&field.ident, self.known.owner(core).is_some()) {
                self.own.fields.insert(plain(ident), core);
            }
        }
    }
}
