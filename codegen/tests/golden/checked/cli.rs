//! The operations as commands.

use crate::runtime::cli::{Action, Flag, Payload, Service};

pub(crate) static SERVICE: Service = Service {
    name: "spec",
    about: "Golden",
    api: &super::API,
    environment: &super::ENVIRONMENT,
    variables: &[],
    groups: &[ORDERS],
};

const ORDERS: &[Action] = &[
    Action::new("put-order", "putOrder", &super::orders::PUT_ORDER)
        .flags(&[Flag::text("ids", "").list(), Flag::integer("limit", "")])
        .body(&[Payload::json("application/json")]),
    Action::new("put-notes", "putNotes", &super::orders::PUT_NOTES)
        .optional_body(&[Payload::json("application/json")]),
    Action::new("put-file", "putFile", &super::orders::PUT_FILE)
        .body(&[Payload::multipart("multipart/form-data")]),
];
