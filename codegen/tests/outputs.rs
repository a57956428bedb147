//! What `specsmith diff` prints, in every format, and how it ends. The pairs are `outputs/shop` and every golden case
//! beside the next one, which differ in everything that the two are about.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};
use specsmith::load::{LoadOptions, Loaded, load};
use specsmith::review::report::{Report, Rust, Wire};
use specsmith::review::{Options, diff, render};

const HERE: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn json_is_as_its_schema_says() {
    let schema = read_json(&Path::new(HERE).join("docs/diff.schema.json"));
    let validator = jsonschema::validator_for(&schema).expect("a sound schema");
    let mut changes = 0;
    for (name, report) in reports() {
        let value = render::json::render(&report);
        changes += report.changes.len();
        judge(&validator, &value, &name);
    }
    assert!(changes > 500, "only {changes} changes were looked at");
    let out = shop(&["--format", "json", "--suggest-version", "1.4.2"]);
    let value: Value = serde_json::from_str(&stdout(&out)).expect("JSON");
    judge(&validator, &value, "shop");
    assert_eq!(value["summary"]["suggested_version"], "2.0.0");
    let mut wrong = value;
    wrong["changes"][0]["wire"] = Value::from("fatal");
    assert!(!validator.is_valid(&wrong));
}

#[test]
fn sarif_is_as_the_standard_asks() {
    let schema = read_json(&Path::new(HERE).join("tests/outputs/sarif.schema.json"));
    let options = jsonschema::options().should_validate_formats(true);
    let validator = options.build(&schema).expect("a sound schema");
    let mut wrong = json!({"version": "2.1.0", "$schema": "no uri at all", "runs": []});
    assert_eq!(validator.iter_errors(&wrong).count(), 2);
    for (name, report) in reports() {
        let value = render::sarif::render(&report);
        judge(&validator, &value, &name);
        let run = &value["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
        let ids: BTreeSet<&str> = rules
            .iter()
            .filter_map(|rule| rule["id"].as_str())
            .collect();
        assert_eq!(
            ids.len(),
            rules.len(),
            "{name}: each rule is described once"
        );
        let results = run["results"].as_array().expect("results");
        assert_eq!(results.len(), report.changes.len(), "{name}");
        for result in results {
            let index = result["ruleIndex"].as_u64().expect("an index") as usize;
            assert_eq!(
                run["tool"]["driver"]["rules"][index]["id"],
                result["ruleId"]
            );
            let (locations, related) = (&result["locations"], &result["relatedLocations"]);
            let all = [locations, related].map(|all| all.as_array().expect("locations"));
            for location in all.into_iter().flatten() {
                let region = &location["physicalLocation"]["region"];
                let at =
                    |line: &str, column: &str| (region[line].as_u64(), region[column].as_u64());
                let (start, end) = (at("startLine", "startColumn"), at("endLine", "endColumn"));
                assert!(start <= end, "{name}: {region}");
            }
        }
        wrong = value;
    }
    // It is what it checks that makes a schema worth something.
    let mut refused = |pointer: &str, worse: Value| {
        let there = wrong.pointer_mut(pointer).expect("a place");
        let good = std::mem::replace(there, worse);
        assert!(!validator.is_valid(&wrong), "{pointer}");
        *wrong.pointer_mut(pointer).expect("a place") = good;
    };
    refused("/version", json!("2.0.0"));
    refused("/runs/0/columnKind", json!("bytes"));
    refused("/runs/0/invocations/0/executionSuccessful", json!("yes"));
    refused("/runs/0/tool/driver/semanticVersion", json!("1.4"));
}

#[test]
fn a_comment_fits_however_much_there_is_to_say() {
    let (base, revision) = huge();
    let report = diff(&base, &revision, &Options::default());
    assert!(report.changes.len() > 4000, "{}", report.changes.len());
    let text = render::markdown::render(&report);
    let length = text.chars().count();
    assert!((50_000..65_536 - 200).contains(&length), "{length}");
    assert!(
        text.contains("Left out, as a comment has no room for them: "),
        "{text:.400}"
    );
    assert_eq!(
        text.matches("<details").count(),
        text.matches("</details>").count()
    );
    // What is shown and what is left out make up the whole.
    let left: usize = numbers(text.lines().last().expect("a line"));
    let all = text.lines().map(str::trim_start);
    let shown = all.filter(|line| line.contains("&#58;") && line.starts_with("- "));
    assert_eq!(left + shown.count(), report.changes.len());
}

#[test]
fn annotations_stand_on_the_lines_that_changed() {
    let text = stdout(&shop(&["--format", "github"]));
    let revision = fs::read_to_string(side("revision")).expect("the revision");
    let base = fs::read_to_string(side("base")).expect("the base");
    let line =
        |text: &str, number: usize| text.lines().nth(number - 1).unwrap_or_default().to_owned();
    let at = |rule: &str| {
        let found = text
            .lines()
            .find(|line| line.contains(&format!("({rule})")));
        let found = found
            .unwrap_or_else(|| panic!("{rule} in\n{text}"))
            .to_owned();
        let number = found
            .split("line=")
            .nth(1)
            .and_then(|rest| rest.split(',').next());
        (number.and_then(|n| n.parse().ok()).expect("a line"), found)
    };
    let (number, command) = at("request-property-max-length-decreased");
    assert!(line(&revision, number).contains("coupon: {type: string, maxLength: 12}"));
    assert!(command.starts_with("::error file="));
    let (number, _) = at("response-property-became-required");
    assert!(line(&revision, number).contains("total"));
    // What is gone is shown where it was, too.
    let (number, command) = at("request-property-removed");
    assert_eq!(line(&revision, number).trim(), "NewOrder:");
    let was = command
        .split("base.yaml%3A")
        .nth(1)
        .or_else(|| command.split("base.yaml:").nth(1));
    let was: usize = was
        .and_then(|rest| rest.split('%').next())
        .and_then(|n| n.parse().ok())
        .expect("a line");
    assert_eq!(line(&base, was).trim(), "gift: {type: boolean}");
    for command in text.lines() {
        assert!(
            ["::error file=", "::warning file=", "::notice file="]
                .iter()
                .any(|start| command.starts_with(start))
        );
    }
}

#[test]
fn text_answers_first_and_is_coloured_only_if_wanted() {
    let text = stdout(&shop(&["--suggest-version", "1.4.2"]));
    let mut lines = text.lines();
    assert_eq!(
        lines.next(),
        Some("wire breaking    3 breaking, 3 risky, 3 compatible")
    );
    assert_eq!(
        lines.next(),
        Some("rust major       5 major, 2 minor, 2 patch")
    );
    assert_eq!(lines.next(), Some("9 changes in 3 operations"));
    assert!(text.contains(
        "[wire: breaking] [rust: patch] NewOrder.coupon: maxLength was lowered (20 to 12)"
    ));
    assert!(text.ends_with("next version 2.0.0\n"));
    assert!(!text.contains('\u{1b}'), "no colour in a pipe");
    let coloured = stdout(&shop(&["--color", "always"]));
    assert!(coloured.contains("\u{1b}[1;31m[wire: breaking]\u{1b}[0m"));
    let plain: String = strip(&coloured);
    assert_eq!(plain, text.replace("\nnext version 2.0.0\n", ""));
}

/// Two versions of a document in which one thing happens in many places, and a change has details with other verdicts.
const MANY: [&str; 2] = [
    "openapi: 3.0.3
info: {title: Many, version: '1'}
paths:
  /a:
    get: {operationId: a, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}}}
    put: {operationId: put, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/State'}}}}, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/State'}}}}}}
  /b:
    get: {operationId: b, responses: {'200': {description: ok}}}
  /c:
    get: {operationId: c, responses: {'200': {description: ok}}}
