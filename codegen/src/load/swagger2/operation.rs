//! In: path items and operations of Swagger 2.0. Out: the same with a `requestBody` instead of body parameters, and
//! servers instead of `schemes`. Invariant: the parameters that stay keep their order.

use serde_json::{Value, json};

use super::body::{self, Part, is_body};
use super::{Object, Rewrite, SharedBodies, SharedBody, below, follow, response, strings};
use crate::load::Loaded;
use crate::load::refs;
use crate::load::resolve::split;
use crate::load::walk::{METHODS, Node, Place};
use crate::source::{FileId, unescape_token};

/// Looks up which of the referenced parameters are bodies, before anything is rewritten.
pub(in crate::load) fn shared_bodies(
    loaded: &mut Loaded,
    references: &[(FileId, String)],
) -> SharedBodies {
    let mut bodies = SharedBodies::new();
    for (file, reference) in references {
        let Some((target, pointer, value)) = follow(loaded, *file, reference) else {
            continue;
        };
        if !is_body(value) {
            continue;
        }
        let mut value = value.clone();
        if target != *file {
            rebase(loaded, target, *file, &mut value);
        }
        let component = pointer
            .strip_prefix("/parameters/")
            .filter(|name| target == *file && !name.contains('/'))
            .map(unescape_token);
        bodies.insert((*file, reference.clone()), SharedBody { value, component });
    }
    bodies
}

/// Makes the references of a value that was copied from one file to another lead where they led before.
fn rebase(loaded: &mut Loaded, from: FileId, to: FileId, value: &mut Value) {
    let place = Place::One(Node::Parameter);
    refs::rewrite(value, "", place, &mut |reference| {
        let (address, fragment) = split(&reference.text);
        let target = match address {
            "" => from,
            _ => *loaded.links.get(&(from, address.to_owned()))?,
        };
        let known = loaded
            .links
            .iter()
            .filter(|((file, _), t)| *file == to && **t == target);
        let address = match known.map(|((_, address), _)| address).min() {
            Some(address) => address.clone(),
            None => {
                let name = loaded.sources.get(target)?.name.clone();
                loaded.links.entry((to, name.clone())).or_insert(target);
                name
            }
        };
        Some(format!("{address}#{fragment}"))
    });
}

/// Body parameters of a path item belong to each of its operations.
pub(super) fn path_item(map: &mut Object, rewrite: &Rewrite) {
    let Some(Value::Array(list)) = map.get_mut("parameters") else {
        return;
    };
    if !list.iter().any(|value| rewrite.body_of(value).is_some()) {
        return;
    }
    let (bodies, rest): (Vec<Value>, Vec<Value>) = std::mem::take(list)
        .into_iter()
        .partition(|value| rewrite.body_of(value).is_some());
    *list = rest;
    let mut operations: Vec<&mut Value> = Vec::new();
    for (key, value) in map.iter_mut() {
        if METHODS.contains(&key.as_str()) && value.is_object() {
            operations.push(value);
        }
    }
    for operation in operations {
        let own = operation
            .as_object_mut()
            .map(|o| o.entry("parameters").or_insert_with(|| json!([])));
        if let Some(Value::Array(own)) = own
            && !own.iter().any(|value| rewrite.body_of(value).is_some())
        {
            own.extend(bodies.iter().cloned());
        }
    }
}

/// Rewrites the body, the responses and the servers of an operation.
pub(super) fn operation(map: &mut Object, at: &str, rewrite: &mut Rewrite) {
    let own = rewrite.own_types(map);
    let own_consumes = !own.consumes.is_empty();
    let types = own.or(&rewrite.types);
    request_body(map, at, &types.consumes, own_consumes, rewrite);
    if let Some(Value::Object(responses)) = map.get_mut("responses") {
        for (status, value) in responses.iter_mut() {
            if let Value::Object(value) = value {
                let at = below(&format!("{at}/responses"), status);
                response::with_types(value, &at, &types.produces, rewrite);
            }
        }
    }
    if rewrite.is_swagger() {
        schemes(map, at, rewrite);
    }
}

/// The schemes of one operation, as servers of its own.
fn schemes(map: &mut Object, at: &str, rewrite: &mut Rewrite) {
    let own = strings(map.shift_remove("schemes").as_ref());
    let same = own.len() == rewrite.server.schemes.len()
        && own.iter().all(|s| rewrite.server.schemes.contains(s));
    if own.is_empty() || same || map.contains_key("servers") {
        return;
    }
    let from = format!("{at}/schemes");
    if rewrite.server.host.is_none() {
        let message = "without a `host` these schemes lead nowhere; they are left out";
        rewrite.warn("schemes-ignored", &from, message);
        return;
    }
    let urls = rewrite.server.urls(&own).into_iter();
    map.insert(
        "servers".to_owned(),
        urls.map(|url| json!({ "url": url })).collect(),
    );
    rewrite.moves.add([(from, format!("{at}/servers"))]);
}

fn request_body(map: &mut Object, at: &str, consumes: &[String], own: bool, rewrite: &mut Rewrite) {
    let list_at = format!("{at}/parameters");
    let Some(Value::Array(list)) = map.get_mut("parameters") else {
        return;
    };
    if !list.iter().any(|value| rewrite.body_of(value).is_some()) {
        return;
    }
    let mut kept = Vec::new();
    let mut moves = Vec::new();
    let mut parts = Vec::new();
    let mut shared = None;
    for (index, value) in std::mem::take(list).into_iter().enumerate() {
        let at = format!("{list_at}/{index}");
        match rewrite.body_of(&value) {
            Some((Value::Object(part), component)) => {
                parts.push(Part {
                    value: part.clone(),
                    at,
                });
                shared = component.cloned();
            }
            _ => {
                moves.push((at, format!("{list_at}/{}", kept.len())));
                kept.push(value);
            }
        }
    }
    *list = kept;
    let first = parts
        .first()
        .map(|part| part.at.clone())
        .unwrap_or_default();
    rewrite.left_over(
        &first,
        "a parameter in `body` or `formData` belongs into `requestBody`",
    );
    let to = format!("{at}/requestBody");
    let one = parts
        .iter()
        .position(|part| part.value.get("in").is_some_and(|i| i == "body"));
    let body = match (one, shared) {
        (Some(_), Some(name)) if !own && rewrite.is_swagger() => {
            rewrite.moves.add([(first, to)]);
            // The name as it stands in `components`: the mending of references leaves it alone.
            json!({ "$ref": format!("#/components/requestBodies/{}", crate::source::escape_token(&name)) })
        }
        (Some(index), _) => body::body(parts.swap_remove(index), &to, consumes, rewrite.moves),
        (None, _) => body::form(parts, &to, consumes, rewrite.moves),
    };
    rewrite
        .moves
        .add(moves.into_iter().filter(|(from, to)| from != to));
    if !map.contains_key("requestBody") {
        map.insert("requestBody".to_owned(), body);
    }
}

impl<'a> Rewrite<'a> {
    /// The body parameter that a value is or refers to, and its name if it is shared within the document.
    fn body_of<'b>(&self, value: &'b Value) -> Option<(&'b Value, Option<&'b String>)>
    where
        'a: 'b,
    {
        match value.get("$ref").and_then(Value::as_str) {
            Some(reference) => {
                let bodies: &'a SharedBodies = self.context.bodies;
                let shared = bodies.get(&(self.context.file, reference.to_owned()))?;
                Some((&shared.value, shared.component.as_ref()))
            }
            None => is_body(value).then_some((value, None)),
        }
    }
}
