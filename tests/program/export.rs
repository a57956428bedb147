//! `activity export`, killed at any moment.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use activity::sandbox::{self, Options, Server, Vendor};

use crate::commands::{SECRETS, finish, program};

/// Each log, and how many events it has.
const LOGS: [(&str, usize); 5] = [
    ("exavault-getSessionLogs", 130),
    ("exavault-getWebhookLogs", 120),
    ("thousandeyes-getUserEvents", 120),
    ("tiledb-arrayActivityLog", 130),
    ("snaplogic-getActivities", 130),
];

/// The servers of all vendors, each answer a little late: a run takes long enough to be cut short.
fn servers() -> Vec<Server> {
    let late = || "slow=4ms@0..".parse().expect("a fault");
    let options = |vendor| {
        let faults = late();
        sandbox::start(
            vendor,
            Options {
                faults,
                ..Options::default()
            },
        )
    };
    let servers = Vendor::ALL.into_iter().map(options);
    servers.map(|server| server.expect("a server")).collect()
}

fn export(servers: &[Server], folder: &Path) -> Command {
    export_pages(servers, folder, "10")
}

fn export_pages(servers: &[Server], folder: &Path, size: &str) -> Command {
    let mut command = program(&SECRETS);
    command.args(["export", "--page-size", size, "--org", "Acme Org"]);
    command.args(["--array", "acme:s3://bucket/array", "--out"]);
    command.arg(folder);
    command.env("EXAVAULT_ACCOUNT", "acme");
    for server in servers {
        let name = server.vendor().name().to_uppercase();
        command.env(format!("{name}_BASE_URL"), server.base_url());
    }
    command
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    folder
}

fn logs(folder: &Path) -> Vec<String> {
    let log = |(name, _): &(&str, usize)| {
        let path = folder.join(format!("{name}.jsonl"));
        fs::read_to_string(path).expect("a log")
    };
    LOGS.iter().map(log).collect()
}

#[test]
fn an_export_that_is_killed_again_and_again_ends_with_every_event_once() {
    let servers = servers();
    let undisturbed = folder("export-undisturbed");
    let (out, errors, code) = finish(&mut export(&servers, &undisturbed));
    assert_eq!((errors.as_str(), code), ("", Some(0)), "{out}");
    let expected = logs(&undisturbed);
    for ((name, events), text) in LOGS.iter().zip(&expected) {
        assert_eq!(text.lines().count(), *events, "{name}");
    }
    let (mut kills, mut round, mut delay) = (0, 0, 17);
    while kills < 60 {
        let folder = folder(&format!("export-killed-{round}"));
        round += 1;
        loop {
            let mut running = export(&servers, &folder);
            let running = running.stdout(Stdio::null()).stderr(Stdio::piped());
            let mut child = running.spawn().expect("the program runs");
            // From before its first request to after its last one.
            delay = (delay * 31 + 7) % 83;
            std::thread::sleep(Duration::from_millis(delay));
            if child.try_wait().expect("a child").is_some() {
                let output = child.wait_with_output().expect("its end");
                let errors = String::from_utf8_lossy(&output.stderr);
                assert!(output.status.success(), "{errors}");
                break;
            }
            child.kill().expect("a child");
            child.wait().expect("its end");
            kills += 1;
        }
        assert_eq!(logs(&folder), expected, "after {kills} kills");
    }
    assert!(round < kills, "no run was killed more than once");
}

