//! Response headers as values. In: the headers of a response, and a row for each that the API's description names; out:
//! values, or what is wrong with one. Invariant: a header that is not as described costs nobody more than itself.

use super::json::{self, DecodeError, Mode, Value, Writer};
use super::wire::Wire;
use http::HeaderMap;
use http::header::SET_COOKIE;
use std::fmt::{self, Debug, Display, Formatter};

/// What the API's description says about a header.
pub struct Header {
    name: &'static str,
    form: HeaderForm,
    check: fn(&HeaderMap, &Header) -> Option<DecodeError>,
}

/// How a value stands in a header: the style `simple` of OpenAPI, or a document of its own.
#[derive(Debug)]
pub enum HeaderForm {
    /// Text as it stands.
    Text,
    /// A number or truth value.
    Bare,
    /// A number or truth value if it looks like one, else text.
    Any,
    /// JSON.
    Json,
    /// Items with commas between them.
    List(&'static HeaderForm),
    /// Properties, as `name,value,name,value`.
    Object(&'static [(&'static str, HeaderForm)], &'static HeaderForm),
    /// Properties, as `name=value,name=value`.
    Exploded(&'static [(&'static str, HeaderForm)], &'static HeaderForm),
}

/// The headers of a response, read as the API's description has them.
#[derive(Clone, Copy)]
pub struct HeaderView<'a> {
    headers: &'a HeaderMap,
    rows: &'static [Header],
}

/// A header that is there, and not what the API's description says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeaderProblem {
    name: &'static str,
    error: DecodeError,
}

impl Header {
    /// A header with values of this type.
    pub const fn new<T: Wire>(name: &'static str, form: HeaderForm) -> Self {
        Header {
            name,
            form,
            check: |headers, row| json::from_str::<T>(&row.json(headers)?).err(),
        }
    }

    /// The header as JSON; `None` where it is not there.
    fn json(&self, headers: &HeaderMap) -> Option<String> {
        let lines: Vec<String> = headers
            .get_all(self.name)
            .iter()
            .map(|value| text(value.as_bytes()))
            .collect();
        if lines.is_empty() {
            return None;
        }
        if let HeaderForm::Json = self.form {
            return Some(lines.join(", "));
        }
        let mut writer = Writer::new(Mode::Json);
        match &self.form {
            // The one header whose lines are no items of one list (RFC 9110, section 5.3).
            HeaderForm::List(item) if self.name.eq_ignore_ascii_case(SET_COOKIE.as_str()) => {
                write_list(&mut writer, lines.iter().map(String::as_str), item);
            }
            form => form.write(&mut writer, &lines.join(", ")),
        }
        Some(json::text(writer.into_bytes()))
    }
}

impl Debug for Header {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Header")
            .field("name", &self.name)
            .field("form", &self.form)
            .finish_non_exhaustive()
    }
}

impl HeaderForm {
    /// Writes a text as JSON. One that has not this form becomes a string, which the reader then rejects.
    fn write(&self, w: &mut Writer, text: &str) {
        match self {
            HeaderForm::Text => w.string(text),
            HeaderForm::Bare | HeaderForm::Any => match is_bare(text) {
                true => w.number(text),
                false => w.string(text),
            },
            HeaderForm::Json => match json::from_str::<Value>(text) {
                Ok(_) => w.number(text),
                Err(_) => w.string(text),
            },
            HeaderForm::List(item) => {
                let items = split(text).into_iter().filter(|item| !item.is_empty());
                write_list(w, items, item);
            }
            HeaderForm::Object(properties, rest) => {
                let items = split(text);
                let pairs = items.chunks(2).map(|pair| match pair {
                    [name, value] => Some((*name, *value)),
                    _ => None,
                });
                write_object(w, text, pairs.collect(), properties, rest);
            }
            HeaderForm::Exploded(properties, rest) => {
                let items = split(text).into_iter();
                let pairs = items.map(|item| item.split_once('='));
                write_object(w, text, pairs.collect(), properties, rest);
            }
        }
    }
}

fn write_list<'a>(w: &mut Writer, items: impl Iterator<Item = &'a str>, form: &HeaderForm) {
    w.open_array();
    for item in items {
        w.item();
        form.write(w, item);
    }
    w.close_array();
}

fn write_object(
    w: &mut Writer,
    text: &str,
    pairs: Option<Vec<(&str, &str)>>,
    properties: &[(&str, HeaderForm)],
    rest: &HeaderForm,
) {
    let pairs = match (text.is_empty(), pairs) {
        (true, _) => Vec::new(),
        (false, Some(pairs)) => pairs,
        (false, None) => return w.string(text),
    };
    w.open_map();
    for (name, value) in pairs {
        w.key(name);
        let known = properties.iter().find(|(known, _)| *known == name);
        known.map_or(rest, |(_, form)| form).write(w, value);
    }
    w.close_map();
}

/// What stands between commas, without the space around it. A comma in quotes is none, if all quotes are closed.
fn split(text: &str) -> Vec<&str> {
    let (mut quoted, mut escaped) = (false, false);
    let mut between = |c: char| {
        let comma = c == ',' && !quoted;
        quoted ^= c == '"' && !escaped;
        escaped = quoted && c == '\\' && !escaped;
        comma
    };
    let mut items: Vec<&str> = text.split(&mut between).collect();
    if quoted {
        items = text.split(',').collect();
    }
    items.iter().map(|item| item.trim()).collect()
}

/// Whether a text is a number or a truth value, as JSON writes them.
fn is_bare(text: &str) -> bool {
    let scalar = !text.starts_with(['"', '[', '{', 'n']);
    scalar && json::from_str::<Value>(text).is_ok()
}

/// The text of a header line: UTF-8, or else ISO 8859-1 as in the early days.
fn text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.trim().to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

impl<'a> HeaderView<'a> {
    /// These headers, as these rows describe them.
    pub fn new(headers: &'a HeaderMap, rows: &'static [Header]) -> Self {
        HeaderView { headers, rows }
    }

    /// The value of a row; `None` where the header is not there, or is not as described.
    pub fn get<T: Wire>(&self, row: usize) -> Option<T> {
        json::from_str(&self.rows.get(row)?.json(self.headers)?).ok()
    }

    /// The headers that are there and not as described.
    pub fn problems(&self) -> Vec<HeaderProblem> {
        let rows = self.rows.iter();
        let problems = rows.filter_map(|row| {
            let error = (row.check)(self.headers, row)?;
            Some(HeaderProblem {
                name: row.name,
                error,
            })
        });
        problems.collect()
    }
}

impl Debug for HeaderView<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let there = self.rows.iter().filter_map(|row| {
            let value = self.headers.get(row.name)?;
            Some((row.name, value))
        });
        f.debug_map().entries(there).finish()
    }
}

impl HeaderProblem {
    /// The header.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What is wrong with it. Its place is one in the value, written as JSON.
    pub fn error(&self) -> &DecodeError {
        &self.error
    }
}

impl Display for HeaderProblem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "the header `{}`: {}", self.name, self.error)
    }
}

impl std::error::Error for HeaderProblem {}

/// What the headers of an operation have beside their accessors: `headers!(GetPetHeaders)`.
// The operations that have them may be left out by features.
#[allow(unused_macros)]
macro_rules! headers {
    ($name:ident) => {
        impl $name<'_> {
            /// The headers that are there and not as the document says. Their accessors give `None`.
            #[inline]
            pub fn problems(&self) -> ::std::vec::Vec<$crate::runtime::HeaderProblem> {
                self.view.problems()
            }
        }
    };
}
pub(crate) use headers;
