//! What is wrong with a value. In: the value and what the document expects of it; out: the first thing that is not as
//! expected, and where. Invariant: no reason quotes the value, and the work grows with the value and the tables, whatever
//! they are.

use super::expect::{Branches, Expect, Shape};
use super::pattern::Patterns;
use crate::runtime::decimal::Decimal;
use crate::runtime::json::{append_key, is_whole, plainest};
use crate::runtime::node::Node;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

/// What is refused beside what breaks a bound.
#[derive(Clone, Copy, Debug)]
pub(super) struct Strict {
    /// Values that an enum does not list.
    pub(super) values: bool,
    /// Keys of objects that take none but their own.
    pub(super) keys: bool,
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wrong {
    /// Where, the innermost step first.
    steps: Vec<Step>,
    reason: String,
    /// Whether it is another kind of value altogether.
    pub(super) misfit: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Key(String),
    Index(usize),
}

impl Wrong {
    fn new(reason: impl Into<String>) -> Self {
        Wrong {
            steps: Vec::new(),
            reason: reason.into(),
            misfit: false,
        }
    }

    fn misfit(reason: impl Into<String>) -> Self {
        let misfit = true;
        Wrong {
            misfit,
            ..Wrong::new(reason)
        }
    }

    fn within(mut self, step: Step) -> Self {
        self.steps.push(step);
        self.misfit = false;
        self
    }

    /// Where: `$.pets[3].name`.
    pub(super) fn path(&self) -> String {
        let mut path = "$".to_owned();
        for step in self.steps.iter().rev() {
            match step {
                Step::Key(key) => append_key(&mut path, key),
                // Writing into a string cannot fail.
                Step::Index(index) => drop(write!(path, "[{index}]")),
            }
        }
        path
    }

    pub(super) fn reason(&self) -> &str {
        &self.reason
    }

    /// Behind the name of what it is about.
    pub(super) fn behind(&self) -> String {
        match self.steps.is_empty() {
            true => self.reason.clone(),
            false => {
                let path = self.path();
                let path = path.trim_start_matches(['$', '.']);
                format!("at `{path}` {}", self.reason)
            }
        }
    }
}

type Checked = Result<(), Wrong>;

/// Goes through a value.
#[derive(Debug)]
pub(super) struct Judge {
    strict: Strict,
    patterns: Patterns,
    /// What came of a value as one of several: a value in branches that are alike would be looked at again and again. By the
    /// addresses of value and branches.
    known: Option<HashMap<(usize, usize), Checked>>,
}

impl Judge {
    /// One that refuses all that is not in the document.
    pub(super) const STRICT: Judge = Judge::new(Strict {
        values: true,
        keys: true,
    });

    pub(super) const fn new(strict: Strict) -> Self {
        Judge {
            strict,
            patterns: Patterns::new(),
            known: None,
        }
    }

    /// Whether a value is as expected.
    pub(super) fn check(mut self, expect: &Expect, node: &Node) -> Checked {
        self.value(expect, node, None)
    }

    /// `tag`: a key that an object has in any case.
    fn value(&mut self, expect: &Expect, node: &Node, tag: Option<&str>) -> Checked {
        match (expect.shape, node) {
            // Whether there may be none is told when it is read.
            (_, Node::File(_) | Node::Null) => return Ok(()),
            (Shape::Any, _) | (Shape::Text, Node::Text(_)) => {}
            (Shape::Number, Node::Bare(text)) if is_number(text) => {}
            (Shape::Integer, Node::Bare(text)) if is_number(text) && is_whole(text) => {}
            (Shape::Bool, Node::Bare(text)) if !is_number(text) => {}
            (Shape::Format(name, matches), Node::Text(text)) => {
                if !matches(text) {
                    return Err(Wrong::misfit(format!("is not {name}")));
                }
            }
            (Shape::List(item), Node::List(items)) => {
                for (index, node) in items.iter().enumerate() {
                    self.item(item, index, node)?;
                }
            }
            (Shape::Tuple(first, rest), Node::List(items)) => {
                let expects = first.iter().chain(std::iter::repeat(rest));
                for (index, (node, expect)) in items.iter().zip(expects).enumerate() {
                    self.item(expect, index, node)?;
                }
            }
            (Shape::Object(..), Node::Object(entries)) => {
                for (key, node) in entries {
                    self.property(expect, key, node, tag)?;
                }
            }
            (Shape::OneOf(branches), _) => self.one_of(branches, node)?,
            (Shape::Tagged(key, branches), Node::Object(entries)) => {
                self.tagged(key, branches, node, entries)?;
            }
            // It is known not to be of a branch that has properties.
            (Shape::Tagged(..), _) => {}
            (Shape::Of(table), _) => self.value(table, node, tag)?,
            (shape, _) => return Err(Wrong::misfit(format!("is not {}", shape.name()))),
        }
        for (keyword, limit) in expect.rules {
            self.rule(keyword, limit, node)?;
        }
        Ok(())
    }

