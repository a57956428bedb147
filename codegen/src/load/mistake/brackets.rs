//! Brackets in YAML that are open at a place. Invariant: a bracket counts only where a value begins or within another
//! one, and a quote only where a text begins; comments and blocks of text are passed over.

/// The brackets that are open at a byte, from the outermost on.
pub(super) fn open(text: &str, until: usize) -> Vec<(usize, char)> {
    let mut scan = Scan::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if start >= until {
            break;
        }
        scan.line(start, line);
        start += line.len();
    }
    scan.open
}

/// Where the first bracket is closed.
pub(super) fn end(text: &str) -> Option<usize> {
    let mut scan = Scan::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        scan.line(start, line);
        start += line.len();
        if scan.end.is_some() {
            break;
        }
    }
    scan.end
}

#[derive(Default)]
struct Scan {
    open: Vec<(usize, char)>,
    /// Behind the bracket that closed the first one.
    end: Option<usize>,
    /// The quote of the text that goes on from the line above.
    quote: Option<char>,
    /// How far the key is indented whose block of text goes on.
    block: Option<usize>,
}

impl Scan {
    fn line(&mut self, start: usize, line: &str) {
        let own = line.len() - line.trim_start_matches(' ').len();
        if line.trim().is_empty() || self.block.is_some_and(|block| own > block) {
            return;
        }
        self.block = None;
        let (mut begins, mut last) = (true, ' ');
        let mut chars = line.char_indices().peekable();
        while let Some((at, char)) = chars.next() {
            if let Some(quote) = self.quote {
                if char == '\\' && quote == '"' {
                    chars.next();
                } else if char == quote {
                    let twice = quote == '\'' && chars.next_if(|(_, c)| *c == quote).is_some();
                    self.quote = self.quote.filter(|_| twice);
                    begins = false;
                }
                last = char;
                continue;
            }
            match char {
                '#' if last.is_whitespace() => return,
                '"' | '\'' if begins => self.quote = Some(char),
                '[' | '{' if begins || !self.open.is_empty() => {
                    self.open.push((start + at, char));
                    begins = true;
                }
                ']' | '}' => {
                    if self.open.pop().is_some() && self.open.is_empty() {
                        self.end.get_or_insert(start + at + 1);
                    }
                    begins = false;
                }
                ',' if !self.open.is_empty() => begins = true,
                '|' | '>' if begins && self.open.is_empty() => {
                    self.block = Some(own);
                    return;
                }
                ' ' if last == ':' => begins = true,
                ' ' | '\t' | '\r' | '\n' => {}
                '-' if begins => {}
                _ => begins = false,
            }
            last = char;
        }
    }
}