components:
  schemas:
    Item: {type: object, properties: {one: {type: string}, two: {type: string}, three: {type: string}}}
    State: {type: string, enum: [on]}
",
    "openapi: 3.0.3
info: {title: Many, version: '1'}
paths:
  /a:
    get: {operationId: a, deprecated: true, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}}}
    put: {operationId: put, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/State'}}}}, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/State'}}}}}}
  /b:
    get: {operationId: b, deprecated: true, responses: {'200': {description: ok}}}
  /c:
    get: {operationId: c, deprecated: true, responses: {'200': {description: ok}}}
components:
  schemas:
    Item: {type: object, properties: {four: {type: string}}}
    State: {type: string, enum: [on, off]}
",
];

#[test]
fn what_happens_in_many_places_is_told_once_and_details_stand_with_what_they_belong_to() {
    let folder = Folder::new("many");
    for (name, text) in ["base.yaml", "revision.yaml"].iter().zip(MANY) {
        fs::write(folder.0.join(name), text).expect("a document");
    }
    let run = |format: &str| {
        let out = Command::new(env!("CARGO_BIN_EXE_specsmith"))
            .args(["diff", "base.yaml", "revision.yaml", "--format", format])
            .current_dir(&folder.0)
            .output();
        stdout(&out.expect("specsmith runs"))
    };
    let text = run("text");
    assert_eq!(
        text,
        "wire risky       4 risky, 4 compatible
rust major       3 major, 5 minor
8 changes in 4 operations

risky on the wire
  [wire: risky] [rust: major] an optional property was removed, 3 times  response-optional-property-removed
    Item  GET /a
      .one  base.yaml:13:39
      .three  base.yaml:13:81
      .two  base.yaml:13:60
  [wire: risky] [rust: minor] State: a value was added to the list (`off`)
    - in requests: the same, PUT /a [wire: compatible] [rust: minor]
    response-body-enum-value-added  revision.yaml:14:27  PUT /a

compatible on the wire
  [wire: compatible] [rust: minor] Item.four: an optional property was added
    response-optional-property-added  revision.yaml:13:39  GET /a
  [wire: compatible] [rust: minor] an operation was deprecated, 3 times  endpoint-deprecated
    GET /a  revision.yaml:5:39
    GET /b  revision.yaml:8:39
    GET /c  revision.yaml:10:39
"
    );
    let markdown = run("markdown");
    for wanted in [
        "(4)</b></summary>",
        "- an operation was deprecated, 3 times — **minor** · `endpoint-deprecated`\n  - <code>GET /a</code> · <code>revision.yaml&#58;5</code>\n",
        "  - in requests&#58; the same, PUT /a &#91;wire&#58; compatible&#93; &#91;rust&#58; minor&#93;\n",
    ] {
        assert!(markdown.contains(wanted), "{wanted} in\n{markdown}");
    }
    assert_eq!(markdown.matches("off").count(), 1, "{markdown}");
    // Each annotation stands on a line, so there is one for each place.
    assert_eq!(run("github").matches("endpoint-deprecated").count(), 3);
    assert_eq!(run("github").lines().count(), 8);
}

