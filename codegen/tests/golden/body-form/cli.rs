//! The operations as commands.

use crate::runtime::cli::{Action, Payload, Service};

pub(crate) static SERVICE: Service = Service {
    name: "spec",
    about: "Golden",
    api: &super::API,
    environment: &super::ENVIRONMENT,
    variables: &[],
    groups: &[THINGS],
};

const THINGS: &[Action] = &[
    Action::new("add-thing", "addThing", &super::things::ADD_THING)
        .body(
            &[
                Payload::form("application/x-www-form-urlencoded")
                    .encoded(
                        &[
                            crate::runtime::Encoding::new("tags")
                                .styled(crate::runtime::Style::PipeDelimited, false),
                            crate::runtime::Encoding::new("about")
                                .media("application/json"),
                            crate::runtime::Encoding::new("deep")
                                .styled(crate::runtime::Style::DeepObject, true),
                            crate::runtime::Encoding::new("link").reserved(),
                        ],
                    ),
            ],
        ),
];
