//! `specsmith impact` over `impact/workspace`, beside what the compiler says of the same code once the crate is generated
//! anew: every line that does not compile has to be among those that were found before.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use specsmith::{ir, read};

#[path = "impact/deep.rs"]
mod deep;
#[path = "impact/packages.rs"]
mod packages;
#[path = "impact/rustc.rs"]
mod rustc;
#[path = "impact/sources.rs"]
mod sources;

const HERE: &str = env!("CARGO_MANIFEST_DIR");

/// One change of the document: its name, what it was, and what it becomes.
type Edit = (&'static str, &'static [(&'static str, &'static str)]);

const EDITS: &[Edit] = &[
    ("a property goes", &[("        note: {type: string}\n", "")]),
    (
        "a number becomes text",
        &[("total: {type: number}", "total: {type: string}")],
    ),
    (
        "a number gets wider",
        &[(
            "age: {type: integer, format: int32}",
            "age: {type: integer, format: int64}",
        )],
    ),
    (
        "an optional property has to be there",
        &[("required: [id, status]", "required: [id, status, total]")],
    ),
    (
        "a required property may be absent",
        &[("required: [id, status]", "required: [status]")],
    ),
    (
        "an operation has another name",
        &[("operationId: getOrder", "operationId: fetchOrder")],
    ),
    (
        "an operation goes",
        &[(
            "    post:\n      operationId: createOrder",
            "    x-post:\n      operationId: createOrder",
        )],
    ),
    (
        "a parameter goes",
        &[(
            "        - {name: expand, in: query, schema: {type: boolean}}\n",
            "",
        )],
    ),
    (
        "a parameter is of another type",
        &[(
            "{type: integer, format: int32, maximum: 500}",
            "{type: boolean}",
        )],
    ),
    (
        "a parameter has to be given",
        &[(
            "{name: limit, in: query, schema",
            "{name: limit, in: query, required: true, schema",
        )],
    ),
    (
        "a value of an enum goes",
        &[("enum: [open, paid, shipped]", "enum: [open, paid]")],
    ),
    (
        "a property of a request has to be there",
        &[("required: [items]", "required: [items, coupon]")],
    ),
    (
        "an error is not described any more",
        &[("        '404':", "        x-404:")],
    ),
    (
        "a schema has another name",
        &[
            ("schemas/Buyer'", "schemas/Person'"),
            ("    Buyer:", "    Person:"),
        ],
    ),
    (
        "the credentials are others",
        &[(
            "{type: apiKey, in: header, name: X-Key}",
            "{type: http, scheme: basic}",
        )],
    ),
    (
        "a property of a part goes",
        &[
            ("required: [sku, quantity]", "required: [sku]"),
            ("        quantity: {type: integer, format: int32}\n", ""),
        ],
    ),
    (
        "a property has another name",
        &[
            ("required: [kind, last4]", "required: [kind, digits]"),
            ("last4: {type", "digits: {type"),
        ],
    ),
    (
        "a value of an enum has another name",
        &[("enum: [web, phone, store]", "enum: [online, phone, store]")],
    ),
    (
        "a value of an enum that is used everywhere has another name",
        &[(
            "enum: [open, paid, shipped]",
            "enum: [open, settled, shipped]",
        )],
    ),
    (
        "a branch of a union goes",
        &[
            ("        - {$ref: '#/components/schemas/Transfer'}\n", ""),
            (", transfer: '#/components/schemas/Transfer'", ""),
        ],
    ),
    (
        "a second operation goes",
        &[(
            "    post:\n      operationId: cancelOrder",
            "    x-post:\n      operationId: cancelOrder",
        )],
    ),
    (
        "the id is a number",
        &[(
            "- {name: id, in: path, required: true, schema: {type: string}}",
            "- {name: id, in: path, required: true, schema: {type: integer}}",
        )],
    ),
];

