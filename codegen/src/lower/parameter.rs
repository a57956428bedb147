//! Parameters: in, those of a path item and an operation; out, one list that fits the path template. Invariant: no
//! parameter is there twice, and the path parameters are exactly those of the template.

use serde::Deserialize;
use serde_json::Value;

use super::Lowering;
use super::draft::{Kind, NodeId, Parameter};
use super::read::At;
use crate::diag::{Diagnostic, suggest};
use crate::ir::{Location, PathSegment, Style};

/// Headers that a parameter cannot set (Parameter Object, `name`).
const FORBIDDEN: [&str; 3] = ["accept", "content-type", "authorization"];

/// Where a parameter can be (Parameter Object, `in`).
const PLACES: [&str; 5] = ["path", "query", "querystring", "header", "cookie"];

impl<'a> Lowering<'a> {
    /// The parameters of an operation, its own before those of its path item where both have one.
    pub(super) fn parameters(&mut self, item: &At<'a>, operation: &At<'a>) -> Vec<Parameter> {
        let mut list: Vec<Parameter> = Vec::new();
        for at in item.list("parameters") {
            if let Some(parameter) = self.parameter(&at) {
                put(&mut list, parameter, |_| {});
            }
        }
        let shared = list.len();
        for at in operation.list("parameters") {
            let Some(parameter) = self.parameter(&at) else {
                continue;
            };
            let name = parameter.wire_name.clone();
            let mut twice = false;
            put(&mut list, parameter, |index| twice = index >= shared);
            if twice {
                let message = format!("the parameter `{name}` is there twice; the last one holds");
                self.warn("parameter-duplicate", &at, message);
            }
        }
        list
    }

    fn parameter(&mut self, at: &At<'a>) -> Option<Parameter> {
        let at = self.follow(at)?;
        let Some(wire_name) = at.str("name") else {
            self.warn(
                "parameter-invalid",
                &at,
                "a parameter needs a `name`; it is left out",
            );
            return None;
        };
        let location = self.location(&at)?;
        if location == Location::Header
            && FORBIDDEN.contains(&wire_name.to_ascii_lowercase().as_str())
        {
            let message = format!("`{wire_name}` is set by the client itself, not by a parameter");
            self.note("parameter-ignored", &at, message);
            return None;
        }
        let mut required = at.flag("required");
        if location == Location::Path && !required {
            self.warn(
                "parameter-required",
                &at,
                "a path parameter is always required",
            );
            required = true;
        }
        let (node, content) = self.parameter_schema(&at);
        let style = match content {
            Some(media_type) => Style::Content(media_type),
            None => at
                .get("style")
                .and_then(|style| self.style(&style, location))
                .unwrap_or_else(|| default_style(location)),
        };
        let docs = self.docs(&at);
        Some(Parameter {
            wire_name: wire_name.to_owned(),
            location,
            node,
            required,
            explode: at
                .bool("explode")
                .unwrap_or(matches!(style, Style::Form | Style::Cookie)),
            style,
            allow_reserved: at.flag("allowReserved"),
            docs,
            deprecated: at.flag("deprecated"),
            examples: self.examples(&at),
            idempotency: false,
            origin: self.origin(&at),
        })
    }

    fn location(&mut self, at: &At<'a>) -> Option<Location> {
        let location = match at.str("in") {
            Some("path") => Location::Path,
            Some("query") => Location::Query,
            Some("querystring") => Location::QueryString,
            Some("header") => Location::Header,
            Some("cookie") => Location::Cookie,
            other => {
                let message =
                    "`in` must be path, query, header or cookie; this parameter is left out";
                let near = other.and_then(|word| suggest(word, PLACES));
                let place = at.get("in").unwrap_or_else(|| at.clone());
                self.warn_near("parameter-invalid", &place, message, near);
                return None;
            }
        };
        Some(location)
    }

    /// The schema of a parameter or a header, and the media type it is written as, if there is one.
    pub(super) fn parameter_schema(&mut self, at: &At<'a>) -> (NodeId, Option<String>) {
        if let Some(schema) = at.get("schema") {
            return (self.schema(&schema), None);
        }
        let content = at.get("content");
        let mut entries = content.iter().flat_map(At::members);
        if let Some((media_type, entry)) = entries.next() {
            let node = match entry.get("schema") {
                Some(schema) => self.schema(&schema),
                None => self.plain_node(at, Kind::Any),
            };
            return (node, Some(media_type.to_owned()));
        }
        // Swagger writes the type beside the name; so do some later documents.
        if at.has("type") || at.has("enum") {
            self.note(
                "parameter-schema",
                at,
                "the type stands outside of `schema` here",
            );
            return (self.schema(at), None);
        }
        self.warn(
            "parameter-schema",
            at,
            "there is no `schema` here; a string is taken",
        );
        (self.plain_node(at, Kind::String), None)
    }

    fn plain_node(&mut self, at: &At<'a>, kind: Kind) -> NodeId {
        let origin = self.origin(at);
        self.add_node(origin, kind)
    }

