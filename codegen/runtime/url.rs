//! The few things a client does with URLs. In: text; out: a URL in its parts, or why it is none. Invariant: it is
//! `http` or `https`, has a host and no user information, and its fragment is gone.

use bytes::Bytes;
use http::Uri;
use http::uri::{Authority, InvalidUri, PathAndQuery};

/// An absolute URL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Url {
    scheme: Scheme,
    /// Host and port in lower case; no port where it is the scheme's own.
    authority: Authority,
    /// Begins with `/`.
    path: String,
    query: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scheme {
    Http,
    Https,
}

impl Scheme {
    fn name(self) -> &'static str {
        match self {
            Scheme::Http => "http",
            Scheme::Https => "https",
        }
    }

    fn port(self) -> &'static str {
        match self {
            Scheme::Http => ":80",
            Scheme::Https => ":443",
        }
    }
}

impl Url {
    /// Takes an absolute URL apart.
    pub(super) fn parse(text: &str) -> Result<Url, String> {
        let wrong = |why: &str| Err(format!("`{}` is no URL to call: {why}", shown(text)));
        if text
            .bytes()
            .any(|byte| byte <= b' ' || byte == 0x7f || b"\\\"<>^`{|}".contains(&byte))
        {
            return wrong("it holds characters that must be encoded");
        }
        let (scheme, rest) = match text.split_once("://") {
            Some((name, rest)) if name.eq_ignore_ascii_case("http") => (Scheme::Http, rest),
            Some((name, rest)) if name.eq_ignore_ascii_case("https") => (Scheme::Https, rest),
            _ => return wrong("it begins neither with `http://` nor with `https://`"),
        };
        let (authority, tail) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        if authority.contains('@') {
            return wrong("credentials do not belong into it");
        }
        let lower = authority.to_ascii_lowercase();
        let authority = lower.strip_suffix(scheme.port()).unwrap_or(&lower);
        if authority.is_empty() || authority.starts_with(':') {
            return wrong("it has no host");
        }
        let (path, query) = split(tail);
        let Ok(authority) = Authority::try_from(authority) else {
            return wrong(
                "its host is none; letters beyond ASCII are written as `xn--…` (Punycode)",
            );
        };
        Ok(Url {
            scheme,
            authority,
            path: dotless(path),
            query,
        })
    }

    /// The URL that a reference stands for when it is met at this one (RFC 3986, section 5.2).
    pub(super) fn resolve(&self, reference: &str) -> Result<Url, String> {
        if let Some(colon) = reference.find(':')
            && !reference[..colon].contains(['/', '?', '#'])
        {
            return Url::parse(reference);
        }
        if reference.starts_with("//") {
            return Url::parse(&format!("{}:{reference}", self.scheme.name()));
        }
        let (path, query) = split(reference);
        let (path, query) = match (path, query) {
            ("", None) => (self.path.clone(), self.query.clone()),
            ("", query) => (self.path.clone(), query),
            (path, query) if path.starts_with('/') => (path.to_owned(), query),
            (path, query) => {
                let folder = self
                    .path
                    .rfind('/')
                    .map_or("/", |slash| &self.path[..=slash]);
                (format!("{folder}{path}"), query)
            }
        };
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        Url::parse(&format!("{}{path}{query}", self.origin()))
    }

    /// Where a link leads to that was met at this URL, if that is the same server.
    pub(super) fn follow(&self, link: &str) -> Result<Url, String> {
        match self.resolve(link) {
            Err(reason) => Err(format!("leads nowhere: {reason}")),
            Ok(url) if !self.trusts(&url) => {
                Err(format!("leads to another server: {}", url.origin()))
            }
            Ok(url) => Ok(url),
        }
    }

    /// The path that others are below, without the slash at its end; with room for more.
    pub(super) fn folder(&self, room: usize) -> String {
        let base = self.path.trim_end_matches('/');
        let mut path = String::with_capacity(base.len() + room);
        path.push_str(base);
        path
    }

    /// The URL of another path of the same server.
    pub(super) fn at(&self, path: String, query: Option<String>) -> Url {
        Url {
            scheme: self.scheme,
            authority: self.authority.clone(),
            path: if path.is_empty() {
                "/".to_owned()
            } else {
                path
            },
            query,
        }
    }

    /// Scheme, host and port: what tells whether credentials may go there.
    pub(super) fn origin(&self) -> String {
        format!("{}://{}", self.scheme.name(), self.authority)
    }

