//! The operations as commands.

use crate::runtime::cli::{Action, Service};

pub(crate) static SERVICE: Service = Service {
    name: "spec",
    about: "Golden",
    api: &super::API,
    environment: &super::ENVIRONMENT,
    variables: &[],
    groups: &[X],
};

const X: &[Action] = &[
    Action::new("with-any", "withAny", &super::x::WITH_ANY),
    Action::new("with-http", "withHttp", &super::x::WITH_HTTP),
    Action::new("with-token", "withToken", &super::x::WITH_TOKEN),
    Action::new("with-both", "withBoth", &super::x::WITH_BOTH),
];
