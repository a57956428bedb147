//! Settings from the environment: golden cases, with an environment of each test's own.
#![allow(dead_code, unreachable_pub, unused_imports)]

#[path = "../golden/client-security/mod.rs"]
#[rustfmt::skip]
mod security;
#[path = "../golden/client-servers/mod.rs"]
#[rustfmt::skip]
mod servers;
#[path = "../golden/client-together/mod.rs"]
#[rustfmt::skip]
mod together;

use super::petstore::{self, API};
use crate::runtime::{Api, Body, CoreBuilder, EnvVariable, Environment, Secret, Server, Variable};
use std::ffi::OsString;

/// An environment of these variables.
fn of<'a>(set: &'a [(&str, &str)]) -> impl Fn(&str) -> Option<OsString> + 'a {
    |name| {
        let found = set.iter().find(|(other, _)| *other == name);
        found.map(|(_, value)| (*value).into())
    }
}

fn header<'a>(request: &'a http::Request<Body>, name: &str) -> Option<&'a str> {
    let value = request.headers().get(name)?;
    Some(value.to_str().expect("text"))
}

#[test]
fn names_are_those_of_the_schemes_and_variables() {
    let names = |all: &[EnvVariable]| -> Vec<(&str, bool)> {
        all.iter().map(|one| (one.name, one.secret)).collect()
    };
    let expected = [
        ("SPEC_KEY", true),
        ("SPEC_TOKEN", true),
        ("SPEC_USERNAME", false),
        ("SPEC_PASSWORD", true),
        ("SPEC_ACCESS_TOKEN", true),
        ("SPEC_CLIENT_ID", false),
        ("SPEC_CLIENT_SECRET", true),
        ("SPEC_BASE_URL", false),
    ];
    assert_eq!(names(security::Client::ENV), expected);
    let expected = ["SPEC_TENANT", "SPEC_VERSION", "SPEC_BASE_URL"];
    assert_eq!(
        names(servers::Client::ENV),
        expected.map(|name| (name, false))
    );
    let what: Vec<&str> = servers::Client::ENV.iter().map(|one| one.what).collect();
    assert_eq!(
        what[1],
        "`version` in the URL of the server, `v1` unless set"
    );
}

