//! An API written by hand the way `emit` writes it, letter by letter: client, builder, credentials, operations. The
//! other tests call it.

use super::models::{Pet, PetState};
use crate::runtime;
use crate::runtime::{BuildError, Call, Decoded, Error, Reply, Response, Sending, Wire};

pub(crate) static API: runtime::Api = runtime::Api {
    name: "petstore",
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    servers: &[runtime::Server {
        url: "https://{account}.example.com/v2",
        variables: &[runtime::Variable {
            name: "account",
            setter: "account",
            default: None,
            values: &[],
        }],
    }],
    schemes: &[
        runtime::Scheme {
            name: "ApiKey",
            kind: runtime::SchemeKind::ApiKey(runtime::Location::Header, "x-key"),
        },
        runtime::Scheme {
            name: "AccessToken",
            kind: runtime::SchemeKind::ApiKey(runtime::Location::Header, "x-token"),
        },
        runtime::Scheme {
            name: "Basic",
            kind: runtime::SchemeKind::Basic,
        },
        runtime::Scheme {
            name: "Query",
            kind: runtime::SchemeKind::ApiKey(runtime::Location::Query, "api key"),
        },
    ],
};

/// A client of the pet store.
#[derive(Clone, Debug)]
pub(crate) struct Client {
    core: runtime::Core,
}

impl Client {
    pub(crate) fn builder() -> ClientBuilder {
        ClientBuilder {
            core: runtime::CoreBuilder::new(&API),
        }
    }

    pub(crate) fn request(
        &self,
        method: impl AsRef<str>,
        path: impl AsRef<str>,
    ) -> runtime::RawRequest {
        runtime::RawRequest::new(&self.core, &REQUEST, method.as_ref(), path.as_ref())
    }
}

static REQUEST: runtime::Endpoint = runtime::Endpoint::raw(&API, &[&[0, 1], &[2], &[3]]);

#[derive(Debug)]
pub(crate) struct ClientBuilder {
    pub(crate) core: runtime::CoreBuilder,
}

impl ClientBuilder {
    pub(crate) fn account(mut self, account: impl Into<String>) -> Self {
        self.core.variable("account", account.into());
        self
    }

    pub(crate) fn base_url(mut self, url: impl Into<String>) -> Self {
        self.core.base_url(url.into());
        self
    }

    pub(crate) fn credentials(mut self, credentials: Credentials) -> Self {
        self.core.secrets(credentials.secrets);
        self
    }

    pub(crate) fn transport(mut self, transport: impl runtime::Transport + 'static) -> Self {
        self.core.transport(transport);
        self
    }

    pub(crate) fn build(self) -> Result<Client, BuildError> {
        self.core.build().map(|core| Client { core })
    }
}

#[derive(Clone, Debug)]
pub(crate) struct Credentials {
    secrets: runtime::Secrets,
}

impl Credentials {
    pub(crate) fn new(api_key: impl Into<String>, access_token: impl Into<String>) -> Self {
        let secrets = runtime::Secrets::new(&API)
            .with(0, runtime::Secret::token(api_key))
            .with(1, runtime::Secret::token(access_token));
        Credentials { secrets }
    }

    pub(crate) fn basic(user: impl Into<String>, password: impl Into<String>) -> Self {
        let secrets = runtime::Secrets::new(&API).with(2, runtime::Secret::basic(user, password));
        Credentials { secrets }
    }

    pub(crate) fn query(key: impl Into<String>) -> Self {
        Credentials {
            secrets: runtime::Secrets::new(&API).with(3, runtime::Secret::token(key)),
        }
    }
}

static GET_PET: runtime::Endpoint = runtime::Endpoint {
    id: "getPet",
    method: "GET",
    path: "/pets/{petId}",
    parameters: &[
        runtime::Parameter {
            bounds: crate::runtime::Bounds::NONE,
            idempotency: false,
            name: "petId",
            location: runtime::Location::Path,
            style: runtime::Style::Simple,
            explode: false,
            allow_reserved: false,
            required: true,
        },
        runtime::Parameter {
            bounds: crate::runtime::Bounds::NONE,
            idempotency: false,
            name: "states",
            location: runtime::Location::Query,
            style: runtime::Style::Form,
            explode: true,
            allow_reserved: false,
            required: false,
        },
    ],
    accept: "application/json, application/problem+json",
    security: &[&[0, 1], &[2], &[3]],
    api: &API,
    servers: None,
};

