//! Credentials from the environment. In: the variables of a process; out: secrets, of which there are enough for an
//! operation. Invariant: what is missing is named by its variable.

use super::super::credentials::Secrets;
use super::super::endpoint::Endpoint;
use super::io::Io;
use super::problem::Problem;
use super::tables::Service;

/// In place of a secret that is not to be shown.
pub(super) const REDACTED: &str = "REDACTED";

/// Looks whether there is what an operation needs.
pub(super) fn enough(
    service: &Service,
    endpoint: &Endpoint,
    secrets: &Secrets,
    io: &Io<'_>,
) -> Result<(), Problem> {
    if secrets.suffice(endpoint) {
        return Ok(());
    }
    let given = |name: &str| (io.variable)(name).is_some_and(|value| !value.is_empty());
    let mut begun = endpoint.security.iter();
    let begun = begun.find_map(|schemes| service.environment.lacks(schemes, &given));
    let wanted = begun.unwrap_or_else(|| described(service, endpoint));
    Err(Problem::wrong(format!(
        "{} needs credentials; set {wanted} in the environment",
        endpoint.id
    )))
}

/// The variables that an operation takes, by its alternatives.
pub(super) fn described(service: &Service, endpoint: &Endpoint) -> String {
    service.environment.described(endpoint.security)
}
