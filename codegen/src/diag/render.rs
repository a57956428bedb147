//! In: diagnostics and the texts they are about. Out: what a person reads, or the same as JSON. Invariant: nothing of a
//! document reaches a terminal unescaped, and each file is searched once, however many findings it has and however long
//! its lines are.

mod excerpt;

use std::collections::HashMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Diagnostic, Diagnostics, Severity};
use crate::load::locate::{Spot, locate};
use crate::source::{FileId, Origin, Sources};
use excerpt::{Excerpt, Line, lines};

/// Longest pointer that is shown.
const POINTER: usize = 96;

/// The findings as text, at most `limit` of them: errors before warnings, warnings before notes, but printed in the
/// order they were made.
pub fn render(diagnostics: &Diagnostics, sources: &Sources, color: bool, limit: usize) -> String {
    let chosen = choose(diagnostics, limit);
    let places = places(&chosen, sources);
    let lines = lines(&places, sources);
    let paint = Paint { color };
    let mut out = String::new();
    for (diagnostic, place) in chosen.iter().zip(&places) {
        let place = place.as_ref();
        let line = place.and_then(|place| lines.get(&(place.file, place.spot.line.max(1))));
        render_one(&mut out, diagnostic, place, line, paint);
        out.push('\n');
    }
    let left = diagnostics.iter().len() - chosen.len();
    if left > 0 {
        let _ = writeln!(out, "… and {left} more");
    }
    out
}

/// The findings as one JSON object each, all of them.
pub fn to_json(diagnostics: &Diagnostics, sources: &Sources) -> Vec<Value> {
    let all: Vec<&Diagnostic> = diagnostics.iter().collect();
    let places = places(&all, sources);
    all.iter()
        .zip(&places)
        .map(|(diagnostic, place)| one_json(diagnostic, place.as_ref()))
        .collect()
}

fn one_json(diagnostic: &Diagnostic, place: Option<&Place>) -> Value {
    let pointer = diagnostic
        .at
        .as_ref()
        .filter(|at| at.line_column().is_none());
    json!({
        "severity": severity_word(diagnostic.severity),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "help": diagnostic.remedy(),
        "file": place.map(|p| p.name),
        "line": place.map(|p| p.spot.line),
        "column": place.map(|p| p.spot.column),
        "pointer": pointer.map(|at| &*at.pointer),
    })
}

/// Where a finding is, found.
struct Place<'a> {
    file: FileId,
    name: &'a str,
    spot: Spot,
}

fn choose(diagnostics: &Diagnostics, limit: usize) -> Vec<&Diagnostic> {
    let mut order: Vec<(usize, &Diagnostic)> = diagnostics.iter().enumerate().collect();
    order.sort_by_key(|(index, diagnostic)| (diagnostic.severity, *index));
    order.truncate(limit);
    order.sort_by_key(|(index, _)| *index);
    order
        .into_iter()
        .map(|(_, diagnostic)| diagnostic)
        .collect()
}

/// Finds all places, with one pass over each file.
fn places<'a>(diagnostics: &[&Diagnostic], sources: &'a Sources) -> Vec<Option<Place<'a>>> {
    let mut found: Vec<Option<Place>> = diagnostics.iter().map(|_| None).collect();
    let mut asked: HashMap<FileId, Vec<(usize, &Origin)>> = HashMap::new();
    for (index, diagnostic) in diagnostics.iter().enumerate() {
        let Some(at) = &diagnostic.at else {
            continue;
        };
        if let (Some(position), Some(source)) = (at.line_column(), sources.get(at.file)) {
            found[index] = Some(Place {
                file: at.file,
                name: &source.name,
                spot: at_position(position),
            });
        } else {
            asked.entry(at.file).or_default().push((index, at));
        }
    }
    for (file, asked) in asked {
        let Some(source) = sources.get(file) else {
            continue;
        };
        let places: Vec<&Origin> = asked.iter().map(|(_, at)| *at).collect();
        for ((index, _), spot) in asked.iter().zip(locate(source, &places)) {
            found[*index] = Some(Place {
                file,
                name: &source.name,
                spot,
            });
        }
    }
    found
}

