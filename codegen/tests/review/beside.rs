//! In: sides with settings and names beside them, or another crate from the same. Out: whether each is told with what it does
//! and where it is. Invariant: each test has a repository of its own.

use std::fs;

use super::command::{BASE, Scratch};

const DATED: &str = "openapi: 3.0.3\ninfo: { title: Pets, version: '1' }\npaths:\n  /pets:\n    get:\n      operationId: list\n      responses:\n        '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }\ncomponents:\n  schemas:\n    Pet: { type: object, properties: { born: { type: string, format: date-time } } }\n";

#[test]
fn the_rust_verdict_is_that_of_the_crate_with_its_settings_and_names() {
    let here = Scratch::new("beside");
    let undated = DATED.replace(", format: date-time", "");
    here.write("old.yaml", DATED);
    here.write("new.yaml", &undated);
    here.write("spec/pets.yaml", DATED);
    here.write("spec/pets.toml", "[types]\ndate-time = \"string\"\n");
    here.write(
        "spec/pets.names",
        "#/components/schemas/Pet models::Animal\n",
    );
    here.commit();
    let rust = |arguments: &[&str]| {
        let (code, out, err) = here.run(&[arguments, &["--format", "json"]].concat());
        assert_eq!(code, Some(0), "{err}");
        let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        (report["summary"]["rust"].clone(), out)
    };
    // With nothing beside either, a date becomes a text.
    assert_eq!(rust(&["diff", "old.yaml", "new.yaml"]).0, "major");
    // Dates are texts on both sides: what stands beside one counts for a file that lies by itself.
    assert_eq!(rust(&["diff", "spec/pets.yaml", "new.yaml"]).0, "patch");
    assert_eq!(
        rust(&["diff", "main:spec/pets.yaml", "new.yaml"]).0,
        "patch"
    );
    assert_eq!(rust(&["diff", "new.yaml", "spec/pets.yaml"]).0, "patch");
    here.write("spec/pets.yaml", &undated);
    assert_eq!(rust(&["diff", "--against", "main"]).0, "patch");
    // The document is the same, the crate is another.
    here.write("spec/pets.yaml", DATED);
    here.write("spec/pets.toml", "");
    let (verdict, out) = rust(&["diff", "--against", "main"]);
    assert_eq!(verdict, "major");
    assert!(out.contains("models::Animal.born"), "{out}");
    here.write("spec/pets.toml", "[types]\ndates = 1\n");
    let (code, _, err) = here.run(&["diff", "--against", "main"]);
    assert_eq!(code, Some(2), "{err}");
    assert!(
        err.contains("pets.toml:2:1") && err.contains("dates"),
        "{err}"
    );
}

/// A document whose operation gives a list by pages.
const PAGED: &str = "openapi: 3.0.3
info: { title: Pets, version: '1' }
paths:
  /pets:
    get:
      operationId: list
      parameters:
        - { name: skip, in: query, schema: { type: integer } }
      responses:
        '200':
          description: Some.
          content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }
components:
  schemas:
    Pet: { type: object, properties: { born: { type: string, format: date-time }, kind: { type: string, enum: [cat, dog] } } }
";

