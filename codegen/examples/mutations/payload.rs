//! In: a batch and its mutants. Out: which payloads of one side the other cannot read. Invariant: a payload counts only if
//! the types of its own side read it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::compile::{Batch, base_module, put};
use crate::documents::{Document, Mutant};
use crate::invent;
use crate::report::Row;

/// A value at a place of a response, with the type that reads it.
struct Sample {
    pointer: String,
    rust: String,
    value: Value,
}

/// Everything that is read, in one program.
#[derive(Default)]
struct Jobs {
    types: BTreeMap<(String, String), usize>,
    lines: Vec<(usize, String)>,
}

/// The numbers of the two jobs for a value: with the types of its own side, and with those of the other.
struct Pair {
    row: usize,
    /// Whether the value is of the new document.
    new: bool,
    pointer: String,
    own: usize,
    other: usize,
}

/// Reads payloads of both sides with the types of the other.
pub(crate) fn read_all(
    documents: &[Document],
    mutants: &[Mutant],
    batch: &Batch,
    rows: &mut [Row],
) -> Result<(), String> {
    let mut bases: BTreeMap<usize, Vec<Sample>> = BTreeMap::new();
    let mut jobs = Jobs::default();
    let mut pairs = Vec::new();
    for (row, mutant) in mutants.iter().enumerate() {
        let document = &documents[mutant.document];
        let base = bases
            .entry(mutant.document)
            .or_insert_with(|| samples(&document.path, &document.value));
        let new = samples(&mutant.path, &mutant.value);
        let (old_module, new_module) = (base_module(mutant.document), mutant.api.module.0.clone());
        for (is_new, from, to, own, other) in [
            (false, &*base, &new, &old_module, &new_module),
            (true, &new, &*base, &new_module, &old_module),
        ] {
            for sample in from {
                let Some(counterpart) = to.iter().find(|one| one.pointer == sample.pointer) else {
                    continue;
                };
                pairs.push(Pair {
                    row,
                    new: is_new,
                    pointer: sample.pointer.clone(),
                    own: jobs.add(own, &sample.rust, &sample.value),
                    other: jobs.add(other, &counterpart.rust, &sample.value),
                });
            }
        }
    }
    let answers = jobs.run(batch)?;
    for pair in pairs {
        let (own, other) = (&answers[pair.own], &answers[pair.other]);
        if own.is_err() {
            continue;
        }
        let row = &mut rows[pair.row];
        row.payloads += 1;
        if let Err(reason) = other {
            let list = if pair.new {
                &mut row.unread_by_old
            } else {
                &mut row.unread
            };
            list.push(format!("payload of {}: {reason}", pair.pointer));
        }
    }
    Ok(())
}

/// The payloads of all responses of a document, as `specsmith::samples` lists them.
fn samples(path: &Path, value: &Value) -> Vec<Sample> {
    let with = path.with_file_name(format!(
        "{}-values.json",
        path.file_stem().unwrap_or_default().to_string_lossy()
    ));
    if fs::write(&with, invent::values(value).to_string()).is_err() {
        return Vec::new();
    }
    let _ = fs::copy(path.with_extension("toml"), with.with_extension("toml"));
    let Some(api) = specsmith::read(&with, Path::new(""), &[]).api else {
        return Vec::new();
    };
    let all = specsmith::samples(&with, &[]).into_iter();
    all.filter(|sample| sample.at.pointer.contains("/responses/"))
        .map(|sample| Sample {
            pointer: sample.at.pointer.to_string(),
            rust: specsmith::emit::type_text(&api, &sample.ty),
            value: sample.value,
        })
        .collect()
}

impl Jobs {
    /// Remembers to read a value with a type of a module.
    fn add(&mut self, module: &str, rust: &str, value: &Value) -> usize {
        let next = self.types.len();
        let ty = *self
            .types
            .entry((module.to_owned(), rust.to_owned()))
            .or_insert(next);
        self.lines.push((ty, value.to_string()));
        self.lines.len() - 1
    }

    fn program(&self) -> String {
        let mut text = String::from(
            "#![allow(warnings)]\nextern crate mutants as krate;\n\
             fn main() {\n    let path = std::env::args().nth(1).unwrap();\n    \
             for line in std::fs::read_to_string(path).unwrap().lines() {\n        \
             let (index, json) = line.split_once('\\t').unwrap();\n        \
             match one(index.parse().unwrap(), json.as_bytes()) {\n            \
             Ok(()) => println!(\"+\"),\n            Err(reason) => println!(\"-{}\", reason.replace('\\n', \" \")),\n        }\n    }\n}\n\
             fn read<T: krate::runtime::Wire>(json: &[u8]) -> Result<(), String> {\n    \
             krate::json::from_slice::<T>(json).map(|_| ()).map_err(|e| e.to_string())\n}\n",
        );
        let mut calls = String::new();
        for ((module, rust), index) in &self.types {
            let rust = rust.replace("crate ::", "crate :: krate ::");
            let _ = writeln!(
                text,
                "mod t{index} {{ use crate::krate::{module}::models; use crate::krate::runtime::{{self, *}}; use std::collections::BTreeMap; pub type T = {rust}; }}"
            );
            let _ = writeln!(calls, "        {index} => read::<t{index}::T>(json),");
        }
        let _ = writeln!(
            text,
            "fn one(index: usize, json: &[u8]) -> Result<(), String> {{\n    match index {{\n{calls}        _ => unreachable!(),\n    }}\n}}"
        );
        text
    }

    fn run(&self, batch: &Batch) -> Result<Vec<Result<(), String>>, String> {
        if self.lines.is_empty() {
            return Ok(Vec::new());
        }
        let file = batch.folder.join("payloads.rs");
        put(&file, &self.program())?;
        let program = file.with_extension("program");
        let mut rustc = batch.rustc(&file);
        rustc
            .args(["--crate-type=bin", "--crate-name=payloads", "-o"])
            .arg(&program);
        let output = rustc.output().map_err(|error| format!("rustc: {error}"))?;
        if !output.status.success() {
            let told = String::from_utf8_lossy(&output.stderr);
            let first: Vec<&str> = told.lines().take(5).collect();
            return Err(format!(
                "the reader of payloads does not compile: {}",
                first.join("\n")
            ));
        }
        let lines: Vec<String> = self
            .lines
            .iter()
            .map(|(ty, json)| format!("{ty}\t{json}\n"))
            .collect();
        let input = file.with_extension("txt");
        put(&input, &lines.concat())?;
        let output =
            std::process::Command::new(std::path::absolute(&program).map_err(|e| e.to_string())?)
                .arg(&input)
                .output()
                .map_err(|error| format!("{}: {error}", program.display()))?;
        let text = String::from_utf8_lossy(&output.stdout);
        let answers: Vec<Result<(), String>> = text
            .lines()
            .map(|line| match line.strip_prefix('-') {
                Some(reason) => Err(reason.to_owned()),
                None => Ok(()),
            })
            .collect();
        match answers.len() == self.lines.len() {
            true => Ok(answers),
            false => Err(format!(
                "{} of {} payloads were answered",
                answers.len(),
                self.lines.len()
            )),
        }
    }
}
