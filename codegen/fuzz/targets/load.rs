//! Bytes in, through the loader: half of them text as it is, half of them damage to a known document.
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
    let Some((first, rest)) = bytes.split_first() else {
        return;
    };
    let text = match first % 2 {
        0 => String::from_utf8_lossy(rest).into_owned(),
        _ => mutate::text(rest, &SEEDS),
    };
    if let Err(broken) = check::load(&text) {
        panic!("{broken}\n{text}");
    }
});
