//! What new output means for code that calls the crate. In: the faces on disk and those to be written; out: [`Users`].
//! Invariant: it says nothing where nothing changes for callers or servers, nor where there was no face to compare with.

use crate::project::{Changes, OutputFile};
use crate::review::face::{self, FaceDiff};
use crate::review::report::Rust;
use crate::review::version;
use std::path::Path;

/// What changes for the users of a crate.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Users {
    /// The APIs that changed, by module, and how.
    pub apis: Vec<(String, FaceDiff)>,
    /// The version of the crate, where its manifest has one, and the one that should follow.
    pub versions: Option<(String, String)>,
}

impl Users {
    /// Compares the faces under `out` with those among the files. Nothing has been written yet.
    pub(crate) fn read(out: &Path, files: &[OutputFile], changes: &Changes) -> Self {
        let changed = changes.files.iter().filter_map(|change| {
            let module = change.path.strip_prefix("api/")?.strip_suffix(".txt")?;
            Some((module, change.path.as_str()))
        });
        let old = |path: &str| std::fs::read_to_string(out.join(path)).unwrap_or_default();
        let changed: Vec<_> = changed
            .map(|(module, path)| (module, path, old(path)))
            .collect();
        // A new API is news for the users of the others only.
        let others = || {
            let mut faces = files.iter().filter(|file| file.path.starts_with("api/"));
            faces.any(|file| out.join(&file.path).is_file())
        };
        if changed.iter().all(|(_, _, old)| old.is_empty()) && !others() {
            return Self::default();
        }
        let mut apis = Vec::new();
        for (module, path, old) in changed {
            let new = files.iter().find(|file| file.path == path);
            let diff = face::compare(&old, new.map_or("", |file| &file.text));
            if !diff.is_empty() {
                apis.push((module.to_owned(), diff));
            }
        }
        if apis.is_empty() {
            return Self::default();
        }
        let mut users = Self {
            apis,
            versions: None,
        };
        users.versions = current(out).and_then(|current| {
            let next = version::next(&current, users.rust()).ok()?;
            Some((current, next))
        });
        users
    }

    /// The worst of what it does to code that is compiled against the crate.
    pub fn rust(&self) -> Rust {
        let verdicts = self.apis.iter().map(|(_, diff)| diff.rust());
        verdicts.max().unwrap_or_default()
    }

    /// Nothing where nothing changed; else a line an API with up to `limit` changes below, and the version to give it.
    pub fn lines(&self, limit: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for (module, diff) in &self.apis {
            let verdict = diff.rust().as_str();
            lines.push(format!(
                "{module}, for its users: {verdict}; {}",
                diff.counts()
            ));
            lines.extend(diff.lines(limit).iter().map(|line| format!("  {line}")));
        }
        if let Some((current, next)) = &self.versions {
            let verdict = self.rust().as_str();
            lines.push(format!(
                "suggested version: {next}, after {current} ({verdict})"
            ));
        }
        lines
    }
}

/// The version in the manifest of a crate.
pub(crate) fn current(out: &Path) -> Option<String> {
    if out.as_os_str().is_empty() {
        return None;
    }
    let text = std::fs::read_to_string(out.join("Cargo.toml")).ok()?;
    let table: toml::Table = toml::from_str(&text).ok()?;
    let version = table.get("package")?.get("version")?.as_str()?;
    Some(version.to_owned())
}

#[cfg(test)]
mod tests {
    use super::Users;
    use crate::generate::{Options, generate};
    use crate::review::report::Rust;
    use std::fs;
    use std::path::{Path, PathBuf};

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let name = format!("specsmith-users-{}-{name}", std::process::id());
            let path = std::env::temp_dir().join(name);
            fs::create_dir_all(&path).expect("a folder");
            Self(path)
        }

        /// Generates from a document, and says what that means.
        fn with(&self, document: &str) -> Users {
            let path = self.0.join("pets.yaml");
            fs::write(&path, document).expect("a document");
            let outcome = generate(&Options::new(vec![path], self.0.join("out"), "pets"));
            assert!(outcome.changes.is_some());
            outcome.users
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn document(description: &str, field: &str) -> String {
        format!(
            "openapi: 3.0.3\ninfo: {{title: Pets, version: '1', description: {description}}}\npaths:\n  /pets:\n    get:\n      \
             operationId: list\n      responses:\n        '200':\n          description: Pets\n          content:\n            \
             application/json:\n              schema: {{$ref: '#/components/schemas/Pet'}}\ncomponents:\n  schemas:\n    \
             Pet:\n      type: object\n      properties:\n        {field}: {{type: string}}\n"
        )
    }

    #[test]
    fn a_change_is_told_with_the_version_it_calls_for() {
        let folder = Folder::new("told");
        assert_eq!(
            folder.with(&document("One", "name")),
            Users::default(),
            "nothing before"
        );
        assert_eq!(
            folder.with(&document("One", "name")),
            Users::default(),
            "the same"
        );
        assert_eq!(
            folder.with(&document("Two", "name")),
            Users::default(),
            "prose"
        );
        let users = folder.with(&document("Two", "title"));
        assert_eq!(users.rust(), Rust::Major);
        assert_eq!(
            users.lines(1),
            [
                "pets, for its users: major; 1 removed, 1 added",
                "  removed models::Pet.name field Option<String>",
                "  … and 1 more",
                "suggested version: 0.2.0, after 0.1.0 (major)",
            ]
        );
    }

    #[test]
    fn a_version_that_was_raised_stays() {
        let folder = Folder::new("stays");
        folder.with(&document("One", "name"));
        let manifest = folder.0.join("out/Cargo.toml");
        let text = fs::read_to_string(&manifest).expect("a manifest");
        fs::write(&manifest, text.replace("0.1.0", "1.4.2")).expect("a version");
        let users = folder.with(&document("One", "title"));
        let versions = users.versions.expect("versions");
        assert_eq!(versions, ("1.4.2".to_owned(), "2.0.0".to_owned()));
        let text = fs::read_to_string(Path::new(&manifest)).expect("a manifest");
        assert!(text.contains("version = \"1.4.2\""), "{text}");
    }
}
