//! Paging nobody configured: in, an operation; out, how it pages, if its parameters and its body leave no doubt.
//! Invariant: a guess needs a parameter with a conventional name and a body with one evident list, and it never believes
//! a total: a page is the last one when it is short, empty or has no successor.

use crate::ir::{Location, PagingKind};
use crate::lower::draft::{Draft, Field, Kind, NodeId, Operation, Paging};

use super::outcome;
use super::pagination::{body, default_of};

const OFFSETS: [&str; 5] = ["offset", "skip", "startat", "startindex", "pageoffset"];
const LIMITS: [&str; 16] = [
    "limit",
    "perpage",
    "pagesize",
    "size",
    "count",
    "maxresults",
    "top",
    "take",
    "itemsperpage",
    "resultsperpage",
    "maxitems",
    "pagelimit",
    "max",
    "num",
    "maxpagesize",
    "perpagecount",
];
const PAGES: [&str; 5] = ["page", "pagenumber", "pageno", "pageindex", "currentpage"];
const CURSORS: [&str; 13] = [
    "cursor",
    "pagetoken",
    "nexttoken",
    "after",
    "startcursor",
    "pagecursor",
    "continuationtoken",
    "nextcursor",
    "marker",
    "paginationtoken",
    "pageafter",
    "nextpagetoken",
    "continue",
];
const NEXT_CURSORS: [&str; 11] = [
    "nextcursor",
    "nextpagetoken",
    "nexttoken",
    "nextpagecursor",
    "endcursor",
    "continuationtoken",
    "nextmarker",
    "nextpage",
    "continue",
    "after",
    "paginationtoken",
];
const NEXT_URLS: [&str; 10] = [
    "nextlink",
    "odatanextlink",
    "nexturl",
    "nexturi",
    "nextpageurl",
    "nextpageuri",
    "nextpagelink",
    "nexthref",
    "nextpath",
    "nextpagepath",
];
const WRAPPERS: [&str; 16] = [
    "meta",
    "metadata",
    "pagination",
    "paging",
    "pageinfo",
    "responsemetadata",
    "links",
    "cursor",
    "cursors",
    "page",
    "paginationmetadata",
    "paginationinfo",
    "pagingmetadata",
    "listmeta",
    "resultinfo",
    "paginator",
];
const LISTS: [&str; 14] = [
    "data",
    "items",
    "results",
    "records",
    "entries",
    "values",
    "value",
    "list",
    "result",
    "content",
    "rows",
    "objects",
    "elements",
    "resources",
];
const MORES: [&str; 6] = [
    "hasmore",
    "hasnext",
    "hasnextpage",
    "more",
    "ismore",
    "hasmoreresults",
];

/// How an operation seems to page.
pub(super) fn guess(draft: &Draft, operation: &Operation) -> Option<Paging> {
    if operation.method != "GET" {
        return None;
    }
    let body = body(operation)?;
    let (items, item) = list(draft, body)?;
    let kind = by_cursor(draft, operation, body)
        .or_else(|| by_url(draft, body))
        .or_else(|| by_header(operation))
        .or_else(|| by_page(draft, operation))
        .or_else(|| by_offset(draft, operation))?;
    Some(Paging { kind, items, item })
}

fn by_cursor(draft: &Draft, operation: &Operation, body: NodeId) -> Option<PagingKind> {
    let cursor = parameter(draft, operation, &CURSORS, is_text)?;
    let own = plain(&operation.parameters[cursor].wire_name);
    let is_next = |field: &Field| {
        let name = plain(&field.wire_name);
        (NEXT_CURSORS.contains(&name.as_str()) || name == format!("next{own}"))
            && is_text(draft, field.node)
    };
    let next = find(draft, body, &is_next).or_else(|| {
        // The name of the parameter itself, inside of what is about paging or where it can mean nothing else.
        let echoed = |field: &Field| plain(&field.wire_name) == own && is_text(draft, field.node);
        find(draft, body, &echoed).filter(|path| path.len() > 1 || own == "cursor")
    })?;
    let is_more = |field: &Field| {
        MORES.contains(&plain(&field.wire_name).as_str())
            && matches!(draft.kind(field.node), Kind::Bool)
    };
    Some(PagingKind::Cursor {
        cursor,
        next,
        more: find(draft, body, &is_more),
    })
}

fn by_url(draft: &Draft, body: NodeId) -> Option<PagingKind> {
    let named = |field: &Field| {
        NEXT_URLS.contains(&plain(&field.wire_name).as_str()) && is_text(draft, field.node)
    };
    let address = |field: &Field| plain(&field.wire_name) == "next" && is_url(draft, field.node);
    let next = find(draft, body, &named)
        .or_else(|| linked(draft, body))
        .or_else(|| find(draft, body, &address))?;
    Some(PagingKind::NextUrl { next })
}

