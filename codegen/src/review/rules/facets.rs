//! In: where a schema is used and which facet of it changed. Out: the rule. Invariant: the id is made of the two, and
//! the wire verdict follows from whether more or less is allowed and which way the values go.

use std::sync::LazyLock;

use super::{Direction, Rule};
use crate::review::facts::schema::Limit;
use crate::review::report::Rust::{self, Major, Minor, Patch};
use crate::review::report::Wire::{self, Breaking, Compatible, Risky};

/// What a schema describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::review) enum Subject {
    /// A whole request body.
    RequestBody,
    /// Something inside a request body.
    RequestProperty,
    /// Something inside a request body that clients do not send.
    RequestReadOnlyProperty,
    /// A parameter in path, query or cookie.
    Parameter,
    /// A header parameter.
    HeaderParameter,
    /// Something inside a parameter.
    ParameterProperty,
    /// Something inside a header parameter.
    HeaderParameterProperty,
    /// A whole response body.
    ResponseBody,
    /// Something inside a response body.
    ResponseProperty,
    /// Something inside a response body that servers do not send.
    ResponseWriteOnlyProperty,
    /// A response header.
    ResponseHeader,
}

const SUBJECTS: [Subject; 11] = [
    Subject::RequestBody,
    Subject::RequestProperty,
    Subject::RequestReadOnlyProperty,
    Subject::Parameter,
    Subject::HeaderParameter,
    Subject::ParameterProperty,
    Subject::HeaderParameterProperty,
    Subject::ResponseBody,
    Subject::ResponseProperty,
    Subject::ResponseWriteOnlyProperty,
    Subject::ResponseHeader,
];

impl Subject {
    /// Which way its values go.
    pub(in crate::review) fn direction(self) -> Direction {
        match self {
            Self::RequestBody
            | Self::RequestProperty
            | Self::RequestReadOnlyProperty
            | Self::Parameter
            | Self::HeaderParameter
            | Self::ParameterProperty
            | Self::HeaderParameterProperty => Direction::Request,
            Self::ResponseBody
            | Self::ResponseProperty
            | Self::ResponseWriteOnlyProperty
            | Self::ResponseHeader => Direction::Response,
        }
    }

    /// The subject of the same values where the client is the one who gets the requests.
    pub(in crate::review) fn reversed(self) -> Self {
        match self {
            Self::RequestBody => Self::ResponseBody,
            Self::RequestProperty => Self::ResponseProperty,
            Self::RequestReadOnlyProperty => Self::ResponseWriteOnlyProperty,
            Self::Parameter | Self::HeaderParameter => Self::ResponseHeader,
            Self::ParameterProperty | Self::HeaderParameterProperty => Self::ResponseProperty,
            Self::ResponseBody => Self::RequestBody,
            Self::ResponseProperty => Self::RequestProperty,
            Self::ResponseWriteOnlyProperty => Self::RequestReadOnlyProperty,
            Self::ResponseHeader => Self::HeaderParameter,
        }
    }

    /// Whether its values go from the client to the server.
    pub(in crate::review) fn is_request(self) -> bool {
        self.direction() == Direction::Request
    }

    /// Whether it is inside of a parameter.
    pub(in crate::review) fn is_parameter_property(self) -> bool {
        matches!(
            self,
            Self::ParameterProperty | Self::HeaderParameterProperty
        )
    }

    /// What something inside of it is.
    pub(in crate::review) fn inner(self) -> Self {
        match self {
            Self::RequestBody | Self::RequestProperty | Self::RequestReadOnlyProperty => {
                Self::RequestProperty
            }
            Self::Parameter | Self::ParameterProperty => Self::ParameterProperty,
            Self::HeaderParameter | Self::HeaderParameterProperty => Self::HeaderParameterProperty,
            Self::ResponseBody
            | Self::ResponseProperty
            | Self::ResponseWriteOnlyProperty
            | Self::ResponseHeader => Self::ResponseProperty,
        }
    }

    fn prefix(self) -> &'static str {
        match self {
            Self::RequestBody => "request-body",
            Self::RequestProperty => "request-property",
            Self::RequestReadOnlyProperty => "request-read-only-property",
            Self::Parameter | Self::HeaderParameter => "request-parameter",
            Self::ParameterProperty => "request-parameter-property",
            Self::HeaderParameterProperty => "request-header-property",
            Self::ResponseBody => "response-body",
            Self::ResponseProperty => "response-property",
            Self::ResponseWriteOnlyProperty => "response-write-only-property",
            Self::ResponseHeader => "response-header",
        }
    }
}

