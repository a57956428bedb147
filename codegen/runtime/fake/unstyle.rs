//! Styles the other way round: the value that stands in a path, a query, a header or a cookie (OpenAPI, Style Examples, and
//! RFC 6570, section 3.2.1). In: texts as they came; out: trees. Invariant: what a client writes by `style.rs` is read as
//! the same value, as far as the style tells values apart.

use super::alternatives::{Read, Tries};
use super::decode::{form, is_json, json, percent, plain};
use super::deep::{TWICE, nested};
use super::expect::Expect;
use super::forms;
use crate::runtime::endpoint::{Location, Parameter, Style};
use crate::runtime::node::Node;
use http::HeaderMap;
use http::header::COOKIE;

/// The texts in which parameters stand.
pub(super) struct Texts<'a> {
    /// Those of the path, by the number of the parameter.
    pub(super) path: &'a [(usize, &'a str)],
    /// The pairs of the query.
    pub(super) query: &'a [Pair<'a>],
    /// The whole query.
    pub(super) whole: &'a str,
    pub(super) headers: &'a HeaderMap,
    /// The keys that belong to somebody, by where they stand: an object that takes any key does not take these.
    pub(super) taken: &'a [(Location, &'a str)],
    /// How many alternatives may still be tried.
    pub(super) tries: Tries,
}

/// A name, and the text of its value as it came.
pub(super) type Pair<'a> = (String, &'a str);

/// How a value is written where it stands.
#[derive(Clone, Copy)]
pub(super) struct Manner<'a> {
    pub(super) name: &'a str,
    pub(super) style: Style,
    pub(super) explode: bool,
    pub(super) decode: fn(&str) -> Option<String>,
    /// The keys of others.
    pub(super) taken: &'a [&'a str],
    pub(super) tries: &'a Tries,
}

/// How many keys in brackets may follow each other.
const DEEPEST: usize = 64;

const NOT_UTF8: &str = "is not UTF-8";

impl Texts<'_> {
    /// The value of a parameter; `None` if it is not there.
    pub(super) fn value(
        &self,
        number: usize,
        parameter: &Parameter,
        expect: &Expect,
    ) -> Result<Option<Node>, String> {
        let taken = self.taken.iter();
        let taken = taken.filter(|(place, _)| *place == parameter.location);
        let taken: Vec<&str> = taken.map(|(_, name)| *name).collect();
        let mut manner = Manner {
            name: parameter.name,
            style: parameter.style,
            explode: parameter.explode,
            decode: percent,
            taken: &taken,
            tries: &self.tries,
        };
        match parameter.location {
            Location::Path => {
                let mut found = self.path.iter().filter(|(index, _)| *index == number);
                let text = found.next().map_or("", |(_, text)| text);
                manner.in_path(text, expect).map(Some)
            }
            Location::Header => {
                let lines = self.headers.get_all(parameter.name).iter();
                let lines: Result<Vec<&str>, _> = lines
                    .map(|line| std::str::from_utf8(line.as_bytes()))
                    .collect();
                let lines = lines.map_err(|_| NOT_UTF8.to_owned())?;
                manner.decode = plain;
                let text = lines.join(",");
                match lines.is_empty() {
                    true => Ok(None),
                    false => manner.joined(&text, ",", expect).map(Some),
                }
            }
            Location::Query => {
                manner.decode = form;
                manner.among(self.query, expect)
            }
            Location::QueryString => {
                manner.decode = form;
                match self.whole {
                    "" => Ok(None),
                    whole => manner.document(whole, expect).map(Some),
                }
            }
            Location::Cookie => {
                if parameter.style == Style::Cookie || manner.is_text() {
                    manner.decode = plain;
                }
                let cookies = cookies(self.headers);
                let pairs: Vec<Pair<'_>> = cookies.iter().map(|c| pair(c, percent)).collect();
                manner.among(&pairs, expect)
            }
        }
    }
}

/// The cookies of a request, as they came.
pub(super) fn cookies(headers: &HeaderMap) -> Vec<String> {
    let lines = headers.get_all(COOKIE).iter();
    let lines = lines.filter_map(|line| line.to_str().ok());
    let cookies = lines.flat_map(|line| line.split(';'));
    cookies.map(|cookie| cookie.trim().to_owned()).collect()
}

/// The pairs of a query or a form.
pub(super) fn pairs(text: &str) -> Vec<Pair<'_>> {
    let pairs = text.split('&').filter(|pair| !pair.is_empty());
    pairs.map(|text| pair(text, form)).collect()
}

