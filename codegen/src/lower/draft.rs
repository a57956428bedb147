//! What lowering makes and the passes work on: in, nothing; out, plain data. Invariant: every `NodeId` is an index into
//! `Draft::nodes`; names are not chosen yet, and a node may refer to any other, itself included.

mod operation;

use serde_json::Value;

use crate::ir::{
    Constraints, Direction, Docs, Format, IntegerKind, JsonKind, NumberKind, Requirement, Rule,
};
use crate::source::Origin;

pub use operation::{
    Body, Content, Header, Operation, Paging, Parameter, Response, Scheme, Server, ServerVariable,
    Webhook,
};

/// Index into `Draft::nodes`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub u32);

/// An API on its way from the document to the IR.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// `info.title`.
    pub title: String,
    /// `info.version`.
    pub version: String,
    /// `info.description` and what else there is.
    pub docs: Docs,
    /// `servers`.
    pub servers: Vec<Server>,
    /// Every security scheme of the document.
    pub schemes: Vec<Scheme>,
    /// `security`: the alternatives of operations that have none of their own; `None` where it is absent.
    pub security: Option<Vec<Requirement>>,
    /// The tags the document describes.
    pub tags: Vec<(String, Docs)>,
    /// Every schema that was met, each once.
    pub nodes: Vec<Node>,
    /// The named schemas, in the order they were found.
    pub components: Vec<NodeId>,
    /// The operations, in the document's order.
    pub operations: Vec<Operation>,
    /// The webhooks, in the document's order, and behind them the callbacks.
    pub webhooks: Vec<Webhook>,
}

impl Draft {
    /// Everything that has a body and responses: operations, webhooks and callbacks.
    pub fn exchanges(&self) -> impl Iterator<Item = &Operation> {
        let webhooks = self.webhooks.iter().map(|webhook| &webhook.request);
        self.operations.iter().chain(webhooks)
    }

    /// The node behind an id.
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// The node behind an id, to change it.
    pub fn node_mut(&mut self, id: NodeId) -> &mut Node {
        &mut self.nodes[id.0 as usize]
    }

    /// Adds a node.
    pub fn add(&mut self, node: Node) -> NodeId {
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(node);
        id
    }

    /// Every id, in the order of finding.
    pub fn ids(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..u32::try_from(self.nodes.len()).unwrap_or(u32::MAX)).map(NodeId)
    }

    /// The node that says what a node is: the end of its chain of references. Chains are free of cycles after
    /// `passes::validate`; before, the walk ends after as many steps as there are nodes.
    pub fn target(&self, mut id: NodeId) -> NodeId {
        for _ in 0..self.nodes.len() {
            match self.node(id).kind {
                Kind::Ref(next) => id = next,
                _ => break,
            }
        }
        id
    }

    /// What a node is, seen through references.
    pub fn kind(&self, id: NodeId) -> &Kind {
        &self.node(self.target(id)).kind
    }

    /// Whether `null` is a value of a node, by its own word or that of what it refers to.
    pub fn nullable(&self, mut id: NodeId) -> bool {
        for _ in 0..=self.nodes.len() {
            let node = self.node(id);
            match (node.nullable, &node.kind) {
                (true, _) | (false, Kind::Any | Kind::Null) => return true,
                (false, Kind::Ref(next)) => id = *next,
                (false, _) => return false,
            }
        }
        false
    }
}

/// A schema at one place of the input.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it was found.
    pub origin: Origin,
    /// The name the document gives it; `None` for an inline schema.
    pub label: Option<String>,
    /// Prose, defaults and what else does not decide its type.
    pub notes: Notes,
    /// Whether `null` is allowed beside what `kind` says.
    pub nullable: bool,
    /// The named schemas it extends through allOf.
    pub bases: Vec<NodeId>,
    /// The tag that stands for it where a discriminator tells it from its siblings (`x-ms-discriminator-value`).
    pub tag: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// Who sends it.
    pub direction: Direction,
}

