//! What a generated client costs: `cost run …`. In: what to measure; out: tables on the terminal. Invariant: everything is
//! written into a temporary folder, or the one that is named.

mod run;

use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.split_first() {
        Some((word, rest)) if word == "run" => run::run(rest),
        _ => {
            eprintln!("usage: cost run [json|calls] [--sizes 1,10,100] [--only NAME] [--work DIR]");
            ExitCode::from(2)
        }
    }
}
