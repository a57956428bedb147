//! A server on a port. In: an address; out: a server that is running. Invariant: it ends when its handle is dropped,
//! whatever its connections are doing, inside or outside of an async runtime.

use super::engine::Engine;
use super::fault::Damage;
use super::problem::Problem;
use super::received::Received;
use super::transport::{Pieces, pause};
use axum::Router;
use axum::body::Body;
use axum::extract::connect_info::{ConnectInfo, Connected};
use axum::extract::{Request, State};
use axum::serve::{IncomingStream, Listener};
use bytes::{Bytes, BytesMut};
use http::header::CONTENT_LENGTH;
use http_body::{Body as _, Frame};
use std::fmt::{self, Debug, Formatter};
use std::future::{Future, poll_fn};
use std::io;
use std::net::SocketAddr;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

/// How long the server waits before it drops a connection with a body that ends too early: what was not sent until then
/// would not be sent at all.
const FLUSH: Duration = Duration::from_millis(20);

/// The most bytes of a body that is too long that are read to no end.
const DROPPED: usize = 64 << 20;

/// A running server; it stops when dropped.
pub struct Running {
    url: String,
    engine: Arc<Engine>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<io::Result<()>>>,
}

impl Running {
    /// Where it is: what stands in for the URL of the document's server, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The requests that were answered.
    pub fn received(&self) -> Vec<Received> {
        self.engine.received()
    }

    /// What was wrong with them.
    pub fn problems(&self) -> Vec<Problem> {
        let received = self.received().into_iter();
        received.flat_map(|received| received.problems).collect()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // An error of a server nobody needs any more is nobody's concern.
            drop(thread.join());
        }
    }
}

impl Debug for Running {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Running")
            .field("url", &self.url)
            .finish_non_exhaustive()
    }
}

/// Starts a server on a thread of its own. It takes connections from the moment this returns.
pub(super) fn start(engine: Arc<Engine>, address: SocketAddr, base: &str) -> io::Result<Running> {
    let listener = std::net::TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    let url = format!("http://{}{base}", listener.local_addr()?);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .build()?;
    let app = router(Arc::clone(&engine));
    let (stop, stopped) = oneshot::channel();
    let thread = thread::Builder::new().name("fake server".to_owned());
    let thread = thread.spawn(move || runtime.block_on(serve(listener, app, stopped)))?;
    Ok(Running {
        url,
        engine,
        stop: Some(stop),
        thread: Some(thread),
    })
}

async fn serve(
    listener: std::net::TcpListener,
    app: Router,
    stopped: oneshot::Receiver<()>,
) -> io::Result<()> {
    let listener = Switched(TcpListener::from_std(listener)?);
    let app = app.into_make_service_with_connect_info::<Switch>();
    let mut serving = pin!(axum::serve(listener, app).into_future());
    let mut stopped = pin!(stopped);
    poll_fn(|context| {
        if stopped.as_mut().poll(context).is_ready() {
            return Poll::Ready(Ok(()));
        }
        serving.as_mut().poll(context)
    })
    .await
}

/// Every request to an engine.
pub(super) fn router(engine: Arc<Engine>) -> Router {
    Router::new().fallback(answer).with_state(engine)
}

async fn answer(State(engine): State<Arc<Engine>>, request: Request) -> http::Response<Body> {
    let (head, body) = request.into_parts();
    let Some(body) = collect(body, engine.body_limit()).await else {
        // The client is gone.
        return http::Response::new(Body::empty());
    };
    let played = engine.play(&head, body);
    pause(played.delay).await;
    engine.done(&played);
    let switch = head.extensions.get::<ConnectInfo<Switch>>();
    let (mut head, body) = played.response.into_parts();
    let length = body.len();
    let body = match played.damage {
        None | Some(Damage::Malformed) => return http::Response::from_parts(head, body.into()),
        Some(Damage::Reset) => {
            if let Some(ConnectInfo(switch)) = switch {
                switch.0.store(true, Ordering::Release);
            }
            Pieces::new(Bytes::new(), usize::MAX, Duration::ZERO, true)
        }
        Some(Damage::Cut) => {
            head.headers.insert(CONTENT_LENGTH, length.max(2).into());
            Pieces::new(body.slice(..length / 2), usize::MAX, FLUSH, true)
        }
        Some(Damage::Length(told)) => {
            head.headers.insert(CONTENT_LENGTH, told.into());
            let told = usize::try_from(told).unwrap_or(usize::MAX);
            let sent = body.slice(..length.min(told));
            Pieces::new(sent, usize::MAX, FLUSH, length < told)
        }
        Some(Damage::Slow(size, time)) => {
            head.headers.insert(CONTENT_LENGTH, length.into());
            Pieces::new(body, size, time, false)
        }
    };
    http::Response::from_parts(head, Body::new(Chunks::new(body)))
}

