//! Where tokens end and what they say. In: text and a position; out: a position, text or a number. Invariant: a position
//! that comes back is a character boundary, and no position lies beyond the end.

/// Where the next token begins.
#[inline]
pub(super) fn space(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while matches!(bytes.get(at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
        at += 1;
    }
    at
}

/// Where the text whose opening quote is before `from` ends.
#[inline]
pub(super) fn skip_string(bytes: &[u8], from: usize) -> Result<usize, usize> {
    let at = plain(bytes, from);
    match bytes.get(at) {
        Some(b'"') => Ok(at + 1),
        _ => skip_escapes(bytes, at),
    }
}

/// The same from the first character on that does not mean itself.
pub(super) fn skip_escapes(bytes: &[u8], slash: usize) -> Result<usize, usize> {
    let mut at = slash;
    loop {
        match bytes.get(at) {
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') => at = escape(bytes, at)?.1,
            _ => return Err(at),
        }
        at = plain(bytes, at);
    }
}

/// Where the run of characters that mean themselves ends: at a quote, a backslash, a control or the end.
#[inline]
pub(super) fn plain(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let hits = all_special(chunk);
        if hits != 0 {
            return at + (hits.trailing_zeros() / 8) as usize;
        }
        at += chunk.len();
    }
    while bytes.get(at).is_some_and(|&byte| !is_special(byte)) {
        at += 1;
    }
    at
}

/// Whether all characters of a text mean themselves.
#[inline]
pub(in super::super) fn all_plain(bytes: &[u8]) -> bool {
    // The last chunk may overlap the one before: then some bytes are looked at twice, and none alone.
    if let Some(last) = bytes.last_chunk() {
        let (chunks, _) = bytes.as_chunks();
        return !any_special(last) && !chunks.iter().any(any_special);
    }
    if let Some(last) = bytes.last_chunk::<8>() {
        let first = bytes.first_chunk().unwrap_or(last);
        return special(u64::from_le_bytes(*last)) | special(u64::from_le_bytes(*first)) == 0;
    }
    !bytes.iter().any(|&byte| is_special(byte))
}

/// Whether one of these is a quote, a backslash or a control: one comparison of all at once, once it is compiled.
#[inline]
fn any_special(bytes: &[u8; 16]) -> bool {
    bytes
        .iter()
        .fold(false, |found, &byte| found | is_special(byte))
}

/// All bits of each byte that is a quote, a backslash or a control: a few comparisons of all at once, once it is compiled.
#[inline]
fn all_special(bytes: &[u8; 16]) -> u128 {
    let mut hits = [0; 16];
    for (hit, &byte) in hits.iter_mut().zip(bytes) {
        *hit = u8::from(is_special(byte)).wrapping_neg();
    }
    u128::from_le_bytes(hits)
}

/// The top bit of each byte that is a quote, a backslash or a control; the lowest that is set is exact.
#[inline]
const fn special(word: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const TOPS: u64 = 0x8080_8080_8080_8080;
    let quote = word ^ (ONES * 0x22);
    let slash = word ^ (ONES * 0x5c);
    let hits = (quote.wrapping_sub(ONES) & !quote)
        | (slash.wrapping_sub(ONES) & !slash)
        | (word.wrapping_sub(ONES * 0x20) & !word);
    hits & TOPS
}

#[inline]
const fn is_special(byte: u8) -> bool {
    (byte < 0x20) | (byte == b'"') | (byte == b'\\')
}

/// Whether a name stands between quotes as it is. Word by word: the compiler asks this for each property.
pub(in super::super) const fn is_plain_name(name: &str) -> bool {
    let mut rest = name.as_bytes();
    while let Some((word, more)) = rest.split_first_chunk() {
        if special(u64::from_le_bytes(*word)) != 0 {
            return false;
        }
        rest = more;
    }
    let mut word = *b"        ";
    word.split_at_mut(rest.len()).0.copy_from_slice(rest);
    special(u64::from_le_bytes(word)) == 0
}

/// The first eight bytes of a name as a number, so that most names are told apart by one comparison.
#[inline]
pub(in super::super) const fn head(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let length = bytes.len();
    if let Some(word) = bytes.first_chunk::<8>() {
        return u64::from_le_bytes(*word);
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        // Where the two overlap they say the same.
        let last = u32::from_le_bytes(*last) as u64;
        return u32::from_le_bytes(*first) as u64 | last << (8 * (length - 4));
    }
    match *bytes {
        [] => 0,
        [a] => a as u64,
        [a, b] => a as u64 | (b as u64) << 8,
        [a, b, c, ..] => a as u64 | (b as u64) << 8 | (c as u64) << 16,
    }
}

/// Where the object or array that begins at `from` ends, if its brackets and quotes say so. Nothing else is looked at:
/// whoever passes over a value like this reads it afterwards.
pub(super) fn skip_nested(bytes: &[u8], from: usize) -> Option<usize> {
    let mut depth = 0usize;
    let mut at = from;
    loop {
        match bytes.get(at)? {
            b'"' => at = skip_string(bytes, at + 1).ok()?,
            b'{' | b'[' => {
                depth += 1;
                at += 1;
            }
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                at += 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => at += 1,
        }
    }
}

/// Appends the text that begins at `from`, and tells where it ends; `slash` is the first character that does not mean
/// itself. On failure the place that is wrong.
pub(super) fn unescape(
    text: &str,
    from: usize,
    slash: usize,
    out: &mut String,
) -> Result<usize, usize> {
    let bytes = text.as_bytes();
    let mut start = from;
    let mut at = slash;
    loop {
        out.push_str(&text[start..at]);
        match bytes.get(at) {
            Some(b'"') => return Ok(at + 1),
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
pub(in super::super) fn is_whole(token: &str) -> bool {
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

/// Whether two valid numbers are the same one, however they are written: `1`, `1.0` and `10e-1` are.
pub(in super::super) fn same_number(one: &str, other: &str) -> bool {
    one == other || decimal(one) == decimal(other)
}

/// A valid number as it is written for comparing: the same for all ways of writing it.
#[cfg(feature = "fake")]
pub(in super::super) fn plainest(token: &str) -> String {
    let (negative, digits, power) = decimal(token);
    let sign = if negative { "-" } else { "" };
    format!("{sign}{digits}e{power}")
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
    let power = exponent
        .saturating_sub(fraction.len() as i64)
        .saturating_add(dropped as i64);
    match trimmed.trim_start_matches('0') {
        "" => (false, String::new(), 0),
        digits => (negative, digits.to_owned(), power),
    }
}
