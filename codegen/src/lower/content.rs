//! Bodies by media type: in, `content`; out, its entries in order of preference, with how each meets its type.
//! Invariant: every entry has a schema node, made up where the document gives none.

use serde_json::Value;

use super::Lowering;
use super::draft::{Content, Kind, NodeId};
use super::read::At;
use crate::ir::{ContentKind, Encoding, Location, Style};
use crate::load::Dialect;

impl<'a> Lowering<'a> {
    /// The entries of the `content` of a body or a response.
    pub(super) fn contents(&mut self, at: &At<'a>) -> Vec<Content> {
        let Some(content) = at.get("content") else {
            return Vec::new();
        };
        let mut list: Vec<Content> = Vec::new();
        for (media_type, entry) in content.members() {
            if media_type.starts_with("x-") && !media_type.contains('/') {
                continue;
            }
            let Some(entry) = self.follow(&entry) else {
                continue;
            };
            list.push(self.content(media_type, &entry));
        }
        list.sort_by_key(|content| preference(content.kind, &content.media_type));
        list
    }

    fn content(&mut self, media_type: &str, at: &At<'a>) -> Content {
        let schema = at.get("schema");
        let item = at.get("itemSchema");
        let mut kind = content_kind(media_type);
        if kind == ContentKind::Json && self.is_binary(schema.as_ref()) {
            kind = ContentKind::Binary;
        }
        if is_range(media_type) {
            kind = self.kind_of_any(schema.as_ref());
        }
        let node = match kind {
            ContentKind::Json | ContentKind::Form | ContentKind::Multipart => {
                schema.map(|at| self.schema(&at))
            }
            ContentKind::EventStream | ContentKind::JsonLines | ContentKind::JsonSequence => {
                let item = item.or_else(|| self.item_of(kind, schema?));
                let item = item.map(|at| self.event_data(kind, &at).unwrap_or(at));
                item.map(|at| self.schema(&at))
            }
            ContentKind::Text => Some(self.made_up(at, Kind::String)),
            ContentKind::Binary => Some(self.made_up(at, Kind::Binary)),
        };
        Content {
            media_type: media_type.to_owned(),
            kind,
            node: node.unwrap_or_else(|| self.made_up(at, Kind::Any)),
            encodings: self.encodings(at, kind),
            examples: self.examples(at),
            origin: self.origin(at),
        }
    }

