//! Instructions of a program, as callgrind counts them. In: a command; out: how many instructions it executed in user
//! space. Invariant: the program sees one processor, so that the same is done in the same number of threads everywhere.

use crate::process;
use std::path::Path;
use std::process::{Command, Stdio};

/// Says what is missing, before anything is measured.
pub(super) fn available() -> Result<(), String> {
    for (program, package) in [("valgrind", "valgrind"), ("taskset", "util-linux")] {
        process::output(Command::new(program).arg("--version")).map_err(|reason| {
            format!("{reason}\n  help: instructions are counted with {program}: `apt-get install {package}`, or what your system has instead")
        })?;
    }
    Ok(())
}

/// Runs a command to its end under callgrind.
pub(super) fn instructions(command: &Command, work: &Path) -> Result<f64, String> {
    let profile = work.join("callgrind.out");
    let _ = std::fs::remove_file(&profile);
    let mut measured = Command::new("taskset");
    measured
        .args(["--cpu-list", &processor()?])
        .args(["valgrind", "--quiet", "--tool=callgrind", "--cache-sim=no"])
        .arg(format!("--callgrind-out-file={}", profile.display()))
        .arg(command.get_program())
        .args(command.get_args())
        .stdout(Stdio::null());
    let shown = command.get_program().to_string_lossy().into_owned();
    process::run(&mut measured, &work.join("stderr.txt"))?.expect_fine(&shown)?;
    let text = std::fs::read(&profile).map_err(|e| format!("{}: {e}", profile.display()))?;
    total(&String::from_utf8_lossy(&text)).ok_or_else(|| {
        format!(
            "{}: no totals; callgrind's format may have changed",
            profile.display()
        )
    })
}

/// The first processor that this process may run on.
fn processor() -> Result<String, String> {
    let status = std::fs::read_to_string("/proc/self/status")
        .map_err(|e| format!("/proc/self/status: {e}; the budget is measured on Linux"))?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("Cpus_allowed_list:"));
    let first = line.and_then(|list| list.trim().split([',', '-']).next());
    first
        .filter(|first| !first.is_empty())
        .map(str::to_owned)
        .ok_or_else(|| "/proc/self/status names no processor".to_owned())
}

/// The sum over all functions.
fn total(profile: &str) -> Option<f64> {
    let line = profile
        .lines()
        .rev()
        .find_map(|line| line.strip_prefix("totals: "))?;
    line.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::total;

    #[test]
    fn the_total_is_read_and_no_function_of_that_name() {
        assert_eq!(total("fn=(1) totals\n12 3\n\ntotals: 1234\n"), Some(1234.0));
        assert_eq!(total("fn=(1) main\n"), None);
    }
}
