//! In: an id. Out: the rule, for everything that is not a facet of one schema. Invariant: one row a rule.

use super::Direction::{self, Neither, Request, Response};
use super::Rule;
use crate::review::report::Rust::{self, Major, Minor, Patch};
use crate::review::report::Wire::{self, Breaking, Compatible, Risky};

/// Id, wire verdict, Rust verdict, direction, what happened.
type Row = (&'static str, Wire, Rust, Direction, &'static str);

/// Paths, operations and what is said about their life.
#[rustfmt::skip]
const OPERATIONS: &[Row] = &[
    ("endpoint-added", Compatible, Minor, Neither, "an operation was added"),
    ("endpoint-moved", Breaking, Patch, Neither, "an operation has another path"),
    ("api-path-removed-without-deprecation", Breaking, Major, Neither, "a path was removed without deprecation"),
    ("api-path-removed-with-deprecation", Compatible, Major, Neither, "a path was removed after its deprecation"),
    ("api-path-removed-before-sunset", Breaking, Major, Neither, "a path was removed before its sunset"),
    ("api-removed-without-deprecation", Breaking, Major, Neither, "an operation was removed without deprecation"),
    ("api-removed-with-deprecation", Compatible, Major, Neither, "an operation was removed after its deprecation"),
    ("api-removed-before-sunset", Breaking, Major, Neither, "an operation was removed before its sunset"),
    ("api-path-sunset-parse", Breaking, Patch, Neither, "the sunset of an operation is no date"),
    ("api-deprecated-sunset-parse", Breaking, Minor, Neither, "an operation was deprecated with a sunset that is no date"),
    ("api-deprecated-sunset-missing", Breaking, Minor, Neither, "an operation was deprecated without the sunset that is asked for"),
    ("api-sunset-date-changed-too-small", Breaking, Patch, Neither, "a sunset was moved to a day that has passed"),
    ("api-sunset-date-too-small", Breaking, Minor, Neither, "an operation was deprecated with a sunset that is too soon"),
    ("api-sunset-date-changed", Compatible, Patch, Neither, "a sunset was moved"),
    ("sunset-deleted", Breaking, Patch, Neither, "an operation is still deprecated, but its sunset was taken away"),
    ("endpoint-deprecated", Compatible, Minor, Neither, "an operation was deprecated"),
    ("endpoint-deprecated-with-sunset", Compatible, Minor, Neither, "an operation was deprecated and will go"),
    ("endpoint-reactivated", Compatible, Patch, Neither, "an operation is no longer deprecated"),
    ("api-invalid-stability-level", Breaking, Patch, Neither, "a stability level is none of draft, alpha, beta and stable"),
    ("api-stability-decreased", Breaking, Patch, Neither, "the stability level of an operation went down"),
    ("api-stability-increased", Compatible, Patch, Neither, "the stability level of an operation went up"),
    ("api-operation-id-added", Compatible, Major, Neither, "an operation got an id, which names its method"),
    ("api-operation-id-removed", Compatible, Major, Neither, "the id of an operation changed or went, and with it the name of its method"),
    ("api-tag-added", Compatible, Patch, Neither, "a tag was added to an operation"),
    ("api-tag-removed", Compatible, Patch, Neither, "a tag was removed from an operation"),
    ("path-parameter-renamed", Compatible, Patch, Neither, "a path parameter has another name, which nobody sends"),
    ("webhook-added", Compatible, Patch, Neither, "a webhook was added"),
    ("webhook-removed", Breaking, Patch, Neither, "a webhook was removed"),
    ("callback-added", Compatible, Patch, Neither, "a callback was added"),
    ("callback-removed", Breaking, Patch, Neither, "a callback was removed"),
    ("api-version-not-bumped", Compatible, Patch, Neither, "something breaks and the version stayed"),
    ("api-version-decreased", Compatible, Patch, Neither, "something breaks and the version went down"),
    ("api-major-version-not-bumped", Compatible, Patch, Neither, "something breaks and the major version stayed"),
];

