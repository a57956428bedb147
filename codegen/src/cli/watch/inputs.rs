//! What a run was made from. In: its outcome; out: whether the disk still says the same, and which folders to watch for
//! that. Invariant: texts are compared, not times, so nothing that changed is missed, and nothing that did not change
//! starts a run; what was looked for in vain counts as well.

use crate::generate::{Options, Outcome, documents};
use crate::load::{self, Limits};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The inputs of one run.
pub(super) struct Inputs {
    /// The documents, in order.
    documents: Vec<PathBuf>,
    /// The text of each file; `None` where there was none.
    files: BTreeMap<PathBuf, Option<Arc<str>>>,
    /// The folders that stand for documents.
    specs: Vec<PathBuf>,
}

impl Inputs {
    /// What a run looked at.
    pub(super) fn of(outcome: &Outcome, options: &Options) -> Self {
        let mut files: BTreeMap<PathBuf, Option<Arc<str>>> = BTreeMap::new();
        for document in &outcome.documents {
            for (_, source) in document.sources.iter() {
                files.insert(source.name.clone().into(), Some(source.text.clone()));
            }
        }
        let missed = outcome.documents.iter().map(|document| &document.sources);
        for name in missed.flat_map(|sources| sources.missed()) {
            files.insert(name.into(), None);
        }
        Self {
            documents: outcome.documents.iter().map(|d| d.path.clone()).collect(),
            files,
            specs: options.specs.clone(),
        }
    }

    /// Whether another run would see something else.
    pub(super) fn changed(&self, options: &Options) -> bool {
        let limits = Limits::default();
        let same = |(path, text): (&PathBuf, &Option<Arc<str>>)| {
            load::text(path, &limits).as_deref() == text.as_deref()
        };
        documents(&options.specs, &mut Default::default()) != self.documents
            || !self.files.iter().all(same)
    }

    /// The folders in which a change shows: those of all files, behind links too, and as much as there is of the path to
    /// what is not there.
    pub(super) fn folders(&self) -> BTreeSet<PathBuf> {
        let mut folders = BTreeSet::new();
        for path in self.files.keys().chain(&self.specs) {
            folders.extend(nearest(path));
            if let Ok(meant) = path.canonicalize() {
                folders.extend(meant.parent().map(Path::to_owned));
            }
        }
        folders.extend(self.specs.iter().filter(|spec| spec.is_dir()).cloned());
        folders
    }
}

/// The nearest folder around a path that exists.
fn nearest(path: &Path) -> Option<PathBuf> {
    let around = path.ancestors().skip(1);
    let around = around.map(|folder| match folder.as_os_str().is_empty() {
        true => Path::new("."),
        false => folder,
    });
    around.into_iter().find(|f| f.is_dir()).map(Path::to_owned)
}

#[cfg(test)]
mod tests {
    use super::Inputs;
    use crate::generate::{Mode, Options, generate};
    use std::fs;

    const DOCUMENT: &str = "openapi: 3.0.3\ninfo: {title: t, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    \
                            A: {$ref: 'parts/a.yaml'}\n";

    #[test]
    fn whatever_a_run_looked_at_counts() {
        let dir = std::env::temp_dir().join(format!("specsmith-inputs-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        let path = dir.join("api.yaml");
        fs::write(&path, DOCUMENT).unwrap();
        let mut options = Options::new(vec![dir.clone()], dir.join("out"), "t");
        options.mode = Mode::Check;
        let inputs = || Inputs::of(&generate(&options), &options);
        let part = dir.join("parts/a.yaml");

        let before = inputs();
        assert!(!before.changed(&options));
        assert!(before.folders().contains(&dir), "{:?}", before.folders());
        // The same text anew is no change.
        fs::write(&path, DOCUMENT).unwrap();
        assert!(!before.changed(&options));

        // What was referred to and not there, comes.
        fs::create_dir_all(dir.join("parts")).unwrap();
        fs::write(&part, "type: string\n").unwrap();
        assert!(before.changed(&options));
        let with_part = inputs();
        assert!(!with_part.changed(&options));
        assert!(with_part.folders().contains(&dir.join("parts")));
        fs::write(&part, "type: integer\n").unwrap();
        assert!(with_part.changed(&options));

        // So do the file beside the document, and another document in the folder.
        let with_part = inputs();
        fs::write(dir.join("api.toml"), "[api]\nmodule = \"x\"\n").unwrap();
        assert!(with_part.changed(&options));
        let with_toml = inputs();
        fs::write(dir.join("more.yaml"), "\u{0}\n").unwrap();
        assert!(with_toml.changed(&options));
        let with_more = inputs();
        assert!(!with_more.changed(&options));
        fs::remove_file(&path).unwrap();
        assert!(with_more.changed(&options));
        fs::remove_dir_all(&dir).unwrap();
    }
}