/// What a schema says beside its type.
#[derive(Clone, Debug, Default)]
pub struct Notes {
    /// Prose.
    pub docs: Docs,
    /// `deprecated`.
    pub deprecated: bool,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`.
    pub write_only: bool,
    /// `default`.
    pub default: Option<Value>,
    /// `example`, `examples`.
    pub examples: Vec<Value>,
    /// Validation keywords.
    pub constraints: Constraints,
}

/// What a schema is.
#[derive(Clone, Debug)]
pub enum Kind {
    /// Anything.
    Any,
    /// Only `null`.
    Null,
    /// A truth value.
    Bool,
    /// A whole number.
    Integer(IntegerKind),
    /// A decimal number.
    Number(NumberKind),
    /// Text.
    String,
    /// Text with a format that has a type of its own.
    Formatted(Format),
    /// Raw bytes.
    Binary,
    /// An array.
    List(NodeId),
    /// An array with a schema for each place, and one for the rest, if there may be one.
    Tuple(Vec<NodeId>, Option<NodeId>),
    /// An object without named properties: what its keys are, if they are an enum, and its values.
    Map(Option<NodeId>, NodeId),
    /// The same as another node.
    Ref(NodeId),
    /// An object with named properties.
    Struct(Struct),
    /// A list of values.
    Enum(Enum),
    /// One of several.
    Union(Union),
}

/// An object with named properties.
#[derive(Clone, Debug)]
pub struct Struct {
    /// The properties in order.
    pub fields: Vec<Field>,
    /// What else it may hold.
    pub extra: Extra,
    /// The property that tells the schemas that extend it apart.
    pub discriminator: Option<Discriminator>,
}

/// A property.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its key.
    pub wire_name: String,
    /// Its schema.
    pub node: NodeId,
    /// Whether the key must be there.
    pub required: bool,
}

/// What an object may hold beside its named properties.
#[derive(Clone, Debug)]
pub enum Extra {
    /// Nothing.
    Denied,
    /// Anything.
    Any,
    /// Values of one schema.
    Typed(NodeId),
}

/// A discriminator object.
#[derive(Clone, Debug)]
pub struct Discriminator {
    /// The property.
    pub property: String,
    /// Values and the schemas they stand for.
    pub mapping: Vec<(String, NodeId)>,
}

/// A list of values.
#[derive(Clone, Debug)]
pub struct Enum {
    /// The values, each once.
    pub values: Vec<EnumValue>,
    /// Whether the document allows any other string as well.
    pub open: bool,
}

/// One value of an enum.
#[derive(Clone, Debug)]
pub struct EnumValue {
    /// The value on the wire.
    pub value: Value,
    /// The name the document gives it.
    pub name: Option<String>,
    /// Its prose.
    pub docs: Docs,
}

/// One of several.
#[derive(Clone, Debug)]
pub struct Union {
    /// The property that names the branch.
    pub discriminator: Option<String>,
    /// Whether a value must be of no more than one branch (`oneOf`).
    pub exclusive: bool,
    /// The branches in order.
    pub branches: Vec<Branch>,
    /// Further lists of alternatives that hold as well, too many for types: what a value of each alternative looks like.
    pub beside: Vec<Vec<Rule>>,
}

/// One branch of a union.
#[derive(Clone, Debug)]
pub struct Branch {
    /// Its schema.
    pub node: NodeId,
    /// The name of the schema the document refers to here, where the branch is more than that schema.
    pub label: Option<String>,
    /// The discriminator values that choose it.
    pub tags: Vec<String>,
    /// Whether those are only what the name of the schema implies.
    pub implied: bool,
    /// Whether it is listed twice where a value must be of one branch: then no value can be of it.
    pub impossible: bool,
    /// What its values look like: made by `passes::unions`.
    pub rule: Rule,
}

/// The kinds of JSON value a schema may name in `type`, in one order.
pub const JSON_KINDS: [JsonKind; 7] = [
    JsonKind::Null,
    JsonKind::Bool,
    JsonKind::Integer,
    JsonKind::Number,
    JsonKind::String,
    JsonKind::Array,
    JsonKind::Object,
];

impl Node {
    /// The nodes that its type is made of.
    pub fn children(&self) -> Vec<NodeId> {
        match &self.kind {
            Kind::Any
            | Kind::Null
            | Kind::Bool
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::String
            | Kind::Formatted(_)
            | Kind::Binary
            | Kind::Enum(_) => Vec::new(),
            Kind::List(item) => vec![*item],
            Kind::Ref(target) => vec![*target],
            Kind::Tuple(items, rest) => items.iter().chain(rest).copied().collect(),
            Kind::Map(key, value) => key.iter().chain([value]).copied().collect(),
            Kind::Struct(object) => {
                let mut list: Vec<_> = object.fields.iter().map(|field| field.node).collect();
                if let Extra::Typed(node) = object.extra {
                    list.push(node);
                }
                list
            }
            Kind::Union(union) => union.branches.iter().map(|branch| branch.node).collect(),
        }
    }
}