/// Parameters as such.
#[rustfmt::skip]
const PARAMETERS: &[Row] = &[
    ("new-optional-request-parameter", Compatible, Minor, Request, "an optional parameter was added"),
    ("new-required-request-parameter", Breaking, Major, Request, "a required parameter was added"),
    ("new-request-path-parameter", Breaking, Major, Request, "a path parameter was added"),
    ("new-optional-request-default-parameter-to-existing-path", Compatible, Minor, Request, "an optional parameter was added to a path"),
    ("new-required-request-default-parameter-to-existing-path", Breaking, Major, Request, "a required parameter was added to a path"),
    ("request-parameter-removed", Risky, Major, Request, "a parameter was removed"),
    ("request-parameter-removed-with-deprecation", Compatible, Major, Request, "a parameter was removed after its deprecation"),
    ("request-parameter-removed-before-sunset", Breaking, Major, Request, "a parameter was removed before its sunset"),
    ("request-parameter-became-required", Breaking, Major, Request, "a parameter became required"),
    ("request-parameter-became-optional", Compatible, Major, Request, "a parameter became optional"),
    ("request-parameter-deprecated", Compatible, Minor, Request, "a parameter was deprecated"),
    ("request-parameter-deprecated-sunset-missing", Breaking, Minor, Request, "a parameter was deprecated without the sunset that is asked for"),
    ("request-parameter-reactivated", Compatible, Patch, Request, "a parameter is no longer deprecated"),
    ("request-parameter-sunset-deleted", Breaking, Patch, Request, "a parameter is still deprecated, but its sunset was taken away"),
    ("request-parameter-sunset-parse", Breaking, Patch, Request, "the sunset of a parameter is no date"),
    ("request-parameter-sunset-date-changed-too-small", Breaking, Patch, Request, "the sunset of a parameter was moved to a day that has passed"),
    ("request-parameter-sunset-date-too-small", Breaking, Minor, Request, "a parameter was deprecated with a sunset that is too soon"),
    ("request-parameter-sunset-date-changed", Compatible, Patch, Request, "the sunset of a parameter was moved"),
    ("request-parameter-style-changed", Breaking, Patch, Request, "a parameter is written in another style"),
    ("request-parameter-explode-changed", Breaking, Patch, Request, "arrays and objects of a parameter are spread differently"),
    ("request-parameter-allow-reserved-changed", Risky, Patch, Request, "reserved characters of a parameter are encoded differently"),
    ("request-parameter-empty-value-allowed", Compatible, Patch, Request, "a parameter may be empty now"),
    ("request-parameter-empty-value-denied", Breaking, Patch, Request, "a parameter may not be empty any more"),
    ("request-parameter-media-type-changed", Breaking, Patch, Request, "a parameter is written in another media type"),
    ("request-parameter-order-changed", Compatible, Major, Request, "required parameters, which are arguments of the method, are in another order"),
];

