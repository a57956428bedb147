//! The operations as commands.

use crate::runtime::cli::{Action, Flag, Service};

pub(crate) static SERVICE: Service = Service {
    name: "spec",
    about: "Golden",
    api: &super::API,
    environment: &super::ENVIRONMENT,
    variables: &[],
    groups: &[THINGS],
};

const THINGS: &[Action] = &[
    Action::new("list-things", "listThings", &super::things::LIST_THINGS)
        .flags(&[Flag::integer("offset", ""), Flag::integer("limit", "")])
        .pages::<super::things::ListThings>(),
];
