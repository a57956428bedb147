//! Texts of a pattern. In: a regular expression of ECMA-262; out: texts that it is likely to match, short ones first.
//! Invariant: whoever asks looks for himself whether they match; what cannot be followed gives none, and no pattern makes
//! a text longer than a set number of characters.

use std::iter::Peekable;
use std::str::Chars;

/// How deep groups are followed.
const DEPTH: usize = 30;
/// The longest text that is made.
const LONGEST: usize = 10_000;
/// What stands for a class, the first one that is in it.
const USUAL: &str = "aA1-_. /:@,;+#=()[]{}!?*&%$\"'<>|\\^`~";

/// Texts that a pattern may match: with as few repetitions as can be, then with more and more.
pub(super) fn texts(pattern: &str) -> impl Iterator<Item = String> {
    let parsed = Parser::new(pattern).whole();
    (0..).map_while(move |more| {
        let mut out = String::new();
        parsed.as_ref()?.write(&mut out, more).then_some(out)
    })
}

/// A part of a pattern.
#[derive(Debug)]
enum Part {
    /// Nothing that takes a character.
    Nothing,
    One(char),
    Row(Vec<Part>),
    Repeated(Box<Part>, usize, Option<usize>),
}

impl Part {
    /// Adds a text that it matches, with `more` repetitions than there must be; false if that gets too long.
    fn write(&self, out: &mut String, more: usize) -> bool {
        match self {
            Part::Nothing => {}
            Part::One(c) => out.push(*c),
            Part::Row(parts) => return parts.iter().all(|part| part.write(out, more)),
            Part::Repeated(part, least, most) => {
                let times = least.saturating_add(more);
                let times = times.min(most.unwrap_or(usize::MAX));
                for _ in 0..times {
                    let before = out.len();
                    if !part.write(out, more) {
                        return false;
                    }
                    if out.len() == before {
                        break;
                    }
                }
            }
        }
        out.len() <= LONGEST
    }
}

/// Reads a pattern.
struct Parser<'a> {
    rest: Peekable<Chars<'a>>,
    depth: usize,
}

impl<'a> Parser<'a> {
    fn new(pattern: &'a str) -> Self {
        Parser {
            rest: pattern.chars().peekable(),
            depth: 0,
        }
    }

    fn whole(mut self) -> Option<Part> {
        let part = self.either()?;
        self.rest.next().is_none().then_some(part)
    }

    fn eat(&mut self, wanted: char) -> bool {
        self.rest.next_if_eq(&wanted).is_some()
    }

    /// Alternatives, of which the first one is taken.
    fn either(&mut self) -> Option<Part> {
        self.depth += 1;
        if self.depth > DEPTH {
            return None;
        }
        let first = self.row()?;
        while self.eat('|') {
            self.row()?;
        }
        self.depth -= 1;
        Some(first)
    }

    fn row(&mut self) -> Option<Part> {
        let mut parts = Vec::new();
        while let Some(c) = self.rest.next_if(|c| !matches!(c, '|' | ')')) {
            let part = match c {
                '^' | '$' => Part::Nothing,
                '.' => Part::One('a'),
                '(' => self.group()?,
                '[' => Part::One(self.class()?),
                '\\' => self.escape()?,
                other => Part::One(other),
            };
            parts.push(self.quantified(part)?);
        }
        Some(Part::Row(parts))
    }

    fn group(&mut self) -> Option<Part> {
        let mut counts = true;
        if self.eat('?') {
            match self.rest.next()? {
                ':' => {}
                // What looks ahead takes nothing.
                '=' | '!' => counts = false,
                '<' => match self.rest.next()? {
                    '=' | '!' => counts = false,
                    _ => while self.rest.next()? != '>' {},
                },
                _ => return None,
            }
        }
        let inner = self.either()?;
        self.eat(')')
            .then_some(if counts { inner } else { Part::Nothing })
    }

