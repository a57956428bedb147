//! Through `tower` services: readiness, errors and their stages, bodies of all kinds, a server in the same process.

use super::models::Pet;
use super::petstore::{Client, Credentials};
use super::resilience::{Setup, setup_with};
use super::streams::Chunks;
use crate::runtime::{Body, ErrorKind, Scripted, Stage, TowerTransport, Transport, TransportError};
use bytes::Bytes;
use bytes::buf::Chain;
use http_body::Frame;
use std::collections::VecDeque;
use std::convert::Infallible;
use std::future::{Ready, ready};
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};
use tower::{ServiceExt, service_fn};
use tower_service::Service;

const REX: &str = r#"{"id":7,"name":"Rex","state":"sold"}"#;

type Request = http::Request<Body>;
type Said = Box<dyn std::error::Error + Send + Sync>;

/// A client over a service, in virtual time: what is not there at once is never there.
fn setup<S: 'static>(service: S) -> Setup
where
    TowerTransport<S>: Transport,
{
    let transport = TowerTransport::new(service);
    setup_with(Scripted::new(), |core| core.transport(transport))
}

/// A client over a service.
fn client<S: 'static>(service: S) -> Client
where
    TowerTransport<S>: Transport,
{
    let builder = Client::builder().base_url("http://h");
    let builder = builder.credentials(Credentials::new("k", "t"));
    let client = builder.transport(TowerTransport::new(service)).build();
    client.expect("a client")
}

/// A body in pieces that are not `Bytes`, with trailers, that can break.
#[derive(Default)]
struct Pieces(VecDeque<Result<Frame<Chain<Bytes, Bytes>>, &'static str>>);

impl Pieces {
    fn of(pieces: &[&'static str]) -> Self {
        let pair = |piece: &&'static str| {
            let (one, other) = piece.split_at(piece.len() / 2);
            bytes::Buf::chain(Bytes::from(one), Bytes::from(other))
        };
        let mut frames: VecDeque<_> = pieces
            .iter()
            .map(|piece| Ok(Frame::data(pair(piece))))
            .collect();
        frames.push_back(Ok(Frame::trailers(http::HeaderMap::new())));
        Pieces(frames)
    }

    fn then(mut self, error: &'static str) -> Self {
        self.0.push_back(Err(error));
        self
    }
}

impl http_body::Body for Pieces {
    type Data = Chain<Bytes, Bytes>;
    type Error = &'static str;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        Poll::Ready(self.0.pop_front())
    }
}

#[tokio::test]
async fn a_service_gets_requests_and_gives_responses() {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&heard);
    let client = client(service_fn(move |request: Request| {
        let line = format!("{} {}", request.method(), request.uri());
        let key = request.headers()["x-key"].clone();
        seen.lock().unwrap().push((line, key));
        let (begin, end) = REX.split_at(9);
        ready(Ok::<_, Infallible>(http::Response::new(Pieces::of(&[
            begin, end,
        ]))))
    }));
    let pet = client.get_pet("7").send().await.unwrap();
    assert_eq!((pet.id, pet.name.as_str()), (7, "Rex"));
    let heard = heard.lock().unwrap();
    assert_eq!(
        heard[..],
        [("GET http://h/pets/7".to_owned(), "k".parse().unwrap())]
    );
}

#[test]
fn blocking_calls_can_go_through_it_as_well() {
    let service = service_fn(|_: Request| {
        ready(Ok::<_, Infallible>(http::Response::new(Pieces::of(&[REX]))))
    });
    let setup = setup_with(Scripted::new(), |core| {
        core.blocking_transport(TowerTransport::new(service))
    });
    assert_eq!(
        setup.client.get_pet("7").send_blocking().unwrap().name,
        "Rex"
    );
}

/// A service that is ready the second time it is asked, and counts the calls it should not have got.
#[derive(Clone, Default)]
struct Slow {
    asked: u32,
    rash: Arc<Mutex<u32>>,
}

impl Service<Request> for Slow {
    type Response = http::Response<Pieces>;
    type Error = Infallible;
    type Future = Ready<Result<Self::Response, Infallible>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        self.asked += 1;
        match self.asked {
            1 => {
                context.waker().wake_by_ref();
                Poll::Pending
            }
            _ => Poll::Ready(Ok(())),
        }
    }

    fn call(&mut self, _: Request) -> Self::Future {
        *self.rash.lock().unwrap() += u32::from(self.asked != 2);
        ready(Ok(http::Response::new(Pieces::of(&[REX]))))
    }
}

#[tokio::test]
async fn a_service_is_called_when_it_is_ready() {
    let service = Slow::default();
    let client = client(service.clone());
    for _ in 0..2 {
        client.get_pet("7").send().await.unwrap();
    }
    assert_eq!(*service.rash.lock().unwrap(), 0);
}

/// A service that fails once, here or there.
#[derive(Clone)]
struct Failing {
    ready: Arc<Mutex<Option<Said>>>,
    call: Arc<Mutex<Option<Said>>>,
}

impl Service<Request> for Failing {
    type Response = http::Response<Pieces>;
    type Error = Said;
    type Future = Ready<Result<Self::Response, Said>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Said>> {
        Poll::Ready(self.ready.lock().unwrap().take().map_or(Ok(()), Err))
    }

    fn call(&mut self, _: Request) -> Self::Future {
        let error = self.call.lock().unwrap().take();
        let response = http::Response::builder()
            .status(201)
            .body(Pieces::default());
        ready(error.map_or_else(|| Ok(response.expect("a response")), Err))
    }
}