/// `links.next`, as a text or as an object with `href`.
fn linked(draft: &Draft, body: NodeId) -> Option<Vec<String>> {
    let links = fields(draft, body)
        .iter()
        .find(|field| plain(&field.wire_name) == "links")?;
    let next = fields(draft, links.node)
        .iter()
        .find(|field| field.wire_name == "next")?;
    let mut path = vec![links.wire_name.clone(), next.wire_name.clone()];
    if is_text(draft, next.node) {
        return Some(path);
    }
    let href = fields(draft, next.node)
        .iter()
        .find(|field| field.wire_name == "href")?;
    path.push(href.wire_name.clone());
    is_text(draft, href.node).then_some(path)
}

fn by_header(operation: &Operation) -> Option<PagingKind> {
    let (good, _) = outcome::split(&operation.responses);
    let mut headers = good.iter().flat_map(|response| &response.headers);
    headers
        .any(|header| header.wire_name.eq_ignore_ascii_case("link"))
        .then_some(PagingKind::LinkHeader)
}

fn by_page(draft: &Draft, operation: &Operation) -> Option<PagingKind> {
    let page = parameter(draft, operation, &PAGES, is_whole)?;
    let limit = parameter(draft, operation, &LIMITS, is_whole);
    let first = default_of(draft, operation, page).or_else(|| minimum(draft, operation, page));
    Some(PagingKind::Page {
        page,
        limit,
        limit_default: limit.and_then(|limit| default_of(draft, operation, limit)),
        first: first.filter(|first| *first < 2).unwrap_or(1),
        total_pages: None,
        total: None,
    })
}

fn by_offset(draft: &Draft, operation: &Operation) -> Option<PagingKind> {
    let limit = parameter(draft, operation, &LIMITS, is_whole)?;
    let offset = parameter(draft, operation, &OFFSETS, is_whole)?;
    Some(PagingKind::Offset {
        offset,
        limit: Some(limit),
        limit_default: default_of(draft, operation, limit),
        total: None,
    })
}

/// The one list of a body: the body itself, the only list of objects in it, or the one with a conventional name.
fn list(draft: &Draft, body: NodeId) -> Option<(Vec<String>, NodeId)> {
    if let Kind::List(item) = draft.kind(body) {
        return Some((Vec::new(), *item));
    }
    let lists: Vec<(&Field, NodeId)> = fields(draft, body)
        .iter()
        .filter_map(|field| match draft.kind(field.node) {
            Kind::List(item) => Some((field, *item)),
            _ => None,
        })
        .collect();
    let is_object = |node: NodeId| matches!(draft.kind(node), Kind::Struct(_) | Kind::Union(_));
    let mut objects = lists.iter().filter(|(_, item)| is_object(*item));
    let only = match (objects.next(), objects.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    };
    let usual = |(field, _): &&(&Field, NodeId)| LISTS.contains(&plain(&field.wire_name).as_str());
    let (field, item) = lists.iter().find(usual).or(only)?;
    Some((vec![field.wire_name.clone()], *item))
}

/// A property of the body, or of what the body holds about paging.
fn find(draft: &Draft, body: NodeId, fits: &dyn Fn(&Field) -> bool) -> Option<Vec<String>> {
    let own = fields(draft, body);
    if let Some(field) = own.iter().find(|field| fits(field)) {
        return Some(vec![field.wire_name.clone()]);
    }
    for wrapper in own {
        if !WRAPPERS.contains(&plain(&wrapper.wire_name).as_str()) {
            continue;
        }
        let inner = fields(draft, wrapper.node);
        if let Some(field) = inner.iter().find(|field| fits(field)) {
            return Some(vec![wrapper.wire_name.clone(), field.wire_name.clone()]);
        }
    }
    None
}

fn fields(draft: &Draft, node: NodeId) -> &[Field] {
    match draft.kind(node) {
        Kind::Struct(object) => &object.fields,
        _ => &[],
    }
}

fn parameter(
    draft: &Draft,
    operation: &Operation,
    names: &[&str],
    fits: fn(&Draft, NodeId) -> bool,
) -> Option<usize> {
    let is_it = |name: &str| {
        operation.parameters.iter().position(|parameter| {
            parameter.location == Location::Query
                && plain(&parameter.wire_name) == name
                && fits(draft, parameter.node)
        })
    };
    names.iter().find_map(|name| is_it(name))
}

fn minimum(draft: &Draft, operation: &Operation, index: usize) -> Option<u64> {
    let id = draft.target(operation.parameters[index].node);
    let keywords = &draft.node(id).notes.constraints.keywords;
    let (_, value) = keywords.iter().find(|(keyword, _)| keyword == "minimum")?;
    value.as_u64()
}

fn is_text(draft: &Draft, node: NodeId) -> bool {
    matches!(draft.kind(node), Kind::String)
}

fn is_whole(draft: &Draft, node: NodeId) -> bool {
    matches!(draft.kind(node), Kind::Integer(_))
}

fn is_url(draft: &Draft, node: NodeId) -> bool {
    let keywords = &draft.node(draft.target(node)).notes.constraints.keywords;
    let address = |(keyword, value): &(String, serde_json::Value)| {
        keyword == "format" && matches!(value.as_str(), Some("uri" | "url" | "uri-reference"))
    };
    is_text(draft, node) && keywords.iter().any(address)
}

/// A name without case and without what is between its words.
fn plain(name: &str) -> String {
    name.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}
