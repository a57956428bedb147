//! The client's own limits, in time that a test moves.

use super::petstore::{Client, Credentials};
use super::resilience::setup_with;
use crate::runtime::{
    Answer, Body, BoxFuture, Clock, CoreBuilder, Incoming, Retry, Scripted, TimeoutKind, Transport,
};
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

const REX: &str = r#"{"id":7,"name":"Rex","state":"sold"}"#;

const SECOND: Duration = Duration::from_secs(1);

/// A clock that stands still until it is moved.
#[derive(Clone, Debug, Default)]
struct Manual(Arc<Mutex<Sleepers>>);

/// What time it is, and who sleeps until when.
type Sleepers = (Duration, Vec<(Duration, Waker)>);

impl Manual {
    fn advance(&self, time: Duration) {
        let mut state = self.0.lock().unwrap();
        state.0 += time;
        let now = state.0;
        let due = state.1.extract_if(.., |(moment, _)| *moment <= now);
        let due: Vec<Waker> = due.map(|(_, waker)| waker).collect();
        drop(state);
        due.into_iter().for_each(Waker::wake);
    }
}

impl Clock for Manual {
    fn now(&self) -> Duration {
        self.0.lock().unwrap().0
    }

    fn since_epoch(&self) -> Duration {
        self.now()
    }

    fn sleep(&self, time: Duration) -> BoxFuture<'static, ()> {
        let end = self.now() + time;
        let clock = self.clone();
        Box::pin(std::future::poll_fn(move |context| {
            let mut state = clock.0.lock().unwrap();
            if state.0 >= end {
                return Poll::Ready(());
            }
            state.1.push((end, context.waker().clone()));
            Poll::Pending
        }))
    }

    fn random(&self) -> u64 {
        0
    }
}

/// A server that answers when it is told to, and counts what it has under way.
#[derive(Clone, Debug, Default)]
struct Held(Arc<Mutex<Holding>>);

#[derive(Debug, Default)]
struct Holding {
    begun: usize,
    answers: usize,
    waiting: Vec<Waker>,
}

impl Held {
    fn begun(&self) -> usize {
        self.0.lock().unwrap().begun
    }

    /// Answers one more request.
    fn answer(&self) {
        let mut state = self.0.lock().unwrap();
        state.answers += 1;
        let waiting = std::mem::take(&mut state.waiting);
        drop(state);
        waiting.into_iter().for_each(Waker::wake);
    }
}

impl Transport for Held {
    fn send(&self, _: http::Request<Body>) -> BoxFuture<'_, Answer> {
        self.0.lock().unwrap().begun += 1;
        Box::pin(std::future::poll_fn(|context| {
            let mut state = self.0.lock().unwrap();
            if state.answers == 0 {
                state.waiting.push(context.waker().clone());
                return Poll::Pending;
            }
            state.answers -= 1;
            Poll::Ready(Ok(http::Response::new(Incoming::full(REX))))
        }))
    }
}

fn client(
    clock: &Manual,
    transport: impl Transport + Clone + 'static,
    change: impl FnOnce(&mut CoreBuilder),
) -> Client {
    let mut builder = Client::builder()
        .base_url("http://h")
        .transport(transport.clone())
        .credentials(Credentials::new("k", "t"));
    builder.core.clock(clock.clone());
    builder.core.blocking_transport(transport);
    builder.core.retry(Retry::never());
    change(&mut builder.core);
    builder.build().unwrap()
}

/// A call that is polled by hand.
struct Going<F: Future>(Pin<Box<F>>, bool);

impl<F: Future> Going<F> {
    fn poll(&mut self) -> Option<F::Output> {
        let mut context = Context::from_waker(Waker::noop());
        match self.0.as_mut().poll(&mut context) {
            Poll::Ready(output) => {
                self.1 = true;
                Some(output)
            }
            Poll::Pending => None,
        }
    }
}

fn going(client: &Client) -> Going<impl Future<Output = Result<String, String>> + use<>> {
    let call = client.get_pet("7").send();
    let work = Box::pin(async move {
        let pet = call.await.map_err(|error| error.to_string())?;
        Ok(pet.name.clone())
    });
    Going(work, false)
}

fn replies(count: usize) -> Scripted {
    (0..count).fold(Scripted::new(), |script, _| script.reply(200, REX))
}