/// A document, once with a name for its schema and once without.
const RESPELLED: [&str; 2] = [
    "openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pet:
    get: {operationId: pet, responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}}}}
components: {schemas: {Animal: {type: object, properties: {name: {type: string}}}}}
",
    "openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pet:
    get: {operationId: pet, responses: {'200': {description: ok, content: {application/json: {schema: {type: object, properties: {name: {type: string}}}}}}}}
",
];

#[test]
fn a_name_that_is_lost_by_another_spelling_is_told_in_every_format() {
    let folder = Folder::new("respelled");
    for (name, text) in ["base.yaml", "revision.yaml"].iter().zip(RESPELLED) {
        fs::write(folder.0.join(name), text).expect("a document");
    }
    let run = |format: &str| {
        let out = Command::new(env!("CARGO_BIN_EXE_specsmith"))
            .args(["diff", "base.yaml", "revision.yaml", "--format", format])
            .current_dir(&folder.0)
            .output();
        stdout(&out.expect("specsmith runs"))
    };
    let words =
        "he same is written otherwise, which changes the items of the crate: major for Rust code";
    for format in ["text", "github", "html", "sarif"] {
        let text = run(format);
        assert!(text.contains(words), "{format}: {text}");
    }
    let words = words.replace(':', "&#58;");
    assert_eq!(
        run("markdown"),
        format!("### API diff\n\nNo change on the wire.\n\nT{words}.\n")
    );
    let value: Value = serde_json::from_str(&run("json")).expect("JSON");
    assert_eq!(value["summary"]["respelled"], "major");
    assert_eq!(value["summary"]["rust"], "major");
    let schema = read_json(&Path::new(HERE).join("docs/diff.schema.json"));
    let validator = jsonschema::validator_for(&schema).expect("a sound schema");
    judge(&validator, &value, "respelled");
    let schema = read_json(&Path::new(HERE).join("tests/outputs/sarif.schema.json"));
    let validator = jsonschema::validator_for(&schema).expect("a sound schema");
    let sarif: Value = serde_json::from_str(&run("sarif")).expect("JSON");
    judge(&validator, &sarif, "respelled");
    assert_eq!(
        stdout(&shop(&["--format", "github"]))
            .matches("otherwise")
            .count(),
        0
    );
}