    fn item(&mut self, expect: &Expect, index: usize, node: &Node) -> Checked {
        let checked = self.value(expect, node, None);
        checked.map_err(|wrong| wrong.within(Step::Index(index)))
    }

    fn property(&mut self, object: &Expect, key: &str, node: &Node, tag: Option<&str>) -> Checked {
        let checked = match object.property(key) {
            Some(expect) => self.value(expect, node, None),
            None if !self.strict.keys || Some(key) == tag => Ok(()),
            None => Err(Wrong::new("is a property that the document does not allow")),
        };
        checked.map_err(|wrong| wrong.within(Step::Key(key.to_owned())))
    }

    /// A value that any branch may allow. What is told otherwise is of a branch whose kind it is of.
    fn one_of(&mut self, branches: &'static [Expect], node: &Node) -> Checked {
        let place = (
            std::ptr::from_ref(node).addr(),
            std::ptr::from_ref(branches).cast::<Expect>().addr(),
        );
        if let Some(checked) = self.known.as_ref().and_then(|known| known.get(&place)) {
            return checked.clone();
        }
        // What is an alternative of itself allows nothing by that.
        let known = self.known.get_or_insert_default();
        known.insert(place, Err(Wrong::misfit("is an alternative of itself")));
        let mut first: Option<Wrong> = None;
        let mut allowed = branches.is_empty();
        for branch in branches {
            match self.value(branch, node, None) {
                Ok(()) => {
                    allowed = true;
                    break;
                }
                Err(wrong)
                    if first
                        .as_ref()
                        .is_none_or(|first| first.misfit && !wrong.misfit) =>
                {
                    first = Some(wrong);
                }
                Err(_) => {}
            }
        }
        let checked = match first.filter(|_| !allowed) {
            None => Ok(()),
            Some(wrong) if !wrong.misfit || branches.len() == 1 => Err(wrong),
            Some(_) => Err(Wrong::misfit("is not what any of its alternatives allows")),
        };
        let known = self.known.get_or_insert_default();
        known.insert(place, checked.clone());
        checked
    }

    fn tagged(
        &mut self,
        key: &'static str,
        branches: Branches,
        node: &Node,
        entries: &[(String, Node)],
    ) -> Checked {
        let own = entries.iter().rev().find(|(name, _)| name == key);
        // Without its name it was told from the others by its looks.
        let Some(name) = own.and_then(|(_, node)| node.scalar()) else {
            return Ok(());
        };
        let mut found = branches.iter().filter(|(names, _)| names.contains(&name));
        match found.next() {
            Some((_, expect)) => self.value(expect, node, Some(key)),
            None if !self.strict.values => Ok(()),
            None => {
                let names = branches.iter().flat_map(|(names, _)| names.iter().copied());
                let names: Vec<&str> = names.collect();
                let wrong = Wrong::new(format!("is none of {}", names.join(", ")));
                Err(wrong.within(Step::Key(key.to_owned())))
            }
        }
    }