/// Properties as such.
#[rustfmt::skip]
const PROPERTIES: &[Row] = &[
    ("new-optional-request-property", Compatible, Minor, Request, "an optional property was added"),
    ("new-required-request-property", Breaking, Major, Request, "a required property was added"),
    ("new-required-request-property-with-default", Breaking, Major, Request, "a required property with a default was added"),
    ("request-property-removed", Risky, Major, Request, "a property was removed"),
    ("request-property-became-required", Breaking, Major, Request, "a property became required"),
    ("request-property-became-required-with-default", Breaking, Major, Request, "a property with a default became required"),
    ("request-property-became-optional", Compatible, Major, Request, "a property became optional"),
    ("request-required-property-renamed", Breaking, Major, Request, "a required property has another name"),
    ("request-optional-property-renamed", Risky, Major, Request, "an optional property has another name"),
    ("new-optional-request-parameter-property", Compatible, Minor, Request, "an optional property of a parameter was added"),
    ("new-required-request-parameter-property", Breaking, Major, Request, "a required property of a parameter was added"),
    ("request-parameter-property-removed", Risky, Major, Request, "a property of a parameter was removed"),
    ("request-parameter-property-became-required", Breaking, Major, Request, "a property of a parameter became required"),
    ("request-parameter-property-became-optional", Compatible, Major, Request, "a property of a parameter became optional"),
    ("new-optional-request-header-property", Compatible, Minor, Request, "an optional property of a header was added"),
    ("new-required-request-header-property", Breaking, Major, Request, "a required property of a header was added"),
    ("request-header-property-removed", Risky, Major, Request, "a property of a header was removed"),
    ("request-header-property-became-required", Breaking, Major, Request, "a property of a header became required"),
    ("request-header-property-became-optional", Compatible, Major, Request, "a property of a header became optional"),
    ("request-optional-property-became-read-only", Compatible, Patch, Request, "an optional property is sent by the server only"),
    ("request-optional-property-became-not-read-only", Compatible, Patch, Request, "an optional property is no longer sent by the server only"),
    ("request-optional-property-became-write-only", Compatible, Patch, Request, "an optional property is sent by clients only"),
    ("request-optional-property-became-not-write-only", Compatible, Patch, Request, "an optional property is no longer sent by clients only"),
    ("request-required-property-became-read-only", Compatible, Major, Request, "a required property is sent by the server only"),
    ("request-required-property-became-not-read-only", Compatible, Major, Request, "a required property is no longer sent by the server only"),
    ("request-required-property-became-write-only", Compatible, Patch, Request, "a required property is sent by clients only"),
    ("request-required-property-became-not-write-only", Compatible, Patch, Request, "a required property is no longer sent by clients only"),
    ("response-optional-property-added", Compatible, Minor, Response, "an optional property was added"),
    ("response-required-property-added", Compatible, Major, Response, "a required property was added"),
    ("response-optional-write-only-property-added", Compatible, Minor, Response, "an optional property that servers do not send was added"),
    ("response-required-write-only-property-added", Compatible, Major, Response, "a required property that servers do not send was added"),
    ("response-optional-property-removed", Risky, Major, Response, "an optional property was removed"),
    ("response-required-property-removed", Breaking, Major, Response, "a required property was removed"),
    ("response-optional-write-only-property-removed", Compatible, Major, Response, "an optional property that servers do not send was removed"),
    ("response-required-write-only-property-removed", Compatible, Major, Response, "a required property that servers do not send was removed"),
    ("response-required-property-renamed", Breaking, Major, Response, "a required property has another name"),
    ("response-optional-property-renamed", Risky, Major, Response, "an optional property has another name"),
    ("response-property-became-optional", Breaking, Major, Response, "a property became optional"),
    ("response-property-became-required", Compatible, Major, Response, "a property became required"),
    ("response-write-only-property-became-optional", Compatible, Major, Response, "a property that servers do not send became optional"),
    ("response-write-only-property-became-required", Compatible, Major, Response, "a property that servers do not send became required"),
    ("response-optional-property-became-read-only", Compatible, Patch, Response, "an optional property is sent by the server only"),
    ("response-optional-property-became-not-read-only", Compatible, Patch, Response, "an optional property is no longer sent by the server only"),
    ("response-optional-property-became-write-only", Compatible, Patch, Response, "an optional property is sent by clients only"),
    ("response-optional-property-became-not-write-only", Compatible, Patch, Response, "an optional property is no longer sent by clients only"),
    ("response-required-property-became-read-only", Compatible, Patch, Response, "a required property is sent by the server only"),
    ("response-required-property-became-not-read-only", Compatible, Patch, Response, "a required property is no longer sent by the server only"),
    ("response-required-property-became-write-only", Compatible, Major, Response, "a required property is sent by clients only"),
    ("response-required-property-became-not-write-only", Risky, Major, Response, "a required property is no longer sent by clients only"),
];

