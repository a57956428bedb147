//! What is sent.

use super::{Run, SECRETS};
use crate::runtime::{Scripted, Stage};

const LIST: &str = "pets list-pets --account acme --shop";

#[test]
fn every_parameter_goes_where_the_table_says() {
    let script = Scripted::new().reply(200, "{}");
    let ran = Run::new(&script).words(&[
        "pets",
        "list-pets",
        "--account",
        "acme",
        "--shop",
        "a b/c",
        "--offset",
        "-3",
        "--limit",
        "12345678901234567890123",
        "--state",
        "sold",
        "--tags",
        "x,y",
        "--tags",
        "-z",
        "--sold",
        "--price",
        "1.50",
        "--filter",
        r#"{"a":{"b":1.0}}"#,
        "--x-since",
        "2026-01-01T00:00:00Z",
        "--header",
        "X-More: one: two",
    ]);
    assert_eq!((ran.code, ran.errors.as_str()), (0, ""));
    let request = &script.requests()[0];
    assert_eq!(request.method(), "GET");
    assert_eq!(
        request.uri(),
        "https://acme.example.com/v2/shops/a%20b%2Fc/pets?offset=-3&limit=12345678901234567890123\
         &state=sold&tags=x%2Cy&tags=-z&sold=true&price=1.50&filter%5Ba%5D%5Bb%5D=1.0"
    );
    let headers = request.headers();
    assert_eq!(headers["x-since"], "2026-01-01T00:00:00Z");
    assert_eq!(headers["x-more"], "one: two");
    assert_eq!(headers["x-key"], "k-1");
    assert_eq!(headers["authorization"], "Bearer t-1");
    assert_eq!(headers["user-agent"], "tests/1");
}

#[test]
fn the_server_can_be_chosen_and_replaced() {
    for (options, expected) in [
        (
            "--server https://test.example.com",
            "https://test.example.com/shops/1/pets",
        ),
        (
            "--base-url http://127.0.0.1:4010/x",
            "http://127.0.0.1:4010/x/shops/1/pets",
        ),
    ] {
        let script = Scripted::new().reply(200, "{}");
        let ran = Run::new(&script).line(&format!("pets list-pets --shop 1 {options}"));
        assert_eq!(ran.code, 0, "{ran:?}");
        assert_eq!(script.requests()[0].uri(), expected);
    }
}

#[test]
fn the_environment_names_server_and_account_too() {
    for (variables, options, expected) in [
        (
            ("PET_STORE_ACCOUNT", "env"),
            "",
            "https://env.example.com/v2/shops/1/pets",
        ),
        (
            ("PET_STORE_ACCOUNT", "env"),
            "--account line",
            "https://line.example.com/v2/shops/1/pets",
        ),
        (
            ("PET_STORE_BASE_URL", "http://env/x"),
            "",
            "http://env/x/shops/1/pets",
        ),
        (
            ("PET_STORE_BASE_URL", "http://env/x"),
            "--base-url http://line",
            "http://line/shops/1/pets",
        ),
    ] {
        let script = Scripted::new().reply(200, "{}");
        let run = Run {
            variables: &[SECRETS[0], SECRETS[1], variables],
            ..Run::new(&script)
        };
        let ran = run.line(&format!("pets list-pets --shop 1 {options}"));
        assert_eq!(ran.code, 0, "{ran:?}");
        assert_eq!(script.requests()[0].uri(), expected);
    }
}

#[test]
fn any_alternative_of_credentials_will_do() {
    let cases: [(&[(&str, &str)], &str); 2] = [
        (
            &[("PET_STORE_USERNAME", "ann"), ("PET_STORE_PASSWORD", "x y")],
            "Basic YW5uOnggeQ==",
        ),
        (
            &[("PET_STORE_QUERY", "a&b"), ("PET_STORE_API_KEY", "k-1")],
            "",
        ),
    ];
    for (variables, authorization) in cases {
        let script = Scripted::new().reply(200, "{}");
        let run = Run {
            variables,
            ..Run::new(&script)
        };
        assert_eq!(run.line(&format!("{LIST} 1")).code, 0);
        let request = &script.requests()[0];
        match authorization {
            "" => assert_eq!(request.uri().query(), Some("key=a%26b")),
            expected => assert_eq!(request.headers()["authorization"], expected),
        }
    }
}

