//! What is printed.

use super::{PROGRAM, Ran, Run};
use crate::runtime::Scripted;
use crate::runtime::cli::Io;
use bytes::Bytes;
use std::io::{self, Write};
use std::sync::{Arc, Mutex};

const LIST: &str = "pets list-pets --account acme --shop 1";

/// Two pages: the second one is short, and has a property that the first one has not.
fn pages() -> Scripted {
    Scripted::new()
        .reply(
            200,
            r#"{"data": [{"id": 1.0, "name": "Rex, \"the\" dog", "owner": {"id": 1e400}},
                         {"id": 2, "name": null, "tags": [1, 2]}]}"#,
        )
        .reply(
            200,
            r#"{"data": [{"id": 30, "name": "A\nB", "late": true}]}"#,
        )
}

fn run(script: &Scripted, options: &str) -> Ran {
    let ran = Run::new(script).line(&format!("{LIST} {options}"));
    assert_eq!(ran.code, 0, "{ran:?}");
    ran
}

#[test]
fn json_lines_are_items_as_the_server_wrote_them() {
    let first = "{\"id\":1.0,\"name\":\"Rex, \\\"the\\\" dog\",\"owner\":{\"id\":1e400}}\n\
                 {\"id\":2,\"name\":null,\"tags\":[1,2]}\n";
    assert_eq!(run(&pages(), "").out, first);
    let all = format!("{first}{{\"id\":30,\"name\":\"A\\nB\",\"late\":true}}\n");
    let script = pages();
    assert_eq!(run(&script, "--all --output jsonl").out, all);
    let queries: Vec<_> = script.requests();
    let queries: Vec<_> = queries.iter().map(|one| one.uri().query()).collect();
    assert_eq!(queries, [Some("limit=2"), Some("offset=2&limit=2")]);
}

