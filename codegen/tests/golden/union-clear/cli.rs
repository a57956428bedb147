//! The operations as commands.

use crate::runtime::cli::{Action, Flag, Payload, Service};

pub(crate) static SERVICE: Service = Service {
    name: "spec",
    about: "Clearing",
    api: &super::API,
    environment: &super::ENVIRONMENT,
    variables: &[],
    groups: &[DEFAULT],
};

const DEFAULT: &[Action] = &[
    Action::new("change-pet", "changePet", &super::default::CHANGE_PET)
        .flags(&[Flag::integer("id", "")])
        .body(&[Payload::json("application/json")]),
];
