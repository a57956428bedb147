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
    Action::new("find-things", "findThings", &super::things::FIND_THINGS)
        .flags(
            &[
                Flag::integer("id", ""),
                Flag::text("names", "").list(),
                Flag::choice("must", "", STATE),
                Flag::integer("ids", "").list(),
                Flag::json("filter", ""),
                Flag::text("raw", ""),
                Flag::json("json", ""),
                Flag::boolean("query-send", "").default("true"),
                Flag::format("x-trace", "", "UUID"),
                Flag::text("session", ""),
            ],
        ),
];

const STATE: &[&str] = &["on", "off"];
