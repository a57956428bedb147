//! How a type meets JSON: the one place that decides it, by what it costs to compile. In: a type, ready to be written;
//! out: its impls. Invariant: they are static tables and plain calls into the runtime; no derives of serde, no `?`, no
//! closure and no generic code is emitted.

use super::file::File;
use super::model::Model;
use super::{bounds, enum_, ident};
use crate::ir::{self, EnumRepr, Field};
use crate::tokens::{Ident, Literal, TokenStream, quote};

/// The impls of a struct: its table of properties, and what the runtime makes of it.
pub(crate) fn object(
    file: &mut File<'_>,
    model: &Model<'_>,
    starts_empty: bool,
) -> Vec<TokenStream> {
    let name = &model.ident;
    let rt = file.runtime();
    let default = starts_empty.then(|| quote!(, Default));
    vec![
        table(&rt, model, bounds::is_checked(file.api(), model.def)),
        quote!(#rt::object!(#name #default);),
    ]
}

/// A placeholder to read into.
fn blank(rt: &TokenStream, model: &Model<'_>) -> TokenStream {
    let blanks = model.slots.iter().map(|slot| {
        let ident = &slot.ident;
        if slot.field.required {
            quote!(#ident: #rt::Wire::blank())
        } else {
            quote!(#ident: None)
        }
    });
    let extra = model
        .extra
        .iter()
        .map(|(ident, _)| quote!(#ident: #rt::Wire::blank()));
    let blanks = blanks.chain(extra);
    quote!(Self { #(#blanks),* })
}

/// `Wire`: the placeholder, the table of properties, and access to each by its number.
fn table(rt: &TokenStream, model: &Model<'_>, checked: bool) -> TokenStream {
    let name = &model.ident;
    let rust = Literal::string(&model.def.name.0);
    let fields = model
        .slots
        .iter()
        .map(|slot| field(rt, slot.field, checked));
    let fields: Vec<TokenStream> = fields.collect();
    let kind = if model.extra.is_some() {
        quote!(open)
    } else {
        quote!(closed)
    };
    let own = bounds::table(rt, &model.def.bounds).filter(|_| checked);
    let own = own.map(|own| quote!(.bounded(#own)));
    let blank = blank(rt, model);
    let slots = slots(rt, model);
    quote! {
        impl #rt::Wire for #name {
            #[inline]
            fn blank() -> Self {
                #blank
            }
            #[inline]
            fn table(&self) -> #rt::Table {
                static SHAPE: #rt::Shape = #rt::Shape::#kind(#rust, &[#(#fields),*])#own;
                #rt::Table::Object(&SHAPE)
            }
            #slots
        }
    }
}

/// One row of the table.
fn field(rt: &TokenStream, field: &Field, checked: bool) -> TokenStream {
    let (wire, rust) = (&field.wire_name, &field.name.0);
    let presence = match (field.required, field.read_only) {
        (true, false) => quote!(required),
        (true, true) => quote!(required_read_only),
        (false, false) => quote!(optional),
        (false, true) => quote!(read_only),
    };
    let bounds = checked.then(|| bounds::suffix(rt, &field.bounds));
    quote!(#rt::Field::#presence(#wire, #rust) #bounds)
}

/// The field at an index. The runtime asks for none that is not in the table.
fn slots(rt: &TokenStream, model: &Model<'_>) -> TokenStream {
    let extra = model.extra.iter().map(|(ident, _)| ident);
    let fields: Vec<&Ident> = model
        .slots
        .iter()
        .map(|slot| &slot.ident)
        .chain(extra)
        .collect();
    let (index, shared, exclusive) = match fields.as_slice() {
        [] => return TokenStream::new(),
        [only] => (quote!(_index), quote!(&self.#only), quote!(&mut self.#only)),
        [rest @ .., last] => {
            let indices: Vec<Literal> = (0..rest.len()).map(Literal::usize_unsuffixed).collect();
            let shared = quote! {
                match index {
                    #(#indices => &self.#rest,)*
                    _ => &self.#last,
                }
            };
            let exclusive = quote! {
                match index {
                    #(#indices => &mut self.#rest,)*
                    _ => &mut self.#last,
                }
            };
            (quote!(index), shared, exclusive)
        }
    };
    quote! {
        #[inline]
        fn slot(&self, #index: usize) -> &dyn #rt::Wire {
            #shared
        }
        #[inline]
        fn slot_mut(&mut self, #index: usize) -> &mut dyn #rt::Wire {
            #exclusive
        }
    }
}

/// The impls of a wrapper: those of what it wraps.
pub(crate) fn newtype(file: &mut File<'_>, def: &ir::TypeDef, name: &Ident) -> TokenStream {
    let rt = file.runtime();
    let checked = bounds::is_checked(file.api(), def);
    let bounds = bounds::table(&rt, &def.bounds).filter(|_| checked);
    let bounds = bounds.map(|bounds| quote!(, #bounds));
    quote!(#rt::wrapper!(#name #bounds);)
}

/// The impls of an enum, beside its conversions.
pub(crate) fn values(
    file: &mut File<'_>,
    def: &ir::TypeDef,
    name: &Ident,
    list: &ir::Enum,
) -> Vec<TokenStream> {
    let rt = file.runtime();
    let first = list
        .variants
        .first()
        .map(|variant| ident::ident(&variant.name));
    // Its patterns need an equality that the compiler made.
    let derived = enum_::has_former(list).then(|| quote!(, derived));
    let mut out = vec![match (list.repr, first) {
        (EnumRepr::String, Some(first)) if !list.open => {
            quote!(#rt::closed_text!(#name, #name::#first #derived);)
        }
        (EnumRepr::Integer, Some(first)) if !list.open => {
            quote!(#rt::closed_number!(#name, #name::#first);)
        }
        (EnumRepr::Mixed, Some(first)) if !list.open => {
            quote!(#rt::closed_value!(#name, #name::#first);)
        }
        (EnumRepr::String, _) => quote!(#rt::open_text!(#name #derived);),
        (EnumRepr::Integer, _) => quote!(#rt::open_number!(#name);),
        (EnumRepr::Mixed, _) => quote!(#rt::open_value!(#name);),
    }];
    if list.repr == EnumRepr::String && file.shared.is_key(def) {
        let from = if list.open {
            quote!(|text| Some(text.into()))
        } else {
            quote!(Self::known)
        };
        out.push(quote!(#rt::key!(#name, #from);));
    }
    out
}

/// The impl of a union: the runtime chooses the branch by a table.
pub(crate) fn union(
    file: &mut File<'_>,
    def: &ir::TypeDef,
    union: &ir::Union,
    name: &Ident,
) -> TokenStream {
    let rt = file.runtime();
    let unknown = ident::ident(&union.unknown);
    let indices = (0..union.branches.len()).map(Literal::usize_unsuffixed);
    let slots = union.branches.iter().map(|branch| {
        let variant = ident::ident(&branch.name);
        match &branch.constant {
            Some(text) => quote!(Self::#variant => &#rt::Constant(#text)),
            None => quote!(Self::#variant(value) => value),
        }
    });
    let reads = union.branches.iter().map(|branch| {
        let variant = ident::ident(&branch.name);
        match &branch.constant {
            Some(text) => quote!(r.constant(#text, Self::#variant)),
            None => quote!(Self::#variant(r.value())),
        }
    });
    let discriminator = match &union.discriminator {
        Some(key) => quote!(Some(#key)),
        None => quote!(None),
    };
    let null = union.branches.iter().any(|branch| {
        branch.rule.kinds.is_empty() || branch.rule.kinds.contains(&ir::JsonKind::Null)
    });
    let null = null.then(|| {
        quote!(
            #[inline]
            fn takes_null() -> bool {
                true
            }
        )
    });
    let check = bounds::is_checked(file.api(), def).then(|| check(&rt, def, union));
    let tagged = |branch: &ir::Branch| !branch.tags.is_empty();
    let by_tag = union.discriminator.is_some() && union.branches.iter().all(tagged);
    let branches = union
        .branches
        .iter()
        .map(|branch| shape(file, &rt, branch, by_tag));
    quote! {
        impl #rt::Wire for #name {
            #[inline]
            fn blank() -> Self {
                Self::#unknown(#rt::Value::Null)
            }
            #[inline]
            fn table(&self) -> #rt::Table {
                static SHAPE: #rt::UnionShape =
                    #rt::UnionShape::new(#discriminator, &[#(#branches),*]);
                #rt::Table::Union(&SHAPE)
            }
            #[inline]
            fn slot(&self, _index: usize) -> &dyn #rt::Wire {
                match self {
                    #(#slots,)*
                    Self::#unknown(value) => value,
                }
            }
            #[inline]
            fn read_branch(&mut self, index: usize, r: &mut #rt::Reader<'_>) {
                *self = match index {
                    #(#indices => #reads,)*
                    _ => Self::#unknown(r.value()),
                };
            }
            #null
            #check
        }
    }
}

/// The check of a union: as a whole, then as the branch it is.
fn check(rt: &TokenStream, def: &ir::TypeDef, union: &ir::Union) -> TokenStream {
    let own = bounds::table(rt, &def.bounds);
    let own = own.map(|own| quote!(c.apply(#own, &|w| #rt::Wire::write(self, w));));
    let unknown = ident::ident(&union.unknown);
    let arms = union.branches.iter().map(|branch| {
        let variant = ident::ident(&branch.name);
        if branch.constant.is_some() {
            return quote!(Self::#variant => {});
        }
        let bounds = bounds::reference(rt, &branch.bounds);
        quote!(Self::#variant(value) => #rt::Wire::check(value, #bounds, c),)
    });
    quote! {
        #[inline]
        fn check(&self, bounds: &'static #rt::Bounds, c: &mut #rt::Checker) {
            c.apply(bounds, &|w| #rt::Wire::write(self, w));
            #own
            match self {
                #(#arms)*
                Self::#unknown(_) => {}
            }
        }
    }
}

/// What tells a branch from the others. What says nothing is left to `ANY`.
fn shape(file: &mut File<'_>, rt: &TokenStream, branch: &ir::Branch, by_tag: bool) -> TokenStream {
    let rule = &branch.rule;
    let mut parts = Vec::new();
    if !branch.tags.is_empty() {
        let tags = &branch.tags;
        parts.push(quote!(tags: &[#(#tags),*]));
    }
    if !rule.kinds.is_empty() {
        let kinds = kinds(rt, &rule.kinds);
        parts.push(quote!(kinds: #kinds));
    }
    if let Some(values) = constants(rt, &rule.values) {
        parts.push(quote!(values: #values));
    }
    if let Some(ty) = rule.format.and_then(|format| file.format(format)) {
        parts.push(quote!(format: Some(#rt::has_format::<#ty>)));
    }
    // Where tags decide, only what must be there tells branches apart when the tag is missing.
    let telling = |field: &&ir::FieldRule| {
        !by_tag || rule.closed || field.required || !field.values.is_empty()
    };
    let fields: Vec<TokenStream> = rule
        .fields
        .iter()
        .filter(telling)
        .map(|field| field_rule(rt, field))
        .collect();
    if !fields.is_empty() {
        parts.push(quote!(fields: &[#(#fields),*]));
    }
    if rule.closed {
        parts.push(quote!(closed: true));
    }
    if !rule.items.is_empty() {
        let items = kinds(rt, &rule.items);
        parts.push(quote!(items: #items));
    }
    quote!(#rt::BranchShape { #(#parts,)* ..#rt::BranchShape::ANY })
}

fn field_rule(rt: &TokenStream, rule: &ir::FieldRule) -> TokenStream {
    let name = &rule.wire_name;
    let kinds = kinds(rt, &rule.kinds);
    let base = if rule.required {
        quote!(#rt::FieldRule::required(#name, #kinds))
    } else {
        quote!(#rt::FieldRule::optional(#name, #kinds))
    };
    match constants(rt, &rule.values) {
        Some(values) => quote!(#base.among(#values)),
        None => base,
    }
}

/// A set of kinds. None means every kind.
fn kinds(rt: &TokenStream, kinds: &[ir::JsonKind]) -> TokenStream {
    let mut out = TokenStream::new();
    for kind in kinds {
        let kind = match kind {
            ir::JsonKind::Null => quote!(#rt::Kinds::NULL),
            ir::JsonKind::Bool => quote!(#rt::Kinds::BOOL),
            ir::JsonKind::Integer => quote!(#rt::Kinds::INTEGER),
            ir::JsonKind::Number => quote!(#rt::Kinds::NUMBER),
            ir::JsonKind::String => quote!(#rt::Kinds::STRING),
            ir::JsonKind::Array => quote!(#rt::Kinds::ARRAY),
            ir::JsonKind::Object => quote!(#rt::Kinds::OBJECT),
        };
        out = if out.is_empty() {
            kind
        } else {
            quote!(#out.or(#kind))
        };
    }
    if out.is_empty() {
        quote!(#rt::Kinds::ANY)
    } else {
        out
    }
}

/// Constants of the document; nothing where none are given, or some could not be compared.
fn constants(rt: &TokenStream, values: &[serde_json::Value]) -> Option<TokenStream> {
    let parts: Vec<TokenStream> = values.iter().filter_map(|v| constant(rt, v)).collect();
    let usable = !parts.is_empty() && parts.len() == values.len();
    usable.then(|| quote!(&[#(#parts),*]))
}

fn constant(rt: &TokenStream, value: &serde_json::Value) -> Option<TokenStream> {
    Some(match value {
        serde_json::Value::Null => quote!(#rt::Literal::Null),
        serde_json::Value::Bool(truth) => quote!(#rt::Literal::Bool(#truth)),
        serde_json::Value::String(text) => quote!(#rt::Literal::String(#text)),
        serde_json::Value::Number(number) => match number.as_i64() {
            Some(whole) => {
                let whole = Literal::i64_unsuffixed(whole);
                quote!(#rt::Literal::Integer(#whole))
            }
            None => {
                let number = number.to_string();
                quote!(#rt::Literal::Number(#number))
            }
        },
        serde_json::Value::Array(_) | serde_json::Value::Object(_) => return None,
    })
}