#[test]
fn settings_that_are_others_are_told_with_what_they_do_and_where_they_are() {
    let here = Scratch::new("settings");
    here.write("spec/pets.yaml", PAGED);
    let paging = "[paging.list]\nkind = \"offset\"\noffset = \"skip\"\nitems = \"\"\n";
    here.write(
        "spec/pets.toml",
        &format!("# Pages.\n{paging}\n[types]\nshare = true\n"),
    );
    here.commit();
    let changes = |settings: &str| {
        here.write("spec/pets.toml", settings);
        let (code, out, err) = here.run(&["diff", "--against", "main", "--format", "json"]);
        assert_eq!(code, Some(0), "{err}");
        let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
        report["changes"].as_array().expect("changes").clone()
    };
    // Other words for the same.
    let same = format!("[types]\n\"share\" = true\n\n{paging}");
    assert!(changes(&same).is_empty());
    let found = changes("[types]\nshare = true\n");
    assert_eq!(found.len(), 1, "{found:?}");
    let gone = &found[0];
    assert_eq!(gone["rule"], "setting-removed");
    assert_eq!(
        (gone["wire"].as_str(), gone["rust"].as_str()),
        (Some("compatible"), Some("major"))
    );
    assert_eq!(gone["reach"][0]["path"], "/pets");
    assert_eq!(gone["base"]["file"], "main:spec/pets.toml");
    assert_eq!(gone["base"]["line"], 2);
    assert_eq!(gone["revision"]["file"], "spec/pets.toml");
    let message = gone["message"].as_str().expect("a message");
    assert!(message.starts_with("[paging.list]: a setting"), "{message}");
    assert!(
        message.contains("impl Pages<models::Pet>` removed"),
        "{message}"
    );
    // Each does what it does: a rename leaves the former name, dates become text, a limit changes no item.
    let found = changes(&format!(
        "{paging}limit_default = 5\n\n[types]\nshare = true\ndate-time = \"string\"\n\n\
         [names]\n\"#/components/schemas/Pet/properties/kind/enum/cat\" = \"Kitten\"\n"
    ));
    let verdicts: Vec<(&str, &str, u64)> = found
        .iter()
        .map(|one| {
            let line = one["revision"]["line"].as_u64();
            let rule = one["rule"].as_str().unwrap_or_default();
            (
                rule,
                one["rust"].as_str().unwrap_or_default(),
                line.unwrap_or_default(),
            )
        })
        .collect();
    let expected = [
        ("setting-added", "major", 9),
        ("setting-added", "minor", 12),
        ("setting-changed", "patch", 1),
    ];
    assert_eq!(verdicts, expected, "{found:?}");
    // What no item of the module shows: its own name, and a client that is no longer built.
    let found = changes(&format!(
        "{paging}\n[types]\nshare = true\n\n[api]\nmodule = \"animals\"\n"
    ));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        (found[0]["rust"].as_str(), found[0]["rule"].as_str()),
        (Some("major"), Some("setting-added"))
    );
    let found = changes(&format!(
        "{paging}\n[types]\nshare = true\n\n[servers]\nrequired = [\"account\"]\n"
    ));
    assert_eq!(found[0]["rust"], "major", "{found:?}");
    // In no file at all.
    fs::remove_file(here.0.join("spec/pets.toml")).expect("it was there");
    let (code, out, err) = here.run(&["diff", "--against", "main", "--format", "github"]);
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("file=spec/pets.yaml,line=1,"), "{out}");
    let (_, out, _) = here.run(&["diff", "--against", "main", "--format", "html"]);
    assert!(out.contains("[paging.list]"), "{out}");
}

