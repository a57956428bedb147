//! Bodies of requests. In: `--body`, `--field` and the files they name; out: the body of a call. Invariant: what can't be
//! read or is no JSON is refused before anything is sent.

use super::super::call::Call;
use super::super::file_part::FilePart;
use super::super::node::Node;
use super::io::Io;
use super::problem::Problem;
use super::tables::{Action, Payload, Way};
use super::text;
use super::value::{Field, Given};
use clap::ArgMatches;
use std::io::Read;

/// Puts the body that was given into a call.
pub(super) fn put(
    call: &mut Call,
    action: &'static Action,
    matches: &ArgMatches,
    io: &mut Io<'_>,
) -> Result<(), Problem> {
    if action.payloads.is_empty() {
        return Ok(());
    }
    let asked = match action.payloads.len() {
        1 => None,
        _ => matches.get_one::<String>("content-type"),
    };
    let by_fields = |payload: &Payload| matches!(payload.way, Way::Form | Way::Multipart);
    let fields: Vec<&String> = match action.payloads.iter().any(by_fields) {
        true => matches.get_many("field").into_iter().flatten().collect(),
        false => Vec::new(),
    };
    let fits = |payload: &&'static Payload| match asked {
        Some(media) => payload.media == media,
        None => fields.is_empty() || by_fields(payload),
    };
    let Some(payload) = action.payloads.iter().find(fits) else {
        return Ok(());
    };
    if !fields.is_empty() {
        if !by_fields(payload) {
            let line = format!(
                "a body as {} has no fields; give it with --body",
                payload.media
            );
            return Err(Problem::wrong(line));
        }
        fill(call, payload, &Given::Fields(gather(&fields)?));
    } else if let Some(value) = matches.get_one::<String>("body") {
        let bytes = read(value, io)?;
        whole(call, payload, bytes)?;
    }
    Ok(())
}

/// Puts a body in that was given in one piece.
fn whole(call: &mut Call, payload: &'static Payload, bytes: Vec<u8>) -> Result<(), Problem> {
    if payload.way == Way::Bytes {
        call.bytes(bytes, payload.media);
        return Ok(());
    }
    let Ok(text) = String::from_utf8(bytes) else {
        let line = format!("the body is no text in UTF-8, as {} is", payload.media);
        return Err(Problem::wrong(line));
    };
    if payload.way == Way::Text {
        call.text(text, payload.media);
        return Ok(());
    }
    let value = text::document(&text).map_err(|error| {
        Problem::wrong(format!(
            "the body is no JSON: {error}; a file is given as @FILE"
        ))
    })?;
    if payload.way == Way::Json {
        call.text(value, payload.media);
        return Ok(());
    }
    match Node::parse(value) {
        Some(node @ Node::Object(_)) => fill(call, payload, &Given::of(node)),
        _ => {
            return Err(Problem::wrong(
                "the body is no JSON object, whose properties are its fields",
            ));
        }
    }
    Ok(())
}

fn fill(call: &mut Call, payload: &'static Payload, value: &Given) {
    match payload.way {
        // [form]
        Way::Form => call.form(value, payload.encodings),
        // [end]
        // [multipart]
        Way::Multipart => call.multipart(value, payload.media, payload.encodings),
        // [end]
        // What the API does not have is in none of its tables.
        #[allow(unreachable_patterns)]
        Way::Json | Way::Text | Way::Bytes | Way::Form | Way::Multipart => {
            call.json(value, payload.media);
        }
    }
}

/// The bytes that a value stands for: those of a file, of standard input, or its own.
fn read(value: &str, io: &mut Io<'_>) -> Result<Vec<u8>, Problem> {
    if value == "-" {
        let mut bytes = Vec::new();
        let read = io.input.read_to_end(&mut bytes);
        let problem = |error| Problem::wrong(format!("standard input can't be read: {error}"));
        return read.map(|_| bytes).map_err(problem);
    }
    match value.strip_prefix('@') {
        Some(path) => file(path),
        None => Ok(value.as_bytes().to_vec()),
    }
}

fn file(path: &str) -> Result<Vec<u8>, Problem> {
    std::fs::read(path).map_err(|error| Problem::wrong(format!("{path}: {error}")))
}

/// The fields that were given; those of one name are a list.
fn gather(given: &[&String]) -> Result<Vec<(String, Vec<Field>)>, Problem> {
    let mut fields: Vec<(String, Vec<Field>)> = Vec::new();
    for field in given {
        let Some((name, value)) = field.split_once('=') else {
            // It may be a secret, and is not repeated.
            return Err(Problem::wrong(
                "`--field` takes NAME=VALUE or NAME=@FILE; there is no equals sign in what it was given",
            ));
        };
        let value = match value.strip_prefix('@') {
            None => Field::Text(value.to_owned()),
            Some(path) => {
                let name = std::path::Path::new(path).file_name().unwrap_or_default();
                let part = FilePart::new(file(path)?);
                Field::File(part.with_file_name(name.to_string_lossy()))
            }
        };
        match fields.iter_mut().find(|(known, _)| known == name) {
            Some((_, values)) => values.push(value),
            None => fields.push((name.to_owned(), vec![value])),
        }
    }
    Ok(fields)
}
