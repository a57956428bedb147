//! Which documents are measured. In: paths and a sample size; out: files in a stable order.

use std::path::{Path, PathBuf};

/// Every document under `paths`, or a random draw of them.
pub(crate) fn documents(
    paths: &[PathBuf],
    max_bytes: Option<u64>,
    sample: Option<usize>,
    seed: u64,
) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    for path in paths {
        walk(path, true, &mut found)?;
    }
    if let Some(limit) = max_bytes {
        found.retain(|path| std::fs::metadata(path).is_ok_and(|meta| meta.len() <= limit));
    }
    found.sort();
    found.dedup();
    if let Some(count) = sample {
        draw(&mut found, count, seed);
    }
    if found.is_empty() {
        return Err("no documents (.yaml, .yml, .json) found".to_owned());
    }
    Ok(found)
}

fn walk(path: &Path, named: bool, found: &mut Vec<PathBuf>) -> Result<(), String> {
    let meta = std::fs::metadata(path).map_err(|e| format!("{}: {e}", path.display()))?;
    if meta.is_dir() {
        let entries = std::fs::read_dir(path).map_err(|e| format!("{}: {e}", path.display()))?;
        for entry in entries {
            walk(&entry.map_err(|e| e.to_string())?.path(), false, found)?;
        }
    } else if named || is_document(path) {
        found.push(path.to_owned());
    }
    Ok(())
}

fn is_document(path: &Path) -> bool {
    path.extension()
        .and_then(|ext| ext.to_str())
        .is_some_and(|ext| matches!(ext, "yaml" | "yml" | "json"))
}

/// Keeps `count` of `all`, chosen by a seeded shuffle (xorshift), in their old order.
fn draw(all: &mut Vec<PathBuf>, count: usize, seed: u64) {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut keyed: Vec<(u64, PathBuf)> = all
        .drain(..)
        .map(|path| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state, path)
        })
        .collect();
    keyed.sort();
    keyed.truncate(count);
    all.extend(keyed.into_iter().map(|(_, path)| path));
    all.sort();
}
