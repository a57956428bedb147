//! What goes wrong: a line with the reason and what to do, and an exit code.

use super::{PROGRAM, Run};
use crate::runtime::cli::Io;
use crate::runtime::{Scripted, Stage};
use std::io::{self, Write};
use std::sync::Arc;

const LIST: &str = "pets list-pets --account acme --shop 1";

#[test]
fn arguments_that_mean_nothing() {
    let cases = [
        ("pets list-pets --account a", "--shop"),
        (
            "pets list-pets --account a --shop 1 --limit 1.5",
            "it takes a whole number",
        ),
        (
            "pets list-pets --account a --shop 1 --price 1,5",
            "it takes a number",
        ),
        (
            "pets list-pets --account a --shop 1 --state gone",
            "[possible values: sold, available]",
        ),
        (
            "pets list-pets --account a --shop 1 --timeout never",
            "its unit is none of",
        ),
        (
            "pets list-pets --account a --shop 1 --header none",
            "`--header` takes NAME: VALUE; there is no colon",
        ),
        (
            "pets list-pets --account a --shop 1 --header b\u{e4}d:x",
            "cannot be the name of a header",
        ),
        (
            "pets list-pets --account a --shop 1 --output xml",
            "table, json, jsonl, csv",
        ),
        (
            "pets list-pets --shop 1",
            "needs a value for `account`; the variable `PET_STORE_ACCOUNT` sets it; see --help",
        ),
        ("pets list-pets --shop 1 --base-url nonsense", "nonsense"),
        (
            "pets list-pets --account a --shop .",
            "would lead elsewhere",
        ),
        ("pets create-pet --account a", "--body"),
        (
            "pets create-pet --account a --body {",
            "the body is no JSON",
        ),
        (
            "pets create-pet --account a --body @/nowhere/at/all",
            "/nowhere/at/all: ",
        ),
        (
            "pets create-pet --account a --field x",
            "`--field` takes NAME=VALUE or NAME=@FILE; there is no equals sign",
        ),
        (
            "pets create-pet --account a --field x=1 --content-type text/plain",
            "has no fields",
        ),
        (
            "pets list-pets --account a --shop 1 --x-since yesterday",
            "it takes a date and time such as 2026-05-31T12:30:00Z",
        ),
        (
            "pets list-pets --account a --shop 1 --x-since 2026-13-01T00:00:00Z",
            "it takes a date and time",
        ),
        (
            "pets list-pets --account a --shop 1 --limt 3",
            "'--limt' found; tip: a similar argument exists: '--limit'; see --help",
        ),
        ("pets dance", "dance"),
        ("dance", "dance"),
        ("completions tcsh", "tcsh"),
    ];
    for (line, expected) in cases {
        let script = Scripted::new();
        let ran = Run::new(&script).line(line);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{line}: {ran:?}");
        assert!(ran.errors.starts_with("error: "), "{line}: {}", ran.errors);
        assert!(ran.errors.contains(expected), "{line}: {}", ran.errors);
        assert_eq!(ran.errors.lines().count(), 1, "{line}: {}", ran.errors);
        assert_eq!(script.requests().len(), 0);
    }
    for line in ["pets", "pets list-pets"] {
        assert_eq!(Run::new(&Scripted::new()).line(line).code, 2);
    }
}

#[test]
fn what_may_be_a_secret_is_not_repeated() {
    let list = [
        "pets",
        "list-pets",
        "--account",
        "a",
        "--shop",
        "1",
        "--header",
    ];
    let create = ["pets", "create-pet", "--account", "a", "--field"];
    for (words, given) in [
        (list.as_slice(), "Bearer hush"),
        (&list, "Authorization Bearer hush:hush"),
        (&list, ": hush"),
        (&list, "x-key: hu\nsh"),
        (&create, "hush"),
    ] {
        let script = Scripted::new();
        let words: Vec<&str> = words.iter().copied().chain([given]).collect();
        let ran = Run::new(&script).words(&words);
        assert_eq!(ran.code, 2, "{given}: {ran:?}");
        let told = ran.errors.contains("header") || ran.errors.contains("`--field`");
        assert!(
            told && !ran.errors.contains("hu"),
            "{given}: {}",
            ran.errors
        );
        assert_eq!(script.requests().len(), 0);
    }
}

