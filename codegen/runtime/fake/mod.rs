//! A server of an API, for tests of what calls it. In: the tables of the document, and handlers; out: a server that answers
//! as the document says, writes down what comes, and goes wrong where it is told to. Invariant: nothing of it is compiled
//! without the feature `fake`, and it knows nothing of an API that the document does not say.

mod alternatives;
mod answer;
mod credentials;
mod decode;
mod deep;
mod engine;
mod expect;
mod fault;
mod forms;
mod operation;
mod pattern;
mod payload;
mod problem;
mod received;
mod route;
mod row;
mod rules;
mod serve;
mod server;
mod transport;
mod unstyle;

pub use answer::{Answer, Said, Spoken, bytes, empty, json, spoken, text};
pub use expect::{Expect, Shape};
pub use fault::Fault;
#[allow(unused_imports)]
pub(crate) use operation::received;
pub use operation::{AnswerTo, Handler, Values};
pub use problem::{Place, Problem};
pub use received::{Found, FromReceived, Received, reads};
pub use row::{Failure, Form, Payload, Row};
pub use serve::Running;
pub use server::{Described, Server};
pub use transport::Local;