    /// A keyword. One that says nothing about a kind of value lets it pass.
    fn rule(&mut self, keyword: &'static str, limit: &'static str, node: &Node) -> Checked {
        let (bad, reason) = match (keyword, node) {
            ("enum", _) if !self.strict.values => return Ok(()),
            ("enum", _) => return listed(limit, node),
            ("required", Node::Object(entries)) => return required(limit, entries),
            ("pattern", Node::Text(text)) => {
                let bad = !self.patterns.matches(limit, text);
                (bad, format!("does not match `{limit}`"))
            }
            ("uniqueItems", Node::List(items)) => (
                limit == "true" && repeats(items),
                "has an item twice".to_owned(),
            ),
            (_, Node::Bare(text)) => number(keyword, limit, text),
            (_, Node::Text(text)) => counted(keyword, limit, text.chars().count(), "Length"),
            (_, Node::List(items)) => counted(keyword, limit, items.len(), "Items"),
            (_, Node::Object(entries)) => counted(keyword, limit, entries.len(), "Properties"),
            (_, Node::Null | Node::File(_)) => return Ok(()),
        };
        match bad {
            true => Err(Wrong::new(reason)),
            false => Ok(()),
        }
    }
}

fn listed(allowed: &str, node: &Node) -> Checked {
    let Some(Node::List(values)) = Node::parse(allowed) else {
        return Ok(());
    };
    match values.iter().any(|value| plain(value) == plain(node)) {
        true => Ok(()),
        // By such a value a branch is told from others.
        false => Err(Wrong::misfit(format!("is none of {allowed}"))),
    }
}

fn required(keys: &str, entries: &[(String, Node)]) -> Checked {
    let keys: Vec<String> = serde_json::from_str(keys).unwrap_or_default();
    let missing = keys
        .iter()
        .find(|key| !entries.iter().any(|(name, _)| name == *key));
    match missing {
        None => Ok(()),
        Some(key) => Err(Wrong::misfit(format!("has no `{key}`"))),
    }
}

fn number(keyword: &str, limit: &str, text: &str) -> (bool, String) {
    use Ordering::{Equal, Greater, Less};
    let order = Decimal::compare(text, limit);
    let is = |wrong: &[Ordering]| order.is_some_and(|order| wrong.contains(&order));
    match keyword {
        "minimum" => (is(&[Less]), format!("is less than {limit}")),
        "maximum" => (is(&[Greater]), format!("is greater than {limit}")),
        "exclusiveMinimum" => (is(&[Less, Equal]), format!("is not greater than {limit}")),
        "exclusiveMaximum" => (is(&[Greater, Equal]), format!("is not less than {limit}")),
        "multipleOf" => (
            Decimal::is_multiple(text, limit) == Some(false),
            format!("is no multiple of {limit}"),
        ),
        _ => (false, String::new()),
    }
}

fn counted(keyword: &str, limit: &str, count: usize, what: &str) -> (bool, String) {
    let noun = match what {
        "Length" => "characters",
        "Items" => "items",
        _ => "properties",
    };
    let limit: usize = limit.parse().unwrap_or(usize::MAX);
    match (keyword.strip_prefix("min"), keyword.strip_prefix("max")) {
        (Some(of), _) if of == what => (count < limit, format!("has fewer than {limit} {noun}")),
        (_, Some(of)) if of == what => (count > limit, format!("has more than {limit} {noun}")),
        _ => (false, String::new()),
    }
}

/// Whether an item is there twice, however it is written.
fn repeats(items: &[Node]) -> bool {
    let mut met = HashSet::with_capacity(items.len());
    items.iter().any(|item| !met.insert(plain(item)))
}

/// The text of a value that is the same for all ways of writing it: keys in order, numbers digit by digit.
fn plain(node: &Node) -> String {
    sorted(node).json()
}

fn sorted(node: &Node) -> Node {
    match node {
        Node::List(items) => Node::List(items.iter().map(sorted).collect()),
        Node::Object(entries) => {
            let entries = entries
                .iter()
                .map(|(key, node)| (key.clone(), sorted(node)));
            let mut entries: Vec<(String, Node)> = entries.collect();
            entries.sort_by(|(a, _), (b, _)| a.cmp(b));
            Node::Object(entries)
        }
        Node::Bare(text) if is_number(text) => Node::Bare(plainest(text)),
        other => other.clone(),
    }
}

/// Whether a text that JSON has without quotes is a number.
fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c == '-' || c.is_ascii_digit())
}
