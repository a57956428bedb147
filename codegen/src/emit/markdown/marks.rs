//! What tells one block from another. In: lines; out: what the first of them begins. Invariant: what CommonMark takes for text is
//! text here.

/// An opening code fence.
pub(super) struct Fence {
    mark: char,
    length: usize,
}

impl Fence {
    pub(super) fn open(text: &str) -> Option<Self> {
        let mark = text.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let length = text.chars().take_while(|c| *c == mark).count();
        let info = &text[length..];
        let usable = length >= 3 && !(mark == '`' && info.contains('`'));
        usable.then_some(Self { mark, length })
    }

    pub(super) fn closes(&self, line: &str) -> bool {
        let text = line.trim();
        text.chars().count() >= self.length && text.chars().all(|c| c == self.mark)
    }
}

/// The marker of a list item and what follows it. Inside a paragraph only a bullet or `1.` begins a list.
pub(super) fn list_marker(text: &str, fresh: bool) -> Option<(&str, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let length = match text.as_bytes().get(digits)? {
        b'-' | b'*' | b'+' if digits == 0 => 1,
        b'.' | b')' if (1..=9).contains(&digits) && (fresh || &text[..digits] == "1") => digits + 1,
        _ => return None,
    };
    let content = &text[length..];
    let spaced = content.starts_with(' ') && !content.trim().is_empty();
    spaced.then_some((&text[..length], content))
}

pub(super) fn is_rule(text: &str) -> bool {
    let mut marks = text.chars().filter(|c| *c != ' ');
    let Some(mark) = marks.next().filter(|c| matches!(c, '-' | '_' | '*' | '=')) else {
        return false;
    };
    marks.clone().count() >= 2 && marks.all(|c| c == mark)
}

pub(super) fn is_underline(text: &str) -> bool {
    text.chars().all(|c| c == '=') || text.chars().all(|c| c == '-')
}

/// A table: a row with a bar, above a row of dashes with as many cells.
pub(super) fn is_table(lines: &[&str]) -> bool {
    let Some(rule) = lines.get(1).map(|line| line.trim()) else {
        return false;
    };
    let cells = |line: &str| line.trim().trim_matches('|').split('|').count();
    lines[0].contains('|')
        && rule.contains('-')
        && rule.contains('|')
        && rule.chars().all(|c| matches!(c, '-' | '|' | ':' | ' '))
        && cells(lines[0]) == cells(rule)
}

pub(super) fn longest_run(line: &str) -> usize {
    line.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}
