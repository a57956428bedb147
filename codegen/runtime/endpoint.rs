//! What the document says about an API and its operations, as tables. In: nothing; out: constants that the emitted
//! modules fill in. Invariant: everything here is `'static` and plain data.

// [check]
use super::bounds::{Bound, Bounds};
// [end]

/// An API.
#[derive(Debug)]
pub struct Api {
    /// Its name, for messages.
    pub name: &'static str,
    /// What the client calls itself.
    pub user_agent: &'static str,
    /// Its servers; the first is the default.
    pub servers: &'static [Server],
    /// Its security schemes.
    pub schemes: &'static [Scheme],
}

/// A server.
#[derive(Debug)]
pub struct Server {
    /// The URL, with `{variable}`s.
    pub url: &'static str,
    /// The variables of the URL.
    pub variables: &'static [Variable],
}

/// A variable of a server URL.
#[derive(Debug)]
pub struct Variable {
    /// Its name between the braces.
    pub name: &'static str,
    /// The method of the builder that gives it a value.
    pub setter: &'static str,
    /// Its value when none is given; without one it must be.
    pub default: Option<&'static str>,
    /// The values it may have; empty for any.
    pub values: &'static [&'static str],
}

/// A security scheme.
#[derive(Debug)]
pub struct Scheme {
    /// Its name in the document.
    pub name: &'static str,
    /// What it is.
    pub kind: SchemeKind,
}

