//! The features of what is generated: each group of operations has one, and what stands in the manifest is what the code
//! asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use specsmith::{Options, Outcome, generate, ir, output, read};

/// A golden case as an API.
fn api(case: &str) -> ir::Api {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(case);
    let mut api = read(&folder.join("spec.yaml"), &folder, &[])
        .api
        .expect("an API");
    api.module = ir::Name(case.replace('-', "_"));
    api
}

/// The features of a crate's manifest with what each brings, and all its Rust.
fn output_of(apis: &[ir::Api]) -> (BTreeMap<String, Vec<String>>, String) {
    let mut features = BTreeMap::new();
    let mut code = String::new();
    for file in output(apis, &Options::new(Vec::new(), "", "golden")) {
        if file.path == "Cargo.toml" {
            let table: toml::Table = toml::from_str(&file.text).expect("TOML");
            for (name, brings) in table["features"].as_table().expect("features") {
                let brings = brings.as_array().expect("a list").iter();
                let brings = brings.map(|one| one.as_str().expect("text").to_owned());
                features.insert(name.clone(), brings.collect());
            }
        } else if file.path.ends_with(".rs") {
            code.push_str(&file.text);
        }
    }
    (features, code)
}

/// The features that some code asks for.
fn asked(code: &str) -> BTreeSet<&str> {
    let parts = code.split("feature = \"").skip(1);
    parts
        .map(|part| part.split('"').next().expect("text"))
        .collect()
}

#[test]
fn each_group_is_a_feature_and_the_api_is_all_of_them() {
    let (features, _) = output_of(&[api("groups")]);
    let groups = [
        "default",
        "house_visits",
        "owners",
        "pets",
        "rooms",
        "staff",
        "webhooks",
    ];
    let groups = groups.map(|group| format!("groups-{group}"));
    assert_eq!(features["default"], ["reqwest", "groups"]);
    assert_eq!(features["groups"], groups);
    for group in &groups {
        assert_eq!(features[group], ["_groups"], "{group}");
    }
    assert!(features["_groups"].is_empty());
}

#[test]
fn one_group_needs_no_feature_of_its_own() {
    let (features, _) = output_of(&[api("struct")]);
    let own = features.keys().filter(|name| name.contains("struct"));
    assert_eq!(own.collect::<Vec<_>>(), ["struct"]);
}

#[test]
fn code_asks_for_the_features_of_the_manifest() {
    let apis = [
        "callbacks",
        "groups",
        "groups-config",
        "groups-path",
        "struct",
    ]
    .map(api);
    let (features, code) = output_of(&apis);
    let asked = asked(&code);
    for feature in &asked {
        assert!(features.contains_key(*feature), "{feature}");
    }
    for (feature, brings) in &features {
        let used = asked.contains(feature.as_str()) || !brings.is_empty();
        assert!(used, "{feature}");
    }
}

#[test]
fn a_group_takes_no_feature_of_another() {
    let (mut test, mut other) = (api("groups-config"), api("groups-config"));
    test.module = ir::Name("test".to_owned());
    test.groups[0].module = ir::Name("util".to_owned());
    other.module = ir::Name("_test".to_owned());
    let (features, code) = output_of(&[other, test]);
    // `test-util` and `_test` mean something else already.
    assert_eq!(features["test"], ["test-util-group", "test-pets"]);
    assert_eq!(features["test-pets"], ["_test_shared"]);
    assert_eq!(features["_test"], ["_test-owners", "_test-pets"]);
    assert!(asked(&code).contains("test-util-group"));
}

#[test]
fn an_environment_variable_is_of_one_api_only() {
    let (mut one, mut other) = (api("client-security"), api("client-together"));
    one.module = ir::Name("a".to_owned());
    // The only key of the API.
    one.schemes[1].kind = ir::SchemeKind::Bearer;
    other.module = ir::Name("a_api".to_owned());
    let (_, code) = output_of(&[one, other]);
    let rows = code.split("/// | `A_").skip(1);
    let names: Vec<&str> = rows
        .map(|row| row.split('`').next().expect("a name"))
        .collect();
    let unique: BTreeSet<_> = names.iter().collect();
    assert_eq!(unique.len(), names.len(), "{names:?}");
    assert!(names.contains(&"API_KEY") && names.contains(&"API_KEY_SCHEME"));
}

