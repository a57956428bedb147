//! From a path to an operation. In: the tables and a path as it came; out: the operation, and the texts of its path
//! parameters, still encoded. Invariant: text of the template goes before parameters, whatever the order of the tables.

use super::row::Row;
use crate::runtime::endpoint::{Location, Segment};
use std::cmp::Reverse;

/// What a path leads to.
pub(super) enum Route<'a> {
    /// An operation, and the texts of its path parameters by number.
    Found(&'static Row, Vec<(usize, &'a str)>),
    /// Operations, but none with this method; theirs.
    OtherMethods(Vec<&'static str>),
    /// Nothing.
    Nothing,
}

/// An operation whose template a path fits.
struct Match<'a> {
    /// Few parameters first, then much text.
    rank: (Reverse<usize>, usize),
    row: &'static Row,
    found: Vec<(usize, &'a str)>,
}

/// Finds the operation of a request.
pub(super) fn route<'a>(
    rows: &[&'static Row],
    method: &str,
    path: &'a str,
    query: &str,
) -> Route<'a> {
    let mut best: Option<Match<'a>> = None;
    let mut others = Vec::new();
    for row in rows {
        let mut found = Vec::new();
        let pieces = pieces(row);
        if !matches(row, &pieces, path, &mut found) || !has_fixed(row, query) {
            continue;
        }
        if row.endpoint.method != method {
            others.push(row.endpoint.method);
            continue;
        }
        let literal: usize = pieces.iter().map(|piece| piece.literal().len()).sum();
        let rank = (Reverse(found.len()), literal);
        if best.as_ref().is_none_or(|other| rank > other.rank) {
            best = Some(Match { rank, row, found });
        }
    }
    match best {
        Some(best) => Route::Found(best.row, best.found),
        None if others.is_empty() => Route::Nothing,
        None => {
            others.sort_unstable();
            others.dedup();
            Route::OtherMethods(others)
        }
    }
}

#[derive(Clone, Copy)]
enum Piece {
    Literal(&'static str),
    Parameter(usize),
}

impl Piece {
    fn literal(&self) -> &'static str {
        match self {
            Piece::Literal(text) => text,
            Piece::Parameter(_) => "",
        }
    }
}

/// The template up to the query that it may have.
fn pieces(row: &Row) -> Vec<Piece> {
    let mut out = Vec::new();
    for segment in row.endpoint.segments() {
        match segment {
            Segment::Parameter(number) => out.push(Piece::Parameter(number)),
            Segment::Literal(text) => match text.find(['?', '#']) {
                None => out.push(Piece::Literal(text)),
                Some(end) => {
                    out.push(Piece::Literal(&text[..end]));
                    break;
                }
            },
        }
    }
    out
}

/// The query that the template has itself: some documents tell operations apart by it.
pub(super) fn fixed_query(row: &Row) -> &'static str {
    let query = row.endpoint.segments().find_map(|segment| match segment {
        Segment::Literal(text) => text.split('#').next()?.split_once('?'),
        Segment::Parameter(_) => None,
    });
    query.map_or("", |(_, query)| query)
}

fn has_fixed(row: &Row, query: &str) -> bool {
    let mut fixed = fixed_query(row).split('&').filter(|pair| !pair.is_empty());
    fixed.all(|pair| query.split('&').any(|other| other == pair))
}

fn matches<'a>(
    row: &Row,
    pieces: &[Piece],
    path: &'a str,
    found: &mut Vec<(usize, &'a str)>,
) -> bool {
    let Some((first, rest)) = pieces.split_first() else {
        return path.is_empty();
    };
    match first {
        Piece::Literal(text) => match strip(path, text) {
            Some(path) => matches(row, rest, path, found),
            None => false,
        },
        Piece::Parameter(number) => {
            let parameter = row.endpoint.parameters.get(*number);
            // Only such a one can hold a slash.
            let wide = parameter.is_some_and(|p| p.allow_reserved && p.location == Location::Path);
            let end = if wide { None } else { path.find('/') }.unwrap_or(path.len());
            // The longest first: what follows is mostly a slash.
            let ends = (1..=end).rev().filter(|end| path.is_char_boundary(*end));
            for end in ends {
                let before = found.len();
                found.push((*number, &path[..end]));
                if matches(row, rest, &path[end..], found) {
                    return true;
                }
                found.truncate(before);
            }
            false
        }
    }
}

/// What follows a text in a path, in which any character may be encoded.
fn strip<'a>(path: &'a str, text: &str) -> Option<&'a str> {
    if let Some(rest) = path.strip_prefix(text) {
        return Some(rest);
    }
    let mut rest = path.as_bytes();
    let mut text = text.as_bytes();
    while let Some((wanted, more)) = text.split_first() {
        let (byte, after) = next(rest)?;
        if byte != *wanted {
            // A template may be encoded itself.
            let (encoded, more) = next(text)?;
            if byte != encoded {
                return None;
            }
            text = more;
        } else {
            text = more;
        }
        rest = after;
    }
    path.get(path.len() - rest.len()..)
}

/// The first character of a path, decoded, and what follows.
fn next(text: &[u8]) -> Option<(u8, &[u8])> {
    if let [b'%', high, low, rest @ ..] = text
        && let (Some(high), Some(low)) = (hex(*high), hex(*low))
    {
        return Some((high << 4 | low, rest));
    }
    text.split_first().map(|(byte, rest)| (*byte, rest))
}

pub(super) fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}
