//! In: a report. Out: a comment for a pull request. Invariant: never longer than what GitHub takes, and no text of a
//! document is read as Markdown or HTML.

use super::super::report::{Report, Rust, Wire};
use super::{Entry, WIRES, count, escape, folded, operations};

/// GitHub takes 65,536 characters; the rest is room for the closing lines.
const LIMIT: usize = 64_000;

/// How many operations are named with a change.
const NAMED: usize = 50;

/// The report as Markdown.
pub fn render(report: &Report) -> String {
    if report.changes.is_empty() {
        let rust = match report.spelling {
            Rust::Patch => String::new(),
            rust => format!(
                "\nThe same is written otherwise, which changes the Rust items: **{}**.\n",
                rust.as_str()
            ),
        };
        return format!("### API diff\n\nNo change.\n{rust}");
    }
    let mut out = head(report);
    let mut left: Vec<String> = Vec::new();
    for wire in WIRES {
        let changes = report.of(wire);
        if changes.is_empty() {
            continue;
        }
        let mut beyond = changes.len();
        let (open, close) = section(wire, changes.len());
        let mut body = open;
        for entry in folded(&changes) {
            let shown = one(&entry);
            if out.len() + body.len() + shown.len() + close.len() > LIMIT {
                break;
            }
            body.push_str(&shown);
            beyond -= entry.len();
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
         {} in {}.\n\n",
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
        count(report.summary.changes(), "change"),
        count(summary.operations, "operation"),
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

fn one(entry: &Entry<'_>) -> String {
    let change = entry.lead;
    let mut shown = format!(
        "- {} — **{}** · `{}`",
        text(&entry.message()),
        change.rust.as_str(),
        change.rule
    );
    let at = change.place();
    let place = format!("{}:{}", at.file, at.line);
    shown.push_str(&format!(" · {}\n", code(&place)));
    if let Some(reason) = &change.accepted {
        shown.push_str(&format!("  - accepted: {}\n", text(reason)));
    }
    for part in &entry.parts {
        shown.push_str(&format!("  - {}\n", text(&part.message)));
    }
    let reached = operations(change);
    match reached.as_slice() {
        [] => {}
        [only] => shown.push_str(&format!("  <br>{}\n", code(only))),
        many => {
            let named: Vec<String> = many.iter().take(NAMED).map(|one| code(one)).collect();
            let more = match many.len().saturating_sub(NAMED) {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            shown.push_str(&format!(
                "  <details><summary>{}</summary>{}{more}</details>\n",
                count(many.len(), "operation"),
                named.join(", "),
            ));
        }
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
