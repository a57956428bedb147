//! Values that may look like several things. In: the alternatives, and how one of them is read; out: the value as the first one
//! has it that allows it. Invariant: however alternatives are within each other, only so many are tried.

use super::expect::{Expect, Leaf, Shape};
use super::rules::Judge;
use crate::runtime::node::Node;
use std::cell::Cell;

/// How many alternatives are tried for one request's parameters, or for its body.
const TRIES: usize = 10_000;

/// What is read: nothing, a value, or what is wrong with it.
pub(super) type Read = Result<Option<Node>, String>;

/// How many alternatives may still be tried.
#[derive(Debug)]
pub(super) struct Tries(Cell<usize>);

/// How a value fits an alternative: better is greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Not,
    /// It is of its kind.
    Kind,
    Whole,
}

impl Tries {
    pub(super) fn new() -> Self {
        Tries(Cell::new(TRIES))
    }

    /// Reads a value as the first alternative has it that allows it, else as the first whose kind it is of; `None` if there
    /// are no alternatives.
    pub(super) fn read(&self, expect: &Expect, read: &dyn Fn(&Expect) -> Read) -> Option<Read> {
        match expect.solid().shape {
            Shape::OneOf(_) | Shape::Tagged(..) => Some(self.first(&expect.leaves(), read)),
            _ => None,
        }
    }

    fn first(&self, leaves: &[Leaf<'_>], read: &dyn Fn(&Expect) -> Read) -> Read {
        let mut near: Option<(Fit, Node)> = None;
        let mut wrong = None;
        for leaf in leaves {
            let Some(left) = self.0.get().checked_sub(1) else {
                return Err("has too many alternatives within each other".to_owned());
            };
            self.0.set(left);
            match read(leaf.1) {
                Ok(None) => {}
                Err(reason) => wrong = wrong.or(Some(reason)),
                Ok(Some(node)) => match fit(leaf, &node) {
                    Fit::Whole => return Ok(Some(node)),
                    fit if near.as_ref().is_none_or(|(best, _)| fit > *best) => {
                        near = Some((fit, node));
                    }
                    Fit::Kind | Fit::Not => {}
                },
            }
        }
        match (near, wrong) {
            (Some((_, node)), _) => Ok(Some(node)),
            (None, Some(reason)) => Err(reason),
            (None, None) => Ok(None),
        }
    }
}

fn fit((tag, expect): &Leaf<'_>, node: &Node) -> Fit {
    let Some((key, names)) = tag else {
        return match Judge::STRICT.check(expect, node) {
            Ok(()) => Fit::Whole,
            Err(wrong) if wrong.misfit => Fit::Not,
            Err(_) => Fit::Kind,
        };
    };
    let Node::Object(entries) = node else {
        return Fit::Not;
    };
    let own = entries.iter().find(|(name, _)| name == key);
    match own.and_then(|(_, value)| value.scalar()) {
        Some(name) if names.contains(&name) => Fit::Whole,
        Some(_) | None => Fit::Not,
    }
}
