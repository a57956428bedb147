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
pub(super) fn rewrite(map: &mut Object, at: &str, moves: &mut Moves) {
    let types = MediaTypes::of(map);
    let version = map.shift_remove("swagger").is_some();
    if version || !map.contains_key("openapi") {
        let mut entries = std::mem::take(map);
        map.insert("openapi".to_owned(), Value::from("3.0.3"));
        moves.add([(below(at, "swagger"), below(at, "openapi"))]);
        entries.shift_remove("openapi");
        map.append(&mut entries);
    }
    servers(map, at, moves);
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
fn servers(map: &mut Object, at: &str, moves: &mut Moves) {
    let text = |value: Option<Value>| value.and_then(|v| v.as_str().map(|t| t.trim().to_owned()));
    let host = text(map.shift_remove("host")).filter(|host| !host.is_empty());
    let base = text(map.shift_remove("basePath")).unwrap_or_default();
    let schemes = strings(map.shift_remove("schemes").as_ref());
    if map.contains_key("servers") || (host.is_none() && base.is_empty()) {
        return;
    }
    let urls = urls(host.as_deref(), &base, &schemes);
    let source = if host.is_some() { "host" } else { "basePath" };
    moves.add([(below(at, source), below(at, "servers"))]);
    for index in 0..urls.len() {
        moves.made(&below(at, "servers"), format!("{at}/servers/{index}"));
    }
    let servers = urls.into_iter().map(|url| json!({ "url": url }));
    map.insert("servers".to_owned(), servers.collect());
}

/// The addresses of a server, the safest scheme first.
pub(super) fn urls(host: Option<&str>, base: &str, schemes: &[String]) -> Vec<String> {
    let base = base.trim_end_matches('/');
    let slash = if base.is_empty() || base.starts_with('/') {
        ""
    } else {
        "/"
    };
    let Some(host) = host else {
        return vec![if base.is_empty() {
            "/".to_owned()
        } else {
            format!("{slash}{base}")
        }];
    };
    // A scheme in the host is a common slip.
    if host.contains("://") {
        return vec![format!("{}{slash}{base}", host.trim_end_matches('/'))];
    }
    let mut schemes: Vec<&str> = schemes.iter().map(String::as_str).collect();
    schemes.sort_by_key(|scheme| *scheme != "https");
    if schemes.is_empty() {
        schemes.push("https");
    }
    let host = host.trim_end_matches('/');
    let url = |scheme: &&str| format!("{scheme}://{host}{slash}{base}");
    schemes.iter().map(url).collect()
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
