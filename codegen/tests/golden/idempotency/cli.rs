//! The operations as commands.

use crate::runtime::cli::{Action, Flag, Service};

pub(crate) static SERVICE: Service = Service {
    name: "spec",
    about: "Golden",
    api: &super::API,
    environment: &super::ENVIRONMENT,
    variables: &[],
    groups: &[X],
};

const X: &[Action] = &[
    Action::new("optional", "optional", &super::x::OPTIONAL)
        .flags(&[Flag::text("idempotency-key", "Tells calls apart.")]),
    Action::new("required", "required", &super::x::REQUIRED)
        .flags(&[Flag::format("x-request-idempotency", "", "UUID")]),
    Action::new("others", "others", &super::x::OTHERS)
        .flags(
            &[
                Flag::text("idempotency-key", ""),
                Flag::text("header-idempotency-key", ""),
                Flag::text("x-idempotency-key", ""),
                Flag::text("idempotency-key-expiry", ""),
                Flag::integer("idempotency-token", ""),
            ],
        ),
];
