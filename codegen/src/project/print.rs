//! From items to text. In: plans of modules; out: formatted files. Invariant: the text of a file depends on its own plan
//! alone, so files are built and printed side by side, in any order, with the same result.

use super::{Header, OutputFile};
use crate::emit::{self, Module, Prepared, Text};
use crate::ir::Api;
use crate::layout;
use crate::parallel;

/// Fewer files than this are printed by one thread.
const WORTH_A_THREAD: usize = 16;

/// Builds and prints every planned module, and the public face of each API.
pub fn print_modules(apis: &[Api], prepared: &Prepared<'_>, refresh: &str) -> Vec<OutputFile> {
    let plans = emit::plans(apis);
    let printed = parallel::map(&plans, WORTH_A_THREAD, |plan| {
        let file = print(emit::module(prepared, plan), refresh);
        (file, emit::face::lines(prepared, plan))
    });
    let (mut files, lines): (Vec<_>, Vec<_>) = printed.into_iter().unzip();
    for api in 0..apis.len() {
        let own = lines.iter().flatten().filter(|(index, _)| *index == api);
        let own: Vec<&str> = own.map(|(_, lines)| lines.as_str()).collect();
        files.push(print_text(emit::face::text(prepared, api, &own), refresh));
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn print(module: Module, refresh: &str) -> OutputFile {
    let header = Header {
        source: module.source,
        refresh: refresh.to_owned(),
    };
    let mut text = header.lines("//");
    if !module.doc.is_empty() {
        text.push('\n');
        for line in &module.doc {
            text.push_str("//!");
            if !line.is_empty() {
                text.push(' ');
                text.push_str(line);
            }
            text.push('\n');
        }
    }
    OutputFile {
        path: module.path,
        text: layout::file(&text, module.items),
    }
}

/// A file that is text already.
pub fn print_text(text: Text, refresh: &str) -> OutputFile {
    let header = Header {
        source: text.source,
        refresh: refresh.to_owned(),
    };
    let start = match text.header {
        Some(comment) => header.lines(comment) + "\n",
        None => String::new(),
    };
    OutputFile {
        path: text.path,
        text: start + &text.text,
    }
}