/// On a terminal of its own, which `script` makes.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_gets_colours_unless_it_or_whoever_looks_at_it_wants_none() {
    let on_terminal = |columns: usize, variables: &[(&str, &str)], arguments: &str| {
        let program = env!("CARGO_BIN_EXE_specsmith");
        let (base, revision) = (side("base"), side("revision"));
        let line =
            format!("stty cols {columns}; '{program}' diff '{base}' '{revision}' {arguments}");
        let mut command = Command::new("script");
        command.args(["-qec", &line, "/dev/null"]);
        command.env_remove("NO_COLOR").env("TERM", "xterm-256color");
        command.envs(variables.iter().copied());
        let out = command.output().expect("script (util-linux) runs");
        assert!(out.status.success(), "{}", stdout(&out));
        stdout(&out).replace("\r\n", "\n")
    };
    let plain = stdout(&shop(&[]));
    let coloured = stdout(&shop(&["--color", "always"]));
    for columns in [40, 80, 200] {
        assert_eq!(on_terminal(columns, &[], ""), coloured, "{columns}");
        assert_eq!(
            on_terminal(columns, &[("NO_COLOR", "1")], ""),
            plain,
            "{columns}"
        );
    }
    assert_eq!(on_terminal(80, &[("NO_COLOR", "")], ""), coloured);
    assert_eq!(on_terminal(80, &[("TERM", "dumb")], ""), plain);
    assert_eq!(
        on_terminal(80, &[("NO_COLOR", "1")], "--color always"),
        coloured
    );
    assert_eq!(on_terminal(80, &[], "--color never"), plain);
    assert_eq!(on_terminal(80, &[], "| cat"), plain);
}

#[test]
fn a_page_needs_nothing_else() {
    let page = stdout(&shop(&["--format", "html"]));
    for wanted in [
        "<!doctype html>",
        "data-wire=\"breaking\"",
        "data-rust=\"major\"",
        "<summary>reaches 3 operations</summary>",
        "coupon: {type: string, maxLength: 20}",
        "coupon: {type: string, maxLength: 12}",
        "(no longer there)",
    ] {
        assert!(page.contains(wanted), "{wanted}");
    }
    for loaded in ["src=", "href=", "@import", "url(", "http://", "https://"] {
        assert!(!page.contains(loaded), "the page loads something: {loaded}");
    }
    for (name, report) in reports() {
        let page = render::html::render(&report, &[]);
        assert_eq!(
            page.matches("<article").count(),
            page.matches("</article>").count(),
            "{name}"
        );
    }
}

