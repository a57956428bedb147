//! Models. In: the types of one file; out: a line for each type, field, variant and method. Invariant: as of the face.

use super::super::default::{self, Given};
use super::super::{bounds, ident};
use super::Page;
use super::types::At;
use crate::ir::{self, Enum, EnumRepr, Extra, Field, Struct, Type, TypeDef, TypeKind};
use std::ops::Range;

/// The lines of a file of models.
pub(super) fn lines(page: &mut Page<'_>, range: Range<usize>) {
    let api = page.api;
    for def in &api.types[range] {
        match &def.kind {
            TypeKind::Struct(object) => structure(page, def, object),
            TypeKind::Enum(list) => enumeration(page, def, list),
            TypeKind::Union(union) => super::union::lines(page, def, union),
            TypeKind::Alias(ty) => {
                head(page, def, "type = ");
                page.ty(At::Model, ty);
                tail(page, def, false);
            }
            TypeKind::Newtype(ty) => wrapper(page, def, ty),
        }
        former(page, def);
    }
}

/// The names that a type had.
fn former(page: &mut Page<'_>, def: &TypeDef) {
    for name in &def.former {
        page.put("models::");
        page.name(&name.0);
        page.put(" type = models::");
        page.name(&def.name.0);
        page.marks(false, true);
        let own = page.own;
        page.cfg(own.features.model_features(&def.module.0).into_iter());
        page.end();
    }
}

/// Begins a line about a type: its path and its kind.
pub(super) fn head(page: &mut Page<'_>, def: &TypeDef, kind: &str) {
    page.put("models::");
    page.name(&def.name.0);
    page.put(" ");
    page.put(kind);
}

/// Begins a line about what belongs to a type.
pub(super) fn member(page: &mut Page<'_>, def: &TypeDef, separator: &str, name: &str) {
    page.put("models::");
    page.name(&def.name.0);
    page.put(separator);
    page.name(name);
}

/// Ends the line of a type.
pub(super) fn tail(page: &mut Page<'_>, def: &TypeDef, open: bool) {
    marks(page, def, open);
    page.only_constraints(&def.constraints);
    page.end();
}

/// What the compiler is told of a type.
pub(super) fn marks(page: &mut Page<'_>, def: &TypeDef, open: bool) {
    page.marks(open, def.deprecated);
    let own = page.own;
    page.cfg(own.features.model_features(&def.module.0).into_iter());
}

/// `validate`, where values are checked.
pub(super) fn validate(page: &mut Page<'_>, def: &TypeDef) {
    if bounds::is_checked(page.api, def) {
        member(page, def, "::", "validate");
        page.line(&[" fn(&self) -> Result<(), runtime::Invalid>"]);
    }
}

fn wrapper(page: &mut Page<'_>, def: &TypeDef, ty: &Type) {
    head(page, def, "struct Clone Debug PartialEq");
    tail(page, def, false);
    member(page, def, ".", "0");
    page.put(" field ");
    page.ty(At::Model, ty);
    page.end();
    head(page, def, "impl From<");
    page.ty(At::Model, ty);
    page.line(&[">"]);
    validate(page, def);
}

fn structure(page: &mut Page<'_>, def: &TypeDef, object: &Struct) {
    let api = page.api;
    let given = |field: &&Field| field.required && !default::is_fixed(api, field);
    let empty = !object.fields.iter().any(|field| given(&field));
    head(
        page,
        def,
        match empty {
            true => "struct Clone Debug Default PartialEq",
            false => "struct Clone Debug PartialEq",
        },
    );
    tail(page, def, true);
    for one in &object.fields {
        field(page, def, one);
    }
    extra(page, def, object);
    member(page, def, "::", "new");
    page.put(" fn(");
    for (index, one) in object.fields.iter().filter(given).enumerate() {
        if index > 0 {
            page.put(", ");
        }
        page.name(&one.name.0);
        page.put(": ");
        page.argument(At::Model, &one.ty);
    }
    page.line(&[") -> Self"]);
    methods(page, def, object);
    validate(page, def);
}

/// The setters and what gives defaults; those under former names have what is left.
fn methods(page: &mut Page<'_>, def: &TypeDef, object: &Struct) {
    let api = page.api;
    let mut names = ident::Scope::with(&["new"]);
    let set = || {
        let fields = object.fields.iter().filter(|field| !field.required);
        fields.filter(|_| def.direction.request)
    };
    let given = || {
        let fields = object.fields.iter().filter(|_| def.direction.response);
        fields.filter_map(|field| Some((field, default::given(api, field)?)))
    };
    for one in set() {
        let name = names.claim(&ir::joined("with", &one.name.0), "_property");
        setter(page, def, one, &name, one.deprecated);
    }
    for (one, given) in given() {
        let name = names.claim(&ir::joined(&one.name.0, "or_default"), "_property");
        accessor(page, def, one, &given, &name, one.deprecated);
    }
    for one in set() {
        let former = one.former.iter().map(|old| ir::joined("with", &old.0));
        for name in former.filter(|name| names.take(name)) {
            setter(page, def, one, &name, true);
        }
    }
    for (one, given) in given() {
        let former = one.former.iter();
        let former = former.map(|old| ir::joined(&old.0, "or_default"));
        for name in former.filter(|name| names.take(name)) {
            accessor(page, def, one, &given, &name, true);
        }
    }
}

