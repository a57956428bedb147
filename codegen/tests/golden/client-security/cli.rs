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
    Action::new("one", "one", &super::x::ONE),
    Action::new("two", "two", &super::x::TWO),
    Action::new("three", "three", &super::x::THREE),
    Action::new("four", "four", &super::x::FOUR),
];
