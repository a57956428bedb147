//! Walks through pages of every kind, over servers that behave and servers that do not.

mod links;
pub(super) mod server;

use super::petstore;
use crate::runtime::{
    Endpoint, ErrorKind, Items, ItemsBlocking, Pages, PagesBlocking, Position, Stage, Value, json,
};
use serde_json::json;
use server::{
    CURSOR, Got, List, NEXT_URL, OFFSET, OFFSET_TOTAL, PAGE, PAGE_TOTALS, Server, data, id, number,
    walk,
};
use std::sync::{Arc, Mutex};

/// A server with this many items behind `offset` and `limit`, the limit capped.
fn by_offset(size: i64, cap: i64, total: impl Fn(i64) -> Value + Send + Sync + 'static) -> Server {
    Server::new(move |_, query| {
        let at = number(query, "at", 0);
        let limit = number(query, "limit", 3).min(cap);
        (
            200,
            json!({"data": data(at..(at + limit).min(size)), "meta": {"total": total(size)}}),
        )
    })
}

fn all(size: i64) -> Got {
    ((0..size).collect(), None)
}

#[test]
fn offsets_end_on_a_short_page() {
    for size in 0..10 {
        let (got, asked) = walk::<OFFSET>(|| by_offset(size, 3, |_| json!(0)), None);
        assert_eq!(got, all(size));
        assert_eq!(asked.len() as i64, size / 3 + 1, "{asked:?}");
    }
    let (got, asked) = walk::<OFFSET>(|| by_offset(5, 100, |_| json!(0)), Some(4));
    assert_eq!(got, all(5));
    assert_eq!(asked, ["limit=4", "at=4&limit=4"]);
}

#[test]
fn the_server_is_told_the_limit_that_short_pages_are_told_by() {
    // Left to itself, this one gives two at a time, which is short of the three that the plan goes by.
    let server = || {
        Server::new(|_, query| {
            let (at, limit) = (number(query, "at", 0), number(query, "limit", 2));
            (200, json!({"data": data(at..(at + limit).min(5))}))
        })
    };
    let (got, asked) = walk::<OFFSET>(server, None);
    assert_eq!(got, all(5));
    assert_eq!(asked, ["limit=3", "at=3&limit=3"]);
}

#[test]
fn a_total_is_believed_only_where_it_can_be_true() {
    // It saves the request for an empty page, and sees through a limit that the server caps.
    let (got, asked) = walk::<OFFSET_TOTAL>(|| by_offset(6, 2, |size| json!(size)), Some(50));
    assert_eq!(got, all(6));
    assert_eq!(asked, ["limit=50", "at=2&limit=50", "at=4&limit=50"]);
    for lie in [json!(0), json!(1), json!(null), json!("many"), json!(-1)] {
        let (got, _) = walk::<OFFSET_TOTAL>(
            || {
                by_offset(7, 3, {
                    let lie = lie.clone();
                    move |_| lie.clone()
                })
            },
            None,
        );
        assert_eq!(got, all(7), "{lie}");
    }
    let (got, asked) = walk::<OFFSET_TOTAL>(|| by_offset(7, 3, |_| json!(1_000_000)), None);
    assert_eq!((got, asked.len()), (all(7), 4));
}

#[test]
fn a_list_that_shrinks_on_the_way_ends() {
    let server = || {
        Server::new(|number, query| {
            let at = self::number(query, "at", 0);
            let size = if number == 0 { 9 } else { 4 };
            (
                200,
                json!({"data": data(at..(at + 3).min(size).max(at)), "meta": {"total": 9}}),
            )
        })
    };
    let (got, _) = walk::<OFFSET_TOTAL>(server, None);
    assert_eq!(got, all(4));
}

#[test]
fn a_server_that_ignores_the_offset_is_noticed() {
    let server = || Server::new(|_, _| (200, json!({"data": data(0..3)})));
    let ((got, error), asked) = walk::<OFFSET>(server, None);
    assert_eq!((got, asked.len()), (vec![0, 1, 2], 2));
    assert_eq!(
        error,
        Some((
            ErrorKind::Paging,
            "list: the server gave the same page again".into()
        ))
    );
}

fn by_page(size: i64, meta: Value) -> Server {
    Server::new(move |_, query| {
        let at = (number(query, "at", 1) - 1) * 3;
        (
            200,
            json!({"data": data(at..(at + 3).min(size).max(at)), "meta": meta}),
        )
    })
}

