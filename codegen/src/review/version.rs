//! In: a version and what changed for Rust code. Out: the version that follows. Invariant: what Cargo takes for
//! compatible is compatible.

use super::report::Rust;

/// The version after `current`.
pub fn next(current: &str, rust: Rust) -> Result<String, String> {
    let core = current.split(['-', '+']).next().unwrap_or_default();
    let numbers: Option<Vec<u64>> = core.split('.').map(|part| part.parse().ok()).collect();
    let Some([major, minor, patch]) = numbers.as_deref() else {
        return Err(format!(
            "`{current}` is no version such as 1.4.2; it takes three numbers, and no letter before them"
        ));
    };
    // A pre-release comes before the version it is named after, which may be one that Cargo takes for compatible with others.
    let first = match rust {
        Rust::Major => minor + patch == 0 || (*major == 0 && *patch == 0),
        Rust::Minor => *major == 0 || *patch == 0,
        Rust::Patch => true,
    };
    if first && current[core.len()..].starts_with('-') {
        return Ok(core.to_owned());
    }
    Ok(match (major, rust) {
        (0, Rust::Major) => format!("0.{}.0", minor + 1),
        (_, Rust::Major) => format!("{}.0.0", major + 1),
        (0, Rust::Minor | Rust::Patch) | (_, Rust::Patch) => {
            format!("{major}.{minor}.{}", patch + 1)
        }
        (_, Rust::Minor) => format!("{major}.{}.0", minor + 1),
    })
}

#[cfg(test)]
mod tests {
    use super::next;
    use crate::review::report::Rust;

    #[test]
    fn versions_follow_each_other() {
        let after = |current: &str, rust| next(current, rust).ok();
        assert_eq!(after("1.4.2", Rust::Major).as_deref(), Some("2.0.0"));
        assert_eq!(after("1.4.2", Rust::Minor).as_deref(), Some("1.5.0"));
        assert_eq!(after("1.4.2", Rust::Patch).as_deref(), Some("1.4.3"));
        assert_eq!(after("0.4.2", Rust::Major).as_deref(), Some("0.5.0"));
        assert_eq!(after("0.4.2", Rust::Minor).as_deref(), Some("0.4.3"));
        assert_eq!(after("2.0.0-rc.1", Rust::Major).as_deref(), Some("2.0.0"));
        // Cargo takes 1.4.2 where 1.4.1 is asked for.
        assert_eq!(after("1.4.2-rc.1", Rust::Major).as_deref(), Some("2.0.0"));
        assert_eq!(after("1.4.2-rc.1", Rust::Minor).as_deref(), Some("1.5.0"));
        assert_eq!(after("1.4.2-rc.1", Rust::Patch).as_deref(), Some("1.4.2"));
        assert_eq!(after("1.4.0-rc.1", Rust::Minor).as_deref(), Some("1.4.0"));
        assert_eq!(after("0.5.0-rc.1", Rust::Major).as_deref(), Some("0.5.0"));
        assert_eq!(after("1.4", Rust::Patch), None);
        assert_eq!(after("1.4.2.7x", Rust::Patch), None);
    }
}
