//! Lists that page in every way, and the servers that have them. In: what a server answers; out: what a walk got, which is the same
//! whichever way it went.

use super::super::petstore;
use crate::runtime::{
    Answer, Body, BoxFuture, Call, Decoded, Endpoint, ErrorKind, Incoming, Items, ItemsBlocking,
    Location, Operation, PageKind, PagePlan, Paged, Parameter, Reply, Stage, Style, Transport,
    TransportError, Value,
};
use futures_core::Stream;
use serde_json::json;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

pub(super) const fn query(name: &'static str) -> Parameter {
    Parameter {
        bounds: crate::runtime::Bounds::NONE,
        name,
        location: Location::Query,
        style: Style::Form,
        explode: true,
        allow_reserved: false,
        idempotency: false,
        required: false,
    }
}

pub(in super::super) static LIST: Endpoint = Endpoint {
    id: "list",
    method: "GET",
    path: "/list",
    parameters: &[query("at"), query("limit")],
    accept: "application/json",
    security: &[],
    api: petstore::API_REF,
    servers: None,
};

pub(in super::super) const OFFSET: u8 = 0;
pub(super) const OFFSET_TOTAL: u8 = 1;
pub(super) const PAGE: u8 = 2;
pub(super) const PAGE_TOTALS: u8 = 3;
pub(in super::super) const CURSOR: u8 = 4;
pub(in super::super) const NEXT_URL: u8 = 5;
pub(in super::super) const LINK: u8 = 6;

pub(super) static PLANS: [PagePlan; 7] = [
    plan(PageKind::Offset {
        offset: 0,
        limit: Some(1),
        limit_default: Some(3),
        total: None,
    }),
    plan(PageKind::Offset {
        offset: 0,
        limit: Some(1),
        limit_default: Some(3),
        total: Some(&["meta", "total"]),
    }),
    plan(PageKind::Page {
        page: 0,
        limit: Some(1),
        limit_default: None,
        first: 1,
        total_pages: None,
        total: None,
    }),
    plan(PageKind::Page {
        page: 0,
        limit: Some(1),
        limit_default: None,
        first: 1,
        total_pages: Some(&["meta", "pages"]),
        total: Some(&["meta", "total"]),
    }),
    plan(PageKind::Cursor {
        cursor: 0,
        next: &["next"],
        more: Some(&["more"]),
    }),
    plan(PageKind::NextUrl {
        next: &["_links", "next", "href"],
    }),
    plan(PageKind::LinkHeader),
];

pub(super) const fn plan(kind: PageKind) -> PagePlan {
    PagePlan {
        kind,
        items: &["data"],
    }
}

/// A list operation that pages in one of the ways above.
pub(in super::super) struct List<const KIND: u8>;

thread_local! {
    /// How many pages were decoded.
    static DECODED: Cell<usize> = const { Cell::new(0) };
}

impl<const KIND: u8> Operation for List<KIND> {
    type Output = BTreeMap<String, Value>;
    type Failure = crate::runtime::Undocumented;

    fn output(reply: &Reply) -> Option<Decoded<Self::Output>> {
        DECODED.set(DECODED.get() + 1);
        (reply.status() == 200).then(|| reply.json())
    }
}

impl<const KIND: u8> Paged for List<KIND> {
    type Item = Value;

    fn plan() -> &'static PagePlan {
        &PLANS[usize::from(KIND)]
    }

    fn items(mut output: Self::Output) -> Vec<Value> {
        match output.remove("data") {
            Some(Value::Array(items)) => items,
            _ => Vec::new(),
        }
    }
}

pub(super) type Respond =
    dyn Fn(usize, &str) -> Result<(u16, String, Option<String>), Stage> + Send + Sync;

/// A server that is a function of the number and the query of a request: status, body, `Link` header.
#[derive(Clone)]
pub(super) struct Server {
    respond: Arc<Respond>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Server")
    }
}

