//! The operations as commands.

#[allow(unused_imports)]
use crate::runtime::cli::{Action, Service};

pub(crate) static SERVICE: Service = Service {
    name: "spec",
    about: "Golden",
    api: &super::API,
    environment: &super::ENVIRONMENT,
    variables: &[],
    groups: &[WEBHOOKS],
};

#[cfg(feature = "spec-webhooks")]
const WEBHOOKS: &[Action] = &[
    Action::new("subscribe", "subscribe", &super::webhooks::SUBSCRIBE),
];

#[cfg(not(feature = "spec-webhooks"))]
const WEBHOOKS: &[Action] = &[];