#[test]
fn pages_are_counted_to_their_end() {
    for size in 0..10 {
        let (got, asked) = walk::<PAGE>(|| by_page(size, json!({})), Some(3));
        assert_eq!(got, all(size));
        assert_eq!(asked.len() as i64, size / 3 + 1);
        // Without a limit only an empty page can tell.
        let (got, asked) = walk::<PAGE>(|| by_page(size, json!({})), None);
        assert_eq!(got, all(size));
        assert_eq!(asked.len() as i64, (size + 2) / 3 + 1);
        let pages = (size + 2) / 3;
        let (got, asked) = walk::<PAGE_TOTALS>(|| by_page(size, json!({"pages": pages})), None);
        assert_eq!(got, all(size));
        assert_eq!(asked.len() as i64, pages.max(1));
        let (got, asked) = walk::<PAGE_TOTALS>(|| by_page(size, json!({"total": size})), Some(3));
        assert_eq!(got, all(size));
        assert_eq!(asked.len() as i64, pages.max(1));
        let (got, _) =
            walk::<PAGE_TOTALS>(|| by_page(size, json!({"pages": 0, "total": 0})), Some(3));
        assert_eq!(got, all(size));
    }
    let (_, asked) = walk::<PAGE>(|| by_page(4, json!({})), Some(3));
    assert_eq!(asked, ["limit=3", "at=2&limit=3"]);
}

/// A server whose pages are linked by cursors: each page with its cursor, its items and the next cursor.
fn by_cursor(pages: &'static [(&'static str, &'static [i64], Value)]) -> Server {
    Server::new(move |_, query| {
        let cursor = query.strip_prefix("at=").unwrap_or_default();
        let (_, items, next) = pages
            .iter()
            .find(|(name, ..)| *name == cursor)
            .expect("a page");
        (
            200,
            json!({"data": data(items.iter().copied()), "next": next}),
        )
    })
}

#[test]
fn cursors_are_followed_until_there_is_none() {
    for end in [json!(null), json!(""), json!({"odd": 1})] {
        let pages: &'static _ = Box::leak(Box::new([
            ("", &[0, 1][..], json!("a%2F b")),
            ("a%252F%20b", &[2][..], json!(17)),
            ("17", &[][..], json!("c")),
            ("c", &[3][..], end),
        ]));
        let (got, _) = walk::<CURSOR>(|| by_cursor(pages), None);
        assert_eq!(got, all(4));
    }
    let server =
        || Server::new(|_, _| (200, json!({"data": data(0..2), "next": "b", "more": false})));
    assert_eq!(walk::<CURSOR>(server, None).0, all(2));
    let server = || Server::new(|_, _| (200, json!({"data": data(0..2), "more": true})));
    let ((got, error), _) = walk::<CURSOR>(server, None);
    assert_eq!(got, [0, 1]);
    assert!(error.unwrap().1.contains("but not where"));
}

#[test]
fn cursors_that_go_round_in_circles_are_refused() {
    let pages: &'static _ = Box::leak(Box::new([
        ("", &[0][..], json!("a")),
        ("a", &[1][..], json!("b")),
        ("b", &[2][..], json!("c")),
        ("c", &[3][..], json!("a")),
    ]));
    let ((got, error), _) = walk::<CURSOR>(|| by_cursor(pages), None);
    assert_eq!(got, [0, 1, 2, 3], "each page once, and the last in full");
    assert_eq!(
        error,
        Some((
            ErrorKind::Paging,
            "list: the next page is one that was there before".into()
        ))
    );
    let server = || Server::new(|number, _| (200, json!({"data": [], "next": number})));
    let ((got, error), asked) = walk::<CURSOR>(server, None);
    assert_eq!((got, asked.len()), (vec![], 101));
    assert_eq!(error.unwrap().1, "list: 100 pages in a row were empty");
}

#[test]
fn an_error_page_says_so_and_can_be_asked_for_again() {
    let server = Server::raw(|number, query| {
        let at = self::number(query, "at", 0);
        match number {
            1 => Ok((503, "{}".into(), None)),
            2 => Err(Stage::Exchange),
            3 => Ok((
                200,
                "{\"data\":[{\"id\":3},{\"id\":4},{\"id\":5}]".into(),
                None,
            )),
            _ => Ok((
                200,
                json!({"data": data(at..(at + 3).min(8))}).to_string(),
                None,
            )),
        }
    });
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let mut items = Items::<List<OFFSET>>::new(server.call());
    let mut got = Vec::new();
    let mut kinds = Vec::new();
    runtime.block_on(async {
        loop {
            match items.try_next().await {
                Ok(Some(item)) => got.push(id(&item)),
                Ok(None) => break,
                Err(error) => kinds.push(error.kind()),
            }
        }
    });
    assert_eq!(
        got,
        (0..8).collect::<Vec<_>>(),
        "nothing lost, nothing twice"
    );
    assert_eq!(
        kinds,
        [ErrorKind::Api, ErrorKind::Transport, ErrorKind::Decode]
    );
}

