//! Types: what a schema became. In: nothing; out: plain data. Invariant: a `Type` is finite, every cycle goes through
//! `Named`, and through `Boxed`, `List` or `Map` wherever Rust needs an indirection.

use super::{Bounds, Docs, Name};
use crate::source::Origin;
use serde_json::Value;

/// Index into `Api::types`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub u32);

/// The type of a field, an item, a parameter or a body.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    /// Anything: `serde_json::Value`.
    Any,
    /// Only `null`.
    Null,
    /// `bool`.
    Bool,
    /// A whole number.
    Integer(IntegerKind),
    /// A decimal number.
    Number(NumberKind),
    /// Text.
    String,
    /// Text with a format that has a Rust type: `Formatted<T>`.
    Formatted(Format),
    /// Raw bytes (a body or a multipart part; never inside JSON).
    Binary,
    /// `Vec<T>`.
    List(Box<Type>),
    /// A tuple (`prefixItems`); `rest` is the type of further items, if any are allowed.
    Tuple(Vec<Type>, Option<Box<Type>>),
    /// `BTreeMap<String, T>`, or with an enum as its key.
    Map(Option<TypeId>, Box<Type>),
    /// `T` or `null`: `Option<T>`. Never directly nested.
    Nullable(Box<Type>),
    /// `Box<T>`, where a cycle needs it.
    Boxed(Box<Type>),
    /// A named type.
    Named(TypeId),
}

/// Widths of whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum IntegerKind {
    /// `i8`
    I8,
    /// `i16`
    I16,
    /// `i32`
    I32,
    /// `i64`, also without a format
    I64,
    /// `i128`, for bounds beyond 64 bits
    I128,
    /// `u8`
    U8,
    /// `u16`
    U16,
    /// `u32`
    U32,
    /// `u64`
    U64,
    /// `u128`
    U128,
}

/// Widths of decimal numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NumberKind {
    /// `f32`, by choice only: it would lose digits
    F32,
    /// `f64`
    F64,
}

/// String formats with a Rust type of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// RFC 3339 `date-time`
    DateTime,
    /// RFC 3339 `full-date`
    Date,
    /// RFC 3339 `time`
    Time,
    /// ISO 8601 `duration`
    Duration,
    /// RFC 4122 `uuid`
    Uuid,
    /// `ipv4`
    Ipv4,
    /// `ipv6`
    Ipv6,
    /// `byte`: base64 text
    Byte,
}

/// Who sends a type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Direction {
    /// It is part of a request.
    pub request: bool,
    /// It is part of a response.
    pub response: bool,
}

/// A named type.
#[derive(Clone, Debug)]
pub struct TypeDef {
    /// Its Rust name, unique within the API.
    pub name: Name,
    /// What it was called before it was renamed: names that still stand for it.
    pub former: Vec<Name>,
    /// The file under `models/` it stands in: that of the named schema it belongs to.
    pub module: Name,
    /// Whether it is the named schema of its file (and not one of its inline children).
    pub root: bool,
    /// The key of the schema in the document, or the wire path for an inline one (`Pet.owner.address`).
    pub wire_name: String,
    /// Its prose.
    pub docs: Docs,
    /// `deprecated: true`.
    pub deprecated: bool,
    /// Who sends it.
    pub direction: Direction,
    /// Validation keywords.
    pub constraints: Constraints,
    /// What is checked of its values: for a struct as a whole, for a union whichever branch it is, for a wrapper its
    /// content.
    pub bounds: Bounds,
    /// A value of this type given by the document (`example`, `examples`).
    pub examples: Vec<Value>,
    /// Where it was found.
    pub origin: Origin,
    /// Its place as a file of names writes it: the pointer, where nothing on the way is a branch that may stand elsewhere.
    pub place: String,
    /// What it is.
    pub kind: TypeKind,
}

/// What a named type is.
#[derive(Clone, Debug)]
pub enum TypeKind {
    /// An object with known properties.
    Struct(Struct),
    /// A closed or open list of values.
    Enum(Enum),
    /// One of several types.
    Union(Union),
    /// Another name for a type: `pub type`. Never recursive.
    Alias(Type),
    /// A wrapper, where an alias would be recursive.
    Newtype(Type),
}

/// An object with known properties.
#[derive(Clone, Debug)]
pub struct Struct {
    /// Its properties in the document's order.
    pub fields: Vec<Field>,
    /// What else it may hold.
    pub extra: Extra,
}

/// What an object may hold beside its named properties.
#[derive(Clone, Debug, PartialEq)]
pub enum Extra {
    /// Nothing (`additionalProperties: false`): unknown keys are passed over.
    Denied,
    /// Anything (`additionalProperties` absent or `true`): kept as JSON.
    Any,
    /// Values of one type: kept as that type.
    Typed(Type),
}

