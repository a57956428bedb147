//! Places in a body that paging is told of. In: a JSON pointer; out: the keys that it stands for, or why it leads nowhere.

use super::pagination::{Mistake, listed, mistake};
use super::paging_check::{Use, unfit};
use crate::diag::suggest;
use crate::lower::draft::{Draft, Kind, NodeId};

/// A JSON pointer as keys.
pub(super) fn path(
    draft: &Draft,
    body: NodeId,
    what: &'static str,
    pointer: &str,
) -> Result<Vec<String>, Box<Mistake>> {
    let keys = |pointer: &str| -> Vec<String> {
        let tokens = pointer.split('/').skip(1);
        tokens.map(crate::source::unescape_token).collect()
    };
    if pointer.is_empty() || pointer.starts_with('/') {
        return Ok(keys(pointer));
    }
    let bare = pointer.trim_start_matches(['#', '$', '.', '/']);
    let guesses = [format!("/{bare}"), format!("/{}", bare.replace('.', "/"))];
    let leads = |guess: &&String| descend(draft, body, &keys(guess)).is_ok();
    let help = match guesses.iter().find(leads) {
        Some(guess) => format!("did you mean `{guess}`?"),
        None => "a JSON pointer begins with `/`".to_owned(),
    };
    let message = format!("`{what}`: `{pointer}` is no JSON pointer");
    Err(mistake(Some(what), message, Some(help)))
}

/// Where a path of keys leads, or the key that leads nowhere, with those there are in its place.
pub(super) fn descend<'d, 'k>(
    draft: &'d Draft,
    from: NodeId,
    keys: &'k [String],
) -> Result<NodeId, (&'k str, Vec<&'d str>)> {
    let mut id = from;
    for key in keys {
        id = match draft.kind(id) {
            Kind::Struct(object) => {
                let field = object.fields.iter().find(|field| field.wire_name == *key);
                let Some(field) = field else {
                    let names = object.fields.iter().map(|field| field.wire_name.as_str());
                    return Err((key, names.collect()));
                };
                field.node
            }
            Kind::Map(_, value) => *value,
            _ => return Err((key, Vec::new())),
        };
    }
    Ok(id)
}

/// The keys of a place that holds what it is used for, if there is a pointer.
pub(super) fn place(
    draft: &Draft,
    body: NodeId,
    what: &'static str,
    pointer: Option<&str>,
    used: Use,
) -> Result<Option<Vec<String>>, Box<Mistake>> {
    let Some(pointer) = pointer else {
        return Ok(None);
    };
    let keys = path(draft, body, what, pointer)?;
    match descend(draft, body, &keys) {
        Ok(node) => match unfit(draft, node, used) {
            Some(reason) => {
                let message = format!("`{what}`: what is at `{pointer}` is {reason}");
                Err(mistake(Some(what), message, None))
            }
            None => Ok(Some(keys)),
        },
        Err(stop) => Err(nowhere(what, pointer, stop)),
    }
}

/// Tells that a pointer leads nowhere.
pub(super) fn nowhere(what: &'static str, pointer: &str, stop: (&str, Vec<&str>)) -> Box<Mistake> {
    let (key, names) = stop;
    let message = format!("`{what}`: the body has nothing at `{pointer}`");
    let help = match suggest(key, names.iter().copied()) {
        Some(near) => format!("did you mean `{near}` in place of `{key}`?"),
        None if names.is_empty() => "write a JSON pointer into the body of the success".to_owned(),
        None => format!("in place of `{key}` there are {}", listed(&names)),
    };
    mistake(Some(what), message, Some(help))
}