#[test]
fn exit_codes_tell_what_happened() {
    let code = |arguments: &[&str]| shop(arguments).status.code();
    assert_eq!(code(&[]), Some(0));
    assert_eq!(code(&["--fail-on", "wire:breaking"]), Some(1));
    assert_eq!(code(&["--fail-on", "wire:breaking,rust:major"]), Some(1));
    assert_eq!(
        code(&["--fail-on", "rust:major", "--format", "github"]),
        Some(1)
    );
    let same =
        |arguments: &[&str]| run(&[&["diff", &side("base"), &side("base")], arguments].concat());
    let nothing = same(&["--fail-on", "wire:risky,rust:minor"]);
    assert_eq!(
        (nothing.status.code(), stdout(&nothing).as_str()),
        (Some(0), "no change\n")
    );
    for (arguments, message) in [
        (
            &["--fail-on", "wire:fatal"][..],
            "`wire:fatal` is none of wire:compatible",
        ),
        (
            &["--fail-on", "rust:breaking"],
            "`rust:breaking` is none of",
        ),
        (&["--fail-on", ""], "is none of"),
        (&["--fail-on", "wire:breaking,"], "is none of"),
        (
            &["--suggest-version", "1.4"],
            "`1.4` is no version such as 1.4.2",
        ),
        (
            &["--suggest-version", "latest"],
            "`latest` is no version such as 1.4.2",
        ),
        (&["--format", "pdf"], "invalid value 'pdf'"),
        (&["--color", "blue"], "invalid value 'blue'"),
        (&["--accepted", "nowhere.toml"], "nowhere.toml"),
    ] {
        let out = shop(arguments);
        assert_eq!(out.status.code(), Some(2), "{arguments:?}");
        let error = String::from_utf8_lossy(&out.stderr);
        assert!(error.contains(message), "{arguments:?}: {error}");
        assert_eq!(stdout(&out), "", "{arguments:?}");
    }
    let gone = run(&["diff", "nowhere.yaml", &side("base")]);
    assert_eq!(gone.status.code(), Some(2));
    assert!(
        String::from_utf8_lossy(&gone.stderr)
            .contains("there is no file or directory `nowhere.yaml`")
    );
    assert_eq!(run(&["diff", &side("base")]).status.code(), Some(2));
}

#[test]
fn from_a_verdict_on_everything_worse_fails() {
    let report = |worst: &[&str]| shop(worst).status.code();
    assert_eq!(report(&["--fail-on", "wire:compatible"]), Some(1));
    let grown = run(&[
        "diff",
        &side("revision"),
        &side("revision"),
        "--fail-on",
        "rust:patch",
    ]);
    assert_eq!(grown.status.code(), Some(0));
}

/// What `docs/review.md` shows is what is printed. `UPDATE=1` writes it anew and then fails.
#[test]
fn what_the_docs_show_is_what_is_printed() {
    let path = Path::new(HERE).join("docs/review.md");
    let text = fs::read_to_string(&path).expect("the page");
    let folder = std::env::temp_dir().join(format!("specsmith-review-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    for name in ["base.yaml", "revision.yaml"] {
        fs::copy(
            format!("{HERE}/tests/outputs/shop/{name}"),
            folder.join(name),
        )
        .expect("a copy");
    }
    copy(
        &Path::new(HERE).join("tests/impact/workspace"),
        &folder.join("app"),
    );
    // What is written to lead `impact` astray shows nobody anything.
    let sources = folder.join("app/app/src");
    fs::remove_file(sources.join("more.rs")).expect("the file");
    let lib = fs::read_to_string(sources.join("lib.rs")).expect("the file");
    fs::write(sources.join("lib.rs"), lib.replace("pub mod more;\n", "")).expect("the file");
    let mut shown = String::new();
    let mut blocks = text.split("```text\n$ ");
    shown.push_str(blocks.next().unwrap_or_default());
    let mut count = 0;
    for block in blocks {
        let (inside, after) = block.split_once("```").expect("the end of a block");
        let command = inside.lines().next().unwrap_or_default();
        shown.push_str(&format!(
            "```text\n$ {command}\n{}```{after}",
            printed(&folder, command)
        ));
        count += 1;
    }
    let _ = fs::remove_dir_all(&folder);
    assert!(count >= 6, "{count} commands");
    if std::env::var_os("UPDATE").is_some() && shown != text {
        fs::write(&path, &shown).expect("the page");
    }
    assert!(
        shown == text,
        "docs/review.md shows something else; UPDATE=1 writes it anew"
    );
}

/// What a command of the docs prints.
fn printed(folder: &Path, command: &str) -> String {
    let (command, wants_code) = match command.strip_suffix("; echo $?") {
        Some(command) => (command, true),
        None => (command, false),
    };
    let (command, hidden) = match command.split_once(" > ") {
        Some((command, _)) => (command, true),
        None => (command, false),
    };
    let words: Vec<&str> = command.split(' ').skip(1).collect();
    let out = Command::new(env!("CARGO_BIN_EXE_specsmith"))
        .args(&words)
        .current_dir(folder)
        .output()
        .expect("specsmith runs");
    let mut text = if hidden { String::new() } else { stdout(&out) };
    assert!(
        hidden || !text.is_empty(),
        "{command}: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    if wants_code {
        text.push_str(&format!("{}\n", out.status.code().unwrap_or(-1)));
    }
    text
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        match from.is_dir() {
            true => copy(&from, &to),
            false => drop(fs::copy(&from, &to).expect("a copy")),
        }
    }
}