#[test]
fn the_next_page_is_fetched_while_one_is_used() {
    let server = by_offset(7, 3, |_| json!(0));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let mut pages = Pages::<List<OFFSET>>::new(server.call());
    runtime.block_on(async {
        let page = pages.try_next().await.unwrap().unwrap();
        assert_eq!(page.status(), 200);
        assert_eq!(server.asked().len(), 2);
    });
    let mut pages = PagesBlocking::<List<OFFSET>>::new(server.call());
    pages.next().unwrap().unwrap();
    assert_eq!(
        server.asked().len(),
        3,
        "on one thread only what is asked for"
    );
}

#[test]
fn a_walk_can_be_left_and_taken_up_elsewhere() {
    for stop in 0..=8 {
        let server = by_offset(8, 3, |_| json!(0));
        let mut items = ItemsBlocking::<List<OFFSET>>::new(server.call());
        let mut got: Vec<i64> = items
            .by_ref()
            .take(stop)
            .map(|item| id(&item.unwrap()))
            .collect();
        let kept = items.position().map(|position| position.to_string());
        assert_eq!(kept.is_none(), stop == 8, "{kept:?}");
        if let Some(kept) = kept {
            let position: Position = kept.parse().unwrap();
            let rest = ItemsBlocking::<List<OFFSET>>::new(server.call()).at(&position);
            got.extend(rest.map(|item| id(&item.unwrap())));
        }
        assert_eq!(got, (0..8).collect::<Vec<_>>(), "{stop}");
    }
    for text in [
        "0 start",
        "2 offset 5",
        "0 page 3",
        "1 cursor a b c",
        "0 link http://h/x?y",
    ] {
        assert_eq!(text.parse::<Position>().unwrap().to_string(), text);
    }
    for text in [
        "",
        "start",
        "x start",
        "0 offset",
        "0 offset x",
        "0 elsewhere 1",
    ] {
        assert!(text.parse::<Position>().is_err(), "{text}");
    }
}

#[test]
fn credentials_go_along_to_every_page() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let keep = Arc::clone(&seen);
    let server = Server::new(move |_, query| {
        keep.lock().unwrap().push(query.to_owned());
        let next = if query.contains("c=1") {
            json!(null)
        } else {
            json!("/api/secured?c=1&api%20key=k")
        };
        (
            200,
            json!({"data": [{"id": 1}], "_links": {"next": {"href": next}}}),
        )
    });
    static SECURED: Endpoint = Endpoint {
        security: &[&[3]],
        path: "/secured",
        parameters: &[],
        ..endpoint()
    };
    let mut builder = petstore::Client::builder().base_url("http://h/api");
    builder.core.blocking_transport(server);
    let client = builder
        .credentials(petstore::Credentials::query("k"))
        .build()
        .unwrap();
    let count = ItemsBlocking::<List<NEXT_URL>>::new(client.call(&SECURED))
        .map(Result::unwrap)
        .count();
    assert_eq!(count, 2);
    assert_eq!(*seen.lock().unwrap(), ["api%20key=k", "c=1&api%20key=k"]);
}

const fn endpoint() -> Endpoint {
    Endpoint {
        id: "list",
        method: "GET",
        path: "",
        parameters: &[],
        accept: "",
        security: &[],
        api: petstore::API_REF,
        servers: None,
    }
}

#[test]
fn places_in_the_body_are_found_without_reading_it() {
    let body = br#"{"a":{"x":[1,{"b":2}],"b":{"c":"d"}},"e":null}"#;
    let response = http::Response::builder()
        .status(200)
        .body(bytes::Bytes::from_static(body))
        .unwrap();
    let page = <List<OFFSET> as crate::runtime::Operation>::from_response(response).unwrap();
    assert_eq!(page["a"]["b"], json!({"c": "d"}));
    assert_eq!(json::to_string(&page["e"]), "null");
}

#[test]
fn a_position_of_another_server_gets_no_credentials() {
    let server = Server::new(|_, _| (200, json!({"data": []})));
    let position: Position = "0 link http://evil.example/items?key=s3cret"
        .parse()
        .unwrap();
    let mut items = ItemsBlocking::<List<NEXT_URL>>::new(server.call()).at(&position);
    assert!(!format!("{items:?}").contains("s3cret"), "{items:?}");
    let error = items.next().unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Request);
    assert!(
        error
            .to_string()
            .contains("leads to another server: http://evil.example")
    );
    assert!(server.asked().is_empty());
}

#[test]
fn pages_end_where_numbers_do() {
    let server = Server::new(|_, _| (200, json!({"data": data(0..3)})));
    let position: Position = "0 page 18446744073709551615".parse().unwrap();
    let mut pages = PagesBlocking::<List<PAGE>>::new(server.call()).at(&position);
    assert!(pages.next().unwrap().is_ok());
    let error = pages.next().unwrap().err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Paging);
    assert!(pages.next().is_none());
}
