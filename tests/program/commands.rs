//! The generated command line, as a person runs it, against the embedded servers.

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

use activity::sandbox::{self, Faults, Options, Server, Vendor};

/// What each vendor's server knows, as the environment has it.
pub(crate) const SECRETS: [(&str, &str); 6] = [
    ("EXAVAULT_API_KEY", sandbox::exavault::API_KEY),
    ("EXAVAULT_ACCESS_TOKEN", sandbox::exavault::ACCESS_TOKEN),
    ("THOUSANDEYES_TOKEN", sandbox::thousandeyes::TOKEN),
    ("TILEDB_API_KEY", sandbox::tiledb::API_KEY),
    ("SNAPLOGIC_USERNAME", sandbox::snaplogic::USERNAME),
    ("SNAPLOGIC_PASSWORD", sandbox::snaplogic::PASSWORD),
];

/// Every operation: its vendor, its arguments, and how many items it has.
const OPERATIONS: [(Vendor, &[&str], usize); 5] = [
    (Vendor::ExaVault, &["exavault", "get-session-logs"], 130),
    (Vendor::ExaVault, &["exavault", "get-webhook-logs"], 120),
    (
        Vendor::ThousandEyes,
        &[
            "thousandeyes",
            "get-user-events",
            "--use-all-permitted-aids",
        ],
        120,
    ),
    (
        Vendor::TileDb,
        &[
            "tiledb",
            "array-activity-log",
            "--namespace",
            "acme",
            "--array",
            "s3://bucket/array",
            "--start",
            "0",
        ],
        130,
    ),
    (
        Vendor::SnapLogic,
        &["snaplogic", "get-activities", "--org", "Acme Org"],
        130,
    ),
];

const SESSIONS: &[&str] = &["exavault", "get-session-logs"];

fn start(vendor: Vendor) -> Server {
    sandbox::start(vendor, Options::default()).expect("a server")
}

/// The program with what its environment says about the vendors.
pub(crate) fn program(secrets: &[(&str, &str)]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_activity"));
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        let vendors = ["EXAVAULT_", "THOUSANDEYES_", "TILEDB_", "SNAPLOGIC_"];
        if vendors.iter().any(|vendor| name.starts_with(vendor)) {
            command.env_remove(name);
        }
    }
    command.envs(secrets.iter().copied());
    command
}

/// Standard output, standard error and the exit code.
fn run(base: &str, arguments: &[&str]) -> (String, String, Option<i32>) {
    finish(program(&SECRETS).args(arguments).args(["--base-url", base]))
}

pub(crate) fn finish(command: &mut Command) -> (String, String, Option<i32>) {
    let output = command.output().expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (
        text(output.stdout),
        text(output.stderr),
        output.status.code(),
    )
}

#[test]
fn a_page_comes_in_every_format() {
    let server = start(Vendor::ExaVault);
    let print = |format: &str| {
        let options = [
            "--limit",
            "2",
            "--output",
            format,
            "--columns",
            "id,attributes.username",
        ];
        let (out, errors, code) = run(server.base_url(), &[SESSIONS, &options].concat());
        assert_eq!((errors.as_str(), code), ("", Some(0)), "{format}");
        out
    };
    assert_eq!(
        print("table"),
        "      id  attributes.username\n────────  ───────────────────\n48201990  jdoe\n48201989  mreyes\n"
    );
    assert_eq!(
        print("csv"),
        "id,attributes.username\r\n48201990,jdoe\r\n48201989,mreyes\r\n"
    );
    let lines: Vec<serde_json::Value> = (print("jsonl").lines())
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), 2);
    let whole: serde_json::Value = serde_json::from_str(&print("json")).expect("JSON");
    assert_eq!(whole["data"], serde_json::Value::Array(lines));
    assert_eq!(whole["returnedResults"], 2);
}

#[test]
fn all_pages_of_every_operation_are_fetched() {
    for (vendor, arguments, count) in OPERATIONS {
        let server = start(vendor);
        let (out, errors, code) = run(server.base_url(), &[arguments, &["--all"]].concat());
        assert_eq!((errors.as_str(), code), ("", Some(0)), "{arguments:?}");
        assert_eq!(out.lines().count(), count, "{arguments:?}");
        assert!(server.received().len() > 1, "{arguments:?}");
        let (out, _, code) = run(
            server.base_url(),
            &[arguments, &["--all", "--output", "json"]].concat(),
        );
        let all: Vec<serde_json::Value> = serde_json::from_str(&out).expect("JSON");
        assert_eq!((all.len(), code), (count, Some(0)), "{arguments:?}");
    }
}