#[test]
#[ignore = "compiles a crate of its own"]
fn what_the_compiler_refuses_was_found_before() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("impact");
    let _ = fs::remove_dir_all(&folder);
    let base = write(&folder, "base", &document(&[]));
    let mut apis = vec![api(&base, "base")];
    let revisions: Vec<PathBuf> = EDITS
        .iter()
        .enumerate()
        .map(|(at, (_, edits))| {
            let path = write(&folder, &format!("r{at:02}"), &document(edits));
            apis.push(api(&path, &format!("r{at:02}")));
            path
        })
        .collect();
    let artifacts = rustc::compile(&folder, &apis);
    let before = rustc::errors(&folder, &artifacts, "base");
    assert_eq!(
        before,
        BTreeSet::new(),
        "the code fits what it was written for"
    );
    let (mut found, mut right, mut all) = (0, 0, 0);
    let mut lost: Vec<String> = Vec::new();
    for (at, revision) in revisions.iter().enumerate() {
        let name = EDITS[at].0;
        let refused = rustc::errors(&folder, &artifacts, &format!("r{at:02}"));
        assert!(!refused.is_empty(), "{name}: the compiler refuses nothing");
        let told = lines(&json(&base, revision));
        let missed: Vec<_> = refused.difference(&told).collect();
        if !missed.is_empty() {
            lost.push(format!(
                "{name}: the compiler refuses {missed:?}; found were {told:?}"
            ));
        }
        println!(
            "{name}: {} lines found, {} refused; compile: {:?}",
            told.len(),
            refused.len(),
            told.difference(&refused).collect::<Vec<_>>()
        );
        found += told.len();
        right += refused.intersection(&told).count();
        all += refused.len();
    }
    let share = |of: usize| right as f64 * 100.0 / of as f64;
    println!(
        "of {all} lines that are refused {right} were found ({:.0}%), of {found} that were found {right} are refused ({:.0}%)",
        share(all),
        share(found)
    );
    assert!(lost.is_empty(), "{}", lost.join("\n"));
    assert!(
        share(found) >= 80.0,
        "too many of the lines that were found compile: {right} of {found} are refused"
    );
}

#[test]
fn lines_are_told_with_the_change_and_both_verdicts() {
    let folder = std::env::temp_dir().join(format!("specsmith-impact-{}", std::process::id()));
    let base = write(&folder, "base", &document(&[]));
    let revision = write(
        &folder,
        "revision",
        &document(&[
            ("        note: {type: string}\n", ""),
            ("maxLength: 20", "maxLength: 12"),
        ]),
    );
    let out = run(&base, &revision, &[]);
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    assert_eq!(out.status.code(), Some(1), "{text}");
    assert!(
        text.contains("app/src/report.rs:19:26\n  |         let note = order.note.as_deref();\n"),
        "{text}"
    );
    assert!(
        text.contains(
            "[wire: risky] [rust: major] shop::Order.note is gone: an optional property was removed"
        ),
        "{text}"
    );
    assert!(text.contains("[wire: breaking] [rust: patch] shop::NewOrder.with_coupon: NewOrder.coupon: maxLength was lowered"), "{text}");
    let github = String::from_utf8_lossy(&run(&base, &revision, &["--format", "github"]).stdout)
        .into_owned();
    assert!(
        github.contains(
            "::error file=app/src/report.rs,line=19,col=26,title=wire%3A risky%2C rust%3A major::"
        ),
        "{github}"
    );
    assert!(
        text.contains("37 lines are touched in 9 of 12 files: "),
        "{text}"
    );
    let value = json(&base, &revision);
    assert_eq!(value["files"], 12);
    // Each change is told in words, and where there is one, with it.
    let others = write(
        &folder,
        "others",
        &document(&[
            (
                "{type: apiKey, in: header, name: X-Key}",
                "{type: http, scheme: basic}",
            ),
            ("        '404':", "        x-404:"),
        ]),
    );
    let out = run(&base, &others, &[]);
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    for told in [
        "shop::ListOrdersError was an enum and will be another name for `runtime::Undocumented`\n",
        "(username: impl Into<String>, password: impl Into<String>) -> Self`: key: the type of a security scheme changed",
    ] {
        assert!(text.contains(told), "{told} in\n{text}");
    }
    assert!(!text.contains("cannot be looked for"), "{text}");
    let same = run(&base, &base, &[]);
    assert_eq!(same.status.code(), Some(0));
    assert_eq!(
        String::from_utf8_lossy(&same.stdout),
        "no line of 12 files is touched\n"
    );
    let _ = fs::remove_dir_all(&folder);
}

