//! In: addresses as references write them. Out: the path of the file meant, or the URI that `$id`s are known by.
//! Invariant: text to text; nothing here touches the disk.

use super::resolve::percent_decode;

/// Whether an address has a scheme (`https:`, `urn:`), and so is no path. One letter is a Windows drive.
pub(super) fn is_uri(address: &str) -> bool {
    address.split_once(':').is_some_and(|(scheme, _)| {
        scheme.len() > 1
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

/// The path an address leads to from the file called `from`; `None` for what is not a path.
pub(super) fn path(from: &str, address: &str) -> Option<String> {
    let local = address.strip_prefix("file://").unwrap_or(address);
    if is_uri(local) || local.is_empty() {
        return None;
    }
    let decoded = percent_decode(local).replace('\\', "/");
    let joined = match from.rsplit_once('/') {
        Some((folder, _)) if !decoded.starts_with('/') => format!("{folder}/{decoded}"),
        _ => decoded,
    };
    Some(without_dots(&joined))
}

/// A URI reference resolved against a base URI (RFC 3986, section 5.2, without queries).
pub(super) fn join(base: &str, address: &str) -> String {
    if is_uri(address) {
        return address.to_owned();
    }
    let (base, _) = base.split_once('#').unwrap_or((base, ""));
    if address.is_empty() {
        return base.to_owned();
    }
    let path_start = match base.find("://") {
        Some(at) => base[at + 3..]
            .find('/')
            .map_or(base.len(), |slash| at + 3 + slash),
        None => 0,
    };
    let (authority, path) = base.split_at(path_start);
    if address.starts_with('/') {
        return format!("{authority}{}", without_dots(address));
    }
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let slash = if path_start > 0 || path.contains('/') {
        "/"
    } else {
        ""
    };
    format!(
        "{authority}{}",
        without_dots(&format!("{folder}{slash}{address}"))
    )
}

/// A path without `.` and, where there is something to go up from, `..`.
fn without_dots(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "." => {}
            ".." if parts.last().is_some_and(|last| !["", ".."].contains(last)) => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relative_to_the_file_they_stand_in() {
        assert_eq!(path("a/b.yaml", "c.yaml").unwrap(), "a/c.yaml");
        assert_eq!(path("a/b.yaml", "./x/../c%20d.yaml").unwrap(), "a/c d.yaml");
        assert_eq!(path("b.yaml", "../c.yaml").unwrap(), "../c.yaml");
        assert_eq!(path("../a/b.yaml", "../../c.yaml").unwrap(), "../../c.yaml");
        assert_eq!(path("a/b.yaml", "/c.yaml").unwrap(), "/c.yaml");
        assert_eq!(path("/a/b.yaml", "../../c.yaml").unwrap(), "/../c.yaml");
        assert_eq!(path("b.yaml", "https://example.com/c.yaml"), None);
    }

    #[test]
    fn uris_are_joined() {
        let base = "https://example.com/schemas/tree";
        assert_eq!(join(base, "leaf"), "https://example.com/schemas/leaf");
        assert_eq!(join(base, "/leaf"), "https://example.com/leaf");
        assert_eq!(join(base, "../leaf"), "https://example.com/leaf");
        assert_eq!(
            join("https://example.com", "leaf"),
            "https://example.com/leaf"
        );
        assert_eq!(join(base, "urn:x"), "urn:x");
        assert_eq!(join("tree", "leaf"), "leaf");
    }
}
