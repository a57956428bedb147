//! Expressions and statements that were read and are not yet written: small nodes in one row. Lists are chains: each node
//! knows the next of its list.

/// The index of a node.
pub(super) type Id = u32;

/// No node.
pub(super) const NONE: Id = u32::MAX;

/// Tokens from and to here.
pub(super) type Part = (usize, usize);

/// A node and the next one of its list.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    pub what: What<'a>,
    pub next: Id,
}

/// How strongly an operator binds, from weak to strong.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Binds {
    Any,
    Assign,
    Range,
    Or,
    And,
    Let,
    Compare,
    BitOr,
    BitXor,
    BitAnd,
    Shift,
    Sum,
    Product,
}

#[derive(Clone, Copy)]
pub(super) enum What<'a> {
    /// A literal; `true` where an array of such is filled line by line.
    Literal(&'a str, bool),
    Path(Part),
    Infer,
    Call(Id, Id),
    /// Receiver, name, turbofish, arguments.
    Method(Id, &'a str, Part, Id),
    Field(Id, &'a str),
    Await(Id),
    Try(Id),
    Index(Id, Id),
    Binary(Id, &'static str, Id),
    Assign(Id, Id),
    Unary(&'static str, Id),
    Reference(bool, Id),
    Cast(Id, Part),
    Range(Id, &'static str, Id),
    Paren(Id),
    Tuple(Id),
    Array(Id),
    Repeat(Id, Id),
    /// Path, fields, rest.
    Struct(Part, Id, Id),
    /// Attributes, name, value; no value for a shorthand.
    FieldValue(Part, &'a str, Id),
    /// `move`, patterns, type of the result, body.
    Closure(bool, Id, Part, Id),
    Pattern(Part),
    Block(Id),
    Unsafe(Id),
    /// `move`, statements.
    Async(bool, Id),
    /// Condition, statements, else.
    If(Id, Id, Id),
    Let(Part, Id),
    Match(Id, Id),
    /// Attributes and pattern, guard, body.
    Arm(Part, Id, Id),
    Loop(Id),
    While(Id, Id),
    For(Part, Id, Id),
    Return(Id),
    Break(Id),
    Continue,
    /// The call, and whether it has braces.
    Macro(Part, bool),
    /// A statement: attributes and pattern, value, statements of `else`.
    Local(Part, Id, Option<Id>),
    Item(Part),
    /// An expression as a statement, and whether a semicolon ends it.
    Statement(Id, bool),
}
