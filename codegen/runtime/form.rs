//! Bodies of the type `application/x-www-form-urlencoded`. In: an object and how its properties are written; out: pairs.
//! Invariant: each property is a parameter of its own, with the style that the document gives it.

use super::call::Call;
use super::endpoint::{Encoding, Location, Style};
use super::node::Node;
use super::percent::Keep;
use super::style::Manner;
use super::wire::Wire;

impl Call {
    /// Sets the body to a form.
    pub fn form(&mut self, value: &dyn Wire, encodings: &'static [Encoding]) {
        match Node::of(value) {
            Some(node) => self.bytes(form(&node, encodings), "application/x-www-form-urlencoded"),
            None => self.problem = Some((None, "the form is nested too deeply".into())),
        }
    }
}

fn form(node: &Node, encodings: &[Encoding]) -> String {
    let Node::Object(entries) = node else {
        return node.text();
    };
    let mut pairs = Vec::new();
    for (name, value) in entries {
        let encoding = encodings.iter().find(|encoding| encoding.name == name);
        let write = |value: &Node| manner(name, value, encoding).write(value);
        match value {
            Node::List(items) if encoding.is_some_and(|encoding| encoding.each) => {
                pairs.extend(items.iter().filter_map(write));
            }
            value => pairs.extend(write(value)),
        }
    }
    pairs.retain(|pair| !pair.is_empty());
    pairs.join("&")
}

/// How a property is written: as the document says, else an object as JSON and anything else once for each item.
fn manner<'a>(name: &'a str, value: &Node, encoding: Option<&Encoding>) -> Manner<'a> {
    let (style, explode) = match encoding {
        Some(Encoding {
            content_type: Some(media),
            style: Style::Form,
            explode,
            ..
        }) if !plain(media) => (Style::Content(media), *explode),
        Some(encoding) => (encoding.style, encoding.explode),
        None if matches!(value, Node::Object(_)) => (Style::Content("application/json"), false),
        None => (Style::Form, true),
    };
    let reserved = encoding.is_some_and(|encoding| encoding.allow_reserved);
    Manner {
        name,
        style,
        explode,
        keep: if reserved {
            Keep::ReservedInQuery
        } else {
            Keep::Unreserved
        },
        location: Location::Query,
        between: "&",
    }
}

/// Media types whose documents are written like any text.
fn plain(media: &str) -> bool {
    media.starts_with("text/plain")
}
