//! In: the impact of a difference. Out: text for people, for workflows and for programs. Invariant: nothing of a file or
//! a document reaches an output unescaped.

use serde_json::{Value, json};

use super::{Impact, Touch, Unplaced};
use crate::review::render::{command, escape};
use crate::review::report::{Rust, Wire};

/// For a terminal: each line with what touches it.
pub fn text(impact: &Impact) -> String {
    let mut out = match impact.touches.is_empty() {
        true => format!("no line of {} is touched\n", files(impact.files)),
        false => head(impact),
    };
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
    out.push_str(&tail(impact));
    out
}

/// The changes that are major and touch no line.
fn tail(impact: &Impact) -> String {
    let mut out = String::new();
    let heads = [
        (
            true,
            "touches no line that was found",
            "touch no line that was found",
        ),
        (
            false,
            "cannot be looked for in code: see for yourself whether you rely on it",
            "cannot be looked for in code: see for yourself whether you rely on them",
        ),
    ];
    for (looked_for, one, many) in heads {
        let list = impact.unplaced.iter();
        let list: Vec<&Unplaced> = list.filter(|one| one.looked_for == looked_for).collect();
        match list.len() {
            0 => continue,
            1 => out.push_str(&format!("\n1 change that is major for Rust code {one}\n")),
            count => out.push_str(&format!(
                "\n{count} changes that are major for Rust code {many}\n"
            )),
        }
        for one in list {
            out.push_str(&format!("  {}  ({})\n", escape(&one.message), one.rule));
        }
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
    let mut touched: Vec<&str> = lines.iter().map(|(file, _)| *file).collect();
    touched.dedup();
    let among = match touched.len() {
        all if all == impact.files => files(all),
        some => format!("{some} of {}", files(impact.files)),
    };
    let total = match lines.len() {
        1 => "1 line is touched".to_owned(),
        many => format!("{many} lines are touched"),
    };
    format!(
        "{total} in {among}: {} by a change that is major for Rust code, {} by one that is breaking on the wire\n",
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
    let verb = touch.message.starts_with("is ") || touch.message.starts_with("was ");
    let joint = match (verb, touch.perhaps) {
        (true, false) => " ",
        (true, true) => ", ",
        (false, _) => ": ",
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
    let unplaced = impact.unplaced.iter().filter(|one| !one.looked_for);
    let unplaced = unplaced.map(|one| {
        let text = format!(
            "{}  ({}): this cannot be looked for in code",
            one.message, one.rule
        );
        command("warning", "", &[], "rust: major", &escape(&text))
    });
    impact.touches.iter().map(one).chain(unplaced).collect()
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
    let unplaced = impact.unplaced.iter().map(|one| {
        json!({
            "message": one.message,
            "rule": one.rule,
            "fingerprint": one.fingerprint,
            "looked_for": one.looked_for,
        })
    });
    json!({
        "files": impact.files,
        "unread": impact.unread,
        "unplaced": unplaced.collect::<Vec<_>>(),
        "touches": touches.collect::<Vec<_>>(),
    })
}
