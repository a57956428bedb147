//! From a call to a request. In: an endpoint and values; out: method, URL, headers and body, without credentials.
//! Invariant: no value can change the shape of the URL, whatever it holds.

use super::body::Body;
use super::call::Call;
use super::clock::Clock;
use super::endpoint::{Location, Parameter, Segment, Style};
use super::fault::Fault;
use super::node::Node;
use super::percent::{Keep, encode};
use super::retry::is_idempotent;
use super::style::Manner;
use super::url::Url;
use bytes::Bytes;
use http::header::{
    ACCEPT, AUTHORIZATION, CONTENT_TYPE, COOKIE, HeaderName, HeaderValue, PROXY_AUTHORIZATION,
    USER_AGENT,
};
use http::{HeaderMap, Method};
use std::borrow::Cow;

/// How many bytes are made room for at first, in a path and in a query.
const ROOM: usize = 64;

/// A request before it is sent.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) method: Method,
    pub(super) url: Url,
    pub(super) headers: HeaderMap,
    pub(super) body: Body,
    /// The header by which the server tells this call from others, however often it is sent.
    pub(super) key: Option<&'static str>,
}

impl Draft {
    /// The request that a call describes; `clock` gives the chance for what names the call.
    pub(super) fn of(call: &Call, clock: &dyn Clock) -> Result<Draft, Fault> {
        if let Some((parameter, reason)) = &call.problem {
            return Err(Fault::request(*parameter, reason.clone()));
        }
        for (parameter, value) in call.endpoint.parameters.iter().zip(&call.values) {
            if parameter.required && matches!(value, None | Some(Node::Null)) {
                return Err(Fault::request(Some(parameter.name), "is missing".into()));
            }
        }
        let method = method(call)?;
        let url = url(call)?;
        let body = call
            .body
            .as_ref()
            .map(|(body, _)| body.clone())
            .unwrap_or_default();
        let mut headers = headers(call)?;
        let key = idempotency(call, &mut headers, clock)?;
        Ok(Draft {
            method,
            url,
            headers,
            body,
            key,
        })
    }

    /// Whether doing it twice is as good as doing it once.
    pub(super) fn is_repeatable(&self) -> bool {
        // A redirect to somewhere else leaves the header behind.
        let named = self.key.is_some_and(|name| self.headers.contains_key(name));
        named || is_idempotent(&self.method)
    }

    /// The same on its way: what is added to it is of one attempt.
    pub(super) fn outgoing(&self) -> Outgoing<'_> {
        Outgoing {
            draft: self,
            headers: self.headers.clone(),
            query: String::new(),
        }
    }
}

/// A request that is about to be sent.
#[derive(Debug)]
pub(super) struct Outgoing<'a> {
    pub(super) draft: &'a Draft,
    pub(super) headers: HeaderMap,
    /// Pairs for the query, behind those that it has.
    pub(super) query: String,
}

impl Outgoing<'_> {
    /// The request as the `http` crate has it.
    pub(super) fn into_http(self) -> Result<http::Request<Body>, Fault> {
        let draft = self.draft;
        let uri = draft.url.uri(&self.query).map_err(|error| {
            Fault::request(
                None,
                format!("`{}` cannot be called: {error}", draft.url.without_query()),
            )
        })?;
        let mut request = http::Request::new(draft.body.clone());
        *request.method_mut() = draft.method.clone();
        *request.uri_mut() = uri;
        *request.headers_mut() = self.headers;
        Ok(request)
    }
}

pub(super) fn method(call: &Call) -> Result<Method, Fault> {
    if let Some(raw) = &call.raw {
        return Ok(raw.method.clone());
    }
    let text = call.endpoint.method;
    Method::from_bytes(text.as_bytes())
        .map_err(|_| Fault::request(None, format!("`{text}` is no method")))
}

