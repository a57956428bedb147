//! The blocking transport. In: requests; out: responses, through the `ureq` crate. Invariant: as every transport: no
//! redirects, every status is a response; the future it gives is ready.

use super::body::Body;
use super::incoming::{Incoming, Source};
use super::reader::IncomingReader;
use super::transport::{Answer, BoxFuture, Stage, StepLimit, TimeLimit, Transport, TransportError};
use bytes::Bytes;
use http::Method;
use http::header::CONTENT_LENGTH;
use std::io::Read;

/// Sends through `ureq`, on the thread that calls.
#[derive(Clone, Debug)]
pub struct UreqTransport {
    agent: ureq::Agent,
}

impl UreqTransport {
    /// With connections of its own.
    pub fn new() -> Self {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .allow_non_standard_methods(true);
        UreqTransport {
            agent: config.build().new_agent(),
        }
    }

    /// With an agent that is already set up. It should neither follow redirects nor take statuses for errors.
    pub fn from_agent(agent: ureq::Agent) -> Self {
        UreqTransport { agent }
    }

    fn run(&self, request: http::Request<Body>) -> Answer {
        let (mut head, body) = request.into_parts();
        let sent = match body.as_bytes() {
            // A method that has no body announces none; others say that theirs is empty.
            Some(bytes) if bytes.is_empty() && !anticipates_body(&head.method) => {
                self.send_with(head, ())
            }
            Some(bytes) => self.send_with(head, &bytes[..]),
            None => {
                if let Some(length) = body.length() {
                    head.headers.insert(CONTENT_LENGTH, length.into());
                }
                let reader = IncomingReader::new(body.into_chunks());
                self.send_with(head, ureq::SendBody::from_owned_reader(reader))
            }
        };
        let (head, body) = sent.map_err(failure)?.into_parts();
        Ok(http::Response::from_parts(
            head,
            Incoming::new(Chunks(Some(body.into_reader()))),
        ))
    }

    fn send_with(
        &self,
        head: http::request::Parts,
        body: impl ureq::AsSendBody,
    ) -> Result<http::Response<ureq::Body>, ureq::Error> {
        let whole = head.extensions.get::<TimeLimit>().map(|limit| limit.0);
        let step = head.extensions.get::<StepLimit>().map(|limit| limit.0);
        let request = http::Request::from_parts(head, body);
        let mut timed = self.agent.configure_request(request).timeout_global(whole);
        if step.is_some() {
            timed = timed
                .timeout_connect(step)
                .timeout_send_request(step)
                .timeout_send_body(step)
                .timeout_recv_response(step)
                .timeout_per_read(step);
        }
        self.agent.run(timed.build())
    }
}

/// Whether a server expects a body (RFC 9110, section 8.6).
fn anticipates_body(method: &Method) -> bool {
    matches!(*method, Method::POST | Method::PUT | Method::PATCH)
}

impl Default for UreqTransport {
    fn default() -> Self {
        UreqTransport::new()
    }
}

impl Transport for UreqTransport {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer> {
        Box::pin(std::future::ready(self.run(request)))
    }
}

struct Chunks<R>(Option<R>);

impl<R: Read> Chunks<R> {
    fn read(&mut self) -> Result<Option<Bytes>, TransportError> {
        let Some(reader) = &mut self.0 else {
            return Ok(None);
        };
        let mut chunk = vec![0; 32 << 10];
        match reader.read(&mut chunk) {
            Ok(0) => Ok(None),
            Ok(length) => {
                chunk.truncate(length);
                Ok(Some(chunk.into()))
            }
            Err(error) => Err(failure(ureq::Error::from(error))),
        }
    }
}

impl<R: Read + Send> Source for Chunks<R> {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(std::future::ready(self.read()))
    }
}

fn failure(error: ureq::Error) -> TransportError {
    let stage = match &error {
        ureq::Error::Timeout(_) => Stage::Timeout,
        ureq::Error::HostNotFound | ureq::Error::ConnectionFailed | ureq::Error::Tls(_) => {
            Stage::Connect
        }
        ureq::Error::Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
            Stage::Connect
        }
        _ => Stage::Exchange,
    };
    TransportError::new(stage, error)
}