/// What becomes of documents with so many tags each, of which the first has a second operation.
fn generated(name: &str, documents: &[(&str, usize)]) -> (Outcome, BTreeMap<String, Vec<String>>) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut specs = Vec::new();
    for (name, count) in documents {
        let operation = |path: &str, id: &str, tag: usize| {
            format!(
                "  /{path}:\n    get:\n      operationId: {id}\n      tags: [t{tag:03}]\n      responses: {{'204': {{description: Gone}}}}\n"
            )
        };
        let mut text = format!("openapi: 3.0.3\ninfo: {{title: {name}, version: '1'}}\npaths:\n");
        for tag in 0..*count {
            text += &operation(&format!("p{tag}"), &format!("op{tag}"), tag);
        }
        text += &operation("again", "again", 0);
        let path = folder.join(format!("{name}.yaml"));
        std::fs::write(&path, text).expect("a document");
        specs.push(path);
    }
    let outcome = generate(&Options::new(specs, folder.join("out"), "many"));
    let text = std::fs::read_to_string(folder.join("out/Cargo.toml")).expect("a manifest");
    let table: toml::Table = toml::from_str(&text).expect("TOML");
    let list = |value: &toml::Value| {
        let items = value.as_array().expect("a list").iter();
        items
            .map(|one| one.as_str().expect("text").to_owned())
            .collect()
    };
    let features = table["features"].as_table().expect("features").iter();
    let features = features.map(|(name, brings)| (name.clone(), list(brings)));
    (outcome, features.collect())
}

/// The codes of what was found of each document.
fn codes(outcome: &Outcome) -> Vec<Vec<&str>> {
    let documents = outcome.documents.iter();
    documents
        .map(|document| document.diagnostics.iter().map(|one| one.code).collect())
        .collect()
}

#[test]
fn a_crate_has_no_more_features_than_can_be_published() {
    let (outcome, features) = generated("features-310", &[("large", 310)]);
    assert_eq!(features.len(), 300);
    assert_eq!(codes(&outcome), [["groups-merged"]]);
    let finding = outcome.documents[0].diagnostics.iter().next();
    let finding = finding.expect("a finding");
    assert!(
        finding.at.is_some() && finding.help.is_some(),
        "{finding:?}"
    );
    assert!(finding.message.contains("`further`"), "{finding:?}");
    assert!(features["large"].contains(&"large-further".to_owned()));
    // The one with two operations is none of the smallest.
    assert!(features.contains_key("large-t000"));
    assert!(!features.contains_key("large-t309"));
    let api = outcome.documents[0].api.as_ref().expect("an API");
    assert_eq!(api.operations.len(), 311);
    let further =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join("features-310/out/src/large/further.rs");
    let code = std::fs::read_to_string(further).expect("the merged group");
    assert!(code.contains("pub struct Op309"), "{code}");
}

#[test]
fn a_crate_of_several_apis_merges_groups_of_the_largest() {
    let (outcome, features) = generated("features-two", &[("large", 200), ("small", 100)]);
    assert_eq!(features.len(), 300);
    assert_eq!(codes(&outcome), [vec!["groups-merged"], vec![]]);
    let small = features["small"].len();
    assert_eq!(small, 100);
}

#[test]
fn a_crate_with_as_many_features_as_can_be_published_keeps_its_groups() {
    // Of its own it has those of the API and what all groups share.
    let (_, none) = generated("features-few", &[("large", 2)]);
    let (outcome, features) = generated("features-300", &[("large", 300 - (none.len() - 2))]);
    assert_eq!(features.len(), 300);
    assert_eq!(codes(&outcome), [Vec::<&str>::new()]);
}

#[test]
fn crates_of_public_types_are_re_exported_unless_a_module_has_their_name() {
    let exported = |api: ir::Api| {
        let files = output(&[api], &Options::new(Vec::new(), "", "golden"));
        let root = files.iter().find(|file| file.path == "src/lib.rs");
        let root = &root.expect("a root").text;
        let names = root.lines().filter_map(|line| {
            let name = line.strip_prefix("pub use ")?.strip_suffix(';')?;
            (!name.contains(':')).then(|| name.to_owned())
        });
        let names: Vec<String> = names.collect();
        for name in &names {
            assert!(root.contains(&format!("//! - `{name}`")), "{name}: {root}");
        }
        names
    };
    let common = [
        "axum", "bytes", "clap", "http", "reqwest", "secrecy", "ureq",
    ];
    let with = |more: &[&'static str]| {
        let mut names = [&common[..], more].concat();
        names.sort_unstable();
        names
    };
    assert_eq!(exported(api("struct")), with(&[]));
    assert_eq!(exported(api("formats")), with(&["jiff", "uuid"]));
    assert_eq!(exported(api("formats-chrono")), with(&["chrono"]));
    let mut own = api("struct");
    own.module = ir::Name("http".to_owned());
    let without: Vec<_> = common.into_iter().filter(|name| *name != "http").collect();
    assert_eq!(exported(own), without);
}
