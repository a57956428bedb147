//! In: a report. Out: a comment for a pull request. Invariant: never longer than what GitHub takes, and no text of a
//! document is read as Markdown or HTML.

use super::super::report::{Change, Report, Rust, Wire};
use super::{
    Entry, FEW, WIRES, blocks, capitalised, count, detail_of, escape, extent, folded, heading,
    of_wire, on_the_wire, operations, operations_in_short, shared_detail,
};

/// GitHub takes 65,536 characters; the rest is room for the closing lines.
const LIMIT: usize = 64_000;

/// How many operations are named with a change.
const NAMED: usize = 50;

/// The report as Markdown.
pub fn render(report: &Report) -> String {
    let respelled = match report.respelled() {
        Some(words) => format!("{}.\n\n", text(&capitalised(&words))),
        None => String::new(),
    };
    if report.changes.is_empty() {
        let end = respelled.trim_end_matches('\n');
        let end = if end.is_empty() {
            String::new()
        } else {
            format!("\n{end}\n")
        };
        return format!("### API diff\n\nNo change{}.\n{end}", on_the_wire(report));
    }
    let mut out = head(report);
    out.push_str(&respelled);
    let mut left: Vec<String> = Vec::new();
    let entries = folded(&report.changes);
    for wire in WIRES {
        let entries = of_wire(&entries, wire);
        if entries.is_empty() {
            continue;
        }
        let mut beyond: usize = entries.iter().map(|entry| entry.times()).sum();
        let (open, close) = section(wire, beyond);
        let mut body = open;
        let room = LIMIT.saturating_sub(out.len() + close.len());
        for block in blocks(entries) {
            match several(&block, &body, room) {
                Some((shown, times)) => {
                    body.push_str(&shown);
                    beyond -= times;
                }
                None => break,
            }
        }
        body.push_str(&close);
        if out.len() + body.len() <= LIMIT {
            out.push_str(&body);
        }
        if beyond > 0 {
            left.push(format!("{beyond} {}", wire.as_str()));
        }
    }
    if !left.is_empty() {
        let left = left.join(", ");
        out.push_str(&format!(
            "\nLeft out, as a comment has no room for them: {left}. `specsmith diff` prints them all.\n"
        ));
    }
    out
}

fn head(report: &Report) -> String {
    let summary = &report.summary;
    format!(
        "### API diff: {} on the wire, {} for Rust code\n\n\
         | wire | changes | | Rust | changes |\n\
         | --- | ---: | --- | --- | ---: |\n\
         | {} breaking | {} | | {} major | {} |\n\
         | {} risky | {} | | {} minor | {} |\n\
         | {} compatible | {} | | {} patch | {} |\n\n\
         {}.\n\n",
        summary.wire.as_str(),
        summary.rust.as_str(),
        wire_sign(Wire::Breaking),
        summary.breaking,
        rust_sign(Rust::Major),
        summary.major,
        wire_sign(Wire::Risky),
        summary.risky,
        rust_sign(Rust::Minor),
        summary.minor,
        wire_sign(Wire::Compatible),
        summary.compatible,
        rust_sign(Rust::Patch),
        summary.patch,
        extent(report),
    )
}

/// What begins and ends the list of a verdict: what is harmless is folded away.
fn section(wire: Wire, changes: usize) -> (String, String) {
    let open = if wire == Wire::Compatible {
        ""
    } else {
        " open"
    };
    let title = format!("{} {} ({changes})", wire_sign(wire), wire.as_str());
    (
        format!("<details{open}>\n<summary><b>{title}</b></summary>\n\n"),
        "\n</details>\n\n".to_owned(),
    )
}