#[test]
fn what_is_whole_is_not_fetched_again_and_what_does_not_fit_is_refused() {
    let servers = servers();
    let folder = folder("export-again");
    let (_, errors, code) = finish(&mut export(&servers, &folder));
    assert_eq!((errors.as_str(), code), ("", Some(0)));
    let expected = logs(&folder);
    let (out, errors, code) = finish(&mut export(&[], &folder));
    assert_eq!((errors.as_str(), code), ("", Some(0)));
    assert!(out.contains("ExaVault: getSessionLogs: 130 events, 0 of them new, in "));
    assert_eq!(logs(&folder), expected);
    let (_, errors, code) = finish(&mut export_pages(&servers, &folder, "20"));
    assert_eq!(code, Some(1));
    assert!(errors.contains("choose another folder"), "{errors}");
    assert_eq!(logs(&folder), expected);
    let checkpoint = folder.join("tiledb-arrayActivityLog.checkpoint");
    fs::write(&checkpoint, "{").expect("a file");
    let (_, errors, code) = finish(&mut export(&servers, &folder));
    assert_eq!(code, Some(1));
    assert!(errors.contains("is no checkpoint") && errors.contains("to begin anew"));
    assert_eq!(errors.lines().count(), 1, "{errors}");
    fs::remove_file(checkpoint).expect("a file");
    let (_, errors, code) = finish(&mut export(&servers, &folder));
    assert_eq!((errors.as_str(), code), ("", Some(0)));
    assert_eq!(logs(&folder), expected);
}

#[test]
fn what_is_missing_is_told_before_anything_is_written() {
    let folder = folder("export-nothing");
    let mut bare = program(&[]);
    let (out, errors, code) = finish(bare.args(["export", "--out"]).arg(&folder));
    assert_eq!((out.as_str(), code), ("", Some(2)));
    assert!(errors.contains("EXAVAULT_API_KEY"), "{errors}");
    assert!(!folder.exists());
    let mut no_array = program(&SECRETS);
    let options = ["export", "--vendor", "tiledb", "--out"];
    let (_, errors, code) = finish(no_array.args(options).arg(&folder));
    assert_eq!(code, Some(2));
    assert!(errors.contains("--array NAMESPACE:NAME"), "{errors}");
}

#[cfg(not(feature = "parquet"))]
#[test]
fn a_program_without_parquet_says_how_it_is_had() {
    let folder = folder("export-no-parquet");
    let mut command = export(&[], &folder);
    let (out, errors, code) = finish(command.args(["--format", "parquet"]));
    assert_eq!((out.as_str(), code), ("", Some(2)));
    assert!(
        errors.contains("cargo build --features parquet"),
        "{errors}"
    );
    assert!(!folder.exists());
}

#[cfg(feature = "parquet")]
mod parquet_files {
    use super::{LOGS, export, finish, folder, logs, servers};
    use parquet::file::reader::{FileReader, SerializedFileReader};
    use parquet::record::Field;
    use serde_json::{Map, Value, json};
    use std::fs::{self, File};
    use std::path::Path;
    use std::process::Stdio;
    use std::time::Duration;

    /// The properties that are instants.
    const TIMES: [&str; 3] = ["date", "event_at", "create_time"];

    /// The events of a file, put together again; instants in microseconds.
    fn read(path: &Path) -> Vec<Value> {
        let reader = SerializedFileReader::new(File::open(path).expect("a file")).expect("Parquet");
        let rows = reader.get_row_iter(None).expect("rows");
        rows.map(|row| event(&row.expect("a row"))).collect()
    }

    fn event(row: &parquet::record::Row) -> Value {
        let mut event = Map::new();
        for (name, field) in row.get_column_iter() {
            let value = match field {
                Field::Null => continue,
                Field::Long(number) | Field::TimestampMicros(number) => json!(number),
                Field::Bool(flag) => json!(flag),
                Field::Str(text)
                    if ["rest", "perm", "resources", "attributes_details"].contains(&&**name) =>
                {
                    serde_json::from_str(text).expect("JSON")
                }
                Field::Str(text) => json!(text),
                other => panic!("{name}: {other:?}"),
            };
            match (&**name, name.strip_prefix("attributes_")) {
                ("rest", _) => merge(&mut event, value),
                (_, Some(key)) => {
                    let inner = event.entry("attributes").or_insert_with(|| json!({}));
                    inner[key] = value;
                }
                (key, None) => {
                    event.insert(key.to_owned(), value);
                }
            }
        }
        Value::Object(event)
    }

