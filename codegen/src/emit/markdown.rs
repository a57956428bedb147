//! Prose of a document → lines that are safe inside a Rust doc comment. In: CommonMark as anybody wrote it; out: lines
//! without newlines, wrapped at 80. Invariant: what comes out holds no doctest, no raw HTML, no link that rustdoc could
//! take for a path, and no control or bidirectional character.

mod marks;
#[cfg(test)]
mod tests;

use super::inline;
use marks::{Fence, is_rule, is_table, is_underline, list_marker, longest_run};

/// Columns of running text.
const WIDTH: usize = 80;
/// How deep lists and quotes may nest before they are flattened.
const MAX_DEPTH: usize = 6;

/// The lines of a text.
pub(crate) fn lines(text: &str) -> Vec<String> {
    let clean = visible(text);
    let mut blocks = Blocks::default();
    blocks.read(&clean.lines().collect::<Vec<_>>(), 0);
    while blocks.out.last().is_some_and(String::is_empty) {
        blocks.out.pop();
    }
    blocks.out
}

/// The text as one line of inline markup, for summaries and headings.
pub(crate) fn line(text: &str) -> String {
    let clean = visible(text);
    inline::join(&inline::atoms(clean.trim()))
}

/// Safe text laid out in lines, with something before the first and the others.
pub(crate) fn fold(text: &str, first: &str, rest: &str) -> Vec<String> {
    let mut out = Vec::new();
    wrap(&inline::pieces(text), first, rest, &mut out);
    out
}

