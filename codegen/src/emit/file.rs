//! What a file of the output refers to. In: types of the IR; out: Rust types as they are written in that file, and the
//! `use` items it then needs. Invariant: an imported name never hides a type of the API; where it would, the full path
//! is written instead.

use super::ident;
use crate::ir::{self, Type};
use crate::tokens::{TokenStream, quote};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The longest tuple that the runtime reads and writes.
pub(crate) const TUPLE: usize = 8;

/// What all files of one API share.
#[derive(Debug)]
pub(crate) struct Shared<'a> {
    /// The API.
    pub(crate) api: &'a ir::Api,
    /// Names of models.
    models: HashSet<&'a str>,
    /// Names of types that stand beside the operations.
    operations: HashSet<&'a str>,
    /// Names of types that are the keys of maps.
    keys: HashSet<&'a str>,
    /// The methods of the client, for each operation.
    pub(crate) methods: Vec<Vec<String>>,
    /// Their former methods, with the index of the one that each calls.
    pub(crate) former: Vec<Vec<(usize, String)>>,
}

impl<'a> Shared<'a> {
    /// Collects the names.
    pub(crate) fn new(api: &'a ir::Api) -> Self {
        let models = api.types.iter().flat_map(|def| {
            let former = def.former.iter();
            std::iter::once(&def.name)
                .chain(former)
                .map(|name| name.0.as_str())
        });
        let mut scope = ident::Scope::with(&["builder", "drift", "from_env", "request"]);
        let methods = methods(api, &mut scope);
        let former = former_methods(api, &mut scope);
        let operations = api.operations.iter().flat_map(|operation| {
            let headers = operation.headers.as_ref();
            [
                operation.type_name.0.as_str(),
                operation.success.type_name.0.as_str(),
                operation.failure.type_name.0.as_str(),
                headers.map_or("", |name| &name.0),
            ]
        });
        Self {
            api,
            models: models.collect(),
            operations: operations.collect(),
            keys: keys(api),
            methods,
            former,
        }
    }

    /// Whether values of a type are the keys of a map.
    pub(crate) fn is_key(&self, def: &ir::TypeDef) -> bool {
        self.keys.contains(def.name.0.as_str())
    }
}

/// The types that are the keys of maps, and what they are other names for.
fn keys(api: &ir::Api) -> HashSet<&str> {
    let mut out = HashSet::new();
    ir::walk::each_type(api, &mut |ty| {
        if let Type::Map(Some(key), _) = ty {
            let key = Type::Named(*key);
            let names = key.names(&api.types).filter_map(Type::named);
            out.extend(names.map(|id| api.type_def(id).name.0.as_str()));
        }
    });
    out
}

/// The methods of the client, each once: those named after operations first.
fn methods(api: &ir::Api, scope: &mut ident::Scope) -> Vec<Vec<String>> {
    let mut out: Vec<Vec<String>> = Vec::with_capacity(api.operations.len());
    for operation in &api.operations {
        out.push(vec![scope.claim(&operation.name.0, "_operation")]);
    }
    for (operation, names) in api.operations.iter().zip(&mut out) {
        let further = super::body::method_names(operation).into_iter().skip(1);
        names.extend(further.map(|name| scope.claim(&name, "_content")));
    }
    out
}

/// The former methods of each operation, as far as no other has the name.
fn former_methods(api: &ir::Api, scope: &mut ident::Scope) -> Vec<Vec<(usize, String)>> {
    let operations = api.operations.iter();
    let former = operations.map(|operation| {
        let names = operation.former.iter();
        let names = names.flat_map(|name| {
            let methods = super::body::method_names_of(&name.0, operation);
            methods.into_iter().enumerate()
        });
        names.filter(|(_, name)| scope.take(name)).collect()
    });
    former.collect()
}

/// Where a file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place<'a> {
    /// Under `models/`, in this module.
    Models(&'a str),
    /// Beside `models/`.
    Api,
}

/// A file being written.
#[derive(Debug)]
pub(crate) struct File<'a> {
    /// What all files of the API share.
    pub(crate) shared: &'a Shared<'a>,
    place: Place<'a>,
    imports: BTreeMap<&'static str, BTreeSet<&'static str>>,
    siblings: BTreeSet<&'a str>,
    runtime: bool,
}

impl<'a> File<'a> {
    /// An empty file.
    pub(crate) fn new(shared: &'a Shared<'a>, place: Place<'a>) -> Self {
        Self {
            shared,
            place,
            imports: BTreeMap::new(),
            siblings: BTreeSet::new(),
            runtime: false,
        }
    }