/// Every report the formats are tried on.
fn reports() -> Vec<(String, Report)> {
    let mut cases: Vec<PathBuf> = fs::read_dir(Path::new(HERE).join("tests/golden"))
        .expect("the golden cases")
        .flatten()
        .map(|entry| entry.path().join("spec.yaml"))
        .filter(|path| path.is_file())
        .collect();
    cases.sort();
    assert!(cases.len() > 100);
    let documents: Vec<Loaded> = cases.iter().filter_map(|path| read(path)).collect();
    let mut reports: Vec<(String, Report)> = documents
        .windows(2)
        .enumerate()
        .map(|(at, pair)| {
            (
                at.to_string(),
                diff(&pair[0], &pair[1], &Options::default()),
            )
        })
        .collect();
    let (base, revision) = (
        read(Path::new(&side("base"))),
        read(Path::new(&side("revision"))),
    );
    let both = base.zip(revision).expect("the shop");
    reports.push((
        "shop".to_owned(),
        diff(&both.0, &both.1, &Options::default()),
    ));
    reports.push((
        "nothing".to_owned(),
        diff(&both.0, &both.0, &Options::default()),
    ));
    let worst = |report: &Report| (report.summary.wire, report.summary.rust);
    assert!(
        reports
            .iter()
            .any(|(_, report)| worst(report) == (Wire::Breaking, Rust::Major))
    );
    reports
}

/// Two versions of a document with thousands of differences of each kind.
fn huge() -> (Loaded, Loaded) {
    let folder = std::env::temp_dir().join(format!("specsmith-outputs-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let read_one = |name: &str, before: bool| {
        let mut text = "openapi: 3.0.3\ninfo: {title: Huge, version: '1'}\npaths:\n".to_owned();
        for number in 0..1500 {
            let old = if before {
                "old_and_rather_long: {type: string}"
            } else {
                "new_one: {type: string}"
            };
            let most = if before { 20 } else { 10 };
            text.push_str(&format!(
                "  /a/{number}:\n    post:\n      operationId: op{number}\n      requestBody:\n        content:\n          \
                 application/json:\n            schema:\n              type: object\n              properties:\n                \
                 {old}\n                code: {{type: string, maxLength: {most}}}\n      responses: {{'204': {{description: ok}}}}\n"
            ));
        }
        let path = folder.join(name);
        fs::write(&path, text).expect("a document");
        read(&path).expect("a sound document")
    };
    let both = (
        read_one("base.yaml", true),
        read_one("revision.yaml", false),
    );
    let _ = fs::remove_dir_all(&folder);
    both
}

/// A folder that goes when it is no longer used.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("specsmith-outputs-{name}-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn read(path: &Path) -> Option<Loaded> {
    load(path, &LoadOptions::default()).0
}

fn side(name: &str) -> String {
    format!("{HERE}/tests/outputs/shop/{name}.yaml")
}

fn shop(arguments: &[&str]) -> Output {
    run(&[&["diff", &side("base"), &side("revision")], arguments].concat())
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_specsmith"))
        .args(arguments)
        .current_dir(std::env::temp_dir())
        .output()
        .expect("specsmith runs")
}

fn stdout(out: &Output) -> String {
    String::from_utf8_lossy(&out.stdout).into_owned()
}

fn read_json(path: &Path) -> Value {
    let text =
        fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn judge(validator: &jsonschema::Validator, value: &Value, name: &str) {
    let problems: Vec<String> = validator
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(problems.is_empty(), "{name}: {problems:?}");
}

/// The sum of the numbers in a line.
fn numbers(line: &str) -> usize {
    line.split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|word| word.parse::<usize>().ok())
        .sum()
}

/// A text without its colours.
fn strip(text: &str) -> String {
    let mut pieces = text.split('\u{1b}');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |all, piece| {
        all + piece.split_once('m').map_or("", |(_, rest)| rest)
    })
}
