//! What is written wrongly is told with its name and its place; what belongs to nobody is refused.

#[macro_use]
mod common;

use common::{is, open, wait};

#[test]
fn what_is_wrong_with_a_parameter_is_told_with_its_name() {
    let query = |name: &str, text: &str| {
        refused!(
            parameter_query,
            "GET",
            "/things",
            |call: golden::runtime::RawRequest| call.query(name, text)
        )
    };
    assert_eq!(query("json", "[1,\"x\"]"), is(400, "query", "json"));
    assert_eq!(query("json", "[1"), is(400, "query", "json"));
    assert_eq!(query("deep[b][0]", "x"), is(400, "query", "deep"));
    assert_eq!(query("from", "2024-02-30"), is(400, "query", "from"));
    let header = |name: &str, text: &str| {
        refused!(
            parameter_header,
            "GET",
            "/things",
            |call: golden::runtime::RawRequest| call.header(name, text)
        )
    };
    assert_eq!(header("x-other", "1"), is(400, "header", "X-Ids"));
    assert_eq!(header("x-ids", "1,x"), is(400, "header", "X-Ids"));
    let cookie = |text: &str| {
        refused!(
            parameter_cookie,
            "GET",
            "/things",
            |call: golden::runtime::RawRequest| call.header("cookie", text)
        )
    };
    assert_eq!(cookie("theme=dark"), is(400, "cookie", "session"));
    assert_eq!(cookie("session=a; ids=1,x"), is(400, "cookie", "ids"));
    assert_eq!(cookie("session=a; theme=blue"), is(400, "cookie", "theme"));
    let id = "7f6c1a52-3f5e-4c8e-9d5e-2f1f3b8a9c01";
    let cases = [
        ("not-one/1/r=1/.x/;matrix=a/{}.png".to_owned(), "simple"),
        (format!("{id}/1,x/r=1/.x/;matrix=a/{{}}.png"), "list"),
        (format!("{id}/1/r/.x/;matrix=a/{{}}.png"), "object"),
        (format!("{id}/1/r=1/x/;matrix=a/{{}}.png"), "label"),
        (format!("{id}/1/r=1/.x/a/{{}}.png"), "matrix"),
        (format!("{id}/1/r=1/.x/;matrix=a/{{.png"), "json"),
        (format!("{id}/1/r=1/.x/;matrix=a/{{}}.bmp"), "ext"),
    ];
    for (path, name) in cases {
        let found = refused!(
            parameter_path,
            "GET",
            format!("/a/{path}"),
            |call: golden::runtime::RawRequest| call
        );
        assert_eq!(found, is(400, "path", name), "{path}");
    }
}

#[test]
fn what_is_wrong_with_a_body_is_told_with_its_place() {
    let body = |media: &str, text: &'static str| {
        refused!(
            bodies,
            "POST",
            "/things",
            |call: golden::runtime::RawRequest| {
                call.bytes(text.as_bytes()).header("content-type", media)
            }
        )
    };
    assert_eq!(
        body("application/xml", "<a/>"),
        is(415, "header", "content-type")
    );
    assert_eq!(
        body("application/json", "{\"name\":"),
        is(400, "body", "$.name")
    );
    assert_eq!(
        body("application/json", "{\"name\":1}"),
        is(422, "body", "$.name")
    );
    assert_eq!(body("application/json", "{}"), is(422, "body", "$"));
    let form = "application/x-www-form-urlencoded";
    assert_eq!(body(form, "name=a&size=x"), is(422, "body", "$.size"));
    let missing = refused!(
        bodies,
        "POST",
        "/things",
        |call: golden::runtime::RawRequest| call
    );
    assert_eq!(missing, is(400, "body", "$"));
    let parts = |text: &'static str| {
        refused!(
            multipart,
            "POST",
            "/files",
            |call: golden::runtime::RawRequest| {
                call.bytes(text.as_bytes())
                    .header("content-type", "multipart/form-data; boundary=b")
            }
        )
    };
    assert_eq!(parts("--b\r\n"), is(400, "body", "$"));
    let note = "--b\r\ncontent-disposition: form-data; name=\"note\"\r\n\r\nx\r\n--b--\r\n";
    assert_eq!(parts(note), is(422, "body", "$"));
}

#[test]
fn what_comes_twice_or_in_no_order_is_told() {
    assert_eq!(open("&year=1&limit=2&size=3").0, 200);
    let twice = "is there more than once";
    for (query, name, reason) in [
        ("&limit=1&limit=2", "limit", twice),
        ("&size=1&size=2", "filter", twice),
        ("&range[low]=1&range[low]=2", "range", "at `low` is there more than once"),
        ("&range[low]=1&range[low][x]=2", "range", "at `low` is there more than once"),
        ("&range=1", "range", "is not written as `range[key]`"),
        ("&range[low=1", "range", "is not written as `range[key]`"),
        ("&range[low]=x", "range", "at `low` is not a whole number"),
        ("&labels={%22a%22:1}", "labels", "at `a` is not text"),
        ("&limit=%FF", "limit", "is not UTF-8"),
    ] {
        let found = open(query);
        assert_eq!(found, is(400, &format!("the query's `{name}`"), reason), "{query}");
    }
    assert_eq!(open("&range[ids]=1&range[ids]=2").0, 200);
    assert_eq!(open("&range[ids][0]=1&range[ids][1]=2").0, 200);
}