#[test]
fn the_base_path_may_be_left_out() {
    let server = start(Vendor::ExaVault);
    let origin = server
        .base_url()
        .strip_suffix("/api/v2")
        .expect("the base path");
    let options = ["--limit", "2", "--output", "jsonl"];
    let (out, errors, code) = run(origin, &[SESSIONS, &options].concat());
    assert_eq!(
        (out.lines().count(), errors.as_str(), code),
        (2, "", Some(0))
    );
}

#[test]
fn missing_credentials_are_named() {
    for (vendor, arguments, _) in OPERATIONS {
        let server = start(vendor);
        let command = &mut program(&[]);
        let (out, errors, code) = finish(
            command
                .args(arguments)
                .args(["--base-url", server.base_url()]),
        );
        assert_eq!((out.as_str(), code), ("", Some(2)), "{arguments:?}");
        assert_eq!(errors.lines().count(), 1, "{errors}");
        let prefix = format!("{}_", arguments[0].to_uppercase());
        for (name, _) in SECRETS.iter().filter(|(name, _)| name.starts_with(&prefix)) {
            assert!(errors.contains(name), "{name}: {errors}");
        }
        assert!(server.received().is_empty());
    }
    let one = [("EXAVAULT_API_KEY", "k")];
    let (_, errors, code) = finish(program(&one).args(SESSIONS));
    assert_eq!(code, Some(2));
    assert_eq!(
        errors,
        "error: getSessionLogs needs credentials; set `EXAVAULT_ACCESS_TOKEN` in the environment\n"
    );
}

#[test]
fn a_refusal_is_one_line_and_no_secret() {
    let snaplogic = start(Vendor::SnapLogic);
    let nowhere = ["snaplogic", "get-activities", "--org", "Nowhere"];
    let faults = "429@0..".parse::<Faults>().expect("a fault");
    let options = Options {
        faults,
        ..Options::default()
    };
    let limited = sandbox::start(Vendor::ExaVault, options).expect("a server");
    let again = [SESSIONS, &["--retries", "0"]].concat();
    for (server, arguments, status) in [
        (
            &snaplogic,
            &nowhere[..],
            "HTTP 404 Not Found: There is no organization Nowhere; ",
        ),
        (
            &limited,
            &again[..],
            "HTTP 429 Too Many Requests: Too many requests; try again ",
        ),
    ] {
        let (out, errors, code) = run(server.base_url(), arguments);
        assert_eq!((out.as_str(), code), ("", Some(1)));
        assert!(
            errors.starts_with("error: ") && errors.contains(status),
            "{errors}"
        );
        assert_eq!(errors.lines().count(), 1, "{errors}");
        for (_, secret) in SECRETS {
            assert!(!errors.contains(secret), "{errors}");
        }
    }
    let (_, errors, code) = run("http://127.0.0.1:1", &again);
    assert_eq!(code, Some(1));
    assert!(
        errors.ends_with("; check the network and --base-url\n"),
        "{errors}"
    );
    let (_, errors, code) = run(
        "http://127.0.0.1:1",
        &[SESSIONS, &["--type", "NONE"]].concat(),
    );
    assert_eq!(code, Some(2));
    assert!(errors.contains("[possible values: PASS, "), "{errors}");
}

