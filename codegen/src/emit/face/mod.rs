//! The public face of an API as text. In: the IR, as the other emitters have it; out: `api/<api>.txt`, a line for each
//! public item and each fact of the wire. Invariant: prose of the document never reaches it, and a test holds its lines
//! against the items that are emitted.
//!
//! A line is `<path> <kind> <rest>`, then ` // ` and what the wire sees of it. Lines that begin with `wire` are about the
//! wire alone. They are sorted by their bytes, so that a new item is a new line and moves no other.

mod client;
mod fake;
mod model;
mod operation;
mod types;
mod union;
mod wire;

use super::{CrateOptions, Plan, Prepared, PreparedApi, Text, ident, markdown};
use crate::ir::{self, Constraints};
use crate::parallel;
use serde_json::Value;
use std::fmt::Write;

/// Fewer files than this are looked at by one thread.
const WORTH_A_THREAD: usize = 64;

/// The lines that belong to a planned file, and the API they are of; nothing for files without public items of an API.
pub(crate) fn lines(prepared: &Prepared<'_>, plan: &Plan) -> Option<(usize, String)> {
    let (index, size) = match plan {
        Plan::Lib | Plan::Program | Plan::Service(_) | Plan::Models(_) => return None,
        Plan::Client(api) | Plan::Fake(api) | Plan::Webhooks(api) => (*api, 0x2000),
        Plan::Model(api, range) => (*api, range.len() * 0x200),
        Plan::Group(api, _, range) | Plan::FakeGroup(api, _, range) => (*api, range.len() * 0x400),
    };
    let mut page = Page::new(&prepared.apis[index], size);
    match plan {
        Plan::Client(_) => client::lines(&mut page),
        Plan::Fake(_) => fake::root(&mut page),
        Plan::Webhooks(_) => operation::webhooks(&mut page),
        Plan::Model(_, range) => model::lines(&mut page, range.clone()),
        Plan::Group(_, group, range) => operation::lines(&mut page, *group, range.clone()),
        Plan::FakeGroup(_, group, range) => fake::group(&mut page, *group, range.clone()),
        Plan::Lib | Plan::Program | Plan::Service(_) | Plan::Models(_) => {}
    }
    Some((index, page.text))
}

/// The file of an API, from the lines of all its files.
pub(crate) fn text(prepared: &Prepared<'_>, api: usize, parts: &[&str]) -> Text {
    let own = &prepared.apis[api];
    Text {
        path: format!("api/{}.txt", own.module),
        header: Some("#"),
        source: Some(own.shared.api.source.clone()),
        text: sorted(parts),
    }
}

fn sorted(parts: &[&str]) -> String {
    let size = parts.iter().map(|part| part.len()).sum();
    let mut lines: Vec<&str> = Vec::with_capacity(size / 64);
    for part in parts {
        lines.extend(part.lines());
    }
    lines.sort();
    lines.dedup();
    let mut out = String::with_capacity(size);
    for line in lines {
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// The public face of one API that is a crate by itself, without a header.
pub fn face(api: &ir::Api) -> String {
    let apis = std::slice::from_ref(api);
    let krate = CrateOptions {
        name: String::new(),
        version: String::new(),
        standalone: true,
    };
    let prepared = Prepared::new(apis, &krate);
    let plans = super::plans(apis);
    let parts = parallel::map(&plans, WORTH_A_THREAD, |plan| lines(&prepared, plan));
    let parts: Vec<String> = parts.into_iter().flatten().map(|(_, text)| text).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    sorted(&parts)
}

/// Lines being written.
struct Page<'a> {
    own: &'a PreparedApi<'a>,
    api: &'a ir::Api,
    text: String,
}

impl<'a> Page<'a> {
    fn new(own: &'a PreparedApi<'a>, size: usize) -> Self {
        Self {
            own,
            api: own.shared.api,
            text: String::with_capacity(size),
        }
    }

    fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// An identifier, raw where it must be.
    fn name(&mut self, name: &str) {
        if ident::is_keyword(name) {
            self.text.push_str("r#");
        }
        self.text.push_str(name);
    }

    /// A whole line that is given.
    fn line(&mut self, parts: &[&str]) {
        for part in parts {
            self.text.push_str(part);
        }
        self.end();
    }

    fn end(&mut self) {
        self.text.push('\n');
    }

    /// What the compiler must be told of an item.
    fn marks(&mut self, open: bool, deprecated: bool) {
        if open {
            self.put(" #[non_exhaustive]");
        }
        if deprecated {
            self.put(" #[deprecated]");
        }
    }

    /// The features that an item is compiled for.
    fn cfg<'f>(&mut self, features: impl Iterator<Item = &'f str>) {
        for (index, feature) in features.enumerate() {
            self.put(if index == 0 { " #[cfg(" } else { ", " });
            quote(&mut self.text, feature);
        }
        if self.text.ends_with('"') {
            self.put(")]");
        }
    }

    /// What the wire sees begins.
    fn wire(&mut self) {
        self.put(" // ");
    }

    fn quoted(&mut self, text: &str) {
        quote(&mut self.text, text);
    }

    fn json(&mut self, value: &Value) {
        match value {
            Value::String(text) => quote(&mut self.text, text),
            other => plain(&mut self.text, &other.to_string()),
        }
    }

    /// Validation keywords, each after a comma.
    fn constraints(&mut self, constraints: &Constraints) {
        for (keyword, value) in &constraints.keywords {
            self.put(", ");
            plain(&mut self.text, keyword);
            self.put(" ");
            self.json(value);
        }
    }

    /// The same where nothing else is told of the wire.
    fn only_constraints(&mut self, constraints: &Constraints) {
        for (index, (keyword, value)) in constraints.keywords.iter().enumerate() {
            self.put(if index == 0 { " // " } else { ", " });
            plain(&mut self.text, keyword);
            self.put(" ");
            self.json(value);
        }
    }
}

/// A text of the document in quotes, on one line and with nothing hidden.
fn quote(out: &mut String, text: &str) {
    out.push('"');
    plain(out, text);
    out.push('"');
}

/// A text of the document without quotes.
fn plain(out: &mut String, text: &str) {
    let odd = |c: char| c == '"' || c == '\\' || markdown::is_hidden(c);
    let mut rest = text;
    while let Some(at) = rest.find(odd) {
        out.push_str(&rest[..at]);
        let c = rest[at..].chars().next().unwrap_or_default();
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            _ => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
        }
        rest = &rest[at + c.len_utf8()..];
    }
    out.push_str(rest);
}