#[test]
fn every_operation_takes_the_first_alternative_that_is_set() {
    let set = [
        ("SPEC_KEY", "k"),
        ("SPEC_TOKEN", "t"),
        ("SPEC_USERNAME", "Aladdin"),
        ("SPEC_PASSWORD", "open sesame"),
        ("SPEC_ACCESS_TOKEN", "a"),
        ("SPEC_BASE_URL", "http://h/v1"),
    ];
    let client = security::ClientBuilder::from_env_with(of(&set))
        .build()
        .expect("a client");
    let one = client.one().into_request().expect("a request");
    assert_eq!(header(&one, "x-key"), Some("k"));
    assert_eq!(one.uri(), "http://h/v1/one?token=t");
    let two = client.two().into_request().expect("a request");
    assert_eq!(
        header(&two, "authorization"),
        Some("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    );
    let four = client.four().into_request().expect("a request");
    assert_eq!(header(&four, "authorization"), Some("Bearer a"));
    let shown = format!("{client:?}");
    assert!(!shown.contains("sesame"), "{shown}");
}

#[test]
fn a_token_that_is_there_goes_before_one_that_is_fetched() {
    let set = [
        ("SPEC_ACCESS_TOKEN", ""),
        ("SPEC_CLIENT_ID", "me"),
        ("SPEC_CLIENT_SECRET", "s"),
        ("SPEC_BASE_URL", "http://h"),
    ];
    let build = |set: &[(&str, &str)]| {
        let builder = security::ClientBuilder::from_env_with(of(set));
        builder.build().expect("a client")
    };
    let error = build(&set).four().into_request().expect_err("not fetched");
    assert_eq!(
        error.to_string(),
        "four: no token for `oauth`: it was not fetched yet, and there is no waiting for it here"
    );
    let mut set = set;
    set[0].1 = "mine";
    let four = build(&set).four().into_request().expect("a request");
    assert_eq!(header(&four, "authorization"), Some("Bearer mine"));
}

#[test]
fn what_is_missing_is_told_with_the_variables_that_would_do() {
    let reason = |set: &[(&str, &str)]| {
        let builder = together::ClientBuilder::from_env_with(of(set)).base_url("http://h");
        builder.build().map(drop).map_err(|error| error.to_string())
    };
    let said = "the environment holds no credentials: set `SPEC_KEY` for `key` and `SPEC_TOKEN` for `token`; \
        `Client::from_env` documents them, and `Client::ENV` lists them";
    assert_eq!(reason(&[]), Err(said.into()));
    assert_eq!(reason(&[("SPEC_KEY", "")]), Err(said.into()));
    let said = "the environment holds `SPEC_KEY`, and that is not enough: set `SPEC_KEY` for `key` and `SPEC_TOKEN` for \
        `token`; `Client::from_env` documents them, and `Client::ENV` lists them";
    assert_eq!(reason(&[("SPEC_KEY", "s3cret")]), Err(said.into()));
    let both = [("SPEC_KEY", "k"), ("SPEC_TOKEN", "t")];
    assert_eq!(reason(&both), Ok(()));
    // What is given by hand needs no environment.
    let given = together::ClientBuilder::from_env_with(of(&[]))
        .base_url("http://h")
        .credentials(together::Credentials::new("k", "t"));
    assert!(given.build().is_ok());
}

#[test]
fn where_some_operation_asks_for_nothing_none_is_needed() {
    let build = |set: &[(&str, &str)]| {
        let builder = security::ClientBuilder::from_env_with(of(set)).base_url("http://h");
        builder.build().map_err(|error| error.to_string())
    };
    let client = build(&[]).expect("a client");
    assert!(client.three().into_request().is_ok());
    // But half of what is needed was meant to be used.
    let said = "the environment holds `SPEC_USERNAME`, and that is not enough: set `SPEC_KEY` for `key` and `SPEC_TOKEN` \
        for `token`, or `SPEC_USERNAME` and `SPEC_PASSWORD` for `basic`, or `SPEC_ACCESS_TOKEN` for `oauth`, or \
        `SPEC_CLIENT_ID` and `SPEC_CLIENT_SECRET` for `oauth`; `Client::from_env` documents them, and `Client::ENV` lists them";
    let error = build(&[("SPEC_USERNAME", "u")]).expect_err("half");
    assert_eq!(error, said);
}

#[test]
fn variables_of_the_server_are_read_and_setters_have_the_last_word() {
    let builder = |set| servers::ClientBuilder::from_env_with(of(set));
    let url = |builder: servers::ClientBuilder| {
        let client = builder.build().expect("a client");
        let request = client.one().into_request().expect("a request");
        request.uri().to_string()
    };
    const SET: &[(&str, &str)] = &[("SPEC_TENANT", "acme"), ("SPEC_VERSION", "v2")];
    assert_eq!(url(builder(SET)), "https://acme.example.com/v2/one");
    assert_eq!(
        url(builder(SET).version("v1")),
        "https://acme.example.com/v1/one"
    );
    assert_eq!(
        builder(&[]).build().expect_err("no tenant").to_string(),
        "the server `https://{tenant}.example.com/{version}` needs a value for `tenant`; the variable `SPEC_TENANT` or `.tenant(…)` sets it"
    );
    assert!(builder(&[("SPEC_TENANT", "a b")]).build().is_err());
}

#[test]
fn no_value_of_a_variable_leads_to_another_host() {
    let built = |tenant: &str| {
        let set = [("SPEC_TENANT", tenant)];
        let built = servers::ClientBuilder::from_env_with(of(&set)).build();
        built.map(drop).map_err(|error| error.to_string())
    };
    for fine in ["acme", "acme-1.eu", "a_b", "xn--bcher-kva"] {
        assert_eq!(built(fine), Ok(()), "{fine}");
    }
    for odd in [
        "a/b",
        "evil.example/",
        "a:1",
        "x#",
        "x?",
        "u@h",
        "u@h:1/",
        "\\x",
        "[::1]",
    ] {
        let error = built(odd).expect_err(odd);
        assert!(
            error.contains(&format!("`{odd}` cannot be the part of the host")),
            "{error}"
        );
    }
    // Where a variable is the whole host, it may have a port; a path may have slashes.
    static API: Api = Api {
        servers: &[Server {
            url: "https://{host}/{path}",
            variables: &[
                Variable {
                    name: "host",
                    setter: "host",
                    default: None,
                    values: &[],
                },
                Variable {
                    name: "path",
                    setter: "path",
                    default: Some("a/b"),
                    values: &[],
                },
            ],
        }],
        ..*petstore::API_REF
    };
    let built = |host: &str| {
        let mut builder = CoreBuilder::new(&API);
        builder.variable("host", host.to_owned());
        builder.build().is_ok()
    };
    for host in ["api.example.com", "127.0.0.1:8080", "[::1]:8080"] {
        assert!(built(host), "{host}");
    }
    for host in ["a/b", "u@h", "a:1/x", "h?x"] {
        assert!(!built(host), "{host}");
    }
}

#[cfg(unix)]
#[test]
fn a_value_that_is_no_text_is_told() {
    use std::os::unix::ffi::OsStringExt;
    let lookup = |name: &str| (name == "SPEC_TENANT").then(|| OsString::from_vec(vec![0xff]));
    let error = servers::ClientBuilder::from_env_with(lookup).build();
    assert_eq!(
        error.expect_err("no text").to_string(),
        "the value of `SPEC_TENANT` is not Unicode"
    );
}

#[test]
fn the_real_environment_is_read_by_name() {
    // Cargo sets this one for every test.
    static ENVIRONMENT: Environment = Environment {
        variables: &[EnvVariable::token("CARGO_PKG_NAME", "the key", 3)],
        alternatives: &[&[3]],
        required: true,
    };
    let mut core = CoreBuilder::new(&API);
    core.environment(&ENVIRONMENT, &|name| std::env::var_os(name));
    core.base_url("http://h".into());
    assert!(core.build().is_ok());
}
