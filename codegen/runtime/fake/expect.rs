//! What a value looks like that comes as text. In: the shape and the bounds that the document gives; out: the text as a
//! value of that shape, and the first bound it breaks. Invariant: a number keeps the digits it came with, and no reason
//! quotes the value.

use crate::runtime::formatted::TextFormat;
use crate::runtime::json::Value;
use crate::runtime::node::Node;
use std::cmp::Ordering;

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
}

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

    /// The same with bounds.
    #[must_use]
    pub const fn rules(mut self, rules: &'static [(&'static str, &'static str)]) -> Self {
        self.rules = rules;
        self
    }

    /// What the items of a list look like.
    pub(super) fn item(&self) -> &'static Expect {
        match self.shape {
            Shape::List(item) => item,
            _ => &Expect::ANY,
        }
    }

    /// What a property looks like; `None` if there is none of that name.
    pub(super) fn property(&self, name: &str) -> Option<&'static Expect> {
        let Shape::Object(_, others) = self.shape else {
            return None;
        };
        self.declared(name).or(others)
    }

    /// What a property looks like that is declared by its name.
    pub(super) fn declared(&self, name: &str) -> Option<&'static Expect> {
        let Shape::Object(properties, _) = self.shape else {
            return None;
        };
        let mut known = properties.iter().filter(|(known, _)| *known == name);
        known.next().map(|(_, expect)| expect)
    }

    /// A text as a value of this shape, or as text where it is none.
    pub(super) fn scalar(&self, text: String) -> Node {
        let bare = match self.shape {
            Shape::Integer | Shape::Number => is_number(&text),
            Shape::Bool => matches!(text.as_str(), "true" | "false"),
            Shape::Any => is_number(&text) || matches!(text.as_str(), "true" | "false"),
            Shape::Text | Shape::Format(..) | Shape::List(_) | Shape::Object(..) => false,
        };
        if bare {
            Node::Bare(text)
        } else {
            Node::Text(text)
        }
    }

    /// What is wrong with a value, behind its name.
    pub(super) fn check(&self, node: &Node, known: bool) -> Result<(), String> {
        match (self.shape, node) {
            (Shape::Any, _)
            | (Shape::Text, Node::Text(_))
            | (Shape::Number, Node::Bare(_))
            | (Shape::Bool, Node::Bare(_)) => {}
            // Whether there may be none is told when it is read.
            (_, Node::File(_) | Node::Null) => return Ok(()),
            (Shape::Integer, Node::Bare(text)) if is_whole(text) => {}
            (Shape::Format(name, matches), Node::Text(text)) => {
                if !matches(text) {
                    return Err(format!("is not {name}"));
                }
            }
            (Shape::List(item), Node::List(items)) => {
                for (index, node) in items.iter().enumerate() {
                    item.check(node, known)
                        .map_err(|reason| format!("at [{index}] {reason}"))?;
                }
            }
            (Shape::Object(..), Node::Object(entries)) => {
                for (key, node) in entries {
                    if let Some(expect) = self.property(key) {
                        expect
                            .check(node, known)
                            .map_err(|reason| format!("at `{key}` {reason}"))?;
                    }
                }
            }
            (shape, _) => return Err(format!("is not {}", shape.name())),
        }
        let rules = self.rules.iter();
        let mut rules = rules.filter(|(keyword, _)| known || *keyword != "enum");
        match rules.find_map(|(keyword, limit)| broken(keyword, limit, node)) {
            Some(reason) => Err(reason),
            None => Ok(()),
        }
    }
}

impl Shape {
    fn name(self) -> &'static str {
        match self {
            Shape::Any => "a value",
            Shape::Text => "text",
            Shape::Format(name, _) => name,
            Shape::Integer => "a whole number",
            Shape::Number => "a number",
            Shape::Bool => "`true` or `false`",
            Shape::List(_) => "a list",
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

/// Whether a number has no fractional part, zeros aside.
fn is_whole(text: &str) -> bool {
    let exact = text.parse::<i128>().is_ok();
    exact
        || text
            .parse::<f64>()
            .is_ok_and(|number| number.fract() == 0.0)
}

/// Compares two numbers: whole ones exactly, others as far as a double goes.
fn compare(a: &str, b: &str) -> Option<Ordering> {
    match (a.parse::<i128>(), b.parse::<i128>()) {
        (Ok(a), Ok(b)) => Some(a.cmp(&b)),
        _ => a.parse::<f64>().ok()?.partial_cmp(&b.parse::<f64>().ok()?),
    }
}

/// What is wrong, if a value does not keep to a keyword. Keywords that say nothing about its kind let it pass.
fn broken(keyword: &str, limit: &str, node: &Node) -> Option<String> {
    if keyword == "enum" {
        let allowed: Vec<Value> = serde_json::from_str(limit).ok()?;
        let value: Value = serde_json::from_str(&node.json()).ok()?;
        return (!allowed.contains(&value)).then(|| format!("is none of {limit}"));
    }
    let (bad, reason) = match node {
        Node::Bare(text) => number(keyword, limit, text)?,
        Node::Text(text) => counted(keyword, limit, text.chars().count(), "Length", "characters")?,
        Node::List(items) if keyword == "uniqueItems" => {
            let again = |(at, item): (usize, &Node)| items[..at].contains(item);
            let bad = limit == "true" && items.iter().enumerate().any(again);
            (bad, "has an item twice".to_owned())
        }
        Node::List(items) => counted(keyword, limit, items.len(), "Items", "items")?,
        Node::Object(entries) => {
            counted(keyword, limit, entries.len(), "Properties", "properties")?
        }
        Node::Null | Node::File(_) => return None,
    };
    bad.then_some(reason)
}

fn number(keyword: &str, limit: &str, text: &str) -> Option<(bool, String)> {
    use Ordering::{Equal, Greater, Less};
    let order = compare(text, limit);
    let is = |wrong: &[Ordering]| order.is_some_and(|order| wrong.contains(&order));
    Some(match keyword {
        "minimum" => (is(&[Less]), format!("is less than {limit}")),
        "maximum" => (is(&[Greater]), format!("is greater than {limit}")),
        "exclusiveMinimum" => (is(&[Less, Equal]), format!("is not greater than {limit}")),
        "exclusiveMaximum" => (is(&[Greater, Equal]), format!("is not less than {limit}")),
        "multipleOf" => (
            !is_multiple(text, limit),
            format!("is no multiple of {limit}"),
        ),
        _ => return None,
    })
}

fn is_multiple(text: &str, step: &str) -> bool {
    match (text.parse::<i128>(), step.parse::<i128>()) {
        (Ok(number), Ok(step)) => number.checked_rem(step).is_none_or(|rest| rest == 0),
        _ => match (text.parse::<f64>(), step.parse::<f64>()) {
            (Ok(number), Ok(step)) if step > 0.0 => {
                let times = number / step;
                (times - times.round()).abs() < 1e-9
            }
            _ => true,
        },
    }
}

fn counted(
    keyword: &str,
    limit: &str,
    count: usize,
    what: &str,
    noun: &str,
) -> Option<(bool, String)> {
    let limit: usize = limit.parse().ok()?;
    match (keyword.strip_prefix("min"), keyword.strip_prefix("max")) {
        (Some(of), _) if of == what => {
            Some((count < limit, format!("has fewer than {limit} {noun}")))
        }
        (_, Some(of)) if of == what => {
            Some((count > limit, format!("has more than {limit} {noun}")))
        }
        _ => None,
    }
}