    fn quantified(&mut self, part: Part) -> Option<Part> {
        let (least, most) = match self.rest.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => {
                self.rest.next();
                let least = self.number()?;
                let most = match self.eat(',') {
                    true => self.number(),
                    false => Some(least),
                };
                (self.rest.peek() == Some(&'}')).then_some((least, most))?
            }
            _ => return Some(part),
        };
        self.rest.next();
        self.eat('?');
        Some(Part::Repeated(Box::new(part), least, most))
    }

    fn number(&mut self) -> Option<usize> {
        let mut digits = String::new();
        while let Some(digit) = self.rest.next_if(char::is_ascii_digit) {
            digits.push(digit);
        }
        digits.parse().ok()
    }

    fn escape(&mut self) -> Option<Part> {
        Some(match self.rest.next()? {
            'b' | 'B' => Part::Nothing,
            other => Part::One(self.set(other)?.usual()?),
        })
    }

    /// What an escape stands for, in a class or outside of one.
    fn set(&mut self, escaped: char) -> Option<Set> {
        let of = |ranges: &[(char, char)], without| Set {
            ranges: ranges.to_vec(),
            without,
        };
        let word = [('a', 'z'), ('A', 'Z'), ('0', '9'), ('_', '_')];
        let space = [(' ', ' '), ('\t', '\r')];
        Some(match escaped {
            'd' => of(&[('0', '9')], false),
            'D' => of(&[('0', '9')], true),
            'w' => of(&word, false),
            'W' => of(&word, true),
            's' => of(&space, false),
            'S' => of(&space, true),
            'p' => self.property()?,
            'P' | '0'..='9' | 'k' | 'c' => return None,
            't' => Set::one('\t'),
            'n' => Set::one('\n'),
            'r' => Set::one('\r'),
            'x' => Set::one(self.code(2)?),
            'u' => Set::one(self.code(4)?),
            other => Set::one(other),
        })
    }

    /// Letters and digits, the most common of Unicode's properties.
    fn property(&mut self) -> Option<Set> {
        let mut name = String::new();
        if !self.eat('{') {
            return None;
        }
        loop {
            match self.rest.next()? {
                '}' => break,
                c => name.push(c),
            }
        }
        let ranges = match name.as_str() {
            "L" | "Letter" | "Alphabetic" => vec![('a', 'z'), ('A', 'Z')],
            "Ll" | "Lowercase_Letter" => vec![('a', 'z')],
            "Lu" | "Uppercase_Letter" => vec![('A', 'Z')],
            "N" | "Nd" | "Number" => vec![('0', '9')],
            _ => return None,
        };
        Some(Set {
            ranges,
            without: false,
        })
    }

    fn code(&mut self, digits: usize) -> Option<char> {
        let mut code = 0;
        for _ in 0..digits {
            code = code * 16 + self.rest.next()?.to_digit(16)?;
        }
        char::from_u32(code)
    }

    /// A character of a class in brackets.
    fn class(&mut self) -> Option<char> {
        let without = self.eat('^');
        let mut sets: Vec<Set> = Vec::new();
        loop {
            let first = match self.rest.next()? {
                ']' => break,
                '\\' => match self.rest.next()? {
                    'b' => Set::one('\u{8}'),
                    other => self.set(other)?,
                },
                other => Set::one(other),
            };
            let low = first.only();
            let mut ahead = self.rest.clone();
            let range = ahead.next() == Some('-') && ahead.next().is_some_and(|c| c != ']');
            match low.filter(|_| range) {
                None => sets.push(first),
                Some(low) => {
                    self.rest.next();
                    let high = match self.rest.next()? {
                        '\\' => {
                            let escaped = self.rest.next()?;
                            self.set(escaped)?.only()?
                        }
                        other => other,
                    };
                    sets.push(Set {
                        ranges: vec![(low, high)],
                        without: false,
                    });
                }
            }
        }
        let firsts = sets
            .iter()
            .filter_map(|set| set.ranges.first())
            .map(|range| range.0);
        let mut candidates = USUAL.chars().chain(firsts);
        candidates.find(|c| sets.iter().any(|set| set.has(*c)) != without)
    }
}

/// Characters.
#[derive(Debug)]
struct Set {
    ranges: Vec<(char, char)>,
    /// All but these.
    without: bool,
}

impl Set {
    fn one(c: char) -> Self {
        Set {
            ranges: vec![(c, c)],
            without: false,
        }
    }

    fn only(&self) -> Option<char> {
        match self.ranges.as_slice() {
            [(low, high)] if low == high && !self.without => Some(*low),
            _ => None,
        }
    }

    fn has(&self, c: char) -> bool {
        let found = self
            .ranges
            .iter()
            .any(|(low, high)| (*low..=*high).contains(&c));
        found != self.without
    }

    fn usual(&self) -> Option<char> {
        let first = self.ranges.first().map(|range| range.0);
        USUAL.chars().chain(first).find(|c| self.has(*c))
    }
}

#[cfg(test)]
mod tests {
    use super::texts;

    /// The first of the texts that the pattern matches.
    fn found(pattern: &str) -> Option<String> {
        let regex = regress::Regex::with_flags(pattern, "u").expect("a pattern");
        texts(pattern)
            .take(40)
            .find(|text| regex.find(text).is_some())
    }

    #[test]
    fn texts_of_common_patterns_are_found() {
        let patterns = [
            r"^[A-Z]{2}\d+$",
            r"^[a-z0-9]+(?:-[a-z0-9]+)*$",
            r"^(foo|bar)_\w{3,5}$",
            r"^[^\s@]+@[^\s@]+\.[^\s@]{2,}$",
            r"^\+?[1-9]\d{1,14}$",
            r"^#(?:[0-9a-fA-F]{3}){1,2}$",
            r"^arn:aws[a-zA-Z-]*:iam::\d{12}:role/.+$",
            r"^(?=.*x)x{3}$",
            r"^[\]\-\\]{2}$",
            r"^\u0041\x42[\p{Lu}]$",
            r"^v(?<major>\d+)\.\d+?$",
            "^[ä-ü]{2}$",
            "",
        ];
        for pattern in patterns {
            assert!(found(pattern).is_some(), "{pattern}");
        }
        assert_eq!(found(patterns[0]).as_deref(), Some("AA1"));
    }

    #[test]
    fn what_cannot_be_followed_gives_no_text() {
        for pattern in [
            r"^(a)\1$",
            r"^\P{L}$",
            "(",
            "[a",
            "a{",
            r"\",
            "^a{9999}$b{2,",
        ] {
            assert_eq!(texts(pattern).next(), None, "{pattern}");
        }
        let deep = format!("{}a{}", "(".repeat(5000), ")".repeat(5000));
        assert_eq!(texts(&deep).next(), None);
        assert_eq!(texts("^(a{9000}){9000}$").next(), None);
        let endless: Vec<String> = texts("^a*$").take(4).collect();
        assert_eq!(endless, ["", "a", "aa", "aaa"]);
    }
}
