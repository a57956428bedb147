//! What an error tells, and that it goes where errors go.

use super::petstore::{Client, Credentials, GetPetError};
use super::resilience::{setup, setup_with};
use crate::runtime::{Error, ErrorKind, Scripted, Stage, TimeoutKind};
use std::time::Duration;

const NUMBERED: [&str; 10] = [
    "x-request-id",
    "request-id",
    "x-amzn-requestid",
    "x-amz-request-id",
    "x-ms-request-id",
    "x-github-request-id",
    "x-correlation-id",
    "correlation-id",
    "x-trace-id",
    "cf-ray",
];

/// A response with headers.
fn with(status: u16, headers: &[(&str, &str)]) -> http::Response<bytes::Bytes> {
    let mut response = http::Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    let rex = r#"{"id":7,"name":"Rex","state":"sold"}"#;
    response.body(rex.into()).unwrap()
}

#[tokio::test]
async fn the_number_of_a_request_is_found_under_its_many_names() {
    for name in NUMBERED {
        let script = Scripted::new()
            .respond(with(404, &[(name, "r-1")]))
            .respond(with(200, &[(name, "r-2")]));
        let setup = setup(script);
        let error = setup.client.get_pet("7").send().await.unwrap_err();
        assert_eq!(error.request_id(), Some("r-1"), "{name}");
        let pet = setup.client.get_pet("7").send().await.unwrap();
        assert_eq!(pet.request_id(), Some("r-2"), "{name}");
    }
    // The docs list them all; an empty one is none, and the first of several counts.
    let docs = include_str!("../../runtime/error.rs");
    assert!(
        NUMBERED
            .iter()
            .all(|name| docs.contains(&format!("`{name}`")))
    );
    let several = [("cf-ray", "c"), ("x-request-id", ""), ("request-id", "r")];
    let setup = setup(Scripted::new().respond(with(404, &several)));
    let error = setup.client.get_pet("7").send().await.unwrap_err();
    assert_eq!(error.request_id(), Some("r"));
}

#[tokio::test]
async fn a_timeout_tells_which_time_was_up() {
    let run = async |attempt: u64, whole: Option<u64>| {
        let setup = setup_with(Scripted::new(), |core| {
            core.transport(super::resilience::Silent::default());
            core.attempt_timeout(Duration::from_secs(attempt));
        });
        let call = setup.client.get_pet("7").customize(|call| {
            if let Some(whole) = whole {
                call.timeout(Duration::from_secs(whole));
            }
        });
        call.send().await.unwrap_err()
    };
    let error = run(10, None).await;
    assert_eq!(error.timeout(), Some(TimeoutKind::Attempt));
    assert!(error.is_retryable(), "{error}");
    let error = run(10, Some(5)).await;
    assert_eq!(error.timeout(), Some(TimeoutKind::Call));
    // A transport may keep its own time, and anything else is none.
    let timed = setup_with(
        Scripted::new().fail(Stage::Timeout).fail(Stage::Exchange),
        |core| core.retry(crate::runtime::Retry::never()),
    );
    let error = timed.client.get_pet("7").send().await.unwrap_err();
    assert_eq!(error.timeout(), Some(TimeoutKind::Attempt));
    let error = timed.client.get_pet("7").send().await.unwrap_err();
    assert!(error.timeout().is_none() && !error.is_timeout());
}

#[tokio::test]
async fn a_body_that_does_not_fit_tells_where_what_and_a_little_of_it() {
    let long = format!(r#"{{"id":7,"name":[{}"x"]}}"#, "1,".repeat(5_000));
    let setup = setup(Scripted::new().reply(200, long));
    let error = setup.client.get_pet("7").send().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    let decode = error.decode_error().unwrap();
    assert_eq!(
        (decode.path().as_str(), decode.expected()),
        ("$.name", "a string")
    );
    assert_eq!(decode.excerpt().chars().count(), 49, "{}", decode.excerpt());
    assert!(error.to_string().len() < 200, "{error}");
    assert!(!error.is_retryable());
}

/// What anyhow and its like ask of an error.
fn keep(error: impl std::error::Error + Send + Sync + 'static) -> Box<dyn std::error::Error> {
    error.into()
}

#[test]
fn an_error_goes_where_errors_go() {
    fn call() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        let client = Client::builder().base_url("http://h");
        let client = client.credentials(Credentials::new("k", "t")).build()?;
        client.get_pet("").into_request()?;
        Ok(())
    }
    let error = call().unwrap_err();
    let error: Box<Error<GetPetError>> = error.downcast().expect("the error itself");
    assert_eq!(error.parameter(), Some("petId"));
    assert!(keep(*error).to_string().contains("petId"));
    assert!(size_of::<Error<GetPetError>>() <= 2 * size_of::<usize>());
    assert!(size_of::<Result<(), Error<GetPetError>>>() <= 2 * size_of::<usize>());
}

#[tokio::test]
async fn what_failed_is_told_as_the_cause() {
    let setup = setup_with(Scripted::new().fail(Stage::Exchange), |core| {
        core.retry(crate::runtime::Retry::never());
    });
    let error = setup.client.get_pet("7").send().await.unwrap_err();
    let cause = std::error::Error::source(&error).expect("a cause");
    assert_eq!(cause.to_string(), "as scripted");
}
