//! Random documents: a fixed set of them in every run of the tests, new ones for as long as `SPECSMITH_FUZZ_SECONDS` says.
//! In: bytes from proptest, which `fuzz/mutate.rs` turns into documents; out: a failure prints the bytes and the document.
//! Invariant: without that variable the documents are the same in every run.
//!
//! `fuzz/` beside this folder has the same as targets of cargo-fuzz.

#[path = "fuzz/mod.rs"]
mod shared;

use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};
use serde_json::Value;
use shared::{check, mutate};
use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// Cases of each test in an ordinary run.
const CASES: u32 = 160;
/// Bytes of a case.
const BYTES: usize = 160;
/// After this a case hangs.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn every_text_is_a_document_or_an_error() {
    let seeds = seeds();
    explore(|bytes| mutate::text(bytes, &seeds), check::load);
}

#[test]
fn every_document_is_a_crate_or_an_error() {
    let seeds = seeds();
    explore(
        |bytes| yaml(&mutate::document(bytes, &seeds)),
        check::pipeline,
    );
}

#[test]
fn the_same_bytes_are_the_same_document() {
    let seeds = seeds();
    assert!(
        seeds.len() > 100,
        "only {} documents to begin with",
        seeds.len()
    );
    let bytes: Vec<u8> = (0..200).map(|n: u8| n.wrapping_mul(37)).collect();
    let once = mutate::document(&bytes, &seeds);
    assert_eq!(once, mutate::document(&bytes, &seeds));
    assert!(!seeds.contains(&once), "nothing was changed");
}

/// Writes documents that make a crate into the folder `SPECSMITH_MUTANTS`, to be compiled.
#[test]
#[ignore = "writes files: SPECSMITH_MUTANTS names the folder, SPECSMITH_MUTANT_COUNT says how many, SPECSMITH_MUTANT_SEED which"]
fn write_mutants() {
    let number = |name: &str, default: u64| match std::env::var(name) {
        Ok(text) => text.parse().expect("a number"),
        Err(_) => default,
    };
    let folder = std::env::var("SPECSMITH_MUTANTS").expect("SPECSMITH_MUTANTS names a folder");
    std::fs::create_dir_all(&folder).expect("a folder");
    let count = number("SPECSMITH_MUTANT_COUNT", 40);
    let mut random = number("SPECSMITH_MUTANT_SEED", 1);
    // Knuth's linear congruential generator; its upper bits are the random ones.
    let mut byte = move || {
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (random >> 56) as u8
    };
    let seeds = seeds();
    let mut written = 0;
    while written < count {
        // Few changes leave much to compile, many find odder places.
        let bytes: Vec<u8> = (0..8 + byte() / 2).map(|_| byte()).collect();
        let text = yaml(&mutate::document(&bytes, &seeds));
        if check::makes_a_crate(&text) {
            written += 1;
            let toml = check::config(&text);
            std::fs::write(format!("{folder}/mutant{written}.toml"), toml).expect("a file");
            std::fs::write(format!("{folder}/mutant{written}.yaml"), text).expect("a file");
        }
    }
}

fn seeds() -> Vec<Value> {
    mutate::seeds(Path::new(env!("CARGO_MANIFEST_DIR")))
}

fn yaml(document: &Value) -> String {
    serde_yaml::to_string(document).expect("a tree of JSON is YAML")
}

/// Makes documents and checks them; the smallest one that fails is shown.
fn explore(make: impl Fn(&[u8]) -> String, check: fn(&str) -> Result<(), String>) {
    let seconds = std::env::var("SPECSMITH_FUZZ_SECONDS").ok();
    let seconds: Option<u64> = seconds.map(|text| text.parse().expect("seconds"));
    let config = Config {
        cases: CASES,
        max_shrink_iters: 400,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner = match seconds {
        Some(_) => TestRunner::new(config),
        None => {
            let fixed = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
            TestRunner::new_with_rng(config, fixed)
        }
    };
    let started = Instant::now();
    loop {
        let result = runner.run(&vec(any::<u8>(), 0..BYTES), |bytes| {
            apart(make(&bytes), check).map_err(TestCaseError::fail)
        });
        match result {
            Ok(()) => {}
            Err(TestError::Fail(reason, bytes)) => {
                panic!("{reason}\nbytes: {bytes:?}\ndocument:\n{}", make(&bytes))
            }
            Err(TestError::Abort(reason)) => panic!("{reason}"),
        }
        if seconds.is_none_or(|seconds| started.elapsed() > Duration::from_secs(seconds)) {
            break;
        }
    }
}

/// Checks a document on a thread of its own, so that a panic and a hang are findings as well.
fn apart(text: String, check: fn(&str) -> Result<(), String>) -> Result<(), String> {
    let (send, receive) = mpsc::channel();
    let thread = std::thread::spawn(move || send.send(check(&text)));
    match receive.recv_timeout(PATIENCE) {
        Ok(verdict) => verdict,
        Err(mpsc::RecvTimeoutError::Timeout) => Err(format!("still running after {PATIENCE:?}")),
        Err(mpsc::RecvTimeoutError::Disconnected) => {
            let reason = thread.join().err();
            let text = reason
                .as_ref()
                .and_then(|panic| panic.downcast_ref::<String>());
            Err(format!(
                "panicked: {}",
                text.map_or("without a text", String::as_str)
            ))
        }
    }
}
