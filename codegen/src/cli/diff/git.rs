//! In: a git object such as `main:spec/api.yaml`. Out: a temporary copy of it and of the documents beside and below it.
//! Invariant: git is asked only to read, and the copy is removed when it is done with.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// What a document may refer to, and what stands beside it, has one of these.
const EXTENSIONS: &[&str] = &[".yaml", ".yml", ".json", ".toml", ".names"];

/// A file or directory of a commit.
pub(super) struct Object {
    commit: String,
    path: String,
}

/// A directory with files of a commit, removed at the end.
pub(super) struct Copy {
    root: PathBuf,
    path: PathBuf,
}

/// A path below the current directory as an object of a commit.
pub(super) fn here(commit: &str, path: &str) -> Result<String, String> {
    let prefix = git(&["rev-parse", "--show-prefix"]).map_err(|error| outside(&error))?;
    Ok(format!("{commit}:{}{path}", prefix.trim_end()))
}

impl Object {
    /// Reads `COMMIT:PATH`.
    pub(super) fn parse(word: &str) -> Option<Self> {
        let (commit, path) = word.split_once(':')?;
        let sound = !commit.is_empty() && !commit.starts_with('-') && !path.is_empty();
        sound.then(|| Self {
            commit: commit.to_owned(),
            path: path.trim_end_matches('/').to_owned(),
        })
    }

    /// The commit, as written.
    pub(super) fn commit(&self) -> &str {
        &self.commit
    }

    /// Copies the object, and the documents it may refer to.
    pub(super) fn check_out(&self) -> Result<Copy, String> {
        let commit = format!("{}^{{commit}}", self.commit);
        git(&["rev-parse", "--show-toplevel"]).map_err(|error| outside(&error))?;
        git(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]).map_err(|_| {
            format!(
                "there is no commit `{}` in this repository; fetch it first (`git fetch`), or see `git branch -a`",
                self.commit
            )
        })?;
        let object = format!("{}:{}", self.commit, self.path);
        let kind = git(&["cat-file", "-t", &object]).map_err(|_| {
            format!(
                "there is no `{}` in `{}`; `git ls-tree -r --name-only {}` lists what there is",
                self.path, self.commit, self.commit
            )
        })?;
        let directory = match kind.trim() {
            "tree" => self.path.as_str(),
            _ => self
                .path
                .rsplit_once('/')
                .map_or("", |(directory, _)| directory),
        };
        let names = self.names(directory)?;
        let copy = Copy::new(&self.path)?;
        self.write(&names, &copy)?;
        Ok(copy)
    }

    /// The documents in a directory of the commit and below it.
    fn names(&self, directory: &str) -> Result<Vec<String>, String> {
        let mut arguments = vec![
            "ls-tree",
            "-r",
            "-z",
            "--full-tree",
            "--name-only",
            &self.commit,
        ];
        if !directory.is_empty() {
            arguments.extend(["--", directory]);
        }
        let listed = git(&arguments)?;
        let names = listed.split('\0').filter(|name| {
            *name == self.path || EXTENSIONS.iter().any(|extension| name.ends_with(extension))
        });
        Ok(names.map(str::to_owned).collect())
    }

    /// Writes the files of the commit below the copy.
    fn write(&self, names: &[String], copy: &Copy) -> Result<(), String> {
        let mut child = Command::new("git")
            .args(["cat-file", "--batch"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("git: {error}"))?;
        let (Some(mut asked), Some(told)) = (child.stdin.take(), child.stdout.take()) else {
            return Err("git: no pipe".to_owned());
        };
        let mut told = BufReader::new(told);
        for name in names.iter().filter(|name| !name.contains('\n')) {
            let failed = |error: std::io::Error| format!("git: {name}: {error}");
            writeln!(asked, "{}:{name}", self.commit).map_err(failed)?;
            let mut header = String::new();
            told.read_line(&mut header).map_err(failed)?;
            let size = header
                .trim_end()
                .rsplit(' ')
                .next()
                .and_then(|size| size.parse().ok());
            let Some(size) = size else { continue };
            let mut content = vec![0; size];
            told.read_exact(&mut content).map_err(failed)?;
            let mut line_end = [0; 1];
            told.read_exact(&mut line_end).map_err(failed)?;
            copy.add(name, &content)?;
        }
        drop(asked);
        child.wait().map_err(|error| format!("git: {error}"))?;
        Ok(())
    }
}

impl Copy {
    fn new(path: &str) -> Result<Self, String> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("specsmith-{}-{number}", std::process::id());
        let root = std::env::temp_dir().join(name);
        std::fs::create_dir(&root).map_err(|error| format!("{}: {error}", root.display()))?;
        Ok(Self {
            path: root.join(path),
            root,
        })
    }

    fn add(&self, name: &str, content: &[u8]) -> Result<(), String> {
        let inside = Path::new(name)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if !inside {
            return Ok(());
        }
        let path = self.root.join(name);
        let failed = |error: std::io::Error| format!("{}: {error}", path.display());
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(failed)?;
        }
        std::fs::write(&path, content).map_err(failed)
    }

    /// Where the copy is.
    pub(super) fn root(&self) -> &Path {
        &self.root
    }

    /// Where the object itself is.
    pub(super) fn path(&self) -> PathBuf {
        self.path.clone()
    }

    /// Whether the object is a directory.
    pub(super) fn is_directory(&self) -> bool {
        self.path.is_dir()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // What is left behind in a temporary directory does no harm.
        let _ = std::fs::remove_dir_all(&self.root);
    }
}

/// What to say where git finds no repository, or is not there itself.
fn outside(error: &str) -> String {
    format!(
        "there is no git repository here to read a commit from; give a file or a directory instead ({error})"
    )
}

/// What git answers.
fn git(arguments: &[&str]) -> Result<String, String> {
    let output = Command::new("git")
        .args(arguments)
        .output()
        .map_err(|error| format!("git: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let message = String::from_utf8_lossy(&output.stderr);
    Err(format!("git: {}", message.trim()))
}
