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