/// One facet of a schema that can change.
struct Facet {
    id: String,
    request: Wire,
    response: Wire,
    rust: Rust,
    what: String,
}

/// Id, wire verdict for requests, wire verdict for responses, Rust verdict, what happened.
type Row = (&'static str, Wire, Wire, Rust, &'static str);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("type-changed", Breaking, Breaking, Major, "the type changed"),
    ("type-generalized", Compatible, Breaking, Major, "more types are allowed"),
    ("type-specialized", Breaking, Compatible, Major, "fewer types are allowed"),
    ("type-compatible", Compatible, Compatible, Major, "the type changed, and text is still read as before"),
    ("type-declared", Risky, Compatible, Patch, "the type is stated where it was only implied"),
    ("type-undeclared", Compatible, Risky, Patch, "the type is only implied where it was stated"),
    ("format-added", Risky, Compatible, Patch, "a number format was added"),
    ("format-removed", Compatible, Risky, Patch, "a number format was removed"),
    ("list-of-types-widened", Compatible, Breaking, Major, "the list of types grew"),
    ("list-of-types-narrowed", Breaking, Compatible, Major, "the list of types shrank"),
    ("became-nullable", Compatible, Breaking, Major, "null is allowed now"),
    ("became-not-nullable", Breaking, Compatible, Major, "null is no longer allowed"),
    ("became-impossible", Breaking, Compatible, Major, "no value is allowed any more"),
    ("became-possible", Compatible, Breaking, Major, "values are allowed where none were"),
    ("became-enum", Breaking, Compatible, Major, "the values were restricted to a list"),
    ("enum-removed", Compatible, Breaking, Major, "the list of values was lifted"),
    ("enum-value-added", Compatible, Risky, Minor, "a value was added to the list"),
    ("enum-value-removed", Breaking, Compatible, Major, "a value was removed from the list"),
    ("enum-value-renamed", Breaking, Risky, Major, "a value of the list is spelled another way"),
    ("x-extensible-enum-value-added", Compatible, Compatible, Patch, "a value was added to the extensible list"),
    ("x-extensible-enum-value-removed", Breaking, Compatible, Patch, "a value was removed from the extensible list"),
    ("const-added", Breaking, Compatible, Major, "the value was fixed"),
    ("const-changed", Breaking, Breaking, Major, "the fixed value changed"),
    ("const-removed", Compatible, Breaking, Major, "the value is no longer fixed"),
    ("default-value-added", Compatible, Compatible, Patch, "a default was added"),
    ("default-value-changed", Compatible, Compatible, Patch, "the default changed"),
    ("default-value-removed", Compatible, Compatible, Patch, "the default was removed"),
    ("pattern-added", Breaking, Compatible, Patch, "a pattern was added"),
    ("pattern-changed", Risky, Compatible, Patch, "the pattern changed"),
    ("pattern-generalized", Compatible, Risky, Patch, "the pattern allows everything now"),
    ("pattern-removed", Compatible, Compatible, Patch, "the pattern was removed"),
    ("unique-items-added", Breaking, Compatible, Patch, "the items have to be unique"),
    ("unique-items-removed", Compatible, Breaking, Patch, "the items need not be unique any more"),
    ("multiple-of-set", Breaking, Compatible, Patch, "multipleOf was added"),
    ("multiple-of-unset", Compatible, Breaking, Patch, "multipleOf was removed"),
    ("multiple-of-changed", Breaking, Breaking, Patch, "multipleOf changed"),
    ("content-encoding-changed", Breaking, Breaking, Patch, "the content encoding changed"),
    ("content-media-type-changed", Breaking, Breaking, Patch, "the content media type changed"),
    ("additional-properties-denied", Breaking, Compatible, Major, "further properties are not allowed any more"),
    ("additional-properties-allowed", Compatible, Compatible, Major, "further properties are allowed now"),
    ("additional-properties-typed", Breaking, Compatible, Major, "further properties got a schema"),
    ("additional-properties-untyped", Compatible, Breaking, Major, "further properties lost their schema"),
    ("items-added", Breaking, Compatible, Major, "the items got a schema"),
    ("items-removed", Compatible, Breaking, Major, "the items lost their schema"),
    ("prefix-items-added", Compatible, Breaking, Major, "an item was added to the tuple"),
    ("prefix-items-removed", Breaking, Compatible, Major, "an item was removed from the tuple"),
    ("one-of-added", Compatible, Breaking, Minor, "an alternative was added to oneOf"),
    ("one-of-removed", Breaking, Compatible, Major, "an alternative was removed from oneOf"),
    ("any-of-added", Compatible, Breaking, Minor, "an alternative was added to anyOf"),
    ("any-of-removed", Breaking, Compatible, Major, "an alternative was removed from anyOf"),
    ("wrapped-in-one-of", Risky, Breaking, Major, "there are alternatives to it now"),
    ("unwrapped-from-one-of", Breaking, Compatible, Major, "only one of the alternatives is left"),
    ("one-of-introduced", Breaking, Compatible, Major, "it has to be one of several alternatives now"),
    ("one-of-dropped", Compatible, Breaking, Major, "it need not be one of several alternatives any more"),
    ("any-of-introduced", Breaking, Compatible, Major, "it has to be any of several alternatives now"),
    ("any-of-dropped", Compatible, Breaking, Major, "it need not be any of several alternatives any more"),
    ("all-of-added", Compatible, Compatible, Patch, "an allOf branch was added that changes nothing else"),
    ("all-of-removed", Compatible, Compatible, Patch, "an allOf branch was removed that changes nothing else"),
    ("all-of-added-annotation-only", Compatible, Compatible, Patch, "an allOf branch with only annotations was added"),
    ("all-of-removed-annotation-only", Compatible, Compatible, Patch, "an allOf branch with only annotations was removed"),
    ("schema-replaced", Compatible, Compatible, Major, "it refers to another schema now"),
    ("discriminator-added", Compatible, Compatible, Patch, "a discriminator was added"),
    ("discriminator-removed", Compatible, Compatible, Patch, "the discriminator was removed"),
    ("discriminator-property-name-changed", Breaking, Breaking, Patch, "another property tells the alternatives apart"),
    ("discriminator-mapping-added", Compatible, Compatible, Patch, "a discriminator value was added"),
    ("discriminator-mapping-deleted", Breaking, Compatible, Patch, "a discriminator value was removed"),
    ("discriminator-mapping-changed", Breaking, Breaking, Patch, "a discriminator value means another schema"),
    ("dependent-required-added", Breaking, Compatible, Patch, "a property requires others now"),
    ("dependent-required-removed", Compatible, Breaking, Patch, "a property no longer requires others"),
    ("dependent-required-changed", Breaking, Breaking, Patch, "a property requires other ones"),
    ("required-key-added", Breaking, Compatible, Patch, "a property that has no schema became required"),
    ("required-key-removed", Compatible, Breaking, Patch, "a property that has no schema is no longer required"),
    ("not-changed", Risky, Risky, Patch, "what is excluded changed"),
    ("if-changed", Risky, Risky, Patch, "the condition changed"),
    ("deprecated", Compatible, Compatible, Minor, "it was deprecated"),
    ("deprecated-with-sunset", Compatible, Compatible, Minor, "it was deprecated and will go"),
    ("deprecated-sunset-invalid", Risky, Risky, Minor, "it was deprecated with a sunset that is no date"),
    ("deprecated-sunset-missing", Risky, Risky, Minor, "it was deprecated without the sunset that is asked for"),
    ("sunset-date-too-small", Risky, Risky, Minor, "it was deprecated with a sunset that is too soon"),
    ("reactivated", Compatible, Compatible, Patch, "it is no longer deprecated"),
    ("stability-decreased", Breaking, Breaking, Patch, "its stability level went down"),
    ("stability-increased", Compatible, Compatible, Patch, "its stability level went up"),
];