fn setter(page: &mut Page<'_>, def: &TypeDef, field: &Field, name: &str, deprecated: bool) {
    member(page, def, "::", name);
    page.put(" fn(self, ");
    page.name(&field.name.0);
    page.put(": ");
    page.argument(At::Model, &field.ty);
    page.put(") -> Self");
    page.marks(false, deprecated);
    page.end();
}

fn field(page: &mut Page<'_>, def: &TypeDef, field: &Field) {
    member(page, def, ".", &field.name.0);
    page.put(" field ");
    page.optional(At::Model, &field.ty, field.required);
    page.marks(false, field.deprecated);
    page.wire();
    page.quoted(&field.wire_name);
    page.put(if field.required {
        ", required"
    } else {
        ", optional"
    });
    if field.read_only {
        page.put(", readOnly");
    }
    if field.write_only {
        page.put(", writeOnly");
    }
    if let Some(value) = &field.default {
        page.put(", default ");
        page.json(value);
    }
    page.constraints(&field.constraints);
    page.end();
}

fn extra(page: &mut Page<'_>, def: &TypeDef, object: &Struct) {
    if object.extra == Extra::Denied {
        return;
    }
    let taken = |name: &str| object.fields.iter().any(|field| field.name.0 == name);
    let name = match taken("additional_properties") {
        false => "additional_properties".to_owned(),
        true => {
            let mut names = ident::Scope::default();
            for field in &object.fields {
                names.claim(&field.name.0, "_");
            }
            names.claim("additional_properties", "_")
        }
    };
    member(page, def, ".", &name);
    page.put(" field ");
    match &object.extra {
        Extra::Typed(ty) => {
            page.put("BTreeMap<String, ");
            page.ty(At::Model, ty);
            page.put(">");
        }
        Extra::Any | Extra::Denied => page.put("runtime::Extra"),
    }
    page.end();
}

/// The method that gives a default where the key is absent.
fn accessor(
    page: &mut Page<'_>,
    def: &TypeDef,
    field: &Field,
    given: &Given<'_>,
    name: &str,
    deprecated: bool,
) {
    let (ty, nullable) = match &field.ty {
        Type::Nullable(inner) => (&**inner, true),
        plain => (plain, false),
    };
    member(page, def, "::", name);
    page.put(" fn(&self) -> ");
    if nullable {
        page.put("Option<");
    }
    match given {
        Given::Value => page.ty(At::Model, ty),
        Given::Text => page.put("&str"),
        Given::Constant => {
            page.put("&");
            page.ty(At::Model, ty);
        }
        Given::Empty(item) => {
            page.put("&[");
            page.ty(At::Model, item);
            page.put("]");
        }
    }
    if nullable {
        page.put(">");
    }
    page.marks(false, deprecated);
    page.end();
}

fn enumeration(page: &mut Page<'_>, def: &TypeDef, list: &Enum) {
    let key = list.repr == EnumRepr::String && page.own.shared.is_key(def);
    let copy = if list.open { "Clone" } else { "Clone Copy" };
    head(page, def, "enum ");
    page.put(copy);
    page.put(match (list.repr, key, list.open) {
        (EnumRepr::String, false, true) => " Debug Display Eq Hash PartialEq",
        (EnumRepr::String, false, false) => " Debug Display Eq FromStr Hash PartialEq",
        (EnumRepr::String, true, true) => " Debug Display Eq Hash Key Ord PartialEq PartialOrd",
        (EnumRepr::String, true, false) => {
            " Debug Display Eq FromStr Hash Key Ord PartialEq PartialOrd"
        }
        (EnumRepr::Integer, _, _) => " Debug Display Eq Hash Ord PartialEq PartialOrd",
        (EnumRepr::Mixed, _, _) => " Debug PartialEq",
    });
    tail(page, def, true);
    for variant in &list.variants {
        member(page, def, "::", &variant.name.0);
        page.put(" variant");
        page.wire();
        page.json(&variant.value);
        page.end();
        for old in &variant.former {
            member(page, def, "::", &old.0);
            page.put(" const: Self");
            page.marks(false, true);
            page.wire();
            page.json(&variant.value);
            page.end();
        }
    }
    let (kept, method, from) = match list.repr {
        EnumRepr::String => ("String", "as_str", "&str"),
        EnumRepr::Integer => ("i64", "as_i64", "i64"),
        EnumRepr::Mixed => ("runtime::Value", "to_value", "runtime::Value"),
    };
    if list.open {
        member(page, def, "::", &list.other.0);
        page.line(&[" variant(", kept, ")"]);
        head(page, def, "impl From<");
        page.line(&[from, ">"]);
    } else if list.repr == EnumRepr::Integer && !list.variants.is_empty() {
        head(page, def, "impl TryFrom<i64>");
        page.end();
    }
    member(page, def, "::", method);
    page.line(&[" fn(&self) -> ", if from == "&str" { from } else { kept }]);
}
