//! Paging: in, operations, what is configured about them, and what can be seen; out, how each pages. Invariant: what is
//! configured holds or is complained about; what is only seen must be beyond doubt.

use super::{Context, paging_guess};
use crate::config::{PagingChoice, PagingConfig};
use crate::diag::Diagnostic;
use crate::ir::{ContentKind, Location, PagingKind};
use crate::lower::draft::{Draft, Kind, NodeId, Operation, Paging};

/// The pass.
pub(super) fn run(draft: &mut Draft, context: &mut Context<'_>) {
    for index in 0..draft.operations.len() {
        let operation = &draft.operations[index];
        let paging = match context.config.paging.get(&operation.id) {
            Some(config) => match configured(draft, operation, config) {
                Ok(paging) => paging,
                Err(message) => {
                    let at = operation.origin.clone();
                    let message = format!(
                        "the paging configured for `{}` does not work: {message}",
                        operation.id
                    );
                    context
                        .diagnostics
                        .push(Diagnostic::warning("paging-config", at, message));
                    None
                }
            },
            None => paging_guess::guess(draft, operation),
        };
        draft.operations[index].paging = paging;
    }
    for id in context.config.paging.keys() {
        if !draft.operations.iter().any(|operation| operation.id == *id)
            && context.config.operations.is_everything()
        {
            let message = format!("paging is configured for `{id}`, and no operation is called so");
            context
                .diagnostics
                .push(Diagnostic::warning("paging-config", None, message));
        }
    }
}

fn configured(
    draft: &Draft,
    operation: &Operation,
    config: &PagingConfig,
) -> Result<Option<Paging>, String> {
    if config.kind == PagingChoice::None {
        return Ok(None);
    }
    let body = body(operation).ok_or("its success has no JSON body")?;
    let items = path(&config.items);
    let list = descend(draft, body, &items).ok_or_else(|| missing("items", &config.items))?;
    let Kind::List(item) = draft.kind(list) else {
        return Err(format!("`items`: there is no list at `{}`", config.items));
    };
    let kind = match config.kind {
        PagingChoice::Offset => PagingKind::Offset {
            offset: parameter(operation, "offset", config.offset.as_deref())?,
            limit: optional_parameter(operation, "limit", config.limit.as_deref())?,
            limit_default: limit_default(draft, operation, config)?,
            total: place(draft, body, "total", config.total.as_deref())?,
        },
        PagingChoice::Page => PagingKind::Page {
            page: parameter(operation, "page", config.page.as_deref())?,
            limit: optional_parameter(operation, "limit", config.limit.as_deref())?,
            limit_default: limit_default(draft, operation, config)?,
            first: config.first_page.unwrap_or(1),
            total_pages: place(draft, body, "total_pages", config.total_pages.as_deref())?,
            total: place(draft, body, "total", config.total.as_deref())?,
        },
        PagingChoice::Cursor => PagingKind::Cursor {
            cursor: parameter(operation, "cursor", config.cursor.as_deref())?,
            next: place(draft, body, "next", config.next.as_deref())?.ok_or("`next` is missing")?,
            more: place(draft, body, "more", config.more.as_deref())?,
        },
        PagingChoice::NextUrl => PagingKind::NextUrl {
            next: place(draft, body, "next", config.next.as_deref())?.ok_or("`next` is missing")?,
        },
        PagingChoice::LinkHeader => PagingKind::LinkHeader,
        PagingChoice::None => return Ok(None),
    };
    Ok(Some(Paging {
        kind,
        items,
        item: *item,
    }))
}

/// How many items there are when the limit is not given: as configured, or as its schema says.
fn limit_default(
    draft: &Draft,
    operation: &Operation,
    config: &PagingConfig,
) -> Result<Option<u64>, String> {
    if config.limit_default.is_some() {
        return Ok(config.limit_default);
    }
    let limit = optional_parameter(operation, "limit", config.limit.as_deref())?;
    Ok(limit.and_then(|index| default_of(draft, operation, index)))
}

pub(super) fn default_of(draft: &Draft, operation: &Operation, index: usize) -> Option<u64> {
    let id = operation.parameters[index].node;
    let default = draft.node(id).notes.default.as_ref();
    let default = default.or_else(|| draft.node(draft.target(id)).notes.default.as_ref());
    default?.as_u64()
}

/// The schema of the JSON body of the first success.
pub(super) fn body(operation: &Operation) -> Option<NodeId> {
    let (good, _) = super::outcome::split(&operation.responses);
    good.iter()
        .flat_map(|response| &response.contents)
        .find(|content| content.kind == ContentKind::Json)
        .map(|content| content.node)
}

/// A JSON pointer as keys.
fn path(pointer: &str) -> Vec<String> {
    pointer
        .split('/')
        .skip(1)
        .map(crate::source::unescape_token)
        .collect()
}

/// Where a path of keys leads.
fn descend(draft: &Draft, from: NodeId, keys: &[String]) -> Option<NodeId> {
    let mut id = from;
    for key in keys {
        id = match draft.kind(id) {
            Kind::Struct(object) => {
                let field = object.fields.iter().find(|field| field.wire_name == *key)?;
                field.node
            }
            Kind::Map(_, value) => *value,
            _ => return None,
        };
    }
    Some(id)
}

fn place(
    draft: &Draft,
    body: NodeId,
    what: &str,
    pointer: Option<&str>,
) -> Result<Option<Vec<String>>, String> {
    let Some(pointer) = pointer else {
        return Ok(None);
    };
    let keys = path(pointer);
    match descend(draft, body, &keys) {
        Some(_) => Ok(Some(keys)),
        None => Err(missing(what, pointer)),
    }
}

fn missing(what: &str, pointer: &str) -> String {
    format!("`{what}`: the body has nothing at `{pointer}`")
}

fn parameter(operation: &Operation, what: &str, name: Option<&str>) -> Result<usize, String> {
    optional_parameter(operation, what, name)?.ok_or_else(|| format!("`{what}` is missing"))
}

fn optional_parameter(
    operation: &Operation,
    what: &str,
    name: Option<&str>,
) -> Result<Option<usize>, String> {
    let Some(name) = name else { return Ok(None) };
    let index = operation
        .parameters
        .iter()
        .position(|parameter| parameter.wire_name == name && parameter.location == Location::Query);
    match index {
        Some(index) => Ok(Some(index)),
        None => Err(format!("`{what}`: no query parameter is called `{name}`")),
    }
}
