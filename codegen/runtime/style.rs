//! Styles: how a value is written into a path, a query, a header or a cookie (OpenAPI, Style Examples, and RFC 6570,
//! section 3.2.1). In: a tree and a style; out: text. Invariant: delimiters inside a value are encoded, those between
//! values are not.

use super::endpoint::{Location, Style};
use super::node::Node;
use super::percent::{Keep, encode};
use std::borrow::Cow;

/// How a value is to be written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Manner<'a> {
    pub(super) name: &'a str,
    pub(super) style: Style,
    pub(super) explode: bool,
    pub(super) keep: Keep,
    pub(super) location: Location,
    /// What stands between the pairs of `form`: `&`, or `; ` in a cookie.
    pub(super) between: &'static str,
}

/// What RFC 6570 calls an operator: what comes first, what comes between, and whether the name is written.
struct Operator {
    first: &'static str,
    between: &'static str,
    named: bool,
    /// What follows the name when the value is empty.
    if_empty: &'static str,
}

impl Manner<'_> {
    /// The value in this manner; `None` if there is nothing to write.
    pub(super) fn write(&self, value: &Node) -> Option<String> {
        let mut out = String::new();
        self.append(&mut out, value).then_some(out)
    }

    /// Appends the value in this manner; false if there is nothing to write.
    pub(super) fn append(&self, out: &mut String, value: &Node) -> bool {
        if let Style::Content(media) = self.style {
            let content = self.content(media, value);
            out.push_str(content.as_deref().unwrap_or_default());
            return content.is_some();
        }
        let Some(value) = prune(value) else {
            return false;
        };
        match self.style {
            Style::Content(_) => {}
            Style::Simple => self.expand(out, &value, &operator("", ",", false, "")),
            Style::Label => self.expand(out, &value, &operator(".", ".", false, "")),
            Style::Matrix => self.expand(out, &value, &operator(";", ";", true, "")),
            Style::Form => self.expand(out, &value, &operator("", self.between, true, "=")),
            Style::SpaceDelimited => self.delimited(out, &value, "%20"),
            Style::PipeDelimited => self.delimited(out, &value, "%7C"),
            Style::DeepObject => {
                let mut pairs = String::new();
                self.deep(&mut pairs, &self.encoded_name(self.name), &value);
                out.push_str(&pairs);
            }
            Style::Cookie => self.expand(out, &value, &operator("", "; ", true, "=")),
        }
        true
    }

    fn encoded(&self, text: &str) -> String {
        let mut out = String::new();
        encode(&mut out, text, self.keep);
        out
    }

    /// Names are always encoded, except where there is no encoding at all.
    fn append_name(&self, out: &mut String, name: &str) {
        let keep = if self.keep == Keep::All {
            Keep::All
        } else {
            Keep::Unreserved
        };
        encode(out, name, keep);
    }

    fn encoded_name(&self, name: &str) -> String {
        let mut out = String::new();
        self.append_name(&mut out, name);
        out
    }

    /// Appends a scalar, behind the name if that is written.
    fn single(&self, out: &mut String, text: &str, operator: &Operator) {
        if operator.named {
            self.append_name(out, self.name);
            out.push_str(if text.is_empty() {
                operator.if_empty
            } else {
                "="
            });
        }
        encode(out, text, self.keep);
    }

    fn expand(&self, out: &mut String, value: &Node, operator: &Operator) {
        out.push_str(operator.first);
        if let Node::Bare(text) | Node::Text(text) = value {
            return self.single(out, text, operator);
        }
        let name = if operator.named {
            self.encoded_name(self.name)
        } else {
            String::new()
        };
        match value {
            Node::List(items) if self.explode => {
                let items = items
                    .iter()
                    .map(|item| pair(&name, &self.encoded(&item.text()), operator));
                join(out, operator.between, items);
            }
            Node::List(items) => {
                let items = items.iter().map(|item| self.encoded(&item.text()));
                out.push_str(&pair(&name, &joined(",", items), operator));
            }
            Node::Object(entries) if self.explode => {
                let named = Operator {
                    named: true,
                    if_empty: if operator.named {
                        operator.if_empty
                    } else {
                        "="
                    },
                    ..*operator
                };
                let entries = entries.iter().map(|(key, item)| {
                    pair(&self.encoded_name(key), &self.encoded(&item.text()), &named)
                });
                join(out, operator.between, entries);
            }
            Node::Object(entries) => {
                let entries = entries.iter().map(|(key, item)| {
                    format!("{},{}", self.encoded_name(key), self.encoded(&item.text()))
                });
                out.push_str(&pair(&name, &joined(",", entries), operator));
            }
            Node::Null | Node::Bare(_) | Node::Text(_) | Node::File(_) => {
                out.push_str(&pair(&name, &self.encoded(&value.text()), operator));
            }
        }
    }

    /// `spaceDelimited` and `pipeDelimited`: one pair, unless each item stands for itself.
    fn delimited(&self, out: &mut String, value: &Node, delimiter: &str) {
        let form = operator("", self.between, true, "=");
        let name = self.encoded_name(self.name);
        match value {
            Node::List(items) if !self.explode => {
                let items = items.iter().map(|item| self.encoded(&item.text()));
                out.push_str(&pair(&name, &joined(delimiter, items), &form));
            }
            Node::Object(entries) if !self.explode => {
                let entries = entries.iter().map(|(key, item)| {
                    format!(
                        "{}{delimiter}{}",
                        self.encoded_name(key),
                        self.encoded(&item.text())
                    )
                });
                out.push_str(&pair(&name, &joined(delimiter, entries), &form));
            }
            _ => self.expand(out, value, &form),
        }
    }

    /// `deepObject`: keys in brackets. The specification defines one level of scalars; what lies deeper, and items of
    /// arrays, follow the same pattern.
    fn deep(&self, out: &mut String, name: &str, value: &Node) {
        match value {
            Node::Object(entries) => {
                for (key, item) in entries {
                    self.deep(
                        out,
                        &format!("{name}%5B{}%5D", self.encoded_name(key)),
                        item,
                    );
                }
            }
            Node::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    self.deep(out, &format!("{name}%5B{index}%5D"), item);
                }
            }
            Node::Null => {}
            Node::Bare(text) | Node::Text(text) => {
                if !out.is_empty() {
                    out.push_str(self.between);
                }
                out.push_str(name);
                out.push('=');
                encode(out, text, self.keep);
            }
            Node::File(_) => {}
        }
    }

    /// A document of a media type as the value.
    fn content(&self, media: &str, value: &Node) -> Option<String> {
        let name = match self.location {
            Location::Query | Location::Cookie => format!("{}=", self.encoded_name(self.name)),
            Location::Path | Location::QueryString | Location::Header => String::new(),
        };
        let form = media.starts_with("application/x-www-form-urlencoded");
        match value {
            Node::Null => None,
            Node::Object(entries) if form => {
                let pairs = entries.iter().filter_map(|(name, item)| {
                    Manner {
                        name,
                        style: Style::Form,
                        explode: true,
                        ..*self
                    }
                    .write(item)
                });
                let pairs = joined("&", pairs);
                // As the whole query it stands as it is, as one value of it it is text like any other.
                Some(if name.is_empty() {
                    pairs
                } else {
                    name + &self.encoded(&pairs)
                })
            }
            // Text is a document of any type but JSON, in which it has quotes.
            _ if is_json(media) => Some(name + &self.encoded(&value.json())),
            _ => Some(name + &self.encoded(&value.text())),
        }
    }
}