    /// Whether a request that was meant for this URL may take its credentials along to another: the same origin, or the
    /// same host with encryption added.
    pub(super) fn trusts(&self, other: &Url) -> bool {
        let upgraded = self.scheme == Scheme::Http && other.scheme == Scheme::Https;
        let plain = self.authority.port().is_none() && other.authority.port().is_none();
        self.authority == other.authority && (self.scheme == other.scheme || (upgraded && plain))
    }

    pub(super) fn query(&self) -> Option<&str> {
        self.query.as_deref()
    }

    /// The same as the crate `http` has it, with these pairs at the end of its query.
    pub(super) fn uri(&self, pairs: &str) -> Result<Uri, http::Error> {
        let query = self.query.as_deref().unwrap_or_default();
        let mark = if self.query.is_some() || !pairs.is_empty() {
            "?"
        } else {
            ""
        };
        let between = if query.is_empty() || pairs.is_empty() {
            ""
        } else {
            "&"
        };
        let target = [&self.path, mark, query, between, pairs].concat();
        let target: Result<PathAndQuery, InvalidUri> =
            PathAndQuery::from_maybe_shared(Bytes::from(target));
        Uri::builder()
            .scheme(self.scheme.name())
            .authority(self.authority.clone())
            .path_and_query(target?)
            .build()
    }

    /// The URL without its query, which may hold what no log should.
    pub(super) fn without_query(&self) -> String {
        format!("{}{}", self.origin(), self.path)
    }

    /// The URL in one piece.
    pub(super) fn text(&self) -> String {
        let (mark, query) = match &self.query {
            Some(query) => ("?", query.as_str()),
            None => ("", ""),
        };
        let scheme = self.scheme.name();
        let authority = self.authority.as_str();
        [scheme, "://", authority, &self.path, mark, query].concat()
    }
}

impl std::fmt::Display for Url {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text())
    }
}

/// What may be shown of what should be a URL or a path: not the values of its query, and nobody's password.
pub(super) fn shown(text: &str) -> String {
    let end = text.find(['?', '#']).unwrap_or(text.len());
    let (text, rest) = text.split_at(end);
    let begin = text.find("://").map_or(0, |colon| colon + 3);
    let user = text[begin..].find('@').map_or(begin, |at| begin + at);
    let hidden = if user > begin { "…" } else { "" };
    let query = if rest.is_empty() { "" } else { "?…" };
    [&text[..begin], hidden, &text[user..], query].concat()
}

/// Path and query, without the fragment.
fn split(tail: &str) -> (&str, Option<String>) {
    let tail = tail.split('#').next().unwrap_or_default();
    match tail.split_once('?') {
        Some((path, query)) => (path, Some(query.to_owned())),
        None => (tail, None),
    }
}

/// A path without `.` and `..` segments (RFC 3986, section 5.2.4).
fn dotless(path: &str) -> String {
    let mut segments: Vec<&str> = Vec::new();
    let mut last = "";
    for segment in path.split('/').skip(1) {
        last = segment;
        match segment {
            "." => {}
            ".." => {
                segments.pop();
            }
            _ => segments.push(segment),
        }
    }
    if matches!(last, "." | "..") {
        segments.push("");
    }
    format!("/{}", segments.join("/"))
}

/// Whether a variable of a server's URL may have this value: it stays within the part of the URL that it stands in, so
/// that it cannot name another host than the one around it.
pub(super) fn check_variable(template: &str, name: &str, value: &str) -> Result<(), String> {
    let place = format!("{{{name}}}");
    let (before, after) = template.split_once(&place).unwrap_or((template, ""));
    let odd = value.contains(['?', '#', '@', '\\']) || value.contains(char::is_whitespace);
    // Its host is between the slashes and the next one; a template without them may have it as a whole in a variable.
    let in_host = before
        .split_once("://")
        .is_some_and(|(_, rest)| !rest.contains('/'));
    let ends_host = after.is_empty() || after.starts_with('/');
    let of_host = |c: char| {
        c.is_alphanumeric()
            || matches!(c, '-' | '.' | '_')
            || (matches!(c, ':' | '[' | ']') && ends_host)
    };
    let scheme = after.starts_with("://") && value.contains(['/', ':']);
    if odd || scheme || (in_host && !value.chars().all(of_host)) {
        let what = if in_host { "of the host" } else { "of the URL" };
        return Err(format!(
            "`{value}` cannot be the part {what} that `{name}` is in `{template}`"
        ));
    }
    Ok(())
}
