//! The operations as commands.

use crate::runtime::cli::{Action, Service, Variable};

pub(crate) static SERVICE: Service = Service {
    name: "spec",
    about: "Golden",
    api: &super::API,
    environment: &super::ENVIRONMENT,
    variables: &[
        Variable::new("tenant", "tenant", "Your account."),
        Variable::new("version-variable", "version", ""),
    ],
    groups: &[X],
};

const X: &[Action] = &[
    Action::new("one", "one", &super::x::ONE),
    Action::new("two", "two", &super::x::TWO),
];
