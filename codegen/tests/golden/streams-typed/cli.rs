//! The operations as commands.

use crate::runtime::cli::{Action, Service};

pub(crate) static SERVICE: Service = Service {
    name: "spec",
    about: "Golden",
    api: &super::API,
    environment: &super::ENVIRONMENT,
    variables: &[],
    groups: &[THINGS],
};

const THINGS: &[Action] = &[
    Action::new("ask-either", "askEither", &super::things::ASK_EITHER),
    Action::new("get-embedded", "getEmbedded", &super::things::GET_EMBEDDED),
    Action::new("get-kinds", "getKinds", &super::things::GET_KINDS),
];