impl Transport for Server {
    fn send(&self, request: http::Request<Body>) -> BoxFuture<'_, Answer> {
        let query = request.uri().query().unwrap_or_default().to_owned();
        let mut asked = self.asked.lock().unwrap();
        let answer = (self.respond)(asked.len(), &query);
        asked.push(query);
        Box::pin(std::future::ready(match answer {
            Ok((status, body, link)) => {
                let mut response = http::Response::builder().status(status);
                if let Some(link) = link {
                    response = response.header("link", link);
                }
                Ok(response.body(Incoming::full(body)).unwrap())
            }
            Err(stage) => Err(TransportError::new(stage, "as told")),
        }))
    }
}

impl Server {
    pub(super) fn new(
        respond: impl Fn(usize, &str) -> (u16, Value) + Send + Sync + 'static,
    ) -> Self {
        Server::raw(move |number, query| {
            let (status, body) = respond(number, query);
            Ok((status, body.to_string(), None))
        })
    }

    pub(super) fn raw(
        respond: impl Fn(usize, &str) -> Result<(u16, String, Option<String>), Stage>
        + Send
        + Sync
        + 'static,
    ) -> Self {
        Server {
            respond: Arc::new(respond),
            asked: Arc::default(),
        }
    }

    pub(super) fn call(&self) -> Call {
        let mut builder = petstore::Client::builder().base_url("http://h/api");
        builder.core.transport(self.clone());
        builder.core.blocking_transport(self.clone());
        builder.core.retry(crate::runtime::Retry::never());
        builder.build().unwrap().call(&LIST)
    }

    pub(super) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

/// The items that were got, and how it ended.
pub(super) type Got = (Vec<i64>, Option<(ErrorKind, String)>);

pub(super) fn id(item: &Value) -> i64 {
    item["id"].as_i64().expect("an id")
}

/// The same walk three ways: `try_next`, as a stream, blocking. They must agree.
pub(super) fn walk<const KIND: u8>(
    server: impl Fn() -> Server,
    limit: Option<i64>,
) -> (Got, Vec<String>) {
    let with = |mut call: Call| {
        if let Some(limit) = &limit {
            call.set(1, limit);
        }
        call
    };
    let told = |error: crate::runtime::Error<crate::runtime::Undocumented>| {
        Some((error.kind(), error.to_string()))
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let first = server();
    DECODED.set(0);
    let got = runtime.block_on(async {
        let mut items = Items::<List<KIND>>::new(with(first.call()));
        let mut got = Vec::new();
        loop {
            match items.try_next().await {
                Ok(Some(item)) => got.push(id(&item)),
                Ok(None) => return (got, None),
                Err(error) => return (got, told(error)),
            }
        }
    });
    assert!(
        DECODED.get() <= first.asked().len(),
        "a page is decoded once"
    );
    let mut stream = Box::pin(Items::<List<KIND>>::new(with(server().call())));
    let streamed = runtime.block_on(async {
        let mut got: Got = (Vec::new(), None);
        while let Some(item) =
            std::future::poll_fn(|context| stream.as_mut().poll_next(context)).await
        {
            match item {
                Ok(item) => got.0.push(id(&item)),
                Err(error) => got.1 = told(error),
            }
        }
        got
    });
    assert_eq!(streamed, got);
    let mut blocked: Got = (Vec::new(), None);
    for item in ItemsBlocking::<List<KIND>>::new(with(server().call())) {
        match item {
            Ok(item) => blocked.0.push(id(&item)),
            Err(error) => blocked.1 = told(error),
        }
    }
    assert_eq!(blocked, got);
    (got, first.asked())
}

pub(super) fn number(query: &str, name: &str, default: i64) -> i64 {
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs
        .filter(|(key, _)| *key == name)
        .map(|(_, value)| value.parse().unwrap())
        .next()
        .unwrap_or(default)
}

pub(super) fn data(ids: impl Iterator<Item = i64>) -> Value {
    Value::Array(ids.map(|id| json!({"id": id})).collect())
}
