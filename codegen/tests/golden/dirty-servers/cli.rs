//! The operations as commands.

use crate::runtime::cli::{Action, Service, Variable};

pub(crate) static SERVICE: Service = Service {
    name: "spec",
    about: "Golden",
    api: &super::API,
    environment: &super::ENVIRONMENT,
    variables: &[
        Variable::new("region", "region", ""),
        Variable::new("version-variable", "version", ""),
    ],
    groups: &[THINGS],
};

const THINGS: &[Action] = &[Action::new("one", "one", &super::things::ONE)];