fn at_position((line, column): (usize, usize)) -> Spot {
    Spot {
        line,
        column,
        end_line: line,
        end_column: column + 1,
    }
}

fn render_one(
    out: &mut String,
    diagnostic: &Diagnostic,
    place: Option<&Place>,
    line: Option<&Line>,
    paint: Paint,
) {
    let word = severity_word(diagnostic.severity);
    let head = paint.severity(diagnostic.severity, &format!("{word}[{}]", diagnostic.code));
    let _ = writeln!(out, "{head}: {}", escape(&diagnostic.message));
    if let Some(place) = place {
        render_place(out, diagnostic, place, line, paint);
    }
    if let Some(help) = diagnostic.remedy() {
        let _ = writeln!(out, "  {}: {}", paint.strong("help"), escape(help));
    }
}

fn render_place(
    out: &mut String,
    diagnostic: &Diagnostic,
    place: &Place,
    line: Option<&Line>,
    paint: Paint,
) {
    let Spot {
        line: number,
        column,
        ..
    } = place.spot;
    let name = escape(place.name);
    let _ = write!(out, "  {} {name}:{number}:{column}", paint.frame("-->"));
    if let Some(at) = &diagnostic.at
        && at.line_column().is_none()
        && !at.pointer.is_empty()
    {
        let _ = write!(out, "   #{}", clip_pointer(&escape(&at.pointer)));
    }
    out.push('\n');
    let Some(line) = line else {
        return;
    };
    let excerpt = Excerpt::new(line, &place.spot);
    let number = number.to_string();
    let margin = " ".repeat(number.len().max(3));
    let bar = paint.frame("|");
    let _ = writeln!(out, "{margin} {bar}");
    let number = format!("{number:<width$}", width = margin.len());
    let shown = format!("{} {bar} {}", paint.frame(&number), excerpt.text);
    let _ = writeln!(out, "{}", shown.trim_end());
    let carets = paint.severity(diagnostic.severity, &"^".repeat(excerpt.width));
    let _ = writeln!(out, "{margin} {bar} {}{carets}", " ".repeat(excerpt.indent));
}

fn clip_pointer(pointer: &str) -> String {
    match pointer.char_indices().nth(POINTER) {
        Some((end, _)) => format!("{}…", &pointer[..end]),
        None => pointer.to_owned(),
    }
}

fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// Document text made harmless for a terminal: control characters and whatever turns or hides text are written as
/// escapes.
fn escape(text: &str) -> String {
    text.chars().map(escape_char).collect()
}

fn escape_char(c: char) -> String {
    match c {
        '\t' => "    ".to_owned(),
        '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' => unicode(c),
        '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}' => unicode(c),
        c if c.is_control() => unicode(c),
        c => c.to_string(),
    }
}

fn unicode(c: char) -> String {
    format!("\\u{{{:x}}}", u32::from(c))
}

/// How many terminal cells a text fills.
fn cells(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// The large blocks of East Asian wide characters and emoji (Unicode annex 11).
fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF60}'
        | '\u{FFE0}'..='\u{FFE6}' | '\u{1F300}'..='\u{1F64F}' | '\u{1F900}'..='\u{1F9FF}'
        | '\u{20000}'..='\u{3FFFD}')
}

/// Terminal colours, or none.
#[derive(Clone, Copy)]
struct Paint {
    color: bool,
}

impl Paint {
    fn severity(self, severity: Severity, text: &str) -> String {
        self.with(
            match severity {
                Severity::Error => "1;31",
                Severity::Warning => "1;33",
                Severity::Note => "1;36",
            },
            text,
        )
    }

    fn frame(self, text: &str) -> String {
        self.with("1;34", text)
    }

    fn strong(self, text: &str) -> String {
        self.with("1", text)
    }

    fn with(self, code: &str, text: &str) -> String {
        match self.color {
            true => format!("\x1b[{code}m{text}\x1b[0m"),
            false => text.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests;
