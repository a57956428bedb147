//! Paging: in, operations, what is configured about them, and what can be seen; out, how each pages. Invariant: what is
//! configured holds or is complained about; what is only seen must be beyond doubt.

use super::paging_check::{Use, idle, unfit};
use super::paging_place::{descend, nowhere, path, place};
use super::{Context, paging_guess};
use crate::config::{Config, PagingChoice, PagingConfig};
use crate::diag::{Diagnostic, suggest};
use crate::ir::{ContentKind, Location, PagingKind};
use crate::lower::draft::{Draft, Kind, NodeId, Operation, Paging, Parameter};
use crate::source::escape_token;

/// The pass.
pub(super) fn run(draft: &mut Draft, context: &mut Context<'_>) {
    for index in 0..draft.operations.len() {
        let operation = &draft.operations[index];
        let paging = match context.config.paging.get(&operation.id) {
            Some(config) => match configured(draft, operation, config) {
                Ok(paging) => {
                    for key in idle(config) {
                        context
                            .diagnostics
                            .push(unread(operation, key, context.config));
                    }
                    paging
                }
                Err(mistake) => {
                    context
                        .diagnostics
                        .push(complaint(operation, *mistake, context.config));
                    None
                }
            },
            None => paging_guess::guess(draft, operation),
        };
        draft.operations[index].paging = paging;
    }
    if context.config.operations.is_everything() {
        strangers(draft, context);
    }
}

/// Tells of paging that is configured for no operation.
fn strangers(draft: &Draft, context: &mut Context<'_>) {
    let ids: Vec<&str> = draft.operations.iter().map(|o| o.id.as_str()).collect();
    for id in context.config.paging.keys() {
        if ids.contains(&id.as_str()) {
            continue;
        }
        let message = format!("paging is configured for `{id}`, and no operation is called so");
        let at = context.config.at(&["paging", id]);
        let near = suggest(id, ids.iter().copied());
        let finding = Diagnostic::warning("paging-config", at, message);
        context.diagnostics.push(finding.near(near));
    }
}

/// Why an entry does not work.
pub(super) struct Mistake {
    /// The key of the entry that is to blame; none where it is the entry as a whole.
    key: Option<&'static str>,
    message: String,
    help: Option<String>,
}

/// Tells of a key that does nothing.
fn unread(operation: &Operation, key: &'static str, config: &Config) -> Diagnostic {
    let id = operation.id.as_str();
    let message = format!("the paging of `{id}` does not look at `{key}`");
    let at = config.at(&["paging", id, key]);
    let at = at.or_else(|| Some(operation.origin.clone()));
    Diagnostic::warning("paging-config", at, message)
        .help("delete the key, or write the `kind` of paging that it belongs to")
}

fn complaint(operation: &Operation, mistake: Mistake, config: &Config) -> Diagnostic {
    let mut keys = vec!["paging", operation.id.as_str()];
    keys.extend(mistake.key);
    let message = format!(
        "the paging of `{}` does not work: {}",
        operation.id, mistake.message
    );
    // Without a file there is still the operation.
    let at = config.at(&keys).or_else(|| Some(operation.origin.clone()));
    let finding = Diagnostic::warning("paging-config", at, message);
    match mistake.help {
        Some(help) => finding.help(help),
        None => finding,
    }
}