/// Keywords that restrict as soon as they are there, with what they restrict.
const RESTRICTING: [(&str, &str); 11] = [
    ("contains", "contains"),
    ("property-names", "propertyNames"),
    ("content-schema", "contentSchema"),
    ("if", "if"),
    ("then", "then"),
    ("else", "else"),
    ("unevaluated-items", "unevaluatedItems"),
    ("unevaluated-properties", "unevaluatedProperties"),
    (
        "pattern-property",
        "a schema for property names of a pattern",
    ),
    ("dependent-schema", "a schema that depends on a property"),
    ("not", "not"),
];

static FACETS: LazyLock<Vec<Facet>> = LazyLock::new(|| {
    let mut facets: Vec<Facet> = ROWS.iter().map(row).collect();
    facets.extend(RESTRICTING.iter().flat_map(restricting));
    facets.extend(Limit::ALL.into_iter().flat_map(limit));
    facets
});

fn row(&(id, request, response, rust, what): &Row) -> Facet {
    Facet {
        id: id.to_owned(),
        request,
        response,
        rust,
        what: what.to_owned(),
    }
}

fn restricting(&(id, what): &(&str, &str)) -> [Facet; 2] {
    let facet = |suffix: &str, request, response, verb: &str| Facet {
        id: format!("{id}-{suffix}"),
        request,
        response,
        rust: Patch,
        what: format!("{what} was {verb}"),
    };
    [
        facet("added", Breaking, Compatible, "added"),
        facet("removed", Compatible, Breaking, "removed"),
    ]
}