/// Bodies, responses and headers as such.
#[rustfmt::skip]
const MESSAGES: &[Row] = &[
    ("request-body-added-optional", Compatible, Minor, Request, "an optional request body was added"),
    ("request-body-added-required", Breaking, Major, Request, "a required request body was added"),
    ("request-body-removed", Breaking, Major, Request, "the request body was removed"),
    ("request-body-became-required", Breaking, Major, Request, "the request body became required"),
    ("request-body-became-optional", Compatible, Major, Request, "the request body became optional"),
    ("request-body-media-type-added", Compatible, Minor, Request, "a media type was added to the request body"),
    ("request-body-media-type-removed", Breaking, Major, Request, "a media type was removed from the request body"),
    ("request-body-media-type-schema-added", Breaking, Major, Request, "a media type of the request body got a schema"),
    ("request-body-media-type-schema-removed", Compatible, Major, Request, "a media type of the request body lost its schema"),
    ("request-body-encoding-changed", Breaking, Patch, Request, "a part of the request body is encoded differently"),
    ("response-success-status-added", Compatible, Minor, Response, "a success status was added"),
    ("response-success-status-removed", Breaking, Major, Response, "a success status was removed"),
    ("response-non-success-status-added", Compatible, Minor, Response, "an error status was added"),
    ("response-non-success-status-removed", Compatible, Major, Response, "an error status was removed"),
    ("response-media-type-added", Compatible, Patch, Response, "a media type was added to a response"),
    ("response-media-type-removed", Breaking, Major, Response, "a media type was removed from a response"),
    ("response-media-type-name-changed", Compatible, Patch, Response, "a media type of a response has other parameters"),
    ("response-media-type-name-generalized", Breaking, Patch, Response, "a media type of a response became less specific"),
    ("response-media-type-name-specialized", Compatible, Patch, Response, "a media type of a response became more specific"),
    ("response-body-media-type-schema-added", Compatible, Major, Response, "a media type of a response got a schema"),
    ("response-body-media-type-schema-removed", Risky, Major, Response, "a media type of a response lost its schema"),
    ("response-header-added", Compatible, Minor, Response, "a response header was added"),
    ("optional-response-header-removed", Risky, Major, Response, "an optional response header was removed"),
    ("required-response-header-removed", Breaking, Major, Response, "a required response header was removed"),
    ("response-header-became-optional", Breaking, Major, Response, "a response header became optional"),
    ("response-header-became-required", Compatible, Major, Response, "a response header became required"),
    ("response-header-style-changed", Breaking, Patch, Response, "a response header is written in another style"),
];

/// Who may call, and where.
#[rustfmt::skip]
const SURROUNDINGS: &[Row] = &[
    ("api-security-required", Breaking, Minor, Neither, "an operation that was open asks for credentials"),
    ("api-security-added", Compatible, Minor, Neither, "another way to authenticate was added"),
    ("api-security-removed", Compatible, Patch, Neither, "an operation no longer asks for credentials"),
    ("api-security-alternative-removed", Breaking, Patch, Neither, "a way to authenticate was removed"),
    ("api-security-strengthened", Breaking, Patch, Neither, "more credentials are asked for together"),
    ("api-security-weakened", Compatible, Patch, Neither, "fewer credentials are asked for together"),
    ("api-security-scope-added", Breaking, Patch, Neither, "another scope is asked for"),
    ("api-security-scope-removed", Compatible, Patch, Neither, "a scope is no longer asked for"),
    ("api-global-security-required", Breaking, Minor, Neither, "an API that was open asks for credentials"),
    ("api-global-security-added", Compatible, Minor, Neither, "another way to authenticate was added for the whole API"),
    ("api-global-security-removed", Compatible, Patch, Neither, "the whole API no longer asks for credentials"),
    ("api-global-security-alternative-removed", Breaking, Patch, Neither, "a way to authenticate was removed for the whole API"),
    ("api-global-security-strengthened", Breaking, Patch, Neither, "more credentials are asked for together for the whole API"),
    ("api-global-security-weakened", Compatible, Patch, Neither, "fewer credentials are asked for together for the whole API"),
    ("api-global-security-scope-added", Breaking, Patch, Neither, "another scope is asked for by the whole API"),
    ("api-global-security-scope-removed", Compatible, Patch, Neither, "a scope is no longer asked for by the whole API"),
    ("api-security-component-added", Compatible, Minor, Neither, "a security scheme was added"),
    ("api-security-component-removed", Compatible, Major, Neither, "a security scheme was removed"),
    ("api-security-component-type-changed", Breaking, Major, Neither, "the type of a security scheme changed"),
    ("api-security-component-api-key-moved", Breaking, Patch, Neither, "an API key is sent in another place"),
    ("api-security-component-api-key-name-changed", Breaking, Patch, Neither, "an API key is sent under another name"),
    ("api-security-component-http-scheme-changed", Breaking, Major, Neither, "another HTTP authentication scheme is used"),
    ("api-security-component-bearer-format-changed", Compatible, Patch, Neither, "the hint at the format of a bearer token changed"),
    ("api-security-component-open-id-url-changed", Risky, Patch, Neither, "the OpenID Connect discovery URL changed"),
    ("api-security-component-oauth-flow-added", Compatible, Patch, Neither, "an OAuth flow was added"),
    ("api-security-component-oauth-flow-removed", Risky, Patch, Neither, "an OAuth flow was removed"),
    ("api-security-component-oauth-scope-added", Compatible, Patch, Neither, "an OAuth scope was added"),
    ("api-security-component-oauth-scope-changed", Compatible, Patch, Neither, "the description of an OAuth scope changed"),
    ("api-security-component-oauth-scope-removed", Compatible, Patch, Neither, "an OAuth scope was removed"),
    ("api-security-component-oauth-token-url-changed", Compatible, Patch, Neither, "the token URL of an OAuth flow changed"),
    ("api-security-component-oauth-url-changed", Compatible, Patch, Neither, "the authorization URL of an OAuth flow changed"),
    ("document-added", Compatible, Minor, Neither, "an API was added"),
    ("document-removed", Breaking, Major, Neither, "an API was removed"),
    ("server-url-changed", Risky, Patch, Neither, "a server has another address"),
    ("server-added", Compatible, Patch, Neither, "a server was added"),
    ("server-removed", Risky, Patch, Neither, "a server was removed"),
    ("server-variable-added", Compatible, Minor, Neither, "a server variable was added"),
    ("server-variable-removed", Compatible, Major, Neither, "a server variable was removed"),
    ("server-variable-default-changed", Risky, Patch, Neither, "the default of a server variable changed"),
    ("server-variable-value-added", Compatible, Patch, Neither, "a value of a server variable was added"),
    ("server-variable-value-removed", Risky, Patch, Neither, "a value of a server variable was removed"),
    ("api-schema-removed", Compatible, Major, Neither, "a named schema was removed"),
    ("rust-item-added", Compatible, Minor, Neither, "a public item of the generated crate is new, which no other change explains"),
    ("rust-item-changed", Compatible, Major, Neither, "a public item of the generated crate is another, which no other change explains"),
    ("rust-item-removed", Compatible, Major, Neither, "a public item of the generated crate is gone, which no other change explains"),
    ("setting-added", Compatible, Patch, Neither, "a setting beside the document is new"),
    ("setting-changed", Compatible, Patch, Neither, "a setting beside the document is another"),
    ("setting-removed", Compatible, Patch, Neither, "a setting beside the document is gone"),
    ("schema-renamed", Compatible, Major, Neither, "a schema has another name, and its type with it"),
];