#[test]
fn no_more_requests_are_sent_than_the_rate_allows_and_in_their_order() {
    let (clock, script) = (Manual::default(), replies(9));
    let client = client(&clock, script.clone(), |core| {
        core.rate_limit(2, 10 * SECOND)
    });
    let mut calls: Vec<_> = (0..5).map(|_| going(&client)).collect();
    let mut poll = |expected: [bool; 5]| {
        for (call, expected) in calls.iter_mut().zip(expected) {
            assert_eq!(call.poll().is_some(), expected);
        }
        // Those that are done are replaced, at the end.
        calls.retain_mut(|call| !call.1);
        calls.resize_with(5, || going(&client));
    };
    poll([true, true, false, false, false]);
    clock.advance(9 * SECOND);
    poll([false; 5]);
    assert_eq!(script.requests().len(), 2);
    clock.advance(SECOND);
    poll([true, true, false, false, false]);
    assert_eq!(script.requests().len(), 4);
    clock.advance(30 * SECOND);
    poll([true, true, false, false, false]);
}

#[test]
fn the_first_to_come_is_the_first_to_go() {
    let (clock, script) = (Manual::default(), replies(9));
    let client = client(&clock, script.clone(), |core| core.rate_limit(1, SECOND));
    let mut calls: Vec<_> = (0..3).map(|_| going(&client)).collect();
    assert!(calls[0].poll().is_some());
    assert!(calls[1].poll().is_none() && calls[2].poll().is_none());
    clock.advance(SECOND);
    assert!(calls[2].poll().is_none(), "another one was there before");
    assert!(calls[1].poll().is_some());
    assert!(calls[2].poll().is_none());
    clock.advance(SECOND);
    assert!(calls[2].poll().is_some());
}

#[test]
fn one_that_gives_up_frees_its_place() {
    let (clock, script) = (Manual::default(), replies(9));
    let client = client(&clock, script.clone(), |core| core.rate_limit(1, SECOND));
    let mut calls: Vec<_> = (0..3).map(|_| going(&client)).collect();
    assert!(calls[0].poll().is_some());
    assert!(calls[1].poll().is_none() && calls[2].poll().is_none());
    drop(calls.remove(1));
    clock.advance(SECOND);
    assert!(calls[1].poll().is_some(), "in the place of the other");
    assert_eq!(script.requests().len(), 2);
}

#[test]
fn only_so_many_requests_are_under_way_at_once() {
    let (clock, held) = (Manual::default(), Held::default());
    let client = client(&clock, held.clone(), |core| core.max_concurrent(2));
    let mut calls: Vec<_> = (0..4).map(|_| going(&client)).collect();
    assert!(calls.iter_mut().all(|call| call.poll().is_none()));
    assert_eq!(held.begun(), 2);
    // One that is given up while it is under way makes room as well as one that is done.
    drop(calls.remove(0));
    assert!(calls[2].poll().is_none(), "another one was there before");
    assert!(calls[1].poll().is_none());
    assert_eq!(held.begun(), 3);
    held.answer();
    assert_eq!(calls[0].poll(), Some(Ok("Rex".into())));
    assert!(calls[2].poll().is_none());
    assert_eq!(held.begun(), 4);
}

#[tokio::test]
async fn those_that_wait_are_woken() {
    let (clock, held) = (Manual::default(), Held::default());
    let client = client(&clock, held.clone(), |core| core.max_concurrent(1));
    let calls: Vec<_> = (0..20)
        .map(|_| tokio::spawn(client.get_pet("7").send()))
        .collect();
    for begun in 1..=20 {
        while held.begun() < begun {
            tokio::task::yield_now().await;
        }
        tokio::task::yield_now().await;
        assert_eq!(held.begun(), begun);
        held.answer();
    }
    for call in calls {
        assert!(call.await.unwrap().is_ok());
    }
}

#[test]
fn waiting_counts_for_the_call_and_not_for_the_attempt() {
    let (clock, held) = (Manual::default(), Held::default());
    let slow = client(&clock, held.clone(), |core| {
        core.max_concurrent(1);
        core.attempt_timeout(3 * SECOND);
    });
    let (mut first, mut second) = (going(&slow), going(&slow));
    assert!(first.poll().is_none() && second.poll().is_none());
    clock.advance(2 * SECOND);
    held.answer();
    assert!(first.poll().is_some() && second.poll().is_none());
    clock.advance(2 * SECOND);
    assert!(
        second.poll().is_none(),
        "its own three seconds are not over"
    );
    held.answer();
    assert!(second.poll().is_some());

    let held = Held::default();
    let timed = client(&clock, held.clone(), |core| {
        core.max_concurrent(1);
        core.timeout(5 * SECOND);
    });
    let (mut first, mut second) = (going(&timed), going(&timed));
    assert!(first.poll().is_none());
    clock.advance(SECOND);
    assert!(second.poll().is_none());
    clock.advance(4 * SECOND);
    let said = "getPet: not done within 5s";
    assert_eq!(first.poll(), Some(Err(said.into())));
    assert!(second.poll().is_none());
    assert_eq!(held.begun(), 2, "it is under way now");
    // What is left of its five seconds is one.
    clock.advance(SECOND);
    assert_eq!(second.poll(), Some(Err(said.into())));
}

