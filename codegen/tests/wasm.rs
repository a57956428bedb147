//! Clients in a browser: they compile for `wasm32-unknown-unknown` without a warning, and run under Node.
//!
//! Left out of an ordinary run, since it needs the target, Node and the `wasm-bindgen` of the version in `Cargo.lock`:
//!
//!     rustup target add wasm32-unknown-unknown
//!     cargo install wasm-bindgen-cli --version …
//!     cargo test -p specsmith --test wasm -- --ignored

mod crates;

use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

const TARGET: &str = "wasm32-unknown-unknown";

/// Runs cargo in a folder.
fn cargo(folder: &Path, arguments: &[&str], flags: &str) -> Output {
    Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--target", TARGET])
        .current_dir(folder)
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("target"),
        )
        .env("RUSTFLAGS", flags)
        .output()
        .expect("cargo runs")
}

fn said(output: &Output) -> String {
    let (out, err) = (&output.stdout, &output.stderr);
    format!(
        "{}\n{}",
        String::from_utf8_lossy(out),
        String::from_utf8_lossy(err)
    )
}

#[test]
#[ignore = "needs the target wasm32-unknown-unknown"]
fn every_case_compiles_for_a_browser_without_a_warning() {
    let folder = crates::write("golden-wasm", &crates::apis());
    for features in ["", "serde,test-util,tower"] {
        let arguments = ["check", "--quiet", "--features", features];
        let output = cargo(&folder, &arguments, "-D warnings");
        assert!(output.status.success(), "{features}\n{}", said(&output));
    }
    let arguments = [
        "check",
        "--quiet",
        "--no-default-features",
        "--features",
        "tower,groups",
    ];
    let output = cargo(&folder, &arguments, "-D warnings");
    assert!(
        output.status.success(),
        "without `fetch`\n{}",
        said(&output)
    );
}

#[test]
#[ignore = "needs the target wasm32-unknown-unknown"]
fn blocking_says_why_it_cannot_be_had() {
    let folder = crates::write("golden-wasm", &crates::apis());
    let output = cargo(&folder, &["check", "--quiet", "--features", "blocking"], "");
    let said = said(&output);
    assert!(!output.status.success(), "{said}");
    assert!(
        said.contains("the feature `blocking` cannot be had in a browser"),
        "{said}"
    );
    assert_eq!(
        said.matches("\nerror: ").count(),
        2,
        "it, and that there was one:\n{said}"
    );
}

#[test]
#[ignore = "needs the target wasm32-unknown-unknown, wasm-bindgen and Node"]
fn a_client_calls_a_server_under_node() {
    let bindings = bindings();
    let server = serve();
    let output = Command::new("node")
        .arg(crates::manifest().join("tests/wasm/run.js"))
        .args([bindings.join("browser.js").as_os_str(), server.as_ref()])
        .output()
        .expect("Node runs");
    let said = said(&output);
    assert!(output.status.success(), "{said}");
    let expected = [
        "one: 200 OK, 2 events",
        "pages: 1 2 3",
        "silence: Timeout: getUserEvents: no response within 200ms",
        "refused: getUserEvents: HTTP 401 Unauthorized: Who are you?",
        r#"echo: 200 OK: {"a":[1,2]}"#,
        "broken: Transport: getUserEvents: the response is larger than 1000 bytes",
        "gone: Transport: getUserEvents: the connection failed: error sending request",
    ];
    assert_eq!(
        said.trim().lines().count(),
        expected.len(),
        "a line each:\n{said}"
    );
    for line in expected {
        assert!(said.contains(line), "no `{line}` in\n{said}");
    }
}

/// Builds the crate in `tests/wasm` and binds it to JavaScript; gives the folder.
fn bindings() -> PathBuf {
    let source = crates::manifest().join("tests/wasm");
    let root = crates::manifest()
        .join("..")
        .canonicalize()
        .expect("the workspace");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    fs::create_dir_all(&folder).expect("a folder");
    let manifest = fs::read_to_string(source.join("Cargo.toml")).expect("the manifest");
    let client = root.join("generated").display().to_string();
    fs::write(
        folder.join("Cargo.toml"),
        manifest.replace("CLIENT", &client),
    )
    .expect("a file");
    fs::copy(source.join("lib.rs"), folder.join("lib.rs")).expect("a file");
    // The versions that are there already.
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("the versions");
    let output = cargo(&folder, &["build", "--quiet"], "-D warnings");
    assert!(output.status.success(), "{}", said(&output));
    let built = Path::new(env!("CARGO_TARGET_TMPDIR")).join("target");
    let built = built.join(TARGET).join("debug/browser.wasm");
    let output = Command::new("wasm-bindgen")
        .args(["--target", "nodejs", "--no-typescript", "--out-dir"])
        .args([folder.join("bindings"), built])
        .output()
        .expect("wasm-bindgen runs");
    assert!(output.status.success(), "{}", said(&output));
    folder.join("bindings")
}

/// A server for the calls of `lib.rs`; gives its URL.
fn serve() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        let attempts: &AtomicU32 = Box::leak(Box::default());
        for stream in listener.incoming() {
            let stream = stream.expect("a connection");
            thread::spawn(move || answer(stream, attempts));
        }
    });
    url
}

fn answer(mut stream: TcpStream, attempts: &AtomicU32) {
    let (head, body) = hear(&mut stream);
    let path = head.split(' ').nth(1).expect("a path");
    let text = |status: &str, body: &str| {
        let length = body.len();
        let head = format!("content-type: application/json\r\ncontent-length: {length}");
        format!("HTTP/1.1 {status}\r\n{head}\r\nconnection: close\r\n\r\n{body}")
    };
    let response = if path.starts_with("/one/") {
        assert!(head.contains("authorization: bearer s3cret\r\n"), "{head}");
        match attempts.fetch_add(1, Ordering::Relaxed) {
            0 => text("503 Service Unavailable", ""),
            _ => text("200 OK", r#"{"auditEvents":[{},{}]}"#),
        }
    } else if path.starts_with("/pages/") {
        assert!(
            path.contains("/arrays/acme/s3%3a%2f%2fb%2fa/activity?"),
            "{path}"
        );
        let items = match path.contains("page=2") {
            false => r#"{"query_ranges":"1"},{"query_ranges":"2"}"#,
            true => r#"{"query_ranges":"3"}"#,
        };
        let pages = r#""pagination_metadata":{"total_pages":2}"#;
        text(
            "200 OK",
            &format!(r#"{{"activitylogs":[{items}],{pages}}}"#),
        )
    } else if path.starts_with("/silence/") {
        thread::sleep(Duration::from_secs(20));
        return;
    } else if path.starts_with("/refused/") {
        text("401 Unauthorized", r#"{"error":"Who are you?"}"#)
    } else if path.starts_with("/echo/") {
        text("200 OK", &body)
    } else {
        text("200 OK", &" ".repeat(4000))
    };
    stream.write_all(response.as_bytes()).expect("a listener");
}

/// A request: its head in lower case, and its body.
fn hear(stream: &mut TcpStream) -> (String, String) {
    let mut heard = Vec::new();
    let mut byte = [0; 1];
    while !heard.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|read| read == 1) {
        heard.push(byte[0]);
    }
    let head = String::from_utf8(heard).expect("text").to_ascii_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    let length = length.map_or(0, |length| length.trim().parse().expect("a number"));
    let mut body = vec![0; length];
    stream.read_exact(&mut body).expect("a body");
    (head, String::from_utf8(body).expect("text"))
}
