//! Values of every style and kind of body: a client writes them, its server reads them back.

#![allow(deprecated)]

#[macro_use]
mod common;

use std::collections::BTreeMap;

use common::wait;
use golden::runtime::fake::Answer;
use serde_json::Value;

const ODD: [&str; 4] = ["a b", "c,d&e=f", "100% | ü", "/?#"];

fn odd() -> Vec<String> {
    ODD.map(str::to_owned).to_vec()
}

fn pairs() -> BTreeMap<String, String> {
    BTreeMap::from([
        ("one".to_owned(), "a".to_owned()),
        ("two".to_owned(), "b c".to_owned()),
    ])
}

#[test]
fn styles_of_the_path() {
    use golden::parameter_path::models::{GetThingExt, GetThingJson, GetThingObject};
    let mut object = GetThingObject::new();
    object.r = Some(-1);
    let mut document = GetThingJson::new();
    document.a = Some("x/y z".to_owned());
    let (wanted, told) = (object.clone(), document.clone());
    let server = golden::parameter_path::fake::Server::new().get_thing(move |request| {
        assert_eq!(
            request.simple.as_str(),
            "7f6c1a52-3f5e-4c8e-9d5e-2f1f3b8a9c01"
        );
        assert_eq!(request.list, [1, -2, 3]);
        assert_eq!(request.object, wanted);
        assert_eq!(request.label, "a.b c");
        assert_eq!(request.matrix, odd());
        assert_eq!(request.json, told);
        assert_eq!(request.ext, GetThingExt::Gif);
    });
    let local = server.transport();
    let id: uuid::Uuid = "7f6c1a52-3f5e-4c8e-9d5e-2f1f3b8a9c01"
        .parse()
        .expect("a UUID");
    let call = client!(parameter_path, local).get_thing(
        id,
        [1, -2, 3],
        object,
        "a.b c",
        odd(),
        document,
        GetThingExt::Gif,
    );
    wait(call.send()).expect("what was sent is read");
}

#[test]
fn styles_of_the_query() {
    use golden::parameter_query::models::FindThingsDeep;
    let mut deep = FindThingsDeep::new();
    deep.a = Some("x & y".to_owned());
    let wanted = deep.clone();
    let server = golden::parameter_query::fake::Server::new().find_things(move |request| {
        assert_eq!(request.form, Some(odd()));
        assert_eq!(request.csv, Some(odd()));
        assert_eq!(
            request.spaces.as_deref(),
            Some(&["a".to_owned(), "b,c".to_owned()][..])
        );
        assert_eq!(
            request.pipes.as_deref(),
            Some(&["a b".to_owned(), "c".to_owned()][..])
        );
        assert_eq!(request.deep.as_ref(), Some(&wanted));
        assert_eq!(request.raw.as_deref(), Some("a/b?c"));
        assert_eq!(request.json.as_deref(), Some(&[1, 2, 3][..]));
        assert_eq!(request.filter_name, Some(Some("n".to_owned())));
        assert_eq!(
            request.query_from.as_ref().map(|date| date.as_str()),
            Some("2024-02-29")
        );
    });
    let local = server.transport();
    let date: jiff::civil::Date = "2024-02-29".parse().expect("a date");
    let call = client!(parameter_query, local)
        .find_things()
        .form(odd())
        .csv(odd())
        .spaces(["a", "b,c"])
        .pipes(["a b", "c"])
        .deep(deep)
        .raw("a/b?c")
        .json([1, 2, 3])
        .filter_name(Some("n".to_owned()))
        .query_from(date);
    wait(call.send()).expect("what was sent is read");
}

#[test]
fn headers_and_cookies() {
    use golden::parameter_cookie::models::FindThingsTheme;
    use golden::parameter_header::models::FindThingsXJson;
    let mut document = FindThingsXJson::new();
    document.a = Some("\"x\", y".to_owned());
    let wanted = document.clone();
    let server = golden::parameter_header::fake::Server::new().find_things(move |request| {
        assert_eq!(request.x_ids, [1, 2]);
        assert_eq!(request.x_pairs, Some(pairs()));
        assert_eq!(request.x_json.as_ref(), Some(&wanted));
        assert_eq!(request.if_match.as_deref(), Some("\"etag\""));
    });
    let local = server.transport();
    let call = client!(parameter_header, local)
        .find_things([1, 2])
        .x_pairs(pairs());
    wait(call.x_json(document).if_match("\"etag\"").send()).expect("what was sent is read");

    let server = golden::parameter_cookie::fake::Server::new().find_things(|request| {
        assert_eq!(request.session, "a b;c");
        assert_eq!(request.ids.as_deref(), Some(&[1, 2][..]));
        assert_eq!(request.theme, Some(FindThingsTheme::Dark));
    });
    let local = server.transport();
    let call = client!(parameter_cookie, local)
        .find_things("a b;c")
        .ids([1, 2]);
    wait(call.theme(FindThingsTheme::Dark).send()).expect("what was sent is read");
}