/// Whether a media type is JSON of some kind.
fn is_json(media: &str) -> bool {
    let essence = media.split(';').next().unwrap_or_default().trim();
    essence.ends_with("/json") || essence.ends_with("+json")
}

fn operator(
    first: &'static str,
    between: &'static str,
    named: bool,
    if_empty: &'static str,
) -> Operator {
    Operator {
        first,
        between,
        named,
        if_empty,
    }
}

fn pair(name: &str, value: &str, operator: &Operator) -> String {
    if !operator.named {
        value.to_owned()
    } else if value.is_empty() {
        format!("{name}{}", operator.if_empty)
    } else {
        format!("{name}={value}")
    }
}

fn joined(between: &str, items: impl Iterator<Item = String>) -> String {
    let mut out = String::new();
    join(&mut out, between, items);
    out
}

fn join(out: &mut String, between: &str, items: impl Iterator<Item = String>) {
    for (index, item) in items.enumerate() {
        if index > 0 {
            out.push_str(between);
        }
        out.push_str(&item);
    }
}

/// The value without what RFC 6570 calls undefined: `null`, and arrays and objects with nothing in them.
fn prune(value: &Node) -> Option<Cow<'_, Node>> {
    match value {
        Node::Null => None,
        Node::List(items) => {
            let items: Vec<Node> = items
                .iter()
                .filter(|item| **item != Node::Null)
                .cloned()
                .collect();
            (!items.is_empty()).then_some(Cow::Owned(Node::List(items)))
        }
        Node::Object(entries) => {
            let entries: Vec<_> = entries
                .iter()
                .filter(|(_, item)| *item != Node::Null)
                .cloned()
                .collect();
            (!entries.is_empty()).then_some(Cow::Owned(Node::Object(entries)))
        }
        Node::Bare(_) | Node::Text(_) | Node::File(_) => Some(Cow::Borrowed(value)),
    }
}