#[test]
fn what_cannot_be_looked_at_is_said() {
    let folder = std::env::temp_dir().join(format!("specsmith-impact-bad-{}", std::process::id()));
    let base = write(&folder, "base", &document(&[]));
    let workspace = format!("{HERE}/tests/impact/workspace");
    let refused = |arguments: &[&str], message: &str| {
        let base = base.to_string_lossy();
        let out = specsmith(&[&["impact", &base, &base], arguments].concat());
        let error = String::from_utf8_lossy(&out.stderr).into_owned();
        assert_eq!(out.status.code(), Some(2), "{arguments:?}: {error}");
        assert!(error.contains(message), "{arguments:?}: {error}");
    };
    refused(&["--workspace", &workspace], "name it with --crate");
    refused(
        &["--workspace", &workspace, "--crate", "other"],
        "depends on other",
    );
    refused(
        &["--workspace", "nowhere"],
        "there is no Cargo.toml in nowhere",
    );
    refused(&["--format", "sarif"], "invalid value 'sarif'");
    // This workspace has the crate, and no such module in it.
    let own = Path::new(HERE).join("..").to_string_lossy().into_owned();
    refused(
        &["--workspace", &own, "--module", "nope"],
        "the generated crate has no module `nope`, but exavault, snaplogic",
    );
    let _ = fs::remove_dir_all(&folder);
}

#[test]
fn the_generated_crate_is_found_by_what_it_is() {
    let root = Path::new(HERE).join("..").to_string_lossy().into_owned();
    let spec = format!("{root}/spec");
    let out = specsmith(&["impact", &spec, &spec, "--workspace", &root]);
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    let error = String::from_utf8_lossy(&out.stderr).into_owned();
    assert_eq!(out.status.code(), Some(0), "{text}{error}");
    assert!(
        text.starts_with("no line of ") && text.ends_with(" files is touched\n"),
        "{text}"
    );
}

/// The document with some changes.
fn document(edits: &[(&str, &str)]) -> String {
    let text = fs::read_to_string(format!("{HERE}/tests/impact/base.yaml")).expect("the document");
    edits.iter().fold(text, |text, (from, to)| {
        assert!(text.contains(from), "there is no {from}");
        text.replace(from, to)
    })
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(format!("{name}.yaml"));
    fs::create_dir_all(folder).expect("a folder");
    fs::write(&path, text).expect("a document");
    path
}

fn api(path: &Path, module: &str) -> ir::Api {
    let mut api = read(path, Path::new(""), &[])
        .api
        .expect("a sound document");
    api.module = ir::Name(module.to_owned());
    api
}

fn specsmith(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_specsmith"));
    command.args(arguments).current_dir(std::env::temp_dir());
    command.output().expect("specsmith runs")
}

fn run(base: &Path, revision: &Path, arguments: &[&str]) -> Output {
    let (base, revision) = (base.to_string_lossy(), revision.to_string_lossy());
    let workspace = format!("{HERE}/tests/impact/workspace");
    let fixed = [
        "impact",
        &base,
        &revision,
        "--workspace",
        &workspace,
        "--crate",
        "shop-client",
        "--module",
        "shop",
    ];
    specsmith(&[&fixed, arguments].concat())
}

fn json(base: &Path, revision: &Path) -> Value {
    let out = run(base, revision, &["--format", "json"]);
    let error = String::from_utf8_lossy(&out.stderr).into_owned();
    serde_json::from_slice(&out.stdout).unwrap_or_else(|_| panic!("{error}"))
}

/// The lines that a change major for Rust code touches.
fn lines(value: &Value) -> BTreeSet<(String, u64)> {
    let touches = value["touches"].as_array().expect("touches");
    let major = touches.iter().filter(|touch| touch["rust"] == "major");
    major
        .map(|touch| {
            (
                touch["file"].as_str().expect("a file").to_owned(),
                touch["line"].as_u64().expect("a line"),
            )
        })
        .collect()
}