#[tokio::test]
async fn what_would_come_too_late_is_not_waited_for() {
    let setup = setup_with(replies(2), |core| {
        core.rate_limit(1, 10 * SECOND);
        core.timeout(5 * SECOND);
    });
    setup.client.get_pet("7").send().await.unwrap();
    let error = setup.client.get_pet("7").send().await.unwrap_err();
    assert_eq!(error.timeout(), Some(TimeoutKind::Call));
    assert_eq!((error.attempts(), setup.script.requests().len()), (0, 1));
    assert!(setup.clock.now() < 10 * SECOND);
    // Its place is free again.
    setup.clock.sleep(10 * SECOND).await;
    setup.client.get_pet("7").send().await.unwrap();
}

#[tokio::test]
async fn every_attempt_counts() {
    let script = Scripted::new()
        .reply(503, "")
        .reply(503, "")
        .reply(200, REX);
    let setup = setup_with(script, |core| core.rate_limit(1, 60 * SECOND));
    setup.client.get_pet("7").send().await.unwrap();
    assert_eq!(setup.clock.now(), 120 * SECOND, "pauses are part of it");
}

#[test]
fn blocking_calls_wait_as_well() {
    let limited = setup_with(replies(3), |core| core.rate_limit(1, SECOND));
    for _ in 0..3 {
        limited.client.get_pet("7").send_blocking().unwrap();
    }
    assert_eq!(limited.clock.now(), 2 * SECOND);

    // Threads that wait for each other, without a time limit and with one, on the real clock.
    for timeout in [None, Some(600 * SECOND)] {
        let script = replies(8);
        let mut builder = Client::builder()
            .base_url("http://h")
            .credentials(Credentials::new("k", "t"));
        builder.core.blocking_transport(script.clone());
        builder.core.max_concurrent(1);
        if let Some(timeout) = timeout {
            builder.core.timeout(timeout);
        }
        let client = builder.build().unwrap();
        let threads: Vec<_> = (0..8)
            .map(|_| {
                let client = client.clone();
                std::thread::spawn(move || client.get_pet("7").send_blocking().is_ok())
            })
            .collect();
        assert!(threads.into_iter().all(|thread| thread.join().unwrap()));
    }
}

#[test]
fn a_stream_is_under_way_until_it_is_read() {
    let (clock, script) = (Manual::default(), replies(3));
    let mut builder = CoreBuilder::new(&super::petstore::API);
    builder.transport(script);
    builder.base_url("http://h".into());
    builder.clock(clock);
    builder.max_concurrent(1);
    let core = builder.build().unwrap();
    let open = || {
        let call = core.call(&super::streams::PUT_PHOTO);
        Going(
            Box::pin(call.send_streamed::<super::streams::PutPhoto>()),
            false,
        )
    };
    let Some(Ok(response)) = open().poll() else {
        panic!("no response");
    };
    let mut second = open();
    assert!(second.poll().is_none());
    let mut body = response.into_inner();
    let read = async move {
        while body.chunk().await.unwrap().is_some() {}
        body
    };
    let mut all = Going(Box::pin(read), false);
    let body = all.poll().expect("all of it");
    let Some(Ok(response)) = second.poll() else {
        panic!("no response");
    };
    drop(body);
    let mut third = open();
    assert!(third.poll().is_none());
    drop(response);
    assert!(third.poll().is_some());
}

#[test]
fn a_limit_of_nothing_is_told() {
    let build = |change: fn(&mut CoreBuilder)| {
        let mut builder = Client::builder().base_url("http://h");
        change(&mut builder.core);
        builder.build().map(drop).map_err(|error| error.to_string())
    };
    let said = |setter: &str| {
        let reason = "a limit of 0 requests would let none through";
        Err(format!("{reason}; `.{setter}(…)` sets it"))
    };
    assert_eq!(build(|core| core.rate_limit(0, SECOND)), said("rate_limit"));
    assert_eq!(build(|core| core.max_concurrent(0)), said("max_concurrent"));
    assert_eq!(build(|core| core.max_concurrent(1)), Ok(()));
}