    /// Imports from the module above.
    pub(crate) fn parent(&mut self, names: &[&'static str]) {
        self.siblings.extend(names);
    }

    /// The API.
    pub(crate) fn api(&self) -> &'a ir::Api {
        self.shared.api
    }

    /// The path `runtime`, imported.
    pub(crate) fn runtime(&mut self) -> TokenStream {
        self.runtime = true;
        quote!(runtime)
    }

    /// A type of the runtime under its own name, or by its path where the API has a type of that name.
    pub(crate) fn runtime_type(&mut self, name: &'static str) -> TokenStream {
        self.import("crate::runtime", name)
    }

    /// A foreign type under its own name, or by its path.
    pub(crate) fn import(&mut self, module: &'static str, name: &'static str) -> TokenStream {
        let word = ident::of(name);
        if self.hides(name) {
            let path = path(module);
            return quote!(#path::#word);
        }
        self.imports.entry(module).or_default().insert(name);
        quote!(#word)
    }

    /// A name of the prelude, or its path where the API has a type of that name.
    pub(crate) fn prelude(&self, module: &'static str, name: &str) -> TokenStream {
        let word = ident::of(name);
        if self.hides(name) {
            let path = path(module);
            return quote!(#path::#word);
        }
        quote!(#word)
    }

    fn hides(&self, name: &str) -> bool {
        match self.place {
            Place::Models(_) => self.shared.models.contains(name),
            Place::Api => self.shared.operations.contains(name),
        }
    }

    /// `Option<…>`
    pub(crate) fn option(&self, inner: &TokenStream) -> TokenStream {
        let option = self.prelude("std::option", "Option");
        quote!(#option<#inner>)
    }

    /// A named type.
    pub(crate) fn named(&mut self, id: ir::TypeId) -> TokenStream {
        let def = self.api().type_def(id);
        let name = ident::ident(&def.name);
        match self.place {
            Place::Models(module) => {
                if def.module.0 != module {
                    self.siblings.insert(&def.name.0);
                }
                quote!(#name)
            }
            Place::Api => {
                self.siblings.insert("models");
                quote!(models::#name)
            }
        }
    }

    /// A type, as it is written in this file.
    pub(crate) fn ty(&mut self, ty: &Type) -> TokenStream {
        match ty {
            Type::Any => self.runtime_type("Value"),
            Type::Null => self.runtime_type("Null"),
            Type::Bool => quote!(bool),
            Type::Integer(kind) => integer(*kind),
            Type::Number(ir::NumberKind::F32) => quote!(f32),
            Type::Number(ir::NumberKind::F64) => quote!(f64),
            Type::String => self.prelude("std::string", "String"),
            Type::Formatted(format) => self.formatted(*format),
            Type::Binary => match self.place {
                Place::Models(_) => self.runtime_type("FilePart"),
                Place::Api => self.import("bytes", "Bytes"),
            },
            Type::List(item) => {
                let item = self.ty(item);
                let vec = self.prelude("std::vec", "Vec");
                quote!(#vec<#item>)
            }
            Type::Tuple(items, rest) => self.tuple(items, rest.as_deref()),
            Type::Map(key, value) => {
                let map = self.import("std::collections", "BTreeMap");
                let key = match key {
                    Some(id) => self.named(*id),
                    None => self.prelude("std::string", "String"),
                };
                let value = self.ty(value);
                quote!(#map<#key, #value>)
            }
            Type::Nullable(inner) => {
                let inner = self.ty(inner);
                self.option(&inner)
            }
            Type::Boxed(inner) => {
                let inner = self.ty(inner);
                let boxed = self.prelude("std::boxed", "Box");
                quote!(#boxed<#inner>)
            }
            Type::Named(id) => self.named(*id),
        }
    }

    /// A Rust tuple, as far as the runtime knows them; beyond that a list.
    fn tuple(&mut self, items: &[Type], rest: Option<&Type>) -> TokenStream {
        if items.len() > TUPLE {
            return self.ty(&Type::List(Box::new(Type::Any)));
        }
        let parts: Vec<TokenStream> = items.iter().map(|item| self.ty(item)).collect();
        match (parts.len(), rest) {
            (0, Some(rest)) => self.ty(&Type::List(Box::new(rest.clone()))),
            (1.., None) => quote!((#(#parts,)*)),
            (1.., Some(rest)) => {
                let rest = self.ty(rest);
                let tuple = self.runtime_type("Tuple");
                quote!(#tuple<(#(#parts,)*), #rest>)
            }
            (0, None) => self.ty(&Type::List(Box::new(Type::Any))),
        }
    }

    fn formatted(&mut self, format: ir::Format) -> TokenStream {
        match self.format(format) {
            Some(ty) => {
                let formatted = self.runtime_type("Formatted");
                quote!(#formatted<#ty>)
            }
            None => self.prelude("std::string", "String"),
        }
    }

    /// The type that a format is read into; `None` where it stays plain text.
    pub(crate) fn format(&mut self, format: ir::Format) -> Option<TokenStream> {
        Some(match format_type(self.api().dates, format)? {
            FormatType::Foreign(foreign) => {
                let foreign = path(foreign);
                quote!(#foreign)
            }
            FormatType::Base64 => self.runtime_type("Base64"),
        })
    }

    /// The `use` items of the file.
    pub(crate) fn uses(&self) -> Vec<TokenStream> {
        let mut out = Vec::new();
        if !self.siblings.is_empty() {
            let names = self.siblings.iter().map(|name| ident::of(name));
            out.push(quote!(use super::{#(#names),*};));
        }
        let own = self.imports.get("crate::runtime");
        if self.runtime || own.is_some() {
            let module = self.runtime.then(|| quote!(self,));
            let names = own.into_iter().flatten().map(|name| ident::of(name));
            out.push(match own {
                None => quote!(
                    use crate::runtime;
                ),
                Some(_) => quote!(use crate::runtime::{#module #(#names),*};),
            });
        }
        for (module, names) in &self.imports {
            if *module != "crate::runtime" {
                let module = path(module);
                let names: Vec<_> = names.iter().map(|name| ident::of(name)).collect();
                out.push(match names.as_slice() {
                    [name] => quote!(use #module::#name;),
                    names => quote!(use #module::{#(#names),*};),
                });
            }
        }
        out
    }
}

/// The Rust type behind a format.
pub(crate) enum FormatType {
    /// A type of another crate, by its path.
    Foreign(&'static str),
    /// Bytes in base64.
    Base64,
}

/// The Rust type behind a format; `None` where it stays plain text.
pub(crate) fn format_type(dates: ir::DateTypes, format: ir::Format) -> Option<FormatType> {
    use ir::{DateTypes as D, Format as F};
    let foreign = match (format, dates) {
        (F::Uuid, _) => "uuid::Uuid",
        (F::Ipv4, _) => "std::net::Ipv4Addr",
        (F::Ipv6, _) => "std::net::Ipv6Addr",
        (F::Byte, _) => return Some(FormatType::Base64),
        (F::DateTime, D::Jiff) => "jiff::Timestamp",
        (F::Date, D::Jiff) => "jiff::civil::Date",
        (F::Time, D::Jiff) => "jiff::civil::Time",
        (F::Duration, D::Jiff) => "jiff::Span",
        (F::DateTime, D::Chrono) => "chrono::DateTime<chrono::FixedOffset>",
        (F::Date, D::Chrono) => "chrono::NaiveDate",
        (F::Time, D::Chrono) => "chrono::NaiveTime",
        (F::Duration, D::Chrono) => "chrono::TimeDelta",
        (F::DateTime, D::Time) => "time::OffsetDateTime",
        (F::Date, D::Time) => "time::Date",
        (F::Time, D::Time) => "time::Time",
        (F::Duration, D::Time) => "time::Duration",
        (F::DateTime | F::Date | F::Time | F::Duration, D::String) => return None,
    };
    Some(FormatType::Foreign(foreign))
}

/// A path that is a constant of ours.
pub(crate) fn path(text: &'static str) -> TokenStream {
    TokenStream::fixed(text)
}

fn integer(kind: ir::IntegerKind) -> TokenStream {
    match kind {
        ir::IntegerKind::I8 => quote!(i8),
        ir::IntegerKind::I16 => quote!(i16),
        ir::IntegerKind::I32 => quote!(i32),
        ir::IntegerKind::I64 => quote!(i64),
        ir::IntegerKind::I128 => quote!(i128),
        ir::IntegerKind::U8 => quote!(u8),
        ir::IntegerKind::U16 => quote!(u16),
        ir::IntegerKind::U32 => quote!(u32),
        ir::IntegerKind::U64 => quote!(u64),
        ir::IntegerKind::U128 => quote!(u128),
    }
}
