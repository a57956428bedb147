//! Where tokens end and what they say. In: text and a position; out: a position, text or a number. Invariant: a position
//! that comes back is a character boundary, and no position lies beyond the end.

/// Where the text whose opening quote is before `from` ends.
pub(super) fn skip_string(bytes: &[u8], from: usize) -> Result<usize, usize> {
    let mut at = from;
    loop {
        at = plain(bytes, at);
        match bytes.get(at) {
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') => at = escape(bytes, at)?.1,
            _ => return Err(at),
        }
    }
}

/// Where the run of characters that mean themselves ends: at a quote, a backslash, a control or the end.
#[inline]
pub(super) fn plain(bytes: &[u8], from: usize) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const TOPS: u64 = 0x8080_8080_8080_8080;
    let mut at = from;
    while let Some(chunk) = bytes.get(at..at + 8) {
        let mut word = [0; 8];
        word.copy_from_slice(chunk);
        let word = u64::from_le_bytes(word);
        let quote = word ^ (ONES * 0x22);
        let slash = word ^ (ONES * 0x5c);
        // A byte's top bit is set where the byte is zero (quote, slash) or below 0x20 (control); the lowest is exact.
        let hits = (quote.wrapping_sub(ONES) & !quote)
            | (slash.wrapping_sub(ONES) & !slash)
            | (word.wrapping_sub(ONES * 0x20) & !word);
        let hits = hits & TOPS;
        if hits != 0 {
            return at + (hits.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    while let Some(&byte) = bytes.get(at) {
        if byte < 0x20 || byte == b'"' || byte == b'\\' {
            break;
        }
        at += 1;
    }
    at
}

/// The text that begins at `from` and where it ends; `slash` is the first character that does not mean itself. On
/// failure the place that is wrong.
pub(super) fn unescape(text: &str, from: usize, slash: usize) -> Result<(String, usize), usize> {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity((slash - from) + 32);
    let mut start = from;
    let mut at = slash;
    loop {
        out.push_str(&text[start..at]);
        match bytes.get(at) {
            Some(b'"') => return Ok((out, at + 1)),
            Some(b'\\') => {
                let (character, next) = escape(bytes, at)?;
                out.push(character);
                start = next;
            }
            _ => return Err(at),
        }
        at = plain(bytes, start);
    }
}

/// What the escape at `at` stands for, and where it ends.
fn escape(bytes: &[u8], at: usize) -> Result<(char, usize), usize> {
    let character = match bytes.get(at + 1) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unicode(bytes, at),
        _ => return Err(at),
    };
    Ok((character, at + 2))
}

/// `\uXXXX`, or a pair of them for characters beyond the first plane.
fn unicode(bytes: &[u8], at: usize) -> Result<(char, usize), usize> {
    let first = hex(bytes, at + 2).ok_or(at)?;
    if !(0xd800..0xe000).contains(&first) {
        return char::from_u32(first).map(|c| (c, at + 6)).ok_or(at);
    }
    if first >= 0xdc00 || bytes.get(at + 6..at + 8) != Some(br"\u") {
        return Err(at);
    }
    let second = hex(bytes, at + 8)
        .filter(|code| (0xdc00..0xe000).contains(code))
        .ok_or(at)?;
    let code = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
    char::from_u32(code).map(|c| (c, at + 12)).ok_or(at)
}

fn hex(bytes: &[u8], at: usize) -> Option<u32> {
    let mut code = 0;
    for &byte in bytes.get(at..at + 4)? {
        code = code * 16 + char::from(byte).to_digit(16)?;
    }
    Some(code)
}

/// Where the number at `from` ends; `None` if there is no valid one.
pub(super) fn number(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    if bytes.get(at) == Some(&b'-') {
        at += 1;
    }
    let whole = digits(bytes, at);
    if whole == at || (bytes[at] == b'0' && whole > at + 1) {
        return None;
    }
    at = whole;
    if bytes.get(at) == Some(&b'.') {
        let end = digits(bytes, at + 1);
        if end == at + 1 {
            return None;
        }
        at = end;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at += 1;
        if matches!(bytes.get(at), Some(b'+' | b'-')) {
            at += 1;
        }
        let end = digits(bytes, at);
        if end == at {
            return None;
        }
        at = end;
    }
    Some(at)
}

fn digits(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while matches!(bytes.get(at), Some(b'0'..=b'9')) {
        at += 1;
    }
    at
}

/// Whether a valid number has no fractional part: `1`, `1.0`, `15e1`.
pub(super) fn is_whole(token: &str) -> bool {
    if token
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'-')
    {
        return true;
    }
    let (_, digits, power) = decimal(token);
    digits.is_empty() || power >= 0
}

/// A valid whole number as sign and magnitude; `None` if it has a fraction or more than 128 bits.
pub(super) fn whole(token: &str) -> Option<(bool, u128)> {
    let (negative, digits, power) = decimal(token);
    if digits.is_empty() {
        return Some((negative, 0));
    }
    let power = u32::try_from(power).ok().filter(|&power| power < 40)?;
    let mut magnitude: u128 = 0;
    for digit in digits.bytes() {
        magnitude = magnitude
            .checked_mul(10)?
            .checked_add(u128::from(digit - b'0'))?;
    }
    Some((negative, magnitude.checked_mul(10u128.checked_pow(power)?)?))
}

/// A valid number as sign, digits without zeros around them, and power of ten.
fn decimal(token: &str) -> (bool, String, i64) {
    let (negative, token) = match token.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, token),
    };
    let (mantissa, exponent) = token.split_once(['e', 'E']).unwrap_or((token, "0"));
    // Only an exponent of more digits than an i64 has fails to parse; then its sign is all that matters.
    let exponent = exponent.parse().unwrap_or(if exponent.starts_with('-') {
        i64::MIN / 2
    } else {
        i64::MAX / 2
    });
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [integer, fraction].concat();
    let trimmed = digits.trim_end_matches('0');
    let dropped = digits.len() - trimmed.len();
    let power = exponent - fraction.len() as i64 + dropped as i64;
    (negative, trimmed.trim_start_matches('0').to_owned(), power)
}
