//! Redirects. In: a response and the request it answers; out: the next request. Invariant: to another origin go neither
//! credentials nor any header that might be one, and a body is never sent to where it was not meant for.

use super::body::{Body, SPENT};
use super::fault::Fault;
use super::reply::Reply;
use super::request::Draft;
use http::header::{
    ACCEPT, ACCEPT_ENCODING, ACCEPT_LANGUAGE, CONTENT_LENGTH, CONTENT_TYPE, HeaderName,
    IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_RANGE, LOCATION, RANGE, USER_AGENT,
};
use http::{HeaderMap, Method};

/// How many redirects are followed.
pub(super) const MOST: u32 = 10;

/// The headers that may go anywhere.
const HARMLESS: [HeaderName; 8] = [
    ACCEPT,
    ACCEPT_ENCODING,
    ACCEPT_LANGUAGE,
    IF_MODIFIED_SINCE,
    IF_NONE_MATCH,
    IF_RANGE,
    RANGE,
    USER_AGENT,
];

/// The next request, and whether it may carry credentials; `None` if the response is no redirect to follow.
pub(super) fn follow(reply: &Reply, draft: &Draft) -> Result<Option<(Draft, bool)>, Fault> {
    let status = reply.status();
    if !matches!(status, 301..=303 | 307 | 308) {
        return Ok(None);
    }
    let Some(location) = reply
        .headers()
        .get(LOCATION)
        .and_then(|value| value.to_str().ok())
    else {
        return Ok(None);
    };
    let url = draft
        .url
        .resolve(location)
        .map_err(|reason| Fault::request(None, format!("redirected, but {reason}")))?;
    let same = draft.url.trusts(&url);
    let safe = matches!(draft.method, Method::GET | Method::HEAD);
    // Only 303 asks for another method; of 301 and 302 all know that they make a GET of a POST (RFC 9110, section 15.4).
    let becomes_get = match status {
        303 => !safe,
        301 | 302 => draft.method == Method::POST,
        _ => false,
    };
    let mut next = Draft {
        url,
        ..draft.clone()
    };
    if becomes_get {
        next.method = Method::GET;
        next.body = Body::empty();
        next.headers.remove(CONTENT_TYPE);
        next.headers.remove(CONTENT_LENGTH);
    } else if !safe && !same {
        return Err(Fault::request(
            None,
            format!(
                "redirected to {}, where its body does not belong",
                next.url.origin()
            ),
        ));
    }
    if next.body.is_spent() {
        return Err(Fault::request(
            None,
            format!("redirected to {}, but {SPENT}", next.url.origin()),
        ));
    }
    if !same {
        next.headers = harmless(&next.headers);
    }
    Ok(Some((next, same)))
}

fn harmless(headers: &HeaderMap) -> HeaderMap {
    let kept = headers.iter().filter(|(name, _)| HARMLESS.contains(name));
    kept.map(|(name, value)| (name.clone(), value.clone()))
        .collect()
}