#[test]
fn json_is_the_response_or_a_list_of_all_items() {
    let script = Scripted::new().reply(
        200,
        r#"{"data":[{"id":1.0,"none":[],"no":{}}],"more":true}"#,
    );
    assert_eq!(
        run(&script, "--output json").out,
        "{\n  \"data\": [\n    {\n      \"id\": 1.0,\n      \"none\": [],\n      \"no\": {}\n    }\n  ],\n  \"more\": true\n}\n"
    );
    let out = run(&pages(), "--all --output json").out;
    let value: serde_json::Value = serde_json::from_str(&out.replace("1e400", "0")).expect("JSON");
    assert_eq!(value.as_array().map(Vec::len), Some(3));
    assert!(out.starts_with("[\n  {\n    \"id\": 1.0,\n"), "{out}");
    let script = Scripted::new().reply(200, r#"{"data":[]}"#);
    assert_eq!(run(&script, "--all --output json").out, "[]\n");
}

#[test]
fn csv_is_quoted_and_tells_what_it_has_no_column_for() {
    let ran = run(&pages(), "--all --output csv");
    assert_eq!(
        ran.out,
        "id,name,owner.id,tags\r\n1.0,\"Rex, \"\"the\"\" dog\",1e400,\r\n2,,,\"[1,2]\"\r\n30,\"A\nB\",,\r\n"
    );
    assert_eq!(
        ran.errors,
        "warning: left out, as the header was printed before they came: late; name them with --columns, or take \
         --output jsonl\n"
    );
    let ran = run(&pages(), "--all --output csv --columns late,owner.id,id");
    assert_eq!(
        ran.out,
        "late,owner.id,id\r\n,1e400,1.0\r\n,,2\r\ntrue,,30\r\n"
    );
    assert_eq!(ran.errors, "");
}

#[test]
fn columns_that_no_item_has_are_named_with_those_that_are_meant() {
    let ran = run(&pages(), "--output csv --columns id,ID,owner.nam");
    assert_eq!(ran.out, "id,ID,owner.nam\r\n1.0,,\r\n2,,\r\n");
    assert_eq!(
        ran.errors,
        "warning: no item has ID, owner.nam; is it id, owner.id?\n"
    );
    let ran = run(&pages(), "--output csv --columns nam");
    assert_eq!(
        ran.errors,
        "warning: no item has nam; the columns are id, name, owner.id, tags\n"
    );
    let ran = run(&pages(), "--output jsonl --columns nam");
    assert_eq!(ran.errors, "");
    // What is shown taken apart can be had in one piece.
    let ran = run(&pages(), "--output csv --columns owner");
    assert_eq!(ran.out, "owner\r\n\"{\"\"id\"\":1e400}\"\r\n\"\"\r\n");
    assert_eq!(ran.errors, "");
}

#[test]
fn objects_are_taken_apart_where_their_names_allow_it() {
    let deep = r#"[{"a": {"b": {"c": {"d": 1}}, "none": {}}, "e.f": {"g": 2}, "h": {"i.j": 3}}]"#;
    let script = Scripted::new().reply(200, format!(r#"{{"data":{deep}}}"#));
    let ran = run(&script, "--output csv");
    assert_eq!(
        ran.out,
        "a.b.c,a.none,e.f,h\r\n\"{\"\"d\"\":1}\",{},\"{\"\"g\"\":2}\",\"{\"\"i.j\"\":3}\"\r\n"
    );
}

#[test]
fn no_items_leave_a_header_and_a_word() {
    let none = || Scripted::new().reply(200, r#"{"data":[]}"#);
    let ran = run(&none(), "--output csv --columns id,name");
    assert_eq!((ran.out.as_str(), ran.errors.as_str()), ("id,name\r\n", ""));
    let script = none();
    let run = Run {
        width: Some(80),
        ..Run::new(&script)
    };
    let ran = run.line(&format!("{LIST} --output table"));
    assert_eq!(
        (ran.out.as_str(), ran.errors.as_str()),
        ("", "note: no items\n")
    );
}

#[test]
fn tables_fit_the_terminal_and_cannot_act_on_it() {
    let script = Scripted::new().reply(
        200,
        "{\"data\":[{\"id\":7,\"name\":\"a\\u001b[2J\u{202e}b\",\"about\":\"0123456789012345678901234567890123456789\"},\
         {\"id\":12345,\"name\":null,\"about\":\"x\",\"more\":[]}]}",
    );
    let run = Run {
        width: Some(50),
        ..Run::new(&script)
    };
    let ran = run.line(LIST);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(
        lines,
        [
            "   id  name                about              more",
            "─────  ──────────────────  ─────────────────  ────",
            "    7  a\\u{1b}[2J\\u{202e…  0123456789012345…",
            "12345                      x                  []",
        ]
    );
    assert_eq!(ran.errors, "");
}

#[test]
fn columns_without_room_are_named() {
    let script = Scripted::new().reply(
        200,
        r#"{"data":[{"aaaaaa":1,"bbbbbb":2,"cccccc":3,"dddddd":4}]}"#,
    );
    let run = Run {
        width: Some(22),
        ..Run::new(&script)
    };
    let ran = run.line(LIST);
    assert!(
        ran.out.starts_with("aaaaaa  bbbbbb  cccccc\n"),
        "{}",
        ran.out
    );
    assert_eq!(
        ran.errors,
        "warning: no room for the columns dddddd; choose with --columns, or take --output json\n"
    );
}

#[test]
fn what_is_no_list_is_one_row() {
    for (body, expected) in [
        (r#"{"id": 7}"#, "{\"id\":7}\n"),
        ("[1, \"a\"]", "1\n\"a\"\n"),
        ("7", "7\n"),
        ("", ""),
    ] {
        let script = Scripted::new().reply(200, body);
        let ran =
            Run::new(&script).words(&["pets", "create-pet", "--account", "a", "--body", "{}"]);
        assert_eq!((ran.code, ran.out.as_str()), (0, expected));
    }
    let script = Scripted::new().reply(200, "[1, \"a\"]");
    let ran = Run::new(&script).words(&[
        "pets",
        "create-pet",
        "--account",
        "a",
        "--body",
        "{}",
        "--output",
        "csv",
    ]);
    assert_eq!(ran.out, "value\r\n1\r\na\r\n");
}

#[test]
fn items_that_are_no_objects_have_a_column_of_their_own() {
    let mixed = r#"{"data":[{"id":1,"name":"Rex"},"a,b",{"value":7},[1, 2],null]}"#;
    let script = || Scripted::new().reply(200, mixed);
    let ran = run(&script(), "--output csv");
    assert_eq!(
        ran.out,
        "id,name,value\r\n1,Rex,\r\n,,\"a,b\"\r\n,,7\r\n,,\"[1,2]\"\r\n,,\r\n"
    );
    assert_eq!(ran.errors, "");
    let ran = run(&script(), "--output table");
    let widths: Vec<usize> = ran.out.lines().map(|line| line.chars().count()).collect();
    assert_eq!(widths[..3], [15, 15, 7], "{}", ran.out);
    // Where the header was printed before, it is as with any other column that comes late.
    let late = Scripted::new()
        .reply(200, r#"{"data":[{"id":1},{"id":2}]}"#)
        .reply(200, r#"{"data":["x"]}"#);
    let ran = run(&late, "--all --output csv");
    assert_eq!(ran.out, "id\r\n1\r\n2\r\n\"\"\r\n");
    assert!(
        ran.errors.contains("before they came: value;"),
        "{}",
        ran.errors
    );
}

#[test]
fn what_is_no_json_cannot_act_on_a_terminal_and_is_exact_in_a_pipe() {
    let body = "a\tb\r\n\u{1b}[2J\u{9b}1m\u{202e}x\ry\u{7}é\n".as_bytes();
    let script = || {
        let response = http::Response::builder().header("content-type", "text/plain");
        let response = response.body(Bytes::from_static(body));
        Scripted::new().respond(response.expect("a response"))
    };
    let words = ["pets", "create-pet", "--account", "a", "--body", "{}"];
    let ran = Run::new(&script()).words(&words);
    assert_eq!(ran.out.as_bytes(), body);
    let script = script();
    let run = Run {
        width: Some(80),
        ..Run::new(&script)
    };
    assert_eq!(
        run.words(&words).out,
        "a\tb\r\n\\u{1b}[2J\\u{9b}1m\\u{202e}x\\ry\\u{7}é\n"
    );
}

#[test]
fn no_form_of_output_acts_on_a_terminal_and_each_is_exact_in_a_pipe() {
    const BODY: &str = "{\"data\":[{\"name\":\"a\u{9b}1m\u{202e}\\u001bé\"}]}";
    for (form, shown, exact) in [
        (
            "jsonl",
            "{\"name\":\"a\\u009b1m\\u202e\\u001bé\"}\n",
            "{\"name\":\"a\u{9b}1m\u{202e}\\u001bé\"}\n",
        ),
        (
            "csv",
            "name\na\\u{9b}1m\\u{202e}\\u{1b}é\n",
            "name\na\u{9b}1m\u{202e}\u{1b}é\n",
        ),
    ] {
        let line = format!("{LIST} --output {form}");
        let run = |width| {
            let script = Scripted::new().reply(200, BODY);
            Run {
                width,
                ..Run::new(&script)
            }
            .line(&line)
            .out
            .replace("\r\n", "\n")
        };
        assert_eq!(run(Some(80)), shown);
        assert_eq!(run(None), exact);
    }
}

#[test]
fn what_is_no_json_is_passed_on() {
    let response = http::Response::builder()
        .header("content-type", "text/plain")
        .body(Bytes::from_static(b"{plain\n"))
        .expect("a response");
    let script = Scripted::new().respond(response);
    let ran = Run::new(&script).words(&["pets", "create-pet", "--account", "a", "--body", "{}"]);
    assert_eq!(
        (ran.code, ran.out.as_str(), ran.errors.as_str()),
        (0, "{plain\n", "")
    );
}

#[test]
fn progress_is_for_somebody_who_waits() {
    let script = pages();
    let run = Run {
        watched: true,
        ..Run::new(&script)
    };
    let ran = run.line(&format!("{LIST} --all"));
    assert!(
        ran.errors.contains("\r\u{1b}[K3 items, 2 pages"),
        "{:?}",
        ran.errors
    );
    assert!(ran.errors.ends_with("\r\u{1b}[K"), "{:?}", ran.errors);
    assert_eq!(run_unwatched().errors, "");
}

/// Both streams of a program on one terminal, in the order in which they come.
#[derive(Clone, Debug, Default)]
struct Terminal(Arc<Mutex<Vec<u8>>>);

impl Write for Terminal {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic before").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn progress_on_a_terminal_is_gone_before_a_row_is_printed() {
    let terminal = Terminal::default();
    let mut io = Io {
        input: Box::new(io::empty()),
        output: Box::new(terminal.clone()),
        errors: Box::new(terminal.clone()),
        variable: Box::new(|name| name.ends_with("_QUERY").then(|| "secret".into())),
        width: Some(40),
        watched: true,
        transport: Some(Arc::new(pages())),
    };
    let line = format!("shop {LIST} --all --columns id");
    assert_eq!(PROGRAM.run(line.split(' '), &mut io), 0);
    drop(io);
    let shown = terminal.0.lock().expect("no panic before").clone();
    let shown = String::from_utf8(shown).expect("text");
    assert!(shown.contains("2 items, 1 pages"), "{shown:?}");
    // What a line has before it is cleared is seen for a while, and not left behind.
    let left: Vec<&str> = shown
        .split('\n')
        .map(|line| line.rsplit("\r\u{1b}[K").next().unwrap_or(line))
        .collect();
    assert_eq!(left, [" id", "───", "1.0", "  2", " 30", ""], "{shown:?}");
}

fn run_unwatched() -> Ran {
    run(&pages(), "--all")
}

#[test]
fn help_tells_of_options_credentials_and_the_path() {
    let script = Scripted::new();
    let ran = Run::new(&script).line("pets list-pets --help");
    assert_eq!((ran.code, ran.errors.as_str()), (0, ""));
    for text in [
        "--shop <TEXT>",
        "--shop <TEXT> Where",
        "How many [default: 2]",
        "[possible values: sold, available]",
        "[may be repeated]",
        "--account <TEXT>",
        "--all",
        "GET /shops/{shop}/pets",
        "`PET_STORE_API_KEY` and `PET_STORE_ACCESS_TOKEN`, or `PET_STORE_USERNAME` and `PET_STORE_PASSWORD`, or `PET_STORE_QUERY`",
    ] {
        let flat = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(text), "{text}: {}", ran.out);
    }
    assert_eq!(Run::new(&script).line("--version").out, "shop 1.2.3\n");
}

#[test]
fn shells_complete_operations_and_options() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = Run::new(&Scripted::new()).line(&format!("completions {shell}"));
        assert_eq!((ran.code, ran.errors.as_str()), (0, ""));
        for word in ["list-pets", "upload-photo", "shop"] {
            assert!(ran.out.contains(word), "{shell}: {word}");
        }
    }
}
