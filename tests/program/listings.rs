//! Runs in which nothing goes wrong.

use std::process::{Command, Stdio};

use super::run;

/// The tables of the whole run: their titles, and the lines that count.
const TABLES: [(&str, &str); 5] = [
    ("ExaVault: session log (getSessionLogs)", "130 rows"),
    ("ExaVault: webhook log (getWebhookLogs)", "120 rows"),
    ("ThousandEyes: audit log (getUserEvents)", "120 rows"),
    ("TileDB: array activity (arrayActivityLog)", "130 rows"),
    ("SnapLogic: activity log (getActivities)", "130 rows"),
];

#[test]
fn everything_is_listed_in_order() {
    let (out, errors, code) = run(&[]);
    assert_eq!((errors.as_str(), code), ("", Some(0)));
    let tables: Vec<&str> = out.split("\n\n").collect();
    assert_eq!(tables.len(), TABLES.len());
    for (table, (title, count)) in tables.iter().zip(TABLES) {
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!((lines.first(), lines.last()), (Some(&title), Some(&count)));
        // Title, header, rule, rows, count.
        let rows = lines.len() - 4;
        assert_eq!(
            count.split(' ').next().and_then(|count| count.parse().ok()),
            Some(rows),
            "{title}"
        );
        assert!(lines[1].starts_with("Time (UTC)"), "{}", lines[1]);
        assert!(
            lines[3..lines.len() - 1]
                .iter()
                .all(|row| row.starts_with("2026-") || row.starts_with("2025-")),
            "{title}"
        );
    }
    assert_eq!(run(&[]).0, out, "twice the same");
}

#[test]
fn columns_are_aligned_and_filled() {
    let (out, _, code) = run(&["--vendor", "tiledb"]);
    assert_eq!(code, Some(0));
    let lines: Vec<Vec<char>> = out.lines().map(|line| line.chars().collect()).collect();
    let gaps: Vec<usize> = (0..lines[2].len())
        .filter(|at| lines[2][*at] == ' ')
        .collect();
    assert_eq!(gaps.len(), 6 * 2, "seven columns, two spaces between each");
    for line in &lines[1..lines.len() - 1] {
        for gap in &gaps {
            assert!(line.get(*gap).is_none_or(|char| *char == ' '), "{line:?}");
        }
    }
    let mut begin = 0;
    for end in gaps.iter().step_by(2).chain([&lines[2].len()]) {
        let rows = &lines[3..lines.len() - 1];
        let mut cells = rows.iter().filter_map(|line| line.get(begin..*end));
        assert!(cells.any(|cell| cell.iter().any(|char| *char != ' ')));
        begin = end + 2;
    }
    // Past the signed range, and to the unit.
    assert!(out.contains("9223372036854775809"));
}

#[test]
fn vendors_can_be_chosen() {
    let (out, errors, code) = run(&["--vendor", "SnapLogic", "--vendor", "thousandeyes"]);
    assert_eq!((errors.as_str(), code), ("", Some(0)));
    let titles: Vec<&str> = out
        .split("\n\n")
        .filter_map(|table| table.lines().next())
        .collect();
    assert_eq!(titles, [TABLES[2].0, TABLES[4].0]);
}

#[test]
fn a_reader_may_leave_early() {
    for arguments in [
        &[][..],
        &[
            "bodies",
            concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bodies"),
        ],
    ] {
        let mut child = Command::new(env!("CARGO_BIN_EXE_activity"))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("it ends");
        assert_eq!(
            (
                String::from_utf8_lossy(&output.stderr).as_ref(),
                output.status.code()
            ),
            ("", Some(0))
        );
    }
}
