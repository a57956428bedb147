//! The operations as commands.

use crate::runtime::cli::{Action, Payload, Service};

pub(crate) static SERVICE: Service = Service {
    name: "spec",
    about: "Golden",
    api: &super::API,
    environment: &super::ENVIRONMENT,
    variables: &[],
    groups: &[THINGS],
};

const THINGS: &[Action] = &[
    Action::new("put-thing", "putThing", &super::things::PUT_THING)
        .body(&[Payload::json("application/json")]),
];
