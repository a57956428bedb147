//! The command line over scripted responses: what is sent for which arguments, what is printed, and how it ends.

mod outputs;
mod refusals;
mod requests;

use crate::runtime::cli::{Action, Flag, Io, Payload, Program, Service, Variable};
use crate::runtime::{
    Api, Encoding, Endpoint, EnvVariable, Environment, Location, PageKind, PagePlan, Paged,
    Parameter, Scheme, SchemeKind, Scripted, Server, Style,
};
use crate::runtime::{Decoded, Operation, Reply, Undocumented, Value};
use std::sync::Arc;

static API: Api = Api {
    name: "petStore",
    user_agent: "tests/1",
    servers: &[
        Server {
            url: "https://{account}.example.com/v2",
            variables: &[crate::runtime::Variable {
                name: "account",
                setter: "account",
                default: None,
                values: &[],
            }],
        },
        Server {
            url: "https://test.example.com",
            variables: &[],
        },
    ],
    schemes: &[
        Scheme {
            name: "apiKey",
            kind: SchemeKind::ApiKey(Location::Header, "x-key"),
        },
        Scheme {
            name: "Access-Token",
            kind: SchemeKind::Bearer,
        },
        Scheme {
            name: "basic",
            kind: SchemeKind::Basic,
        },
        Scheme {
            name: "query",
            kind: SchemeKind::ApiKey(Location::Query, "key"),
        },
    ],
};

static ENVIRONMENT: Environment = Environment {
    variables: &[
        EnvVariable::token("PET_STORE_API_KEY", "the key", 0),
        EnvVariable::token("PET_STORE_ACCESS_TOKEN", "the token", 1),
        EnvVariable::user("PET_STORE_USERNAME", "the user", 2),
        EnvVariable::password("PET_STORE_PASSWORD", "the password", 2),
        EnvVariable::token("PET_STORE_QUERY", "the other key", 3),
        EnvVariable::variable("PET_STORE_ACCOUNT", "the account", "account"),
        EnvVariable::base_url("PET_STORE_BASE_URL", "the base URL"),
    ],
    alternatives: &[&[0, 1], &[2], &[3]],
    required: false,
};

static LIST: Endpoint = Endpoint {
    id: "listPets",
    method: "GET",
    path: "/shops/{shop}/pets",
    parameters: &[
        Parameter::path("shop"),
        Parameter::query("offset"),
        Parameter::query("limit"),
        Parameter::query("state"),
        Parameter::query("tags"),
        Parameter::query("sold"),
        Parameter::query("price"),
        Parameter::query("filter").styled(Style::DeepObject, true),
        Parameter::header("x-since"),
    ],
    accept: "application/json",
    security: &[&[0, 1], &[2], &[3]],
    api: &API,
    servers: None,
};

static CREATE: Endpoint = Endpoint {
    id: "createPet",
    method: "POST",
    path: "/pets",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

static UPLOAD: Endpoint = Endpoint {
    id: "uploadPhoto",
    ..copy(&CREATE)
};

const fn copy(of: &'static Endpoint) -> Endpoint {
    Endpoint {
        id: of.id,
        method: of.method,
        path: of.path,
        parameters: of.parameters,
        accept: of.accept,
        security: of.security,
        api: of.api,
        servers: of.servers,
    }
}

/// The operation that pages.
struct List;

impl Operation for List {
    type Output = Value;
    type Failure = Undocumented;

    fn output(reply: &Reply) -> Option<Decoded<Value>> {
        Some(reply.json())
    }
}

impl Paged for List {
    type Item = Value;

    fn plan() -> &'static PagePlan {
        static PLAN: PagePlan = PagePlan {
            kind: PageKind::Offset {
                offset: 1,
                limit: Some(2),
                limit_default: Some(2),
                total: None,
            },
            items: &["data"],
        };
        &PLAN
    }

    fn items(_: Value) -> Vec<Value> {
        Vec::new()
    }
}

static SERVICE: Service = Service {
    name: "pets",
    about: "Pets",
    api: &API,
    environment: &ENVIRONMENT,
    variables: &[Variable::new("account", "account", "The account.")],
    groups: &[
        &[Action::new("list-pets", "All pets", &LIST)
            .flags(&[
                Flag::text("shop", "Where."),
                Flag::integer("offset", ""),
                Flag::integer("limit", "How many.").default("2"),
                Flag::choice("state", "", &["sold", "available"]),
                Flag::text("tags", "").list(),
                Flag::boolean("sold", ""),
                Flag::number("price", ""),
                Flag::json("filter", ""),
                Flag::format("x-since", "", "DATE-TIME"),
            ])
            .pages::<List>()],
        &[
            Action::new("create-pet", "A new pet", &CREATE).body(&[
                Payload::json("application/json"),
                Payload::form("application/x-www-form-urlencoded"),
                Payload::text("text/plain"),
                Payload::bytes("application/octet-stream"),
            ]),
            Action::new("upload-photo", "A photo", &UPLOAD)
                .optional_body(&[Payload::multipart("multipart/form-data")
                    .encoded(&[Encoding::new("photo").media("image/png")])]),
        ],
    ],
};

static PROGRAM: Program = Program {
    name: "shop",
    version: "1.2.3",
    about: "The shop.",
    services: &[None, Some(&SERVICE)],
};

/// What a run left behind.
#[derive(Debug)]
struct Ran {
    code: u8,
    out: String,
    errors: String,
}

/// A run of the program: who it runs for, and what with.
struct Run<'a> {
    script: &'a Scripted,
    input: &'a str,
    width: Option<usize>,
    watched: bool,
    variables: &'a [(&'a str, &'a str)],
}

/// The credentials that are in the environment.
const SECRETS: &[(&str, &str)] = &[
    ("PET_STORE_API_KEY", "k-1"),
    ("PET_STORE_ACCESS_TOKEN", "t-1"),
];

impl<'a> Run<'a> {
    fn new(script: &'a Scripted) -> Self {
        Run {
            script,
            input: "",
            width: None,
            watched: false,
            variables: SECRETS,
        }
    }

    /// Runs it with the words of a line as its arguments.
    fn line(&self, line: &str) -> Ran {
        self.words(&line.split_whitespace().collect::<Vec<_>>())
    }

    fn words(&self, words: &[&str]) -> Ran {
        let (mut out, mut errors) = (Vec::new(), Vec::new());
        let variables = |name: &str| {
            let found = self.variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).into())
        };
        let mut io = Io {
            input: Box::new(self.input.as_bytes()),
            output: Box::new(&mut out),
            errors: Box::new(&mut errors),
            variable: Box::new(variables),
            width: self.width,
            watched: self.watched,
            transport: Some(Arc::new(self.script.clone())),
        };
        let code = PROGRAM.run(["shop"].iter().chain(words), &mut io);
        drop(io);
        Ran {
            code,
            out: String::from_utf8(out).expect("text"),
            errors: String::from_utf8(errors).expect("text"),
        }
    }
}
