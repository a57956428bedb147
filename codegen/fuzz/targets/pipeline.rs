//! Bytes in, as changes to a known document, through all stages.
#![no_main]

// The other target uses the rest.
#[allow(dead_code)]
#[path = "../../tests/fuzz/mod.rs"]
mod shared;

use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use shared::{check, mutate};
use std::path::Path;
use std::sync::LazyLock;

static SEEDS: LazyLock<Vec<Value>> =
    LazyLock::new(|| mutate::seeds(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")));

fuzz_target!(|bytes: &[u8]| {
    let document = mutate::document(bytes, &SEEDS);
    let text = serde_yaml::to_string(&document).expect("a tree of JSON is YAML");
    if let Err(broken) = check::pipeline(&text) {
        panic!("{broken}\n{text}");
    }
});