/// Wire verdicts that are others for webhooks and callbacks, whose requests the server sends and the client answers.
#[rustfmt::skip]
const REVERSED: &[(&str, Wire)] = &[
    ("new-required-request-parameter", Compatible),
    ("request-parameter-became-required", Compatible),
    ("request-parameter-became-optional", Breaking),
    ("request-parameter-empty-value-allowed", Breaking),
    ("request-parameter-empty-value-denied", Compatible),
    ("request-body-added-required", Compatible),
    ("request-body-became-required", Compatible),
    ("request-body-became-optional", Breaking),
    ("request-body-media-type-added", Breaking),
    ("request-body-media-type-removed", Compatible),
    ("request-body-media-type-schema-added", Compatible),
    ("request-body-media-type-schema-removed", Risky),
    ("response-media-type-name-generalized", Compatible),
    ("response-media-type-name-specialized", Breaking),
    ("response-body-media-type-schema-added", Breaking),
    ("response-body-media-type-schema-removed", Compatible),
    ("required-response-header-removed", Risky),
    ("response-header-became-optional", Compatible),
    ("response-header-became-required", Breaking),
];

/// The wire verdict of a rule for webhooks and callbacks, where it is another one.
pub(super) fn reversed(id: &str) -> Option<Wire> {
    let row = REVERSED.iter().find(|(other, _)| *other == id);
    row.map(|(_, wire)| *wire)
}

fn rows() -> impl Iterator<Item = &'static Row> {
    [OPERATIONS, PARAMETERS, PROPERTIES, MESSAGES, SURROUNDINGS]
        .into_iter()
        .flatten()
}

fn rule(&(id, wire, rust, direction, what): &Row) -> Rule {
    Rule {
        id: id.to_owned(),
        wire,
        rust,
        direction,
        what: what.to_owned(),
    }
}

/// The rule with an id, if it is one of these.
pub(super) fn find(id: &str) -> Option<Rule> {
    rows().find(|row| row.0 == id).map(rule)
}

/// All of them.
pub(super) fn all() -> Vec<Rule> {
    rows().map(rule).collect()
}
