//! Webhooks and callbacks: the requests that the server sends by itself. In: nothing; out: plain data. Invariant: what
//! their bodies hold is received by the user of the client, and what answers them is sent.

use super::{Body, Docs, Name, OutcomeCase, Parameter};
use crate::source::Origin;

/// A webhook, or a callback of an operation, under one method.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// The function that reads its body.
    pub name: Name,
    /// Its key in `webhooks`, or in the `callbacks` of an operation.
    pub wire_name: String,
    /// Which operation asks for it, and where it goes; `None` for a webhook.
    pub callback: Option<Callback>,
    /// The HTTP method, in capitals.
    pub method: String,
    /// Its prose.
    pub docs: Docs,
    /// `deprecated: true`.
    pub deprecated: bool,
    /// Its parameters: required ones first.
    pub parameters: Vec<Parameter>,
    /// Its request body.
    pub body: Option<Body>,
    /// What the server expects as an answer: codes first, then ranges, then default.
    pub responses: Vec<OutcomeCase>,
    /// Where it was found.
    pub origin: Origin,
}

/// What makes a webhook a callback.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Callback {
    /// The id of the operation that asks for it.
    pub operation: String,
    /// The runtime expression of the URL it goes to (`{$request.body#/url}`).
    pub expression: String,
}
