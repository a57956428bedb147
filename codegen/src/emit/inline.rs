//! The inside of a paragraph → atoms: pieces that may have a line break between them. In: text with inline markup; out:
//! words, whole code spans and links. Invariant: every `[`, `<` and backtick that rustdoc would act on is either part
//! of a complete code span or web link, or escaped.

use std::borrow::Cow;

/// How far a closing delimiter is looked for, so that hostile text costs no more than its length.
const REACH: usize = 600;

/// Splits a paragraph into atoms.
pub(crate) fn atoms(text: &str) -> Vec<String> {
    let mut scan = Scan {
        text,
        at: 0,
        word: String::new(),
        out: Vec::new(),
    };
    while let Some(c) = scan.peek() {
        scan.step(c);
    }
    scan.end_word();
    scan.out
}

/// Atoms as one line.
pub(crate) fn join(atoms: &[String]) -> String {
    let mut text = String::new();
    for atom in atoms {
        if text.is_empty() {
            text.push_str(&line_start(atom));
        } else {
            text.push(' ');
            text.push_str(atom);
        }
    }
    text
}

/// Splits safe text where a line may break: at spaces, but not inside code.
pub(crate) fn pieces(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let mut piece = String::new();
    let mut ticks = 0usize;
    for word in text.split(' ') {
        if !piece.is_empty() {
            piece.push(' ');
        }
        piece.push_str(word);
        ticks += word.matches('`').count();
        if ticks.is_multiple_of(2) {
            out.push(std::mem::take(&mut piece));
            ticks = 0;
        }
    }
    if !piece.is_empty() {
        out.push(piece);
    }
    out
}

/// An atom as it must be written at the beginning of a line, where it could open a block.
pub(crate) fn line_start(atom: &str) -> Cow<'_, str> {
    let only_marks = |marks: &str| atom.chars().all(|c| marks.contains(c));
    let digits = atom.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &atom[digits..];
    if digits > 0 && (rest == "." || rest == ")") {
        return Cow::Owned(format!("{}\\{rest}", &atom[..digits]));
    }
    let opens = only_marks("#")
        || only_marks("-_*=+|:")
        || atom.starts_with('>')
        || atom.starts_with("~~~");
    if opens {
        Cow::Owned(format!("\\{atom}"))
    } else {
        Cow::Borrowed(atom)
    }
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    word: String,
    out: Vec<String>,
}