#[test]
fn bodies_that_nobody_asked_for_and_values_that_no_enum_has() {
    let send = |method: &'static str, media: Option<&'static str>, body: &'static str| {
        let local = golden::parameter_open::fake::Server::new().transport();
        let mut request = http::Request::builder()
            .method(method)
            .uri("http://fake.test/things?key=k");
        if let Some(media) = media {
            request = request.header("content-type", media);
        }
        let request = request.body(golden::runtime::Body::from(body));
        let answer = golden::runtime::Transport::send(&local, request.expect("a request"));
        let status = wait(answer).expect("an answer").status().as_u16();
        let received = local.received();
        let problem = received[0].problems().first().map(ToString::to_string);
        (status, problem.unwrap_or_default())
    };
    let json = Some("application/json");
    let none = "the body at `$`: is there, and the operation takes none";
    assert_eq!(send("GET", json, "{}"), (400, none.to_owned()));
    assert_eq!(send("GET", json, "").0, 204);
    assert_eq!(send("POST", json, "").0, 200);
    let missing = "the header `content-type`: is missing; it takes application/json";
    assert_eq!(send("POST", None, "{}"), (415, missing.to_owned()));
    let unlisted = "the body at `$.parts[*].kind`: is none of the values of its enum";
    let body = r#"{"kind":"cat","parts":[{"kind":"cow"}]}"#;
    assert_eq!(send("POST", json, body), (422, unlisted.to_owned()));
    assert_eq!(send("PATCH", None, "").0, 405);
}

#[test]
fn bodies_keep_to_what_the_document_demands_of_them() {
    let body = |method: &str, query: &str, text: &str| {
        let local = golden::checked::fake::Server::new().transport();
        let text = text.to_owned();
        let request = http::Request::builder().method(method);
        let request = request
            .uri(format!("http://fake.test/orders{query}"))
            .header("content-type", "application/json");
        let request = request.body(golden::runtime::Body::from(text));
        let request = request.expect("a request");
        let answer = wait(golden::runtime::Transport::send(&local, request));
        let status = answer.expect("an answer").status().as_u16();
        match local.received()[0].problems().first() {
            None => is(status, "", ""),
            Some(problem) => is(status, &problem.place().to_string(), problem.reason()),
        }
    };
    let order = |more: &str| body("POST", "?ids=ab", &format!(r#"{{"code":"AB1","price":1{more}}}"#));
    assert_eq!(order(""), is(200, "", ""));
    for (more, path, reason) in [
        (r#","note":"abcd""#, "$.note", "has more than 3 characters"),
        (r#","tags":["abcde"]"#, "$.tags[0]", "has more than 4 characters"),
        (r#","parts":[{"code":"a","price":1}]"#, "$.parts[0].code", r"does not match `^[A-Z]{2}\d+$`"),
        (r#","tree":{"a":{"b":{},"c":{},"d":{}}}"#, "$.tree.a", "has more than 2 properties"),
        (r#","pay":"abc""#, "$.pay", "has fewer than 4 characters"),
        (r#","pay":{"number":"1"}"#, "$.pay.number", "has fewer than 2 characters"),
        (r#","place":[{"number":"1"},1]"#, "$.place[0].number", "has fewer than 2 characters"),
        (r#","other":4"#, "$.other", "is less than 5"),
    ] {
        assert_eq!(order(more), is(422, &format!("the body at `{path}`"), reason), "{more}");
    }
    assert_eq!(body("PUT", "", "[]"), is(422, "the body at `$`", "has fewer than 1 items"));
}

#[test]
fn values_of_unions_keep_to_the_bounds_of_their_branches() {
    let send = |target: &str, header: (&'static str, &'static str)| {
        let local = golden::parameter_union::fake::Server::new().transport();
        let request = http::Request::get(format!("http://fake.test/things/{target}"));
        let request = request.header(header.0, header.1);
        let request = request.body(golden::runtime::Body::empty());
        let answer = golden::runtime::Transport::send(&local, request.expect("a request"));
        let status = wait(answer).expect("an answer").status().as_u16();
        match local.received()[0].problems().first() {
            None => is(status, "", ""),
            Some(problem) => is(status, &problem.place().to_string(), problem.reason()),
        }
    };
    let none = ("x-none", "");
    for (target, name, reason) in [
        ("a", "the path's `at`", "at `[0]` has fewer than 2 characters"),
        ("ab,c", "the path's `at`", "at `[1]` has fewer than 2 characters"),
        ("1?ids=1&ids=10", "the query's `ids`", "at `[1]` is greater than 9"),
        ("1?ids=1&ids=2&ids=3&ids=4", "the query's `ids`", "has more than 3 items"),
        ("1?ids=some", "the query's `ids`", "at `[0]` is not a whole number"),
        ("1?lat=91", "the query's `near`", "at `lat` is greater than 90"),
        ("1?near=there", "the query's `near`", "has more than 4 characters"),
        ("1?deep[from]=0", "the query's `deep`", "at `from` is less than 1"),
        ("1?deep[name]=abcd", "the query's `deep`", "at `name` has more than 3 characters"),
        ("1?term=ab", "the query's `term`", "has fewer than 3 characters"),
    ] {
        assert_eq!(send(target, none), is(400, name, reason), "{target}");
    }
    let sort = ("x-sort", "a,b,c");
    assert_eq!(send("1", sort), is(400, "the header `X-Sort`", "has more than 2 items"));
    let mode = ("cookie", "mode=10");
    assert_eq!(send("1", mode), is(400, "the cookie `mode`", "is greater than 9"));
    let mode = ("cookie", "mode=lat,91");
    assert_eq!(send("1", mode), is(400, "the cookie `mode`", "at `lat` is greater than 90"));
    for target in ["1", "ab,cd", "1?term=7", "1?ids=9", "1?ids=all", "1?lat=1&lon=2", "1?deep[from]=1"] {
        assert_eq!(send(target, none), is(204, "", ""), "{target}");
    }
}
