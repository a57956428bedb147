//! In: the impact of a difference. Out: text for people, for workflows and for programs. Invariant: nothing of a file or
//! a document reaches an output unescaped.

use serde_json::{Value, json};

use super::{Impact, Touch};
use crate::review::render::{command, escape};
use crate::review::report::{Rust, Wire};

/// For a terminal: each line with what touches it.
pub fn text(impact: &Impact) -> String {
    if impact.touches.is_empty() {
        return format!("no line of {} is touched\n", files(impact.files));
    }
    let mut out = head(impact);
    let mut last = ("", 0);
    for touch in &impact.touches {
        if last != (touch.file.as_str(), touch.line) {
            last = (&touch.file, touch.line);
            out.push_str(&format!(
                "\n{}:{}:{}\n",
                escape(&touch.file),
                touch.line,
                touch.column
            ));
            out.push_str(&format!(
                "  | {}\n",
                escape(&touch.source.replace('\t', "    "))
            ));
        }
        let tag = format!(
            "[wire: {}] [rust: {}]",
            touch.wire.as_str(),
            touch.rust.as_str()
        );
        out.push_str(&format!(
            "  {tag} {}{}\n",
            escape(&sentence(touch)),
            rule(touch)
        ));
    }
    out
}

fn head(impact: &Impact) -> String {
    let mut lines: Vec<(&str, usize)> = impact
        .touches
        .iter()
        .map(|one| (one.file.as_str(), one.line))
        .collect();
    lines.dedup();
    let count = |wanted: &dyn Fn(&Touch) -> bool| {
        let mut lines: Vec<(&str, usize)> = impact
            .touches
            .iter()
            .filter(|one| wanted(one))
            .map(|one| (one.file.as_str(), one.line))
            .collect();
        lines.dedup();
        lines.len()
    };
    let total = match lines.len() {
        1 => "1 line is touched".to_owned(),
        many => format!("{many} lines are touched"),
    };
    format!(
        "{total} in {}: {} by a change that is major for Rust code, {} by one that is breaking on the wire\n",
        files(impact.files),
        count(&|one| one.rust == Rust::Major),
        count(&|one| one.wire == Wire::Breaking),
    )
}

fn files(number: usize) -> String {
    match number {
        1 => "1 file".to_owned(),
        number => format!("{number} files"),
    }
}

fn sentence(touch: &Touch) -> String {
    let perhaps = if touch.perhaps { ", if it is that" } else { "" };
    let joint = match touch.message.starts_with("is ") || touch.message.starts_with("was ") {
        true => " ",
        false => ": ",
    };
    format!("{}{perhaps}{joint}{}", touch.item, touch.message)
}

fn rule(touch: &Touch) -> String {
    match touch.rule.as_str() {
        "" => String::new(),
        rule => format!("  ({rule})"),
    }
}

/// Annotations of the lines in a workflow.
pub fn github(impact: &Impact) -> String {
    let one = |touch: &Touch| {
        let level = match (touch.wire, touch.rust, touch.perhaps) {
            (_, Rust::Major, false) | (Wire::Breaking, ..) => "error",
            (_, Rust::Major, true) | (Wire::Risky, ..) => "warning",
            _ => "notice",
        };
        let title = format!(
            "wire: {}, rust: {}",
            touch.wire.as_str(),
            touch.rust.as_str()
        );
        let place = [("line", touch.line), ("col", touch.column)];
        command(
            level,
            &touch.file,
            &place,
            &title,
            &escape(&format!("{}{}", sentence(touch), rule(touch))),
        )
    };
    impact.touches.iter().map(one).collect()
}

/// For programs.
pub fn json(impact: &Impact) -> Value {
    let touches = impact.touches.iter().map(|touch| {
        json!({
            "file": touch.file,
            "line": touch.line,
            "column": touch.column,
            "source": touch.source,
            "item": touch.item,
            "message": touch.message,
            "rule": touch.rule,
            "fingerprint": touch.fingerprint,
            "wire": touch.wire.as_str(),
            "rust": touch.rust.as_str(),
            "perhaps": touch.perhaps,
        })
    });
    json!({
        "files": impact.files,
        "unread": impact.unread,
        "touches": touches.collect::<Vec<_>>(),
    })
}