fn pair(text: &str, decode: fn(&str) -> Option<String>) -> Pair<'_> {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    (decode(name).unwrap_or_else(|| name.to_owned()), value)
}

/// Whether the properties of an object are keys of their own.
pub(super) fn spreads(parameter: &Parameter, expect: &Expect) -> bool {
    let exploded = parameter.explode && matches!(parameter.style, Style::Form | Style::Cookie);
    exploded && expect.is_object()
}

/// Whether a key of a query or a form belongs to a parameter.
pub(super) fn owns(parameter: &Parameter, expect: &Expect, key: &str) -> bool {
    let mut leaves = expect.leaves().into_iter();
    leaves.any(|(_, leaf)| match parameter.style {
        Style::DeepObject => {
            let rest = key.strip_prefix(parameter.name);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('['))
        }
        _ if spreads(parameter, leaf) => leaf.property(key).is_some(),
        _ => key == parameter.name,
    })
}

impl Manner<'_> {
    fn text(&self, raw: &str) -> Result<String, String> {
        (self.decode)(raw).ok_or_else(|| NOT_UTF8.to_owned())
    }

    fn scalar(&self, raw: &str, expect: &Expect) -> Result<Node, String> {
        if let Some(read) = self.either(expect, &|one| self.scalar(raw, one)) {
            return read;
        }
        let text = self.text(raw)?;
        // JSON within a text.
        if expect.is_list() || expect.is_object() {
            return Ok(json(&text).unwrap_or(Node::Text(text)));
        }
        Ok(expect.scalar(text))
    }

    /// A value that is there, as one of several alternatives has it; `None` if there are none.
    fn either(
        &self,
        expect: &Expect,
        read: &dyn Fn(&Expect) -> Result<Node, String>,
    ) -> Option<Result<Node, String>> {
        let read = self.tries.read(expect, &|one| read(one).map(Some))?;
        Some(read.map(|node| node.unwrap_or(Node::Null)))
    }

    /// Whether a key is that of another parameter, or one in brackets of it.
    fn is_taken(&self, key: &str) -> bool {
        self.taken.iter().any(|name| {
            let rest = key.strip_prefix(name);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('['))
        })
    }

    fn is_text(&self) -> bool {
        matches!(self.style, Style::Content(media) if media.starts_with("text/"))
    }

    /// A value that is a document.
    fn document(&self, raw: &str, expect: &Expect) -> Result<Node, String> {
        let Style::Content(media) = self.style else {
            return self.scalar(raw, expect);
        };
        if media.starts_with("application/x-www-form-urlencoded") {
            let text = match self.name {
                // The whole query is not encoded twice.
                "" => raw.to_owned(),
                _ if raw.contains('=') => raw.to_owned(),
                _ => self.text(raw)?,
            };
            let pairs = pairs(&text);
            return forms::properties(&pairs, &[], expect, self.tries);
        }
        if !is_json(media) {
            return self.scalar(raw, expect);
        }
        let text = self.text(raw)?;
        json(&text).ok_or_else(|| "is not JSON".to_owned())
    }

    fn in_path(&self, text: &str, expect: &Expect) -> Result<Node, String> {
        match self.style {
            Style::Label => {
                let text = text.strip_prefix('.').ok_or("does not begin with `.`")?;
                let between = if self.explode { "." } else { "," };
                self.joined(text, between, expect)
            }
            Style::Matrix => {
                let text = text.strip_prefix(';').ok_or("does not begin with `;`")?;
                let pairs: Vec<Pair<'_>> = text.split(';').map(|one| pair(one, percent)).collect();
                let found = self.among(&pairs, expect)?;
                found.ok_or_else(|| format!("does not begin with `;{}`", self.name))
            }
            Style::Content(_) => self.document(text, expect),
            _ => self.joined(text, ",", expect),
        }
    }

    /// A value without its name: items one after the other, properties as `key=value` or `key,value`.
    fn joined(&self, text: &str, between: &str, expect: &Expect) -> Result<Node, String> {
        if let Style::Content(_) = self.style {
            return self.document(text, expect);
        }
        if let Some(read) = self.either(expect, &|one| self.joined(text, between, one)) {
            return read;
        }
        let pieces = || text.split(between).map(str::trim);
        match (expect.is_list(), expect.is_object()) {
            (true, _) => self.items(pieces(), expect),
            (false, true) if self.explode => {
                let entries = pieces().map(|piece| {
                    let (key, value) = piece.split_once('=').ok_or("is not `key=value`")?;
                    self.entry(key, value, expect)
                });
                entries.collect::<Result<_, String>>().map(Node::Object)
            }
            (false, true) => self.alternating(&pieces().collect::<Vec<_>>(), expect),
            (false, false) => self.scalar(text, expect),
        }
    }

    fn items<'t>(
        &self,
        texts: impl Iterator<Item = &'t str>,
        expect: &Expect,
    ) -> Result<Node, String> {
        let items = texts.enumerate();
        let items = items.map(|(at, text)| self.scalar(text, expect.item(at)));
        items.collect::<Result<_, _>>().map(Node::List)
    }

    fn alternating(&self, pieces: &[&str], expect: &Expect) -> Result<Node, String> {
        let entries = pieces.chunks(2).map(|two| match two {
            [key, value] => self.entry(key, value, expect),
            _ => Err("has a key without a value".to_owned()),
        });
        entries.collect::<Result<_, String>>().map(Node::Object)
    }

    fn entry(&self, key: &str, value: &str, expect: &Expect) -> Result<(String, Node), String> {
        let key = self.text(key)?;
        let of = expect.property(&key).unwrap_or(&Expect::ANY);
        let node = self.scalar(value, of)?;
        Ok((key, node))
    }

    /// A value among pairs.
    pub(super) fn among(&self, pairs: &[Pair<'_>], expect: &Expect) -> Read {
        if self.style == Style::DeepObject {
            return self.deep(pairs, expect);
        }
        let whole = matches!(self.style, Style::Content(_));
        if !whole && let Some(read) = self.tries.read(expect, &|one| self.among(pairs, one)) {
            return read;
        }
        if self.explode && expect.is_object() && !whole {
            let own = pairs.iter().filter(|(key, _)| {
                expect.declared(key).is_some()
                    || (expect.property(key).is_some() && !self.is_taken(key))
            });
            let entries = own.map(|(key, value)| {
                let of = expect.property(key).unwrap_or(&Expect::ANY);
                Ok((key.clone(), self.scalar(value, of)?))
            });
            let entries: Vec<(String, Node)> = entries.collect::<Result<_, String>>()?;
            let again = |(at, (key, _)): (usize, &(String, Node))| {
                entries[..at].iter().any(|(other, _)| other == key)
            };
            if entries.iter().enumerate().any(again) {
                return Err(TWICE.to_owned());
            }
            return Ok((!entries.is_empty()).then_some(Node::Object(entries)));
        }
        let values = pairs.iter().filter(|(key, _)| key == self.name);
        let values: Vec<&str> = values.map(|(_, value)| *value).collect();
        let Some(first) = values.first() else {
            return Ok(None);
        };
        let spread = self.explode && !whole && expect.is_list();
        if values.len() > 1 && !spread {
            return Err(TWICE.to_owned());
        }
        let read = if whole {
            self.document(first, expect)
        } else if spread {
            self.items(values.into_iter(), expect)
        } else if expect.is_list() || expect.is_object() {
            self.joined(&self.delimited(first), ",", expect)
        } else {
            self.scalar(first, expect)
        };
        read.map(Some)
    }

    /// The text with commas between its pieces, whatever the style has there.
    fn delimited(&self, text: &str) -> String {
        let (delimiters, encoded): (&[&str], bool) = match self.style {
            Style::SpaceDelimited => (&["%20", "+", " "], true),
            Style::PipeDelimited => (&["%7C", "%7c", "|"], true),
            _ => (&[], false),
        };
        if !encoded {
            return text.to_owned();
        }
        let text = text.replace(',', "%2C");
        delimiters
            .iter()
            .fold(text, |text, delimiter| text.replace(delimiter, ","))
    }

    fn deep(&self, pairs: &[Pair<'_>], expect: &Expect) -> Read {
        let mut found = Vec::new();
        for (key, value) in pairs {
            let rest = key.strip_prefix(self.name);
            let Some(rest) = rest.filter(|rest| rest.is_empty() || rest.starts_with('[')) else {
                continue;
            };
            let keys = rest.strip_prefix('[').and_then(|r| r.strip_suffix(']'));
            let keys = keys.ok_or_else(|| format!("is not written as `{}[key]`", self.name))?;
            let keys: Vec<&str> = keys.split("][").collect();
            if keys.len() > DEEPEST {
                return Err(format!("has more than {DEEPEST} keys in brackets"));
            }
            found.push((keys, self.text(value)?));
        }
        match found.is_empty() {
            true => Ok(None),
            false => nested(&found, 0, expect, self.tries).map(Some),
        }
    }
}
