//! `incremental`: what a small change of a document costs. In: a document; out: how many files a change of one property
//! rewrites, the time of generating again, and of checking a crate that calls the client. Invariant: both versions of the
//! document are written by the same hand and differ in one word; each round compares with doing all of it anew.

mod pick;

use crate::Tools;
use crate::compile::measured;
use crate::generate::once;
use crate::generators::{Generator, empty_folder, package_name, read, write};
use crate::process::{self, Usage};
use crate::spread::{Figure, Spread};
use pick::Edit;
use serde_json::Value;
use std::fs::File;
use std::path::{Path, PathBuf};

/// The arguments.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// The document.
    document: PathBuf,
    /// How many times the property is changed.
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u32).range(1..))]
    rounds: u32,
}

/// The folders and the document of a run.
struct Bench<'a> {
    tools: &'a Tools,
    work: PathBuf,
    document: PathBuf,
    client: PathBuf,
    caller: PathBuf,
    name: String,
}

/// What the rounds took.
#[derive(Default)]
struct Runs {
    generated: Vec<Usage>,
    generated_anew: Vec<Usage>,
    checked: Vec<Usage>,
    checked_anew: Vec<Usage>,
    rewritten: Vec<String>,
}

/// Runs the command.
pub(crate) fn run(args: &Args, tools: &Tools) -> Result<bool, String> {
    let before: Value = serde_yaml::from_str(&read(&args.document)?)
        .map_err(|e| format!("{}: {e}", args.document.display()))?;
    let edit = Edit::find(&before).ok_or_else(|| {
        let shown = args.document.display();
        format!(
            "{shown}: no schema has a plain property with a description, which could be changed"
        )
    })?;
    let after = edit.apply(&before);
    let work = tools.work.join("incremental");
    empty_folder(&work)?;
    let name = package_name(&args.document);
    let bench = Bench {
        tools,
        document: work.join("document.json"),
        client: work.join(&name),
        caller: work.join("caller"),
        name,
        work,
    };
    bench.prepare(&before)?;
    let mut runs = Runs::default();
    for round in 0..args.rounds {
        bench.round(&before, &after, round, &mut runs)?;
    }
    println!("{}: {edit}", args.document.display());
    runs.print(args.rounds);
    Ok(true)
}

impl Bench<'_> {
    fn generator(&self) -> Generator {
        Generator::Specsmith(self.tools.specsmith.clone())
    }

    /// Generates the client for the first time, and writes the crate that calls it.
    fn prepare(&self, before: &Value) -> Result<(), String> {
        write(&self.document, &before.to_string())?;
        self.generate()?;
        let report = specsmith::read(&self.document, Path::new(""), &[]);
        let api = report.api.ok_or("the document cannot be read")?;
        std::fs::create_dir_all(self.caller.join("src")).map_err(|e| e.to_string())?;
        let name = &self.name;
        let manifest = format!(
            "[package]\nname = \"caller\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
             [dependencies]\n{name} = {{ path = \"../{name}\" }}\n\n[workspace]\n"
        );
        write(&self.caller.join("Cargo.toml"), &manifest)?;
        write(&self.caller.join("src/lib.rs"), &calling(&api, name)?)?;
        eprintln!("compiling the dependencies…");
        self.check()?;
        Ok(())
    }

    /// Generates the client from the document as it is; what it took, and what it said.
    fn generate(&self) -> Result<(Usage, String), String> {
        let mut command = self
            .generator()
            .command(&self.document, &self.client, &self.name);
        let log = self.work.join("stdout.txt");
        command.stdout(File::create(&log).map_err(|e| format!("{}: {e}", log.display()))?);
        let run = process::run(&mut command, &self.work.join("stderr.txt"))?;
        Ok((run.expect_fine("specsmith generate")?.usage, read(&log)?))
    }

    fn cargo(&self) -> std::process::Command {
        let mut cargo = process::cargo();
        cargo
            .current_dir(&self.caller)
            .env(
                "CARGO_TARGET_DIR",
                self.tools.work.join("target-incremental"),
            )
            .env_remove("CARGO_INCREMENTAL");
        cargo
    }

    fn check(&self) -> Result<Usage, String> {
        let mut cargo = self.cargo();
        cargo.args(["check", "--quiet"]);
        measured(cargo, "cargo check of the dependent", &self.work)
    }

    /// All anew, then the change.
    fn round(
        &self,
        before: &Value,
        after: &Value,
        round: u32,
        runs: &mut Runs,
    ) -> Result<(), String> {
        let (first, second) = if round.is_multiple_of(2) {
            (before, after)
        } else {
            (after, before)
        };
        write(&self.document, &first.to_string())?;
        let anew = once(&self.generator(), &self.document, &self.work.join("anew"))??;
        runs.generated_anew.push(anew);
        self.generate()?;
        process::output(
            self.cargo()
                .args(["clean", "--quiet", "-p", &self.name, "-p", "caller"]),
        )?;
        runs.checked_anew.push(self.check()?);
        write(&self.document, &second.to_string())?;
        let (usage, said) = self.generate()?;
        runs.generated.push(usage);
        runs.rewritten = said.lines().map(|line| line.trim().to_owned()).collect();
        runs.checked.push(self.check()?);
        Ok(())
    }
}

impl Runs {
    fn print(&self, rounds: u32) {
        let Some((total, files)) = self.rewritten.split_last() else {
            return;
        };
        for file in files {
            println!("  {file}");
        }
        println!("  {}", total.rsplit('/').next().unwrap_or(total));
        println!(
            "Medians of {rounds} rounds, and the ratio to the same from nothing (least–greatest):"
        );
        for (what, ours, anew) in [
            ("generating again", &self.generated, &self.generated_anew),
            (
                "cargo check of the dependent",
                &self.checked,
                &self.checked_anew,
            ),
        ] {
            if let Some(ratio) = Spread::of_ratios(ours, anew, Figure::Wall) {
                println!("  {what}: {}, {ratio}", Figure::Wall.shown(ours));
            }
        }
    }
}

/// A library that calls an operation of the client: the first that wants nothing.
fn calling(api: &specsmith::ir::Api, name: &str) -> Result<String, String> {
    let plain = |name: &str| syn::parse_str::<syn::Ident>(name).is_ok();
    let operation = api.operations.iter().find(|operation| {
        let body = operation.body.as_ref().is_some_and(|body| body.required);
        let wants = operation
            .parameters
            .iter()
            .any(|parameter| parameter.required);
        !body && !wants && plain(&operation.name.0)
    });
    let operation = operation.ok_or("no operation can be called without arguments")?;
    let (root, module, method) = (name.replace('-', "_"), &api.module.0, &operation.name.0);
    Ok(format!(
        "//! Calls the client.\n\n\
         /// Whether the call went well.\n\
         pub async fn call(client: &{root}::{module}::Client) -> bool {{\n\
         \x20   client.{method}().send().await.is_ok()\n\
         }}\n"
    ))
}