#[test]
fn the_whole_query() {
    use golden::parameter_querystring::models::FindThingsFilter;
    let mut filter = FindThingsFilter::new();
    filter.name = Some("a&b".to_owned());
    filter.ids = Some(vec![1, 2]);
    let wanted = filter.clone();
    let server = golden::parameter_querystring::fake::Server::new()
        .find_things(move |request| assert_eq!(request.filter, wanted))
        .peek_things(|request| assert_eq!(request.path.as_deref(), Some("a/b c")));
    let local = server.transport();
    let client = client!(parameter_querystring, local);
    wait(client.find_things(filter).send()).expect("what was sent is read");
    wait(client.peek_things().path("a/b c").send()).expect("what was sent is read");
}

#[test]
fn forms() {
    use golden::body_form::models::{AddThingBody, AddThingBodyAbout};
    let mut about = AddThingBodyAbout::new();
    about.author = Some("ü".to_owned());
    let mut body = AddThingBody::new("a b&c");
    body.tags = Some(vec!["x y".to_owned(), "z".to_owned()]);
    body.about = Some(about);
    body.link = Some("http://x.test/?a=b".to_owned());
    let wanted = body.clone();
    let server = golden::body_form::fake::Server::new().add_thing(move |request| {
        let body = &request.body;
        assert_eq!((&body.name, &body.tags), (&wanted.name, &wanted.tags));
        assert_eq!((&body.about, &body.link), (&wanted.about, &wanted.link));
    });
    let local = server.transport();
    wait(client!(body_form, local).add_thing(body).send()).expect("what was sent is read");
}

#[test]
fn parts() {
    use golden::multipart::models::{UploadBody, UploadBodyAbout};
    let mut body = UploadBody::new("contents");
    body.note = Some("--x\r\n ü".to_owned());
    let mut about = UploadBodyAbout::new();
    about.author = Some("A. B".to_owned());
    body.about = Some(about);
    let (note, about) = (body.note.clone(), body.about.clone());
    let server = golden::multipart::fake::Server::new().upload(move |request| {
        assert_eq!(request.body.note, note);
        assert_eq!(request.body.about, about);
        assert!(String::from_utf8_lossy(request.received.bytes()).contains("\r\n\r\ncontents\r\n"));
    });
    let local = server.transport();
    wait(client!(multipart, local).upload(body).send()).expect("what was sent is read");

    let mut body = golden::multipart_styled::models::UploadBody::new();
    body.tags = Some(vec!["a b".to_owned(), "c".to_owned()]);
    body.more = Some(odd());
    let (tags, more) = (body.tags.clone(), body.more.clone());
    let server = golden::multipart_styled::fake::Server::new().upload(move |request| {
        assert_eq!((&request.body.tags, &request.body.more), (&tags, &more));
    });
    let local = server.transport();
    wait(client!(multipart_styled, local).upload(body).send()).expect("what was sent is read");
}

#[test]
fn one_of_several_bodies() {
    use golden::bodies::models::Thing;
    let server = golden::bodies::fake::Server::new().create_thing(|request| {
        let model = request.body.as_ref().map(|thing| thing.name.clone());
        let form = request.body_form.as_ref().map(|thing| thing.name.clone());
        let bytes = request
            .body_bytes
            .as_ref()
            .map(|b| String::from_utf8_lossy(b).into_owned());
        let all = [model, form, request.body_text.clone(), bytes];
        Answer::status(204).header("x-read", format!("{all:?}").replace("Some", ""))
    });
    let local = server.transport();
    let client = client!(bodies, local);
    let calls = [
        client.create_thing(Thing::new("n")),
        client.create_thing_form(Thing::new("n")),
        client.create_thing_text("n"),
        client.create_thing_bytes("n".as_bytes()),
    ];
    for (index, call) in calls.into_iter().enumerate() {
        let response = wait(call.send()).expect("204");
        let mut wanted = ["None"; 4];
        wanted[index] = "(\"n\")";
        assert_eq!(
            response.headers()["x-read"],
            format!("[{}]", wanted.join(", ")).as_str()
        );
    }
}