/// A body; of one that is longer than the limit, enough to know it. The rest is read and dropped as far as is sensible: a
/// client that still sends would not look at the answer.
async fn collect(body: Body, limit: usize) -> Option<Bytes> {
    let mut body = pin!(body);
    let mut out = BytesMut::new();
    let mut dropped = 0;
    while let Some(frame) = poll_fn(|context| body.as_mut().poll_frame(context)).await {
        let Ok(data) = frame.ok()?.into_data() else {
            continue;
        };
        let room = limit.saturating_add(1) - out.len();
        out.extend_from_slice(&data[..data.len().min(room)]);
        dropped += data.len().saturating_sub(room);
        if dropped > DROPPED {
            break;
        }
    }
    Some(out.freeze())
}

/// A piece, and what is left.
type Step = (Option<io::Result<Bytes>>, Pieces);

/// Pieces as a body.
struct Chunks {
    next: Pin<Box<dyn Future<Output = Step> + Send>>,
    ended: bool,
}

impl Chunks {
    fn new(pieces: Pieces) -> Self {
        Chunks {
            next: Box::pin(step(pieces)),
            ended: false,
        }
    }
}

async fn step(mut pieces: Pieces) -> Step {
    let next = match pieces.next().await {
        Ok(chunk) => chunk.map(Ok),
        Err(reason) => Some(Err(io::Error::new(
            io::ErrorKind::ConnectionAborted,
            reason,
        ))),
    };
    (next, pieces)
}

impl http_body::Body for Chunks {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        if self.ended {
            return Poll::Ready(None);
        }
        self.next.as_mut().poll(context).map(|(item, pieces)| {
            match &item {
                Some(Ok(_)) => self.next = Box::pin(step(pieces)),
                Some(Err(_)) | None => self.ended = true,
            }
            item.map(|chunk| chunk.map(Frame::data))
        })
    }
}

/// What ends a connection at once.
#[derive(Clone, Default)]
struct Switch(Arc<AtomicBool>);

/// A listener whose connections can be ended.
struct Switched(TcpListener);

impl Listener for Switched {
    type Io = Connection;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Connection, SocketAddr) {
        let (stream, address) = Listener::accept(&mut self.0).await;
        let switch = Switch::default();
        (Connection { stream, switch }, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

impl Connected<IncomingStream<'_, Switched>> for Switch {
    fn connect_info(stream: IncomingStream<'_, Switched>) -> Self {
        stream.io().switch.clone()
    }
}

/// A connection that can be ended.
struct Connection {
    stream: TcpStream,
    switch: Switch,
}

impl Connection {
    fn check(&self) -> io::Result<()> {
        if self.switch.0.load(Ordering::Acquire) {
            // Closing then resets it; what fails here is closed in the usual way.
            let _ = self.stream.set_zero_linger();
            return Err(io::ErrorKind::ConnectionReset.into());
        }
        Ok(())
    }

    fn stream(self: Pin<&mut Self>) -> Pin<&mut TcpStream> {
        Pin::new(&mut self.get_mut().stream)
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        self.stream().poll_read(context, buffer)
    }
}

impl AsyncWrite for Connection {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match self.check() {
            Ok(()) => self.stream().poll_write(context, bytes),
            Err(error) => Poll::Ready(Err(error)),
        }
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream().poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        match self.check() {
            Ok(()) => self.stream().poll_shutdown(context),
            Err(_) => Poll::Ready(Ok(())),
        }
    }
}