/// Where a call goes: a link that the server gave, or the operation's own URL.
pub(super) fn url(call: &Call) -> Result<Url, Fault> {
    if let Some(link) = &call.link {
        return Ok(link.clone());
    }
    let base = call
        .core
        .base(call)
        .map_err(|reason| Fault::request(None, reason.to_string()))?;
    let mut path = base.folder(ROOM);
    let start = path.len();
    append_path(call, &mut path)?;
    // Some documents tell operations apart by a query or a fragment in the path.
    if let Some(end) = path.find('#') {
        path.truncate(end);
    }
    let mut query = match path.find('?') {
        Some(end) => {
            let query = path.split_off(end + 1);
            path.truncate(end);
            query
        }
        None => String::new(),
    };
    if !path[start..].is_empty() && !path[start..].starts_with('/') {
        path.insert(start, '/');
    }
    for (parameter, value) in call.endpoint.parameters.iter().zip(&call.values) {
        if let Some(value) = value
            && matches!(parameter.location, Location::Query | Location::QueryString)
        {
            add_pair(&mut query, |query| {
                manner(parameter, Keep::ReservedInQuery, "&").append(query, value);
            });
        }
    }
    for (name, value) in &call.query.0 {
        add_pair(&mut query, |query| {
            encode(query, name, Keep::Unreserved);
            query.push('=');
            encode(query, value, Keep::Unreserved);
        });
    }
    Ok(base.at(path, Some(query).filter(|query| !query.is_empty())))
}

/// Appends to a query what may turn out to be nothing.
fn add_pair(query: &mut String, append: impl FnOnce(&mut String)) {
    let before = query.len();
    if before > 0 {
        query.push('&');
    } else {
        query.reserve(ROOM);
    }
    let begin = query.len();
    append(query);
    if query.len() == begin {
        query.truncate(before);
    }
}

/// Appends the path of an operation to that of its server.
fn append_path(call: &Call, path: &mut String) -> Result<(), Fault> {
    let start = path.len();
    if let Some(raw) = &call.raw {
        path.push_str(&raw.path);
        return Ok(());
    }
    let mut last = None;
    for segment in call.endpoint.segments() {
        match segment {
            Segment::Literal(text) => {
                for piece in text.split_inclusive(['?', '#']) {
                    let end = piece.len() - usize::from(piece.ends_with(['?', '#']));
                    encode(path, &piece[..end], Keep::ReservedInPath);
                    path.push_str(&piece[end..]);
                }
            }
            Segment::Parameter(index) => {
                let (Some(parameter), Some(Some(value))) =
                    (call.endpoint.parameters.get(index), call.values.get(index))
                else {
                    return Err(Fault::request(
                        None,
                        "a parameter of the path is missing".into(),
                    ));
                };
                let begin = path.len();
                manner(parameter, Keep::ReservedInPath, "&").append(path, value);
                if path.len() == begin {
                    let reason = "is empty, and the path would be that of something else";
                    return Err(Fault::request(Some(parameter.name), reason.into()));
                }
                last = Some(parameter.name);
            }
        }
    }
    if last.is_some() && leads_elsewhere(&path[start..]) {
        let reason = "makes a `.` or `..` of its part of the path, which would lead elsewhere";
        return Err(Fault::request(last, reason.into()));
    }
    Ok(())
}

/// Whether a segment of a path is one that URLs are freed of (RFC 3986, section 5.2.4), encoded or not.
pub(super) fn leads_elsewhere(path: &str) -> bool {
    // Three bytes stand for a dot at most.
    let short = path.split('/').filter(|segment| segment.len() <= 6);
    short
        .filter(|segment| !segment.is_empty())
        .any(|segment| behind_dot(behind_dot(segment)).is_empty())
}

/// The text behind the dot that it begins with, if it does.
fn behind_dot(text: &str) -> &str {
    let tail = [".", "%2e", "%2E"].map(|dot| text.strip_prefix(dot));
    tail.into_iter().flatten().next().unwrap_or(text)
}