/// A block, as much of it as there is room for below what is there, and how many changes that shows.
fn several(block: &[&Entry<'_>], body: &str, room: usize) -> Option<(String, usize)> {
    let room = room.saturating_sub(body.len());
    let mut times = 0;
    let mut shown = match block {
        [entry] => {
            let shown = one(entry);
            return (shown.len() <= room).then(|| (shown, entry.times()));
        }
        _ => {
            let lead = block[0].lead;
            let title = text(&heading(block));
            format!("- {title}{}\n", verdict(lead))
        }
    };
    let shared = shared_detail(block);
    for entry in block {
        let line = place(entry, shared);
        if shown.len() + line.len() > room {
            break;
        }
        shown.push_str(&line);
        times += entry.times();
    }
    (times > 0).then_some((shown, times))
}

/// One of many places.
fn place(entry: &Entry<'_>, shared: Option<&str>) -> String {
    let change = entry.lead;
    let reach = operations_in_short(change, FEW);
    let (subject, reach) = match change.label.as_str() {
        "" => (code(&reach), String::new()),
        label if label == reach => (code(label), String::new()),
        label => (text(label), code(&reach)),
    };
    let detail = text(&detail_of(entry, shared));
    let reach = match change.reach.is_empty() || reach.is_empty() {
        true => String::new(),
        false => format!(" · {reach}"),
    };
    format!("  - {subject}{detail} · {}{reach}\n", line(change))
}

fn verdict(change: &Change) -> String {
    format!(" — **{}** · `{}`", change.rust.as_str(), change.rule)
}

/// The file and the line of a change.
fn line(change: &Change) -> String {
    let at = change.place();
    code(&format!("{}:{}", at.file, at.line))
}

fn one(entry: &Entry<'_>) -> String {
    let change = entry.lead;
    let mut shown = format!(
        "- {}{} · {}\n",
        text(&entry.message()),
        verdict(change),
        line(change)
    );
    let reached = operations(change);
    if let [only] = reached.as_slice()
        && *only != change.label
    {
        shown.push_str(&format!("  <br>{}\n", code(only)));
    }
    let parts = entry.parts.iter().map(|part| part.as_part(change));
    let accepted = change.accepted.iter().map(|why| format!("accepted: {why}"));
    for line in accepted.chain(parts) {
        shown.push_str(&format!("  - {}\n", text(&line)));
    }
    if reached.len() > 1 {
        let named: Vec<String> = reached.iter().take(NAMED).map(|one| code(one)).collect();
        let more = match reached.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        shown.push_str(&format!(
            "  <details><summary>{}</summary>{}{more}</details>\n",
            count(reached.len(), "operation"),
            named.join(", "),
        ));
    }
    shown
}

fn wire_sign(wire: Wire) -> &'static str {
    match wire {
        Wire::Breaking => "🔴",
        Wire::Risky => "🟡",
        Wire::Compatible => "🟢",
    }
}

fn rust_sign(rust: Rust) -> &'static str {
    match rust {
        Rust::Major => "🔴",
        Rust::Minor => "🟡",
        Rust::Patch => "🟢",
    }
}

/// Text that is not read as Markdown.
fn text(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut inside = false;
    for letter in escape(text).chars() {
        match letter {
            '`' => {
                inside = !inside;
                safe.push_str(if inside { "<code>" } else { "</code>" });
            }
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '@' => safe.push_str("&#64;"),
            '#' => safe.push_str("&#35;"),
            '\\' | '*' | '_' | '[' | ']' | '(' | ')' | '~' | '|' | '!' | ':' => {
                safe.push_str(&format!("&#{};", u32::from(letter)));
            }
            letter => safe.push(letter),
        }
    }
    if inside {
        safe.push_str("</code>");
    }
    safe
}

/// Text in a code span.
fn code(text: &str) -> String {
    format!("<code>{}</code>", self::text(&text.replace('`', "'")))
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn document_text_is_only_text() {
        assert_eq!(text("a `b` <c>"), "a <code>b</code> &lt;c&gt;");
        assert_eq!(text("@all #1"), "&#64;all &#35;1");
        assert_eq!(text("odd ` one"), "odd <code> one</code>");
    }
}
