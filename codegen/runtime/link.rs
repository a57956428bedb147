//! The header `Link` (RFC 8288). In: the headers of a response; out: where its next page is. Invariant: a comma within quotes or a
//! target ends no link.

use http::HeaderMap;
use http::header::LINK;

/// The target of the link whose relation is `next` (RFC 8288).
pub(super) fn next_link(headers: &HeaderMap) -> Option<String> {
    let headers = headers.get_all(LINK).iter();
    headers
        .filter_map(|value| value.to_str().ok())
        .find_map(next_in)
}

fn next_in(header: &str) -> Option<String> {
    let mut rest = header;
    while let Some((_, link)) = rest.split_once('<') {
        let (target, tail) = link.split_once('>')?;
        // The parameters reach to the comma before the next link.
        let end = tail.find(",").map_or(tail.len(), |comma| {
            tail[comma..]
                .find('<')
                .map_or(tail.len(), |_| parameters_end(tail))
        });
        if tail[..end].split(';').any(is_next) {
            return Some(target.to_owned());
        }
        rest = &tail[end..];
    }
    None
}

/// Where the parameters of a link end: at the first comma outside of quotes.
fn parameters_end(tail: &str) -> usize {
    let mut quoted = false;
    let comma = tail.char_indices().find(|(_, character)| {
        quoted ^= *character == '"';
        *character == ',' && !quoted
    });
    comma.map_or(tail.len(), |(at, _)| at)
}

fn is_next(parameter: &str) -> bool {
    let Some((name, value)) = parameter.split_once('=') else {
        return false;
    };
    let mut relations = value.trim().trim_matches('"').split_whitespace();
    name.trim().eq_ignore_ascii_case("rel")
        && relations.any(|relation| relation.eq_ignore_ascii_case("next"))
}