impl<'a> Scan<'a> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// The next bytes, as far as a delimiter is looked for.
    fn window(&self) -> &'a str {
        let rest = self.rest();
        &rest[..rest.floor_char_boundary(REACH)]
    }

    fn end_word(&mut self) {
        if !self.word.is_empty() {
            self.out.push(std::mem::take(&mut self.word));
        }
    }

    fn take(&mut self, text: &str, length: usize) {
        self.word.push_str(text);
        self.at += length;
    }

    fn step(&mut self, c: char) {
        match c {
            c if c.is_whitespace() => {
                self.end_word();
                self.at += c.len_utf8();
            }
            '\\' => self.backslash(),
            '`' => self.code(),
            '!' if self.rest().starts_with("![") => self.image(),
            '[' => self.bracket(),
            ']' => self.take("\\]", 1),
            '<' => self.angle(),
            '&' if self.rest().starts_with("&#") => self.take("\\&", 1),
            'h' if self.at_url() => self.url(),
            c => {
                self.word.push(c);
                self.at += c.len_utf8();
            }
        }
    }

    fn backslash(&mut self) {
        let next = self.rest()[1..].chars().next();
        match next.filter(char::is_ascii_punctuation) {
            Some(next) => {
                self.word.push('\\');
                self.word.push(next);
                self.at += 2;
            }
            None => self.take("\\\\", 1),
        }
    }

    /// A code span, whole; or escaped backticks.
    fn code(&mut self) {
        let run = run_length(self.rest());
        match closing_run(&self.window()[run..], run) {
            Some(length) => {
                let content = &self.rest()[run..run + length];
                let content = content.split_whitespace().collect::<Vec<_>>().join(" ");
                let span = code_span(&content);
                self.take(&span, run + length + run);
            }
            None => self.take(&"\\`".repeat(run), run),
        }
    }

    fn image(&mut self) {
        if link(&self.window()[1..]).is_some() {
            self.at += 1;
            self.bracket();
        } else {
            self.take("!", 1);
        }
    }

    /// `[text](https://…)` stays a link, a link to anywhere else becomes its text, any other bracket is text.
    fn bracket(&mut self) {
        let Some(found) = link(self.window()) else {
            return self.take("\\[", 1);
        };
        let text = join(&atoms(found.text));
        let (length, written) = match found.url {
            Some(url) if !text.contains("://") => (found.length, format!("[{text}](<{url}>)")),
            Some(url) => (found.length, format!("<{url}>")),
            None => (found.length, text),
        };
        self.take(&written, length);
    }

    fn angle(&mut self) {
        let window = self.window();
        let end = window.find('>');
        let inside = end.map_or("", |end| &window[1..end]);
        if is_web_url(inside) {
            let written = format!("<{inside}>");
            self.take(&written, inside.len() + 2);
        } else {
            self.take("\\<", 1);
        }
    }

    fn at_url(&self) -> bool {
        let rest = self.rest();
        rest.starts_with("http://") || rest.starts_with("https://")
    }

    fn url(&mut self) {
        let stop = |c: char| {
            c.is_whitespace() || matches!(c, '<' | '>' | '"' | '`' | '[' | ']' | '|' | '\\')
        };
        let rest = self.rest();
        let end = rest.find(stop).unwrap_or(rest.len());
        let url =
            rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_', ')', '}']);
        if is_web_url(url) {
            let written = format!("<{url}>");
            let length = url.len();
            self.take(&written, length);
        } else {
            self.take("http", 4);
        }
    }
}

/// A link found at the beginning of a text.
struct Link<'a> {
    text: &'a str,
    /// Its target, if it is on the web.
    url: Option<&'a str>,
    length: usize,
}

fn link(text: &str) -> Option<Link<'_>> {
    let close = matching_bracket(text)?;
    let target = text[close + 1..].strip_prefix('(')?;
    let end = target.find([')', '\n', '(', '<', ' '])?;
    let end = if target[end..].starts_with(')') {
        end
    } else {
        titled_end(target, end)?
    };
    let url = target[..end].split(' ').next().unwrap_or("");
    Some(Link {
        text: &text[1..close],
        url: is_web_url(url).then_some(url),
        length: close + 1 + 1 + end + 1,
    })
}

/// The end of a target that has a title (`url "title"`).
fn titled_end(target: &str, from: usize) -> Option<usize> {
    let title = target[from..].strip_prefix(" \"")?;
    let end = title.find("\")")?;
    (!title[..end].contains('\n')).then_some(from + 2 + end + 1)
}

fn matching_bracket(text: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' if depth > 1 => return None,
            '[' => depth += 1,
            ']' if depth == 1 => return Some(at),
            ']' => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    None
}

fn is_web_url(url: &str) -> bool {
    let host = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    let plain = |c: char| !c.is_whitespace() && !matches!(c, '<' | '>' | '`' | '\\' | '"');
    host.is_some_and(|host| !host.is_empty() && host.chars().all(plain))
}

fn run_length(text: &str) -> usize {
    text.bytes().take_while(|b| *b == b'`').count()
}

/// Where a run of exactly this many backticks begins.
fn closing_run(text: &str, run: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        let start = at + found;
        let length = run_length(&text[start..]);
        if length == run {
            return Some(start);
        }
        at = start + length;
    }
    None
}

/// Text as a code span.
pub(crate) fn code_span(content: &str) -> String {
    if content.is_empty() {
        return "` `".to_owned();
    }
    let longest = content.split(|c| c != '`').map(str::len).max();
    let fence = "`".repeat(longest.unwrap_or(0) + 1);
    let pad = if content.starts_with('`') || content.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{content}{pad}{fence}")
}
