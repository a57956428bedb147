//! The golden cases as one crate: it compiles without a warning, and so does every example in its docs. Those with
//! several groups of operations compile without a warning for each feature alone, too, and every model has both traits of
//! serde where the feature `serde` is on.
//!
//! Left out of an ordinary run, since it compiles the dependencies of a client once more:
//! `cargo test -p specsmith --test compile -- --ignored`.

mod crates;

use std::fs;
use std::path::Path;
use std::process::Command;

use crates::{apis, sorted, write};

#[test]
#[ignore = "compiles a crate of its own"]
fn every_case_compiles_and_so_do_its_examples() {
    let apis = apis();
    assert!(apis.len() > 50, "only {} cases", apis.len());
    let folder = write("golden", &apis);
    let tests = folder.join("tests");
    fs::create_dir_all(&tests).expect("a folder");
    fs::write(tests.join("former.rs"), FORMER).expect("a file");
    run(&folder, &["check", "--quiet"]);
    run(&folder, &["check", "--quiet", "--test", "former"]);
    run(&folder, &["check", "--quiet", "--features", "cli,fake"]);
    run(&folder, &["test", "--doc"]);
}

/// What was written before the renames of a case.
const FORMER: &str = r#"//! The former names of the case `names-renamed-members`.
#![allow(deprecated)]

use golden::names_renamed_members::{Client, models};

fn names(thing: &models::Thing) -> [bool; 3] {
    let level = match thing.level {
        Some(models::ThingLevel::Value1) => true,
        _ => false,
    };
    let state = matches!(&thing.status, Some(models::ThingState::On));
    let active = matches!(&thing.status, Some(models::ThingState::Active));
    let mixed = matches!(&thing.mixed, Some(models::ThingMixed::One));
    [level, state && active, mixed]
}

#[test]
fn former_names_lead_to_the_new_ones() {
    let _: fn(&Client) = |client| {
        let thing = models::Thing::new("a").with_size(1).with_state(models::ThingState::On);
        assert_eq!(thing.size_or_default(), 1);
        names(&thing);
        let _ = client.put_thing("a").dry(true).sort(models::PutThingSort::Asc).tag(["b"]).body(thing);
        let _ = client.put_thing("a").body_text("b");
    };
}
"#;

#[test]
#[ignore = "compiles a crate of its own"]
fn every_feature_compiles_alone() {
    let mut apis = apis();
    apis.retain(|api| api.groups.len() + usize::from(!api.webhooks.is_empty()) > 1);
    assert!(apis.len() > 3, "only {} cases", apis.len());
    let folder = write("golden-features", &apis);
    let text = fs::read_to_string(folder.join("Cargo.toml")).expect("the manifest");
    let table: toml::Table = toml::from_str(&text).expect("TOML");
    let features = table["features"].as_table().expect("features");
    assert!(features.contains_key("groups-house_visits"), "{features:?}");
    // Those of the runtime are the same in every crate: CI compiles them with `activity-logs`.
    let of_an_api = |feature: &&String| {
        let of =
            |api: &specsmith::ir::Api| feature.split('-').next() == Some(api.module.0.as_str());
        apis.iter().any(of)
    };
    for feature in features.keys().filter(of_an_api) {
        let alone = ["--no-default-features", "--features", feature];
        run(&folder, &[&["check", "--quiet"], alone.as_slice()].concat());
        let rows = format!("{feature},cli");
        let with_rows = ["--no-default-features", "--features", &rows];
        run(
            &folder,
            &[&["check", "--quiet"], with_rows.as_slice()].concat(),
        );
    }
}

#[test]
#[ignore = "compiles a crate of its own"]
fn every_model_has_both_traits_of_serde() {
    let folder = write("golden-serde", &apis());
    let models = models(&folder);
    assert!(models.len() > 200, "only {} models", models.len());
    let calls: String = models
        .iter()
        .map(|path| format!("    both::<golden::{path}>();\n"))
        .collect();
    // `serde` gives the traits of `serde_core` other names.
    let program = format!(
        "//! Both traits, for every model.\n#![allow(deprecated)]\n\nfn both<T: serde_core::Serialize + serde_core::de::DeserializeOwned>() {{}}\n\n\
         #[test]\nfn every_model() {{\n{calls}}}\n"
    );
    let tests = folder.join("tests");
    fs::create_dir_all(&tests).expect("a folder");
    fs::write(tests.join("both.rs"), program).expect("a file");
    run(
        &folder,
        &["check", "--quiet", "--test", "both", "--features", "serde"],
    );
}

/// The public types of the models of a crate, each as `r#<api>::models::<Type>`.
fn models(folder: &Path) -> Vec<String> {
    let mut out = Vec::new();
    for api in sorted(&folder.join("src")) {
        let files = api.join("models");
        if !files.is_dir() {
            continue;
        }
        let module = api.file_name().expect("a name").to_string_lossy();
        for file in sorted(&files) {
            let text = fs::read_to_string(&file).expect("a file");
            let names = text.lines().filter_map(|line| {
                let kinds = ["pub struct ", "pub enum ", "pub type "];
                let rest = kinds.iter().find_map(|kind| line.strip_prefix(kind))?;
                rest.split(|c: char| !c.is_alphanumeric() && c != '_')
                    .next()
            });
            out.extend(names.map(|name| format!("r#{module}::models::{name}")));
        }
    }
    out
}

/// Runs cargo on a crate, and fails at a warning.
fn run(folder: &Path, arguments: &[&str]) {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--offline")
        .current_dir(folder)
        // One for all crates: their dependencies are the same.
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("target"),
        )
        .env("RUSTFLAGS", "-D warnings")
        .output()
        .expect("cargo runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let also = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}\n{said}\n{also}");
}
