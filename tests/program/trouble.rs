//! Runs in which something goes wrong, on purpose.

use super::run;

/// The only line on standard error, without `error: `.
fn complaint(arguments: &[&str]) -> (String, String) {
    let (out, errors, code) = run(arguments);
    assert_eq!(code, Some(1), "{arguments:?}: {errors}");
    let lines: Vec<&str> = errors.lines().collect();
    assert_eq!(lines.len(), 1, "{arguments:?}: {errors}");
    (
        out,
        lines[0]
            .strip_prefix("error: ")
            .expect("an error")
            .to_owned(),
    )
}

#[test]
fn bad_credentials() {
    let cases = [
        (
            "exavault",
            "ExaVault: getSessionLogs: HTTP 401 Unauthorized: HTTP_UNAUTHORIZED",
        ),
        (
            "thousandeyes",
            "ThousandEyes: getUserEvents: HTTP 401 Unauthorized: The access token is missing or unknown.",
        ),
        (
            "tiledb",
            "TileDB: arrayActivityLog: HTTP 401 Unauthorized: Unauthorized: log in or send an API key.",
        ),
        (
            "snaplogic",
            "SnapLogic: getActivities: HTTP 401 Unauthorized: Authentication is required.",
        ),
    ];
    for (vendor, expected) in cases {
        let (out, line) = complaint(&["--vendor", vendor, "--bad-credentials", vendor]);
        assert_eq!(line, expected);
        assert!(
            out.contains("\n0 rows, incomplete: an error stopped the listing\n"),
            "{out}"
        );
    }
}

#[test]
fn an_unknown_organization() {
    let (out, line) = complaint(&["--org", "Nowhere"]);
    assert_eq!(
        line,
        "SnapLogic: getActivities: HTTP 404 Not Found: There is no organization Nowhere."
    );
    assert_eq!(out.matches("0 rows").count(), 5);
    assert!(
        out.contains("\n120 rows\n")
            && out.ends_with("\n0 rows, incomplete: an error stopped the listing\n"),
        "{out}"
    );
}

#[test]
fn a_rate_limit_keeps_the_rows_before_it() {
    let (out, line) = complaint(&["--vendor", "exavault", "--fault", "exavault:429@1"]);
    assert_eq!(
        line,
        "ExaVault: getSessionLogs: HTTP 429 Too Many Requests: Too many requests."
    );
    assert!(
        out.contains("\n100 rows, incomplete: an error stopped the listing\n"),
        "{out}"
    );
    assert!(
        out.ends_with("\n0 rows, not asked for after the error in getSessionLogs\n"),
        "{out}"
    );
}

#[test]
fn a_cut_connection_keeps_the_rows_before_it() {
    let (out, line) = complaint(&["--fault", "tiledb:cut@2", "--fault", "tiledb:slow=1ms@0.."]);
    assert!(line.starts_with("TileDB: arrayActivityLog: "), "{line}");
    assert!(
        out.contains("\n100 rows, incomplete: an error stopped the listing\n"),
        "{out}"
    );
    assert_eq!(
        out.matches("\n130 rows\n").count() + out.matches("\n120 rows\n").count(),
        4 - usize::from(!out.ends_with('\n'))
    );
}

#[test]
fn every_problem_has_its_line() {
    let (_, errors, code) = run(&[
        "--fault",
        "exavault:cut@0..",
        "--fault",
        "snaplogic:500@1",
        "--bad-credentials",
        "tiledb",
    ]);
    assert_eq!(code, Some(1));
    let starts: Vec<&str> = errors
        .lines()
        .filter_map(|line| line.split(": ").nth(1))
        .collect();
    assert_eq!(
        starts,
        ["ExaVault", "ExaVault", "TileDB", "SnapLogic"],
        "{errors}"
    );
}

#[test]
fn arguments_that_mean_nothing() {
    let cases: [(&[&str], &str); 8] = [
        (&["--vendor", "acme"], "the vendors are"),
        (&["--fault", "429@1"], "a vendor, a colon and a fault"),
        (&["--fault", "exavault:429"], "is no fault"),
        (&["--bad-credentials", "nobody"], "the vendors are"),
        (&["--colour"], "--colour"),
        (&["sandbox", "cut"], "is no fault"),
        (&["bodies"], "<DIR>"),
        (&["dance"], "dance"),
    ];
    for (arguments, expected) in cases {
        let (out, errors, code) = run(arguments);
        assert_eq!((out.as_str(), code), ("", Some(2)), "{arguments:?}");
        assert!(
            errors.starts_with("error: ") && errors.contains(expected),
            "{errors}"
        );
    }
    let (out, errors, code) = run(&["--help"]);
    assert_eq!((errors.as_str(), code), ("", Some(0)));
    assert!(
        out.contains("--fault <VENDOR:FAULT>") && out.contains("sandbox") && out.contains("bodies"),
        "{out}"
    );
}
