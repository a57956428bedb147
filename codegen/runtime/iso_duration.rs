//! Durations of ISO 8601 as lengths of time. In: text like `P1DT2H30M`, or a length; out: the other of the two.
//! Invariant: what is printed is parsed to the same length. Years and months have none, and are refused.

/// A length of time: whole seconds, and nanoseconds of the same sign.
pub(super) type Length = (i64, i32);

/// The length that a text stands for.
pub(super) fn parse(text: &str) -> Result<Length, String> {
    let text = text.trim();
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let rest = rest
        .strip_prefix(['P', 'p'])
        .ok_or("it does not begin with `P`")?;
    let (days, time) = match rest.split_once(['T', 't']) {
        Some((_, "")) => return Err("nothing follows the `T`".into()),
        Some((days, time)) => (days, time),
        None => (rest, ""),
    };
    let mut nanos = sum(days, &[('W', 604_800), ('D', 86_400)])?;
    nanos += sum(time, &[('H', 3600), ('M', 60), ('S', 1)])?;
    if rest.is_empty() {
        return Err("nothing follows the `P`".into());
    }
    let nanos = if negative { -nanos } else { nanos };
    let seconds = i64::try_from(nanos / NANOS).map_err(|_| "it is too long")?;
    Ok((seconds, (nanos % NANOS) as i32))
}

const NANOS: i128 = 1_000_000_000;

/// Numbers followed by these units, each at most once and in this order, in nanoseconds.
fn sum(text: &str, units: &[(char, i128)]) -> Result<i128, String> {
    let mut rest = text;
    let mut total = 0;
    for (unit, seconds) in units {
        let lower = unit.to_ascii_lowercase();
        if let Some((number, tail)) = rest.split_once([*unit, lower]) {
            total += nanos(number, *seconds)?;
            rest = tail;
        }
    }
    match rest {
        "" => Ok(total),
        rest if rest.contains(['Y', 'y', 'M', 'm']) => {
            Err("years and months have no fixed length".into())
        }
        rest => Err(format!("`{rest}` is no number with a unit")),
    }
}

/// A decimal number of a unit.
fn nanos(number: &str, seconds: i128) -> Result<i128, String> {
    let wrong = || format!("`{number}` is no number");
    let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, ""));
    let digits = |text: &str| text.len() <= 18 && text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(fraction) {
        return Err(wrong());
    }
    let whole: i128 = whole.parse().map_err(|_| wrong())?;
    let fraction: i128 = format!("{fraction:0<18}").parse().map_err(|_| wrong())?;
    Ok(seconds * whole * NANOS + seconds * fraction / NANOS)
}

/// A length as text.
pub(super) fn print((seconds, nanos): Length) -> String {
    let sign = if seconds < 0 || nanos < 0 { "-" } else { "" };
    let fraction = match nanos.unsigned_abs() {
        0 => String::new(),
        nanos => format!(".{nanos:09}").trim_end_matches('0').to_owned(),
    };
    format!("{sign}PT{}{fraction}S", seconds.unsigned_abs())
}