#[test]
fn objects_that_take_any_key_leave_others_theirs() {
    use golden::parameter_open::models::{FindThingsFilter, FindThingsRange};
    let mut filter = FindThingsFilter::new();
    filter.size = Some(3);
    filter.additional_properties = BTreeMap::from([
        ("year".to_owned(), "2024".to_owned()),
        ("new".to_owned(), "true".to_owned()),
    ])
    .into();
    let range = FindThingsRange::new()
        .with_ids(["7".to_owned(), "x".to_owned()])
        .with_low(1);
    let labels = BTreeMap::from([
        ("a".to_owned(), Some("1".to_owned())),
        ("b".to_owned(), None),
    ]);
    let (one, two, three) = (filter.clone(), range.clone(), labels.clone());
    let server = golden::parameter_open::fake::Server::new().find_things(move |request| {
        assert_eq!(request.filter.as_ref(), Some(&one));
        assert_eq!(request.limit, Some(5));
        assert_eq!(request.range.as_ref(), Some(&two));
        assert_eq!(request.labels.as_ref(), Some(&three));
        let either = request.either.as_ref().map(golden::runtime::json::to_string);
        assert_eq!(either.as_deref(), Some("\"12\""));
        let numbers = BTreeMap::from([("one".to_owned(), "1".to_owned())]);
        assert_eq!(request.x_labels, Some(numbers));
        Answer::status(200)
    });
    let local = server.transport();
    let client = golden::parameter_open::Client::builder()
        .base_url("http://fake.test")
        .credentials(golden::parameter_open::Credentials::new("k"))
        .transport(local.clone())
        .build()
        .expect("a client");
    let call = client.find_things().filter(filter).limit(5).range(range);
    let call = call.labels(labels).x_labels(BTreeMap::from([(
        "one".to_owned(),
        "1".to_owned(),
    )]));
    let call = call.either(golden::json::from_str::<golden::parameter_open::models::FindThingsEither>("\"12\"").expect("a text"));
    let _ = wait(call.send());
    let received = local.received();
    assert_eq!(received[0].problems(), [], "{}", received[0].target());
}

#[test]
fn an_answer_to_head_has_no_body_and_one_to_get_keeps_to_patterns() {
    let local = golden::parameter_open::fake::Server::new().transport();
    let client = golden::parameter_open::Client::builder()
        .base_url("http://fake.test")
        .credentials(golden::parameter_open::Credentials::new("k"))
        .transport(local.clone())
        .build()
        .expect("a client");
    let head = wait(client.request("HEAD", "/things").send()).expect("an answer");
    assert_eq!((head.status().as_u16(), head.body().len()), (405, 0));
    assert_eq!(head.headers()["allow"], "GET, POST");
    let post = wait(client.request("POST", "/things").send()).expect("an answer");
    let thing: Value = serde_json::from_slice(post.body()).expect("JSON");
    let code = thing["code"].as_str().expect("text");
    let (letters, digits) = code.split_once('-').expect("a dash");
    assert!(letters.len() == 2 && letters.chars().all(|c| c.is_ascii_uppercase()), "{code}");
    assert!(digits.len() == 3 && digits.chars().all(|c| c.is_ascii_digit()), "{code}");
}

#[test]
fn unions_of_lists_and_objects() {
    use golden::parameter_union::models::{
        FindThingsAt, FindThingsDeep, FindThingsIds, FindThingsMode, FindThingsNear,
        FindThingsXSort, FromModel, Named, Point, Term,
    };
    let point = || {
        let mut point = Point::new(1.5);
        point.lon = Some(-2.0);
        point
    };
    let list = (
        FindThingsAt::StringList(vec!["ab".to_owned(), "cd".to_owned()]),
        FindThingsIds::IntegerList(vec![1, 2, 3]),
        FindThingsNear::Point(point()),
        FindThingsDeep::Named(Named::new("abc")),
        FindThingsXSort::StringList(vec!["a".to_owned(), "b".to_owned()]),
        FindThingsMode::Point(point()),
    );
    let single = (
        FindThingsAt::Integer(9),
        FindThingsIds::String("all of it".to_owned()),
        FindThingsNear::String("here".to_owned()),
        FindThingsDeep::FromModel(FromModel::new(1)),
        FindThingsXSort::Bool(true),
        FindThingsMode::Integer(9),
    );
    for (at, ids, near, deep, sort, mode) in [list, single] {
        let wanted = (at.clone(), ids.clone(), near.clone(), deep.clone(), sort.clone(), mode.clone());
        let server = golden::parameter_union::fake::Server::new().find_things(move |request| {
            let request = request.clone();
            assert_eq!(request.at, wanted.0);
            assert_eq!(request.ids, Some(wanted.1.clone()));
            assert_eq!(request.near, Some(wanted.2.clone()));
            assert_eq!(request.deep, Some(wanted.3.clone()));
            assert_eq!(request.x_sort, Some(wanted.4.clone()));
            assert_eq!(request.mode, Some(wanted.5.clone()));
            assert_eq!(request.term, Some(Term::String("term".to_owned())));
        });
        let local = server.transport();
        let call = client!(parameter_union, local).find_things(at);
        let call = call.ids(ids).near(near).deep(deep).x_sort(sort).mode(mode);
        let call = call.term(Term::String("term".to_owned()));
        wait(call.send()).expect("what was sent is read");
    }
}