/// A document with two groups of operations, with dates, and with equal inline schemas.
const GROUPED: &str = "openapi: 3.0.3
info: { title: Pets, version: '1' }
paths:
  /pets:
    get:
      operationId: list
      tags: [animals]
      parameters:
        - { name: skip, in: query, schema: { type: integer } }
      responses:
        '200':
          description: Some.
          content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } }
  /owners:
    get:
      operationId: owners
      tags: [people]
      responses:
        '200': { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/Owner' } } } }
components:
  schemas:
    Owner: { type: object, properties: { at: { type: object, properties: { x: { type: integer } } } } }
    Pet: { type: object, properties: { born: { type: string, format: date-time }, at: { type: object, properties: { x: { type: integer } } } } }
";

#[test]
fn settings_that_are_others_at_once_tell_each_its_own_effect() {
    let here = Scratch::new("settings-at-once");
    here.write("spec/pets.yaml", GROUPED);
    let paging = "[paging.list]\nkind = \"offset\"\noffset = \"skip\"\nitems = \"\"\n";
    here.write("spec/pets.toml", paging);
    here.commit();
    let settings = [
        "[types]\nshare = false\ndate-time = \"string\"\n",
        "[api]\ngroups = \"path\"\n",
        "[operations]\nids = [\"list\"]\n",
        "[names]\n\"#/paths/~1pets/get/operationId/list\" = \"all\"\n",
    ];
    here.write("spec/pets.toml", &settings.concat());
    let (code, out, err) = here.run(&["diff", "--against", "main", "--format", "json"]);
    assert_eq!(code, Some(0), "{err}");
    let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let told = |setting: &str| -> (String, String) {
        let changes = report["changes"].as_array().expect("changes");
        let message = |change: &serde_json::Value| change["message"].as_str().map(str::to_owned);
        let mut all = changes
            .iter()
            .filter_map(|change| Some((change, message(change)?)));
        let found = all.find(|(_, message)| message.starts_with(setting));
        let (change, message) = found.unwrap_or_else(|| panic!("no {setting} in {out}"));
        let items = message
            .split_once("in the crate: ")
            .map_or("", |(_, items)| items);
        let rust = change["rust"].as_str().unwrap_or_default();
        (rust.to_owned(), items.trim_end_matches(')').to_owned())
    };
    let expected = [
        (
            "[paging.list]",
            "major",
            "`animals::List impl Pages<models::Pet>` removed",
        ),
        (
            "[types] share",
            "major",
            "`models::OwnerAt` changed, `models::PetAt` changed",
        ),
        ("[types] date-time", "major", "`models::Pet.born` changed"),
    ];
    for (setting, rust, items) in expected {
        assert_eq!(told(setting), (rust.to_owned(), items.to_owned()), "{out}");
    }
    assert!(
        told("[operations] ids")
            .1
            .starts_with("`Client::owners` removed"),
        "{out}"
    );
    assert!(
        told("[api] groups").1.starts_with("`animals` removed"),
        "{out}"
    );
    let (rust, items) = told("[names]");
    assert_eq!(rust, "minor", "{out}");
    assert!(
        items.starts_with("`Client::list` changed, `Client::all` added"),
        "{out}"
    );
}

#[test]
fn what_cannot_be_used_of_a_commit_that_others_follow_is_left_out_with_a_warning() {
    let here = Scratch::new("past");
    here.write("spec/pets.yaml", PAGED);
    let settings = "[types]\ndate-time = \"string\"\ndates = 1\n\n[names]\n                    \"#/components/schemas/Pet\" = \"Animal\"\n                    \"#/components/schemas/Cat\" = \"Kitten\"\n";
    here.write("spec/pets.toml", settings);
    here.write(
        "spec/pets.names",
        "no line\n#/components/schemas/Pet models::Beast\n",
    );
    here.commit();
    let mended =
        "[types]\ndate-time = \"string\"\n\n[names]\n\"#/components/schemas/Pet\" = \"Animal\"\n";
    here.write("spec/pets.toml", mended);
    here.write(
        "spec/pets.names",
        "#/components/schemas/Pet models::Beast\n",
    );
    let (code, out, err) = here.run(&["diff", "--against", "main", "--format", "json"]);
    assert_eq!(code, Some(0), "{err}");
    for warning in [
        "warning[config-invalid]: unknown field `dates`",
        "--> main:spec/pets.toml:3:1",
        "warning[names-invalid]",
        "--> main:spec/pets.names:1:1",
        "warning[rename-unknown]",
        "--> main:spec/pets.toml:7:",
        "past mending",
    ] {
        assert!(err.contains(warning), "{warning} in {err}");
    }
    assert!(!err.contains("error"), "{err}");
    // The rest counts: dates were texts, and Pet was called Animal.
    let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    assert_eq!(report["summary"]["rust"], "patch", "{out}");
    // Here it can be mended.
    here.write("spec/pets.toml", settings);
    let (code, _, err) = here.run(&["diff", "--against", "main"]);
    assert_eq!(code, Some(2), "{err}");
    assert!(err.contains("error[config-invalid]"), "{err}");
}

#[test]
fn what_no_rule_explains_has_the_place_and_the_name_that_it_has_in_the_crate() {
    let here = Scratch::new("environment");
    let scheme = |name: &str| {
        let security = format!(
            "security: [{{ {name}: [] }}]\ncomponents:\n  securitySchemes:\n    {name}: {{ type: http, scheme: bearer }}\n"
        );
        let more = "    other: { type: http, scheme: basic }\n";
        BASE.replace("paths:", &format!("{security}{more}paths:"))
    };
    here.write("spec/pets.yaml", &scheme("one"));
    here.write("spec/pets.names", "# Names.\n");
    here.commit();
    here.write(
        "spec/pets.yaml",
        &scheme("two").replace("[{ two: [] }]", "[{ two: [] }, { other: [] }]"),
    );
    let (code, out, err) = here.run(&["diff", "--against", "main", "--format", "json"]);
    assert_eq!(code, Some(0), "{err}");
    assert!(!out.contains("API_"), "{out}");
    let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    for change in report["changes"].as_array().expect("changes") {
        let side = ["revision", "base"].map(|side| change[side]["line"].as_u64());
        let message = change["message"].as_str().unwrap_or_default();
        assert!(
            side.iter().any(|line| *line != Some(1)),
            "{message} {change}"
        );
    }
}

#[test]
fn a_former_name_that_goes_is_told_at_what_it_led_to() {
    let here = Scratch::new("former");
    here.write("spec/pets.yaml", PAGED);
    let names = "#/components/schemas/Pet models::Pet\n\
                 #/components/schemas/Pet was models::Animal\n\
                 #/components/schemas/Pet/properties/kind/enum/cat was models::PetKind::Kitten\n\
                 #/paths/~1pets/get/operationId/list Client::list\n\
                 #/paths/~1pets/get/operationId/list was Client::index\n\
                 #/paths/~1pets/get/operationId/list/parameters/query/skip was Client::list.jump\n";
    here.write("spec/pets.names", names);
    here.commit();
    here.write("spec/pets.names", "#/components/schemas/Pet models::Pet\n");
    let (code, out, err) = here.run(&["diff", "--against", "main", "--format", "json"]);
    assert_eq!(code, Some(0), "{err}");
    let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let changes = report["changes"].as_array().expect("changes").iter();
    let told = changes.map(|change| {
        let message = change["message"].as_str().unwrap_or_default();
        let item = message.split(": ").next().unwrap_or_default().to_owned();
        (
            item,
            change["rust"].as_str() == Some("major"),
            change["base"]["line"].as_u64().unwrap_or_default(),
        )
    });
    let mut told: Vec<(String, bool, u64)> = told.collect();
    told.sort();
    let expected = [
        ("Client::index", 5),
        ("default::List::jump", 8),
        ("models::Animal", 15),
        ("models::PetKind::Kitten", 15),
    ];
    let expected = expected.map(|(item, line)| (item.to_owned(), true, line));
    assert_eq!(told, expected, "{out}");
}

#[test]
fn settings_of_a_commit_that_cannot_be_used_are_not_compared() {
    let here = Scratch::new("unusable-keys");
    here.write("spec/pets.yaml", DATED);
    here.write("spec/pets.toml", "[zzz]\na = 1\n[paging.list]\nfoo = 1\n");
    here.commit();
    let rename = "[names]\n\"#/components/schemas/Pet\" = \"Animal\"\n";
    here.write("spec/pets.toml", rename);
    let (code, out, err) = here.run(&["diff", "--against", "HEAD"]);
    assert_eq!(code, Some(0), "{err}");
    assert!(out.contains("components/schemas/Pet"), "{out}");
    assert!(!out.contains("zzz") && !out.contains("paging"), "{out}");
}
