//! The frozen description of one API: what `lower` and `passes` found out, and all that `emit` and `review` may see.
//! Invariant: every name is a final Rust identifier, every `TypeId` is an index into `Api::types`, every list has its
//! final order. Nothing here knows OpenAPI's object model or Rust syntax trees.

mod alias;
mod bounds;
mod dump;
mod operation;
mod reach;
mod security;
mod types;
pub mod walk;
mod webhook;

pub use bounds::{Bound, Bounds};
pub use dump::dump;
pub use operation::{
    Body, Content, ContentKind, Encoding, Group, Header, Location, Operation, Outcome, OutcomeCase,
    Paging, PagingKind, Parameter, PathSegment, Server, ServerVariable, StatusKey, Style,
};
pub use reach::reach;
pub use security::{Requirement, SchemeKind, SecurityScheme};
pub use types::{
    Branch, Constraints, Direction, Enum, EnumRepr, Extra, Field, FieldRule, Format, IntegerKind,
    JsonKind, NumberKind, Rule, Struct, Type, TypeDef, TypeId, TypeKind, Union, Variant,
};
pub use webhook::{Callback, Webhook};

/// A final Rust identifier, without `r#`: `emit` writes keywords as raw identifiers. Never empty, and never one of the
/// words that cannot be raw (`self`, `Self`, `super`, `crate`, `_`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(pub String);

/// Two `snake_case` names as one, with one underscore between them.
pub(crate) fn joined(first: &str, second: &str) -> String {
    let first = first.trim_end_matches('_');
    let name = format!("{first}_{}", second.trim_start_matches('_'));
    name.trim_end_matches('_').to_owned()
}

/// Prose of the document, as written there (CommonMark). `emit` makes it harmless.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    /// `summary` or `title`.
    pub title: Option<String>,
    /// `description`.
    pub text: Option<String>,
    /// `externalDocs.url`.
    pub link: Option<String>,
}

/// Which Rust types carry the formats that have a choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DateTypes {
    /// The `jiff` crate.
    #[default]
    Jiff,
    /// The `chrono` crate.
    Chrono,
    /// The `time` crate.
    Time,
    /// Plain strings.
    String,
}

/// One API: one document, one module of the generated crate.
#[derive(Clone, Debug)]
pub struct Api {
    /// The module of the generated crate.
    pub module: Name,
    /// The entry document, as shown in the header of each emitted file (`spec/tiledb.yaml`).
    pub source: String,
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// `info.description`.
    pub docs: Docs,
    /// Which crate carries dates and times.
    pub dates: DateTypes,
    /// Whether what is sent is checked against its bounds.
    pub checks: bool,
    /// `servers`; never empty (`/` when the document has none).
    pub servers: Vec<Server>,
    /// The security schemes that some operation uses, or calls beside them, in the document's order.
    pub schemes: Vec<SecurityScheme>,
    /// The alternatives of calls that the document lacks: its own `security`, or else what its operations take.
    pub security: Vec<Requirement>,
    /// Every named type, in the order of emission: sorted by `module`, then as found under it.
    pub types: Vec<TypeDef>,
    /// Tags, sorted by module name.
    pub groups: Vec<Group>,
    /// Operations, sorted by group, then in the document's order.
    pub operations: Vec<Operation>,
    /// What the server sends by itself: webhooks in the document's order, then callbacks.
    pub webhooks: Vec<Webhook>,
}

impl Api {
    /// The type behind an id.
    pub fn type_def(&self, id: TypeId) -> &TypeDef {
        &self.types[id.0 as usize]
    }

    /// What a type is behind its other names.
    pub fn behind<'a>(&'a self, ty: &'a Type) -> &'a Type {
        ty.behind(&self.types)
    }
}
