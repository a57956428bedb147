//! Outcomes: in, the responses of an operation; out, which of them are successes, and what each is called. Invariant:
//! every response is on one side.

use crate::ir::StatusKey;
use crate::lower::draft::{Draft, Response};

/// The responses of success and those of failure.
pub(super) fn split(responses: &[Response]) -> (Vec<&Response>, Vec<&Response>) {
    let good = |response: &&Response| match response.status {
        StatusKey::Code(code) => code < 400,
        StatusKey::Range(class) => class < 4,
        StatusKey::Default => false,
    };
    let named = responses.iter().any(|response| good(&response));
    responses
        .iter()
        .partition(|response| good(response) || response.status == StatusKey::Default && !named)
}

/// Whether the successes have no more than one type of body between them.
pub(super) fn is_plain(draft: &Draft, responses: &[Response]) -> bool {
    let (good, _) = split(responses);
    let empty = good.iter().any(|response| response.contents.is_empty());
    let bodies = good.iter().flat_map(|response| &response.contents);
    let mut targets = bodies.map(|content| draft.target(content.node));
    let first = targets.next();
    first.is_none() || !empty && targets.all(|target| Some(target) == first)
}

/// What a status is called (RFC 9110, section 15, and the registry of IANA).
pub(super) fn status_name(status: StatusKey) -> String {
    let code = match status {
        StatusKey::Code(code) => code,
        StatusKey::Range(class) => return format!("Status{class}xx"),
        StatusKey::Default => return "Default".to_owned(),
    };
    let name = match code {
        100 => "Continue",
        101 => "SwitchingProtocols",
        102 => "Processing",
        103 => "EarlyHints",
        200 => "Ok",
        201 => "Created",
        202 => "Accepted",
        203 => "NonAuthoritativeInformation",
        204 => "NoContent",
        205 => "ResetContent",
        206 => "PartialContent",
        207 => "MultiStatus",
        208 => "AlreadyReported",
        226 => "ImUsed",
        300 => "MultipleChoices",
        301 => "MovedPermanently",
        302 => "Found",
        303 => "SeeOther",
        304 => "NotModified",
        305 => "UseProxy",
        307 => "TemporaryRedirect",
        308 => "PermanentRedirect",
        400..=499 => return client_error(code),
        500..=599 => return server_error(code),
        _ => return format!("Status{code}"),
    };
    name.to_owned()
}

fn client_error(code: u16) -> String {
    let name = match code {
        400 => "BadRequest",
        401 => "Unauthorized",
        402 => "PaymentRequired",
        403 => "Forbidden",
        404 => "NotFound",
        405 => "MethodNotAllowed",
        406 => "NotAcceptable",
        407 => "ProxyAuthenticationRequired",
        408 => "RequestTimeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "LengthRequired",
        412 => "PreconditionFailed",
        413 => "ContentTooLarge",
        414 => "UriTooLong",
        415 => "UnsupportedMediaType",
        416 => "RangeNotSatisfiable",
        417 => "ExpectationFailed",
        421 => "MisdirectedRequest",
        422 => "UnprocessableContent",
        423 => "Locked",
        424 => "FailedDependency",
        425 => "TooEarly",
        426 => "UpgradeRequired",
        428 => "PreconditionRequired",
        429 => "TooManyRequests",
        431 => "RequestHeaderFieldsTooLarge",
        451 => "UnavailableForLegalReasons",
        _ => return format!("Status{code}"),
    };
    name.to_owned()
}

fn server_error(code: u16) -> String {
    let name = match code {
        500 => "InternalServerError",
        501 => "NotImplemented",
        502 => "BadGateway",
        503 => "ServiceUnavailable",
        504 => "GatewayTimeout",
        505 => "HttpVersionNotSupported",
        506 => "VariantAlsoNegotiates",
        507 => "InsufficientStorage",
        508 => "LoopDetected",
        511 => "NetworkAuthenticationRequired",
        _ => return format!("Status{code}"),
    };
    name.to_owned()
}
