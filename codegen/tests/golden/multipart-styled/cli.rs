//! The operations as commands.

use crate::runtime::cli::{Action, Payload, Service};

pub(crate) static SERVICE: Service = Service {
    name: "spec",
    about: "Golden",
    api: &super::API,
    environment: &super::ENVIRONMENT,
    variables: &[],
    groups: &[FILES],
};

const FILES: &[Action] = &[
    Action::new("upload", "upload", &super::files::UPLOAD)
        .body(
            &[
                Payload::multipart("multipart/form-data")
                    .encoded(
                        &[
                            crate::runtime::Encoding::new("tags")
                                .styled(crate::runtime::Style::PipeDelimited, false),
                            crate::runtime::Encoding::new("file")
                                .media("image/png, image/jpeg"),
                        ],
                    ),
            ],
        ),
];