fn limit(limit: Limit) -> [Facet; 4] {
    let facet = |suffix: &str, tighter: bool, verb: &str| Facet {
        id: format!("{}-{suffix}", limit.id()),
        request: match (tighter, suffix) {
            (false, _) => Compatible,
            (true, "set") if often_documented_late(limit) => Risky,
            (true, _) => Breaking,
        },
        response: if tighter { Compatible } else { Breaking },
        rust: Patch,
        what: format!("{} was {verb}", limit.keyword()),
    };
    [
        facet("set", true, "added"),
        facet("unset", false, "removed"),
        facet("increased", !limit.is_upper(), "raised"),
        facet("decreased", limit.is_upper(), "lowered"),
    ]
}

/// Bounds of single values are mostly written down when the server had them all along; those of whole objects are not.
fn often_documented_late(limit: Limit) -> bool {
    match limit {
        Limit::MinLength
        | Limit::MaxLength
        | Limit::Min
        | Limit::Max
        | Limit::ExclusiveMin
        | Limit::ExclusiveMax
        | Limit::MinItems
        | Limit::MaxItems => true,
        Limit::MinProperties | Limit::MaxProperties | Limit::MinContains | Limit::MaxContains => {
            false
        }
    }
}

/// The rule for a facet of a schema at a subject.
pub(super) fn rule(subject: Subject, id: &str) -> Rule {
    match FACETS.iter().find(|facet| facet.id == id) {
        Some(facet) => combine(subject, facet),
        None => unknown(id),
    }
}

/// What an id that no table knows is taken for, so that a change is never lost.
pub(super) fn unknown(id: &str) -> Rule {
    debug_assert!(false, "no rule called {id}");
    Rule {
        id: id.to_owned(),
        wire: Risky,
        rust: Major,
        direction: Direction::Neither,
        what: "something changed".to_owned(),
    }
}

/// The rule with an id, if it is one of these.
pub(super) fn find(id: &str) -> Option<Rule> {
    let candidates = FACETS.iter().filter(|facet| id.ends_with(&facet.id));
    candidates
        .flat_map(|facet| SUBJECTS.into_iter().map(|subject| combine(subject, facet)))
        .find(|rule| rule.id == id)
}

/// Every combination.
pub(super) fn all() -> Vec<Rule> {
    let facets = FACETS.iter();
    facets
        .flat_map(|facet| SUBJECTS.into_iter().map(|subject| combine(subject, facet)))
        .collect()
}

fn combine(subject: Subject, facet: &Facet) -> Rule {
    let wire = if subject.is_request() {
        facet.request
    } else {
        facet.response
    };
    let id = facet.id.as_str();
    Rule {
        id: match (subject, id) {
            (Subject::ResponseBody, "enum-value-removed") => {
                "response-mediatype-enum-value-removed".to_owned()
            }
            _ => format!("{}-{id}", subject.prefix()),
        },
        wire: exception(subject, id).unwrap_or(wire),
        rust: facet.rust,
        direction: subject.direction(),
        what: facet.what.clone(),
    }
}

/// Where the subject matters more than the direction.
fn exception(subject: Subject, facet: &str) -> Option<Wire> {
    match (subject, facet) {
        // Nobody sends them this way.
        (Subject::RequestReadOnlyProperty | Subject::ResponseWriteOnlyProperty, _) => {
            Some(Compatible)
        }
        // A number is text on a query; what the server makes of it is another question.
        (Subject::ParameterProperty | Subject::HeaderParameterProperty, "type-changed") => {
            Some(Risky)
        }
        // What is not sent means something else from now on.
        (
            Subject::Parameter | Subject::HeaderParameter,
            "default-value-added" | "default-value-changed" | "default-value-removed",
        ) => Some(Breaking),
        _ => None,
    }
}