/// What comes of a POST that fails once.
async fn post(ready: Option<Said>, call: Option<Said>) -> Result<usize, String> {
    let service = Failing {
        ready: Arc::new(Mutex::new(ready)),
        call: Arc::new(Mutex::new(call)),
    };
    let setup = setup(service);
    let sent = setup
        .client
        .create_pet(&Pet::new(1, "A", None))
        .send()
        .await;
    sent.map(|_| setup.clock.sleeps().len())
        .map_err(|error| error.to_string())
}

#[tokio::test]
async fn only_what_was_surely_not_sent_is_repeated() {
    assert_eq!(post(None, None).await, Ok(0));
    assert_eq!(
        post(Some("not ready".into()), None).await,
        Ok(1),
        "repeated once"
    );
    assert_eq!(
        post(None, Some("who knows".into())).await,
        Err("createPet: the connection failed: who knows".into())
    );
    let refused = std::io::Error::from(std::io::ErrorKind::ConnectionRefused);
    assert!(
        post(None, Some(refused.into())).await.is_err(),
        "by a second connection, perhaps"
    );
    let known = TransportError::new(Stage::Connect, "no such host");
    assert_eq!(
        post(None, Some(known.into())).await,
        Ok(1),
        "the service says how far it came"
    );
    let late = TransportError::new(Stage::Timeout, "given up");
    assert_eq!(
        post(None, Some(late.into())).await,
        Err("createPet: no response within 60s".into())
    );
}

#[tokio::test]
async fn a_body_that_breaks_is_an_error_of_the_exchange() {
    let client = client(service_fn(|_: Request| {
        let pieces = Pieces::of(&["{\"id\":7,"]).then("cut");
        ready(Ok::<_, Infallible>(http::Response::new(pieces)))
    }));
    let call = client.create_pet(&Pet::new(1, "A", None));
    let error = call.send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.to_string(), "createPet: the connection failed: cut");
}

#[tokio::test]
async fn a_server_in_the_same_process_is_called_directly() {
    use axum::routing::{get, post};
    let echo = |body: String| async move { body };
    let pet = |path: axum::extract::Path<String>| async move {
        format!(r#"{{"id":{},"name":"Rex","state":"sold"}}"#, path.0)
    };
    let app = axum::Router::new()
        .route("/pets/{id}", get(pet))
        .route("/echo", post(echo));
    let client = client(app);
    assert_eq!(client.get_pet("7").send().await.unwrap().id, 7);
    let missing = client.request("GET", "/nowhere").send().await.unwrap();
    assert_eq!(missing.status(), 404);
    let large = "x".repeat(200_000);
    let bodies = [
        (Body::from("whole"), "whole"),
        (Body::empty(), ""),
        (
            Body::from_stream(Chunks::of(&["in ", "pieces"])),
            "in pieces",
        ),
        (
            Body::from_stream(Chunks::of(&["ab", "c"])).with_length(3),
            "abc",
        ),
        (Body::from(large.clone()), large.as_str()),
    ];
    for (body, expected) in bodies {
        let reply = client
            .request("POST", "/echo")
            .bytes(body)
            .send()
            .await
            .unwrap();
        assert_eq!(
            (reply.status().as_u16(), reply.text().unwrap()),
            (200, expected.into())
        );
    }
    let short = Body::from_stream(Chunks::of(&["ab"])).with_length(3);
    let reply = client
        .request("POST", "/echo")
        .bytes(short)
        .send()
        .await
        .unwrap();
    assert_eq!(reply.status(), 400, "a body that breaks off");
}

#[tokio::test]
async fn a_body_that_is_being_sent_tells_how_much_is_left() {
    use http_body::Body as _;
    async fn frame(body: &mut Body) -> Option<Bytes> {
        let next = std::future::poll_fn(|context| Pin::new(&mut *body).poll_frame(context)).await;
        next.map(|frame| frame.unwrap().into_data().unwrap())
    }
    let mut whole = Body::from("abc");
    assert_eq!(
        (whole.size_hint().exact(), whole.is_end_stream()),
        (Some(3), false)
    );
    assert_eq!(frame(&mut whole).await.unwrap(), "abc");
    assert!(frame(&mut whole).await.is_none() && whole.is_end_stream());

    let mut body = Body::from_stream(Chunks::of(&["ab", "c"])).with_length(3);
    let before = body.clone();
    assert!(body != Body::empty() && body == before && !body.is_end_stream());
    assert_eq!(frame(&mut body).await.unwrap(), "ab");
    assert_eq!(body.size_hint().exact(), Some(1));
    assert!(body == body.clone() && body != before && body.as_bytes().is_none());
    assert_eq!(format!("{body:?}"), "Body(..)");
    // The rest of it can be read by other means.
    assert_eq!(body.into_chunks().collect().await.unwrap(), "c");
    assert!(before.into_chunks().collect().await.is_err());

    let unknown = Body::from_stream(Chunks::of(&["ab", "c"]));
    assert_eq!(unknown.size_hint().exact(), None);
}

#[tokio::test]
async fn layers_can_stand_between() {
    let inner = service_fn(|request: Request| {
        let traced = request.headers().contains_key("x-layer");
        let status = if traced { 200 } else { 500 };
        let response = http::Response::builder()
            .status(status)
            .body(Pieces::of(&[REX]));
        ready(response.map_err(|error| error.to_string()))
    });
    let service = inner.map_request(|mut request: Request| {
        request
            .headers_mut()
            .insert("x-layer", "1".parse().expect("a value"));
        request
    });
    assert_eq!(
        client(service).get_pet("7").send().await.unwrap().name,
        "Rex"
    );
}