    /// `style`, if it is one that may be used there.
    pub(super) fn style(&mut self, at: &At<'a>, location: Location) -> Option<Style> {
        let style = match location {
            Location::Path => openapiv3::PathStyle::deserialize(at.value)
                .ok()
                .map(path_style),
            Location::Query | Location::QueryString => openapiv3::QueryStyle::deserialize(at.value)
                .ok()
                .map(query_style),
            Location::Header => openapiv3::HeaderStyle::deserialize(at.value)
                .ok()
                .map(|openapiv3::HeaderStyle::Simple| Style::Simple),
            Location::Cookie if at.value == "cookie" => Some(Style::Cookie),
            Location::Cookie => openapiv3::CookieStyle::deserialize(at.value)
                .ok()
                .map(|openapiv3::CookieStyle::Form| Style::Form),
        };
        if style.is_none() {
            let message = format!(
                "the style {} is not one for this place; the usual one is taken",
                at.value
            );
            self.warn("parameter-style", at, message);
        }
        style
    }

    /// Makes path parameters and template one: adds what is not declared, drops what is not there. Gives the path in
    /// pieces.
    pub(super) fn fit_path(
        &mut self,
        at: &At<'a>,
        path: &str,
        parameters: &mut Vec<Parameter>,
    ) -> Vec<PathSegment> {
        let names = super::server::template_names(path);
        for name in &names {
            let is_it = |parameter: &Parameter| {
                parameter.location == Location::Path && parameter.wire_name == *name
            };
            if parameters.iter().any(is_it) {
                continue;
            }
            let message = format!("`{{{name}}}` is not among the parameters; a string is taken");
            let help = format!(
                "declare it under `parameters`: `name: {name}`, `in: path`, `required: true`, and a schema"
            );
            self.warn_help("path-parameter-undeclared", at, message, help);
            let node = self.plain_node(at, Kind::String);
            parameters.push(undeclared(name, node, self.origin(at)));
        }
        let mut dropped = Vec::new();
        parameters.retain(|parameter| {
            let keep = parameter.location != Location::Path || names.contains(&parameter.wire_name);
            if !keep {
                dropped.push((parameter.wire_name.clone(), parameter.origin.clone()));
            }
            keep
        });
        for (name, origin) in dropped {
            let message = format!("the path has no `{{{name}}}`; the parameter is left out");
            let warning = Diagnostic::warning("path-parameter-unused", origin, message);
            self.diagnostics.push(warning);
        }
        parameters.sort_by_key(|parameter| (!parameter.required, parameter.location));
        segments(path, parameters)
    }
}

fn undeclared(name: &str, node: NodeId, origin: crate::source::Origin) -> Parameter {
    Parameter {
        wire_name: name.to_owned(),
        location: Location::Path,
        node,
        required: true,
        style: Style::Simple,
        explode: false,
        allow_reserved: false,
        docs: crate::ir::Docs::default(),
        deprecated: false,
        examples: Vec::<Value>::new(),
        idempotency: false,
        origin,
    }
}

/// Puts a parameter in the place of one with the same name and location, or at the end.
fn put(list: &mut Vec<Parameter>, parameter: Parameter, replaced: impl FnOnce(usize)) {
    let same = list.iter().position(|other| {
        other.location == parameter.location
            && match parameter.location {
                Location::Header => other.wire_name.eq_ignore_ascii_case(&parameter.wire_name),
                Location::Path | Location::Query | Location::QueryString | Location::Cookie => {
                    other.wire_name == parameter.wire_name
                }
            }
    });
    match same {
        Some(index) => {
            list[index] = parameter;
            replaced(index);
        }
        None => list.push(parameter),
    }
}

fn default_style(location: Location) -> Style {
    match location {
        Location::Path | Location::Header => Style::Simple,
        Location::Query | Location::QueryString | Location::Cookie => Style::Form,
    }
}

fn path_style(style: openapiv3::PathStyle) -> Style {
    match style {
        openapiv3::PathStyle::Matrix => Style::Matrix,
        openapiv3::PathStyle::Label => Style::Label,
        openapiv3::PathStyle::Simple => Style::Simple,
    }
}

fn query_style(style: openapiv3::QueryStyle) -> Style {
    match style {
        openapiv3::QueryStyle::Form => Style::Form,
        openapiv3::QueryStyle::SpaceDelimited => Style::SpaceDelimited,
        openapiv3::QueryStyle::PipeDelimited => Style::PipeDelimited,
        openapiv3::QueryStyle::DeepObject => Style::DeepObject,
    }
}

/// A path template in pieces.
fn segments(path: &str, parameters: &[Parameter]) -> Vec<PathSegment> {
    let mut list = Vec::new();
    let mut literal = String::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        literal.push_str(before);
        let found = after.split_once('}').and_then(|(name, after)| {
            let index = parameters.iter().position(|parameter| {
                parameter.location == Location::Path && parameter.wire_name == name
            })?;
            Some((index, after))
        });
        let Some((index, after)) = found else {
            literal.push('{');
            rest = after;
            continue;
        };
        if !literal.is_empty() {
            list.push(PathSegment::Literal(std::mem::take(&mut literal)));
        }
        list.push(PathSegment::Parameter(index));
        rest = after;
    }
    literal.push_str(rest);
    if !literal.is_empty() {
        list.push(PathSegment::Literal(literal));
    }
    list
}
