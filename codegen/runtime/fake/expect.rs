//! What a value looks like. In: the shape and the bounds that the document gives; out: a text as a value of that shape.
//! Invariant: a number keeps the digits it came with.

use crate::runtime::formatted::TextFormat;
use crate::runtime::node::Node;
use std::collections::HashSet;

/// What a value looks like.
#[derive(Clone, Copy, Debug)]
pub struct Expect {
    /// What it is.
    pub shape: Shape,
    /// Keywords of JSON Schema with their values as JSON.
    pub rules: &'static [(&'static str, &'static str)],
}

/// What a value is.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// One of several, or anything.
    Any,
    /// Text.
    Text,
    /// Text of a format: what it should be, and whether it is.
    Format(&'static str, fn(&str) -> bool),
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A truth value.
    Bool,
    /// A list.
    List(&'static Expect),
    /// An object: its properties, and what others look like, if it takes any.
    Object(&'static [(&'static str, Expect)], Option<&'static Expect>),
    /// A list whose first items have looks of their own, and those of the others.
    Tuple(&'static [Expect], &'static Expect),
    /// What any of these looks like.
    OneOf(&'static [Expect]),
    /// What the one looks like that the value of a property names.
    Tagged(&'static str, Branches),
    /// What another table says.
    Of(&'static Expect),
}

/// What a value looks like, with the names of it.
pub(super) type Branches = &'static [(&'static [&'static str], Expect)];

/// What a value looks like that is no alternative: the key and the names of the one it is of, if it is told by these.
pub(super) type Leaf<'a> = (Option<(&'static str, &'static [&'static str])>, &'a Expect);

impl Expect {
    /// Anything.
    pub const ANY: Expect = Expect::new(Shape::Any);
    /// Text.
    pub const TEXT: Expect = Expect::new(Shape::Text);
    /// A whole number.
    pub const INTEGER: Expect = Expect::new(Shape::Integer);
    /// A number.
    pub const NUMBER: Expect = Expect::new(Shape::Number);
    /// A truth value.
    pub const BOOL: Expect = Expect::new(Shape::Bool);

    /// A value without bounds.
    pub const fn new(shape: Shape) -> Self {
        Expect { shape, rules: &[] }
    }

    /// Text of a format.
    pub const fn format<T: TextFormat>() -> Self {
        Expect::new(Shape::Format(T::NAME, parses::<T>))
    }

    /// A list.
    pub const fn list(item: &'static Expect) -> Self {
        Expect::new(Shape::List(item))
    }

    /// An object with these properties, and whether it takes others.
    pub const fn object(properties: &'static [(&'static str, Expect)], open: bool) -> Self {
        let others = if open { Some(&Expect::ANY) } else { None };
        Expect::new(Shape::Object(properties, others))
    }

    /// An object with these properties, and others that look like this.
    pub const fn map(
        properties: &'static [(&'static str, Expect)],
        others: &'static Expect,
    ) -> Self {
        Expect::new(Shape::Object(properties, Some(others)))
    }

    /// A list whose first items look like these, and the others like that.
    pub const fn tuple(items: &'static [Expect], rest: &'static Expect) -> Self {
        Expect::new(Shape::Tuple(items, rest))
    }

    /// What any of these looks like.
    pub const fn one_of(branches: &'static [Expect]) -> Self {
        Expect::new(Shape::OneOf(branches))
    }

    /// What the one looks like that the value of a property names.
    pub const fn tagged(
        key: &'static str,
        branches: &'static [(&'static [&'static str], Expect)],
    ) -> Self {
        Expect::new(Shape::Tagged(key, branches))
    }

    /// What another table says.
    pub const fn of(table: &'static Expect) -> Self {
        Expect::new(Shape::Of(table))
    }

    /// The same with further bounds.
    #[must_use]
    pub const fn rules(mut self, rules: &'static [(&'static str, &'static str)]) -> Self {
        self.rules = rules;
        self
    }

    /// What is behind the names of tables.
    pub(super) fn solid(&self) -> &Expect {
        match self.shape {
            Shape::Of(table) => table.solid(),
            _ => self,
        }
    }

    /// Whether it is a list.
    pub(super) fn is_list(&self) -> bool {
        matches!(self.solid().shape, Shape::List(_) | Shape::Tuple(..))
    }

    /// Whether it is an object.
    pub(super) fn is_object(&self) -> bool {
        matches!(self.solid().shape, Shape::Object(..))
    }

    /// What it may be, alternatives of alternatives included, each once: with the names that a property must have for it.
    pub(super) fn leaves(&self) -> Vec<Leaf<'_>> {
        let mut leaves = Vec::new();
        let mut met = HashSet::new();
        let mut open = vec![(None, self.solid())];
        while let Some((tag, expect)) = open.pop() {
            if !met.insert(std::ptr::from_ref(expect)) {
                continue;
            }
            match expect.shape {
                Shape::OneOf(branches) => {
                    let branches = branches.iter().rev();
                    open.extend(branches.map(|branch| (tag, branch.solid())));
                }
                Shape::Tagged(key, branches) => {
                    let branches = branches.iter().rev();
                    open.extend(branches.map(|(names, one)| (Some((key, *names)), one.solid())));
                }
                _ => leaves.push((tag, expect)),
            }
        }
        leaves
    }

    /// What an item of a list looks like.
    pub(super) fn item(&self, index: usize) -> &'static Expect {
        match self.solid().shape {
            Shape::List(item) => item,
            Shape::Tuple(first, rest) => first.get(index).unwrap_or(rest),
            _ => &Expect::ANY,
        }
    }

    /// The properties that are declared by their names.
    pub(super) fn properties(&self) -> &'static [(&'static str, Expect)] {
        match self.solid().shape {
            Shape::Object(properties, _) => properties,
            _ => &[],
        }
    }

    /// What a property looks like; `None` if there is none of that name.
    pub(super) fn property(&self, name: &str) -> Option<&'static Expect> {
        let Shape::Object(_, others) = self.solid().shape else {
            return None;
        };
        self.declared(name).or(others)
    }

    /// What a property looks like that is declared by its name.
    pub(super) fn declared(&self, name: &str) -> Option<&'static Expect> {
        let mut known = self.properties().iter().filter(|(known, _)| *known == name);
        known.next().map(|(_, expect)| expect)
    }

    /// A text as a value of this shape, or as text where it is none; one of several is none of them.
    pub(super) fn scalar(&self, text: String) -> Node {
        let bare = match self.shape {
            Shape::Integer | Shape::Number => is_number(&text),
            Shape::Bool => matches!(text.as_str(), "true" | "false"),
            Shape::Any | Shape::OneOf(_) | Shape::Tagged(..) => {
                is_number(&text) || matches!(text.as_str(), "true" | "false")
            }
            Shape::Of(table) => return table.scalar(text),
            Shape::Text
            | Shape::Format(..)
            | Shape::List(_)
            | Shape::Tuple(..)
            | Shape::Object(..) => false,
        };
        if bare {
            Node::Bare(text)
        } else {
            Node::Text(text)
        }
    }
}

impl Shape {
    pub(super) fn name(self) -> &'static str {
        match self {
            Shape::Any | Shape::OneOf(_) | Shape::Tagged(..) => "a value",
            Shape::Of(table) => table.shape.name(),
            Shape::Text => "text",
            Shape::Format(name, _) => name,
            Shape::Integer => "a whole number",
            Shape::Number => "a number",
            Shape::Bool => "`true` or `false`",
            Shape::List(_) | Shape::Tuple(..) => "a list",
            Shape::Object(..) => "an object",
        }
    }
}

fn parses<T: TextFormat>(text: &str) -> bool {
    T::parse(text).is_ok()
}

fn is_number(text: &str) -> bool {
    let starts = text.starts_with(|c: char| c == '-' || c.is_ascii_digit());
    starts && serde_json::from_str::<serde_json::Number>(text).is_ok()
}