/// A property.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its Rust name, unique within the struct.
    pub name: Name,
    /// What it was called before it was renamed: its setter still is.
    pub former: Vec<Name>,
    /// Its JSON key.
    pub wire_name: String,
    /// Its type; `Nullable` if `null` is allowed. An optional field is wrapped in `Option` by `emit`.
    pub ty: Type,
    /// Whether the key must be there.
    pub required: bool,
    /// Its prose.
    pub docs: Docs,
    /// `deprecated: true`.
    pub deprecated: bool,
    /// `readOnly: true`: never sent by the client.
    pub read_only: bool,
    /// `writeOnly: true`: never sent by the server.
    pub write_only: bool,
    /// `default`, if it fits the type.
    pub default: Option<Value>,
    /// An example value, if it fits the type.
    pub example: Option<Value>,
    /// Validation keywords.
    pub constraints: Constraints,
    /// What is checked of its value.
    pub bounds: Bounds,
    /// Where it was found.
    pub origin: Origin,
}

/// Validation keywords, as in the document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Constraints {
    /// Keyword and value in the order of JSON Schema's list (`maxLength: 5`, `pattern: …`).
    pub keywords: Vec<(String, Value)>,
    /// Whether what the document demands contradicts itself, so that no value but `null` keeps to it.
    pub impossible: bool,
}

/// What the values of an enum are on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnumRepr {
    /// Strings.
    String,
    /// Whole numbers that fit an `i64`.
    Integer,
    /// Anything else, or a mixture: compared as JSON.
    Mixed,
}

/// A list of values.
#[derive(Clone, Debug)]
pub struct Enum {
    /// What the values are.
    pub repr: EnumRepr,
    /// The values, each once, in the document's order. Never `null`: that is `Nullable`.
    pub variants: Vec<Variant>,
    /// Whether an unknown value is kept (everything a server sends) or an error.
    pub open: bool,
    /// The Rust name of the variant that keeps an unknown value; free among `variants`.
    pub other: Name,
}

/// One value of an enum.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Its Rust name.
    pub name: Name,
    /// What it was called before it was renamed: names that still stand for it.
    pub former: Vec<Name>,
    /// Its wire value.
    pub value: Value,
    /// Its prose.
    pub docs: Docs,
}

/// One of several types.
#[derive(Clone, Debug)]
pub struct Union {
    /// The property that names the branch, if the document says so.
    pub discriminator: Option<String>,
    /// Whether a value must be of no more than one branch (`oneOf`).
    pub exclusive: bool,
    /// The branches in the document's order.
    pub branches: Vec<Branch>,
    /// Further lists of alternatives that hold as well, too many for types: what a value of each alternative looks like.
    pub beside: Vec<Vec<Rule>>,
    /// The Rust name of the variant that keeps a value no branch fits; free among `branches`.
    pub unknown: Name,
}

/// One branch of a union.
#[derive(Clone, Debug)]
pub struct Branch {
    /// Its Rust name.
    pub name: Name,
    /// What tells it from its siblings, wherever it stands among them.
    pub key: Option<String>,
    /// Its type.
    pub ty: Type,
    /// The only text that it can be: then a value of the branch holds nothing, and `ty` is that of the text.
    pub constant: Option<String>,
    /// Its prose.
    pub docs: Docs,
    /// The discriminator values that choose it.
    pub tags: Vec<String>,
    /// Whether it is listed twice where a value must be of one branch: then no value can be of it.
    pub impossible: bool,
    /// What a value of it looks like, for the choice without a discriminator.
    pub rule: Rule,
    /// What is checked of its value.
    pub bounds: Bounds,
}

/// Kinds of JSON value, as a union branch sees them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum JsonKind {
    /// `null`
    Null,
    /// `true`, `false`
    Bool,
    /// A whole number
    Integer,
    /// Any number
    Number,
    /// A string
    String,
    /// An array
    Array,
    /// An object
    Object,
}

/// What a JSON value must look like to be of a branch.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rule {
    /// The kinds it may have; empty for any.
    pub kinds: Vec<JsonKind>,
    /// For strings and numbers: the values it may have; empty for any.
    pub values: Vec<Value>,
    /// For strings: the format it must have.
    pub format: Option<Format>,
    /// For objects: keys with what they must hold.
    pub fields: Vec<FieldRule>,
    /// For objects: whether keys outside `fields` speak against the branch (`additionalProperties: false`).
    pub closed: bool,
    /// For arrays: the kinds the first item may have; empty for any.
    pub items: Vec<JsonKind>,
}

/// What one key of an object must hold.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldRule {
    /// The key.
    pub wire_name: String,
    /// Whether it must be there.
    pub required: bool,
    /// The kinds its value may have; empty for any.
    pub kinds: Vec<JsonKind>,
    /// The values it may have (`const`, `enum`); empty for any.
    pub values: Vec<Value>,
}
