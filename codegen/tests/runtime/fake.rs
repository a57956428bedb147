//! A server of tests over a real port: what it holds bodies and parameters to, how much it takes, and that nothing that is
//! sent to it, or that a handler does, ends it.

mod judged;

use crate::runtime::fake::{
    Answer, Described, Expect, Failure, Fault, Form, FromReceived, Payload, Problem, Received, Row,
    Running, Server, json, reads,
};
use crate::runtime::{Api, Endpoint, Parameter, Value};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

static API: Api = Api {
    name: "orders",
    user_agent: "tests/1",
    servers: &[],
    schemes: &[],
};

static PUT: Endpoint = Endpoint {
    id: "putOrder",
    method: "POST",
    path: "/orders",
    parameters: &[
        Parameter::query("size"),
        Parameter::query("ids"),
        Parameter::query("loop"),
    ],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

static ORDER: Expect = Expect::object(
    &[
        ("code", Expect::ANY.rules(&[("pattern", r"^\w\d+$")])),
        (
            "slow",
            Expect::ANY.rules(&[("pattern", r"^((a+)+)\1+b$|c")]),
        ),
        ("odd", Expect::ANY.rules(&[("pattern", "(")])),
        (
            "price",
            Expect::ANY.rules(&[("exclusiveMinimum", "0"), ("multipleOf", "0.01")]),
        ),
        (
            "note",
            Expect::ANY.rules(&[("minLength", "2"), ("maxLength", "3")]),
        ),
        (
            "tags",
            Expect::ANY.rules(&[("uniqueItems", "true"), ("maxItems", "200000")]),
        ),
        (
            "parts",
            Expect::list(&Expect::of(&ORDER)).rules(&[("minItems", "1")]),
        ),
        (
            "pair",
            Expect::tuple(
                &[Expect::of(&ORDER)],
                &Expect::ANY.rules(&[("maximum", "9")]),
            ),
        ),
        (
            "pay",
            Expect::one_of(&[
                Expect::TEXT.rules(&[("minLength", "4")]),
                Expect::object(
                    &[("number", Expect::TEXT.rules(&[("minLength", "2")]))],
                    true,
                )
                .rules(&[("required", r#"["number"]"#)]),
            ]),
        ),
        (
            "pet",
            Expect::tagged(
                "kind",
                &[
                    (
                        &["cat"],
                        Expect::object(&[("lives", Expect::ANY.rules(&[("maximum", "9")]))], false),
                    ),
                    (&["dog", "hound"], Expect::ANY),
                ],
            ),
        ),
        ("term", Expect::of(&TERM)),
        ("loop", Expect::of(&LOOP)),
        (
            "rank",
            Expect::INTEGER.rules(&[("enum", "[1,9007199254740993]")]),
        ),
        ("a/b~.c", Expect::ANY.rules(&[("maxLength", "1")])),
    ],
    false,
)
.rules(&[("maxProperties", "5")]);

/// Two branches that only what is deepest in them tells apart.
static TERM: Expect = Expect::one_of(&[
    Expect::object(
        &[
            ("l", Expect::of(&TERM)),
            ("v", Expect::ANY.rules(&[("maximum", "1")])),
        ],
        true,
    ),
    Expect::object(
        &[
            ("l", Expect::of(&TERM)),
            ("v", Expect::ANY.rules(&[("maximum", "2")])),
        ],
        true,
    ),
]);

/// Alternatives that are alternatives of themselves.
static LOOP: Expect =
    Expect::one_of(&[Expect::of(&BACK), Expect::TEXT.rules(&[("minLength", "3")])]);

static BACK: Expect = Expect::one_of(&[Expect::of(&LOOP), Expect::INTEGER]);

static PLACE: Expect = Expect::object(
    &[("lat", Expect::NUMBER.rules(&[("maximum", "90")]))],
    false,
)
.rules(&[("required", r#"["lat"]"#)]);

static ROWS: &[Row] = &[Row::new(&PUT, reads::<PutReceived>, 200)
    .parameters(&[
        Expect::one_of(&[
            Expect::INTEGER.rules(&[("minimum", "1"), ("maximum", "100")]),
            Expect::TEXT.rules(&[("enum", r#"["all","none"]"#)]),
        ]),
        Expect::one_of(&[
            Expect::list(&Expect::INTEGER.rules(&[("maximum", "9")])).rules(&[("maxItems", "2")]),
            Expect::of(&PLACE),
        ]),
        Expect::of(&LOOP),
    ])
    .payloads(
        false,
        &[
            Payload::new("application/json", Form::Json).of(&[], Expect::of(&ORDER)),
            Payload::new("application/x-www-form-urlencoded", Form::Pairs).of(&[], FIELDS),
            Payload::new("multipart/form-data", Form::Parts).of(&[], FIELDS),
        ],
    )
    .answers("application/json", "{}")
    .fails(&[
        Failure::json(409, r#"{"code":"taken"}"#),
        Failure::new(410, 410, "", ""),
        Failure::new(400, 499, "application/json", r#"{"code":"wrong"}"#),
    ])];

const FIELDS: Expect = Expect::object(
    &[
        ("kind", Expect::TEXT.rules(&[("enum", r#"["new","old"]"#)])),
        ("name", Expect::TEXT.rules(&[("maxLength", "5")])),
        ("a\"b;c", Expect::TEXT.rules(&[("maxLength", "5")])),
    ],
    false,
);

/// What comes with a request: whichever body it has.
struct PutReceived {
    size: Option<Value>,
}

impl FromReceived for PutReceived {
    fn from_received(received: &Received) -> Result<Self, Problem> {
        let size = received.parameter("size")?;
        for number in 0..3 {
            received.model::<Value>(number)?;
        }
        Ok(PutReceived { size })
    }
}

#[derive(Debug)]
enum Orders {}

impl Described for Orders {
    fn rows() -> Vec<&'static [Row]> {
        vec![ROWS]
    }
}

fn server() -> Server<Orders> {
    Server::new()
}

/// Sends a request, and gives the status and the body of the answer.
fn send(server: &Running, query: &str, media: &str, body: &[u8]) -> (u16, Value) {
    let address = server.url().strip_prefix("http://").expect("a URL");
    let mut stream = TcpStream::connect(address).expect("a connection");
    let length = body.len();
    let head = format!(
        "POST /orders{query} HTTP/1.1\r\nhost: test\r\nconnection: close\r\ncontent-type: {media}\r\ncontent-length: {length}\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).expect("sent");
    stream.write_all(body).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    let status = answer.get(9..12).and_then(|code| code.parse().ok());
    let (_, text) = answer.split_once("\r\n\r\n").expect("a head");
    let text = serde_json::from_str(text).unwrap_or(Value::Null);
    (status.unwrap_or_default(), text)
}

fn put(server: &Running, body: &str) -> (u16, Value) {
    send(server, "", "application/json", body.as_bytes())
}

/// What is wrong with a body: where, and why.
fn wrong(server: &Running, body: &str) -> (String, String) {
    let (status, problem) = put(server, body);
    assert_eq!(status, 422, "{body}: {problem}");
    let text = |key: &str| problem[key].as_str().unwrap_or_default().to_owned();
    (text("pointer"), text("reason"))
}

#[test]
fn what_is_not_in_the_document_can_be_taken() {
    let strict = server().start_blocking().expect("a port");
    let lenient = server().accept_unknown_keys().accept_unknown_values();
    let lenient = lenient.start_blocking().expect("a port");
    let form = "application/x-www-form-urlencoded";
    let json = "application/json";
    for (media, body, pointer) in [
        (form, "kind=blue", "/kind"),
        (form, "colour=1", "/colour"),
        (json, r#"{"colour":1}"#, "/colour"),
        (json, r#"{"pet":{"kind":"cow"}}"#, "/pet/kind"),
    ] {
        let (status, problem) = send(&strict, "", media, body.as_bytes());
        assert_eq!(
            (status, &problem["pointer"]),
            (422, &pointer.into()),
            "{body}"
        );
        let (status, problem) = send(&lenient, "", media, body.as_bytes());
        assert_eq!(status, 200, "{body}: {problem}");
    }
    // Bounds hold all the same.
    let (status, problem) = send(&lenient, "", form, b"kind=blue&name=123456");
    assert_eq!((status, &problem["pointer"]), (422, &"/name".into()));
}

#[test]
fn nothing_that_is_sent_holds_up_the_server() {
    let server = server().start_blocking().expect("a port");
    let begun = Instant::now();
    let slow = format!(r#"{{"slow":"{}"}}"#, "a".repeat(100_000));
    let many: Vec<String> = (0..150_000).map(|n| format!(r#"{{"n":{n}}}"#)).collect();
    let unique = format!(r#"{{"tags":[{}]}}"#, many.join(","));
    let deep = format!(
        r#"{{"term":{}{{"v":3}}{}}}"#,
        r#"{"l":"#.repeat(60),
        "}".repeat(60)
    );
    let part = format!(r#"{{"slow":"{}"}},"#, "a".repeat(100_000));
    let slow_parts = format!(r#"{{"parts":[{}{{}}]}}"#, part.repeat(100));
    // What cannot be told in time is let pass.
    for (body, expected) in [
        (&slow, 200),
        (&unique, 200),
        (&deep, 422),
        (&slow_parts, 200),
    ] {
        let (status, problem) = put(&server, body);
        assert_eq!(status, expected, "{}: {problem}", &body[..20]);
    }
    assert!(
        begun.elapsed() < Duration::from_secs(30),
        "{:?}",
        begun.elapsed()
    );
}

#[test]
fn a_body_has_a_limit() {
    let server = server().body_limit(9).start_blocking().expect("a port");
    assert_eq!(put(&server, r#"{"odd":1}"#).0, 200);
    for more in [1, 1 << 20] {
        let (status, problem) = put(&server, &format!(r#"{{"odd":1{}}}"#, " ".repeat(more)));
        assert_eq!(status, 413, "{problem}");
        assert_eq!(problem["reason"], "has more than 9 bytes");
        assert_eq!(problem["operation"], "putOrder");
    }
    assert_eq!(put(&server, "{}").0, 200);
    let usual = self::server().start_blocking().expect("a port");
    let body = |length: usize| format!("{{}}{}", " ".repeat(length - 2));
    assert_eq!(put(&usual, &body(16 << 20)).0, 200);
    assert_eq!(put(&usual, &body((16 << 20) + 1)).0, 413);
}

#[test]
fn a_handler_that_panics_is_an_answer_and_not_the_end() {
    let server = server().on(&ROWS[0], json::<Value>, |put: &PutReceived| {
        let none = put.size.as_ref().is_none_or(Value::is_null);
        assert!(none, "no size is known");
        Answer::<Value>::success(Value::Null)
    });
    let server = server.start_blocking().expect("a port");
    for _ in 0..2 {
        let (status, problem) = send(&server, "?size=1", "text/none", b"");
        assert_eq!((status, &problem["in"]), (500, &"handler".into()));
        assert_eq!(problem["reason"], "panicked: no size is known");
        assert_eq!(put(&server, "{}").0, 200);
    }
}

#[test]
fn headers_of_parts_may_be_quoted_in_any_way() {
    let server = server().start_blocking().expect("a port");
    let part = |disposition: &str, boundary: &str| {
        format!(
            "--{boundary}\r\nContent-Disposition: {disposition}\r\n\r\n123456\r\n--{boundary}--\r\n"
        )
    };
    for (media, disposition, pointer) in [
        ("boundary=x", "form-data; name=name", "/name"),
        (
            "boundary=x",
            "form-data; name=\"name\"; filename=\"a\\\";b.txt\"",
            "/name",
        ),
        (
            "boundary=x",
            "form-data; filename=\"name=\\\"no\\\"\"; name=\"name\"",
            "/name",
        ),
        ("boundary=x", "form-data; name=\"a\\\"b;c\"", "/a\"b;c"),
        ("boundary=x", "form-data; name=\"a%22b;c\"", "/a\"b;c"),
        (
            "charset=\"a;b\"; boundary=\"x y\"",
            "form-data; name=\"name\"",
            "/name",
        ),
    ] {
        let boundary = if media.contains("x y") { "x y" } else { "x" };
        let media = format!("multipart/form-data; {media}");
        let (status, problem) = send(&server, "", &media, part(disposition, boundary).as_bytes());
        let found = (status, &problem["pointer"], &problem["reason"]);
        assert_eq!(
            found,
            (422, &pointer.into(), &"has more than 5 characters".into()),
            "{media} {disposition}: {problem}"
        );
    }
}

#[test]
fn a_fault_with_a_status_says_what_the_document_has_for_it() {
    let answered = |server: Server<Orders>, status: u16| {
        let server = server.fault(Fault::status(status));
        let (code, body) = put(&server.start_blocking().expect("a port"), "{}");
        assert_eq!(code, status);
        body["code"]
            .as_str()
            .or(body["title"].as_str())
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(answered(server(), 409), "taken");
    assert_eq!(answered(server(), 404), "wrong");
    // It is documented, and has no example; and this one is not documented.
    assert_eq!(answered(server(), 410), "Gone");
    assert_eq!(answered(server(), 503), "Service Unavailable");
    let own = server().on_problem(|_, problem| {
        let body = format!(r#"{{"code":"own {}"}}"#, problem.status());
        let mut response = http::Response::new(body.into());
        *response.status_mut() = http::StatusCode::CONFLICT;
        response
    });
    assert_eq!(answered(own, 409), "own 409");
}