#[test]
fn missing_credentials_are_named() {
    let cases: [(&[(&str, &str)], &str); 3] = [
        (
            &[],
            "listPets needs credentials; set `PET_STORE_API_KEY` and `PET_STORE_ACCESS_TOKEN`, or `PET_STORE_USERNAME` \
             and `PET_STORE_PASSWORD`, or `PET_STORE_QUERY` in the environment",
        ),
        (
            &[("PET_STORE_API_KEY", "k"), ("PET_STORE_ACCESS_TOKEN", "")],
            "listPets needs credentials; set `PET_STORE_ACCESS_TOKEN` in the environment",
        ),
        (
            &[("PET_STORE_USERNAME", "ann")],
            "listPets needs credentials; set `PET_STORE_PASSWORD` in the environment",
        ),
    ];
    for (variables, expected) in cases {
        let script = Scripted::new();
        let run = Run {
            variables,
            ..Run::new(&script)
        };
        for options in ["", " --dry-run"] {
            let ran = run.line(&format!("{LIST}{options}"));
            assert_eq!((ran.code, ran.errors), (2, format!("error: {expected}\n")));
        }
    }
}

#[test]
fn statuses_come_with_what_to_do() {
    let cases = [
        (
            401,
            "listPets: HTTP 401 Unauthorized: Who?; check `PET_STORE_API_KEY`",
        ),
        (
            404,
            "listPets: HTTP 404 Not Found: Who?; check what it asks for",
        ),
        (
            429,
            "listPets: HTTP 429 Too Many Requests: Who?; try again later, or with --retries",
        ),
        (
            500,
            "listPets: HTTP 500 Internal Server Error: Who?; try again later",
        ),
    ];
    for (status, expected) in cases {
        let script = Scripted::new().reply(status, r#"{"message":"Who?"}"#);
        let ran = Run::new(&script).line(&format!("{LIST} --retries 0"));
        assert_eq!((ran.code, ran.out.as_str()), (1, ""));
        assert!(
            ran.errors.starts_with(&format!("error: {expected}")),
            "{}",
            ran.errors
        );
        assert_eq!(ran.errors.lines().count(), 1, "{}", ran.errors);
    }
}

#[test]
fn the_network_and_the_server_may_fail() {
    let script = Scripted::new().fail(Stage::Connect);
    let ran = Run::new(&script).line(&format!("{LIST} --retries 0"));
    assert_eq!(ran.code, 1);
    assert!(
        ran.errors.ends_with("; check the network and --base-url\n"),
        "{}",
        ran.errors
    );
    let script = Scripted::new().reply(200, "<html>");
    let ran = Run::new(&script).line(LIST);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
    assert!(
        ran.errors.contains("the response is no JSON"),
        "{}",
        ran.errors
    );
}

#[test]
fn pages_before_an_error_are_printed() {
    let page = r#"{"data":[{"id":1},{"id":2}]}"#;
    for (output, expected) in [
        ("jsonl", "{\"id\":1}\n{\"id\":2}\n"),
        (
            "json",
            "[\n  {\n    \"id\": 1\n  },\n  {\n    \"id\": 2\n  }\n]\n",
        ),
    ] {
        let script = Scripted::new().reply(200, page).reply(403, "{}");
        let ran = Run::new(&script).line(&format!("{LIST} --all --output {output}"));
        assert_eq!((ran.code, ran.out.as_str()), (1, expected));
        assert_eq!(ran.errors.lines().count(), 1, "{}", ran.errors);
    }
    let script = Scripted::new().reply(200, page).reply(200, page);
    let ran = Run::new(&script).line(&format!("{LIST} --all"));
    assert_eq!(ran.code, 1);
    assert!(
        ran.errors.contains("the server gave the same page again"),
        "{}",
        ran.errors
    );
}

/// A reader that has left.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_reader_that_left_is_no_error_and_no_reason_to_go_on() {
    let page = r#"{"data":[{"id":1},{"id":2}]}"#;
    let script = Scripted::new().reply(200, page).reply(200, page);
    let mut errors = Vec::new();
    let mut io = Io {
        input: Box::new(io::empty()),
        output: Box::new(Closed),
        errors: Box::new(&mut errors),
        variable: Box::new(|name| (!name.ends_with("URL")).then(|| "secret".into())),
        width: None,
        watched: false,
        transport: Some(Arc::new(script.clone())),
    };
    let words = format!("shop {LIST} --all");
    let code = PROGRAM.run(words.split(' '), &mut io);
    drop(io);
    assert_eq!((code, errors.as_slice()), (0, &b""[..]));
    assert_eq!(script.requests().len(), 1);
}