impl Client {
    pub(crate) fn get_pet(&self, pet_id: impl Into<String>) -> GetPet {
        GetPet {
            call: self.core.call(&GET_PET).with_text(0, pet_id.into()),
        }
    }
}

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub(crate) struct GetPet {
    call: Call,
}

impl GetPet {
    pub(crate) fn states(mut self, states: impl Into<Vec<PetState>>) -> Self {
        self.call.set(1, &states.into());
        self
    }

    pub(crate) fn customize(mut self, change: impl FnOnce(&mut Call)) -> Self {
        change(&mut self.call);
        self
    }

    pub(crate) fn send(self) -> Sending<Pet, GetPetError> {
        self.call.send::<Self>()
    }

    pub(crate) fn send_blocking(self) -> Result<Response<Pet>, Error<GetPetError>> {
        self.call.send_blocking::<Self>()
    }

    pub(crate) fn into_request(self) -> Result<http::Request<runtime::Body>, Error<GetPetError>> {
        self.call.into_request()
    }

    pub(crate) fn from_response(
        response: http::Response<bytes::Bytes>,
    ) -> Result<Response<Pet>, Error<GetPetError>> {
        <Self as runtime::Operation>::from_response(response)
    }
}

impl runtime::Operation for GetPet {
    type Output = Pet;
    type Failure = GetPetError;

    fn output(reply: &Reply) -> Option<Decoded<Pet>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

impl runtime::Failure for GetPetError {
    fn read(reply: &Reply) -> Self {
        match reply.status() {
            404 => reply.json().map_or(Self::Undocumented, Self::NotFound),
            410 => Self::Gone,
            400..=499 => reply.text().map_or(Self::Undocumented, Self::Status4xx),
            _ => Self::Undocumented,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum GetPetError {
    NotFound(runtime::Value),
    Gone,
    Status4xx(String),
    Undocumented,
}

static CREATE_PET: runtime::Endpoint = runtime::Endpoint {
    id: "createPet",
    method: "POST",
    path: "/pets",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

impl Client {
    pub(crate) fn create_pet(&self, body: &Pet) -> CreatePet {
        let mut call = self.core.call(&CREATE_PET);
        call.json(body, "application/json");
        CreatePet { call }
    }
}

#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub(crate) struct CreatePet {
    pub(crate) call: Call,
}

impl CreatePet {
    pub(crate) fn send(self) -> Sending<(), CreatePetError> {
        self.call.send::<Self>()
    }
}

impl runtime::Operation for CreatePet {
    type Output = ();
    type Failure = CreatePetError;

    fn output(reply: &Reply) -> Option<Decoded<()>> {
        match reply.status() {
            201 | 204 => Some(reply.empty()),
            _ => None,
        }
    }
}

impl runtime::Failure for CreatePetError {
    fn read(_: &Reply) -> Self {
        Self::Undocumented
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum CreatePetError {
    Undocumented,
}

/// A call of an endpoint made for one test.
pub(crate) fn call(endpoint: &'static runtime::Endpoint, values: &[&dyn Wire]) -> Call {
    let client = Client::builder()
        .base_url("http://h")
        .build()
        .expect("a client");
    let mut call = client.core.call(endpoint);
    for (index, value) in values.iter().enumerate() {
        call.set(index, *value);
    }
    call
}

pub(crate) const API_REF: &runtime::Api = &API;

impl Client {
    pub(crate) fn drift(&self) -> runtime::Drift {
        self.core.drift()
    }

    pub(crate) fn call(&self, endpoint: &'static runtime::Endpoint) -> Call {
        self.core.call(endpoint)
    }
}