/// What a security scheme is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// A key under this name.
    ApiKey(Location, &'static str),
    /// HTTP Basic.
    Basic,
    /// HTTP Bearer.
    Bearer,
    /// OAuth 2, with the token URL of the client-credentials flow.
    OAuth2(Option<&'static str>),
    /// OpenID Connect, with the URL of its configuration.
    OpenIdConnect(&'static str),
    /// Another HTTP authentication scheme: its name stands before the credential.
    Http(&'static str),
    /// A certificate of the TLS layer: nothing to add to a request.
    MutualTls,
}

/// An operation.
#[derive(Debug)]
pub struct Endpoint {
    /// Its id in the document.
    pub id: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path, with `{name}` for each parameter of it.
    pub path: &'static str,
    /// Its parameters, by number.
    pub parameters: &'static [Parameter],
    /// The media types it understands in a response: the value of `Accept`.
    pub accept: &'static str,
    /// The alternatives of authentication: numbers of schemes that go together. Empty: none is needed.
    pub security: &'static [&'static [usize]],
    /// The API it belongs to.
    pub api: &'static Api,
    /// Its own servers, instead of the API's.
    pub servers: Option<&'static [Server]>,
}

impl Endpoint {
    /// What calls have in common that the document lacks: method and path are theirs.
    pub const fn raw(api: &'static Api, security: &'static [&'static [usize]]) -> Self {
        Endpoint {
            id: "request",
            method: "",
            path: "",
            parameters: &[],
            accept: "",
            security,
            api,
            servers: None,
        }
    }

    /// The pieces of the path, in order.
    pub(super) fn segments(&self) -> impl Iterator<Item = Segment> + use<> {
        Segments {
            rest: self.path,
            parameters: self.parameters,
        }
    }
}

/// A piece of a path.
pub(super) enum Segment {
    /// Text as it stands.
    Literal(&'static str),
    /// The value of the parameter with this number.
    Parameter(usize),
}

/// The pieces of a path.
struct Segments {
    rest: &'static str,
    parameters: &'static [Parameter],
}

impl Iterator for Segments {
    type Item = Segment;

    fn next(&mut self) -> Option<Segment> {
        if self.rest.is_empty() {
            return None;
        }
        if let Some((index, length)) = self.parameter(self.rest) {
            self.rest = &self.rest[length..];
            return Some(Segment::Parameter(index));
        }
        let mut braces = self.rest.match_indices('{');
        let end = braces.find(|(at, _)| self.parameter(&self.rest[*at..]).is_some());
        let (text, rest) = self
            .rest
            .split_at(end.map_or(self.rest.len(), |(at, _)| at));
        self.rest = rest;
        Some(Segment::Literal(text))
    }
}

impl Segments {
    /// The parameter of the path that a text begins with, and how much of the text that is.
    fn parameter(&self, text: &str) -> Option<(usize, usize)> {
        let inner = text.strip_prefix('{')?;
        let mut parameters = self.parameters.iter().enumerate();
        let (index, found) = parameters.find(|(_, parameter)| {
            let rest = inner.strip_prefix(parameter.name);
            parameter.location == Location::Path && rest.is_some_and(|rest| rest.starts_with('}'))
        })?;
        Some((index, found.name.len() + 2))
    }
}

/// A parameter.
#[derive(Debug)]
pub struct Parameter {
    /// Its name on the wire.
    pub name: &'static str,
    /// Where it goes.
    pub location: Location,
    /// How it is written.
    pub style: Style,
    /// Whether each item of an array or object stands for itself.
    pub explode: bool,
    /// Whether reserved characters stay as they are.
    pub allow_reserved: bool,
    /// Whether it must be there.
    pub required: bool,
    /// Whether it names a call, and is made where none is given.
    pub idempotency: bool,
    // [check]
    /// Bounds of its value.
    pub bounds: Bounds,
    // [end]
}

impl Parameter {
    /// In the path, as it is: `value`.
    pub const fn path(name: &'static str) -> Self {
        Parameter {
            required: true,
            ..Parameter::new(name, Location::Path, Style::Simple, false)
        }
    }

    /// In the query: `name=value`, once for each item.
    pub const fn query(name: &'static str) -> Self {
        Parameter::new(name, Location::Query, Style::Form, true)
    }

    /// The whole query.
    pub const fn querystring(name: &'static str) -> Self {
        Parameter::new(name, Location::QueryString, Style::Form, true)
    }

    /// In a header, as it is.
    pub const fn header(name: &'static str) -> Self {
        Parameter::new(name, Location::Header, Style::Simple, false)
    }

    /// In a cookie: `name=value`.
    pub const fn cookie(name: &'static str) -> Self {
        Parameter::new(name, Location::Cookie, Style::Form, true)
    }

    const fn new(name: &'static str, location: Location, style: Style, explode: bool) -> Self {
        Parameter {
            name,
            location,
            style,
            explode,
            allow_reserved: false,
            required: false,
            idempotency: false,
            // [check]
            bounds: Bounds::NONE,
            // [end]
        }
    }

    // [check]
    /// The same with bounds of its value.
    #[must_use]
    pub const fn bounded(mut self, rules: &'static [Bound]) -> Self {
        self.bounds.rules = rules;
        self
    }

    /// The same with bounds of what is in its value.
    #[must_use]
    pub const fn each(mut self, items: &'static Bounds) -> Self {
        self.bounds.items = Some(items);
        self
    }
    // [end]

    /// The same, but it must be there.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// The same, but as what names a call: made where none is given, and the same for all its attempts.
    #[must_use]
    pub const fn idempotency(mut self) -> Self {
        self.idempotency = true;
        self
    }

    /// The same in another style.
    #[must_use]
    pub const fn styled(mut self, style: Style, explode: bool) -> Self {
        self.style = style;
        self.explode = explode;
        self
    }

    /// The same with reserved characters as they are.
    #[must_use]
    pub const fn reserved(mut self) -> Self {
        self.allow_reserved = true;
        self
    }
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// It is the query.
    QueryString,
    /// In a header.
    Header,
    /// In a cookie.
    Cookie,
}

/// How a parameter is written: the style values of OpenAPI.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// `;name=value`
    Matrix,
    /// `.value`
    Label,
    /// `value`
    Simple,
    /// `name=value`
    Form,
    /// `name=a%20b`
    SpaceDelimited,
    /// `name=a%7Cb`
    PipeDelimited,
    /// `name%5Bkey%5D=value`
    DeepObject,
    /// `name=value` in a cookie, nothing encoded.
    Cookie,
    /// As a document of this media type.
    Content(&'static str),
}

/// How a property of a form or multipart body is written.
#[derive(Debug)]
pub struct Encoding {
    /// The property.
    pub name: &'static str,
    /// Its media type, if the document gives one.
    pub content_type: Option<&'static str>,
    /// Whether each item of an array is a document of that type, and not the array.
    pub each: bool,
    /// Its style.
    pub style: Style,
    /// Whether each item of an array or object stands for itself.
    pub explode: bool,
    /// Whether reserved characters stay as they are.
    pub allow_reserved: bool,
}

impl Encoding {
    /// `name=value`, once for each item.
    pub const fn new(name: &'static str) -> Self {
        Encoding {
            name,
            content_type: None,
            each: false,
            style: Style::Form,
            explode: true,
            allow_reserved: false,
        }
    }

    /// The same as a document of a media type.
    #[must_use]
    pub const fn media(mut self, content_type: &'static str) -> Self {
        self.content_type = Some(content_type);
        self
    }

    /// The same with each item of an array as a document.
    #[must_use]
    pub const fn each(mut self) -> Self {
        self.each = true;
        self
    }

    /// The same in another style.
    #[must_use]
    pub const fn styled(mut self, style: Style, explode: bool) -> Self {
        self.style = style;
        self.explode = explode;
        self
    }

    /// The same with reserved characters as they are.
    #[must_use]
    pub const fn reserved(mut self) -> Self {
        self.allow_reserved = true;
        self
    }
}
