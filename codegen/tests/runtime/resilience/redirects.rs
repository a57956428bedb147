//! Redirects: where they lead, what goes along, and their end.

use super::super::models::Pet;
use super::{REX, setup, setup_with, with_header};
use crate::runtime::Scripted;

#[tokio::test]
async fn redirects_are_followed_and_keep_credentials_at_home() {
    let setup = setup(
        Scripted::new()
            .respond(with_header(301, "location", "/moved?x=1"))
            .respond(with_header(308, "location", "http://other.example/there"))
            .respond(with_header(302, "location", "http://h/back"))
            .reply(200, REX),
    );
    let call = setup
        .client
        .get_pet("7")
        .customize(|call| call.header("x-mine", "private"));
    assert_eq!(call.send().await.unwrap().name, "Rex");
    let seen: Vec<_> = setup
        .script
        .requests()
        .iter()
        .map(|request| {
            let has = |name: &str| request.headers().contains_key(name);
            (
                request.uri().to_string(),
                has("x-key"),
                has("x-mine"),
                has("accept"),
            )
        })
        .collect();
    assert_eq!(
        seen,
        [
            ("http://h/pets/7".into(), true, true, true),
            ("http://h/moved?x=1".into(), true, true, true),
            ("http://other.example/there".into(), false, false, true),
            // Even back at home: whoever sent it here could be anyone.
            ("http://h/back".into(), false, false, true),
        ]
    );
}

#[tokio::test]
async fn a_body_goes_only_where_it_was_meant_to() {
    let pet = Pet::new(1, "A", None);
    let run = |response| async {
        let setup = setup(Scripted::new().respond(response).reply(201, ""));
        let outcome = setup.client.create_pet(&pet).send().await;
        (
            outcome.map(|_| ()).map_err(|error| error.to_string()),
            setup.script.requests(),
        )
    };
    let (outcome, requests) = run(with_header(307, "location", "/v2/pets")).await;
    assert_eq!(outcome, Ok(()));
    assert_eq!(
        (requests[1].method().as_str(), requests[1].body()),
        ("POST", requests[0].body())
    );
    let (outcome, requests) = run(with_header(303, "location", "/pets/1")).await;
    assert_eq!(outcome, Ok(()));
    assert_eq!(
        (requests[1].method().as_str(), requests[1].body().len()),
        ("GET", 0)
    );
    assert!(!requests[1].headers().contains_key("content-type"));
    let (outcome, requests) = run(with_header(307, "location", "http://evil.example/")).await;
    assert_eq!(requests.len(), 1);
    assert_eq!(
        outcome.unwrap_err(),
        "createPet: redirected to http://evil.example, where its body does not belong"
    );
}

#[tokio::test]
async fn encryption_may_be_added_but_not_taken_away() {
    let trusts = |from: &'static str, to: &'static str| async move {
        let script = Scripted::new()
            .respond(with_header(302, "location", to))
            .reply(200, REX);
        let setup = setup(script);
        let call = setup
            .client
            .get_pet("7")
            .customize(|call| call.base_url(from));
        call.send().await.unwrap();
        setup.script.requests()[1].headers().contains_key("x-key")
    };
    assert!(trusts("http://a.example", "https://A.example:443/x").await);
    assert!(trusts("https://a.example:8443", "https://a.example:8443/x").await);
    assert!(!trusts("https://a.example", "http://a.example/x").await);
    assert!(!trusts("http://a.example", "https://a.example:8443/x").await);
    assert!(!trusts("http://a.example", "http://a.example.evil/x").await);
    assert!(!trusts("http://a.example:80", "http://a.example:81/x").await);
}

#[tokio::test]
async fn redirects_come_to_an_end() {
    let script = (0..50).fold(Scripted::new(), |script, _| {
        script.respond(with_header(302, "location", "/pets/7"))
    });
    let setup = setup(script);
    let error = setup.client.get_pet("7").send().await.unwrap_err();
    assert_eq!(error.to_string(), "getPet: more than 10 redirects");
    assert_eq!(setup.script.requests().len(), 11);
    for location in ["mailto:a@b", "http://", "ftp://h/"] {
        let setup = setup_with(
            Scripted::new().respond(with_header(302, "location", location)),
            |_| {},
        );
        let error = setup.client.get_pet("7").send().await.unwrap_err();
        assert!(
            error.to_string().starts_with("getPet: redirected, but "),
            "{error}"
        );
    }
    // Without a place to go it is a response like any other.
    let setup = setup_with(Scripted::new().reply(304, ""), |_| {});
    assert_eq!(
        setup
            .client
            .get_pet("7")
            .send()
            .await
            .unwrap_err()
            .status()
            .unwrap(),
        304
    );
}