/// How a parameter is written; `reserved` is what it keeps where the document lets it.
fn manner(parameter: &Parameter, reserved: Keep, between: &'static str) -> Manner<'static> {
    Manner {
        name: parameter.name,
        style: parameter.style,
        explode: parameter.explode,
        keep: if parameter.allow_reserved {
            reserved
        } else {
            Keep::Unreserved
        },
        location: parameter.location,
        between,
    }
}

fn headers(call: &Call) -> Result<HeaderMap, Fault> {
    let mut headers = call.core.headers().clone();
    if !call.endpoint.accept.is_empty() {
        let accept = Bytes::from_static(call.endpoint.accept.as_bytes());
        insert(
            &mut headers,
            ACCEPT,
            HeaderValue::from_maybe_shared(accept),
            None,
        )?;
    }
    if let Some((_, media_type)) = &call.body {
        let value = match media_type {
            Cow::Borrowed(text) => {
                HeaderValue::from_maybe_shared(Bytes::from_static(text.as_bytes()))
            }
            Cow::Owned(text) => HeaderValue::from_str(text),
        };
        insert(&mut headers, CONTENT_TYPE, value, None)?;
    }
    let mut cookies = Vec::new();
    for (parameter, value) in call.endpoint.parameters.iter().zip(&call.values) {
        let Some(value) = value else { continue };
        match parameter.location {
            Location::Header => {
                let manner = Manner {
                    keep: Keep::All,
                    ..manner(parameter, Keep::All, "&")
                };
                if let Some(text) = manner.write(value) {
                    add(
                        &mut headers,
                        header_name(parameter.name)?,
                        &text,
                        Some(parameter.name),
                    )?;
                }
            }
            Location::Cookie => cookies.extend(cookie(parameter, value)?),
            Location::Path | Location::Query | Location::QueryString => {}
        }
    }
    if !cookies.is_empty() {
        add(&mut headers, COOKIE, &cookies.join("; "), None)?;
    }
    for (name, value) in &call.headers.0 {
        add(&mut headers, header_name(name)?, value, None)?;
    }
    if !headers.contains_key(USER_AGENT) {
        headers.insert(USER_AGENT, call.core.user_agent().clone());
    }
    for name in [AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION] {
        if let Some(value) = headers.get_mut(name) {
            value.set_sensitive(true);
        }
    }
    Ok(headers)
}

/// The header that names the call, if the operation has one; made here unless it was given.
fn idempotency(
    call: &Call,
    headers: &mut HeaderMap,
    clock: &dyn Clock,
) -> Result<Option<&'static str>, Fault> {
    let mut parameters = call.endpoint.parameters.iter();
    let Some(parameter) = parameters.find(|parameter| parameter.idempotency) else {
        return Ok(None);
    };
    let name = header_name(parameter.name)?;
    if !headers.contains_key(&name) {
        let key = uuid(clock.random(), clock.random());
        add(headers, name, &key, Some(parameter.name))?;
    }
    Ok(Some(parameter.name))
}

/// A UUID of random bits (RFC 9562, section 5.4).
fn uuid(high: u64, low: u64) -> String {
    let (high, low) = (high & !0xf000 | 0x4000, low >> 2 | 1 << 63);
    format!(
        "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xffff,
        low >> 48,
        low & 0xffff_ffff_ffff
    )
}

/// A cookie. The style `cookie`, and text as a document, are there for values that are encoded already (OpenAPI 3.2,
/// Appendix D); all else is encoded.
fn cookie(parameter: &Parameter, value: &Node) -> Result<Option<String>, Fault> {
    let bare = match parameter.style {
        Style::Cookie => true,
        Style::Content(media) => media.starts_with("text/"),
        Style::Matrix
        | Style::Label
        | Style::Simple
        | Style::Form
        | Style::SpaceDelimited
        | Style::PipeDelimited
        | Style::DeepObject => false,
    };
    let mut manner = manner(parameter, Keep::ReservedInCookie, "; ");
    if bare {
        if !fits_cookie(value) {
            let reason = "holds characters that a cookie cannot carry; encode them";
            return Err(Fault::request(Some(parameter.name), reason.into()));
        }
        manner.keep = Keep::All;
    }
    Ok(manner.write(value))
}

/// Whether all texts of a value are what RFC 6265, section 4.1.1, calls `cookie-octet`s.
fn fits_cookie(value: &Node) -> bool {
    let fits = |text: &str| {
        let octet = |byte: u8| byte.is_ascii_graphic() && !b"\",;\\".contains(&byte);
        text.bytes().all(octet)
    };
    match value {
        Node::Null | Node::File(_) => true,
        Node::Bare(text) | Node::Text(text) => fits(text),
        Node::List(items) => items.iter().all(fits_cookie),
        Node::Object(entries) => entries
            .iter()
            .all(|(key, item)| fits(key) && fits_cookie(item)),
    }
}

pub(super) fn header_name(name: &str) -> Result<HeaderName, Fault> {
    HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| Fault::request(None, format!("`{name}` cannot be the name of a header")))
}

fn add(
    headers: &mut HeaderMap,
    name: HeaderName,
    text: &str,
    parameter: Option<&'static str>,
) -> Result<(), Fault> {
    insert(
        headers,
        name,
        HeaderValue::from_bytes(text.as_bytes()),
        parameter,
    )
}

fn insert<E>(
    headers: &mut HeaderMap,
    name: HeaderName,
    value: Result<HeaderValue, E>,
    parameter: Option<&'static str>,
) -> Result<(), Fault> {
    match value {
        Ok(value) => {
            headers.insert(name, value);
            Ok(())
        }
        Err(_) => {
            let reason = format!("holds characters that the header `{name}` cannot carry");
            Err(Fault::request(parameter, reason))
        }
    }
}