    fn merge(event: &mut Map<String, Value>, rest: Value) {
        let Value::Object(rest) = rest else {
            panic!("no object")
        };
        for (key, value) in rest {
            match (event.get_mut(&key), value) {
                (Some(Value::Object(inner)), value @ Value::Object(_)) => merge(inner, value),
                (None, value) => drop(event.insert(key, value)),
                (Some(_), _) => panic!("{key} is there twice"),
            }
        }
    }

    fn expected(line: &str) -> Value {
        let mut event: Value = serde_json::from_str(line).expect("JSON");
        for name in TIMES {
            let time = event.get(name).and_then(Value::as_str);
            if let Some(time) = time.map(|text| text.parse::<jiff::Timestamp>().expect("a time")) {
                event[name] = json!(time.as_microsecond());
            }
        }
        event
    }

    /// Checks each file against its lines, and gives the bytes of all.
    fn check(folder: &Path) -> Vec<Vec<u8>> {
        let files = LOGS
            .iter()
            .zip(logs(folder))
            .map(|((name, events), lines)| {
                let path = folder.join(format!("{name}.parquet"));
                let lines: Vec<_> = lines.lines().map(expected).collect();
                assert_eq!(lines.len(), *events);
                assert_eq!(read(&path), lines, "{name}");
                fs::read(path).expect("a file")
            });
        files.collect()
    }

    #[test]
    fn parquet_files_hold_the_events_of_the_lines_however_often_a_run_is_killed() {
        let servers = servers();
        let undisturbed = folder("parquet-undisturbed");
        let (out, errors, code) =
            finish(export(&servers, &undisturbed).args(["--format", "parquet"]));
        assert_eq!((errors.as_str(), code), ("", Some(0)), "{out}");
        assert!(out.contains("exavault-getSessionLogs.parquet"), "{out}");
        let whole = check(&undisturbed);
        let (mut kills, mut round, mut delay) = (0, 0, 17);
        while kills < 40 {
            let folder = folder(&format!("parquet-killed-{round}"));
            round += 1;
            // Each time a little longer, so that it comes to an end on a slow machine as well.
            for patience in 0.. {
                let mut running = export(&servers, &folder);
                running.args(["--format", "parquet"]);
                let running = running.stdout(Stdio::null()).stderr(Stdio::piped());
                let mut child = running.spawn().expect("the program runs");
                delay = (delay * 31 + 7) % 97;
                std::thread::sleep(Duration::from_millis(delay + 3 * patience));
                if child.try_wait().expect("a child").is_some() {
                    let output = child.wait_with_output().expect("its end");
                    let errors = String::from_utf8_lossy(&output.stderr);
                    assert!(output.status.success(), "{errors}");
                    break;
                }
                child.kill().expect("a child");
                child.wait().expect("its end");
                kills += 1;
                // Whatever is there is complete.
                for (name, events) in LOGS {
                    let path = folder.join(format!("{name}.parquet"));
                    assert!(!path.exists() || read(&path).len() == events, "{name}");
                }
            }
            assert!(check(&folder) == whole, "after {kills} kills");
        }
    }

    #[test]
    fn lines_that_are_whole_become_parquet_without_a_request_and_new_lines_leave_no_old_file() {
        let servers = servers();
        let folder = folder("parquet-later");
        let (_, errors, code) = finish(&mut export(&servers, &folder));
        assert_eq!((errors.as_str(), code), ("", Some(0)));
        let (_, errors, code) = finish(export(&[], &folder).args(["--format", "parquet"]));
        assert_eq!((errors.as_str(), code), ("", Some(0)));
        check(&folder);
        fs::remove_file(folder.join("tiledb-arrayActivityLog.checkpoint")).expect("a file");
        let (_, errors, code) = finish(&mut export(&servers, &folder));
        assert_eq!((errors.as_str(), code), ("", Some(0)));
        assert!(!folder.join("tiledb-arrayActivityLog.parquet").exists());
    }
}