#[test]
fn a_reader_may_leave_early() {
    let server = start(Vendor::ExaVault);
    for format in ["jsonl", "json", "csv", "table"] {
        let mut child = program(&SECRETS)
            .args(SESSIONS)
            .args([
                "--limit",
                "1",
                "--all",
                "--output",
                format,
                "--base-url",
                server.base_url(),
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut first = String::new();
        let mut reader = BufReader::new(child.stdout.take().expect("a pipe"));
        reader.read_line(&mut first).expect("a line");
        drop(reader);
        let output = child.wait_with_output().expect("it ends");
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(
            (errors.as_str(), output.status.code()),
            ("", Some(0)),
            "{format}"
        );
        assert!(!first.is_empty());
    }
}

#[test]
fn a_dry_run_shows_the_request_and_no_secret() {
    let (out, errors, code) = finish(program(&SECRETS).args(SESSIONS).args([
        "--account",
        "acme",
        "--limit",
        "2",
        "--dry-run",
    ]));
    assert_eq!((errors.as_str(), code), ("", Some(0)));
    assert!(
        out.starts_with("GET https://acme.exavault.com/api/v2/activity/session?limit=2\n"),
        "{out}"
    );
    assert!(out.contains("\nev-api-key: REDACTED\n"), "{out}");
}

#[test]
fn shells_complete_every_command() {
    for shell in ["bash", "zsh", "fish"] {
        let (out, errors, code) = finish(program(&[]).args(["completions", shell]));
        assert_eq!((errors.as_str(), code), ("", Some(0)));
        let operations = OPERATIONS.iter().map(|(_, arguments, _)| arguments[1]);
        for word in operations.chain(["sandbox", "bodies", "demo", "start-date"]) {
            assert!(out.contains(word), "{shell}: {word}");
        }
    }
}

#[test]
fn the_demo_is_what_runs_without_a_command() {
    let told = finish(program(&[]).args(["demo", "--vendor", "tiledb"]));
    assert_eq!(told, finish(program(&[]).args(["--vendor", "tiledb"])));
    assert!(told.0.starts_with("TileDB: array activity"), "{}", told.0);
}

/// The sandbox by hand, ended when dropped.
struct ByHand(Child, String);

impl ByHand {
    fn start(arguments: &[&str]) -> Self {
        let mut child = program(&[])
            .arg("sandbox")
            .args(arguments)
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut told = String::new();
        let mut reader = BufReader::new(child.stdout.take().expect("a pipe"));
        while !told.ends_with("Serving until ctrl-c.\n") {
            assert!(reader.read_line(&mut told).expect("a line") > 0, "{told}");
        }
        Self(child, told)
    }
}

impl Drop for ByHand {
    fn drop(&mut self) {
        self.0.kill().expect("it runs");
        self.0.wait().expect("it ends");
    }
}

/// The ports of the sandbox, in the order of the vendors.
fn ports(told: &str) -> Vec<u16> {
    let heads = told.lines().filter(|line| !line.starts_with(' '));
    let hosts = heads.filter_map(|line| line.split_once("http://127.0.0.1:"));
    let ports = hosts.map(|(_, rest)| rest.split('/').next().and_then(|port| port.parse().ok()));
    ports.map(|port| port.expect("a port")).collect()
}

#[cfg(unix)]
#[test]
fn what_the_sandbox_tells_to_type_works() {
    let sandbox = ByHand::start(&["--port", "0"]);
    let commands: Vec<&str> = sandbox
        .1
        .lines()
        .filter(|line| line.contains(" activity ") && line.contains('='))
        .collect();
    assert_eq!(commands.len(), 4, "{}", sandbox.1);
    for command in commands {
        let program = concat!(" '", env!("CARGO_BIN_EXE_activity"), "' ");
        let line = command.replace(" activity ", program);
        let (out, errors, code) = finish(Command::new("sh").args(["-c", &line]));
        assert_eq!((errors.as_str(), code), ("", Some(0)), "{line}");
        assert!(out.starts_with('{'), "{out}");
    }
}

#[test]
fn a_second_sandbox_finds_other_ports() {
    let (first, second) = (ByHand::start(&[]), ByHand::start(&[]));
    let (first, second) = (ports(&first.1), ports(&second.1));
    assert_eq!((first.len(), second.len()), (4, 4));
    assert!(
        first.iter().all(|port| !second.contains(port)),
        "{first:?} {second:?}"
    );
    assert_eq!(sandbox::PORT, 4010);
    // Where a port is asked for, no other one will do.
    let taken = first[0].to_string();
    let holder = start(Vendor::ExaVault);
    let port = holder
        .base_url()
        .split([':', '/'])
        .nth(4)
        .expect("a port")
        .to_owned();
    let mut child = program(&[]);
    let mut child = (child
        .args(["sandbox", "--port", &port])
        .stderr(Stdio::piped()))
    .spawn()
    .expect("the program runs");
    let mut errors = String::new();
    let mut reader = child.stderr.take().expect("a pipe");
    reader.read_to_string(&mut errors).expect("text");
    assert_eq!(child.wait().expect("it ends").code(), Some(1), "{taken}");
    assert!(
        errors.starts_with(&format!("error: port {port}: ")),
        "{errors}"
    );
}
