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
    Action::new("create-thing", "createThing", &super::things::CREATE_THING)
        .body(
            &[
                Payload::json("application/json"),
                Payload::form("application/x-www-form-urlencoded"),
                Payload::text("text/plain"),
                Payload::bytes("application/octet-stream"),
            ],
        ),
    Action::new("replace-thing", "replaceThing", &super::things::REPLACE_THING)
        .optional_body(&[Payload::json("application/json"), Payload::text("text/plain")]),
];
