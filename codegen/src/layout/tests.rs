//! The text of every item is prettyplease's.

use quote::ToTokens;
use std::path::{Path, PathBuf};

fn slow(item: syn::Item) -> String {
    prettyplease::unparse(&syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    })
}

fn collect(folder: &Path, out: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() && path.file_name().is_some_and(|name| name != "target") {
            collect(&path, out);
        } else if path.extension().is_some_and(|end| end == "rs") {
            out.push(path);
        }
    }
    out.sort();
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The items of all files below the folders, with where they are.
fn items(folders: &[&str]) -> Vec<(PathBuf, syn::Item)> {
    let mut paths = Vec::new();
    for folder in folders {
        collect(&root().join(folder), &mut paths);
    }
    let mut out = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).expect("a file that was listed");
        if let Ok(file) = syn::parse_file(&text) {
            out.extend(file.items.into_iter().map(|item| (path.clone(), item)));
        }
    }
    out
}

/// How many items were compared, and those that were not known.
fn compare(items: Vec<(PathBuf, syn::Item)>) -> (usize, Vec<String>) {
    let (mut same, mut unknown) = (0, Vec::new());
    for (path, item) in items {
        let tokens = item.to_token_stream();
        match super::item(tokens.clone()) {
            Ok(text) => {
                assert_eq!(text, slow(item), "{}", path.display());
                same += 1;
            }
            Err(back) => {
                assert_eq!(back.to_string(), tokens.to_string(), "{}", path.display());
                unknown.push(format!("{}: {}", path.display(), slow(item)));
            }
        }
    }
    (same, unknown)
}

#[test]
fn every_known_item_of_the_workspace_is_as_prettyplease_prints_it() {
    let (same, unknown) = compare(items(&[
        "codegen/src",
        "codegen/runtime",
        "codegen/tests",
        "generated",
        "src",
        "tests",
    ]));
    eprintln!("{same} the same, {} not known", unknown.len());
    assert!(same > 5000, "{same}");
}

#[test]
fn a_suffix_is_no_exponent_and_a_block_before_an_operator_is_left_to_prettyplease() {
    let items = [
        "static A: &[usize] = &[1usize, 2usize, 0x1f, 3];",
        "static B: &[f64] = &[1e3, 2f64];",
        "fn f() { let g = |x| match x { 0 => 1, _ => 2 } + 1; }",
        "fn f() { let g = |x| if x { 1 } else { 2 } as u8; }",
        "fn f(x: usize) -> usize { match x { 0 => 1, _ => 2 }.max(1) }",
    ];
    let parse = |text: &&str| (PathBuf::from(*text), syn::parse_str(text).expect("an item"));
    let (same, _) = compare(items.iter().map(parse).collect());
    assert!(same >= 3, "{same}");
}