fn configured(
    draft: &Draft,
    operation: &Operation,
    config: &PagingConfig,
) -> Result<Option<Paging>, Box<Mistake>> {
    if config.kind == PagingChoice::None {
        return Ok(None);
    }
    let body = body(operation).ok_or_else(|| {
        let message = "its success has no JSON body".to_owned();
        mistake(None, message, None)
    })?;
    let items = path(draft, body, "items", &config.items)?;
    let list =
        descend(draft, body, &items).map_err(|stop| nowhere("items", &config.items, stop))?;
    let Kind::List(item) = draft.kind(list) else {
        return Err(no_list(draft, list, config));
    };
    let kind = match config.kind {
        PagingChoice::Offset => {
            let offset = parameter(operation, "offset", config.offset.as_deref())?;
            PagingKind::Offset {
                offset: counts(draft, operation, "offset", offset)?,
                limit: limit(draft, operation, config, ("offset", offset))?,
                limit_default: limit_default(draft, operation, config)?,
                total: place(draft, body, "total", config.total.as_deref(), Use::Total)?,
            }
        }
        PagingChoice::Page => {
            let page = parameter(operation, "page", config.page.as_deref())?;
            let pages = config.total_pages.as_deref();
            PagingKind::Page {
                page: counts(draft, operation, "page", page)?,
                limit: limit(draft, operation, config, ("page", page))?,
                limit_default: limit_default(draft, operation, config)?,
                first: config.first_page.unwrap_or(1),
                total_pages: place(draft, body, "total_pages", pages, Use::Total)?,
                total: place(draft, body, "total", config.total.as_deref(), Use::Total)?,
            }
        }
        PagingChoice::Cursor => PagingKind::Cursor {
            cursor: parameter(operation, "cursor", config.cursor.as_deref())?,
            next: place(draft, body, "next", config.next.as_deref(), Use::Cursor)?
                .ok_or_else(|| absent("next"))?,
            more: place(draft, body, "more", config.more.as_deref(), Use::Flag)?,
        },
        PagingChoice::NextUrl => PagingKind::NextUrl {
            next: place(draft, body, "next", config.next.as_deref(), Use::Url)?
                .ok_or_else(|| absent("next"))?,
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

/// A parameter that takes a number.
fn counts(
    draft: &Draft,
    operation: &Operation,
    what: &'static str,
    index: usize,
) -> Result<usize, Box<Mistake>> {
    let parameter = &operation.parameters[index];
    let Some(reason) = unfit(draft, parameter.node, Use::Count) else {
        return Ok(index);
    };
    let message = format!(
        "`{what}`: the parameter `{}` is {reason}",
        parameter.wire_name
    );
    Err(mistake(Some(what), message, None))
}

/// The parameter that says how many items a page has; another one than that of the position.
fn limit(
    draft: &Draft,
    operation: &Operation,
    config: &PagingConfig,
    (what, position): (&'static str, usize),
) -> Result<Option<usize>, Box<Mistake>> {
    let Some(index) = optional_parameter(operation, "limit", config.limit.as_deref())? else {
        return Ok(None);
    };
    if index == position {
        let message = format!("`limit` and `{what}` are the same parameter");
        return Err(mistake(Some("limit"), message, None));
    }
    counts(draft, operation, "limit", index).map(Some)
}

/// How many items there are when the limit is not given: as configured, or as its schema says.
fn limit_default(
    draft: &Draft,
    operation: &Operation,
    config: &PagingConfig,
) -> Result<Option<u64>, Box<Mistake>> {
    if config.limit_default == Some(0) {
        let message = "`limit_default`: a page of 0 items leads nowhere".to_owned();
        let help = "write how many items a page has, or delete the key".to_owned();
        return Err(mistake(Some("limit_default"), message, Some(help)));
    }
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

pub(super) fn mistake(
    key: Option<&'static str>,
    message: String,
    help: Option<String>,
) -> Box<Mistake> {
    Box::new(Mistake { key, message, help })
}

fn absent(key: &'static str) -> Box<Mistake> {
    let help = format!("add `{key} = \"…\"` to the entry");
    mistake(None, format!("`{key}` is missing"), Some(help))
}

fn no_list(draft: &Draft, at: NodeId, config: &PagingConfig) -> Box<Mistake> {
    let key = (!config.items.is_empty()).then_some("items");
    let message = match config.items.as_str() {
        "" => "`items` is missing, and the body is no list".to_owned(),
        items => format!("`items`: there is no list at `{items}`"),
    };
    let lists: Vec<String> = match draft.kind(at) {
        Kind::Struct(object) => {
            let fields = object.fields.iter();
            let lists = fields.filter(|field| matches!(draft.kind(field.node), Kind::List(_)));
            lists
                .map(|field| format!("{}/{}", config.items, escape_token(&field.wire_name)))
                .collect()
        }
        _ => Vec::new(),
    };
    let names: Vec<&str> = lists.iter().map(String::as_str).collect();
    let help = match names.is_empty() {
        true => "`items` is a JSON pointer to the list in the body".to_owned(),
        false => format!("there are lists at {}", listed(&names)),
    };
    mistake(key, message, Some(help))
}

/// The first few of some names.
pub(super) fn listed(names: &[&str]) -> String {
    const MOST: usize = 8;
    let shown = names.iter().take(MOST).copied().collect::<Vec<_>>();
    let more = if names.len() > MOST { ", …" } else { "" };
    format!("`{}`{more}", shown.join("`, `"))
}

fn parameter(
    operation: &Operation,
    what: &'static str,
    name: Option<&str>,
) -> Result<usize, Box<Mistake>> {
    optional_parameter(operation, what, name)?.ok_or_else(|| absent(what))
}

fn optional_parameter(
    operation: &Operation,
    what: &'static str,
    name: Option<&str>,
) -> Result<Option<usize>, Box<Mistake>> {
    let Some(name) = name else { return Ok(None) };
    let parameters = operation.parameters.iter();
    let is_query = |parameter: &&Parameter| parameter.location == Location::Query;
    let names = parameters.filter(is_query).map(|p| p.wire_name.as_str());
    let index = operation
        .parameters
        .iter()
        .position(|parameter| parameter.wire_name == name && parameter.location == Location::Query);
    if let Some(index) = index {
        return Ok(Some(index));
    }
    let message = format!("`{what}`: no query parameter is called `{name}`");
    let names: Vec<&str> = names.collect();
    let help = match suggest(name, names.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if names.is_empty() => "the operation has no query parameters".to_owned(),
        None => format!("there are {}", listed(&names)),
    };
    Err(mistake(Some(what), message, Some(help)))
}