    /// The schema of an item, where there is one of the whole body: that of a list is of a list of them (Media Type Object,
    /// `itemSchema`), and up to 3.1 many say `string` of what is no JSON as a whole.
    fn item_of(&self, kind: ContentKind, schema: At<'a>) -> Option<At<'a>> {
        let target = self.peek(&schema)?;
        match target.str("type") {
            Some("array") => target.get("items"),
            Some("string") if kind != ContentKind::EventStream => None,
            _ => Some(schema),
        }
    }

    /// The schema of the data of an event, where it is JSON in the text of the property `data`.
    fn event_data(&self, kind: ContentKind, item: &At<'a>) -> Option<At<'a>> {
        let item = self
            .peek(item)
            .filter(|_| kind == ContentKind::EventStream)?;
        let data = self.peek(&item.get("properties")?.get("data")?)?;
        let media = data.str("contentMediaType").unwrap_or("application/json");
        data.get("contentSchema")
            .filter(|_| content_kind(media) == ContentKind::Json)
    }

    fn made_up(&mut self, at: &At<'a>, kind: Kind) -> NodeId {
        let origin = self.origin(at);
        self.add_node(origin, kind)
    }

    /// Under `*/*`: JSON, unless the schema speaks of bytes or text.
    fn kind_of_any(&self, schema: Option<&At<'a>>) -> ContentKind {
        if schema.is_none() || self.is_binary(schema) {
            ContentKind::Binary
        } else {
            ContentKind::Json
        }
    }

    fn is_binary(&self, schema: Option<&At<'a>>) -> bool {
        let target = schema.and_then(|at| self.peek(at));
        target.is_some_and(|at| at.str("format") == Some("binary"))
    }

    /// `encoding`, without entries that say nothing.
    fn encodings(&mut self, at: &At<'a>, kind: ContentKind) -> Vec<Encoding> {
        let entries: Vec<_> = at.get("encoding").iter().flat_map(At::members).collect();
        let mut encodings = Vec::new();
        for (name, entry) in entries {
            let encoding = self.encoding(name, &entry, kind);
            // Since 3.2 an encoding is applied to each item of an array (Encoding By Name).
            let each = self.dialect(at) == Dialect::OpenApi32 && self.may_be_list(at, name);
            encodings.extend(encoding.map(|encoding| Encoding {
                each: each && encoding.content_type.is_some(),
                ..encoding
            }));
        }
        encodings
    }

    fn encoding(&mut self, name: &str, at: &At<'a>, kind: ContentKind) -> Option<Encoding> {
        let style = match at.get("style") {
            Some(style) => self.style(&style, Location::Query).unwrap_or(Style::Form),
            None => Style::Form,
        };
        let mut encoding = Encoding {
            wire_name: name.to_owned(),
            content_type: at.text("contentType"),
            each: false,
            explode: at.bool("explode").unwrap_or(style == Style::Form),
            style,
            allow_reserved: at.flag("allowReserved"),
        };
        let keys = ["style", "explode", "allowReserved"];
        let mut styled = keys.iter().any(|key| at.has(key));
        if kind == ContentKind::Multipart {
            styled &= self.part_style(at, &mut encoding, styled);
        }
        if styled {
            // Of the two ways of saying it, the style comes first (Encoding Object, `style`).
            encoding.content_type = None;
        }
        (styled || encoding.content_type.is_some()).then_some(encoding)
    }

    /// Whether a property of a body can be an array, as far as its own schema tells.
    fn may_be_list(&self, at: &At<'a>, name: &str) -> bool {
        let schema = at.get("schema").and_then(|schema| self.peek(&schema));
        let property = schema.and_then(|schema| schema.get("properties")?.get(name));
        let property = property.and_then(|property| self.peek(&property));
        property.is_none_or(|property| property.str("type").is_none_or(|kind| kind == "array"))
    }

    /// Whether the style of a part counts: up to 3.0 it does not, and later as far as it joins a list.
    fn part_style(&mut self, at: &At<'a>, encoding: &mut Encoding, styled: bool) -> bool {
        let headers = at.get("headers");
        if headers.is_some_and(|headers| headers.members().next().is_some()) {
            let message = "parts are sent without headers of their own; these are left out";
            self.note("encoding-headers", at, message);
        }
        let joins = !encoding.explode && encoding.style != Style::DeepObject;
        let counts = joins && self.dialect(at) != Dialect::OpenApi30;
        let usual = encoding.style == Style::Form && encoding.explode && !encoding.allow_reserved;
        if styled && !counts && !usual {
            let message = "this style means nothing in a part; it is left out";
            self.note("encoding-style", at, message);
        }
        if !counts {
            (encoding.style, encoding.explode) = (Style::Form, true);
            encoding.allow_reserved = false;
        }
        counts
    }

    /// `example` and the values of `examples`.
    pub(super) fn examples(&mut self, at: &At<'a>) -> Vec<Value> {
        let mut list: Vec<Value> = at
            .get("example")
            .map(|at| at.value.clone())
            .into_iter()
            .collect();
        for (_, example) in at.get("examples").iter().flat_map(At::members) {
            let Some(example) = self.follow(&example) else {
                continue;
            };
            let value = example.get("value").or_else(|| example.get("dataValue"));
            list.extend(value.map(|at| at.value.clone()));
        }
        list
    }
}

/// What to do with a media type.
pub(super) fn content_kind(media_type: &str) -> ContentKind {
    let essence = media_type.split(';').next().unwrap_or_default();
    let essence = essence.trim().to_ascii_lowercase();
    let (top, sub) = essence.split_once('/').unwrap_or((essence.as_str(), ""));
    match (top, sub) {
        ("application", "x-www-form-urlencoded") => ContentKind::Form,
        ("multipart", _) => ContentKind::Multipart,
        ("text", "event-stream") => ContentKind::EventStream,
        ("application", "x-ndjson" | "ndjson" | "jsonl" | "x-jsonl" | "x-jsonlines") => {
            ContentKind::JsonLines
        }
        ("application", "json-seq" | "geo+json-seq") => ContentKind::JsonSequence,
        (_, "json" | "x-json" | "problem+json") | ("json", "") => ContentKind::Json,
        (_, sub) if sub.ends_with("+json") => ContentKind::Json,
        ("text", _) | (_, "xml" | "yaml" | "x-yaml" | "graphql" | "javascript") => {
            ContentKind::Text
        }
        (_, sub) if sub.ends_with("+xml") || sub.ends_with("+yaml") => ContentKind::Text,
        _ => ContentKind::Binary,
    }
}

fn is_range(media_type: &str) -> bool {
    matches!(media_type.trim(), "*/*" | "*" | "application/*")
}

/// JSON first, since it has types; bytes last.
fn preference(kind: ContentKind, media_type: &str) -> u8 {
    match kind {
        ContentKind::Json if media_type.starts_with("application/json") => 0,
        ContentKind::Json => 1,
        ContentKind::Form => 2,
        ContentKind::Multipart => 3,
        ContentKind::JsonLines | ContentKind::JsonSequence => 4,
        ContentKind::EventStream => 5,
        ContentKind::Text => 6,
        ContentKind::Binary => 7,
    }
}

#[cfg(test)]
mod tests {
    use super::content_kind;
    use crate::ir::ContentKind;

    #[test]
    fn media_types_are_told_apart_by_their_essence() {
        let cases = [
            ("application/json; charset=utf-8", ContentKind::Json),
            ("application/hal+json", ContentKind::Json),
            ("text/json", ContentKind::Json),
            ("Application/X-WWW-Form-Urlencoded", ContentKind::Form),
            ("multipart/form-data", ContentKind::Multipart),
            ("text/csv", ContentKind::Text),
            ("application/atom+xml", ContentKind::Text),
            ("text/event-stream", ContentKind::EventStream),
            ("application/x-ndjson", ContentKind::JsonLines),
            ("application/json-seq", ContentKind::JsonSequence),
            ("application/octet-stream", ContentKind::Binary),
            ("image/png", ContentKind::Binary),
            ("", ContentKind::Binary),
        ];
        for (media_type, kind) in cases {
            assert_eq!(content_kind(media_type), kind, "{media_type}");
        }
    }
}