#[test]
fn bodies_come_from_the_line_a_file_or_standard_input() {
    let folder = std::env::temp_dir().join(format!("cli-bodies-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("pet.json");
    std::fs::write(&path, " {\"id\": 1.0}\n").expect("a file");
    let at = format!("@{}", path.display());
    for value in ["-", r#" {"id": 1.0} "#, at.as_str()] {
        let script = Scripted::new().reply(201, "");
        let run = Run {
            input: "{\"id\": 1.0}",
            ..Run::new(&script)
        };
        let ran = run.words(&["pets", "create-pet", "--account", "a", "--body", value]);
        assert_eq!(
            (ran.code, ran.out.as_str(), ran.errors.as_str()),
            (0, "", "")
        );
        let request = &script.requests()[0];
        assert_eq!(request.headers()["content-type"], "application/json");
        assert_eq!(request.body(), "{\"id\": 1.0}");
    }
    let parts = format!("photo={at}");
    let script = Scripted::new().reply(200, "");
    let words = [
        "pets",
        "upload-photo",
        "--account",
        "a",
        "--field",
        "tag=x",
        "--field",
    ];
    let ran =
        Run::new(&script).words(&[&words[..], &[parts.as_str(), "--field", "tag=y"]].concat());
    assert_eq!((ran.code, ran.errors.as_str()), (0, ""));
    let request = &script.requests()[0];
    let media = request.headers()["content-type"].to_str().expect("text");
    let boundary = media
        .strip_prefix("multipart/form-data; boundary=")
        .expect("a boundary");
    let body = String::from_utf8_lossy(request.body());
    let part = |head: &str, text: &str| {
        format!("--{boundary}\r\nContent-Disposition: form-data; name={head}\r\n\r\n{text}\r\n")
    };
    let file = "\"photo\"; filename=\"pet.json\"\r\nContent-Type: image/png";
    let expected = part("\"tag\"", "x") + &part("\"tag\"", "y") + &part(file, " {\"id\": 1.0}\n");
    assert_eq!(body, format!("{expected}--{boundary}--\r\n"));
    std::fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn a_body_may_have_other_types() {
    let cases = [
        (
            &["--field", "a=1", "--field", "b=x y"][..],
            "application/x-www-form-urlencoded",
            "a=1&b=x%20y",
        ),
        (
            &["--content-type", "text/plain", "--body", "no json"],
            "text/plain",
            "no json",
        ),
        (
            &[
                "--content-type",
                "application/x-www-form-urlencoded",
                "--body",
                r#"{"a":1.50}"#,
            ],
            "application/x-www-form-urlencoded",
            "a=1.50",
        ),
        (
            &[
                "--content-type",
                "application/octet-stream",
                "--body",
                "raw",
            ],
            "application/octet-stream",
            "raw",
        ),
    ];
    for (options, media, body) in cases {
        let script = Scripted::new().reply(201, "");
        let words = [&["pets", "create-pet", "--account", "a"], options].concat();
        let ran = Run::new(&script).words(&words);
        assert_eq!((ran.code, ran.errors.as_str()), (0, ""), "{options:?}");
        let request = &script.requests()[0];
        assert_eq!(request.headers()["content-type"], media);
        assert_eq!(request.body(), body);
    }
}

#[test]
fn a_dry_run_sends_nothing_and_shows_no_secret() {
    let script = Scripted::new();
    let run = Run {
        variables: &[("PET_STORE_QUERY", "hush-1")],
        ..Run::new(&script)
    };
    let ran = run.line(&format!("{LIST} 1 --dry-run"));
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(
        ran.out,
        "GET https://acme.example.com/v2/shops/1/pets?key=REDACTED\naccept: application/json\nuser-agent: tests/1\n"
    );
    let words = format!("{LIST} 1 --dry-run --header Cookie:hush-2");
    let ran = Run::new(&script).line(&words);
    for secret in SECRETS.iter().map(|(_, secret)| *secret).chain(["hush"]) {
        assert!(!ran.out.contains(secret), "{}", ran.out);
    }
    for line in [
        "x-key: REDACTED\n",
        "authorization: Bearer REDACTED\n",
        "cookie: REDACTED\n",
    ] {
        assert!(ran.out.contains(line), "{}", ran.out);
    }
    let words = [
        "pets",
        "create-pet",
        "--account",
        "a",
        "--body",
        "{}",
        "--dry-run",
    ];
    let ran = Run::new(&script).words(&words);
    assert!(ran.out.ends_with("\n\n{}\n"), "{}", ran.out);
    assert_eq!(script.requests().len(), 0);
}

#[test]
fn retries_are_as_many_as_asked_for() {
    for (retries, requests) in [(0, 1), (1, 2)] {
        let script = Scripted::new()
            .fail(Stage::Connect)
            .fail(Stage::Connect)
            .reply(200, "{}");
        let ran = Run::new(&script).line(&format!("{LIST} 1 --retries {retries}"));
        assert_eq!(ran.code, 1, "{ran:?}");
        assert_eq!(script.requests().len(), requests);
    }
}
