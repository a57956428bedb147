//! In: the root object of a Swagger 2.0 document. Out: `components`, `servers` and security schemes where 3.0 has them.
//! Invariant: nothing is lost that has a name: a section moves as a whole.

use serde_json::{Value, json};

use super::body;
use super::{MediaTypes, Object, below, strings};
use crate::load::origins::Moves;

/// The media types that a document states for all operations.
pub(in crate::load) fn media_types(root: &Value) -> MediaTypes {
    root.as_object().map(MediaTypes::of).unwrap_or_default()
}

/// Rewrites the keywords of the root.
pub(super) fn rewrite(map: &mut Object, server: &Server, at: &str, moves: &mut Moves) {
    let types = MediaTypes::of(map);
    let version = map.shift_remove("swagger").is_some();
    if version || !map.contains_key("openapi") {
        let mut entries = std::mem::take(map);
        map.insert("openapi".to_owned(), Value::from("3.0.3"));
        moves.add([(below(at, "swagger"), below(at, "openapi"))]);
        entries.shift_remove("openapi");
        map.append(&mut entries);
    }
    servers(map, server, at, moves);
    for (old, new) in [
        ("definitions", "schemas"),
        ("parameters", "parameters"),
        ("responses", "responses"),
        ("securityDefinitions", "securitySchemes"),
    ] {
        section(map, at, old, new, moves);
    }
    if let Some(Value::Object(components)) = map.get_mut("components") {
        let at = below(at, "components");
        body::components(components, &at, &types, moves);
        if let Some(Value::Object(schemes)) = components.get_mut("securitySchemes") {
            schemes.values_mut().for_each(security_scheme);
        }
    }
    if map.get("components").is_some_and(|c| *c == json!({})) {
        map.shift_remove("components");
    }
    map.shift_remove("consumes");
    map.shift_remove("produces");
}

/// Moves a section of the root into `components`.
fn section(map: &mut Object, at: &str, old: &str, new: &str, moves: &mut Moves) {
    let Some(Value::Object(entries)) = map.shift_remove(old) else {
        return;
    };
    let components = map.entry("components").or_insert_with(|| json!({}));
    let Some(section) = components
        .as_object_mut()
        .map(|c| c.entry(new).or_insert_with(|| json!({})))
    else {
        return;
    };
    let Value::Object(section) = section else {
        return;
    };
    let target = format!("{at}/components/{new}");
    if section.is_empty() {
        moves.add([(below(at, old), target)]);
        *section = entries;
    } else {
        // A document that has both: what is there already stays.
        for (name, value) in entries {
            if !section.contains_key(&name) {
                moves.add([(
                    format!("{at}/{old}/{}", crate::source::escape_token(&name)),
                    below(&target, &name),
                )]);
                section.insert(name, value);
            }
        }
    }
}

/// `host`, `basePath` and `schemes` as servers.
fn servers(map: &mut Object, server: &Server, at: &str, moves: &mut Moves) {
    for key in ["host", "basePath", "schemes"] {
        map.shift_remove(key);
    }
    if map.contains_key("servers") || (server.host.is_none() && server.base.is_empty()) {
        return;
    }
    let urls = server.urls(&server.schemes);
    let source = match server.host {
        Some(_) => "host",
        None => "basePath",
    };
    moves.add([(below(at, source), below(at, "servers"))]);
    for index in 0..urls.len() {
        moves.made(&below(at, "servers"), format!("{at}/servers/{index}"));
    }
    let servers = urls.into_iter().map(|url| json!({ "url": url }));
    map.insert("servers".to_owned(), servers.collect());
}

/// Where a Swagger 2.0 document says its API is.
#[derive(Debug, Default)]
pub(super) struct Server {
    pub(super) host: Option<String>,
    base: String,
    pub(super) schemes: Vec<String>,
}

impl Server {
    /// What the root of a document says.
    pub(super) fn of(map: &Object) -> Self {
        let text = |key: &str| map.get(key).and_then(Value::as_str).map(str::trim);
        Self {
            host: text("host")
                .filter(|host| !host.is_empty())
                .map(str::to_owned),
            base: text("basePath").unwrap_or_default().to_owned(),
            schemes: strings(map.get("schemes")),
        }
    }

    /// The addresses over some schemes, the safest first.
    pub(super) fn urls(&self, schemes: &[String]) -> Vec<String> {
        let base = self.base.trim_end_matches('/');
        let slash = match base.is_empty() || base.starts_with('/') {
            true => "",
            false => "/",
        };
        let Some(host) = self.host.as_deref().map(|host| host.trim_end_matches('/')) else {
            let path = format!("{slash}{base}");
            return vec![if path.is_empty() {
                "/".to_owned()
            } else {
                path
            }];
        };
        // A scheme in the host is a common slip.
        if host.contains("://") {
            return vec![format!("{host}{slash}{base}")];
        }
        let mut schemes: Vec<&str> = schemes.iter().map(String::as_str).collect();
        schemes.sort_by_key(|scheme| *scheme != "https");
        if schemes.is_empty() {
            schemes.push("https");
        }
        let url = |scheme: &&str| format!("{scheme}://{host}{slash}{base}");
        schemes.iter().map(url).collect()
    }
}

fn security_scheme(value: &mut Value) {
    let Value::Object(map) = value else {
        return;
    };
    match map.get("type").and_then(Value::as_str) {
        Some("basic") => {
            map.insert("type".to_owned(), Value::from("http"));
            map.insert("scheme".to_owned(), Value::from("basic"));
        }
        Some("oauth2") if !map.contains_key("flows") => oauth2(map),
        _ => {}
    }
}

fn oauth2(map: &mut Object) {
    let flow = map.shift_remove("flow");
    let name = match flow.as_ref().and_then(Value::as_str) {
        Some("application") => "clientCredentials",
        Some("accessCode") => "authorizationCode",
        Some("password") => "password",
        _ => "implicit",
    };
    let mut flow = Object::new();
    for key in ["authorizationUrl", "tokenUrl", "refreshUrl", "scopes"] {
        if let Some(value) = map.shift_remove(key) {
            flow.insert(key.to_owned(), value);
        }
    }
    flow.entry("scopes").or_insert_with(|| json!({}));
    map.insert("flows".to_owned(), json!({ name: flow }));
}
