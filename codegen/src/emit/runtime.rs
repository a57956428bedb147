//! The shared code of a client, as files. In: the parts that the APIs need; out: the files of `runtime/` with the other
//! parts left out. Invariant: a file is copied whole or not at all, but for `mod.rs`, which names the others.

use super::Text;
use std::collections::{BTreeSet, HashMap};

/// Every file of the runtime, with its path below it.
macro_rules! files {
    ($($path:literal)*) => {
        &[$(($path, include_str!(concat!("../../runtime/", $path)))),*]
    };
}

/// All of them, in the order of their paths.
const FILES: &[(&str, &str)] = files! {
    "bits.rs"
    "block.rs"
    "body.rs"
    "bounds.rs"
    "browser.rs"
    "build_error.rs"
    "call.rs"
    "candidates.rs"
    "choices.rs"
    "cli/body.rs"
    "cli/command.rs"
    "cli/credentials.rs"
    "cli/grid.rs"
    "cli/io.rs"
    "cli/mod.rs"
    "cli/output.rs"
    "cli/problem.rs"
    "cli/request.rs"
    "cli/run.rs"
    "cli/screen.rs"
    "cli/tables.rs"
    "cli/text.rs"
    "cli/value.rs"
    "client.rs"
    "clock.rs"
    "connection.rs"
    "credentials.rs"
    "decimal.rs"
    "drift.rs"
    "endpoint.rs"
    "enumeration.rs"
    "env.rs"
    "error.rs"
    "event_stream.rs"
    "execute.rs"
    "extra.rs"
    "fake/alternatives.rs"
    "fake/answer.rs"
    "fake/credentials.rs"
    "fake/decode.rs"
    "fake/deep.rs"
    "fake/engine.rs"
    "fake/expect.rs"
    "fake/fault.rs"
    "fake/forms.rs"
    "fake/mod.rs"
    "fake/operation.rs"
    "fake/pattern.rs"
    "fake/payload.rs"
    "fake/problem.rs"
    "fake/received.rs"
    "fake/route.rs"
    "fake/row.rs"
    "fake/rules.rs"
    "fake/serve.rs"
    "fake/server.rs"
    "fake/transport.rs"
    "fake/unstyle.rs"
    "fault.rs"
    "file_part.rs"
    "form.rs"
    "format_base64.rs"
    "format_chrono.rs"
    "format_jiff.rs"
    "format_net.rs"
    "format_time.rs"
    "format_uuid.rs"
    "formatted.rs"
    "frames.rs"
    "headers.rs"
    "hooks.rs"
    "incoming.rs"
    "iso_duration.rs"
    "json/error.rs"
    "json/mod.rs"
    "json/nesting.rs"
    "json/number.rs"
    "json/pairs.rs"
    "json/reader.rs"
    "json/scan.rs"
    "json/value.rs"
    "json/writer.rs"
    "limit.rs"
    "lines.rs"
    "link.rs"
    "list.rs"
    "listed.rs"
    "macros.rs"
    "mod.rs"
    "multipart.rs"
    "node.rs"
    "oauth2.rs"
    "object.rs"
    "operation.rs"
    "pages.rs"
    "pages_blocking.rs"
    "paging.rs"
    "patient.rs"
    "pattern.rs"
    "pause.rs"
    "percent.rs"
    "position.rs"
    "progress.rs"
    "raw.rs"
    "reader.rs"
    "redirect.rs"
    "reply.rs"
    "request.rs"
    "response.rs"
    "resume.rs"
    "retry.rs"
    "scalar.rs"
    "scripted.rs"
    "serde/mod.rs"
    "serde/read.rs"
    "serde/values.rs"
    "serde/write.rs"
    "sse.rs"
    "streaming.rs"
    "style.rs"
    "timing.rs"
    "token.rs"
    "trace.rs"
    "transport.rs"
    "transport_fetch.rs"
    "transport_reqwest.rs"
    "transport_tower.rs"
    "transport_ureq.rs"
    "tuple.rs"
    "union.rs"
    "url.rs"
    "walk.rs"
    "wire.rs"
};

/// The files that an output with these parts has.
pub(crate) fn files(parts: &BTreeSet<&'static str>) -> Vec<Text> {
    let sources: HashMap<&str, &str> = FILES.iter().copied().collect();
    let mut out = Vec::new();
    let mut open = vec![("mod.rs".to_owned(), String::new())];
    while let Some((path, folder)) = open.pop() {
        let Some(source) = sources.get(path.as_str()) else {
            continue;
        };
        let text = keep(source, parts);
        open.extend(modules(&text).flat_map(|name| {
            [
                (format!("{folder}{name}.rs"), format!("{folder}{name}/")),
                (format!("{folder}{name}/mod.rs"), format!("{folder}{name}/")),
            ]
        }));
        out.push(Text {
            path: format!("src/runtime/{path}"),
            header: Some("//"),
            source: None,
            text,
        });
    }
    out.sort_by(|a, b| a.path.cmp(&b.path));
    out
}

/// The text without the parts that are not wanted, and without the marks around parts.
fn keep(source: &str, parts: &BTreeSet<&'static str>) -> String {
    let mut out = String::with_capacity(source.len());
    let mut wanted = true;
    for line in source.split_inclusive('\n') {
        match mark(line) {
            Some("end") => wanted = true,
            Some(names) => wanted = names.split(' ').any(|name| parts.contains(name)),
            None if wanted => add(&mut out, line),
            None => {}
        }
    }
    out
}

/// Adds a line. What was left out leaves no gap.
fn add(out: &mut String, line: &str) {
    let gap = out.ends_with("\n\n");
    if gap && line.trim_start().starts_with('}') {
        out.pop();
    }
    if !(gap && line.trim().is_empty()) {
        out.push_str(line);
    }
}

/// The names in a line `// [name …]`: any of them will do.
fn mark(line: &str) -> Option<&str> {
    line.trim().strip_prefix("// [")?.strip_suffix(']')
}

/// The names in `mod name;` lines.
fn modules(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let line = line.trim();
        let line = line.strip_prefix("pub ").unwrap_or(line);
        line.strip_prefix("mod ")?.strip_suffix(';')
    })
}

#[cfg(test)]
mod tests {
    use super::{FILES, files};
    use std::collections::BTreeSet;
    use std::path::Path;

    fn on_disk(folder: &Path, prefix: &str, out: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let entry = entry.expect("an entry");
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_dir() {
                on_disk(&entry.path(), &format!("{prefix}{name}/"), out);
            } else {
                out.push(format!("{prefix}{name}"));
            }
        }
    }

    #[test]
    fn the_table_lists_every_file() {
        let mut found = Vec::new();
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime");
        on_disk(&root, "", &mut found);
        found.sort();
        let listed: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
        assert_eq!(listed, found);
    }

    #[test]
    fn what_is_left_out_leaves_no_gap() {
        for file in files(&BTreeSet::new()) {
            let gap = file.text.contains("\n\n\n") || file.text.contains("\n\n    }\n");
            assert!(!gap, "{}", file.path);
        }
    }

    #[test]
    fn parts_that_are_not_needed_are_left_out() {
        let path = "src/runtime/format_uuid.rs";
        let has = |parts: &[&'static str]| {
            let parts: BTreeSet<_> = parts.iter().copied().collect();
            files(&parts).iter().any(|file| file.path == path)
        };
        assert!(has(&["uuid"]));
        assert!(!has(&[]));
    }
}
