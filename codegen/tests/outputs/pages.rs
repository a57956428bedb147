//! What people read: text, the comment for a pull request, and the page. In: every report of `common`, and the shop; out: that the
//! worst comes first, nothing is told twice, and no text of a document acts on who reads it.

use super::common::{HERE, judge, read, read_json, reports, shop, side, stdout};
use serde_json::Value;
use specsmith::load::Loaded;
use specsmith::review::{Options, diff, render};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

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
fn what_places_have_in_common_is_said_in_their_heading() {
    let document = |item: &str| {
        format!(
            "openapi: 3.0.3\ninfo: {{title: Alike, version: '1'}}\npaths:\n  /a:\n    post:\n      operationId: a\n      \
             requestBody: {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/Item'}}}}}}}}\n      \
             responses: {{'200': {{description: ok, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Got'}}}}}}}}}}\n\
             components:\n  schemas:\n{item}"
        )
    };
    let got = |mark: &str| {
        let names = ["x", "y", "z"].map(|name| format!("{name}: {{type: string{mark}}}"));
        format!(
            "    Got: {{type: object, properties: {{{}}}}}\n",
            names.join(", ")
        )
    };
    let item = |properties: &str| {
        format!(
            "    Item: {{type: object, additionalProperties: false, properties: {{{properties}}}}}\n"
        )
    };
    let all =
        "one: {type: string}, two: {type: integer}, three: {type: boolean}, kept: {type: string}";
    let base = document(&format!("{}{}", item(all), got("")));
    let revision = document(&format!(
        "{}{}",
        item("kept: {type: string}"),
        got(", deprecated: true")
    ));
    let folder = Folder::with("alike", [&base, &revision]);
    let text = folder.diff("text");
    assert!(
        text.contains("a property was removed, 3 times (no other property is allowed)  "),
        "{text}"
    );
    assert_eq!(text.matches("no other property").count(), 1, "{text}");
    assert!(
        text.contains("a property was deprecated, 3 times  "),
        "{text}"
    );
    let comment = folder.diff("markdown");
    assert_eq!(comment.matches("no other property").count(), 1, "{comment}");
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

#[test]
fn what_happens_in_many_places_is_told_once_and_details_stand_with_what_they_belong_to() {
    let folder = Folder::with("many", MANY);
    let run = |format: &str| folder.diff(format);
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
    response-body-enum-value-added  revision.yaml:14:38  PUT /a

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

#[test]
fn a_name_that_is_lost_by_another_spelling_is_told_in_every_format() {
    let folder = Folder::with("respelled", RESPELLED);
    let run = |format: &str| folder.diff(format);
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
        " (no longer there)</figcaption>",
        " (not there yet)</figcaption>",
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

    /// With the two versions of a document.
    fn with(name: &str, texts: [&str; 2]) -> Self {
        let folder = Self::new(name);
        for (name, text) in ["base.yaml", "revision.yaml"].iter().zip(texts) {
            fs::write(folder.0.join(name), text).expect("a document");
        }
        folder
    }

    /// What is said of them.
    fn diff(&self, format: &str) -> String {
        let out = Command::new(env!("CARGO_BIN_EXE_specsmith"))
            .args(["diff", "base.yaml", "revision.yaml", "--format", format])
            .current_dir(&self.0)
            .output();
        stdout(&out.expect("specsmith runs"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
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
