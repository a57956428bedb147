//! Rust types as the face shows them. In: types of the IR; out: text. Invariant: a type is written the same wherever it
//! stands: models under `models::`, the runtime's under `runtime::`, those of other crates by their whole path.

use super::super::argument::converts;
use super::super::file::{FormatType, TUPLE, format_type};
use super::Page;
use crate::ir::{IntegerKind, NumberKind, Type, TypeId};

/// Where a type stands: raw bytes differ.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    /// In a model.
    Model,
    /// Beside the operations.
    Operation,
}

impl Page<'_> {
    /// `models::Name`
    pub(super) fn model(&mut self, id: TypeId) {
        let api = self.api;
        self.put("models::");
        self.name(&api.type_def(id).name.0);
    }

    /// `Option<…>` where a key may be absent.
    pub(super) fn optional(&mut self, at: At, ty: &Type, required: bool) {
        if required {
            return self.ty(at, ty);
        }
        self.put("Option<");
        self.ty(at, ty);
        self.put(">");
    }

    /// A type.
    pub(super) fn ty(&mut self, at: At, ty: &Type) {
        match ty {
            Type::Any => self.put("runtime::Value"),
            Type::Null => self.put("runtime::Null"),
            Type::Bool => self.put("bool"),
            Type::Integer(kind) => self.put(integer(*kind)),
            Type::Number(NumberKind::F32) => self.put("f32"),
            Type::Number(NumberKind::F64) => self.put("f64"),
            Type::String => self.put("String"),
            Type::Formatted(format) => match format_type(self.api.dates, *format) {
                None => self.put("String"),
                Some(FormatType::Base64) => self.put("runtime::Formatted<runtime::Base64>"),
                Some(FormatType::Foreign(path)) => {
                    self.put("runtime::Formatted<");
                    self.put(path);
                    self.put(">");
                }
            },
            Type::Binary => self.put(match at {
                At::Model => "runtime::FilePart",
                At::Operation => "bytes::Bytes",
            }),
            Type::List(item) => self.around(at, "Vec<", item),
            Type::Tuple(items, rest) => self.tuple(at, items, rest.as_deref()),
            Type::Map(key, value) => {
                self.put("BTreeMap<");
                match key {
                    Some(id) => self.model(*id),
                    None => self.put("String"),
                }
                self.around(at, ", ", value);
            }
            Type::Nullable(inner) => self.around(at, "Option<", inner),
            Type::Boxed(inner) => self.around(at, "Box<", inner),
            Type::Named(id) => self.model(*id),
        }
    }

    fn around(&mut self, at: At, before: &str, inner: &Type) {
        self.put(before);
        self.ty(at, inner);
        self.put(">");
    }

    fn tuple(&mut self, at: At, items: &[Type], rest: Option<&Type>) {
        match (items.len(), rest) {
            (0, Some(rest)) => return self.around(at, "Vec<", rest),
            (0, None) => return self.put("Vec<runtime::Value>"),
            (len, _) if len > TUPLE => return self.put("Vec<runtime::Value>"),
            (_, Some(_)) => self.put("runtime::Tuple<"),
            (_, None) => {}
        }
        self.put("(");
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.put(", ");
            }
            self.ty(at, item);
        }
        self.put(if items.len() == 1 { ",)" } else { ")" });
        if let Some(rest) = rest {
            self.around(at, ", ", rest);
        }
    }

    /// The type of an argument that a value is taken by.
    pub(super) fn argument(&mut self, at: At, ty: &Type) {
        match ty {
            Type::Boxed(inner) => match **inner {
                Type::List(_) | Type::Boxed(_) => self.ty(at, inner),
                _ => self.argument(at, inner),
            },
            Type::List(item) => {
                self.put("impl IntoIterator<Item = ");
                self.into(at, item);
                self.put(">");
            }
            plain => self.into(at, plain),
        }
    }

    fn into(&mut self, at: At, ty: &Type) {
        if converts(self.api, ty) {
            self.around(at, "impl Into<", ty);
        } else {
            self.ty(at, ty);
        }
    }
}

fn integer(kind: IntegerKind) -> &'static str {
    match kind {
        IntegerKind::I8 => "i8",
        IntegerKind::I16 => "i16",
        IntegerKind::I32 => "i32",
        IntegerKind::I64 => "i64",
        IntegerKind::I128 => "i128",
        IntegerKind::U8 => "u8",
        IntegerKind::U16 => "u16",
        IntegerKind::U32 => "u32",
        IntegerKind::U64 => "u64",
        IntegerKind::U128 => "u128",
    }
}
