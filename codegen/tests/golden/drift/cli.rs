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

const X: &[Action] = &[Action::new("get-thing", "getThing", &super::x::GET_THING)];
