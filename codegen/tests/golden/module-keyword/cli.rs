//! The operations as commands.

use crate::runtime::cli::{Action, Service};

pub(crate) static SERVICE: Service = Service {
    name: "const",
    about: "Golden",
    api: &super::API,
    environment: &super::ENVIRONMENT,
    variables: &[],
    groups: &[THINGS],
};

const THINGS: &[Action] = &[
    Action::new("get-thing", "getThing", &super::things::GET_THING),
];
