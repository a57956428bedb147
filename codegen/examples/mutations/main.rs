//! Proves the Rust verdict of the diff: `mutations [--count N] [--seed N] [--work DIR] [--verbose] [DOCUMENT-OR-FOLDER…]`.
//! In: real documents. Out: for single mutations of them, whether a program that uses every public item of the old crate
//! compiles against the new one, and whether payloads of each side are read by the other, beside what the diff says.
//! Invariant: exit code 0 means that no change called minor or patch breaks a caller.

mod caller;
mod compile;
mod documents;
mod entries;
mod invent;
mod mutate;
mod payload;
mod report;
mod sites;

use std::path::PathBuf;
use std::process::ExitCode;

use documents::Document;
use entries::Entries;
use report::Row;

/// What to do.
pub(crate) struct Args {
    count: usize,
    seed: u64,
    work: PathBuf,
    verbose: bool,
    folders: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let args = match read(std::env::args().skip(1)) {
        Ok(args) => args,
        Err(message) => {
            eprintln!("error: {message}");
            eprintln!(
                "usage: mutations [--count N] [--seed N] [--work DIR] [--verbose] [DOCUMENT-OR-FOLDER…]"
            );
            return ExitCode::from(2);
        }
    };
    match run(&args) {
        Ok((rows, entries)) => {
            print!("{}{}", report::text(&rows, args.verbose), entries.text());
            if report::is_good(&rows) {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
    }
}

fn read(mut words: impl Iterator<Item = String>) -> Result<Args, String> {
    let mut args = Args {
        count: 320,
        seed: 1,
        work: PathBuf::from("target/mutations"),
        verbose: false,
        folders: Vec::new(),
    };
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or_else(|| format!("{word} needs a value"));
        let number = |text: String| {
            text.parse::<u64>()
                .map_err(|_| format!("`{text}` is no number"))
        };
        match word.as_str() {
            "--count" => args.count = number(value()?)? as usize,
            "--seed" => args.seed = number(value()?)?,
            "--work" => args.work = value()?.into(),
            "--verbose" => args.verbose = true,
            flag if flag.starts_with('-') => return Err(format!("there is no option {flag}")),
            folder => args.folders.push(folder.into()),
        }
    }
    Ok(args)
}

/// Makes the mutations, compiles the callers and reads the payloads.
fn run(args: &Args) -> Result<(Vec<Row>, Entries), String> {
    let documents: Vec<Document> = documents::all(args)?;
    let mutants = documents::mutants(&documents, args)?;
    if mutants.len() < args.count {
        return Err(format!(
            "only {} of {} mutations could be made",
            mutants.len(),
            args.count
        ));
    }
    eprintln!(
        "{} mutations of {} documents",
        mutants.len(),
        documents.len()
    );
    let entries = entries::compare(&documents, &mutants, &args.work)?;
    Ok((compile::all(&documents, mutants, &args.work)?, entries))
}

#[cfg(test)]
mod tests {
    use super::{Args, report, run};

    #[test]
    #[ignore = "compiles crates of its own"]
    fn no_change_called_minor_or_patch_breaks_a_caller_in_a_sample() {
        let work =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/mutations-sample");
        let args = Args {
            count: 12,
            seed: 7,
            work,
            verbose: true,
            folders: Vec::new(),
        };
        let (rows, entries) = run(&args).unwrap_or_else(|message| panic!("{message}"));
        assert!(report::is_good(&rows), "{}", report::text(&rows, true));
        assert!(
            rows.iter().any(|row| row.breaks.is_some()),
            "nothing broke: the callers use nothing"
        );
        let lower = |(_, alone, with): &(String, _, _)| with < alone;
        assert!(!entries.wrong.iter().any(lower), "{}", entries.text());
    }
}