/// Control and direction characters spelled out, tabs and line ends made plain.
pub(crate) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' => out.push('\n'),
            '\r' => {
                if chars.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\t' => out.push_str("    "),
            '\u{a0}' => out.push(' '),
            '\u{feff}' => {}
            c if is_hidden(c) => out.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// What has been written, and the paragraph being collected.
#[derive(Default)]
struct Blocks {
    out: Vec<String>,
    /// Text of the open paragraph or list item.
    open: String,
    /// What stands before its first line.
    first: String,
    /// What stands before its further lines.
    rest: String,
    /// Open list items: columns of their markers and of their content, and what precedes their content.
    lists: Vec<Item>,
}

struct Item {
    content: usize,
    marker: usize,
    prefix: String,
}

impl Blocks {
    fn read(&mut self, lines: &[&str], depth: usize) {
        let mut at = 0;
        while at < lines.len() {
            at += self.block(&lines[at..], depth);
        }
        self.flush();
    }

    /// Reads one line, or the whole block that begins there; returns how many lines it took.
    fn block(&mut self, lines: &[&str], depth: usize) -> usize {
        let line = lines[0];
        let text = line.trim_start();
        let indent = line.len() - text.len();
        if text.is_empty() {
            self.flush();
            self.gap();
            return 1;
        }
        if let Some(fence) = Fence::open(text) {
            self.leave(indent);
            return self.fenced(lines, indent, &fence);
        }
        if let Some(taken) = self.heading(text, lines) {
            return taken;
        }
        if let Some((marker, content)) =
            list_marker(text, self.open.is_empty() || !self.lists.is_empty())
        {
            self.item(indent, marker, content);
            return 1;
        }
        if text.starts_with('>') && depth < MAX_DEPTH {
            return self.quote(lines, depth);
        }
        if self.open.is_empty() && is_table(lines) {
            return self.table(lines);
        }
        self.leave(if self.open.is_empty() {
            indent
        } else {
            usize::MAX
        });
        let base = self.lists.last().map_or(0, |item| item.content);
        if self.open.is_empty() && indent >= base + 4 {
            return self.indented(lines, base + 4);
        }
        self.text(text);
        1
    }

    /// Adds a line to the open paragraph.
    fn text(&mut self, text: &str) {
        if self.open.is_empty() {
            let prefix = self.prefix();
            self.first.clone_from(&prefix);
            self.rest = prefix;
        } else {
            self.open.push('\n');
        }
        self.open.push_str(text.trim_end());
    }

    /// Writes the open paragraph.
    fn flush(&mut self) {
        if self.open.is_empty() && self.first.trim().is_empty() {
            return;
        }
        let text = std::mem::take(&mut self.open);
        let first = std::mem::take(&mut self.first);
        let rest = std::mem::take(&mut self.rest);
        wrap(&inline::atoms(&text), &first, &rest, &mut self.out);
    }

    /// One empty line between blocks.
    fn gap(&mut self) {
        if self.out.last().is_some_and(|line| !line.is_empty()) {
            self.out.push(String::new());
        }
    }

    /// Closes the list items that text at this column is outside of.
    fn leave(&mut self, indent: usize) {
        if self.open.is_empty() && self.first.is_empty() {
            let before = self.lists.len();
            self.lists.retain(|item| indent >= item.content);
            if self.lists.len() < before {
                self.gap();
            }
        }
    }

    fn prefix(&self) -> String {
        self.lists
            .last()
            .map_or_else(String::new, |item| item.prefix.clone())
    }

    fn item(&mut self, indent: usize, marker: &str, content: &str) {
        self.flush();
        self.lists.retain(|item| indent > item.marker);
        self.lists.truncate(MAX_DEPTH);
        let outer = self.prefix();
        if outer.is_empty() && self.lists.is_empty() && !self.after_item() {
            self.gap();
        }
        let bullet = if marker.len() > 1 { marker } else { "-" };
        self.first = format!("{outer}{bullet} ");
        self.rest = " ".repeat(self.first.len());
        self.lists.push(Item {
            marker: indent,
            content: indent + marker.len() + 1,
            prefix: self.rest.clone(),
        });
        self.open = content.trim().to_owned();
    }

    /// Whether the last line written belongs to a list.
    fn after_item(&self) -> bool {
        self.out
            .last()
            .is_some_and(|line| line.starts_with(' ') || list_marker(line, true).is_some())
    }

    fn heading(&mut self, text: &str, lines: &[&str]) -> Option<usize> {
        let level = text.len() - text.trim_start_matches('#').len();
        let after = &text[level..];
        if (1..=6).contains(&level) && (after.is_empty() || after.starts_with(' ')) {
            self.flush();
            self.lists.clear();
            let title = after.trim().trim_end_matches('#');
            self.title(title.trim_end());
            return Some(1);
        }
        if self.open.is_empty() && self.first.is_empty() && is_rule(text) {
            self.lists.clear();
            self.gap();
            return Some(1);
        }
        let under = lines.get(1).map_or("", |next| next.trim());
        if self.open.is_empty() && under.len() >= 3 && is_underline(under) && !is_rule(text) {
            self.leave(0);
            self.title(text.trim());
            return Some(2);
        }
        None
    }

    /// A heading, as a line of strong text: headings of our own give the page its structure.
    fn title(&mut self, text: &str) {
        let plain = text.replace('*', "");
        let text = inline::join(&inline::atoms(plain.trim()));
        if !text.is_empty() {
            self.gap();
            self.out.push(format!("**{text}**"));
            self.gap();
        }
    }

    fn fenced(&mut self, lines: &[&str], indent: usize, fence: &Fence) -> usize {
        self.flush();
        let mut body = Vec::new();
        let mut taken = 1;
        for line in &lines[1..] {
            taken += 1;
            if fence.closes(line) {
                break;
            }
            let own = line.len() - line.trim_start().len();
            body.push(&line[own.min(indent)..]);
        }
        self.code(&body);
        taken
    }

    fn indented(&mut self, lines: &[&str], indent: usize) -> usize {
        let blank = |line: &str| line.trim().is_empty();
        let inside = |line: &&&str| blank(line) || line.len() - line.trim_start().len() >= indent;
        let mut taken = lines.iter().take_while(inside).count();
        while taken > 1 && blank(lines[taken - 1]) {
            taken -= 1;
        }
        let body: Vec<&str> = lines[..taken]
            .iter()
            .map(|line| line.get(indent..).unwrap_or(""))
            .collect();
        self.code(&body);
        taken
    }

    /// A code block. Its fence is longer than any run of backticks inside, and its language is never Rust.
    fn code(&mut self, body: &[&str]) {
        let prefix = self.prefix();
        let longest = body.iter().map(|line| longest_run(line)).max();
        let fence = "`".repeat(longest.unwrap_or(0).max(2) + 1);
        if self.lists.is_empty() {
            self.gap();
        }
        self.out.push(format!("{prefix}{fence}text"));
        for line in body {
            self.out
                .push(format!("{prefix}{}", line.trim_end()).trim_end().to_owned());
        }
        self.out.push(format!("{prefix}{fence}"));
        self.gap();
    }

    fn quote(&mut self, lines: &[&str], depth: usize) -> usize {
        self.flush();
        self.lists.clear();
        self.gap();
        let quoted = |line: &&&str| line.trim_start().starts_with('>');
        let taken = lines.iter().take_while(quoted).count();
        let strip = |line: &&'_ str| -> String {
            let text = line.trim_start().trim_start_matches('>');
            text.strip_prefix(' ').unwrap_or(text).to_owned()
        };
        let inner: Vec<String> = lines[..taken].iter().map(strip).collect();
        let mut nested = Blocks::default();
        nested.read(
            &inner.iter().map(String::as_str).collect::<Vec<_>>(),
            depth + 1,
        );
        for line in nested.out {
            self.out.push(format!("> {line}").trim_end().to_owned());
        }
        self.gap();
        taken
    }

    fn table(&mut self, lines: &[&str]) -> usize {
        self.leave(0);
        self.gap();
        let row = |line: &&&str| line.contains('|') && !line.trim().is_empty();
        let taken = lines.iter().take_while(row).count();
        for (index, line) in lines[..taken].iter().enumerate() {
            let text = line.trim();
            self.out.push(if index == 1 {
                text.to_owned()
            } else {
                inline::atoms(text).join(" ")
            });
        }
        self.gap();
        taken
    }
}

/// Lays atoms out in lines.
fn wrap(atoms: &[String], first: &str, rest: &str, out: &mut Vec<String>) {
    let mut line = first.to_owned();
    let mut columns = line.chars().count();
    let mut empty = true;
    for atom in atoms {
        let length = atom.chars().count();
        if !empty && columns + 1 + length > WIDTH {
            out.push(std::mem::replace(&mut line, rest.to_owned()));
            columns = rest.chars().count();
            empty = true;
        }
        if empty {
            let safe = inline::line_start(atom);
            columns += safe.chars().count();
            line.push_str(&safe);
        } else {
            line.push(' ');
            line.push_str(atom);
            columns += 1 + length;
        }
        empty = false;
    }
    if !empty {
        out.push(line);
    }
}
