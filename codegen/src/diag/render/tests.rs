//! Findings, as they are printed.

use super::*;

fn shown(text: &str, pointer: &str) -> String {
    let mut sources = Sources::default();
    let file = sources.add("spec/pets.yaml", text);
    let mut diagnostics = Diagnostics::default();
    let at = Origin::new(file, pointer);
    diagnostics.push(
        Diagnostic::error("ref-missing", at, "no schema named `Pte`").help("did you mean `Pet`?"),
    );
    render(&diagnostics, &sources, false, 10)
}

#[test]
fn a_finding_shows_its_line() {
    let text = "a:\n  b:\n    $ref: \"#/c/Pte\"\n";
    let expected = "\
error[ref-missing]: no schema named `Pte`
  --> spec/pets.yaml:3:11   #/a/b/$ref
    |
3   |     $ref: \"#/c/Pte\"
    |           ^^^^^^^^^
  help: did you mean `Pet`?

";
    assert_eq!(shown(text, "/a/b/$ref"), expected);
}

#[test]
fn a_key_is_marked_where_the_key_is_meant() {
    let marked = |name: &str, text: &str, key: bool| {
        let mut sources = Sources::default();
        let at = Origin::new(sources.add(name, text), "/a/b");
        let at = if key { at.of_key() } else { at };
        let found = locate(sources.get(at.file).unwrap(), &[&at]);
        (found[0].line, found[0].column, found[0].end_column)
    };
    for (name, text, key, value) in [
        ("a.yaml", "a:\n  b: 12\n", (2, 3, 4), (2, 6, 8)),
        ("a.json", "{\"a\":\n{\"b\": 12}}", (2, 2, 5), (2, 7, 9)),
        ("a.toml", "[a]\nb = 12\n", (2, 1, 2), (2, 5, 7)),
    ] {
        assert_eq!(marked(name, text, true), key, "{name}");
        assert_eq!(marked(name, text, false), value, "{name}");
    }
}

#[test]
fn what_is_not_there_shows_what_is_around_it() {
    let shown = shown("{\n  \"a\": {\"b\": 1}\n}", "/a/x/y");
    assert!(shown.contains("pets.yaml:2:3 "), "{shown}");
    assert!(
        shown.contains("2   |   \"a\": {\"b\": 1}\n    |   ^^^\n"),
        "{shown}"
    );
}

#[test]
fn a_place_far_into_a_long_line_is_the_one_that_is_marked() {
    let text = format!("{{\"{}\": 1, \"b\": 2}}", "é".repeat(5_000));
    let shown = shown(&text, "/b");
    assert!(shown.contains("pets.yaml:1:5014 "), "{shown}");
    let lines: Vec<Vec<char>> = shown.lines().map(|line| line.chars().collect()).collect();
    let caret = lines[4].iter().position(|c| *c == '^');
    assert_eq!(lines[3][caret.unwrap()], '2', "{shown}");
    assert!(lines[3].len() < 130, "{shown}");
}

#[test]
fn hostile_text_is_escaped_and_long_lines_are_cut() {
    let text = format!("a: \"{}\u{202e}\u{7}x\"\n", "z".repeat(500));
    let shown = shown(&text, "/a\u{1b}[31m");
    assert!(!shown.contains(['\u{202e}', '\u{7}', '\u{1b}']), "{shown}");
    assert!(shown.lines().all(|line| line.chars().count() < 130));
}

#[test]
fn errors_come_before_warnings_when_there_is_room_for_few() {
    let mut diagnostics = Diagnostics::default();
    diagnostics.push(Diagnostic::warning("w", None, "one"));
    diagnostics.push(Diagnostic::error("e", None, "two"));
    let text = render(&diagnostics, &Sources::default(), false, 1);
    assert_eq!(text, "error[e]: two\n\n… and 1 more\n");
}
